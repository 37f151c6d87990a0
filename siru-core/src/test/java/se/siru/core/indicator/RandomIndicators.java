package se.siru.core.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Day;
import se.siru.core.model.Dimension;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Lag;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;

/** Draws indicators that use every part of the algebra, through the Java builder, over the standard record types. */
final class RandomIndicators {
  private static final Schema SCHEMA = Schema.standard();
  private static final List<FieldKind> NUMBERS = List.of(FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY);
  private static final Predicate<FieldPath> KEY = path -> isOne(path, FieldKind.CODE) || isOne(path, FieldKind.REFERENCE);
  private static final Predicate<FieldPath> NUMBER = path -> NUMBERS.contains(path.last().kind());

  private final Random random;

  RandomIndicators(long seed) {
    this.random = new Random(seed);
  }

  Indicator indicator() {
    return oneIn(5) ? formula() : measure();
  }

  private Formula formula() {
    Expression any = expression(4);
    Expression tree =
        Catalogue.operands(any).isEmpty()
            ? new Expression.Binary(Expression.Operator.MINUS, new Expression.Reference("RCO01"), any)
            : any;
    Formula.Builder builder = Indicator.formula("test:formula-" + random.nextInt(1000)).expression(tree);
    describe(builder);
    return builder.build();
  }

  private Measure measure() {
    RecordType type = pick(List.copyOf(SCHEMA.types()));
    Measure.Builder builder = Indicator.measure("test:measure-" + random.nextInt(1000)).over(type);
    describe(builder);
    for (int i = random.nextInt(3); i > 0; i--) {
      builder.where(condition(type, 3));
    }
    TimeRule when = oneIn(2) ? timeRule(type) : TimeRule.event();
    builder.when(when);
    if (oneIn(2) && group(type, when.kind() == TimeRule.Kind.COHORT, builder)) {
      aggregateGroups(type, builder);
    } else {
      Aggregate aggregate = aggregate(type);
      builder.aggregate(aggregate);
      if (aggregate instanceof Aggregate.Function && oneIn(2)) {
        builder.additiveOver("time").additiveOver("county");
      }
    }
    if (oneIn(3)) {
      builder.scope(pick(SCHEMA.vocabulary().list("programme-levels").codes()).code());
    }
    if (oneIn(3)) {
      paths(type, path -> isOne(path, FieldKind.CODE)).forEach(path -> {
        if (oneIn(4)) {
          builder.dimension("by-" + path.last().name(), dimension(path));
        }
      });
      type.dimensions().forEach((name, dimension) -> builder.dimension(name, dimension));
    }
    if (oneIn(3)) {
      builder.notAdditiveOver("time").notAdditiveOver("sector");
    }
    if (oneIn(4)) {
      builder.wholeOver("sector");
    }
    if (type.equals(Agreement.TYPE) && oneIn(2)) {
      builder.requiresCoverage(Agreement.BUYER, random.nextInt(3) * 18);
    }
    return builder.build();
  }

  private void describe(Indicator.Builder<?> builder) {
    if (oneIn(2)) {
      builder.code("T-" + random.nextInt(1000)).version("2." + random.nextInt(9)).unit(pick(List.of("percent", "", "hours")));
    }
    builder.named("sv", "Åtgärder \"" + random.nextInt(1000) + "\"");
    if (oneIn(2)) {
      builder.named("en", "Measures").defined(LocalizedText.of("Räknas så: …", "Counted so: \\ …"));
    }
    builder.kind(pick(List.of(Indicator.Kind.values()))).direction(pick(List.of(Indicator.Direction.values())));
    if (oneIn(3)) {
      builder.range(pick(List.of(Range.NOT_NEGATIVE, Range.between(0, 100), new Range(new BigDecimal("-0.50"), null), new Range(null, number().abs()))));
    }
    if (oneIn(4)) {
      builder.parameter(setting("least", pick(List.of("0", "8", "2.50"))));
      builder.parameter(setting("reference", pick(List.of("2021-01-01", "at-end"))));
      builder.parameter(unset(Parameter.choice("point", LocalizedText.empty(), Indicator.Evidence.UNCONFIRMED, "at-end", "later")));
      builder.parameter(
          unset(Parameter.whole("months", LocalizedText.empty(), "36", 1_200, "months", Indicator.Evidence.CONFIRMED)));
    }
    if (oneIn(2)) {
      builder.source(pick(List.of("", "SWD(2021) 198")), pick(List.of(Indicator.Evidence.values())));
    }
  }

  private static Parameter.Setting unset(Parameter parameter) {
    return RuleSet.defaults().setting("X", parameter);
  }

