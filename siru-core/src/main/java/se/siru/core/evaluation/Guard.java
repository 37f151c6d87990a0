package se.siru.core.evaluation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.siru.core.containment.Containment;
import se.siru.core.containment.Fault;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
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
  private final Containment containment;
  private final Map<String, Author> authors = new ConcurrentHashMap<>();
  private final Map<String, LocalizedText> failures = new ConcurrentHashMap<>();
  private final Set<String> late = ConcurrentHashMap.newKeySet();

  private Guard(Guard before) {
    this.catalogue = before.catalogue;
    this.containment = before.containment;
    this.late.addAll(before.late);
  }

  /**
   * A guard that has seen no failure.
   *
   * @param catalogue says whose code a measure runs
   * @param budget how long one call of a third party's code may take
   */
  Guard(Catalogue catalogue, Duration budget) {
    this.catalogue = catalogue;
    this.containment = new Containment(budget);
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
    Author author = authors.computeIfAbsent(owner, id -> Author.of(measure, catalogue));
    if (late.contains(author.plugin())) {
      failures.putIfAbsent(owner, notCalled(author.plugin()));
      return Optional.empty();
    }
    try {
      T result = author.isContained() ? contained(author, code) : code.get();
      if (result == null) {
        failures.putIfAbsent(owner, LocalizedText.of("gav null", "returned null"));
      }
      return Optional.ofNullable(result);
    } catch (Fault fault) {
      failed(owner, author, fault);
      return Optional.empty();
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
      failures.putIfAbsent(owner, why(failure, Fault.describe(failure)));
      return Optional.empty();
    } catch (VirtualMachineError fatal) {
      // Nothing goes on from here, but whoever looks at the error shall see whose code it was.
      fatal.addSuppressed(new SiruException(ErrorCode.PLUGINS, "in the code " + author.of() + " for " + owner));
      throw fatal;
    }
  }

  private <T> T contained(Author author, Supplier<T> code) throws Fault {
    return author.threadSafe()
        ? containment.apart(author.context(), true, code::get)
        : containment.inTurn(author.context(), catalogue.turn(author.plugin()), code::get);
  }

  private void failed(String owner, Author author, Fault fault) {
    boolean misfit = fault.getCause() instanceof LinkageError && !author.contract().isEmpty();
    failures.putIfAbsent(owner, why(fault.getCause(), fault.what() + (misfit ? "; " + author.contract() : "")));
    if (fault.kind() == Fault.Kind.TIMED_OUT && late.add(author.plugin())) {
      Logger logger = LoggerFactory.getLogger(Guard.class);
      logger.warn("code of the plugin {} for {} {}; none of its code is called again in this run", author.plugin(), owner, fault.message());
    }
  }

  /** A guard for asking again: it has seen no failure, and still does not call code that did not come back in time. */
  Guard again() {
    return new Guard(this);
  }

  /** True where the code of a measure is not this library's, and may be asked again: it has not failed, nor may it still be running. */
  boolean maySayAgain(Measure measure) {
    return Author.isOfOthers(measure, catalogue)
        && !failures.containsKey(measure.id())
        && !late.contains(Author.of(measure, catalogue).plugin());
  }

  /** True where the code of a measure is a third party's. */
  boolean isForeign(Measure measure) {
    return Author.of(measure, catalogue).isContained();
  }

  /** What we say of an author's code is said in both languages; what it says of itself is left as it is. */
  private static LocalizedText why(@Nullable Throwable thrown, String described) {
    return thrown instanceof ForeignValue.Refused refused ? refused.why() : LocalizedText.of(described, described);
  }

  private static LocalizedText notCalled(String plugin) {
    return LocalizedText.of(
        "anropas inte: kod från " + plugin + " kom inte tillbaka i tid", "is not called: code of " + plugin + " did not come back in time");
  }

  /** Why the code of a measure failed, if it did. */
  Optional<LocalizedText> failure(Measure measure) {
    return Optional.ofNullable(failures.get(measure.id()));
  }
}
