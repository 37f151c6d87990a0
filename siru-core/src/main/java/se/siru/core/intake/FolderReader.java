package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.parallel.Beside;
import se.siru.core.portfolio.BatchAppender;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.portfolio.PortfolioCheck;
import se.siru.core.portfolio.PortfolioRules;

/**
 * Reads a portfolio folder: first the description and the entities, then facts. Whatever is wrong with any of it is told together, in the
 * end. Reads once; not thread-safe.
 */
final class FolderReader {
  /** Files beside the records that are ours, but no resources. */
  static final Set<String> COMPANIONS =
      Set.of(IdentityFile.NAME, ImportFolder.REJECTED, ImportFolder.IDENTITY_LOG, UnresolvedFile.NAME,
          UnresolvedFile.NEAR_DUPLICATES);

  /** Large enough that cutting costs nothing, small enough that two threads end together and buffers stay in the cache. */
  static final int SEGMENT = 1 << 20;

  /** Files of entities are small: of such pieces all threads have some, and the first, which one thread reads alone, is soon over. */
  private static final int SEGMENT_OF_ENTITIES = 1 << 18;

  private final Folder folder;
  private final Schema base;
  private final Pace pace;
  private final boolean hashes;
  private final PortfolioCheck check;
  private final BroughtDefinitions definitions;
  private final Findings findings = new Findings();
  private final List<Findings> found = new ArrayList<>();
  private final Findings ofIdentity = new Findings();
  private final Set<String> incomplete = new HashSet<>();
  private final BitSet done = new BitSet();
  private @Nullable Descriptor descriptor;
  private @Nullable PortfolioBuilder builder;

  /**
   * How files are read, which changes nothing about what is read.
   *
   * @param threads how many threads share a file
   * @param segment about how many bytes one of them takes at a time
   */
  record Pace(int threads, int segment) {}

  /**
   * A reader of one folder.
   *
   * @param hashes false where the hash of a file that states none is not worked out
   * @param check what the portfolio is held to beside this library's own rules
   */
  FolderReader(Path root, Schema base, Pace pace, boolean hashes, PortfolioCheck check, BroughtDefinitions definitions) {
    this.folder = Folder.of(root);
    this.base = base;
    this.pace = pace;
    this.hashes = hashes;
    this.check = check;
    this.definitions = definitions;
  }

  /** What was found; all of it once reading is finished. */
  Findings findings() {
    return findings;
  }

  /** Reads all of it. */
  PortfolioReader.Result read() throws IOException {
    return begin() ? rest() : new PortfolioReader.Result(Optional.empty(), findings);
  }

  /** Reads the facts that were not read yet, and finishes. */
  PortfolioReader.Result rest() throws IOException {
    facts(pace, type -> true);
    return finish();
  }

  /** Reads the description and the entities; false where there is nothing that could be read further. */
  boolean begin() throws IOException {
    Optional<Path> file =
        folder.file(DescriptorReader.FILE, rule ->
            findings.add(FolderRules.NO_DESCRIPTION, Origin.of(DescriptorReader.FILE)));
    if (file.isEmpty()) {
      return false;
    }
    DescriptorReader reader = new DescriptorReader(folder, findings);
    Optional<Descriptor> described = reader.read(file.get(), base);
    if (described.isEmpty()) {
      return false;
    }
    reportUnlisted(reader.paths());
    begin(described.get());
    return true;
  }

  private void reportUnlisted(Set<String> listed) {
    for (String name : folder.csvFiles()) {
      if (!listed.contains(name) && !COMPANIONS.contains(name)) {
        findings.add(FolderRules.FILE_NOT_LISTED, Origin.of(name), "path", name);
      }
    }
  }

  private void begin(Descriptor described) throws IOException {
    descriptor = described;
    PortfolioBuilder into = builder(described);
    builder = into;
    for (Descriptor.Resource resource : described.resources()) {
      found.add(new Findings());
      into.holds(resource.type());
      resource.covered().forEach(each -> into.covers(resource.type(), each.part(), each.origin()));
    }
    Pace ofEntities = new Pace(pace.threads, Math.min(pace.segment, SEGMENT_OF_ENTITIES));
    try (Beside<IdentityFile.Gathered, IOException> identity = Beside.begin(pace.threads, () -> identity(described))) {
      records(ofEntities, RecordType::isEntity);
      identity.take().into(into);
    }
    into.entitiesComplete(); // so that those who read facts check them, too
    definitions.read(folder, described.schema(), into);
  }

  /** Where records are gathered, once reading has begun. */
  PortfolioBuilder builder() {
    return Objects.requireNonNull(builder, "begun");
  }

  /** Reads the facts of some types, but none a second time; false where a file had to be read by the reference parser. */
  boolean facts(Pace ofFacts, Predicate<RecordType> types) throws IOException {
    return records(ofFacts, type -> !type.isEntity() && types.test(type));
  }

