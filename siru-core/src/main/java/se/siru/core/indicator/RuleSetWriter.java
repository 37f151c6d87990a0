package se.siru.core.indicator;

import java.math.BigDecimal;
import java.util.Map;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.json.JsonWriter;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;

/** Writes rule sets so that {@link RuleSetReader} reads the same. */
@Provided(since = "0.1.0")
public final class RuleSetWriter {
  private RuleSetWriter() {}

  /**
   * A rule set as one line of JSON.
   *
   * @throws IllegalArgumentException for {@link RuleSet#defaults}, which nobody gives
   */
  public static String text(RuleSet rules) {
    if (rules.isDefaults()) {
      throw new IllegalArgumentException("the defaults of definitions are no rule set of anybody");
    }
    JsonObject.Builder root =
        JsonObject.builder().put("siru", RuleSetReader.FORMAT).put("id", rules.id()).put("version", rules.version());
    put(root, "name", rules.name());
    root.put(
        "source",
        JsonObject.builder().put("text", rules.source()).put("evidence", DefinitionDocument.word(rules.evidence())).build());
    JsonObject.Builder labels = JsonObject.builder();
    for (Indicator.Kind kind : Indicator.Kind.values()) {
      put(labels, DefinitionDocument.word(kind), rules.label(kind));
    }
    root.put("labels", labels.build());
    root.put("previews", rules.previews());
    root.put("values", JsonArray.copyOf(rules.values().stream().map(RuleSetWriter::value).toList()));
    return JsonWriter.text(root.build());
  }

  private static JsonObject value(RuleSet.Value value) {
    return JsonObject.builder()
        .put("indicators", value.indicators())
        .put("parameter", value.parameter())
        .put("value", written(value.value()))
        .put("evidence", DefinitionDocument.word(value.evidence()))
        .put("source", value.source())
        .build();
  }

  private static JsonValue written(String value) {
    return Parameter.kindOf(value) == Parameter.Kind.NUMBER ? JsonNumber.of(new BigDecimal(value)) : JsonText.of(value);
  }

  private static void put(JsonObject.Builder object, String name, LocalizedText text) {
    if (!text.isEmpty()) {
      JsonObject.Builder words = JsonObject.builder();
      for (Map.Entry<String, String> wording : text.asMap().entrySet()) {
        words.put(wording.getKey(), wording.getValue());
      }
      object.put(name, words.build());
    }
  }
}
