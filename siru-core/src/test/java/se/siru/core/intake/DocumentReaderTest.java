package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.model.Activity;
import se.siru.core.model.Network;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.Portfolio;

class DocumentReaderTest {
  private static final String DOCUMENT =
      "{'siru':'siru-portfolio/1','name':'test','currency':'SEK','recorded-at':'2024-01-31',"
          + "'covers':{'activity':[{'from':'2022-01-01','nodes':['p']}]},\n"
          + "'codelists':[{'extends':'sectors','codes':[{'code':'dsi:lab'}]}],\n"
          + "'fields':[{'type':'stakeholder','name':'dsi:rate','kind':'decimal','scale':1}],\n"
          + "'identity':[{'id':'s2','target':'s1','kind':'branch'}],\n"
          + "'records':{'programme':[{'id':'p','level':'operation'}],\n"
          + "'stakeholder':[{'id':'s1','name':'=1','sector':'dsi:lab','dsi:rate':1.5},{'id':'s2'}],\n"
          + "'activity':[{'id':'a1','start':'2022-03-01','duration-hours':2,'organisers':['s2','s1']}],\n"
          + "'participation':[{'activity':'a1','heads':3}],'network':[]}}";

  private static final String LINES =
      "{'siru':'siru-portfolio/1','name':'test','currency':'SEK','recorded-at':'2024-01-31','holds':['network'],"
          + "'covers':{'activity':[{'from':'2022-01-01','nodes':['p']}]},"
          + "'codelists':[{'extends':'sectors','codes':[{'code':'dsi:lab'}]}],"
          + "'fields':[{'type':'stakeholder','name':'dsi:rate','kind':'decimal','scale':1}],"
          + "'identity':[{'id':'s2','target':'s1','kind':'branch'}]}\n"
          + "{'type':'participation','activity':'a1','heads':3}\n\n"
          + "{'type':'programme','id':'p','level':'operation'}\n"
          + "{'type':'stakeholder','id':'s1','name':'=1','sector':'dsi:lab','dsi:rate':1.5}\n"
          + "{'type':'stakeholder','id':'s2'}\n"
          + "{'type':'activity','id':'a1','start':'2022-03-01','duration-hours':2,'organisers':['s2','s1']}\n";

  @TempDir Path root;

  private PortfolioReader.Result read(String name, String text) throws IOException {
    Path file = Files.writeString(root.resolve(name), text.replace('\'', '"'));
    return PortfolioReader.standard().read(file);
  }

  @Test
  void aDocumentAndItsLinesAreOnePortfolio() throws IOException {
    PortfolioReader.Result result = read("p.json", DOCUMENT);
    assertEquals(List.of(), PortfolioFolder.found(result));
    Portfolio portfolio = result.orThrow();
    assertTrue(portfolio.holds(Network.TYPE));
    assertEquals(1, portfolio.coverage(Activity.TYPE).parts().size());
    assertEquals(1, portfolio.units("stakeholder").count());
    assertEquals(List.of("s1", "s2"), portfolio.rows(Activity.TYPE).findFirst().orElseThrow().get(Activity.ORGANISERS));
    assertEquals("=1", portfolio.rows(Stakeholder.TYPE).findFirst().orElseThrow().get(Stakeholder.NAME));
    RoundTripTest.assertSame(portfolio, read("p.jsonl", LINES).orThrow());
  }

