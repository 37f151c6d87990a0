package se.siru.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Origin;
import se.siru.core.identity.Description;

/** A text that may mean an organisation and leads to none: where it was met, and what stood beside it. */
final class Question {
  private static final int MOST_PLACES = 3;
  private static final int MOST_DOMAINS = 5;

  final String text;
  final TreeSet<String> candidates = new TreeSet<>();
  private final Description first;
  private final TreeSet<String> domains = new TreeSet<>();
  private final List<Origin> places = new ArrayList<>();
  private long times;
  private @Nullable String firstDay;
  private @Nullable String lastDay;

  Question(String text, Description first) {
    this.text = text;
    this.first = first;
  }

  /** Once more, on a day ({@code yyyy-MM-dd}) or none. */
  void met(Description row, List<String> between, Origin place, @Nullable String day) {
    times++;
    candidates.addAll(between);
    row.domains().stream().filter(domain -> domains.size() < MOST_DOMAINS).forEach(domains::add);
    if (places.size() < MOST_PLACES) {
      places.add(place);
    }
    if (day != null) {
      firstDay = firstDay == null || day.compareTo(firstDay) < 0 ? day : firstDay;
      lastDay = lastDay == null || day.compareTo(lastDay) > 0 ? day : lastDay;
    }
  }

  /** What the rows say of the organisation: the first of them, and the domains of all. */
  Description description() {
    return new Description(first.name(), first.number(), List.copyOf(domains), first.region());
  }

  long times() {
    return times;
  }

  String firstDay() {
    return firstDay == null ? "" : firstDay;
  }

  String lastDay() {
    return lastDay == null ? "" : lastDay;
  }

  /** The first places, and an ellipsis where there are more. */
  String places() {
    String all = String.join(", ", places.stream().map(Origin::toString).toList());
    return times > places.size() ? all + ", …" : all;
  }
}
