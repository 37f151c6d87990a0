package se.siru.core.primitive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BytesIndexTest {

  @Property(tries = 300)
  void numbersRunsLikeALinkedMap(
      @ForAll @Size(max = 200) List<@Size(max = 20) List<@ByteRange(min = -1, max = 1) Byte>> runs,
      @ForAll @IntRange(max = 20) int before,
      @ForAll @IntRange(max = 20) int behind) {
    Map<ByteBuffer, Integer> plain = new LinkedHashMap<>();
    BytesIndex index = new BytesIndex();
    for (List<Byte> run : runs) {
      byte[] bytes = new byte[before + run.size() + behind];
      for (int i = 0; i < run.size(); i++) {
        bytes[before + i] = run.get(i);
      }
      int to = before + run.size();
      ByteBuffer key = ByteBuffer.wrap(bytes, before, run.size()).slice();
      assertEquals(plain.getOrDefault(key, -1), index.find(bytes, before, to));
      plain.putIfAbsent(key, plain.size());
      assertEquals(plain.get(key), index.add(bytes, before, to));
      assertEquals(plain.get(key), index.find(bytes, before, to));
    }
    assertEquals(plain.size(), index.size());
    plain.forEach((key, number) -> {
      byte[] bytes = new byte[key.remaining()];
      key.duplicate().get(bytes);
      assertArrayEquals(bytes, index.bytes(number));
    });
  }

  /** Runs that lie one behind the other. */
  private record Laid(byte[] bytes, int[] from, int[] to) {
    static Laid of(List<List<Byte>> runs, int before) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      text.writeBytes(new byte[before]);
      int[] from = new int[runs.size()];
      int[] to = new int[runs.size()];
      for (int i = 0; i < runs.size(); i++) {
        from[i] = text.size();
        runs.get(i).forEach(text::write);
        to[i] = text.size();
      }
      return new Laid(text.toByteArray(), from, to);
    }
  }

  @Property(tries = 300)
  void looksUpManyRunsAsItDoesEach(
      @ForAll @Size(max = 60) List<@Size(max = 20) List<@ByteRange(min = -1, max = 1) Byte>> runs,
      @ForAll @IntRange(min = 1, max = 3) int fields,
      @ForAll @IntRange(max = 20) int before,
      @ForAll boolean amongMany,
      @ForAll byte strange) {
    Laid laid = Laid.of(runs, before);
    byte[] bytes = laid.bytes();
    int[] from = laid.from();
    int[] to = laid.to();
    BytesIndex index = new BytesIndex();
    for (int i = 0; i < 1000 && amongMany; i++) {
      index.add(new byte[] {2, (byte) i, (byte) (i >> 8)}, 0, 3);
    }
    for (int i = 0; i < runs.size(); i += 2) {
      if (from[i] < to[i]) {
        index.add(bytes, from[i], to[i]);
      }
    }
    long[] words = new long[bytes.length / 8 + 1 + ByteWords.SLACK];
    BytesIndex.Asked asked = new BytesIndex.Asked(strange);
    ByteWords.copy(bytes, bytes.length, words);
    for (int field = 0; field < fields; field++) {
      int count = (runs.size() - field + fields - 1) / fields;
      int[] found = new int[count + 2];
      int missed = index.find(bytes, words, from, to, field, fields, count, found, 1, asked);
      assertEquals(0, found[0] + found[count + 1]);
      for (int i = 0; i < count; i++) {
        int cell = field + i * fields;
        boolean isAsked = from[cell] < to[cell];
        assertEquals(isAsked && bytes[from[cell]] != strange ? index.find(bytes, from[cell], to[cell]) : -1, found[1 + i]);
        missed -= isAsked && found[1 + i] < 0 ? 1 : 0;
      }
      assertEquals(0, missed);
    }
  }

  @Property(tries = 300)
  void addsAListAsItAddsEach(
      @ForAll @Size(max = 60) List<@Size(max = 20) List<@ByteRange(min = -1, max = 1) Byte>> runs,
      @ForAll @IntRange(max = 60) int known,
      @ForAll @IntRange(min = 1, max = 3) int fields) {
    Laid laid = Laid.of(runs, 0);
    byte[] bytes = laid.bytes();
    int[] from = laid.from();
    int[] to = laid.to();
    BytesIndex one = new BytesIndex();
    BytesIndex all = new BytesIndex();
    for (int i = 0; i < Math.min(known, from.length); i++) {
      one.add(bytes, from[i], to[i]);
      all.add(bytes, from[i], to[i]);
    }
    BytesList list = new BytesList();
    List<Integer> expected = new ArrayList<>();
    for (int field = 0; field < fields; field++) {
      int count = (runs.size() - field + fields - 1) / fields;
      if (field == 1) {
        for (int cell = field; cell < runs.size(); cell += fields) {
          assertEquals(expected.size(), list.add(bytes, from[cell], to[cell]));
          expected.add(cell);
        }
        continue;
      }
      assertEquals(expected.size(), list.add(bytes, from, to, field, fields, count));
      for (int i = 0; i < count; i++) {
        expected.add(field + i * fields);
      }
    }
    int[] numbers = all.addAll(list);
    for (int i = 0; i < numbers.length; i++) {
      int cell = expected.get(i);
      assertArrayEquals(Arrays.copyOfRange(bytes, from[cell], to[cell]), list.bytes(i));
      assertEquals(one.add(bytes, from[cell], to[cell]), numbers[i]);
      assertArrayEquals(list.bytes(i), all.bytes(numbers[i]));
    }
    assertEquals(one.size(), all.size());
  }

  @Property(tries = 5)
  void runsThatCollideAreStillToldApart(@ForAll @IntRange(min = 100, max = 400) int count) {
    BytesIndex index = new BytesIndex();
    List<byte[]> colliding = colliding(count);
    assertEquals(1, colliding.stream().map(BytesIndexTest::hash).distinct().count());
    for (int i = 0; i < count; i++) {
      assertEquals(i, index.add(colliding.get(i), 0, 16));
    }
    for (int i = 0; i < count; i++) {
      assertEquals(i, index.find(colliding.get(i), 0, 16));
    }
  }

  /** Runs of sixteen bytes with one hash: the last word makes up for the first. */
  private static List<byte[]> colliding(int count) {
    List<byte[]> runs = new ArrayList<>();
    for (long first = 1; runs.size() < count; first++) {
      byte[] run = new byte[16];
      long last = (first * 0x9E37_79B9_7F4A_7C15L ^ 0x1234_5678_9ABC_DEF0L) - 16;
      for (int i = 0; i < 8; i++) {
        run[i] = (byte) (first >>> 8 * i);
        run[8 + i] = (byte) (last >>> 8 * i);
      }
      runs.add(run);
    }
    return runs;
  }

  private static int hash(byte[] run) {
    return ByteWords.hash(run, 0, 16, ByteWords.first(run, 0, 16), ByteWords.last(run, 0, 16));
  }
}
