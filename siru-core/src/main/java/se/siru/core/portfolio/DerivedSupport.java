package se.siru.core.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * which a participant attended it, one record, unless a support names both already. The first attendance decides the day, the version of the recipient and the node;
 * where several fall on that day, the one whose activity, recipient and node come first, so that the order of the source does not
 * matter.
 */
final class DerivedSupport {
  /** The source of the batch of derived support. */
  static final String SOURCE = "derived:attendance";

  private static final Batch.Provenance PROVENANCE = Batch.Provenance.of(SOURCE);

  private final Schema schema;
  private final Star star;
  private final Batch activities;
  private final int[] kinds;
  private final int[] statuses;
  private final boolean[] cancelled;
  private final Units activityUnits;
  private final Units legalUnits;
  private final LongIndex pairs = new LongIndex();
  private int[] days = new int[32];
  private int[] activityRows = new int[32];
  private int[] recipients = new int[32];
  private int[] nodes = new int[32];

  DerivedSupport(Schema schema, Star star) {
    this.schema = schema;
    this.star = star;
    this.activities = star.entities(Activity.TYPE.name());
    this.kinds = ints(activities, Activity.SUPPORT_KIND).values();
    this.statuses = ints(activities, Activity.STATUS).values();
    this.cancelled = within(Activity.STATUS, "cancelled");
    this.activityUnits = star.units(Activity.TYPE.name());
    this.legalUnits = star.units(Stakeholder.TYPE.name());
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

  /** The given support and behind it, in a batch of its own, what follows from attendance. */
  List<Batch> after(List<Batch> support, List<Batch> participations) {
    LongIndex stated = new LongIndex();
    support.forEach(batch -> collect(batch, stated));
    participations.forEach(batch -> attended(batch, (pair, row, day, activity, recipient, node) -> {
      if (stated.size() == 0 || stated.find(pair) < 0) {
        attend(pairs.add(pair), day, activity, recipient, node);
      }
    }));
    List<Batch> all = new ArrayList<>(support);
    if (pairs.size() > 0) {
      all.add(batch(participations));
    }
    return all;
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
    boolean[] came = within(Participation.STATUS, "attended");
    boolean[] participant = within(Participation.ROLE, "participant");
    Column.Ints role = ints(batch, Participation.ROLE);
    Column.Ints status = ints(batch, Participation.STATUS);
    Column.Ints named = ints(batch, Participation.ACTIVITY);
    Column.Ints node = ints(batch, Participation.NODE);
    Column.Days date = (Column.Days) batch.column(Participation.DATE.name());
    Column.Ints organisations = ints(batch, Participation.ORGANISATIONS);
    for (int row = 0; row < batch.size(); row++) {
      boolean took = is(came, status.value(row)) && is(participant, role.value(row));
      int activity = named.value(row);
      if (took && activity >= 0 && kinds[activity] >= 0 && !is(cancelled, statuses[activity])) {
        int day = date.value(row) == Column.Days.MISSING ? Integer.MAX_VALUE : date.value(row);
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

  private void attend(int pair, int day, int activity, int recipient, int node) {
    if (pair == days.length) {
      days = Arrays.copyOf(days, pair * 2);
      activityRows = Arrays.copyOf(activityRows, pair * 2);
      recipients = Arrays.copyOf(recipients, pair * 2);
      nodes = Arrays.copyOf(nodes, pair * 2);
    }
    if (isUnset(pair) || isBefore(pair, day, activity, recipient, node)) {
      days[pair] = day;
      activityRows[pair] = activity + 1;
      recipients[pair] = recipient;
      nodes[pair] = node;
    }
  }

  /** Activity rows are kept plus one, so that 0 says that nothing is there yet. */
  private boolean isUnset(int pair) {
    return activityRows[pair] == 0;
  }

  private boolean isBefore(int pair, int day, int activity, int recipient, int node) {
    if (day != days[pair]) {
      return day < days[pair];
    }
    if (activity + 1 != activityRows[pair]) {
      return activity + 1 < activityRows[pair];
    }
    return recipient != recipients[pair] ? recipient < recipients[pair] : node < nodes[pair];
  }

  private Batch batch(List<Batch> participations) {
    long[] keys = pairs.sortedKeys();
    int size = keys.length;
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
      int pair = pairs.find(keys[row]);
      activity[row] = activityRows[pair] - 1;
      recipient[row] = recipients[pair];
      kind[row] = kinds[activity[row]];
      node[row] = nodes[pair];
      skill[row] = skills[activity[row]];
      day[row] = days[pair] == Integer.MAX_VALUE ? Column.Days.MISSING : days[pair];
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
