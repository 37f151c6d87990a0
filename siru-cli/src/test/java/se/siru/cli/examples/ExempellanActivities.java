package se.siru.cli.examples;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The 120 activities: more every year, few in July, mostly digital in 2021. */
final class ExempellanActivities {
  /** kind | programme part | work package | how many | support kind or empty | hours to choose from | name. */
  private static final String KINDS =
      """
      process-workshop|process-facilitation|wp1|22|process-support|3 3.5 6|Processverkstad
      network-meeting|networks|wp5|18||2 2.5|Nätverksträff
      dialogue-forum|dialogue-forums|wp3|8||3 4|Dialogforum för stödaktörer
      knowledge-lunch|strengthening-entrepreneurs|wp2|16||1|Kunskapslunch
      business-development|strengthening-entrepreneurs|wp2|14|consultancy|4 6 7.5|Fördjupad affärsutveckling
      advice-session|strengthening-entrepreneurs|wp2|10|guidance|1.5 2|Rådgivning i grupp
      training|public-sector-learning|wp4|8|training|3 6|Lärprocess offentlig sektor
      digital-programme|strengthening-entrepreneurs|wp2|3|training|18|Digitalt affärsutvecklingsprogram
      public-talk|public-talks|wp5|12||1 1.5|Samhällsnyttigt samtal
      study-visit|process-facilitation|wp1|5||4 6|Studiebesök
      meeting|case-studies|wp5|2||2|Arbetsmöte om fallstudier
      conference|continuation|wp5|2||6|Konferens om fortsatt arbete
      """;

  private static final List<Integer> MONTHS = List.of(7, 9, 11, 10, 11, 6, 1, 5, 12, 12, 11, 5);
  private static final List<Integer> YEARS = List.of(30, 40, 50);
  private static final Map<Integer, List<Integer>> MODES =
      Map.of(2021, List.of(15, 75, 10), 2022, List.of(55, 30, 15), 2023, List.of(65, 17, 18));
  private static final List<String> MODE_CODES = List.of("on-site", "digital", "hybrid");

  /** One activity; an empty text is a value that is not known, and an undated one has no first day. */
  record Activity(
      String id, String name, String kind, String part, String workPackage, String mode, String status,
      LocalDate sortDay, String start, String end, String region, List<String> organisers, String hours,
      String supportKind) {
    boolean is(String... kinds) {
      return List.of(kinds).contains(kind);
    }
  }

  private final List<Activity> activities = new ArrayList<>();

  ExempellanActivities(Dice dice, ExempellanActors actors) {
    record Plan(String[] kind, LocalDate day) {}
    List<Plan> plans = new ArrayList<>();
    List<Integer> years = new ArrayList<>();
    for (int i = 0; i < YEARS.size(); i++) {
      years.addAll(Collections.nCopies(YEARS.get(i), 2021 + i));
    }
    years = dice.sample(years, years.size());
    for (String line : KINDS.lines().toList()) {
      String[] kind = line.split("\\|", -1);
      for (int i = 0; i < Integer.parseInt(kind[3]); i++) {
        LocalDate day = switch (kind[0]) {
          case "conference" -> LocalDate.of(2022 + i, 11, 16 + i);
          case "digital-programme" -> LocalDate.of(2021 + i, 9, 6 + i);
          default -> day(dice, years.get(plans.size()));
        };
        plans.add(new Plan(kind, day));
      }
    }
    plans.sort(Comparator.comparing(Plan::day).thenComparing(plan -> plan.kind()[0]));
    List<String> regions =
        actors.of("public").stream().map(ExempellanActors.Organisation::region).distinct().toList();
    for (Plan plan : plans) {
      activities.add(activity(dice, actors, plan.kind(), plan.day(), regions));
    }
  }

