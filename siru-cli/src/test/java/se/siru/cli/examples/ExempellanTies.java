package se.siru.cli.examples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.siru.cli.examples.ExempellanActors.Organisation;

/** What organisations build together: initiatives with their stages, networks, and who belongs to what. */
final class ExempellanTies {
  private static final LocalDate LAST_DAY = LocalDate.of(2023, 12, 31);

  /** id | name | kind | challenges | SDGs | start | region | lead | stages reached, the last may be "ended". */
  private static final String INITIATIVES =
      """
      atersyn|Återsyn: återbruk som arbetsträning|service|circular-economy;long-term-unemployment|8;12|2019-03-01|skissboda|aterbruket-skissboda|idea prototype pilot established scaled
      sprakkoket|Språkköket|service|integration;loneliness|4;10|2021-03-15|exempelkoping|cafe-samklang|idea prototype pilot established
      byabussen|Byabussen på beställning|service|rural-services;ageing|9;11|2021-06-01|latsasmala|lanthandeln-latsasmala|idea prototype pilot
      digital-dorr|Digital dörr för seniorer|product|digital-inclusion;ageing|10|2021-09-10|utkastad|digitalfikat|idea prototype pilot established
      gemensam-kraft|Gemensam kraft: modell för sociala villkor i inköp|method|long-term-unemployment;social-exclusion|8;16|2021-02-01|exempellan|koopcentrum|idea prototype pilot established
      odla-ihop|Odla ihop i Tänkvik|collaboration|climate-transition;loneliness|11;15|2021-04-22|tankvik|tankvik-odlarforening|idea prototype pilot established
      nattoppet|Nattöppet för unga|service|youth-opportunities;safety|3;16|2022-01-20|mallosund|mallosund-natvandrare|idea prototype ended
      textilslingan|Textilslingan|process|circular-economy|12;13|2022-02-14|provinge|provinge-textil|idea prototype pilot
      matsvinnskedjan|Matsvinnskedjan|process|circular-economy;social-exclusion|2;12|2020-10-01|exempelkoping|spararna|idea prototype pilot established scaled
      delad-verkstad|Delad verkstad|product|circular-economy;biodiversity|12;15|2022-05-05|mallosund|cykelkoket-mallosund|idea prototype
      halsa-hela-vagen|Hälsa hela vägen|service|health-inequality;mental-health|3|2022-09-01|sagolunda|halsotorget|idea prototype pilot
      bo-tillsammans|Bo tillsammans|collaboration|housing;ageing|11|2022-10-17|exempelkoping|exempelbostader|idea
      medskapardialog|Medskapardialog|method|democracy;gender-inequality|5;16|2021-11-08|exempellan|hogskolan-exempelkoping|idea prototype pilot established
      mobila-tjanster|Mobila tjänster på landet|service|rural-services|9;11|2023-01-16|latsasmala|mobilteket|idea prototype
      lanekladet|Lånekläder för arbetsintervjuer|product||1;8|2020-02-01|exempelkoping|syateljen-vav|idea prototype pilot ended
      """;

  /** id | name | origin or empty where it is not known | start | region | members. */
  private static final String NETWORKS =
      """
      natverk-samhallsentreprenorer|Nätverket för samhällsentreprenörer i Exempellän|started|2021-04-14|exempellan|24
      omstallning-exempel|Omställningsnätverket Exempellän|developed|2018-01-01|exempellan|18
      inkop-med-mening|Inköp med mening|both|2020-11-02|exempellan|14
      bygdenatet|Bygdenätet||2022-08-22|latsasmala|9
      """;

  private final Dice dice;
  private final ExempellanActors actors;
  private final ExempellanActivities activities;
  private final CsvText initiatives = new CsvText("id", "name", "kind", "challenges", "sdgs", "start", "end",
      "regions", "arose-from-activity", "arose-from-initiative");
  private final CsvText stageChanges = new CsvText("initiative", "stage", "date");
  private final CsvText networks = new CsvText("id", "name", "origin", "start", "regions", "node");
  private final CsvText memberships = new CsvText("member", "initiative", "network", "role", "target-group", "start",
      "end", "node");

  ExempellanTies(Dice dice, ExempellanActors actors, ExempellanActivities activities) {
    this.dice = dice;
    this.actors = actors;
    this.activities = activities;
    programme();
    INITIATIVES.lines().forEach(line -> initiative(line.split("\\|", -1)));
    NETWORKS.lines().forEach(line -> network(line.split("\\|", -1)));
  }

