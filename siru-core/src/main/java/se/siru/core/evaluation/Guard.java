package se.siru.core.evaluation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.siru.core.containment.Containment;
import se.siru.core.containment.Fault;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Measure;
import se.siru.core.text.LocalizedText;

/**
 * Runs the code of authors, a batch at a time, and remembers whose code failed. Once code of a measure has failed it is not called
 * again in that run: its cells are {@code failed}, everybody else's numbers stand. Code of third parties' plugins runs contained; once
 * a plugin did not come back in time, none of its code is called again.
 *
 * <p>Thread-safe.
 */
final class Guard {
  private final Catalogue catalogue;
  private final AuthorCalls calls;
  private final Duration budget;
  private final Map<String, Author> authors = new ConcurrentHashMap<>();
  private final Map<String, LocalizedText> failures = new ConcurrentHashMap<>();

  private Guard(Guard before) {
    this.catalogue = before.catalogue;
    this.calls = before.calls;
    this.budget = before.budget;
  }

  /**
   * A guard that has seen no failure.
   *
   * @param catalogue says whose code a measure runs
   * @param budget how long one call of a third party's code may take
   */
  Guard(Catalogue catalogue, Duration budget) {
    this.catalogue = catalogue;
    this.calls = new AuthorCalls(new Containment(budget), catalogue::turn);
    this.budget = budget;
  }

  /**
   * Runs code on behalf of a measure.
   *
   * @return what it gave; empty where it failed now or before, or gave null
   */
  <T> Optional<T> run(Measure measure, Supplier<T> code) {
    String owner = measure.id();
    if (failures.containsKey(owner)) {
      return Optional.empty();
    }
    Author author = author(measure);
    if (calls.isLate(author)) {
      failures.putIfAbsent(owner, AuthorCalls.notCalled(author));
      return Optional.empty();
    }
    try {
      T result = calls.call(author, owner, code);
      if (result == null) {
        failures.putIfAbsent(owner, LocalizedText.of("gav null", "returned null"));
      }
      return Optional.ofNullable(result);
    } catch (Fault fault) {
      failures.putIfAbsent(owner, why(fault.getCause(), AuthorCalls.describe(author, fault)));
      return Optional.empty();
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
      failures.putIfAbsent(owner, why(failure, Fault.describe(failure)));
      return Optional.empty();
    }
  }

  private Author author(Measure measure) {
    return authors.computeIfAbsent(measure.id(), id -> Author.of(measure, catalogue));
  }

  /** A guard for asking again: it has seen no failure, and still does not call code that did not come back in time. */
  Guard again() {
    return new Guard(this);
  }

  /** True where the code of a measure is not this library's, and may be asked again: it has not failed, nor may it still be running. */
  boolean maySayAgain(Measure measure) {
    return Author.isOfOthers(measure, catalogue)
        && !failures.containsKey(measure.id())
        && !calls.isLate(author(measure));
  }

  /** True where the code of a measure is a third party's. */
  boolean isForeign(Measure measure) {
    return author(measure).isContained();
  }

  /** What we say of an author's code is said in both languages; what it says of itself is left as it is. */
  private static LocalizedText why(@Nullable Throwable thrown, String described) {
    return thrown instanceof ForeignValue.Refused refused ? refused.why() : LocalizedText.of(described, described);
  }

  /** Says that code of a measure failed that another process was to run. */
  void fail(Measure measure, LocalizedText reason) {
    fail(measure.id(), reason);
  }

  /** Says that code of a measure failed where other records were read. */
  void fail(String measure, LocalizedText reason) {
    failures.putIfAbsent(measure, reason);
  }

  /** Whose code failed so far, by the ids of measures, and why. */
  Map<String, LocalizedText> failures() {
    return Map.copyOf(failures);
  }

  /** The catalogue that says whose code a measure runs. */
  Catalogue catalogue() {
    return catalogue;
  }

  /** How long one call of a third party's code may take. */
  Duration budget() {
    return budget;
  }

  /** Why the code of a measure failed, if it did. */
  Optional<LocalizedText> failure(Measure measure) {
    return Optional.ofNullable(failures.get(measure.id()));
  }
}
