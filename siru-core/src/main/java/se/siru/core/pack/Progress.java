package se.siru.core.pack;

import se.siru.core.stability.Experimental;
import se.siru.core.text.LocalizedText;

/** How far an indicator has come towards its target, in a word. */
@Experimental(since = "0.1.0")
public enum Progress {
  /** As far as it should be by now, or further. */
  ON_TRACK("on-track", "I fas", "On track"),
  /** Not quite as far as it should be by now. */
  AT_RISK("at-risk", "I riskzonen", "At risk"),
  /** Not as far as it should be by now. */
  BEHIND("behind", "Efter plan", "Behind"),
  /** Still at the baseline. */
  NOT_STARTED("not-started", "Ej påbörjat", "Not started"),
  /** The target equals the baseline, or lies above it though less is better. */
  UNDEFINED("undefined", "Odefinierat", "Undefined"),
  /** There is no actual value. */
  MISSING("missing", "Saknas", "Missing"),
  /** The period of the target has not begun. */
  NOT_DUE("not-due", "Ännu inte aktuellt", "Not due"),
  /** The indicator has no good direction. */
  NOT_JUDGED("not-judged", "Bedöms inte", "Not judged");

  private final String code;
  private final LocalizedText label;

  Progress(String code, String swedish, String english) {
    this.code = code;
    this.label = LocalizedText.of(swedish, english);
  }

  /** The word used in files. */
  public String code() {
    return code;
  }

  /** What people read. */
  public LocalizedText label() {
    return label;
  }
}
