package se.siru.core.model;

public interface Value {
  public static final class Absent implements Value {
    Absent() {}

    public Value.Reason reason() {
      throw new AssertionError("stub");
    }
  }

  public static final class Quantity implements Value {
    Quantity() {}

    public static Value.Quantity of(long p0) {
      throw new AssertionError("stub");
    }
  }

  public enum Reason {
    FAILED, MISSING, NOT_APPLICABLE, NOT_DUE, SUPPRESSED, UNDEFINED;

    public String code() {
      throw new AssertionError("stub");
    }
  }
}
