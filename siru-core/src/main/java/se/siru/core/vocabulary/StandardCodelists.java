package se.siru.core.vocabulary;

import java.util.Set;
import java.util.TreeMap;

final class StandardCodelists {
  static final Vocabulary VOCABULARY =
      new Vocabulary(new TreeMap<>(), Set.of(), id -> { throw new IllegalStateException(id); });

  private StandardCodelists() {}
}
