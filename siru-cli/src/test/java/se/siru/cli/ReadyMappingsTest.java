package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ready-made mappings of agreements and surveys, applied to the invented files beside them. */
class ReadyMappingsTest {
  private static final Path MAPPINGS = Path.of("..", "docs", "how-to", "mappings");

  @TempDir
  Path temp;

  private CliRun imported(String name, String... more) {
    List<String> args = new ArrayList<>(List.of("import", "--mapping", MAPPINGS.resolve(name + ".json").toString(),
        MAPPINGS.resolve(name).toString(), "--out", temp.resolve("out").toString(), "--quiet"));
    args.addAll(List.of(more));
    return CliRun.of(args.toArray(String[]::new));
  }

  private Map<String, String> values(String... selection) {
    List<String> args = new ArrayList<>(List.of("evaluate", temp.resolve("out").toString(), "--format", "csv", "--quiet"));
    args.addAll(List.of(selection));
    CliRun run = CliRun.of(args.toArray(String[]::new));
    assertEquals(ExitCode.DONE, run.code(), run.err());
    Map<String, String> values = new TreeMap<>();
    run.lines().stream().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
      int value = cells.length - 7;
      values.put(String.join(" ", List.of(cells).subList(0, value)).strip(), cells[value]);
    });
    return values;
  }

  private List<String> file(String name) throws IOException {
    return Files.readAllLines(temp.resolve("out").resolve(name));
  }

  @Test
  void aListOfAgreementsGivesAgreementsOnThreeAxesAndTheirValue() throws IOException {
    CliRun run = imported("agreements-list");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().contains("stakeholder: 5, agreement: 4"), run.out());
    assertEquals(
        List.of(
            "id,name,signed,start,end,legal-basis,clauses,partnership,value,buyer,supplier,row",
            "A-17,Städning,2022-02-01,2022-03-01,2024-02-29,procurement,accessibility;gender-equality,none,1234500,"
                + "granby-kommun,bryggans-bygg,4",
            "A-18,Lunch,2022-05-16,2022-06-01,2023-05-31,reserved,employment-of-target-group,none,80000,"
                + "granby-kommun,angens-kooperativ,5",
            "A-19,Mötesplats,2022-09-12,2022-10-01,,none,,iop,250000,granby-kommun,foreningen-porten,6",
            "A-20,Kontorsmaterial,2022-10-03,2022-10-03,2022-12-31,direct-award,,none,,granby-kommun,pennan-och-co,7"),
        file("agreements.csv"));
    Map<String, String> values = values("--indicators", "SI-Q01,SI-Q02", "--by", "partnership");
    assertEquals("4", values.get("SI-Q01 total"));
    assertEquals("1", values.get("SI-Q01 total iop"));
    assertEquals("1564500", values.get("SI-Q02 total"));
    assertEquals("250000", values.get("SI-Q02 total iop"));
  }

  @Test
  void withTheCoverageOfThePageSharesOfAgreementsAreTold() throws IOException {
    imported("agreements-list");
    assertEquals("", values("--indicators", "SI-Q04", "--periods", "2022").get("SI-Q04 2022"));
    DocsBlock literals = DocsBlock.all("json").stream()
        .filter(block -> block.page().equals("docs/how-to/import-agreements-and-surveys.md")).findFirst().orElseThrow();
    ObjectMapper json = new ObjectMapper();
    ObjectNode mapping = (ObjectNode) json.readTree(MAPPINGS.resolve("agreements-list.json").toFile());
    mapping.setAll((ObjectNode) json.readTree(literals.text()));
    Path changed = Files.writeString(temp.resolve("mapping.json"), mapping.toString());
    CliRun run = CliRun.of("import", "--mapping", changed.toString(), MAPPINGS.resolve("agreements-list").toString(),
        "--out", temp.resolve("out").toString(), "--quiet");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    String reserved = values("--indicators", "SI-Q04", "--periods", "2022").get("SI-Q04 2022");
    assertTrue(reserved.startsWith("33.33"), reserved); // one of the three that were procured
  }

  @Test
  void aSurveyGivesParticipationsOfPseudonymsAndEffectsThatParticipantsJudged() throws IOException {
    Path key = Files.writeString(temp.resolve("key"), "a secret that only this test knows, 123\n");
    CliRun run = imported("forms-survey", "--pseudonym-key-file", key.toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().contains("stakeholder: 6, activity: 2"), run.out()); // three organisations and three persons
    assertTrue(run.out().contains("participation: 4") && run.out().contains("effect: 3"), run.out());
    assertEquals(
        List.of(
            "claim,degree,judge,method,consent,date,row",
            "Vi har hittat två nya samarbeten,largely,participants,survey,yes,2022-03-15,2",
            "\"Vi ringer varandra, [phone]\",partly,participants,survey,no,2022-03-16,4",
            "En ny tjänst prövas,,participants,survey,yes,2022-05-04,5"),
        file("effects.csv"));
    Map<String, String> values = values("--indicators", "SI-P01,SI-P03,SI-P04", "--periods", "2022/half,total");
    assertEquals("4", values.get("SI-P03 total")); // participations
    assertEquals("3", values.get("SI-P01 total")); // organisations
    assertEquals("2", values.get("SI-P04 total")); // activities held
    for (Path written : List.of(temp.resolve("out/stakeholders.csv"), temp.resolve("out/participations.csv"))) {
      assertFalse(Files.readString(written).toLowerCase(Locale.ROOT).contains("anka"));
    }
  }
}