  private void programme() {
    belongs("koopcentrum", "node", "siex", "owner", LocalDate.of(2021, 1, 1));
    belongs("hogskolan-exempelkoping", "node", "siex", "owner", LocalDate.of(2021, 1, 1));
    List<String> partners =
        List.of("region-exempellan", "lansstyrelsen-exempellan", "kommun-exempelkoping", "idekraft");
    for (String partner : partners) {
      belongs(partner, "node", "siex", "partner", LocalDate.of(2021, 1, 1));
    }
    belongs("kommun-provinge", "node", "siex", "partner", LocalDate.of(2022, 1, 1));
    belongs("region-exempellan", "node", "siex", "funder", LocalDate.of(2021, 1, 1));
    for (String planner : List.of("koopcentrum", "hogskolan-exempelkoping", "region-exempellan", "idekraft")) {
      belongs(planner, "node", "wp5", "planning-group", LocalDate.of(2021, 2, 1));
    }
    for (String actor : List.of("samordningsforbundet", "idekraft", "konsult-tankenot", "institutet-framsyn")) {
      belongs(actor, "node", "wp3", "support-actor", LocalDate.of(2021, 3, 1));
    }
  }

  private void initiative(String[] cells) {
    LocalDate start = LocalDate.parse(cells[5]);
    LocalDate day = start;
    LocalDate end = null;
    for (String stage : cells[8].split(" ")) {
      if (!stage.equals("idea")) {
        day = day.plusDays(dice.between(75, 260));
      }
      if (day.isAfter(LAST_DAY)) {
        break;
      }
      stageChanges.row("initiative", cells[0], "stage", stage, "date", day);
      end = stage.equals("ended") ? day : null;
    }
    initiatives.row("id", cells[0], "name", cells[1], "kind", cells[2], "challenges", cells[3], "sdgs", cells[4],
        "start", start, "end", end == null ? "" : end, "regions", cells[6],
        "arose-from-activity", aroseFrom(start),
        "arose-from-initiative", cells[0].equals("mobila-tjanster") ? "byabussen" : "");
    belongs(cells[7], "initiative", cells[0], "lead", start);
    List<Organisation> others =
        actors.organisations().stream()
            .filter(o -> !o.id().equals(cells[7]) && !o.registered().isAfter(start))
            .toList();
    List<Integer> weights =
        others.stream().map(o -> o.weight() * (o.region().equals(cells[6]) ? 5 : 1)).toList();
    LocalDate last = end == null ? LAST_DAY : end;
    for (Organisation other : dice.sample(others, weights, dice.between(1, 7))) {
      LocalDate joined = start.plusDays(dice.below((int) (last.toEpochDay() - start.toEpochDay())));
      belongs(other.id(), "initiative", cells[0], dice.chance(70) ? "partner" : "member", joined);
    }
  }

  /** The last process workshop or network meeting in the months before, if an initiative of the programme has one. */
  private String aroseFrom(LocalDate start) {
    return activities.all().stream()
        .filter(a -> a.is("process-workshop", "network-meeting") && a.status().equals("held"))
        .filter(a -> a.sortDay().isBefore(start) && a.sortDay().isAfter(start.minusDays(60)))
        .reduce((first, second) -> second)
        .map(ExempellanActivities.Activity::id)
        .orElse("");
  }

  private void network(String[] cells) {
    LocalDate start = LocalDate.parse(cells[3]);
    networks.row("id", cells[0], "name", cells[1], "origin", cells[2], "start", start, "regions", cells[4],
        "node", "wp5");
    List<Integer> weights = actors.organisations().stream()
        .map(o -> o.weight() * (o.region().equals(cells[4]) ? 3 : 1))
        .toList();
    for (Organisation member : dice.sample(actors.organisations(), weights, Integer.parseInt(cells[5]))) {
      LocalDate joined = dice.chance(30)
          ? start
          : start.plusDays(dice.below((int) (LAST_DAY.toEpochDay() - start.toEpochDay())));
      belongs(member.id(), "network", cells[0], "member", ExempellanActors.later(joined, member.registered()));
    }
  }

  private void belongs(String member, String what, String id, String role, LocalDate start) {
    List<Object> row = new ArrayList<>(List.of("member", member, what, id, "role", role, "start", start));
    LocalDate left = start.plusDays(dice.between(120, 700));
    if (!role.equals("lead") && !what.equals("node") && left.isBefore(LAST_DAY) && dice.chance(14)) {
      row.addAll(List.of("end", left));
    }
    if (what.equals("initiative")) {
      row.addAll(List.of("target-group", targetGroup(member)));
    }
    memberships.row(row.toArray());
  }

  private String targetGroup(String member) {
    return actors.organisations().stream()
        .filter(o -> o.id().equals(member))
        .map(o -> o.cells().get(ExempellanActors.FIELDS.indexOf("target-group")))
        .findFirst()
        .orElse("");
  }

  CsvText initiativesFile() {
    return initiatives;
  }

  CsvText stageChangesFile() {
    return stageChanges;
  }

  CsvText networksFile() {
    return networks;
  }

  CsvText membershipsFile() {
    return memberships;
  }
}
