package se.siru.core.plugin;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.RuleSetReader;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.isolation.IsolatedPlugin;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;
import se.siru.core.json.JsonWriter;
import se.siru.core.law.LawData;
import se.siru.core.law.LawFormat;
import se.siru.core.model.Schema;
import se.siru.core.model.ValidationRule;
import se.siru.core.text.LocalizedText;
import se.siru.core.translation.Translations;

/**
 * Reads what the process of plugins told that they bring. It was written beside foreign code and is believed in nothing: it is read as
 * strictly as files of strangers are, and checked as the plugins themselves would be.
 */
final class ContributionReader {
  private static final String SOURCE = "plugin";
  private static final int MOST_LANGUAGES = 64;
  private static final long MOST_BYTES = 16L << 20;
  private static final Map<String, PluginReport.Reason> REASONS = new LinkedHashMap<>();

  static {
    for (PluginReport.Reason reason : PluginReport.Reason.values()) {
      REASONS.put(reason.code(), reason);
    }
  }

  private final Path folder;
  private final Schema known;
  private final Set<String> excluded;
  private final Function<String, IsolatedPlugin> handles;
  private final List<Contribution> plugins = new ArrayList<>();
  private final List<PluginReport.Entry> problems = new ArrayList<>();

  /**
   * A reader of a folder.
   *
   * @param known the standard schema with what the library's own plugins add
   * @param excluded classes that the host leaves out; of no other may the process say so
   * @param handles by the id of a plugin, who evaluates for it
   */
  ContributionReader(Path folder, Schema known, Set<String> excluded, Function<String, IsolatedPlugin> handles) {
    this.folder = folder;
    this.known = known;
    this.excluded = excluded;
    this.handles = handles;
  }

  List<Contribution> plugins() {
    return plugins;
  }

  List<PluginReport.Entry> problems() {
    return problems;
  }

  /**
   * Reads the document.
   *
   * @throws PluginRefusal where it is not what a process of this library writes
   */
  void read(InputStream in) throws IOException, PluginRefusal {
    Findings findings = new Findings();
    JsonAccess root;
    try {
      root = JsonAccess.of(JsonReader.readObject(in, SOURCE, JsonLimits.defaults()), JsonFindings.into(findings, SOURCE));
    } catch (JsonException refused) {
      throw refused(JsonFindings.of(refused).toString());
    }
    if (!root.requiredText("siru").equals(Optional.of(ContributionWriter.FORMAT))) {
      throw refused("it is no " + ContributionWriter.FORMAT);
    }
    root.requiredArray("problems");
    root.requiredArray("plugins");
    for (JsonAccess each : root.objects("problems")) {
      problem(each);
    }
    List<JsonAccess> told = root.objects("plugins");
    for (int i = 0; i < told.size(); i++) {
      plugin(told.get(i), i, findings);
    }
    root.finish();
    refuse(findings);
  }

  private static PluginRefusal refused(String problem) {
    return AdmissionChecks.content("what its process told is refused: " + PluginRefusal.oneLine(problem));
  }

  private static void refuse(Findings findings) throws PluginRefusal {
    Optional<Finding> error = findings.list().stream().filter(each -> each.severity() == Severity.ERROR).findFirst();
    if (error.isPresent()) {
      throw refused(error.get().toString());
    }
  }

  private static String shown(JsonAccess access, String member) {
    return PluginRefusal.oneLine(access.requiredText(member).orElse(""));
  }

  private void problem(JsonAccess access) throws PluginRefusal {
    LocalizedText message = LocalizedText.english(shown(access, "message"));
    PluginDescriptor descriptor =
        PluginDescriptor.of(
            access.requiredText("id").orElse(""), access.requiredText("name").orElse(""), access.requiredText("version").orElse(""), Spi.VERSION);
    String className = shown(access, "class");
    String origin = shown(access, "origin");
    PluginReport.Reason reason = access.requiredChoice("reason", REASONS).orElse(PluginReport.Reason.FAILED);
    access.finish();
    if (reason == PluginReport.Reason.EXCLUDED) {
      if (!excluded.contains(className)) { // what the host leaves out is no fault, not even to one that is strict
        throw refused("it says that the host leaves out " + className);
      }
      problems.add(Discovery.excluded(className, origin));
      return;
    }
    problems.add(
        new PluginReport.Entry(
            AdmissionChecks.isSound(descriptor) ? descriptor : null, className, origin, reason, message, List.of()));
  }

  private void plugin(JsonAccess access, int number, Findings findings) throws IOException, PluginRefusal {
    PluginDescriptor descriptor =
        PluginDescriptor.of(
            access.requiredText("id").orElse(""),
            access.requiredText("name").orElse(""),
            access.requiredText("version").orElse(""),
            (int) access.requiredInteger("spi", 0, Integer.MAX_VALUE).orElse(0));
    if (access.requiredBool("thread-safe").orElse(false)) {
      descriptor = descriptor.declaredThreadSafe();
    }
    String className = shown(access, "class");
    String origin = shown(access, "origin");
    refuse(findings);
    try {
      AdmissionChecks.check(descriptor, false);
      AdmissionChecks.checkVersion(descriptor);
    } catch (PluginRefusal refusal) {
      problems.add(new PluginReport.Entry(null, className, origin, refusal.reason(), refusal.text(), List.of()));
      return;
    }
    try {
      Contribution plugin = contribution(descriptor, className, origin, access, number, findings);
      AdmissionChecks.check(plugin);
      plugins.add(plugin);
    } catch (PluginRefusal refusal) {
      problems.add(
          new PluginReport.Entry(descriptor, className, origin, refusal.reason(), refusal.text(), List.of()));
    }
  }

