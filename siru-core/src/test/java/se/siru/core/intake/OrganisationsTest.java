package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.Findings;
import se.siru.core.lexical.IdText;
import se.siru.core.model.Participation;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.Portfolio;

/** Organisations that stand as free text in lists of attendance. All names are invented but those of public bodies. */
class OrganisationsTest {
  static final String MAPPING = """
      { "files": "list*.csv", "separator": ";", "unknown": ["privat"], "records": [
        { "type": "participation", "fields": {
          "activity": { "constant": "forum" }, "date": { "column": "Datum", "optional": true },
          "organisations-text": "Organisation",
          "organisations": { "resolve": { "name": "Organisation", "number": "Orgnr", "email": "E-post", "contact": "Kontakt",
            "municipality": "Kommun" }, "optional": true } } } ] },
      { "files": "activities.csv", "records": [ { "type": "activity", "fields": { "id": "id" } } ] },
      { "files": "register.csv", "separator": ";", "records": [
        { "type": "stakeholder", "known-as": { "name": ["Kortnamn"], "domain": ["Webb"] }, "fields": {
          "id": "Id", "name": "Namn", "organisation-number": "Orgnr",
          "region": { "column": "Kommun", "level": "municipality" }, "sector": "Sektor" } } ] }""";

  static final String REGISTER = """
      Id;Namn;Orgnr;Kortnamn;Webb;Kommun;Sektor
      jonkoping;Jönköpings kommun;212000-0530;;www.jonkoping.se;Jönköping;public
      habo;Habo kommun;212000-1611;;habo.se;Habo;public
      rjl;Region Jönköpings län;232100-0057;RJL;https://www.rjl.se/;Jönköping;public
      vav;Vävstugan Exempel AB;559000-0005;;vavstugan.example;Habo;business
      angen;Ängens vänner;802400-0005;;;Habo;civil-society
      angen-ek;Odlarna ekonomisk förening;;;delat.example;Habo;civil-society
      odlarna-ab;Odlarna AB;;;delat.example;Habo;business
      """;

  static final String HEAD = "Organisation;Orgnr;E-post;Kontakt;Kommun;Datum\n";

  @TempDir Path temp;

  static ImportFixture fixture(Path temp, String rows) throws Exception {
    return ImportFixture.sources(temp, MAPPING)
        .file("activities.csv", "id\nforum\n")
        .file("register.csv", REGISTER)
        .file("list.csv", HEAD + rows);
  }

  private static List<String> named(Portfolio portfolio) {
    return portfolio.rows(Participation.TYPE).map(row -> String.join(",", row.get(Participation.ORGANISATIONS))).toList();
  }

