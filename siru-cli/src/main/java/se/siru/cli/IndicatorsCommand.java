package se.siru.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.siru.core.Siru;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.DefinitionFiles;
import se.siru.core.indicator.DefinitionWriter;
import se.siru.core.indicator.Fiche;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Parameter;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.Range;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.model.Schema;

/** {@code indicators [ID]}. */
@Command(
    name = "indicators",
    description = "List the indicators; with an id, code or glob of either, show how those are counted.")
final class IndicatorsCommand extends CliCommand {
  @Parameters(arity = "0..*", paramLabel = "ID", description = "Id, code, or glob of either.")
  List<String> ids = new ArrayList<>();

  @Mixin
  final RulesOption rules = new RulesOption();

  @Option(
      names = "--definitions",
      paramLabel = "FILE.json",
      description = "Indicators of your own beside the catalogue. May be repeated.")
  List<Path> definitions = new ArrayList<>();

  @Option(
      names = "--portfolio",
      paramLabel = "DIR",
      description = "The indicators that a portfolio brings beside the catalogue.")
  @Nullable Path portfolio;

  @Option(
      names = "--show-json",
      description = "Print them as a file of definitions, to learn from or to begin one's own with; --format json for short.")
  boolean showJson;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; json is a file of definitions. Default: ${DEFAULT-VALUE}.")
  Format format = Format.TABLE;

  @Option(names = "--out", paramLabel = "FILE", description = "Write to a file. Default: standard output.")
  @Nullable Path out;

  /** How indicators are shown. */
  enum Format {
    TABLE,
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  int run(Terminal terminal) throws IOException {
    Siru siru = siru(terminal, rules);
    Schema schema = siru.schema();
    if (portfolio != null) {
      PortfolioReader.Result read = siru.reader().withoutHashes().read(portfolio);
      if (read.portfolio().isEmpty()) {
        findings(terminal).print(read.findings());
        return ExitCode.FOUND;
      }
      schema = read.portfolio().get().schema();
      siru = siru.withDefinitions(read.portfolio().get());
    }
    DefinitionFiles files = siru.definitions(schema);
    definitions.forEach(files::read);
    Siru all = siru.with(files);
    rules.tellUnused(all, findings(terminal));
    Collection<Indicator> chosen = ids.isEmpty() ? all.catalogue().indicators() : all.catalogue().select(ids);
    boolean asDefinitions = showJson || format == Format.JSON;
    List<Indicator> data = asDefinitions ? data(chosen, terminal) : List.of();
    OutputFile.write(
        out,
        terminal,
        stream -> {
          if (asDefinitions) {
            DefinitionWriter.write(data, stream);
          } else {
            stream.write((ids.isEmpty() ? list(chosen) : details(all, chosen)).getBytes(StandardCharsets.UTF_8));
          }
        });
    return asDefinitions && data.size() < chosen.size() ? ExitCode.FOUND : ExitCode.DONE;
  }

  /** Those that can be written as definitions; which cannot, and why, is told. */
  private List<Indicator> data(Collection<Indicator> chosen, Terminal terminal) {
    List<Indicator> data = new ArrayList<>();
    for (Indicator each : chosen) {
      try {
        DefinitionWriter.text(each);
        data.add(each);
      } catch (SiruException code) {
        terminal.say(Terminal.plain(say("utelämnad: ", "left out: ") + code.getMessage()));
      }
    }
    return data;
  }

  private String list(Collection<Indicator> chosen) {
    int codes = chosen.stream().mapToInt(each -> each.code().length()).max().orElse(0);
    int ids = chosen.stream().mapToInt(each -> each.id().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Indicator each : chosen) {
      String line = padded(each.code(), codes) + "  " + padded(each.id(), ids) + "  " + each.name().in(language());
      text.append(Terminal.plain(line).stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private String details(Siru siru, Collection<Indicator> chosen) {
    StringBuilder text = new StringBuilder();
    for (Indicator each : chosen) {
      text.append(text.length() == 0 ? "" : "\n");
      text.append(Terminal.plain(each.code() + "  " + each.name().in(language()))).append('\n');
      line(text, "Id", each.id() + " (version " + each.version() + ")");
      line(text, say("Räknas så", "Counted so"), each.definition().in(language()));
      line(text, say("Enhet", "Unit"), each.unit());
      Range range = siru.catalogue().range(each);
      line(text, say("Intervall", "Range"), range.isAny() ? "" : range.words().in(language()));
      line(text, say("Slag", "Kind"), siru.rules().label(each.kind()).in(language()));
      Fiche fiche = Fiche.of(each);
      line(text, "Period", fiche.period().in(language()));
      line(text, say("Olika", "Distinct"), fiche.distinct().in(language()));
      line(text, say("Utan poster", "Without records"), fiche.nothing().in(language()));
      line(text, say("Över tid", "Over time"), fiche.overTime().in(language()));
      each.parameters().forEach(set -> line(text, say("Parameter", "Parameter"), parameter(set)));
      line(text, say("Observera", "Note"), siru.rules().isPreview(each) ? preview() : "");
      line(text, say("Källa", "Source"), source(each));
      siru.catalogue().provider(each.id()).ifPresent(
          provider -> line(text, say("Från", "From"), from(provider)));
      line(text, "JSON", json(each));
    }
    return text.toString();
  }

  /** A plugin with its version; definitions, which have none, with their file. */
  private static String from(Provider provider) {
    return provider.id() + " " + (provider.version().isEmpty() ? provider.origin() : provider.version());
  }

  private String parameter(Parameter.Setting setting) {
    Parameter parameter = setting.parameter();
    String open = setting.evidence() == Indicator.Evidence.UNCONFIRMED ? say(", ännu inte avstämt", ", not yet confirmed") : "";
    return (setting + " " + parameter.unit()).stripTrailing() + " (" + setting.rules() + open + "): "
        + parameter.label().in(language());
  }

  private String preview() {
    return say("förhandsvärden; de officiella talen kommer från register", "previews; the official figures come from registers");
  }

  private String source(Indicator indicator) {
    boolean open = indicator.evidence() == Indicator.Evidence.UNCONFIRMED && !indicator.source().isEmpty();
    String note = say(" (regeln är ännu inte avstämd mot den)", " (the rule is not yet held against it)");
    return indicator.source() + (open ? note : "");
  }

  private String json(Indicator indicator) {
    try {
      return DefinitionWriter.text(indicator);
    } catch (SiruException code) {
      return say("(innehåller kod)", "(holds code)");
    }
  }

  private static void line(StringBuilder text, String name, String value) {
    if (!value.isBlank()) {
      text.append("  ").append(name).append(": ").append(Terminal.plain(value)).append('\n');
    }
  }
}
