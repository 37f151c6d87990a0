package se.siru.core.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonReader;
import se.siru.core.stability.Experimental;
import se.siru.core.text.LocalizedText;

/**
 * Cases about one thing that goes wrong, as one file, {@code siru-conformance/1}.
 *
 * @param id its id, which its cases begin with
 * @param title what people read
 * @param why what goes wrong, in English
 * @param sources where it was seen to go wrong
 * @param cases the cases
 */
@Experimental(since = "0.1.0")
public record ConformanceTopic(String id, LocalizedText title, String why, List<String> sources, List<ConformanceCase> cases) {
  /** The format that is read. */
  public static final String FORMAT = "siru-conformance/1";

  /** Copies the lists. */
  public ConformanceTopic {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(why, "why");
    sources = List.copyOf(sources);
    cases = List.copyOf(cases);
  }

  /**
   * Reads a topic and leaves the stream open.
   *
   * @param source what findings call the document
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where it cannot be read, with {@link ErrorCode#REFUSED_INPUT} and all
   *     findings where it has errors
   */
  public static ConformanceTopic read(InputStream in, String source) {
    Findings findings = new Findings();
    try {
      JsonAccess document = JsonAccess.of(JsonReader.readObject(in, source, JsonLimits.defaults()), JsonFindings.into(findings, source));
      ConformanceTopic topic = topic(document);
      if (!findings.hasErrors()) {
        return topic;
      }
    } catch (JsonException refused) {
      findings.add(JsonFindings.of(refused));
    } catch (IOException e) {
      throw SiruException.of(ErrorCode.UNREADABLE, "cannot read " + source, e);
    }
    throw new SiruException(ErrorCode.REFUSED_INPUT, "the cases have errors: " + findings.list().get(0), findings.list());
  }

  private static ConformanceTopic topic(JsonAccess document) {
    document.requiredChoice("siru", Map.of(FORMAT, FORMAT));
    String id = document.requiredText("id").orElse("");
    LocalizedText title = LocalizedText.of(document.textMap("title"));
    String why = document.requiredText("why").orElse("");
    List<String> sources = document.texts("sources");
    List<ConformanceCase> cases = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonAccess each : document.objects("cases")) {
      ConformanceCase read = read(id, each);
      if (!ids.add(read.id()) || !read.id().startsWith(id + ".")) {
        each.problem("id", JsonAccess.RULE_CHOICE, Map.of("member", "id", "found", read.id(), "allowed", id + ".…"));
      }
      cases.add(read);
    }
    document.finish();
    return new ConformanceTopic(id, title, why, sources, cases);
  }

  private static ConformanceCase read(String topic, JsonAccess object) {
    String id = object.requiredText("id").orElse("");
    String why = object.text("why").orElse("");
    for (String optional : List.of("zone", "attributes", "records", "targets", "periods", "by")) {
      object.value(optional);
    }
    object.requiredValue("question");
    object.requiredObject("siru");
    List<Answer> expected = object.objects("expected").stream().map(Answer::read).toList();
    object.finish();
    return new ConformanceCase(topic, id, why, object.json(), expected);
  }
}
