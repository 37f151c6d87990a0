package se.siru.cli;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.siru.core.Siru;
import se.siru.core.plugin.PluginReport;

/** {@code plugins list}. */
@Command(name = "list", description = "List the plugins that were found, what they bring, and why any is not at work.")
final class PluginsListCommand extends CliCommand {
  private static final int MOST_NAMED = 8;

  @Option(names = "--all", description = "Name everything that a plugin brings.")
  boolean all;

  @Override
  int run(Terminal terminal) throws IOException {
    Siru.Builder builder = builder();
    BundledPlugins.ids().forEach(builder::exclude);
    for (PluginReport.Entry entry : builder.build().plugins().entries()) {
      terminal.print(Terminal.plain(line(entry)) + "\n");
      if (all && entry.spi().isPresent()) {
        terminal.print("    contract: " + entry.spi().getAsInt() + "\n");
      }
      provided(entry, terminal);
    }
    terminal.out().flush();
    return ExitCode.DONE;
  }

  private String line(PluginReport.Entry entry) {
    String who = entry.id().isEmpty() ? entry.className() : entry.id() + " " + entry.version() + "  " + entry.name();
    if (entry.isLoaded()) {
      return entry.message().isEmpty() ? who : who + "  [" + entry.message(language()) + "]";
    }
    boolean onRequest = BundledPlugins.ids().contains(entry.id());
    String why =
        onRequest
            ? say(
                "vilar; --enable " + entry.id() + " sätter det i arbete",
                "off; --enable " + entry.id() + " puts it to work")
            : entry.reason().map(PluginReport.Reason::code).orElse("") + ": " + entry.message(language());
    return who + "  [" + why + "]";
  }

  /** Things by kind: what a plugin brings is written as a kind, a blank and a name. */
  private void provided(PluginReport.Entry entry, Terminal terminal) throws IOException {
    Map<String, StringBuilder> kinds = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (String thing : entry.provides()) {
      int blank = thing.indexOf(' ');
      String kind = blank < 0 ? thing : thing.substring(0, blank);
      int before = counts.merge(kind, 1, Integer::sum) - 1;
      if (blank >= 0 && (all || before < MOST_NAMED)) {
        StringBuilder names = kinds.computeIfAbsent(kind, key -> new StringBuilder());
        names.append(before == 0 ? "" : ", ").append(thing.substring(blank + 1));
      }
    }
    for (Map.Entry<String, StringBuilder> kind : kinds.entrySet()) {
      int count = counts.getOrDefault(kind.getKey(), 0);
      int more = all ? 0 : Math.max(0, count - MOST_NAMED);
      String rest = more == 0 ? "" : ", … (" + count + ")";
      terminal.print(Terminal.plain("    " + kind.getKey() + ": " + kind.getValue() + rest) + "\n");
    }
  }
}
