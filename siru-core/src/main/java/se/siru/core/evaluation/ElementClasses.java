package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.portfolio.Units;
import se.siru.core.primitive.LongIndex;
import se.siru.core.primitive.TupleIndex;

/**
 * Elements by what they are counted as: those that have the same codes in all dimensions that are asked for are one class. There are far
 * fewer classes than elements, and a count by class serves every margin.
 *
 * <p>Immutable.
 */
final class ElementClasses {
  private final int[] ofElement;
  private final int[] examples;
  private final long[] isShared;

  /**
   * The classes of elements.
   *
   * @param codes for each dimension the code of every element, encoded
   * @param domain how many elements there may be
   * @param units the units of the elements, or null where each is its own
   */
  ElementClasses(List<int[]> codes, int domain, @Nullable Units units) {
    this.ofElement = new int[domain];
    Map<int[], Boolean> different = new IdentityHashMap<>();
    int count = domain == 0 ? 0 : 1;
    for (int[] each : codes) {
      if (different.put(each, Boolean.TRUE) == null) {
        LongIndex numbers = new LongIndex();
        for (int element = 0; element < domain; element++) {
          ofElement[element] = numbers.add((long) ofElement[element] << Integer.SIZE | each[element] & 0xFFFF_FFFFL);
        }
        count = numbers.size();
      }
    }
    this.examples = new int[count];
    for (int element = domain - 1; element >= 0; element--) {
      examples[ofElement[element]] = element;
    }
    this.isShared = new long[(domain >>> 6) + 1];
    for (int element = 1; units != null && element < domain; element++) {
      if (units.unit(element) == units.unit(element - 1)) {
        isShared[element - 1 >>> 6] |= 1L << element - 1;
        isShared[element >>> 6] |= 1L << element;
      }
    }
  }

  /** How many classes there are. */
  int count() {
    return examples.length;
  }

  /** The class of each element; not to be changed. */
  int[] ofElement() {
    return ofElement;
  }

  /** One bit for each element whose unit has others as well; not to be changed. */
  long[] isShared() {
    return isShared;
  }

  /** The rows of each class in a margin of some of the dimensions. */
  int[][] rows(List<int[]> codes, SetPool sets, TupleIndex rows) {
    int[][] ofClass = new int[count()][];
    int[] encodings = new int[codes.size()];
    int[] tuple = new int[encodings.length];
    int[] found = new int[8];
    for (int number = 0; number < ofClass.length; number++) {
      int several = 1;
      for (int part = 0; part < encodings.length; part++) {
        encodings[part] = codes.get(part)[examples[number]];
        several *= Expansion.choices(sets, encodings[part]).length;
      }
      found = found.length < several ? new int[several] : found;
      int[] into = found;
      int[] next = {0};
      Expansion.forEach(sets, encodings, tuple, () -> into[next[0]++] = rows.add(tuple));
      ofClass[number] = Arrays.copyOf(found, several);
    }
    return ofClass;
  }
}