  private List<String> unresolved() throws Exception {
    return Files.readAllLines(temp.resolve("out").resolve("unresolved.csv"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "JKPG KN;212000-0530;;;;|jonkoping|number",
      "vad som helst;162120000530;;;;|jonkoping|number",
      ";2120000530;;;;|jonkoping|number",
      "Jkpg;;elin@edu.jonkoping.se;;;|jonkoping|domain",
      "Jkpg;;;Elin <elin@jonkoping.se>;;|jonkoping|domain",
      "jönköpings  KOMMUN;;x@gmail.com;;;|jonkoping|name",
      "Jkpg kn;;;;;|jonkoping|name",
      "Jönköping Kommun;212000-0531;;;;|jonkoping|name",
      "R.J.L.;;;;;|rjl|name",
      "Region Jönköping;;;;;|rjl|name",
      "Vävstugan Exempel;;;;;|vav|name",
      "AB Vävstugan Exempel (publ);;;;;|vav|name",
      "ek. för. Odlarna;;;;;|angen-ek|name",
      "Odlarna, AB;;o@delat.example;;;|odlarna-ab|name",
      "Odlarna;;;;;|-|-",
      "Ängen;;o@delat.example;;;|-|-",
      "Jönköping;;;;;|-|-",
      "Vävstugan Exempel HB;;;;;|-|-",
      "Habo kommun;;elin@jonkoping.se;;;|-|-",
      "Habo kommun;802400-0005;;;;|angen|number",
      "Habo kommun;556000-0001;;;;|-|-",
      "habo;;;;;|habo|identity"})
  void theStepsAreTakenInOrderAndOnlyWhatIsExactDecides(String row, String id, String method) throws Exception {
    ImportFixture fixture = fixture(temp, row + "\n");
    ImportReport report = fixture.run();
    assertEquals(List.of(), report.findings());
    assertEquals(id == null ? Map.of() : Map.of(method, 1L), report.identities().orElseThrow().byMethod());
    assertEquals(List.of(id == null ? "" : id), named(fixture.portfolio()));
    assertEquals(id == null, fixture.wrote("unresolved.csv"));
  }

  @Test
  void nobodyIsToldFromSomebodyNotKnown() throws Exception {
    ImportFixture fixture = fixture(temp, """
        Habo kommun;;;;;
        privat;;elin@habo.se;;;
        pensionär;;;;;
        lapplös;;;;;
        Lyktan;;;;;
        """);
    fixture.run();
    assertEquals(List.of("", "nobody", "", "", ""), represented(fixture));
    fixture.resolved("text;id;kind\npensionär;;not-an-organisation\nlapplös;;ignore\n", StandardCharsets.UTF_8);
    ImportReport report = fixture.run();
    assertEquals(List.of("", "nobody", "nobody", "", ""), represented(fixture));
    assertEquals(List.of(2L, 1L, 1L), List.of(report.identities().orElseThrow().noOrganisation(),
        report.identities().orElseThrow().ignored(), report.identities().orElseThrow().unidentified()));
  }

  private static List<String> represented(ImportFixture fixture) throws Exception {
    return fixture.portfolio().rows(Participation.TYPE).map(row -> row.find(Participation.REPRESENTS).orElse("")).toList();
  }

  @Test
  void severalNamesOfWhichOneIsAnOrganisationRepresentIt() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, MAPPING.replace("\"organisations\": {", "\"organisations\": { \"split\": \"/\","))
        .file("activities.csv", "id\nforum\n").file("register.csv", REGISTER)
        .file("list.csv", HEAD + "privat/Habo kommun;;;;;\nprivat/Lyktan;;;;;\nprivat/privat;;;;;\n");
    fixture.run();
    assertEquals(List.of("", "", "nobody"), represented(fixture));
    assertEquals(List.of("habo", "", ""), named(fixture.portfolio()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "kaj@exempel.invalid;;x@bryggan.example;;;|-|-",
      "kaj@exempel.invalid;;x@habo.se;;;|habo|-",
      "kaj@exempel.invalid;556000-0001;x@bryggan.example;;;|-|556000-0001",
      ";;x@bryggan.example;;;|-|bryggan.example"})
  void aNameThatWasAPersonsIsNotAskedAboutByTheDomain(String row, String id, String asked) throws Exception {
    ImportFixture fixture = fixture(temp, row + "\n");
    fixture.run();
    assertEquals(List.of(id == null ? "" : id), named(fixture.portfolio()));
    assertEquals(asked != null, fixture.wrote("unresolved.csv"));
    assertTrue(asked == null || unresolved().get(1).startsWith(asked + ";"));
  }

  @Test
  void anOrganisationBesideTheNameOfAPersonOfTheRowIsFound() throws Exception {
    Portfolio portfolio = ImportFixture.sources(temp, """
        { "files": "r.csv", "records": [ { "type": "stakeholder", "fields": { "id": "id", "name": "namn" } } ] },
        { "files": "a.csv", "personal": ["Namn"], "records": [
          { "type": "activity", "merge": "first", "fields": { "id": { "constant": "m" } } },
          { "type": "participation", "fields": { "activity": { "constant": "m" },
            "organisations": { "resolve": { "name": "Organisation" } } } } ] }""")
        .file("r.csv", "id,namn\no1,Ängens Bryggeri\n")
        .file("a.csv", "Namn,Organisation\nKalla Anka,\"Kalla Anka, Ängens Bryggeri\"\nKalla Anka,Ängens Bryggeri (Kalla Anka)\n"
            + "Kalla Anka,Kalla Anka\n").portfolio();
    assertEquals(List.of(List.of("o1"), List.of("o1"), List.of()),
        portfolio.rows(Participation.TYPE).map(row -> row.get(Participation.ORGANISATIONS)).toList());
  }

