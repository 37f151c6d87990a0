package se.siru.core.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Severity;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.model.Schema;
import se.siru.core.text.LocalizedText;

/**
 * The reading of one document of definitions. A mistake in one member hides no mistake in another: an id that is missing or none
 * is stood in for, and the rest of the definition is read. Not thread-safe.
 */
final class DefinitionDocument {
  private static final String STAND_IN = "none:none";

  private final String source;
  private final JsonAccess.ProblemSink problems;
  private final Findings findings;
  private final DefinitionNames names;
  private final TakenNames taken;
  private final RuleSet rules;
  private final List<Indicator> indicators = new ArrayList<>();
  private final Map<String, Origin> places = new LinkedHashMap<>();

  DefinitionDocument(Schema schema, RuleSet rules, String source, TakenNames taken, Findings findings) {
    this.source = source;
    this.problems = JsonFindings.into(findings, source);
    this.findings = findings;
    this.names = new DefinitionNames(schema, findings, source);
    this.taken = taken;
    this.rules = rules;
  }

  /** The definitions without an error, in the order written. */
  List<Indicator> indicators() {
    return List.copyOf(indicators);
  }

  /** The indicators and functions named by the definitions, those with errors too. */
  List<Mention> mentions() {
    return names.mentions();
  }

  /** Id of a formula to the place of its arithmetic. */
  Map<String, Origin> places() {
    return places;
  }

  void read(JsonValue root) {
    if (root instanceof JsonArray) {
      // An array has no members; giving it one lets the strict access check its elements.
      objects(JsonObject.builder().put("indicators", root).build()).forEach(object -> definition(object, null));
    } else if (root instanceof JsonObject) {
      object((JsonObject) root);
    } else {
      names.exactlyOne(root.position(), List.of("{…}", "[…]"));
    }
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
    if (format.isPresent() && !format.get().equals(DefinitionReader.FORMAT)) {
      names.report(
          DefinitionRules.FORMAT,
          DefinitionNames.at(access, "siru"),
          "found",
          format.get(),
          "accepted",
          DefinitionReader.FORMAT);
      return;
    }
    String namespace = access.text("namespace").orElse(null);
    access.requiredArray("indicators");
    access.has("$schema");
    access.finish();
    if (access.json().get("indicators") instanceof JsonArray) {
      objects(root).forEach(object -> definition(object, namespace));
    }
  }

  private void definition(JsonAccess template, @Nullable String namespace) {
    long before = findings.count(Severity.ERROR);
    String written = template.requiredText("id").orElse(STAND_IN);
    String id = namespace == null || written.indexOf(':') >= 0 ? written : namespace + ":" + written;
    List<String> codeAndId = template.json().get("code") instanceof JsonText text ? List.of(text.value(), id) : List.of(id);
    DefinitionParameters parameters = new DefinitionParameters(names, rules, codeAndId);
    parameters.read(template);
    JsonAccess access = JsonAccess.of(parameters.fill(template.json()), problems);
    access.has("id");
    access.has("parameters");
    Indicator indicator = access.has("formula") ? formula(access, id, parameters) : measure(access, id, parameters);
    if (indicator != null && findings.count(Severity.ERROR) == before) {
      indicators.add(indicator);
    }
  }

  private @Nullable Indicator measure(JsonAccess access, String id, DefinitionParameters parameters) {
    long before = findings.count(Severity.ERROR);
    Measure.Builder builder = start(access, id, parameters, Indicator::measure);
    new MeasureReader(names).read(access, builder);
    return findings.count(Severity.ERROR) == before ? names.fit(access.position(), builder::build) : null;
  }

  private @Nullable Indicator formula(JsonAccess access, String id, DefinitionParameters parameters) {
    Formula.Builder builder = start(access, id, parameters, Indicator::formula);
    Optional<String> text = access.requiredText("formula");
    access.finish();
    if (text.isEmpty()) {
      return null;
    }
    ExpressionParser.Parsed parsed = ExpressionParser.read(text.get());
    Origin place = JsonFindings.origin(source, DefinitionNames.at(access, "formula"));
    parsed.problems().forEach(problem -> findings.add(problem.rule(), place, problem.arguments()));
    parsed.names().forEach(name -> names.mention(new Mention(name.indicator(), name.position(), place)));
    Expression expression = parsed.expression();
    if (expression == null) {
      return null;
    }
    places.putIfAbsent(id, place);
    return names.fit(DefinitionNames.at(access, "formula"), () -> builder.expression(expression).build());
  }

  /** A builder with what measures and formulas have in common. */
  private <B extends Indicator.Builder<B>> B start(
      JsonAccess access, String id, DefinitionParameters parameters, Function<String, B> maker) {
    B builder;
    try {
      builder = maker.apply(id);
      if (!id.equals(STAND_IN)) {
        claim(access, "id", id);
      }
    } catch (IllegalArgumentException e) {
      names.noName(id, DefinitionNames.at(access, "id"));
      builder = maker.apply(STAND_IN);
    }
    code(access, id, builder);
    access.text("version").ifPresent(builder::version);
    builder.named(LocalizedText.of(access.textMap("name")));
    builder.defined(parameters.text(access.textMap("definition")));
    parameters.settings().forEach(builder::parameter);
    access.text("unit").ifPresent(builder::unit);
    access.choice("kind", words(Indicator.Kind.values())).ifPresent(builder::kind);
    access.choice("direction", words(Indicator.Direction.values())).ifPresent(builder::direction);
    source(access, builder);
    range(access, builder);
    return builder;
  }

  private void code(JsonAccess access, String id, Indicator.Builder<?> builder) {
    Optional<String> code = access.text("code");
    if (code.isEmpty()) {
      return;
    }
    try {
      builder.code(code.get());
    } catch (IllegalArgumentException e) {
      names.noName(code.get(), DefinitionNames.at(access, "code"));
      return;
    }
    if (!code.get().equals(id)) {
      claim(access, "code", code.get());
    }
  }

  private void claim(JsonAccess access, String member, String name) {
    String other = taken.claim(name, source);
    if (other != null) {
      names.report(DefinitionRules.DUPLICATE, DefinitionNames.at(access, member), "name", name, "other", other);
    }
  }

  private static void source(JsonAccess access, Indicator.Builder<?> builder) {
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

  private void range(JsonAccess access, Indicator.Builder<?> builder) {
    access.object("range").ifPresent(object -> {
      Optional<BigDecimal> least = object.decimal("at-least");
      Optional<BigDecimal> most = object.decimal("at-most");
      object.finish();
      if (object.json().size() == 0) {
        names.doesNotFit(object.position(), "a range has a least or a greatest value");
      }
      names.fit(object.position(), () -> builder.range(new Range(least.orElse(null), most.orElse(null))));
    });
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