  private boolean records(Pace ofRecords, Predicate<RecordType> types) throws IOException {
    boolean regular = true;
    List<Descriptor.Resource> resources = Objects.requireNonNull(descriptor).resources();
    for (int i = 0; i < resources.size(); i++) {
      if (types.test(resources.get(i).type()) && !done.get(i)) {
        done.set(i);
        regular &= read(resources.get(i), ofRecords, found.get(i));
      }
    }
    return regular;
  }

  /** Checks what was read across records, and makes the portfolio. */
  PortfolioReader.Result finish() {
    found.forEach(findings::addAll);
    if (Objects.requireNonNull(descriptor).resources().stream().noneMatch(r -> r.type().name().equals(ProgrammeNode.TYPE.name()))) {
      findings.add(FolderRules.NO_PROGRAMME, Origin.of(DescriptorReader.FILE));
      incomplete.add(ProgrammeNode.TYPE.name());
    }
    findings.addAll(ofIdentity);
    findings.addAll(definitions.findings());
    return new PortfolioReader.Result(build(builder(), incomplete, check, findings), findings);
  }

  /** True where anything that was read so far is wrong. */
  boolean hasErrors() {
    return findings.hasErrors()
        || ofIdentity.hasErrors()
        || definitions.findings().hasErrors()
        || found.stream().anyMatch(Findings::hasErrors);
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

  /** Reads the files of a type; false where one had to be read by the reference parser. */
  private boolean read(Descriptor.Resource resource, Pace ofFile, Findings into) throws IOException {
    boolean complete = resource.complete();
    boolean regular = true;
    for (Descriptor.BatchFile file : resource.files()) {
      Outcome outcome = read(resource.type(), file, ofFile, into);
      complete &= outcome.complete;
      regular &= outcome.regular;
    }
    if (!complete) {
      incomplete.add(resource.type().name());
    }
    return regular;
  }

  /**
   * What came of a file.
   *
   * @param complete true where every record of it was seen and can be referred to
   * @param regular true where it was not for the reference parser to read it
   */
  private record Outcome(boolean complete, boolean regular) {}

  /** Reads one file of records. */
  private Outcome read(RecordType type, Descriptor.BatchFile file, Pace ofFile, Findings into) throws IOException {
    Descriptor described = Objects.requireNonNull(descriptor);
    Optional<Path> path = folder.file(file.path(), rule ->
        into.add(rule, Origin.of(DescriptorReader.FILE), "path", file.path()));
    if (path.isEmpty()) {
      return new Outcome(false, true);
    }
    SegmentedRecords.Source source =
        new SegmentedRecords.Source(described.schema(), type, described.currency(), file.path(), file.madeOf() != null);
    Optional<SegmentedRecords.Outcome> outcome;
    MessageDigest digest = hashes || file.hash() != null ? Folder.sha256() : null; // to find one takes Java a while
    try (InputStream plain = Files.newInputStream(path.get());
        InputStream in = digest == null ? plain : new DigestInputStream(plain, digest)) {
      outcome = SegmentedRecords.read(source, in, builder(), ofFile.threads, ofFile.segment);
    }
    if (outcome.isEmpty()) {
      return new Outcome(readIrregular(source, path.get(), file, builder(), into), false);
    }
    String hash = digest == null ? "" : HexFormat.of().formatHex(digest.digest());
    checkHash(file, hash, into);
    into.addAll(outcome.get().findings());
    builder().join(type, file.provenance(hash), outcome.get().parts());
    return new Outcome(outcome.get().complete(), true);
  }

  /** What is not well-formed goes through the reference parser, which says what is wrong and where. */
  private static boolean readIrregular(
      SegmentedRecords.Source source, Path path, Descriptor.BatchFile file, PortfolioBuilder builder, Findings into)
      throws IOException {
    String hash = Folder.sha256(path);
    checkHash(file, hash, into);
    try (BatchAppender batch = builder.append(source.type(), file.provenance(hash));
        InputStream in = Files.newInputStream(path)) {
      return new RecordFile(source, batch, into).read(in);
    }
  }

  private static void checkHash(Descriptor.BatchFile file, String hash, Findings into) {
    if (file.hash() != null && !file.hash().equals(hash)) {
      into.add(FolderRules.HASH, Origin.of(file.path()), "path", file.path(), "found", hash);
    }
  }

  /** Reads the identity links, which has nothing to do with records until both are there. */
  private IdentityFile.Gathered identity(Descriptor described) throws IOException {
    IdentityFile.Gathered links = new IdentityFile.Gathered();
    if (!described.identity().isEmpty() || folder.has(IdentityFile.NAME)) {
      for (String name : described.identity().isEmpty() ? List.of(IdentityFile.NAME) : described.identity()) {
        Optional<Path> file = folder.file(name, rule -> ofIdentity.add(rule, Origin.of(DescriptorReader.FILE), "path", name));
        if (file.isPresent()) {
          try (InputStream in = Files.newInputStream(file.get())) {
            new IdentityFile(name, links, ofIdentity).read(in);
          }
        }
      }
    }
    return links;
  }
}
