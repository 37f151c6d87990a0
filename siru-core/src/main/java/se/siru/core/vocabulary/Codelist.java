package se.siru.core.vocabulary;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import se.siru.core.stability.Stable;
import se.siru.core.text.LocalizedText;
import se.siru.core.text.Translation;

/**
 * An ordered list of codes with an id and a version. A code's position in the list is its number in memory, so a list never
 * changes: adding codes makes a new list in which the old positions stand.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class Codelist {
  /** The reserved code of an attribute that is not known; no list may define it. */
  public static final String UNKNOWN = "unknown";

  private final String id;
  private final String version;
  private final LocalizedText name;
  private final LocalizedText doc;
  private final List<Code> codes;
  private final Map<String, Integer> positions;
  private final int[] parents;
  private final Supplier<Map<String, Set<Integer>>> spellings;

  private Codelist(String id, String version, LocalizedText name, LocalizedText doc, List<Code> codes) {
    this.id = Objects.requireNonNull(id, "id");
    this.version = Objects.requireNonNull(version, "version");
    this.name = name;
    this.doc = doc;
    this.codes = List.copyOf(codes);
    this.positions = new HashMap<>();
    for (Code code : this.codes) {
      if (positions.put(code.code(), positions.size()) != null) {
        throw new IllegalArgumentException("code list " + id + " holds " + code.code() + " twice");
      }
    }
    this.parents = new int[this.codes.size()];
    for (int i = 0; i < parents.length; i++) {
      String parent = this.codes.get(i).parent();
      parents[i] = parent == null ? -1 : positions.getOrDefault(parent, -2);
      if (parents[i] == -2) {
        throw new IllegalArgumentException("code list " + id + ": parent " + parent + " is not in the list");
      }
    }
    refuseCycles();
    this.spellings = Suppliers.memoize(this::spell);
  }

  /** The same list with another description. */
  private Codelist(Codelist same, LocalizedText doc) {
    this.id = same.id;
    this.version = same.version;
    this.name = same.name;
    this.doc = doc;
    this.codes = same.codes;
    this.positions = same.positions;
    this.parents = same.parents;
    this.spellings = same.spellings;
  }

  /** What texts name which codes: worked out when a text is first asked about, which reading a portfolio never does. */
  private Map<String, Set<Integer>> spell() {
    Map<String, Set<Integer>> found = new HashMap<>();
    for (int i = 0; i < codes.size(); i++) {
      Code code = codes.get(i);
      List<String> texts = new ArrayList<>(code.aliases());
      texts.add(code.code());
      texts.addAll(code.label().asMap().values());
      for (String text : texts) {
        found.computeIfAbsent(fold(text), key -> new HashSet<>()).add(i);
      }
    }
    return found;
  }

  private void refuseCycles() {
    for (int i = 0; i < parents.length; i++) {
      int steps = 0;
      for (int at = i; at >= 0; at = parents[at]) {
        if (steps++ > parents.length) {
          throw new IllegalArgumentException("code list " + id + ": " + codes.get(i).code() + " is above itself");
        }
      }
    }
  }

  private static String fold(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** A list of codes in the order in which they are shown. */
  public static Codelist of(String id, String version, LocalizedText name, List<Code> codes) {
    return new Codelist(id, version, name, LocalizedText.empty(), codes);
  }

  /**
   * The same list with the words of a further language; keys are {@code codelist:ID:name}, {@code codelist:ID:doc} and
   * {@code code:ID/CODE:label}.
   */
  public Codelist translated(Translation translation) {
    List<Code> translated = codes.stream().map(each -> each.labelled(translation.of("code:" + id + "/" + each.code() + ":label", each.label()))).toList();
    String key = "codelist:" + id;
    return new Codelist(id, version, translation.of(key + ":name", name), translation.of(key + ":doc", doc), translated);
  }

  /** The same list with a description. */
  public Codelist documented(LocalizedText description) {
    return new Codelist(this, description);
  }

  /**
   * This list with codes added at its end.
   *
   * @throws IllegalArgumentException where a code is already there or names a parent that is not
   */
  public Codelist plus(List<Code> added) {
    List<Code> all = new ArrayList<>(codes);
    all.addAll(added);
    return new Codelist(id, version, name, doc, all);
  }

  /** The id, kebab-case; lists of a portfolio or plugin carry a namespace ({@code dsi4eu:size-bands}). */
  public String id() {
    return id;
  }

  /** The version of the list. */
  public String version() {
    return version;
  }

  /** What people read. */
  public LocalizedText name() {
    return name;
  }

  /** What the list holds and where it comes from; may be empty. */
  public LocalizedText doc() {
    return doc;
  }

  /** The codes in order. */
  public List<Code> codes() {
    return codes;
  }

  /** How many codes there are. */
  public int size() {
    return codes.size();
  }

  /** The code at a position. */
  public Code at(int position) {
    return codes.get(position);
  }

  /** The position of a code, or -1 where the list does not hold it. Letter case matters. */
  public int position(String code) {
    return positions.getOrDefault(code, -1);
  }

  /** The code, if the list holds it. */
  public Optional<Code> find(String code) {
    int position = position(code);
    return position < 0 ? Optional.empty() : Optional.of(codes.get(position));
  }

  /**
   * The one code that a text names: as a code, or else as a label or alias in any language, without regard to letter case and
   * outer blanks; empty where none does or several do.
   */
  public Optional<Code> resolve(String text) {
    int exact = position(text);
    if (exact >= 0) {
      return Optional.of(codes.get(exact));
    }
    Set<Integer> named = spellings.get().getOrDefault(fold(text), Set.of());
    return named.size() == 1 ? Optional.of(codes.get(named.iterator().next())) : Optional.empty();
  }

  /**
   * The one code of a level that a text names, as in {@link #resolve(String)}: a county and its chief town may share a name, so
   * that "Jönköping" alone names neither. A code of another level does not count.
   */
  public Optional<Code> resolve(String text, String level) {
    Objects.requireNonNull(level, "level");
    int exact = position(text);
    if (exact >= 0 && level.equals(codes.get(exact).level())) {
      return Optional.of(codes.get(exact));
    }
    List<Code> named =
        spellings.get().getOrDefault(fold(text), Set.of()).stream()
            .map(codes::get)
            .filter(code -> level.equals(code.level()))
            .toList();
    return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
  }

  /** The position of the parent of the code at a position, or -1 at the top. */
  public int parent(int position) {
    return parents[position];
  }

  /** True where the code at {@code position} is the one at {@code ancestor} or below it. */
  public boolean isWithin(int position, int ancestor) {
    for (int at = position; at >= 0; at = parents[at]) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  /** The position of the code itself or its nearest ancestor that has a level, or -1 where there is none. */
  public int atLevel(int position, String level) {
    for (int at = position; at >= 0; at = parents[at]) {
      if (level.equals(codes.get(at).level())) {
        return at;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return id + " " + version;
  }
}