  @Test
  void theFolderWrittenFromADocumentIsTheSamePortfolio() throws IOException {
    Portfolio portfolio = read("p.json", DOCUMENT).orThrow();
    PortfolioWriter.of(portfolio).write(root.resolve("folder"));
    RoundTripTest.assertSame(portfolio, PortfolioReader.standard().read(root.resolve("folder")).orThrow());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "'heads':3 | 'heads':3.0 | p.json:8:/records/participation/0/heads json.wrong-type",
      "'heads':3 | 'heads':'3' | p.json:8:/records/participation/0/heads json.wrong-type",
      "'heads':3 | 'heads':null | p.json:8:/records/participation/0/heads json.wrong-type",
      "'heads':3 | 'heads':2147483648 | p.json:8:/records/participation/0/heads cell.out-of-range",
      "'heads':3 | 'hedas':3 | p.json:8:/records/participation/0/hedas json.member-unknown",
      "'activity':'a1', | | p.json:8:/records/participation/0/activity cell.required",
      "'activity':'a1', | 'activity':7, | p.json:8:/records/participation/0/activity json.wrong-type",
      "'activity':'a1', | 'activity':'a2', | p.json:8:activity portfolio.dangling-reference",
      "['s2','s1'] | 's1;s2' | p.json:7:/records/activity/0/organisers json.wrong-type",
      "'2022-03-01' | [2022,3,1] | p.json:7:/records/activity/0/start json.wrong-type",
      "'2022-03-01' | 19000 | p.json:7:/records/activity/0/start json.wrong-type",
      "'2022-03-01' | '2022-03-01T00:00:00Z' | p.json:7:/records/activity/0/start cell.not-a-date",
      "'duration-hours':2 | 'duration-hours':2.00001 | p.json:7:/records/activity/0/duration-hours cell.too-many-decimals",
      "'duration-hours':2 | 'duration-hours':1e18 | p.json:7:/records/activity/0/duration-hours cell.out-of-range",
      "'duration-hours':2 | 'duration-hours':1e99 | p.json:7:/records/activity/0/duration-hours json.number-out-of-range",
      "'dsi:lab','dsi | 'lab','dsi | p.json:6:/records/stakeholder/0/sector cell.unknown-code",
      "'network' | 'networks' | p.json:8:/records/networks json.member-unknown",
      "siru-portfolio/1 | siru-portfolio/2 | p.json:1 folder.format",
      "'name':'test' | 'nam':'test' | p.json:1:/nam json.member-unknown",
      "'kind':'branch' | 'kind':'twig' | p.json:4:kind folder.identity-kind",
      "'programme':[{'id':'p','level':'operation'}], | | p.json folder.no-programme",
      "'id':'s2'} | 'id':'s2','id':'s3'} | p.json:6:/records/stakeholder/1/id json.duplicate-key"})
  void whatIsWrongIsSaidWithItsPlace(String part, String instead, String finding) throws IOException {
    String text = DOCUMENT.replace(part, instead == null ? "" : instead);
    assertFalse(text.equals(DOCUMENT));
    PortfolioReader.Result result = read("p.json", text);
    assertEquals(List.of(finding), PortfolioFolder.found(result).stream().map(f -> f.replaceAll("/identity/0:", "")).toList());
    assertTrue(result.portfolio().isEmpty());
  }

  @Test
  void badLinesAreReportedByNumberAndTheRestIsRead() throws IOException {
    PortfolioReader.Result result =
        read("p.jsonl", LINES + "{'type':'participation','activity':'a1','heads':-1}\n{oops\n{'type':'participations'}\n[]\n");
    assertEquals(
        List.of("p.jsonl:8:/heads cell.out-of-range", "p.jsonl:9 json.syntax", "p.jsonl:10 folder.unknown-type",
            "p.jsonl:11 json.not-an-object"),
        PortfolioFolder.found(result));
  }

  @Test
  void nothingIsNoPortfolio() throws IOException {
    assertEquals(List.of("p.json:1 json.empty-document"), PortfolioFolder.found(read("p.json", "")));
    assertEquals(List.of("p.jsonl:1 json.empty-document"), PortfolioFolder.found(read("p.jsonl", "\n\n")));
    assertEquals(List.of("p.json:1 json.null-document"), PortfolioFolder.found(read("p.json", "null")));
    Files.write(root.resolve("q.json"), "{\"siru\":\"å\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(List.of("q.json:1 json.not-utf8"),
        PortfolioFolder.found(PortfolioReader.standard().read(root.resolve("q.json")))
            .stream().map(f -> f.replaceAll(":/[a-z]*", "")).toList());
  }
}
