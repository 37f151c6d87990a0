package se.siru.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.plugin.PluginDescriptor;
import se.siru.core.plugin.SiruPlugin;
import se.siru.core.plugin.Spi;
import se.siru.indicators.composite.CompositeIndicators;
import se.siru.indicators.economy.EconomyIndicators;
import se.siru.indicators.innovation.InnovationIndicators;
import se.siru.indicators.network.NetworkIndicators;
import se.siru.indicators.participation.ParticipationIndicators;
import se.siru.indicators.procurement.ProcurementIndicators;
import se.siru.indicators.results.ResultIndicators;
import se.siru.indicators.sroi.SroiFunctions;
import se.siru.indicators.statistics.StatisticsFunctions;
import se.siru.indicators.support.SupportIndicators;

/**
 * The standard catalogue as a plugin, family by family. It owns the namespace {@code siru}.
 *
 * <p>Immutable and thread-safe.
 */
public final class StandardIndicatorsPlugin implements SiruPlugin {
  private final BigDecimal minSupportHours;

  /** The catalogue with the parameters that hold where no rule says otherwise; how a service loader makes it. */
  public StandardIndicatorsPlugin() {
    this(BigDecimal.ZERO);
  }

  private StandardIndicatorsPlugin(BigDecimal minSupportHours) {
    this.minSupportHours = minSupportHours;
  }

  /**
   * The catalogue with a threshold for non-financial support.
   *
   * @param hours hours received below which an enterprise counts neither in RCO04 nor, by that support, in RCO01; 0 tests nothing
   * @throws IllegalArgumentException where the hours are negative
   */
  public static StandardIndicatorsPlugin withMinSupportHours(BigDecimal hours) {
    if (hours.signum() < 0) {
      throw new IllegalArgumentException("hours below 0: " + hours);
    }
    return new StandardIndicatorsPlugin(hours);
  }

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("siru", "SIRU standard indicators", "0.1.0", Spi.VERSION);
  }

  @Override
  public List<Indicator> indicators() {
    List<Indicator> all = new ArrayList<>();
    all.addAll(SupportIndicators.all(minSupportHours));
    all.addAll(ParticipationIndicators.all());
    all.addAll(NetworkIndicators.all());
    all.addAll(ProcurementIndicators.all());
    all.addAll(InnovationIndicators.all());
    all.addAll(EconomyIndicators.all());
    all.addAll(ResultIndicators.all());
    all.addAll(CompositeIndicators.all());
    return List.copyOf(all);
  }

  @Override
  public List<IndicatorFunction> functions() {
    List<IndicatorFunction> all = new ArrayList<>(NetworkIndicators.functions());
    all.addAll(StatisticsFunctions.all());
    all.addAll(SroiFunctions.all());
    return List.copyOf(all);
  }
}
