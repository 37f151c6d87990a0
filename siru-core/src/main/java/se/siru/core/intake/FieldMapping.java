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
import se.siru.core.identifier.PersonalText;
import se.siru.core.json.Closest;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Stakeholder;
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

  private static final List<DatePattern> ISO_DAYS = List.of(DatePattern.ISO);

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
  List<DatePattern> dates = ISO_DAYS;
  /** Null where the mapping leaves it to the source. */
  @Nullable NumberStyle number;
  BigDecimal times = BigDecimal.ONE;
  @Nullable String level;
  @Nullable IdentityRule identity;
  /** Where the row says which organisation is meant, where that is to be found out; then {@link #from} is its name. */
  @Nullable ResolveColumns resolve;
  /** What makes a code of what is said about a person; null for other fields. */
  @Nullable PersonStep person;
  /** What the value must add up to; null where the mapping does not say it. */
  @Nullable SumOf check;
  /** Where rows are added up, what the number is counted once of; null where every row counts. */
  @Nullable RowKey oncePer;
  /** True where a column that is read holds personal data, so that its values are not shown. */
  boolean isPersonal;
  /** False where the mapping says that what looks like personal data is none. */
  boolean isScanned = true;

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
    boolean stated = false;
    for (Cell cell : split(found)) {
      String stripped = Blanks.strip(cell.text());
      if (stripped.isEmpty()) {
        continue;
      }
      stated = true;
      String mapped = map.getOrDefault(stripped, unknown.contains(stripped) ? "" : cell.text());
      if (mapped.isEmpty()) {
        countUnknown(stripped, true, problems, session);
        if (resolve != null) {
          session.organisations().nobody();
        }
      } else {
        known.add(mapped.equals(cell.text()) ? cell : Cell.text(mapped));
      }
    }
    if (resolve != null) {
      Optional<Cell> error = known.stream().filter(cell -> cell.kind() == Cell.Kind.ERROR).findFirst();
      if (error.isPresent()) {
        return unreadable(ReadingRules.ERROR_CELL, error.get().text(), problems, session);
      }
      List<String> names = known.isEmpty() ? otherwise : known.stream().map(Cell::text).toList();
      return stated && names.isEmpty() ? null : joined(session.organisations(this, resolve, names, scope, problems), problems);
    }
    Set<String> values = new LinkedHashSet<>();
    for (Cell cell : known.isEmpty() ? otherwise.stream().map(Cell::text).toList() : known) {
      String value = value(cell, problems, session);
      if (value != null) {
        values.add(value);
      }
    }
    String cell = joined(values, problems);
    if (check != null && cell != null) {
      checkSum(check, new BigDecimal(cell), scope, problems);
    }
    return cell;
  }

  /** Where all parts are stated they are the whole; where some are, they are at most that. */
  private void checkSum(SumOf parts, BigDecimal whole, From.Scope scope, RowProblems problems) {
    BigDecimal sum = parts.sum(scope);
    List<Cell> all = new SumOf(parts.parts(), parts.style(), false).values(scope);
    if (sum != null && all != null && (all.isEmpty() ? sum.compareTo(whole) > 0 : sum.compareTo(whole) != 0)) {
      problems.add(MappingRules.NOT_THE_SUM, from.label(), "field", field.name(), "value", plain(whole), "sum", plain(sum));
    }
  }

  /** True where the field is made of personal data and holds none. */
  boolean isOfPersons() {
    return from instanceof PseudonymOf || person != null;
  }

  /** A text of the source where it is not from a personal column; a row's problems mask what is personal in the text itself. */
  private String quoted(String text) {
    return isPersonal ? RowPrivacy.PERSONAL : text;
  }

  private void countUnknown(String text, boolean declared, RowProblems problems, ImportSession session) {
    session.unknown(field, problems.privacy().masked(quoted(text)), declared);
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
    String text = Normalizer.normalize(Blanks.strip(raw), Normalizer.Form.NFC);
    if (cell.kind() == Cell.Kind.ERROR) {
      return unreadable(ReadingRules.ERROR_CELL, text, problems, session);
    }
    switch (field.kind()) {
      case CODE:
        return code(raw, text, cell.kind() == Cell.Kind.DAY ? ISO_DAYS : dates, problems, session);
      case DATE:
        return cell.kind() == Cell.Kind.DAY ? text : date(text, problems, session);
      case INTEGER, DECIMAL, MONEY:
        boolean stated = cell.kind() == Cell.Kind.NUMBER;
        return number(text, stated ? NumberStyle.PLAIN : session.numberStyle(this), problems, session);
      default:
        return text(raw, text, problems, session);
    }
  }

  private @Nullable String code(
      String raw, String text, List<DatePattern> days, RowProblems problems, ImportSession session) {
    PersonStep step = person;
    if (step != null) {
      String code = step.code(text, days);
      return code != null ? code : unreadable(PrivacyRules.BAD_PERSON, text, problems, session, "field", field.name());
    }
    if (session.collects(field)) {
      return session.identify(space(), IdentityRule.ALL, masked(raw, problems, session), problems);
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
    LocalDate day = DatePattern.first(dates, text);
    return day != null ? day.toString() : unreadable(MappingRules.BAD_DATE, text, problems, session,
        "patterns", String.join(", ", dates.stream().map(DatePattern::toString).toList()));
  }

  private @Nullable String number(String text, NumberStyle style, RowProblems problems, ImportSession session) {
    BigDecimal parsed = isScanned && PersonalText.isInId(text) ? null : style.parse(text);
    return parsed == null
        ? unreadable(MappingRules.BAD_NUMBER, text, problems, session, "example", style.example())
        : plain(parsed.multiply(times));
  }

  /** Without decimals that say nothing, which a whole number may not have. */
  private static String plain(BigDecimal exact) {
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  private @Nullable String text(String raw, String text, RowProblems problems, ImportSession session) {
    boolean isId = field.kind() == FieldKind.REFERENCE || field.role() == FieldRole.ID;
    if (!isId) {
      return field.equals(Stakeholder.ORGANISATION_NUMBER)
          ? ofALegalPerson(text, problems, session)
          : masked(text, problems, session);
    }
    String clean = isScanned && !(from instanceof PseudonymOf) ? problems.privacy().id(text, identity != null) : text;
    if (clean == null) {
      problems.add(PrivacyRules.IN_ID, from.label(), "field", field.name());
      return null;
    }
    if (!clean.equals(text)) {
      session.masked(PrivacyRules.ID_REPLACED, problems.origin(), this, Set.of());
      return clean;
    }
    if (identity != null) {
      return session.identify(space(), identity, raw, problems);
    }
    if (text.contains(SEPARATOR)) {
      problems.add(MappingRules.SEMICOLON, from.label(), "value", text);
      return null;
    }
    return text;
  }

  /** The text with masks in place of what is personal in it. */
  private String masked(String text, RowProblems problems, ImportSession session) {
    Set<String> found = new TreeSet<>();
    String masked = isScanned ? problems.privacy().masked(text, found) : text;
    if (!found.isEmpty()) {
      session.masked(PrivacyRules.MASKED, problems.origin(), this, found);
    }
    return masked;
  }

  /** The number, or null for that of a sole trader, which is a person's. */
  private @Nullable String ofALegalPerson(String text, RowProblems problems, ImportSession session) {
    if (!isScanned || problems.privacy().masked(text).equals(text)) {
      return text;
    }
    session.masked(PrivacyRules.NUMBER_LEFT_OUT, problems.origin(), this, Set.of());
    return null;
  }

  private @Nullable String unreadable(
      Rule rule, String text, RowProblems problems, ImportSession session, String... namesAndValues) {
    if (unreadableIsUnknown) {
      countUnknown(text, false, problems, session);
      return null;
    }
    List<String> arguments = new ArrayList<>(List.of("value", quoted(text)));
    arguments.addAll(List.of(namesAndValues));
    problems.add(rule, from.label(), arguments.toArray(String[]::new));
    return null;
  }
}
