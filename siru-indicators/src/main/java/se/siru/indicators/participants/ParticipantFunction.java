package se.siru.indicators.participants;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;
import se.siru.indicators.participants.Participant.Answer;

/**
 * Counts of participants: named persons once within the scope, unnamed heads as many as each record states. The fields are the person,
 * the person's gender, heads, women, men, the first day and the last, and then what the function asks of. The definition must ask for
 * each record. The parameter {@code count} is a word of {@link Figure}, {@code all} where it is left out.
 */
enum ParticipantFunction implements IndicatorFunction {
  /** All participants. */
  ENTERED("siru:participants") {
    @Override
    Answer counts(Participant participant, Context context) {
      return Answer.YES;
    }
  },

  /** Of whom a code (field 8) at entry is one of the parameter {@code codes}, between blanks, or below one. */
  AT_ENTRY("siru:participants-at-entry") {
    @Override
    Answer counts(Participant participant, Context context) {
      return participant.isWithin(participant.atEntry(), FIRST, codes(context, "codes"));
    }
  },

  /**
   * Who had left and were given a qualification (fields 8 and 9, what and when) from entry up to so many {@code weeks} after the last
   * day. They count from the later of the two days.
   */
  QUALIFIED("siru:participants-qualified") {
    @Override
    Answer counts(Participant participant, Context context) {
      Optional<LocalDate> left = participant.left().filter(day -> isSeen(day, context));
      if (left.isEmpty()) {
        return Answer.NO;
      }
      LocalDate last = left.get().plusWeeks(Integer.parseInt(stated(context, "weeks")));
      LocalDate until = context.unseenFrom().map(day -> day.minusDays(1)).filter(last::isAfter).orElse(last);
      return participant.wasGiven("qualification", FIRST, SECOND, until);
    }
  },

  /**
   * Who had left so many {@code months} before and were then employed (field 8). Where {@code of-whom} is {@code not-employed}, of those
   * only who were not at entry (field 9).
   */
  EMPLOYED_LATER("siru:participants-employed-later") {
    @Override
    Answer counts(Participant participant, Context context) {
      return due(participant, context).and(participant.isWithin(participant.atExit(), FIRST, EMPLOYED));
    }
  },

  /** Of those whom {@link #EMPLOYED_LATER} asks about, of whom it is known whether they were employed. */
  FOLLOWED("siru:participants-followed") {
    @Override
    Answer counts(Participant participant, Context context) {
      return due(participant, context).and(Answer.of(participant.states(participant.atExit(), FIRST)));
    }
  };

  private static final int FIRST = 7;
  private static final int SECOND = 8;
  private static final List<String> EMPLOYED = List.of("employed");

  private final String id;

  ParticipantFunction(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /** Whether a participant counts, of what is known at the end of the period. */
  abstract Answer counts(Participant participant, Context context);

  @Override
  public Outcome apply(Selection selection, Context context) {
    selection.requireEachRecord();
    Figure figure = Figure.of(context.parameters().getOrDefault("count", Figure.ALL.word()));
    long counted = 0;
    long unknown = 0;
    for (Participant participant : Participant.of(selection)) {
      Answer answer = counts(participant, context);
      long heads = figure.of(participant.heads());
      counted += answer == Answer.YES ? heads : 0;
      unknown += answer == Answer.UNKNOWN ? heads : 0;
    }
    return new Outcome(Value.Quantity.of(counted), unknown);
  }

  private static Answer due(Participant participant, Context context) {
    int months = Integer.parseInt(stated(context, "months"));
    Answer isDue = Answer.of(participant.left().filter(day -> isSeen(day.plusMonths(months), context)).isPresent());
    String of = context.parameters().getOrDefault("of-whom", "all");
    if (of.equals("all")) {
      return isDue;
    }
    if (!of.equals("not-employed")) {
      throw new IllegalArgumentException("of-whom is all or not-employed, not '" + of + "'");
    }
    return isDue.and(participant.isWithin(participant.atEntry(), SECOND, EMPLOYED).not());
  }

  private static boolean isSeen(LocalDate day, Context context) {
    return context.unseenFrom().map(day::isBefore).orElse(true);
  }

  private static List<String> codes(Context context, String parameter) {
    return List.of(stated(context, parameter).split(" "));
  }

  private static String stated(Context context, String parameter) {
    String value = context.parameters().get(parameter);
    if (value == null) {
      throw new IllegalArgumentException("the parameter " + parameter + " is missing");
    }
    return value;
  }
}
