package se.siru.core.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import se.siru.core.export.Exporter;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.RuleSet;
import se.siru.core.intake.ReaderDescriptor;
import se.siru.core.intake.RowReader;
import se.siru.core.pack.PackRenderer;
import se.siru.core.text.LocalizedText;

/** Asks one plugin for all that it brings and checks it: whole or not at all. Every call into its code is guarded. */
final class Admission {
  private final Discovery.Found found;
  private PluginCalls calls;
  private @Nullable PluginDescriptor descriptor;
  private @Nullable List<RuleSet> ruleSets;

  Admission(Discovery.Found found) {
    this.found = found;
    this.calls = found.calls();
  }

  String className() {
    return found.className();
  }

  String origin() {
    return found.origin();
  }

  /** The rule sets that the plugin brings, asked for once. */
  List<RuleSet> ruleSets() throws PluginRefusal {
    List<RuleSet> known = ruleSets;
    if (known == null) {
      known = list("ruleSets()", found.plugin()::ruleSets);
      AdmissionChecks.checkRuleSets(known);
      ruleSets = known;
    }
    return known;
  }

  /** What the report says where the plugin was refused: its description as far as it may be shown, and why. */
  PluginReport.Entry refused(PluginRefusal refusal) {
    return new PluginReport.Entry(descriptor, className(), origin(), refusal.reason(), refusal.text(), List.of());
  }

  /** Admits the plugin, whose indicators are made under a rule set. */
  Contribution admit(RuleSet rules) throws PluginRefusal {
    SiruPlugin plugin = found.plugin();
    PluginDescriptor told = calls.call("descriptor()", plugin::descriptor);
    AdmissionChecks.check(told, found.isOwn());
    this.descriptor = told;
    this.calls = found.calls().of(told);
    AdmissionChecks.checkVersion(told);
    Contribution contribution =
        new Contribution(
            told,
            found.className(),
            found.origin(),
            found.isOwn(),
            ruleSets(),
            list("indicators()", () -> plugin.indicators(rules)),
            functions(list("functions()", plugin::functions)),
            formats(list("formats()", plugin::formats)),
            packFormats(list("packFormats()", plugin::packFormats)),
            readers(list("readers()", plugin::readers)),
            list("codelists()", plugin::codelists),
            list("fields()", plugin::fields),
            list("validationRules()", plugin::validationRules),
            list("translations()", plugin::translations),
            calls.call("law()", plugin::law),
            LocalizedText.empty());
    AdmissionChecks.check(contribution);
    return contribution;
  }

  private Map<String, IndicatorFunction> functions(List<IndicatorFunction> given) throws PluginRefusal {
    Map<String, IndicatorFunction> functions = new LinkedHashMap<>();
    for (IndicatorFunction function : given) {
      String id = calls.call("IndicatorFunction.id()", function::id);
      if (functions.putIfAbsent(id, function) != null) {
        throw AdmissionChecks.content("the function " + PluginRefusal.oneLine(id) + " is there twice");
      }
    }
    return Collections.unmodifiableMap(functions);
  }

  private List<Contribution.Format> formats(List<Exporter> exporters) throws PluginRefusal {
    List<Contribution.Format> formats = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Exporter exporter : exporters) {
      FormatDescriptor descriptor = calls.call("Exporter.format()", exporter::format);
      if (!names.add(descriptor.name())) {
        throw AdmissionChecks.content("the format " + descriptor.name() + " is there twice");
      }
      formats.add(new Contribution.Format(descriptor, exporter, calls));
    }
    return List.copyOf(formats);
  }

  private List<Contribution.PackFormat> packFormats(List<PackRenderer> renderers) throws PluginRefusal {
    List<Contribution.PackFormat> formats = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (PackRenderer renderer : renderers) {
      FormatDescriptor descriptor = calls.call("PackRenderer.format()", renderer::format);
      if (!names.add(descriptor.name())) {
        throw AdmissionChecks.content("the format of packs " + descriptor.name() + " is there twice");
      }
      formats.add(new Contribution.PackFormat(descriptor, renderer, calls));
    }
    return List.copyOf(formats);
  }

  private List<Contribution.Reader> readers(List<RowReader> given) throws PluginRefusal {
    List<Contribution.Reader> readers = new ArrayList<>();
    Set<String> claims = new HashSet<>();
    for (RowReader reader : given) {
      ReaderDescriptor descriptor = calls.call("RowReader.descriptor()", reader::descriptor);
      if (!claims.add(descriptor.name())) {
        throw AdmissionChecks.content("the reader " + descriptor.name() + " is there twice");
      }
      for (String ending : descriptor.endings()) {
        if (!claims.add("." + ending)) {
          throw AdmissionChecks.content("two readers are for files that end in ." + ending);
        }
      }
      readers.add(new Contribution.Reader(descriptor, new ContainedReader(descriptor, reader, calls)));
    }
    return List.copyOf(readers);
  }

  /** A copy of a list of a plugin, which may be of any class and may break while it is read. */
  private <T> List<T> list(String method, Callable<? extends List<? extends T>> code) throws PluginRefusal {
    List<? extends T> given = calls.call(method, code);
    List<T> copy = calls.call(method, () -> new ArrayList<T>(given));
    if (copy.contains(null)) {
      throw AdmissionChecks.content(method + " gave a list with null in it");
    }
    return List.copyOf(copy);
  }
}
