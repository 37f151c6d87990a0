package se.siru.core.intake;

public final class Cell {
  Cell() {}

  public static Cell text(String p0) {
    throw new AssertionError("stub");
  }
}
