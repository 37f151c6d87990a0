package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Activity;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.IdentityLink;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** What organisations count as where units merge, split, convert and are known under several ids, on every day. */
class SuccessionLawTest {
  private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f");
  private static final int LEAST_HEADS = 7;
  private static final List<TimePeriod> PERIODS = Periods.parse("2020..2022,total");
  private static final Indicator ORGANISATIONS =
      Indicator.measure("t:organisations").over(Participation.TYPE).distinct(Participation.ORGANISATIONS).build();
  private static final Indicator LARGE =
      Indicator.measure("t:large").over(Participation.TYPE).per(Participation.ORGANISATIONS)
          .having(Grouping.Inner.sum(FieldPath.of(Participation.HEADS)).atLeast(Integer.toString(LEAST_HEADS))).count().build();
  private static final Indicator KNOWN =
      Indicator.measure("t:known").over(Stakeholder.TYPE).when(TimeRule.inForceAtPeriodEnd()).count().build();

  private static final Catalogue CATALOGUE =
      Catalogue.empty().with(Provider.application(), List.of(ORGANISATIONS, LARGE, KNOWN), List.of());

  private final List<Row> rows = new ArrayList<>();
  private final List<IdentityLink> links = new ArrayList<>();

  private static LocalDate day(Random random) {
    return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3 * 365));
  }

  /** Organisations, some of several versions, and participations that name one to three of them. */
  private void records(Random random) {
    rows.add(ProgrammeNode.TYPE.row("o").with(ProgrammeNode.LEVEL, "operation").build());
    rows.add(Activity.TYPE.row("x").build());
    for (String id : IDS) {
      rows.add(Stakeholder.TYPE.row(id).with(Stakeholder.SECTOR, "public").build());
      if (random.nextInt(3) == 0) {
        rows.add(Stakeholder.TYPE.row(id).with(Stakeholder.VALID_FROM, day(random)).with(Stakeholder.SECTOR, "business").build());
      }
    }
    for (int i = random.nextInt(25); i >= 0; i--) {
      Set<String> named = new LinkedHashSet<>();
      for (int n = random.nextInt(3); n >= 0; n--) {
        named.add(IDS.get(random.nextInt(IDS.size())));
      }
      rows.add(Participation.TYPE.row().with(Participation.ACTIVITY, "x").with(Participation.DATE, day(random))
          .with(Participation.ORGANISATIONS, List.copyOf(named)).with(Participation.HEADS, 1L + random.nextInt(5)).build());
    }
  }

  /** Links without a cycle: each leads to a later id. */
  private void links(Random random) {
    for (int i = 0; i < IDS.size() - 1; i++) {
      int count = random.nextInt(3);
      Set<LocalDate> days = new HashSet<>();
      for (int n = 0; n < count; n++) {
        String target = IDS.get(i + 1 + random.nextInt(IDS.size() - i - 1));
        boolean whole = count == 1 && random.nextBoolean();
        IdentityLink.Kind kind = whole
            ? random.nextBoolean() ? IdentityLink.Kind.ALIAS : IdentityLink.Kind.SUCCESSOR
            : List.of(IdentityLink.Kind.BRANCH, IdentityLink.Kind.MERGER).get(random.nextInt(2));
        LocalDate from = !whole && random.nextInt(8) > 0 || random.nextInt(4) == 0 ? day(random) : null;
        if (days.add(from == null || whole ? LocalDate.MIN : from)) {
          links.add(new IdentityLink(IDS.get(i), target, kind, from));
        }
      }
      if (random.nextInt(5) == 0) {
        links.add(new IdentityLink(IDS.get(i), IDS.get(IDS.size() - 1), IdentityLink.Kind.SPLIT, day(random)));
      }
    }
  }

  /** The unit by the words of the rule, one step after the other. */
  private String unit(String id, LocalDate day) {
    IdentityLink holding = links.stream()
        .filter(link -> link.id().equals(id) && link.kind() != IdentityLink.Kind.GROUP && link.kind() != IdentityLink.Kind.SPLIT)
        .filter(link -> !start(link).isAfter(day))
        .max(Comparator.comparing(SuccessionLawTest::start)).orElse(null);
    return holding == null ? id : unit(holding.target(), day);
  }

  private static LocalDate start(IdentityLink link) {
    boolean always = link.kind() == IdentityLink.Kind.ALIAS || link.kind() == IdentityLink.Kind.SUCCESSOR;
    LocalDate from = link.from();
    return always || from == null ? LocalDate.MIN : from;
  }

  private Portfolio portfolio(List<IdentityLink> linked) {
    PortfolioBuilder builder = Portfolio.builder().addAll(rows);
    linked.forEach(builder::identity);
    return builder.build();
  }

  private static Results run(Portfolio portfolio) {
    return Evaluation.of(portfolio, CATALOGUE).indicators("*").periods(PERIODS).run();
  }

  private static long shown(Results results, String indicator, TimePeriod period) {
    Value value = results.cell(indicator, period.label()).value();
    return ((Value.Quantity) value).number().longValueExact();
  }

  private List<Row> in(TimePeriod period) {
    return rows.stream().filter(row -> row.type().equals(Participation.TYPE))
        .filter(row -> period.contains(Objects.requireNonNull(row.get(Participation.DATE)))).toList();
  }

  @Property(tries = 300)
  void aFactCountsForTheUnitOfItsDayAndAPeriodForTheUnitsOfItsFacts(@ForAll long seed) {
    Random random = new Random(seed);
    records(random);
    links(random);
    Results results = run(portfolio(links));
    for (TimePeriod period : PERIODS) {
      Map<String, Long> heads = new HashMap<>();
      for (Row row : in(period)) {
        Set<String> units = new HashSet<>();
        LocalDate day = Objects.requireNonNull(row.get(Participation.DATE));
        Objects.requireNonNull(row.get(Participation.ORGANISATIONS)).forEach(id -> units.add(unit(id, day)));
        units.forEach(unit -> heads.merge(unit, Objects.requireNonNull(row.get(Participation.HEADS)), Long::sum));
      }
      assertEquals(heads.size(), shown(results, "t:organisations", period), period::toString);
      assertEquals(heads.values().stream().filter(sum -> sum >= LEAST_HEADS).count(), shown(results, "t:large", period));
    }
    rows.clear();
    links.clear();
  }

  @Property(tries = 100)
  void takingAllLinksAwayRestoresEveryCount(@ForAll long seed) {
    Random random = new Random(seed);
    records(random);
    Results before = run(portfolio(List.of()));
    links(random);
    run(portfolio(links));
    Results after = run(portfolio(List.of()));
    for (Indicator indicator : List.of(ORGANISATIONS, LARGE, KNOWN)) {
      for (TimePeriod period : PERIODS) {
        assertEquals(shown(before, indicator.id(), period), shown(after, indicator.id(), period));
      }
    }
    rows.clear();
    links.clear();
  }

  @Property(tries = 100)
  void anAliasTakesOneAwayExactlyWhereBothWereCounted(@ForAll long seed) {
    Random random = new Random(seed);
    records(random);
    Results before = run(portfolio(List.of()));
    Results after = run(portfolio(List.of(new IdentityLink("a", "b", IdentityLink.Kind.ALIAS, null))));
    for (TimePeriod period : PERIODS) {
      Set<String> named = new HashSet<>();
      in(period).forEach(row -> named.addAll(Objects.requireNonNull(row.get(Participation.ORGANISATIONS))));
      int less = named.containsAll(Set.of("a", "b")) ? 1 : 0;
      assertEquals(shown(before, "t:organisations", period) - less, shown(after, "t:organisations", period));
    }
    rows.clear();
    links.clear();
  }

  private void took(String organisation, String day) {
    rows.add(Participation.TYPE.row().with(Participation.ACTIVITY, "x").with(Participation.DATE, LocalDate.parse(day))
        .with(Participation.ORGANISATIONS, List.of(organisation)).build());
  }

  private List<Long> organisations(IdentityLink.Kind kind, String... ids) {
    rows.clear();
    records(new Random(0));
    rows.removeIf(row -> row.type().equals(Participation.TYPE));
    took("a", "2020-05-01");
    took("b", "2020-05-01");
    took("c", "2021-05-01");
    took("b", "2021-05-01");
    List<IdentityLink> linked = new ArrayList<>();
    for (String id : ids) {
      linked.add(new IdentityLink(id, "c", kind, LocalDate.of(2021, 1, 1)));
    }
    Results results = run(portfolio(linked));
    return PERIODS.stream().map(period -> shown(results, "t:organisations", period)).toList();
  }

  @Test
  void aMergerIsTwoBeforeItsDayOneAfterItAndThreeLegalUnitsOverBoth() {
    assertEquals(List.of(2L, 1L, 0L, 3L), organisations(IdentityLink.Kind.MERGER, "a", "b"));
  }

  @Test
  void aConversionIsOneEnterpriseAllAlong() {
    assertEquals(List.of(2L, 2L, 0L, 2L), organisations(IdentityLink.Kind.SUCCESSOR, "a"));
  }

  @Test
  void theDividedUnitCountsForItselfAndForNoPart() {
    assertEquals(List.of(2L, 2L, 0L, 3L), organisations(IdentityLink.Kind.SPLIT, "a"));
  }

  @Test
  void stakeholdersThatAreKnownBecomeFewerOnTheDayOfAMerger() {
    rows.clear();
    records(new Random(0));
    Results results = run(portfolio(List.of(new IdentityLink("a", "b", IdentityLink.Kind.MERGER, LocalDate.of(2021, 7, 1)))));
    assertEquals(List.of(6L, 5L, 5L),
        PERIODS.subList(0, 3).stream().map(period -> shown(results, "t:known", period)).toList());
  }
}
