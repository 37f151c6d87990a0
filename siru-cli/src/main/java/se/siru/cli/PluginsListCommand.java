package se.siru.cli;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.siru.core.Siru;
import se.siru.core.plugin.Offering;
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

  private void provided(PluginReport.Entry entry, Terminal terminal) throws IOException {
    for (Offering.Kind kind : Offering.Kind.values()) {
      List<String> names = entry.provides(kind);
      if (!names.isEmpty()) {
        boolean some = !all && names.size() > MOST_NAMED;
        String shown = String.join(", ", some ? names.subList(0, MOST_NAMED) : names);
        String rest = some ? ", … (" + names.size() + ")" : "";
        terminal.print(Terminal.plain("    " + word(kind) + ": " + shown + rest) + "\n");
      }
    }
  }

  /** What a kind is called; in English, as in files as a rule. */
  private String word(Offering.Kind kind) {
    return switch (kind) {
      case INDICATOR -> say("indikator", kind.code());
      case FUNCTION -> say("funktion", kind.code());
      case RULES -> say("regler", kind.code());
      case FORMAT -> kind.code();
      case PACK_FORMAT -> say("format för rapportpaket", kind.code());
      case READER -> say("läsare", kind.code());
      case CODELIST -> say("kodlista", kind.code());
      case FIELD -> say("fält", kind.code());
      case VALIDATION_RULE -> say("valideringsregel", kind.code());
      case TRANSLATION -> say("översättning", kind.code());
      case LAW -> say("lagdata", kind.code());
    };
  }
}
