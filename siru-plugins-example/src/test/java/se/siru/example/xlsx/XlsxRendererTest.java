package se.siru.example.xlsx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.Siru;
import se.siru.core.finding.Findings;
import se.siru.core.intake.Cell;
import se.siru.core.intake.Import;
import se.siru.core.intake.Mapping;
import se.siru.core.intake.ReaderOptions;
import se.siru.core.pack.Pack;
import se.siru.core.pack.PackItem;
import se.siru.core.pack.PackSheet;
import se.siru.core.pack.PackTable;
import se.siru.core.portfolio.Portfolio;

/** The steering group's pack of the documented target plan, written as a workbook and read again. */
class XlsxRendererTest {
  private static final Path MAPPINGS = Path.of("..", "docs", "how-to", "mappings");
  private static final Siru SIRU = Siru.load();

  @TempDir Path temp;

  private Pack pack(String language) throws Exception {
    Findings findings = new Findings();
    Mapping mapping = Mapping.read(MAPPINGS.resolve("target-plan.json"), SIRU.readers(), findings)
        .orElseThrow(() -> new AssertionError(findings.list()));
    Path folder = temp.resolve("plan-" + language);
    assertTrue(Import.of(mapping, List.of(MAPPINGS.resolve("target-plan.csv"))).into(folder).written());
    Portfolio portfolio = SIRU.reader().read(folder).orThrow();
    return SIRU.steeringGroup(portfolio).pack(language);
  }

  private static byte[] workbook(Pack pack) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SIRU.render(pack, "xlsx", out);
    return out.toByteArray();
  }

  /** What a table of the pack says, in the words of the reader, without blanks at the end of rows. */
  private static List<List<Cell>> expected(PackTable table) {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(List.of(Cell.text(table.heading())));
    table.notes().forEach(note -> rows.add(List.of(Cell.text(note))));
    if (!table.rows().isEmpty()) {
      rows.add(table.columns().stream().map(column -> Cell.text(column.label())).toList());
    }
    table.rows().forEach(row -> rows.add(row.stream().map(XlsxRendererTest::cell).toList()));
    return rows.stream().map(XlsxRendererTest::filled).toList();
  }

  private static Cell cell(PackItem item) {
    if (item instanceof PackItem.Text text) {
      return Cell.text(text.text());
    }
    if (item instanceof PackItem.Absent absent) {
      return Cell.text(absent.reason());
    }
    if (item instanceof PackItem.Day date) {
      return Cell.day(date.day());
    }
    PackItem.Number number = (PackItem.Number) item;
    double exact = number.value().doubleValue() / (number.unit().equals("percent") ? 100 : 1);
    BigDecimal shown = new BigDecimal(Double.toString(exact)).stripTrailingZeros();
    return Cell.number(shown.signum() == 0 ? "0" : shown.toPlainString());
  }

  private static List<Cell> filled(List<Cell> row) {
    int end = row.size();
    while (end > 0 && row.get(end - 1).equals(Cell.BLANK)) {
      end--;
    }
    return row.subList(0, end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sv", "en"})
  void whatIsWrittenIsReadAgain(String language) throws Exception {
    Pack pack = pack(language);
    byte[] bytes = workbook(pack);
    int numbers = 0;
    for (int at = 0; at < pack.sheets().size(); at++) {
      PackSheet sheet = pack.sheets().get(at);
      Found found = Found.in(bytes, ReaderOptions.none().with("sheet", at + 2));
      assertEquals(List.of(), found.findings.stream().filter(finding -> finding.rule() != XlsxRules.PERCENT).toList());
      List<List<Cell>> read = new ArrayList<>();
      for (int row = 1; row <= 10_000; row++) {
        List<Cell> cells = filled(found.rows.getOrDefault(sheet.name() + ":" + row, List.of()));
        if (!cells.isEmpty()) {
          read.add(cells);
        }
      }
      List<List<Cell>> wanted = new ArrayList<>();
      sheet.tables().forEach(table -> wanted.addAll(expected(table)));
      assertEquals(wanted, read, sheet.name());
      numbers += (int) read.stream().flatMap(List::stream).filter(cell -> cell.kind() == Cell.Kind.NUMBER).count();
    }
    assertTrue(numbers > 20, "numbers: " + numbers);
  }

  @Test
  void theFirstSheetHasTheTitleAndTheNotes() throws Exception {
    Pack pack = pack("sv");
    Found found = Found.in(workbook(pack), ReaderOptions.none().with("sheet", 1));
    List<String> texts = found.rows.values().stream().map(row -> row.get(0).text()).toList();
    assertEquals(1 + pack.notes().size(), texts.size());
    assertTrue(texts.contains(pack.title()));
    assertTrue(texts.containsAll(pack.notes()));
  }

  @Test
  void amountsAndSharesHaveFormatsOfTheirOwn() throws Exception {
    String styles = "";
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook(pack("sv"))))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        styles = entry.getName().equals("xl/styles.xml") ? new String(zip.readAllBytes(), StandardCharsets.UTF_8) : styles;
      }
    }
    assertTrue(styles.contains("#,##0.00 &quot;SEK&quot;"), styles);
    assertTrue(styles.contains("0.0%"), styles);
  }

  @Test
  void theSamePackGivesTheSameBytes() throws Exception {
    Pack pack = pack("en");
    assertArrayEquals(workbook(pack), workbook(pack));
  }
}
