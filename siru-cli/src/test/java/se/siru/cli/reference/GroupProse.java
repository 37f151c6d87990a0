package se.siru.cli.reference;

import java.util.List;
import java.util.stream.Collectors;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.model.Condition;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Schema;

/** How records become a value, and what their groups must pass, in English sentences. */
final class GroupProse {
  /** References to stakeholders that are persons. */
  private static final List<String> PERSONS = List.of("person", "respondent");

  private final Schema schema;
  private final Prose prose;

  GroupProse(Schema schema) {
    this.schema = schema;
    this.prose = new Prose(schema);
  }

  /** The value of a group's records. */
  String inner(Grouping.Inner inner) {
    String where = inner.where().equals(Condition.always()) ? "" : " where " + prose.condition(inner.where());
    Aggregate aggregate = inner.aggregate();
    if (aggregate instanceof Aggregate.Count) {
      return "number of records" + where;
    }
    String among = where.isEmpty() ? "" : " among the records" + where;
    return noun(aggregate) + among;
  }

  /** An aggregate along a path as a noun: {@code sum of hours}. */
  String noun(Aggregate aggregate) {
    if (aggregate instanceof Aggregate.Sum sum) {
      return "sum of " + Prose.noun(sum.path());
    } else if (aggregate instanceof Aggregate.Mean mean) {
      return "mean of " + Prose.noun(mean.path()) + " over the records that state it";
    } else if (aggregate instanceof Aggregate.Min min) {
      return "least " + Prose.noun(min.path());
    } else if (aggregate instanceof Aggregate.Max max) {
      return "greatest " + Prose.noun(max.path());
    } else if (aggregate instanceof Aggregate.Last last) {
      return "latest " + Prose.noun(last.path());
    } else if (aggregate instanceof Aggregate.First first) {
      return "earliest " + Prose.noun(first.path());
    } else if (aggregate instanceof Aggregate.Completeness completeness) {
      return "share of stated values among " + Prose.list(completeness.paths().stream().map(Prose::path).toList(), "and");
    } else if (aggregate instanceof Aggregate.Distinct distinct) {
      return distinct(distinct.path());
    } else if (aggregate instanceof Aggregate.Quantile quantile) {
      return quantile.isMedian()
          ? "median of " + Prose.path(quantile.path())
          : "value of " + Prose.path(quantile.path()) + " below which a share of " + quantile.share() + " lies";
    }
    throw new IllegalArgumentException("an aggregate that is not put into words: " + aggregate);
  }

  /** {@code number of different persons}, {@code number of different legal units named as recipient}. */
  private String distinct(FieldPath path) {
    String target = path.last().target();
    if (target == null) {
      return "number of different values of " + Prose.path(path);
    }
    if (PERSONS.contains(path.last().name())) {
      return "number of different persons";
    }
    String things = target.equals("stakeholder") ? "legal units" : schema.type(target).plural().replace('-', ' ');
    boolean isPlain = things.startsWith(Prose.label(path.last()));
    return "number of different " + things + (isPlain && path.fields().size() == 1 ? "" : " named as " + Prose.path(path));
  }

  /** Tests that must all be passed, whether or not they were put together in several steps. */
  static List<Grouping.Test> all(Grouping.Test test) {
    return test instanceof Grouping.Test.All all ? all.tests().stream().flatMap(each -> all(each).stream()).toList() : List.of(test);
  }

  /** A test of groups as what stands behind them: {@code that have at least 2 records}. */
  String test(Grouping.Test test) {
    if (test instanceof Grouping.Test.AtLeast least) {
      return atLeast(least, true);
    } else if (test instanceof Grouping.Test.All) {
      return tests(all(test), ", and ");
    } else if (test instanceof Grouping.Test.Any any) {
      return tests(any.tests(), ", or ");
    }
    return denied(((Grouping.Test.Not) test).test());
  }

  private String denied(Grouping.Test test) {
    if (test instanceof Grouping.Test.AtLeast least) {
      return atLeast(least, false);
    } else if (test instanceof Grouping.Test.Not not) {
      return test(not.test());
    }
    return test instanceof Grouping.Test.Any any
        ? tests(denied(any.tests()), ", and ")
        : tests(denied(all(test)), ", or ");
  }

  private static List<Grouping.Test> denied(List<Grouping.Test> tests) {
    return tests.stream().<Grouping.Test>map(Grouping.Test.Not::new).toList();
  }

  private String atLeast(Grouping.Test.AtLeast test, boolean isSo) {
    String number = test.number().toPlainString();
    if (test.inner().aggregate() instanceof Aggregate.Count) {
      String where = Prose.isAll(test.inner().where()) ? "" : " where " + prose.condition(test.inner().where());
      boolean isOne = number.equals("1");
      return "that have " + (isSo ? "at least " : isOne ? "no" : "fewer than ") + (isSo || !isOne ? number : "")
          + (isOne ? " record" : " records") + where;
    }
    String nothing = test.number().signum() == 0 ? " (which tests nothing)" : "";
    return "whose " + inner(test.inner()) + (isSo ? " is at least " : " is below ") + number + nothing;
  }

  /** Tests one after the other, those that are several themselves in brackets. */
  private String tests(List<Grouping.Test> tests, String between) {
    return tests.stream()
        .map(each -> each instanceof Grouping.Test.All || each instanceof Grouping.Test.Any ? "(" + test(each) + ")" : test(each))
        .collect(Collectors.joining(between));
  }
}
