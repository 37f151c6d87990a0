package se.siru.core.isolation;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.siru.core.finding.Rule;
import se.siru.core.finding.Severity;
import se.siru.core.json.JsonWriter;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** Writes an answer so that {@link AnswerReader} reads the same. */
public final class AnswerWriter {
  /** What a document says it is. */
  static final String FORMAT = "siru-isolated-answer/1";

  static final String VALUE = "value";
  static final String NUMERATOR = "numerator";
  static final String DENOMINATOR = "denominator";
  static final String LEAST = "least";
  static final String MOST = "most";
  static final String ABSENT = "absent";
  static final String NOTE = "note";
  static final String RECORDS = "records";
  static final String UNKNOWN = "unknown";

  /** Longest number that is handed over, in digits before and behind the point. */
  static final int MOST_DIGITS = 1_000;

  private final JsonWriter json;

  private AnswerWriter(JsonWriter json) {
    this.json = json;
  }

  /**
   * Writes an answer and leaves the stream open.
   *
   * @throws IOException where it cannot be written
   */
  public static void write(EvaluationAnswer answer, OutputStream out) throws IOException {
    JsonWriter json = JsonWriter.compact(out);
    new AnswerWriter(json).answer(answer);
    json.finish();
  }

  private void answer(EvaluationAnswer answer) throws IOException {
    json.beginObject().name("siru").value(FORMAT);
    if (answer.failure() != null) {
      json.name("failure").value(answer.failure());
    }
    json.name("measures").beginArray();
    for (Map.Entry<String, EvaluationAnswer.OfMeasure> each : new TreeMap<>(answer.measures()).entrySet()) {
      measure(each.getKey(), each.getValue());
    }
    json.end().end();
  }

  private void measure(String id, EvaluationAnswer.OfMeasure measure) throws IOException {
    json.beginObject().name("id").value(id);
    boolean tooLong = measure.rows().stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> isTooLong(cell.value()));
    String failure = tooLong ? "gave a number of more than " + MOST_DIGITS + " digits" : measure.failure();
    if (failure != null) {
      json.name("failure").value(failure);
    }
    json.name("rows").beginArray();
    for (EvaluationAnswer.Row row : tooLong ? List.<EvaluationAnswer.Row>of() : measure.rows()) {
      json.beginObject();
      texts("codes", row.codes());
      json.name("cells").beginArray();
      for (EvaluationAnswer.Cell cell : row.cells()) {
        cell(cell);
      }
      json.end().end();
    }
    json.end().name("cautions").beginArray();
    for (EvaluationAnswer.Caution caution : measure.cautions()) {
      caution(caution);
    }
    json.end().end();
  }

  private static boolean isTooLong(Value value) {
    if (value instanceof Value.Quantity quantity) {
      return isTooLong(quantity.number());
    }
    if (value instanceof Value.Ratio ratio) {
      return isTooLong(ratio.numerator()) || isTooLong(ratio.denominator());
    }
    return value instanceof Value.Interval interval && (isTooLong(interval.least()) || isTooLong(interval.most()));
  }

  private static boolean isTooLong(BigDecimal number) {
    long before = (long) number.precision() - number.scale();
    return before > MOST_DIGITS || number.scale() > MOST_DIGITS;
  }

  private void cell(EvaluationAnswer.Cell cell) throws IOException {
    json.beginObject();
    Value value = cell.value();
    if (value instanceof Value.Quantity quantity) {
      number(VALUE, quantity.number());
    } else if (value instanceof Value.Ratio ratio) {
      number(NUMERATOR, ratio.numerator());
      number(DENOMINATOR, ratio.denominator());
    } else if (value instanceof Value.Interval interval) {
      number(LEAST, interval.least());
      number(MOST, interval.most());
    } else {
      Value.Absent absent = (Value.Absent) value;
      json.name(ABSENT).value(absent.reason().code());
      texts(NOTE, absent.note().asMap());
    }
    json.name(RECORDS).value(cell.records()).name(UNKNOWN).value(cell.unknown()).end();
  }

  /** A text, as digits and a point: numbers of the algebra may be longer than those of other documents. */
  private void number(String name, BigDecimal number) throws IOException {
    json.name(name).value(number.toPlainString());
  }

  private void caution(EvaluationAnswer.Caution caution) throws IOException {
    Rule rule = caution.rule();
    json.beginObject().name("rule").value(rule.id()).name("warning").value(rule.severity() == Severity.WARNING);
    words("message", rule.message());
    words("help", rule.help());
    json.name("cell").value(caution.cell()).end();
  }

  private void words(String name, LocalizedText text) throws IOException {
    texts(name, text.asMap());
  }

  private void texts(String name, Map<String, String> texts) throws IOException {
    if (!texts.isEmpty()) {
      json.name(name).beginObject();
      for (Map.Entry<String, String> each : texts.entrySet()) {
        json.name(each.getKey()).value(each.getValue());
      }
      json.end();
    }
  }
}
