package se.siru.cli.examples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.siru.cli.examples.ExempellanActivities.Activity;
import se.siru.cli.examples.ExempellanActors.Organisation;
import se.siru.cli.examples.ExempellanActors.Person;

/** The 2,000 rows of attendance lists: a few people come to much, many to little, and some are only counted. */
final class ExempellanParticipations {
  static final int ROWS = 2000;

  private static final List<String> COUNTED_KINDS = List.of("public-talk", "conference", "knowledge-lunch");

  private static final List<String> AS_WRITTEN = List.of("Tuvan?", "egen idé", "kommunen", "bygderådet m.fl.");

  private final Dice dice;
  private final ExempellanActors actors;
  private final Map<Integer, CsvText> files = new LinkedHashMap<>();
  private final Map<Activity, List<String>> attended = new LinkedHashMap<>();

  ExempellanParticipations(Dice dice, ExempellanActors actors, ExempellanActivities activities) {
    this.dice = dice;
    this.actors = actors;
    for (int year = 2021; year <= 2023; year++) {
      files.put(year, new CsvText("activity", "date", "person", "organisations", "organisations-text", "heads",
          "women", "men", "status", "mode", "role"));
    }
    Map<Activity, Integer> sizes = sizes(activities.all());
    sizes.forEach(this::fill);
  }

  /** How many rows each activity has: by kind and year, then evened out to the total. */
  private Map<Activity, Integer> sizes(List<Activity> activities) {
    Map<Activity, Integer> sizes = new LinkedHashMap<>();
    for (Activity activity : activities) {
      sizes.put(activity, size(activity));
    }
    List<Activity> held = activities.stream().filter(a -> a.status().equals("held")).toList();
    int left = ROWS - sizes.values().stream().mapToInt(Integer::intValue).sum();
    for (int i = 0; left != 0; i++) {
      int step = Integer.signum(left);
      Activity activity = held.get(i % held.size());
      if (sizes.get(activity) + step >= 4) {
        sizes.merge(activity, step, Integer::sum);
        left -= step;
      }
    }
    return sizes;
  }

  private int size(Activity activity) {
    if (activity.status().equals("cancelled")) {
      return dice.between(0, 4);
    }
    if (activity.status().equals("planned")) {
      return dice.between(3, 8);
    }
    int typical = switch (activity.kind()) {
      case "conference" -> 48;
      case "public-talk", "network-meeting", "dialogue-forum" -> 22;
      case "process-workshop", "digital-programme", "training" -> 18;
      case "knowledge-lunch", "study-visit" -> 14;
      default -> 9;
    };
    int percent = 70 + 15 * (activity.sortDay().getYear() - 2021) + dice.between(0, 40);
    return Math.max(4, typical * percent / 100);
  }

  private void fill(Activity activity, int rows) {
    int counted = 0;
    if (COUNTED_KINDS.contains(activity.kind()) && activity.status().equals("held")) {
      counted = Math.min(rows / 3, dice.between(1, 5));
    }
    List<Person> people = new ArrayList<>();
    if (rows - counted > 0) {
      people.add(dice.pick(actors.persons().stream().filter(p -> isStaff(p, activity)).toList()));
    }
    List<Person> others = actors.persons().stream().filter(p -> !people.contains(p)).toList();
    List<Integer> weights = others.stream().map(p -> weight(p, activity)).toList();
    people.addAll(dice.sample(others, weights, rows - counted - people.size()));
    for (int i = 0; i < people.size(); i++) {
      person(activity, people.get(i), i);
    }
    for (int i = people.size(); i < rows; i++) {
      headCount(activity);
    }
  }

  private static boolean mayCome(Person person, Activity activity) {
    return !person.since().isAfter(activity.sortDay())
        && person.homes().stream().noneMatch(home -> home.since().isAfter(activity.sortDay()));
  }

  private static boolean isStaff(Person person, Activity activity) {
    return mayCome(person, activity) && person.homes().stream().anyMatch(home -> home.id().equals("koopcentrum"));
  }

  private static boolean isMeant(Organisation home, Activity activity) {
    return switch (activity.kind()) {
      case "advice-session" -> home.is("social-enterprise");
      case "business-development" -> home.is("social-enterprise", "business");
      case "training" -> home.is("public");
      default -> true;
    };
  }

