package se.siru.cli.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.siru.core.Siru;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionWriter;
import se.siru.core.indicator.Fiche;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Parameter;
import se.siru.core.indicator.Range;
import se.siru.core.indicator.RuleSet;
import se.siru.core.text.LocalizedText;

/** What the page of a family says of one indicator. */
final class IndicatorText {
  /** The name of the line on what an indicator keeps in the pass. */
  static final String STATE = "kept in the pass";

  /** The name of the line on which records are kept for it, and why. */
  static final String RECORDS = "records read";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Siru siru;
  private final WorkedExample example;
  private final CountingSteps steps;
  private final PassText pass;

  IndicatorText(Siru siru, WorkedExample example) {
    this.siru = siru;
    this.example = example;
    this.steps = new CountingSteps(siru.schema());
    this.pass = new PassText(siru);
  }

  String of(Indicator indicator) {
    StringBuilder text = new StringBuilder("<a id=\"").append(IndicatorPages.anchor(indicator)).append("\"></a>\n");
    text.append("## ").append(indicator.code()).append(' ').append(indicator.name().in("en")).append("\n\n");
    text.append(indicator.definition().in("en")).append("\n\n");
    text.append("> **").append(indicator.name().in("sv")).append(".** ").append(indicator.definition().in("sv")).append("\n\n");
    facts(indicator, text);
    text.append("\n**How it is counted**\n\n");
    counted(indicator, text);
    parameters(indicator, text);
    text.append("\n**Worked out**\n\n").append(String.join("\n\n", example.of(indicator))).append('\n');
    json(indicator, text);
    return text.toString();
  }

  private void facts(Indicator indicator, StringBuilder text) {
    Fiche fiche = Fiche.of(indicator);
    text.append("| | |\n|---|---|\n");
    fact("id, version", "`" + indicator.id() + "`, " + indicator.version(), text);
    fact("unit", unit(indicator), text);
    fact("range", range(indicator), text);
    fact("kind, direction", word(indicator.kind()) + ", " + direction(indicator), text);
    fact("over time", fiche.overTime().in("en"), text);
    fact("counted once", fiche.distinct().in("en"), text);
    fact("without records", fiche.nothing().in("en"), text);
    fact(STATE, pass.state(indicator), text);
    fact(RECORDS, pass.records(indicator), text);
    fact("source", source(indicator), text);
    fact("rule sets", ruleSets(indicator), text);
  }

  private static void fact(String name, String value, StringBuilder text) {
    if (!value.isEmpty()) {
      text.append("| ").append(name).append(" | ").append(IndicatorPages.cell(value)).append(" |\n");
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String unit(Indicator indicator) {
    return switch (indicator.unit()) {
      case "percent" -> "percent: a ratio, shown times 100";
      case "currency" -> "the portfolio's currency";
      default -> indicator.unit();
    };
  }

  private String range(Indicator indicator) {
    Range range = siru.catalogue().range(indicator);
    return range.isAny() ? "no bounds" : range.words().in("en");
  }

  private static String direction(Indicator indicator) {
    return switch (indicator.direction()) {
      case UP -> "more is better";
      case DOWN -> "less is better";
      case NONE -> "neither way is better, never judged";
    };
  }

  private static String source(Indicator indicator) {
    String evidence =
        indicator.evidence() == Indicator.Evidence.CONFIRMED
            ? "the rule was held against it"
            : "**not confirmed**: the rule has not been held against it";
    return (indicator.source().isEmpty() ? "none stated" : indicator.source()) + " (" + evidence + ")";
  }

  /** What the bundled rule sets say of it. */
  private String ruleSets(Indicator indicator) {
    List<String> said = new ArrayList<>();
    for (RuleSet rules : siru.ruleSets()) {
      if (rules.isPreview(indicator)) {
        said.add("`" + rules.id() + "`: values are *previews*, the official figures come from registers");
      }
    }
    return String.join("; ", said);
  }

  private void counted(Indicator indicator, StringBuilder text) {
    if (indicator instanceof Measure measure) {
      int number = 0;
      for (String step : steps.of(measure)) {
        text.append(++number).append(". ").append(step).append('\n');
      }
      List<String> dimensions = steps.dimensions(measure);
      if (!dimensions.isEmpty()) {
        text.append('\n').append(String.join(" ", dimensions)).append('\n');
      }
      return;
    }
    Formula formula = (Formula) indicator;
    String expression = expression(formula);
    text.append("```text\n").append(expression).append("\n```\n");
    if (expression.contains("attainment(")) {
      text.append("\nAttainment is how far an indicator has come from its baseline to its target; `*` stands for each indicator that has "
          + "a target, with a result of its own.\n");
    }
    List<String> operands = new ArrayList<>();
    for (String name : new LinkedHashSet<>(Catalogue.operands(formula.expression()))) {
      Optional<Indicator> operand = siru.catalogue().find(name);
      operands.add(operand.map(each -> IndicatorPages.link(each) + " " + Prose.inside(each.name().in("en"))).orElse(name));
    }
    if (!operands.isEmpty()) {
      text.append("\nComputed from ").append(Prose.list(operands, "and"))
          .append(", each in the same cell: ratios are those of sums, never means of ratios. It is broken down by what all of them "
              + "have.\n");
    }
  }

  /** The arithmetic as files of definitions have it. */
  private static String expression(Formula formula) {
    try {
      return MAPPER.readTree(DefinitionWriter.text(formula)).get("formula").asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void parameters(Indicator indicator, StringBuilder text) {
    if (indicator.parameters().isEmpty()) {
      return;
    }
    text.append("\n| parameter | default | evidence | meaning | på svenska | bundled rule sets |\n|---|---|---|---|---|---|\n");
    for (Parameter.Setting setting : indicator.parameters()) {
      Parameter parameter = setting.parameter();
      LocalizedText label = parameter.label();
      text.append("| `").append(parameter.name()).append("` | ").append((parameter.standard() + " " + parameter.unit()).strip())
          .append(" | ").append(word(parameter.evidence())).append(" | ").append(IndicatorPages.cell(label.in("en"))).append(" | ")
          .append(IndicatorPages.cell(label.in("sv"))).append(" | ").append(given(indicator, parameter)).append(" |\n");
    }
  }

  private String given(Indicator indicator, Parameter parameter) {
    List<String> given = new ArrayList<>();
    for (RuleSet rules : siru.ruleSets()) {
      for (RuleSet.Value value : rules.values()) {
        boolean own = value.indicators().contains(indicator.code()) || value.indicators().contains(indicator.id());
        if (own && value.parameter().equals(parameter.name())) {
          given.add("`" + rules.id() + "`: " + value.value() + ", " + word(value.evidence()));
        }
      }
    }
    return String.join("; ", given);
  }

  private static void json(Indicator indicator, StringBuilder text) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try {
      DefinitionWriter.write(List.of(indicator), json);
    } catch (SiruException holdsCode) {
      text.append("\nThe definition is code in part, which no file can hold.\n");
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    text.append("\n<details><summary>The definition as JSON</summary>\n\n```json\n")
        .append(json.toString(StandardCharsets.UTF_8).strip()).append("\n```\n\n</details>\n");
  }
}
