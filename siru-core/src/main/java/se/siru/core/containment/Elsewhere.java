package se.siru.core.containment;

import java.util.Locale;
import java.util.TimeZone;

/** Work under other defaults of the process, for those who try code that ought not to depend on them. */
public final class Elsewhere {
  private Elsewhere() {}

  /** Sets the default locale and time zone, does the work, and puts back what was there. */
  public static void during(Locale locale, TimeZone zone, Runnable work) {
    SharedState before = SharedState.now();
    try {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
      work.run();
    } finally {
      before.restore();
    }
  }
}
