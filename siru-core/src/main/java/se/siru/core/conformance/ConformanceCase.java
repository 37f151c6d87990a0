package se.siru.core.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.json.JsonWriter;
import se.siru.core.stability.Experimental;
import se.siru.core.text.Excerpt;

/**
 * Records, a question and its exact answer.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class ConformanceCase {
  /** What a system that is asked may see, in this order. */
  private static final List<String> ASKED =
      List.of("id", "zone", "attributes", "records", "targets", "question", "periods", "by");

  private final String topic;
  private final String id;
  private final String why;
  private final JsonObject json;
  private final List<Answer> expected;

  ConformanceCase(String topic, String id, String why, JsonObject json, List<Answer> expected) {
    this.topic = topic;
    this.id = id;
    this.why = why;
    this.json = json;
    this.expected = List.copyOf(expected);
  }

  /** The topic that it belongs to. */
  public String topic() {
    return topic;
  }

  /** Its id, unique among all cases. */
  public String id() {
    return id;
  }

  /** What goes wrong elsewhere, in English. */
  public String why() {
    return why;
  }

  /** The time zone, by its IANA name, in which the system that is asked should run; empty for any. */
  public Optional<String> zone() {
    return json.get("zone") instanceof JsonText zone ? Optional.of(zone.value()) : Optional.empty();
  }

  /** The case as one line of JSON for a system that is asked: without the answer, and without how SIRU is asked. */
  public String line() {
    JsonObject.Builder asked = JsonObject.builder();
    for (String member : ASKED) {
      JsonValue value = json.get(member);
      if (value != null) {
        asked.put(member, value);
      }
    }
    return JsonWriter.text(asked.build());
  }

  @Nullable JsonValue member(String name) {
    return json.get(name);
  }

  /**
   * Judges an answer.
   *
   * @param answer one JSON object: {@code {"case": id, "answers": [{"period", "codes", "value" or "absent"}]}}, or
   *     {@code {"case": id, "supported": false}}
   */
  public Verdict judge(String answer) {
    try {
      JsonObject object =
          JsonReader.readObject(
              new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)), "answer", JsonLimits.defaults());
      return judge(object);
    } catch (JsonException | IOException unreadable) {
      return Verdict.failed("a JSON object", Excerpt.of(answer));
    }
  }

  private Verdict judge(JsonObject object) {
    boolean[] wrong = new boolean[1];
    JsonAccess access = JsonAccess.of(object, (rule, position, arguments) -> wrong[0] = true);
    String about = access.text("case").orElse("");
    if (access.has("supported") && !access.bool("supported").orElse(true)) {
      return about.equals(id) ? Verdict.notSupported() : Verdict.failed("an answer to " + id, "one to " + about);
    }
    List<Answer> answers = access.objects("answers").stream().map(Answer::read).toList();
    if (wrong[0] || !about.equals(id)) {
      return Verdict.failed("an answer to " + id + " as the page of the suite describes it", Excerpt.of(object.toString()));
    }
    for (Answer each : expected) {
      Optional<Answer> given = answers.stream().filter(each::isAbout).findFirst();
      if (given.isEmpty() || !each.accepts(given.get())) {
        return Verdict.failed(each.toString(), given.map(Answer::toString).orElse("no such cell"));
      }
    }
    return Verdict.passed();
  }

  @Override
  public String toString() {
    return id;
  }
}
