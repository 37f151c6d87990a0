package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.portfolio.PortfolioRules;

/** Reads a portfolio folder, everything in one go. */
final class FolderReader {
  /** Files beside the records that are ours, but no resources. */
  static final Set<String> COMPANIONS =
      Set.of(IdentityFile.NAME, ImportFolder.REJECTED, ImportFolder.IDENTITY_LOG, UnresolvedFile.NAME,
          UnresolvedFile.NEAR_DUPLICATES);

  private final Folder folder;
  private final Schema base;
  private final Findings findings;

  FolderReader(Path root, Schema base, Findings findings) {
    this.folder = Folder.of(root);
    this.base = base;
    this.findings = findings;
  }

  Optional<Portfolio> read() throws IOException {
    Optional<Path> file =
        folder.file(DescriptorReader.FILE, rule ->
            findings.add(FolderRules.NO_DESCRIPTION, Origin.of(DescriptorReader.FILE)));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    DescriptorReader reader = new DescriptorReader(folder, findings);
    Optional<Descriptor> descriptor = reader.read(file.get(), base);
    if (descriptor.isEmpty()) {
      return Optional.empty();
    }
    reportUnlisted(reader.paths());
    return records(descriptor.get());
  }

  private void reportUnlisted(Set<String> listed) {
    for (String name : folder.csvFiles()) {
      if (!listed.contains(name) && !COMPANIONS.contains(name)) {
        findings.add(FolderRules.FILE_NOT_LISTED, Origin.of(name), "path", name);
      }
    }
  }

  private Optional<Portfolio> records(Descriptor descriptor) throws IOException {
    PortfolioBuilder builder = builder(descriptor);
    Set<String> incomplete = new HashSet<>();
    for (Descriptor.Resource resource : descriptor.resources()) {
      builder.holds(resource.type());
      if (!resource.complete()) {
        incomplete.add(resource.type().name());
      }
      for (Descriptor.BatchFile file : resource.files()) {
        if (!read(resource.type(), file, descriptor, builder)) {
          incomplete.add(resource.type().name());
        }
      }
    }
    if (descriptor.resources().stream().noneMatch(r -> r.type().name().equals(ProgrammeNode.TYPE.name()))) {
      findings.add(FolderRules.NO_PROGRAMME, Origin.of(DescriptorReader.FILE));
      incomplete.add(ProgrammeNode.TYPE.name());
    }
    identity(descriptor, builder);
    return build(builder, incomplete, findings);
  }

  /** A builder with what the descriptor says. */
  static PortfolioBuilder builder(Descriptor descriptor) {
    PortfolioBuilder builder =
        Portfolio.builder(descriptor.schema()).name(descriptor.name()).currency(descriptor.currency());
    if (descriptor.recordedAt() != null) {
      builder.recordedAt(descriptor.recordedAt());
    }
    return builder;
  }

  /**
   * Checks across records and makes the portfolio. What refers to records of a type that could not be read whole is not reported:
   * the cause already is.
   */
  static Optional<Portfolio> build(PortfolioBuilder builder, Set<String> incomplete, Findings findings) {
    Findings across = new Findings();
    Optional<Portfolio> portfolio = builder.build(across);
    if (incomplete.isEmpty()) {
      findings.addAll(across);
    } else {
      across.list().stream().filter(finding -> !follows(finding, incomplete)).forEach(findings::add);
    }
    return findings.hasErrors() ? Optional.empty() : portfolio;
  }

  private static boolean follows(Finding finding, Set<String> incomplete) {
    return finding.rule() == PortfolioRules.DANGLING_REFERENCE && incomplete.contains(finding.arguments().get("type"))
        || finding.rule() == PortfolioRules.NO_PROGRAMME_NODE && incomplete.contains(ProgrammeNode.TYPE.name());
  }

  private boolean read(RecordType type, Descriptor.BatchFile file, Descriptor descriptor, PortfolioBuilder builder)
      throws IOException {
    Optional<Path> path = folder.file(file.path(), rule ->
        findings.add(rule, Origin.of(DescriptorReader.FILE), "path", file.path()));
    if (path.isEmpty()) {
      return false;
    }
    String hash = Folder.sha256(path.get());
    if (file.hash() != null && !file.hash().equals(hash)) {
      findings.add(FolderRules.HASH, Origin.of(file.path()), "path", file.path(), "found", hash);
    }
    Batch.Provenance provenance = new Batch.Provenance(file.path(), hash, file.recordedAt());
    try (PortfolioBuilder.Appender into = builder.append(type, provenance);
        InputStream in = Files.newInputStream(path.get())) {
      CellReader[] readers =
          CellReader.all(descriptor.schema(), type, descriptor.currency(), file.path(), into, findings);
      return new RecordFile(type, file.path(), readers, into, findings).read(in);
    }
  }

  private void identity(Descriptor descriptor, PortfolioBuilder builder) throws IOException {
    String name = descriptor.identity() == null ? IdentityFile.NAME : descriptor.identity();
    Optional<Path> file = folder.file(name, rule -> {
      if (rule != FolderRules.FILE_MISSING) {
        findings.add(rule, Origin.of(DescriptorReader.FILE), "path", name);
      }
    });
    if (file.isPresent()) {
      try (InputStream in = Files.newInputStream(file.get())) {
        new IdentityFile(name, IdentityFile.Lines.into(builder), findings).read(in);
      }
    }
  }
}
