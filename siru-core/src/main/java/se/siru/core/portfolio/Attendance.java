package se.siru.core.portfolio;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.RowSpan;
import se.siru.core.model.Schema;
import se.siru.core.primitive.LongIndex;

/** The attendance that derived support follows from; worked out when it is first asked for, since most never are. */
final class Attendance implements MadeOf {
  private final Schema schema;
  private final Star star;
  private final List<Batch> participations;
  private final int[] activities;
  private final int[] recipients;
  private @Nullable Rows rows;

  /**
   * The attendance behind records of support.
   *
   * @param activities by record, the row of its activity
   * @param recipients by record, the row of its recipient
   */
  Attendance(Schema schema, Star star, List<Batch> participations, int[] activities, int[] recipients) {
    this.schema = schema;
    this.star = star;
    this.participations = List.copyOf(participations);
    this.activities = activities;
    this.recipients = recipients;
  }

  /** The rows of attendance in the order of records: those of a record from {@code starts[record]} on. */
  private record Rows(int[] starts, int[] batches, int[] rows) {}

  @Override
  public List<RowSpan> row(int record) {
    Rows known = rows();
    Set<RowSpan> spans = new LinkedHashSet<>();
    for (int i = known.starts[record]; i < known.starts[record + 1]; i++) {
      spans.addAll(participations.get(known.batches[i]).lineage(known.rows[i]).roots());
    }
    return List.copyOf(spans);
  }

  private synchronized Rows rows() {
    Rows known = rows == null ? work() : rows;
    rows = known;
    return known;
  }

  private Rows work() {
    DerivedSupport rule = new DerivedSupport(schema, star);
    LongIndex pairs = new LongIndex();
    for (int record = 0; record < activities.length; record++) {
      pairs.add(rule.pair(activities[record], recipients[record]));
    }
    int[] starts = new int[activities.length + 1];
    participations.forEach(batch -> rule.attended(batch, (pair, row, day, activity, recipient, node) -> {
      int record = pairs.find(pair);
      if (record >= 0) {
        starts[record + 1]++;
      }
    }));
    for (int record = 0; record < activities.length; record++) {
      starts[record + 1] += starts[record];
    }
    int[] next = starts.clone();
    Rows found = new Rows(starts, new int[starts[activities.length]], new int[starts[activities.length]]);
    for (int i = 0; i < participations.size(); i++) {
      int batch = i;
      rule.attended(participations.get(i), (pair, row, day, activity, recipient, node) -> {
        int record = pairs.find(pair);
        if (record >= 0) {
          found.batches[next[record]] = batch;
          found.rows[next[record]++] = row;
        }
      });
    }
    return found;
  }
}
