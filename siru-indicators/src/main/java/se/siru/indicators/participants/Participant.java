package se.siru.indicators.participants;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.siru.core.indicator.IndicatorFunction.Selection;

/**
 * A person in an operation, or unnamed heads of one record. All records of a person in an operation are one participant: who comes back
 * entered on the first day and left on the last.
 */
final class Participant {
  private static final int PERSON = 0;
  private static final int START = 5;
  private static final int END = 6;

  private final Selection selection;
  private final List<Integer> rows = new ArrayList<>();

  private Participant(Selection selection) {
    this.selection = selection;
  }

  private record Key(long scope, long person) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byScope = Long.compare(scope, other.scope);
      return byScope != 0 ? byScope : Long.compare(person, other.person);
    }
  }

  /**
   * The participants of a selection of enrolments. Its fields begin with the person, the person's gender, heads, women, men, the first
   * day and the last.
   */
  static List<Participant> of(Selection selection) {
    Map<Key, Participant> named = new TreeMap<>();
    List<Participant> all = new ArrayList<>();
    for (int row = 0; row < selection.size(); row++) {
      long person = selection.value(row, PERSON);
      Participant participant =
          person == Selection.UNKNOWN
              ? new Participant(selection)
              : named.computeIfAbsent(new Key(selection.scope(row), person), key -> new Participant(selection));
      participant.rows.add(row);
      if (person == Selection.UNKNOWN) {
        all.add(participant);
      }
    }
    all.addAll(named.values());
    return all;
  }

  /** One person, or the heads of an unnamed record. */
  Heads heads() {
    int row = atEntry().get(0);
    return selection.value(row, PERSON) == Selection.UNKNOWN ? Heads.ofRecord(selection, row) : Heads.ofPerson(selection, row);
  }

  /** The records of the day of entry; all where no day is known. */
  List<Integer> atEntry() {
    long first = entered();
    return rows.stream().filter(row -> selection.value(row, START) == first).toList();
  }

  /** The first day known, or {@link Selection#UNKNOWN}. */
  private long entered() {
    return rows.stream().mapToLong(row -> selection.value(row, START)).filter(day -> day != Selection.UNKNOWN).min()
        .orElse(Selection.UNKNOWN);
  }

  /** The last day; empty while any record has none, since the participant has not left. */
  Optional<LocalDate> left() {
    long end = end();
    return end == Selection.UNKNOWN ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(end - 1));
  }

  /** The day after the last; what is not known is the least of all numbers. */
  private long end() {
    boolean isOpen = rows.stream().anyMatch(row -> selection.value(row, END) == Selection.UNKNOWN);
    return isOpen ? Selection.UNKNOWN : rows.stream().mapToLong(row -> selection.value(row, END)).max().orElseThrow();
  }

  /** The records that ended on the last day. */
  List<Integer> atExit() {
    long end = end();
    return rows.stream().filter(row -> selection.value(row, END) == end).toList();
  }

  /** Whether a code of some records lies within one of a list; not known where none states it, or where they contradict each other. */
  Answer isWithin(List<Integer> some, int field, List<String> codes) {
    List<Boolean> answers =
        some.stream()
            .filter(row -> selection.value(row, field) != Selection.UNKNOWN)
            .map(row -> codes.stream().anyMatch(code -> selection.isWithin(row, field, code)))
            .distinct()
            .toList();
    return answers.size() != 1 ? Answer.UNKNOWN : answers.get(0) ? Answer.YES : Answer.NO;
  }

  /** Whether some record states a code. */
  boolean states(List<Integer> some, int field) {
    return some.stream().anyMatch(row -> selection.value(row, field) != Selection.UNKNOWN);
  }

  /**
   * Whether something was given to the participant from the day of entry up to a day: not known where the code, or the day of what was
   * given, is not known of some record and no other record says so.
   *
   * @param code the field that says what was given
   * @param day the field that says when
   */
  Answer wasGiven(String what, int code, int day, LocalDate until) {
    long from = entered();
    Predicate<Integer> isGiven =
        row -> selection.value(row, code) != Selection.UNKNOWN && selection.isWithin(row, code, what);
    if (rows.stream().filter(isGiven).map(row -> selection.value(row, day))
        .anyMatch(given -> given != Selection.UNKNOWN && given >= from && given <= until.toEpochDay())) {
      return Answer.YES;
    }
    boolean isOpen =
        rows.stream().anyMatch(
            row -> selection.value(row, code) == Selection.UNKNOWN || isGiven.test(row) && selection.value(row, day) == Selection.UNKNOWN);
    return isOpen ? Answer.UNKNOWN : Answer.NO;
  }

  /** What records say of a participant. */
  enum Answer {
    /** It holds. */
    YES,
    /** It does not. */
    NO,
    /** They do not say. */
    UNKNOWN;

    /** Both hold. */
    Answer and(Answer other) {
      return this == NO || other == NO ? NO : this == UNKNOWN || other == UNKNOWN ? UNKNOWN : YES;
    }

    Answer not() {
      return this == YES ? NO : this == NO ? YES : UNKNOWN;
    }

    static Answer of(boolean holds) {
      return holds ? YES : NO;
    }
  }
}
