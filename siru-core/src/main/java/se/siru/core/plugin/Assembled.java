package se.siru.core.plugin;

import java.util.List;
import java.util.Map;
import se.siru.core.evaluation.Validation;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.RuleSet;
import se.siru.core.intake.Readers;
import se.siru.core.model.Schema;

/**
 * All that the plugins at work bring together, and the report of the others.
 *
 * @param ruleSets in order of their ids
 * @param schema the standard record types and code lists with those of the plugins
 * @param formats by their names, in order
 * @param packFormats likewise
 */
record Assembled(
    PluginReport report,
    List<RuleSet> ruleSets,
    Catalogue catalogue,
    Schema schema,
    Map<String, Contribution.Format> formats,
    Map<String, Contribution.PackFormat> packFormats,
    Readers readers,
    Validation validation,
    Words words) {
  Assembled {
    ruleSets = List.copyOf(ruleSets);
  }
}
