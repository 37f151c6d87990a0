package se.siru.cli.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes the bundled example {@code exempellan}: an invented region whose data look like those of a real one. The same
 * seed gives the same bytes on every machine; nothing is read from a clock or a locale. {@link ExempellanTest} says how
 * to write the files anew after a change here.
 */
final class ExempellanGenerator {
  /** The seed of the bundled files. */
  static final long SEED = 2021_2023L;

  /** code | label; the county first. */
  private static final String REGIONS =
      """
      exempellan|Exempellän|Exempellän County
      exempelkoping|Exempelköping|Exempelköping
      provinge|Provinge|Provinge
      mallosund|Mallösund|Mallösund
      skissboda|Skissboda|Skissboda
      utkastad|Utkastad|Utkastad
      tankvik|Tänkvik|Tänkvik
      pahitteryd|Påhitteryd|Påhitteryd
      sagolunda|Sagolunda|Sagolunda
      latsasmala|Låtsasmåla|Låtsasmåla
      """;

  private static final String REGION =
      "    {\"code\": \"%s\", \"label\": {\"sv\": \"%s (påhittat)\", \"en\": \"%s (invented)\"}, "
          + "\"parent\": \"%s\", \"level\": \"%s\"}";

  /** Ceilings of de minimis aid are in euro, the amounts in kronor: somebody must say what a euro is. */
  private static final String LAW =
      """
      {
        "siru": "siru-law/1",
        "id": "exempellan",
        "version": "1",
        "name": { "sv": "Påhittade växelkurser", "en": "Invented exchange rates" },
        "exchange-rates": [
          {"of": "EUR", "in": "SEK", "rate": 10.00, "until": "2022-01-01", "source": {"text": "Invented", "evidence": "unconfirmed"}},
          {"of": "EUR", "in": "SEK", "rate": 11.00, "from": "2022-01-01", "source": {"text": "Invented", "evidence": "unconfirmed"}}
        ]
      }
      """;

  private static final String RESOURCE = "    {\"name\": \"%s\", \"path\": %s, \"siru:type\": \"%s\"}";

  private ExempellanGenerator() {}

  /** The generated files, by path within the portfolio folder, sorted. */
  static Map<String, String> files(long seed) {
    var actors = new ExempellanActors(Dice.of(seed, "actors"));
    var activities = new ExempellanActivities(Dice.of(seed, "activities"), actors);
    var participations = new ExempellanParticipations(Dice.of(seed, "participations"), actors, activities);
    var ties = new ExempellanTies(Dice.of(seed, "ties"), actors, activities);
    var decision = new ExempellanDecision(Dice.of(seed, "decision"));
    var economy = new ExempellanEconomy(
        Dice.of(seed, "economy"), Dice.of(seed, "law"), actors, activities, participations);
    var results = new ExempellanResults(Dice.of(seed, "results"), actors);
    var learning = new ExempellanLearning(Dice.of(seed, "learning"), actors, activities);
    var links = new ExempellanLinks(Dice.of(seed, "links"));

    Map<String, String> files = new TreeMap<>();
    files.put("programme.csv", programme().toString());
    files.put("stakeholders.csv", actors.stakeholdersFile().toString());
    files.put("persons.csv", actors.personsFile().toString());
    files.put("identity.csv", actors.identityFile().toString());
    files.put("activities.csv", activities.file().toString());
    participations.files().forEach((year, file) -> files.put("participations-" + year + ".csv", file.toString()));
    files.put("initiatives.csv", ties.initiativesFile().toString());
    files.put("stage-changes.csv", ties.stageChangesFile().toString());
    files.put("networks.csv", ties.networksFile().toString());
    files.put("memberships.csv", ties.membershipsFile().toString());
    files.put("support.csv", economy.supportFile().toString());
    files.put("agreements.csv", economy.agreementsFile().toString());
    files.put("funding.csv", economy.fundingFile().toString());
    files.put("decisions.csv", decision.decisionsFile().toString());
    files.put("reporting-periods.csv", decision.periodsFile().toString());
    files.put("targets.csv", decision.targetsFile().toString());
    files.put("cost-lines.csv", decision.costsFile().toString());
    files.put("observations.csv", decision.observationsFile().toString());
    files.put("comments.csv", decision.commentsFile().toString());
    files.put("effects.csv", decision.effectsFile().toString());
    files.put("outputs.csv", results.outputsFile().toString());
    files.put("needs.csv", results.needsFile().toString());
    files.put("uptakes.csv", results.uptakesFile().toString());
    files.put("practices.csv", results.practicesFile().toString());
    files.put("innovations.csv", results.innovationsFile().toString());
    files.put("enrolments.csv", learning.enrolmentsFile().toString());
    files.put("employments.csv", learning.employmentsFile().toString());
    files.put("assessments.csv", learning.assessmentsFile().toString());
    files.put("coverages.csv", links.coveragesFile().toString());
    files.put("sroi-lines.csv", links.sroiFile().toString());
    files.put("contributions.csv", links.contributionsFile().toString());
    files.put("evidence.csv", links.evidenceFile().toString());
    files.put("codelists/regions-exempellan.json", regions());
    files.put("law.json", LAW);
    files.put("datapackage.json", descriptor());
    files.put("files.txt", fileList(files));
    return files;
  }