  private static LocalDate day(Dice dice, int year) {
    int month = 1 + dice.weighted(MONTHS);
    LocalDate day = LocalDate.of(year, month, dice.between(1, 28));
    while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      day = day.plusDays(1);
    }
    return day.getYear() > year ? day.minusDays(7) : day;
  }

  private Activity activity(
      Dice dice, ExempellanActors actors, String[] kind, LocalDate day, List<String> regions) {
    int number = activities.size() + 1;
    String mode = kind[0].equals("digital-programme")
        ? "digital"
        : MODE_CODES.get(dice.weighted(MODES.get(day.getYear())));
    String status = number % 17 == 8 ? "cancelled" : number % 53 == 19 ? "" : "held";
    // Nobody followed up what was planned for the last weeks.
    if (day.isAfter(LocalDate.of(2023, 12, 1))) {
      status = "planned";
    }
    if (kind[0].equals("digital-programme") || kind[0].equals("conference")) {
      status = "held";
    }
    boolean undated = kind[0].equals("meeting");
    LocalDate end = kind[0].equals("digital-programme") ? day.plusDays(69) : day;
    String region = mode.equals("digital") ? "exempellan" : dice.pick(regions);
    boolean hoursKnown = !dice.chance(4);
    return new Activity(
        String.format(Locale.ROOT, "a-%03d", number),
        kind[6] + " " + (1 + activities.stream().filter(a -> a.is(kind[0])).count()),
        kind[0],
        kind[1],
        kind[2],
        dice.chance(2) ? "" : mode,
        status,
        day,
        undated ? "" : day.toString(),
        undated ? "" : end.toString(),
        region,
        organisers(dice, actors, kind[0], region),
        hoursKnown ? dice.pick(List.of(kind[5].split(" "))) : "",
        kind[4]);
  }

  private static List<String> organisers(Dice dice, ExempellanActors actors, String kind, String region) {
    if (kind.equals("public-talk")) {
      return List.of("koopcentrum", "hogskolan-exempelkoping", "region-exempellan", "idekraft");
    }
    List<String> all = new ArrayList<>(List.of(dice.chance(75) ? "koopcentrum" : "hogskolan-exempelkoping"));
    if (dice.chance(35)) {
      actors.of("public").stream()
          .filter(o -> o.region().equals(region))
          .findFirst()
          .ifPresent(o -> all.add(o.id()));
    }
    if (dice.chance(15)) {
      all.add("idekraft");
    }
    return all;
  }

  private static String skill(Activity activity) {
    return switch (activity.kind()) {
      case "training" -> "procurement";
      case "digital-programme" -> "digital";
      case "business-development" -> "management";
      default -> "";
    };
  }

  /** The toolbox is there from the summer of 2021 on, and the guide from the spring of 2022. */
  private static String tools(Activity activity) {
    boolean toolbox = activity.is("process-workshop") && activity.sortDay().isAfter(LocalDate.of(2021, 5, 20));
    boolean guide = activity.is("training") && activity.sortDay().isAfter(LocalDate.of(2022, 3, 11));
    return toolbox ? "verktygslada" : guide ? "inkopsguide" : "";
  }

  /** The challenges that process workshops were about, in turn; nobody noted some of them. */
  private static String challenge(Activity activity) {
    List<String> challenges = List.of("long-term-unemployment", "rural-services", "", "integration", "circular-economy",
        "loneliness", "youth-opportunities");
    int number = Integer.parseInt(activity.id().substring(2));
    return activity.is("process-workshop") ? challenges.get(number % challenges.size()) : "";
  }

  private static String open(Activity activity) {
    return activity.is("public-talk", "conference", "knowledge-lunch") ? "yes" : activity.is("meeting") ? "" : "no";
  }

  List<Activity> all() {
    return activities;
  }

  CsvText file() {
    CsvText file = new CsvText("id", "name", "kind", "mode", "status", "start", "end", "regions", "challenges", "open", "organisers",
        "programme-part", "duration-hours", "support-kind", "skill", "tools", "arose-from-activity", "node");
    for (Activity a : activities) {
      boolean followsUp = a.is("study-visit");
      String source = followsUp
          ? activities.stream()
              .filter(b -> b.is("process-workshop") && b.status().equals("held"))
              .filter(b -> b.sortDay().isBefore(a.sortDay()))
              .reduce((first, second) -> second)
              .map(Activity::id)
              .orElse("")
          : "";
      file.row("id", a.id(), "name", a.name(), "kind", a.kind(), "mode", a.mode(), "status", a.status(),
          "start", a.start(), "end", a.end(), "regions", a.region(),
          "organisers", String.join(";", a.organisers()), "programme-part", a.part(),
          "duration-hours", a.hours(), "support-kind", a.supportKind(), "skill", skill(a), "tools", tools(a),
          "challenges", challenge(a), "open", open(a), "arose-from-activity", source,
          "node", a.workPackage());
    }
    return file;
  }
}
