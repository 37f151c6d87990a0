package se.siru.indicators.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import se.siru.core.finding.Rule;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;

/**
 * Figures of the change between two waves of one item. Fields: respondent, item, wave, answer, and how many answered just so. The
 * definition must ask for each record, since answers without a respondent may be alike. A respondent with two different answers to one
 * item in one wave is left out and counted as unknown; an answer without a respondent is in no pair, and in the means of all respondents.
 */
enum PairedFunction implements IndicatorFunction {
  MEAN("siru:paired-change", change -> change.meanChange().map(mean -> mean)),
  LOW("siru:paired-change-low", change -> change.interval().map(interval -> real(interval.low()))),
  HIGH("siru:paired-change-high", change -> change.interval().map(interval -> real(interval.high()))),
  EFFECT(
      "siru:paired-effect-size",
      change -> change.effectSize().isEmpty() ? Optional.empty() : Optional.of(real(change.effectSize().getAsDouble()))),
  PAIRS("siru:pairs", change -> Optional.of(Value.Quantity.of(change.pairs()))),
  ONLY_BEFORE("siru:only-before", change -> Optional.of(Value.Quantity.of(change.onlyBefore()))),
  ONLY_AFTER("siru:only-after", change -> Optional.of(Value.Quantity.of(change.onlyAfter()))),
  UNPAIRED("siru:unpaired-shift", change -> change.unpaired().shift().map(shift -> shift)),
  UNPAIRED_LOW("siru:unpaired-shift-low", change -> change.unpaired().interval().map(interval -> real(interval.low()))),
  UNPAIRED_HIGH("siru:unpaired-shift-high", change -> change.unpaired().interval().map(interval -> real(interval.high()))),
  UNPAIRED_BEFORE("siru:unpaired-before", change -> Optional.of(Value.Quantity.of(change.unpaired().before()))),
  UNPAIRED_AFTER("siru:unpaired-after", change -> Optional.of(Value.Quantity.of(change.unpaired().after())));

  /** The figures of all respondents of each wave, paired or not. */
  private static final Set<PairedFunction> OF_ALL = EnumSet.range(UNPAIRED, UNPAIRED_AFTER);

  /** The figures beside which a contradiction is told. */
  private static final Set<PairedFunction> WARNING = EnumSet.of(MEAN, UNPAIRED);

  private static final int RESPONDENT = 0;
  private static final int ITEM = 1;
  private static final int WAVE = 2;
  private static final int ANSWER = 3;
  private static final int ANSWERS = 4;

  private final String id;
  private final Function<PairedChange, Optional<Value>> figure;

  PairedFunction(String id, Function<PairedChange, Optional<Value>> figure) {
    this.id = id;
    this.figure = figure;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Outcome apply(Selection selection, Context context) {
    selection.requireEachRecord();
    Map<String, String> parameters = context.parameters();
    Wave before = new Wave(parameters.getOrDefault("before", "before"));
    Wave after = new Wave(parameters.getOrDefault("after", "after"));
    Set<Long> items = new HashSet<>();
    for (int row = 0; row < selection.size(); row++) {
      if (selection.value(row, ANSWER) == Selection.UNKNOWN || selection.value(row, WAVE) == Selection.UNKNOWN) {
        continue;
      }
      items.add(selection.value(row, ITEM));
      before.add(selection, row);
      after.add(selection, row);
    }
    if (items.size() > 1) {
      return new Outcome(
          Value.Absent.of(Value.Reason.NOT_APPLICABLE, "flera frågor; fördela efter item", "several items; break down by item"), 0);
    }
    Set<Long> twice = new HashSet<>(before.twice);
    twice.addAll(after.twice);
    PairedChange change =
        PairedChange.of(
            before.without(twice), after.without(twice), before.others, after.others,
            Double.parseDouble(parameters.getOrDefault("confidence", "0.95")));
    Value value =
        figure.apply(change)
            .orElse(Value.Absent.of(Value.Reason.UNDEFINED, "för få svarande", "too few respondents"));
    List<Rule> cautions = WARNING.contains(this) ? change.warning().stream().toList() : List.of();
    long inNoPair = OF_ALL.contains(this) ? 0 : Math.addExact(before.ofOthers(), after.ofOthers());
    return new Outcome(value, inNoPair + twice.size(), cautions);
  }

  private static long answers(Selection selection, int row) {
    return selection.value(row, ANSWERS) == Selection.UNKNOWN ? 1 : selection.number(row, ANSWERS).longValueExact();
  }

  private static Value real(double number) {
    return new Value.Quantity(new BigDecimal(number).round(new MathContext(15, RoundingMode.HALF_EVEN)));
  }

  /** The answers of one wave. */
  private static final class Wave {
    private final String code;
    private final Map<Long, BigDecimal> answers = new TreeMap<>();
    private final Map<BigDecimal, Long> others = new TreeMap<>();
    private final Set<Long> twice = new HashSet<>();

    Wave(String code) {
      this.code = code;
    }

    void add(Selection selection, int row) {
      if (!selection.code(row, WAVE).equals(code)) {
        return;
      }
      long respondent = selection.value(row, RESPONDENT);
      BigDecimal answer = selection.number(row, ANSWER);
      if (respondent == Selection.UNKNOWN) {
        others.merge(answer, answers(selection, row), Math::addExact);
        return;
      }
      BigDecimal known = answers.putIfAbsent(respondent, answer);
      if (known != null && known.compareTo(answer) != 0) {
        twice.add(respondent);
      }
    }

    /** How many answers have no respondent. */
    long ofOthers() {
      return others.values().stream().reduce(0L, Math::addExact);
    }

    Map<String, BigDecimal> without(Set<Long> respondents) {
      Map<String, BigDecimal> rest = new TreeMap<>();
      answers.forEach((respondent, answer) -> {
        if (!respondents.contains(respondent)) {
          rest.put(Long.toString(respondent), answer);
        }
      });
      return rest;
    }
  }
}
