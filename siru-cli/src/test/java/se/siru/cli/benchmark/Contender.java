package se.siru.cli.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A program that answers the questions, and how long it took in each round. Not thread-safe. */
final class Contender {
  private final String name;
  private final int rounds;
  private final String aim;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path out;
  private final List<MeasuredProcess> runs = new ArrayList<>();
  private @Nullable ResultTable answer;
  private @Nullable String failure;

  /**
   * A contender.
   *
   * @param name what the report calls it
   * @param rounds in how many rounds it takes part
   * @param aim what is aimed for, as the report shows it
   * @param command starts a fresh process that writes its answers to {@code out}
   * @param environment variables of that process
   * @param out the result table
   */
  Contender(
      String name, int rounds, String aim, List<String> command, Map<String, String> environment, Path out) {
    this.name = name;
    this.rounds = rounds;
    this.aim = aim;
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.out = out;
  }

  String name() {
    return name;
  }

  int rounds() {
    return rounds;
  }

  String aim() {
    return aim;
  }

  /** Why it takes part no more, where it failed once. */
  @Nullable String failure() {
    return failure;
  }

  void fail(String why) {
    failure = why;
  }

  List<MeasuredProcess> runs() {
    return runs;
  }

  /** Runs the program once and reads what it answers; the same bytes as before are the same answer. */
  ResultTable answer(boolean measured) throws IOException, InterruptedException {
    Files.deleteIfExists(out);
    MeasuredProcess run = MeasuredProcess.run(command, environment, Path.of(out + ".log"));
    Path before = Path.of(out + ".before");
    ResultTable last = answer;
    if (last == null || Files.mismatch(out, before) >= 0) {
      last = ResultTable.read(out);
      answer = last;
    }
    Files.move(out, before, StandardCopyOption.REPLACE_EXISTING);
    if (measured) {
      runs.add(run);
    }
    return last;
  }

  double medianSeconds() {
    return Medians.of(numbers(MeasuredProcess::nanos)) / 1e9;
  }

  double leastSeconds() {
    return numbers(MeasuredProcess::nanos).stream().mapToLong(n -> n).min().orElseThrow() / 1e9;
  }

  double mostSeconds() {
    return numbers(MeasuredProcess::nanos).stream().mapToLong(n -> n).max().orElseThrow() / 1e9;
  }

  /** How many times as long as the other it takes, round by round. */
  double timesAsLongAs(Contender other) {
    return Medians.ofRatios(numbers(MeasuredProcess::nanos), other.numbers(MeasuredProcess::nanos));
  }

  double medianProcessorSeconds() {
    return Medians.of(numbers(MeasuredProcess::processorNanos)) / 1e9;
  }

  double medianMebibytes() {
    return Medians.of(numbers(MeasuredProcess::peakKibibytes)) / 1024.0;
  }

  private List<Long> numbers(ToLongFunction<MeasuredProcess> part) {
    return runs.stream().map(run -> part.applyAsLong(run)).toList();
  }
}
