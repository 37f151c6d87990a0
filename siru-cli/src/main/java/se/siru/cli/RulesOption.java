package se.siru.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import se.siru.core.Siru;
import se.siru.core.indicator.RuleSetReader;

/** The rule set that indicators are counted under. */
final class RulesOption {
  @Option(
      names = "--rules",
      paramLabel = "ID|FILE.json",
      description =
          "The rule set of the programme or funder: a bundled one by id, or a file. 'siru indicators --rules ID' lists what it "
              + "changes. Default: the defaults of the definitions.")
  @Nullable String rules;

  /** An id has neither a full stop nor a separator of folders; a file has one. */
  private static boolean isFile(String text) {
    return text.chars().anyMatch(c -> c == '.' || c == '/' || c == '\\');
  }

  void putInto(Siru.Builder builder) {
    if (rules != null && isFile(rules)) {
      builder.rules(RuleSetReader.read(Path.of(rules)));
    } else if (rules != null) {
      builder.rules(rules);
    }
  }

  /** Tells the values that no indicator asks for, once all definitions are read. */
  void tellUnused(Siru siru, FindingPrinter findings) {
    if (rules != null) {
      findings.print(siru.rules().check(siru.catalogue()));
    }
  }
}
