package se.siru.core.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import se.siru.core.stability.Stable;
import se.siru.core.text.LocalizedText;

/**
 * What a format could not hold of a publication.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class LossReport {
  private static final LossReport NONE = new LossReport(List.of());

  private final List<Loss> losses;

  private LossReport(List<Loss> losses) {
    this.losses = List.copyOf(losses);
  }

  /** Nothing was lost. */
  public static LossReport none() {
    return NONE;
  }

  /** This report and one loss more. */
  public LossReport and(String what, LocalizedText why) {
    List<Loss> more = new ArrayList<>(losses);
    more.add(new Loss(what, why));
    return new LossReport(more);
  }

  /** The losses, in the order in which they were reported. */
  public List<Loss> losses() {
    return losses;
  }

  /**
   * One thing that is not in the file.
   *
   * @param what kebab-case, for programs: {@code definitions}, {@code findings}
   * @param why what is lost and why, for people
   */
  @Stable(since = "0.1.0")
  public record Loss(String what, LocalizedText why) {
    /** Checks the components. */
    public Loss {
      Objects.requireNonNull(what, "what");
      Objects.requireNonNull(why, "why");
    }
  }

  @Override
  public String toString() {
    return losses.toString();
  }
}
