package se.siru.core.plugin;

import java.util.List;
import java.util.Optional;
import se.siru.core.export.Exporter;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.RuleSet;
import se.siru.core.intake.RowReader;
import se.siru.core.law.LawData;
import se.siru.core.model.Field;
import se.siru.core.model.ValidationRule;
import se.siru.core.pack.PackRenderer;
import se.siru.core.stability.Experimental;
import se.siru.core.stability.Implementable;
import se.siru.core.translation.Translations;
import se.siru.core.vocabulary.Codelist;

/**
 * What a plugin brings. An implementation is public with a public constructor without arguments, and is named in
 * {@code META-INF/services/se.siru.core.plugin.SiruPlugin} and, where its jar is a module, in {@code provides}.
 *
 * <p>Each method is called at most once when a registry is built, on one thread. What it throws, and null, refuses the plugin
 * whole and nothing else. Ids that it declares carry the plugin's id as their namespace. Later versions of this
 * interface add methods with a default only.
 */
@Implementable(since = "0.1.0")
public interface SiruPlugin {
  /** Who the plugin is. */
  PluginDescriptor descriptor();

  /** Its indicators where nothing about them varies by programme; ids {@code plugin-id:kebab-name}. */
  default List<Indicator> indicators() {
    return List.of();
  }

  /**
   * Its indicators under a rule set: what the host asks for. An indicator with {@linkplain se.siru.core.indicator.Parameter
   * parameters} is made with the values that {@link RuleSet#setting} gives them. Without this method, {@link #indicators()}.
   */
  default List<Indicator> indicators(RuleSet rules) {
    return indicators();
  }

  /** The rule sets that it brings; ids are free, and unique in a host. Asked for before the indicators. */
  default List<RuleSet> ruleSets() {
    return List.of();
  }

  /** Its functions of indicators; ids {@code plugin-id:name}. */
  default List<IndicatorFunction> functions() {
    return List.of();
  }

  /** Its formats; names are free, and unique in a host. */
  default List<Exporter> formats() {
    return List.of();
  }

  /** Its formats of packs; names are free, and unique in a host. */
  @Experimental(since = "0.1.0")
  default List<PackRenderer> packFormats() {
    return List.of();
  }

  /** Its readers of foreign files; names and file endings are free, and unique in a host. */
  default List<RowReader> readers() {
    return List.of();
  }

  /** Its code lists; ids {@code plugin-id:name}. */
  default List<Codelist> codelists() {
    return List.of();
  }

  /** Its extra fields on record types; names {@code plugin-id:name}. */
  default List<Field<?>> fields() {
    return List.of();
  }

  /**
   * Its validation rules, which every portfolio that the host reads is held to; ids {@code plugin-id:kebab-name}. They are applied where
   * this library's own rules find no error; a breach of one that is an error refuses the portfolio.
   */
  default List<ValidationRule> validationRules() {
    return List.of();
  }

  /**
   * Words of further languages, one value for each language: for what the plugin brings itself, and for record types, fields, code lists,
   * codes, indicators and rules of this library. A label more is no redefinition; Swedish and English are stated where a thing is declared.
   */
  default List<Translations> translations() {
    return List.of();
  }

  /**
   * Law data that it brings: each section that they state replaces the library's own. A section may be stated by one plugin of a host.
   */
  @Experimental(since = "0.1.0")
  default Optional<LawData> law() {
    return Optional.empty();
  }
}
