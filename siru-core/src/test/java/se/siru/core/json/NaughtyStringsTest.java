package se.siru.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import se.siru.core.json.JsonException.Reason;

/** Strings that broke other systems, with Jackson's own tree model as the oracle of what they are. */
@EnabledIfEnvironmentVariable(named = "SIRU_DATA", matches = ".+")
class NaughtyStringsTest {

  private final Path messy = Path.of(System.getenv("SIRU_DATA"), "messy");

  @Test
  void everyLegalStringSurvivesAndEveryOtherIsRefused() throws Exception {
    List<?> strings = new ObjectMapper().readValue(messy.resolve("blns/blns-half.json").toFile(), List.class);
    int legal = 0;
    for (Object string : strings) {
      String text = (String) string;
      byte[] written = JsonRoundTripTest.bytes(JsonObject.builder().put("name", text).build(), true);
      if (text.chars().anyMatch(c -> Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0)) {
        JsonException e = assertThrows(JsonException.class, () -> JsonRoundTripTest.read(written));
        assertEquals(Reason.CONTROL_CHARACTER, e.reason());
      } else {
        JsonObject read = (JsonObject) JsonRoundTripTest.read(written);
        assertEquals(JsonText.of(text), read.get("name"));
        legal++;
      }
    }
    assertTrue(legal > 200, "legal strings: " + legal);
    assertFalse(legal == strings.size(), "the list has strings that must be refused");
  }

  @Test
  void otherPeoplesDocumentsMeanWhatJacksonSaysTheyMean() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    int documents = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(messy.resolve("csv-spectrum/json"), "*.json")) {
      for (Path file : files) {
        assertEquals(mapper.readTree(file.toFile()), mapper.readTree(JsonWriter.text(read(file))), file.toString());
        documents++;
      }
    }
    assertEquals(11, documents);
  }

  private static JsonValue read(Path file) throws IOException, JsonException {
    try (InputStream in = Files.newInputStream(file)) {
      return JsonReader.read(in, file.getFileName().toString(), JsonLimits.defaults());
    }
  }
}
