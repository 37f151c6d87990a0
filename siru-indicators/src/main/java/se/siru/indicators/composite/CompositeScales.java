package se.siru.indicators.composite;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import se.siru.core.document.Members;

/** Reads scales; what follows {@code method} depends on it. */
final class CompositeScales {
  private static final Set<String> METHODS =
      Set.of(
          "min-max", "z-score", "rank", "borda", "percentile-rank", "goalposts", "distance-to-target", "distance-to-reference",
          "distance-to-max", "fraction-of-max");

  private final CompositeDocument document;

  CompositeScales(CompositeDocument document) {
    this.document = document;
  }

  /** The scale; the caller finishes the object. */
  Optional<Normalisation> normalisation(Members from) {
    return from.requiredWord("method", METHODS).flatMap(method -> normalisation(method, from));
  }

  private Optional<Normalisation> normalisation(String method, Members from) {
    return switch (method) {
      case "min-max" -> Optional.of(minMax(from));
      case "z-score" -> Optional.of(zScore(from));
      case "rank" -> Optional.of(new Normalisation.Rank());
      case "borda" -> Optional.of(new Normalisation.Borda());
      case "percentile-rank" -> Optional.of(new Normalisation.PercentileRank());
      case "goalposts" -> Optional.of(goalposts(from));
      case "distance-to-target" -> {
        double target = document.required(from, "target", value -> true, "");
        yield Optional.of(new Normalisation.DistanceToTarget(target, from.bool("capped").orElse(false)));
      }
      case "distance-to-reference" -> {
        boolean isCapped = from.bool("capped").orElse(false);
        yield from.requiredText("unit").map(unit -> new Normalisation.DistanceToReference(unit, isCapped));
      }
      case "distance-to-max" -> Optional.of(new Normalisation.DistanceToMax());
      default -> Optional.of(new Normalisation.FractionOfMax());
    };
  }

  private Normalisation minMax(Members from) {
    double low = document.number(from, "from", 0, value -> true, "");
    double high = document.number(from, "to", 100, value -> value > low, "> from");
    return new Normalisation.MinMax(low, Math.max(high, Math.nextUp(low)));
  }

  private Normalisation zScore(Members from) {
    double mean = document.number(from, "mean", 0, value -> true, "");
    return new Normalisation.ZScore(mean, document.number(from, "deviation", 1, value -> value > 0, "> 0"));
  }

  private Normalisation goalposts(Members from) {
    boolean isLogarithmic = from.bool("logarithmic").orElse(false);
    double low = document.required(from, "low", value -> true, "");
    double high = document.required(from, "high", value -> value > low, "> low");
    double scale = document.number(from, "scale", 1, value -> value > 0, "> 0");
    if (isLogarithmic && low <= 0) {
      document.outOfRange(from, "low", BigDecimal.valueOf(low), "> 0");
      return new Normalisation.Rank();
    }
    return new Normalisation.Goalposts(low, Math.max(high, Math.nextUp(low)), scale, isLogarithmic);
  }
}