  private static String fileList(Map<String, String> files) {
    var all = new TreeSet<>(files.keySet());
    all.add("ABOUT.md");
    return String.join("\n", all) + "\n";
  }

  private static CsvText programme() {
    CsvText file = new CsvText("id", "level", "parent", "name", "start", "end", "regions")
        .row("id", "exempelprogrammet", "level", "fund-programme", "name",
            "Exempelprogrammet (påhittat regionalfondsprogram)", "start", "2021-01-01", "end", "2027-12-31")
        .row("id", "mal-1", "level", "objective", "parent", "exempelprogrammet", "name",
            "Mål 1: ett samhälle som förnyar sig", "start", "2021-01-01", "end", "2027-12-31")
        .row("id", "siex", "level", "operation", "parent", "mal-1", "name",
            "Social innovation i Exempellän (påhittat projekt)", "start", "2021-01-01", "end", "2023-12-31",
            "regions", "exempellan");
    List<String> packages = List.of("Processledning", "Stärka samhällsentreprenörer", "Stödaktörer och dialogforum",
        "Lärprocess offentlig sektor", "Nätverk och kommunikation");
    for (int i = 0; i < packages.size(); i++) {
      file.row("id", "wp" + (i + 1), "level", "work-package", "parent", "siex", "name", packages.get(i),
          "start", "2021-01-01", "end", "2023-12-31", "regions", "exempellan");
    }
    return file;
  }

  private static String regions() {
    String codes = REGIONS.lines()
        .map(line -> line.split("\\|", -1))
        .map(cells -> REGION.formatted(cells[0], cells[1], cells[2],
            cells[0].equals("exempellan") ? "SE2" : "exempellan",
            cells[0].equals("exempellan") ? "county" : "municipality"))
        .collect(Collectors.joining(",\n"));
    return """
        {
          "format": "siru-codelist/1",
          "extends": "regions",
          "codes": [
        """
        + codes + "\n  ]\n}\n";
  }

  private static String descriptor() {
    Map<String, String> resources = new LinkedHashMap<>();
    resources.put("programme", "programme");
    resources.put("stakeholders", "stakeholder");
    resources.put("initiatives", "initiative");
    resources.put("activities", "activity");
    resources.put("networks", "network");
    resources.put("participations", "participation");
    resources.put("support", "support");
    resources.put("funding", "funding");
    resources.put("memberships", "membership");
    resources.put("stage-changes", "stage-change");
    resources.put("agreements", "agreement");
    resources.put("decisions", "decision");
    resources.put("reporting-periods", "reporting-period");
    resources.put("targets", "target");
    resources.put("cost-lines", "cost-line");
    resources.put("observations", "observation");
    resources.put("comments", "comment");
    resources.put("effects", "effect");
    resources.put("outputs", "output");
    resources.put("needs", "need");
    resources.put("uptakes", "uptake");
    resources.put("enrolments", "enrolment");
    resources.put("employments", "employment");
    resources.put("assessments", "assessment");
    resources.put("practices", "practice");
    resources.put("innovations", "innovation");
    resources.put("coverages", "coverage");
    resources.put("sroi-lines", "sroi-line");
    resources.put("contributions", "contribution");
    resources.put("evidence", "evidence");
    resources.put("identity", "identity");
    String listed = resources.entrySet().stream()
        .map(e -> RESOURCE.formatted(e.getKey(), path(e.getKey()), e.getValue()))
        .collect(Collectors.joining(",\n"));
    return """
        {
          "name": "exempellan",
          "title": "Exempellän (en påhittad region)",
          "siru": "siru-portfolio/1",
          "siru:title": {
            "sv": "Exempellän (en påhittad region)",
            "en": "Exempellän (an invented region)"
          },
          "siru:currency": "SEK",
          "siru:recorded-at": "2024-02-01",
          "siru:codelists": ["codelists/regions-exempellan.json"],
          "siru:law": "law.json",
          "sources": [
            {
              "title": "Invented data, generated from seed %d"
            }
          ],
          "resources": [
        """.formatted(SEED)
        + listed + "\n  ]\n}\n";
  }

  private static String path(String resource) {
    return switch (resource) {
      case "stakeholders" -> "[\"stakeholders.csv\", \"persons.csv\"]";
      case "participations" ->
          "[\"participations-2021.csv\", \"participations-2022.csv\", \"participations-2023.csv\"]";
      default -> "\"" + resource + ".csv\"";
    };
  }
}
