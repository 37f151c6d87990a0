package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.Findings;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.lexical.IsoDay;
import se.siru.core.model.Activity;
import se.siru.core.model.Field;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Support;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.BatchAppender;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

class CellReaderTest {
  private final Findings findings = new Findings();

  /** What a cell is read as, or the rule that it breaks. */
  private Object read(RecordType type, Field<?> field, String cell) {
    PortfolioBuilder builder = Portfolio.builder();
    builder.add(ProgrammeNode.TYPE.row("p").with(ProgrammeNode.LEVEL, "operation").build());
    try (BatchAppender into = builder.append(type, Batch.Provenance.of("t"))) {
      into.begin(2);
      CellReader[] readers = CellReader.all(Schema.standard(), type, "SEK", "t", into, findings);
      boolean good = true;
      for (CellReader reader : readers) {
        if (reader.field().equals(field)) {
          good = reader.cell(cell, 2);
        } else if (reader.field().name().equals("id")) {
          reader.cell("x", 2);
        }
      }
      into.commit();
      if (!good) {
        return findings.list().get(findings.list().size() - 1).rule().id();
      }
    }
    return String.valueOf(builder.build().rows(type).findFirst().orElseThrow().get(field));
  }

  @Property(tries = 500)
  void aDecimalIsReadExactly(@ForAll @BigRange(min = "0", max = "10000") @Scale(4) BigDecimal number) {
    Object read = read(Activity.TYPE, Activity.DURATION_HOURS, number.toPlainString());
    assertEquals(0, number.compareTo(new BigDecimal((String) read)));
  }

  @Property(tries = 500)
  void anAmountIsReadExactly(@ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L) long cents) {
    BigDecimal amount = BigDecimal.valueOf(cents, 2);
    assertEquals(amount + " SEK", readAmount(amount.toPlainString()));
    assertEquals(amount + " SEK", readAmount(amount.toPlainString() + " SEK"));
  }

  private Object readAmount(String cell) {
    return read(se.siru.core.model.CostLine.TYPE, se.siru.core.model.CostLine.OUTCOME, cell);
  }

  @Property(tries = 1000)
  void aDayIsWhatTheCalendarSays(
      @ForAll @IntRange(min = 0, max = 9999) int year, @ForAll @IntRange(max = 13) int month, @ForAll @IntRange(max = 32) int day) {
    char[] text = String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day).toCharArray();
    long expected;
    try {
      expected = LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException none) {
      expected = Long.MIN_VALUE;
    }
    assertEquals(expected, IsoDay.epochDay(text, 0, text.length));
  }

  @Property(tries = 1000)
  void theGuardIsReversible(@ForAll @StringLength(max = 6) String text, @ForAll @IntRange(max = 3) int quotes) {
    for (String start : List.of("", "=", "+", "-", "@", "\t", "\r", "\n", "＝")) {
      String guarded = "'".repeat(quotes) + start + text;
      assertEquals(guarded, FormulaGuard.restore(FormulaGuard.guard(guarded)));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "1 234,5 | cell.not-a-number", "1,5 | cell.not-a-number", "1.234,5 | cell.not-a-number", "1.5abc | cell.not-a-number",
      ".5 | cell.not-a-number", "5. | cell.not-a-number", "1e3 | cell.not-a-number", "+5 | cell.not-a-number",
      "- | cell.not-a-number", "-- 5 | cell.not-a-number", "\u0665 | cell.not-a-number", "\uFF15 | cell.not-a-number",
      "0x10 | cell.not-a-number", "NaN | cell.not-a-number", "Infinity | cell.not-a-number", "1.2.3 | cell.not-a-number",
      "-1 | cell.out-of-range", "10000.0001 | cell.out-of-range", "99999999999999999999 | cell.out-of-range",
      "99999999999999999.9 | cell.out-of-range",
      "1.00001 | cell.too-many-decimals", "7.500000 | 7.5000", "007 | 7.0000", "-0 | 0.0000", "10000 | 10000.0000",
      "'' | null"})
  void numbers(String cell, String expected) {
    assertEquals(expected, read(Activity.TYPE, Activity.DURATION_HOURS, cell.equals("''") ? "" : cell));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-02-30,cell.not-a-date", "2022-2-3,cell.not-a-date", "20220203,cell.not-a-date", "2022-02-03T00:00:00Z,cell.not-a-date",
    "+12022-01-01,cell.not-a-date", "0022-01-01,cell.out-of-range", "1599-12-31,cell.out-of-range",
    "2101-01-01,cell.out-of-range", "1600-01-01,1600-01-01", "2100-12-31,2100-12-31", "2024-02-29,2024-02-29",
    "2023-02-29,cell.not-a-date", "1900-02-29,cell.not-a-date", "2000-02-29,2000-02-29"
  })
  void days(String cell, String expected) {
    assertEquals(expected, read(Activity.TYPE, Activity.END, cell));
  }

  @ParameterizedTest
  @CsvSource({"1989-12-31,cell.out-of-range", "1990-01-01,1990-01-01"})
  void daysOfFactsBeginIn1990(String cell, String expected) {
    assertEquals(expected, read(Support.TYPE, Support.DATE, cell));
  }
}
