package se.siru.core.indicator;

import java.util.Map;
import se.siru.core.model.Value;

public interface IndicatorFunction {
  String id();

  IndicatorFunction.Outcome apply(IndicatorFunction.Selection p0, IndicatorFunction.Context p1);

  public interface Context {
    Map<String, String> parameters();
  }

  public static final class Outcome {
    public Outcome(Value p0, long p1) {
      throw new AssertionError("stub");
    }
  }

  public interface Selection {
    int size();

    String code(int p0, int p1);

    long value(int p0, int p1);

    long UNKNOWN = Long.MIN_VALUE;
  }
}
