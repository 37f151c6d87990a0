package se.siru.core.indicator;

import se.siru.core.text.LocalizedText;

public abstract class Indicator {
  Indicator() {}

  public static Formula.Builder formula(String p0) {
    throw new AssertionError("stub");
  }

  public static Measure.Builder measure(String p0) {
    throw new AssertionError("stub");
  }

  public static abstract class Builder<B extends Indicator.Builder<B>> {
    Builder() {}

    public B code(String p0) {
      throw new AssertionError("stub");
    }

    public B defined(LocalizedText p0) {
      throw new AssertionError("stub");
    }

    public B named(String p0, String p1) {
      throw new AssertionError("stub");
    }

    public B source(String p0, Indicator.Evidence p1) {
      throw new AssertionError("stub");
    }

    public B unit(String p0) {
      throw new AssertionError("stub");
    }
  }

  public enum Evidence {
    CONFIRMED, UNCONFIRMED
  }
}
