package se.siru.core.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Condition;
import se.siru.core.model.ValidationRule;

/**
 * Whose code a measure or a rule runs beside the engine's own.
 *
 * @param plugin the id of the plugin; empty where the code is this library's or the application's
 * @param threadSafe whether the plugin says that its code may run on several threads at once
 * @param context the class loader of the code
 * @param contract what {@link Provider#contract} says
 */
record Author(String plugin, boolean threadSafe, @Nullable ClassLoader context, String contract) {
  private static final Author TRUSTED = new Author("", true, null, "");

  /** The third party whose code the measure runs: a function of one plugin may get records that a condition of another selected. */
  static Author of(Measure measure, Catalogue catalogue) {
    List<Author> foreign = codeIn(measure, catalogue).flatMap(code -> of(code, catalogue).stream()).toList();
    return foreign.isEmpty()
        ? TRUSTED
        : new Author(
            foreign.get(0).plugin, foreign.stream().allMatch(Author::threadSafe), foreign.get(0).context, foreign.get(0).contract);
  }

  /** True where the measure runs code that is not this library's: the application's or a plugin's. */
  static boolean isOfOthers(Measure measure, Catalogue catalogue) {
    return codeIn(measure, catalogue).anyMatch(code -> catalogue.provider(code.providedAs()).filter(Provider::isOfThisLibrary).isEmpty());
  }

  /** The third party whose code is in the conditions of a rule. */
  static Author of(ValidationRule rule, Provider provider) {
    return Stream.of(rule.where(), rule.must()).flatMap(Author::codeIn).findFirst().flatMap(code -> of(code, provider)).orElse(TRUSTED);
  }

  private static Optional<Author> of(Code code, Catalogue catalogue) {
    return catalogue.provider(code.providedAs()).flatMap(provider -> of(code.object(), provider));
  }

  private static Optional<Author> of(Object code, Provider provider) {
    return provider.isThirdParty()
        ? Optional.of(new Author(provider.id(), provider.threadSafe(), code.getClass().getClassLoader(), provider.contract()))
        : Optional.empty();
  }

  /** Code, and the name of the indicator or function that it was provided as. */
  record Code(Object object, String providedAs) {}

  boolean isContained() {
    return !plugin.isEmpty();
  }

  /** Whose code it is, for messages. */
  String of() {
    return isContained() ? "of the plugin " + plugin : "of this library or the application";
  }

  /** All code that a measure runs beside the engine's own. */
  static Stream<Code> codeIn(Measure measure, Catalogue catalogue) {
    Aggregate aggregate = measure.aggregate();
    Stream<Code> ofAggregate = Stream.empty();
    if (aggregate instanceof Aggregate.Function function) {
      ofAggregate = catalogue.function(function.id()).stream().map(found -> new Code(found, function.id()));
    } else if (aggregate instanceof Aggregate.Custom custom) {
      ofAggregate = Stream.of(new Code(custom.accumulator(), measure.id()));
    }
    return Stream.concat(
        ofAggregate, Nested.conditions(measure).flatMap(Author::codeIn).map(test -> new Code(test, measure.id())));
  }

  /** The parts of a condition that are written as code. */
  static Stream<Object> codeIn(Condition condition) {
    return Nested.in(condition)
        .filter(Condition.Opaque.class::isInstance)
        .map(opaque -> ((Condition.Opaque) opaque).test());
  }
}
