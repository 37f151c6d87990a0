package se.siru.cli.benchmark;

import static org.junit.jupiter.api.Assertions.assertFalse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs the JMH measurements of {@code siru-core/src/benchmark} with short settings, and makes a table of what they found. */
@Tag("parts")
class PartsBenchmark {
  private static final Path CORE = Path.of("..", "siru-core", "target", "test-classes");
  private static final String SETTINGS = "-f 1 -wi 3 -w 1s -i 5 -r 1s -bm avgt -tu ns -foe true -rf csv";
  private static final Map<String, String> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("cellsFound", "cells of a row of CSV found");
    PARTS.put("cellsFoundByFastCsv", "the same by FastCSV, as texts");
    PARTS.put("idFound", "one id looked up among 200,000");
    PARTS.put("portfolioRead", "a row read, checked and put in order, with its share of the entities");
    PARTS.put("pass", "a row passed by five indicators, twelve quarters, sector and municipality");
    PARTS.put("finish", "results finished from the state of that pass, a row's share");
  }

  @Test
  void measuresParts() throws IOException, InterruptedException {
    Files.createDirectories(Settings.WORK);
    Path found = Settings.WORK.resolve("parts.csv");
    String classPath = System.getProperty("java.class.path") + File.pathSeparator + CORE;
    List<String> command =
        new ArrayList<>(List.of(Settings.java(), "-cp", classPath, "org.openjdk.jmh.Main", "-rff", found.toString()));
    command.addAll(List.of(SETTINGS.split(" ")));
    MeasuredProcess.run(command, Map.of(), Settings.WORK.resolve("parts.log"));
    Map<String, String> nanos = new LinkedHashMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(found)) {
      for (NamedCsvRecord row : rows) {
        String name = row.getField("Benchmark");
        nanos.put(
            name.substring(name.lastIndexOf('.') + 1),
            String.format(
                Locale.ROOT,
                "%.1f | %.1f",
                Double.parseDouble(row.getField("Score")),
                Double.parseDouble(row.getField("Score Error (99.9%)"))));
      }
    }
    assertFalse(nanos.isEmpty(), "JMH found nothing to measure");
    StringBuilder table = new StringBuilder();
    table.append("One thread of a warm process, optimising compiler, Java " + Runtime.version() + ".\n\n");
    table.append("| part | ns | ± |\n|---|---|---|\n");
    PARTS.forEach((part, text) -> table.append("| " + text + " | " + nanos.getOrDefault(part, "not measured |") + " |\n"));
    Page.put("parts", table.toString());
  }
}
