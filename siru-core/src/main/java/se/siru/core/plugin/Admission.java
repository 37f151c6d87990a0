package se.siru.core.plugin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.export.Exporter;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.RuleSet;
import se.siru.core.intake.ReaderDescriptor;
import se.siru.core.intake.RowReader;
import se.siru.core.model.Field;
import se.siru.core.model.Schema;
import se.siru.core.pack.PackRenderer;
import se.siru.core.vocabulary.Codelist;

/** Asks one plugin for all that it brings and checks it: whole or not at all. Every call into its code is guarded. */
final class Admission {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_TEXT = 200;
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
      Set<String> ids = new HashSet<>();
      for (RuleSet each : known) {
        if (each.isDefaults() || !ids.add(each.id())) {
          throw content("the rule set " + each.id() + " is there twice");
        }
      }
      ruleSets = known;
    }
    return known;
  }

  /** The description as far as it may be shown, for the report. */
  @Nullable PluginDescriptor descriptor() {
    return descriptor;
  }

  /** Admits the plugin, whose indicators are made under a rule set. */
  Contribution admit(RuleSet rules) throws PluginRefusal {
    SiruPlugin plugin = found.plugin();
    PluginDescriptor told = calls.call("descriptor()", plugin::descriptor);
    check(told);
    this.descriptor = told;
    this.calls = found.calls().of(told.spi());
    Contribution contribution =
        new Contribution(
            told,
            found.className(),
            found.origin(),
            ruleSets(),
            list("indicators()", () -> plugin.indicators(rules)),
            list("functions()", plugin::functions),
            formats(list("formats()", plugin::formats)),
            packFormats(list("packFormats()", plugin::packFormats)),
            readers(list("readers()", plugin::readers)),
            list("codelists()", plugin::codelists),
            list("fields()", plugin::fields),
            calls.call("law()", plugin::law));
    checkIndicators(told.id(), contribution);
    checkSchema(told.id(), contribution);
    return contribution;
  }

  private void check(PluginDescriptor told) throws PluginRefusal {
    if (!PluginDescriptor.isWellFormed(told.id())) {
      throw bad("the plugin id is not kebab-case of at most " + PluginDescriptor.LONGEST_ID + " letters a-z, digits and '-'");
    }
    if (told.version().isBlank() || !isPlain(told.version())) {
      throw bad("the version is blank, longer than " + LONGEST_TEXT + " characters, or has control characters");
    }
    if (!isPlain(told.name())) {
      throw bad("the name is longer than " + LONGEST_TEXT + " characters, or has control characters");
    }
    if (PluginDescriptor.isReserved(told.id())) {
      throw bad("the id " + told.id() + " means something else; choose one of your own");
    }
    if (PluginDescriptor.isOwn(told.id()) && !isOwn(found.className())) {
      throw bad("the id " + told.id() + " belongs to this library; choose one of your own");
    }
    if (told.spi() < Spi.OLDEST || told.spi() > Spi.VERSION) {
      throw new PluginRefusal(
          PluginReport.Reason.SPI_VERSION,
          "compiled against version " + told.spi() + " of the plugin contract, and this host serves " + Spi.OLDEST
              + " to " + Spi.VERSION);
    }
  }

  /** True for the modules of this library; the example is a third party's. */
  static boolean isOwn(String className) {
    return className.startsWith("se.siru.core.") || className.startsWith("se.siru.indicators.");
  }

  private static boolean isPlain(String text) {
    return text.length() <= LONGEST_TEXT && text.chars().noneMatch(Character::isISOControl);
  }

  private List<Contribution.Format> formats(List<Exporter> exporters) throws PluginRefusal {
    List<Contribution.Format> formats = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Exporter exporter : exporters) {
      FormatDescriptor descriptor = calls.call("Exporter.format()", exporter::format);
      if (!names.add(descriptor.name())) {
        throw content("the format " + descriptor.name() + " is there twice");
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
        throw content("the format of packs " + descriptor.name() + " is there twice");
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
        throw content("the reader " + descriptor.name() + " is there twice");
      }
      for (String ending : descriptor.endings()) {
        if (!claims.add("." + ending)) {
          throw content("two readers are for files that end in ." + ending);
        }
      }
      readers.add(new Contribution.Reader(descriptor, new ContainedReader(descriptor, reader, calls)));
    }
    return List.copyOf(readers);
  }

  private void checkIndicators(String id, Contribution contribution) throws PluginRefusal {
    for (Indicator indicator : contribution.indicators()) {
      owned(id, "indicator", indicator.id());
      if (indicator.code().indexOf(':') >= 0) {
        owned(id, "indicator code", indicator.code());
      }
    }
    for (IndicatorFunction function : contribution.functions()) {
      owned(id, "function", calls.call("IndicatorFunction.id()", function::id));
    }
    try {
      Catalogue.empty().with(contribution.provider(), contribution.indicators(), contribution.functions());
    } catch (SiruException conflict) {
      throw content(PluginRefusal.oneLine(conflict.getMessage()));
    }
  }

  private static void checkSchema(String id, Contribution contribution) throws PluginRefusal {
    Schema schema = Schema.standard();
    Set<String> lists = new HashSet<>();
    for (Codelist list : contribution.codelists()) {
      // The library's own modules may bring lists without a namespace, but nobody replaces one that is there.
      boolean ownList = isOwn(contribution.className()) && list.id().length() <= LONGEST_TEXT && NAME.matcher(list.id()).matches();
      if (!ownList) {
        owned(id, "code list", list.id());
      }
      if (!lists.add(list.id()) || schema.vocabulary().ids().contains(list.id())) {
        throw content("the code list " + list.id() + " is there twice");
      }
    }
    Set<Field<?>> fields = new HashSet<>();
    for (Field<?> field : contribution.fields()) {
      owned(id, "field", field.name());
      if (!fields.add(field)) {
        throw content("the field " + field + " is there twice");
      }
      if (schema.find(field.type()).isEmpty()) {
        throw content("the field " + field + " lies on no known record type");
      }
      String list = field.codelist();
      if (list != null && !lists.contains(list) && !schema.vocabulary().ids().contains(list)) {
        throw content("the field " + field + " holds codes of the unknown list " + list);
      }
      String target = field.target();
      if (target != null && schema.find(target).isEmpty()) {
        throw content("the field " + field + " points at the unknown record type " + target);
      }
    }
  }

  private static void owned(String id, String what, String name) throws PluginRefusal {
    String local = name.startsWith(id + ":") ? name.substring(id.length() + 1) : "";
    if (local.length() > LONGEST_TEXT || !NAME.matcher(local).matches()) {
      throw content("the " + what + " '" + PluginRefusal.oneLine(name) + "' must be " + id + ":kebab-name");
    }
  }

  private static PluginRefusal bad(String message) {
    return new PluginRefusal(PluginReport.Reason.BAD_DESCRIPTOR, message);
  }

  private static PluginRefusal content(String message) {
    return new PluginRefusal(PluginReport.Reason.BAD_CONTENT, message);
  }

  /** A copy of a list of a plugin, which may be of any class and may break while it is read. */
  private <T> List<T> list(String method, Callable<? extends List<? extends T>> code) throws PluginRefusal {
    List<? extends T> given = calls.call(method, code);
    List<T> copy = calls.call(method, () -> new ArrayList<T>(given));
    if (copy.contains(null)) {
      throw content(method + " gave a list with null in it");
    }
    return List.copyOf(copy);
  }
}
