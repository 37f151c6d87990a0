package se.siru.core.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the organisations that a text most probably means, best first. Only names that can be like the text are compared with it,
 * as {@link NameIndex} tells; the suggestions are those that comparing with every name would give. Decides nothing. Not
 * thread-safe.
 */
public final class Suggestions {
  private static final Comparator<Suggestion> BEST_FIRST =
      Comparator.comparingInt(Suggestion::score).reversed().thenComparing(Suggestion::id).thenComparing(Suggestion::why);
  private static final int LEAST_SCORE = 50;
  private static final int HIGHEST_SCORE = 99;
  private static final int SAME_NUMBER = 95;
  private static final int OTHER_NUMBER = 25;
  private static final int LEAST_OF_DOMAIN = 70;
  private static final int SAME_DOMAIN = 10;
  private static final int REGION = 5;

  private final Register register;
  private final List<Candidate> candidates = new ArrayList<>();
  private final NameIndex index = new NameIndex();
  private final Map<String, List<Integer>> byId = new HashMap<>();
  private final Map<String, Set<Integer>> byDomain = new HashMap<>();
  private final Map<String, Set<Integer>> byNumber = new HashMap<>();

  /** One name of an organisation. */
  private record Candidate(KnownOrganisation organisation, NameParts words) {}

  /** Indexes the names of a register. */
  public Suggestions(Register register) {
    this.register = register;
    for (KnownOrganisation one : register.organisations().values()) {
      for (String name : one.names()) {
        int number = candidates.size();
        NameParts words = NameParts.of(name, register.words());
        index.add(words);
        candidates.add(new Candidate(one, words));
        byId.computeIfAbsent(one.id(), key -> new ArrayList<>()).add(number);
        one.domains().forEach(domain -> byDomain.computeIfAbsent(domain, key -> new HashSet<>()).add(number));
        one.numbers().forEach(own -> byNumber.computeIfAbsent(own, key -> new HashSet<>()).add(number));
      }
    }
  }

  /**
   * The best suggestions for a row.
   *
   * @param named ids that are suggested whatever their names are: those between which the row does not decide
   * @param most how many at most
   */
  public List<Suggestion> of(Description row, Collection<String> named, int most) {
    return of(row, named, null, most);
  }

  /** The organisations that are most like one of the register, itself left out. */
  public List<Suggestion> like(KnownOrganisation one, int most) {
    Description row = new Description(one.shown(), null, one.domains(), one.region());
    return of(row, List.of(), one.id(), most);
  }

  private List<Suggestion> of(Description row, Collection<String> named, @Nullable String except, int most) {
    NameParts words = NameParts.of(row.name(), register.words());
    Set<Integer> also = new HashSet<>();
    named.forEach(id -> also.addAll(byId.getOrDefault(id, List.of())));
    row.domains().forEach(domain -> MailDomains.upwards(domain)
        .forEach(up -> also.addAll(byDomain.getOrDefault(up, Set.of()))));
    also.addAll(row.number() == null ? Set.of() : byNumber.getOrDefault(row.number(), Set.of()));
    Best best = new Best(most);
    int bonus = row.region().isEmpty() ? 0 : REGION;
    index.find(words, LEAST_SCORE - bonus, also, (number, common, isMore) -> {
      Candidate candidate = candidates.get(number);
      String id = candidate.organisation().id();
      boolean isWanted = isMore || Math.min(HIGHEST_SCORE, words.dice(candidate.words(), common) + bonus) >= best.least();
      if (isWanted && !id.equals(except)) {
        best.add(compare(row, words, common, candidate, named.contains(id)));
      }
    });
    return List.copyOf(best.suggestions);
  }

  /** The best suggestions so far, one for an organisation. */
  private static final class Best {
    private final int most;
    private final TreeSet<Suggestion> suggestions = new TreeSet<>(BEST_FIRST);
    private final Map<String, Suggestion> byId = new HashMap<>();

    Best(int most) {
      this.most = most;
    }

    /** The score below which a suggestion is none of the best. */
    int least() {
      return suggestions.size() < most ? LEAST_SCORE : suggestions.last().score();
    }

    void add(Suggestion made) {
      Suggestion before = byId.get(made.id());
      if (made.score() < least() || before != null && BEST_FIRST.compare(before, made) <= 0) {
        return;
      }
      if (before != null) {
        suggestions.remove(before);
      }
      suggestions.add(made);
      byId.put(made.id(), made);
      if (suggestions.size() > most) {
        Suggestion last = suggestions.last();
        suggestions.remove(last);
        byId.remove(last.id());
      }
    }
  }

  private Suggestion compare(Description row, NameParts words, int common, Candidate candidate, boolean named) {
    KnownOrganisation one = candidate.organisation();
    NameParts.Likeness likeness = words.likeness(candidate.words(), common);
    boolean sameDomain = row.domains().stream().anyMatch(domain ->
        MailDomains.upwards(domain).stream().anyMatch(one.domains()::contains));
    int score = likeness.score();
    Suggestion.Why why = likeness.why();
    if (row.number() != null && one.numbers().contains(row.number())) {
      score = Math.max(score, SAME_NUMBER);
      why = Suggestion.Why.NUMBER;
    } else if (row.number() != null && !one.numbers().isEmpty()) {
      score -= OTHER_NUMBER;
    }
    if (sameDomain) {
      why = score + SAME_DOMAIN < LEAST_OF_DOMAIN ? Suggestion.Why.DOMAIN : why;
      score = Math.max(score + SAME_DOMAIN, LEAST_OF_DOMAIN);
    }
    if (!row.region().isEmpty() && !one.region().isEmpty()) {
      score += row.region().equals(one.region()) ? REGION : -REGION;
    }
    return new Suggestion(one.id(), one.shown(), why, Math.max(named ? LEAST_SCORE : 0, Math.min(HIGHEST_SCORE, score)));
  }
}
