package se.siru.core.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.siru.core.primitive.BytesIndex;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** The codes of lists in UTF-8, numbered by their positions: worked out once for all readers of a file, which has many parts. Thread-safe. */
final class CodeNumbers {
  private final Map<Codelist, BytesIndex> known = new ConcurrentHashMap<>();

  /** The codes of a list, not to be added to. */
  BytesIndex of(Codelist list) {
    return known.computeIfAbsent(list, CodeNumbers::numbered);
  }

  private static BytesIndex numbered(Codelist list) {
    BytesIndex numbers = new BytesIndex();
    for (Code code : list.codes()) {
      byte[] utf8 = code.code().getBytes(StandardCharsets.UTF_8);
      numbers.add(utf8, 0, utf8.length);
    }
    return numbers;
  }
}