  private Parameter.Setting setting(String name, String value) {
    LocalizedText label = oneIn(2) ? LocalizedText.empty() : LocalizedText.of("Minst", "At least");
    Parameter parameter =
        new Parameter(name, label, Parameter.kindOf(value), value, pick(List.of("", "hours")), pick(List.of(Indicator.Evidence.values())));
    return oneIn(2)
        ? RuleSet.defaults().setting("X", parameter)
        : new Parameter.Setting(parameter, value, "agency/1", pick(List.of(Indicator.Evidence.values())));
  }

  private Expression expression(int depth) {
    if (depth == 0 || oneIn(4)) {
      switch (random.nextInt(3)) {
        case 0:
          return new Expression.Number(number());
        case 1:
          return new Expression.Attainment(pick(List.of("*", "RCO01", "siru:attained", "SI-P01")));
        default:
          return new Expression.Reference(pick(List.of("RCO01", "SI-P09.k3", "siru:activities-held", "5a", "attainment", "previous")));
      }
    }
    if (oneIn(4)) {
      Shift.Kind kind = pick(List.of(Shift.Kind.values()));
      return new Expression.Shifted(new Shift(kind, kind == Shift.Kind.PREVIOUS ? 1 + random.nextInt(12) : 1), expression(depth - 1));
    }
    return oneIn(4)
        ? new Expression.Negate(expression(depth - 1))
        : new Expression.Binary(
            pick(List.of(Expression.Operator.values())), expression(depth - 1), expression(depth - 1));
  }

  private Condition condition(RecordType type, int depth) {
    switch (depth == 0 ? 9 : random.nextInt(12)) {
      case 10:
        return order(type, type, false);
      case 11:
        return relatedThrough(type, depth);
      case 0:
        return new Condition.AllOf(conditions(type, depth));
      case 1:
        return new Condition.AnyOf(conditions(type, depth));
      case 2:
        return condition(type, depth - 1).not();
      case 3:
        return related(type, depth);
      default:
        return question(pick(paths(type, path -> true)));
    }
  }

