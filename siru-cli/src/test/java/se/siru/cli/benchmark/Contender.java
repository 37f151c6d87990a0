package se.siru.cli.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A program that answers the questions, and how long it took in each round. Not thread-safe. */
final class Contender {
  private final String name;
  private final List<String> command;
  private final Path out;
  private final List<MeasuredProcess> runs = new ArrayList<>();

  /**
   * A contender.
   *
   * @param name what the report calls it
   * @param command starts a fresh process that writes its answers to {@code out}
   * @param out the result table
   */
  Contender(String name, List<String> command, Path out) {
    this.name = name;
    this.command = List.copyOf(command);
    this.out = out;
  }

  String name() {
    return name;
  }

  /** Runs the program once. */
  ResultTable answer(boolean measured) throws IOException, InterruptedException {
    MeasuredProcess run = MeasuredProcess.run(command, Path.of(out + ".log"));
    if (measured) {
      runs.add(run);
    }
    return ResultTable.read(out);
  }

  double medianSeconds() {
    return sorted(MeasuredProcess::nanos).get(runs.size() / 2) / 1e9;
  }

  double leastSeconds() {
    return sorted(MeasuredProcess::nanos).get(0) / 1e9;
  }

  double mostSeconds() {
    return sorted(MeasuredProcess::nanos).get(runs.size() - 1) / 1e9;
  }

  double medianProcessorSeconds() {
    return sorted(MeasuredProcess::processorNanos).get(runs.size() / 2) / 1e9;
  }

  double medianMebibytes() {
    return sorted(MeasuredProcess::peakKibibytes).get(runs.size() / 2) / 1024.0;
  }

  private List<Long> sorted(Function<MeasuredProcess, Long> part) {
    return runs.stream().map(part).sorted().toList();
  }
}
