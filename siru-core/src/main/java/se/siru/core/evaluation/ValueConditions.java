package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import se.siru.core.identifier.Identifier;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.model.FieldRole;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;

/** Conditions that ask about one value at the end of a path, and what they say of texts, days and numbers. */
final class ValueConditions {
  private static final int SCALE_OF_MONEY = 2;

  private ValueConditions() {}

  /** The path of a condition that asks about one value. */
  static FieldPath path(Condition condition) {
    if (condition instanceof Condition.OneOf) {
      return ((Condition.OneOf) condition).path();
    }
    if (condition instanceof Condition.Known) {
      return ((Condition.Known) condition).path();
    }
    if (condition instanceof Condition.InRange) {
      return ((Condition.InRange) condition).path();
    }
    if (condition instanceof Condition.InEffect) {
      return ((Condition.InEffect) condition).path();
    }
    if (condition instanceof Condition.LegalNumber) {
      return ((Condition.LegalNumber) condition).path();
    }
    return ((Condition.Between) condition).path();
  }

  /** The same condition on the value at the end of another path. */
  static Condition along(Condition condition, FieldPath path) {
    if (condition instanceof Condition.OneOf) {
      return new Condition.OneOf(path, ((Condition.OneOf) condition).values());
    }
    if (condition instanceof Condition.Known) {
      return new Condition.Known(path);
    }
    if (condition instanceof Condition.InEffect) {
      return new Condition.InEffect(path);
    }
    if (condition instanceof Condition.LegalNumber) {
      return new Condition.LegalNumber(path);
    }
    if (condition instanceof Condition.InRange) {
      Condition.InRange range = (Condition.InRange) condition;
      return new Condition.InRange(path, range.atLeast(), range.below());
    }
    Condition.Between between = (Condition.Between) condition;
    return new Condition.Between(path, between.from(), between.until());
  }

  /** Binds a condition on a text, day or number that the records of a batch state. */
  static Truth.Test bind(Condition condition, FieldPath path, Batch batch) {
    byte absent = absent(condition, path);
    Column column = batch.column(path.first().name());
    Field<?> field = path.last();
    if (column instanceof Column.Texts) {
      Column.Texts texts = (Column.Texts) column;
      if (condition instanceof Condition.LegalNumber) {
        return row -> Truth.of(isLegalNumber(texts.get(row)));
      }
      Set<String> values =
          condition instanceof Condition.OneOf ? new HashSet<>(((Condition.OneOf) condition).values()) : Set.of();
      boolean any = condition instanceof Condition.Known;
      return row -> {
        String text = texts.get(row);
        return text == null ? absent : Truth.of(any || values.contains(text));
      };
    }
    if (column instanceof Column.Days) {
      Column.Days days = (Column.Days) column;
      LongPredicate holds = days(condition, field.role() == FieldRole.END ? 1 : 0);
      return row -> days.value(row) == Column.Days.MISSING ? absent : Truth.of(holds.test(days.value(row)));
    }
    Column.Longs numbers = (Column.Longs) column;
    LongPredicate holds = numbers(condition, field);
    return row -> numbers.value(row) == Column.Longs.MISSING ? absent : Truth.of(holds.test(numbers.value(row)));
  }

  private static boolean isLegalNumber(@Nullable String text) {
    return text != null && Identifier.of(text).filter(number -> number.kind() == Identifier.Kind.ORGANISATION_NUMBER).isPresent();
  }

  /** The answer of a record that does not state the first field of a path. */
  static byte absent(Condition condition, FieldPath path) {
    if (condition instanceof Condition.Known || condition instanceof Condition.LegalNumber) {
      return Truth.FALSE;
    }
    return condition instanceof Condition.InEffect && path.fields().size() == 1 ? Truth.TRUE : Truth.UNKNOWN;
  }

  private static LongPredicate days(Condition condition, int shift) {
    if (condition instanceof Condition.Known) {
      return day -> true;
    }
    if (!(condition instanceof Condition.Between)) {
      throw new IllegalArgumentException("a day is asked about by from and until: " + condition);
    }
    Condition.Between between = (Condition.Between) condition;
    long from = day(between.from(), Long.MIN_VALUE);
    long until = day(between.until(), Long.MAX_VALUE);
    return day -> day - shift >= from && day - shift < until;
  }

  private static long day(@Nullable LocalDate day, long open) {
    return day == null ? open : day.toEpochDay();
  }

  private static LongPredicate numbers(Condition condition, Field<?> field) {
    if (condition instanceof Condition.Known) {
      return number -> true;
    }
    if (!(condition instanceof Condition.InRange)) {
      throw new IllegalArgumentException("a number is asked about by at-least and below: " + condition);
    }
    Condition.InRange range = (Condition.InRange) condition;
    long least = bound(range.atLeast(), field, Long.MIN_VALUE);
    long below = bound(range.below(), field, Long.MAX_VALUE);
    return number -> number >= least && number < below;
  }

  /** The least stored number at or above a bound; both "at least" and "below" compare with it. */
  private static long bound(@Nullable BigDecimal bound, Field<?> field, long open) {
    if (bound == null) {
      return open;
    }
    int scale = field.kind() == FieldKind.MONEY ? SCALE_OF_MONEY : field.scale();
    return bound.setScale(scale, RoundingMode.CEILING).unscaledValue().longValueExact();
  }
}
