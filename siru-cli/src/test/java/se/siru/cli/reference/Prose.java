package se.siru.cli.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Condition;
import se.siru.core.model.Day;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;

/** Parts of definitions in English sentences, in Markdown, by the labels of fields and codes. */
final class Prose {
  /** How labels begin that cannot stand behind an article. */
  private static final List<String> NO_NOUNS =
      List.of(
          "active", "arose ", "documented ", "joint", "legal or ", "minorities", "of ", "open ", "represents", "states ", "with ");

  /** Lists of codes whose labels are names. */
  private static final List<String> PLACES = List.of("countries", "regions");

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
    return path(path.fields());
  }

  private static String path(List<Field<?>> fields) {
    StringBuilder words = new StringBuilder();
    for (Field<?> field : fields) {
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
    if (isAll(condition)) {
      return "there is one";
    } else if (condition instanceof Condition.OneOf one) {
      return the(one.path()) + " is " + values(one);
    } else if (condition instanceof Condition.Known known) {
      return (isMany(known.path()) ? "at least one of the " + path(known.path()) : the(known.path())) + " is stated";
    } else if (condition instanceof Condition.InRange range) {
      return the(range.path()) + " is " + range(range.atLeast(), range.below());
    } else if (condition instanceof Condition.Between between) {
      String from = between.from() == null ? "" : " from " + between.from();
      String until = between.until() == null ? "" : " up to " + between.until().minusDays(1);
      return "the day *" + path(between.path()) + "* lies" + from + until;
    } else if (condition instanceof Condition.AllOf) {
      return joined(all(condition), "and");
    } else if (condition instanceof Condition.AnyOf any) {
      return idiom(any).orElseGet(() -> joined(any(any), "or"));
    } else if (condition instanceof Condition.Not not) {
      return denied(not.condition());
    } else if (condition instanceof Condition.Related related) {
      return "some " + inside(type(related).label().in("en")) + " " + named(related) + and(related.where());
    } else if (condition instanceof Condition.Several several) {
      Condition.Related related = several.related();
      String which =
          related.of() == null ? "that name it as " + label(related.via()) : "whose " + label(related.via()) + " is the same " + path(related.of());
      return "the records of the type *" + inside(type(related).label().in("en")) + "* " + which + (isAll(related.where()) ? "" : ", and where "
          + condition(related.where()) + ",") + " have at least " + different(several.different()) + " between them";
    } else if (condition instanceof Condition.Order order) {
      return day(order.first()) + (order.strict() ? " comes before " : " is not after ") + day(order.second());
    } else if (condition instanceof Condition.Different different) {
      return "it has at least " + different(different);
    } else if (condition instanceof Condition.InEffect line) {
      return the(line.path()) + ", where there is one, is in effect";
    } else if (condition instanceof Condition.LegalNumber number) {
      return the(number.path()) + " is a valid organisation number";
    } else if (condition instanceof Condition.Opaque opaque) {
      return opaque.description();
    }
    throw new IllegalArgumentException("a condition that is not put into words: " + condition);
  }

  /** The conditions that must all hold, whether or not they were put together in several steps. */
  static List<Condition> all(Condition condition) {
    return condition instanceof Condition.AllOf all
        ? all.conditions().stream().flatMap(each -> all(each).stream()).toList()
        : List.of(condition);
  }

  private static List<Condition> any(Condition condition) {
    return condition instanceof Condition.AnyOf any
        ? any.conditions().stream().flatMap(each -> any(each).stream()).toList()
        : List.of(condition);
  }

  /** What alternatives say together: one of some codes, something stated, a code where one is stated, or that an answer is known. */
  private Optional<String> idiom(Condition.AnyOf alternatives) {
    List<Condition> any = any(alternatives);
    if (any.isEmpty()) {
      return Optional.empty();
    }
    Condition first = any.get(0);
    if (first instanceof Condition.OneOf one && any.stream().allMatch(each -> isAbout(each, one.path()))) {
      List<String> values = any.stream().flatMap(each -> ((Condition.OneOf) each).values().stream()).toList();
      return Optional.of(condition(new Condition.OneOf(one.path(), values)));
    }
    if (isKnown(any)) {
      return Optional.of(list(fields(any), "or") + " is stated");
    }
    if (any.size() != 2) {
      return Optional.empty();
    }
    Condition second = any.get(1);
    if (second.equals(first.not())) {
      return Optional.of("it is known whether " + condition(first));
    }
    Condition said = second instanceof Condition.Not not ? not.condition() : second;
    return said instanceof Condition.OneOf one && !isMany(one.path()) && first.equals(one.path().isKnown().not())
        ? Optional.of(the(one.path()) + ", where it is stated, is " + (said == second ? "" : "not ") + values(one))
        : Optional.empty();
  }

  private static boolean isKnown(List<Condition> conditions) {
    return conditions.stream().allMatch(Condition.Known.class::isInstance);
  }

  private static List<String> fields(List<Condition> known) {
    return known.stream().map(each -> the(((Condition.Known) each).path())).toList();
  }

  private static boolean isAbout(Condition condition, FieldPath path) {
    return condition instanceof Condition.OneOf one && one.path().equals(path);
  }

  static boolean isAll(Condition condition) {
    return condition.equals(Condition.always());
  }

  private String and(Condition where) {
    return isAll(where) ? "" : ", and there " + condition(where);
  }

  private RecordType type(Condition.Related related) {
    return schema.type(related.via().type());
  }

  /** How a related record refers to the one at hand: {@code names it as initiative}, {@code is about it}. */
  private static String named(Condition.Related related) {
    String via = label(related.via());
    String of = related.of() == null ? "" : path(related.of());
    String it = of.isEmpty() ? "it" : "the same " + of;
    if (related.via().role() == FieldRole.SUBJECT) {
      return "is about " + it;
    }
    return "names " + it + (of.equals(via) ? "" : " as " + via);
  }

  private static String different(Condition.Different different) {
    return different.atLeast() + " different " + (different.atLeast() == 1 ? "value" : "values") + " of " + path(different.path());
  }

  private static String day(Day day) {
    int months = day.lag().months();
    int days = day.lag().days();
    String lag = months == 0 && days == 0 ? "" : "the day " + (months == 0 ? many(days, "day") : many(months, "month")) + " after ";
    List<Field<?>> before = day.path().fields().subList(0, day.path().fields().size() - 1);
    String owner = before.isEmpty() ? "" : " of the " + path(before);
    String which = day(day.path().last()) + (day.level() == null ? owner : " of the " + day.level() + " that it belongs to");
    String whose = day.outer() ? " of the record that is counted" : "";
    String earliest = day.earliest() ? " (the earliest that any of its versions states)" : "";
    boolean isLast = day.path().last().role() == FieldRole.END;
    String open = !day.open() ? "" : " (where none is stated, " + (isLast ? "after" : "before") + " all days)";
    return lag + "the " + which + whose + earliest + open;
  }

  /** A field with a day as a noun. */
  private static String day(Field<?> field) {
    if (field.role() == FieldRole.START) {
      return "first day";
    } else if (field.role() == FieldRole.END) {
      return "last day";
    }
    return label(field).equals("date") ? "date" : "day *" + label(field) + "*";
  }

  private static String many(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private String denied(Condition condition) {
    if (condition instanceof Condition.Known known) {
      return isMany(known.path()) ? "none of the " + path(known.path()) + " is stated" : the(known.path()) + " is not stated";
    } else if (condition instanceof Condition.OneOf one) {
      return isMany(one.path()) ? "it is not so that " + condition(one) : the(one.path()) + " is not " + values(one);
    } else if (condition instanceof Condition.Related related) {
      return "no " + inside(type(related).label().in("en")) + " " + named(related) + and(related.where());
    } else if (condition instanceof Condition.LegalNumber number) {
      return the(number.path()) + " is no valid organisation number";
    } else if (condition instanceof Condition.Order order) {
      return day(order.first()) + (order.strict() ? " does not come before " : " is after ") + day(order.second());
    }
    if (condition instanceof Condition.AnyOf && isKnown(any(condition))) {
      return "neither " + list(fields(any(condition)), "nor") + " is stated";
    }
    return "it is not so that " + (isCompound(condition) ? "(" + condition(condition) + ")" : condition(condition));
  }

  private boolean isCompound(Condition condition) {
    return condition instanceof Condition.AllOf
        || condition instanceof Condition.AnyOf any && idiom(any).isEmpty()
        || condition instanceof Condition.Related related && !isAll(related.where());
  }

  private String joined(List<Condition> conditions, String word) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      Condition each = conditions.get(i);
      boolean isNext = word.equals("and") && i + 1 < conditions.size();
      if (isNext && each instanceof Condition.Known known && isAbout(conditions.get(i + 1), known.path()) && !isMany(known.path())) {
        said.add(the(known.path()) + " is stated and is " + values((Condition.OneOf) conditions.get(++i)));
      } else {
        said.add(isCompound(each) ? "(" + condition(each) + ")" : condition(each));
      }
    }
    boolean hasCommas = said.size() > 2 && said.stream().anyMatch(each -> each.contains(","));
    return hasCommas
        ? String.join("; ", said.subList(0, said.size() - 1)) + "; " + word + " " + said.get(said.size() - 1)
        : list(said, word);
  }

  private static String the(FieldPath path) {
    return (isMany(path) ? "some " : "the ") + (isNoun(path) ? "" : "field ") + noun(path);
  }

  private static boolean isNoun(FieldPath path) {
    return NO_NOUNS.stream().noneMatch(label(path.last())::startsWith);
  }

  /** A path as a noun, in italics where its label is none. */
  static String noun(FieldPath path) {
    return isNoun(path) ? path(path) : "*" + path(path) + "*";
  }

  private static boolean isMany(FieldPath path) {
    return path.fields().stream().anyMatch(Field::many);
  }

  private String values(Condition.OneOf one) {
    return list(one.values().stream().map(value -> "*" + code(one.path().last(), value) + "*").toList(), "or");
  }

  /** What people read for the value of a field: the label of a code, other values as they are. */
  private String code(Field<?> field, String value) {
    return field.codelist() == null
        ? value
        : schema.codelist(field)
            .find(value)
            .map(code -> code.label().in("en"))
            .map(label -> PLACES.contains(field.codelist()) ? label : inside(label))
            .orElse(value);
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
}
