package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.model.Row;
import se.siru.core.model.Support;
import se.siru.core.portfolio.Portfolio;

/** Time sheets become hours received by the client, apart from the adviser's own, each hour counted once. */
class HoursTest {
  private static final String MAPPING = """
      { %s, "sources": [ { "files": "*.csv", "personal": ["Rådgivare"], "records": [
        { "type": "stakeholder", "fields": { "id": "Klient" } },
        { "type": "support", "merge": "sum", "once-per": ["Datum", "Rådgivare", "Klient", "Möte"], "fields": {
            "id": { "compose": [ "Klient", { "column": "Datum", "period": "%s" } ] },
            "recipient": "Klient", "kind": { "constant": "guidance" }, "date": "Datum",
            "hours": { "column": "Timmar", "once-per": ["Datum", "Klient", "Möte"] },
            "staff-hours": { "column": "Egen" } } } ] } ] }""";
  private static final String HEADER = "Datum,Rådgivare,Klient,Möte,Timmar,Egen\n";

  @TempDir Path temp;

  /** A line of a time sheet; the hours of a meeting are the same for whoever writes them down. */
  private record Line(int day, int adviser, int client, int meeting, int own) {
    int hours() {
      return (day * 7 + client * 3 + meeting) % 9;
    }

    String date() {
      return "2022-0" + (1 + day / 10) + "-1" + day % 10;
    }

    String csv() {
      return date() + ",rådgivare " + adviser + ",k" + client + ",m" + meeting + "," + hours() + ".25," + own + ".5\n";
    }
  }

  private static ImportFixture fixture(Path folder, String period) throws IOException {
    return ImportFixture.of(folder, MAPPING.formatted(ImportFixture.HEAD, period));
  }

