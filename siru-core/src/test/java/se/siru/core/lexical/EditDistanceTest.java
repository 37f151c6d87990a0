package se.siru.core.lexical;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class EditDistanceTest {
  @Property(tries = 500)
  void aBoundedDistanceIsTheDistanceUpToItsBound(
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'c') String one,
      @ForAll @StringLength(max = 6) @CharRange(from = 'a', to = 'c') String other,
      @ForAll @IntRange(max = 7) int most) {
    assertEquals(Math.min(distance(one, other), most + 1), EditDistance.atMost(one, other, most));
  }

  /** The definition, word for word. */
  private static int distance(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.length() + other.length();
    }
    String a = one.substring(1);
    String b = other.substring(1);
    int replaced = distance(a, b) + (one.charAt(0) == other.charAt(0) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(distance(a, other), distance(one, b)));
    boolean swapped =
        !a.isEmpty() && !b.isEmpty() && one.charAt(0) == b.charAt(0) && a.charAt(0) == other.charAt(0);
    return swapped ? Math.min(least, 1 + distance(a.substring(1), b.substring(1))) : least;
  }
}