  private Contribution contribution(
      PluginDescriptor descriptor, String className, String origin, JsonAccess access, int number, Findings findings)
      throws IOException, PluginRefusal {
    IsolatedStubs stubs = new IsolatedStubs(handles.apply(descriptor.id()));
    Schema own = schema(number);
    List<RuleSet> ruleSets = new ArrayList<>();
    for (String document : access.texts("rule-sets")) {
      ruleSets.add(rules(document));
    }
    List<Indicator> indicators = indicators(access.requiredArray("indicators").orElse(JsonArray.of()), own, stubs);
    Map<String, IndicatorFunction> functions = new LinkedHashMap<>();
    for (String function : access.texts("functions")) {
      if (functions.putIfAbsent(function, stubs.function(function)) != null) {
        throw AdmissionChecks.content("the function " + PluginRefusal.oneLine(function) + " is there twice");
      }
    }
    access.requiredArray("validation-rules");
    List<ValidationRule> validationRules = new ArrayList<>();
    for (JsonAccess rule : access.objects("validation-rules")) {
      validationRules.add(RuleDocument.read(rule, own));
    }
    List<String> leftOut = access.texts("left-out").stream().map(PluginRefusal::oneLine).toList();
    access.finish();
    refuse(findings);
    return new Contribution(
        descriptor,
        className,
        origin,
        false,
        ruleSets,
        indicators,
        functions,
        List.of(),
        List.of(),
        List.of(),
        own.vocabulary().ids().stream()
            .map(own.vocabulary()::list)
            .filter(list -> known.vocabulary().find(list.id()).isEmpty())
            .toList(),
        own.extraFields().stream().filter(field -> !known.extraFields().contains(field)).toList(),
        validationRules,
        translations(number),
        law(number, own),
        remark(leftOut));
  }

  private static LocalizedText remark(List<String> leftOut) {
    String names = String.join(", ", leftOut);
    return LocalizedText.of(
        leftOut.isEmpty() ? "körs i en egen process" : "körs i en egen process; därför utan " + names,
        leftOut.isEmpty() ? "runs in a process of its own" : "runs in a process of its own; therefore without " + names);
  }

  private Schema schema(int number) throws IOException, PluginRefusal {
    Path declared = ContributionWriter.schema(folder, number);
    if (!Files.isDirectory(declared, LinkOption.NOFOLLOW_LINKS)) {
      return known;
    }
    if (!WorkFolder.holdsFilesOfAtMost(MOST_BYTES, declared)) {
      throw refused("its fields and code lists are more than " + MOST_BYTES + " bytes, or no files");
    }
    try {
      return PortfolioReader.of(known).withoutHashes().threads(1).read(declared).orThrow().schema();
    } catch (SiruException refused) {
      throw refused(String.valueOf(refused.getMessage()));
    }
  }

  private Optional<LawData> law(int number, Schema own) throws IOException, PluginRefusal {
    Path file = ContributionWriter.law(folder, number);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    Findings findings = new Findings();
    try (InputStream in = Files.newInputStream(file)) {
      Optional<LawData> law = LawFormat.read(in, SOURCE, own.vocabulary(), findings);
      refuse(findings);
      return law;
    }
  }

  private List<Translations> translations(int number) throws IOException, PluginRefusal {
    List<Translations> translations = new ArrayList<>();
    Path file = ContributionWriter.words(folder, number, 0);
    while (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
        translations.add(Translations.read(in, SOURCE));
      } catch (SiruException refused) {
        throw refused(String.valueOf(refused.getMessage()));
      }
      if (translations.size() > MOST_LANGUAGES) {
        throw refused("it has words of more than " + MOST_LANGUAGES + " languages");
      }
      file = ContributionWriter.words(folder, number, translations.size());
    }
    return translations;
  }

  private static RuleSet rules(String document) throws PluginRefusal {
    try {
      return RuleSetReader.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), SOURCE);
    } catch (SiruException refused) {
      throw refused(String.valueOf(refused.getMessage()));
    }
  }

  private static List<Indicator> indicators(JsonArray definitions, Schema schema, IsolatedStubs stubs) throws PluginRefusal {
    Findings findings = new Findings();
    JsonObject document =
        JsonObject.builder().put("siru", DefinitionReader.FORMAT).put("indicators", definitions).build();
    List<Indicator> indicators =
        DefinitionReader.over(schema).withCode(stubs).read(JsonWriter.text(document), SOURCE, findings);
    refuse(findings);
    return indicators;
  }
}
