package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Activity;
import se.siru.core.model.Network;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.portfolio.CoveredPart;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.text.LocalizedText;

class FolderReaderTest {
  @TempDir Path root;
  private PortfolioFolder folder;

  @BeforeEach
  void aGoodPortfolio() {
    folder = new PortfolioFolder(root);
  }

  private Portfolio portfolio() throws IOException {
    return folder.read().orThrow();
  }

  @Test
  void whatTheDescriptorSaysIsWhatThePortfolioIs() throws IOException {
    folder.members("'siru':'siru-portfolio/1','name':'x','title':'Ett','siru:title':{'sv':'Ett','en':'One'},"
        + "'siru:currency':'EUR','siru:recorded-at':'2024-02-01','licenses':[],'my:own':1");
    Portfolio portfolio = portfolio();
    assertEquals("Ett EUR 2024-02-01", portfolio.name() + " " + portfolio.currency() + " " + portfolio.recordedAt().get());
    assertEquals(LocalizedText.of("Ett", "One"), portfolio.title());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "'title':'Ett' | Ett | {und=Ett}",
    "'name':'x','title':'Ett' | Ett | {und=Ett}",
    "'name':'x' | x | {und=x}",
    "'name':'x','siru:title':{'fi':'Yksi'} | Yksi | {fi=Yksi}",
    "'title':{'sv':'Ett','en':'One'} | Ett | {en=One, sv=Ett}",
    "'my:none':1 | `` | {}"})
  void aTitleIsOneTextOrOneALanguage(String members, String name, String title) throws IOException {
    folder.members("'siru':'siru-portfolio/1'," + members);
    assertEquals(name, portfolio().name());
    assertEquals(title, portfolio().title().toString());
  }

  private void covers(String json) throws IOException {
    folder.file(
        "datapackage.json",
        ("{'siru':'siru-portfolio/1','resources':[{'name':'programme','path':'programme.csv'},\n"
                + "{'name':'activities','path':'activities.csv','siru:covers':" + json + "}]}")
            .replace('\'', '"'));
    folder.without("stakeholders.csv").without("participations.csv");
  }

  @Test
  void aResourceSaysWhatItIsCompleteFor() throws IOException {
    covers("[{'from':'2021-01-01','end':'2022-12-31'},{'end':'2023-06-30','nodes':['p']}]");
    assertEquals(
        List.of(
            new CoveredPart(LocalDate.of(2021, 1, 1), LocalDate.of(2023, 1, 1), Set.of()),
            new CoveredPart(null, LocalDate.of(2023, 7, 1), Set.of("p"))),
        portfolio().coverage(Activity.TYPE).parts());
    covers("{'from':'2021-01-01'}");
    assertEquals(
        List.of(new CoveredPart(LocalDate.of(2021, 1, 1), null, Set.of())), portfolio().coverage(Activity.TYPE).parts());
  }

  @Test
  void everyMistakeInWhatIsCoveredIsToldWithItsPlace() throws IOException {
    covers("[{'from':'2021-01-01','end':'2020-12-31'},{'till':'2021-01-01'},{'from':'2021'},{'nodes':['q']},7]");
    assertEquals(
        List.of(
            "datapackage.json:2:/resources/1/siru:covers/0 portfolio.reversed-period",
            "datapackage.json:2:/resources/1/siru:covers/1/till json.member-unknown",
            "datapackage.json:2:/resources/1/siru:covers/2/from json.not-a-date",
            "datapackage.json:2:/resources/1/siru:covers/3 portfolio.unknown-node",
            "datapackage.json:2:/resources/1/siru:covers/4 json.wrong-type"),
        folder.findings());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{} | folder.covers-nothing",
    "[] | folder.covers-nothing",
    "[{}] | /0 folder.covers-nothing",
    "{^nodes^:[]} | /nodes folder.covers-nothing",
    "{^from^:^2021-01-01^,^nodes^:[]} | /nodes folder.covers-nothing",
    "{^nodes^:[^p^,^p^]} | /nodes folder.covers-twice",
    "{^nodes^:^p^} | /nodes json.wrong-type",
    "{^nodes^:[1]} | /nodes/0 json.wrong-type",
    "{^nodes^:[^^]} | portfolio.unknown-node",
    "^everything^ | json.wrong-type",
    "7 | json.wrong-type",
    "true | json.wrong-type"})
  void coverageThatSaysNothingIsToldWithItsPlace(String json, String finding) throws IOException {
    covers(json.replace('^', '\''));
    String place = "datapackage.json:2:/resources/1/siru:covers";
    assertEquals(List.of(place + (finding.startsWith("/") ? "" : " ") + finding), folder.findings());
  }

  @Test
  void aFieldWhoseBoundsHoldNoNumberIsRefused() throws IOException {
    folder.alsoMembers("'siru:fields': [{'type': 'activity', 'name': 'my:b', 'kind': 'integer', 'minimum': 9, 'maximum': 1}]");
    assertEquals(List.of("datapackage.json:1:/siru:fields/0 folder.bad-field"), folder.findings());
  }

  @Test
  void coverageThatHasNoMeaningForTheRecordsIsToldWithItsPlace() throws IOException {
    folder.file(
        "datapackage.json",
        ("{'siru':'siru-portfolio/1','resources':["
                + "{'name':'programme','path':'programme.csv','siru:covers':{'from':'2021-01-01'}},"
                + "{'name':'identity','path':'identity.csv','siru:covers':{'from':'2021-01-01'}},"
                + "{'name':'stakeholders','path':'stakeholders.csv','siru:covers':{'nodes':['p']}}]}")
            .replace('\'', '"'));
    folder.file("identity.csv", "id,target,kind", "s1,s2,alias");
    folder.without("activities.csv").without("participations.csv");
    assertEquals(
        List.of(
            "datapackage.json:1:/resources/0/siru:covers folder.covers-meaningless",
            "datapackage.json:1:/resources/1/siru:covers folder.covers-meaningless",
            "datapackage.json:1:/resources/2/siru:covers/nodes folder.covers-meaningless"),
        folder.findings());
  }

  @Test
  void aValueOfAnotherKindIsToldInASentence() throws IOException {
    covers("7");
    Finding finding = folder.read().findings().list().get(0);
    assertEquals("siru:covers must be an object or a list, not a number", finding.message("en"));
    assertEquals("siru:covers ska vara ett objekt eller en lista, inte ett tal", finding.message("sv"));
  }

  @Test
  void theSameRowsWhateverTheLineEndsMarksAndBlankLines() throws IOException {
    List<String> rows = portfolio().rows(Stakeholder.TYPE).map(r -> r.get(Stakeholder.NAME)).toList();
    folder.bytes("stakeholders.csv",
        "\uFEFFid,name\r\ns1,Kommunen\ns2,\"Företaget\"\r\r\n\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(rows, portfolio().rows(Stakeholder.TYPE).map(r -> r.get(Stakeholder.NAME)).toList());
  }

  @Test
  void rowsAreCountedAsASpreadsheetCountsThem() throws IOException {
    folder.file("stakeholders.csv", "id,name,sector", "s1,\"two\nlines\",public", "", "s2,x,publik");
    assertEquals(List.of("stakeholders.csv:4:sector cell.unknown-code"), folder.findings());
  }

  @Test
  void unknownIsAMissingCodeAndSeveralValuesAreSeparatedBySemicolons() throws IOException {
    folder.file("stakeholders.csv", "id,sector", "s1,unknown", "s2,");
    folder.file("activities.csv", "id,organisers", "a1,s2; s1", "a2,");
    Portfolio portfolio = portfolio();
    assertTrue(portfolio.rows(Stakeholder.TYPE).allMatch(r -> r.find(Stakeholder.SECTOR).isEmpty()));
    assertEquals(List.of(List.of("s1", "s2"), List.of()),
        portfolio.rows(Activity.TYPE).map(r -> r.get(Activity.ORGANISERS)).toList());
  }

  @Test
  void theGuardAgainstFormulasIsTakenOff() throws IOException {
    folder.file("stakeholders.csv", "id,name", "s1,'=1+1", "s2,''-x", "s3,'quoted'", "s4,'@x");
    assertEquals(List.of("=1+1", "'-x", "'quoted'", "@x"),
        portfolio().rows(Stakeholder.TYPE).map(r -> r.get(Stakeholder.NAME)).toList());
  }

  @Test
  void aMinusSignMayBeTypographic() throws IOException {
    folder.file("support.csv", "id,recipient,kind,amount", "u1,s1,grant,\u22125.5", "u2,s1,grant,-5.5 SEK", "u3,s1,grant,00.10", "u4,s1,grant,7.500");
    assertEquals(List.of("-5.50 SEK", "-5.50 SEK", "0.10 SEK", "7.50 SEK"),
        portfolio().rows(Support.TYPE).map(r -> String.valueOf(r.get(Support.AMOUNT))).toList());
  }

  @Test
  void aListedResourceIsHeldEvenWithoutRecords() throws IOException {
    assertFalse(portfolio().holds(Network.TYPE));
    folder.file("networks.csv", "id,name");
    assertTrue(portfolio().holds(Network.TYPE));
  }

  @Test
  void localListsAndFieldsTravelInThePortfolio() throws IOException {
    folder.file("codelists/bands.json", "{\"id\":\"dsi:bands\",\"version\":\"1\",\"codes\":[{\"code\":\"0-9\"},{\"code\":\"10+\"}]}");
    folder.file("codelists/more.json", "{\"extends\":\"sectors\",\"codes\":[{\"code\":\"dsi:lab\",\"parent\":\"community\"}]}");
    folder.alsoMembers("'siru:codelists':['codelists/bands.json','codelists/more.json'],'siru:fields':["
        + "{'type':'stakeholder','name':'dsi:band','kind':'code','codelist':'dsi:bands','label':{'sv':'Band'}},"
        + "{'type':'stakeholder','name':'dsi:rate','kind':'decimal','scale':1,'minimum':0,'maximum':1}]");
    folder.file("stakeholders.csv", "id,sector,dsi:band,dsi:rate", "s1,dsi:lab,10+,0.5", "s2,,0-9,2");
    assertEquals(List.of("stakeholders.csv:3:dsi:rate cell.out-of-range"), folder.findings());
    folder.file("stakeholders.csv", "id,sector,dsi:band,dsi:rate", "s1,dsi:lab,10+,0.5", "s2,,0-9,");
    Row first = portfolio().rows(portfolio().schema().type("stakeholder")).findFirst().orElseThrow();
    assertEquals("dsi:lab 10+ 0.5", first.get(Stakeholder.SECTOR)
        + " " + first.get(first.type().field("dsi:band").get()) + " " + first.get(first.type().field("dsi:rate").get()));
  }

  @Test
  void lawDataTravelInThePortfolioAndReplaceWhatTheyState() throws IOException {
    folder.file("agreements.csv", "id,signed,legal-basis,law,service-category,value", "c1,2022-01-31,direct-award,lou,ordinary,615313");
    assertEquals(List.of("agreements.csv:2:value law.direct-award-above-limit"), folder.findings());
    String source = "\"source\":{\"text\":\"Own\",\"evidence\":\"confirmed\"}}]}";
    String limit = "{\"law\":\"lou\",\"service-category\":\"ordinary\",\"amount\":615313,\"currency\":\"SEK\",";
    folder.alsoMembers("'siru:law':'own/law.json'");
    folder.file("own/law.json", "{\"siru\":\"siru-law/1\",\"id\":\"own\",\"version\":\"1\",\"direct-award-limits\":[" + limit + source);
    assertEquals(List.of(), folder.findings());
    folder.file("own/law.json", "{\"siru\":\"siru-law/1\",\"id\":\"own\",\"version\":\"1\",\"direct-award-limits\":[{\"law\":\"lag\"}]}");
    assertEquals(
        List.of("agreements.csv:2:value law.direct-award-above-limit",
            "own/law.json:1:/direct-award-limits/0 json.member-missing", "own/law.json:1:/direct-award-limits/0 json.member-missing",
            "own/law.json:1:/direct-award-limits/0 json.member-missing", "own/law.json:1:/direct-award-limits/0 law-data.exactly-one",
            "own/law.json:1:/direct-award-limits/0/law law-data.unknown-code"),
        folder.findings().stream().sorted().toList());
    folder.without("own/law.json");
    Files.delete(folder.write().resolve("own/law.json"));
    assertEquals(
        List.of("agreements.csv:2:value law.direct-award-above-limit", "datapackage.json:1 folder.file-missing"), folder.findings());
  }

  @Test
  void badDeclarationsAreFindings() throws IOException {
    folder.file("codelists/bands.json", "{\"id\":\"x\"}");
    folder.alsoMembers("'siru:codelists':['codelists/bands.json','../x.json','none.json'],'siru:fields':["
        + "{'type':'stakeholder','name':'band','kind':'text'},"
        + "{'type':'stakeholders','name':'a:b','kind':'text'},"
        + "{'type':'stakeholder','name':'a:c','kind':'number'},"
        + "{'type':'stakeholder','name':'a:d','kind':'code','codelist':'nope'}],'siru:curency':'SEK'");
    assertEquals(
        List.of("codelists/bands.json:1 json.member-missing", "codelists/bands.json:1 json.member-missing",
            "datapackage.json:1 folder.file-missing", "datapackage.json:1 folder.path-outside",
            "datapackage.json:1:/siru:curency json.member-unknown",
            "datapackage.json:1:/siru:fields/0 folder.bad-field", "datapackage.json:1:/siru:fields/1 folder.unknown-type",
            "datapackage.json:1:/siru:fields/2/kind json.not-a-choice", "datapackage.json:1:/siru:fields/3 folder.bad-field"),
        folder.findings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.csv", "/etc/passwd", "a/../../b.csv", "C:\\\\x.csv", "http://x/y.csv", "./a.csv", "a//b.csv"})
  void nothingIsReadOutsideTheFolder(String path) throws IOException {
    folder.file("datapackage.json", ("{'siru':'siru-portfolio/1','resources':[{'name':'programme','path':'programme.csv'},"
        + "{'name':'networks','path':'" + path + "'}]}").replace('\'', '"'));
    assertTrue(folder.findings().contains("datapackage.json:1:/resources/1 folder.path-outside"));
  }

  @Test
  void aLinkOutOfTheFolderIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret.csv"), "id,level\np,operation\n");
    folder.without("programme.csv").alsoMembers("'x:y':1").write();
    Files.createSymbolicLink(root.resolve("programme.csv"), secret);
    folder.file("datapackage.json", "{\"siru\":\"siru-portfolio/1\",\"resources\":[{\"name\":\"programme\",\"path\":\"programme.csv\"}]}");
    assertTrue(folder.findings().contains("datapackage.json:1:/resources/0 folder.path-outside"));
  }

  @Test
  void filesThatNobodyListsAreNoticed() throws IOException {
    folder.file("datapackage.json",
        "{\"siru\":\"siru-portfolio/1\",\"resources\":[{\"name\":\"programme\",\"path\":\"programme.csv\"}]}");
    PortfolioReader.Result result = folder.read();
    assertEquals(List.of("activities.csv folder.file-not-listed", "participations.csv folder.file-not-listed",
        "stakeholders.csv folder.file-not-listed"), PortfolioFolder.found(result));
    assertTrue(result.portfolio().isPresent());
  }

  @Test
  void aFolderOfFilesWithoutDescriptionIsRefusedWithAHint() throws IOException {
    folder.write();
    Files.delete(root.resolve("datapackage.json"));
    PortfolioReader.Result result = PortfolioReader.standard().read(root);
    assertEquals(List.of("datapackage.json folder.no-description"), PortfolioFolder.found(result));
  }

  @Test
  void withoutAProgrammeThereIsNoPortfolio() throws IOException {
    folder.without("programme.csv");
    assertEquals(List.of("datapackage.json folder.no-programme"), folder.findings());
  }

  @Test
  void batchesCarryTheirHashAndDayAndReplaceOthers() throws IOException {
    folder.file("p1.csv", "activity,heads", "a1,1").file("p2.csv", "activity,heads", "a1,2", "a2,3");
    folder.file("datapackage.json", ("{'siru':'siru-portfolio/1','resources':["
        + "{'name':'programme','path':'programme.csv'},{'name':'activities','path':'activities.csv'},"
        + "{'name':'stakeholders','path':'stakeholders.csv'},"
        + "{'name':'participations','path':['participations.csv','p1.csv','p2.csv'],'siru:batches':["
        + "{'path':'p2.csv','recorded-at':'2024-01-31','replaces':'participations.csv'}]}]}").replace('\'', '"'));
    Portfolio portfolio = portfolio();
    List<String> batches = portfolio.table("participation").batches().stream()
        .map(b -> b.size() + " " + b.provenance().source() + " " + b.provenance().recordedAt()).toList();
    assertEquals(List.of("1 p1.csv null", "2 p2.csv 2024-01-31"), batches);
    assertEquals("6ccc5e5b8a5a4e83ab0b1d9a9a7cd8a4c9d7d1a64c2d4a9f6f9a6e3c8bb54a38".length(),
        portfolio.table("participation").batches().get(0).provenance().hash().length());
  }

  @Test
  void aFileThatIsNotTheOneDescribedIsRefused() throws IOException {
    folder.file("datapackage.json", ("{'siru':'siru-portfolio/1','resources':[{'name':'programme','path':'programme.csv',"
        + "'hash':'sha256:00'}]}").replace('\'', '"'));
    assertTrue(folder.findings().contains("programme.csv folder.hash"));
  }

  @Test
  void hashesThatNobodyStatesAreLeftOutWhereTheyAreNotWanted() throws IOException {
    PortfolioReader.Result result = PortfolioReader.standard().withoutHashes().read(folder.write());
    assertEquals(List.of(""), result.orThrow().sources().stream().map(Batch.Provenance::hash).distinct().toList());
    folder.file("datapackage.json", ("{'siru':'siru-portfolio/1','resources':[{'name':'programme','path':'programme.csv',"
        + "'hash':'sha256:00'}]}").replace('\'', '"'));
    List<Finding> found = PortfolioReader.standard().withoutHashes().read(folder.write()).findings().list();
    assertTrue(found.stream().anyMatch(finding -> finding.rule() == FolderRules.HASH));
  }

  @Test
  void identitiesAreReadAndChecked() throws IOException {
    folder.file("identity.csv", "id,target,kind,from", "s2,s1,branch,", "s1,,alia,2022-02-30");
    assertEquals(List.of("identity.csv:3:from cell.not-a-date", "identity.csv:3:kind folder.identity-kind",
        "identity.csv:3:target cell.required"), folder.findings());
    folder.file("identity.csv", "id,target,kind,from", "s2,s1,branch,");
    assertEquals(1, portfolio().units("stakeholder").count());
  }

  @Test
  void allListedFilesOfIdentitiesAreRead() throws IOException {
    String records = "{'name':'programme','path':'programme.csv'},{'name':'stakeholders','path':'stakeholders.csv'}";
    String together = "{'name':'identity','path':['a.csv','b.csv']}";
    String apart = "{'name':'identity','path':'a.csv'},{'name':'further','path':'b.csv','siru:type':'identity'}";
    folder.file("stakeholders.csv", "id", "s1", "s2", "s3").without("activities.csv").without("participations.csv");
    folder.file("a.csv", "id,target,kind,from", "s2,s1,branch,").file("b.csv", "id,target,kind,from", "s3,s1,branch,");
    for (String identity : List.of(together, apart)) {
      folder.file("datapackage.json", ("{'siru':'siru-portfolio/1','resources':[" + records + "," + identity + "]}").replace('\'', '"'));
      assertEquals(1, portfolio().units("stakeholder").count(), identity);
    }
  }

  @Test
  void identitiesThatAreNoFileAreToldAndNotPassedOver() throws IOException {
    folder.write();
    Files.createDirectory(root.resolve("identity.csv"));
    assertEquals(List.of("datapackage.json folder.file-missing"), folder.findings());
  }

  @Test
  void aSourceThatIsNotThereIsUnreadable() {
    SiruException e = assertThrows(SiruException.class, () -> PortfolioReader.standard().read(root.resolve("none")));
    assertEquals(ErrorCode.UNREADABLE, e.code());
  }

  @Test
  void anEndIsTheLastDay() throws IOException {
    assertEquals(Optional.of(LocalDate.of(2022, 3, 2)),
        portfolio().rows(Activity.TYPE).findFirst().orElseThrow().find(Activity.END));
  }
}
