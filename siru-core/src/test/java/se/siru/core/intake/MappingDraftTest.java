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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.Findings;
import se.siru.core.model.Field;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;

/** What is drafted of a table, and what is left to be asked. */
class MappingDraftTest {
  @TempDir
  Path temp;

  private MappingDraft draft(String text) throws IOException {
    return draft(text, null);
  }

  private MappingDraft draft(String text, @Nullable String type) throws IOException {
    return MappingDraft.of(List.of(Files.writeString(temp.resolve("list.csv"), text)), Readers.standard(), type);
  }

  private static void assertMaps(MappingDraft draft, String column, String field) {
    assertTrue(draft.notes("en").contains("| " + column + " | " + field + " | 1"), draft.notes("en"));
  }

  private static void assertUnsure(MappingDraft draft, String column, String why) {
    String line = draft.notes("en").lines().filter(each -> each.startsWith("| " + column + " |")).findFirst().orElse("");
    assertTrue(line.contains("unsure") && line.contains(why), draft.notes("en"));
    assertFalse(draft.mapping().contains("\"" + column + "\""), draft.mapping());
  }

  @Test
  void everyFieldIsKnownByItsNameAndItsLabels() {
    ColumnNames names = ColumnNames.of(Schema.standard());
    List<String> not = new ArrayList<>();
    for (RecordType type : Schema.standard().types()) {
      for (Field<?> field : type.fields()) {
        List<String> called = new ArrayList<>(field.label().asMap().values());
        called.add(field.name().toUpperCase(Locale.ROOT));
        called.stream().filter(name -> names.fit(" " + name + ": ", field) < ColumnNames.SAME).forEach(not::add);
      }
    }
    assertEquals(List.of(), not);
  }

