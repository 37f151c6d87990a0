package se.siru.core.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.siru.core.stability.Provided;

/**
 * Collects findings. Keeps the first {@value #MOST_PER_SEVERITY} of each severity and counts the rest, so that a file that is
 * wrong on every row costs no more memory than one that is wrong on a thousand.
 *
 * <p>Not thread-safe: confined to one thread.
 */
@Provided(since = "0.1.0")
public final class Findings {
  /** How many findings of one severity are kept whole. */
  public static final int MOST_PER_SEVERITY = 1_000;

  private final List<Finding> kept = new ArrayList<>();
  private final long[] counts = new long[Severity.values().length];

  /** An empty collector. */
  public Findings() {}

  /** Adds a finding. */
  public void add(Finding finding) {
    if (counts[finding.severity().ordinal()]++ < MOST_PER_SEVERITY) {
      kept.add(finding);
    }
  }

  /** Adds a finding of a rule at a place; see {@link Finding#of}. */
  public void add(Rule rule, Origin origin, String... namesAndValues) {
    add(Finding.of(rule, origin, namesAndValues));
  }

  /** Adds all findings of another collector, its uncounted rest included. */
  public void addAll(Findings other) {
    addAll(other, 0);
  }

  /**
   * Adds all findings of another collector, its uncounted rest included, that counted the rows of a source from some later one on.
   *
   * @param rowsBefore how many rows came before those that the other counted; findings that are in no row stay where they are
   */
  public void addAll(Findings other, long rowsBefore) {
    long[] before = counts.clone();
    other.kept.forEach(finding -> add(rowsBefore == 0 ? finding : finding.at(finding.origin().down(rowsBefore))));
    for (int i = 0; i < counts.length; i++) {
      counts[i] = before[i] + other.counts[i];
    }
  }

  /** How many findings of a severity there were, kept or not. */
  public long count(Severity severity) {
    return counts[severity.ordinal()];
  }

  /** True where at least one error was found. */
  public boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  /** The findings kept, in order of source, row and column; a copy. */
  public List<Finding> list() {
    List<Finding> sorted = new ArrayList<>(kept);
    sorted.sort(Comparator.comparing(Finding::origin).thenComparing(f -> f.rule().id()));
    return List.copyOf(sorted);
  }

  /** How many findings were counted but not kept. */
  public long omitted() {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    return all - kept.size();
  }
}
