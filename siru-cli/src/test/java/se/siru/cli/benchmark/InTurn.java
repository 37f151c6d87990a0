package se.siru.cli.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pieces of work within this process, measured in turn after some rounds that are not. Not thread-safe. */
final class InTurn {
  private static final long WARM_NANOS = 10_000_000_000L;
  private static final int MOST_WARM = 30;

  /** Something that takes time. */
  interface Work {
    void run() throws Exception;
  }

  private record Measured(Work work, List<Double> seconds, List<Double> processorSeconds) {}

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Map<String, Measured> works = new LinkedHashMap<>();

  private final int rounds;

  InTurn(int rounds) {
    this.rounds = rounds;
  }

  InTurn add(String name, Work work) {
    works.put(name, new Measured(work, new ArrayList<>(), new ArrayList<>()));
    return this;
  }

  /** Each work goes on for ten seconds first, which brings what the optimising compiler has to do behind. */
  InTurn run() throws Exception {
    for (Measured each : works.values()) {
      long start = System.nanoTime();
      int round = 0;
      do {
        each.work.run();
        round++;
      } while (System.nanoTime() - start < WARM_NANOS && round < MOST_WARM);
    }
    for (int round = 0; round < rounds; round++) {
      for (Measured each : works.values()) {
        System.gc();
        long processor = system.getProcessCpuTime();
        long start = System.nanoTime();
        each.work.run();
        each.seconds.add((System.nanoTime() - start) / 1e9);
        each.processorSeconds.add((system.getProcessCpuTime() - processor) / 1e9);
      }
    }
    return this;
  }

  /** A table; the times of the works are compared to those of one among them. */
  String table(String title, String comparedTo, Map<String, String> aims) {
    Measured base = works.get(comparedTo);
    StringBuilder text = new StringBuilder();
    text.append("| " + title + " | rounds | median s | least s | processor s | takes, of " + comparedTo);
    text.append(" | aimed for |\n|---|---|---|---|---|---|---|\n");
    works.forEach(
        (name, each) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %d | %.3f | %.3f | %.3f | %.3f × | %s |%n",
                    name,
                    each.seconds.size(),
                    Medians.of(each.seconds),
                    each.seconds.stream().mapToDouble(s -> s).min().orElseThrow(),
                    Medians.of(each.processorSeconds),
                    Medians.ofRatios(each.seconds, base.seconds),
                    aims.getOrDefault(name, ""))));
    return text.toString();
  }
}
