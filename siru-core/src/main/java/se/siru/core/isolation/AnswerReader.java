package se.siru.core.isolation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonReader;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/**
 * Reads an answer, which foreign code may have written: every word of it is known, every number has an end, and it tells of the measures
 * asked for and of nothing else. One word amiss refuses the whole.
 */
public final class AnswerReader {
  private static final JsonLimits LIMITS =
      JsonLimits.builder().maxDocumentBytes(128L << 20).maxValues(4_000_000).stringLength(4_096).build();

  private static final Pattern NUMBER =
      Pattern.compile(
          "-?[0-9]{1," + AnswerWriter.MOST_DIGITS + "}(\\.[0-9]{1," + AnswerWriter.MOST_DIGITS + "})?+");

  /** As many records as nobody has. */
  private static final long MOST_RECORDS = 1L << 53;

  private static final int MOST_LANGUAGES = 64;
  private static final String SOURCE = "answer";
  private static final Pattern RULE_ID = Pattern.compile("[a-z0-9:.-]{1,100}");
  private static final Map<String, Value.Reason> REASONS = new LinkedHashMap<>();

  static {
    for (Value.Reason reason : Value.Reason.values()) {
      REASONS.put(reason.code(), reason);
    }
  }

  private final Set<String> asked;
  private final int periods;

  private AnswerReader(Set<String> asked, int periods) {
    this.asked = asked;
    this.periods = periods;
  }

  /** Ends the reading of an answer that is none. The message is in English and on one line. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /**
   * Reads a file.
   *
   * @param asked the ids of the measures that were asked for
   * @param periods how many periods were asked for
   * @return the answer; a failure with the reason where it is refused
   * @throws IOException where it cannot be read
   */
  public static EvaluationAnswer read(Path file, Set<String> asked, int periods) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new AnswerReader(asked, periods).document(in);
    } catch (JsonException refused) {
      return EvaluationAnswer.failed("gave an answer that is refused: " + JsonFindings.of(refused));
    } catch (Refused refused) {
      return EvaluationAnswer.failed("gave an answer that is refused: " + refused.getMessage());
    }
  }

  private EvaluationAnswer document(InputStream in) throws IOException, JsonException, Refused {
    Findings findings = new Findings();
    JsonAccess root =
        JsonAccess.of(JsonReader.readObject(in, SOURCE, LIMITS), JsonFindings.into(findings, SOURCE));
    if (!root.requiredText("siru").equals(Optional.of(AnswerWriter.FORMAT))) {
      throw new Refused("it is no " + AnswerWriter.FORMAT);
    }
    String failure = root.text("failure").orElse(null);
    root.requiredArray("measures");
    Map<String, EvaluationAnswer.OfMeasure> measures = new HashMap<>();
    for (JsonAccess each : root.objects("measures")) {
      String id = each.requiredText("id").orElse("");
      if (!asked.contains(id)) {
        throw new Refused("it tells of " + quoted(id) + ", which was not asked for");
      }
      if (measures.put(id, measure(each)) != null) {
        throw new Refused("it tells of " + quoted(id) + " twice");
      }
      each.finish();
    }
    root.finish();
    if (findings.hasErrors()) {
      throw new Refused(findings.list().get(0).toString());
    }
    if (failure == null && measures.size() < asked.size()) {
      throw new Refused("it tells of " + measures.size() + " indicators, and " + asked.size() + " were asked for");
    }
    return new EvaluationAnswer(failure, measures);
  }

  private static String quoted(String text) {
    return "'" + text.substring(0, Math.min(text.length(), 80)).replaceAll("\\p{Cntrl}", " ") + "'";
  }

  private EvaluationAnswer.OfMeasure measure(JsonAccess access) throws Refused {
    String failure = access.text("failure").orElse(null);
    List<EvaluationAnswer.Row> rows = new ArrayList<>();
    access.requiredArray("rows");
    Set<Map<String, String>> seen = new HashSet<>();
    for (JsonAccess row : access.objects("rows")) {
      Map<String, String> codes = row.textMap("codes");
      row.requiredArray("cells");
      List<EvaluationAnswer.Cell> cells = new ArrayList<>();
      for (JsonAccess cell : row.objects("cells")) {
        cells.add(cell(cell));
      }
      row.finish();
      if (cells.size() != periods || !seen.add(codes)) {
        throw new Refused("a row " + codes.size() + " codes deep is there twice or has " + cells.size() + " cells for " + periods + " periods");
      }
      rows.add(new EvaluationAnswer.Row(codes, cells));
    }
    List<EvaluationAnswer.Caution> cautions = new ArrayList<>();
    for (JsonAccess caution : access.objects("cautions")) {
      cautions.add(caution(caution));
    }
    return new EvaluationAnswer.OfMeasure(failure, rows, cautions);
  }

  private static EvaluationAnswer.Cell cell(JsonAccess access) throws Refused {
    Value value = value(access);
    OptionalLong records = access.requiredInteger(AnswerWriter.RECORDS, 0, MOST_RECORDS);
    OptionalLong unknown = access.requiredInteger(AnswerWriter.UNKNOWN, 0, MOST_RECORDS);
    access.finish();
    return new EvaluationAnswer.Cell(value, records.orElse(0), unknown.orElse(0));
  }

  private static Value value(JsonAccess access) throws Refused {
    if (access.has(AnswerWriter.VALUE)) {
      return new Value.Quantity(number(access, AnswerWriter.VALUE));
    }
    if (access.has(AnswerWriter.NUMERATOR)) {
      BigDecimal denominator = number(access, AnswerWriter.DENOMINATOR);
      if (denominator.signum() == 0) {
        throw new Refused("it has a ratio over 0");
      }
      return new Value.Ratio(number(access, AnswerWriter.NUMERATOR), denominator);
    }
    if (access.has(AnswerWriter.LEAST)) {
      return new Value.Interval(number(access, AnswerWriter.LEAST), number(access, AnswerWriter.MOST));
    }
    Value.Reason reason = access.requiredChoice(AnswerWriter.ABSENT, REASONS).orElse(Value.Reason.FAILED);
    return new Value.Absent(reason, words(access, AnswerWriter.NOTE));
  }

  private static BigDecimal number(JsonAccess access, String member) throws Refused {
    String text = access.requiredText(member).orElse("");
    if (!NUMBER.matcher(text).matches()) {
      throw new Refused("it has " + quoted(text) + " for a number");
    }
    return new BigDecimal(text);
  }

  private static EvaluationAnswer.Caution caution(JsonAccess access) throws Refused {
    String id = access.requiredText("rule").orElse("");
    boolean warning = access.requiredBool("warning").orElse(false);
    LocalizedText message = words(access, "message");
    LocalizedText help = words(access, "help");
    String cell = access.requiredText("cell").orElse("");
    access.finish();
    if (!RULE_ID.matcher(id).matches()) {
      throw new Refused("it has " + quoted(id) + " for a rule");
    }
    return new EvaluationAnswer.Caution(warning ? Rule.warning(id, message, help) : Rule.info(id, message, help), cell);
  }

  private static LocalizedText words(JsonAccess access, String member) throws Refused {
    Map<String, String> texts = access.textMap(member);
    if (texts.size() > MOST_LANGUAGES) {
      throw new Refused("it has a text in " + texts.size() + " languages");
    }
    return texts.isEmpty() ? LocalizedText.empty() : LocalizedText.of(texts);
  }
}
