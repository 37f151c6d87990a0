package se.siru.cli;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import se.siru.core.contract.Surroundings;

/** Another default locale and time zone than the process has, for as long as plugins are tried. */
record Elsewhere(String locale, String zone) implements Surroundings {
  /** A dotless i and the day that begins first; digits that are not 0 to 9 and a day that begins late. */
  static final List<Elsewhere> ALL =
      List.of(new Elsewhere("tr-TR", "Pacific/Kiritimati"), new Elsewhere("ar-EG-u-nu-arab", "America/Anchorage"));

  @Override
  public void during(Runnable work) {
    Locale localeBefore = Locale.getDefault();
    TimeZone zoneBefore = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(locale));
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      work.run();
    } finally {
      Locale.setDefault(localeBefore);
      TimeZone.setDefault(zoneBefore);
    }
  }
}