  private List<Condition> conditions(RecordType type, int depth) {
    List<Condition> conditions = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      conditions.add(condition(type, depth - 1));
    }
    return conditions;
  }

  private Condition related(RecordType type, int depth) {
    List<Field<?>> back = new ArrayList<>();
    for (RecordType other : SCHEMA.types()) {
      other.fields().stream().filter(field -> type.name().equals(field.target())).forEach(back::add);
      other.field(FieldRole.SUBJECT).filter(field -> type.field(FieldRole.ID).isPresent()).ifPresent(back::add);
    }
    if (back.isEmpty()) {
      return Condition.always();
    }
    Field<?> via = pick(back);
    return Condition.whereAny(via, oneIn(3) ? Condition.always() : condition(SCHEMA.type(via.type()), depth - 1));
  }

  /** Some record that refers to what this one refers to, and perhaps a day of each compared. */
  private Condition relatedThrough(RecordType type, int depth) {
    List<FieldPath> references = paths(type, path -> path.fields().size() == 1 && isOne(path, FieldKind.REFERENCE));
    if (references.isEmpty()) {
      return related(type, depth);
    }
    FieldPath of = pick(references);
    List<Field<?>> back = new ArrayList<>();
    for (RecordType other : SCHEMA.types()) {
      other.fields().stream().filter(field -> of.last().target().equals(field.target())).forEach(back::add);
    }
    Field<?> via = pick(back);
    RecordType other = SCHEMA.type(via.type());
    Condition where = condition(other, depth - 1);
    if (oneIn(4)) {
      return Condition.whereSeveral(via, of, where, pick(paths(other, KEY)), 1 + random.nextInt(3));
    }
    return Condition.whereAny(via, of, oneIn(2) ? where : where.and(order(other, type, true)));
  }

  /** A day of a record compared with another; outside, with one of the record on whose behalf it is looked at. */
  private Condition order(RecordType type, RecordType secondType, boolean outside) {
    List<FieldPath> firsts = days(type);
    List<FieldPath> seconds = days(secondType);
    if (firsts.isEmpty() || seconds.isEmpty()) {
      return Condition.always();
    }
    Day first = day(pick(firsts));
    Day second = day(pick(seconds));
    second = outside ? second.ofOuter() : second;
    return oneIn(2) ? first.isBefore(second) : oneIn(2) ? first.isNotAfter(second) : second.isNotAfter(first);
  }

  private List<FieldPath> days(RecordType type) {
    return paths(type, path -> isOne(path, FieldKind.DATE) && path.fields().stream().noneMatch(Field::many));
  }

  private Day day(FieldPath path) {
    Day day = Day.of(path);
    boolean isRole = path.last().role() == FieldRole.START || path.last().role() == FieldRole.END;
    boolean isOfNode = path.fields().size() > 1 && path.last().type().equals("programme");
    day = isRole && oneIn(2) ? day.orOpen() : day;
    day = isOfNode && oneIn(2) ? day.at("operation") : path.fields().size() > 1 && oneIn(2) ? day.ofUnit() : day;
    return oneIn(2) ? day : day.plus(oneIn(2) ? Lag.ofMonths(random.nextInt(40)) : Lag.ofDays(random.nextInt(400)));
  }

  private Condition question(FieldPath path) {
    if (oneIn(4)) {
      return path.isKnown();
    }
    if (KEY.test(path) && oneIn(5)) {
      return path.different(1 + random.nextInt(3));
    }
    if (path.last().kind() == FieldKind.TEXT && oneIn(6)) {
      return path.isLegalNumber();
    }
    if ("decision".equals(path.last().target()) && !"decision".equals(path.last().type()) && oneIn(2)) {
      return path.isInEffect();
    }
    switch (path.last().kind()) {
      case INTEGER:
      case DECIMAL:
      case MONEY:
        return oneIn(2) ? new Condition.InRange(path, number().negate(), oneIn(2) ? null : number().add(BigDecimal.ONE)) : path.below("7.50");
      case DATE:
        LocalDate day = LocalDate.of(2020 + random.nextInt(5), 2, 28);
        return Condition.between(path, oneIn(3) ? null : day, day.plusDays(1 + random.nextInt(400)));
      case CODE:
        return path.isAnyOf(codes(path.last()));
      default:
        return oneIn(2) ? path.is("id-" + random.nextInt(9)) : path.isAnyOf("a", isText(path) ? "b;c" : "b c", "é");
    }
  }

  /** Ids hold no semicolon. */
  private static boolean isText(FieldPath path) {
    return path.last().kind() == FieldKind.TEXT && path.last().role() != FieldRole.ID;
  }

  private String[] codes(Field<?> field) {
    String[] codes = new String[random.nextInt(4)];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = pick(SCHEMA.codelist(field).codes()).code();
    }
    return codes;
  }

  private TimeRule timeRule(RecordType type) {
    TimeRule.Kind kind = pick(List.of(TimeRule.Kind.values()));
    List<Field<?>> days = type.fields().stream().<Field<?>>map(f -> f).filter(f -> f.kind() == FieldKind.DATE).toList();
    Field<?> day = days.isEmpty() || oneIn(2) ? null : pick(days);
    if (kind == TimeRule.Kind.RECENT) {
      return new TimeRule(kind, day, oneIn(2) ? Lag.ofMonths(1 + random.nextInt(25)) : Lag.ofDays(1 + random.nextInt(400)));
    }
    if (kind == TimeRule.Kind.LAGGED) {
      return new TimeRule(kind, day, oneIn(2) ? Lag.ofMonths(random.nextInt(25)) : Lag.ofDays(random.nextInt(400)));
    }
    List<Field<?>> references =
        type.fields().stream().<Field<?>>map(f -> f).filter(f -> f.kind() == FieldKind.REFERENCE && !f.many()).toList();
    if (!kind.asksForOneDay() && !references.isEmpty() && oneIn(2)) {
      return new TimeRule(kind, null).within(pick(references));
    }
    return new TimeRule(kind, kind.asksForOneDay() ? day : null);
  }

  private void aggregateGroups(RecordType type, Measure.Builder builder) {
    if (oneIn(2)) {
      builder.count();
    } else {
      builder.of(value(type)).overGroups(pick(List.of(Aggregate.OverGroups.Fold.values())));
    }
  }

  private boolean group(RecordType type, boolean cohort, Measure.Builder builder) {
    List<FieldPath> keys = paths(type, KEY);
    if (keys.isEmpty()) {
      return false;
    }
    builder.per(oneIn(2) ? new FieldPath[] {pick(keys)} : new FieldPath[] {pick(keys), pick(keys)});
    if (oneIn(2)) {
      builder.of(value(type));
    }
    if (oneIn(2)) {
      builder.having(test(type, 3));
    }
    if (oneIn(3)) {
      builder.band(band(type));
    }
    if (oneIn(2) && !cohort) {
      builder.datedBy(pick(List.of(Grouping.Dating.values())));
    }
    return true;
  }

  private Grouping.Band band(RecordType type) {
    List<FieldPath> codes = paths(type, path -> isOne(path, FieldKind.CODE));
    if (!codes.isEmpty() && oneIn(2)) {
      return new Grouping.Band("last", Grouping.Inner.last(pick(codes)), List.of());
    }
    List<Grouping.Band.Step> steps =
        List.of(
            new Grouping.Band.Step("few", LocalizedText.empty(), BigDecimal.ZERO),
            new Grouping.Band.Step("many", LocalizedText.of("många", "many"), new BigDecimal("2.50")));
    return new Grouping.Band("how-many", LocalizedText.of("Hur många", "How many"), Grouping.Inner.count().where(condition(type, 1)), steps);
  }

  private Grouping.Test test(RecordType type, int depth) {
    switch (depth == 0 ? 9 : random.nextInt(6)) {
      case 0:
        return new Grouping.Test.All(tests(type, depth));
      case 1:
        return new Grouping.Test.Any(tests(type, depth));
      case 2:
        return new Grouping.Test.Not(test(type, depth - 1));
      default:
        return new Grouping.Test.AtLeast(inner(type), number());
    }
  }

  private List<Grouping.Test> tests(RecordType type, int depth) {
    List<Grouping.Test> tests = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      tests.add(test(type, depth - 1));
    }
    return tests;
  }

  private Grouping.Value value(RecordType type) {
    List<FieldPath> numbers = paths(type, NUMBER);
    if (oneIn(2)) {
      return inner(type);
    }
    if (numbers.isEmpty() || oneIn(3)) {
      return Grouping.Inner.count().plus(Grouping.Inner.distinct(pick(paths(type, KEY))).where(condition(type, 1)));
    }
    FieldPath number = pick(numbers);
    return Grouping.Inner.last(number).where(condition(type, 1)).minus(Grouping.Inner.first(number));
  }

  private Grouping.Inner inner(RecordType type) {
    Aggregate aggregate = aggregate(type);
    boolean inGroups =
        !(aggregate instanceof Aggregate.Mean) && !(aggregate instanceof Aggregate.Quantile)
            && !(aggregate instanceof Aggregate.Completeness) && !(aggregate instanceof Aggregate.Function);
    Grouping.Inner inner = inGroups ? new Grouping.Inner(aggregate, Condition.always()) : Grouping.Inner.count();
    return oneIn(2) ? inner : inner.where(condition(type, 1));
  }

  private Aggregate aggregate(RecordType type) {
    List<FieldPath> keys = paths(type, KEY);
    List<FieldPath> numbers = paths(type, NUMBER);
    switch (random.nextInt(numbers.isEmpty() ? 5 : 11)) {
      case 0:
        return new Aggregate.Count();
      case 1:
        return new Aggregate.Distinct(pick(keys));
      case 2:
        return numbers.isEmpty() ? new Aggregate.Count() : new Aggregate.Last(pick(numbers));
      case 3:
        Map<String, String> parameters = oneIn(2) ? Map.of() : Map.of("ties", "initiative", "k", "25");
        return new Aggregate.Function(
            "test:function", parameters, oneIn(3) ? List.of() : List.of(pick(keys), pick(keys)), oneIn(2));
      case 10:
        return new Aggregate.First(pick(numbers));
      case 4:
        List<FieldPath> all = paths(type, path -> true);
        return new Aggregate.Completeness(oneIn(2) ? List.of(pick(all)) : all.subList(0, Math.min(3, all.size())));
      case 5:
        return new Aggregate.Sum(pick(numbers));
      case 6:
        return new Aggregate.Mean(pick(numbers));
      case 7:
        return new Aggregate.Quantile(pick(numbers), pick(List.of(new BigDecimal("0.50"), new BigDecimal("0.9"), BigDecimal.ONE)));
      case 8:
        return new Aggregate.Min(pick(numbers));
      default:
        return new Aggregate.Max(pick(numbers));
    }
  }

  private Dimension dimension(FieldPath path) {
    List<String> levels =
        SCHEMA.codelist(path.last()).codes().stream().map(Code::level).filter(level -> level != null).distinct().toList();
    Dimension dimension = Dimension.of("x", path);
    return levels.isEmpty() || oneIn(2) ? dimension : dimension.at(pick(levels));
  }

  /** Paths of one or two steps to fields of some kind; every record type has some to codes and ids. */
  private List<FieldPath> paths(RecordType type, Predicate<FieldPath> wanted) {
    List<FieldPath> paths = new ArrayList<>();
    for (Field<?> field : type.fields()) {
      paths.add(field.path());
      if (field.target() != null) {
        SCHEMA.type(field.target()).fields().forEach(next -> paths.add(field.then(next)));
      }
    }
    return paths.stream().filter(wanted).toList();
  }

  private static boolean isOne(FieldPath path, FieldKind kind) {
    return path.last().kind() == kind;
  }

  private BigDecimal number() {
    return BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(3));
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
