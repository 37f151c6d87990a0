package se.siru.core.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFile;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonReader;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;

/**
 * Reads a rule set from a file, {@code siru-rules/1}; the format is described in {@code docs/reference/rules.md}. Reading is strict,
 * and all mistakes are told at once.
 */
@Provided(since = "0.1.0")
public final class RuleSetReader {
  /** The format that is read. */
  public static final String FORMAT = "siru-rules/1";

  private static final Map<String, Indicator.Evidence> EVIDENCE = DefinitionDocument.words(Indicator.Evidence.values());

  private final String source;
  private final Findings findings;

  private RuleSetReader(String source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  /**
   * Reads a file.
   *
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where it cannot be read, with {@link ErrorCode#REFUSED_INPUT} and all
   *     findings where it has errors
   */
  public static RuleSet read(Path file) {
    return JsonFile.read(file, RuleSetReader::read);
  }

  /**
   * Reads a document and leaves the stream open.
   *
   * @param source what findings call the document
   * @throws SiruException as {@link #read(Path)} does
   */
  public static RuleSet read(InputStream in, String source) {
    Findings findings = new Findings();
    Optional<RuleSet> rules = Optional.empty();
    try {
      rules = new RuleSetReader(source, findings)
          .document(JsonAccess.of(JsonReader.readObject(in, source, JsonLimits.defaults()), JsonFindings.into(findings, source)));
    } catch (JsonException refused) {
      findings.add(JsonFindings.of(refused));
    } catch (IOException e) {
      throw SiruException.of(ErrorCode.UNREADABLE, "cannot read " + source, e);
    }
    if (rules.isEmpty() || findings.hasErrors()) {
      List<Finding> list = findings.list();
      throw new SiruException(ErrorCode.REFUSED_INPUT, "the rule set has errors: " + list.get(0), list);
    }
    return rules.get();
  }

  private Optional<RuleSet> document(JsonAccess access) {
    Optional<String> format = access.requiredText("siru");
    if (format.isPresent() && !format.get().equals(FORMAT)) {
      findings.add(RuleSetRules.FORMAT, at(access, "siru"), "found", format.get(), "accepted", FORMAT);
      return Optional.empty();
    }
    String id = name(access, "id");
    String version = name(access, "version");
    LocalizedText name = LocalizedText.of(access.textMap("name"));
    Optional<JsonAccess> text = access.object("source");
    RuleSet.Builder builder = RuleSet.builder(id == null ? "none" : id, version == null ? "0" : version).named(name);
    text.ifPresent(object -> {
      Optional<String> words = object.requiredText("text");
      Optional<Indicator.Evidence> evidence = object.choice("evidence", EVIDENCE);
      object.finish();
      builder.source(words.orElse(""), evidence.orElse(Indicator.Evidence.UNCONFIRMED));
    });
    labels(access, builder);
    builder.previews(access.texts("previews"));
    values(access).forEach(builder::value);
    access.has("$schema");
    access.finish();
    return findings.hasErrors() ? Optional.empty() : Optional.of(builder.build());
  }

  private @Nullable String name(JsonAccess access, String member) {
    Optional<String> name = access.requiredText(member);
    boolean fits = name.filter(text -> member.equals("id")
        ? RuleSet.isId(text) && !text.equals(RuleSet.defaults().id())
        : RuleSet.isVersion(text)).isPresent();
    if (name.isPresent() && !fits) {
      findings.add(RuleSetRules.NAME, at(access, member), "name", name.get());
    }
    return fits ? name.get() : null;
  }

  private static void labels(JsonAccess access, RuleSet.Builder builder) {
    access.object("labels").ifPresent(object -> {
      for (Indicator.Kind kind : Indicator.Kind.values()) {
        Map<String, String> label = object.textMap(DefinitionDocument.word(kind));
        if (!label.isEmpty()) {
          builder.label(kind, LocalizedText.of(label));
        }
      }
      object.finish();
    });
  }

  private Map<RuleSet.Value, Origin> values(JsonAccess access) {
    Map<RuleSet.Value, Origin> values = new LinkedHashMap<>();
    Set<String> given = new HashSet<>();
    for (JsonAccess each : access.objects("values")) {
      each.requiredValue("indicators");
      List<String> indicators = each.texts("indicators");
      Optional<String> parameter = each.requiredText("parameter");
      String value = value(each, "value").orElse(null);
      Optional<Indicator.Evidence> evidence = each.requiredChoice("evidence", EVIDENCE);
      String words = each.text("source").orElse("");
      each.finish();
      if (parameter.isEmpty() || value == null || evidence.isEmpty()) {
        continue;
      }
      for (String indicator : indicators) {
        if (!given.add(indicator + "\n" + parameter.get())) {
          findings.add(RuleSetRules.TWICE, at(each, "indicators"), "parameter", parameter.get(), "indicator", indicator);
        }
      }
      values.put(new RuleSet.Value(indicators, parameter.get(), value, evidence.get(), words), at(each, "value"));
    }
    return values;
  }

  private Optional<String> value(JsonAccess access, String member) {
    Optional<JsonValue> found = access.requiredValue(member);
    Optional<String> text = found.flatMap(RuleSetReader::text);
    if (found.isPresent() && text.isEmpty()) {
      findings.add(RuleSetRules.NO_VALUE, at(access, member), "found", found.get().toString());
    }
    return text;
  }

  /** The value of a parameter as it stands in a document; empty where it can be none. */
  static Optional<String> text(JsonValue value) {
    if (value instanceof JsonNumber number) {
      String plain = number.value().toPlainString();
      return Parameter.kindOf(plain) == Parameter.Kind.NUMBER ? Optional.of(plain) : Optional.empty();
    }
    // A text of digits would change its kind when it is written.
    return value instanceof JsonText text && Parameter.isWordOrDay(text.value()) ? Optional.of(text.value()) : Optional.empty();
  }

  private Origin at(JsonAccess access, String member) {
    return JsonFindings.origin(source, DefinitionNames.at(access, member));
  }
}
