package se.siru.core.contract;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import se.siru.core.containment.Elsewhere;

/**
 * What a program may find itself in: a locale, a time zone, another clock. The library takes nothing from its surroundings, so that
 * whoever tries an indicator brings them and undoes them.
 */
@FunctionalInterface
public interface Surroundings {
  /** Does the work in these surroundings and restores those before. */
  void during(Runnable work);

  /**
   * Another default locale and time zone of the whole process, for as long as the work takes. It is for programs that do nothing else
   * meanwhile.
   *
   * @param locale a language tag
   * @param zone the id of a time zone
   */
  static Surroundings of(String locale, String zone) {
    return work -> Elsewhere.during(Locale.forLanguageTag(locale), TimeZone.getTimeZone(zone), work);
  }

  /**
   * Surroundings in which much goes wrong: a dotless i and the day that begins first; digits that are not 0 to 9 and a day that begins
   * late; and where SIRU comes from.
   */
  static List<Surroundings> awkward() {
    return List.of(
        of("tr-TR", "Pacific/Kiritimati"), of("ar-EG-u-nu-arab", "America/Anchorage"), of("sv-SE", "Europe/Stockholm"));
  }
}
