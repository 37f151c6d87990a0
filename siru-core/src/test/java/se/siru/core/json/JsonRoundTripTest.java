package se.siru.core.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.siru.core.json.JsonException.Reason;

class JsonRoundTripTest {

  static byte[] bytes(JsonValue value, boolean indented) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    (indented ? JsonWriter.indented(out) : JsonWriter.compact(out)).write(value).finish();
    return out.toByteArray();
  }

  static JsonValue read(byte[] json) throws IOException, JsonException {
    return JsonReader.read(new ByteArrayInputStream(json), "doc", JsonLimits.defaults());
  }

  private static Arbitrary<String> legalTexts() {
    Arbitrary<Character> characters = Arbitraries.chars().filter(c ->
        !Character.isSurrogate(c) && (!Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t'));
    Arbitrary<String> supplementary = Arbitraries.integers().between(0x10000, 0x10FFFF).map(Character::toString);
    Arbitrary<String> notable = Arbitraries.of("\"", "\\", "/", "\u2028", "å");
    return Arbitraries.oneOf(characters.map(String::valueOf), notable, supplementary)
        .list().ofMaxSize(12).map(parts -> String.join("", parts));
  }

  private static Arbitrary<String> legalNames() {
    return legalTexts().map(text -> text.replaceAll("[\n\r\t]", ""));
  }

  private static Arbitrary<BigDecimal> legalNumbers() {
    Arbitrary<BigInteger> unscaled = Arbitraries.integers().between(0, 34).flatMap(digits ->
        Arbitraries.bigIntegers().between(BigInteger.TEN.pow(digits).negate(), BigInteger.TEN.pow(digits)));
    return Combinators.combine(unscaled, Arbitraries.integers().between(-17, 52)).as(BigDecimal::new);
  }

  @Provide
  Arbitrary<JsonValue> documents() {
    return values(4).filter(value -> !(value instanceof JsonNull));
  }

  private static Arbitrary<JsonValue> values(int depth) {
    Arbitrary<JsonValue> leaves = Arbitraries.oneOf(
        legalTexts().map(JsonText::of),
        legalNumbers().map(JsonNumber::of),
        Arbitraries.longs().map(JsonNumber::of),
        Arbitraries.of(JsonBoolean.of(true), JsonBoolean.of(false)),
        Arbitraries.just(JsonNull.of()));
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<JsonValue> inner = Arbitraries.lazy(() -> values(depth - 1));
    return Arbitraries.oneOf(
        leaves,
        inner.list().ofMaxSize(4).map(JsonArray::copyOf),
        Arbitraries.maps(legalNames(), inner).ofMaxSize(4).map(members -> {
          JsonObject.Builder builder = JsonObject.builder();
          members.forEach(builder::put);
          return builder.build();
        }));
  }

  @Property
  void whatIsWrittenIsReadBackTheSame(@ForAll("documents") JsonValue value) throws Exception {
    JsonValue compact = read(bytes(value, false));
    assertEquals(value, compact);
    assertEquals(value.hashCode(), compact.hashCode());
    assertEquals(value, read(bytes(value, true)));
  }

  @Property
  void canonicalBytesAreStable(@ForAll("documents") JsonValue value) throws Exception {
    byte[] compact = bytes(value, false);
    byte[] indented = bytes(value, true);
    assertArrayEquals(compact, bytes(read(compact), false));
    assertArrayEquals(compact, bytes(read(indented), false));
    assertArrayEquals(indented, bytes(read(compact), true));
    assertEquals(-1, new String(indented, StandardCharsets.UTF_8).indexOf('\r'));
  }

  @Property
  void aCutDocumentIsRefusedAndNeverMisread(@ForAll("documents") JsonValue value, @ForAll int where) throws Exception {
    byte[] whole = bytes(JsonArray.of(value), false);
    int length = Math.floorMod(where, whole.length - 1); // at least the closing bracket is missing
    byte[] cut = new byte[length];
    System.arraycopy(whole, 0, cut, 0, length);
    Reason reason = assertThrows(JsonException.class, () -> read(cut)).reason();
    assertTrue(List.of(Reason.EMPTY_DOCUMENT, Reason.TRUNCATED, Reason.SYNTAX, Reason.NOT_UTF8).contains(reason),
        () -> reason + " for " + new String(cut, StandardCharsets.UTF_8));
  }

  @Property
  void anyBytesAreReadOrRefusedButNeverBreakTheReader(@ForAll byte[] noise) throws Exception {
    try {
      JsonValue value = read(noise);
      assertEquals(value, read(bytes(value, false)));
    } catch (JsonException e) {
      assertEquals("doc", e.source());
    }
  }

  @Property
  void membersKeepTheirOrder(@ForAll("names") List<String> names) throws Exception {
    JsonObject.Builder builder = JsonObject.builder();
    names.forEach(name -> builder.put(name, 1));
    JsonObject read = (JsonObject) read(bytes(builder.build(), true));
    assertEquals(names, new ArrayList<>(read.members().keySet()));
  }

  @Provide
  Arbitrary<List<String>> names() {
    return legalNames().list().uniqueElements().ofMaxSize(20);
  }

  @Property
  void pointersLeadToTheValuesThatHaveThem(@ForAll("documents") JsonValue value) throws Exception {
    JsonValue root = read(bytes(value, true));
    follow(root, root);
  }

  private static void follow(JsonValue root, JsonValue value) {
    assertEquals(value, resolve(root, value.position().pointer()));
    if (value instanceof JsonArray array) {
      array.forEach(element -> follow(root, element));
    } else if (value instanceof JsonObject object) {
      object.members().values().forEach(member -> follow(root, member));
    }
  }

  private static JsonValue resolve(JsonValue root, String pointer) {
    JsonValue at = root;
    if (!pointer.isEmpty()) {
      for (String step : pointer.substring(1).split("/", -1)) {
        String name = step.replace("~1", "/").replace("~0", "~");
        at = at instanceof JsonArray array ? array.values().get(Integer.parseInt(name))
            : Map.copyOf(((JsonObject) at).members()).get(name);
      }
    }
    return at;
  }
}
