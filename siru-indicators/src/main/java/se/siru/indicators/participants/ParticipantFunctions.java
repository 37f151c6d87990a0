package se.siru.indicators.participants;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.indicator.IndicatorFunction;

/**
 * The functions of this package for definitions, all of which must ask for each record:
 *
 * <ul>
 *   <li>{@code siru:participants} and, with more fields, {@code siru:participants-at-entry}, {@code -qualified}, {@code -employed-later}
 *       and {@code -followed}: named persons once within the scope, unnamed heads beside them.
 *   <li>{@code siru:gender-share}: the heads of one gender by all heads.
 *   <li>{@code siru:unique-low}, {@code siru:unique-high} and {@code siru:unnamed-heads}: between which numbers the different persons or
 *       organisations lie.
 * </ul>
 *
 * <p>Thread-safe.
 */
public final class ParticipantFunctions {
  private ParticipantFunctions() {}

  /** All of them. */
  public static List<IndicatorFunction> all() {
    List<IndicatorFunction> all = new ArrayList<>(List.of(ParticipantFunction.values()));
    all.add(new GenderShareFunction());
    all.addAll(List.of(UniqueFunction.values()));
    return List.copyOf(all);
  }
}
