package se.siru.core.vocabulary;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the file of every code list that ships with the library. */
class CodelistDataTest {
  private static final Set<String> MEMBERS_OF_A_LIST = Set.of("format", "id", "version", "name", "doc", "source", "codes");
  private static final Set<String> MEMBERS_OF_A_CODE =
      Set.of("code", "label", "parent", "level", "from", "until", "aliases");
  private static final Set<String> LISTS_WITH_OFFICIAL_CODES = Set.of("regions", "countries", "sdgs");

  static Stream<CodelistFile> files() throws IOException {
    return CodelistFile.index().stream().map(id -> {
      try {
        return CodelistFile.read(id);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  @Test
  void theIndexNamesEveryFileInOrder() throws Exception {
    Path folder = Path.of(getClass().getResource("codelists.txt").toURI()).getParent();
    try (Stream<Path> found = Files.list(folder)) {
      List<String> ids =
          found
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".json"))
              .map(name -> name.substring(0, name.length() - ".json".length()))
              .sorted()
              .toList();
      assertEquals(ids, CodelistFile.index());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void theHeadNamesFormatIdVersionAndBothNames(CodelistFile file) {
    JsonNode root = file.root();
    assertAll(
        () -> assertEquals("siru-codelist/1", root.path("format").asText()),
        () -> assertEquals(file.id(), root.path("id").asText()),
        () -> assertFalse(root.path("version").asText().isBlank()),
        () -> assertInBothLanguages(root.path("name")),
        () -> assertTrue(!root.has("doc") || assertInBothLanguages(root.path("doc"))),
        () -> assertEquals(Set.of(), beyond(root, MEMBERS_OF_A_LIST)),
        () -> assertFalse(file.codes().isEmpty()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void textIsNormalisedAndLinesEndInLf(CodelistFile file) {
    assertTrue(Normalizer.isNormalized(file.text(), Normalizer.Form.NFC));
    assertFalse(file.text().contains("\r"));
    assertTrue(file.text().endsWith("}\n"));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyCodeIsWellFormedAndHasBothLabels(CodelistFile file) {
    for (JsonNode code : file.codes()) {
      String id = code.path("code").asText();
      assertEquals(Set.of(), beyond(code, MEMBERS_OF_A_CODE), id);
      assertInBothLanguages(code.path("label"));
      assertTrue(
          LISTS_WITH_OFFICIAL_CODES.contains(file.id())
              ? id.matches("[A-Z0-9]+|[0-9]+[.][0-9a-d]+")
              : id.matches("[a-z0-9]+(-[a-z0-9]+)*"),
          id);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void codesAreUniqueAndNoneIsTheReservedOne(CodelistFile file) {
    Set<String> seen = new HashSet<>();
    for (JsonNode code : file.codes()) {
      assertTrue(seen.add(CodelistFile.fold(code.path("code").asText())), code::toString);
    }
    assertFalse(seen.contains(Codelist.UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("files")
  void parentsAreInTheListAndLeadToATop(CodelistFile file) {
    Map<String, JsonNode> byCode = file.byCode();
    for (String start : byCode.keySet()) {
      Set<String> path = new HashSet<>();
      String at = start;
      while (at != null) {
        assertTrue(byCode.containsKey(at), start + " is below " + at + ", which is not in the list");
        assertTrue(path.add(at), start + " is above itself");
        at = byCode.get(at).path("parent").asText(null);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void validityBeginsBeforeItEnds(CodelistFile file) {
    for (JsonNode code : file.codes()) {
      LocalDate from = code.has("from") ? LocalDate.parse(code.path("from").asText()) : LocalDate.MIN;
      LocalDate until = code.has("until") ? LocalDate.parse(code.path("until").asText()) : LocalDate.MAX;
      assertTrue(from.isBefore(until), code::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void anAliasBelongsToOneCodeAndIsNoOtherCode(CodelistFile file) {
    Map<String, String> owners = new HashMap<>();
    file.byCode().keySet().forEach(code -> owners.put(CodelistFile.fold(code), code));
    for (JsonNode code : file.codes()) {
      for (String alias : CodelistFile.aliases(code)) {
        assertFalse(alias.isBlank());
        String other = owners.putIfAbsent(CodelistFile.fold(alias), code.path("code").asText());
        assertEquals(null, other, alias);
      }
    }
  }

  /** A county and its chief town share a name, so that an alias is unambiguous only together with its level. */
  @ParameterizedTest
  @MethodSource("files")
  void anAliasIsNotTheLabelOfAnotherCodeOfItsLevel(CodelistFile file) {
    Map<String, List<String>> owners = new HashMap<>();
    for (JsonNode code : file.codes()) {
      for (String spelling : CodelistFile.spellings(code)) {
        owners.computeIfAbsent(code.path("level").asText() + "/" + spelling, key -> new ArrayList<>())
            .add(code.path("code").asText());
      }
    }
    for (JsonNode code : file.codes()) {
      for (String alias : CodelistFile.aliases(code)) {
        assertEquals(
            List.of(code.path("code").asText()),
            owners.get(code.path("level").asText() + "/" + CodelistFile.fold(alias)),
            alias);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void inAListWithoutLevelsALabelNamesOneCode(CodelistFile file) {
    if (file.codes().stream().anyMatch(code -> code.has("level"))) {
      return;
    }
    Map<String, String> owners = new HashMap<>();
    for (JsonNode code : file.codes()) {
      for (String spelling : CodelistFile.spellings(code)) {
        assertEquals(null, owners.put(spelling, code.path("code").asText()), spelling);
      }
    }
  }

  private static boolean assertInBothLanguages(JsonNode text) {
    assertEquals(2, text.size(), text::toString);
    assertFalse(text.path("sv").asText().isBlank(), text::toString);
    assertFalse(text.path("en").asText().isBlank(), text::toString);
    return true;
  }

  private static Set<String> beyond(JsonNode node, Set<String> known) {
    Set<String> names = new HashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    names.removeAll(known);
    return names;
  }
}
