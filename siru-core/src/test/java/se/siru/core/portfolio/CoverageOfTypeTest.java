package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Activity;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Support;
import se.siru.core.portfolio.CoverageOfType.Extent;

class CoverageOfTypeTest {
  private static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
  private static final int DAYS = 12;

  private static LocalDate day(int number) {
    return FIRST.plusDays(number);
  }

  private static Row node(String id, String level, @Nullable String parent, @Nullable Integer start, @Nullable Integer end) {
    RowBuilder row = ProgrammeNode.TYPE.row(id).with(ProgrammeNode.LEVEL, level);
    row = parent == null ? row : row.with(ProgrammeNode.PARENT, parent);
    row = start == null ? row : row.with(ProgrammeNode.START, day(start));
    return (end == null ? row : row.with(ProgrammeNode.END, day(end - 1))).build();
  }

  /** The whole again, day by day: what each lowest node needs, and what some part gives it. */
  private static Extent dayByDay(List<CoveredPart> parts, List<Set<String>> branches, int[][] lives, int from, int until) {
    boolean any = parts.isEmpty();
    boolean all = true;
    for (int day = from; day < until; day++) {
      LocalDate that = day(day);
      any |= parts.stream().anyMatch(part -> holds(part, that));
      for (int i = 0; i < branches.size(); i++) {
        Set<String> ids = branches.get(i);
        boolean needed = lives[i][0] <= day && day < lives[i][1];
        boolean given =
            parts.isEmpty()
                || parts.stream().anyMatch(
                    part -> holds(part, that)
                        && (part.nodes().isEmpty() || part.nodes().stream().anyMatch(ids::contains)));
        all &= !needed || given;
      }
    }
    return !any ? Extent.NONE : all ? Extent.WHOLE : Extent.PART;
  }

  private static boolean holds(CoveredPart part, LocalDate day) {
    return (part.from() == null || !day.isBefore(part.from())) && (part.until() == null || day.isBefore(part.until()));
  }

  @Property(tries = 2_000)
  void anExtentIsThatOfItsDays(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> names = List.of("fund", "op1", "op2", "wp1", "wp2");
    List<Set<String>> ids = List.of(Set.of("fund", "op1", "wp1"), Set.of("fund", "op1", "wp2"), Set.of("fund", "op2"));
    int[][] lives = new int[ids.size()][];
    List<CoverageOfType.Branch> branches = new ArrayList<>();
    for (int i = 0; i < lives.length; i++) {
      int start = random.nextInt(DAYS);
      lives[i] = new int[] {start, start + 1 + random.nextInt(DAYS)};
      branches.add(new CoverageOfType.Branch(ids.get(i), day(lives[i][0]), day(lives[i][1])));
    }
    List<CoveredPart> parts = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      int from = random.nextInt(DAYS);
      Set<String> nodes = random.nextBoolean() ? Set.of() : Set.of(names.get(random.nextInt(names.size())));
      LocalDate first = random.nextInt(6) == 0 ? null : day(from);
      LocalDate end = random.nextInt(6) == 0 ? null : day(from + 1 + random.nextInt(DAYS));
      parts.add(new CoveredPart(first, end, nodes));
    }
    int from = random.nextInt(DAYS);
    int until = from + 1 + random.nextInt(DAYS);
    assertEquals(
        dayByDay(parts, ids, lives, from, until),
        new CoverageOfType(parts, branches).extent(day(from), day(until)),
        () -> parts + " of " + day(from) + " to " + day(until) + " for " + branches);
  }

  @Test
  void anOpenPeriodNeedsTheDaysOfTheOperationsAndWithoutThoseAllDays() {
    List<CoveredPart> parts = List.of(new CoveredPart(day(2), day(5), Set.of()));
    CoverageOfType dated =
        new CoverageOfType(parts, List.of(new CoverageOfType.Branch(Set.of("op"), day(2), day(5))));
    CoverageOfType undated = new CoverageOfType(parts, List.of(new CoverageOfType.Branch(Set.of("op"), null, null)));
    assertEquals(Extent.WHOLE, dated.extent(null, null));
    assertEquals(Extent.PART, undated.extent(null, null));
  }

  @Test
  void partsThatMeetCoverWhatLiesAcrossThem() {
    Portfolio portfolio =
        Portfolio.builder()
            .add(node("op", "operation", null, 0, 10))
            .covers(Activity.TYPE, new CoveredPart(day(5), null, Set.of("op")))
            .covers(Activity.TYPE, new CoveredPart(null, day(5), Set.of()))
            .build();
    assertEquals(Extent.WHOLE, portfolio.coverage(Activity.TYPE).extent(day(3), day(7)));
  }

  @Test
  void workPackagesStandForTheirOperationAndHaveItsDays() {
    PortfolioBuilder builder =
        Portfolio.builder()
            .add(node("fund", "fund-programme", null, null, null))
            .add(node("empty", "objective", "fund", null, null))
            .add(node("op", "operation", "fund", 2, 6))
            .add(node("wp1", "work-package", "op", null, null))
            .add(node("wp2", "work-package", "op", 4, null));
    CoverageOfType coverage =
        builder.covers(Activity.TYPE, new CoveredPart(day(0), day(9), Set.of("wp1"))).build().coverage(Activity.TYPE);
    assertEquals(Extent.WHOLE, coverage.extent(day(0), day(4)), "wp2 has not begun");
    assertEquals(Extent.PART, coverage.extent(day(0), day(5)));
    assertEquals(Extent.WHOLE, coverage.extent(day(6), day(9)), "the operation has ended");
    assertEquals(Extent.NONE, coverage.extent(day(9), day(11)));
  }

  @Test
  void aTypeOfWhichNothingIsSaidCoversEverything() {
    Portfolio portfolio = Portfolio.builder().add(node("op", "operation", null, null, null)).build();
    assertEquals(Extent.WHOLE, portfolio.coverage(Activity.TYPE).extent(null, null));
    assertEquals(List.of(), portfolio.coverage(Activity.TYPE).parts());
  }

  @Test
  void supportThatFollowsFromAttendanceReachesAsFarAsIt() {
    CoveredPart part = new CoveredPart(day(0), day(5), Set.of());
    Portfolio portfolio =
        Portfolio.builder()
            .add(node("op", "operation", null, null, null))
            .add(Activity.TYPE.row("a").with(Activity.SUPPORT_KIND, "non-financial").build())
            .holds(Participation.TYPE)
            .covers(Participation.TYPE, part)
            .build();
    assertEquals(List.of(part), portfolio.coverage(Support.TYPE).parts());
    assertEquals(List.of(part), portfolio.toBuilder().build().coverage(Participation.TYPE).parts());
  }

  @Test
  void aNodeThatIsNotThereIsToldWithTheNearest() {
    SiruException refused =
        assertThrows(
            SiruException.class,
            () ->
                Portfolio.builder()
                    .add(node("op-1", "operation", null, null, null))
                    .covers(Activity.TYPE, new CoveredPart(null, null, Set.of("op-2")))
                    .build());
    Finding finding = refused.findings().get(0);
    assertEquals(PortfolioRules.UNKNOWN_NODE, finding.rule());
    assertEquals("op-1", finding.arguments().get("nearest"));
  }

  @Test
  void daysThatEndBeforeTheyBeginAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new CoveredPart(day(2), day(2), Set.of()));
  }
}
