package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;

/** What ends the reference parser. */
class CsvScanTest {
  private final Findings findings = new Findings();
  private int rows;

  private List<String> endOf(String csv, long mostRows) throws IOException {
    new CsvScan("a.csv", findings, mostRows)
        .read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), row -> ++rows > 0);
    return findings.list().stream().map(CsvScanTest::shown).toList();
  }

  private static String shown(Finding finding) {
    return finding.rule().id() + " " + finding.origin();
  }

  @Test
  void asManyRowsAsThereMayBeAreRead() throws IOException {
    assertEquals(List.of(), endOf("a,b\n1,2\n\n3,4\n", 4));
    assertEquals(3, rows);
  }

  @Test
  void oneMoreIsToldAsThatAndNotAsALargeRow() throws IOException {
    assertEquals(List.of("csv.too-many-rows a.csv:5"), endOf("a,b\n1,2\n\n3,4\n5,6\n", 4));
    assertEquals(3, rows);
  }

  @Test
  void aRowThatIsTooLargeIsToldAsThat() throws IOException {
    assertEquals(List.of("csv.too-large a.csv:2"), endOf("a\n" + ("x".repeat(1 << 19) + ",").repeat(33) + "\n", Integer.MAX_VALUE));
    assertEquals(1, rows);
  }

  @Test
  void whatFollowsAQuoteAndAQuoteThatStaysOpenAreTold() throws IOException {
    assertEquals(List.of("csv.after-quote a.csv:2"), endOf("a\n\"b\"c\n", 9));
    assertEquals(List.of("csv.after-quote a.csv:2", "csv.unclosed-quote a.csv:2"), endOf("a\n\"b\n", 9));
  }
}
