package se.siru.example.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.intake.Import;
import se.siru.core.intake.ImportReport;
import se.siru.core.intake.Mapping;
import se.siru.core.intake.ReaderOptions;
import se.siru.core.model.Effect;
import se.siru.core.portfolio.Portfolio;
import se.siru.example.xlsx.WorkbookWriter.Value;

/** Texts that break programs, in cells of workbooks and of CSV files: each comes through as it is, and none becomes a formula. */
@EnabledIfEnvironmentVariable(named = "SIRU_DATA", matches = ".+")
class NaughtyWorkbookTest {
  private static final Siru SIRU = Siru.load();
  private static final String MAPPING = """
      { "siru": "siru-mapping/1", "portfolio": { "name": "naughty" },
        "literals": { "programme": [ { "id": "op", "level": "operation" } ],
          "decision": [ { "id": "b", "node": "op" } ],
          "reporting-period": [ { "id": "P1", "decision": "b", "number": 1, "start": "2024-01-01", "end": "2024-12-31" } ] },
        "sources": [ { "files": "naughty.*", "records": [
          { "type": "effect", "fields": { "claim": { "column": "Text", "personal": false },
            "consent": { "constant": "yes" } } } ] } ] }
      """;

  @TempDir Path temp;

  /** Those with anything in them, with what formulas of spreadsheets begin with. */
  private static List<String> naughty() throws IOException {
    List<String> texts = new ArrayList<>(List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\u00a0=1", "'=1", "''", "_x000B_", "_x005F_x000B_",
        "=HYPERLINK(\"http://exempel.invalid\",\"x\")", "=cmd|' /C calc'!A0", "a\nb", "|a|b|", "\ud83d\ude00"));
    try (JsonParser json = new JsonFactory().createParser(
        Path.of(System.getenv("SIRU_DATA"), "messy", "blns", "blns-half.json").toFile())) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
          texts.add(json.getText());
        }
      }
    }
    texts.removeIf(text -> plain(text).isEmpty() || text.codePoints().anyMatch(NaughtyWorkbookTest::isRefused));
    return texts.stream().distinct().toList();
  }

  /** Control characters, which texts of records do not have, and halves of letters. */
  private static boolean isRefused(int point) {
    return Character.isISOControl(point) && point != '\n' && point != '\t' || point >= 0xd800 && point <= 0xdfff;
  }

  /** A text as records have it. */
  private static String plain(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return Normalizer.normalize(text.substring(from, to), Normalizer.Form.NFC);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static byte[] workbook(List<String> texts) throws IOException {
    WorkbookWriter workbook = new WorkbookWriter("Texter");
    WorkbookWriter.Sheet sheet = workbook.sheet("Blad1").header("Nr", "Text");
    for (int i = 0; i < texts.size(); i++) {
      sheet.row(Value.text("r" + i), Value.text(texts.get(i)));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.writeTo(out);
    return out.toByteArray();
  }

  private static byte[] csv(List<String> texts) {
    StringBuilder csv = new StringBuilder("Nr;Text\n");
    for (int i = 0; i < texts.size(); i++) {
      csv.append("r").append(i).append(";\"").append(texts.get(i).replace("\"", "\"\"")).append("\"\n");
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Portfolio imported(String file, byte[] bytes) throws IOException {
    Path source = Files.write(Files.createTempDirectory(temp, "source").resolve(file), bytes);
    Findings findings = new Findings();
    Mapping mapping = Mapping.read(new ByteArrayInputStream(MAPPING.getBytes(StandardCharsets.UTF_8)), "m.json", SIRU.readers(), findings)
        .orElseThrow(() -> new AssertionError(findings.list()));
    Path out = Files.createTempDirectory(temp, "out");
    ImportReport report = Import.of(mapping, List.of(source)).into(out);
    assertTrue(report.findings().stream().noneMatch(finding -> finding.rule().severity() == Severity.ERROR),
        () -> report.findings().toString());
    try (Stream<Path> all = Files.list(out)) {
      for (Path written : all.filter(each -> each.toString().endsWith(".csv")).toList()) {
        assertNoFormula(Files.readString(written), written.toString());
      }
    }
    return SIRU.read(out);
  }

  /** A cell of a CSV file that a spreadsheet would run. */
  private static void assertNoFormula(String csv, String where) {
    boolean quoted = false;
    boolean begins = true;
    for (char c : csv.toCharArray()) {
      assertFalse(begins && c != '"' && "=+-@\t".indexOf(c) >= 0, where + ": a cell begins with " + c);
      quoted ^= c == '"';
      begins = c == '"' ? begins && quoted : !quoted && (c == ',' || c == ';' || c == '\n');
    }
  }

  private static List<String> claims(Portfolio portfolio) {
    return portfolio.rows(Effect.TYPE).map(row -> String.valueOf(row.get(Effect.CLAIM))).toList();
  }

  @Test
  void textsComeThroughAWorkbookAndACsvFileAsTheyAre() throws IOException {
    List<String> texts = naughty();
    assertTrue(texts.size() > 200, texts.size() + " texts");
    List<String> wanted = texts.stream().map(NaughtyWorkbookTest::plain).toList();
    assertEquals(wanted, claims(imported("naughty.xlsx", workbook(texts))));
    List<String> ofCsv = texts.stream().filter(text -> text.indexOf('\r') < 0).toList();
    assertEquals(ofCsv.stream().map(NaughtyWorkbookTest::plain).toList(), claims(imported("naughty.csv", csv(ofCsv))));
  }

  @Test
  void textsStandInTheWorkbookOfAPackAsTextsAndAreReadBack() throws Exception {
    Portfolio portfolio = imported("naughty.xlsx", workbook(naughty()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new XlsxRenderer().render(SIRU.steeringGroup(portfolio).pack("sv"), out);
    Found found = Found.in(out.toByteArray(), ReaderOptions.none().with("sheet", "Effekter"));
    List<String> read = found.rows.values().stream().map(cells -> cells.get(0).text()).toList();
    claims(portfolio).forEach(text -> assertTrue(read.contains(text), text));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        assertFalse(xml.contains("<f>") || xml.contains("<f ") || xml.contains("<hyperlink"), part.getName());
      }
    }
  }
}
