package se.siru.indicators.communication;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.siru.core.indicator.IndicatorFunction.Selection;

/**
 * The practices of each organisation as its last audit found them: whether it does them, and whether it tells of them in any of the
 * channels. Of several audits the last answer counts, for each channel by itself. Fields of the selection: organisation, practice,
 * practised, communicated, day, channel.
 */
final class AuditedPractices {
  private static final String YES = "yes";
  private static final int PRACTISED = 2;
  private static final int COMMUNICATED = 3;
  private static final int DAY = 4;
  private static final int CHANNEL = 5;

  private final Map<Long, Map<Long, Practice>> ofOrganisations = new TreeMap<>();

  AuditedPractices(Selection selection) {
    for (int row = 0; row < selection.size(); row++) {
      if (selection.value(row, 0) != Selection.UNKNOWN && selection.value(row, 1) != Selection.UNKNOWN) {
        ofOrganisations
            .computeIfAbsent(selection.value(row, 0), organisation -> new TreeMap<>())
            .computeIfAbsent(selection.value(row, 1), practice -> new Practice())
            .add(
                selection.value(row, CHANNEL),
                selection.value(row, DAY),
                answer(selection, row, PRACTISED),
                answer(selection, row, COMMUNICATED));
      }
    }
  }

  private static Answer answer(Selection selection, int row, int field) {
    if (selection.value(row, field) == Selection.UNKNOWN) {
      return Answer.UNKNOWN;
    }
    return selection.code(row, field).equals(YES) ? Answer.YES : Answer.NO;
  }

  /** The practices, organisation by organisation. */
  Collection<Collection<Practice>> byOrganisation() {
    return ofOrganisations.values().stream().map(Map::values).toList();
  }

  /** Whether something is so, the more telling answer last. */
  enum Answer {
    UNKNOWN,
    NO,
    YES
  }

  /** The last answer to one question; of several on one day the most telling. */
  private static final class Last {
    private long day = Long.MIN_VALUE;
    private Answer answer = Answer.UNKNOWN;

    void hear(long when, Answer what) {
      if (when > day || when == day && what.compareTo(answer) > 0) {
        day = when;
        answer = what;
      }
    }
  }

  /** What an organisation does of one practice, and tells of it in the channels that were audited. */
  static final class Practice {
    private final Last practised = new Last();
    private final Map<Long, Last> communicated = new TreeMap<>();

    private void add(long channel, long day, Answer does, Answer tells) {
      if (does != Answer.UNKNOWN) {
        practised.hear(day, does);
      }
      communicated.computeIfAbsent(channel, none -> new Last()).hear(day, tells);
    }

    Answer practised() {
      return practised.answer;
    }

    /** Told of in one channel is told of; not told of needs an answer from each. */
    Answer communicated() {
      Set<Answer> answers = EnumSet.noneOf(Answer.class);
      communicated.values().forEach(last -> answers.add(last.answer));
      return answers.contains(Answer.YES) ? Answer.YES : answers.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.NO;
    }

    boolean isKnown() {
      return practised() != Answer.UNKNOWN && communicated() != Answer.UNKNOWN;
    }

    boolean isPractised() {
      return practised() == Answer.YES;
    }

    boolean isCommunicated() {
      return communicated() == Answer.YES;
    }
  }
}
