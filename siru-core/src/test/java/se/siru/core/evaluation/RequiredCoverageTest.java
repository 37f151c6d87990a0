package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Agreement;
import se.siru.core.model.Coverage;
import se.siru.core.model.Money;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** Measures that are told only where registers are complete, of every kind of aggregate. */
class RequiredCoverageTest {
  private static final List<TimePeriod> PERIODS = Periods.parse("2021..2022/quarter,2021..2022/year,2021-02-10/2022-03-05,total");
  private static final List<String> BUYERS = List.of("a", "b", "c");

  private static Measure.Builder measure(String id) {
    return Indicator.measure(id).over(Agreement.TYPE).when(TimeRule.event(Agreement.SIGNED)).requiresCoverage(Agreement.BUYER);
  }

  private static final Catalogue CATALOGUE =
      Catalogue.empty()
          .with(
              Provider.application(),
              List.of(
                  measure("t:count").count().build(),
                  measure("t:value").sum(Agreement.VALUE).build(),
                  measure("t:suppliers").distinct(Agreement.SUPPLIER).build(),
                  measure("t:median").median(Agreement.VALUE).build(),
                  measure("t:pairs").per(Agreement.BUYER, Agreement.SUPPLIER).datedBy(Grouping.Dating.FIRST).count().build(),
                  measure("t:greatest").aggregate(new Aggregate.Max(Agreement.VALUE.path())).build(),
                  measure("t:whole").wholeOver("sector").count().build(),
                  measure("t:public").where(Agreement.SUPPLIER.then(Stakeholder.SECTOR).is("public")).count().build(),
                  Indicator.formula("t:share").expression("[t:public] / [t:whole]").build(),
                  Indicator.formula("t:growth").expression("[t:count] - previous([t:count])").build()),
              List.of());

  /** An agreement, as the records say. */
  private record Signed(String buyer, String supplier, LocalDate day, long value) {}

  private final List<Signed> agreements = new ArrayList<>();
  private final Map<String, LocalDate[]> complete = new HashMap<>();

