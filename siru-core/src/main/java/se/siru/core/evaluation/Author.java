package se.siru.core.evaluation;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Condition;

/**
 * Whose code a measure runs beside the engine's own.
 *
 * @param plugin the id of the plugin; empty where the code is this library's or the application's
 * @param threadSafe whether the plugin says that its code may run on several threads at once
 * @param context the class loader of the code
 */
record Author(String plugin, boolean threadSafe, @Nullable ClassLoader context) {
  private static final Author TRUSTED = new Author("", true, null);

  static Author of(Measure measure, Catalogue catalogue) {
    Optional<Object> code = codeIn(measure, catalogue);
    if (code.isEmpty()) {
      return TRUSTED;
    }
    String named = measure.aggregate() instanceof Aggregate.Function function ? function.id() : measure.id();
    return catalogue
        .provider(named)
        .filter(Provider::isThirdParty)
        .map(provider -> new Author(provider.id(), provider.threadSafe(), code.get().getClass().getClassLoader()))
        .orElse(TRUSTED);
  }

  boolean isContained() {
    return !plugin.isEmpty();
  }

  private static Optional<Object> codeIn(Measure measure, Catalogue catalogue) {
    Aggregate aggregate = measure.aggregate();
    if (aggregate instanceof Aggregate.Function function) {
      return catalogue.function(function.id()).map(found -> found);
    }
    if (aggregate instanceof Aggregate.Custom custom) {
      return Optional.of(custom.accumulator());
    }
    return conditions(measure).flatMap(Author::codeIn).findFirst();
  }

  private static Stream<Condition> conditions(Measure measure) {
    Stream<Grouping.Inner> inners = measure.grouping().stream().flatMap(grouping -> grouping.inners().stream());
    return Stream.concat(Stream.of(measure.where()), inners.map(Grouping.Inner::where));
  }

  /** The parts of a condition that are written as code. */
  static Stream<Object> codeIn(Condition condition) {
    return Nested.in(condition)
        .filter(Condition.Opaque.class::isInstance)
        .map(opaque -> ((Condition.Opaque) opaque).test());
  }
}
