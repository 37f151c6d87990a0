package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;

/** What is wrong with a portfolio is said all at once, each with source, row and column, and nothing is accepted. */
class BadPortfoliosTest {
  @TempDir Path root;
  private PortfolioFolder folder;

  @BeforeEach
  void aGoodPortfolio() {
    folder = new PortfolioFolder(root);
  }

  private void finds(String... findings) throws IOException {
    PortfolioReader.Result result = folder.read();
    assertEquals(List.of(findings), PortfolioFolder.found(result));
    assertEquals(Optional.empty(), result.portfolio());
  }

  @Test
  void theGoodOneHasNoFindings() throws IOException {
    PortfolioReader.Result result = folder.read();
    assertEquals(List.of(), PortfolioFolder.found(result));
    assertEquals(2, result.orThrow().table("participation").size());
  }

  @Test
  void missingColumn() throws IOException {
    folder.file("participations.csv", "organisations,heads", "s1,12", "s2,1");
    finds("participations.csv:1:activity csv.missing-column");
  }

  @Test
  void missingIdColumnIsSaidOnceAndNotForEachReference() throws IOException {
    folder.file("activities.csv", "kind,start", ",2022-03-01");
    finds("activities.csv:1:id csv.missing-column");
  }

  @Test
  void unknownCodes() throws IOException {
    folder.file("stakeholders.csv", "id,sector,size", "s1,publik,", "s2,business,huge");
    finds("stakeholders.csv:2:sector cell.unknown-code", "stakeholders.csv:3:size cell.unknown-code");
    Finding first = folder.read().findings().list().get(0);
    assertEquals("publik", first.arguments().get("value"));
    assertEquals("public", first.arguments().get("suggestion"));
  }

  @Test
  void danglingReferences() throws IOException {
    folder.file("participations.csv", "activity,organisations", "a1,s1;s3", "a9,s2");
    finds("participations.csv:2:organisations portfolio.dangling-reference",
        "participations.csv:3:activity portfolio.dangling-reference");
  }

  @Test
  void anAgreementBelowNothing() throws IOException {
    folder.file("agreements.csv", "id,value,buyer", "v1,-0.01,s1", "v2,0,s1");
    finds("agreements.csv:2:value cell.out-of-range");
    folder.file("agreements.csv", "id,value,buyer", "v2,0,s1");
    assertEquals(List.of(), folder.findings());
  }

  @Test
  void duplicateId() throws IOException {
    folder.file("stakeholders.csv", "id", "s1", "s2", "s1");
    finds("stakeholders.csv:4:id portfolio.duplicate-id");
  }

  @Test
  void badDates() throws IOException {
    folder.file("activities.csv", "id,start,end", "a1,2022-02-30,1 mars 2022", "a2,2022-4-1,0022-04-01");
    finds("activities.csv:2:end cell.not-a-date", "activities.csv:2:start cell.not-a-date",
        "activities.csv:3:end cell.out-of-range", "activities.csv:3:start cell.not-a-date");
  }

  @Test
  void badNumbers() throws IOException {
    folder.file("activities.csv", "id,duration-hours", "a1,\"1,5\"", "a2,1.00005");
    folder.file("participations.csv", "activity,heads,women,men", "a1,1 234,-1,1e3", "a2,2.5,1.5abc,9999999");
    finds("activities.csv:2:duration-hours cell.not-a-number", "activities.csv:3:duration-hours cell.too-many-decimals",
        "participations.csv:2:heads cell.not-a-number", "participations.csv:2:men cell.not-a-number",
        "participations.csv:2:women cell.out-of-range",
        "participations.csv:3:heads cell.too-many-decimals", "participations.csv:3:men cell.out-of-range",
        "participations.csv:3:women cell.not-a-number");
  }

  @Test
  void wrongSeparator() throws IOException {
    folder.file("stakeholders.csv", "id;name;sector", "s1;Kommunen;public", "s2;Företaget;business");
    finds("stakeholders.csv:1 csv.wrong-separator");
  }

  @Test
  void latin1Bytes() throws IOException {
    folder.bytes("stakeholders.csv", "id,name\ns1,Kommunen\ns2,Företaget\n".getBytes(StandardCharsets.ISO_8859_1));
    finds("stakeholders.csv:3 csv.not-utf8");
    Finding found = folder.read().findings().list().get(0);
    assertEquals("24", found.arguments().get("offset"));
    assertEquals("0xF6", found.arguments().get("byte"));
  }

  @Test
  void reversedPeriod() throws IOException {
    folder.file("activities.csv", "id,start,end", "a1,2022-03-02,2022-03-01", "a2,2022-04-01,2022-04-01");
    finds("activities.csv:2:end portfolio.reversed-period");
  }

  @Test
  void missingFile() throws IOException {
    folder.write();
    Files.delete(root.resolve("stakeholders.csv"));
    PortfolioReader.Result result = PortfolioReader.standard().read(root);
    assertEquals(List.of("datapackage.json:1:/resources/1 folder.file-missing"), PortfolioFolder.found(result));
    assertEquals("stakeholders.csv", result.findings().list().get(0).arguments().get("path"));
  }

