package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;

public final class Cell {
  Cell() {}

  public String code() {
    throw new AssertionError("stub");
  }

  public Map<String, String> codes() {
    throw new AssertionError("stub");
  }

  public Optional<BigDecimal> number() {
    throw new AssertionError("stub");
  }

  public TimePeriod period() {
    throw new AssertionError("stub");
  }

  public Value value() {
    throw new AssertionError("stub");
  }
}
