package se.siru.example.xlsx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.intake.Cell;
import se.siru.core.intake.ReaderOptions;
import se.siru.example.xlsx.WorkbookWriter.Value;

/** What is written is read again as it was, and its bytes depend on nothing else. */
class WorkbookWriterTest {
  private static byte[] bytes(WorkbookWriter workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.writeTo(out);
    return out.toByteArray();
  }

  private static WorkbookWriter example() {
    WorkbookWriter workbook = new WorkbookWriter("Styrgrupp <1> & co");
    workbook.sheet("Mål & utfall").widths(40, 12, 12, 12)
        .title("Mål och utfall")
        .header("Indikator", "Utfall", "Andel", "Dag")
        .row(Value.text("Deltagande företag"), Value.number(new BigDecimal("1234.50")), Value.percent(new BigDecimal("0.825")),
            Value.day(LocalDate.of(2024, 2, 29)))
        .row(Value.text("=1+2"), Value.blank(), Value.text("@SUM(A1)"));
    workbook.sheet("Tomt");
    return workbook;
  }

  private static Map<String, String> parts(byte[] bytes) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  @Test
  void theExampleIsReadAsItWasWritten() throws IOException {
    Found found = Found.in(bytes(example()), ReaderOptions.none().with("sheet", 1));
    assertEquals(List.of("a.xlsx#Mål & utfall xlsx.percent"), found.rules());
    assertEquals(
        Map.of(
            "Mål & utfall:1", List.of(Cell.text("Mål och utfall")),
            "Mål & utfall:2", List.of(Cell.text("Indikator"), Cell.text("Utfall"), Cell.text("Andel"), Cell.text("Dag")),
            "Mål & utfall:3", List.of(Cell.text("Deltagande företag"), Cell.number("1234.5"), Cell.number("0.825"),
                Cell.day(LocalDate.of(2024, 2, 29))),
            "Mål & utfall:4", List.of(Cell.text("=1+2"), Cell.BLANK, Cell.text("@SUM(A1)"))),
        found.rows);
  }

  @Test
  void aTextIsNeverAFormula() throws IOException {
    String sheet = parts(bytes(example())).get("xl/worksheets/sheet1.xml");
    assertFalse(sheet.contains("<f>"), sheet);
    assertFalse(sheet.contains("=1+2"), "texts stand apart from the cells");
  }

  @Test
  void numbersSharesAndDaysHaveTheirFormatsAndTheHeaderStays() throws IOException {
    Map<String, String> parts = parts(bytes(example()));
    for (String format : List.of("\"#,##0.00\"", "\"0.0%\"", "\"yyyy-mm-dd\"", "<b/>")) {
      assertTrue(parts.get("xl/styles.xml").contains(format), parts.get("xl/styles.xml"));
    }
    String sheet = parts.get("xl/worksheets/sheet1.xml");
    assertTrue(sheet.contains("ySplit=\"2\"") && sheet.contains("state=\"frozen\""), sheet);
    assertTrue(sheet.contains("<col min=\"1\" max=\"1\" width=\"40.0\""), sheet);
  }

  @Test
  void theBytesDependOnNothingButTheContent() throws IOException {
    byte[] first = bytes(example());
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String tag : List.of("sv-SE", "ar-EG-u-nu-arab", "tr-TR", "th-TH-u-ca-buddhist")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        assertArrayEquals(first, bytes(example()), tag);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void noPartSaysWhenItWasWritten() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(example())))) {
      List<String> names = new ArrayList<>();
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertEquals("1980-02-01T00:00", entry.getTimeLocal().toString());
        assertEquals(ZipEntry.STORED, entry.getMethod());
        names.add(entry.getName());
      }
      assertEquals("[Content_Types].xml", names.get(0));
    }
    parts(bytes(example())).forEach((name, part) -> assertFalse(part.matches("(?s).*20[0-9]{2}-[0-9]{2}-[0-9]{2}.*"), name));
  }

  @Provide
  Arbitrary<List<List<Value>>> tables() {
    Arbitrary<String> texts = Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(12),
        Arbitraries.strings().withChars("=+-@_x000D'\"<>&\t\n åäö").ofMaxLength(12));
    Arbitrary<BigDecimal> numbers = Arbitraries.bigDecimals()
        .between(new BigDecimal("-99999999"), new BigDecimal("99999999")).ofScale(6);
    Arbitrary<Value> values = Arbitraries.oneOf(
        texts.map(Value::text), numbers.map(Value::number), numbers.map(Value::percent),
        Dates.dates().between(LocalDate.of(1800, 1, 1), LocalDate.of(9999, 12, 31)).map(Value::day),
        Arbitraries.just(Value.blank()));
    return values.list().ofMaxSize(6).list().ofMaxSize(6);
  }

  private static Cell expected(Value value) {
    return switch (value.kind()) {
      case TEXT -> Cell.text(wellFormed(value.text()));
      case DAY -> Cell.day(value.day());
      case BLANK -> Cell.BLANK;
      default -> Cell.number(value.number().signum() == 0 ? "0" : value.number().stripTrailingZeros().toPlainString());
    };
  }

  /** Half a pair of surrogates is no character; nobody can write it. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
  }

  @Property(tries = 300)
  void everyTableIsReadAsItWasWritten(@ForAll("tables") List<List<Value>> rows) throws IOException {
    WorkbookWriter workbook = new WorkbookWriter("x");
    WorkbookWriter.Sheet sheet = workbook.sheet("Blad1");
    rows.forEach(sheet::row);
    byte[] bytes = bytes(workbook);
    Map<String, List<Cell>> expected = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Cell> cells = new ArrayList<>(rows.get(i).stream().map(WorkbookWriterTest::expected).toList());
      while (!cells.isEmpty() && cells.get(cells.size() - 1).equals(Cell.BLANK)) {
        cells.remove(cells.size() - 1);
      }
      if (!cells.isEmpty()) {
        expected.put("Blad1:" + (i + 1), cells);
      }
    }
    assertEquals(expected, Found.in(bytes, ReaderOptions.none().with("sheet", 1)).rows);
    assertArrayEquals(bytes, bytes(workbook));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b:c*d?[e]\\", "", "'quoted'", "en mycket lång titel som inte får plats", "\u0007"})
  void namesOfSheetsAreMadeSuchAsExcelTakes(String name) {
    WorkbookWriter workbook = new WorkbookWriter("x");
    String first = workbook.sheet(name).name();
    String second = workbook.sheet(name.toUpperCase(Locale.ROOT)).name();
    assertTrue(first.matches("[^\\[\\]:*?/\\\\']{1,31}"), first);
    assertTrue(second.length() <= 31 && second.endsWith(" (2)"), second);
  }

  @Test
  void whatACellCannotHoldIsRefusedOrKeptAsAText() {
    assertThrows(IllegalArgumentException.class, () -> Value.text("x".repeat(32_768)));
    assertEquals("1234567890123456", Value.number(new BigDecimal("1234567890123456")).text());
    assertEquals("1899-12-31", Value.day(LocalDate.of(1899, 12, 31)).text());
    assertThrows(IllegalStateException.class, () -> new WorkbookWriter("x").writeTo(new ByteArrayOutputStream()));
  }
}
