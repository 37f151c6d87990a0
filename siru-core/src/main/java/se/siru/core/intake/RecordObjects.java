package se.siru.core.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.siru.core.finding.Findings;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldRole;
import se.siru.core.portfolio.BatchAppender;

/** Reads the records of one type that are JSON objects into one batch. Numbers are numbers, several values are arrays. */
final class RecordObjects implements AutoCloseable {
  private final BatchAppender into;
  private final CellReader[] readers;
  private final JsonAccess.ProblemSink problems;

  /**
   * A batch of records.
   *
   * @param readers the readers of all fields of the type, which hand their values to {@code into}
   */
  RecordObjects(BatchAppender into, CellReader[] readers, String source, Findings findings) {
    this.into = into;
    this.readers = readers;
    this.problems = JsonFindings.into(findings, source);
  }

  /**
   * Reads a record.
   *
   * @param known members beside the fields
   * @return true where the record can be referred to
   */
  boolean read(JsonObject object, List<String> known) {
    JsonAccess access = JsonAccess.of(object, problems);
    known.forEach(access::has);
    String pointer = object.position().pointer();
    long line = object.position().line();
    into.begin(line);
    boolean identified = true;
    for (CellReader reader : readers) {
      Field<?> field = reader.field();
      reader.column(pointer + "/" + field.name());
      JsonValue value = access.has(field.name()) ? object.get(field.name()) : null;
      boolean good = value == null ? reader.missing(line) : value(reader, field, value, line);
      identified &= good || field.role() != FieldRole.ID;
    }
    access.finish();
    if (identified) {
      into.commit();
    } else {
      into.discard();
    }
    return identified;
  }

  private boolean value(CellReader reader, Field<?> field, JsonValue value, long line) {
    if (!field.many()) {
      return one(reader, field, value, line);
    }
    if (!(value instanceof JsonArray array)) {
      return wrongType(field, value, "array");
    }
    boolean good = array.size() > 0 || reader.missing(line);
    for (JsonValue element : array) {
      good &= one(reader, field, element, line);
    }
    return good;
  }

  private boolean one(CellReader reader, Field<?> field, JsonValue value, long line) {
    boolean integer = field.kind() == FieldKind.INTEGER;
    if (integer || field.kind() == FieldKind.DECIMAL || field.kind() == FieldKind.MONEY) {
      return value instanceof JsonNumber number && (!integer || number.writtenAsInteger())
          ? reader.value(number.value().toPlainString(), line)
          : wrongType(field, value, integer ? "integer" : "number");
    }
    return value instanceof JsonText text ? reader.value(text.value(), line) : wrongType(field, value, "text");
  }

  private boolean wrongType(Field<?> field, JsonValue value, String expected) {
    Map<String, String> args = new LinkedHashMap<>();
    args.put("member", field.name());
    args.put("expected", expected);
    args.put("found", value.kind());
    problems.problem(value.position(), JsonAccess.RULE_TYPE, args);
    return false;
  }

  @Override
  public void close() {
    into.close();
  }
}
