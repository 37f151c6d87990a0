package se.siru.core.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Suggestions without an index: every name of a register is compared, by the rules as they are written down. */
final class PlainSuggestions {
  private PlainSuggestions() {}

  static List<Suggestion> of(Register register, Description row, List<String> named, int most) {
    NameParts text = NameParts.of(row.name(), register.words());
    List<Suggestion> all = new ArrayList<>();
    for (KnownOrganisation one : register.organisations().values()) {
      one.names().stream()
          .map(name -> compare(text, row, one, NameParts.of(name, register.words()), named.contains(one.id())))
          .max(Comparator.comparingInt(Suggestion::score).thenComparing(Comparator.comparing(Suggestion::why).reversed()))
          .filter(suggestion -> suggestion.score() >= 50)
          .ifPresent(all::add);
    }
    all.sort(Comparator.comparingInt(Suggestion::score).reversed().thenComparing(Suggestion::id));
    return all.subList(0, Math.min(most, all.size()));
  }

  private static Suggestion compare(NameParts text, Description row, KnownOrganisation one, NameParts name, boolean named) {
    Set<String> common = new HashSet<>(text.keys());
    common.retainAll(name.keys());
    NameParts.Likeness likeness = text.likeness(name, common.size());
    int score = likeness.score();
    Suggestion.Why why = likeness.why();
    if (row.number() != null && one.numbers().contains(row.number())) {
      score = Math.max(score, 95);
      why = Suggestion.Why.NUMBER;
    } else if (row.number() != null && !one.numbers().isEmpty()) {
      score -= 25;
    }
    boolean sameDomain = row.domains().stream()
        .anyMatch(domain -> one.domains().stream().anyMatch(own -> domain.equals(own) || domain.endsWith("." + own)));
    if (sameDomain) {
      why = score + 10 < 70 ? Suggestion.Why.DOMAIN : why;
      score = Math.max(score + 10, 70);
    }
    if (!row.region().isEmpty() && !one.region().isEmpty()) {
      score += row.region().equals(one.region()) ? 5 : -5;
    }
    score = Math.min(99, score);
    return new Suggestion(one.id(), one.shown(), why, named ? Math.max(50, score) : score);
  }
}
