package se.siru.core.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Agreement;
import se.siru.core.model.Field;
import se.siru.core.model.Schema;

/**
 * What an agreement states of what the law asks about.
 *
 * @param basis code of its legal basis, or null
 * @param partnership code of its form of partnership, or null
 * @param law code of the procurement law, or null
 * @param service code of the category of service, or null
 * @param day the day on which it was signed, or else its first day; null where it states neither
 * @param start its first day, or else the day on which it was signed
 * @param until the day after its last, or null where it is open
 * @param tendered the day on which the tender was submitted, or else {@code day}
 * @param value with options, in the portfolio's currency, or null
 * @param occupiedShare 0 to 1, or null
 * @param met criteria that were tested and met
 * @param unmet criteria that were tested and not met
 * @param procurementRisk {@code yes}, {@code no} or null
 */
record StatedAgreement(
    @Nullable String basis,
    @Nullable String partnership,
    @Nullable String law,
    @Nullable String service,
    @Nullable LocalDate day,
    @Nullable LocalDate start,
    @Nullable LocalDate until,
    @Nullable LocalDate tendered,
    @Nullable BigDecimal value,
    @Nullable BigDecimal occupiedShare,
    Set<String> met,
    Set<String> unmet,
    @Nullable String procurementRisk) {
  private static final int SCALE_OF_MONEY = 2;

  static StatedAgreement of(Schema schema, Batch batch, int row) {
    LocalDate signed = day(batch, Agreement.SIGNED, row);
    LocalDate start = day(batch, Agreement.START, row);
    LocalDate tendered = day(batch, Agreement.TENDERED, row);
    LocalDate day = signed == null ? start : signed;
    return new StatedAgreement(
        code(schema, batch, Agreement.LEGAL_BASIS, row),
        code(schema, batch, Agreement.PARTNERSHIP, row),
        code(schema, batch, Agreement.LAW, row),
        code(schema, batch, Agreement.SERVICE_CATEGORY, row),
        day,
        start == null ? signed : start,
        day(batch, Agreement.END, row), // the column of a last day holds the day after
        tendered == null ? day : tendered,
        number(batch, Agreement.VALUE, SCALE_OF_MONEY, row),
        number(batch, Agreement.OCCUPIED_SHARE, Agreement.OCCUPIED_SHARE.scale(), row),
        codes(schema, batch, Agreement.CRITERIA_MET, row),
        codes(schema, batch, Agreement.CRITERIA_UNMET, row),
        code(schema, batch, Agreement.PROCUREMENT_RISK, row));
  }

  private static @Nullable String code(Schema schema, Batch batch, Field<String> field, int row) {
    Column.Ints column = (Column.Ints) batch.column(field.name());
    return column.count(row) == 0 ? null : schema.codelist(field).at(column.element(row, 0)).code();
  }

  private static Set<String> codes(Schema schema, Batch batch, Field<?> field, int row) {
    Column.Ints column = (Column.Ints) batch.column(field.name());
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < column.count(row); i++) {
      codes.add(schema.codelist(field).at(column.element(row, i)).code());
    }
    return codes;
  }

  private static @Nullable LocalDate day(Batch batch, Field<LocalDate> field, int row) {
    int day = ((Column.Days) batch.column(field.name())).value(row);
    return day == Column.Days.MISSING ? null : LocalDate.ofEpochDay(day);
  }

  private static @Nullable BigDecimal number(Batch batch, Field<?> field, int scale, int row) {
    long number = ((Column.Longs) batch.column(field.name())).value(row);
    return number == Column.Longs.MISSING ? null : BigDecimal.valueOf(number, scale);
  }
}
