package se.siru.core.plugin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.DefinitionWriter;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonObject;
import se.siru.core.model.Condition;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.ValidationRule;
import se.siru.core.text.LocalizedText;

/**
 * A validation rule as data, between the process of a plugin and its host. Each of its conditions is written as the definition of the
 * indicator that counts the records for which it holds.
 */
final class RuleDocument {
  private static final Map<String, Severity> SEVERITIES = new LinkedHashMap<>();

  static {
    for (Severity severity : Severity.values()) {
      SEVERITIES.put(severity.name(), severity);
    }
  }

  private RuleDocument() {}

  /** A rule; empty where a condition of it is code. */
  static Optional<JsonObject> of(ValidationRule rule) {
    try {
      JsonObject.Builder object =
          JsonObject.builder()
              .put("id", rule.id())
              .put("severity", rule.rule().severity().name())
              .put("where", counting(rule, rule.where()))
              .put("must", counting(rule, rule.must()))
              .put("message", words(rule.rule().message()))
              .put("help", words(rule.rule().help()));
      rule.at().ifPresent(field -> object.put("at", field.name()));
      return Optional.of(object.build());
    } catch (SiruException | IllegalArgumentException code) {
      return Optional.empty();
    }
  }

  private static String counting(ValidationRule rule, Condition condition) {
    return DefinitionWriter.text(Indicator.measure(rule.id()).over(rule.over()).where(condition).count().build());
  }

  private static JsonObject words(LocalizedText text) {
    JsonObject.Builder object = JsonObject.builder();
    text.asMap().forEach(object::put);
    return object.build();
  }

  /**
   * Reads a rule.
   *
   * @param schema what its conditions may ask for
   */
  static ValidationRule read(JsonAccess access, Schema schema) throws PluginRefusal {
    String id = access.requiredText("id").orElse("");
    Severity severity = access.requiredChoice("severity", SEVERITIES).orElse(Severity.ERROR);
    Optional<Measure> where = measure(access, "where", schema);
    Optional<Measure> must = measure(access, "must", schema);
    LocalizedText message = LocalizedText.of(access.textMap("message"));
    LocalizedText help = LocalizedText.of(access.textMap("help"));
    Optional<String> at = access.text("at");
    access.finish();
    if (where.isEmpty() || must.isEmpty() || !where.get().over().equals(must.get().over())) {
      throw AdmissionChecks.content("the validation rule " + PluginRefusal.oneLine(id) + " is none");
    }
    RecordType over = must.get().over();
    try {
      ValidationRule.Builder rule = builder(severity, id).over(over).where(where.get().where()).must(must.get().where());
      if (at.isPresent()) {
        rule.at(over.field(at.get()).orElseThrow(() -> new IllegalArgumentException("it points at no field: " + at.get())));
      }
      return rule.message(message).help(help).build();
    } catch (IllegalArgumentException | IllegalStateException none) {
      throw AdmissionChecks.content("a validation rule is none: " + PluginRefusal.oneLine(none.getMessage()));
    }
  }

  private static ValidationRule.Builder builder(Severity severity, String id) {
    return switch (severity) {
      case ERROR -> ValidationRule.error(id);
      case WARNING -> ValidationRule.warning(id);
      case INFO -> ValidationRule.info(id);
    };
  }

  private static Optional<Measure> measure(JsonAccess access, String member, Schema schema) {
    String document =
        "{\"siru\":\"" + DefinitionReader.FORMAT + "\",\"indicators\":[" + access.requiredText(member).orElse("") + "]}";
    Findings findings = new Findings();
    List<Indicator> read = DefinitionReader.over(schema).read(document, member, findings);
    return !findings.hasErrors() && read.size() == 1 && read.get(0) instanceof Measure measure ? Optional.of(measure) : Optional.empty();
  }
}
