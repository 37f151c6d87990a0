package se.siru.core.translation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFile;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;
import se.siru.core.json.JsonWriter;
import se.siru.core.model.Schema;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;
import se.siru.core.text.Translation;

/**
 * The words of one further language, {@code siru-translations/1}; the format is described in {@code docs/how-to/translate.md}. What has no
 * words is shown in English.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class Translations implements Translation {
  /** The format that is read and written. */
  public static final String FORMAT = "siru-translations/1";

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");
  private static final Set<String> BUILT_IN = Set.of("sv", "en");
  /** What keys of the texts of rules begin with. */
  public static final String OF_RULES = "rule:";

  private final String source;
  private final String language;
  private final Map<String, String> words;
  private final Map<String, LocalizedText> beside;

  private Translations(String source, String language, Map<String, String> words, Map<String, LocalizedText> beside) {
    this.source = source;
    this.language = language;
    this.words = Collections.unmodifiableMap(new TreeMap<>(words));
    this.beside = Map.copyOf(beside);
  }

  /**
   * Words of a language by the keys of their texts, for a plugin that states them in code; a blank wording is none.
   *
   * @throws IllegalArgumentException where the language is no tag such as {@code fi} or {@code sma}, or one that is built in
   */
  public static Translations of(String language, Map<String, String> words) {
    if (!isFurtherLanguage(language)) {
      throw new IllegalArgumentException("no language of translations: " + language);
    }
    Map<String, String> stated = new TreeMap<>(words);
    stated.values().removeIf(String::isBlank);
    return new Translations(language, language, stated, Map.of());
  }

  private static boolean isFurtherLanguage(String language) {
    return LANGUAGE.matcher(language).matches() && !BUILT_IN.contains(language);
  }

  /**
   * Reads a file.
   *
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where it cannot be read, with {@link ErrorCode#REFUSED_INPUT} and all
   *     findings where it has errors
   */
  public static Translations read(Path file) {
    return JsonFile.read(file, Translations::read);
  }

  /**
   * Reads a document and leaves the stream open.
   *
   * @param source what findings call the document
   * @throws SiruException as {@link #read(Path)} does
   */
  public static Translations read(InputStream in, String source) {
    Findings findings = new Findings();
    try {
      JsonObject object = JsonReader.readObject(in, source, JsonLimits.defaults());
      Translations read = document(JsonAccess.of(object, JsonFindings.into(findings, source)), source, findings);
      if (!findings.hasErrors()) {
        return read;
      }
    } catch (JsonException refused) {
      findings.add(JsonFindings.of(refused));
    } catch (IOException e) {
      throw SiruException.of(ErrorCode.UNREADABLE, "cannot read " + source, e);
    }
    throw new SiruException(ErrorCode.REFUSED_INPUT, "the translations have errors: " + findings.list().get(0), findings.list());
  }

  private static Translations document(JsonAccess document, String source, Findings findings) {
    document.requiredChoice("siru", Map.of(FORMAT, FORMAT));
    String language = document.requiredText("language").orElse("");
    if (!isFurtherLanguage(language)) {
      findings.add(TranslationRules.NOT_A_LANGUAGE, Origin.of(source).at("/language"), "value", language);
    }
    Map<String, String> words = new TreeMap<>();
    Map<String, LocalizedText> beside = new TreeMap<>();
    document.requiredObject("texts").ifPresent(texts -> {
      for (String key : texts.json().members().keySet()) {
        Map<String, String> wordings = new TreeMap<>(texts.textMap(key));
        String wording = wordings.getOrDefault(language, "");
        if (!wording.isBlank()) {
          words.put(key, wording);
          wordings.keySet().retainAll(BUILT_IN);
          beside.put(key, LocalizedText.of(wordings));
        }
      }
    });
    document.finish();
    return new Translations(source, language, words, beside);
  }

  /**
   * Writes a document that {@link #read(InputStream, String)} reads back to the same, and leaves the stream open.
   *
   * @throws IOException where the stream cannot be written
   */
  public void write(OutputStream out) throws IOException {
    JsonObject.Builder texts = JsonObject.builder();
    words.forEach((key, wording) -> {
      JsonObject.Builder wordings = JsonObject.builder();
      beside.getOrDefault(key, LocalizedText.empty()).asMap().forEach(wordings::put);
      texts.put(key, wordings.put(language, wording).build());
    });
    JsonWriter.indented(out)
        .write(JsonObject.builder().put("siru", FORMAT).put("language", language).put("texts", texts.build()).build())
        .finish();
  }

  /** The language tag, for example {@code fi}. */
  public String language() {
    return language;
  }

  /** The keys of the texts that have words, in order. */
  public Set<String> keys() {
    return words.keySet();
  }

  @Override
  public LocalizedText of(String key, LocalizedText text) {
    String wording = words.get(key);
    boolean isOne = wording != null && !text.isEmpty() && Placeholders.of(text.asMap().values()).difference(wording).isEmpty();
    return isOne ? text.with(language, wording) : text;
  }

  /**
   * What is missing, and what belongs to nothing, of the texts of record types, code lists and indicators; and translations that drop or make
   * up names in braces, of the texts of findings, too, where their Swedish or English wording stands beside. None of it is an error.
   */
  public List<Finding> check(Schema schema, Catalogue catalogue) {
    Map<String, LocalizedText> texts = texts(schema, catalogue);
    List<Finding> findings = new ArrayList<>();
    checkPlaceholders(texts, findings);
    for (String key : new TreeSet<>(words.keySet())) {
      if (!texts.containsKey(key) && !key.startsWith(OF_RULES)) {
        findings.add(Finding.of(TranslationRules.UNKNOWN_KEY, Origin.of(source), "value", key));
      }
    }
    long missing = texts.entrySet().stream()
        .filter(text -> !words.containsKey(text.getKey()) && !text.getValue().asMap().containsKey(language))
        .count();
    if (missing > 0) {
      String all = Integer.toString(texts.size());
      findings.add(
          Finding.of(TranslationRules.INCOMPLETE, Origin.of(source), "count", Long.toString(missing), "all", all, "language", language));
    }
    return findings;
  }

  private void checkPlaceholders(Map<String, LocalizedText> texts, List<Finding> findings) {
    words.forEach((key, wording) -> {
      LocalizedText text = texts.getOrDefault(key, beside.getOrDefault(key, LocalizedText.empty()));
      if (!text.isEmpty()) {
        Placeholders.of(text.asMap().values()).difference(wording).ifPresent(difference ->
            findings.add(Finding.of(TranslationRules.PLACEHOLDERS, Origin.of(source).at("/texts/" + key.replace("~", "~0").replace("/", "~1")),
                "value", key, "missing", named(difference.missing()), "unknown", named(difference.unknown()))));
      }
    });
  }

  private static String named(Set<String> names) {
    return names.isEmpty() ? "–" : names.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
  }

  /** The texts that can be translated, by their keys, except those of rules, whose keys are {@code rule:ID:message} and {@code :help}. */
  public static Map<String, LocalizedText> texts(Schema schema, Catalogue catalogue) {
    Map<String, LocalizedText> texts = new TreeMap<>();
    Translation collecting =
        (key, text) -> {
          if (!text.isEmpty()) {
            texts.put(key, text);
          }
          return text;
        };
    schema.translated(collecting);
    catalogue.translated(collecting);
    return texts;
  }

  /**
   * A file of a language to be filled in: every text that can be translated, beside its wording in Swedish and English, and in that language
   * where a plugin brings it.
   */
  public static String template(Schema schema, Catalogue catalogue, String language) {
    JsonObject.Builder keys = JsonObject.builder();
    texts(schema, catalogue).forEach((key, text) -> {
      JsonObject.Builder wordings = JsonObject.builder();
      BUILT_IN.stream().sorted().filter(text.asMap()::containsKey).forEach(each -> wordings.put(each, text.in(each)));
      keys.put(key, wordings.put(language, text.asMap().getOrDefault(language, "")).build());
    });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      JsonWriter.indented(out)
          .write(JsonObject.builder().put("siru", FORMAT).put("language", language).put("texts", keys.build()).build())
          .finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // an array in memory does not fail
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
