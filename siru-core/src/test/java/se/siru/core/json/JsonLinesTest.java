package se.siru.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import se.siru.core.json.JsonException.Reason;

class JsonLinesTest {

  private final List<JsonException> bad = new ArrayList<>();

  private List<JsonObject> read(InputStream in, JsonLimits limits) throws IOException {
    JsonLines lines = JsonLines.open(in, "facts.jsonl", limits, bad::add);
    List<JsonObject> objects = new ArrayList<>();
    for (JsonObject object = lines.next(); object != null; object = lines.next()) {
      objects.add(object);
    }
    assertEquals(null, lines.next());
    return objects;
  }

  private List<JsonObject> read(String text) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), JsonLimits.defaults());
  }

  private static List<Integer> linesOf(List<JsonObject> objects) {
    return objects.stream().map(object -> object.position().line()).toList();
  }

  @Test
  void everyLineIsAnObjectThatKnowsItsLine() throws IOException {
    List<JsonObject> objects = read("{\"a\":1}\n\n  \t\r\n {\"a\":2}\r\n{\"a\":3}");
    assertEquals(List.of(), bad);
    assertEquals(List.of(1, 4, 5), linesOf(objects));
    assertEquals(JsonPosition.of(4, 7, "/a"), objects.get(1).get("a").position());
    assertEquals(JsonNumber.of(3), objects.get(2).get("a"));
  }

  @Test
  void anEmptyFileHasNoObjects() throws IOException {
    assertEquals(List.of(), read(""));
    assertEquals(List.of(), read("\n\n"));
    assertEquals(List.of(), read("\uFEFF"));
    assertEquals(List.of(), bad);
  }

  @Test
  void aByteOrderMarkIsAcceptedAtTheStartOnly() throws IOException {
    assertEquals(List.of(1), linesOf(read("\uFEFF{\"a\":1}\n\uFEFF{\"a\":2}")));
    assertEquals(List.of(Reason.SYNTAX), bad.stream().map(JsonException::reason).toList());
  }

  @Test
  void aBadLineIsReportedAndReadingGoesOn() throws IOException {
    List<JsonObject> objects = read("{\"a\":1}\n{\"a\":\n{\"a\":1,\"a\":2}\n[1]\n\"x\"\n{} {}\nnull\n"
        + "{\"a\":\"\\u0000\"}\n{\"a\":1e99}\n" + "[".repeat(100_000) + "\n{\"a\":9}\n");
    assertEquals(List.of(1, 11), linesOf(objects));
    assertEquals(List.of(Reason.TRUNCATED, Reason.DUPLICATE_KEY, Reason.NOT_AN_OBJECT, Reason.NOT_AN_OBJECT,
        Reason.TRAILING_CONTENT, Reason.NULL_DOCUMENT, Reason.CONTROL_CHARACTER, Reason.NUMBER_OUT_OF_RANGE,
        Reason.TOO_DEEP), bad.stream().map(JsonException::reason).toList());
    assertEquals(IntStream.rangeClosed(2, 10).boxed().toList(), bad.stream().map(e -> e.position().line()).toList());
  }

  @Test
  void aLineThatIsNotUtf8IsReportedWithItsOffsetInTheFile() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int i = 0; i < 10_000; i++) {
      file.write("{\"namn\":\"Växjö\"}\n".getBytes(StandardCharsets.UTF_8));
    }
    int offset = file.size() + "{\"namn\":\"V".length();
    file.write("{\"namn\":\"Växjö\"}\n{}".getBytes(StandardCharsets.ISO_8859_1));
    List<JsonObject> objects = read(new ByteArrayInputStream(file.toByteArray()), JsonLimits.defaults());
    assertEquals(10_001, objects.size());
    assertEquals(1, bad.size());
    assertEquals(Reason.NOT_UTF8, bad.get(0).reason());
    assertEquals(JsonPosition.of(10_001, 11, ""), bad.get(0).position());
    assertTrue(bad.get(0).getMessage().contains("byte offset " + offset + ";"), bad.get(0).getMessage());
  }

  @Test
  void aLineThatIsTooLongIsRefusedAndPassedOver() throws IOException {
    JsonLimits limits = JsonLimits.builder().maxElementBytes(20).build();
    String fits = "{\"a\":\"" + "x".repeat(12) + "\"}";
    String tooLong = "{\"a\":\"" + "x".repeat(13) + "\"}";
    String endless = " ".repeat(1 << 20);
    String file = String.join("\n", fits, tooLong, endless, fits, tooLong);
    List<JsonObject> objects = read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), limits);
    assertEquals(List.of(1, 4), linesOf(objects));
    assertEquals(List.of(2, 3, 5), bad.stream().map(e -> e.position().line()).toList());
    assertTrue(bad.stream().allMatch(e -> e.reason() == Reason.TOO_LARGE));
  }

  @Test
  void aCallbackThatThrowsEndsTheReading() {
    InputStream in = new ByteArrayInputStream("{\n{}".getBytes(StandardCharsets.UTF_8));
    JsonLines lines = JsonLines.open(in, "facts.jsonl", JsonLimits.defaults(), e -> {
      throw new IllegalStateException(e);
    });
    assertThrows(IllegalStateException.class, lines::next);
  }

  @Property(tries = 200)
  void whatACompactWriterWritesIsReadHoweverTheStreamIsCut(
      @ForAll @Size(max = 50) List<@IntRange(max = 30_000) Integer> lengths,
      @ForAll @IntRange(min = 1, max = 70_000) int chunk)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    JsonWriter writer = JsonWriter.compact(file);
    List<JsonObject> written = new ArrayList<>();
    for (int length : lengths) {
      written.add(JsonObject.builder().put("å", "ö".repeat(length)).build());
      writer.write(written.get(written.size() - 1));
    }
    if (!written.isEmpty()) {
      writer.finish();
    }
    InputStream inChunks = new ByteArrayInputStream(file.toByteArray()) {
      @Override
      public synchronized int read(byte[] target, int from, int length) {
        return super.read(target, from, Math.min(length, chunk));
      }
    };
    assertEquals(written, read(inChunks, JsonLimits.defaults()));
    assertEquals(List.of(), bad);
  }
}
