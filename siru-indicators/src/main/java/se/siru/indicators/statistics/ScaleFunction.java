package se.siru.indicators.statistics;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;

/**
 * Figures of the answers to one item in one wave. Fields: item, wave, answer, the scale's least and greatest, how many answered just so,
 * whether they did not know, how many were asked. The definition must ask for each record. An answer whose scale is not stated, or that
 * is no step of it, is left out of shares and counts of steps and counted as unknown.
 */
enum ScaleFunction implements IndicatorFunction {
  /** The share of the answers on the scale that are the parameter {@code answer} or higher. */
  SHARE("siru:scale-share") {
    @Override
    Value figure(Tally tally, Context context) {
      return tally.onScale(context)
          .<Value>flatMap(answers -> answers.shareAtLeast(StatisticsFunctions.whole(context, ANSWER)))
          .orElseGet(() -> tally.noScale("inga svar", "no answers"));
    }
  },

  /** How many answers are the parameter {@code answer}. */
  COUNT("siru:scale-count") {
    @Override
    Value figure(Tally tally, Context context) {
      int answer = StatisticsFunctions.whole(context, ANSWER);
      return tally.onScale(context)
          .<Value>map(answers -> Value.Quantity.of(answers.distribution().getOrDefault(answer, 0L)))
          .orElseGet(() -> tally.noScale("inga svar", "no answers"));
    }
  },

  /** How many gave an answer on whatever scale. */
  ANSWERS("siru:scale-answers") {
    @Override
    Value figure(Tally tally, Context context) {
      return Value.Quantity.of(tally.rated);
    }
  },

  /** How many did not know. */
  DONT_KNOW("siru:scale-dont-know") {
    @Override
    Value figure(Tally tally, Context context) {
      return Value.Quantity.of(tally.dontKnow);
    }
  },

  /** Answers, with those who did not know, by how many were asked. */
  RESPONSE("siru:response-rate") {
    @Override
    Value figure(Tally tally, Context context) {
      long answers = Math.addExact(tally.rated, tally.dontKnow);
      if (tally.invited.isEmpty() || tally.invited.getAsLong() == 0) {
        return Value.Absent.of(Value.Reason.UNDEFINED, "inte känt hur många som tillfrågades", "not known how many were asked");
      }
      long invited = tally.invited.getAsLong();
      return answers > invited
          ? Value.Absent.of(Value.Reason.UNDEFINED, "fler svar än tillfrågade", "more answers than were asked")
          : new Value.Ratio(BigDecimal.valueOf(answers), BigDecimal.valueOf(invited));
    }
  };

  private static final String ANSWER = "answer";

  private final String id;

  ScaleFunction(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  abstract Value figure(Tally tally, Context context);

  @Override
  public Outcome apply(Selection selection, Context context) {
    selection.requireEachRecord();
    Tally tally = new Tally();
    for (int row = 0; row < selection.size(); row++) {
      tally.add(selection, row);
    }
    if (tally.items.size() > 1 || tally.waves.size() > 1) {
      Value several =
          Value.Absent.of(
              Value.Reason.NOT_APPLICABLE, "flera frågor eller omgångar; fördela efter item och wave",
              "several items or waves; break down by item and wave");
      return new Outcome(several, 0);
    }
    boolean isOfSteps = this == SHARE || this == COUNT;
    return new Outcome(figure(tally, context), isOfSteps ? tally.offScale : 0);
  }

  /** What was answered, how often. */
  private static final class Tally {
    private static final int ITEM = 0;
    private static final int WAVE = 1;
    private static final int VALUE = 2;
    private static final int LEAST = 3;
    private static final int GREATEST = 4;
    private static final int EQUAL = 5;
    private static final int UNSURE = 6;
    private static final int INVITED = 7;

    private final Set<Long> items = new HashSet<>();
    private final Set<Long> waves = new HashSet<>();
    private final Set<Scale> scales = new HashSet<>();
    private final Map<Integer, Long> steps = new TreeMap<>();
    private long rated;
    private long offScale;
    private long dontKnow;
    private OptionalLong invited = OptionalLong.empty();

    private record Scale(long least, long greatest) {}

    void add(Selection selection, int row) {
      items.add(selection.value(row, ITEM));
      waves.add(selection.value(row, WAVE));
      long equal = isKnown(selection, row, EQUAL) ? whole(selection, row, EQUAL) : 1;
      if (isKnown(selection, row, VALUE)) {
        rated = Math.addExact(rated, equal);
        addRated(selection, row, equal);
      } else if (isKnown(selection, row, UNSURE) && selection.code(row, UNSURE).equals("yes")) {
        dontKnow = Math.addExact(dontKnow, equal);
      }
      if (isKnown(selection, row, INVITED)) {
        invited = OptionalLong.of(Math.addExact(invited.orElse(0), whole(selection, row, INVITED)));
      }
    }

    private void addRated(Selection selection, int row, long equal) {
      BigDecimal answer = selection.number(row, VALUE);
      boolean isOnScale =
          isKnown(selection, row, LEAST) && isKnown(selection, row, GREATEST) && answer.stripTrailingZeros().scale() <= 0
              && answer.compareTo(selection.number(row, LEAST)) >= 0 && answer.compareTo(selection.number(row, GREATEST)) <= 0;
      if (isOnScale) {
        scales.add(new Scale(whole(selection, row, LEAST), whole(selection, row, GREATEST)));
        steps.merge(answer.intValueExact(), equal, Math::addExact);
      } else {
        offScale = Math.addExact(offScale, equal);
      }
    }

    private static boolean isKnown(Selection selection, int row, int field) {
      return selection.value(row, field) != Selection.UNKNOWN;
    }

    private static long whole(Selection selection, int row, int field) {
      return selection.number(row, field).longValueExact();
    }

    /** The answers where all are on the scale that the definition is about; empty where some are on another. */
    Optional<ScaleAnswers> onScale(Context context) {
      int least = StatisticsFunctions.whole(context, "least");
      int greatest = StatisticsFunctions.whole(context, "greatest");
      return scales.stream().allMatch(new Scale(least, greatest)::equals)
          ? Optional.of(ScaleAnswers.of(least, greatest, steps, dontKnow, OptionalLong.empty()))
          : Optional.empty();
    }

    /** Why there is no figure of steps. */
    Value noScale(String sv, String en) {
      return rated == offScale
          ? Value.Absent.of(Value.Reason.UNDEFINED, sv, en)
          : Value.Absent.of(Value.Reason.NOT_APPLICABLE, "svaren är på en annan skala", "the answers are on another scale");
    }
  }
}
