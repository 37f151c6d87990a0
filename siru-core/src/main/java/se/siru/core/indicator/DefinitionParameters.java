package se.siru.core.indicator;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.Closest;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonTemplate;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.text.LocalizedText;

/**
 * The parameters that one definition declares, and their values in the places that ask for them: {@code {"parameter": "name"}} where
 * a value stands, <code>{name}</code> in the words of the definition. A parameter that says what was {@code given} keeps that value;
 * the rule set gives the values of all others.
 */
final class DefinitionParameters {
  private static final String BLANK = "parameter";
  private static final Map<String, Indicator.Evidence> EVIDENCE = DefinitionDocument.words(Indicator.Evidence.values());

  private final DefinitionNames names;
  private final RuleSet rules;
  private final List<String> indicator;
  private final Map<String, Parameter.Setting> settings = new LinkedHashMap<>();
  private final Set<String> declared = new TreeSet<>();

  /**
   * No parameters yet.
   *
   * @param indicator the names by which a rule set may know the indicator, the first before the others
   */
  DefinitionParameters(DefinitionNames names, RuleSet rules, List<String> indicator) {
    this.names = names;
    this.rules = rules;
    this.indicator = indicator;
  }

  /** The parameters without a mistake, in the order declared. */
  List<Parameter.Setting> settings() {
    return List.copyOf(settings.values());
  }

  void read(JsonAccess definition) {
    definition.object("parameters").ifPresent(object -> {
      for (String name : object.json().members().keySet()) {
        declared.add(name);
        object.object(name).ifPresent(each -> {
          Parameter.Setting setting = setting(name, each);
          if (setting != null) {
            settings.put(name, setting);
          }
        });
      }
    });
  }

  private Parameter.@Nullable Setting setting(String name, JsonAccess access) {
    LocalizedText label = LocalizedText.of(access.textMap("label"));
    Optional<String> standard = value(access, "default");
    String unit = access.text("unit").orElse("");
    Indicator.Evidence evidence = access.choice("evidence", EVIDENCE).orElse(Indicator.Evidence.UNCONFIRMED);
    List<String> choices = access.texts("choices");
    OptionalLong wholeUpTo = access.integer("whole-up-to", 1, Integer.MAX_VALUE);
    Optional<JsonAccess> given = access.object("given");
    boolean isGiven = access.has("given");
    access.finish();
    Parameter parameter = standard.isEmpty()
        ? null
        : names.fit(access.position(),
            () -> new Parameter(
                name,
                label,
                Parameter.kindOf(standard.get()),
                standard.get(),
                unit,
                evidence,
                choices,
                wholeUpTo.isPresent() ? Integer.valueOf((int) wholeUpTo.getAsLong()) : null));
    if (parameter == null) {
      return null;
    }
    if (!isGiven) {
      return rules.setting(indicator, parameter);
    }
    return given.map(object -> given(parameter, object)).orElse(null);
  }

  private Parameter.@Nullable Setting given(Parameter parameter, JsonAccess access) {
    Optional<String> value = value(access, "value");
    Optional<String> from = access.requiredText("rules");
    Optional<Indicator.Evidence> evidence = access.requiredChoice("evidence", EVIDENCE);
    access.finish();
    return value.isEmpty() || from.isEmpty() || evidence.isEmpty()
        ? null
        : names.fit(access.position(), () -> new Parameter.Setting(parameter, value.get(), from.get(), evidence.get()));
  }

  private Optional<String> value(JsonAccess access, String member) {
    Optional<JsonValue> found = access.requiredValue(member);
    Optional<String> text = found.flatMap(RuleSetReader::text);
    if (found.isPresent() && text.isEmpty()) {
      names.report(RuleSetRules.NO_VALUE, DefinitionNames.at(access, member), "found", found.get().toString());
    }
    return text;
  }

  /** The definition with the values of its parameters where it asks for them. */
  JsonObject fill(JsonObject definition) {
    return JsonTemplate.fill(definition, this::valueOf);
  }

  private Optional<JsonValue> valueOf(JsonObject object) {
    if (object.size() != 1 || !(object.get(BLANK) instanceof JsonText name)) {
      return Optional.empty();
    }
    Parameter.Setting setting = settings.get(name.value());
    if (setting == null && !declared.contains(name.value())) {
      names.report(
          DefinitionRules.UNKNOWN_PARAMETER, name.position(), "name", name.value(), "known", Closest.orAll(name.value(), declared));
    }
    boolean isNumber = setting == null || setting.parameter().kind() == Parameter.Kind.NUMBER;
    return Optional.of(
        isNumber ? JsonNumber.of(setting == null ? BigDecimal.ZERO : setting.number()) : JsonText.of(setting.value()));
  }

  /** Words with the values of the parameters that they name. */
  LocalizedText text(Map<String, String> words) {
    LocalizedText text = LocalizedText.of(words);
    for (Map.Entry<String, String> language : words.entrySet()) {
      String filled = language.getValue();
      for (Parameter.Setting setting : settings.values()) {
        filled = filled.replace("{" + setting.parameter().name() + "}", setting.value());
      }
      text = text.with(language.getKey(), filled);
    }
    return text;
  }
}
