package se.siru.cli.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;

/** The same portfolio with its participations in many files, each of which is read as a batch. */
final class InBatches {
  private InBatches() {}

  static Path of(Path folder, int batches) throws IOException {
    Path copy = folder.resolveSibling(folder.getFileName() + "-in-" + batches);
    Path finished = copy.resolve("finished");
    if (!Files.exists(finished)) {
      Files.createDirectories(copy);
      for (String file : List.of("programme.csv", "stakeholders.csv", "identity.csv", "activities.csv")) {
        Files.copy(folder.resolve(file), copy.resolve(file));
      }
      List<String> files = IntStream.range(0, batches).mapToObj("participations-%02d.csv"::formatted).toList();
      split(folder.resolve("participations.csv"), copy, files);
      String paths = files.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
      String descriptor = Files.readString(folder.resolve("datapackage.json"));
      Files.writeString(copy.resolve("datapackage.json"), descriptor.replace("\"participations.csv\"", paths));
      Files.createFile(finished);
    }
    return copy;
  }

  /** The portfolio with a batch in which some records less are stated. */
  static Portfolio withoutFirstRows(Portfolio portfolio, Batch batch, int rows) {
    var table = portfolio.table("participation");
    return portfolio
        .toBuilder()
        .without(batch)
        .addBatch(
            batch.provenance(),
            () -> IntStream.range(rows, batch.size()).mapToObj(row -> table.row(batch, row)).iterator())
        .build();
  }

  private static void split(Path file, Path folder, List<String> files) throws IOException {
    long lines;
    try (BufferedReader in = Files.newBufferedReader(file)) {
      lines = in.lines().count() - 1;
    }
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String header = in.readLine();
      long read = 0;
      for (int part = 0; part < files.size(); part++) {
        long until = lines * (part + 1) / files.size();
        try (Writer out = Files.newBufferedWriter(folder.resolve(files.get(part)))) {
          out.write(header + "\n");
          for (; read < until; read++) {
            out.write(in.readLine() + "\n");
          }
        }
      }
    }
  }
}
