package se.siru.cli.examples;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.siru.cli.examples.ExempellanActivities.Activity;
import se.siru.cli.examples.ExempellanActors.Organisation;
import se.siru.cli.examples.ExempellanActors.Person;

/** Who took a programme and what they learnt: enrolments, answers to the same items before and after, and jobs. */
final class ExempellanLearning {
  private static final List<String> COMPETENCE =
      List.of("knows-social-innovation", "can-support-entrepreneurs", "knows-other-actors", "uses-tools");

  private final Dice dice;
  private final ExempellanActors actors;
  private final CsvText enrolments = new CsvText("id", "activity", "person", "organisation", "heads", "women", "men",
      "start", "end", "outcome", "reason", "skill", "qualification", "qualification-date", "labour-status", "age-class",
      "labour-status-later", "disability", "minority", "sensitive-asked", "node");
  private final CsvText assessments = new CsvText("item", "wave", "respondent", "organisation", "activity", "value",
      "least", "greatest", "dont-know", "answers", "invited", "date", "node");
  private final CsvText employments = new CsvText("id", "organisation", "point", "date", "fte", "fte-women", "fte-men",
      "active", "node");

  ExempellanLearning(Dice dice, ExempellanActors actors, ExempellanActivities activities) {
    this.dice = dice;
    this.actors = actors;
    for (Activity activity : activities.all()) {
      if (activity.is("digital-programme")) {
        programme(activity);
      }
    }
    young(activities.all().stream().filter(a -> a.is("digital-programme")).skip(1).findFirst().orElseThrow());
    List<Activity> forums = activities.all().stream()
        .filter(a -> a.is("dialogue-forum") && a.status().equals("held"))
        .toList();
    forums(forums.get(0), forums.get(forums.size() - 1));
    activities.all().stream()
        .filter(a -> a.is("network-meeting") && a.status().equals("held"))
        .limit(6)
        .forEach(this::evaluation);
    awareness();
    employment();
  }

  private void programme(Activity activity) {
    List<Person> persons = actors.persons().stream()
        .filter(p -> !p.since().isAfter(activity.sortDay()) && p.homes().size() == 1)
        .filter(p -> p.homes().get(0).isFor("societal-entrepreneurs", "committed-smes"))
        .toList();
    LocalDate last = activity.sortDay().plusDays(69);
    for (Person person : dice.sample(persons, 11)) {
      boolean completed = dice.chance(72);
      LocalDate end = completed ? last : activity.sortDay().plusDays(dice.between(10, 55));
      enrol(activity, end, completed,
          "person", person.id(), "organisation", person.homes().get(0).id(),
          "labour-status", dice.chance(70) ? "self-employed" : "employed",
          "age-class", dice.pick(List.of("18-29", "30-54", "30-54", "30-54", "55-plus", "")),
          "labour-status-later", completed && dice.chance(60) ? dice.pick(List.of("employed", "self-employed")) : "");
    }
    int heads = dice.between(4, 9);
    int women = dice.between(1, heads);
    enrol(activity, last, true, "heads", heads, "women", women, "men", heads - women,
        "labour-status", "unemployed", "disability", dice.chance(60) ? dice.between(0, 2) : "", "sensitive-asked", "yes");
  }

  /** School classes in head counts, with the sensitive numbers that only head counts may have; no dice, so that all else stays. */
  private void young(Activity programme) {
    LocalDate start = programme.sortDay();
    LocalDate end = start.plusDays(27);
    enrolments.row("id", "e-37", "activity", programme.id(), "heads", 14, "women", 8, "men", 5, "start", start, "end", end,
        "outcome", "completed", "skill", "digital", "qualification", "none", "labour-status", "in-education", "age-class", "0-17",
        "labour-status-later", "in-education", "disability", 3, "minority", 4, "sensitive-asked", "yes", "node", "wp2");
    enrolments.row("id", "e-38", "heads", 9, "women", 4, "men", 5, "start", start, "end", end, "outcome", "completed",
        "skill", "digital", "qualification", "validated-competence", "qualification-date", end.plusDays(10), "labour-status",
        "long-term-unemployed", "age-class", "18-29", "labour-status-later", "employed", "minority", 2, "sensitive-asked", "no",
        "node", "wp2");
    enrolments.row("id", "e-39", "activity", programme.id(), "heads", 6, "start", start, "outcome", "not-started", "node", "wp2");
  }

  private void enrol(Activity activity, LocalDate end, boolean completed, Object... who) {
    boolean qualified = completed && dice.chance(65);
    Object[] row = new Object[who.length + 20];
    System.arraycopy(who, 0, row, 0, who.length);
    Object[] rest = {
      "id", String.format(Locale.ROOT, "e-%02d", enrolments.rows() + 1), "activity", activity.id(),
      "start", activity.sortDay(), "end", end, "outcome", completed ? "completed" : "left",
      "reason", completed ? "" : dice.pick(List.of("lack-of-time", "work", "did-not-fit", "")),
      "skill", "digital", "qualification", qualified ? "course-certificate" : "none",
      "qualification-date", qualified ? end.plusDays(dice.between(0, 35)) : "", "node", "wp2"
    };
    System.arraycopy(rest, 0, row, who.length, rest.length);
    enrolments.row(row);
  }

