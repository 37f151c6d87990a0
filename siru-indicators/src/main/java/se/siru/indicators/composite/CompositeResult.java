package se.siru.indicators.composite;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import se.siru.core.stability.Experimental;

/**
 * What a composite index gives: scores and ranks of every aggregate, the table after each step, and what each step did.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class CompositeResult {
  private final CompositeIndex index;
  private final List<Stage> stages;
  private final List<Change> log;

  CompositeResult(CompositeIndex index, List<Stage> stages, List<Change> log) {
    this.index = index;
    this.stages = List.copyOf(stages);
    this.log = List.copyOf(log);
  }

  /**
   * The table after a step.
   *
   * @param step {@code raw}, the word of the step, or {@code aggregate}
   * @param table the table
   */
  @Experimental(since = "0.1.0")
  public record Stage(String step, UnitTable table) {}

  /**
   * A unit in a ranking.
   *
   * @param rank 1 for the best; equal scores share the best rank, and the next is as many places further
   * @param unit the unit
   * @param score the unrounded score
   */
  @Experimental(since = "0.1.0")
  public record Place(int rank, String unit, double score) {}

  /** The declaration. */
  public CompositeIndex index() {
    return index;
  }

  /** The raw table, the table after each step, and the one with the aggregates. */
  public List<Stage> stages() {
    return stages;
  }

  /** What each step did to which value, in order. */
  public List<Change> log() {
    return log;
  }

  /** The units that have been kept, sorted. */
  public List<String> units() {
    return last().units();
  }

  /**
   * The normalised number of an indicator or the score of an aggregate; empty where it is missing.
   *
   * @throws IllegalArgumentException where there is no such unit or part
   */
  public OptionalDouble score(String unit, String part) {
    return last().value(unit, part);
  }

  /** The rank of a unit in the index; empty where its score is missing. */
  public OptionalInt rank(String unit) {
    return rank(unit, index.root().code());
  }

  /** The rank of a unit in a part of the index; empty where its score is missing. */
  public OptionalInt rank(String unit, String part) {
    return score(unit, part).isEmpty() ? OptionalInt.empty() : OptionalInt.of(ranks(last(), part)[last().units().indexOf(unit)]);
  }

  /** The units that have a score in a part of the index, best first, equal ones by id. */
  public List<Place> ranking(String part) {
    int[] ranks = ranks(last(), part);
    double[] scores = last().column(part);
    return IntStream.range(0, ranks.length)
        .filter(unit -> ranks[unit] > 0)
        .mapToObj(unit -> new Place(ranks[unit], units().get(unit), scores[unit]))
        .sorted(Comparator.comparingInt(Place::rank).thenComparing(Place::unit))
        .toList();
  }

  /** The numbers that are aggregated. */
  UnitTable comparable() {
    return stages.get(stages.size() - 2).table();
  }

  private UnitTable last() {
    return stages.get(stages.size() - 1).table();
  }

  /** The ranks of all units, 0 where the score is missing. */
  static int[] ranks(UnitTable table, String part) {
    double[] downward = Arrays.stream(table.column(part)).map(score -> -score).toArray();
    return Arrays.stream(Moments.ascendingRanks(downward)).mapToInt(rank -> Double.isNaN(rank) ? 0 : (int) rank).toArray();
  }
}
