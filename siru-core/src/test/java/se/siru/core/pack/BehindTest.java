package se.siru.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Lineage;
import se.siru.core.finding.Origin;
import se.siru.core.finding.RowSpan;
import se.siru.core.indicator.RuleSet;

class BehindTest {
  private static String sources(List<Lineage> lines) {
    Behind behind = new Behind(new Wording("en", RuleSet.defaults()));
    behind.sum(new Behind.Place("s", "r", "c"), "id", "total", "", BigDecimal.ONE, lines);
    List<PackItem> row = behind.sheet().tables().get(0).rows().get(0);
    return ((PackItem.Text) row.get(row.size() - 1)).text();
  }

  private static List<Lineage> everyOther(int count, int rowsOfEach) {
    return LongStream.range(0, count)
        .mapToObj(record -> new Lineage(Origin.of("f.csv", record + 2), LongStream.range(0, rowsOfEach)
            .mapToObj(row -> 2 * (record * rowsOfEach + row) + 10_001).map(row -> new RowSpan("t.xlsx#May", row, row)).toList()))
        .toList();
  }

  @Test
  void allRecordsAreNamedWhereThereIsRoom() {
    String sources = sources(everyOther(500, 1));
    assertEquals(500, sources.split(", ").length);
    assertTrue(sources.startsWith("t.xlsx#May: 10001, 10003, ") && sources.endsWith(", 10999"), sources);
  }

  @Test
  void whatThereIsNoRoomForIsCounted() {
    String sources = sources(everyOther(2_000, 3));
    int named = sources.substring(0, sources.indexOf(" + ")).split(", ").length;
    assertTrue(sources.length() <= Behind.LONGEST, sources);
    assertEquals(2_000 - named / 3, Integer.parseInt(sources.substring(sources.indexOf(" + ") + 3)));
    assertTrue(named >= 300, sources);
  }

  @Test
  void aRecordOfMoreRowsThanFitIsCounted() {
    assertEquals("+ 1", sources(everyOther(1, 5_000)));
  }
}
