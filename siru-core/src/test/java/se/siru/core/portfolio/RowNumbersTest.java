package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Runs must tell the same numbers as an array. */
class RowNumbersTest {
  @Property
  void partsTellWhatTheyWereGiven(@ForAll("parts") List<int[]> parts) {
    List<RowNumbers> made = parts.stream().map(part -> RowNumbers.of(part, part.length)).toList();
    int[] counts = parts.stream().mapToInt(part -> part.length).toArray();
    RowNumbers joined = RowNumbers.joined(made, counts);

    int[] all = parts.stream().flatMapToInt(Arrays::stream).toArray();
    for (int record = 0; record < all.length; record++) {
      assertEquals(all[record], joined.at(record));
      assertEquals(all[record] + 7, joined.down(7).at(record));
    }
  }

  /** Steps of one mostly: rows of one file, now and then with blank ones between them, in parts; and rows in any order. */
  @Provide
  Arbitrary<List<int[]>> parts() {
    Arbitrary<Integer> mostlyOne = Arbitraries.of(1, 1, 1, 1, 1, 1, 1, 1, 2, 5);
    Arbitrary<Integer> anyhow = Arbitraries.integers().between(-3, 3);
    return Arbitraries.of(mostlyOne, anyhow)
        .flatMap(step -> step.list().ofMaxSize(30).list().ofMinSize(1).ofMaxSize(4))
        .map(RowNumbersTest::numbered);
  }

  private static List<int[]> numbered(List<List<Integer>> steps) {
    int row = 1;
    List<int[]> parts = new ArrayList<>();
    for (List<Integer> part : steps) {
      int[] rows = new int[part.size()];
      for (int i = 0; i < rows.length; i++) {
        row += part.get(i);
        rows[i] = row;
      }
      parts.add(rows);
    }
    return parts;
  }
}
