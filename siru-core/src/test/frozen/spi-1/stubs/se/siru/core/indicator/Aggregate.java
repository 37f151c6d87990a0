package se.siru.core.indicator;

import java.util.List;
import java.util.Map;
import se.siru.core.model.FieldPath;

public interface Aggregate {
  public static final class Custom implements Aggregate {
    public Custom(Accumulator<?> p0) {
      throw new AssertionError("stub");
    }
  }

  public static final class Function implements Aggregate {
    public Function(String p0, Map<String, String> p1, List<FieldPath> p2) {
      throw new AssertionError("stub");
    }
  }
}