  private static Map<String, String> support(Portfolio portfolio) {
    Map<String, String> all = new TreeMap<>();
    for (Row row : portfolio.rows(Support.TYPE).toList()) {
      String hours = plain(row.get(Support.HOURS)) + " " + plain(row.get(Support.STAFF_HOURS));
      all.put(row.get(Support.ID), row.get(Support.DATE) + " " + hours);
    }
    return all;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  @Test
  void linesOfAClientAndMonthBecomeOneSupport() throws Exception {
    Portfolio portfolio = fixture(temp, "month").file("a.csv", HEADER + """
        2022-03-20,A,k1,2,1.5,2
        2022-03-02,A,k1,1,2,3.5
        2022-03-02,B,k1,1,2,2
        2022-04-05,A,k2,3,4,5
        2022-04-05,A,k2,3,4,5
        """).portfolio();
    assertEquals(Map.of("k1-2022-03", "2022-03-02 3.5 7.5", "k2-2022-04", "2022-04-05 4 5"), support(portfolio));
  }

  @Test
  void oneLineMayBeOneSupport() throws Exception {
    Portfolio portfolio = ImportFixture.sources(temp, """
        { "files": "a.csv", "personal": ["Rådgivare"], "records": [
          { "type": "stakeholder", "fields": { "id": "Klient" } },
          { "type": "support", "fields": {
              "id": { "compose": [ { "constant": "line" }, { "row": true } ] }, "recipient": "Klient",
              "kind": { "constant": "guidance" }, "date": "Datum", "hours": "Timmar", "staff-hours": "Egen" } } ] }""")
        .file("a.csv", HEADER + "2022-03-02,A,k1,1,2,3.5\n2022-03-02,A,k1,2,2,1\n").portfolio();
    assertEquals(List.of("line-2", "line-3"), List.copyOf(support(portfolio).keySet()));
  }

  @Test
  void aLineWithoutHoursOrWithoutItsKeyIsRejectedRatherThanCountedAsNothingOrTwice() throws Exception {
    ImportReport report = fixture(temp, "month").file("a.csv", HEADER + """
        2022-03-02,A,k1,1,,3.5
        2022-03-02,A,k1,,2,3.5
        2022-03-03,A,k1,2,1,1
        """).run();
    assertEquals(List.of("a.csv:2:Timmar", "a.csv:3:Datum+Klient+Möte", "a.csv:3:Datum+Rådgivare+Klient+Möte"),
        report.findings().stream().map(finding -> finding.origin().toString()).sorted().toList());
    assertEquals(1L, report.records().get("support"));
  }

  @Test
  void twoStatementsOfOneMeetingOrOneLineThatDifferAreAConflict() throws Exception {
    ImportReport report = fixture(temp, "month").file("a.csv", HEADER + """
        2022-03-02,A,k1,1,2,3.5
        2022-03-02,B,k1,1,3,3.5
        2022-03-02,A,k1,1,2,4
        """).run();
    assertEquals(List.of("mapping.conflict", "mapping.conflict"),
        report.findings().stream().map(finding -> finding.rule().id()).toList());
    assertEquals(2, report.rowsRejected());
  }

  @Test
  void hoursOfATimeSheetThatNamesTheActivityTakeThePlaceOfThoseOfAttendance() throws Exception {
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "attendance.csv", "records": [
          { "type": "activity", "fields": { "id": "Tillfälle", "start": "Datum", "support-kind": { "constant": "guidance" },
              "duration-hours": "Längd" } },
          { "type": "stakeholder", "fields": { "id": "Klient" } },
          { "type": "participation", "fields": { "activity": "Tillfälle", "date": "Datum", "organisations": "Klient" } } ] },
        { "files": "time*.csv", "personal": ["Rådgivare"], "records": [
          { "type": "stakeholder", "fields": { "id": "Klient" } },
          { "type": "support", "merge": "sum", "fields": {
              "id": { "compose": [ "Klient", "Tillfälle" ] }, "recipient": "Klient", "activity": "Tillfälle",
              "kind": { "constant": "guidance" }, "date": "Datum", "hours": "Timmar", "staff-hours": "Egen" } } ] }""")
        .file("attendance.csv", "Tillfälle,Datum,Längd,Klient\nt1,2022-03-02,3,k1\nt1,2022-03-02,3,k2\nt1,2022-03-02,3,k2\n")
        .file("time.csv", "Datum,Rådgivare,Klient,Tillfälle,Timmar,Egen\n2022-03-02,A,k1,t1,2,4\n2022-03-02,A,k1,t1,0.5,0\n");
    Map<String, BigDecimal> hours = new TreeMap<>();
    fixture.portfolio().rows(Support.TYPE)
        .forEach(row -> hours.merge(String.valueOf(row.get(Support.RECIPIENT)), row.get(Support.HOURS), BigDecimal::add));
    assertEquals(Map.of("k1", "2.5", "k2", "3"),
        hours.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> plain(one.getValue()))));
  }

  @Test
  void theAdviserIsNotStored() throws Exception {
    fixture(temp, "quarter").file("a.csv", HEADER + "2022-03-02,Kaj Anka,k1,1,2,3.5\n2022-03-04,Kaj Anka,k1,1,x,3.5\n").run();
    try (Stream<Path> files = Files.walk(temp.resolve("out"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertFalse(Files.readString(file).contains("Anka"), file.toString());
      }
    }
    assertTrue(Files.readString(temp.resolve("out").resolve("rejected.csv")).contains("k1"));
  }

  @Provide
  Arbitrary<List<Line>> timeSheets() {
    return Combinators.combine(Arbitraries.integers().between(0, 39), Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 2), Arbitraries.integers().between(0, 5))
        .as((day, adviser, client, meeting, own) -> new Line(day, adviser, client, meeting, day * adviser % 7))
        .list().ofMinSize(1).ofMaxSize(25);
  }

  /** The hours by month and client, added up in the plainest way. */
  private static Map<String, String> expected(List<Line> lines) {
    Map<String, BigDecimal> hours = new TreeMap<>();
    Map<String, BigDecimal> own = new TreeMap<>();
    Map<String, String> first = new TreeMap<>();
    List<String> meetings = new ArrayList<>();
    for (Line line : lines.stream().distinct().toList()) {
      String id = "k" + line.client + "-" + line.date().substring(0, 7);
      own.merge(id, new BigDecimal(line.own + ".5"), BigDecimal::add);
      first.merge(id, line.date(), (a, b) -> a.compareTo(b) < 0 ? a : b);
      String meeting = line.date() + line.client + "/" + line.meeting;
      boolean counted = meetings.contains(meeting);
      meetings.add(meeting);
      hours.merge(id, counted ? BigDecimal.ZERO : new BigDecimal(line.hours() + ".25"), BigDecimal::add);
    }
    Map<String, String> all = new TreeMap<>();
    first.forEach((id, day) -> all.put(id, day + " " + plain(hours.get(id)) + " " + plain(own.get(id))));
    return all;
  }

  private static Map<String, String> imported(List<List<Line>> files) throws IOException {
    Path folder = Files.createTempDirectory("hours");
    try {
      ImportFixture fixture = fixture(folder, "month");
      for (int i = 0; i < files.size(); i++) {
        StringBuilder text = new StringBuilder(HEADER);
        files.get(i).forEach(line -> text.append(line.csv()));
        fixture.file("sheet-" + i + ".csv", text.toString());
      }
      return support(fixture.portfolio());
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  @Property(tries = 60)
  void neitherOrderNorFilesNorRepeatedLinesChangeTheHours(@ForAll("timeSheets") List<Line> lines, @ForAll long seed)
      throws Exception {
    Map<String, String> expected = expected(lines);
    assertEquals(expected, imported(List.of(lines)));
    List<Line> shuffled = new ArrayList<>(lines);
    Random random = new Random(seed);
    Collections.shuffle(shuffled, random);
    int cut = random.nextInt(lines.size() + 1);
    int overlap = random.nextInt(cut + 1);
    assertEquals(expected, imported(List.of(shuffled.subList(0, cut), shuffled.subList(overlap, lines.size()))));
  }
}
