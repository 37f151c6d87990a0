package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Finding;
import se.siru.core.intake.FoundRows.FoundRow;

/** The author of a reader sees what it finds. */
class FoundRowsTest {
  /** A reader of lines {@code table}, {@code word=word} and {@code word,word}; an empty line is bad. */
  private static final class Lines implements RowReader {
    @Override
    public ReaderDescriptor descriptor() {
      return ReaderDescriptor.of("lines", ReaderDescriptor.Layout.GRID, Set.of());
    }

    @Override
    public void read(ReaderInput input, ReaderOptions options, RowSink sink) throws IOException {
      long number = 0;
      for (String line : new String(input.open().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        number++;
        if (line.startsWith("#")) {
          sink.table(line.substring(1));
          sink.found(Finding.of(ReadingRules.NO_READER, input.origin(line.substring(1))));
        } else if (line.isEmpty()) {
          sink.bad(Finding.of(ReadingRules.NO_READER, input.origin("", number)));
        } else if (line.contains("=")) {
          sink.object(number, Map.of(line.substring(0, line.indexOf('=')), Cell.text(line.substring(line.indexOf('=') + 1))));
        } else {
          sink.row(number, List.of(Cell.text(line)));
        }
      }
    }
  }

  @Test
  void rowsOfTablesNamedValuesBadRowsAndFindingsAreKeptInTheirOrder() throws IOException {
    byte[] text = "a\n#May\nb=c\n\nd".getBytes(StandardCharsets.UTF_8);
    FoundRows found = FoundRows.in(ReaderInput.of("a.txt", text), ReaderOptions.none(), new Lines());
    assertEquals(
        List.of(
            new FoundRow("", 1, List.of(Cell.text("a")), Map.of()),
            new FoundRow("May", 3, List.of(), Map.of("b", Cell.text("c"))),
            new FoundRow("May", 5, List.of(Cell.text("d")), Map.of())),
        found.rows());
    assertEquals(List.of("a.txt:4"), found.bad().stream().map(bad -> bad.origin().toString()).toList());
    assertEquals(List.of("a.txt#May"), found.findings().stream().map(each -> each.origin().toString()).toList());
  }
}
