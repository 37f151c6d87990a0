package se.siru.indicators.quality;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.indicator.Indicator;

/**
 * Completeness of records, evidence behind them, and organisations that are known by their number. How many cells of a publication are
 * hidden (SI-D04) is told by the publication and is no indicator.
 *
 * <p>Thread-safe.
 */
public final class QualityIndicators {
  private QualityIndicators() {}

  /** The family. */
  public static List<Indicator> all() {
    List<Indicator> all = new ArrayList<>(CompletenessIndicators.all());
    all.addAll(EvidenceIndicators.all());
    all.addAll(IdentityIndicators.all());
    return List.copyOf(all);
  }
}
