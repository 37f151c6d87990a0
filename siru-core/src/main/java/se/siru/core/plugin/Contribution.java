package se.siru.core.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.siru.core.export.Exporter;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.RuleSet;
import se.siru.core.intake.ReaderDescriptor;
import se.siru.core.intake.RowReader;
import se.siru.core.law.LawData;
import se.siru.core.model.Field;
import se.siru.core.model.Schema;
import se.siru.core.model.ValidationRule;
import se.siru.core.pack.PackRenderer;
import se.siru.core.text.LocalizedText;
import se.siru.core.translation.Translations;
import se.siru.core.vocabulary.Codelist;

/**
 * All that one plugin brings, asked for once, copied and checked on its own.
 *
 * @param functions by the ids that they were asked for once
 * @param own whether it is one of this library's
 * @param remark what the report says of it where it is at work; empty as a rule
 */
record Contribution(
    PluginDescriptor descriptor,
    String className,
    String origin,
    boolean own,
    List<RuleSet> ruleSets,
    List<Indicator> indicators,
    Map<String, IndicatorFunction> functions,
    List<Format> formats,
    List<PackFormat> packFormats,
    List<Reader> readers,
    List<Codelist> codelists,
    List<Field<?>> fields,
    List<ValidationRule> validationRules,
    List<Translations> translations,
    Optional<LawData> law,
    LocalizedText remark) {

  /** An exporter, its format, asked for once, and how it is called. */
  record Format(FormatDescriptor descriptor, Exporter exporter, PluginCalls calls) {}

  /** A renderer of packs, its format, asked for once, and how it is called. */
  record PackFormat(FormatDescriptor descriptor, PackRenderer renderer, PluginCalls calls) {}

  /** A reader and what it says about itself, asked for once. */
  record Reader(ReaderDescriptor descriptor, RowReader reader) {}

  /** By id, so that the order of the class path shows nowhere. */
  static final Comparator<Contribution> ORDER = Contribution::compare;

  private static int compare(Contribution one, Contribution other) {
    int order = one.id().compareTo(other.id());
    order = order == 0 ? one.className.compareTo(other.className) : order;
    return order == 0 ? one.origin.compareTo(other.origin) : order;
  }

  String id() {
    return descriptor.id();
  }

  Provider provider() {
    return new Provider(
        descriptor.id(),
        descriptor.version(),
        origin.isEmpty() ? className : origin,
        descriptor.threadSafe(),
        Spi.contract(descriptor.spi()));
  }

  /** A schema with the code lists and fields that it brings. */
  Schema addedTo(Schema schema) {
    return schema.withCodelists(codelists).withFields(fields);
  }

  /** The names that nobody else may have; what lies in the plugin's own namespace cannot be claimed by others. */
  Set<Claim> claims() {
    Set<Claim> claims = new TreeSet<>();
    claims.add(new Claim(Claim.Kind.PLUGIN_ID, id()));
    indicators.forEach(indicator -> claims.add(new Claim(Claim.Kind.INDICATOR_CODE, indicator.code())));
    ruleSets.forEach(rules -> claims.add(new Claim(Claim.Kind.RULE_SET, rules.id())));
    formats.forEach(format -> claims.add(new Claim(Claim.Kind.FORMAT, format.descriptor().name())));
    packFormats.forEach(format -> claims.add(new Claim(Claim.Kind.PACK_FORMAT, format.descriptor().name())));
    law.ifPresent(
        data -> data.sections().forEach(section -> claims.add(new Claim(Claim.Kind.LAW_SECTION, section.code()))));
    for (Translations words : translations) {
      words.keys().stream().filter(key -> !OwnedKeys.belongTo(id(), key))
          .forEach(key -> claims.add(new Claim(Claim.Kind.WORDING, words.language() + " " + key)));
    }
    for (Reader reader : readers) {
      claims.add(new Claim(Claim.Kind.READER, reader.descriptor().name()));
      reader.descriptor().endings().forEach(ending -> claims.add(new Claim(Claim.Kind.FILE_ENDING, "." + ending)));
    }
    return claims;
  }

  List<Offering> provides() {
    List<Offering> provides = new ArrayList<>();
    indicators.forEach(indicator -> provides.add(new Offering(Offering.Kind.INDICATOR, indicator.code())));
    functions.keySet().forEach(id -> provides.add(new Offering(Offering.Kind.FUNCTION, id)));
    ruleSets.forEach(rules -> provides.add(new Offering(Offering.Kind.RULES, rules.reference())));
    formats.forEach(format -> provides.add(new Offering(Offering.Kind.FORMAT, format.descriptor().name())));
    packFormats.forEach(format -> provides.add(new Offering(Offering.Kind.PACK_FORMAT, format.descriptor().name())));
    readers.forEach(reader -> provides.add(new Offering(Offering.Kind.READER, reader.descriptor().name())));
    codelists.forEach(list -> provides.add(new Offering(Offering.Kind.CODELIST, list.id())));
    fields.forEach(field -> provides.add(new Offering(Offering.Kind.FIELD, field.toString())));
    validationRules.forEach(rule -> provides.add(new Offering(Offering.Kind.VALIDATION_RULE, rule.id())));
    translations.forEach(words -> provides.add(new Offering(Offering.Kind.TRANSLATION, words.language())));
    law.ifPresent(data -> provides.add(new Offering(Offering.Kind.LAW, data.toString())));
    return provides;
  }

  /** Class and jar, for messages. */
  String where() {
    return className + (origin.isEmpty() ? "" : " (" + origin + ")");
  }

  PluginReport.Entry loaded() {
    return new PluginReport.Entry(descriptor, className, origin, null, remark, provides());
  }

  PluginReport.Entry rejected(PluginReport.Reason reason, LocalizedText message) {
    return new PluginReport.Entry(descriptor, className, origin, reason, message, provides());
  }
}
