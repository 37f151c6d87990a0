package se.siru.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;

/** Prints findings on standard error, errors first, and counts those beyond {@value #MOST}. */
final class FindingPrinter {
  static final int MOST = 200;

  private final Terminal terminal;
  private final String language;
  private final boolean quiet;
  private final UnaryOperator<Finding> translation;

  FindingPrinter(Terminal terminal, String language, boolean quiet, UnaryOperator<Finding> translation) {
    this.translation = translation;
    this.terminal = terminal;
    this.language = language;
    this.quiet = quiet;
  }

  /** Prints what was collected. */
  void print(Findings findings) {
    print(findings.list(), findings.count(Severity.ERROR), findings.omitted());
  }

  /** Prints findings; true where one of them is an error. */
  boolean print(List<Finding> findings) {
    long errors = findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
    print(findings, errors, 0);
    return errors > 0;
  }

  private void print(List<Finding> findings, long errors, long omitted) {
    List<Finding> shown = new ArrayList<>(findings);
    if (quiet) {
      shown.removeIf(finding -> finding.severity() != Severity.ERROR);
    }
    shown.sort(Comparator.comparing(Finding::severity));
    shown.stream().limit(MOST).forEach(finding -> terminal.say(line(translation.apply(finding))));
    long more = Math.max(0, shown.size() - MOST) + omitted;
    if (more > 0) {
      terminal.say(text("… och " + more + " till", "… and " + more + " more"));
    }
    if (errors > 0) {
      terminal.say(text(errors + " fel", errors == 1 ? "1 error" : errors + " errors"));
    }
  }

  private String text(String swedish, String english) {
    return language.equals("sv") ? swedish : english;
  }

  private String line(Finding finding) {
    String help = finding.help(language);
    return Terminal.plain(
        word(finding.severity()) + " " + finding.origin().place() + " " + finding.rule().id() + ": " + finding.message(language)
            + (help.isEmpty() ? "" : " (" + help + ")"));
  }

  /** The same word in every language, so that it can be searched for. */
  private static String word(Severity severity) {
    return severity == Severity.ERROR ? "error" : severity == Severity.WARNING ? "warning" : "info";
  }
}