  private static int weight(Person person, Activity activity) {
    if (!mayCome(person, activity) || !person.homes().stream().allMatch(home -> isMeant(home, activity))) {
      return 0;
    }
    int weight = person.weight();
    for (Organisation home : person.homes()) {
      weight *= switch (activity.part()) {
        case "dialogue-forums" -> home.is("public", "academia") || home.isFor("support-structure") ? 4 : 1;
        case "strengthening-entrepreneurs" -> home.is("social-enterprise", "business") ? 5 : 1;
        default -> 2;
      };
      weight *= home.region().equals(activity.region()) ? 3 : 1;
    }
    return weight;
  }

  private void person(Activity activity, Person person, int index) {
    String status = switch (activity.status()) {
      case "cancelled", "planned" -> "registered";
      default -> List.of("attended", "no-show", "registered", "").get(dice.weighted(List.of(88, 7, 1, 4)));
    };
    String role = "participant";
    if (index == 0) {
      role = "staff";
    } else if (index == 1) {
      role = dice.chance(60) ? "speaker" : "organiser";
    } else if (dice.chance(5)) {
      role = "";
    }
    List<String> units = new ArrayList<>();
    person.homes().forEach(home -> units.add(asWritten(home)));
    int more = dice.weighted(List.of(93, 5, 2));
    List<Organisation> others = knownAt(activity).stream().filter(o -> isMeant(o, activity)).toList();
    dice.sample(others, others.stream().map(Organisation::weight).toList(), more).stream()
        .map(Organisation::id)
        .filter(id -> !units.contains(id) && units.size() < 3)
        .forEach(units::add);
    boolean onlyText = !units.isEmpty() && dice.chance(3);
    String text = onlyText || dice.chance(2) ? dice.pick(AS_WRITTEN) : "";
    String represented = onlyText ? "" : String.join(";", units);
    row(activity, "person", person.id(), "organisations", represented, "organisations-text", text, "status", status,
        "role", role);
    if (!onlyText && (status.equals("attended") || status.isEmpty()) && activity.status().equals("held")) {
      person.homes().forEach(home -> attended.computeIfAbsent(activity, a -> new ArrayList<>()).add(home.id()));
    }
  }

  private List<Organisation> knownAt(Activity activity) {
    return actors.organisations().stream()
        .filter(o -> o.weight() > 0 && !o.since().isAfter(activity.sortDay()))
        .toList();
  }

  private String asWritten(Organisation home) {
    if (home.id().equals("tuvan") && dice.chance(20)) {
      return ExempellanActors.ALIAS;
    }
    return home.id().equals("kommun-provinge") && dice.chance(55) ? ExempellanActors.BRANCH : home.id();
  }

  private void headCount(Activity activity) {
    int heads = dice.between(2, activity.is("conference") ? 60 : 28);
    int unknown = dice.chance(30) ? dice.between(0, heads) : 0;
    int women = (heads - unknown) * dice.between(40, 68) / 100;
    boolean counted = !dice.chance(15);
    String unit = dice.chance(55) ? dice.pick(knownAt(activity)).id() : "";
    row(activity, "heads", heads, "women", counted ? women : "", "men", counted ? heads - unknown - women : "",
        "organisations", unit, "status", "attended", "role", "participant");
  }

  private void row(Activity activity, Object... cells) {
    List<Object> all = new ArrayList<>(List.of(cells));
    all.addAll(List.of("activity", activity.id()));
    // A programme of several weeks: people joined on different days, so the row says which.
    if (activity.is("digital-programme")) {
      all.addAll(List.of("date", activity.sortDay().plusDays(dice.between(0, 20))));
    }
    if (activity.mode().equals("hybrid") && activity.status().equals("held")) {
      all.addAll(List.of("mode", dice.chance(60) ? "on-site" : "digital"));
    }
    files.get(activity.sortDay().getYear()).row(all.toArray());
  }

  /** The file of each year. */
  Map<Integer, CsvText> files() {
    return files;
  }

  /** Who was represented at an activity that was held, most often named first; empty where nobody was. */
  List<String> attendedBy(Activity activity) {
    Map<String, Integer> times = new LinkedHashMap<>();
    attended.getOrDefault(activity, List.of()).forEach(id -> times.merge(id, 1, Integer::sum));
    return times.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
