package se.siru.cli.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the system properties {@code siru.benchmark.*} ask for, and the files that all modes share. */
final class Settings {
  static final int MILLION = 1_000_000;
  static final Path WORK = Path.of("target", "benchmark").toAbsolutePath();
  static final Path REGIONS = WORK.resolve("regions.csv");
  static final Path DEFINITIONS = WORK.resolve("definitions.json");

  private Settings() {}

  /** The sizes of the whole-process comparison: those of {@code sizes}, or a million, or with {@code full} up to thirty. */
  static List<Integer> sizes() {
    String sizes = text("sizes", full() ? "1000000,10000000,30000000" : "1000000");
    return Arrays.stream(sizes.split(",")).map(Integer::valueOf).toList();
  }

  /** The size for what happens within one process: {@code embedded}, or a million, or with {@code full} ten. */
  static int embedded() {
    return Integer.getInteger("siru.benchmark.embedded", full() ? 10 * MILLION : MILLION);
  }

  static int rounds() {
    return Integer.getInteger("siru.benchmark.rounds", 5);
  }

  /** The greatest heap of the contender that shows how little memory is enough. */
  static String heap() {
    return text("heap", "512m");
  }

  /** Options of the Java of {@code java -jar}. */
  static List<String> javaOptions() {
    return Arrays.stream(text("jvm", "").split(" ")).filter(option -> !option.isEmpty()).toList();
  }

  static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** A portfolio of a size, and what is asked of it; written where it is not there yet. */
  static Path portfolio(int participations) throws IOException {
    Path folder = WORK.resolve("portfolio-" + participations);
    Path finished = folder.resolve("finished");
    if (!Files.exists(finished)) {
      BenchmarkPortfolio.write(participations, folder);
      Files.createFile(finished);
    }
    BenchmarkPortfolio.writeRegions(REGIONS);
    Files.writeString(DEFINITIONS, Questions.definitions());
    return folder;
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static String text(String name, String otherwise) {
    return System.getProperty("siru.benchmark." + name, otherwise);
  }

  private static boolean full() {
    return Boolean.getBoolean("siru.benchmark.full");
  }
}
