package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Funding;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.Row;
import se.siru.core.model.StageChange;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** Where records of some periods come and go, the others are not counted again, and nobody can tell. */
class KeptPeriodsTest {
  private static final int QUARTERS = 12;

  private static final List<TimePeriod> PERIODS =
      Stream.of(Periods.quarters(2021, 2022), Periods.years(2022, 2022), Periods.total()).flatMap(List::stream).toList();

  /** Samples, operands of other periods among them, and an accumulator for all that was before. */
  private static final Catalogue CATALOGUE =
      Samples.CATALOGUE.with(
          new Provider("test", "1", "test"),
          List.of(
              Indicator.formula("t:change").expression("[t:organisations] - previous([t:organisations], 2)").build(),
              Indicator.formula("t:before").expression("previous([t:median]) + previous([t:counts])").build(),
              Indicator.measure("t:until")
                  .over(Participation.TYPE)
                  .when(TimeRule.cumulative())
                  .aggregate(new Aggregate.Custom(new CountingRecords()))
                  .build()),
          List.of());

  /** Where conditions ask about other records, everything is read anew, and nothing is kept. */
  private static final String[] INDICATORS =
      CATALOGUE.indicators().stream().filter(each -> !asksOthers(each)).map(Indicator::id).toArray(String[]::new);

  private static boolean asksOthers(Indicator indicator) {
    return indicator instanceof Measure
        && Nested.conditions((Measure) indicator).flatMap(Nested::in).anyMatch(Condition.Related.class::isInstance);
  }

  /** The facts of a random portfolio by the quarter of their day, those without one last. */
  private static List<List<Row>> byQuarter(List<Row> facts) {
    List<List<Row>> packets = new ArrayList<>();
    IntStream.rangeClosed(0, QUARTERS).forEach(i -> packets.add(new ArrayList<>()));
    for (Row row : facts) {
      LocalDate day = day(row);
      int quarter = day == null ? QUARTERS : (day.getYear() - 2021) * 4 + (day.getMonthValue() - 1) / 3;
      packets.get(quarter).add(row);
    }
    return packets;
  }

  private static @Nullable LocalDate day(Row row) {
    return Stream.of(Participation.DATE, Support.DATE, Funding.DATE, Membership.START, StageChange.DATE, Agreement.SIGNED)
        .filter(field -> row.type().fields().contains(field))
        .findFirst()
        .map(row::get)
        .orElse(null);
  }

  /** Leaves a packet out, or some of its records, or states them again. */
  private static Portfolio changed(Portfolio portfolio, List<List<Row>> packets, Random random) {
    int packet = random.nextInt(packets.size());
    PortfolioBuilder builder = portfolio.toBuilder();
    portfolio.schema().types().stream()
        .flatMap(type -> portfolio.table(type.name()).batches().stream())
        .filter(batch -> batch.provenance().source().equals("packet-" + packet))
        .forEach(builder::without);
    List<Row> rows = packets.get(packet).stream().filter(row -> random.nextInt(3) > 0).toList();
    return (random.nextBoolean() ? builder : builder.addBatch(Batch.Provenance.of("packet-" + packet), rows)).build();
  }

  private static Evaluation evaluation(Portfolio portfolio, boolean allCodes) {
    Evaluation evaluation =
        Evaluation.of(portfolio, CATALOGUE).indicators(INDICATORS).periods(PERIODS).by("sector", "county", "sectors", "stage", "sector,size");
    return allCodes ? evaluation.allCodes() : evaluation;
  }

  private static List<String> texts(Results results) {
    List<String> texts = new ArrayList<>(results.cells().map(cell -> cell + " " + cell.records() + " " + cell.unknown()).toList());
    results.findings().forEach(finding -> texts.add(finding.toString()));
    return texts;
  }

  @Property(tries = 12)
  void equalsEvaluatingFromTheStartWhereQuartersChange(@ForAll long seed, @ForAll boolean allCodes) {
    Random random = new Random(seed);
    Map<Boolean, List<Row>> rows =
        new RandomPortfolio(seed, false).rows().stream().collect(Collectors.partitioningBy(row -> row.type().isEntity()));
    PortfolioBuilder builder = Portfolio.builder().addAll(rows.get(true));
    List<List<Row>> packets = byQuarter(rows.get(false));
    for (int i = 0; i < packets.size(); i++) {
      builder.addBatch(Batch.Provenance.of("packet-" + i), packets.get(i));
    }
    Portfolio portfolio = builder.build();
    IncrementalEvaluation kept = evaluation(portfolio, allCodes).incremental();
    assertEquals(texts(evaluation(portfolio, allCodes).run()), texts(kept.results()));
    for (int i = 0; i < 4; i++) {
      portfolio = changed(portfolio, packets, random);
      assertEquals(texts(evaluation(portfolio, allCodes).run()), texts(kept.update(portfolio)));
    }
    assertEquals(texts(evaluation(portfolio, allCodes).run()), texts(kept.results()));
  }

