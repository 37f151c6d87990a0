package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;

/** Files of an import that lie where it writes, and sources that are neither files nor folders. */
class SourcesInTargetTest {
  private static final String MAPPING = """
      { "siru": "siru-mapping/1", "portfolio": { "name": "invented" },
        "literals": { "programme": [{ "id": "op", "level": "operation" }] },
        "sources": [ { "files": "**.csv", %s"records": [ { "type": "stakeholder", "fields": { "id": "org" } } ] } ] }""";

  @TempDir
  private Path temp;

  private Path portfolio;

  @BeforeEach
  void aPortfolioFromAnEarlierImport() throws IOException {
    portfolio = temp.resolve("portfolio");
    Path first = Files.createDirectories(temp.resolve("first"));
    Files.writeString(first.resolve("a.csv"), "org\n1\n");
    assertTrue(run("", first).written());
  }

  private ImportReport run(String member, Path... sources) throws IOException {
    Findings findings = new Findings();
    byte[] mapping = MAPPING.formatted(member).getBytes(StandardCharsets.UTF_8);
    return Import.of(Mapping.read(new ByteArrayInputStream(mapping), "m.json", findings).orElseThrow(), List.of(sources)).into(portfolio);
  }

  private static List<String> told(ImportReport report) {
    return report.findings().stream().map(each -> each.origin() + " " + each.rule().id()).toList();
  }

  @Test
  void aSourceFolderBelowTheTargetIsRefusedAndItsFilesNamed() throws IOException {
    Path raw = Files.createDirectories(portfolio.resolve("raw"));
    Files.writeString(raw.resolve("b.csv"), "org\n2\n");
    for (String member : List.of("", "\"optional\": true, ")) {
      ImportReport report = run(member, raw, temp.resolve("first"));
      assertFalse(report.written());
      assertEquals(List.of("m.json:3:/sources/0 mapping.file-in-target"), told(report));
      assertTrue(report.findings().get(0).message("en").contains("(b.csv)"), report.findings().get(0).message("en"));
    }
  }

  @Test
  void filesThatAreOnlyInTheTargetAreNotSaidToBeMissing() throws IOException {
    Files.delete(temp.resolve("first").resolve("a.csv"));
    assertEquals(List.of("m.json:3:/sources/0 mapping.file-in-target"), told(run("", temp)));
    assertEquals(List.of("m.json import.source-gone"), told(run("\"optional\": true, ", temp)));
  }

  @Test
  void whatAnEarlierImportLeftBelowTheSourcesIsNoSource() throws IOException {
    ImportReport again = run("", temp);
    assertTrue(again.written());
    assertEquals(List.of(), told(again));
    assertEquals(1, again.rowsRead());
  }

  @Test
  void filesAreFoundBelowALinkToAFolder() throws IOException {
    assertEquals(1, run("", Files.createSymbolicLink(temp.resolve("link"), temp.resolve("first"))).rowsRead());
  }

  @Test
  void aLinkToTheTargetIsTheTarget() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), portfolio);
    assertEquals(List.of("m.json:3:/sources/0 mapping.file-in-target"), told(run("", link)));
  }

  @Test
  void aSourceThatIsNotThereIsNamedAsItWasGiven() {
    SiruException failure = assertThrows(SiruException.class, () -> run("", Path.of("no-such-folder")));
    assertEquals(ErrorCode.UNREADABLE, failure.code());
    assertEquals("cannot read no-such-folder: there is no such file or folder", failure.text().in("en"));
  }
}
