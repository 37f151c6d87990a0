package se.siru.core.indicator;

import se.siru.core.model.Agreement;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.Stakeholder;
import se.siru.core.stability.Provided;

/**
 * That a measure can be told only where registers are complete: a record counts in a period where {@link
 * se.siru.core.model.Coverage} says that the register of the buyer that it names holds all agreements of the whole period, and of a
 * time before it. Records of other buyers are left out and counted as unknown; where there is no such buyer at all, the cell is
 * missing.
 *
 * @param of the reference to the buyer
 * @param monthsBefore for how many calendar months before the period the register must be complete, too
 */
@Provided(since = "0.1.0")
public record RequiredCoverage(Field<?> of, int monthsBefore) {
  /** A hundred years. */
  static final int MOST_MONTHS = 1_200;

  /** Refuses what is no reference from an agreement to a stakeholder, and more than a hundred years. */
  public RequiredCoverage {
    boolean fits =
        of.type().equals(Agreement.TYPE.name())
            && of.kind() == FieldKind.REFERENCE
            && !of.many()
            && Stakeholder.TYPE.name().equals(of.target());
    if (!fits) {
      throw new IllegalArgumentException("registers of agreements are complete for one stakeholder each, which " + of + " does not name");
    }
    if (monthsBefore < 0 || monthsBefore > MOST_MONTHS) {
      throw new IllegalArgumentException("from 0 to " + MOST_MONTHS + " months before a period, not " + monthsBefore);
    }
  }
}
