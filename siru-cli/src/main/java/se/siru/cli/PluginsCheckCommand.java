package se.siru.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.siru.core.contract.Law;
import se.siru.core.contract.PluginTrial;
import se.siru.core.plugin.Offering;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.plugin.PluginReport;
import se.siru.core.plugin.PluginSource;

/** {@code plugins check}. */
@Command(
    name = "check",
    description =
        "Try a plugin or a file of definitions: whether a host admits it, and whether its indicators and formats keep the laws, on random "
            + "records.")
final class PluginsCheckCommand extends CliCommand {
  private static final int MOST_SAMPLES = 100;

  @Parameters(
      paramLabel = "JAR|FILE.json",
      arity = "1..*",
      description =
          "The plugin's jar; further jars are libraries that it brings. Or files of definitions, whose indicators are tried.")
  List<Path> jars = new ArrayList<>();

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "How many random samples of records to try, 1 to 100. Default: ${DEFAULT-VALUE}.")
  int samples = 3;

  @Option(
      names = "--portfolio",
      paramLabel = "DIR",
      description = "For definitions: a portfolio whose extra fields and code lists they may name.")
  @Nullable Path portfolio;

  @Override
  int run(Terminal terminal) throws IOException {
    if (samples < 1 || samples > MOST_SAMPLES) {
      throw new UsageException("--samples takes a number from 1 to " + MOST_SAMPLES + ", not " + samples);
    }
    if (isolation.isAsked()) {
      throw new UsageException("plugins check calls the plugin's code part by part, which only this process can; leave --isolate out");
    }
    if (DefinitionsTrial.isOf(jars)) {
      return new DefinitionsTrial(this, jars, portfolio, samples).run(terminal);
    }
    if (portfolio != null) {
      throw new UsageException("--portfolio belongs to definitions, and " + jars.get(0) + " is none");
    }
    PluginSource jar = PluginSource.ofJar(jars.get(0), jars.subList(1, jars.size()).toArray(Path[]::new));
    PluginRegistry.Builder builder = PluginRegistry.builder().source(PluginSource.standard().and(jar));
    BundledPlugins.leftOut().forEach(builder::exclude);
    try (PluginRegistry plugins = builder.build()) {
      boolean sound = true;
      for (PluginReport.Entry entry : ofTheJar(plugins.report())) {
        terminal.print(Terminal.plain(entry.line(language())) + "\n");
        sound &= entry.isLoaded() && keepsTheLaws(entry, plugins, terminal);
      }
      terminal.out().flush();
      return sound ? ExitCode.DONE : ExitCode.FOUND;
    }
  }

  /** What there is beside the plugins of the host; at least one entry, as a jar without a plugin is told, too. */
  private List<PluginReport.Entry> ofTheJar(PluginReport report) {
    Set<String> origins = new LinkedHashSet<>();
    jars.forEach(jar -> origins.add(String.valueOf(jar.getFileName())));
    return report.entries().stream().filter(entry -> origins.contains(entry.origin())).toList();
  }

  private boolean keepsTheLaws(PluginReport.Entry entry, PluginRegistry plugins, Terminal terminal) throws IOException {
    Breaches breaches = new Breaches();
    for (long seed = 1; seed <= samples; seed++) {
      long sample = seed;
      progress(terminal).during(
          say("prövar tillägget", "trying the plugin"),
          () -> breaches.add(PluginTrial.of(plugins, entry.id(), sample).check()));
    }
    findings(terminal).print(breaches.all());
    int indicators = entry.provides(Offering.Kind.INDICATOR).size();
    int formats = entry.provides(Offering.Kind.FORMAT).size() + entry.provides(Offering.Kind.PACK_FORMAT).size();
    terminal.print(
        "    " + say("indikatorer: ", "indicators: ") + indicators + ", " + say("format: ", "formats: ") + formats + ", "
            + say("lagar: ", "laws: ") + Law.all().size() + ", " + say("urval: ", "samples: ") + samples + ", "
            + say("lagbrott: ", "breaches: ") + breaches.count() + "\n");
    return breaches.count() == 0;
  }
}
