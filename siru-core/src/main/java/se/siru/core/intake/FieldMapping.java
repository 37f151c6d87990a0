package se.siru.core.intake;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Rule;
import se.siru.core.json.Closest;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/**
 * How one field is made of a row: texts are taken from their origin, split, freed of unknown tokens, replaced by the
 * map, and then read as the field's kind demands. The result is the cell of our own files, or null where the row does
 * not state the field.
 */
final class FieldMapping {
  /** What parts several values in our own files. */
  static final String SEPARATOR = ";";

  final Field<?> field;
  final From from;
  @Nullable String split;
  Set<String> unknown = Set.of();
  /** Text to what stands for it; the empty text stands for an unknown value. */
  Map<String, String> map = Map.of();
  List<String> otherwise = List.of();
  boolean unreadableIsUnknown;
  /** True where the source need not have the column. */
  boolean optional;
  List<DatePattern> dates = List.of(DatePattern.ISO);
  /** Null where the mapping leaves it to the source. */
  @Nullable NumberStyle number;
  BigDecimal times = BigDecimal.ONE;
  @Nullable String level;
  @Nullable IdentityRule identity;

  FieldMapping(Field<?> field, From from) {
    this.field = field;
    this.from = from;
  }

  /** The name under which ids and collected codes of this field are kept apart from others. */
  String space() {
    String target = field.kind() == FieldKind.REFERENCE ? field.target() : field.codelist();
    return target == null ? field.type() : target;
  }

  /** The cell, or null; what is wrong goes to the row's problems. */
  @Nullable String cell(From.Scope scope, RowProblems problems, ImportSession session) {
    List<Cell> found = from.values(scope);
    if (found == null) {
      problems.add(MappingRules.NOT_A_VALUE, from.label());
      return null;
    }
    List<Cell> known = new ArrayList<>();
    for (Cell cell : split(found)) {
      String stripped = cell.text().strip();
      if (stripped.isEmpty()) {
        continue;
      }
      String mapped = map.getOrDefault(stripped, unknown.contains(stripped) ? "" : cell.text());
      if (mapped.isEmpty()) {
        session.unknown(field, stripped, true);
      } else {
        known.add(mapped.equals(cell.text()) ? cell : Cell.text(mapped));
      }
    }
    Set<String> values = new LinkedHashSet<>();
    for (Cell cell : known.isEmpty() ? otherwise.stream().map(Cell::text).toList() : known) {
      String value = value(cell, problems, session);
      if (value != null) {
        values.add(value);
      }
    }
    return joined(values, problems);
  }

  /** The parts of texts; what the source states to be something else has none. */
  List<Cell> split(List<Cell> cells) {
    if (split == null) {
      return cells;
    }
    List<Cell> parts = new ArrayList<>();
    for (Cell cell : cells) {
      if (cell.kind() != Cell.Kind.TEXT) {
        parts.add(cell);
        continue;
      }
      String text = cell.text();
      int from = 0;
      for (int at = text.indexOf(split); at >= 0; at = text.indexOf(split, from)) {
        parts.add(Cell.text(text.substring(from, at)));
        from = at + split.length();
      }
      parts.add(Cell.text(text.substring(from)));
    }
    return parts;
  }

  private @Nullable String joined(Set<String> values, RowProblems problems) {
    if (values.isEmpty()) {
      return null;
    }
    if (values.size() > 1 && !field.many()) {
      problems.add(MappingRules.SEVERAL_VALUES, from.label(), "field", field.name(),
          "count", Integer.toString(values.size()), "values", String.join(", ", values));
      return null;
    }
    return field.many() ? String.join(SEPARATOR, new TreeSet<>(values)) : values.iterator().next();
  }

  private @Nullable String value(Cell cell, RowProblems problems, ImportSession session) {
    String raw = cell.text();
    String text = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
    if (cell.kind() == Cell.Kind.ERROR) {
      return unreadable(ReadingRules.ERROR_CELL, text, problems, session);
    }
    switch (field.kind()) {
      case CODE:
        return code(raw, text, problems, session);
      case DATE:
        return cell.kind() == Cell.Kind.DAY ? text : date(text, problems, session);
      case INTEGER, DECIMAL, MONEY:
        boolean stated = cell.kind() == Cell.Kind.NUMBER;
        return number(text, stated ? NumberStyle.PLAIN : session.numberStyle(this), problems, session);
      default:
        return text(raw, text, problems, session);
    }
  }

  private @Nullable String code(String raw, String text, RowProblems problems, ImportSession session) {
    if (session.collects(field)) {
      return session.identify(space(), IdentityRule.ALL, raw, problems);
    }
    Codelist list = session.codelist(field);
    Optional<Code> code = level == null ? list.resolve(text) : list.resolve(text, level);
    return code.map(Code::code).orElseGet(() -> unreadable(MappingRules.UNKNOWN_VALUE, text, problems, session,
        "list", list.id(), "suggestion", session.hint(this, text, () -> suggestion(list, text))));
  }

  private String suggestion(Codelist list, String text) {
    List<String> names = new ArrayList<>();
    for (Code code : list.codes()) {
      if (level == null || level.equals(code.level())) {
        names.add(code.code());
        names.addAll(code.label().asMap().values());
      }
    }
    return Closest.orAll(text, names);
  }

  private @Nullable String date(String text, RowProblems problems, ImportSession session) {
    for (DatePattern pattern : dates) {
      LocalDate day = pattern.parse(text);
      if (day != null) {
        return day.toString();
      }
    }
    return unreadable(MappingRules.BAD_DATE, text, problems, session,
        "patterns", String.join(", ", dates.stream().map(DatePattern::toString).toList()));
  }

  private @Nullable String number(String text, NumberStyle style, RowProblems problems, ImportSession session) {
    BigDecimal parsed = style.parse(text);
    return parsed == null
        ? unreadable(MappingRules.BAD_NUMBER, text, problems, session, "example", style.example())
        : plain(parsed.multiply(times));
  }

  /** Without decimals that say nothing, which a whole number may not have. */
  private static String plain(BigDecimal exact) {
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  private @Nullable String text(String raw, String text, RowProblems problems, ImportSession session) {
    if (identity != null) {
      return session.identify(space(), identity, raw, problems);
    }
    boolean isId = field.kind() == FieldKind.REFERENCE || field.role() == se.siru.core.model.FieldRole.ID;
    if (isId && text.contains(SEPARATOR)) {
      problems.add(MappingRules.SEMICOLON, from.label(), "value", text);
      return null;
    }
    return text;
  }

  private @Nullable String unreadable(
      Rule rule, String text, RowProblems problems, ImportSession session, String... namesAndValues) {
    if (unreadableIsUnknown) {
      session.unknown(field, text, false);
      return null;
    }
    List<String> arguments = new ArrayList<>(List.of("value", text));
    arguments.addAll(List.of(namesAndValues));
    problems.add(rule, from.label(), arguments.toArray(String[]::new));
    return null;
  }
}
