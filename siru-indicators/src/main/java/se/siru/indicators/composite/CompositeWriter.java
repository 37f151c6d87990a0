package se.siru.indicators.composite;

import java.math.BigDecimal;
import java.util.Locale;
import se.siru.core.document.Declaration;
import se.siru.core.stability.Experimental;

/**
 * Writes the declaration of a composite index as JSON that {@link CompositeReader} reads back to the same index.
 *
 * <p>Stateless and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class CompositeWriter {
  private CompositeWriter() {}

  /** The declaration as canonical JSON. */
  public static String text(CompositeIndex index) {
    Declaration document = new Declaration();
    document.put("siru", CompositeReader.FORMAT);
    document.put("index", part(index.root(), false));
    document.put("steps", index.steps().stream().map(CompositeWriter::step).toList());
    document.put("aggregate", aggregation(index.aggregation()));
    document.put("at-least", number(index.atLeast()));
    return document.text();
  }

  private static Declaration part(Component part, boolean isBelow) {
    Declaration object = new Declaration();
    object.put(part.isIndicator() ? "indicator" : "code", part.code());
    if (isBelow) {
      object.put("weight", number(part.weight()));
    }
    if (part.isLessBetter()) {
      object.put("direction", "down");
    }
    part.denominator().ifPresent(per -> object.put("per", per));
    part.normalisation().ifPresent(own -> object.put("normalise", normalisation(new Declaration(), own)));
    part.aggregation().ifPresent(own -> object.put("aggregate", aggregation(own)));
    if (!part.isIndicator()) {
      object.put("parts", part.parts().stream().map(each -> part(each, true)).toList());
    }
    return object;
  }

  private static Declaration step(Step step) {
    Declaration object = new Declaration();
    object.put("step", step.code());
    if (step instanceof Step.Impute impute) {
      object.put("by", impute.by().name().toLowerCase(Locale.ROOT));
      impute.grouping().ifPresent(group -> object.put("group", group));
    } else if (step instanceof Step.Screen screen) {
      object.put("available", number(screen.available()));
    } else if (step instanceof Step.Treat treat) {
      object.put("skewness", number(treat.skewness()));
      object.put("kurtosis", number(treat.kurtosis()));
      object.put("most", treat.most());
    } else if (step instanceof Step.Normalise normalise) {
      return normalisation(object, normalise.unlessOwn());
    }
    return object;
  }

  private static Declaration normalisation(Declaration object, Normalisation how) {
    if (how instanceof Normalisation.MinMax scale) {
      object.put("method", "min-max").put("from", number(scale.from())).put("to", number(scale.to()));
    } else if (how instanceof Normalisation.ZScore scale) {
      object.put("method", "z-score").put("mean", number(scale.mean())).put("deviation", number(scale.deviation()));
    } else if (how instanceof Normalisation.Goalposts posts) {
      object.put("method", "goalposts").put("low", number(posts.low())).put("high", number(posts.high()));
      object.put("scale", number(posts.scale())).put("logarithmic", posts.isLogarithmic());
    } else if (how instanceof Normalisation.DistanceToTarget to) {
      object.put("method", "distance-to-target").put("target", number(to.target())).put("capped", to.isCapped());
    } else if (how instanceof Normalisation.DistanceToReference to) {
      object.put("method", "distance-to-reference").put("unit", to.unit()).put("capped", to.isCapped());
    } else {
      object.put("method", word(how));
    }
    return object;
  }

  private static String word(Normalisation how) {
    if (how instanceof Normalisation.Rank) {
      return "rank";
    } else if (how instanceof Normalisation.Borda) {
      return "borda";
    } else if (how instanceof Normalisation.PercentileRank) {
      return "percentile-rank";
    }
    return how instanceof Normalisation.DistanceToMax ? "distance-to-max" : "fraction-of-max";
  }

  private static Declaration aggregation(Aggregation how) {
    Declaration object = new Declaration();
    if (how instanceof Aggregation.Generalised generalised) {
      object.put("method", "generalised").put("power", number(generalised.power()));
    } else {
      object.put("method", word(how));
    }
    return object;
  }

  private static String word(Aggregation how) {
    if (how instanceof Aggregation.Arithmetic) {
      return "arithmetic";
    } else if (how instanceof Aggregation.Geometric) {
      return "geometric";
    }
    return how instanceof Aggregation.Harmonic ? "harmonic" : "copeland";
  }

  private static BigDecimal number(double value) {
    BigDecimal shortest = BigDecimal.valueOf(value).stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }
}
