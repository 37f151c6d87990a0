package se.siru.cli.examples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.siru.cli.examples.ExempellanActivities.Activity;
import se.siru.cli.examples.ExempellanActors.Organisation;

/** What has a price or a promise: support to enterprises, agreements and the money of the operation. */
final class ExempellanEconomy {
  /** how many | first year | legal basis | partnership | least and most value in thousands | supplier sectors | name. */
  private static final String AGREEMENTS =
      """
      8|2020|direct-award|none|15|480|social-enterprise business|Direktupphandlad tjänst
      4|2021|below-threshold|none|600|1900|business social-enterprise|Annonserad upphandling
      3|2021|open-procedure|none|2400|7800|business|Öppen upphandling
      1|2022|framework-call-off|none|90|250|business|Avrop
      3|2021|reserved-sheltered|none|300|1200|social-enterprise|Reserverad upphandling
      1|2022|reserved-welfare|none|900|2200|social-enterprise|Reserverad välfärdstjänst
      2|2023|reserved-non-profit|none|200|900|civil-society|Reserverad för idéburna
      6|2020|none|iop|150|1400|civil-society|Idéburet offentligt partnerskap
      2|2021|grant|collaboration-agreement|50|200|civil-society|Samverkan med bidrag
      3|2023|none|continuation-agreement|0|0|civil-society social-enterprise academia|Fortsatt samarbete
      """;

  private final Dice dice;
  private final Dice law;
  private final ExempellanActors actors;
  private final CsvText support = new CsvText("id", "recipient", "kind", "date", "activity", "hours", "staff-hours",
      "amount", "aid-basis", "gross-grant-equivalent", "certificate-date", "node");
  private final CsvText agreements = new CsvText("id", "name", "signed", "start", "end", "legal-basis", "clauses",
      "partnership", "value", "buyer", "supplier", "parties", "law", "service-category", "tendered", "occupied-share",
      "criteria-met", "criteria-unmet", "procurement-risk", "node");
  private final CsvText funding = new CsvText("id", "node", "funder", "partner", "source", "form", "status", "amount",
      "date");

  ExempellanEconomy(
      Dice dice, Dice law, ExempellanActors actors, ExempellanActivities activities,
      ExempellanParticipations participations) {
    this.dice = dice;
    this.law = law;
    this.actors = actors;
    grants();
    advice();
    atActivities(activities, participations);
    AGREEMENTS.lines().forEach(line -> agreements(line.split("\\|", -1)));
    partnership();
    funding();
  }

  private LocalDate weekday(int firstYear) {
    LocalDate day = LocalDate.of(firstYear + dice.below(2024 - firstYear), dice.between(1, 12), dice.between(8, 23));
    return day.getDayOfWeek().getValue() > 5 ? day.minusDays(2) : day;
  }

  /** Who may get support of its own on a day: enterprises of the primary target group that exist by then. */
  private List<Organisation> enterprises(LocalDate day) {
    return actors.organisations().stream()
        .filter(o -> o.isFor("societal-entrepreneurs", "committed-smes") && !o.since().isAfter(day))
        .toList();
  }

  private Organisation enterprise(LocalDate day) {
    return dice.sample(enterprises(day), weights(enterprises(day)), 1).get(0);
  }

  private static List<Integer> weights(List<Organisation> organisations) {
    return organisations.stream().map(Organisation::weight).toList();
  }

  private Object[] supportRow(String recipient, String kind, LocalDate day, Object... more) {
    String id = String.format(Locale.ROOT, "s-%03d", support.rows() + 1);
    List<Object> row = new ArrayList<>(
        List.of("id", id, "recipient", recipient, "kind", kind, "date", day, "node", "wp2"));
    row.addAll(List.of(more));
    return row.toArray();
  }

  private void grants() {
    for (Organisation recipient : dice.sample(enterprises(LocalDate.of(2023, 12, 31)), 11)) {
      LocalDate day = ExempellanActors.later(weekday(2021), recipient.since().plusDays(14));
      String amount = dice.between(40, 300) * 1000 + (dice.chance(20) ? ".50" : "");
      support.row(supportRow(recipient.id(), "grant", day, "amount", amount, "aid-basis", "de-minimis",
          "gross-grant-equivalent", amount, "certificate-date", dice.chance(80) ? day.minusDays(14) : ""));
    }
    for (int i = 0; i < 5; i++) {
      LocalDate day = weekday(2021);
      int amount = dice.between(5, 25) * 50_000;
      boolean loan = dice.chance(70);
      support.row(supportRow(enterprise(day).id(), loan ? "loan" : "guarantee", day, "amount", amount,
          "aid-basis", "de-minimis", "gross-grant-equivalent", amount * (loan ? 7 : 4) / 100));
    }
  }

