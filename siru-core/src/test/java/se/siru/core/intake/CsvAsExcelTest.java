package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Severity;

/** CSV as Excel saves it in Sweden: found out, told, and never guessed where two things speak against each other. */
class CsvAsExcelTest {
  private static final String TABLE = "nr;Förening;Belopp\r\n1;Ängens vänner;1 234,5\r\n2;Vävstugan;80\r\n";

  /** What the reader hands on. */
  private static final class Found implements RowSink {
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @Override
    public void table(String name) {
      throw new AssertionError("a CSV file is one table");
    }

    @Override
    public boolean row(long number, List<Cell> cells) {
      rows.add(cells.stream().map(Cell::text).toList());
      return true;
    }

    @Override
    public boolean object(long number, Map<String, Cell> members) {
      throw new AssertionError("a CSV file has no objects");
    }

    @Override
    public void bad(Finding why) {
      throw new AssertionError(why);
    }

    @Override
    public void found(Finding finding) {
      findings.add(finding);
    }

    private List<String> rules() {
      return findings.stream().map(finding -> finding.rule().id()).sorted().toList();
    }
  }

  private static Found read(byte[] bytes, ReaderOptions options) throws IOException {
    Found found = new Found();
    Readers.csv().read(ReaderInput.of("a.csv", bytes), options, found);
    return found;
  }

  private static ReaderOptions expecting(String... columns) {
    return ReaderOptions.none().expecting(1, List.of(columns));
  }

