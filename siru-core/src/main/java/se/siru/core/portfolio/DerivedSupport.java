package se.siru.core.portfolio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.siru.core.model.Activity;
import se.siru.core.model.Field;
import se.siru.core.model.Participation;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.primitive.LongIndex;
import se.siru.core.vocabulary.Codelist;

/**
 * The support that follows from attendance: for each activity with a support kind that was not cancelled, and each legal unit for
 * which a participant attended it, one record, unless a support names both already. What it says is that of the {@link FirstAttendance}.
 *
 * <p>Immutable and thread-safe.
 */
final class DerivedSupport {
  /** The source of the batch of derived support. */
  static final String SOURCE = "derived:attendance";

  private static final Batch.Provenance PROVENANCE = Batch.Provenance.of(SOURCE);

  private final Schema schema;
  private final Star star;
  private final Batch activities;
  private final int[] kinds;
  private final boolean[] gives;
  private final boolean[] came;
  private final boolean[] participant;
  private final Units activityUnits;
  private final Units legalUnits;

  DerivedSupport(Schema schema, Star star) {
    this.schema = schema;
    this.star = star;
    this.activities = star.entities(Activity.TYPE.name());
    this.kinds = ints(activities, Activity.SUPPORT_KIND).values();
    this.gives = new boolean[activities.size()];
    this.came = within(Participation.STATUS, "attended");
    this.participant = within(Participation.ROLE, "participant");
    this.activityUnits = star.units(Activity.TYPE.name());
    this.legalUnits = star.units(Stakeholder.TYPE.name());
    int[] statuses = ints(activities, Activity.STATUS).values();
    boolean[] cancelled = within(Activity.STATUS, "cancelled");
    for (int row = 0; row < gives.length; row++) {
      gives[row] = kinds[row] >= 0 && !is(cancelled, statuses[row]);
    }
  }

  /** True where any activity has a support kind. */
  boolean applies() {
    for (int row = 0; row < activities.size(); row++) {
      if (kinds[row] >= 0) {
        return true;
      }
    }
    return false;
  }

  static boolean isDerived(Batch batch) {
    return batch.provenance().equals(PROVENANCE);
  }

  /**
   * What follows from attendance, in a batch of its own; empty where nothing does.
   *
   * @param first all attendance
   * @param stated the support that is stated
   * @param participations the attendance, to be named where somebody asks what support was made of
   */
  Optional<Batch> following(FirstAttendance first, List<Batch> stated, List<Batch> participations) {
    LongIndex named = new LongIndex();
    stated.forEach(batch -> collect(batch, named));
    int[] pairs = first.inOrder(named);
    return pairs.length == 0 ? Optional.empty() : Optional.of(batch(first, pairs, participations));
  }

  private void collect(Batch support, LongIndex stated) {
    Column.Ints activity = ints(support, Support.ACTIVITY);
    Column.Ints recipient = ints(support, Support.RECIPIENT);
    for (int row = 0; row < support.size(); row++) {
      if (activity.value(row) >= 0 && recipient.value(row) >= 0) {
        stated.add(pair(activity.value(row), recipient.value(row)));
      }
    }
  }

  /** Takes the pairs of activity and legal unit that follow from attendance, each as often as a row of attendance names it. */
  @FunctionalInterface
  interface Attended {
    void take(long pair, int row, int day, int activity, int recipient, int node);
  }

  /** What two numbers of entities have in common with others of the same units. */
  long pair(int activity, int stakeholder) {
    return (long) activityUnits.unit(activity) << Integer.SIZE | legalUnits.unit(stakeholder);
  }

