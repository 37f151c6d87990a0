package se.siru.core.primitive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Packing must not change a number, whatever the range, alone or joined. */
class PackedNumbersTest {
  @Property
  void longsComeBackAsTheyWere(@ForAll("numbers") long[] numbers) {
    PackedNumbers packed = PackedNumbers.of(numbers, numbers.length, Long.MIN_VALUE);

    long[] copy = new long[numbers.length];
    packed.copy(copy, copy.length);
    assertArrayEquals(numbers, copy);
    for (int i = 0; i < numbers.length; i++) {
      assertEquals(numbers[i], packed.at(i));
    }
  }

  @Property
  void intsComeBackAsTheyWere(@ForAll("numbers") long[] numbers, @ForAll boolean codes) {
    int missing = codes ? -1 : Integer.MIN_VALUE;
    int[] ints = Arrays.stream(numbers).mapToInt(each -> each == Long.MIN_VALUE ? missing : (int) each).toArray();
    PackedNumbers packed = PackedNumbers.of(ints, ints.length, missing);

    int[] copy = new int[ints.length];
    packed.copy(copy, copy.length);
    assertArrayEquals(ints, copy);
  }

  @Property
  void aRunIsThatPartOfTheWhole(@ForAll("numbers") long[] numbers, @ForAll int from, @ForAll int count) {
    PackedNumbers packed = PackedNumbers.of(numbers, numbers.length, Long.MIN_VALUE);
    int first = Math.floorMod(from, numbers.length + 1);
    int size = Math.floorMod(count, numbers.length - first + 1);

    long[] copy = new long[size];
    packed.copy(first, copy, size);
    assertArrayEquals(Arrays.copyOfRange(numbers, first, first + size), copy);

    int[] ints = Arrays.stream(numbers).mapToInt(each -> each == Long.MIN_VALUE ? -1 : (int) each).toArray();
    int[] copyOfInts = new int[size];
    PackedNumbers.of(ints, ints.length, -1).copy(first, copyOfInts, size);
    assertArrayEquals(Arrays.copyOfRange(ints, first, first + size), copyOfInts);
  }

  @Property
  void partsJoinedAreTheWhole(@ForAll("parts") List<long[]> parts) {
    List<PackedNumbers> packed = new ArrayList<>();
    for (long[] part : parts) {
      boolean absent = Arrays.stream(part).allMatch(each -> each == Long.MIN_VALUE);
      packed.add(absent ? null : PackedNumbers.of(part, part.length, Long.MIN_VALUE));
    }
    long[] all = parts.stream().flatMapToLong(Arrays::stream).toArray();
    int[] counts = parts.stream().mapToInt(part -> part.length).toArray();
    PackedNumbers joined = PackedNumbers.joined(packed, counts, Long.MIN_VALUE);

    long[] copy = new long[all.length];
    joined.copy(copy, copy.length);
    assertArrayEquals(all, copy);
    assertEquals(PackedNumbers.of(all, all.length, Long.MIN_VALUE).range(), joined.range());
  }

  /** Runs of numbers near each other, of every width, with missing ones among them. */
  @Provide
  Arbitrary<long[]> numbers() {
    Arbitrary<Long> spans = Arbitraries.of(0L, 1L, 253L, 254L, 255L, 256L, 65_533L, 65_535L, 1L << 31, 1L << 33, Long.MAX_VALUE);
    Arbitrary<Long> starts = Arbitraries.of(-2L, -1L, 0L, 1L, 18_262L, Integer.MIN_VALUE + 1L, Long.MIN_VALUE + 1, Long.MAX_VALUE);
    return spans.flatMap(
        span ->
            starts.flatMap(
                start -> {
                  long most = start > Long.MAX_VALUE - span ? Long.MAX_VALUE : start + span;
                  Arbitrary<Long> number =
                      Arbitraries.frequencyOf(
                          Tuple.of(8, Arbitraries.longs().between(start, most)),
                          Tuple.of(1, Arbitraries.of(start, most)),
                          Tuple.of(1, Arbitraries.just(Long.MIN_VALUE)));
                  return number.array(long[].class).ofMaxSize(40);
                }));
  }

  @Provide
  Arbitrary<List<long[]>> parts() {
    return numbers().list().ofMinSize(1).ofMaxSize(5);
  }
}
