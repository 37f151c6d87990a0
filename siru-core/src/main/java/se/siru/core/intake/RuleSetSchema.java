package se.siru.core.intake;

import static se.siru.core.intake.SchemaParts.BY_NAME;
import static se.siru.core.intake.SchemaParts.EVIDENCE;
import static se.siru.core.intake.SchemaParts.PARAMETER_VALUE;
import static se.siru.core.intake.SchemaParts.TEXT;
import static se.siru.core.intake.SchemaParts.TEXTS;
import static se.siru.core.intake.SchemaParts.array;
import static se.siru.core.intake.SchemaParts.closed;
import static se.siru.core.intake.SchemaParts.constant;
import static se.siru.core.intake.SchemaParts.matching;
import static se.siru.core.intake.SchemaParts.words;

import java.util.LinkedHashMap;
import java.util.Map;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSetReader;
import se.siru.core.json.JsonObject;

/** The JSON Schema of rule sets, for editors that complete and check. */
final class RuleSetSchema {
  private static final String ID = "^[a-z][a-z0-9]{0,31}(-[a-z0-9]{1,31}){0,7}$";
  private static final String VERSION = "^[0-9A-Za-z][0-9A-Za-z.+-]{0,31}$";

  private RuleSetSchema() {}

  static JsonObject document() {
    Map<String, JsonObject> source = new LinkedHashMap<>();
    source.put("text", TEXT);
    source.put("evidence", EVIDENCE);
    Map<String, JsonObject> labels = new LinkedHashMap<>();
    words(Indicator.Kind.values()).forEach(kind -> labels.put(kind, BY_NAME));
    Map<String, JsonObject> value = new LinkedHashMap<>();
    value.put("indicators", TEXTS);
    value.put("parameter", TEXT);
    value.put("value", PARAMETER_VALUE);
    value.put("evidence", EVIDENCE);
    value.put("source", TEXT);
    Map<String, JsonObject> members = new LinkedHashMap<>();
    members.put("$schema", TEXT);
    members.put("siru", constant(RuleSetReader.FORMAT));
    members.put("id", matching(ID));
    members.put("version", matching(VERSION));
    members.put("name", BY_NAME);
    members.put("source", closed(source, "text"));
    members.put("labels", closed(labels));
    members.put("previews", TEXTS);
    members.put("values", array(closed(value, "indicators", "parameter", "value", "evidence")));
    return SchemaParts.document(RuleSetReader.FORMAT, closed(members, "siru", "id", "version"), Map.of());
  }
}
