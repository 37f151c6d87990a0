package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Activity;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.plugin.PluginSource;
import se.siru.core.portfolio.DefinitionFile;
import se.siru.core.portfolio.Portfolio;

/** A portfolio may bring indicators of its own, as data beside its records. */
class BroughtDefinitionsTest {
  private static final String HELD = "{'id': 'my:held', 'code': 'M-HELD', 'over': 'activity', 'aggregate': 'count'}";
  private static final Catalogue CATALOGUE =
      Catalogue.empty().with(
          new Provider("agency", "1.0.0", "agency.jar"),
          List.of(Indicator.measure("agency:held").code("A-1").over(Activity.TYPE).count().build()),
          List.of());

  @TempDir Path root;
  private PortfolioFolder folder;
  private final Siru siru = Siru.builder().plugins(PluginSource.ofPlugins()).build();

  @BeforeEach
  void aGoodPortfolio() {
    folder = new PortfolioFolder(root);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private PortfolioFolder with(String file, String text) {
    return folder.file(file, json(text));
  }

  private static List<String> places(List<Finding> findings) {
    return findings.stream().map(each -> each.origin().place() + " " + each.rule().id()).toList();
  }

  private List<String> readBeside(Catalogue catalogue) throws IOException {
    return places(PortfolioReader.standard().beside(catalogue).read(folder.write()).findings().list());
  }

  @Test
  void theyAreEvaluatedLikeAnyOtherWhereTheyArePutBesideTheCatalogue() throws IOException {
    with("definitions.json", HELD).file("definitions/shares.json", json("{'id': 'my:twice', 'formula': '[M-HELD] * 2'}"));
    Portfolio portfolio = siru.read(folder.write());
    assertEquals(
        List.of("definitions.json", "definitions/shares.json"), portfolio.definitions().stream().map(DefinitionFile::path).toList());
    Results results = siru.withDefinitions(portfolio).evaluate(portfolio).run();
    assertEquals("2", results.cell("M-HELD", "total").number().orElseThrow().toPlainString());
    assertEquals("4", results.cell("my:twice", "total").number().orElseThrow().toPlainString());
    assertEquals(Provider.portfolio("definitions/shares.json"), results.providers().get("my:twice"));
    assertEquals(List.of(), results.findings());
  }

  @Test
  void resultsThatLeaveThemOutSaySo() throws IOException {
    with("definitions.json", HELD);
    Portfolio portfolio = siru.read(folder.write());
    Results results = siru.evaluate(portfolio).run();
    assertEquals(List.of("definitions.json evaluation.definitions-left-out"), places(results.findings()));
    assertTrue(results.indicators().isEmpty());
  }

  @Test
  void aPortfolioWithoutThemNeedsNoOtherCatalogue() throws IOException {
    Portfolio portfolio = siru.read(folder.write());
    assertEquals(List.of(), portfolio.definitions());
    assertEquals(siru, siru.withDefinitions(portfolio));
  }

  @Test
  void theyAskAboutExtraFieldsAndCodesOfThePortfolio() throws IOException {
    folder
        .alsoMembers("'siru:codelists': ['codelists/bands.json']")
        .alsoMembers("'siru:fields': [{'type': 'stakeholder', 'name': 'my:band', 'kind': 'code', 'codelist': 'my:bands'}]")
        .file("codelists/bands.json", json("{'id': 'my:bands', 'version': '1', 'codes': [{'code': 'few'}, {'code': 'many'}]}"))
        .file("stakeholders.csv", "id,sector,my:band", "s1,public,few", "s2,business,many");
    with("definitions.json", "{'id': 'my:few', 'over': 'stakeholder', 'where': {'my:band': 'few'},\n"
        + " 'dimensions': {'band': 'my:band'}, 'aggregate': 'count'}");
    Portfolio portfolio = siru.read(folder.write());
    Results results = siru.withDefinitions(portfolio).evaluate(portfolio).by("band").run();
    assertEquals("1", results.cell("my:few", "total").number().orElseThrow().toPlainString());
    with("definitions.json", "{'id': 'my:few', 'over': 'stakeholder',\n 'where': {'my:band': 'fev'}, 'aggregate': 'count'}");
    assertEquals(List.of("definitions.json:2:23:/where/my:band definition.unknown-code"), readBeside(Catalogue.empty()));
  }

  @Test
  void aPortfolioWhoseDefinitionsHaveErrorsIsRefusedWithAllOfThem() throws IOException {
    with("definitions.json", "[" + HELD + ",\n {'id': 'my:b', 'formula': '[M-HELT] + [agency:held]'},\n"
        + " {'id': 'my:c', 'formula': '2 * [my:c]'}]");
    folder.file("definitions/more.json", json("{'id': 'my:d', 'over': 'activty', 'aggregate': 'count'}"));
    folder.file("participations.csv", "activity,organisations", "a9,s1");
    assertEquals(
        List.of(
            "definitions.json:2:29:/1/formula definition.unknown-indicator", "definitions.json:3:29:/2/formula definition.circle",
            "definitions/more.json:1:24:/over definition.unknown-record", "participations.csv:2:activity portfolio.dangling-reference"),
        readBeside(CATALOGUE).stream().sorted().toList());
    assertTrue(PortfolioReader.standard().beside(CATALOGUE).read(folder.write()).portfolio().isEmpty());
  }

  @Test
  void withoutACatalogueNamesAreNotLookedUpAndAreToldWhenThereIsOne() throws IOException {
    with("definitions.json", "{'id': 'my:b', 'formula': '[A-1] + 1'}");
    Portfolio portfolio = folder.read().orThrow();
    SiruException refused = assertThrows(SiruException.class, () -> siru.withDefinitions(portfolio));
    assertEquals(List.of("definitions.json:1:28:/formula definition.unknown-indicator"), places(refused.findings()));
    assertEquals(List.of(), readBeside(CATALOGUE));
  }

  @Test
  void aNameThatAPluginHasIsToldWithBothOrigins() throws IOException {
    with("definitions.json", "{'id': 'agency:held', 'code': 'A-1',\n 'over': 'activity', 'aggregate': 'count'}");
    List<Finding> findings = PortfolioReader.standard().beside(CATALOGUE).read(folder.write()).findings().list();
    assertEquals(
        List.of("definitions.json:1:31:/code definition.duplicate", "definitions.json:1:8:/id definition.duplicate"), places(findings));
    assertEquals("'agency:held' is taken by agency (agency.jar).", findings.get(1).message("en"));
    assertEquals("'agency:held' är upptaget av agency (agency.jar).", findings.get(1).message("sv"));
  }

  @Test
  void theNamespaceOfTheStandardCatalogueIsNotTheirs() throws IOException {
    with("definitions.json", "{'id': 'siru:held', 'over': 'activity', 'aggregate': 'count'}");
    List<Finding> findings = PortfolioReader.standard().beside(CATALOGUE).read(folder.write()).findings().list();
    assertEquals(List.of("definitions.json:1:8:/id definition.reserved"), places(findings));
    assertTrue(findings.get(0).help("en").contains("se-f:held"), findings.get(0).help("en"));
  }

  @Test
  void norIsItAnybodysWhoHandsDefinitionsIn() {
    String json = "{\"id\": \"siru:held\", \"over\": \"activity\", \"aggregate\": \"count\"}";
    SiruException refused =
        assertThrows(
            SiruException.class,
            () -> siru.withDefinitions(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "own.json"));
    assertEquals(List.of("own.json:1:8:/id definition.reserved"), places(refused.findings()));
  }

  @Test
  void aWrittenPortfolioBringsTheSameDefinitions(@TempDir Path other) throws IOException {
    with("definitions.json", HELD).file("definitions/shares.json", json("{'id': 'my:twice', 'formula': '[M-HELD] * 2'}"));
    Portfolio portfolio = siru.read(folder.write());
    PortfolioWriter.of(portfolio).write(other);
    assertEquals(portfolio.definitions(), siru.read(other).definitions());
    assertEquals(portfolio.definitions(), portfolio.toBuilder().build().definitions());
    Portfolio bare = Portfolio.builder().addAll(portfolio.rows(ProgrammeNode.TYPE).toList()).build();
    PortfolioWriter.of(bare).write(other);
    assertEquals(List.of(), siru.read(other).definitions());
  }

  @Test
  void anImportKeepsTheDefinitionsThatLieInTheFolder() throws IOException {
    with("definitions.json", HELD);
    Portfolio portfolio = siru.read(folder.write());
    PortfolioWriter writer = PortfolioWriter.of(portfolio.schema()); // as an import writes
    writer.records(ProgrammeNode.TYPE, portfolio.rows(ProgrammeNode.TYPE).toList()).write(root);
    assertEquals(portfolio.definitions(), siru.read(root).definitions());
  }

  @Test
  void aDocumentHoldsThemAsAMember() throws IOException {
    String programme = "'records': {'programme': [{'id': 'p', 'level': 'operation', 'name': 'P'}], 'activity': [{'id': 'a'}]}";
    String head = "{'siru': 'siru-portfolio/1', 'name': 'x',\n";
    Path document = root.resolve("p.json");
    Files.writeString(document, json(head + "'definitions': [" + HELD + "], " + programme + "}"));
    Portfolio portfolio = siru.read(document);
    assertEquals("1", siru.withDefinitions(portfolio).evaluate(portfolio).run().cell("M-HELD", "total").number().orElseThrow().toPlainString());
    Files.writeString(document, json(head + "'definitions': [" + HELD.replace("'activity'", "'aktivitet'") + "], " + programme + "}"));
    assertEquals(
        List.of("p.json:2:61:/definitions/0/over definition.unknown-record"), places(siru.reader().read(document).findings().list()));
  }

  @Test
  void theFirstOfJsonLinesHoldsThemAsAMember() throws IOException {
    Path lines = root.resolve("p.jsonl");
    String head = "\n{'siru': 'siru-portfolio/1', 'name': 'x', 'holds': ['activity'], 'definitions': ";
    String rest = "}\n{'type': 'programme', 'id': 'p', 'level': 'operation', 'name': 'P'}\n";
    Files.writeString(lines, json(head + HELD + rest));
    Portfolio portfolio = siru.read(lines);
    assertEquals("0", siru.withDefinitions(portfolio).evaluate(portfolio).run().cell("M-HELD", "total").number().orElseThrow().toPlainString());
    Files.writeString(lines, json(head + "{'id': 'my:x', 'formula': '1 + \\u005bnone]'}" + rest));
    assertEquals(
        List.of("p.jsonl:2:" + (head.length() + 31) + ":/definitions/formula definition.unknown-indicator"),
        places(siru.reader().read(lines).findings().list()));
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWithTheirPlace() throws IOException {
    folder.bytes("definitions.json", "{\"id\": \"\u00e5:b\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(List.of("json.not-utf8"), readBeside(CATALOGUE).stream().map(each -> each.replaceAll(".* ", "")).toList());
  }

  @Property(tries = 500)
  void mutatedDefinitionsAreReadOrRefusedAndNeverCrash(@ForAll long seed) throws IOException {
    Path temp = Files.createTempDirectory("siru-test-");
    try {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(json("[" + HELD + ", {'id': 'my:b', 'formula': '([M-HELD] - 1) / previous(A_1, 2)'},\n"
          + "{'id': 'my:c', 'over': 'participation', 'where': {'status': ['attended'], 'heads': {'at-least': 2}}, 'per': ['activity'],"
          + "'having': {'at-least': {'sum': 'heads', 'number': 3}}, 'dated-by': 'first', 'aggregate': 'count'}]"));
      for (int i = random.nextInt(4); i >= 0; i--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, "{}[]\",:'\\0-/*+()a\n".charAt(random.nextInt(17)));
          default -> text.setCharAt(at, text.charAt(random.nextInt(text.length())));
        }
      }
      PortfolioReader.Result read =
          PortfolioReader.standard().beside(CATALOGUE).read(new PortfolioFolder(temp).file("definitions.json", text.toString()).write());
      assertEquals(read.portfolio().isEmpty(), read.findings().hasErrors(), text::toString);
      read.findings().list().forEach(each -> assertTrue(each.origin().row() > 0, () -> each + " of " + text));
    } finally {
      try (var files = Files.walk(temp)) {
        for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
