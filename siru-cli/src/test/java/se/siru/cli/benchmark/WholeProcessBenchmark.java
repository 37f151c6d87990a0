package se.siru.cli.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.jspecify.annotations.Nullable;

/**
 * SIRU's command line and others read the same files, answer the same questions and write the same table, each in a fresh
 * process, in turn. The test fails where an answer differs or a program fails, after the table is written; times are
 * reported only.
 */
@Tag("whole")
class WholeProcessBenchmark {
  private @Nullable ResultTable answers;

  static List<Integer> sizes() {
    return Settings.sizes();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void answersAsTheOthersDo(int size) throws Exception {
    assumeTrue(MeasuredProcess.canMeasure(), "the benchmark reads memory use from /proc, so it needs Linux");
    Path folder = Settings.portfolio(size);
    List<Contender> contenders = Contenders.of(folder, size);
    List<Contender> inTurn = new ArrayList<>(contenders);
    // A round that is not measured brings the files into memory; what takes part in few rounds can do without.
    run(inTurn.stream().filter(contender -> contender.rounds() == Settings.rounds()).toList(), false);
    for (int round = 0; round < Settings.rounds(); round++) {
      int now = round;
      run(inTurn.stream().filter(contender -> contender.rounds() > now).toList(), true);
      Collections.rotate(inTurn, 1);
    }
    Page.put("whole-" + size, report(size, contenders));
    assertEquals(List.of(), contenders.stream().map(Contender::failure).filter(Objects::nonNull).toList());
  }

  private void run(List<Contender> contenders, boolean measured) throws InterruptedException {
    for (Contender contender : contenders) {
      if (contender.failure() == null) {
        try {
          compare(contender, contender.answer(measured));
        } catch (IOException e) {
          contender.fail(contender.name() + ": " + e.getMessage());
        }
      }
    }
  }

  private void compare(Contender contender, ResultTable answer) {
    ResultTable first = answers;
    if (first == null) {
      answers = answer;
    } else if (first != answer) {
      List<String> differences = first.differences(answer, 20);
      if (!differences.isEmpty()) {
        contender.fail(contender.name() + " (there): " + differences);
      }
    }
  }

  private String report(int size, List<Contender> contenders) {
    Contender siru = contenders.get(0);
    boolean equal = contenders.stream().allMatch(contender -> contender.failure() == null);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d participations, 40 indicators, 12 quarters, total, sector, county and municipality: %,d cells, %s.%n"
                + "Fresh processes in turn, %d processors, Java %s.%n%n",
            size,
            answers == null ? 0 : answers.values().size(),
            equal ? "all answers equal" : "NOT ALL ANSWERS EQUAL",
            Settings.processors(),
            Runtime.version()));
    text.append("| from CSV to result table | rounds | median s | least–most s | SIRU takes | aimed for, at most ");
    text.append("| processor s | peak MiB |\n|---|---|---|---|---|---|---|---|\n");
    contenders.forEach(contender -> text.append(row(contender, siru)));
    return text.toString();
  }

  private static String row(Contender contender, Contender siru) {
    if (contender.failure() != null || contender.runs().isEmpty()) {
      return "| " + contender.name() + " | failed | | | | " + contender.aim() + " | | |\n";
    }
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.2f | %.2f–%.2f | %s | %s | %.2f | %.0f |%n",
        contender.name(),
        contender.runs().size(),
        contender.medianSeconds(),
        contender.leastSeconds(),
        contender.mostSeconds(),
        siru.runs().isEmpty() ? "" : String.format(Locale.ROOT, "%.2f ×", siru.timesAsLongAs(contender)),
        contender.aim(),
        contender.medianProcessorSeconds(),
        contender.medianMebibytes());
  }
}
