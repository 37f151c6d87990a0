package se.siru.cli.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Fiche;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.RequiredCoverage;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Dimension;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Schema;

/** How a measure counts, step by step, said from the definition itself. */
final class CountingSteps {
  private final Prose prose;
  private final GroupProse groups;

  CountingSteps(Schema schema) {
    this.prose = new Prose(schema);
    this.groups = new GroupProse(schema);
  }

  /** The steps, in the order in which the engine takes them. */
  List<String> of(Measure measure) {
    List<String> steps = new ArrayList<>();
    String records = "records of the type *" + Prose.inside(measure.over().label().in("en")) + "* (`" + measure.over().plural() + "`)";
    steps.add(selected(records, measure.where()));
    measure.requiredCoverage().ifPresent(required -> steps.add(covered(required)));
    steps.add("Into a period belong: " + Prose.inside(Fiche.of(measure).period().in("en")) + date(measure.when()));
    measure.grouping().ifPresent(grouping -> grouping(grouping, steps));
    steps.add(aggregate(measure));
    return steps;
  }

  /** Several conditions one below the other. */
  private String selected(String records, Condition where) {
    if (where.equals(Condition.always())) {
      return "Take all " + records + ".";
    }
    List<Condition> all = Prose.all(where);
    if (all.size() > 2) {
      String each = all.stream().map(one -> "\n   - " + prose.condition(one)).collect(Collectors.joining(";"));
      return "Take the " + records + " where all of this holds:" + each + ".";
    }
    return "Take the " + records + " where " + prose.condition(where) + ".";
  }

  private static String covered(RequiredCoverage required) {
    String before = required.monthsBefore() == 0 ? "" : ", and of the " + required.monthsBefore() + " months before it";
    return "Keep those whose " + Prose.label(required.of()) + " has a register that is complete for the whole of the period" + before
        + ", as coverage records say; the others are counted as unknown.";
  }

  private static String date(TimeRule rule) {
    return rule.date() == null ? "" : " The day is the field `" + rule.date().name() + "`.";
  }

  private void grouping(Grouping grouping, List<String> steps) {
    String keys = Prose.list(grouping.keys().stream().map(Prose::path).toList(), "and");
    String dating =
        grouping.dating() == null ? "" : ", and date each group by its " + grouping.dating().code() + " record";
    steps.add("Put records of the same " + keys + " into one group" + dating + ".");
    if (grouping.value() instanceof Grouping.Combined both) {
      steps.add(combined(both));
    }
    Grouping.Test having = grouping.having();
    if (having != null) {
      steps.add("Keep the groups" + kept(having) + ".");
    }
    Grouping.Band band = grouping.band();
    if (band != null) {
      String steppedBy =
          band.steps().stream()
              .map(step -> "`" + step.code() + "` from " + step.atLeast().toPlainString())
              .collect(Collectors.joining(", "));
      steps.add(
          "Give each group a code of the dimension `" + band.dimension() + "` by its " + groups.inner(band.inner())
              + (steppedBy.isEmpty() ? "" : ": " + steppedBy) + ".");
    }
  }

  /** Tests one below the other where one of them is several. */
  private String kept(Grouping.Test having) {
    List<Grouping.Test> all = GroupProse.all(having);
    boolean isLong = all.size() > 1 && all.stream().anyMatch(each -> each instanceof Grouping.Test.Any);
    return isLong
        ? all.stream().map(each -> "\n   - " + groups.test(each)).collect(Collectors.joining(", and"))
        : " " + groups.test(having);
  }

  private String combined(Grouping.Combined both) {
    String first = groups.inner(both.first());
    String second = groups.inner(both.second());
    return switch (both.operation()) {
      case PLUS -> "The value of a group is its " + first + ", plus its " + second + "; where it has only one of them, that one.";
      case MINUS ->
          "The value of a group is its " + first + ", less its " + second + "; a group that lacks either is counted as unknown.";
    };
  }

