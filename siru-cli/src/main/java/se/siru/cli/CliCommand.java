package se.siru.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.siru.core.Siru;
import se.siru.core.plugin.PluginReport;
import se.siru.core.plugin.PluginSource;
import se.siru.core.translation.Translations;

/** What all commands have. Made by {@link Commands}, filled in by picocli, run once. */
abstract class CliCommand {
  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
  boolean help;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "Language of texts for people: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  Language lang = Language.EN;

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description =
          "A folder of further plugins: DIR/NAME/*.jar or DIR/NAME.jar, each by a class loader of its own. May be given several times.")
  List<Path> pluginFolders = new ArrayList<>();

  @Mixin
  final IsolationOptions isolation = new IsolationOptions();

  @Option(
      names = "--translations",
      paramLabel = "FILE",
      description = "Words of a further language, in which labels, indicators and findings are shown.")
  @Nullable Path translationFile;

  @Option(names = "--quiet", description = "No progress, no warnings, no notes on standard error.")
  boolean quiet;

  @Option(names = "--verbose", description = "Show where in the program a failure arose.")
  boolean verbose;

  private @Nullable Translations translations;

  /** The languages that are built in. */
  enum Language {
    SV("sv"),
    EN("en");

    private final String tag;

    Language(String tag) {
      this.tag = tag;
    }

    @Override
    public String toString() {
      return tag;
    }
  }

  /** Takes what stood before the command as if it stood behind it. */
  final void heed(CliCommand above, boolean withLanguage) {
    help |= above.help;
    quiet |= above.quiet;
    verbose |= above.verbose;
    lang = withLanguage ? above.lang : lang;
    pluginFolders.addAll(above.pluginFolders);
    isolation.heed(above.isolation);
    translationFile = translationFile == null ? above.translationFile : translationFile;
  }

  /** Reads what all of the run depends on, before it begins. */
  final void prepare() {
    if (translationFile != null) {
      translations = Translations.read(translationFile);
    }
  }

  /**
   * Does the work.
   *
   * @return an {@link ExitCode}
   */
  abstract int run(Terminal terminal) throws IOException;

  /** A text in the language of the run. */
  final String say(String swedish, String english) {
    return lang == Language.SV ? swedish : english;
  }

  /** The language of labels, indicators and findings: that of the translations, or else that of the run. */
  final String language() {
    return translations == null ? lang.toString() : translations.language();
  }

  /**
   * The library with all plugins that are found, the invented agency's only where it is asked for. What could not be put
   * to work is told, and the rest goes on without it.
   */
  final Siru siru(Terminal terminal) {
    return siru(terminal, new RulesOption());
  }

  /** As {@link #siru(Terminal)}, with the indicators counted under a rule set. */
  final Siru siru(Terminal terminal, RulesOption rules, String... enabled) {
    Siru.Builder builder = builder();
    rules.putInto(builder);
    if (translations != null) {
      builder.translations(translations);
    }
    for (String name : BundledPlugins.leftOut(enabled)) {
      builder.exclude(name);
    }
    Siru siru = builder.build();
    for (PluginReport.Entry entry : siru.plugins().rejected()) {
      boolean wanted = !entry.reason().equals(Optional.of(PluginReport.Reason.EXCLUDED));
      if (wanted && !quiet) {
        terminal.say(Terminal.plain(say("warning utelämnat tillägg ", "warning plugin left out ") + entry.line(language())));
      }
    }
    if (translations != null) {
      findings(terminal).print(translations.check(siru.schema(), siru.catalogue()));
    }
    return siru;
  }

  /** The library with the plugins of the one jar and those of the folders that were named. */
  final Siru.Builder builder() {
    PluginSource source = PluginSource.standard();
    for (Path folder : pluginFolders) {
      source = source.and(PluginSource.ofDirectory(folder));
    }
    Siru.Builder builder = Siru.builder().language(language()).plugins(source);
    isolation.putInto(builder);
    return builder;
  }

  final FindingPrinter findings(Terminal terminal) {
    Translations words = translations;
    return new FindingPrinter(terminal, language(), quiet, words == null ? finding -> finding : finding -> finding.translated(words));
  }

  final Progress progress(Terminal terminal) {
    return new Progress(terminal, quiet);
  }
}
