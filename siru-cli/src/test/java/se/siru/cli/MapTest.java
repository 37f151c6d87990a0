package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code map}: from an agency's own file to a portfolio. */
class MapTest {
  private static final String ATTENDANCE = """
      Deltagarlista våren;;;;;;;
      Exempelkommunen;;;;;;;
      ;;;;;;;
      Aktivitet;Datum;Namn;E-post;Organisation;Kommun;Kön;Närvarande
      Nätverksträff;3/2 2022;Kanaria Påhittad;kanaria@exempel.invalid;Ängens vänner;Habo;Kvinna;ja
      Nätverksträff;3/2 2022;Olle Påhittad;olle@exempel.invalid;Vävstugan;Jönköping;Man;nej
      Utbildning;14/6 2022;Kanaria Påhittad;kanaria@exempel.invalid;Ängens vänner;Habo;Kvinna;N.a.
      Summa;;2;;;;;
      """;

  @TempDir
  Path temp;

  private CliRun map(String name, String text, String... more) throws IOException {
    Path file = Files.writeString(temp.resolve(name), text);
    String[] args = new String[more.length + 4];
    args[0] = "map";
    args[1] = file.toString();
    args[2] = "--out";
    args[3] = temp.resolve("mapping.json").toString();
    System.arraycopy(more, 0, args, 4, more.length);
    return CliRun.of(args);
  }

  @Test
  void aListOfParticipantsIsMappedImportedAndCounted() throws IOException {
    CliRun run = map("deltagare.csv", ATTENDANCE);
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.err().contains("| Organisation | participation.organisations | 100 % |"), run.err());
    Path key = Files.writeString(temp.resolve("key"), "a secret that only this test knows, 123\n");
    CliRun imported = CliRun.of("import", "--mapping", temp.resolve("mapping.json").toString(),
        temp.resolve("deltagare.csv").toString(), "--out", temp.resolve("out").toString(),
        "--pseudonym-key-file", key.toString());
    assertEquals(ExitCode.DONE, imported.code(), imported.err());
    assertTrue(imported.out().contains("stakeholder: 4, activity: 2, participation: 3"), imported.out());
    CliRun valid = CliRun.of("validate", temp.resolve("out").toString());
    assertEquals(ExitCode.DONE, valid.code(), valid.err());
  }

  @Test
  void noValueOfAPersonalColumnIsShown() throws IOException {
    Path notes = temp.resolve("notes.md");
    CliRun run = map("deltagare.csv", ATTENDANCE, "--notes", notes.toString(), "--lang", "sv");
    String shown = run.out() + run.err() + Files.readString(notes) + Files.readString(temp.resolve("mapping.json"));
    assertFalse(shown.toLowerCase(Locale.ROOT).contains("kanaria"), shown);
    assertTrue(shown.contains("| E-post | pseudonym (person) |"), shown);
    assertTrue(Files.readString(temp.resolve("mapping.json")).contains("\"personal\""));
  }

  @Test
  void whatEveryRecordMustHaveAndNoColumnGivesIsToldAndEndsWith1() throws IOException {
    CliRun run = map("tid.csv", "Datum;Klient;Kundtimmar\n2022-03-01;Vävstugan;1,5\n2022-03-02;Ängens vänner;2\n");
    assertEquals(ExitCode.FOUND, run.code(), run.err());
    assertTrue(run.err().contains("To be stated before the import:\n\n- `kind`: "), run.err());
    assertTrue(run.err().contains("guidance"), run.err());
  }

  @Test
  void daysThatMayBeReadInTwoWaysAreLeftOut() throws IOException {
    CliRun run = map("heads.csv", "Datum;Aktivitet;Antal deltagare\n03/04/2022;Frukost;12\n05/06/2022;Lunch;20\n");
    assertTrue(run.err().contains("day and month may be taken for each other"), run.err());
    assertFalse(Files.readString(temp.resolve("mapping.json")).contains("Datum"));
  }

  @Test
  void aRecordTypeThatThereIsNotIsWrongUsageAndAMissingFileUnreadable() throws IOException {
    CliRun wrong = map("a.csv", "Namn\nx\n", "--type", "participations");
    assertEquals(ExitCode.USAGE, wrong.code());
    assertTrue(wrong.err().contains("participation"), wrong.err());
    CliRun missing = CliRun.of("map", temp.resolve("nowhere.csv").toString());
    assertEquals(ExitCode.USAGE, missing.code());
    assertTrue(missing.err().contains("nowhere.csv"), missing.err());
  }
}
