package se.siru.core.intake;

import java.util.Set;

public final class ReaderDescriptor {
  ReaderDescriptor() {}

  public static ReaderDescriptor of(String p0, ReaderDescriptor.Layout p1, Set<String> p2, ReaderOption... p3) {
    throw new AssertionError("stub");
  }

  public enum Layout {
    FIELDS, GRID, OBJECTS
  }
}