  /** Goes through a batch of attendance. */
  void attended(Batch batch, Attended to) {
    Column.Ints role = ints(batch, Participation.ROLE);
    Column.Ints status = ints(batch, Participation.STATUS);
    Column.Ints named = ints(batch, Participation.ACTIVITY);
    Column.Ints node = ints(batch, Participation.NODE);
    Column.Days date = (Column.Days) batch.column(Participation.DATE.name());
    Column.Ints organisations = ints(batch, Participation.ORGANISATIONS);
    for (int row = 0; row < batch.size(); row++) {
      int activity = named.value(row);
      if (activity >= 0 && gives[activity] && is(came, status.value(row)) && is(participant, role.value(row))) {
        int day = date.value(row) == Column.Days.MISSING ? FirstAttendance.UNDATED : date.value(row);
        for (int i = 0; i < organisations.count(row); i++) {
          int recipient = organisations.element(row, i);
          to.take(pair(activity, recipient), row, day, activity, recipient, node.value(row));
        }
      }
    }
  }

  /** For each code of a field's list, whether it is a given one or below it. */
  private boolean[] within(Field<?> field, String code) {
    Codelist list = schema.codelist(field);
    boolean[] within = new boolean[list.size()];
    int position = list.position(code);
    for (int i = 0; i < within.length && position >= 0; i++) {
      within[i] = list.isWithin(i, position);
    }
    return within;
  }

  private static boolean is(boolean[] codes, int code) {
    return code >= 0 && codes[code];
  }

  private Batch batch(FirstAttendance first, int[] pairs, List<Batch> participations) {
    int size = pairs.length;
    Made made = new Made(schema.type(Support.TYPE.name()), size);
    int[] recipient = made.ints(Support.RECIPIENT);
    int[] kind = made.ints(Support.KIND);
    int[] activity = made.ints(Support.ACTIVITY);
    int[] node = made.ints(Support.NODE);
    int[] skill = made.ints(Support.SKILL);
    int[] skills = ints(activities, Activity.SKILL).values();
    int[] day = made.days(Support.DATE);
    long[] hours = made.longs(Support.HOURS);
    long[] durations = ((Column.Longs) activities.column(Activity.DURATION_HOURS.name())).values();
    int[] rows = new int[size];
    for (int row = 0; row < size; row++) {
      int pair = pairs[row];
      activity[row] = first.activity(pair);
      recipient[row] = first.recipient(pair);
      kind[row] = kinds[activity[row]];
      node[row] = first.node(pair);
      skill[row] = skills[activity[row]];
      day[row] = first.day(pair) == FirstAttendance.UNDATED ? Column.Days.MISSING : first.day(pair);
      hours[row] = durations[activity[row]];
      rows[row] = row + 1;
    }
    made.columns.put(Support.ID.name(), new Column.Texts(row -> id(activity[row], recipient[row]), size));
    MadeOf attendance = new Attendance(schema, star, participations, activity, recipient);
    return new Batch(PROVENANCE, size, made.columns, RowNumbers.of(rows, size), List.of(), null, attendance);
  }

  private String id(int activity, int recipient) {
    return "derived:" + activityUnits.id(activityUnits.unit(activity)) + "/" + legalUnits.id(legalUnits.unit(recipient));
  }

  /** The columns of a batch of which all rows are known; those that nobody asks for hold nothing. */
  private static final class Made {
    final Map<String, Column> columns = new HashMap<>();
    private final int size;

    Made(RecordType type, int size) {
      this.size = size;
      GrowingColumn.Blanks blanks = new GrowingColumn.Blanks(size);
      for (Field<?> field : type.fields()) {
        columns.put(field.name(), GrowingColumn.of(field).freeze(size, blanks));
      }
    }

    int[] ints(Field<?> field) {
      int[] values = new int[size];
      columns.put(field.name(), new Column.Ints(values, size, new IntSets()));
      return values;
    }

    int[] days(Field<?> field) {
      int[] values = new int[size];
      columns.put(field.name(), new Column.Days(values, size));
      return values;
    }

    long[] longs(Field<?> field) {
      long[] values = new long[size];
      columns.put(field.name(), new Column.Longs(values, size));
      return values;
    }
  }

  private static Column.Ints ints(Batch batch, Field<?> field) {
    return (Column.Ints) batch.column(field.name());
  }
}
