package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.portfolio.PortfolioCheck;
import se.siru.core.portfolio.PortfolioRules;

/** Reads a portfolio folder, everything in one go. */
final class FolderReader {
  /** Files beside the records that are ours, but no resources. */
  static final Set<String> COMPANIONS =
      Set.of(IdentityFile.NAME, ImportFolder.REJECTED, ImportFolder.IDENTITY_LOG, UnresolvedFile.NAME,
          UnresolvedFile.NEAR_DUPLICATES);

  /** Large enough that cutting costs nothing, small enough that two threads end together and buffers stay in the cache. */
  private static final int SEGMENT = 1 << 20;

  private final Folder folder;
  private final Schema base;
  private final int threads;
  private final boolean hashes;
  private final PortfolioCheck check;
  private final BroughtDefinitions definitions;
  private final Findings findings;

  /**
   * A reader of one folder.
   *
   * @param hashes false where the hash of a file that states none is not worked out
   * @param check what the portfolio is held to beside this library's own rules
   */
  FolderReader(Path root, Schema base, int threads, boolean hashes, PortfolioCheck check, BroughtDefinitions definitions) {
    this.folder = Folder.of(root);
    this.base = base;
    this.threads = threads;
    this.hashes = hashes;
    this.check = check;
    this.definitions = definitions;
    this.findings = definitions.findings();
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
    List<Findings> found = new ArrayList<>();
    descriptor.resources().forEach(resource -> found.add(new Findings()));
    read(true, descriptor, builder, found, incomplete);
    Findings ofIdentity = new Findings();
    identity(descriptor, builder, ofIdentity);
    builder.entitiesComplete(); // so that those who read facts check them, too
    read(false, descriptor, builder, found, incomplete);
    found.forEach(findings::addAll);
    if (descriptor.resources().stream().noneMatch(r -> r.type().name().equals(ProgrammeNode.TYPE.name()))) {
      findings.add(FolderRules.NO_PROGRAMME, Origin.of(DescriptorReader.FILE));
      incomplete.add(ProgrammeNode.TYPE.name());
    }
    findings.addAll(ofIdentity);
    definitions.read(folder, descriptor.schema(), builder);
    return build(builder, incomplete, check, findings);
  }

  /** Reads the files of entities, or those of facts. */
  private void read(
      boolean entities, Descriptor descriptor, PortfolioBuilder builder, List<Findings> found, Set<String> incomplete)
      throws IOException {
    for (int i = 0; i < found.size(); i++) {
      Descriptor.Resource resource = descriptor.resources().get(i);
      if (resource.type().isEntity() == entities && !read(resource, descriptor, builder, found.get(i))) {
        incomplete.add(resource.type().name());
      }
    }
  }

  /** A builder with what the descriptor says. */
  static PortfolioBuilder builder(Descriptor descriptor) {
    PortfolioBuilder builder =
        Portfolio.builder(descriptor.schema())
            .name(descriptor.name())
            .title(descriptor.title())
            .currency(descriptor.currency());
    if (descriptor.recordedAt() != null) {
      builder.recordedAt(descriptor.recordedAt());
    }
    return builder;
  }

  /**
   * Checks across records and makes the portfolio. What refers to records of a type that could not be read whole is not reported:
   * the cause already is; and where a cell could not be read, further rules would blame the record for stating nothing there.
   */
  static Optional<Portfolio> build(
      PortfolioBuilder builder, Set<String> incomplete, PortfolioCheck check, Findings findings) {
    Findings across = new Findings();
    builder.heldTo(findings.hasErrors() ? PortfolioCheck.none() : check);
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
        || (finding.rule() == PortfolioRules.NO_PROGRAMME_NODE || finding.rule() == PortfolioRules.UNKNOWN_NODE)
            && incomplete.contains(ProgrammeNode.TYPE.name());
  }

  private boolean read(
      Descriptor.Resource resource, Descriptor descriptor, PortfolioBuilder builder, Findings into) throws IOException {
    builder.holds(resource.type());
    resource.covered().forEach(each -> builder.covers(resource.type(), each.part(), each.origin()));
    boolean complete = resource.complete();
    for (Descriptor.BatchFile file : resource.files()) {
      complete &= read(resource.type(), file, descriptor, builder, into);
    }
    return complete;
  }

  /** Reads one file of records; true where every record of it was seen and can be referred to. */
  private boolean read(
      RecordType type, Descriptor.BatchFile file, Descriptor descriptor, PortfolioBuilder builder, Findings into)
      throws IOException {
    Optional<Path> path = folder.file(file.path(), rule ->
        into.add(rule, Origin.of(DescriptorReader.FILE), "path", file.path()));
    if (path.isEmpty()) {
      return false;
    }
    SegmentedRecords.Source source =
        new SegmentedRecords.Source(
            descriptor.schema(), type, descriptor.currency(), file.path(), file.madeOf() != null);
    Optional<SegmentedRecords.Outcome> outcome;
    DigestInputStream hashed = new DigestInputStream(Files.newInputStream(path.get()), Folder.sha256());
    boolean isHashed = hashes || file.hash() != null;
    hashed.on(isHashed);
    try (hashed) {
      outcome = SegmentedRecords.read(source, hashed, builder, threads, SEGMENT);
    }
    if (outcome.isEmpty()) {
      return readIrregular(source, path.get(), file, builder, into);
    }
    String hash = isHashed ? HexFormat.of().formatHex(hashed.getMessageDigest().digest()) : "";
    checkHash(file, hash, into);
    into.addAll(outcome.get().findings());
    builder.join(type, file.provenance(hash), outcome.get().parts());
    return outcome.get().complete();
  }

  /** What is not well-formed goes through the reference parser, which says what is wrong and where. */
  private static boolean readIrregular(
      SegmentedRecords.Source source, Path path, Descriptor.BatchFile file, PortfolioBuilder builder, Findings into)
      throws IOException {
    String hash = Folder.sha256(path);
    checkHash(file, hash, into);
    try (PortfolioBuilder.Appender batch = builder.append(source.type(), file.provenance(hash));
        InputStream in = Files.newInputStream(path)) {
      return new RecordFile(source, batch, into).read(in);
    }
  }

  private static void checkHash(Descriptor.BatchFile file, String hash, Findings into) {
    if (file.hash() != null && !file.hash().equals(hash)) {
      into.add(FolderRules.HASH, Origin.of(file.path()), "path", file.path(), "found", hash);
    }
  }

  private void identity(Descriptor descriptor, PortfolioBuilder builder, Findings into) throws IOException {
    String name = descriptor.identity() == null ? IdentityFile.NAME : descriptor.identity();
    Optional<Path> file = folder.file(name, rule -> {
      if (rule != FolderRules.FILE_MISSING) {
        into.add(rule, Origin.of(DescriptorReader.FILE), "path", name);
      }
    });
    if (file.isPresent()) {
      try (InputStream in = Files.newInputStream(file.get())) {
        new IdentityFile(name, IdentityFile.Lines.into(builder), into).read(in);
      }
    }
  }
}
