package se.siru.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import se.siru.core.intake.IdentityReport;
import se.siru.core.intake.ImportReport;

/** What an import says about organisations. */
final class IdentitySummary {
  private final CliCommand words;
  private final Path folder;

  IdentitySummary(CliCommand words, Path folder) {
    this.words = words;
    this.folder = folder;
  }

  /** Appends the lines; none where nothing was to be found out. */
  void print(ImportReport report, StringBuilder text) {
    report.identities().ifPresent(found -> identities(report.written(), found, text));
  }

  private void identities(boolean written, IdentityReport found, StringBuilder text) {
    List<String> methods = new ArrayList<>();
    method(found, "number", words.say("organisationsnummer", "organisation number"), methods);
    method(found, "identity", "identity.csv", methods);
    method(found, "domain", words.say("e-postdomän", "mail domain"), methods);
    method(found, "name", words.say("namn", "name"), methods);
    text.append(words.say("organisationer funna genom: ", "organisations found by: "));
    text.append(methods.isEmpty() ? words.say("inget", "nothing") : String.join(", ", methods)).append('\n');
    line(found.answersTaken(), words.say("svar sparade i identity.csv: ", "answers kept in identity.csv: "), text);
    line(found.noOrganisation(), words.say("ingen organisation: ", "no organisation: "), text);
    line(found.ignored(), words.say("inte efterfrågade, enligt svar: ", "not asked about, by answers: "), text);
    line(found.numbersOfPersons(),
        words.say("personnummer i stället för organisationsnummer, inte använda: ",
            "personal numbers instead of organisation numbers, not used: "), text);
    line(found.wrongNumbers(), words.say("felaktiga organisationsnummer: ", "wrong organisation numbers: "), text);
    if (found.textsUnresolved() > 0) {
      text.append(words.say("okända organisationer: ", "unidentified organisations: ")).append(found.unidentified());
      text.append(words.say(", i texter: ", ", in texts: ")).append(found.textsUnresolved());
      text.append(words.say(", med förslag: ", ", with a suggestion: ")).append(found.textsWithSuggestion()).append('\n');
      if (written) {
        text.append(words.say("  fyll i id och kind och importera igen: ", "  fill in id and kind and import again: "));
        text.append(folder.resolve("unresolved.csv")).append('\n');
      }
    }
    line(found.nearDuplicates(),
        words.say("par i registret som kan vara samma (near-duplicates.csv): ",
            "pairs in the register that may be one (near-duplicates.csv): "), text);
  }

  private static void method(IdentityReport found, String code, String label, List<String> into) {
    long times = found.byMethod().getOrDefault(code, 0L);
    if (times > 0) {
      into.add(label + " " + times);
    }
  }

  private static void line(long count, String label, StringBuilder text) {
    if (count > 0) {
      text.append(label).append(count).append('\n');
    }
  }
}
