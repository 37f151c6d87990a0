package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Condition;
import se.siru.core.model.Day;
import se.siru.core.model.Decision;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldRole;
import se.siru.core.model.FieldPath;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.DecidedPlan;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Table;
import se.siru.core.portfolio.Units;
import se.siru.core.vocabulary.Codelist;

/**
 * Binds conditions to columns. What a condition says of a referred entity is worked out once for every entity, so that a record
 * needs one look-up. Used by one thread at a time.
 */
final class ConditionBinder {
  private final Portfolio portfolio;
  private final PathReader paths;
  private final Map<Condition, byte[]> ofEntities = new HashMap<>();
  private final Map<Condition, Optional<ElementAnswers>> known = new HashMap<>();
  private final Map<Day, int[]> daysBehind = new HashMap<>();
  private final SubjectBinder subjects;

  ConditionBinder(Portfolio portfolio, PathReader paths) {
    this.portfolio = portfolio;
    this.paths = paths;
    this.subjects = new SubjectBinder(portfolio);
  }

  Truth.Test bind(Condition condition, Table table, Batch batch) {
    return bind(condition, table, batch, null);
  }

  /**
   * Binds a condition on a record that is looked at on behalf of another.
   *
   * @param outer the other, which is moved from row to row by whoever asks; null where there is none
   */
  Truth.Test bind(Condition condition, Table table, Batch batch, @Nullable OuterRow outer) {
    Optional<ElementAnswers> answers = answers(condition);
    if (answers.isPresent()) {
      return answers.get().bind(batch);
    }
    if (condition instanceof Condition.AllOf) {
      return Truth.all(bindAll(((Condition.AllOf) condition).conditions(), table, batch, outer));
    }
    if (condition instanceof Condition.AnyOf) {
      return Truth.any(bindAll(((Condition.AnyOf) condition).conditions(), table, batch, outer));
    }
    if (condition instanceof Condition.Not) {
      return Truth.not(bind(((Condition.Not) condition).condition(), table, batch, outer));
    }
    if (condition instanceof Condition.Related) {
      Condition.Related related = (Condition.Related) condition;
      return related.via().role() == FieldRole.SUBJECT
          ? subjects.bind(related, this, table.type(), batch)
          : new RelatedRecords(portfolio, this, paths).bind(related, batch);
    }
    if (condition instanceof Condition.Several) {
      return new RelatedRecords(portfolio, this, paths).bind((Condition.Several) condition);
    }
    if (condition instanceof Condition.Order) {
      return bindOrder((Condition.Order) condition, batch, outer);
    }
    if (condition instanceof Condition.Opaque) {
      Condition.Opaque opaque = (Condition.Opaque) condition;
      return row -> Truth.of(opaque.test().test(table.row(batch, row)));
    }
    return ValueConditions.bind(condition, ValueConditions.path(condition), batch);
  }

  /**
   * What a condition answers for every value of the one field of codes or references that it looks at, worked out once; empty where it
   * looks at anything else.
   */
  Optional<ElementAnswers> answers(Condition condition) {
    Optional<ElementAnswers> answers = known.get(condition);
    if (answers == null) {
      answers = answersAnew(condition);
      known.put(condition, answers);
    }
    return answers;
  }

  private Optional<ElementAnswers> answersAnew(Condition condition) {
    if (condition instanceof Condition.AllOf all) {
      return ElementAnswers.join(all.conditions().stream().map(this::answers).toList(), true);
    }
    if (condition instanceof Condition.AnyOf any) {
      return ElementAnswers.join(any.conditions().stream().map(this::answers).toList(), false);
    }
    if (condition instanceof Condition.Not not) {
      return answers(not.condition()).map(ElementAnswers::not);
    }
    if (condition instanceof Condition.Related related) {
      return related.via().role() == FieldRole.SUBJECT ? Optional.empty() : new RelatedRecords(portfolio, this, paths).answers(related);
    }
    if (condition instanceof Condition.Several several) {
      return new RelatedRecords(portfolio, this, paths).answers(several);
    }
    if (condition instanceof Condition.Different different) {
      return Optional.of(answersOf(different));
    }
    return condition instanceof Condition.Order || condition instanceof Condition.Opaque
        ? Optional.empty()
        : answersOf(condition, ValueConditions.path(condition));
  }

  private Optional<ElementAnswers> answersOf(Condition condition, FieldPath path) {
    Field<?> first = path.first();
    if (path.fields().size() > 1) {
      byte[] behind = truths(ValueConditions.along(condition, path.rest()), path.rest());
      return Optional.of(ElementAnswers.of(first, behind, ValueConditions.absent(condition, path)));
    }
    return first.kind() == FieldKind.CODE || first.kind() == FieldKind.REFERENCE
        ? Optional.of(ElementAnswers.of(first, accepted(condition, first), ValueConditions.absent(condition, path)))
        : Optional.empty();
  }

