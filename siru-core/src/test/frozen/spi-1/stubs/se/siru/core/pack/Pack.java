package se.siru.core.pack;

import java.util.List;

public final class Pack {
  Pack() {}

  public String title() {
    throw new AssertionError("stub");
  }

  public List<PackSheet> sheets() {
    throw new AssertionError("stub");
  }
}
