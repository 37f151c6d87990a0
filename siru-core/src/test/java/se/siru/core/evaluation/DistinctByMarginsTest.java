package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Activity;
import se.siru.core.model.Condition;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;

/**
 * Activities and their organisers, counted by dimensions of the organisations that take part, of the activities, and of both: against
 * sets that are filled record by record.
 */
class DistinctByMarginsTest {
  private static final List<TimePeriod> PERIODS = Periods.parse("2021..2023/half,2022-02-10/2022-07-03,total");
  private static final FieldPath ORGANISERS = FieldPath.of(Participation.ACTIVITY, Activity.ORGANISERS);
  private static final List<String> BREAKDOWNS = List.of("sector,economic,kind", "economic,sector");
  private static final List<List<String>> MARGINS =
      List.of(
          List.of(),
          List.of("sector"),
          List.of("economic"),
          List.of("kind"),
          List.of("sector", "economic"),
          List.of("sector", "kind"),
          List.of("economic", "kind"),
          List.of("sector", "economic", "kind"));

  private static Measure.Builder measure(String id) {
    return Indicator.measure(id)
        .over(Participation.TYPE)
        .dimension("sector", Dimension.of("sector", FieldPath.of(Participation.ORGANISATIONS, Stakeholder.SECTOR)))
        .dimension("economic", Dimension.of("economic", FieldPath.of(Participation.ORGANISATIONS, Stakeholder.ECONOMIC)))
        .dimension("kind", Dimension.of("kind", FieldPath.of(Participation.ACTIVITY, Activity.KIND)));
  }

  private static final List<Indicator> MEASURES =
      List.of(
          measure("m:activities").distinct(Participation.ACTIVITY).build(),
          measure("m:held").where(Participation.STATUS.is("attended")).distinct(Participation.ACTIVITY).build(),
          measure("m:so-far").when(TimeRule.cumulative()).distinct(Participation.ACTIVITY).build(),
          measure("m:organisers").aggregate(new Aggregate.Distinct(ORGANISERS)).build());

  private static boolean in(TimePeriod period, @Nullable LocalDate day, boolean cumulative) {
    if (day == null) {
      return period.isTotal();
    }
    return cumulative ? period.until() == null || day.isBefore(period.until()) : period.contains(day);
  }

  private static Row version(List<Row> all, String id, @Nullable LocalDate day) {
    TreeMap<LocalDate, Row> versions = new TreeMap<>();
    all.stream()
        .filter(row -> id.equals(row.get(Stakeholder.ID)))
        .forEach(row -> versions.put(row.find(Stakeholder.VALID_FROM).orElse(LocalDate.MIN), row));
    Map.Entry<LocalDate, Row> valid = day == null ? versions.lastEntry() : versions.floorEntry(day);
    return valid == null ? versions.firstEntry().getValue() : valid.getValue();
  }

  private static Set<String> known(Set<String> codes) {
    return codes.isEmpty() ? Set.of("unknown") : codes;
  }

  /** The codes of a record, by dimension. */
  private static Map<String, Set<String>> codes(Portfolio portfolio, Row row, Map<String, Row> activities) {
    List<Row> stakeholders = portfolio.rows(Stakeholder.TYPE).toList();
    Set<String> sectors = new HashSet<>();
    Set<String> economic = new HashSet<>();
    for (String id : Objects.requireNonNull(row.get(Participation.ORGANISATIONS))) {
      Row version = version(stakeholders, id, row.get(Participation.DATE));
      sectors.add(version.find(Stakeholder.SECTOR).orElse("unknown"));
      economic.add(version.find(Stakeholder.ECONOMIC).orElse("unknown"));
    }
    String kind = Objects.requireNonNull(activities.get(row.get(Participation.ACTIVITY))).find(Activity.KIND).orElse("unknown");
    return Map.of("sector", known(sectors), "economic", known(economic), "kind", Set.of(kind));
  }

  private static void put(
      Map<List<String>, Set<String>> counted, List<String> margin, Map<String, Set<String>> codes, List<String> row, Set<String> things) {
    if (row.size() == margin.size()) {
      counted.computeIfAbsent(row, key -> new HashSet<>()).addAll(things);
      return;
    }
    String dimension = margin.get(row.size());
    for (String code : Objects.requireNonNull(codes.get(dimension))) {
      List<String> longer = new ArrayList<>(row);
      longer.add(dimension + "=" + code);
      put(counted, margin, codes, longer, things);
    }
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void everyMarginCountsWhatItsRecordsName(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2) int threads) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results results =
        Evaluation.of(portfolio, Catalogue.empty().with(Provider.application(), MEASURES, List.of()))
            .indicators("m:*")
            .periods(PERIODS)
            .by(BREAKDOWNS.get(0))
            .by(BREAKDOWNS.get(1))
            .threads(threads)
            .run();
    Map<String, Row> activities = new HashMap<>();
    portfolio.rows(Activity.TYPE).forEach(row -> activities.put(row.get(Activity.ID), row));
    for (TimePeriod period : PERIODS) {
      for (List<String> margin : MARGINS) {
        for (Indicator measure : MEASURES) {
          Map<List<String>, Set<String>> expected = new HashMap<>();
          portfolio
              .rows(Participation.TYPE)
              .filter(row -> in(period, row.get(Participation.DATE), measure.id().equals("m:so-far")))
              .filter(row -> !measure.id().equals("m:held") || row.find(Participation.STATUS).filter("attended"::equals).isPresent())
              .filter(row -> row.find(Participation.ACTIVITY).isPresent())
              .forEach(row -> {
                String activity = row.get(Participation.ACTIVITY);
                Set<String> things =
                    measure.id().equals("m:organisers")
                        ? Set.copyOf(activities.get(activity).find(Activity.ORGANISERS).orElse(List.of()))
                        : Set.of(activity);
                put(expected, margin, codes(portfolio, row, activities), List.of(), things);
              });
          expected.forEach(
              (row, things) ->
                  assertEquals(things.size(), shown(results, measure.id(), period, row), measure + " " + period + " " + row));
        }
      }
    }
  }

  private static long shown(Results results, String indicator, TimePeriod period, List<String> codes) {
    return results
        .find(indicator, period.label(), codes.toArray(String[]::new))
        .map(Cell::value)
        .map(value -> value instanceof Value.Quantity ? ((Value.Quantity) value).number().longValueExact() : -1)
        .orElse(0L);
  }

  /** So many different answers that signatures have no place each. */
  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
  void anyNumberOfConditionsOnOneRecordIsCountedEachForItself(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    List<Indicator> measures = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int number = i;
      Condition some = Condition.of("some " + i, row -> Objects.hash(row.find(Participation.DATE), number) % 3 == 0);
      measures.add(Indicator.measure("m:some-" + i).over(Participation.TYPE).where(some).count().build());
    }
    Results results =
        Evaluation.of(portfolio, Catalogue.empty().with(Provider.application(), measures, List.of())).indicators("m:*").periods(PERIODS).run();
    for (int i = 0; i < 30; i++) {
      int number = i;
      assertEquals(
          portfolio
              .rows(Participation.TYPE)
              .filter(row -> Objects.hash(row.find(Participation.DATE), number) % 3 == 0)
              .count(),
          shown(results, "m:some-" + i, PERIODS.get(PERIODS.size() - 1), List.of()));
    }
  }
}
