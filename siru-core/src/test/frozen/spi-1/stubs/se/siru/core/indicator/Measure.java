package se.siru.core.indicator;

import se.siru.core.model.Condition;
import se.siru.core.model.RecordType;

public final class Measure extends Indicator {
  Measure() {}

  public static final class Builder extends Indicator.Builder<Measure.Builder> {
    Builder() {}

    public Measure build() {
      throw new AssertionError("stub");
    }

    public Measure.Builder aggregate(Aggregate p0) {
      throw new AssertionError("stub");
    }

    public Measure.Builder count() {
      throw new AssertionError("stub");
    }

    public Measure.Builder over(RecordType p0) {
      throw new AssertionError("stub");
    }

    public Measure.Builder when(TimeRule p0) {
      throw new AssertionError("stub");
    }

    public Measure.Builder where(Condition p0) {
      throw new AssertionError("stub");
    }
  }
}
