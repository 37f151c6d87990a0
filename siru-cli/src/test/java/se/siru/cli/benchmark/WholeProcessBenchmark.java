package se.siru.cli.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * SIRU's command line and DuckDB read the same files, answer the same questions and write the same table, each in a
 * fresh process, in turn. The test fails where an answer differs; times are reported only.
 *
 * <p>System properties: {@code siru.benchmark.participations} (1,000,000), {@code siru.benchmark.rounds} (5), {@code
 * siru.benchmark.straightforward} (false: the straightforward SQL takes part only in an unmeasured round), {@code
 * siru.benchmark.jvm} (options of the JVM of {@code java -jar}, blank-separated), {@code siru.benchmark.report} (a Markdown page to
 * write, or to renew between its marks).
 */
class WholeProcessBenchmark {
  private static final Path JAR = Path.of("target", "siru.jar");
  private static final Path LAUNCHER = Path.of("bin", "siru");
  private static final String FROM = "<!-- measured -->";
  private static final String UNTIL = "<!-- end of measured -->";

  private final int participations = Integer.getInteger("siru.benchmark.participations", 1_000_000);
  private final int rounds = Integer.getInteger("siru.benchmark.rounds", 5);
  private final Path work = Path.of("target", "benchmark").toAbsolutePath();
  private final Path folder = work.resolve("portfolio-" + participations);
  private final Path regions = work.resolve("regions.csv");

  @Test
  void answersAsTheDatabaseDoes() throws Exception {
    assumeTrue(MeasuredProcess.canMeasure(), "the benchmark reads memory use from /proc, so it needs Linux");
    writePortfolio();
    Contender siru = siru("SIRU", List.of(LAUNCHER.toAbsolutePath().toString()));
    Contender jar = siru("SIRU, java -jar", javaJar());
    Contender tuned = database("DuckDB, tuned SQL", "tuned", true);
    Contender shipped = database("DuckDB, tuned SQL, library unpacked at each start", "tuned", false);
    Contender straightforward = database("DuckDB, straightforward SQL", "straightforward", true);

    List<Contender> measured = new ArrayList<>(List.of(siru, jar, tuned, shipped));
    List<Contender> all = new ArrayList<>(measured);
    all.add(straightforward);
    if (Boolean.getBoolean("siru.benchmark.straightforward")) {
      measured.add(straightforward);
    }
    compare(all, false);
    for (int round = 0; round < rounds; round++) {
      compare(measured, true);
      Collections.rotate(measured, 1);
    }
    measured.sort((a, b) -> Integer.compare(all.indexOf(a), all.indexOf(b)));
    String report = report(measured, siru.answer(false).values().size());
    System.out.println(report);
    String file = System.getProperty("siru.benchmark.report", "");
    if (!file.isEmpty()) {
      write(report, Path.of(file));
    }
  }

  private void writePortfolio() throws IOException {
    Path finished = folder.resolve("finished");
    if (!Files.exists(finished)) {
      BenchmarkPortfolio.write(participations, folder);
      Files.createFile(finished);
    }
    BenchmarkPortfolio.writeRegions(regions);
    Files.writeString(work.resolve("definitions.json"), Questions.definitions());
  }

  private static void compare(List<Contender> contenders, boolean measured) throws Exception {
    ResultTable first = contenders.get(0).answer(measured);
    for (Contender contender : contenders.subList(1, contenders.size())) {
      List<String> differences = first.differences(contender.answer(measured), 20);
      assertEquals(List.of(), differences, contenders.get(0).name() + " (here) and " + contender.name() + " (there)");
    }
  }

  private static List<String> javaJar() {
    List<String> command = new ArrayList<>(List.of(java()));
    for (String option : System.getProperty("siru.benchmark.jvm", "").split(" ")) {
      if (!option.isEmpty()) {
        command.add(option);
      }
    }
    command.addAll(List.of("-jar", JAR.toString()));
    return command;
  }

  private Contender siru(String name, List<String> start) {
    Path out = work.resolve(name.equals("SIRU") ? "siru.csv" : "siru-jar.csv");
    List<String> command = new ArrayList<>(start);
    command.addAll(Questions.arguments(folder, work.resolve("definitions.json"), out));
    return new Contender(name, command, out);
  }

  private Contender database(String name, String variant, boolean unpacked)
      throws IOException, ClassNotFoundException, URISyntaxException {
    Path jar = DuckDbDriver.jar();
    Path driver = work.resolve("duckdb");
    DuckDbDriver.unpack(jar, driver);
    Path out = work.resolve(variant + (unpacked ? ".csv" : "-shipped.csv"));
    String classes =
        Path.of(DuckDbAnswers.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    List<String> command = new ArrayList<>(List.of(java()));
    if (unpacked) {
      command.add("-Djava.library.path=" + driver);
    }
    command.addAll(List.of("-cp", classes + ":" + (unpacked ? driver : jar), DuckDbAnswers.class.getName()));
    command.addAll(List.of(variant, folder.toString(), regions.toString(), out.toString()));
    command.add(Integer.toString(Runtime.getRuntime().availableProcessors()));
    return new Contender(name, command, out);
  }

  /** Puts the report between the marks of a page that has them, or makes it a page. */
  private static void write(String report, Path page) throws IOException {
    String old = Files.exists(page) ? Files.readString(page) : "";
    int from = old.indexOf(FROM);
    int until = old.indexOf(UNTIL);
    boolean marked = from >= 0 && until > from;
    Files.writeString(
        page, marked ? old.substring(0, from) + FROM + "\n" + report + old.substring(until) : report);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private String report(List<Contender> contenders, int cells) {
    Contender siru = contenders.get(0);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d participations, 40 indicators, 12 quarters, total, sector, county and municipality: %,d cells, all"
                + " equal.%n%d rounds in turn, %d processors, Java %s.%n%n",
            participations,
            cells,
            rounds,
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature()));
    text.append("| from CSV to result table, fresh process | median s | least–most s | SIRU takes ");
    text.append("| processor s | peak MiB |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (Contender contender : contenders) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.2f | %.2f–%.2f | %.2f × | %.2f | %.0f |%n",
              contender.name(),
              contender.medianSeconds(),
              contender.leastSeconds(),
              contender.mostSeconds(),
              siru.medianSeconds() / contender.medianSeconds(),
              contender.medianProcessorSeconds(),
              contender.medianMebibytes()));
    }
    return text.toString();
  }
}
