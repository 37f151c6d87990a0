package se.siru.cli.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.model.Condition;
import se.siru.core.model.Day;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Schema;

/** Parts of definitions in English sentences, in Markdown, by the labels of fields and codes. */
final class Prose {
  private final Schema schema;

  Prose(Schema schema) {
    this.schema = schema;
  }

  /** A label as it stands inside a sentence: {@code recipient}, but {@code FTE}. */
  static String inside(String label) {
    boolean isWord = label.length() > 1 && Character.isLowerCase(label.charAt(1));
    return isWord ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
  }

  static String label(Field<?> field) {
    String label = field.label().in("en");
    return inside(label.isEmpty() ? field.name() : label);
  }

  /** {@code recipient’s size}, {@code organisations’ size}. */
  static String path(FieldPath path) {
    StringBuilder words = new StringBuilder();
    for (Field<?> field : path.fields()) {
      int end = words.length() - 1;
      words.append(end < 0 ? "" : words.charAt(end) == 's' ? "’ " : "’s ").append(label(field));
    }
    return words.toString();
  }

  /** Words one after the other, the last two joined by another word. */
  static String list(List<String> words, String last) {
    int end = words.size() - 1;
    return end < 1 ? String.join("", words) : String.join(", ", words.subList(0, end)) + " " + last + " " + words.get(end);
  }

  /** A condition as what stands behind "where". */
  String condition(Condition condition) {
    if (condition instanceof Condition.OneOf one) {
      return the(one.path()) + " is " + values(one);
    } else if (condition instanceof Condition.Known known) {
      return the(known.path()) + " is stated";
    } else if (condition instanceof Condition.InRange range) {
      return the(range.path()) + " is " + range(range.atLeast(), range.below());
    } else if (condition instanceof Condition.Between between) {
      String from = between.from() == null ? "" : " from " + between.from();
      String until = between.until() == null ? "" : " up to " + between.until().minusDays(1);
      return "the day *" + path(between.path()) + "* lies" + from + until;
    } else if (condition instanceof Condition.AllOf all) {
      return joined(all.conditions(), "and");
    } else if (condition instanceof Condition.AnyOf any) {
      return joined(any.conditions(), "or");
    } else if (condition instanceof Condition.Not not) {
      return denied(not.condition());
    } else if (condition instanceof Condition.Related related) {
      String type = inside(schema.type(related.via().type()).label().in("en"));
      boolean all = related.where().equals(Condition.always());
      String it = related.of() == null ? "it" : "the " + path(related.of());
      return "some " + type + " names " + it + " as " + label(related.via()) + (all ? "" : ", and there " + condition(related.where()));
    } else if (condition instanceof Condition.Order order) {
      return day(order.first()) + (order.strict() ? " comes before " : " is not after ") + day(order.second());
    } else if (condition instanceof Condition.Different different) {
      return "it leads to at least " + different.atLeast() + " different values of " + path(different.path());
    } else if (condition instanceof Condition.InEffect line) {
      return the(line.path()) + ", where there is one, is in effect";
    } else if (condition instanceof Condition.LegalNumber number) {
      return the(number.path()) + " is a valid organisation number";
    } else if (condition instanceof Condition.Opaque opaque) {
      return opaque.description();
    }
    return "`" + condition + "`";
  }

  private static String day(Day day) {
    String of = day.level() == null ? "" : " at the level of the " + day.level();
    String whose = day.outer() ? " of the record at hand" : "";
    String which = day.earliest() ? ", the earliest of the unit," : "";
    String lag = day.lag().months() != 0 ? day.lag().months() + " months after " : day.lag().days() != 0 ? day.lag().days() + " days after " : "";
    return lag + "the " + path(day.path()) + of + whose + which + (day.open() ? " (open where it is not stated)" : "");
  }

  private String denied(Condition condition) {
    if (condition instanceof Condition.Known known) {
      return the(known.path()) + " is not stated";
    }
    return condition instanceof Condition.OneOf one
        ? the(one.path()) + " is not " + values(one)
        : "it is not so that " + condition(condition);
  }

