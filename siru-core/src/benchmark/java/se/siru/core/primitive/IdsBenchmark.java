package se.siru.core.primitive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Looking up an id among as many as a large portfolio has organisations, in no order. */
@State(Scope.Thread)
public class IdsBenchmark {
  private static final int IDS = 200_000;
  private static final int LOOKUPS = 1 << 16;

  private final BytesIndex index = new BytesIndex();
  private final int[] from = new int[LOOKUPS];
  private final int[] to = new int[LOOKUPS];
  private byte[] asked = {};

  /** Adds the ids and draws those that are looked up. */
  @Setup
  public void add() {
    for (int i = 0; i < IDS; i++) {
      byte[] id = id(i);
      index.add(id, 0, id.length);
    }
    SplittableRandom random = new SplittableRandom(20_230_917L);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int i = 0; i < LOOKUPS; i++) {
      from[i] = text.size();
      text.writeBytes(id(random.nextInt(IDS)));
      to[i] = text.size();
      text.write(',');
    }
    asked = text.toByteArray();
  }

  private static byte[] id(int number) {
    return String.format("o-%07d", number).getBytes(StandardCharsets.US_ASCII);
  }

  /** One after the other. */
  @Benchmark
  @OperationsPerInvocation(LOOKUPS)
  public long idFound() {
    long sum = 0;
    for (int i = 0; i < LOOKUPS; i++) {
      sum += index.find(asked, from[i], to[i]);
    }
    return sum;
  }
}
