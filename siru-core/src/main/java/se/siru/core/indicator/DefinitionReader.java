package se.siru.core.indicator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonValue;
import se.siru.core.json.SpelledJson;
import se.siru.core.model.Schema;
import se.siru.core.stability.Experimental;
import se.siru.core.stability.Provided;

/**
 * Reads indicators from files of definitions: the JSON spelling of what {@link Indicator#measure} and {@link Indicator#formula}
 * build. The root of a file is an object with {@code "siru": "siru-definitions/1"} and {@code indicators}, an array of
 * definitions, or one definition. The format is described in {@code docs/reference/definitions.md}.
 *
 * <p>Each document is read on its own. Whether the indicators and functions that it names exist, only {@link DefinitionFiles} can
 * tell.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class DefinitionReader {
  /** The format that is read and written. */
  public static final String FORMAT = "siru-definitions/1";

  private final Schema schema;
  private final RuleSet rules;
  private final @Nullable CodeSource code;

  private DefinitionReader(Schema schema, RuleSet rules, @Nullable CodeSource code) {
    this.schema = schema;
    this.rules = rules;
    this.code = code;
  }

  /** A reader of definitions over the record types, extra fields and code lists of a schema. */
  public static DefinitionReader over(Schema schema) {
    return new DefinitionReader(Objects.requireNonNull(schema, "schema"), RuleSet.defaults(), null);
  }

  /** The same reader, whose indicators get the values that a rule set gives their parameters. */
  public DefinitionReader under(RuleSet newRules) {
    return new DefinitionReader(schema, Objects.requireNonNull(newRules, "rules"), code);
  }

  /**
   * The same reader, which also takes what {@link DefinitionWriter#textWithCode} writes where code stands; without a source of code that is
   * a mistake like any other unknown word.
   */
  @Experimental(since = "0.1.0")
  public DefinitionReader withCode(CodeSource source) {
    return new DefinitionReader(schema, rules, Objects.requireNonNull(source, "source"));
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
    return document(in, source, TakenNames.alone(), findings).indicators();
  }

  /** As {@link #read(InputStream, String, Findings)}, from text. */
  public List<Indicator> read(String json, String source, Findings findings) {
    try {
      return read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), source, findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  /** A document with what it names, beside names that are taken already. */
  DefinitionDocument document(InputStream in, String source, TakenNames taken, Findings findings) throws IOException {
    return document(in, source, null, taken, findings);
  }

  /** As {@link #document(InputStream, String, TakenNames, Findings)}; where a member is named, what that member of the document holds. */
  DefinitionDocument document(
      InputStream in, String source, @Nullable String member, TakenNames taken, Findings findings) throws IOException {
    DefinitionDocument document = new DefinitionDocument(new DefinitionNames(schema, findings, source, code), rules, source, taken, findings);
    try {
      SpelledJson json = SpelledJson.read(in, source, JsonLimits.defaults());
      JsonValue root = member == null ? json.root() : ((JsonObject) json.root()).get(member);
      if (root != null) {
        document.read(root, json);
      }
    } catch (JsonException refused) {
      findings.add(JsonFindings.of(refused));
    }
    return document;
  }
}