  private void advice() {
    for (int i = 0; i < 38; i++) {
      LocalDate day = weekday(2021);
      String kind = List.of("guidance", "consultancy", "incubation").get(dice.weighted(List.of(6, 3, 1)));
      int quarters = dice.between(2, kind.equals("guidance") ? 16 : 60);
      support.row(supportRow(enterprise(day).id(), kind, day,
          "hours", dice.chance(92) ? hours(quarters) : "",
          "staff-hours", dice.chance(70) ? hours(quarters * 3 / 2) : "",
          "aid-basis", "none"));
    }
  }

  /** Hours noted for one recipient at an activity take the place of those that its attendance would yield. */
  private void atActivities(ExempellanActivities activities, ExempellanParticipations participations) {
    List<Activity> giving = activities.all().stream()
        .filter(a -> !a.supportKind().isEmpty() && !participations.attendedBy(a).isEmpty())
        .toList();
    for (Activity activity : dice.sample(giving, 9)) {
      support.row(supportRow(participations.attendedBy(activity).get(0), activity.supportKind(), activity.sortDay(),
          "activity", activity.id(), "hours", hours(dice.between(2, 12)), "aid-basis", "none"));
    }
  }

  private static String hours(int quarters) {
    int rest = quarters % 4 * 25;
    return quarters / 4 + (rest == 0 ? "" : rest == 50 ? ".5" : "." + rest);
  }

  /** The agreement by which the operation is run; a municipality joined later and is not named in it. */
  private void partnership() {
    agreements.row("id", "samverkan-1", "name", "Samverkansavtal för projektet", "signed", LocalDate.of(2020, 12, 15),
        "start", LocalDate.of(2021, 1, 1), "end", LocalDate.of(2023, 12, 31), "legal-basis", "none",
        "partnership", "collaboration-agreement", "parties",
        "hogskolan-exempelkoping;idekraft;kommun-exempelkoping;koopcentrum;lansstyrelsen-exempellan;region-exempellan",
        "node", "siex");
  }

  private void agreements(String[] cells) {
    List<Organisation> buyers = actors.organisations().stream()
        .filter(o -> o.id().startsWith("kommun-") || o.id().startsWith("region-"))
        .toList();
    List<Organisation> sellers = actors.of(cells[6].split(" "));
    boolean procured = !List.of("none", "grant").contains(cells[2]);
    for (int i = 0; i < Integer.parseInt(cells[0]); i++) {
      LocalDate signed = weekday(Integer.parseInt(cells[1]));
      List<Organisation> suppliers = sellers.stream().filter(o -> !o.registered().isAfter(signed)).toList();
      LocalDate start = signed.plusDays(dice.between(0, 45));
      LocalDate end = start.plusMonths(12L * dice.between(1, 4)).minusDays(1);
      int most = Integer.parseInt(cells[5]);
      String value = most == 0 || dice.chance(15) ? "" : dice.between(Integer.parseInt(cells[4]), most) + "000";
      List<String> clauses = procured
          ? dice.sample(List.of("employment-of-target-group", "labour-conditions", "accessibility", "gender-equality",
              "equal-treatment", "human-rights"), List.of(6, 5, 2, 1, 2, 1), dice.weighted(List.of(4, 4, 3, 1)))
          : List.of();
      List<Object> row = new ArrayList<>(List.of(
          "id", String.format(Locale.ROOT, "c-%02d", agreements.rows() + 1), "name",
          cells[7] + " " + (i + 1), "signed", signed, "start", start, "end", dice.chance(90) ? end : "",
          "legal-basis", cells[2], "clauses", String.join(";", clauses), "partnership", cells[3], "value", value,
          "buyer", dice.sample(buyers, weights(buyers), 1).get(0).id(),
          "supplier", dice.sample(suppliers, weights(suppliers), 1).get(0).id(), "node", "wp4"));
      row.addAll(whatTheLawAsks(cells[2], cells[3], signed, procured));
      agreements.row(row.toArray());
    }
  }

