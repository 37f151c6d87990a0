package se.siru.core.model;

import se.siru.core.stability.Stable;

/** The kinds of values that a field may hold, with the Java type by which a {@link Row} gives them. */
@Stable(since = "0.1.0")
public enum FieldKind {
  /** Free text or an id: {@code String}. */
  TEXT,
  /** A code of a code list: {@code String}; with many values {@code List<String>}. */
  CODE,
  /** The id of another record: {@code String}; with many values {@code List<String>}. */
  REFERENCE,
  /** A calendar day: {@code LocalDate}. */
  DATE,
  /** A whole number: {@code Long}. */
  INTEGER,
  /** An exact decimal with at most {@link Field#scale} decimals: {@code BigDecimal}. */
  DECIMAL,
  /** An amount: {@link Money}. */
  MONEY;

  /** True of what can be added up: whole numbers, decimals and amounts. */
  public boolean isNumber() {
    return this == INTEGER || this == DECIMAL || this == MONEY;
  }
}
