package se.siru.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.json.JsonException.Reason;

class JsonReaderTest {

  private static final JsonLimits LIMITS = JsonLimits.defaults();

  private static JsonValue read(String json) throws Exception {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonValue read(byte[] json) throws Exception {
    return JsonReader.read(new ByteArrayInputStream(json), "doc", LIMITS);
  }

  private static JsonException refused(Reason reason, String json) {
    return refused(reason, json.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonException refused(Reason reason, byte[] json) {
    JsonException e = assertThrows(JsonException.class, () -> read(json));
    assertEquals(reason, e.reason(), e.getMessage());
    assertFalse(e.getMessage().contains("Source"), e.getMessage());
    assertTrue(e.getMessage().length() < 300, e.getMessage());
    return e;
  }

  @Test
  void everyKindOfValueIsReadWithItsPlace() throws Exception {
    JsonObject object = assertInstanceOf(JsonObject.class,
        read("{\n  \"a/b~\": [1, {\"å\": \"x\"}],\n  \"t\": true, \"f\": false, \"n\": null\n}"));
    assertEquals(List.of("a/b~", "t", "f", "n"), new ArrayList<>(object.members().keySet()));
    JsonArray array = assertInstanceOf(JsonArray.class, object.get("a/b~"));
    JsonValue text = assertInstanceOf(JsonObject.class, array.values().get(1)).get("å");
    assertEquals(JsonPosition.of(2, 21, "/a~1b~0/1/å"), text.position());
    assertEquals(JsonPosition.of(3, 8, "/t"), object.get("t").position());
    assertEquals(JsonPosition.of(1, 1, ""), object.position());
    assertEquals(JsonBoolean.of(true), object.get("t"));
    assertEquals(JsonBoolean.of(false), object.get("f"));
    assertEquals(JsonNull.of(), object.get("n"));
  }

  @Test
  void theStreamIsLeftOpen() throws Exception {
    boolean[] closed = {false};
    InputStream in = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)) {
      @Override
      public void close() throws IOException {
        closed[0] = true;
        super.close();
      }
    };
    JsonReader.read(in, "doc", LIMITS);
    assertFalse(closed[0]);
  }

  @Test
  void aDuplicateNameIsRefusedWhereItAppearsAgain() {
    JsonException e = refused(Reason.DUPLICATE_KEY, "{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2}}");
    assertEquals(JsonPosition.of(2, 16, "/b/c"), e.position());
    assertTrue(e.getMessage().startsWith("doc, line 2, column 16: "), e.getMessage());
    refused(Reason.DUPLICATE_KEY, "{\"a\": 1, \"\\u0061\": 2}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} {}", "{}\n]", "[1] x", "1 2", "{},", "\"a\" \"b\"", "null null"})
  void whateverFollowsTheDocumentIsRefused(String json) {
    refused(json.startsWith("null") ? Reason.NULL_DOCUMENT : Reason.TRAILING_CONTENT, json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\r\n", "\uFEFF", "\uFEFF \n"})
  void anEmptyDocumentIsRefused(String json) {
    assertTrue(refused(Reason.EMPTY_DOCUMENT, json).getMessage().contains("empty"));
  }

  @Test
  void aNullDocumentIsRefused() {
    refused(Reason.NULL_DOCUMENT, "null");
  }

  @Test
  void aByteOrderMarkIsAccepted() throws Exception {
    assertEquals(JsonNumber.of(1), read("\uFEFF1"));
    refused(Reason.SYNTAX, "\uFEFF\uFEFF1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a': 1}", "{a: 1}", "[1,]", "[,1]", "{\"a\":1,}", "// c\n1", "/* c */ 1", "# c\n1", "NaN",
      "[Infinity]", "[-Infinity]", "+1", "01", "-01", ".5", "5.", "1e", "0x1F", "tru", "True", "\"\\x\"", "{\"a\" 1}",
      "{1: 1}", "[1 2]", "]", "}", "\u00A01"})
  void whatIsNotJsonIsRefused(String json) {
    JsonException e = assertThrows(JsonException.class, () -> read(json));
    assertTrue(e.reason() == Reason.SYNTAX || e.reason() == Reason.TRUNCATED, e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[", "[1", "{\"a\"", "{\"a\":", "{\"a\": 1", "\"abc", "\"ab\\u00", "[\"a\\"})
  void aTruncatedDocumentIsRefused(String json) {
    JsonException e = refused(Reason.TRUNCATED, json);
    assertEquals(1, e.position().line());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "-1E+999999999", "1e-999999999", "0e99999999999999", "1e19", "1e-19",
      "12345678901234567890123456789012345", "0.12345678901234567890123456789012345",
      "0.00000000000000000000000000000000000000000000000000001"})
  void aNumberThatWouldMakeArithmeticSlowOrInexactIsRefused(String number) {
    assertEquals("/0", refused(Reason.NUMBER_OUT_OF_RANGE, "[" + number + "]").position().pointer());
  }

  @Test
  void aNumberOfMoreThan64CharactersIsRefused() {
    refused(Reason.NUMBER_TOO_LONG, "1".repeat(1_001));
    refused(Reason.NUMBER_TOO_LONG, "[" + "1".repeat(65) + "]");
    refused(Reason.NUMBER_TOO_LONG, "0." + "0".repeat(63));
    refused(Reason.NUMBER_TOO_LONG, "1e" + "0".repeat(1_000_000) + "1");
  }

  @ParameterizedTest
  @CsvSource({"0,0,true,true", "-0,0,true,true", "1e18,1000000000000000000,true,false", "2.50,2.50,false,false",
      "3.0,3.0,true,false", "3e2,300,true,false", "1E-2,0.01,false,false", "2147483648,2147483648,true,true",
      "9223372036854775808,9223372036854775808,true,true",
      "-1234567890123456789012345678901234e18,-1234567890123456789012345678901234000000000000000000,true,false"})
  void numbersAreExact(String written, String plain, boolean integer, boolean writtenAsInteger) throws Exception {
    JsonNumber number = assertInstanceOf(JsonNumber.class, read(written));
    assertEquals(plain, number.value().toPlainString());
    assertEquals(new BigDecimal(plain), number.value());
    assertEquals(integer, number.isInteger());
    assertEquals(writtenAsInteger, number.writtenAsInteger());
  }

  @Test
  void nestingBeyondTheLimitIsRefusedAtAnyDepth() throws Exception {
    assertInstanceOf(JsonArray.class, read("[".repeat(64) + "]".repeat(64)));
    assertInstanceOf(JsonObject.class, read("{\"a\":".repeat(64) + "1" + "}".repeat(64)));
    for (int depth : new int[] {65, 2_000, 1_000_001}) {
      assertEquals(65, refused(Reason.TOO_DEEP, "[".repeat(depth)).position().column());
      refused(Reason.TOO_DEEP, "{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
    }
  }

  @Test
  void theDeepestLimitThatCanBeSetIsReadWithoutStackOverflow() throws Exception {
    JsonLimits deep = JsonLimits.builder().depth(1_000).build();
    byte[] json = ("[".repeat(1_000) + "]".repeat(1_000)).getBytes(StandardCharsets.UTF_8);
    JsonValue value = JsonReader.read(new ByteArrayInputStream(json), "doc", deep);
    assertEquals("[".repeat(1_000) + "]".repeat(1_000), JsonWriter.text(value));
    assertThrows(IllegalArgumentException.class, () -> JsonLimits.builder().depth(1_001));
    assertThrows(IllegalArgumentException.class, () -> JsonLimits.builder().maxValues(0));
  }

  @Test
  void aLongStringOrNameIsRefused() throws Exception {
    String longest = "x".repeat(1 << 20);
    assertEquals(JsonText.of(longest), read('"' + longest + '"'));
    refused(Reason.STRING_TOO_LONG, '"' + longest + "x\"");
    assertInstanceOf(JsonObject.class, read("{\"" + "x".repeat(256) + "\":1}"));
    refused(Reason.NAME_TOO_LONG, "{\"" + "x".repeat(257) + "\":1}");
    refused(Reason.NAME_TOO_LONG, "{\"" + "\\u0061".repeat(257) + "\":1}");
  }

  /** Hands out what a document of any size begins with, without ever holding it. */
  private static InputStream endless(String begin, String repeated, long[] handedOut) {
    byte[] start = begin.getBytes(StandardCharsets.UTF_8);
    byte[] again = repeated.getBytes(StandardCharsets.UTF_8);
    return new InputStream() {
      @Override
      public int read() {
        long at = handedOut[0]++;
        return at < start.length ? start[(int) at] : again[(int) ((at - start.length) % again.length)];
      }
    };
  }

  @Test
  void aDocumentThatIsTooLargeIsRefusedWithoutReadingOn() {
    JsonLimits small = JsonLimits.builder().maxDocumentBytes(1 << 20).build();
    long[] handedOut = {0};
    JsonException e = assertThrows(JsonException.class,
        () -> JsonReader.read(endless("", " ", handedOut), "doc", small));
    assertEquals(Reason.TOO_LARGE, e.reason());
    assertTrue(handedOut[0] < (1 << 20) + 100_000, "bytes read: " + handedOut[0]);
  }

  @Test
  void aDocumentOfManySmallValuesIsRefusedBeforeTheyFillTheMemory() {
    long[] handedOut = {0};
    JsonException e = assertThrows(JsonException.class,
        () -> JsonReader.read(endless("[0", ",{}", handedOut), "doc", LIMITS));
    assertEquals(Reason.TOO_MANY_VALUES, e.reason());
    assertTrue(handedOut[0] < 4_000_000, "bytes read: " + handedOut[0]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "a\\ud83d", "\\udc00\\ud800", "\\ud83dx"})
  void halfASurrogatePairIsRefused(String text) {
    assertEquals("/a", refused(Reason.LONE_SURROGATE, "{\"a\":\"" + text + "\"}").position().pointer());
    refused(Reason.LONE_SURROGATE, "{\"" + text + "\":1}");
  }

  @Test
  void everyControlCharacterButBreaksIsRefusedInATextAndAllInAName() throws Exception {
    for (char c = 0; c <= 0xA0; c++) {
      String escaped = String.format("\\u%04x", (int) c);
      boolean control = Character.isISOControl(c);
      if (control && c != '\n' && c != '\t' && c != '\r') {
        refused(Reason.CONTROL_CHARACTER, "[\"" + escaped + "\"]");
      } else {
        assertEquals(JsonArray.of(JsonText.of("" + c)), read("[\"" + escaped + "\"]"));
      }
      if (control) {
        JsonException e = refused(Reason.CONTROL_CHARACTER, "{\"" + escaped + "\":1}");
        assertEquals("", e.position().pointer());
        refused(Reason.CONTROL_CHARACTER, "{\"a\": \"" + c + "\"}");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "windows-1252"})
  void latin1BytesAreRefusedWithTheirOffset(String charset) {
    JsonException e = refused(Reason.NOT_UTF8, "{\"namn\":\n \"Växjö\"}".getBytes(Charset.forName(charset)));
    assertTrue(e.getMessage().contains("0xE4 at byte offset 12"), e.getMessage());
    assertTrue(e.getMessage().contains("ISO-8859-1"), e.getMessage());
    assertEquals(2, e.position().line());
  }

  @Test
  void theOffsetOfABadByteIsThatInTheFileHoweverFarIn() {
    for (int before : new int[] {0, 1, 16_380, 16_383, 16_384, 40_000}) {
      byte[] json = ("\uFEFF\"" + "å".repeat(before)).getBytes(StandardCharsets.UTF_8);
      byte[] bad = Arrays.copyOf(json, json.length + 1);
      bad[json.length] = (byte) 0xE5;
      assertTrue(refused(Reason.NOT_UTF8, bad).getMessage().contains("offset " + json.length + ";"));
    }
  }

  @Test
  void otherEncodingsAreRefused() {
    for (Charset utf16 : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertTrue(refused(Reason.NOT_UTF8, "\uFEFF{}".getBytes(utf16)).getMessage().contains("UTF-16"));
    }
    refused(Reason.SYNTAX, "{}".getBytes(StandardCharsets.UTF_16BE));
    refused(Reason.NOT_UTF8, new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}); // overlong NUL
    refused(Reason.NOT_UTF8, new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}); // encoded surrogate
  }

  @Test
  void textBeyondTheBasicPlaneIsRead() throws Exception {
    assertEquals(JsonText.of("😀 åäö"), read("\"😀 \\u00e5äö\""));
    String many = "😀".repeat(20_000);
    assertEquals(JsonText.of("x" + many), read("\"x" + many + "\""));
    assertEquals(JsonText.of("xy" + many), read("\"xy" + many + "\""));
  }

  @Test
  void aMessageQuotesAtMost80CharactersOfTheDocument() {
    String secret = "personnummer".repeat(40);
    assertEquals(-1, refused(Reason.SYNTAX, "[" + secret + "]").getMessage().indexOf(secret.substring(0, 81)));
    JsonLimits wide = JsonLimits.builder().nameLength(1_000).build();
    byte[] twice = ("{\"" + secret + "\":1,\"" + secret + "\":2}").getBytes(StandardCharsets.UTF_8);
    JsonException e = assertThrows(JsonException.class,
        () -> JsonReader.read(new ByteArrayInputStream(twice), "doc", wide));
    assertFalse(e.getMessage().contains(secret.substring(0, 81)), e.getMessage());
  }

  @Test
  void collidingNamesAreReadLikeOthers() throws Exception {
    // "Aa"/"BB" collide with factor 31 (String), "A!"/"@B" with factor 33 (the parser's table).
    for (String[] pair : new String[][] {{"Aa", "BB"}, {"A!", "@B"}}) {
      StringBuilder json = new StringBuilder("{");
      for (int i = 0; i < 1 << 14; i++) {
        json.append(i == 0 ? "\"" : ",\"");
        for (int bit = 0; bit < 14; bit++) {
          json.append(pair[i >> bit & 1]);
        }
        json.append("\":").append(i);
      }
      JsonObject object = assertInstanceOf(JsonObject.class, read(json.append('}').toString()));
      assertEquals(1 << 14, object.size());
    }
  }

  @Test
  void aDocumentThatMustBeAnObjectIsNothingElse() throws Exception {
    InputStream array = new ByteArrayInputStream("[{}]".getBytes(StandardCharsets.UTF_8));
    JsonException e = assertThrows(JsonException.class, () -> JsonReader.readObject(array, "doc", LIMITS));
    assertEquals(Reason.NOT_AN_OBJECT, e.reason());
  }
}
