package se.siru.core.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.json.Closest;
import se.siru.core.portfolio.PortfolioCheck;
import se.siru.core.stability.Provided;

/**
 * Applies a mapping to files and writes the portfolio folder. A row that cannot be taken is kept out whole, with its
 * reasons in {@code rejected.csv}, and the rest goes on; records that refer to what was kept out are kept out, too, so
 * that the folder always reads without an error. A file that cannot be read as the mapping says refuses the import, and
 * then nothing is written.
 *
 * <p>Not thread-safe. Reads the files once more for each round in which rows were rejected.
 */
@Provided(since = "0.1.0")
public final class Import {
  private final Mapping mapping;
  private final List<Path> sources;
  private boolean strict;
  private boolean replacing;
  private boolean dropping;
  private String language = "en";
  private PortfolioCheck check = PortfolioCheck.none();
  private @Nullable Path resolved;
  private @Nullable PseudonymKey key;

  private Import(Mapping mapping, List<Path> sources) {
    this.mapping = mapping;
    this.sources = sources;
  }

  /** An import of files, or of all files in folders. */
  public static Import of(Mapping mapping, List<Path> filesOrFolders) {
    return new Import(requireNonNull(mapping, "mapping"), List.copyOf(filesOrFolders));
  }

  /** Writes nothing where any row is rejected. */
  public Import strict() {
    this.strict = true;
    return this;
  }

  /**
   * Lets the portfolio replace one in the folder that no import wrote. Without it, such a folder refuses the import: what people
   * wrote by hand cannot be made again from files.
   */
  public Import replacingHandWritten() {
    this.replacing = true;
    return this;
  }

  /**
   * Lets go of sources of the portfolio in the folder that are not among the files any more, and of the records made of them.
   * Without it, a missing source refuses the import: it is most likely forgotten, and its records would vanish from every count.
   */
  public Import droppingSources() {
    this.dropping = true;
    return this;
  }

  /**
   * What records are held to beside this library's own rules; a row whose record an error names is rejected. Where it is said again, that
   * stands instead.
   */
  public Import heldTo(PortfolioCheck further) {
    this.check = requireNonNull(further, "further");
    return this;
  }

  /**
   * A file with answers about organisations, as {@code unresolved.csv} asks for them. Where it is not set, the {@code
   * unresolved.csv} of an earlier import into the same folder is read. Answers become lines of {@code identity.csv}.
   */
  public Import resolved(Path answers) {
    this.resolved = requireNonNull(answers, "answers");
    return this;
  }

  /** The language of the reasons in {@code rejected.csv}; {@code en} where it is not set. */
  public Import language(String tag) {
    this.language = requireNonNull(tag, "tag");
    return this;
  }

  /**
   * The key with which pseudonyms of persons are made. A mapping that {@linkplain Mapping#makesPseudonyms makes} them is refused
   * without one. With one, ids that turn out to be personal become pseudonyms, too, instead of rejecting their rows.
   */
  public Import pseudonymKey(PseudonymKey secret) {
    this.key = requireNonNull(secret, "secret");
    return this;
  }

  /**
   * Runs the import.
   *
   * @param folder where the portfolio goes; made where it is not there. The portfolio of an earlier import in it is replaced
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where a source cannot be read, and {@link
   *     ErrorCode#UNWRITABLE} where the folder holds other things or cannot be written
   */
  public ImportReport into(Path folder) {
    requireNonNull(folder, "folder");
    try {
      return run(SourceFiles.in(sources, folder), folder);
    } catch (IOException e) { // of the portfolio that is replaced; each source tells its own
      throw SiruException.unreadable(folder, e);
    }
  }

  private ImportReport run(SourceFiles files, Path folder) throws IOException {
    Findings findings = new Findings();
    if (key == null && mapping.makesPseudonyms()) {
      findings.add(PrivacyRules.NO_KEY, Origin.of(mapping.source()));
    }
    FolderRemains.settle(folder).forEach(findings::add);
    EarlierImport earlier = EarlierImport.in(folder);
    checkPatterns(files, earlier, findings);
    if (!earlier.isReplaceable() && !replacing) {
      findings.add(ImportRules.NOT_IMPORTED, Origin.of(DescriptorReader.FILE));
    }
    IdentityAnswers answers = answers(folder, findings);
    Rejections rejections = new Rejections();
    ImportPass pass = pass(rejections, answers, null);
    boolean good = false;
    boolean again = !findings.hasErrors();
    while (again) {
      rejections.beginPass();
      pass = pass(rejections, answers, pass.session().organisations());
      good = pass.run(files) && new ImportCheck(mapping, pass, check).isGood();
      again = rejections.hasNew() && !pass.refusals().hasErrors();
    }
    findings.addAll(pass.refusals());
    pass.session().warnings().forEach(findings::add);
    List<SourceChange> sourceChanges =
        findings.hasErrors() ? List.of() : SourceChange.of(earlier.sources(), pass.read().all());
    sourceChanges.stream().filter(change -> !dropping && change.kind() == SourceChange.Kind.GONE).forEach(gone ->
        findings.add(ImportRules.SOURCE_GONE, Origin.of(mapping.source()),
            "source", gone.source(), "rows", Long.toString(gone.before())));
    if (!findings.hasErrors()) {
      tellCopies(pass.read().all(), findings);
    }
    boolean refused = findings.hasErrors() || strict && !rejections.isEmpty();
    rejections.rows().forEach(row -> row.why().forEach(findings::add));
    boolean written = !refused && good;
    Organisations organisations = pass.session().organisations();
    Unresolved unresolved = mapping.resolves() ? Unresolved.of(organisations, answers) : Unresolved.NOTHING;
    List<CountChange> changes = List.of();
    List<SumChange> sums = List.of();
    if (written) {
      earlier.otherKey(key).ifPresent(findings::add);
      pass.answersNotMet().forEach(findings::add);
      Optional<PortfolioCounts> before = counts(folder);
      ImportFolder.write(folder, mapping, pass, rejections, language, key, answers, unresolved).forEach(findings::add);
      Optional<PortfolioCounts> after = before.isEmpty() ? before : counts(folder);
      changes = before.flatMap(was -> after.map(is -> is.since(was))).orElse(List.of());
      sums = before.flatMap(was -> after.map(is -> is.sumsSince(was))).orElse(List.of());
    }
    IdentityReport identities =
        mapping.resolves() ? new IdentityReport(organisations, unresolved, answers.fresh().size()) : null;
    ImportReport.Replaced replaced =
        written ? new ImportReport.Replaced(sourceChanges, earlier.hadOtherMapping(mapping), changes, sums) : ImportReport.Replaced.NOTHING;
    return new ImportReport(
        written, pass, masked(files.ignored(mapping.sources())), findings.list(), identities, replaced);
  }

