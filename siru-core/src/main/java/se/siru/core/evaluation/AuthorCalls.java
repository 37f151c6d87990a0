package se.siru.core.evaluation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.siru.core.containment.Containment;
import se.siru.core.containment.Fault;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.text.LocalizedText;

/**
 * Calls the code of authors. That of third parties' plugins runs contained and, where it does not say that it is thread-safe, in the turn
 * of its plugin; once a plugin did not come back in time, none of its code is to be called again. Other code runs as it is.
 *
 * <p>Thread-safe.
 */
final class AuthorCalls {
  private final Containment containment;
  private final Function<String, Lock> turns;
  private final Set<String> late = ConcurrentHashMap.newKeySet();

  /**
   * Calls of plugins that have all come back so far.
   *
   * @param containment knows how long one call may take
   * @param turns the turn of a plugin, by its id
   */
  AuthorCalls(Containment containment, Function<String, Lock> turns) {
    this.containment = containment;
    this.turns = turns;
  }

  /** True where code of the author's plugin did not come back in time, and may still be running. */
  boolean isLate(Author author) {
    return late.contains(author.plugin());
  }

  /**
   * Calls code.
   *
   * @param owner the id of what the code is called for
   * @throws Fault where code of a third party gave no result
   */
  <T> T call(Author author, String owner, Supplier<T> code) throws Fault {
    try {
      return author.isContained() ? contained(author, code) : code.get();
    } catch (Fault fault) {
      if (fault.kind() == Fault.Kind.TIMED_OUT && late.add(author.plugin())) {
        Logger logger = LoggerFactory.getLogger(AuthorCalls.class);
        logger.warn(
            "code of the plugin {} for {} {}; none of its code is called again in this run", author.plugin(), owner, fault.message());
      }
      throw fault;
    } catch (StackOverflowError deep) {
      throw deep;
    } catch (VirtualMachineError fatal) {
      // Nothing goes on from here, but whoever looks at the error shall see whose code it was.
      fatal.addSuppressed(new SiruException(ErrorCode.PLUGINS, "in the code " + author.of() + " for " + owner));
      throw fatal;
    }
  }

  private <T> T contained(Author author, Supplier<T> code) throws Fault {
    return author.threadSafe()
        ? containment.apart(author.context(), true, code::get)
        : containment.inTurn(author.context(), turns.apply(author.plugin()), code::get);
  }

  /** Why code is not called whose plugin {@linkplain #isLate is late}. */
  static LocalizedText notCalled(Author author) {
    return LocalizedText.of(
        "anropas inte: kod från " + author.plugin() + " kom inte tillbaka i tid",
        "is not called: code of " + author.plugin() + " did not come back in time");
  }

  /** What code did instead of giving a result; where it does not fit the host, also which versions of the contract are at odds. */
  static String describe(Author author, Fault fault) {
    boolean misfit = fault.getCause() instanceof LinkageError && !author.contract().isEmpty();
    return fault.what() + (misfit ? "; " + author.contract() : "");
  }
}
