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
import se.siru.core.intake.ReaderDescriptor;
import se.siru.core.intake.RowReader;
import se.siru.core.model.Field;
import se.siru.core.vocabulary.Codelist;

/** All that one plugin brings, asked for once, copied and checked on its own. */
record Contribution(
    PluginDescriptor descriptor,
    String className,
    String origin,
    List<Indicator> indicators,
    List<IndicatorFunction> functions,
    List<Format> formats,
    List<Reader> readers,
    List<Codelist> codelists,
    List<Field<?>> fields) {

  /** An exporter and its format, asked for once. */
  record Format(FormatDescriptor descriptor, Exporter exporter) {}

  /** A reader and what it says about itself, asked for once. */
  record Reader(ReaderDescriptor descriptor, RowReader reader) {}

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
  Set<String> claims() {
    Set<String> claims = new TreeSet<>();
    claims.add("plugin id '" + id() + "'");
    indicators.forEach(indicator -> claims.add("indicator code '" + indicator.code() + "'"));
    formats.forEach(format -> claims.add("format '" + format.descriptor().name() + "'"));
    for (Reader reader : readers) {
      claims.add("reader '" + reader.descriptor().name() + "'");
      reader.descriptor().endings().forEach(ending -> claims.add("files that end in '." + ending + "'"));
    }
    return claims;
  }

  List<String> provides() {
    List<String> provides = new ArrayList<>();
    indicators.forEach(indicator -> provides.add("indicator " + indicator.code()));
    functions.forEach(function -> provides.add("function " + function.id()));
    formats.forEach(format -> provides.add("format " + format.descriptor().name()));
    readers.forEach(reader -> provides.add("reader " + reader.descriptor().name()));
    codelists.forEach(list -> provides.add("codelist " + list.id()));
    fields.forEach(field -> provides.add("field " + field));
    return provides;
  }

  /** Class and jar, for messages. */
  String where() {
    return className + (origin.isEmpty() ? "" : " (" + origin + ")");
  }

  PluginReport.Entry loaded() {
    return new PluginReport.Entry(descriptor, className, origin, null, "", provides());
  }

  PluginReport.Entry rejected(PluginReport.Reason reason, String message) {
    return new PluginReport.Entry(descriptor, className, origin, reason, message, provides());
  }
}
