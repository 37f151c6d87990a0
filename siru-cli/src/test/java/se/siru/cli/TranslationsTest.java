package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.indicator.RuleSet;
import se.siru.core.translation.Translations;

/** All texts are there in Swedish and English, and an invented language is added by a file. */
class TranslationsTest {
  @TempDir
  Path folder;

  @Test
  void everyTextOfEveryPluginIsThereInSwedishAndEnglish() {
    Siru siru = Siru.load();
    Translations.texts(siru.schema(), siru.catalogue()).forEach((key, text) -> {
      assertEquals(Set.of("sv", "en"), text.asMap().keySet(), key);
      assertTrue(text.asMap().values().stream().noneMatch(String::isBlank), key);
    });
    for (RuleSet rules : siru.ruleSets()) {
      assertEquals(Set.of("sv", "en"), rules.name().asMap().keySet(), rules.id());
    }
  }

  private Path translations(String find, String word) throws IOException {
    Path file = folder.resolve("qaa.json");
    CliRun template = CliRun.of("schema", "--format", "translations", "--to", "qaa", "--out", file.toString());
    assertEquals(ExitCode.DONE, template.code(), template.err());
    String text = Files.readString(file);
    int at = text.indexOf("\"qaa\"", text.indexOf('"' + find + '"'));
    int empty = text.indexOf("\"\"", at);
    Files.writeString(file, text.substring(0, empty) + '"' + word + '"' + text.substring(empty + 2));
    return file;
  }

  @Test
  void indicatorsAndFieldsAreShownInAnInventedLanguage() throws IOException {
    Path file = translations("indicator:siru:activities-held:name", "Zuvuti qorno");
    CliRun run = CliRun.of("indicators", "SI-P04", "--translations", file.toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().startsWith("SI-P04  Zuvuti qorno\n"), run.out());
    assertTrue(run.err().contains("translation.incomplete"), run.err());
    Path fields = translations("field:stakeholder.sector:label", "Miruk");
    assertTrue(CliRun.of("schema", "--translations", fields.toString(), "--quiet").out().contains("Miruk"));
    assertFalse(CliRun.of("schema").out().contains("Miruk"));
  }

  @Test
  void resultsAreShownInItAndTheNumbersAreTheSame() throws IOException {
    Path file = translations("indicator:siru:activities-held:name", "Zuvuti qorno");
    try (Example example = Example.unpack("exempellan")) {
      String[] asked = {"evaluate", example.folder().toString(), "--indicators", "SI-P04", "--quiet"};
      String english = CliRun.of(asked).out();
      CliRun run = CliRun.of("--translations", file.toString(), asked[0], asked[1], asked[2], asked[3], asked[4]);
      assertTrue(run.out().contains("Zuvuti qorno"), run.out() + run.err());
      assertEquals(english.replaceAll("\\D", ""), run.out().replaceAll("\\D", ""));
    }
  }

  @Test
  void aFileThatCannotBeReadIsTold() {
    CliRun run = CliRun.of("indicators", "--translations", folder.resolve("none.json").toString());
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("SIRU-I001"), run.err());
  }
}
