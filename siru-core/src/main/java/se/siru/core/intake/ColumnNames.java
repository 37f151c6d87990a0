package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.lexical.EditDistance;
import se.siru.core.model.Field;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;

/**
 * What columns are called in the files of agencies: the labels and names of fields, and the other words of {@code
 * column-names.txt}. Immutable and thread-safe.
 */
final class ColumnNames {
  /** A name that is the same. */
  static final double SAME = 1;
  /** A name that is the same but for one letter. */
  private static final double ALMOST = 0.9;
  /** A longer name that has all words of a known one in a row. */
  private static final double WITHIN = 0.7;

  private static final int SHORTEST_WITH_SLIP = 6;
  private static final int SHORTEST_WITHIN = 4;
  private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)|\\[[^\\]]*\\]");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NUMBERING = Pattern.compile("^[0-9]{1,3} ");

  private final Map<String, Set<String>> ofField = new LinkedHashMap<>();
  private final Map<String, Set<String>> ofPerson = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> values = new TreeMap<>();
  private final Map<String, String> scales = new TreeMap<>();
  private final Map<String, Set<String>> typesByName = new TreeMap<>();
  private final Set<String> unknown = new HashSet<>();
  private final Set<String> totals = new HashSet<>();

  private ColumnNames() {}

  /** The names for the record types of a schema. */
  static ColumnNames of(Schema schema) {
    ColumnNames names = new ColumnNames();
    for (RecordType type : schema.types()) {
      for (Field<?> field : type.fields()) {
        names.add(field, field.name());
        field.label().asMap().values().forEach(label -> names.add(field, label));
      }
    }
    lines().forEach(line -> names.read(line, schema));
    names.ofField.forEach((field, known) -> known.forEach(name ->
        names.typesByName.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(field.substring(0, field.indexOf('.')))));
    return names;
  }

  private static List<String> lines() {
    try (InputStream in = Objects.requireNonNull(ColumnNames.class.getResourceAsStream("column-names.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line, Schema schema) {
    String[] sides = line.split(" = ", 2);
    String[] words = sides[0].split(" ");
    String texts = sides.length > 1 ? sides[1] : line.substring(words[0].length()).strip();
    for (String text : texts.split("; ")) {
      switch (words[0]) {
        case "field" -> {
          String[] path = words[1].split("\\.");
          schema.find(path[0]).flatMap(type -> type.field(path[1])).ifPresent(field -> add(field, text));
        }
        case "person" -> ofPerson.computeIfAbsent(words[1], role -> new LinkedHashSet<>()).add(key(text));
        case "value" -> values.computeIfAbsent(words[1], list -> new LinkedHashMap<>()).put(folded(text), words[2]);
        case "scale" -> scales.put(key(text), words[1]);
        case "unknown" -> unknown.add(folded(text));
        case "total" -> totals.add(folded(text));
        default -> throw new IllegalStateException(line);
      }
    }
  }

  private void add(Field<?> field, String name) {
    ofField.computeIfAbsent(field.toString(), key -> new LinkedHashSet<>()).add(key(name));
  }

  /** A name without letter case, punctuation, numbering and what stands in brackets. */
  static String key(String text) {
    String words = BETWEEN.matcher(ASIDE.matcher(folded(text)).replaceAll(" ")).replaceAll(" ").strip();
    String unnumbered = NUMBERING.matcher(words).replaceFirst("");
    return unnumbered.isEmpty() ? words : unnumbered;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  /** How well a header fits a field, 0 to 1. */
  double fit(String header, Field<?> field) {
    return fit(key(header), ofField.getOrDefault(field.toString(), Set.of()));
  }

  /** What a header tells about persons, in which role; empty where it is about none. */
  Optional<String> person(String header) {
    String key = key(header);
    return ofPerson.entrySet().stream()
        .filter(role -> fit(key, role.getValue()) >= ALMOST)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** True where a text is what a column is called. */
  boolean isName(String text) {
    String key = key(text);
    return typesByName.containsKey(key) || ofPerson.values().stream().anyMatch(names -> names.contains(key));
  }

  /** How much a header says for one record type rather than others, 0 to 1. */
  double specificity(String header) {
    return 1.0 / Math.max(1, typesByName.getOrDefault(key(header), Set.of()).size());
  }

  private static double fit(String key, Set<String> known) {
    if (key.isEmpty()) {
      return 0;
    }
    if (known.contains(key)) {
      return SAME;
    }
    double best = 0;
    for (String name : known) {
      boolean slip = Math.min(key.length(), name.length()) >= SHORTEST_WITH_SLIP
          && Math.abs(key.length() - name.length()) <= 1
          && EditDistance.atMost(key, name, 1) <= 1;
      boolean within = name.length() >= SHORTEST_WITHIN && (" " + key + " ").contains(" " + name + " ");
      best = Math.max(best, slip ? ALMOST : within ? WITHIN : 0);
    }
    return best;
  }

  /** What texts stand for codes of a list, beside its labels; the texts in lower case. */
  Map<String, String> values(String codelist) {
    return values.getOrDefault(codelist, Map.of());
  }

  /** The same with the spellings that are usual: in lower case, with a capital letter, in capitals. */
  Map<String, String> spellings(@Nullable String codelist) {
    Map<String, String> all = new LinkedHashMap<>();
    values(String.valueOf(codelist)).forEach((text, code) -> {
      all.put(text, code);
      all.put(text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1), code);
      all.put(text.toUpperCase(Locale.ROOT), code);
    });
    return all;
  }

  /** The code that a text stands for beside the labels of its list. */
  Optional<String> code(String codelist, String text) {
    return Optional.ofNullable(values(codelist).get(folded(text)));
  }

  /** True for a text that stands for an unknown value. */
  boolean isUnknown(String text) {
    return unknown.contains(folded(text));
  }

  /** True for a text that begins a row of totals. */
  boolean isTotal(String text) {
    String plain = folded(text);
    return totals.contains(plain.endsWith(":") ? plain.substring(0, plain.length() - 1).strip() : plain);
  }

  /**
   * What the unit in a header multiplies numbers by: 1 where it states none; empty where it states one that is not known.
   */
  Optional<String> scale(String header) {
    int open = Math.max(header.indexOf('('), header.indexOf('['));
    String end = "])";
    int close = open < 0 ? -1 : Math.max(header.lastIndexOf(end.charAt(0)), header.lastIndexOf(end.charAt(1)));
    if (close > open) {
      return Optional.ofNullable(scales.get(key(header.substring(open + 1, close))));
    }
    String key = key(header);
    return Optional.of(scales.entrySet().stream()
        .filter(unit -> unit.getKey().length() > 2 && !unit.getValue().equals("1"))
        .filter(unit -> (" " + key + " ").contains(" " + unit.getKey() + " "))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("1"));
  }
}
