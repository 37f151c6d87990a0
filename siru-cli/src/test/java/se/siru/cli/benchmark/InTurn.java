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
  private static final int WARM = 3;

  /** Something that takes time. */
  interface Work {
    void run() throws Exception;
  }

  private record Measured(Work work, List<Double> seconds, List<Double> processorSeconds) {}

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Map<String, Measured> works = new LinkedHashMap<>();

  InTurn add(String name, Work work) {
    works.put(name, new Measured(work, new ArrayList<>(), new ArrayList<>()));
    return this;
  }

  /** Three rounds and as many more as make ten seconds of each work bring what the optimising compiler has to do behind. */
  InTurn run() throws Exception {
    for (Measured each : works.values()) {
      long start = System.nanoTime();
      for (int round = 0; round < WARM || round < 10 * WARM && System.nanoTime() - start < 10_000_000_000L; round++) {
        each.work.run();
      }
    }
    for (int round = 0; round < Settings.rounds(); round++) {
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
