package se.siru.core.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.lexical.IdText;
import se.siru.core.portfolio.IdentityLink;

/**
 * What texts of sources were said to mean: the lines of {@code identity.csv} and the answers of {@code unresolved.csv} that are
 * to become lines of it.
 */
final class IdentityAnswers implements IdentityFile.Lines {
  private static final int LONGEST = IdText.LONGEST - 6;
  private static final Pattern PARTED = Pattern.compile(" *;");

  private final Findings findings;
  private final Map<String, Given> byText = new LinkedHashMap<>();
  private final List<Given> fresh = new ArrayList<>();
  private final Map<String, String> units = new TreeMap<>();

  /** An answer and where it was given. */
  record Given(IdentityAnswer answer, Origin origin) {}

  IdentityAnswers(Findings findings) {
    this.findings = findings;
  }

  /**
   * A text as it is shown and kept: in NFC, without numbers and addresses of persons, characters that no id may hold and semicolons, with
   * single blanks, and not longer than an id.
   */
  static String shown(String text) {
    String plain = RowPrivacy.ofNoRow().withoutPersons(IdText.visible(text));
    String one = PARTED.matcher(IdentityRule.SPELLED.key(plain)).replaceAll(",");
    int end = Math.min(LONGEST, one.length());
    return one.substring(0, end < one.length() && Character.isLowSurrogate(one.charAt(end)) ? end - 1 : end).strip();
  }

  private static String key(String text) {
    return IdentityRule.ALL.key(shown(text));
  }

  /** What a text was said to mean, or null. */
  @Nullable Given of(String text) {
    return byText.get(key(text));
  }

  @Override
  public void link(IdentityLink link, Origin origin) {
    if (link.kind().merges()) {
      units.putIfAbsent(link.id(), link.target());
    }
    IdentityAnswer.of(link).ifPresent(answer -> answer(answer, origin));
  }

  @Override
  public void answer(IdentityAnswer answer, Origin origin) {
    put(new Given(answer, origin));
  }

  /** Takes an answer that is new; the same as one that is known already is no news. */
  void add(IdentityAnswer answer, Origin origin) {
    Given given = new Given(answer, origin);
    if (put(given)) {
      fresh.add(given);
    }
  }

  private boolean put(Given given) {
    IdentityAnswer answer = given.answer();
    Given before = byText.putIfAbsent(key(answer.text()), given);
    if (before != null && !said(before.answer()).equals(said(answer))) {
      findings.add(IdentityRules.ANSWERED_TWICE, given.origin(),
          "text", answer.text(), "answer", said(answer), "other", said(before.answer()) + " (" + before.origin() + ")");
    }
    return before == null;
  }

  private static String said(IdentityAnswer answer) {
    return answer.id().isEmpty() ? answer.kind().code() : answer.kind().code() + " " + answer.id();
  }

  /** All answers, in the order given. */
  Collection<Given> all() {
    return byText.values();
  }

  /** The answers that are not in {@code identity.csv} yet. */
  List<Given> fresh() {
    return fresh;
  }

  /** The id itself where it is known; else the first known one that links lead to; else the id itself. */
  String follow(String id, Set<String> known) {
    Set<String> seen = new HashSet<>();
    String at = id;
    while (!known.contains(at) && seen.add(at) && units.containsKey(at)) {
      at = units.get(at);
    }
    return known.contains(at) ? at : id;
  }

  /** True where the two ids are linked already, directly. */
  boolean areLinked(String one, String other) {
    return other.equals(units.get(one)) || one.equals(units.get(other));
  }
}
