package se.siru.indicators;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.RuleSetReader;
import se.siru.core.plugin.PluginDescriptor;
import se.siru.core.plugin.SiruPlugin;
import se.siru.core.plugin.Spi;
import se.siru.core.stability.Provided;
import se.siru.indicators.communication.CommunicationIndicators;
import se.siru.indicators.innovation.InnovationIndicators;
import se.siru.indicators.network.NetworkIndicators;
import se.siru.indicators.participants.ParticipantFunctions;
import se.siru.indicators.sroi.SroiFunctions;
import se.siru.indicators.statistics.StatisticsFunctions;

/**
 * The standard catalogue as a plugin, {@linkplain IndicatorFamily family by family}. It owns the namespace {@code siru}.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class StandardIndicatorsPlugin implements SiruPlugin {
  private static final List<String> RULE_SETS = List.of("eu-fiche", "esf-plus", "tillvaxtverket-1420", "tillvaxtverket-2127");

  /** Called by the service loader. */
  public StandardIndicatorsPlugin() {}

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.of("siru", "SIRU standard indicators", "0.1.0", Spi.VERSION);
  }

  @Override
  public List<RuleSet> ruleSets() {
    return RULE_SETS.stream().map(StandardIndicatorsPlugin::ruleSet).toList();
  }

  private static RuleSet ruleSet(String id) {
    String file = "rules/" + id + ".json";
    try (InputStream in = StandardIndicatorsPlugin.class.getResourceAsStream(file)) {
      return RuleSetReader.read(Objects.requireNonNull(in, file), file);
    } catch (IOException e) {
      throw SiruException.of(ErrorCode.UNREADABLE, "cannot read " + file, e);
    }
  }

  /** The catalogue under {@link RuleSet#defaults}. */
  @Override
  public List<Indicator> indicators() {
    return indicators(RuleSet.defaults());
  }

  @Override
  public List<Indicator> indicators(RuleSet rules) {
    return Arrays.stream(IndicatorFamily.values()).flatMap(family -> family.indicators(rules).stream()).toList();
  }

  @Override
  public List<IndicatorFunction> functions() {
    List<IndicatorFunction> all = new ArrayList<>(NetworkIndicators.functions());
    all.addAll(ParticipantFunctions.all());
    all.addAll(StatisticsFunctions.all());
    all.addAll(InnovationIndicators.functions());
    all.addAll(CommunicationIndicators.functions());
    all.addAll(SroiFunctions.all());
    return List.copyOf(all);
  }
}
