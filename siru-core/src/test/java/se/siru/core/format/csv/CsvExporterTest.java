package se.siru.core.format.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import se.siru.core.evaluation.SomeResults;
import se.siru.core.format.Samples;
import se.siru.core.indicator.Indicator;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.model.Agreement;
import se.siru.core.model.Periods;
import se.siru.core.model.Value;

class CsvExporterTest {

  @Test
  void aRowIsACellAndAnAbsentValueHasItsReason() {
    assertEquals(
        List.of(
            "indicator,period,sector,value,numerator,denominator,unit,status,records,unknown",
            "A1,2021,,0,,,agreements,ok,0,3",
            "A1,2021,business,0,,,agreements,ok,0,0",
            "A1,2021,unknown,0,,,agreements,ok,0,0",
            "A1,2022,,12345,,,agreements,ok,12345,0",
            "A1,2022,business,12340,,,agreements,ok,12340,0",
            "A1,2022,unknown,5,,,agreements,ok,5,0",
            "A2,2021,,,,,percent,undefined,0,0",
            "A2,2022,,33.3333333333333,1,3,percent,ok,3,0",
            "A3,2021,,,,,SEK,missing,0,0",
            "A3,2022,,-1234567.5,,,SEK,ok,4,0"),
        Samples.export(Samples.publication(), "csv", "sv").lines().toList());
  }

  @Test
  void theSameNumberHasTheSameDigits() {
    SomeResults results = new SomeResults(Samples.portfolio().build(), Periods.total());
    results
        .cell(Samples.CONTRACTS, 0, SomeResults.number("1E+3"), 0, 0)
        .cell(Samples.CONTRACTS, 0, SomeResults.number("1000.00"), 0, 0)
        .cell(Samples.CONTRACTS, 0, SomeResults.number("0E-9"), 0, 0);
    List<String> lines = Samples.export(Samples.publish(results), "csv", "sv").lines().toList();
    assertEquals("A1,total,1000,,,agreements,ok,0,0", lines.get(1));
    assertEquals(lines.get(1), lines.get(2));
    assertEquals("A1,total,0,,,agreements,ok,0,0", lines.get(3));
  }

  /** The example of the OWASP page on CSV injection. */
  @Test
  void aTextThatLooksLikeAFormulaIsNeutralised() {
    Indicator indicator =
        Indicator.measure("agency:x").unit("=1+2\";=1+2").over(Agreement.TYPE).count().build();
    SomeResults results = new SomeResults(Samples.portfolio().build(), Periods.total()).by("sector");
    results.cell(indicator, 0, SomeResults.number("-3"), 1, 0, "sector", "-2+3");
    assertEquals(
        "agency:x,total,\"'-2+3\",-3,,,\"'=1+2\"\";=1+2\",ok,1,0",
        Samples.export(Samples.publish(results), "csv", "sv").lines().skip(1).findFirst().orElseThrow());
  }

  @Test
  void everySignThatSpreadsheetsActOnIsGuarded() {
    for (String sign : List.of("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")) {
      assertEquals("'" + sign + "x", FormulaGuard.guard(sign + "x"));
    }
    assertEquals("x=1", FormulaGuard.guard("x=1"));
  }

  @Property
  void guardingIsUndone(
      @ForAll @Chars({'\'', '=', '+', '-', '@', '\t', '\r', '\n', 'å'}) @CharRange(from = 'a', to = 'c') String text) {
    String cell = FormulaGuard.guard(text);
    assertEquals(text, FormulaGuard.restore(cell));
    assertTrue(cell.isEmpty() || "=+-@\t\r\n".indexOf(cell.charAt(0)) < 0);
  }

  @Test
  void whatTheTableCannotHoldIsReported() {
    assertEquals(List.of("definitions", "findings", "notes"), Samples.losses(Samples.publication(), "csv"));
    SomeResults interval = new SomeResults(Samples.portfolio().build(), Periods.total());
    interval.cell(Samples.CONTRACTS, 0, new Value.Interval(BigDecimal.ONE, BigDecimal.TEN), 0, 0);
    assertEquals(List.of("definitions", "intervals"), Samples.losses(Samples.publish(interval), "csv"));
  }
}
