package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Rule;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Agreement;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.text.LocalizedText;

/** A cell depends on its definition, the records, its period and its codes, and never on what else is asked for. */
class CellsAloneTest {
  private static final Rule FEW =
      Rule.warning("t.few", LocalizedText.of("{indicator} i {cell}: få", "{indicator} in {cell}: few"), LocalizedText.of("Se upp.", "Beware."));

  /** Says something of everything, also of nothing: 100 and what it was given, with a warning where that is little. */
  private static final class Talkative implements IndicatorFunction {
    @Override
    public String id() {
      return "t:talk";
    }

    @Override
    public Outcome apply(Selection selection, Context context) {
      List<Rule> cautions = selection.size() < 2 ? List.of(FEW) : List.of();
      return new Outcome(Value.Quantity.of(100 + selection.size()), 0, cautions);
    }
  }

  /** Has no number where there is nothing. */
  private static final class Silent implements IndicatorFunction {
    @Override
    public String id() {
      return "t:be-silent";
    }

    @Override
    public Outcome apply(Selection selection, Context context) {
      return new Outcome(selection.size() == 0 ? Value.Absent.of(Value.Reason.MISSING, "inget", "nothing") : Value.Quantity.of(selection.size()), 0);
    }
  }

  /** One more than there are records. */
  private static final class OneMore extends CountingRecords {
    @Override
    public String name() {
      return "one more";
    }

    @Override
    public Value finish(long[] state) {
      return Value.Quantity.of(state[0] + 1);
    }
  }

  private static final Catalogue CATALOGUE =
      Samples.CATALOGUE.with(
          new Provider("test", "1", "test"),
          List.of(
              Indicator.measure("t:talk-of-women")
                  .over(Participation.TYPE)
                  .where(Participation.STATUS.is("attended"))
                  .aggregate(new Aggregate.Function("t:talk", Map.of(), List.of(FieldPath.of(Participation.WOMEN))))
                  .build(),
              Indicator.measure("t:talk-of-members")
                  .over(Membership.TYPE)
                  .when(TimeRule.during())
                  .where(FieldPath.of(Membership.MEMBER, Stakeholder.ECONOMIC).is("yes"))
                  .aggregate(new Aggregate.Function("t:talk", Map.of(), List.of(FieldPath.of(Membership.MEMBER))))
                  .build(),
              Indicator.measure("t:silent")
                  .over(Agreement.TYPE)
                  .where(Agreement.PARTNERSHIP.is("iop"))
                  .aggregate(new Aggregate.Function("t:be-silent", Map.of(), List.of(FieldPath.of(Agreement.SUPPLIER))))
                  .build(),
              Indicator.measure("t:one-more")
                  .over(Participation.TYPE)
                  .where(Participation.STATUS.is("attended"))
                  .aggregate(new Aggregate.Custom(new OneMore()))
                  .build(),
              Indicator.measure("t:one-more-member")
                  .over(Membership.TYPE)
                  .when(TimeRule.inForceAtPeriodEnd())
                  .aggregate(new Aggregate.Custom(new OneMore()))
                  .build(),
              Indicator.measure("t:granted")
                  .over(Support.TYPE)
                  .where(Support.KIND.is("grant"))
                  .per(Support.RECIPIENT)
                  .of(Grouping.Inner.sum(FieldPath.of(Support.HOURS)))
                  .overGroups(Aggregate.OverGroups.Fold.MAX)
                  .build(),
              Indicator.measure("t:all-rows").over(Participation.TYPE).wholeOver("sector").count().build(),
              Indicator.formula("t:talk-a-row").expression("[t:talk-of-women] / [t:rows]").build(),
              Indicator.formula("t:talk-more").expression("[t:talk-a-row] + [t:talk-of-members] - [t:one-more]").build(),
              Indicator.formula("t:part").expression("[t:rows] / [t:all-rows]").build(),
              Indicator.formula("t:part-and-known").expression("[t:part] + [t:known]").build(),
              Indicator.formula("t:part-before").expression("previous([t:part]) + [t:known] + [t:talk-more]").build(),
              Indicator.formula("t:talk-before").expression("previous([t:talk-of-women]) + [t:one-more-member]").build()),
          List.of(new Talkative(), new Silent()));

