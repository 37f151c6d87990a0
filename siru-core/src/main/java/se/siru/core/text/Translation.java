package se.siru.core.text;

import se.siru.core.stability.Implementable;

/** Words of a further language for texts that are known by stable keys, such as {@code field:stakeholder.sector:label}. */
@FunctionalInterface
@Implementable(since = "0.1.0")
public interface Translation {
  /** A text with the words of the language added, or as it is where there are none for the key. */
  LocalizedText of(String key, LocalizedText text);
}
