package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in the documentation is one that there is: SIRU's with its options, Maven's with its profiles and modules. */
class DocsShellTest {
  private static final String AND_THEN = " && ";

  static List<DocsBlock> blocks() throws IOException {
    return DocsBlock.all("sh");
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void everyCommandIsOneThatThereIs(DocsBlock block) throws IOException {
    for (String line : block.text().lines().flatMap(line -> Stream.of(line.split(AND_THEN))).toList()) {
      String[] words = new DocumentedCommand(line).arguments();
      switch (words[0]) {
        case "siru" -> parse(block, words, 1);
        case "java" -> {
          assertEquals("-jar", words[1], line);
          assertTrue(words[2].endsWith("siru.jar"), line);
          parse(block, words, 3);
        }
        case "mvn" -> maven(line);
        case "cd", "cp", "head", "mkdir" -> assertTrue(words.length > 1, line);
        default -> fail(block + " begins with " + words[0]);
      }
    }
  }

  private static void parse(DocsBlock block, String[] words, int from) {
    String[] arguments = Arrays.copyOfRange(words, from, words.length);
    assertDoesNotThrow(() -> Commands.forArguments(arguments).parseArgs(arguments), block::toString);
  }

  private static void maven(String line) throws IOException {
    String pom = Files.readString(DocsBlock.ROOT.resolve("pom.xml"));
    for (Matcher profile = Pattern.compile(" -P(\\S+)").matcher(line); profile.find(); ) {
      assertTrue(Pattern.compile("<profile>\\s*(<!--[^>]*-->\\s*)?<id>" + profile.group(1) + "</id>").matcher(pom).find(), line);
    }
    for (Matcher module = Pattern.compile(" -pl (\\S+)").matcher(line); module.find(); ) {
      assertTrue(pom.contains("<module>" + module.group(1) + "</module>"), line);
    }
  }
}
