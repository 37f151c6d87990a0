package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.model.Funding;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.text.LocalizedText;

/** What a reader of a third party can rely on, and what it cannot break. */
class RowReaderTest {
  @TempDir Path temp;

  /** A reader of files that end in {@code .own}, whose rows are those of a test. */
  private record Own(ReaderDescriptor.Layout layout, Consumer<RowSink> rows) implements RowReader {
    @Override
    public ReaderDescriptor descriptor() {
      return ReaderDescriptor.of("own", layout, Set.of("own"), ReaderOption.ofNameOrPosition("part", LocalizedText.of("del", "part")));
    }

    @Override
    public void read(ReaderInput input, ReaderOptions options, RowSink sink) {
      rows.accept(sink);
    }
  }

  private ImportReport run(RowReader reader, String source) throws IOException {
    Path sources = Files.createDirectories(temp.resolve("sources"));
    Files.writeString(sources.resolve("a.own"), "x");
    String mapping = "{" + ImportFixture.HEAD + ", \"sources\": [ " + source + " ] }";
    Findings findings = new Findings();
    Mapping read = Mapping.read(new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8)), "m.json",
            Readers.standard().with(reader), findings)
        .orElseThrow(() -> new AssertionError(findings.list()));
    return Import.of(read, List.of(sources)).into(temp.resolve("out"));
  }

  private static String stakeholders(String fields) {
    return "{ \"files\": \"*.own\", \"records\": [ { \"type\": \"stakeholder\", \"fields\": { " + fields + " } } ] }";
  }

  private static List<String> found(ImportReport report) {
    return report.findings().stream().map(finding -> finding.origin() + " " + finding.rule().id()).toList();
  }

  private Portfolio portfolio() {
    return PortfolioReader.standard().read(temp.resolve("out")).orThrow();
  }

  private static Own grid(Consumer<RowSink> rows) {
    return new Own(ReaderDescriptor.Layout.GRID, rows);
  }

  @Test
  void whatAFileStatesAboutAValueNeedsNoPattern() throws IOException {
    Own reader = grid(sink -> {
      sink.row(1, List.of(Cell.text("nr"), Cell.text("kr"), Cell.text("dag")));
      sink.row(2, List.of(Cell.number("7"), Cell.number("1234.5"), Cell.day(LocalDate.of(2022, 2, 1))));
      sink.row(3, List.of(Cell.text("8"), Cell.text("1 234,5"), Cell.text("1/2 2022")));
    });
    assertEquals(List.of(), found(run(reader, """
        { "files": "*.own", "records": [ { "type": "funding", "fields": { "id": "nr", "status": { "constant": "decided" },
          "amount": { "column": "kr", "number": "sv" }, "date": { "column": "dag", "date": "d/M yyyy" } } } ] }""")));
    List<Row> rows = portfolio().rows(Funding.TYPE).toList();
    assertEquals(Set.of("7", "8"), Set.of(rows.get(0).id().orElseThrow(), rows.get(1).id().orElseThrow()));
    assertEquals(rows.get(0).get(Funding.AMOUNT), rows.get(1).get(Funding.AMOUNT));
    assertEquals(rows.get(0).get(Funding.DATE), rows.get(1).get(Funding.DATE));
  }

  @Test
  void findingsNameTableRowAndColumnWithItsLetter() throws IOException {
    Own reader = grid(sink -> {
      sink.table("Mars");
      sink.row(6, List.of(Cell.BLANK, Cell.text("nr"), Cell.text("sektor")));
      sink.row(7, List.of(Cell.BLANK, Cell.text("a"), Cell.text("publik")));
      sink.row(8, List.of(Cell.BLANK, Cell.text("b"), Cell.error("#N/A")));
      sink.row(9, List.of(Cell.BLANK, Cell.text("c")));
    });
    ImportReport report = run(reader, stakeholders("\"id\": \"nr\", \"sector\": \"sektor\"")
        .replace("\"records\"", "\"header-row\": 6, \"records\""));
    assertEquals(List.of("a.own#Mars:7:sektor (C) mapping.unknown-value", "a.own#Mars:8:sektor (C) reading.error-cell"), found(report));
    assertEquals(List.of(new ImportReport.Source("a.own", 3, 2)), report.sources());
    assertTrue(Files.readString(temp.resolve("out").resolve("rejected.csv")).contains("a.own#Mars,8,reading.error-cell,sektor (C),"));
  }

  @Test
  void anErrorThatTheMappingListsAsUnknownIsUnknown() throws IOException {
    Own reader = grid(sink -> {
      sink.row(1, List.of(Cell.text("nr"), Cell.text("sektor")));
      sink.row(2, List.of(Cell.text("b"), Cell.error("#N/A")));
    });
    ImportReport report = run(reader, stakeholders("\"id\": \"nr\", \"sector\": { \"column\": \"sektor\", \"unknown\": \"#N/A\" }"));
    assertEquals(List.of(), found(report));
    assertEquals(1, report.records().get("stakeholder"));
  }

  @Test
  void eachTableOfAFileHasItsOwnHeader() throws IOException {
    Own reader = grid(sink -> {
      sink.table("ett");
      sink.row(1, List.of(Cell.text("nr"), Cell.text("namn")));
      sink.row(2, List.of(Cell.text("a"), Cell.text("x")));
      sink.table("två");
      sink.row(1, List.of(Cell.text("namn"), Cell.text("nr")));
      sink.row(2, List.of(Cell.text("y"), Cell.text("b")));
    });
    assertEquals(List.of(), found(run(reader, stakeholders("\"id\": \"nr\", \"name\": \"namn\""))));
    assertEquals(Set.of("a x", "b y"), Set.copyOf(portfolio().rows(Stakeholder.TYPE)
        .map(row -> row.id().orElseThrow() + " " + row.get(Stakeholder.NAME)).toList()));
  }

  @Test
  void nestedValuesAreReadByPointerAndListsMakeRecords() throws IOException {
    Own reader = new Own(ReaderDescriptor.Layout.OBJECTS, sink -> sink.object(1, Map.of("list", Cell.list(List.of(
        Cell.object(Map.of("nr", Cell.number("1"), "names", Cell.list(List.of(Cell.text("Ett"))))),
        Cell.object(Map.of("nr", Cell.number("2"), "names", Cell.list(List.of(Cell.text("Två"))))))))));
    assertEquals(List.of(), found(run(reader, stakeholders("\"id\": { \"each\": \"/nr\" }, \"name\": { \"each\": \"/names/0\" }")
        .replace("\"fields\"", "\"each\": { \"column\": \"list\" }, \"fields\""))));
    assertEquals(2, portfolio().rows(Stakeholder.TYPE).count());
  }

  static List<Consumer<RowSink>> failures() {
    return List.of(
        sink -> { throw new IllegalStateException("broken"); },
        sink -> { throw new NoClassDefFoundError("org/example/Missing"); },
        sink -> { throw new AssertionError("broken"); },
        RowReaderTest::endless);
  }

  private static void endless(RowSink sink) {
    endless(sink);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aReaderThatFailsRefusesItsFileAndNothingElse(Consumer<RowSink> failure) throws IOException {
    ImportReport report = run(grid(failure), stakeholders("\"id\": \"nr\""));
    assertEquals(List.of("a.own reading.reader-failed"), found(report));
    assertEquals("own", report.findings().get(0).arguments().get("reader"));
    assertFalse(report.written());
  }

  @Test
  void afterAnErrorNoMoreRowsAreWanted() throws IOException {
    boolean[] wanted = new boolean[2];
    run(grid(sink -> {
      wanted[0] = sink.row(1, List.of(Cell.text("nr"), Cell.text("nr")));
      wanted[1] = sink.row(2, List.of(Cell.text("a"), Cell.text("b")));
    }), stakeholders("\"id\": \"nr\""));
    assertEquals(List.of(false, false), List.of(wanted[0], wanted[1]));
  }

  @Test
  void twoReadersOfOneNameOrEndingAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Readers.standard().with(Readers.csv()));
    RowReader other = new RowReader() {
      @Override
      public ReaderDescriptor descriptor() {
        return ReaderDescriptor.of("other", ReaderDescriptor.Layout.FIELDS, Set.of("csv"));
      }

      @Override
      public void read(ReaderInput input, ReaderOptions options, RowSink sink) {}
    };
    assertThrows(IllegalArgumentException.class, () -> Readers.standard().with(other));
  }

  @Test
  void cellsKnowWhatTheyAre() {
    assertThrows(IllegalArgumentException.class, () -> Cell.number("1,5"));
    assertThrows(IllegalArgumentException.class, () -> Cell.number("1e3"));
    assertEquals(Cell.BLANK, Cell.text(""));
    assertEquals("[1, {a=true}]", Cell.list(List.of(Cell.number("1"), Cell.object(Map.of("a", Cell.bool(true))))).toString());
  }

  @Test
  void columnsAreCountedInLetters() {
    assertEquals(List.of("A", "Z", "AA", "AZ", "ZZ", "AAA", "XFD"),
        List.of(0, 25, 26, 51, 701, 702, 16_383).stream().map(TableHeader::letters).toList());
    TableHeader header = TableHeader.of(java.util.Collections.nCopies(16_384, ""), true);
    for (int column = 0; column < 16_384; column += 7) {
      assertEquals(column, header.position("#" + TableHeader.letters(column)));
    }
  }

  @Test
  void aBadRowIsRejectedAndTheOthersStay() throws IOException {
    Own reader = new Own(ReaderDescriptor.Layout.OBJECTS, sink -> {
      sink.object(1, Map.of("nr", Cell.text("a")));
      sink.bad(Finding.of(MappingRules.NOT_A_VALUE, se.siru.core.finding.Origin.of("a.own", 2)));
      sink.object(3, Map.of("nr", Cell.text("b")));
    });
    ImportReport report = run(reader, stakeholders("\"id\": \"nr\""));
    assertEquals(List.of(new ImportReport.Source("a.own", 3, 1)), report.sources());
    assertEquals(2, report.records().get("stakeholder"));
  }
}