  private static final List<String> IDS = CATALOGUE.indicators().stream().map(Indicator::id).toList();
  private static final List<String> BREAKDOWNS = List.of("sector", "county", "sectors", "stage", "sector,size", "county,sector", "sector/split", "kind");
  private static final List<TimePeriod> PERIODS =
      Stream.of(Periods.quarters(2021, 2022), Periods.years(2022, 2022), Periods.total()).flatMap(List::stream).toList();

  /** What is asked for. */
  private record Asked(List<String> indicators, List<TimePeriod> periods, List<String> breakdowns, boolean allCodes) {
    Evaluation of(Portfolio portfolio) {
      Evaluation evaluation =
          Evaluation.of(portfolio, CATALOGUE)
              .indicators(indicators.toArray(String[]::new)).periods(periods).by(breakdowns.toArray(String[]::new));
      return allCodes ? evaluation.allCodes() : evaluation;
    }

    /** The results by those of the breakdowns that some of the indicators have; others are refused. */
    Results run(Portfolio portfolio) {
      try {
        return of(portfolio).run();
      } catch (SiruException refused) {
        assertEquals(ErrorCode.UNKNOWN_NAME, refused.code());
        List<String> others = breakdowns.stream().filter(each -> Stream.of(each.split("[,/]")).noneMatch(part -> refused.getMessage().contains("by '" + part + "'"))).toList();
        assertNotEquals(breakdowns, others, refused.getMessage());
        return new Asked(indicators, periods, others, allCodes).run(portfolio);
      }
    }

    /** With those of the breakdowns that some of the indicators have. */
    Asked held(Portfolio portfolio) {
      return new Asked(indicators, periods, run(portfolio).breakdowns().stream().map(Breakdown::toString).toList(), allCodes);
    }

    Asked alone(String indicator) {
      return new Asked(List.of(indicator), periods, breakdowns, allCodes);
    }

    Asked in(TimePeriod period) {
      return new Asked(indicators, List.of(period), breakdowns, allCodes);
    }

    Asked by(String breakdown) {
      return new Asked(indicators, periods, List.of(breakdown), allCodes);
    }
  }

  private static <T> List<T> some(List<T> all, int most, Random random) {
    List<T> some = new ArrayList<>();
    for (T each : all) {
      if (random.nextInt(all.size()) < most) {
        some.add(each);
      }
    }
    return some.isEmpty() ? List.of(all.get(random.nextInt(all.size()))) : some;
  }

  private static Asked asked(Random random, boolean allCodes) {
    return new Asked(some(IDS, 1 + random.nextInt(IDS.size()), random), some(PERIODS, 4, random), some(BREAKDOWNS, 2, random), allCodes);
  }

  /** Each cell of an indicator with all that is told of it. */
  private static Map<String, String> cells(Results results, String indicator) {
    Map<String, String> cells = new TreeMap<>();
    Map<String, List<String>> cautions =
        results.findings().stream()
            .filter(finding -> finding.rule().equals(FEW) && finding.origin().source().equals(indicator))
            .collect(Collectors.groupingBy(CellsAloneTest::cell, Collectors.mapping(Finding::toString, Collectors.toList())));
    results.cells().filter(cell -> cell.indicator().id().equals(indicator)).forEach(cell -> {
      String place = cell.period() + " " + cell.codes();
      String told = cell.value() + " " + cell.records() + " " + cell.unknown();
      assertEquals(null, cells.put(place, told), "twice: " + place);
    });
    cautions.forEach((place, told) -> cells.put("caution " + place, told.toString()));
    return cells;
  }

  private static String cell(Finding finding) {
    return finding.arguments().get("cell");
  }

