package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer imports lists with organisations in free text, answers what is asked, and imports again. */
class OrganisationsTest {
  @TempDir Path temp;

  @BeforeEach
  void files() throws Exception {
    Path sources = Files.createDirectory(temp.resolve("files"));
    Files.writeString(sources.resolve("register.csv"), "id,namn\nhabo,Habo kommun\njonkoping,Jönköpings kommun\n");
    Files.writeString(sources.resolve("list.csv"),
        "Organisation,Datum\nHabo kn,2022-01-01\nÖster soc,2022-01-02\n\"Jkpg kommun, soc\",2022-01-03\n\"Jkpg kommun, soc\",2022-02-03\n");
    Files.writeString(temp.resolve("mapping.json"), """
        { "siru": "siru-mapping/1", "portfolio": { "name": "x" },
          "literals": { "programme": [ { "id": "op", "level": "operation" } ], "activity": [ { "id": "forum" } ] },
          "sources": [
            { "files": "list.csv", "records": [ { "type": "participation", "fields": {
              "activity": { "constant": "forum" }, "date": "Datum", "organisations-text": "Organisation",
              "organisations": { "resolve": { "name": "Organisation" } } } } ] },
            { "files": "register.csv", "records": [ { "type": "stakeholder", "fields": { "id": "id", "name": "namn" } } ] } ] }
        """);
  }

  private CliRun run(String... more) {
    String[] args = new String[6 + more.length];
    String[] first = {"import", "--mapping", temp.resolve("mapping.json").toString(), temp.resolve("files").toString(), "--out",
        out().toString()};
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return CliRun.of(args);
  }

  private Path out() {
    return temp.resolve("out");
  }

  @Test
  void theImportAsksObeysTheAnswersOfTheFolderAndTellsWhatChanged() throws Exception {
    CliRun asked = run();
    assertEquals(ExitCode.DONE, asked.code());
    assertTrue(asked.out().contains("organisations found by: name 1\n"), asked.out());
    assertTrue(asked.out().contains("unidentified organisations: 3, in texts: 2, with a suggestion: 1\n"), asked.out());
    assertTrue(asked.out().contains(out().resolve("unresolved.csv").toString()), asked.out());
    Path file = out().resolve("unresolved.csv");
    Files.writeString(file, Files.readString(file).replace("Jkpg kommun, soc;;;", "Jkpg kommun, soc;jonkoping;branch;"));
    CliRun answered = run("--lang", "sv");
    assertEquals(ExitCode.DONE, answered.code());
    assertTrue(answered.out().contains("organisationer funna genom: identity.csv 2, namn 1\n"), answered.out());
    assertTrue(answered.out().contains("svar sparade i identity.csv: 1\n"), answered.out());
    assertTrue(answered.out().contains("ändrade antal mot den tidigare portföljen:\n  deltagande, organisationer: 1 → 2\n"),
        answered.out());
    assertFalse(run().out().contains("counts changed"));
  }

  @Test
  void answersOfAFileThatASpreadsheetSavedAreObeyedAndWrongOnesChangeNothing() throws Exception {
    Path file = temp.resolve("svar.csv");
    Files.write(file, "text;id;kind\r\nÖster soc;habo;branch\r\n".getBytes(Charset.forName("windows-1252")));
    assertEquals(ExitCode.DONE, run("--resolved", file.toString()).code());
    assertEquals("id,target,kind,from\nÖster soc,habo,branch,\n", Files.readString(out().resolve("identity.csv")));
    Files.write(file, "text;id;kind\nJkpg kommun, soc;jonkopping;alias\n".getBytes(StandardCharsets.UTF_8));
    CliRun wrong = run("--resolved", file.toString());
    assertEquals(ExitCode.FOUND, wrong.code());
    assertTrue(wrong.err().contains("svar.csv:2:id"), wrong.err());
    assertTrue(wrong.err().contains("Was jonkoping meant?"), wrong.err());
    assertTrue(wrong.out().endsWith("nothing was written\n"), wrong.out());
    assertEquals("id,target,kind,from\nÖster soc,habo,branch,\n", Files.readString(out().resolve("identity.csv")));
  }

  @Test
  void aFileOfAnswersThatIsNotThereIsUnreadable() {
    CliRun run = run("--resolved", temp.resolve("none.csv").toString());
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("none.csv"), run.err());
    assertFalse(Files.exists(out()));
  }
}
