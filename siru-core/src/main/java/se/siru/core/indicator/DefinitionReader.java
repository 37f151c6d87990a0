package se.siru.core.indicator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.model.Schema;
import se.siru.core.text.LocalizedText;

/**
 * Reads indicators from files of definitions: the JSON spelling of what {@link Indicator#measure} and {@link Indicator#formula}
 * build. The root of a file is an object with {@code "siru": "siru-definitions/1"} and {@code indicators}, an array of
 * definitions, or one definition. The format is described in {@code docs/reference/definitions.md}.
 *
 * <p>Immutable and thread-safe.
 */
public final class DefinitionReader {
  /** The format that is read and written. */
  public static final String FORMAT = "siru-definitions/1";

  private final Schema schema;

  private DefinitionReader(Schema schema) {
    this.schema = schema;
  }

  /** A reader of definitions over the record types, extra fields and code lists of a schema. */
  public static DefinitionReader over(Schema schema) {
    return new DefinitionReader(Objects.requireNonNull(schema, "schema"));
  }

  /**
   * Reads a document and leaves the stream open.
   *
   * @param source what findings call the document
   * @param findings takes all problems, each with its line as row and its JSON pointer as column
   * @return the definitions without an error, in the order written; whether there were errors is up to {@code findings}
   * @throws IOException where the stream cannot be read
   */
  public List<Indicator> read(InputStream in, String source, Findings findings) throws IOException {
    try {
      return new Document(source, findings).read(JsonReader.read(in, source, JsonLimits.defaults()));
    } catch (JsonException refused) {
      findings.add(JsonFindings.of(refused));
      return List.of();
    }
  }

  /** As {@link #read(InputStream, String, Findings)}, from text. */
  public List<Indicator> read(String json, String source, Findings findings) {
    try {
      return read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), source, findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  /** The reading of one document. */
  private final class Document {
    private final JsonAccess.ProblemSink problems;
    private final Findings findings;
    private final DefinitionNames names;
    private final Set<String> taken = new HashSet<>();
    private final List<Indicator> indicators = new ArrayList<>();

    Document(String source, Findings findings) {
      this.problems = JsonFindings.into(findings, source);
      this.findings = findings;
      this.names = new DefinitionNames(schema, findings, source);
    }

    List<Indicator> read(JsonValue root) {
      if (root instanceof JsonArray) {
        // An array has no members; giving it one lets the strict access check its elements.
        objects(JsonObject.builder().put("indicators", root).build()).forEach(object -> definition(object, null));
      } else if (root instanceof JsonObject) {
        object((JsonObject) root);
      } else {
        names.exactlyOne(root.position(), List.of("{…}", "[…]"));
      }
      return List.copyOf(indicators);
    }

    private List<JsonAccess> objects(JsonObject holder) {
      return JsonAccess.of(holder, problems).objects("indicators");
    }

    private void object(JsonObject root) {
      JsonAccess access = JsonAccess.of(root, problems);
      if (!access.has("siru") && !access.has("indicators")) {
        definition(access, null);
        return;
      }
      Optional<String> format = access.requiredText("siru");
      if (format.isPresent() && !format.get().equals(FORMAT)) {
        names.report(DefinitionRules.FORMAT, DefinitionNames.at(access, "siru"), "found", format.get(), "accepted", FORMAT);
        return;
      }
      String namespace = access.text("namespace").orElse(null);
      access.requiredArray("indicators");
      access.finish();
      if (access.json().get("indicators") instanceof JsonArray) {
        objects(root).forEach(object -> definition(object, namespace));
      }
    }

    private void definition(JsonAccess access, @Nullable String namespace) {
      long before = findings.count(Severity.ERROR);
      Optional<String> written = access.requiredText("id");
      if (written.isEmpty()) {
        return;
      }
      String id = namespace == null || written.get().indexOf(':') >= 0 ? written.get() : namespace + ":" + written.get();
      Indicator indicator = access.has("formula") ? formula(access, id) : measure(access, id);
      if (indicator != null && findings.count(Severity.ERROR) == before) {
        claim(access, "id", indicator.id());
        if (!indicator.code().equals(indicator.id())) {
          claim(access, "code", indicator.code());
        }
      }
      if (indicator != null && findings.count(Severity.ERROR) == before) {
        indicators.add(indicator);
      }
    }

    private void claim(JsonAccess access, String member, String name) {
      if (!taken.add(name)) {
        names.report(DefinitionRules.DUPLICATE, DefinitionNames.at(access, member), "name", name);
      }
    }

    private @Nullable Indicator measure(JsonAccess access, String id) {
      Measure.Builder builder = named(access, id, Indicator::measure);
      if (builder == null) {
        return null;
      }
      long before = findings.count(Severity.ERROR);
      describe(access, builder);
      new MeasureReader(names).read(access, builder);
      return findings.count(Severity.ERROR) == before ? names.fit(access.position(), builder::build) : null;
    }

    private @Nullable Indicator formula(JsonAccess access, String id) {
      Formula.Builder builder = named(access, id, Indicator::formula);
      if (builder == null) {
        return null;
      }
      describe(access, builder);
      Optional<String> text = access.requiredText("formula");
      access.finish();
      if (text.isEmpty()) {
        return null;
      }
      try {
        return builder.expression(text.get()).build();
      } catch (IllegalArgumentException e) {
        names.report(
            DefinitionRules.FORMULA, DefinitionNames.at(access, "formula"), "problem", String.valueOf(e.getMessage()));
        return null;
      }
    }

    private <B> @Nullable B named(JsonAccess access, String id, Function<String, B> start) {
      try {
        return start.apply(id);
      } catch (IllegalArgumentException e) {
        names.report(DefinitionRules.NAME, DefinitionNames.at(access, "id"), "name", id);
        return null;
      }
    }

    private void describe(JsonAccess access, Indicator.Builder<?> builder) {
      access.text("code").ifPresent(code -> {
        try {
          builder.code(code);
        } catch (IllegalArgumentException e) {
          names.report(DefinitionRules.NAME, DefinitionNames.at(access, "code"), "name", code);
        }
      });
      access.text("version").ifPresent(builder::version);
      builder.named(LocalizedText.of(access.textMap("name")));
      builder.defined(LocalizedText.of(access.textMap("definition")));
      access.text("unit").ifPresent(builder::unit);
      access.choice("kind", words(Indicator.Kind.values())).ifPresent(builder::kind);
      access.choice("direction", words(Indicator.Direction.values())).ifPresent(builder::direction);
      if (access.json().get("source") instanceof JsonText) {
        access.text("source").ifPresent(text -> builder.source(text, Indicator.Evidence.UNCONFIRMED));
      } else {
        access.object("source").ifPresent(object -> {
          Optional<String> text = object.requiredText("text");
          Optional<Indicator.Evidence> evidence = object.choice("evidence", words(Indicator.Evidence.values()));
          object.finish();
          builder.source(text.orElse(""), evidence.orElse(Indicator.Evidence.UNCONFIRMED));
        });
      }
    }
  }

  /** The constants of an enum by the words used in files. */
  static <E extends Enum<E>> Map<String, E> words(E[] constants) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : constants) {
      words.put(word(constant), constant);
    }
    return words;
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