  @Test
  void everyNameInTheFileOfNamesIsThatOfAFieldThatThereIs() throws IOException {
    List<String> wrong = new ArrayList<>();
    try (var in = ColumnNames.class.getResourceAsStream("column-names.txt")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> line.startsWith("field "))
          .map(line -> line.split(" ")[1].split("\\."))
          .filter(path -> Schema.standard().find(path[0]).flatMap(type -> type.field(path[1])).isEmpty())
          .forEach(path -> wrong.add(String.join(".", path)));
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void aHeaderBelowTitlesIsFoundAndARowOfUnitsBelowItIsNoRecord() throws IOException {
    MappingDraft draft = draft("""
        Avtal 2022;;;
        Uttag ur diariet;;;
        Avtalsnummer;Avtal;Värde (tkr);Tecknat
        ;;tusental kronor;datum
        A-1;Städ;1 234,5;2022-03-01
        A-2;Lunch;80,25;2022-04-01
        Summa;;1314,75;
        """);
    assertTrue(draft.isComplete(), draft.notes("en"));
    assertMaps(draft, "Värde (tkr)", "agreement.value");
    String mapping = draft.mapping();
    assertTrue(mapping.contains("\"header-row\": 3") && mapping.contains("\"first-row\": 5"), mapping);
    assertTrue(mapping.contains("\"times\": 1000") && mapping.contains("\"number\": \"sv\""), mapping);
    assertTrue(mapping.contains("\"skip-where\""), mapping);
  }

  @Test
  void englishHeadersAreKnownToo() throws IOException {
    MappingDraft draft = draft("""
        contract id,supplier,contract value,contract date
        1,Weavers Ltd,1234.5,2022-03-01
        2,Meadow Friends,80.25,2022-04-01
        """);
    assertMaps(draft, "contract value", "agreement.value");
    assertMaps(draft, "supplier", "agreement.supplier");
    assertTrue(draft.isComplete());
  }

  @Test
  void whatCanBeReadInTwoWaysIsAskedAbout() throws IOException {
    MappingDraft draft = draft("""
        Avtalsnummer;Värde;Tecknat;Sociala villkor
        A-1;1.234;03/04/2022;Ja kanske
        A-2;2.500;05/06/2022;Jämställdhet
        """);
    assertUnsure(draft, "Värde", "numbers are written in ways that can be read differently");
    assertUnsure(draft, "Tecknat", "day and month may be taken for each other");
    assertUnsure(draft, "Sociala villkor", "50 % of the values fit");
  }

  @Test
  void oneDayBeyondTheTwelfthTellsTheOrder() throws IOException {
    MappingDraft draft = draft("Avtalsnummer;Tecknat\nA-1;03/04/2022\nA-2;25/06/2022\n");
    assertTrue(draft.mapping().contains("\"d/M/yyyy\""), draft.mapping());
    MappingDraft american = draft("Avtalsnummer;Tecknat\nA-1;03/04/2022\nA-2;06/25/2022\n");
    assertTrue(american.mapping().contains("\"M/d/yyyy\""), american.mapping());
    assertUnsure(draft("Avtalsnummer;Tecknat\nA-1;25/04/2022\nA-2;06/25/2022\n"), "Tecknat", "day and month");
  }

  @Test
  void twoColumnsThatMayBeOneNumberAreBothAskedAbout() throws IOException {
    MappingDraft draft = draft("Klient;Datum;Timmar;Antal timmar\nVävstugan;2022-03-01;1,5;2\nPorten;2022-03-02;2;3\n", "support");
    assertUnsure(draft, "Timmar", "the header is known");
    assertUnsure(draft, "Antal timmar", "the header is known");
  }

  @Test
  void aNameIsThatOfAPersonUnlessTheRowsAreAboutOrganisations() throws IOException {
    String persons = draft("Namn;Datum;Aktivitet\nKanaria Påhittad;2022-03-01;Frukost\n").notes("en");
    assertTrue(persons.contains("| Namn | pseudonym (person) |"), persons);
    assertMaps(draft("Namn;Sektor\nVävstugan AB;Näringsliv\nPorten ideell förening;Civilsamhälle\n", "stakeholder"), "Namn",
        "stakeholder.name");
  }

  @Test
  void aColumnWhoseValuesArePersonalIsPersonalWhateverItIsCalled() throws IOException {
    MappingDraft draft = draft("Avtalsnummer;Titel;Övrig uppgift\nA-1;Städ;kanaria@exempel.se\nA-2;Lunch;\n");
    assertTrue(draft.notes("en").contains("| Övrig uppgift | personal |"), draft.notes("en"));
    assertTrue(draft.mapping().contains("\"personal\""), draft.mapping());
    assertFalse((draft.notes("en") + draft.mapping()).contains("kanaria"));
  }

  @Test
  void snippetsOfTheNotesMakeTheMappingComplete() throws IOException {
    MappingDraft draft = draft("Mottagare;Typ av stöd;Datum\nVävstugan;Bidrag;03/04/2022\n", "support");
    String notes = draft.notes("en");
    String snippet = "\"date\": {\"column\":\"Datum\",\"date\":[\"d/M/yyyy\"]}";
    assertTrue(notes.contains(snippet), notes);
    String mapping = draft.mapping().replace("\"kind\": \"Typ av stöd\"", "\"kind\": \"Typ av stöd\", " + snippet);
    Findings findings = new Findings();
    Mapping.read(new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8)), "m.json", findings);
    assertEquals(List.of(), findings.list());
  }

  @Test
  void arraysOfObjectsAreTablesToo() throws IOException {
    Path file = Files.writeString(temp.resolve("a.json"), "[{\"Indikator\": \"RCO01\", \"Period\": \"total\", \"Målvärde\": 28}]");
    MappingDraft draft = MappingDraft.of(List.of(file), Readers.standard(), null);
    assertTrue(draft.isComplete(), draft.notes("en"));
    assertMaps(draft, "Målvärde", "target.value");
  }

  @Test
  void severalFilesBecomeSourcesOfOneMapping() throws IOException {
    Path one = Files.writeString(temp.resolve("a.csv"), "Organisation;Sektor\nVävstugan;Näringsliv\n");
    Path two = Files.writeString(temp.resolve("b.csv"), "Mottagare;Typ av stöd\nVävstugan;Bidrag\n");
    MappingDraft draft = MappingDraft.of(List.of(one, two), Readers.standard(), null);
    assertTrue(draft.isComplete(), draft.notes("en"));
    Import.of(mapping(draft), List.of(one, two)).into(temp.resolve("out"));
    assertTrue(Files.readString(temp.resolve("out/support.csv")).contains("support-2-2"));
  }

  private static Mapping mapping(MappingDraft draft) throws IOException {
    return Mapping.read(new ByteArrayInputStream(draft.mapping().getBytes(StandardCharsets.UTF_8)), "m.json", new Findings())
        .orElseThrow();
  }

  @Test
  void aFileThatIsNoTableIsToldAndNotMapped() throws IOException {
    MappingDraft empty = draft("");
    assertFalse(empty.isComplete());
    assertFalse(draft("bara en rad\n").isComplete());
    Path picture = Files.write(temp.resolve("a.png"), new byte[] {1, 2});
    MappingDraft unknown = MappingDraft.of(List.of(picture), Readers.standard(), null);
    assertEquals(ReadingRules.NO_READER, unknown.findings().get(0).rule());
  }

  @Test
  void aRecordTypeThatThereIsNotIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> MappingDraft.of(List.of(), Readers.standard(), "participations"));
  }
}
