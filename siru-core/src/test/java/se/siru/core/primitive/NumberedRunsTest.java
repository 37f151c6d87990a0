package se.siru.core.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NumberedRunsTest {
  private static final byte NOTHING_STRANGE = 0;

  @Provide
  Arbitrary<String> prefixes() {
    return Arbitraries.of("", "o-", "7-", "0", "a.b.c.d-", "'", "abcdefghi", "ö");
  }

  /** Near misses of ids: other prefixes, leading zeros, too long, what lies beside the digits in ASCII, several in one cell. */
  @Provide
  Arbitrary<String> endings() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 1200).map(Object::toString),
        Arbitraries.integers().between(0, 1200).map(number -> String.format("%05d", number)),
        Arbitraries.of("", "0", "00", "/12", "12:", "1 2", "-12", "12;13", "99999999", "123456789012", "1\u00e52", "o-12"));
  }

  @Property(tries = 400)
  void aSettledIndexFindsWhatAMapFinds(
      @ForAll("prefixes") String prefix,
      @ForAll @IntRange(min = 1, max = 6) int digits,
      @ForAll @Size(max = 20) List<String> stray,
      @ForAll @Size(max = 60) List<@From("endings") String> asked,
      @ForAll @IntRange(max = 700) int count,
      @ForAll @IntRange(max = 20) int before) {
    Map<String, Integer> expected = new LinkedHashMap<>();
    BytesIndex index = new BytesIndex();
    for (int i = 0; i < count; i++) {
      add(prefix + String.format("%0" + digits + "d", i * 3 / 2), index, expected);
    }
    stray.stream().filter(NumberedRunsTest::isText).forEach(text -> add(text, index, expected));
    asked.stream().limit(asked.size() / 3).forEach(ending -> add(prefix + ending, index, expected));
    index.settle();
    asked.stream().limit(asked.size() / 2).forEach(ending -> add(prefix + ending, index, expected)); // later, some of them new
    List<String> all = new ArrayList<>(expected.keySet());
    asked.forEach(ending -> all.addAll(List.of(prefix + ending, ending)));
    requireFound(all, before, NOTHING_STRANGE, index, expected);
    requireFound(all, before, (byte) '\'', index, expected);
    requireFound(all, before, (byte) '7', index, expected);
  }

  private static boolean isText(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static void add(String text, BytesIndex index, Map<String, Integer> expected) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    expected.putIfAbsent(text, expected.size());
    assertEquals(expected.get(text), index.add(utf8, 0, utf8.length));
  }

  private static void requireFound(List<String> texts, int before, byte strange, BytesIndex index, Map<String, Integer> expected) {
    ByteArrayOutputStream laid = new ByteArrayOutputStream();
    laid.writeBytes("9".repeat(before).getBytes(StandardCharsets.UTF_8));
    int[] from = new int[texts.size()];
    int[] to = new int[texts.size()];
    for (int i = 0; i < from.length; i++) {
      from[i] = laid.size();
      laid.writeBytes(texts.get(i).getBytes(StandardCharsets.UTF_8));
      to[i] = laid.size();
    }
    byte[] bytes = laid.toByteArray();
    long[] words = new long[bytes.length / 8 + 1 + ByteWords.SLACK];
    ByteWords.copy(bytes, bytes.length, words);
    int[] found = new int[from.length];
    int missed = index.find(bytes, words, from, to, 0, 1, from.length, found, 0, new BytesIndex.Asked(strange));
    for (int i = 0; i < from.length; i++) {
      int known = expected.getOrDefault(texts.get(i), -1);
      assertEquals(known, index.find(bytes, from[i], to[i]), texts.get(i));
      boolean isLookedUp = from[i] < to[i] && bytes[from[i]] != strange;
      assertEquals(isLookedUp ? known : -1, found[i], texts.get(i));
      missed -= from[i] < to[i] && found[i] < 0 ? 1 : 0;
    }
    assertEquals(0, missed);
  }

  @Test
  void numbersThatLieFarApartOrAreFewAmongTheRunsHaveNoTable() {
    assertNotNull(numbered("a1", "a2", "a3"));
    assertNotNull(numbered("a1", "a2", "b", "c"));
    assertNull(numbered("a1", "b", "c"));
    assertNull(numbered("a1", "a2", "a12"));
    assertNull(numbered());
    assertNull(numbered("abcdefghi1", "abcdefghi2"));
  }

  @Test
  void noNumberIsSpeltInTwoWays() {
    NumberedRuns runs = numbered("a1", "a2", "a10", "a01");
    assertEquals(List.of(0, 1, 2, NumberedRuns.OTHER, NumberedRuns.OTHER), found(runs, "a1", "a2", "a10", "a01", "a3"));
  }

  private static List<Integer> found(NumberedRuns runs, String... texts) {
    List<Integer> found = new ArrayList<>();
    for (String text : texts) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      found.add(runs.find(utf8, 0, utf8.length));
    }
    return found;
  }

  private static NumberedRuns numbered(String... texts) {
    int[] ends = new int[texts.length];
    ByteArrayOutputStream pool = new ByteArrayOutputStream();
    for (int i = 0; i < texts.length; i++) {
      pool.writeBytes(texts[i].getBytes(StandardCharsets.UTF_8));
      ends[i] = pool.size();
    }
    return NumberedRuns.of(pool.toByteArray(), ends, ends.length);
  }
}
