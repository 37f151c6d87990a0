package se.siru.core.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.DefinitionWriter;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Schema;
import se.siru.core.text.LocalizedText;

/** A reader of results learns what a number is. */
final class DefinitionLaw {
  private static final List<String> LANGUAGES = List.of("sv", "en");

  private DefinitionLaw() {}

  static void definition(Trial trial, Rule rule, Findings findings) {
    Comparison comparison = new Comparison(rule, findings);
    for (Indicator indicator : trial.indicators()) {
      List<String> lacking = new ArrayList<>();
      text("name", indicator.name(), lacking);
      text("definition", indicator.definition(), lacking);
      given("unit", indicator.unit(), lacking);
      given("source", indicator.source(), lacking);
      given("version", indicator.version(), lacking);
      operands(indicator, trial.catalogue(), lacking);
      trial.catalogue().unitProblem(indicator).ifPresent(problem -> lacking.add("a unit that fits: " + problem));
      spelling(indicator, trial.portfolio().schema(), lacking);
      if (!lacking.isEmpty()) {
        comparison.breach(indicator.code(), "total", "–", String.join(", ", lacking));
      }
    }
  }

  private static void text(String what, LocalizedText text, List<String> lacking) {
    Set<String> stated = text.asMap().keySet();
    LANGUAGES.stream()
        .filter(language -> !stated.contains(language) || text.in(language).isBlank())
        .forEach(language -> lacking.add(what + "." + language));
  }

  private static void given(String what, String text, List<String> lacking) {
    if (text.isBlank()) {
      lacking.add(what);
    }
  }

  private static void operands(Indicator indicator, Catalogue catalogue, List<String> lacking) {
    if (indicator instanceof Formula formula) {
      Catalogue.operands(formula.expression()).stream()
          .filter(operand -> catalogue.find(operand).isEmpty())
          .forEach(operand -> lacking.add("[" + operand + "]"));
    } else if (((Measure) indicator).aggregate() instanceof Aggregate.Function function && catalogue.function(function.id()).isEmpty()) {
      lacking.add(function.id());
    }
  }

  /** What is written as data and read back is the same; what holds code cannot be written. */
  private static void spelling(Indicator indicator, Schema schema, List<String> lacking) {
    String written;
    try {
      written = DefinitionWriter.text(indicator);
    } catch (SiruException heldAsCode) {
      return;
    }
    List<Indicator> read = DefinitionReader.over(schema).read(written, indicator.code(), new Findings());
    if (read.size() != 1 || !DefinitionWriter.text(read.get(0)).equals(written)) {
      lacking.add("a definition that can be read back");
    }
  }
}
