package se.siru.core.contract;

/**
 * What a program may find itself in: a locale, a time zone, another clock. The library takes nothing from its surroundings, so that
 * whoever tries an indicator brings them and undoes them.
 */
@FunctionalInterface
public interface Surroundings {
  /** Does the work in these surroundings and restores those before. */
  void during(Runnable work);
}
