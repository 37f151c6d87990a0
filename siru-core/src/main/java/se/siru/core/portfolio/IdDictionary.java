package se.siru.core.portfolio;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ids of one record type, numbered in the order in which they are first seen, as an entity or as a reference. A dictionary
 * over a base keeps the base's numbers and leaves the base as it is.
 */
final class IdDictionary {
  /** Below this character every text is in NFC. */
  private static final char FIRST_COMBINING = '\u0300';

  private final @Nullable IdDictionary base;
  private final int baseSize;
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final List<String> ids = new ArrayList<>();

  IdDictionary(@Nullable IdDictionary base) {
    this.base = base;
    this.baseSize = base == null ? 0 : base.size();
  }

  static String nfc(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  /** The number of an id, which must be in NFC; added where it is new. */
  int add(String id) {
    int known = find(id);
    if (known >= 0) {
      return known;
    }
    int ordinal = size();
    ordinals.put(id, ordinal);
    ids.add(id);
    return ordinal;
  }

  /** The number of an id, or -1. */
  int find(String id) {
    Integer own = ordinals.get(id);
    return own != null ? own : base == null ? -1 : base.find(id);
  }

  String id(int ordinal) {
    return base != null && ordinal < baseSize ? base.id(ordinal) : ids.get(ordinal - baseSize);
  }

  int size() {
    return baseSize + ids.size();
  }
}
