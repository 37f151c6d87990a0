package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.isolation.EvaluationAnswer;
import se.siru.core.isolation.EvaluationRequest;
import se.siru.core.isolation.IsolatedPlugin;
import se.siru.core.model.Schema;
import se.siru.core.plugin.PluginReport.Reason;

/** What the process of a plugin tells that it brings, written by whoever was in that process. */
class ContributionReaderTest {
  private static final String SOUND =
      """
      {"siru": "siru-isolated-plugins/1", "problems": [], "plugins": [
        {"id": "own", "name": "Own", "version": "1", "spi": 1, "thread-safe": false, "class": "p.P", "origin": "p.jar",
         "rule-sets": [], "functions": ["own:f"], "left-out": [], "validation-rules": [],
         "indicators": [{"id": "own:all", "over": "agreement", "aggregate": "count"},
                        {"id": "own:some", "over": "agreement", "where": {"as-code": "some"}, "aggregate": "count"}]}]}
      """;

  @TempDir Path folder;

  private record Handle(String id) implements IsolatedPlugin {
    @Override
    public EvaluationAnswer evaluate(EvaluationRequest request) {
      return EvaluationAnswer.failed("not asked here");
    }
  }

  private ContributionReader read(String document) throws IOException, PluginRefusal {
    ContributionReader reader = new ContributionReader(folder, Schema.standard(), Set.of("p.Excluded"), Handle::new);
    reader.read(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    return reader;
  }

  @Test
  void aSoundPluginIsTaken() throws IOException, PluginRefusal {
    ContributionReader reader = read(SOUND);
    assertEquals(List.of(), reader.problems());
    assertEquals(List.of("own:all", "own:some"), reader.plugins().get(0).indicators().stream().map(each -> each.id()).toList());
  }

  private record Bad(String name, String from, String to, Reason reason) {}

  @TestFactory
  Stream<DynamicTest> aPluginThatIsNotItsOwnIsLeftOut() {
    return Stream.of(
            new Bad("an id of the library", "\"id\": \"own\"", "\"id\": \"siru-own\"", Reason.BAD_DESCRIPTOR),
            new Bad("an id of the library, and a class as if of it", "\"id\": \"own\", \"name\": \"Own\", \"version\": \"1\", \"spi\": 1,"
                + " \"thread-safe\": false, \"class\": \"p.P\"", "\"id\": \"siru\", \"name\": \"Own\", \"version\": \"1\", \"spi\": 1,"
                + " \"thread-safe\": false, \"class\": \"se.siru.core.P\"", Reason.BAD_DESCRIPTOR),
            new Bad("an id of ten thousand letters", "\"id\": \"own\"", "\"id\": \"" + "a".repeat(10_000) + "\"", Reason.BAD_DESCRIPTOR),
            new Bad("a contract of the future", "\"spi\": 1", "\"spi\": 99", Reason.SPI_VERSION),
            new Bad("an indicator of others", "own:all", "siru:all", Reason.BAD_CONTENT),
            new Bad("a function of others", "own:f", "other:f", Reason.BAD_CONTENT),
            new Bad("an indicator that is none", "\"over\": \"agreement\", \"aggregate\"", "\"over\": \"nothing\", \"aggregate\"",
                Reason.BAD_CONTENT),
            new Bad("a validation rule of others", "\"validation-rules\": []", rule("other:r", "agreement"), Reason.BAD_CONTENT),
            new Bad("a validation rule over nothing", "\"validation-rules\": []", rule("own:r", "nothing"), Reason.BAD_CONTENT),
            new Bad("a validation rule that points nowhere", "\"validation-rules\": []",
                rule("own:r", "agreement").replace("\"message\"", "\"at\": \"nothing\", \"message\""), Reason.BAD_CONTENT),
            new Bad("a validation rule that says nothing", "\"validation-rules\": []",
                rule("own:r", "agreement").replace("\"sv\"", "\"fi\""), Reason.BAD_CONTENT),
            new Bad("a rule set that is none", "\"rule-sets\": []", "\"rule-sets\": [\"{}\"]", Reason.BAD_CONTENT))
        .map(bad -> DynamicTest.dynamicTest(bad.name, () -> {
          assertTrue(SOUND.contains(bad.from));
          ContributionReader reader = read(SOUND.replace(bad.from, bad.to));
          assertEquals(List.of(), reader.plugins());
          assertEquals(Optional.of(bad.reason), reader.problems().get(0).reason(), () -> reader.problems().toString());
        }));
  }

  private static String rule(String id, String over) {
    String counting = "\"{\\\"id\\\": \\\"" + id + "\\\", \\\"over\\\": \\\"" + over + "\\\", \\\"aggregate\\\": \\\"count\\\"}\"";
    return "\"validation-rules\": [{\"id\": \"" + id + "\", \"severity\": \"ERROR\", \"where\": " + counting + ", \"must\": " + counting
        + ", \"message\": {\"sv\": \"x\", \"en\": \"x\"}, \"help\": {}}]";
  }

  @Test
  void aSoundRuleIsTaken() throws IOException, PluginRefusal {
    ContributionReader reader = read(SOUND.replace("\"validation-rules\": []", rule("own:r", "agreement")));
    assertEquals(List.of(), reader.problems());
    assertEquals("own:r", reader.plugins().get(0).validationRules().get(0).id());
  }

  @Test
  void aProcessSaysThatTheHostLeavesAPluginOutOnlyWhereItDoes() throws IOException, PluginRefusal {
    String told =
        SOUND.replace(
            "\"problems\": []",
            "\"problems\": [{\"id\": \"\", \"name\": \"\", \"version\": \"\", \"class\": \"p.Excluded\", \"origin\": \"p.jar\","
                + " \"reason\": \"excluded\", \"message\": \"x\"}]");
    assertTrue(read(told).problems().get(0).isExcluded());
    PluginRefusal refusal = assertThrows(PluginRefusal.class, () -> read(told.replace("p.Excluded", "p.Other")));
    assertTrue(refusal.message().contains("it says that the host leaves out p.Other"), refusal::message);
  }

  @TestFactory
  Stream<DynamicTest> wordsAreReadAsStrictlyAsAnyFile() {
    String sound = "{\"siru\": \"siru-translations/1\", \"language\": \"qaa\", \"texts\": {\"rule:own:r:message\": {\"qaa\": \"Aa\"}}}";
    return Stream.of("", "[]", sound + sound, sound.replace("qaa", "sv"), sound.replace("own:r", "other:r"), sound.replace("texts", "text"))
        .map(bad -> DynamicTest.dynamicTest("words: " + bad, () -> {
          Path file = ContributionWriter.words(folder, 0, 0);
          Files.writeString(file, sound);
          assertEquals(List.of(), read(SOUND).problems());
          assertEquals("qaa", read(SOUND).plugins().get(0).translations().get(0).language());
          Files.writeString(file, bad);
          assertEquals(Optional.of(Reason.BAD_CONTENT), read(SOUND).problems().get(0).reason());
        }));
  }

  @TestFactory
  Stream<DynamicTest> whatNoProcessOfTheLibraryWritesRefusesTheWhole() {
    return Stream.of("", "null", "{}", "[]", SOUND + SOUND, SOUND.replace("plugins/1", "plugins/2"), SOUND.replace("\"problems\": [],", ""),
            SOUND.replace("\"siru\":", "\"siru\": \"a\", \"siru\":"), SOUND.replace("\"version\": \"1\"", "\"version\": 1"),
            SOUND.replace("\"left-out\": []", "\"left-out\": [], \"wanted\": 1"))
        .map(document -> DynamicTest.dynamicTest(document.length() + " characters", () -> {
          PluginRefusal refusal = assertThrows(PluginRefusal.class, () -> read(document));
          assertTrue(refusal.message().startsWith("what its process told is refused: "), refusal::message);
        }));
  }

  @Test
  void fieldsAreReadFromPlainFilesOfASizeAlone() throws IOException, PluginRefusal {
    Path declared = Files.createDirectory(ContributionWriter.schema(folder, 0));
    Files.createSymbolicLink(declared.resolve("datapackage.json"), folder.resolve("elsewhere"));
    assertEquals(Optional.of(Reason.BAD_CONTENT), read(SOUND).problems().get(0).reason());
    Files.delete(declared.resolve("datapackage.json"));
    Files.writeString(declared.resolve("datapackage.json"), "{}");
    assertEquals(Optional.of(Reason.BAD_CONTENT), read(SOUND).problems().get(0).reason());
  }
}
