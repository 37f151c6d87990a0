package se.siru.core.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the organisations that a text most probably means, best first. Candidates share rare parts of words, initials or a
 * domain with the text, so that most organisations are never compared with it. Decides nothing. Not thread-safe.
 */
public final class Suggestions {
  private static final Comparator<Suggestion> BEST_FIRST =
      Comparator.comparingInt(Suggestion::score).reversed().thenComparing(Suggestion::id);
  private static final int LEAST_SCORE = 50;
  /** A part of a word that more names have tells little; those that have the fewest are always looked at. */
  private static final int MOST_NAMES_OF_A_PART = 400;
  private static final int MOST_COMPARED = 40;
  private static final int SAME_NUMBER = 95;
  private static final int OTHER_NUMBER = 25;
  private static final int LEAST_OF_DOMAIN = 70;
  private static final int SAME_DOMAIN = 10;
  private static final int REGION = 5;

  private final Register register;
  private final List<Candidate> candidates = new ArrayList<>();
  private final Map<String, Integer> keyNumbers = new HashMap<>();
  private final int[][] byKey;
  private final Map<String, List<Integer>> byId = new HashMap<>();
  private final Map<String, TreeSet<Integer>> byDomain = new HashMap<>();
  private final int[] shared;

  /** One name of an organisation. */
  private record Candidate(KnownOrganisation organisation, NameParts words, int[] keys) {}

  /** Indexes the names of a register. */
  public Suggestions(Register register) {
    this.register = register;
    List<List<Integer>> ofKeys = new ArrayList<>();
    for (KnownOrganisation one : register.organisations().values()) {
      for (String name : one.names()) {
        int number = candidates.size();
        NameParts words = NameParts.of(name, register.words());
        words.keys().forEach(key -> keyNumbers.computeIfAbsent(key, unseen -> {
          ofKeys.add(new ArrayList<>());
          return ofKeys.size() - 1;
        }));
        int[] keys = numbers(words);
        candidates.add(new Candidate(one, words, keys));
        byId.computeIfAbsent(one.id(), key -> new ArrayList<>()).add(number);
        for (int key : keys) {
          ofKeys.get(key).add(number);
        }
        one.domains().forEach(domain -> byDomain.computeIfAbsent(domain, key -> new TreeSet<>()).add(number));
      }
    }
    this.byKey = ofKeys.stream().map(of -> of.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    this.shared = new int[candidates.size()];
  }

  /** The numbers of the keys that any name has, in rising order. */
  private int[] numbers(NameParts words) {
    return words.keys().stream().mapToInt(key -> keyNumbers.getOrDefault(key, -1)).filter(key -> key >= 0).sorted().toArray();
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
    int[] keys = numbers(words);
    TreeSet<Integer> compared = new TreeSet<>(nearest(keys));
    named.forEach(id -> compared.addAll(byId.getOrDefault(id, List.of())));
    row.domains().forEach(domain -> MailDomains.upwards(domain)
        .forEach(up -> compared.addAll(byDomain.getOrDefault(up, new TreeSet<>()))));
    Map<String, Suggestion> best = new HashMap<>();
    for (int number : compared) {
      Candidate candidate = candidates.get(number);
      if (!candidate.organisation().id().equals(except)) {
        Suggestion made = compare(row, words, keys, candidate, named.contains(candidate.organisation().id()));
        best.merge(made.id(), made, (one, other) -> BEST_FIRST.compare(one, other) <= 0 ? one : other);
      }
    }
    return best.values().stream()
        .filter(suggestion -> suggestion.score() >= LEAST_SCORE || named.contains(suggestion.id()))
        .sorted(BEST_FIRST)
        .limit(most)
        .toList();
  }

  /** The names that share the most parts with the words, of those that share a rare one. */
  private List<Integer> nearest(int[] keys) {
    List<int[]> postings =
        Arrays.stream(keys).mapToObj(key -> byKey[key]).sorted(Comparator.comparingInt(of -> of.length)).toList();
    List<Integer> touched = new ArrayList<>();
    for (int i = 0; i < postings.size() && (i < 2 || postings.get(i).length <= MOST_NAMES_OF_A_PART); i++) {
      for (int number : postings.get(i)) {
        if (shared[number]++ == 0) {
          touched.add(number);
        }
      }
    }
    int[] counts = touched.stream().mapToInt(number -> shared[number]).sorted().toArray();
    int least = counts.length <= MOST_COMPARED ? 1 : counts[counts.length - MOST_COMPARED];
    List<Integer> nearest = new ArrayList<>();
    for (int number : touched) {
      if (shared[number] > least) {
        nearest.add(number);
      }
    }
    for (int number : touched) {
      if (shared[number] == least && nearest.size() < 2 * MOST_COMPARED) { // many may share as many
        nearest.add(number);
      }
    }
    touched.forEach(number -> shared[number] = 0);
    return nearest;
  }

  private static int common(int[] one, int[] other) {
    int common = 0;
    for (int i = 0, j = 0; i < one.length && j < other.length; ) {
      if (one[i] == other[j]) {
        common++;
      }
      int step = Integer.compare(one[i], other[j]);
      i += step <= 0 ? 1 : 0;
      j += step >= 0 ? 1 : 0;
    }
    return common;
  }

  private Suggestion compare(Description row, NameParts words, int[] keys, Candidate candidate, boolean named) {
    KnownOrganisation one = candidate.organisation();
    NameParts.Likeness likeness = words.likeness(candidate.words(), common(keys, candidate.keys()));
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
    return new Suggestion(one.id(), one.shown(), why, Math.max(named ? LEAST_SCORE : 0, Math.min(99, score)));
  }
}
