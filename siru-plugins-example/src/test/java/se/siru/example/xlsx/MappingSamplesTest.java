package se.siru.example.xlsx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.siru.core.Siru;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.intake.Import;
import se.siru.core.intake.ImportReport;
import se.siru.core.intake.Mapping;
import se.siru.core.intake.PseudonymKey;
import se.siru.core.model.RecordType;

/** A workbook and the CSV file of the same list become the same portfolio, with every ready-made mapping. */
class MappingSamplesTest {
  @TempDir Path temp;

  static List<String> names() {
    return MappingSamples.NAMES;
  }

  @Test
  void theMappingsAndSamplesAreWhatIsGenerated() throws IOException {
    Map<String, byte[]> generated = MappingSamples.files();
    try (Stream<Path> kept = Files.walk(MappingSamples.FOLDER)) {
      assertEquals(generated.keySet(), kept.filter(Files::isRegularFile)
          .map(file -> MappingSamples.FOLDER.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toCollection(TreeSet::new)));
    }
    for (Map.Entry<String, byte[]> file : generated.entrySet()) {
      assertArrayEquals(file.getValue(), Files.readAllBytes(MappingSamples.FOLDER.resolve(file.getKey())), file.getKey());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aWorkbookBecomesWhatTheCsvFileBecomes(String name) throws IOException {
    Path csv = MappingSamples.CSV.resolve(name);
    List<String> ofCsv = imported(MappingSamples.CSV, name, Files.isDirectory(csv) ? csv : Path.of(csv + ".csv"));
    List<String> ofWorkbook = imported(MappingSamples.FOLDER, name, MappingSamples.FOLDER.resolve(name));
    assertTrue(ofCsv.size() >= 2, ofCsv.toString());
    assertEquals(ofCsv, ofWorkbook);
  }

  /** The files of records that an import writes, which is without errors; they are called by their sources, which differ. */
  private List<String> imported(Path folder, String name, Path samples) throws IOException {
    Findings findings = new Findings();
    Mapping mapping = Mapping.read(folder.resolve(name + ".json"), Siru.load().readers(), findings)
        .orElseThrow(() -> new AssertionError(findings.list()));
    Path out = Files.createTempDirectory(temp, "out");
    ImportReport report = Import.of(mapping, List.of(samples))
        .pseudonymKey(PseudonymKey.of("a secret that only this test knows, 123".getBytes(StandardCharsets.UTF_8))).into(out);
    List<Finding> errors = report.findings().stream().filter(finding -> finding.rule().severity() == Severity.ERROR).toList();
    assertTrue(report.written() && errors.isEmpty(), () -> report.findings().toString());
    List<String> records = new ArrayList<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".csv") && !each.endsWith("identity-log.csv")).toList()) {
        records.add(withoutSourceRows(Files.readString(file)));
      }
    }
    Collections.sort(records);
    return records;
  }

  /** The last column names rows of the source, which stand elsewhere in a workbook. */
  private static String withoutSourceRows(String csv) {
    String header = csv.lines().findFirst().orElse("");
    return header.endsWith("," + RecordType.SOURCE_ROWS) ? csv.replaceAll("(?m),[^,\"\n]*$", "") : csv;
  }
}
