package se.siru.core.identifier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Stable;

/**
 * The number of a Swedish legal person or natural person. A sole trader has no number of an organisation: the business
 * goes by its owner's, which is a personal number and is one here.
 *
 * <p>Texts show the number of a legal person and mask that of a natural person; {@link #digits} gives it away and is for
 * code that knows what it does.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class Identifier {
  /** What a number is the number of. */
  @Stable(since = "0.1.0")
  public enum Kind {
    /** A legal person: {@code organisationsnummer}. */
    ORGANISATION_NUMBER(false),
    /** A registered person: {@code personnummer}. */
    PERSONAL_NUMBER(true),
    /** A person who is not registered: {@code samordningsnummer}, with 60 added to the day of birth. */
    COORDINATION_NUMBER(true),
    /** A number that an authority gave meanwhile: a letter instead of the first of the last four digits. */
    INTERIM_NUMBER(true);

    private final boolean personal;

    Kind(boolean personal) {
      this.personal = personal;
    }

    /** True where the number is personal data. */
    public boolean isPersonal() {
      return personal;
    }
  }

  /** Why a text is no such number. */
  @Stable(since = "0.1.0")
  public enum Problem {
    /** A character other than ASCII digits, a separator, or the letter of an interim number. */
    CHARACTER,
    /** Neither ten nor twelve digits. */
    LENGTH,
    /** A hyphen, plus or blank elsewhere than before the last four digits. */
    SEPARATOR,
    /** Neither the date of birth of a person nor the beginning of an organisation's number. */
    RANGE,
    /** The last digit does not fit the others. */
    CHECK_DIGIT
  }

  /**
   * What became of a text: an identifier or a problem, and null for the other.
   *
   * @param identifier the number
   * @param problem why it is none
   */
  @Stable(since = "0.1.0")
  public record Reading(@Nullable Identifier identifier, @Nullable Problem problem) {}

  private static final int HUNDRED_YEARS = 100;
  private static final int AFTER_THE_CENTURY = 2;

  private final Kind kind;
  private final String digits;
  private final int century;
  private final boolean centenarian;

  /**
   * A number that was read.
   *
   * @param digits the ten characters without separator and century
   * @param century the first two digits of the year of birth, or 0 where they were not stated
   * @param centenarian true where a plus says that the person is a hundred or will be this year
   */
  Identifier(Kind kind, String digits, int century, boolean centenarian) {
    this.kind = kind;
    this.digits = digits;
    this.century = century;
    this.centenarian = centenarian;
  }

  /**
   * Reads a number with or without its century, with a hyphen, plus or blank or nothing before the last four digits, and
   * with blanks around it. An organisation's number may have 16 in front.
   */
  public static Reading read(String text) {
    return IdentifierReader.read(requireNonNull(text, "text"));
  }

  /** The number of a text, or empty where the text is none. */
  public static Optional<Identifier> of(String text) {
    return Optional.ofNullable(read(text).identifier());
  }

  /** What it is the number of. */
  public Kind kind() {
    return kind;
  }

  /** Short for {@code kind().isPersonal()}. */
  public boolean isPersonal() {
    return kind.isPersonal();
  }

  /**
   * The ten characters, without separator and without century, so that all spellings of a number give the same. For a
   * person this is personal data in the clear.
   */
  public String digits() {
    return digits;
  }

  /**
   * The day on which the person was born. A number without century means the latest day that is possible, one with a plus
   * the latest in the year that is a hundred years before the reference day's, or earlier.
   *
   * @param reference the day on which the number is read; nobody is born after it
   * @return empty for a legal person, and where nobody with this number is born by then
   */
  public Optional<LocalDate> birthDay(LocalDate reference) {
    requireNonNull(reference, "reference");
    if (!isPersonal()) {
      return Optional.empty();
    }
    int lastYear = centenarian ? reference.getYear() - HUNDRED_YEARS : reference.getYear();
    int from = century > 0 ? century : lastYear / HUNDRED_YEARS;
    int least = century > 0 ? century : from - 1;
    for (int hundreds = from; hundreds >= least; hundreds--) {
      LocalDate day = IdentifierReader.birthDay(digits, hundreds);
      if (day != null && !day.isAfter(reference) && (century > 0 || day.getYear() <= lastYear)) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  /**
   * True where the number is one that women get: its ninth digit is even. Empty for a legal person and for an interim
   * number, which says nothing of it.
   */
  public Optional<Boolean> isOfAWoman() {
    boolean says = kind == Kind.PERSONAL_NUMBER || kind == Kind.COORDINATION_NUMBER;
    return says ? Optional.of((digits.charAt(digits.length() - AFTER_THE_CENTURY) - '0') % 2 == 0) : Optional.empty();
  }

  /** Equal where kind, digits, century and plus are: a number without century is not known to be that of one with it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Identifier that
        && kind == that.kind
        && digits.equals(that.digits)
        && century == that.century
        && centenarian == that.centenarian;
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, digits, century, centenarian);
  }

  /** {@code 556000-0001} for a legal person; for a natural person a mask without any of its digits. */
  @Override
  public String toString() {
    return isPersonal() ? "******-****" : digits.substring(0, 6) + "-" + digits.substring(6);
  }
}
