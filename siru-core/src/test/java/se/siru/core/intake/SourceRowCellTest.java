package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Lineage;
import se.siru.core.finding.RowSpan;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.BatchAppender;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

class SourceRowCellTest {
  private static final Batch.Provenance OWN = new Batch.Provenance("f.csv", "", null, Batch.Provenance.of("own.xlsx#May"));

  /** What cells say of as many records, and what is wrong with them. */
  private record Said(List<List<RowSpan>> rows, String findings) {}

  private static Said read(boolean ownSource, boolean bytes, String... cells) {
    PortfolioBuilder builder = Portfolio.builder().add(ProgrammeNode.TYPE.row("p")
        .with(ProgrammeNode.LEVEL, "operation").build());
    Findings findings = new Findings();
    RecordType type = Stakeholder.TYPE;
    try (BatchAppender into = builder.append(type, ownSource ? OWN : Batch.Provenance.of("f.csv"))) {
      SourceRowCell column = new SourceRowCell("f.csv", ownSource, into, findings);
      for (int i = 0; i < cells.length; i++) {
        into.begin(i + 2L);
        into.text(0, String.format("%04d", i));
        byte[] utf8 = cells[i].getBytes(StandardCharsets.UTF_8);
        if (bytes) {
          column.cell(utf8, 0, utf8.length, i + 2L);
        } else {
          column.cell(cells[i], i + 2L);
        }
        into.commit();
      }
    }
    Batch batch = builder.build().table(type.name()).batches().get(0);
    List<List<RowSpan>> rows = new ArrayList<>();
    for (int row = 0; row < batch.size(); row++) {
      assertEquals(row + 2, batch.lineage(row).at().row());
      rows.add(batch.lineage(row).madeOf());
    }
    return new Said(rows, String.join("\n", findings.list().stream().map(each -> each.toString()).toList()));
  }

  @Provide
  static Arbitrary<List<RowSpan>> rows() {
    Arbitrary<String> sources =
        Arbitraries.of("own.xlsx#May", "täd.xlsx#Maj", "a;b.csv", "50%.csv", "c:d", "14", "7..9", "=x.csv", "identity.csv", "'=", "%3B", "file-1", "a.csv#1");
    return Combinators.combine(sources, Arbitraries.integers().between(0, 40), Arbitraries.integers().between(0, 9))
        .as((source, first, more) -> new RowSpan(source, first, first == 0 ? 0 : first + more))
        .list().ofMinSize(1).ofMaxSize(6);
  }

  @Property(tries = 500)
  void whatIsWrittenIsReadAgain(@ForAll("rows") List<RowSpan> rows) {
    for (boolean own : new boolean[] {true, false}) {
      String cell = SourceRowCell.write(rows, own ? "own.xlsx#May" : "");
      for (boolean bytes : new boolean[] {true, false}) {
        assertEquals(new Said(List.of(Lineage.united(rows)), ""), read(own, bytes, cell), cell);
      }
    }
  }

  @Property(tries = 500)
  void unitedRowsAreTheSameRowsOnce(@ForAll("rows") List<RowSpan> rows) {
    List<String> united = each(Lineage.united(rows)).toList();
    assertEquals(each(rows).distinct().sorted().toList(), united.stream().sorted().toList());
  }

  private static Stream<String> each(List<RowSpan> spans) {
    return spans.stream().flatMap(span -> Stream.iterate(span.first(), row -> row <= span.last(), row -> row + 1)
        .map(row -> span.source() + "\n" + row));
  }

  @Test
  void rowsAreWrittenBrieflyAndTheBatchesOwnSourceIsNotRepeated() {
    List<RowSpan> rows = List.of(new RowSpan("own.xlsx#May", 31, 31), new RowSpan("own.xlsx#May", 14, 16), new RowSpan("b.csv", 2, 2));
    assertEquals("b.csv:2;14..16;31", SourceRowCell.write(rows, "own.xlsx#May"));
    assertEquals("b.csv:2;own.xlsx#May:14..16;own.xlsx#May:31", SourceRowCell.write(rows, ""));
    assertEquals("", SourceRowCell.write(List.of(), "own.xlsx#May"));
    assertEquals("'=x.csv:2", SourceRowCell.write(List.of(new RowSpan("=x.csv", 2, 2)), ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7..3", "x:y", ";", "4;", "1234567890123", "a:1:2", "3...5", "a\u0000b", "abc", "-1", "1.5", "a b", "x."})
  void whatNamesNoRowsIsAFindingAndTheRecordGoesOn(String cell) {
    for (boolean bytes : new boolean[] {true, false}) {
      Said said = read(true, bytes, "5", cell, "6");
      assertTrue(said.findings().contains("cell.no-source-rows"), said.findings());
      assertTrue(said.findings().contains("f.csv:3:row"), said.findings());
      assertEquals(List.of(List.of(new RowSpan("own.xlsx#May", 5, 5)), List.of(), List.of(new RowSpan("own.xlsx#May", 6, 6))), said.rows());
    }
  }

  @Test
  void aRowOfNoSourceIsAFindingWhereTheFileStatesNone() {
    assertTrue(read(false, true, "5").findings().contains("cell.no-source-rows"));
    assertEquals(List.of(List.of(new RowSpan("b.csv", 5, 5))), read(false, true, "b.csv:5").rows());
  }

  @Test
  void noTypeHasAFieldOfTheColumnsName() {
    Schema.standard().types().forEach(type -> assertTrue(type.field(RecordType.SOURCE_ROWS).isEmpty(), type.name()));
    assertThrows(IllegalArgumentException.class, () -> RecordType.fact("t", "ts").text(RecordType.SOURCE_ROWS).add());
  }
}
