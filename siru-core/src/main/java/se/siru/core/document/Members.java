package se.siru.core.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonReader;
import se.siru.core.stability.Experimental;

/**
 * The members of one object of a declaration, asked for by name. What is missing, of the wrong kind or not asked for becomes a finding with
 * its line as row and its JSON pointer as column, and an empty answer: whoever reads goes on, so that one reading finds all mistakes.
 *
 * <p>Not thread-safe.
 */
@Experimental(since = "0.1.0")
public final class Members {
  private final JsonAccess access;
  private final String source;
  private final Findings findings;

  private Members(JsonAccess access, String source, Findings findings) {
    this.access = access;
    this.source = source;
    this.findings = findings;
  }

  /**
   * The members of the object that a document is; the stream stays open.
   *
   * @param source what findings call the document
   * @param findings takes all problems, those of later questions too
   * @return empty where it is no JSON object, or breaks the limits of every document
   * @throws IOException where the stream cannot be read
   */
  public static Optional<Members> read(InputStream in, String source, Findings findings) throws IOException {
    try {
      JsonAccess access =
          JsonAccess.of(JsonReader.readObject(in, source, JsonLimits.defaults()), JsonFindings.into(findings, source));
      return Optional.of(new Members(access, source, findings));
    } catch (JsonException refused) {
      findings.add(JsonFindings.of(refused));
      return Optional.empty();
    }
  }

  /** As {@link #read(InputStream, String, Findings)}, from text. */
  public static Optional<Members> read(String json, String source, Findings findings) {
    try {
      return read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), source, findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
  }

  private Members of(JsonAccess other) {
    return new Members(other, source, findings);
  }

  /** True where the object has a member of the name; it then counts as asked for. */
  public boolean has(String name) {
    return access.has(name);
  }

  /** A text, where there is one. */
  public Optional<String> text(String name) {
    return access.text(name);
  }

  /** A text that must be there. */
  public Optional<String> requiredText(String name) {
    return access.requiredText(name);
  }

  /** A decimal, where there is one. */
  public Optional<BigDecimal> decimal(String name) {
    return access.decimal(name);
  }

  /** A decimal that must be there. */
  public Optional<BigDecimal> requiredDecimal(String name) {
    return access.requiredDecimal(name);
  }

  /** A whole number from {@code least} to {@code most}, both inclusive, where there is one. */
  public OptionalLong whole(String name, long least, long most) {
    return access.integer(name, least, most);
  }

  /** True or false, where it is said. */
  public Optional<Boolean> bool(String name) {
    return access.bool(name);
  }

  /** What one of several words stands for, where there is one. */
  public <T> Optional<T> choice(String name, Map<String, T> choices) {
    return access.choice(name, choices);
  }

  /** What one of several words stands for; there must be one. */
  public <T> Optional<T> requiredChoice(String name, Map<String, T> choices) {
    return access.requiredChoice(name, choices);
  }

  /** One of several words; there must be one. */
  public Optional<String> requiredWord(String name, Iterable<String> words) {
    Map<String, String> choices = new TreeMap<>();
    words.forEach(word -> choices.put(word, word));
    return access.requiredChoice(name, choices);
  }

  /** The members of an object, where there is one. */
  public Optional<Members> object(String name) {
    return access.object(name).map(this::of);
  }

  /** The members of an object that must be there. */
  public Optional<Members> requiredObject(String name) {
    return access.requiredObject(name).map(this::of);
  }

  /** The members of each object of a list, empty where there is none. */
  public List<Members> objects(String name) {
    return access.objects(name).stream().map(this::of).toList();
  }

  /** Tells of members that nobody asked for. Called once, after all questions. */
  public void finish() {
    access.finish();
  }

  /** Tells of a problem of the object, with pairs of names and values for the placeholders of its rule. */
  public void problem(Rule rule, String... namesAndValues) {
    findings.add(rule, JsonFindings.origin(source, access.position()), namesAndValues);
  }
}
