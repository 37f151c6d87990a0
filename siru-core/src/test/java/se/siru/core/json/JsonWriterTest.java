package se.siru.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWriterTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private String written() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static JsonWriter sample(JsonWriter writer) throws IOException {
    return writer.beginObject()
        .name("text").value("Växjö \"\\/ \n\r\t\b\u001f\u007f\u0085 😀")
        .name("numbers").beginArray().value(-7L).value(new BigDecimal("2.50")).value(new BigDecimal("1E+3")).end()
        .name("flags").beginArray().value(true).value(false).nullValue().end()
        .name("empty").beginObject().name("a").beginArray().end().name("o").beginObject().end().end()
        .end();
  }

  @Test
  void compactOutputHasNoWhiteSpaceAndEndsWithALineFeed() throws IOException {
    sample(JsonWriter.compact(out)).finish();
    assertEquals("{\"text\":\"Växjö \\\"\\\\/ \\n\\r\\t\\u0008\\u001f\\u007f\\u0085 😀\",\"numbers\":[-7,2.50,1000],"
        + "\"flags\":[true,false,null],\"empty\":{\"a\":[],\"o\":{}}}\n", written());
  }

  @Test
  void indentedOutputHasTwoSpacesALevel() throws IOException {
    sample(JsonWriter.indented(out)).finish();
    assertEquals("""
        {
          "text": "Växjö \\"\\\\/ \\n\\r\\t\\u0008\\u001f\\u007f\\u0085 😀",
          "numbers": [
            -7,
            2.50,
            1000
          ],
          "flags": [
            true,
            false,
            null
          ],
          "empty": {
            "a": [],
            "o": {}
          }
        }
        """, written());
  }

  @Test
  void aCompactWriterWritesADocumentALine() throws IOException {
    JsonWriter writer = JsonWriter.compact(out);
    writer.beginObject().end().value("a").value(1).write(JsonNull.of()).finish();
    assertEquals("{}\n\"a\"\n1\nnull\n", written());
    JsonWriter indented = JsonWriter.indented(out).value(1);
    assertThrows(IllegalStateException.class, () -> indented.value(2));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "-0.00,0.00", "0E+5,0", "1E-7,0.0000001", "-12.340,-12.340", "1E18,1000000000000000000"})
  void numbersArePlainWithTheDecimalsOfTheirScale(BigDecimal number, String expected) throws IOException {
    JsonWriter.compact(out).value(number).finish();
    assertEquals(expected + "\n", written());
  }

  @Property
  void everyLongIsWrittenAsItself(@ForAll long number) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonWriter.compact(bytes).value(number).finish();
    assertEquals(number + "\n", bytes.toString(StandardCharsets.US_ASCII));
  }

  @Test
  void aNumberThatTheReaderWouldRefuseIsNotWritten() {
    JsonWriter writer = JsonWriter.compact(out);
    for (String number : List.of("1E+999999999", "1E-999999999", "1E52", "1E-53", "0E-53",
        "12345678901234567890123456789012345")) {
      assertThrows(IllegalArgumentException.class, () -> writer.value(new BigDecimal(number)), number);
    }
  }

  @Test
  void halfASurrogatePairIsNotWritten() {
    for (String text : List.of("\ud800", "x\udc00", "\udc00\ud800", "\ud83dx")) {
      assertThrows(IllegalArgumentException.class, () -> JsonWriter.compact(out).value(text));
      assertThrows(IllegalArgumentException.class, () -> JsonWriter.compact(out).beginObject().name(text));
    }
  }

  @Test
  void everyCharacterIsEncodedAsUtf8() throws Exception {
    StringBuilder all = new StringBuilder();
    for (int point = 0xA0; point <= Character.MAX_CODE_POINT; point += point < 0x3000 ? 1 : 97) {
      if (!Character.isBmpCodePoint(point) || !Character.isSurrogate((char) point)) {
        all.appendCodePoint(point);
      }
    }
    JsonWriter.compact(out).value(all.toString()).finish();
    assertEquals("\"" + all + "\"\n", written());
  }

  @Test
  void whatWouldNotBeJsonIsRefused() {
    List<Supplier<JsonWriter>> starts = List.of(
        () -> JsonWriter.compact(new ByteArrayOutputStream()), () -> JsonWriter.indented(new ByteArrayOutputStream()));
    for (Supplier<JsonWriter> start : starts) {
      assertThrows(IllegalStateException.class, () -> start.get().finish());
      assertThrows(IllegalStateException.class, () -> start.get().end());
      assertThrows(IllegalStateException.class, () -> start.get().name("a"));
      assertThrows(IllegalStateException.class, () -> start.get().beginObject().value(1));
      assertThrows(IllegalStateException.class, () -> start.get().beginObject().beginArray());
      assertThrows(IllegalStateException.class, () -> start.get().beginArray().name("a"));
      assertThrows(IllegalStateException.class, () -> start.get().beginObject().name("a").name("b"));
      assertThrows(IllegalStateException.class, () -> start.get().beginObject().name("a").end());
      assertThrows(IllegalStateException.class, () -> start.get().beginObject().name("a").value(1).name("a"));
      assertThrows(IllegalStateException.class, () -> start.get().beginObject().finish());
    }
    JsonWriter writer = JsonWriter.compact(out);
    assertThrows(IllegalStateException.class, () -> {
      while (true) {
        writer.beginArray();
      }
    });
  }

  @Test
  void theStreamIsFlushedAndNeverClosed() throws IOException {
    int[] calls = {0, 0};
    ByteArrayOutputStream target = new ByteArrayOutputStream() {
      @Override
      public void flush() {
        calls[0]++;
      }

      @Override
      public void close() {
        calls[1]++;
      }
    };
    JsonWriter.indented(target).value("x".repeat(20_000)).finish();
    assertEquals(List.of(1, 0), List.of(calls[0], calls[1]));
    assertEquals(20_003, target.size());
  }

  @Test
  void aLongValueIsShownShortened() throws Exception {
    JsonObject object = JsonObject.builder().put("a", "x".repeat(1_000)).put("b", true).build();
    assertTrue(object.toString().endsWith("…[1017]"), object.toString());
    assertTrue(object.toString().startsWith("{\"a\":\"xxx"));
    assertEquals("{\"b\":[\"x\",\"y\"]}", JsonObject.builder().put("b", List.of("x", "y")).build().toString());
    assertEquals(1_017, JsonWriter.text(object).length());
    byte[] text = JsonWriter.text(object).getBytes(StandardCharsets.UTF_8);
    assertEquals(object, JsonReader.read(new ByteArrayInputStream(text), "doc", JsonLimits.defaults()));
  }

  @Test
  void anObjectIsBuiltWithoutDuplicateNamesAndDoesNotChangeAfterwards() {
    JsonObject.Builder builder = JsonObject.builder().put("a", 1);
    JsonObject object = builder.build();
    builder.put("b", new BigDecimal("1.5"));
    assertEquals(1, object.size());
    assertFalse(object.equals(builder.build()));
    assertThrows(IllegalArgumentException.class, () -> builder.put("a", 2));
    assertThrows(UnsupportedOperationException.class, () -> object.members().clear());
  }
}
