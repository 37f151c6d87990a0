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
    if (condition instanceof Condition.Opaque opaque) {
      return Stream.of(opaque.test());
    }
    if (condition instanceof Condition.Not not) {
      return codeIn(not.condition());
    }
    if (condition instanceof Condition.Related related) {
      return codeIn(related.where());
    }
    if (condition instanceof Condition.Several several) {
      return codeIn(several.related().where());
    }
    if (condition instanceof Condition.AllOf all) {
      return all.conditions().stream().flatMap(Author::codeIn);
    }
    return condition instanceof Condition.AnyOf any ? any.conditions().stream().flatMap(Author::codeIn) : Stream.empty();
  }
}