  private static byte[] marked(String mark, String text, Charset charset) {
    return (mark + text).getBytes(charset);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "utf-8|;|mark|reading.separator-found",
      "utf-8|;|-|reading.separator-found",
      "windows-1252|;|-|reading.encoding-windows reading.separator-found",
      "utf-16le|\t|mark|reading.encoding-marked reading.separator-found",
      "utf-16be|\t|mark|reading.encoding-marked reading.separator-found",
      "utf-16le|\t|-|reading.encoding-utf16 reading.separator-found",
      "utf-16be|;|-|reading.encoding-utf16 reading.separator-found",
      "utf-8|,|-|-", "utf-8|,|mark|-", "windows-1252|,|-|reading.encoding-windows"})
  void separatorAndEncodingAreFoundOutAndTold(String encoding, String separator, String mark, String rules) throws IOException {
    char character = separator == null ? '\t' : separator.charAt(0);
    String text = TABLE.replace("1 234,5", "1234").replace(';', character);
    Found found = read(marked(mark == null ? "" : "\ufeff", text, Charset.forName(encoding)), expecting("nr", "Förening"));
    assertEquals(rules == null ? List.of() : List.of(rules.split(" ")), found.rules());
    assertEquals(List.of(List.of("nr", "Förening", "Belopp"), List.of("1", "Ängens vänner", "1234"), List.of("2", "Vävstugan", "80")),
        found.rows);
    assertTrue(found.findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR));
  }

  @Test
  void aLineThatNamesTheSeparatorIsBelievedAndIsNoRow() throws IOException {
    Found found = read("sep=|\r\nnr|a;b\r\n1|x\r\n".getBytes(StandardCharsets.UTF_8), expecting("nr"));
    assertEquals(List.of("reading.separator-named"), found.rules());
    assertEquals(List.of(List.of("nr", "a;b"), List.of("1", "x")), found.rows);
  }

  @Test
  void whatTheMappingStatesStandsAndContradictionsAreTold() throws IOException {
    Found named = read("sep=;\nnr,a\n1,x\n".getBytes(StandardCharsets.UTF_8), expecting("nr").with("separator", ","));
    assertEquals(List.of("reading.separator-stated"), named.rules());
    assertEquals(List.of("1", "x"), named.rows.get(1));
    Found marked = read(marked("\ufeff", "nr,a\n1,å\n", StandardCharsets.UTF_8), expecting("nr").with("encoding", "windows-1252"));
    assertEquals(List.of("reading.encoding-stated"), marked.rules());
    assertEquals("Ã¥", marked.rows.get(1).get(1));
    Found wrong = read(TABLE.getBytes(StandardCharsets.UTF_8), expecting("nr", "Förening").with("separator", ","));
    assertEquals(List.of("mapping.wrong-separator"), wrong.rules());
    assertEquals(List.of(), wrong.rows);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "`a;b,c\n1;2,3\n`|`reading.separator-unclear`", "`a;b\n1;2\n`|`reading.separator-likely`", "`a\n1\n`|``", "`a,b\n1,2\n`|``",
      "`a;b\n1;2;3\n`|``", "`a b;c\td\n1 2;3\t4\n`|`reading.separator-unclear`", "`text; and more\nonly text\n`|``"})
  void withoutAnyExpectedColumnTheRowsDecideOrNobodyDoes(String text, String rules) throws IOException {
    assertEquals(rules.isEmpty() ? List.of() : List.of(rules.split(" ")),
        read(text.getBytes(StandardCharsets.UTF_8), ReaderOptions.none()).rules());
  }

  @Test
  void aTableWithoutAHeaderHasAsManyColumnsAsItsNames() throws IOException {
    ReaderOptions options = ReaderOptions.none().expecting(0, List.of("a", "b"));
    assertEquals(List.of("reading.separator-likely"), read("1;2,5\n3;4\n".getBytes(StandardCharsets.UTF_8), options).rules());
    assertEquals(List.of("reading.separator-unclear"), read("1;2,5\n3;4,5\n".getBytes(StandardCharsets.UTF_8), options).rules());
  }

  @ParameterizedTest
  @CsvSource({"IBM850,reading.encoding-unknown", "x-MacRoman,reading.encoding-unknown"})
  void encodingsThatNobodyCanTellAreRefused(String encoding, String rule) throws IOException {
    Found found = read("nr,a\n1,Räksmörgås på väg\n".getBytes(Charset.forName(encoding)), expecting("nr"));
    assertEquals(List.of(rule), found.rules());
    assertEquals(List.of(), found.rows);
  }

  @Test
  void aFileThatIsUtf8InPartIsRefusedWithThePlace() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("nr,a\n1,å\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("2,ä\n".getBytes(StandardCharsets.ISO_8859_1));
    Found found = read(bytes.toByteArray(), expecting("nr"));
    assertEquals(List.of("reading.encoding-mixed"), found.rules());
    assertEquals(Map.of("sequences", "1", "bad", "1", "offset", "12", "byte", "0xE4"), found.findings.get(0).arguments());
  }

  @Provide
  Arbitrary<String> swedishTexts() {
    return Arbitraries.strings().withChars("abcåäöÅÄÖéü ,.-0123456789").ofMaxLength(40);
  }

  @Property(tries = 500)
  void wordsInWindows1252AreReadAsThatOrRefusedButNeverAsAnythingElse(@ForAll("swedishTexts") String text) throws IOException {
    Found found = read(("nr,a\n1,\"x" + text + "\"\n").getBytes(Charset.forName("windows-1252")), expecting("nr"));
    if (found.rows.isEmpty()) {
      assertTrue(found.rules().get(0).startsWith("reading.encoding-"), found.rules()::toString);
    } else {
      assertEquals("x" + text, found.rows.get(1).get(1));
    }
  }

  @Property(tries = 500)
  void everythingInUtf8IsReadWithoutAWord(@ForAll String text) throws IOException {
    String clean = new String(text.replace("\0", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    Found found = read(("nr,a\n1,\"x" + clean.replace("\"", "\"\"") + "\"\n").getBytes(StandardCharsets.UTF_8), expecting("nr"));
    assertEquals(List.of(), found.rules());
    assertEquals("x" + clean, found.rows.get(1).get(1));
  }

  @Test
  void theMessySetIsReadRowByRowOrRefusedWithAFinding() throws IOException {
    String data = System.getenv("SIRU_DATA");
    Assumptions.assumeTrue(data != null, "SIRU_DATA is not set");
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(data, "messy"))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    assertTrue(files.size() > 20, files::toString);
    int csv = 0;
    for (Path file : files) {
      Found found = new Found();
      Readers.csv().read(ReaderInput.of(file.getFileName().toString(), file), ReaderOptions.none(), found);
      if (file.toString().endsWith(".csv")) {
        csv++;
        assertTrue(found.rows.size() > 1 && found.findings.isEmpty(), () -> file + " " + found.findings);
      } else {
        assertTrue(!found.rows.isEmpty() || !found.findings.isEmpty(), file::toString);
      }
    }
    assertEquals(11, csv);
  }

  /** How numbers are written is told for a whole column, not value by value. */
  @Nested
  class Numbers {
    @TempDir Path temp;

    private ImportReport run(String more, String... values) throws IOException {
      StringBuilder text = new StringBuilder("nr;tkr;andra\n");
      for (int i = 0; i < values.length; i++) {
        text.append(i).append(';').append(values[i]).append(";0,5\n");
      }
      return ImportFixture.sources(temp, """
          { "files": "a.csv", "separator": ";", "records": [ { "type": "funding", "fields": {
            "id": "nr", "status": { "constant": "decided" }, "amount": { "column": "tkr" %s } } } ] }""".formatted(more))
          .file("a.csv", text.toString()).run();
    }

    private static List<String> found(ImportReport report) {
      return report.findings().stream().map(finding -> finding.origin() + " " + finding.rule().id()).toList();
    }

    @Test
    void decimalCommasAreReadAndTold() throws IOException {
      ImportReport report = run("", "12", "1\u00a0234,5", "0,25");
      assertEquals(List.of("a.csv:tkr reading.numbers-swedish"), found(report));
      assertEquals("2", report.findings().get(0).arguments().get("count"));
      assertEquals(3, report.records().get("funding"));
    }

    @Test
    void bothKindsInOneColumnAreRefusedWithTheShapeOfEach() throws IOException {
      ImportReport report = run("", "12,5", "12.5");
      assertEquals(List.of("a.csv:3:tkr reading.numbers-unclear"), found(report));
      assertEquals(Map.of("column", "tkr", "one", "99.9", "other", "99,9", "place", "a.csv:2:tkr"),
          report.findings().get(0).arguments());
    }

    @Test
    void anExplicitStyleStandsAndRejectsTheOther() throws IOException {
      assertEquals(List.of("a.csv:3:tkr mapping.bad-number"), found(run(", \"number\": \"sv\"", "12,5", "12.5")));
      assertEquals(List.of("a.csv:2:tkr mapping.bad-number"), found(run(", \"number\": \"plain\"", "12,5", "12.5")));
    }

    @Test
    void aPointBeforeThreeDigitsIsRejectedAmongDecimalCommasAndToldAlone() throws IOException {
      assertEquals(List.of("a.csv:3:tkr mapping.bad-number", "a.csv:tkr reading.numbers-swedish"), sorted(run("", "12,5", "1.234")));
      assertEquals(List.of("a.csv:2:tkr cell.too-many-decimals", "a.csv:2:tkr reading.points-as-decimals"), found(run("", "1.234", "80")));
    }

    private static List<String> sorted(ImportReport report) {
      return found(report).stream().sorted().toList();
    }

    @Test
    void aPointBeforeThreeDigitsIsRefusedWhereAnotherColumnHasDecimalCommas() throws IOException {
      ImportReport report = ImportFixture.sources(temp, """
          { "files": "a.csv", "records": [
            { "type": "funding", "fields": { "id": "nr", "status": { "constant": "decided" }, "amount": "tkr" } },
            { "type": "funding", "fields": { "id": { "compose": [ "nr", { "constant": "b" } ] }, "status": { "constant": "paid" },
              "amount": "andra" } } ] }""")
          .file("a.csv", "nr;tkr;andra\n1;1.500;0,5\n").run();
      assertEquals(
          List.of("a.csv reading.separator-found", "a.csv:2:tkr reading.points-unclear", "a.csv:andra reading.numbers-swedish"),
          sorted(report));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "-5", "\u22125", "12.5", "1234.5"})
    void plainNumbersAreReadWithoutAWord(String value) throws IOException {
      assertEquals(List.of(), found(run("", value, "80")));
    }
  }
}
