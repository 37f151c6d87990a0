package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.model.Effect;
import se.siru.core.model.Evidence;
import se.siru.core.portfolio.Portfolio;

/** Facts whose id may be left out, and records about them. */
class OptionalIdImportTest {
  @TempDir Path temp;

  @Test
  void equalRowsWithoutAnIdStayApartWhetherOrNotTheMappingNamesTheId() throws Exception {
    for (String id : List.of("", "\"id\": \"nr\", ")) {
      Portfolio portfolio =
          ImportFixture.sources(temp.resolve("x" + id.length()), """
              { "files": "a.csv", "records": [ { "type": "effect", "fields": { %s"claim": "text" } } ] }""".formatted(id))
              .file("a.csv", "nr,text\n,same\n,same\n,same\n")
              .portfolio();
      assertEquals(3, portfolio.rows(Effect.TYPE).count());
    }
  }

  @Test
  void rowsWithOneIdAreOneRecordAndEvidenceFindsIt() throws Exception {
    Portfolio portfolio =
        ImportFixture.sources(temp, """
            { "files": "a.csv", "records": [
              { "type": "effect", "fields": { "id": "nr", "claim": "text", "kind": "kind" } },
              { "type": "evidence", "when": { "column": "dnr", "present": true }, "fields": {
                "subject-type": { "constant": "effect" }, "subject": "nr", "kind": { "constant": "report" },
                "diary-number": "dnr" } } ] }""")
            .file("a.csv", "nr,text,kind,dnr\n7,better,,\n7,better,coordination,2023-4\n8,worse,,\n")
            .portfolio();
    assertEquals(
        List.of("7 coordination", "8 null"),
        portfolio.rows(Effect.TYPE).map(row -> row.get(Effect.ID) + " " + row.get(Effect.KIND)).toList());
    assertEquals(
        List.of("effect 7 2023-4"),
        portfolio.rows(Evidence.TYPE)
            .map(row -> row.get(Evidence.SUBJECT_TYPE) + " " + row.get(Evidence.SUBJECT) + " " + row.get(Evidence.DIARY_NUMBER))
            .toList());
  }
}
