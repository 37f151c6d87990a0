package org.example.embedder;

import java.time.LocalDate;
import java.util.List;
import se.siru.core.model.Periods;
import se.siru.core.model.TimePeriod;

/** A system of its own that has SIRU as a dependency and nothing else of the build that made it. */
public final class Embedder {
  private Embedder() {}

  /** Fails, and with it the build, where the library does not do what the system relies on. */
  public static void main(String[] args) {
    List<TimePeriod> quarters = Periods.quarters(2021, 2023);
    check(quarters.size() == 12, "three years have twelve quarters, not " + quarters);
    check(quarters.get(6).contains(LocalDate.of(2022, 9, 30)), "September is in the third quarter");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
