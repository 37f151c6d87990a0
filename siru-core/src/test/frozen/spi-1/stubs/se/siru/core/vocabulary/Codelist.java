package se.siru.core.vocabulary;

import java.util.List;
import se.siru.core.text.LocalizedText;

public final class Codelist {
  Codelist() {}

  public static Codelist of(String p0, String p1, LocalizedText p2, List<Code> p3) {
    throw new AssertionError("stub");
  }
}