  /** Support actors before and after, some of them only once; a few asked in retrospect. */
  private void forums(Activity first, Activity last) {
    List<Person> persons = actors.persons().stream()
        .filter(p -> p.homes().size() == 1 && p.homes().get(0).isFor("support-structure", "public-sector"))
        .toList();
    List<Person> respondents = dice.sample(persons, 18);
    for (String item : COMPETENCE) {
      invited(item, "before", first, 24);
      invited(item, "after", last, 22);
      for (Person person : respondents) {
        int before = dice.between(1, 4);
        if (dice.chance(85)) {
          answer(item, "before", person, first, before);
        }
        if (dice.chance(80)) {
          answer(item, "after", person, last, Math.min(5, before + dice.weighted(List.of(3, 5, 2))));
        }
        if (item.equals("knows-social-innovation") && dice.chance(35)) {
          answer(item, "retrospective-before", person, last, Math.max(1, before - dice.below(2)));
        }
      }
    }
  }

  private void invited(String item, String wave, Activity activity, int invited) {
    assessments.row("item", item, "wave", wave, "activity", activity.id(), "invited", invited, "date",
        activity.sortDay(), "node", activity.workPackage());
  }

  private void answer(String item, String wave, Person person, Activity activity, int value) {
    boolean unknown = dice.chance(4);
    assessments.row("item", item, "wave", wave, "respondent", person.id(), "organisation",
        person.homes().get(0).id(), "activity", activity.id(), "value", unknown ? "" : value, "least", 1, "greatest", 5,
        "dont-know", unknown ? "yes" : "", "date", activity.sortDay(), "node", activity.workPackage());
  }

  /** Anonymous answers, kept as how many gave each. */
  private void evaluation(Activity activity) {
    for (String item : List.of("useful", "new-contacts")) {
      invited(item, "after", activity, dice.between(18, 30));
      for (int value = 1; value <= 5; value++) {
        int answers = value < 3 ? dice.below(2) : dice.between(1, 6);
        assessments.row("item", item, "wave", "after", "activity", activity.id(), "value", value, "least", 1,
            "greatest", 5, "answers", answers, "date", activity.sortDay(), "node", activity.workPackage());
      }
    }
  }

  /** What enterprises say of their own contribution, at the end of the support and up to a year later. */
  private void awareness() {
    for (Organisation firm : dice.sample(enterprises(LocalDate.of(2021, 12, 31)), 12)) {
      int value = dice.between(1, 3);
      LocalDate day = LocalDate.of(2022, dice.between(1, 6), dice.between(1, 28));
      for (String wave : List.of("before", "after", "six-months", "twelve-months")) {
        if (dice.chance(85)) {
          assessments.row("item", "knows-own-contribution", "wave", wave, "organisation", firm.id(), "value", value,
              "least", 1, "greatest", 5, "date", day, "node", "wp2");
        }
        value = Math.min(5, value + dice.below(2));
        day = day.plusMonths(wave.equals("before") ? 4 : 6);
      }
    }
  }

  private List<Organisation> enterprises(LocalDate registered) {
    return actors.organisations().stream()
        .filter(o -> o.isFor("societal-entrepreneurs", "committed-smes") && !o.registered().isAfter(registered))
        .toList();
  }

  /** Posts in quarters of one, so that all figures are exact. */
  private void employment() {
    for (Organisation firm : dice.sample(enterprises(LocalDate.of(2022, 6, 30)), 16)) {
      int quarters = dice.between(4, 60);
      LocalDate day = ExempellanActors.later(LocalDate.of(2021, 3, 31), firm.registered());
      posts(firm, "before", day, quarters);
      quarters = Math.max(0, quarters + dice.between(-3, 9));
      if (dice.chance(40)) {
        posts(firm, "after", LocalDate.of(2022, 12, 31), quarters);
      }
      posts(firm, "at-end", LocalDate.of(2023, 11, 30), Math.max(0, quarters + dice.between(-4, 6)));
    }
  }

  private void posts(Organisation firm, String point, LocalDate day, int quarters) {
    int women = dice.below(quarters + 1);
    boolean known = dice.chance(85);
    employments.row("id", String.format(Locale.ROOT, "j-%02d", employments.rows() + 1), "organisation", firm.id(),
        "point", point, "date", day, "fte", posts(quarters), "fte-women", known ? posts(women) : "",
        "fte-men", known ? posts(quarters - women) : "", "active", quarters == 0 ? "no" : "yes", "node", "wp2");
  }

  private static String posts(int quarters) {
    return String.format(Locale.ROOT, "%d.%02d", quarters / 4, quarters % 4 * 25);
  }

  CsvText enrolmentsFile() {
    return enrolments;
  }

  CsvText assessmentsFile() {
    return assessments;
  }

  CsvText employmentsFile() {
    return employments;
  }
}
