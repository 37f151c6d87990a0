package se.siru.core.intake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.identifier.Identifier;

/** Makes a code of what a column says about a person, so that nothing else of it is kept. */
sealed interface PersonStep {
  /** The code, or null where the text does not say it. */
  @Nullable String code(String text, List<DatePattern> dates);

  /**
   * The age class on a day, of a year or day of birth or a personal number. A year alone means the age that is reached in the
   * year of the day.
   *
   * @param on the day
   */
  record AgeOn(LocalDate on) implements PersonStep {
    private static final Pattern YEAR = Pattern.compile("(?:18|19|20)[0-9]{2}");
    private static final long OLDEST = 130;
    private static final long[] FROM = {0, 18, 30, 55};
    private static final List<String> CLASSES = List.of("0-17", "18-29", "30-54", "55-plus");

    @Override
    public @Nullable String code(String text, List<DatePattern> dates) {
      Optional<LocalDate> birth = Identifier.of(text).flatMap(number -> number.birthDay(on));
      LocalDate day = birth.orElseGet(() -> DatePattern.first(dates, text));
      if (day != null) {
        return ageClass(day.isAfter(on) ? -1 : ChronoUnit.YEARS.between(day, on));
      }
      return YEAR.matcher(text).matches() ? ageClass(on.getYear() - Integer.parseInt(text)) : null;
    }

    private static @Nullable String ageClass(long age) {
      if (age < 0 || age > OLDEST) {
        return null;
      }
      int index = CLASSES.size() - 1;
      while (FROM[index] > age) {
        index--;
      }
      return CLASSES.get(index);
    }
  }

  /** The gender for which a personal number was given. */
  record GenderOfNumber() implements PersonStep {
    @Override
    public @Nullable String code(String text, List<DatePattern> dates) {
      return Identifier.of(text).flatMap(Identifier::isOfAWoman).map(woman -> woman ? "women" : "men").orElse(null);
    }
  }
}
