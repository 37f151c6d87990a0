package se.siru.core.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.FieldPath;
import se.siru.core.model.RecordType;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** Why a cell has no number, in words. */
final class Absences {
  static final Value.Absent NO_RECORDS =
      Value.Absent.of(Value.Reason.UNDEFINED, "inga poster", "no records");
  static final Value.Absent NO_GROUPS = Value.Absent.of(Value.Reason.UNDEFINED, "inga grupper", "no groups");
  static final Value.Absent NO_GROUP_VALUE =
      Value.Absent.of(Value.Reason.MISSING, "ingen grupp har ett värde", "no group has a value");
  static final Value.Absent NOT_SPLIT =
      Value.Absent.of(
          Value.Reason.NOT_APPLICABLE, "bara antal och summor kan delas upp", "only counts and sums can be split");
  static final Value.Absent DIVISION_BY_ZERO =
      Value.Absent.of(Value.Reason.UNDEFINED, "division med 0", "division by 0");
  static final Value.Absent TOO_LONG =
      Value.Absent.of(
          Value.Reason.UNDEFINED,
          "ett tal på vägen har fler än " + Rational.MOST_DIGITS + " siffror",
          "a number on the way has more than " + Rational.MOST_DIGITS + " digits");
  static final Value.Absent NOT_SHIFTED =
      Value.Absent.of(
          Value.Reason.NOT_APPLICABLE,
          "bara kalenderår, halvår, kvartal och månader har en period före sig",
          "only calendar years, half-years, quarters and months have a period before them");
  static final Value.Absent REGISTER_INCOMPLETE =
      Value.Absent.of(
          Value.Reason.MISSING,
          "ingen köpares register är komplett för perioden enligt täckningen",
          "by the coverage, no buyer's register is complete for the period");
  static final Value.Absent NO_TARGET = Value.Absent.of(Value.Reason.NOT_APPLICABLE, "inget målvärde", "no target");
  static final Value.Absent TARGET_IS_BASELINE =
      Value.Absent.of(
          Value.Reason.UNDEFINED, "målvärdet är lika med utgångsvärdet", "the target equals the baseline");

  static final Value.Absent TARGET_AGAINST_DIRECTION =
      Value.Absent.of(
          Value.Reason.UNDEFINED, "mindre är bättre, men målvärdet ligger över utgångsvärdet; ange utgångsvärdet",
          "less is better, but the target lies above the baseline; state the baseline");

  /** As long a note is read by nobody, and every formula of a chain has one. */
  private static final int LONGEST_NOTE = 400;

  private Absences() {}

  static Value.Absent notHeld(RecordType type) {
    return new Value.Absent(
        Value.Reason.MISSING,
        LocalizedText.of(
            "portföljen har inga poster av typen " + type.label().in("sv"), "the portfolio holds no " + type.plural()));
  }

  static Value.Absent notCovered(RecordType type) {
    return new Value.Absent(
        Value.Reason.MISSING,
        LocalizedText.of(
            "portföljen täcker inte perioden med poster av typen " + type.label().in("sv"),
            "the portfolio's " + type.plural() + " do not cover the period"));
  }

  static Value.Absent notStated(FieldPath path) {
    return Value.Absent.of(Value.Reason.MISSING, "ingen post anger " + path, "no record states " + path);
  }

  static Value.Absent failed(LocalizedText why) {
    return new Value.Absent(Value.Reason.FAILED, why);
  }

  /** A value that its indicator cannot have. */
  static Value.Absent outOfRange(String shown, LocalizedText range) {
    return Value.Absent.of(
        Value.Reason.FAILED,
        shown + " ligger utanför det deklarerade intervallet, " + range.in("sv"),
        shown + " lies outside the declared range, " + range.in("en"));
  }

  /** Parts that are not together what the author of their code says they are. */
  static Value.Absent notAdditive(String axis, String parts, String total, String cell) {
    return Value.Absent.of(
        Value.Reason.FAILED,
        "additiviteten bryts: delarna efter " + axis + " ger " + parts + ", totalen är " + total + ", i " + cell,
        "additivity violated: the parts by " + axis + " give " + parts + ", the total is " + total + ", in " + cell);
  }

  /** Values of code that gives another one when it is asked again. */
  static Value.Absent notDeterministic(String first, String second, String cell) {
    return Value.Absent.of(
        Value.Reason.FAILED,
        "inte deterministisk: " + first + " första gången, " + second + " andra gången, i " + cell,
        "not deterministic: " + first + " the first time, " + second + " the second, in " + cell);
  }

  static Value.Absent interval(String indicator) {
    return Value.Absent.of(
        Value.Reason.UNDEFINED,
        indicator + " är bara känt som ett intervall",
        indicator + " is known as an interval only");
  }

  static Value.Absent noDirection(String indicator) {
    return Value.Absent.of(
        Value.Reason.NOT_APPLICABLE,
        indicator + " har ingen riktning som är bra",
        indicator + " has no direction that is good");
  }

  /** The absence of an operand, which makes the result absent for the same reason. */
  static Value.Absent ofOperand(String operand, Value.Absent absent) {
    LocalizedText note = LocalizedText.empty();
    for (String language : absent.note().isEmpty() ? List.of("sv", "en") : absent.note().asMap().keySet()) {
      String why = shortened(absent.note().in(language));
      note = note.with(language, why.isEmpty() ? operand : operand + ": " + why);
    }
    return new Value.Absent(absent.reason(), note);
  }

  /** Of a long chain of operands, the last links and the cause. */
  private static String shortened(String why) {
    int link = why.length() <= LONGEST_NOTE ? -1 : why.indexOf(": ", why.length() - LONGEST_NOTE);
    return link < 0 ? why : "…" + why.substring(link);
  }

  /** True where nobody knows a value; null stands for one that is there. */
  static boolean isMissing(Value.@Nullable Absent absent) {
    return absent != null && absent.reason() == Value.Reason.MISSING;
  }
}
