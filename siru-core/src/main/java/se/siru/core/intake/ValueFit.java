package se.siru.core.intake;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** How well the values of a column fit a field. */
final class ValueFit {
  private static final double MOSTLY = 0.5;
  private static final List<String> SEPARATORS = List.of(";", "|", "/", ",");
  private static final List<String> LEVELS = List.of("municipality", "county");

  private final Schema schema;
  private final ColumnNames names;

  ValueFit(Schema schema, ColumnNames names) {
    this.schema = schema;
    this.names = names;
  }

  /**
   * How codes are read.
   *
   * @param level the level of the list that is meant; null where names occur at one
   * @param split what separates several codes; null where each value is one
   * @param map the values that stand for codes without being labels
   * @param share the share of values that are codes
   * @param others values that are no codes
   */
  record Codes(@Nullable String level, @Nullable String split, Map<String, String> map, double share, List<String> others) {}

  /** The share of values that the field takes, 0 to 1. */
  double of(ColumnProfile column, Field<?> field) {
    if (column.filled == 0) {
      return 0;
    }
    return switch (field.kind()) {
      case DATE -> column.days();
      case INTEGER, DECIMAL, MONEY -> numbers(column, field);
      case CODE -> codes(column, field).share();
      case REFERENCE -> column.typed() > MOSTLY * column.filled || column.isLongText() ? 0 : 1;
      case TEXT -> texts(column, field);
    };
  }

  private static double texts(ColumnProfile column, Field<?> field) {
    if (field.name().equals(Stakeholder.ORGANISATION_NUMBER.name())) {
      return column.organisationNumbers();
    }
    boolean name = field.name().equals("name");
    return name && (column.typed() > MOSTLY * column.filled || column.isLongText()) ? 0 : 1;
  }

  private static double numbers(ColumnProfile column, Field<?> field) {
    long fitting = column.values().stream().map(ValueFit::number).filter(number -> number != null && fits(number, field)).count();
    return (double) fitting / column.filled;
  }

  private static @Nullable BigDecimal number(String text) {
    BigDecimal plain = NumberStyle.PLAIN.parse(text);
    return plain != null ? plain : NumberStyle.SWEDISH.parse(text);
  }

  private static boolean fits(BigDecimal number, Field<?> field) {
    BigDecimal least = field.least();
    BigDecimal most = field.most();
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return (field.kind() != FieldKind.INTEGER || whole)
        && (least == null || number.compareTo(least) >= 0)
        && (most == null || number.compareTo(most) <= 0);
  }

  /** The way of reading codes by which most values are some. */
  Codes codes(ColumnProfile column, Field<?> field) {
    Codelist list = schema.codelist(field);
    Codes best = codes(column, list, null, null);
    for (String level : LEVELS) {
      boolean has = list.codes().stream().anyMatch(code -> level.equals(code.level()));
      Codes codes = has && best.share < 1 ? codes(column, list, level, null) : best;
      best = codes.share > best.share ? codes : best;
    }
    for (String split : field.many() && best.share < 1 ? SEPARATORS : List.<String>of()) {
      Codes codes = codes(column, list, best.level, split);
      best = codes.share > best.share ? codes : best;
    }
    return best;
  }

  private Codes codes(ColumnProfile column, Codelist list, @Nullable String level, @Nullable String split) {
    Map<String, String> map = new LinkedHashMap<>();
    Map<String, Boolean> others = new LinkedHashMap<>();
    long all = 0;
    long good = 0;
    for (String value : column.values()) {
      for (String part : split == null ? List.of(value) : List.of(value.split(Pattern.quote(split)))) {
        String text = part.strip();
        Optional<Code> known = level == null ? list.resolve(text) : list.resolve(text, level);
        Optional<String> meant = known.isPresent() ? Optional.empty() : names.code(list.id(), text);
        meant.filter(code -> list.position(code) >= 0).ifPresent(code -> map.put(text, code));
        boolean isCode = known.isPresent() || map.containsKey(text);
        all++;
        good += isCode ? 1 : 0;
        if (!isCode) {
          others.put(text, true);
        }
      }
    }
    return new Codes(level, split, map, all == 0 ? 0 : (double) good / all, List.copyOf(others.keySet()));
  }

  /** What separates several names in one text; null where that is not plain to see. */
  static @Nullable String nameSeparator(ColumnProfile column) {
    boolean any = column.values().stream().anyMatch(value -> value.contains(";"));
    return any ? ";" : null;
  }
}
