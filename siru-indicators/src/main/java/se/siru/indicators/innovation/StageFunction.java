package se.siru.indicators.innovation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;

/**
 * Figures of initiatives on their way through stages whose code list stands in rising order. Fields, in this order: initiative, its first
 * day, its last day, stage, day on which it was entered; of all stages entered before the end of the period. The parameter {@code
 * ended-by} names the stage that is none to advance to, {@code last} the one behind which there is no other.
 */
enum StageFunction implements IndicatorFunction {
  /** How many initiatives that were there before the period advanced in it. */
  ADVANCED("siru:stages-advanced"),
  /** Those by how many might have advanced. */
  PROGRESSION("siru:stage-progression"),
  /** How many had not ended at the end of the period. */
  RUNNING("siru:stages-running");

  private static final int START = 1;
  private static final int END = 2;
  private static final int STAGE = 3;
  private static final int DAY = 4;

  private final String id;

  StageFunction(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Outcome apply(Selection selection, Context context) {
    return this == RUNNING ? running(selection, context) : advanced(selection, context);
  }

  private Outcome advanced(Selection selection, Context context) {
    LocalDate first = context.period().from();
    if (first == null) {
      return new Outcome(
          Value.Absent.of(
              Value.Reason.NOT_APPLICABLE,
              "perioden har ingen början, så inget fanns före den",
              "the period has no beginning, so that nothing was there before it"),
          0);
    }
    long from = first.toEpochDay();
    long advanced = 0;
    long atRisk = 0;
    long unknown = 0;
    for (StageCourse course : courses(selection, context, from)) {
      switch (course.before(from)) {
        case UNKNOWN -> unknown++;
        case AT_RISK -> {
          atRisk++;
          advanced += course.isAdvanced() ? 1 : 0;
        }
        default -> { }
      }
    }
    if (this == ADVANCED) {
      return new Outcome(Value.Quantity.of(advanced), unknown);
    }
    Value value =
        atRisk == 0
            ? Value.Absent.of(
                Value.Reason.UNDEFINED, "inget initiativ kunde gå vidare", "there was no initiative that could advance")
            : new Value.Ratio(Value.Quantity.of(advanced).number(), Value.Quantity.of(atRisk).number());
    return new Outcome(value, unknown);
  }

  private static Outcome running(Selection selection, Context context) {
    Optional<LocalDate> until =
        Optional.ofNullable(context.period().until()).or(() -> context.recordedAt().map(day -> day.plusDays(1)));
    long end = until.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
    long running =
        courses(selection, context, end).stream().filter(course -> course.isRunningBefore(end)).count();
    return new Outcome(Value.Quantity.of(running), 0);
  }

  /** The courses of initiatives, parted at a day into what lay before and what came after. */
  private static Collection<StageCourse> courses(Selection selection, Context context, long parting) {
    Map<Long, StageCourse> courses = new TreeMap<>();
    for (int row = 0; row < selection.size(); row++) {
      if (selection.value(row, 0) != Selection.UNKNOWN) {
        StageCourse course = courses.computeIfAbsent(selection.value(row, 0), initiative -> new StageCourse());
        course.lasts(selection.value(row, START), selection.value(row, END));
        if (selection.value(row, STAGE) != Selection.UNKNOWN && selection.value(row, DAY) != Selection.UNKNOWN) {
          String code = selection.code(row, STAGE);
          StageCourse.Kind kind =
              code.equals(context.parameters().get("ended-by"))
                  ? StageCourse.Kind.ENDED
                  : code.equals(context.parameters().get("last")) ? StageCourse.Kind.LAST : StageCourse.Kind.ON_THE_WAY;
          course.entered(selection.value(row, STAGE), kind, selection.value(row, DAY), parting);
        }
      }
    }
    return courses.values();
  }
}
