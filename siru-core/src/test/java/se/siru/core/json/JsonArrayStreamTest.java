package se.siru.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.json.JsonException.Reason;

class JsonArrayStreamTest {

  private static InputStream in(String json) {
    return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<JsonObject> read(String json, String pointer) throws Exception {
    JsonArrayStream stream = JsonArrayStream.open(in(json), "doc", JsonLimits.defaults(), pointer);
    List<JsonObject> objects = new ArrayList<>();
    for (JsonObject object = stream.next(); object != null; object = stream.next()) {
      objects.add(object);
    }
    assertNull(stream.next());
    return objects;
  }

  private static JsonException refused(Reason reason, String json, String pointer) {
    JsonException e = assertThrows(JsonException.class, () -> read(json, pointer));
    assertEquals(reason, e.reason(), e.getMessage());
    return e;
  }

  @Test
  void elementsOfTheWholeDocumentAreReadOneByOne() throws Exception {
    List<JsonObject> objects = read("[{\"a\":1},\n {\"a\":{\"b\":[2]}}]", "");
    assertEquals(2, objects.size());
    assertEquals(JsonPosition.of(2, 2, "/1"), objects.get(1).position());
    assertEquals(List.of(), read("[]", ""));
  }

  @Test
  void theArrayMayLieDeeperAmongOtherMembers() throws Exception {
    String json = "{\"meta\":{\"records\":[1],\"n\":[[{}],\"x\",1.5,null,true]},\n"
        + "\"result\":{\"count\":2,\"a/b\":[{\"id\":1},{\"id\":2}],\"more\":{\"x\":1}},\"end\":1}";
    List<JsonObject> objects = read(json, "/result/a~1b");
    assertEquals(List.of(JsonNumber.of(1), JsonNumber.of(2)),
        objects.stream().map(object -> object.get("id")).toList());
    assertEquals("/result/a~1b/1/id", objects.get(1).get("id").position().pointer());
  }

  @Test
  void aStreamedArrayHasTheElementsThatTheWholeDocumentHas() throws Exception {
    StringBuilder json = new StringBuilder("{\"records\": [");
    for (int i = 0; i < 5_000; i++) {
      json.append(i == 0 ? "" : ",\n").append("{\"id\": " + i + ", \"name\": \"Växjö " + i + "\"}");
    }
    json.append("]}");
    JsonObject whole = JsonReader.readObject(in(json.toString()), "doc", JsonLimits.defaults());
    List<JsonValue> held = ((JsonArray) whole.get("records")).values();
    List<JsonObject> streamed = read(json.toString(), "/records");
    assertEquals(held, streamed);
    assertEquals(held.get(4_999).position(), streamed.get(4_999).position());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "NOT_FOUND          | {\"a\":[]}                     | /records",
      "NOT_AN_ARRAY       | {\"records\":{}}               | /records",
      "NOT_AN_ARRAY       | {}                             | ''",
      "NOT_AN_OBJECT      | [{}]                           | /records",
      "NOT_AN_OBJECT      | {\"records\":[{},3]}           | /records",
      "NULL_DOCUMENT      | null                           | ''",
      "EMPTY_DOCUMENT     | ' '                            | ''",
      "TRUNCATED          | [{},                           | ''",
      "TRUNCATED          | {\"records\":[{}]              | /records",
      "SYNTAX             | [{} {}]                        | ''",
      "TRAILING_CONTENT   | [{}] []                        | ''",
      "TRAILING_CONTENT   | {\"records\":[{}]} x           | /records",
      "DUPLICATE_KEY      | [{\"a\":1,\"a\":1}]            | ''",
      "DUPLICATE_KEY      | {\"a\":1,\"a\":1,\"records\":[]} | /records",
      "DUPLICATE_KEY      | {\"records\":[],\"records\":[]}  | /records",
      "DUPLICATE_KEY      | {\"x\":{\"a\":1,\"a\":1},\"records\":[]} | /records",
      "CONTROL_CHARACTER  | {\"records\":[],\"x\":[\"\\u0000\"]} | /records",
      "NUMBER_OUT_OF_RANGE| {\"x\":1e99,\"records\":[]}    | /records",
      "LONE_SURROGATE     | {\"x\":{\"\\udc00\":1},\"records\":[]} | /records"})
  void theWholeDocumentIsCheckedEvenWhatIsNotKept(Reason reason, String json, String pointer) {
    refused(reason, json, pointer);
  }

  @Test
  void depthIsCountedFromTheDocument() throws Exception {
    String inner = "{\"a\":".repeat(62) + "1" + "}".repeat(62);
    assertEquals(1, read("{\"r\":[" + inner + "]}", "/r").size());
    refused(Reason.TOO_DEEP, "{\"r\":[{\"a\":" + inner + "}]}", "/r");
    refused(Reason.TOO_DEEP, "{\"x\":" + "[".repeat(100_000), "/r");
  }

  @Test
  void anElementHasLimitsAndTheArrayHasNot() throws Exception {
    JsonLimits limits = JsonLimits.builder().maxDocumentBytes(100).maxElementBytes(50).maxValues(4).build();
    String many = "[" + "{\"a\":[1]},".repeat(1_000) + "{}]";
    JsonArrayStream stream = JsonArrayStream.open(in(many), "doc", limits, "");
    int count = 0;
    while (stream.next() != null) {
      count++;
    }
    assertEquals(1_001, count);
    JsonArrayStream values = JsonArrayStream.open(in("[{},{\"a\":[1,2,3,4]}]"), "doc", limits, "");
    values.next();
    assertEquals(Reason.TOO_MANY_VALUES, assertThrows(JsonException.class, values::next).reason());
    JsonArrayStream size = JsonArrayStream.open(in("[{\"a\":1," + " ".repeat(50) + "\"b\":2}]"), "doc", limits, "");
    assertEquals(Reason.TOO_LARGE, assertThrows(JsonException.class, size::next).reason());
    assertEquals(Reason.TOO_MANY_VALUES, assertThrows(JsonException.class, () -> JsonArrayStream.open(
        in("{\"x\":{\"a\":1,\"b\":1,\"c\":1,\"d\":1}}"), "doc", limits, "/r")).reason());
  }

  @Test
  void aPointerBeginsWithASlash() {
    assertThrows(IllegalArgumentException.class,
        () -> JsonArrayStream.open(in("{}"), "doc", JsonLimits.defaults(), "records"));
  }
}