  private String joined(List<Condition> conditions, String word) {
    return list(
        conditions.stream()
            .map(each -> each instanceof Condition.AllOf || each instanceof Condition.AnyOf ? "(" + condition(each) + ")" : condition(each))
            .toList(),
        word);
  }

  private static String the(FieldPath path) {
    return (path.fields().stream().anyMatch(Field::many) ? "some " : "the ") + path(path);
  }

  private String values(Condition.OneOf one) {
    return list(one.values().stream().map(value -> "*" + code(one.path().last(), value) + "*").toList(), "or");
  }

  /** What people read for the value of a field: the label of a code, other values as they are. */
  private String code(Field<?> field, String value) {
    return field.codelist() == null
        ? value
        : schema.codelist(field).find(value).map(code -> inside(code.label().in("en"))).orElse(value);
  }

  private static String range(@Nullable Object atLeast, @Nullable Object below) {
    List<String> bounds = new ArrayList<>();
    if (atLeast != null) {
      bounds.add("at least " + atLeast);
    }
    if (below != null) {
      bounds.add("below " + below);
    }
    return String.join(" and ", bounds);
  }

  /** The value of a group, also one that is put together of two. */
  String value(Grouping.Value value) {
    if (value instanceof Grouping.Combined both) {
      return inner(both.first()) + ", " + both.operation().code() + " its " + inner(both.second());
    }
    return inner((Grouping.Inner) value);
  }

  /** The value of a group's records. */
  String inner(Grouping.Inner inner) {
    String where = inner.where().equals(Condition.always()) ? "" : " where " + condition(inner.where());
    Aggregate aggregate = inner.aggregate();
    if (aggregate instanceof Aggregate.Count) {
      return "number of records" + where;
    }
    String among = where.isEmpty() ? "" : " among the records" + where;
    return noun(aggregate) + among;
  }

  /** An aggregate along a path as a noun: {@code sum of hours}. */
  static String noun(Aggregate aggregate) {
    if (aggregate instanceof Aggregate.Sum sum) {
      return "sum of " + path(sum.path());
    } else if (aggregate instanceof Aggregate.Mean mean) {
      return "mean of " + path(mean.path()) + " over the records that state it";
    } else if (aggregate instanceof Aggregate.Min min) {
      return "least " + path(min.path());
    } else if (aggregate instanceof Aggregate.Max max) {
      return "greatest " + path(max.path());
    } else if (aggregate instanceof Aggregate.Last last) {
      return "latest " + path(last.path());
    } else if (aggregate instanceof Aggregate.First first) {
      return "earliest " + path(first.path());
    } else if (aggregate instanceof Aggregate.Completeness completeness) {
      return "share of stated values among " + list(completeness.paths().stream().map(Prose::path).toList(), "and");
    } else if (aggregate instanceof Aggregate.Distinct distinct) {
      return "number of different values of " + path(distinct.path())
          + ("stakeholder".equals(distinct.path().last().target()) ? ", legal units of stakeholders" : "");
    } else if (aggregate instanceof Aggregate.Quantile quantile) {
      return quantile.isMedian()
          ? "median of " + path(quantile.path())
          : "value of " + path(quantile.path()) + " below which a share of " + quantile.share() + " lies";
    }
    return "`" + aggregate + "`";
  }

  /** A test of groups as what stands behind "whose". */
  String test(Grouping.Test test) {
    if (test instanceof Grouping.Test.AtLeast least) {
      String nothing = least.number().signum() == 0 ? " (which tests nothing)" : "";
      return inner(least.inner()) + " is at least " + least.number().toPlainString() + nothing;
    } else if (test instanceof Grouping.Test.All all) {
      return tests(all.tests(), ", and whose ");
    } else if (test instanceof Grouping.Test.Any any) {
      return tests(any.tests(), ", or whose ");
    }
    return "not: " + test(((Grouping.Test.Not) test).test());
  }

  /** Tests one after the other, those that are several themselves in brackets. */
  private String tests(List<Grouping.Test> tests, String between) {
    return tests.stream()
        .map(each -> each instanceof Grouping.Test.All || each instanceof Grouping.Test.Any ? "(" + test(each) + ")" : test(each))
        .collect(Collectors.joining(between));
  }
}
