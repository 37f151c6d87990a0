package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import se.siru.core.primitive.LongIndex;

/** The hand-made structures against their plain counterparts. */
class SmallStructuresTest {

  @Property(tries = 200)
  void aLongIndexNumbersLikeALinkedMap(
      @ForAll @Size(max = 400) List<@LongRange(max = 500) Long> few, @ForAll List<@LongRange(max = Long.MAX_VALUE) Long> many) {
    Map<Long, Integer> plain = new LinkedHashMap<>();
    LongIndex index = new LongIndex();
    for (List<Long> keys : List.of(few, many)) {
      for (long key : keys) {
        assertEquals(plain.getOrDefault(key, -1), index.find(key));
        plain.putIfAbsent(key, plain.size());
        assertEquals(plain.get(key), index.add(key));
      }
    }
    assertEquals(plain.size(), index.size());
    assertArrayEquals(plain.keySet().stream().mapToLong(Long::longValue).sorted().toArray(), index.sortedKeys());
  }

  @Property(tries = 200)
  void anEncodedRowIsItsSetOfElements(@ForAll @Size(max = 30) List<@Size(max = 6) List<@IntRange(max = 9) Integer>> rows) {
    IntSets sets = new IntSets();
    int[] values = new int[rows.size()];
    for (int row = 0; row < values.length; row++) {
      int[] elements = rows.get(row).stream().mapToInt(Integer::intValue).toArray();
      values[row] = GrowingInts.encode(elements, elements.length, sets);
    }
    Column.Ints column = new Column.Ints(values, values.length, sets);
    for (int row = 0; row < values.length; row++) {
      int at = row;
      int[] found = new int[column.count(row)];
      Arrays.setAll(found, i -> column.element(at, i));
      assertArrayEquals(new TreeSet<>(rows.get(row)).stream().mapToInt(Integer::intValue).toArray(), found);
    }
    long distinct = rows.stream().map(TreeSet::new).filter(set -> set.size() > 1).distinct().count();
    assertEquals(distinct, sets.count());
  }

  @Property(tries = 200)
  void aDictionaryOverABaseGoesOnCountingAndLeavesTheBase(
      @ForAll @Size(max = 200) Set<@AlphaChars @StringLength(max = 2) String> first,
      @ForAll @Size(max = 200) Set<@AlphaChars @StringLength(max = 2) String> more) {
    IdDictionary base = new IdDictionary(null);
    first.forEach(base::add);
    IdDictionary over = new IdDictionary(base);
    more.forEach(over::add);
    assertEquals(first.size(), base.size());
    Set<String> all = new TreeSet<>(first);
    all.addAll(more);
    assertEquals(all.size(), over.size());
    assertEquals(-1, over.find("longer"));
    for (String id : all) {
      assertEquals(id, over.id(over.find(id)));
      assertEquals(first.contains(id) ? over.find(id) : -1, base.find(id));
    }
  }
}