  private List<Truth.Test> bindAll(List<Condition> conditions, Table table, Batch batch, @Nullable OuterRow outer) {
    return conditions.stream().map(condition -> bind(condition, table, batch, outer)).toList();
  }

  private Truth.Test bindOrder(Condition.Order order, Batch batch, @Nullable OuterRow outer) {
    IntUnaryOperator first = days(order.first(), batch, outer);
    IntUnaryOperator second = days(order.second(), batch, outer);
    int least = order.strict() ? 1 : 0;
    return row -> {
      int before = first.applyAsInt(row);
      int after = second.applyAsInt(row);
      return before == Column.Days.MISSING || after == Column.Days.MISSING
          ? Truth.UNKNOWN
          : Truth.of((long) after - before >= least);
    };
  }

  private IntUnaryOperator days(Day day, Batch batch, @Nullable OuterRow outer) {
    if (!day.outer()) {
      return days(batch, day)::read;
    }
    if (outer == null) {
      throw new IllegalArgumentException("there is no record outside whose " + day.path() + " could be asked about");
    }
    DayReader reader = days(outer.batch(), day);
    return row -> reader.read(outer.row());
  }

  /** Reads a day of the rows of a batch. */
  DayReader days(Batch batch, Day day) {
    return DayReader.of(portfolio, batch, day, daysBehind);
  }

  private ElementAnswers answersOf(Condition.Different different) {
    Units units = Groups.units(portfolio, different.path());
    SetPool sets = paths.sets();
    return ElementAnswers.behind(paths.behind(different.path()), encoded -> {
      int[] elements = sets.elements(encoded);
      boolean all = elements.length == sets.count(encoded) && elements.length > 0;
      long count =
          Arrays.stream(elements, 0, sets.count(encoded)).map(each -> units == null ? each : units.unit(each)).distinct().count();
      return count >= different.atLeast() ? Truth.TRUE : all ? Truth.FALSE : Truth.UNKNOWN;
    });
  }

  /** The answer for every row of the entity type where a path starts. */
  private byte[] truths(Condition condition, FieldPath path) {
    byte[] known = ofEntities.get(condition);
    if (known == null) {
      Table table = portfolio.table(path.first().type());
      known = new byte[table.size()];
      if (known.length > 0) {
        Truth.Test test = bind(condition, table, table.batches().get(0));
        for (int row = 0; row < known.length; row++) {
          known[row] = test.of(row);
        }
      }
      ofEntities.put(condition, known);
    }
    return known;
  }

  /** The answer for every code or entity that a field may hold. */
  private byte[] accepted(Condition condition, Field<?> field) {
    if (condition instanceof Condition.InEffect) {
      return inEffect(field);
    }
    boolean any = condition instanceof Condition.Known;
    if (!any && !(condition instanceof Condition.OneOf)) {
      throw new IllegalArgumentException(field + " is neither number nor day: " + condition);
    }
    List<String> values = any ? List.of() : ((Condition.OneOf) condition).values();
    if (field.kind() == FieldKind.CODE) {
      return acceptedCodes(portfolio.schema().codelist(field), values, any);
    }
    String target = Objects.requireNonNull(field.target());
    byte[] accepted = new byte[portfolio.table(target).size()];
    Set<String> ids = new HashSet<>(values);
    for (int row = 0; row < accepted.length; row++) {
      accepted[row] = Truth.of(any || ids.contains(portfolio.idOf(target, row)));
    }
    return accepted;
  }

  /** For every decision whether lines of the field's record type that it states apply. */
  private byte[] inEffect(Field<?> decision) {
    DecidedPlan plan = DecidedPlan.of(portfolio);
    byte[] applies = new byte[portfolio.table(Decision.TYPE.name()).size()];
    for (int row = 0; row < applies.length; row++) {
      applies[row] = Truth.of(plan.applies(decision.type(), portfolio.idOf(Decision.TYPE.name(), row)));
    }
    return applies;
  }

  private static byte[] acceptedCodes(Codelist list, List<String> values, boolean any) {
    byte[] accepted = new byte[list.size()];
    for (int position = 0; position < accepted.length; position++) {
      boolean holds = any;
      for (String value : values) {
        int asked = list.position(value);
        if (asked < 0) {
          throw new IllegalArgumentException("code list " + list.id() + " has no code '" + value + "'");
        }
        holds |= list.isWithin(position, asked);
      }
      accepted[position] = Truth.of(holds);
    }
    return accepted;
  }
}
