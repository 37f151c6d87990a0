package se.siru.indicators.composite;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.DoublePredicate;
import se.siru.core.document.Members;
import se.siru.core.finding.Findings;

/**
 * The reading of one declaration. What is wrong is told and stood in for, so that one reading finds all mistakes. Not thread-safe.
 */
final class CompositeDocument {
  private static final Map<String, Boolean> DIRECTIONS = Map.of("up", false, "down", true);
  private static final Map<String, Step.Impute.By> STAND_INS =
      Map.of("mean", Step.Impute.By.MEAN, "median", Step.Impute.By.MEDIAN);
  private static final Set<String> STEPS = Set.of("denominate", "impute", "screen", "treat", "normalise");
  private static final Set<String> MEANS = Set.of("arithmetic", "geometric", "harmonic", "generalised", "copeland");

  private final Findings findings;
  private final Set<String> codes = new HashSet<>();
  private final CompositeScales scales;

  CompositeDocument(Findings findings) {
    this.findings = findings;
    this.scales = new CompositeScales(this);
  }

  Optional<CompositeIndex> read(Members all) {
    all.requiredText("siru").filter(format -> !format.equals(CompositeReader.FORMAT)).ifPresent(
        format -> all.problem(CompositeRules.FORMAT, "found", format, "accepted", CompositeReader.FORMAT));
    Optional<Component> root = all.requiredObject("index").map(this::aggregate);
    List<Step> steps = new ArrayList<>();
    all.objects("steps").forEach(step -> step(step).ifPresent(steps::add));
    Optional<Aggregation> aggregation = all.object("aggregate").flatMap(this::aggregation);
    double atLeast = number(all, "at-least", 0, CompositeDocument::isShare, "0–1");
    all.finish();
    if (findings.hasErrors() || root.isEmpty()) {
      return Optional.empty();
    }
    CompositeIndex.Builder index = CompositeIndex.of(root.get()).atLeast(atLeast);
    steps.forEach(index::step);
    aggregation.ifPresent(index::aggregated);
    return Optional.of(index.build());
  }

  private Component part(Members part) {
    return part.has("parts") ? aggregate(part) : indicator(part);
  }

  private Component aggregate(Members part) {
    String code = code(part, "code");
    List<Component> parts = part.objects("parts").stream().map(this::part).toList();
    if (parts.stream().noneMatch(each -> each.weight() > 0)) {
      part.problem(CompositeRules.WITHOUT_PARTS, "code", code);
      parts = List.of(Component.indicator("stand-in"));
    }
    Component read = Component.of(code, parts).weight(weight(part));
    Optional<Aggregation> own = part.object("aggregate").flatMap(this::aggregation);
    part.finish();
    return own.isEmpty() ? read : read.aggregated(own.get());
  }

  private Component indicator(Members part) {
    Component read = Component.indicator(code(part, "indicator")).weight(weight(part));
    read = part.choice("direction", DIRECTIONS).orElse(false) ? read.lessIsBetter() : read;
    Optional<String> per = part.text("per").filter(text -> !text.isBlank());
    read = per.isEmpty() ? read : read.per(per.get());
    Optional<Normalisation> own = part.object("normalise").flatMap(this::normalisation);
    part.finish();
    return own.isEmpty() ? read : read.normalised(own.get());
  }

  private String code(Members part, String member) {
    String code = part.requiredText(member).filter(text -> !text.isBlank()).orElse("?");
    if (!codes.add(code) && !code.equals("?")) {
      part.problem(CompositeRules.DUPLICATE, "code", code);
    }
    return code;
  }

  private double weight(Members part) {
    return number(part, "weight", 1, value -> value >= 0, "≥ 0");
  }

  private Optional<Step> step(Members step) {
    Optional<String> name = step.requiredWord("step", STEPS);
    Optional<Step> read = name.flatMap(word -> step(word, step));
    if (name.isPresent()) {
      step.finish();
    }
    return read;
  }

  private Optional<Step> step(String word, Members step) {
    return switch (word) {
      case "denominate" -> Optional.of(new Step.Denominate());
      case "impute" -> step.requiredChoice("by", STAND_INS).map(by -> new Step.Impute(by, step.text("group")));
      case "screen" ->
          Optional.of(new Step.Screen(required(step, "available", CompositeDocument::isShare, "0–1")));
      case "treat" -> Optional.of(treatment(step));
      default -> scales.normalisation(step).map(Step.Normalise::new);
    };
  }

  private Step treatment(Members step) {
    Step.Treat usual = Step.Treat.usual();
    double skewness = number(step, "skewness", usual.skewness(), value -> value >= 0, "≥ 0");
    double kurtosis = number(step, "kurtosis", usual.kurtosis(), value -> true, "");
    OptionalLong most = step.whole("most", 0, 1_000_000);
    return new Step.Treat(skewness, kurtosis, (int) most.orElse(usual.most()));
  }

  private Optional<Normalisation> normalisation(Members own) {
    Optional<Normalisation> read = scales.normalisation(own);
    own.finish();
    return read;
  }

  private Optional<Aggregation> aggregation(Members own) {
    Optional<Aggregation> read = own.requiredWord("method", MEANS).map(method -> aggregation(method, own));
    own.finish();
    return read;
  }

  private Aggregation aggregation(String method, Members own) {
    return switch (method) {
      case "arithmetic" -> new Aggregation.Arithmetic();
      case "geometric" -> new Aggregation.Geometric();
      case "harmonic" -> new Aggregation.Harmonic();
      case "generalised" -> new Aggregation.Generalised(required(own, "power", value -> value != 0, "≠ 0"));
      default -> new Aggregation.Copeland();
    };
  }

  private static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  /** A number that may be left out. */
  double number(Members from, String member, double otherwise, DoublePredicate allowed, String words) {
    return from.decimal(member).map(found -> checked(from, member, found, allowed, words)).orElse(otherwise);
  }

  /** A number that must be there; 1 stands in, which every range allows. */
  double required(Members from, String member, DoublePredicate allowed, String words) {
    return from.requiredDecimal(member).map(found -> checked(from, member, found, allowed, words)).orElse(1.0);
  }

  private double checked(Members from, String member, BigDecimal found, DoublePredicate allowed, String words) {
    double value = found.doubleValue();
    if (Double.isFinite(value) && allowed.test(value)) {
      return value;
    }
    outOfRange(from, member, found, words);
    return 1;
  }

  void outOfRange(Members from, String member, BigDecimal found, String words) {
    from.problem(CompositeRules.OUT_OF_RANGE, "member", member, "found", found.toPlainString(), "allowed", words);
  }
}
