package se.siru.core.format.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.DefinitionWriter;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Range;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;
import se.siru.core.text.LocalizedText;

/** What a result says about how an indicator is defined. */
final class Definitions {
  private Definitions() {}

  /** The whole definition as data; empty where code is a part of it. */
  static Optional<JsonObject> whole(Indicator indicator) {
    String text;
    try {
      text = DefinitionWriter.text(indicator);
    } catch (SiruException holdsCode) {
      if (holdsCode.code() == ErrorCode.MISUSE) {
        return Optional.empty();
      }
      throw holdsCode;
    }
    try (ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))) {
      return Optional.of(JsonReader.readObject(in, indicator.id(), JsonLimits.defaults()));
    } catch (IOException | JsonException e) {
      throw new IllegalStateException("a definition that was just written cannot be read: " + indicator.id(), e);
    }
  }

  /** What is data of a definition that code is a part of. */
  static JsonObject outline(Indicator indicator) {
    return JsonObject.builder()
        .put("id", indicator.id())
        .put("code", indicator.code())
        .put("version", indicator.version())
        .put("name", texts(indicator.name()))
        .put("definition", texts(indicator.definition()))
        .put("unit", indicator.unit())
        .put("range", range(indicator.range()))
        .put(
            "source",
            JsonObject.builder()
                .put("text", indicator.source())
                .put("evidence", indicator.evidence().name().toLowerCase(Locale.ROOT))
                .build())
        .build();
  }

  private static JsonObject range(Range range) {
    JsonObject.Builder object = JsonObject.builder();
    if (range.least() != null) {
      object.put("at-least", JsonNumber.of(range.least()));
    }
    if (range.most() != null) {
      object.put("at-most", JsonNumber.of(range.most()));
    }
    return object.build();
  }

  private static JsonObject texts(LocalizedText text) {
    JsonObject.Builder object = JsonObject.builder();
    text.asMap().forEach(object::put);
    return object.build();
  }
}
