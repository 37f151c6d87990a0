package se.siru.core.contract;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Activity;
import se.siru.core.model.Support;
import se.siru.core.plugin.Offering;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.plugin.PluginReport;
import se.siru.core.stability.Experimental;

/**
 * A plugin at work on trial, with all that it brings, on one random sample of records: its indicators keep the laws, its formats give
 * the same bytes and its validation rules the same findings every time. It is tried in {@linkplain Surroundings#awkward awkward surroundings}, by a program that does nothing
 * else meanwhile.
 *
 * <p>Not thread-safe.
 */
@Experimental(since = "0.1.0")
public final class PluginTrial {
  /** Random records of each type of facts; more make a trial longer and find little more. */
  private static final int FACTS = 25;

  private final PluginRegistry plugins;
  private final List<String> indicators;
  private final List<String> formats;
  private final List<String> packFormats;
  private final List<String> validationRules;
  private final String id;
  private final Trial trial;

  private PluginTrial(PluginRegistry plugins, PluginReport.Entry plugin, long seed) {
    this.plugins = plugins;
    this.id = plugin.id();
    this.indicators = indicators(plugins.catalogue(), plugin.id());
    this.formats = plugin.provides(Offering.Kind.FORMAT);
    this.packFormats = plugin.provides(Offering.Kind.PACK_FORMAT);
    this.validationRules = plugin.provides(Offering.Kind.VALIDATION_RULE);
    Sample sample = Sample.random(plugins.schema(), seed, FACTS);
    Trial.Builder builder =
        indicators.isEmpty()
            ? Trial.of(something(), sample)
            : Trial.of(plugins.catalogue(), sample).indicators(indicators.toArray(String[]::new));
    Surroundings.awkward().forEach(builder::in);
    this.trial = builder.build();
  }

  /**
   * A trial of a plugin.
   *
   * @param plugins among which the plugin is at work
   * @param id the id of the plugin
   * @param seed draws the records; the same one, the same records
   * @throws SiruException with {@link ErrorCode#UNKNOWN_NAME} where no plugin of the id is at work
   */
  public static PluginTrial of(PluginRegistry plugins, String id, long seed) {
    PluginReport.Entry plugin =
        plugins.report().loaded().stream()
            .filter(entry -> entry.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new SiruException(ErrorCode.UNKNOWN_NAME, "no plugin '" + id + "' is at work"));
    return new PluginTrial(plugins, plugin, seed);
  }

  private static List<String> indicators(Catalogue catalogue, String plugin) {
    return catalogue.indicators().stream()
        .map(Indicator::id)
        .filter(id -> catalogue.provider(id).filter(provider -> provider.id().equals(plugin)).isPresent())
        .toList();
  }

  /** Results for the formats of a plugin that brings no indicators. */
  private static Catalogue something() {
    Indicator count = Indicator.measure("trial:activities").named("sv", "Aktiviteter").named("en", "Activities").over(Activity.TYPE).count().build();
    Indicator sum = Indicator.measure("trial:hours").named("sv", "Timmar").named("en", "Hours").over(Support.TYPE).sum(Support.HOURS).build();
    return Catalogue.empty().with(Provider.application(), List.of(count, sum), List.of());
  }

  /** The ids of the indicators on trial: all of the plugin. */
  public List<String> indicators() {
    return indicators;
  }

  /** The names of the formats of results on trial. */
  public List<String> formats() {
    return formats;
  }

  /** The names of the formats of packs on trial. */
  public List<String> packFormats() {
    return packFormats;
  }

  /** The ids of the validation rules on trial: all of the plugin. */
  public List<String> validationRules() {
    return validationRules;
  }

  /** What breaks anything that a plugin must keep. */
  public List<Finding> check() {
    List<Finding> breaches = new ArrayList<>();
    Law.all().forEach(law -> breaches.addAll(check(law)));
    formats.forEach(format -> breaches.addAll(checkFormat(format)));
    packFormats.forEach(format -> breaches.addAll(checkPackFormat(format)));
    breaches.addAll(checkValidationRules());
    return List.copyOf(breaches);
  }

  /** What breaks a law; nothing where the plugin has no indicators. */
  public List<Finding> check(Law law) {
    return indicators.isEmpty() ? List.of() : law.check(trial);
  }

  /** What breaks the law of formats, of one of the {@link #formats}. */
  public List<Finding> checkFormat(String format) {
    return FormatTrial.check(plugins, format, trial);
  }

  /** What breaks the law of formats, of one of the {@link #packFormats}. */
  public List<Finding> checkPackFormat(String format) {
    return FormatTrial.checkPack(plugins, format, trial);
  }

  /** What breaks the law of validation rules, at most one finding; nothing where the plugin has none. */
  public List<Finding> checkValidationRules() {
    return validationRules.isEmpty() ? List.of() : RuleTrial.check(plugins, id, trial);
  }
}
