package se.siru.indicators.participants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import se.siru.core.indicator.IndicatorFunction.Context;
import se.siru.core.indicator.IndicatorFunction.Selection;
import se.siru.core.model.Periods;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;

/** The bounds against every way in which unnamed heads can be somebody. */
class UniqueFunctionTest {
  /** A record: who, how many heads, and when it was. */
  private record Line(long thing, long heads, long occasion) {}

  private record Lines(List<Line> lines) implements Selection {
    @Override
    public int size() {
      return lines.size();
    }

    @Override
    public long value(int row, int field) {
      Line line = lines.get(row);
      return field == 0 ? line.thing : field == 1 ? line.heads : line.occasion;
    }

    @Override
    public BigDecimal number(int row, int field) {
      return BigDecimal.valueOf(value(row, field));
    }

    @Override
    public String code(int row, int field) {
      throw new IllegalStateException("no codes");
    }
  }

  private record Asked(Map<String, String> parameters) implements Context {
    @Override
    public TimePeriod period() {
      return Periods.years(2022, 2022).get(0);
    }

    @Override
    public Optional<LocalDate> recordedAt() {
      return Optional.empty();
    }
  }

  private static long figure(UniqueFunction function, List<Line> lines, boolean areApart) {
    Asked asked = new Asked(areApart ? Map.of("occasion-fields", "1") : Map.of());
    return ((Value.Quantity) function.apply(new Lines(lines), asked).value()).number().longValueExact();
  }

  /** At most three named, three occasions and five unnamed heads: a few thousand ways to be somebody. */
  private static List<Line> lines(Random random) {
    List<Line> lines = new ArrayList<>();
    int unnamed = 0;
    for (int i = 0; i < 6; i++) {
      long occasion = random.nextInt(3);
      if (random.nextBoolean()) {
        lines.add(new Line(random.nextInt(3), 1, occasion));
      } else if (unnamed < 5) {
        long heads = random.nextInt(Math.min(3, 6 - unnamed));
        unnamed += (int) heads;
        lines.add(new Line(Selection.UNKNOWN, heads, occasion));
      }
    }
    return lines;
  }

  /** Tries every identity for every unnamed head: somebody named anywhere, or one of as many others as there are heads. */
  private static Set<Integer> possibleTruths(List<Line> lines, boolean areApart) {
    Set<Long> named = new HashSet<>();
    List<Long> heads = new ArrayList<>();
    for (Line line : lines) {
      if (line.thing == Selection.UNKNOWN) {
        for (long head = 0; head < line.heads; head++) {
          heads.add(line.occasion);
        }
      } else {
        named.add(line.thing);
      }
    }
    List<Long> identities = new ArrayList<>(named);
    for (int other = 0; other < heads.size(); other++) {
      identities.add(100L + other);
    }
    Set<Integer> truths = new TreeSet<>();
    assign(lines, heads, identities, areApart, new ArrayList<>(), new HashSet<>(named), truths);
    return truths;
  }

  private static void assign(
      List<Line> lines, List<Long> heads, List<Long> identities, boolean areApart, List<Long> chosen, Set<Long> named, Set<Integer> truths) {
    int head = chosen.size();
    if (head == heads.size()) {
      Set<Long> all = new HashSet<>(named);
      all.addAll(chosen);
      truths.add(all.size());
      return;
    }
    for (long identity : identities) {
      boolean isThere = false;
      for (int before = 0; before < head; before++) {
        isThere |= heads.get(before).equals(heads.get(head)) && chosen.get(before) == identity;
      }
      for (Line line : lines) {
        isThere |= line.thing == identity && line.occasion == heads.get(head);
      }
      if (!areApart || !isThere) {
        chosen.add(identity);
        assign(lines, heads, identities, areApart, chosen, named, truths);
        chosen.remove(head);
      }
    }
  }

  @Property(tries = 200)
  void ofPersonsInRoomsTheBoundsAreTheLeastAndTheGreatestTruthThatCanBe(@ForAll @LongRange(min = 0) long seed) {
    List<Line> lines = lines(new Random(seed));
    Set<Integer> truths = possibleTruths(lines, true);
    assertEquals(truths.stream().mapToInt(Integer::intValue).min().orElseThrow(), figure(UniqueFunction.LOW, lines, true), lines::toString);
    assertEquals(truths.stream().mapToInt(Integer::intValue).max().orElseThrow(), figure(UniqueFunction.HIGH, lines, true), lines::toString);
  }

  @Property(tries = 200)
  void ofOrganisationsOfVisitorsTheBoundsAreTheLeastAndTheGreatestTruthThatCanBe(@ForAll @LongRange(min = 0) long seed) {
    List<Line> lines = lines(new Random(seed));
    Set<Integer> truths = possibleTruths(lines, false);
    assertEquals(truths.stream().mapToInt(Integer::intValue).min().orElseThrow(), figure(UniqueFunction.LOW, lines, false), lines::toString);
    assertEquals(truths.stream().mapToInt(Integer::intValue).max().orElseThrow(), figure(UniqueFunction.HIGH, lines, false), lines::toString);
  }

  @Property(tries = 100)
  void identifyingOneMoreNeverWidensTheBounds(@ForAll @LongRange(min = 0) long seed) {
    Random random = new Random(seed);
    List<Line> lines = lines(random);
    List<Line> better = new ArrayList<>();
    boolean isDone = false;
    for (Line line : lines) {
      if (!isDone && line.thing == Selection.UNKNOWN && line.heads > 0) {
        better.add(new Line(50, 1, line.occasion));
        better.add(new Line(Selection.UNKNOWN, line.heads - 1, line.occasion));
        isDone = true;
      } else {
        better.add(line);
      }
    }
    assertTrue(figure(UniqueFunction.LOW, better, true) >= figure(UniqueFunction.LOW, lines, true), lines::toString);
    assertEquals(figure(UniqueFunction.HIGH, lines, true), figure(UniqueFunction.HIGH, better, true), lines::toString);
  }
}
