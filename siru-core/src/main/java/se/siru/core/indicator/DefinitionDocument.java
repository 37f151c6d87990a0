package se.siru.core.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import se.siru.core.json.SpelledJson;
import se.siru.core.text.LocalizedText;

/**
 * The reading of one document of definitions. A mistake in one member hides no mistake in another: an id that is missing or none
 * is stood in for, and the rest of the definition is read. Not thread-safe.
 */
final class DefinitionDocument {
  private static final String STAND_IN = "none:none";
  private static final Pattern HYPHENATED = Pattern.compile("[A-Za-z0-9_]+(-[A-Za-z0-9_]+)*");

  private final String source;
  private final JsonAccess.ProblemSink problems;
  private final Findings findings;
  private final DefinitionNames names;
  private final TakenNames taken;
  private final RuleSet rules;
  private final List<Indicator> indicators = new ArrayList<>();
  private final Map<String, Origin> places = new LinkedHashMap<>();
  private final Map<String, Origin> units = new LinkedHashMap<>();
  private final Map<Expression, Origin> signs = new IdentityHashMap<>();
  private @Nullable SpelledJson spelled;

  DefinitionDocument(DefinitionNames names, RuleSet rules, String source, TakenNames taken, Findings findings) {
    this.source = source;
    this.problems = JsonFindings.into(findings, source);
    this.findings = findings;
    this.names = names;
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

  /** Where the unit of a definition is stated, or else the definition stands, by its id. */
  Map<String, Origin> units() {
    return units;
  }

  /** Where the sign of each sum and difference stands. */
  Map<Expression, Origin> signs() {
    return signs;
  }

  /**
   * Reads definitions.
   *
   * @param root what holds them, within a document
   * @param document the document, which tells where a character of a formula stands
   */
  void read(JsonValue root, SpelledJson document) {
    spelled = document;
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
    parsed.problems().forEach(problem -> findings.add(problem.rule(), place(access, problem.position()), problem.arguments()));
    parsed.names().forEach(
        name -> names.mention(new Mention(
            name.indicator(), spelled(name, text.get()), name.position(), place(access, name.position()))));
    Expression expression = parsed.expression();
    if (expression == null) {
      return null;
    }
    places.putIfAbsent(id, place(access, 1));
    parsed.signs().forEach((sum, character) -> signs.put(sum, place(access, character)));
    return names.fit(DefinitionNames.at(access, "formula"), () -> builder.expression(expression).build());
  }

  /** What a name was cut out of, where it stands without brackets. */
  private static String spelled(ExpressionParser.Name name, String formula) {
    Matcher words = HYPHENATED.matcher(formula);
    int at = name.position() - 1;
    while (words.find()) {
      if (words.start() <= at && at < words.end()) {
        return words.group();
      }
    }
    return name.indicator();
  }

  /** Where a character of a formula stands in the file. */
  private Origin place(JsonAccess access, int character) {
    JsonValue formula = Objects.requireNonNull(access.json().get("formula"));
    return JsonFindings.origin(source, formula.position(), Objects.requireNonNull(spelled).column(formula, character));
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
    units.putIfAbsent(id, JsonFindings.origin(source, DefinitionNames.at(access, "unit")));
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
    String other = taken.claim(name, JsonFindings.origin(source, DefinitionNames.at(access, member)));
    if (other != null) {
      names.report(DefinitionRules.DUPLICATE, DefinitionNames.at(access, member), "name", name, "other", other);
    } else if (taken.isReserved(name)) {
      String rest = name.substring(name.indexOf(':') + 1);
      names.report(DefinitionRules.RESERVED, DefinitionNames.at(access, member), "name", name, "rest", rest);
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
