package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Rule;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Enrolment;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Money;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.text.LocalizedText;

/** What registered functions get of the records. */
class FunctionTest {
  private static final FieldPath SUPPLIER = Agreement.SUPPLIER.path();

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Row agreement(String id, String supplier, String end, String value) {
    return Agreement.TYPE.row(id)
        .with(Agreement.SUPPLIER, supplier)
        .with(Agreement.START, day("2021-02-01"))
        .with(Agreement.END, day(end))
        .with(Agreement.VALUE, Money.of("SEK", value))
        .build();
  }

  private static Portfolio portfolio() {
    return Portfolio.builder()
        .recordedAt(day("2021-12-31"))
        .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build())
        .add(Stakeholder.TYPE.row("a").with(Stakeholder.SECTOR, "business").with(Stakeholder.REGISTERED, day("1969-12-31")).build())
        .add(Stakeholder.TYPE.row("b").build())
        .add(agreement("1", "a", "2021-12-31", "0.50"))
        .add(agreement("2", "a", "2021-12-31", "0.50"))
        .add(agreement("3", "b", "2022-06-30", "12345678901.25"))
        .add(Agreement.TYPE.row("4").with(Agreement.START, day("2021-03-01")).build())
        .build();
  }

  private static Measure over(FieldPath... fields) {
    return Indicator.measure("t:seen").over(Agreement.TYPE).when(TimeRule.during())
        .aggregate(new Aggregate.Function("t:see", Map.of("k", "v"), List.of(fields))).build();
  }

  /** Writes down what it is given. */
  private static final class Seeing implements IndicatorFunction {
    private final List<String> rows = new ArrayList<>();
    private final List<String> contexts = new ArrayList<>();

    @Override
    public String id() {
      return "t:see";
    }

    @Override
    public Outcome apply(Selection selection, Context context) {
      contexts.add(context.parameters() + " " + context.period() + " " + context.recordedAt().orElseThrow());
      for (int row = 0; row < selection.size(); row++) {
        String supplier = selection.value(row, 0) == Selection.UNKNOWN ? "-" : "s";
        String sector = selection.value(row, 1) == Selection.UNKNOWN ? "-" : selection.code(row, 1);
        String value = selection.value(row, 2) == Selection.UNKNOWN ? "-" : selection.number(row, 2).toPlainString();
        rows.add(supplier + " " + sector + " " + value + " " + date(selection, row, 3) + " " + date(selection, row, 4));
      }
      return new Outcome(Value.Quantity.of(selection.size()), 0);
    }

    private static String date(Selection selection, int row, int field) {
      long value = selection.value(row, field);
      return value == Selection.UNKNOWN ? "-" : LocalDate.ofEpochDay(value).toString();
    }
  }

  private static Seeing see(FieldPath... fields) {
    Seeing function = new Seeing();
    Catalogue catalogue = Catalogue.empty().with(Provider.application(), List.of(over(fields)), List.of(function));
    Evaluation.of(portfolio(), catalogue).indicators("t:seen").periods(Periods.years(2021, 2021)).run();
    return function;
  }

  @Test
  void rowsHoldCodesNumbersAndDaysOfRecordsAndOfWhatTheyReferToEachOnceInAscendingOrder() {
    Seeing seen = see(
        SUPPLIER, Agreement.SUPPLIER.then(Stakeholder.SECTOR), Agreement.VALUE.path(), Agreement.END.path(),
        Agreement.SUPPLIER.then(Stakeholder.REGISTERED));
    assertEquals(
        List.of(
            "- - - - -",
            "s business 0.50 2022-01-01 1969-12-31",
            "s - 12345678901.25 2022-07-01 -"),
        seen.rows);
    assertEquals(List.of("{k=v} 2021 2021-12-31"), seen.contexts);
  }

  private static Measure ids(String id, TimeRule when, Condition where) {
    return Indicator.measure(id).over(Agreement.TYPE).when(when).where(where)
        .aggregate(new Aggregate.Function("t:rows", Map.of(), List.of(SUPPLIER, Agreement.END.path()))).build();
  }

  /** How many different rows it is given. */
  private static final class Rows implements IndicatorFunction {
    @Override
    public String id() {
      return "t:rows";
    }

    @Override
    public Outcome apply(Selection selection, Context context) {
      return new Outcome(Value.Quantity.of(selection.size()), 0);
    }
  }

  /** Counts how often something is made of a selection. */
  private static final class Deriving implements IndicatorFunction {
    private final List<Integer> made = new ArrayList<>();

    @Override
    public String id() {
      return "t:rows";
    }

    @Override
    public Outcome apply(Selection selection, Context context) {
      Integer size = selection.derived(Integer.class, "size", rows -> {
        made.add(rows.size());
        return rows.size();
      });
      return new Outcome(Value.Quantity.of(size), 0);
    }
  }

  @Test
  void whatIsMadeOfASelectionIsMadeOnceForAllMeasuresOfTheSameRecords() {
    Condition known = Agreement.SUPPLIER.isKnown();
    Deriving function = new Deriving();
    Catalogue catalogue = Catalogue.empty().with(
        Provider.application(),
        List.of(
            ids("t:during", TimeRule.during(), known),
            ids("t:again", TimeRule.during(), known),
            ids("t:all", TimeRule.during(), Condition.always())),
        List.of(function));
    Results results = Evaluation.of(portfolio(), catalogue).periods(Periods.years(2021, 2022)).run();
    assertEquals(List.of(2, 1, 3, 2), function.made); // of two measures once a year, and of the third again
    assertEquals(
        List.of("t:again 2021 2", "t:again 2022 1", "t:all 2021 3", "t:all 2022 2", "t:during 2021 2", "t:during 2022 1"),
        results.cells().map(cell -> cell.indicator() + " " + cell.period() + " " + cell.number().orElseThrow().toPlainString())
            .toList());
  }

  @Test
  void functionsOfTheSameRecordsShareASelectionAndThoseOfOthersDoNot() {
    Condition known = Agreement.SUPPLIER.isKnown();
    List<Measure> measures =
        List.of(
            ids("t:during", TimeRule.during(), known),
            ids("t:again", TimeRule.during(), known),
            ids("t:all", TimeRule.during(), Condition.always()),
            ids("t:begun", TimeRule.begun(), known));
    Catalogue catalogue = Catalogue.empty().with(Provider.application(), measures, List.of(new Rows()));
    Results results = Evaluation.of(portfolio(), catalogue).indicators("t:*").periods(Periods.years(2020, 2022)).run();
    assertEquals(List.of("0", "2", "1"), numbers(results, "t:during"));
    assertEquals(List.of("0", "2", "1"), numbers(results, "t:again"));
    assertEquals(List.of("0", "3", "2"), numbers(results, "t:all"));
    assertEquals(List.of("0", "2", "-"), numbers(results, "t:begun"));
  }

  @Test
  void whatHasBegunIsSeenInEveryLaterPeriodWhetherOrNotItHasEnded() {
    Portfolio later = portfolio().toBuilder().recordedAt(day("2023-06-30")).build();
    Catalogue catalogue = Catalogue.empty().with(
        Provider.application(),
        List.of(
            ids("t:during", TimeRule.during(), Condition.always()), ids("t:begun", TimeRule.begun(), Condition.always())),
        List.of(new Rows()));
    Results results = Evaluation.of(later, catalogue).indicators("t:*").periods(Periods.years(2020, 2023)).run();
    assertEquals(List.of("0", "3", "2", "1"), numbers(results, "t:during"));
    assertEquals(List.of("0", "3", "3", "3"), numbers(results, "t:begun"));
  }

  private static List<String> numbers(Results results, String indicator) {
    return results.cells().filter(cell -> cell.code().equals(indicator))
        .map(cell -> cell.number().map(Object::toString).orElse("-")).toList();
  }

  @Test
  void recordsThatAreAlikeAreOneRowUnlessEachRecordCounts() {
    Aggregate.Function different = new Aggregate.Function("t:rows", Map.of(), List.of(SUPPLIER, Agreement.END.path()));
    List<Measure> measures =
        List.of(
            Indicator.measure("t:different").over(Agreement.TYPE).when(TimeRule.during()).aggregate(different).build(),
            Indicator.measure("t:each").over(Agreement.TYPE).when(TimeRule.during()).aggregate(different.overEachRecord()).build());
    Catalogue catalogue = Catalogue.empty().with(Provider.application(), measures, List.of(new Rows()));
    Results results = Evaluation.of(portfolio(), catalogue).indicators("t:*").periods(Periods.years(2021, 2022)).run();
    assertEquals(List.of("3", "2"), numbers(results, "t:different"));
    assertEquals(List.of("4", "2"), numbers(results, "t:each"));
  }

  /** Says in which scopes it met things and which suppliers' sectors are public, and warns where there is only one row. */
  private static final class Telling implements IndicatorFunction {
    private static final Rule LONELY = Rule.warning(
        "t.lonely", LocalizedText.of("{indicator} i {cell}: en enda", "{indicator} in {cell}: one only"), LocalizedText.of("Se upp.", "Beware."));
    private final List<String> seen = new ArrayList<>();

    @Override
    public String id() {
      return "t:tell";
    }

    @Override
    public Outcome apply(Selection selection, Context context) {
      for (int row = 0; row < selection.size(); row++) {
        seen.add(context.period() + " " + selection.code(row, 0) + " " + selection.isWithin(row, 0, "qualification") + " "
            + (selection.scope(row) > 0));
      }
      return new Outcome(Value.Quantity.of(selection.size()), 0, selection.size() == 1 ? List.of(LONELY) : List.of());
    }
  }

  private static Row enrolment(String node, String qualification, String date) {
    return Enrolment.TYPE.row().with(Enrolment.NODE, node).with(Enrolment.QUALIFICATION, qualification)
        .with(Enrolment.START, day(date)).build();
  }

  @Test
  void aFunctionIsToldTheScopeOfEachRowAndWhatCodesLieBelowAndMayWarn() {
    Measure measure = Indicator.measure("t:told").code("TOLD").over(Enrolment.TYPE).when(TimeRule.event(Enrolment.START))
        .scope("operation").aggregate(new Aggregate.Function("t:tell", Map.of(), List.of(Enrolment.QUALIFICATION.path()))).build();
    Portfolio portfolio = Portfolio.builder()
        .add(ProgrammeNode.TYPE.row("fund").with(ProgrammeNode.LEVEL, "fund-programme").build())
        .add(ProgrammeNode.TYPE.row("op1").with(ProgrammeNode.LEVEL, "operation").with(ProgrammeNode.PARENT, "fund").build())
        .add(ProgrammeNode.TYPE.row("op2").with(ProgrammeNode.LEVEL, "operation").with(ProgrammeNode.PARENT, "fund").build())
        .add(ProgrammeNode.TYPE.row("wp").with(ProgrammeNode.LEVEL, "work-package").with(ProgrammeNode.PARENT, "op2").build())
        .add(enrolment("op1", "course-certificate", "2021-02-01"))
        .add(enrolment("op2", "course-certificate", "2021-02-01"))
        .add(enrolment("wp", "course-certificate", "2021-03-01"))
        .add(enrolment("fund", "none", "2022-02-01"))
        .build();
    Telling telling = new Telling();
    Catalogue catalogue = Catalogue.empty().with(Provider.application(), List.of(measure), List.of(telling));
    Results results = Evaluation.of(portfolio, catalogue).indicators("TOLD").periods(Periods.years(2021, 2022)).run();
    assertEquals(
        List.of("2021 course-certificate true true", "2021 course-certificate true true", "2022 none false false"), telling.seen);
    assertEquals(List.of("2", "1"), numbers(results, "TOLD"));
    assertEquals(
        List.of("TOLD in 2022: one only"),
        results.findings().stream().filter(each -> each.rule() == Telling.LONELY).map(each -> each.message("en")).toList());
  }

  /** Counts records, or looks at a field that is not there. */
  private record Strict(boolean looksBeyond) implements IndicatorFunction {
    @Override
    public String id() {
      return "t:rows";
    }

    @Override
    public Outcome apply(Selection selection, Context context) {
      selection.requireEachRecord();
      return new Outcome(Value.Quantity.of(looksBeyond ? selection.value(0, 2) : selection.size()), 0);
    }
  }

  private static Cell strict(boolean looksBeyond, boolean eachRecord) {
    Aggregate.Function function =
        new Aggregate.Function("t:rows", Map.of(), List.of(SUPPLIER, Agreement.END.path()), eachRecord);
    Measure measure = Indicator.measure("t:strict").over(Agreement.TYPE).when(TimeRule.during()).aggregate(function).build();
    Catalogue catalogue = Catalogue.empty().with(Provider.application(), List.of(measure), List.of(new Strict(looksBeyond)));
    return Evaluation.of(portfolio(), catalogue).indicators("t:strict").periods(Periods.years(2021, 2021)).run().cell("t:strict", "2021");
  }

  @Test
  void aFunctionThatCountsRecordsFailsRatherThanCountDifferentRows() {
    assertEquals(Value.Quantity.of(4), strict(false, true).value());
    assertEquals(Value.Reason.FAILED, ((Value.Absent) strict(false, false).value()).reason());
    assertEquals(Value.Reason.FAILED, ((Value.Absent) strict(true, true).value()).reason(), "there are two fields");
  }

  @Test
  void aCautionOfAFunctionIsNeverAnError() {
    Rule error = Rule.error("t.wrong", LocalizedText.of("fel", "wrong"), LocalizedText.of("", ""));
    assertThrows(IllegalArgumentException.class, () -> new IndicatorFunction.Outcome(Value.Quantity.of(1), 0, List.of(error)));
  }

  @Test
  void aNumberBehindAReferenceNeedsThatReferenceBeforeIt() {
    FieldPath registered = Agreement.SUPPLIER.then(Stakeholder.REGISTERED);
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> over(registered, SUPPLIER));
    assertTrue(refused.getMessage().contains("needs the reference"), refused::getMessage);
    assertThrows(IllegalArgumentException.class, () -> over(Stakeholder.NAME.path()));
  }
}