  @Test
  void aidToNobodyIsToldOfItsCellAlone() throws IOException {
    String columns = "id,recipient,kind,date,amount,aid-basis,certificate-date";
    folder.file("support.csv", columns, "x,,grant,2023-05-01,10,de-minimis,2023-05-01");
    finds("support.csv:2:recipient cell.required");
    folder.file("support.csv", columns, "x,s\u0001,grant,2023-05-01,10,de-minimis,2023-05-01");
    finds("support.csv:2:recipient cell.control-character");
    folder.file("support.csv", columns.replace(",recipient", ""), "x,grant,2023-05-01,10,de-minimis,2023-05-01");
    finds("support.csv:1:recipient csv.missing-column");
  }

  @Test
  void emptyFile() throws IOException {
    folder.bytes("activities.csv", new byte[0]);
    finds("activities.csv:1 csv.empty");
  }

  @Test
  void brokenQuotes() throws IOException {
    folder.file("activities.csv", "id,name", "a1,\"oh\"no", "a2,x");
    folder.file("stakeholders.csv", "id,name", "s1,x", "s2,\"never closed");
    finds("activities.csv:2 csv.after-quote", "stakeholders.csv:3 csv.unclosed-quote");
  }

  @Test
  void rowsWithExtraOrMissingFields() throws IOException {
    folder.file("stakeholders.csv", "id,name", "s1,x,y", "s2,x", "s3");
    finds("stakeholders.csv:2 csv.field-count", "stakeholders.csv:4 csv.field-count");
  }

  @Test
  void badHeaders() throws IOException {
    folder.file("stakeholders.csv", "id,nam,sector,sector,", "s1,x,public,,", "s2,x,public,,");
    finds("stakeholders.csv:1 csv.blank-header", "stakeholders.csv:1:nam csv.unknown-column",
        "stakeholders.csv:1:sector csv.duplicate-column");
    assertEquals("name", folder.read().findings().list().get(1).arguments().get("suggestion"));
  }

  @Test
  void idsThatCannotBeOne() throws IOException {
    folder.file("stakeholders.csv", "id", "s1", "s2", "\"a;b\"", "\" c\"", "\"\"", "d\u0007");
    finds("stakeholders.csv:4:id cell.not-an-id", "stakeholders.csv:5:id cell.not-an-id",
        "stakeholders.csv:6:id cell.required", "stakeholders.csv:7:id cell.control-character");
  }

  @Test
  void amountsInAnotherCurrency() throws IOException {
    folder.file("agreements.csv", "id,value", "g1,100.50 SEK", "g2,100 EUR", "g3,100.505", "g4,100,5");
    finds("agreements.csv:3:value cell.currency", "agreements.csv:4:value cell.too-many-decimals",
        "agreements.csv:5 csv.field-count");
  }

  @Test
  void severalErrorsInOneFileAreAllReported() throws IOException {
    folder.file("participations.csv", "activity,organisations,heads,date,role",
        ",s1,x,2022-13-01,boss", "a1,s7,1,,", "a1,s1,-1,1989-12-31,");
    finds("participations.csv:2:activity cell.required", "participations.csv:2:date cell.not-a-date",
        "participations.csv:2:heads cell.not-a-number", "participations.csv:2:role cell.unknown-code",
        "participations.csv:3:organisations portfolio.dangling-reference",
        "participations.csv:4:date cell.out-of-range", "participations.csv:4:heads cell.out-of-range");
  }

  @Test
  void aThousandErrorsAreKeptAndTheRestIsCounted() throws IOException {
    String[] lines = new String[5_001];
    Arrays.fill(lines, "a1,x");
    lines[0] = "activity,heads";
    folder.file("participations.csv", lines);
    PortfolioReader.Result result = folder.read();
    assertEquals(1_000, result.findings().list().size());
    assertEquals(4_000, result.findings().omitted());
  }

  @Test
  void everyMessageHasAllItsArguments() throws IOException {
    folder.file("participations.csv", "activity,organisations,heads,date,role,x",
        ",s1,x,2022-13-01,boss,", "a1,s7,1,,,", "a1,s1,-1,1989-12-31,,", "a1", "\"" + "a".repeat(300) + "\",,,,,");
    folder.file("agreements.csv", "id;value", "g1;1");
    for (Finding finding : folder.read().findings().list()) {
      for (String language : List.of("sv", "en")) {
        String text = finding.message(language) + finding.help(language);
        assertTrue(text.indexOf('{') < 0, text);
      }
    }
  }

  @Test
  void aRefusedPortfolioCanBeThrown() throws IOException {
    folder.bytes("activities.csv", new byte[0]);
    try {
      folder.read().orThrow();
    } catch (SiruException refused) {
      assertEquals(1, refused.findings().size());
      return;
    }
    throw new AssertionError("accepted");
  }
}