  private Portfolio portfolio(long seed) {
    Random random = new Random(seed);
    PortfolioBuilder builder = Portfolio.builder().add(ProgrammeNode.TYPE.row("p").with(ProgrammeNode.LEVEL, "operation").build());
    for (String buyer : BUYERS) {
      builder.add(Stakeholder.TYPE.row(buyer).with(Stakeholder.SECTOR, "public").build());
      if (random.nextInt(4) > 0) {
        LocalDate from = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(5) * 31L - 31);
        LocalDate until = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(14) * 31L);
        complete.put(buyer, new LocalDate[] {from, until});
        builder.add(
            Coverage.TYPE.row()
                .with(Coverage.BUYER, buyer)
                .with(Coverage.COMPLETE, "yes")
                .with(Coverage.START, from)
                .with(Coverage.END, until.minusDays(1))
                .build());
      }
    }
    builder.add(Stakeholder.TYPE.row("x").with(Stakeholder.SECTOR, "business").build());
    builder.holds(Agreement.TYPE);
    for (int i = random.nextInt(40); i > 0; i--) {
      Signed signed =
          new Signed(
              BUYERS.get(random.nextInt(3)), random.nextBoolean() ? "x" : BUYERS.get(random.nextInt(3)),
              LocalDate.of(2020, 11, 1).plusDays(random.nextInt(900)), random.nextInt(50));
      agreements.add(signed);
      builder.add(row("c" + i, signed));
    }
    return builder.build();
  }

  private static Row row(String id, Signed signed) {
    return Agreement.TYPE.row(id)
        .with(Agreement.BUYER, signed.buyer())
        .with(Agreement.SUPPLIER, signed.supplier())
        .with(Agreement.SIGNED, signed.day())
        .with(Agreement.VALUE, Money.of("SEK", Long.toString(signed.value())))
        .build();
  }

  private boolean isComplete(String buyer, TimePeriod period) {
    LocalDate[] days = complete.get(buyer);
    LocalDate from = period.from();
    LocalDate until = period.until();
    return days != null && from != null && until != null && !from.isBefore(days[0]) && !until.isAfter(days[1]);
  }

  private static Evaluation evaluation(Portfolio portfolio) {
    return Evaluation.of(portfolio, CATALOGUE).indicators("t:*").periods(PERIODS).by("sector");
  }

  @Property(tries = 60)
  void everyAggregateIsThatOfTheRecordsOfCoveredBuyers(@ForAll long seed) {
    agreements.clear();
    complete.clear();
    Results results = evaluation(portfolio(seed)).run();
    for (TimePeriod period : PERIODS) {
      List<Signed> in =
          agreements.stream().filter(each -> period.contains(each.day()) && isComplete(each.buyer(), period)).toList();
      if (BUYERS.stream().noneMatch(buyer -> isComplete(buyer, period))) {
        for (String id : List.of("t:count", "t:value", "t:suppliers", "t:median", "t:pairs", "t:share")) {
          Value value = results.cell(id, period.label()).value();
          assertTrue(value instanceof Value.Absent absent && absent.reason() == Value.Reason.MISSING, () -> id + " " + value);
        }
        continue;
      }
      assertEquals(in.size(), number(results, "t:count", period));
      assertEquals(in.stream().mapToLong(Signed::value).sum(), number(results, "t:value", period));
      assertEquals(in.stream().map(Signed::supplier).distinct().count(), number(results, "t:suppliers", period));
      assertEquals(
          in.stream().filter(each -> each.supplier().equals("x")).count(),
          results.find("t:count", period.label(), "sector=business").map(cell -> cell.number().orElseThrow().longValue()).orElse(0L));
      if (!in.isEmpty()) {
        assertEquals(in.stream().mapToLong(Signed::value).max().orElseThrow(), number(results, "t:greatest", period));
      }
      long firsts =
          agreements.stream()
              .filter(each -> isComplete(each.buyer(), period))
              .collect(
                  HashMap<List<String>, LocalDate>::new,
                  (map, each) ->
                      map.merge(List.of(each.buyer(), each.supplier()), each.day(), (one, two) -> one.isBefore(two) ? one : two),
                  Map::putAll)
              .values().stream()
              .filter(period::contains)
              .count();
      assertEquals(firsts, number(results, "t:pairs", period));
      long left = agreements.stream().filter(each -> period.contains(each.day()) && !isComplete(each.buyer(), period)).count();
      assertEquals(left, results.cell("t:count", period.label()).unknown());
    }
  }

  private static long number(Results results, String id, TimePeriod period) {
    return results.cell(id, period.label()).number().orElseThrow().longValueExact();
  }

  @Property(tries = 30)
  void partsTogetherGiveTheSameResults(@ForAll long seed) {
    Portfolio portfolio = portfolio(seed);
    EvaluationInParts parts = evaluation(portfolio).inParts();
    Results together = parts.results(List.of(parts.part(3, 1_000), parts.part(0, 1), parts.part(1, 3)));
    assertEquals(texts(evaluation(portfolio).run()), texts(together));
  }

  private static List<String> texts(Results results) {
    return results.cells().map(cell -> cell + " " + cell.records() + " " + cell.unknown()).toList();
  }

  @Property(tries = 20)
  void asManyRecordsAreNamedAsTheCellCounts(@ForAll long seed) {
    Results results = evaluation(portfolio(seed)).run();
    RecordsBehind behind = RecordsBehind.of(results, CATALOGUE, Integer.MAX_VALUE);
    results.cells()
        .filter(cell -> List.of("t:count", "t:value", "t:suppliers").contains(cell.code()))
        .forEach(cell -> assertEquals(cell.records(), behind.of(cell).get(0).first().size(), cell::toString));
  }

  /** The denominator of each row is the whole, also where the row has no record of its own in the period. */
  @Property(tries = 30)
  void aWholeIsTheSameInEveryRowOfAFormula(@ForAll long seed) {
    Results results = evaluation(portfolio(seed)).run();
    assertTrue(results.cells().noneMatch(cell -> cell.code().equals("t:whole") && !cell.codes().isEmpty()));
    results.cells().filter(cell -> cell.code().equals("t:share") && cell.value() instanceof Value.Ratio).forEach(cell -> {
      Value.Ratio ratio = (Value.Ratio) cell.value();
      assertEquals(
          0, ratio.denominator().compareTo(results.cell("t:whole", cell.period().label()).number().orElseThrow()), cell::toString);
    });
  }

  @Test
  void aSharePerRowIsOfTheWhole() {
    PortfolioBuilder builder =
        Portfolio.builder()
            .add(ProgrammeNode.TYPE.row("p").with(ProgrammeNode.LEVEL, "operation").build())
            .add(Stakeholder.TYPE.row("a").with(Stakeholder.SECTOR, "public").build())
            .add(Stakeholder.TYPE.row("x").with(Stakeholder.SECTOR, "business").build())
            .add(Coverage.TYPE.row().with(Coverage.BUYER, "a").with(Coverage.COMPLETE, "yes").build())
            .add(row("1", new Signed("a", "a", LocalDate.of(2021, 5, 1), 1)))
            .add(row("2", new Signed("a", "x", LocalDate.of(2021, 5, 1), 1)))
            .add(row("3", new Signed("a", "x", LocalDate.of(2021, 6, 1), 1)));
    Results results = evaluation(builder.build()).run();
    assertEquals("1/3", ratio(results.cell("t:share", "2021", "sector=public")));
    assertEquals("1/3", ratio(results.cell("t:share", "2021")));
    assertEquals("1/3", ratio(results.cell("t:share", "total", "sector=public")));
  }

  private static String ratio(Cell cell) {
    Value.Ratio ratio = (Value.Ratio) cell.value();
    return ratio.numerator().toPlainString() + "/" + ratio.denominator().toPlainString();
  }

  @Test
  void onlyTheBuyerOfAnAgreementHasARegister() {
    assertThrows(IllegalArgumentException.class, () -> measure("t:x").requiresCoverage(Agreement.PARTIES));
    assertThrows(IllegalArgumentException.class, () -> measure("t:x").requiresCoverage(Coverage.BUYER));
    assertThrows(IllegalArgumentException.class, () -> measure("t:x").requiresCoverage(Agreement.BUYER, 1_201));
    assertThrows(
        IllegalStateException.class,
        () -> Indicator.measure("t:x").over(Coverage.TYPE).requiresCoverage(Agreement.BUYER).count().build());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "\"buyer\"                                   | ",
      "{\"of\": \"buyer\", \"months-before\": 36}  | ",
      "\"seller\"                                  | definition.unknown-field",
      "\"legal-basis\"                             | definition.does-not-fit",
      "{\"months-before\": 36}                     | json.member-missing",
      "{\"of\": \"buyer\", \"months-before\": -1}  | json.out-of-range",
      "{\"of\": \"buyer\", \"month\": 1}           | json.member-unknown",
      "7                                           | json.wrong-type"})
  void mistakesInADefinitionAreToldWithTheirPlace(String coverage, String rule) {
    Findings findings = new Findings();
    DefinitionReader.over(Schema.standard())
        .read(
            "{\"id\":\"t:x\",\"over\":\"agreement\",\"aggregate\":\"count\",\"requires-coverage\":" + coverage + "}", "d.json", findings);
    assertEquals(
        rule == null ? List.of() : List.of(rule),
        List.copyOf(new TreeSet<>(findings.list().stream().map(finding -> finding.rule().id()).toList())));
  }
}
