package se.siru.core.contract;

import se.siru.core.stability.Experimental;

/**
 * What a program may find itself in: a locale, a time zone, another clock. The library takes nothing from its surroundings, so that
 * whoever tries an indicator brings them and undoes them.
 */
@FunctionalInterface
@Experimental(since = "0.1.0")
public interface Surroundings {
  /** Does the work in these surroundings and restores those before. */
  void during(Runnable work);
}
