package se.siru.core.finding;

import java.util.Comparator;
import java.util.Objects;
import se.siru.core.stability.Stable;

/**
 * Consecutive rows of a source.
 *
 * @param source file or other source, with its sheet or table behind {@code #} where it has several
 * @param first the first row, one-based; 0 where the source has none
 * @param last the last row, not before the first
 */
@Stable(since = "0.1.0")
public record RowSpan(String source, long first, long last) implements Comparable<RowSpan> {
  private static final Comparator<RowSpan> ORDER =
      Comparator.comparing(RowSpan::source).thenComparingLong(RowSpan::first).thenComparingLong(RowSpan::last);

  /** Checks the components. */
  public RowSpan {
    Objects.requireNonNull(source, "source");
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("rows " + first + " to " + last);
    }
  }

  /** One row. */
  public static RowSpan of(Origin origin) {
    return new RowSpan(origin.source(), origin.row(), origin.row());
  }

  /** True where another begins in this one or right behind it. */
  public boolean meets(RowSpan next) {
    return source.equals(next.source) && first <= next.first && next.first <= last + 1 && (first > 0 || next.first == 0);
  }

  /** This one up to the end of another that it {@linkplain #meets meets}. */
  public RowSpan through(RowSpan next) {
    return new RowSpan(source, first, Math.max(last, next.last));
  }

  @Override
  public int compareTo(RowSpan other) {
    return ORDER.compare(this, other);
  }

  /** {@code source:first..last}, as far as there are rows. */
  @Override
  public String toString() {
    return source + (first == 0 ? "" : ":" + first) + (last == first ? "" : ".." + last);
  }
}
