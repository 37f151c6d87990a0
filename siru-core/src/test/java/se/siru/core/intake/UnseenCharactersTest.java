package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.model.Activity;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.CodelistFormat;

/** A character that cannot be seen is refused in every id and code, wherever it comes from, and named. */
class UnseenCharactersTest {
  @TempDir Path root;
  private PortfolioFolder folder;

  @BeforeEach
  void aGoodPortfolio() {
    folder = new PortfolioFolder(root);
  }

  private static String name(String unseen) {
    return String.format(Locale.ROOT, "U+%04X", unseen.codePointAt(0));
  }

  private void finds(String character, String... findings) throws IOException {
    PortfolioReader.Result result = folder.read();
    assertEquals(List.of(findings), PortfolioFolder.found(result));
    assertEquals(Optional.empty(), result.portfolio());
    Finding first = result.findings().list().get(0);
    assertEquals(character, first.arguments().get("character"));
    assertTrue(first.message("sv").contains(character) && first.message("en").contains(character), first.message("sv"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200B", "\u00A0", "\uFEFF", "\u202E", "\u2066", "\u00AD", "\u3000", "\u2028", "\uFE0F"})
  void inACellOfTheRecordsOwnIdOfAReferenceAndAmongSeveral(String unseen) throws IOException {
    folder.file("activities.csv", "id,start", "a1,2022-03-01", "a" + unseen + "2,2022-04-01");
    folder.file("participations.csv", "activity,organisations,heads", "a1" + unseen + ",s1,1", "a1,s1;" + unseen + "s2,1");
    finds(name(unseen),
        "activities.csv:3:id cell.invisible-character",
        "participations.csv:2:activity cell.invisible-character",
        "participations.csv:3:organisations cell.invisible-character");
  }

  @Test
  void anIdThatWasSeenWithoutItIsNoExcuse() throws IOException {
    folder.file("participations.csv", "activity,organisations,heads", "a1,s1,1", "a1,s1,1", "a1\u200B,s1,1", "a1\u200B,s1,1");
    finds("U+200B",
        "participations.csv:4:activity cell.invisible-character", "participations.csv:5:activity cell.invisible-character");
  }

  @Test
  void blanksAtTheEndsAreRefusedAndInsideAreNot() throws IOException {
    folder.file("stakeholders.csv", "id", "s1", "s2", "Region X", "\"s3 \"", "\" s4\"");
    assertEquals(List.of("stakeholders.csv:5:id cell.not-an-id", "stakeholders.csv:6:id cell.not-an-id"), folder.findings());
  }

  @Test
  void lettersWithMarksAndOtherScriptsStay() throws IOException {
    folder.file("stakeholders.csv", "id", "s1", "s2", "Ånge kommun", "A\u030Ange", "株式会社", "Δήμος");
    assertEquals(List.of(), folder.findings());
  }

  @Test
  void inACodeTheListSaysSo() throws IOException {
    folder.file("stakeholders.csv", "id,sector", "s1,public\u200B", "s2,\u00A0public");
    assertEquals(
        List.of("stakeholders.csv:2:sector cell.unknown-code", "stakeholders.csv:3:sector cell.unknown-code"), folder.findings());
  }

  @Test
  void inTheFileOfIdentities() throws IOException {
    folder.file("identity.csv", "id,target,kind", "s1\u200B,s2,alias", "s1,\u00A0s2,alias", "s1,s2 ,alias");
    finds("U+200B",
        "identity.csv:2:id cell.invisible-character",
        "identity.csv:3:target cell.invisible-character",
        "identity.csv:4:target cell.not-an-id");
  }

  @Test
  void inLinesOfJson() throws IOException {
    Path file = root.resolve("p.jsonl");
    Files.writeString(file,
        "{\"siru\":\"siru-portfolio/1\",\"name\":\"x\"}\n"
            + "{\"type\":\"programme\",\"id\":\"p\",\"level\":\"operation\"}\n"
            + "{\"type\":\"activity\",\"id\":\"a\\u200b1\",\"start\":\"2022-01-01\"}\n"
            + "{\"type\":\"activity\",\"id\":\"a2\",\"organisers\":[\"s\\u00ad\"]}\n");
    assertEquals(
        List.of("p.jsonl:3:/id cell.invisible-character", "p.jsonl:4:/organisers cell.invisible-character"),
        PortfolioFolder.found(PortfolioReader.standard().read(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u200B", "\u00A0a", "a\uD800", "\uDFFFa", "a\u202Eb", "a\tb", " a", "a ", "a;b", "\u2060"})
  void inRecordsThatAProgramMakes(String id) {
    PortfolioBuilder builder = Portfolio.builder().add(ProgrammeNode.TYPE.row("p").with(ProgrammeNode.LEVEL, "operation").build());
    builder.add(Activity.TYPE.row("good").build()).add(Activity.TYPE.row(id).build());
    builder.add(Participation.TYPE.row().with(Participation.ACTIVITY, id).build());
    Findings findings = new Findings();
    assertEquals(Optional.empty(), builder.build(findings));
    List<String> found = findings.list().stream().map(each -> each.origin() + " " + each.rule().id()).toList();
    String rule = findings.list().get(0).rule().id();
    assertTrue(List.of("portfolio.not-an-id", "portfolio.invisible-character").contains(rule), found.toString());
    assertTrue(found.contains("activities:2:id " + rule), found.toString());
    assertTrue(found.contains("participations:1:activity " + rule), found.toString());
  }

  @Test
  void inCodesOfAListInAFileAndOfAProgram() throws IOException {
    Findings findings = new Findings();
    String json = "{\"format\":\"siru-codelist/1\",\"id\":\"my:list\",\"version\":\"1\",\"codes\":[{\"code\":\"a\\u200bb\"},{\"code\":\"a\\u00a0\"}]}";
    CodelistFormat.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "list.json", Schema.standard().vocabulary(), findings);
    assertEquals(
        List.of("U+200B", "U+00A0"),
        findings.list().stream()
            .filter(each -> each.rule().id().equals("codelist.character"))
            .map(each -> each.arguments().get("character"))
            .toList());
    assertThrows(IllegalArgumentException.class, () -> Code.of("a\u200Bb", LocalizedText.empty()));
  }

  @Test
  void inDefinitions() {
    Findings findings = new Findings();
    DefinitionReader.over(Schema.standard()).read(
        ("{'id':'my:a','over':'participation','aggregate':'count',"
                + "'where':{'activity':'a1\u200B','organisations':['s1','s2 ']}}").replace('\'', '"'),
        "d.json", findings);
    assertEquals(
        List.of("/where/activity definition.not-an-id U+200B", "/where/organisations/1 definition.not-an-id –"),
        findings.list().stream()
            .map(each -> each.origin().column() + " " + each.rule().id() + " " + each.arguments().get("character"))
            .toList());
    Findings named = new Findings();
    DefinitionReader.over(Schema.standard()).read(
        "{'id':'my:a','code':'A\u200B1','over':'activity','aggregate':'count'}".replace('\'', '"'), "d.json", named);
    assertEquals("definition.not-an-id", named.list().get(0).rule().id());
    assertEquals("U+200B", named.list().get(0).arguments().get("character"));
  }

  @Test
  void anImportedTextIsShownWithoutThem() {
    assertEquals("Region Jönköping", IdentityAnswers.shown("\uFEFFRegion\u00A0Jön\u00ADköping\u200B"));
  }
}
