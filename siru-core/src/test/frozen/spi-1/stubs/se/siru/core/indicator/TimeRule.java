package se.siru.core.indicator;

public final class TimeRule {
  TimeRule() {}

  public static TimeRule during() {
    throw new AssertionError("stub");
  }

  public static TimeRule inForceAtPeriodEnd() {
    throw new AssertionError("stub");
  }
}
