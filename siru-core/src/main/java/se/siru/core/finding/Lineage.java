package se.siru.core.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import se.siru.core.stability.Stable;

/**
 * Where a record stands, and what it was made of there: a row of a portfolio's file, and the rows of the workbooks that an import
 * read it from.
 *
 * @param at where it stands
 * @param madeOf the rows of the first sources, in the order in which they were read; empty where nobody said
 */
@Stable(since = "0.1.0")
public record Lineage(Origin at, List<RowSpan> madeOf) {
  /** Copies the list. */
  public Lineage {
    Objects.requireNonNull(at, "at");
    madeOf = List.copyOf(madeOf);
  }

  /** A record of which is only known where it stands. */
  public static Lineage of(Origin at) {
    return new Lineage(at, List.of());
  }

  /** The farthest places known: what the record was made of, else where it stands. Never empty. */
  public List<RowSpan> roots() {
    return madeOf.isEmpty() ? List.of(RowSpan.of(at)) : madeOf;
  }

  /** The farthest places known of several records, each row once, in order of sources and rows. */
  public static List<RowSpan> roots(Collection<Lineage> records) {
    return united(records.stream().flatMap(record -> record.roots().stream()).toList());
  }

  /** Rows in order of sources and numbers, each once; rows next to each other are one span. */
  public static List<RowSpan> united(Collection<RowSpan> rows) {
    List<RowSpan> united = new ArrayList<>();
    for (RowSpan span : rows.stream().sorted().toList()) {
      int last = united.size() - 1;
      if (last >= 0 && united.get(last).meets(span)) {
        united.set(last, united.get(last).through(span));
      } else {
        united.add(span);
      }
    }
    return united;
  }
}
