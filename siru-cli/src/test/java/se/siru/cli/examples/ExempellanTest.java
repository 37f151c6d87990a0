package se.siru.cli.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The bundled example {@code exempellan} is what its generator makes. After a change of the generator, write the files
 * anew with {@code mvn -pl siru-cli -am test -Dtest=ExempellanTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dsiru.examples.rewrite=src/main/resources/se/siru/cli/examples/exempellan} and look at what changed before
 * committing; that run compares with the files as they were, so run once more.
 */
class ExempellanTest {
  private static Map<String, String> generated = Map.of();

  @BeforeAll
  static void generate() throws IOException {
    generated = ExempellanGenerator.files(ExempellanGenerator.SEED);
    String folder = System.getProperty("siru.examples.rewrite");
    if (folder != null) {
      for (Map.Entry<String, String> file : generated.entrySet()) {
        Path path = Path.of(folder).resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    }
  }

  private static byte[] bundled(String path) throws IOException {
    try (InputStream in = ExempellanTest.class.getResourceAsStream("exempellan/" + path)) {
      assertNotNull(in, path + " is not bundled");
      return in.readAllBytes();
    }
  }

  @Test
  void everyBundledFileIsWhatTheGeneratorMakes() throws IOException {
    for (Map.Entry<String, String> file : generated.entrySet()) {
      assertArrayEquals(file.getValue().getBytes(StandardCharsets.UTF_8), bundled(file.getKey()), file.getKey());
    }
  }

  @Test
  void theFileListNamesEveryFileOfTheFolder() throws IOException {
    for (String path : new String(bundled("files.txt"), StandardCharsets.UTF_8).lines().toList()) {
      assertTrue(bundled(path).length > 0, path);
    }
    assertEquals(
        Stream.concat(generated.keySet().stream(), Stream.of("ABOUT.md"))
            .filter(path -> !path.equals("files.txt"))
            .collect(Collectors.toSet()),
        new String(bundled("files.txt"), StandardCharsets.UTF_8).lines().collect(Collectors.toSet()));
  }

  @Test
  void anotherSeedGivesOtherData() {
    assertNotEquals(generated.get("activities.csv"), ExempellanGenerator.files(1).get("activities.csv"));
  }

  @Test
  void thereAreAsManyRecordsAsTheDescriptionSays() {
    assertEquals(120, rows("activities.csv"));
    assertEquals(15, rows("initiatives.csv"));
    assertEquals(380, rows("persons.csv"));
    assertEquals(
        ExempellanParticipations.ROWS,
        rows("participations-2021.csv") + rows("participations-2022.csv") + rows("participations-2023.csv"));
  }

  private static long rows(String path) {
    return generated.get(path).lines().count() - 1;
  }
}