  /** What a check of an agreement against the law needs; some of it nobody noted. */
  private List<Object> whatTheLawAsks(String basis, String partnership, LocalDate signed, boolean procured) {
    List<Object> cells = new ArrayList<>();
    if (procured) {
      boolean welfare = basis.equals("reserved-welfare") || basis.equals("reserved-non-profit");
      cells.addAll(List.of("law", "lou", "service-category", welfare ? "welfare" : law.chance(25) ? "annex-2" : "ordinary",
          "tendered", basis.equals("direct-award") || law.chance(15) ? "" : signed.minusDays(law.between(20, 75))));
    }
    switch (basis) {
      case "reserved-sheltered" -> cells.addAll(List.of("occupied-share", "0." + (signed.getYear() == 2023 ? 27 : law.between(31, 62)),
          "criteria-met", "sheltered-purpose;sheltered-no-legal-form"));
      case "reserved-non-profit" -> checklist(cells, "non-profit-purpose", "non-profit-transfers", "non-profit-no-control");
      default -> { }
    }
    if (partnership.equals("iop")) {
      checklist(cells, "iop-initiative", "iop-programme", "iop-no-grant", "iop-no-market", "iop-both-contribute",
          "iop-not-detailed", "iop-long-term");
      cells.addAll(List.of("procurement-risk", law.chance(25) ? "yes" : law.chance(70) ? "no" : ""));
    }
    if (partnership.equals("continuation-agreement")) {
      cells.addAll(List.of("parties", "koopcentrum;" + law.pick(List.of("idekraft;region-exempellan",
          "hogskolan-exempelkoping;kommun-provinge", "kommun-exempelkoping;tuvan"))));
    }
    return cells;
  }

  /** Each criterion is met, not met, or was not tested. */
  private void checklist(List<Object> cells, String... criteria) {
    List<String> met = new ArrayList<>();
    List<String> unmet = new ArrayList<>();
    for (String criterion : criteria) {
      switch (law.weighted(List.of(8, 1, 2))) {
        case 0 -> met.add(criterion);
        case 1 -> unmet.add(criterion);
        default -> { }
      }
    }
    cells.addAll(List.of("criteria-met", String.join(";", met), "criteria-unmet", String.join(";", unmet)));
  }

  private void funding() {
    funds("exempelfonden", "koopcentrum", "eu", "cash", "decided", "5400000.00", LocalDate.of(2021, 1, 15));
    funds("exempelfonden", "koopcentrum", "eu", "cash", "decided", "600000.00", LocalDate.of(2022, 6, 1));
    funds("region-exempellan", "koopcentrum", "public", "cash", "decided", "3000000.00", LocalDate.of(2021, 1, 20));
    funds("hogskolan-exempelkoping", "hogskolan-exempelkoping", "public", "in-kind", "decided", "1200000.00",
        LocalDate.of(2021, 1, 20));
    funds("sparbank-exempel", "koopcentrum", "private", "cash", "decided", "450000.00", LocalDate.of(2021, 3, 1));
    funds("energi-lank", "koopcentrum", "private", "in-kind", "decided", "180000.00", LocalDate.of(2022, 2, 1));
    for (int year = 2021; year <= 2023; year++) {
      for (String town : List.of("exempelkoping", "provinge", "mallosund", "skissboda")) {
        funds("kommun-" + town, "koopcentrum", "public", "cash", "decided",
            town.equals("exempelkoping") ? "160000.00" : "80000.00", LocalDate.of(year, 2, 15));
      }
      for (int half = 1; half <= 2; half++) {
        claim(LocalDate.of(year, half == 1 ? 8 : 12, 20));
      }
    }
  }

  /** One half-year's claim on the fund; the last one has been neither approved nor paid yet. */
  private void claim(LocalDate day) {
    int kronor = dice.between(780, 1080) * 1000 + dice.below(1000);
    int refused = dice.chance(40) ? dice.between(1, 30) * 500 : 0;
    String cents = "." + dice.between(10, 99);
    funds("exempelfonden", "koopcentrum", "eu", "cash", "claimed", kronor + cents, day);
    if (day.isBefore(LocalDate.of(2023, 12, 1))) {
      funds("exempelfonden", "koopcentrum", "eu", "cash", "approved", kronor - refused + cents, day.plusDays(70));
      funds("exempelfonden", "koopcentrum", "eu", "cash", "paid", kronor - refused + cents, day.plusDays(85));
    }
    LocalDate paid = day.plusDays(5);
    funds("region-exempellan", "koopcentrum", "public", "cash", "paid", "500000.00", paid);
    funds("hogskolan-exempelkoping", "hogskolan-exempelkoping", "public", "in-kind", "paid", "200000.00", paid);
  }

  private void funds(
      String funder, String partner, String source, String form, String status, String amount, LocalDate day) {
    funding.row("id", String.format(Locale.ROOT, "f-%02d", funding.rows() + 1), "node", "siex",
        "funder", funder, "partner", partner, "source", source, "form", form, "status", status, "amount", amount,
        "date", day);
  }

  CsvText supportFile() {
    return support;
  }

  CsvText agreementsFile() {
    return agreements;
  }

  CsvText fundingFile() {
    return funding;
  }
}
