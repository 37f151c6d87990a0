package se.siru.core.export;

import se.siru.core.text.LocalizedText;

public final class LossReport {
  LossReport() {}

  public LossReport and(String p0, LocalizedText p1) {
    throw new AssertionError("stub");
  }

  public static LossReport none() {
    throw new AssertionError("stub");
  }
}