  /** Remembers for which periods it was asked. */
  private static final class Listening implements IndicatorFunction {
    final TreeSet<String> periods = new TreeSet<>();

    @Override
    public String id() {
      return "t:listening";
    }

    @Override
    public Outcome apply(Selection selection, Context context) {
      periods.add(context.period().label());
      return new Outcome(Value.Quantity.of(selection.size()), 0);
    }

    TreeSet<String> take() {
      TreeSet<String> taken = new TreeSet<>(periods);
      periods.clear();
      return taken;
    }
  }

  private static Row attended(@Nullable String day, String organisation) {
    return Participation.TYPE
        .row()
        .with(Participation.ACTIVITY, "a")
        .with(Participation.DATE, day == null ? null : LocalDate.parse(day))
        .with(Participation.ORGANISATIONS, List.of(organisation))
        .build();
  }

  private static Portfolio with(Portfolio portfolio, Row row) {
    return portfolio.toBuilder().addBatch(Batch.Provenance.of("late"), List.of(row)).build();
  }

  /** What a function under a time rule is asked when records come, one after the other. */
  private static List<String> asked(TimeRule when, @Nullable String breakdown, Row... comings) {
    Listening listening = new Listening();
    Measure measure =
        Indicator.measure("t:listens")
            .over(Participation.TYPE)
            .when(when)
            .aggregate(new Aggregate.Function("t:listening", Map.of(), List.of(FieldPath.of(Participation.ORGANISATIONS))))
            .build();
    Portfolio portfolio =
        Portfolio.builder()
            .add(Activity.TYPE.row("a").build())
            .add(Stakeholder.TYPE.row("s1").with(Stakeholder.SECTOR, "public").build())
            .add(Stakeholder.TYPE.row("s2").with(Stakeholder.SECTOR, "academia").build())
            .addBatch(Batch.Provenance.of("first"), List.of(attended("2022-02-01", "s1"), attended("2022-08-01", "s1")))
            .build();
    Evaluation evaluation =
        Evaluation.of(portfolio, Catalogue.empty().with(Provider.application(), List.of(measure), List.of(listening)))
            .periods(Periods.parse("2022/quarter"));
    IncrementalEvaluation kept = (breakdown == null ? evaluation : evaluation.by(breakdown)).incremental();
    kept.results();
    List<String> asked = new ArrayList<>(List.of(String.join(" ", listening.take())));
    for (Row coming : comings) {
      portfolio = with(portfolio, coming);
      kept.update(portfolio);
      asked.add(String.join(" ", listening.take()));
    }
    return asked;
  }

  private static final String ALL = "2022-Q1 2022-Q2 2022-Q3 2022-Q4";

  @Test
  void onlyPeriodsOfRecordsThatCameAreCounted() {
    assertEquals(
        List.of(ALL, "2022-Q2", "2022-Q4", ""),
        asked(TimeRule.event(), null, attended("2022-05-01", "s1"), attended("2022-12-31", "s2"), attended("2023-01-01", "s1")));
  }

  @Test
  void aRecordTouchesAllPeriodsThatItsTimeRuleGivesIt() {
    assertEquals(List.of(ALL, "2022-Q3 2022-Q4"), asked(TimeRule.cumulative(), null, attended("2022-07-01", "s1")));
  }

  @Test
  void aRecordWithoutADayIsToldInEveryPeriodAndCodeAskedWhereItHasRecords() {
    assertEquals(List.of(ALL, "2022-Q1 2022-Q3"), asked(TimeRule.event(), null, attended(null, "s1")));
  }

  @Test
  void ofARowThatWasNotThereCodeIsAskedWhereItHasRecords() {
    assertEquals(
        List.of(ALL, "2022-Q2", "2022-Q3"),
        asked(TimeRule.event(), "sector", attended("2022-05-01", "s2"), attended("2022-08-01", "s2")));
  }

  @Test
  void nothingIsCountedWhereNothingChanged() {
    Portfolio portfolio = new RandomPortfolio(7, false).portfolio();
    IncrementalEvaluation kept = evaluation(portfolio, true).incremental();
    assertEquals(texts(kept.results()), texts(kept.results()));
    assertEquals(0, kept.recordsRead());
  }
}
