package se.siru.core.indicator;

public final class Formula extends Indicator {
  Formula() {}

  public static final class Builder extends Indicator.Builder<Formula.Builder> {
    Builder() {}

    public Formula build() {
      throw new AssertionError("stub");
    }

    public Formula.Builder expression(String p0) {
      throw new AssertionError("stub");
    }
  }
}