  /** Cells that are not the same among others, where they are there, and those that are not there although nobody refused them. */
  private static String different(Map<String, String> alone, Map<String, String> among) {
    StringBuilder different = new StringBuilder();
    alone.forEach((place, told) -> {
      if (!told.equals(among.get(place))) {
        different.append(place).append(": ").append(told).append(", among others ").append(among.get(place)).append('\n');
      }
    });
    return different.toString();
  }

  @Property(tries = 60)
  void ofAnIndicatorAreTheSameAloneAsAmongOthers(@ForAll long seed, @ForAll boolean allCodes) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Asked asked = asked(new Random(seed), allCodes);
    Results among = asked.run(portfolio);
    for (String indicator : asked.indicators()) {
      Results alone = asked.alone(indicator).run(portfolio);
      assertEquals("", different(cells(alone, indicator), cells(among, indicator)), asked + " " + indicator);
      if (alone.breakdowns().equals(among.breakdowns())) {
        assertEquals("", different(cells(among, indicator), cells(alone, indicator)), asked + " " + indicator);
      }
    }
  }

  @Property(tries = 60)
  void ofAPeriodAreTheSameAloneAsAmongOthers(@ForAll long seed, @ForAll boolean allCodes) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Asked asked = asked(new Random(seed), allCodes);
    Results among = asked.run(portfolio);
    for (TimePeriod period : asked.periods()) {
      Results alone = asked.in(period).run(portfolio);
      for (String indicator : asked.indicators()) {
        assertEquals("", different(cells(alone, indicator), cells(among, indicator)), asked + " " + indicator + " " + period);
      }
    }
  }

  @Property(tries = 60)
  void ofABreakdownAreTheSameAloneAsAmongOthers(@ForAll long seed, @ForAll boolean allCodes) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Asked asked = asked(new Random(seed), allCodes);
    Results among = asked.run(portfolio);
    for (String breakdown : asked.breakdowns()) {
      Results alone = asked.by(breakdown).run(portfolio);
      for (String indicator : asked.indicators()) {
        assertEquals("", different(cells(alone, indicator), cells(among, indicator)), asked + " " + indicator + " " + breakdown);
      }
    }
  }

  @Property(tries = 60)
  void areTheSameWhetherOrNotAllCodesAreShown(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Asked asked = asked(new Random(seed), true);
    Results all = asked.run(portfolio);
    Results observed = new Asked(asked.indicators(), asked.periods(), asked.breakdowns(), false).run(portfolio);
    for (String indicator : asked.indicators()) {
      assertEquals("", different(cells(observed, indicator), cells(all, indicator)), asked + " " + indicator);
    }
  }

  /** Some batches come after the first results, so that rows are there that only some periods or measures have. */
  @Property(tries = 30)
  void areTheSameAloneAsAmongOthersWhereAnEvaluationGoesOn(@ForAll long seed, @ForAll boolean allCodes) {
    Random random = new Random(seed);
    Map<Boolean, List<Row>> rows = new RandomPortfolio(seed).rows().stream().collect(Collectors.partitioningBy(row -> row.type().isEntity()));
    PortfolioBuilder builder = Portfolio.builder().addAll(rows.get(true));
    rows.get(false).stream().map(Row::type).distinct().forEach(builder::holds);
    Portfolio portfolio = builder.build();
    Asked asked = asked(random, allCodes).held(portfolio);
    IncrementalEvaluation goesOn = asked.of(portfolio).incremental();
    goesOn.results();
    List<Row> facts = rows.get(false);
    for (int i = 0; i < 3; i++) {
      List<Row> coming = facts.subList(i * facts.size() / 3, (i + 1) * facts.size() / 3);
      portfolio = portfolio.toBuilder().addBatch(Batch.Provenance.of("packet-" + i), coming).build();
      Results among = goesOn.update(portfolio);
      for (String indicator : asked.indicators()) {
        Results alone = asked.alone(indicator).run(portfolio);
        assertEquals("", different(cells(alone, indicator), cells(among, indicator)), asked + " " + indicator);
      }
    }
  }
}
