package se.siru.cli.reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
import se.siru.core.model.FieldRole;

/** The fields of a record on which it depends whether and how a measure counts it. */
final class DecidingFields {
  private static final int MOST = 6;
  private static final List<FieldRole> DAYS = List.of(FieldRole.DATE, FieldRole.START, FieldRole.END);

  private final Set<FieldPath> paths = new LinkedHashSet<>();

  private DecidingFields() {}

  /** Keys of groups first, then the day, what is aggregated and what conditions ask; at most six. */
  static List<FieldPath> of(Measure measure) {
    DecidingFields fields = new DecidingFields();
    measure.grouping().ifPresent(grouping -> fields.paths.addAll(grouping.keys()));
    fields.days(measure);
    measure.over().field(FieldRole.ID).filter(id -> measure.over().isEntity()).ifPresent(id -> fields.paths.add(id.path()));
    measure.requiredCoverage().ifPresent(required -> fields.paths.add(required.of().path()));
    fields.aggregate(measure.aggregate());
    measure.grouping().ifPresent(grouping -> grouping.inners().forEach(fields::inner));
    fields.condition(measure.where());
    return fields.paths.stream().limit(MOST).toList();
  }

  private void days(Measure measure) {
    Field<?> named = measure.when().date();
    if (named != null) {
      paths.add(named.path());
    } else {
      DAYS.forEach(role -> measure.over().field(role).ifPresent(field -> paths.add(field.path())));
    }
  }

  private void aggregate(Aggregate aggregate) {
    if (aggregate instanceof Aggregate.Sum sum) {
      paths.add(sum.path());
    } else if (aggregate instanceof Aggregate.Mean mean) {
      paths.add(mean.path());
    } else if (aggregate instanceof Aggregate.Min min) {
      paths.add(min.path());
    } else if (aggregate instanceof Aggregate.Max max) {
      paths.add(max.path());
    } else if (aggregate instanceof Aggregate.Last last) {
      paths.add(last.path());
    } else if (aggregate instanceof Aggregate.First first) {
      paths.add(first.path());
    } else if (aggregate instanceof Aggregate.Completeness completeness) {
      paths.addAll(completeness.paths());
    } else if (aggregate instanceof Aggregate.Distinct distinct) {
      paths.add(distinct.path());
    } else if (aggregate instanceof Aggregate.Quantile quantile) {
      paths.add(quantile.path());
    } else if (aggregate instanceof Aggregate.Function function) {
      paths.addAll(function.fields());
    }
  }

  private void inner(Grouping.Inner inner) {
    aggregate(inner.aggregate());
    condition(inner.where());
  }

  private void condition(Condition condition) {
    if (condition instanceof Condition.OneOf one) {
      paths.add(one.path());
    } else if (condition instanceof Condition.Known known) {
      paths.add(known.path());
    } else if (condition instanceof Condition.InRange range) {
      paths.add(range.path());
    } else if (condition instanceof Condition.Between between) {
      paths.add(between.path());
    } else if (condition instanceof Condition.Order order) {
      Stream.of(order.first(), order.second()).filter(day -> !day.outer()).forEach(day -> paths.add(day.path()));
    } else if (condition instanceof Condition.Different different) {
      paths.add(different.path());
    } else if (condition instanceof Condition.InEffect line) {
      paths.add(line.path());
    } else if (condition instanceof Condition.LegalNumber number) {
      paths.add(number.path());
    } else if (condition instanceof Condition.Related related) {
      related(related);
    } else if (condition instanceof Condition.Several several) {
      related(several.related());
    } else if (condition instanceof Condition.AllOf all) {
      all.conditions().forEach(this::condition);
    } else if (condition instanceof Condition.AnyOf any) {
      any.conditions().forEach(this::condition);
    } else if (condition instanceof Condition.Not not) {
      condition(not.condition());
    }
  }

  /** Of what related records refer to, the record at hand states what they are found by. */
  private void related(Condition.Related related) {
    if (related.of() != null) {
      paths.add(related.of());
    }
  }
}
