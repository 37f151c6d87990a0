package se.siru.core.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.siru.core.finding.Findings;
import se.siru.core.lexical.FormulaGuard;

/** Keeps {@code identity.csv} over imports: what people wrote stays byte by byte, and new answers become lines at its end. */
final class IdentityLines {
  private IdentityLines() {}

  /** Copies the file, where there is one, and adds the answers; without either no file is made. */
  static void copy(Path kept, List<IdentityAnswers.Given> answers, Path target) throws IOException {
    byte[] before = Files.isRegularFile(kept) ? Files.readAllBytes(kept) : new byte[0];
    if (before.length == 0 && answers.isEmpty()) {
      return;
    }
    List<String> columns = before.length == 0 ? IdentityFile.COLUMNS : header(before);
    Path lines = target.resolveSibling(target.getFileName() + ".lines");
    try (CsvOutput out = CsvOutput.open(lines)) {
      if (before.length == 0) {
        out.row(columns);
      }
      for (IdentityAnswers.Given given : answers) {
        IdentityAnswer answer = given.answer();
        Map<String, String> cells = Map.of("id", answer.text(), "target", answer.id(), "kind", answer.kind().code());
        out.row(columns.stream().map(name -> FormulaGuard.guard(cells.getOrDefault(name, ""))).toList());
      }
    }
    try (OutputStream out = Files.newOutputStream(target)) {
      out.write(before);
      if (!answers.isEmpty() && before.length > 0 && before[before.length - 1] != '\n') {
        out.write('\n');
      }
      Files.copy(lines, out);
    }
    Files.delete(lines);
  }

  private static List<String> header(byte[] file) throws IOException {
    List<String> names = new ArrayList<>();
    CsvScan.of(IdentityFile.NAME, new Findings()).read(new ByteArrayInputStream(file), row -> {
      names.addAll(row.texts());
      return false;
    });
    return names;
  }
}
