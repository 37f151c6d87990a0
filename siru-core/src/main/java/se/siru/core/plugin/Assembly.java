package se.siru.core.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.siru.core.evaluation.Validation;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Severity;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.RuleSet;
import se.siru.core.intake.Readers;
import se.siru.core.model.Schema;
import se.siru.core.text.LocalizedText;
import se.siru.core.translation.Translations;

/** Makes one whole of the plugins that were found: asks them, settles which of them are at work, and puts together what they bring. */
final class Assembly {
  private final Discovery discovery;
  private final Choices choices;
  private final List<PluginReport.Entry> entries;

  Assembly(Discovery discovery, Choices choices) {
    this.discovery = discovery;
    this.choices = choices;
    this.entries = new ArrayList<>(discovery.problems());
  }

  /**
   * What the plugins bring together.
   *
   * @throws SiruException as {@link PluginRegistry.Builder#build} does
   */
  Assembled assemble() {
    List<Admission> admissions = discovery.found().stream().map(Admission::new).toList();
    IsolatedPlugins apart =
        choices.isolation() == null ? IsolatedPlugins.none() : IsolatedPlugins.of(discovery, choices.isolation(), choices.budget());
    RuleSet rules = choices.ruleSetId() == null ? choices.rules() : ruleSet(choices.ruleSetId(), admissions, apart);
    List<Contribution> admitted = admit(admissions, rules);
    admitted.addAll(apart.admit(rules, admitted, choices.excluded(), entries));
    admitted.sort(Contribution.ORDER);
    Catalogue empty = Catalogue.under(rules);
    empty = choices.strictness() == Strictness.STRICT ? empty.strict() : empty;
    Settlement settlement = new Settlement(choices.preferred(), choices.strictness(), rules.isDefaults(), empty, entries);
    List<Contribution> settled = settlement.of(admitted);
    settled.forEach(each -> entries.add(each.loaded()));
    PluginReport report = new PluginReport(entries);
    log(report);
    checkRequired(report);
    return together(report, settled, settlement.catalogue());
  }

  private Assembled together(PluginReport report, List<Contribution> contributions, Catalogue catalogue) {
    Schema schema = Schema.standard();
    Readers readers = Readers.none();
    Validation validation = Validation.none().budget(choices.budget()).inTurnsOf(catalogue);
    validation = choices.strictness() == Strictness.STRICT ? validation.strict() : validation;
    List<RuleSet> ruleSets = new ArrayList<>();
    Map<String, Contribution.Format> formats = new TreeMap<>();
    Map<String, Contribution.PackFormat> packFormats = new TreeMap<>();
    List<Translations> translations = new ArrayList<>();
    for (Contribution each : contributions) {
      schema = each.addedTo(schema);
      schema = each.law().map(schema::withLaw).orElse(schema);
      ruleSets.addAll(each.ruleSets());
      each.formats().forEach(format -> formats.put(format.descriptor().name(), format));
      each.packFormats().forEach(format -> packFormats.put(format.descriptor().name(), format));
      for (Contribution.Reader reader : each.readers()) {
        readers = readers.with(reader.descriptor(), reader.reader());
      }
      validation = validation.with(each.provider(), each.validationRules());
      translations.addAll(each.translations());
    }
    refuseWrongRules(catalogue);
    ruleSets.sort((one, other) -> one.id().compareTo(other.id()));
    Words words = new Words(translations);
    return new Assembled(
        report,
        ruleSets,
        words.isEmpty() ? catalogue : catalogue.translated(words),
        words.isEmpty() ? schema : schema.translated(words),
        formats,
        packFormats,
        readers,
        validation.translated(words),
        words);
  }

  /** Of a plugin that is excluded or broken, no rule set is known; why it is broken is told when it is asked for the rest. */
  private RuleSet ruleSet(String id, List<Admission> admissions, IsolatedPlugins apart) {
    List<RuleSet> known = new ArrayList<>();
    for (Admission admission : admissions) {
      try {
        known.addAll(choices.excluded().contains(admission.className()) ? List.of() : admission.ruleSets());
      } catch (PluginRefusal broken) {
        continue;
      }
    }
    if (known.stream().noneMatch(each -> each.id().equals(id))) {
      known.addAll(apart.ruleSets());
    }
    return known.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(
        () -> new SiruException(
            ErrorCode.UNKNOWN_NAME,
            "no rule set '" + id + "'; there are "
                + String.join(", ", known.stream().map(RuleSet::id).sorted().toList())));
  }

  private static void refuseWrongRules(Catalogue catalogue) {
    List<Finding> wrong = catalogue.rules().check(catalogue).stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
    if (!wrong.isEmpty()) {
      throw new SiruException(ErrorCode.REFUSED_INPUT, "the rule set has errors: " + wrong.get(0), wrong);
    }
  }

  private List<Contribution> admit(List<Admission> admissions, RuleSet rules) {
    List<Contribution> admitted = new ArrayList<>();
    for (Admission admission : admissions) {
      if (choices.excluded().contains(admission.className())) {
        entries.add(Discovery.excluded(admission.className(), admission.origin()));
        continue;
      }
      try {
        Contribution contribution = admission.admit(rules);
        if (choices.excluded().contains(contribution.id())) {
          entries.add(Discovery.excluded(contribution));
        } else {
          admitted.add(contribution);
        }
      } catch (PluginRefusal refusal) {
        entries.add(admission.refused(refusal));
      }
    }
    return admitted;
  }

  private static void log(PluginReport report) {
    Logger logger = LoggerFactory.getLogger(Assembly.class);
    for (PluginReport.Entry entry : report.rejected()) {
      if (!entry.isExcluded()) {
        logger.warn("plugin left out: {}", entry);
      }
    }
  }

  private void checkRequired(PluginReport report) {
    Set<String> missing = new TreeSet<>(choices.required());
    report.loaded().forEach(entry -> missing.remove(entry.id()));
    if (!missing.isEmpty()) {
      List<LocalizedText> lines = new ArrayList<>();
      String names = String.join(", ", missing);
      lines.add(LocalizedText.of("Tillägg som krävs är inte i bruk: " + names, "required plugins are not at work: " + names));
      for (PluginReport.Entry entry : report.rejected()) {
        lines.add(LocalizedText.of("utelämnat: " + entry.line("sv"), "left out: " + entry.line("en")));
      }
      throw new SiruException(ErrorCode.PLUGINS, lines);
    }
  }
}
