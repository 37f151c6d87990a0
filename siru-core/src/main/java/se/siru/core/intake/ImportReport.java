package se.siru.core.intake;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Severity;
import se.siru.core.stability.Provided;

/**
 * What an import did: how many rows were read, what became of them, and everything that was merged, taken as unknown,
 * rejected or ignored on the way.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class ImportReport {
  private final boolean written;
  private final List<Source> sources;
  private final Map<String, Long> records;
  private final Map<String, Long> merged;
  private final Map<String, Long> spellingsMerged;
  private final List<UnknownValue> unknownValues;
  private final List<String> filesIgnored;
  private final List<Finding> findings;
  private final @Nullable IdentityReport identities;
  private final Replaced replaced;

  ImportReport(
      boolean written,
      ImportPass pass,
      List<String> filesIgnored,
      List<Finding> findings,
      @Nullable IdentityReport identities,
      Replaced replaced) {
    this.written = written;
    this.sources = List.copyOf(pass.sources());
    this.records = pass.recordsMade();
    this.merged = pass.merged();
    this.spellingsMerged = pass.session().identities().merged();
    this.unknownValues =
        pass.session().unknownValues().stream()
            .map(value ->
                new UnknownValue(value.field.type(), value.field.name(), value.value, value.count, value.declared))
            .toList();
    this.filesIgnored = List.copyOf(filesIgnored);
    this.findings = List.copyOf(findings);
    this.identities = identities;
    this.replaced = replaced;
  }

  /** What changed against the portfolio that was there before. */
  record Replaced(List<SourceChange> sources, boolean mapping, List<CountChange> counts, List<SumChange> sums) {
    static final Replaced NOTHING = new Replaced(List.of(), false, List.of(), List.of());

    Replaced {
      sources = List.copyOf(sources);
      counts = List.copyOf(counts);
      sums = List.copyOf(sums);
    }
  }

  /**
   * One file as one part of the mapping read it.
   *
   * @param rowsRead all its rows, rejected ones included, the header not
   * @param rowsRejected those of which nothing was kept
   */
  @Provided(since = "0.1.0")
  public record Source(String file, long rowsRead, long rowsRejected) {}

  /**
   * A value that became unknown.
   *
   * @param type the record type
   * @param field the field that is then not stated
   * @param value the value in the source
   * @param count how often it was met
   * @param declared true where the mapping lists it as unknown, false where it could not be read and the mapping
   *     allows that
   */
  @Provided(since = "0.1.0")
  public record UnknownValue(String type, String field, String value, long count, boolean declared) {
    /** Checks the components. */
    public UnknownValue {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(value, "value");
    }
  }

  /** True where a portfolio folder was written. */
  public boolean written() {
    return written;
  }

  /** The files read, in order of the mapping. */
  public List<Source> sources() {
    return sources;
  }

  /** How many rows were read, rejected ones included. */
  public long rowsRead() {
    return sources.stream().mapToLong(Source::rowsRead).sum();
  }

  /** How many rows were rejected. */
  public long rowsRejected() {
    return sources.stream().mapToLong(Source::rowsRejected).sum();
  }

  /** How many records of each type were made, those that the mapping states itself included, by the type's name. */
  public Map<String, Long> records() {
    return records;
  }

  /**
   * How many records of each type were merged into one made before, by the type's name; types without any are left out.
   */
  public Map<String, Long> merged() {
    return merged;
  }

  /** How many spellings named what another one named already, by record type or collected code list. */
  public Map<String, Long> spellingsMerged() {
    return spellingsMerged;
  }

  /** The values taken as unknown, by type, field and value. */
  public List<UnknownValue> unknownValues() {
    return unknownValues;
  }

  /** The files that no part of the mapping reads. */
  public List<String> filesIgnored() {
    return filesIgnored;
  }

  /** Why rows were rejected, and what else was found; at most as many as {@code Findings} keeps. */
  public List<Finding> findings() {
    return findings;
  }

  /** How organisations were identified; empty where the mapping does not say {@code resolve}. */
  public Optional<IdentityReport> identities() {
    return Optional.ofNullable(identities);
  }

  /**
   * The counts that differ from the portfolio that was replaced, by what is counted; empty where there was none that could be
   * read, or nothing was written.
   */
  public List<CountChange> changes() {
    return replaced.counts();
  }

  /** The sums of amounts and hours that differ from the portfolio that was replaced; empty as {@link #changes} is. */
  public List<SumChange> sumChanges() {
    return replaced.sums();
  }

  /**
   * What became of each file since the import whose portfolio was replaced, those that are there by name, then those that are gone;
   * all are added where there was none. Empty where nothing was written.
   */
  public List<SourceChange> sourceChanges() {
    return replaced.sources();
  }

  /** True where the portfolio that was replaced was made with another mapping. */
  public boolean mappingChanged() {
    return replaced.mapping();
  }

  /** True where anything was rejected or the import was refused. */
  public boolean hasErrors() {
    return rowsRejected() > 0 || findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
  }
}