  private String aggregate(Measure measure) {
    Aggregate aggregate = measure.aggregate();
    boolean isGrouped = measure.grouping().isPresent();
    if (aggregate instanceof Aggregate.Count) {
      return "Count the " + (isGrouped ? "groups" : "records") + ".";
    } else if (aggregate instanceof Aggregate.OverGroups over) {
      Grouping.Value value = measure.grouping().map(Grouping::value).orElseThrow();
      String values =
          value instanceof Grouping.Inner inner ? "of these values, one of each group: " + groups.inner(inner) : "of the groups’ values";
      return "Take the " + fold(over.fold()) + " " + values + ".";
    } else if (aggregate instanceof Aggregate.Function function) {
      String fields = function.fields().stream().map(FieldPath::toString).map(each -> "`" + each + "`").collect(Collectors.joining(", "));
      String parameters =
          function.parameters().entrySet().stream()
              .map(each -> "`" + each.getKey() + "` = " + each.getValue())
              .collect(Collectors.joining(", "));
      return "Give " + fields + " of these records to the function `" + function.id() + "`"
          + (parameters.isEmpty() ? "" : " with " + parameters)
          + (function.eachRecord() ? ", a row for each record." : "; records that are alike in these fields are one row.");
    } else if (aggregate instanceof Aggregate.Custom) {
      return "Give these records to the code of the indicator's author.";
    }
    return "Take the " + groups.noun(aggregate) + ".";
  }

  private static String fold(Aggregate.OverGroups.Fold fold) {
    return switch (fold) {
      case SUM -> "sum";
      case MEAN -> "mean";
      case MIN -> "least";
      case MAX -> "greatest";
    };
  }

  /** Along which dimensions values may be added up, and along which they may not, in two sentences or one. */
  List<String> dimensions(Measure measure) {
    Map<String, Dimension> all = new LinkedHashMap<>(measure.over().dimensions());
    all.putAll(measure.dimensions());
    Optional<Grouping.Band> band = measure.grouping().map(Grouping::band);
    band.ifPresent(own -> all.remove(own.dimension()));
    Map<String, List<String>> adding = new LinkedHashMap<>();
    Map<String, List<String>> others = new LinkedHashMap<>();
    all.forEach((name, dimension) ->
        (measure.addsUpOver(name, dimension) ? adding : others)
            .computeIfAbsent(of(dimension.path()), whose -> new ArrayList<>())
            .add("`" + name + "`"));
    band.ifPresent(own -> (measure.addsUpOver(own.dimension(), null) ? adding : others)
        .computeIfAbsent(" of the group", whose -> new ArrayList<>())
        .add("`" + own.dimension() + "`"));
    List<String> sentences = new ArrayList<>();
    if (!adding.isEmpty()) {
      sentences.add("Parts add up to the total by " + named(adding) + ".");
    }
    if (!others.isEmpty()) {
      sentences.add("Parts may overlap or lack something, so that the total is counted on its own, by " + named(others) + ".");
    }
    if (!measure.wholeOver().isEmpty()) {
      String names = Prose.list(measure.wholeOver().stream().map(name -> "`" + name + "`").toList(), "and");
      sentences.add("It is not broken down by " + names + ": a formula that is has the whole of it in each row.");
    }
    return sentences;
  }

  /** Whose attribute stands at the end of a path; nothing for the record's own. */
  private static String of(FieldPath path) {
    List<Field<?>> over = path.fields().subList(0, path.fields().size() - 1);
    return over.isEmpty() ? "" : " of the " + Prose.path(FieldPath.of(over.get(0), over.subList(1, over.size()).toArray(Field[]::new)));
  }

  private static String named(Map<String, List<String>> byOwner) {
    return byOwner.entrySet().stream().map(each -> Prose.list(each.getValue(), "and") + each.getKey()).collect(Collectors.joining("; "));
  }
}