  @Test
  void personsAndTheirOrganisationsAreOneSource() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, MAPPING.replace("\"records\": [\n  { \"type\": \"participation\", \"fields\": {",
            "\"personal\": [\"E-post\"], \"records\": [ { \"type\": \"stakeholder\", \"merge\": \"first\", \"fields\": {"
                + " \"id\": { \"pseudonym\": [\"E-post\"] }, \"kind\": { \"constant\": \"person\" } } },"
                + " { \"type\": \"participation\", \"fields\": { \"person\": { \"pseudonym\": [\"E-post\"] },"))
        .file("activities.csv", "id\nforum\n").file("register.csv", REGISTER)
        .file("list.csv", HEAD + "Habo kommun;;kaj@exempel.invalid;;;\nLyktan;;klara@exempel.invalid;;;\n");
    fixture.key(PseudonymKey.of("a secret that only this test knows, 123".getBytes(StandardCharsets.UTF_8)));
    ImportReport report = fixture.run();
    assertEquals(List.of(2L), report.sources().stream().filter(source -> source.file().equals("list.csv"))
        .map(ImportReport.Source::rowsRead).toList());
    assertEquals(List.of("habo", ""), named(fixture.portfolio()));
    assertEquals(2, fixture.portfolio().rows(Participation.TYPE).filter(row -> row.get(Participation.PERSON) != null).count());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "`resolve`: {}|mapping.unusable",
      "`resolve`: { `name`: `a`, `phone`: `b` }|json.member-unknown",
      "`resolve`: { `name`: `a` }, `column`: `b`|json.member-unknown",
      "`resolve`: { `name`: `a` }, `identity`: [`nfc`]|mapping.unusable"})
  void aMappingThatCannotResolveIsAFinding(String member, String rule) throws Exception {
    String field = "\"member\": {" + member.replace('`', '"') + "}";
    List<String> rules = ImportFixture.sources(temp, "{\"files\": \"a.csv\", \"records\": [{\"type\": \"membership\", \"fields\": {"
        + field + "}}]}").mappingFindings().stream().map(finding -> finding.rule().id()).toList();
    assertEquals(List.of(rule), rules);
  }

  @Test
  void onlyReferencesToStakeholdersResolveAndNotBesideTheStakeholdersThemselves() throws Exception {
    List<String> rules = ImportFixture.sources(temp, """
        { "files": "a.csv", "records": [
          { "type": "activity", "known-as": { "name": ["b"] }, "fields": { "id": { "resolve": { "name": "a" } } } },
          { "type": "stakeholder", "fields": { "id": "a" } } ] }""")
        .mappingFindings().stream().map(finding -> finding.rule().id()).toList();
    assertEquals(List.of("mapping.unusable", "mapping.step-without-effect", "mapping.unusable"), rules);
  }

  @Test
  void aMappingWithoutResolveAsksNothingAndLooksForNoDuplicates() throws Exception {
    ImportFixture fixture = ImportFixture.stakeholders(temp, "\"id\": \"id\", \"name\": \"id\"")
        .file("a.csv", "id\nVävstugan AB\nVävstugan A.B.\n");
    assertTrue(fixture.run().identities().isEmpty());
    assertFalse(fixture.wrote("near-duplicates.csv") || fixture.wrote("unresolved.csv") || fixture.wrote("identity-log.csv"));
  }

  @Test
  void whatIsNotIdentifiedKeepsItsTextAndIsAskedAboutMostFrequentFirst() throws Exception {
    ImportFixture fixture = fixture(temp, """
        Jkpg kommun, soc;;;;;2022-03-01
        Odlarna;;o@delat.example;;;
        Jkpg Kommun, Soc;;b@gmail.com;;Jönköping;2021-02-01
        =Helt okänt;;;;;
        Jkpg kommun,  soc;;;;;2022-02-01
        Jkpg kommun, soc;;;;;
        privat;;elin@jonkoping.se;;;
        """);
    ImportReport report = fixture.run();
    assertFalse(report.hasErrors());
    IdentityReport found = report.identities().orElseThrow();
    assertEquals(List.of(6L, 3L, 2L),
        List.of(found.unidentified(), (long) found.textsUnresolved(), (long) found.textsWithSuggestion()));
    assertEquals("\ufefftext;id;kind;times;first-day;last-day;places;id-1;name-1;why-1;score-1;id-2;name-2;why-2;score-2;"
        + "id-3;name-3;why-3;score-3", unresolved().get(0));
    assertTrue(unresolved().get(1).startsWith(
        "Jkpg kommun, soc;;;4;2021-02-01;2022-03-01;list.csv:2, list.csv:4, list.csv:6, …;jonkoping;Jönköpings kommun;part;"),
        unresolved().get(1));
    assertEquals("\"'=Helt okänt\";;;1;;;list.csv:5;;;;;;;;;;;;", unresolved().get(2));
    assertTrue(unresolved().get(3).startsWith("Odlarna;;;1;;;list.csv:3;"), unresolved().get(3));
    assertTrue(unresolved().get(3).contains(";angen-ek;") && unresolved().get(3).contains(";odlarna-ab;"), unresolved().get(3));
    assertEquals(List.of("Jkpg kommun, soc", "Odlarna", "Jkpg Kommun, Soc", "=Helt okänt"),
        fixture.portfolio().rows(Participation.TYPE).limit(4).map(row -> row.get(Participation.ORGANISATIONS_TEXT)).toList());
  }

  @Test
  void theNextImportObeysTheAnswersKeepsThemAndSaysWhatChanged() throws Exception {
    ImportFixture fixture = fixture(temp, """
        Jkpg kommun, soc;;;;;2022-03-01
        JKPG kommun, soc;;;;;2022-03-02
        Föreningen X;;;;;
        pensionär;;;;;
        ???;;;;;
        Habo kommun;;;;;
        """);
    fixture.run();
    fixture.answer("Jkpg kommun, soc", "jonkoping", "branch").answer("Föreningen X", "", "new")
        .answer("pensionär", "", "not-an-organisation").answer("???", "", "ignore");
    ImportReport report = fixture.run();
    assertEquals(List.of(), report.findings());
    IdentityReport found = report.identities().orElseThrow();
    assertEquals(Map.of("identity", 3L, "name", 1L), found.byMethod());
    assertEquals(List.of(0L, 1L, 1L, 4L),
        List.of(found.unidentified(), found.noOrganisation(), found.ignored(), (long) found.answersTaken()));
    assertEquals("id,target,kind,from", fixture.written("identity.csv").get(0));
    assertEquals(Set.of("id,target,kind,from", "???,,ignore,", "Föreningen X,foreningen-x,new,",
        "\"Jkpg kommun, soc\",jonkoping,branch,", "pensionär,,not-an-organisation,"), Set.copyOf(fixture.written("identity.csv")));
    assertFalse(fixture.wrote("unresolved.csv"));
    assertEquals(List.of(
        "participation.organisations  1 → 3", "participation.organisations public 1 → 2",
        "participation.organisations unknown 0 → 1", "stakeholder  7 → 8", "stakeholder units  7 → 8",
        "stakeholder units unknown 0 → 1"), changes(report));
    assertEquals(List.of("jonkoping", "jonkoping", "foreningen-x", "", "", "habo"), named(fixture.portfolio()));
    assertEquals("Föreningen X", fixture.portfolio().find(Stakeholder.TYPE, "foreningen-x").orElseThrow().get(Stakeholder.NAME));
    assertEquals(List.of(), changes(fixture.run()));
  }

  private static List<String> said(ImportReport report) {
    return report.findings().stream().map(finding -> finding.origin() + ": " + finding.message("en")).toList();
  }

  private static List<String> changes(ImportReport report) {
    return report.changes().stream()
        .map(change -> change.of() + " " + change.sector() + " " + change.before() + " → " + change.after()).toList();
  }

  @Test
  void takingAnAnswerBackRestoresEveryByte() throws Exception {
    ImportFixture fixture = fixture(temp, "Jkpg kommun, soc;;;;;2022-03-01\nHabo;;;;;\n");
    fixture.run();
    Map<String, String> before = bytes(fixture.out());
    fixture.answer("Jkpg kommun, soc", "jonkoping", "").run();
    assertFalse(before.equals(bytes(fixture.out())));
    Files.delete(fixture.out().resolve("identity.csv"));
    fixture.run();
    assertEquals(before, bytes(fixture.out()));
  }

  static Map<String, String> bytes(Path folder) throws Exception {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).collect(Collectors.toMap(
          file -> folder.relativize(file).toString(), file -> {
            try {
              return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {";|windows-1252", ",|utf-8", "\\t|windows-1252", ";|utf-8"})
  void answersAreReadHoweverASpreadsheetSavedThem(String separator, String charset) throws Exception {
    String by = separator.replace("\\t", "\t");
    String answers = String.join(by, "text", "Kind", "id", "min anteckning") + "\r\n"
        + String.join(by, "\"Jkpg kommun, soc\"", "Alias", "jonkoping", "så är det") + "\r\n"
        + String.join(by, "Jönköpings\u00a0kulturhus", "branch", " jonkoping ", "") + "\r\n"
        + String.join(by, "obesvarad", "", "", "") + "\r\n";
    ImportFixture fixture = fixture(temp, "Jkpg kommun, soc;;;;;\nJÖNKÖPINGS kulturhus;;;;;\nobesvarad;;;;;\n")
        .resolved(answers, Charset.forName(charset));
    ImportReport report = fixture.run();
    assertEquals(List.of(), report.findings());
    assertEquals(List.of("jonkoping", "jonkoping", ""), named(fixture.portfolio()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "okänd;jonkoping;allias|identity.unknown-kind:kind",
      "okänd;;alias|identity.id-missing:id",
      "okänd;jonkoping;ignore|identity.id-not-used:id",
      "okänd;jonkopin;alias|identity.unknown-organisation:id",
      "okänd;jonkoping;new|identity.id-taken:id"})
  void aWrongAnswerIsAFindingAndNothingIsWritten(String answer, String expected) throws Exception {
    ImportFixture fixture = fixture(temp, "okänd;;;;;\n").resolved("text;id;kind\n" + answer + "\n", StandardCharsets.UTF_8);
    ImportReport report = fixture.run();
    assertEquals(1, report.findings().size(), report.findings()::toString);
    assertFalse(report.written());
    assertFalse(fixture.wroteAnything());
    assertEquals(expected, report.findings().get(0).rule().id() + ":" + report.findings().get(0).origin().column());
    assertEquals("answers.csv", report.findings().get(0).origin().source());
    assertEquals(2, report.findings().get(0).origin().row());
  }

  @Test
  void twoAnswersAboutOneTextAreAFindingAndOneAboutNothingIsSaid() throws Exception {
    ImportFixture fixture = fixture(temp, "okänd;;;;;\n")
        .resolved("text;id;kind\nokänd;habo;\nOKÄND;jonkoping;\n", StandardCharsets.UTF_8);
    assertEquals(List.of("answers.csv:3: 'OKÄND' is both alias jonkoping and alias habo (answers.csv:2)."),
        said(fixture.run()));
    fixture.resolved("text;id;kind\naldrig sedd;habo;\n", StandardCharsets.UTF_8);
    ImportReport report = fixture.run();
    assertTrue(report.written());
    assertEquals(List.of("identity.not-met"), report.findings().stream().map(finding -> finding.rule().id()).toList());
    assertTrue(fixture.written("identity.csv").contains("aldrig sedd,habo,alias,"));
  }

  @Test
  void theNumberOfAPersonIsUsedForNothingAndWrittenNowhere() throws Exception {
    ImportFixture fixture = fixture(temp, """
        Exempelfirman 640823-3234;640823-3234;a.b@gmail.com;c@hotmail.com;;2022-03-01
        Exempelfirman (19640823-3234);;;;;
        ;6408233234;hemlig.person@okant.example;;;
        ;19640823-3234;;;;
        """.replace("Exempelfirman 640823-3234;", "Exempelfirman;"));
    ImportReport report = fixture.run();
    assertEquals(3, report.identities().orElseThrow().numbersOfPersons());
    assertTrue(unresolved().get(1).startsWith("Exempelfirman;;;2;"), unresolved().get(1));
    assertTrue(unresolved().get(2).startsWith("okant.example;;;1;"), unresolved().get(2));
    Map<String, String> all = bytes(fixture.out());
    all.remove("participations.csv"); // the mapping copies the text there itself
    for (String secret : List.of("640823", "3234", "hemlig", "gmail", "a.b")) {
      all.forEach((file, text) -> assertFalse(text.contains(secret), file + ": " + secret));
    }
  }

  @Test
  void aRowThatMustNameAnOrganisationWaitsForTheAnswer() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "register.csv", "separator": ";", "records": [
          { "type": "stakeholder", "fields": { "id": "Id", "name": "Namn" } } ] },
        { "files": "members.csv", "records": [ { "type": "membership", "fields": {
          "member": { "resolve": { "name": "who" } }, "node": { "constant": "op" } } } ] }""")
        .file("register.csv", REGISTER).file("members.csv", "who\nHabo kommun\nHabo byalag\n");
    ImportReport report = fixture.run();
    assertEquals(List.of("members.csv:3:who: 'Habo byalag' is no organisation that is known, and member must be stated."), said(report));
    assertEquals(1, report.rowsRejected());
    fixture.answer("Habo byalag", "byalaget", "new");
    ImportReport next = fixture.run();
    assertEquals(List.of(), next.findings());
    assertEquals(0, next.rowsRejected());
  }

  @Test
  void organisationsOfTheRegisterThatMayBeOneAreSuggestedAndNotMerged() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, MAPPING).file("activities.csv", "id\nforum\n")
        .file("register.csv", REGISTER + "vav-2;Vävstuga Exempel AB;;;;Habo;\nhabo-2;Habo Kommun;;;;;\n")
        .file("list.csv", HEAD);
    ImportReport report = fixture.run();
    assertEquals(3, report.identities().orElseThrow().nearDuplicates());
    assertEquals(9, report.records().get("stakeholder"));
    List<String> pairs = fixture.written("near-duplicates.csv");
    assertEquals(List.of("angen-ek;Odlarna ekonomisk förening;odlarna-ab;Odlarna AB;same-name;99",
        "vav;Vävstugan Exempel AB;vav-2;Vävstuga Exempel AB;spelling;99",
        "habo;Habo kommun;habo-2;Habo Kommun;same-name;95"), pairs.subList(1, 4));
    Files.writeString(fixture.out().resolve("identity.csv"), "id,target,kind\nhabo-2,habo,alias\nvav-2,vav,alias\n");
    fixture.run();
    assertEquals(List.of("angen-ek;Odlarna ekonomisk förening;odlarna-ab;Odlarna AB;same-name;99"),
        fixture.written("near-duplicates.csv").stream().skip(1).toList());
  }

  @Property(tries = 300)
  void answersOfAnyBytesAreReadOrRefusedWithFindings(@ForAll byte[] bytes, @ForAll boolean header) throws Exception {
    byte[] start = header ? "\ufefftext;id;kind\n".getBytes(StandardCharsets.UTF_8) : new byte[0];
    byte[] all = java.util.Arrays.copyOf(start, start.length + bytes.length);
    System.arraycopy(bytes, 0, all, start.length, bytes.length);
    Findings findings = new Findings();
    IdentityAnswers answers = new IdentityAnswers(findings);
    new UnresolvedFile("x.csv", answers, findings).read(new java.io.ByteArrayInputStream(all));
    assertTrue(findings.hasErrors() || header || answers.fresh().isEmpty());
    answers.fresh().forEach(given -> assertNull(IdText.fault(given.answer().text()), given::toString));
  }
}
