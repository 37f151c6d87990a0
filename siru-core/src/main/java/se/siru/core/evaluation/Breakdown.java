package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.stability.Stable;

/**
 * Dimensions that are crossed, with all margins. {@code sector,county} gives each sector in each county, each sector, each county
 * and the total.
 *
 * @param parts the dimensions in the order in which they were asked for
 */
@Stable(since = "0.1.0")
public record Breakdown(List<Part> parts) {
  private static final int MOST_DIMENSIONS = 6;

  /** Refuses a dimension that is named twice, and more than six of them. */
  public Breakdown {
    parts = List.copyOf(parts);
    if (parts.stream().map(Part::dimension).distinct().count() < parts.size()) {
      throw new SiruException(ErrorCode.MISUSE, "a breakdown names a dimension twice: " + parts);
    }
    if (parts.size() > MOST_DIMENSIONS) {
      throw new SiruException(ErrorCode.MISUSE, "a breakdown crosses at most six dimensions: " + parts);
    }
  }

  /**
   * One dimension of a breakdown.
   *
   * @param dimension the name or path, as {@code Schema.dimension} reads it
   * @param split true where a sum is shared equally over the several codes of a record, instead of counted fully in each
   */
  @Stable(since = "0.1.0")
  public record Part(String dimension, boolean split) {
    @Override
    public String toString() {
      return split ? dimension + "/split" : dimension;
    }

    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Part part && dimension.equals(part.dimension) && split == part.split;
    }

    @Override
    public int hashCode() {
      return 31 * dimension.hashCode() + Boolean.hashCode(split);
    }
  }

  /** A breakdown from text: dimensions separated by commas, each with {@code /split} behind it where amounts are shared. */
  public static Breakdown parse(String text) {
    List<Part> parts = new ArrayList<>();
    for (String name : text.split(",", -1)) {
      String part = name.strip();
      boolean split = part.endsWith("/split");
      String dimension = split ? part.substring(0, part.length() - "/split".length()) : part;
      if (dimension.isEmpty()) {
        throw new SiruException(ErrorCode.UNKNOWN_NAME, "a breakdown names dimensions, separated by commas: '" + text + "'");
      }
      parts.add(new Part(dimension, split));
    }
    return new Breakdown(parts);
  }

  @Override
  public String toString() {
    return String.join(",", parts.stream().map(Part::toString).toList());
  }
}
