package se.siru.core.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import se.siru.core.export.Exporter;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Field;
import se.siru.core.pack.PackRenderer;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Codelist;

/** All that one plugin brings, asked for once, copied and checked on its own. */
record Contribution(
    PluginDescriptor descriptor,
    String className,
    String origin,
    List<Indicator> indicators,
    List<IndicatorFunction> functions,
    List<Format> formats,
    List<PackFormat> packFormats,
    List<Codelist> codelists,
    List<Field<?>> fields) {

  /** An exporter and its format, asked for once. */
  record Format(FormatDescriptor descriptor, Exporter exporter) {}

  /** A renderer of packs and its format, asked for once. */
  record PackFormat(FormatDescriptor descriptor, PackRenderer renderer) {}

  /** By id, so that the order of the class path shows nowhere. */
  static final Comparator<Contribution> ORDER =
      Comparator.<Contribution, String>comparing(each -> each.descriptor().id())
          .thenComparing(Contribution::className)
          .thenComparing(Contribution::origin);

  String id() {
    return descriptor.id();
  }

  Provider provider() {
    return new Provider(descriptor.id(), descriptor.version(), origin.isEmpty() ? className : origin);
  }

  /** The names that nobody else may have; what lies in the plugin's own namespace cannot be claimed by others. */
  Set<Claim> claims() {
    Set<Claim> claims = new TreeSet<>();
    claims.add(new Claim(Claim.Kind.PLUGIN_ID, id()));
    for (Indicator indicator : indicators) {
      claims.add(new Claim(Claim.Kind.INDICATOR_CODE, indicator.code()));
    }
    for (Format format : formats) {
      claims.add(new Claim(Claim.Kind.FORMAT, format.descriptor().name()));
    }
    for (PackFormat format : packFormats) {
      claims.add(new Claim(Claim.Kind.PACK_FORMAT, format.descriptor().name()));
    }
    return claims;
  }

  List<String> provides() {
    List<String> provides = new ArrayList<>();
    for (Indicator indicator : indicators) {
      provides.add("indicator " + indicator.code());
    }
    for (IndicatorFunction function : functions) {
      provides.add("function " + function.id());
    }
    for (Format format : formats) {
      provides.add("format " + format.descriptor().name());
    }
    for (PackFormat format : packFormats) {
      provides.add("pack-format " + format.descriptor().name());
    }
    for (Codelist list : codelists) {
      provides.add("codelist " + list.id());
    }
    for (Field<?> field : fields) {
      provides.add("field " + field);
    }
    return provides;
  }

  /** Class and jar, for messages. */
  String where() {
    return className + (origin.isEmpty() ? "" : " (" + origin + ")");
  }

  PluginReport.Entry loaded() {
    return new PluginReport.Entry(descriptor, className, origin, null, LocalizedText.empty(), provides());
  }

  PluginReport.Entry rejected(PluginReport.Reason reason, LocalizedText message) {
    return new PluginReport.Entry(descriptor, className, origin, reason, message, provides());
  }
}