  /** A workbook that was copied under another name is counted twice, which is seldom meant. */
  private static void tellCopies(List<ImportedSources.Source> sources, Findings findings) {
    Map<String, String> byHash = new HashMap<>();
    for (ImportedSources.Source source : sources) {
      String other = source.rows() == 0 ? null : byHash.putIfAbsent(source.hash(), source.name());
      if (other != null) {
        findings.add(ImportRules.SAME_CONTENT, Origin.of(source.name()), "source", source.name(), "other", other);
      }
    }
  }

  private ImportPass pass(Rejections rejections, IdentityAnswers answers, @Nullable Organisations before) {
    Organisations organisations =
        new Organisations(mapping.words().names(), mapping.words().mail(), answers, before);
    return new ImportPass(mapping, rejections, key, organisations, answers);
  }

  /** What was answered before and what is answered now. */
  private IdentityAnswers answers(Path folder, Findings findings) {
    Findings own = new Findings();
    IdentityAnswers answers = new IdentityAnswers(own);
    Path kept = folder.resolve(IdentityFile.NAME);
    if (mapping.resolves() && Files.isRegularFile(kept)) {
      InputFile.read(kept, in -> {
        new IdentityFile(IdentityFile.NAME, answers, own).read(in);
        return answers;
      });
    }
    Path asked = folder.resolve(UnresolvedFile.NAME);
    Path file = resolved != null ? resolved : mapping.resolves() && Files.isRegularFile(asked) ? asked : null;
    if (file != null) {
      InputFile.read(file, in -> {
        new UnresolvedFile(InputFile.name(file), answers, own).read(in);
        return answers;
      });
    }
    own.list().forEach(finding -> findings.add(RowPrivacy.masked(finding)));
    return answers;
  }

  /** Counts of the portfolio in a folder, where there is one that can be read. */
  private static Optional<PortfolioCounts> counts(Path folder) {
    return Files.isRegularFile(folder.resolve(DescriptorReader.FILE))
        ? PortfolioReader.standard().read(folder).portfolio().map(PortfolioCounts::of)
        : Optional.empty();
  }

  /** Names of files, which may hold those of persons. */
  private static List<String> masked(List<String> names) {
    return names.stream().map(RowPrivacy.ofNoRow()::masked).toList();
  }

  private void checkPatterns(SourceFiles files, EarlierImport earlier, Findings findings) {
    Set<String> undecodable = new TreeSet<>();
    Set<String> told = new HashSet<>();
    for (SourceMapping source : mapping.sources()) {
      List<String> missed = masked(files.missed(source));
      boolean isMissing = !source.optional && files.of(source).isEmpty() && !lets(source, earlier);
      files.of(source).stream().map(SourceFiles.Found::name).filter(Import::isUndecodable).forEach(undecodable::add);
      if (isMissing) {
        files.names().stream().filter(Import::isUndecodable).forEach(undecodable::add);
      }
      if (!missed.isEmpty()) {
        if (told.add(source.pattern)) { // parts of a mapping with one pattern miss the same files
          findings.add(MappingRules.FILE_IN_TARGET, source.place,
              "pattern", source.pattern, "files", Closest.several(source.pattern, missed));
        }
      } else if (isMissing) {
        findings.add(MappingRules.NO_FILE, source.place,
            "pattern", source.pattern, "files", Closest.several(source.pattern, masked(files.names())));
      }
    }
    masked(List.copyOf(undecodable))
        .forEach(name -> findings.add(ImportRules.UNDECODABLE_NAME, Origin.of(name), "source", name));
  }

  /** True for a name whose bytes are no text in the encoding that Java was started with. */
  private static boolean isUndecodable(String name) {
    return name.indexOf('\uFFFD') >= 0;
  }

  /** True where the files of a part of the mapping are those that are let go of. */
  private boolean lets(SourceMapping source, EarlierImport earlier) {
    return dropping && earlier.sources().stream().anyMatch(was -> source.matches(Path.of(was.name())));
  }
}
