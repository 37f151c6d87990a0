package se.siru.indicators.composite;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Experimental;

/**
 * A part of a composite index: an indicator, or an aggregate of parts. The order of parts is part of the definition: sums run in it.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class Component {
  private final String code;
  private final double weight;
  private final boolean lessIsBetter;
  private final @Nullable String denominator;
  private final @Nullable Normalisation normalisation;
  private final @Nullable Aggregation aggregation;
  private final List<Component> parts;

  private Component(
      String code,
      double weight,
      boolean lessIsBetter,
      @Nullable String denominator,
      @Nullable Normalisation normalisation,
      @Nullable Aggregation aggregation,
      List<Component> parts) {
    this.code = code;
    this.weight = weight;
    this.lessIsBetter = lessIsBetter;
    this.denominator = denominator;
    this.normalisation = normalisation;
    this.aggregation = aggregation;
    this.parts = parts;
  }

  /** An indicator of which more is better; its code is that of a variable. */
  public static Component indicator(String code) {
    return new Component(named(code), 1, false, null, null, null, List.of());
  }

  /**
   * An aggregate of parts.
   *
   * @throws IllegalArgumentException where there are none, or none with a weight
   */
  public static Component of(String code, Component... parts) {
    return of(code, List.of(parts));
  }

  /**
   * An aggregate of parts.
   *
   * @throws IllegalArgumentException where there are none, or none with a weight
   */
  public static Component of(String code, List<Component> parts) {
    if (parts.stream().noneMatch(part -> part.weight > 0)) {
      throw new IllegalArgumentException(code + " has no part with a weight");
    }
    return new Component(named(code), 1, false, null, null, null, List.copyOf(parts));
  }

  private static String named(String code) {
    if (code.isBlank()) {
      throw new IllegalArgumentException("a part of an index needs a code");
    }
    return code;
  }

  /**
   * This part with a weight among its siblings; weights need not add up to one.
   *
   * @throws IllegalArgumentException where it is negative or not finite
   */
  public Component weight(double newWeight) {
    if (!(newWeight >= 0) || !Double.isFinite(newWeight)) {
      throw new IllegalArgumentException("weight of " + code + ": " + newWeight);
    }
    return new Component(code, newWeight, lessIsBetter, denominator, normalisation, aggregation, parts);
  }

  /** This indicator, of which less is better. */
  public Component lessIsBetter() {
    return indicatorWith(true, denominator, normalisation);
  }

  /** This indicator, divided by a variable where the index denominates. */
  public Component per(String variable) {
    return indicatorWith(lessIsBetter, named(variable), normalisation);
  }

  /** This indicator with a normalisation of its own, such as goalposts or a target. */
  public Component normalised(Normalisation own) {
    return indicatorWith(lessIsBetter, denominator, Objects.requireNonNull(own, "normalisation"));
  }

  private Component indicatorWith(boolean less, @Nullable String per, @Nullable Normalisation own) {
    if (!isIndicator()) {
      throw new IllegalArgumentException(code + " is an aggregate, not an indicator");
    }
    return new Component(code, weight, less, per, own, aggregation, parts);
  }

  /** This aggregate with an aggregation of its own. */
  public Component aggregated(Aggregation own) {
    if (isIndicator()) {
      throw new IllegalArgumentException(code + " is an indicator and aggregates nothing");
    }
    return new Component(code, weight, lessIsBetter, denominator, normalisation, Objects.requireNonNull(own), parts);
  }

  /** The code. */
  public String code() {
    return code;
  }

  /** The weight among its siblings. */
  public double weight() {
    return weight;
  }

  /** Whether it is an indicator, not an aggregate. */
  public boolean isIndicator() {
    return parts.isEmpty();
  }

  /** Whether less of the indicator is better. */
  public boolean isLessBetter() {
    return lessIsBetter;
  }

  /** The variable by which the indicator is divided. */
  public Optional<String> denominator() {
    return Optional.ofNullable(denominator);
  }

  /** The indicator's own normalisation. */
  public Optional<Normalisation> normalisation() {
    return Optional.ofNullable(normalisation);
  }

  /** The aggregate's own aggregation. */
  public Optional<Aggregation> aggregation() {
    return Optional.ofNullable(aggregation);
  }

  /** The parts of an aggregate; none of an indicator. */
  public List<Component> parts() {
    return parts;
  }

  /** The indicators below, in order. */
  List<Component> indicators() {
    return all().filter(Component::isIndicator).toList();
  }

  /** This part and all below it. */
  Stream<Component> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(Component::all));
  }

  /** This aggregate with each part replaced by what a function makes of it; parts without a result are left out. */
  Component mapped(Function<Component, Optional<Component>> change) {
    List<Component> changed = new ArrayList<>();
    parts.forEach(part -> change.apply(part).ifPresent(changed::add));
    return new Component(code, weight, lessIsBetter, denominator, normalisation, aggregation, List.copyOf(changed));
  }

  /** The code and weight. */
  @Override
  public String toString() {
    return code + "·" + weight;
  }
}
