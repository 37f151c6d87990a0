package se.siru.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.siru.core.Siru;
import se.siru.core.finding.Finding;
import se.siru.core.plugin.PluginReport;
import se.siru.core.plugin.PluginSource;
import se.siru.core.text.Excerpt;
import se.siru.core.translation.Translations;

/** What all commands have. Made by {@link Commands}, filled in by picocli, run once. */
abstract class CliCommand {
  private static final String SWEDISH = "sv";
  static final String ENGLISH = "en";

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and exit.")
  boolean help;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      description = "Language of texts for people: sv, en, or one that a plugin brings words of. Default: ${DEFAULT-VALUE}.")
  String lang = ENGLISH;

  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      description =
          "A folder of further plugins: DIR/NAME/*.jar or DIR/NAME.jar, each by a class loader of its own. May be given several times.")
  List<Path> pluginFolders = new ArrayList<>();

  @Mixin
  final IsolationOptions isolation = new IsolationOptions();

  @Option(
      names = "--strict-plugins",
      description = "Refuse the run where anything is wrong with any plugin, or code of one fails, instead of leaving it out.")
  boolean strictPlugins;

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
  private @Nullable Siru known;
  private @Nullable LibraryAhead ahead;

  /** Takes what stood before the command as if it stood behind it. */
  final void heed(CliCommand above, boolean withLanguage) {
    help |= above.help;
    quiet |= above.quiet;
    verbose |= above.verbose;
    strictPlugins |= above.strictPlugins;
    lang = withLanguage ? above.lang : lang;
    pluginFolders.addAll(above.pluginFolders);
    isolation.heed(above.isolation);
    translationFile = translationFile == null ? above.translationFile : translationFile;
  }

  /**
   * Reads what all of the run depends on, before it begins.
   *
   * @param library what was begun beside the reading of the command line
   */
  final void prepare(LibraryAhead library) {
    ahead = library;
    if (translationFile != null) {
      translations = Translations.read(translationFile);
    }
    lang = lang.toLowerCase(Locale.ROOT);
    if (!lang.equals(SWEDISH) && !lang.equals(ENGLISH)
        && (translations == null || !lang.equals(translations.language()))) {
      requireLanguage();
    }
  }

  private void requireLanguage() {
    try (Siru siru = builder().build()) {
      if (!siru.languages().contains(lang)) {
        Set<String> there = new LinkedHashSet<>(List.of(SWEDISH, ENGLISH));
        there.addAll(siru.languages());
        throw new UsageException(
            "Invalid value for option '--lang': expected one of " + String.join(", ", there) + " but was '" + Excerpt.of(lang) + "'");
      }
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
    return lang.equals(SWEDISH) ? swedish : english;
  }

  /** The language of labels, indicators and findings: that of the translations, or else that of the run. */
  final String language() {
    return translations == null ? lang : translations.language();
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
    Optional<Siru> begun = ahead == null ? Optional.empty() : ahead.take(language()); // none where any option asks for another
    Siru siru = begun.orElseGet(() -> made(rules, enabled));
    known = siru;
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

  private Siru made(RulesOption rules, String... enabled) {
    Siru.Builder builder = builder();
    rules.putInto(builder);
    if (translations != null) {
      builder.translations(translations);
    }
    for (String name : BundledPlugins.leftOut(enabled)) {
      builder.exclude(name);
    }
    return builder.build();
  }

  /** The library with the plugins of the one jar and those of the folders that were named. */
  final Siru.Builder builder() {
    Siru.Builder builder = builder(language());
    for (Path folder : pluginFolders) {
      builder.plugins(PluginSource.ofDirectory(folder));
    }
    isolation.putInto(builder);
    return strictPlugins ? builder.strict() : builder;
  }

  /** The library with the plugins of the one jar. */
  static Siru.Builder builder(String language) {
    return Siru.builder().language(language).plugins(PluginSource.standard());
  }

  final FindingPrinter findings(Terminal terminal) {
    Siru siru = known;
    Translations words = translations;
    UnaryOperator<Finding> translation =
        siru != null ? siru::translated : words != null ? finding -> finding.translated(words) : UnaryOperator.identity();
    return new FindingPrinter(terminal, language(), quiet, translation);
  }

  final Progress progress(Terminal terminal) {
    return new Progress(terminal, quiet);
  }
}
