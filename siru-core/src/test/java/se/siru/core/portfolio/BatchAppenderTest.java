package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.siru.core.portfolio.Records.activity;
import static se.siru.core.portfolio.Records.day;
import static se.siru.core.portfolio.Records.organisation;
import static se.siru.core.portfolio.Records.withOperation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Activity;
import se.siru.core.model.Field;
import se.siru.core.model.Network;
import se.siru.core.model.Participation;
import se.siru.core.model.RecordType;
import se.siru.core.model.ReportingPeriod;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;

class BatchAppenderTest {
  private static final int ACTIVITY = index(Participation.ACTIVITY);
  private static final int ORGANISATIONS = index(Participation.ORGANISATIONS);
  private static final int HEADS = index(Participation.HEADS);
  private static final int DATE = index(Participation.DATE);
  private static final int TEXT = index(Participation.ORGANISATIONS_TEXT);
  private static final int STATUS = index(Participation.STATUS);

  private static int index(Field<?> field) {
    return Participation.TYPE.fields().indexOf(field);
  }

  private static BatchAppender participations(PortfolioBuilder builder) {
    return builder.append(Participation.TYPE, Batch.Provenance.of("p.csv"));
  }

  @Test
  void aReferenceMayComeBeforeWhatItNames() {
    PortfolioBuilder builder = withOperation();
    try (BatchAppender appender = participations(builder)) {
      appender.begin(2);
      appender.reference(ACTIVITY, "e");
      appender.commit();
    }
    Portfolio portfolio = builder.add(activity("e", "2022-05-01").build()).build();
    assertEquals("e", portfolio.rows(Participation.TYPE).findFirst().orElseThrow().get(Participation.ACTIVITY));
  }

  @Test
  void recordsThatStartLaterStandWhereTheRowsBeforeThemSay() {
    PortfolioBuilder builder = withOperation().add(activity("e", "2022-05-01").build());
    BatchAppender appender = participations(builder);
    appender.startsLater();
    appender.begin(2);
    appender.reference(ACTIVITY, "e");
    assertThrows(SiruException.class, appender::startsLater);
    appender.commit();
    assertThrows(SiruException.class, appender::startsLater);
    assertThrows(SiruException.class, () -> appender.follow(40));
    appender.close();
    appender.follow(40);
    assertThrows(SiruException.class, () -> appender.follow(40));
    assertEquals(42, builder.build().table(Participation.TYPE.name()).batches().get(0).origin(0).row());
  }

  @Test
  void theNumberOfAnIdStandsForIt() {
    PortfolioBuilder builder = withOperation().add(activity("e", "2022-05-01").build());
    try (BatchAppender appender = participations(builder)) {
      int number = appender.ordinal(ACTIVITY, "e");
      assertEquals(number, appender.ordinal(ACTIVITY, "e"));
      appender.begin(2);
      appender.referenceTo(ACTIVITY, number);
      appender.commit();
      appender.begin(3);
      assertThrows(SiruException.class, () -> appender.referenceTo(ACTIVITY, number + 1));
      assertThrows(SiruException.class, () -> appender.referenceTo(HEADS, number));
      assertThrows(SiruException.class, () -> appender.ordinal(HEADS, "e"));
    }
    List<String> read = builder.build().rows(Participation.TYPE).map(row -> row.get(Participation.ACTIVITY)).toList();
    assertEquals(List.of("e"), read);
  }

  @Test
  void manyRecordsBegunAtOnceAreThoseBegunOneByOne() {
    PortfolioBuilder builder =
        withOperation().add(activity("e", "2022-05-01").build()).add(organisation("a").build()).add(organisation("b").build());
    try (BatchAppender appender = participations(builder)) {
      for (int records : new int[] {1, 40, 3}) { // more than there is room for at first
        int[] rows = new int[records];
        Arrays.setAll(rows, i -> i + 2);
        int at = appender.begin(rows, records);
        assertThrows(SiruException.class, () -> appender.begin(9));
        assertThrows(IndexOutOfBoundsException.class, () -> appender.goTo(records));
        int number = appender.ordinal(ACTIVITY, "e");
        for (int i = 0; i < records; i++) {
          appender.elements(ACTIVITY)[at + i] = number;
          appender.numbers(HEADS)[at + i] = i + 1;
          appender.days(DATE)[at + i] = 19_000 + i;
          appender.texts(TEXT)[at + i] = i == 1 ? null : "t" + i;
        }
        for (int i = 0; i < records; i += 2) {
          appender.goTo(i);
          appender.reference(ORGANISATIONS, "a");
          appender.reference(ORGANISATIONS, "b");
        }
        appender.commit();
      }
      appender.begin(new int[] {7, 8}, 2);
      appender.numbers(HEADS)[44] = 99;
      appender.discard();
    }
    List<Row> rows = builder.build().rows(Participation.TYPE).toList();
    assertEquals(44, rows.size());
    for (int i = 0; i < 40; i++) {
      Row row = rows.get(1 + i);
      assertEquals("e", row.get(Participation.ACTIVITY));
      assertEquals(LocalDate.ofEpochDay(19_000 + i), row.get(Participation.DATE));
      assertEquals(i == 1 ? null : "t" + i, row.get(Participation.ORGANISATIONS_TEXT));
      assertEquals(i % 2 == 0 ? List.of("a", "b") : List.of(), row.get(Participation.ORGANISATIONS));
    }
  }

  @Test
  void periodsThatDoNotSayWhenTheyAreOverlapNoOthers() {
    PortfolioBuilder builder = withOperation();
    try (BatchAppender appender = builder.append(ReportingPeriod.TYPE, Batch.Provenance.of("r.csv"))) {
      for (String id : List.of("a", "b")) {
        appender.begin(2);
        appender.text(ReportingPeriod.TYPE.fields().indexOf(ReportingPeriod.TYPE.field("id").orElseThrow()), id);
        appender.commit();
      }
    }
    Findings findings = new Findings();
    assertTrue(builder.build(findings).isPresent(), () -> findings.list().toString());
  }

  @Test
  void aRecordThatIsDroppedLeavesNothingBehind() {
    PortfolioBuilder builder =
        withOperation().add(activity("e", "2022-05-01").build()).add(organisation("a").build()).add(organisation("b").build());
    try (BatchAppender appender = participations(builder)) {
      appender.begin(2);
      appender.reference(ACTIVITY, "e");
      appender.reference(ORGANISATIONS, "a");
      appender.reference(ORGANISATIONS, "b");
      appender.number(HEADS, 7);
      appender.day(DATE, 19_000);
      appender.text(TEXT, "dropped");
      appender.code(STATUS, 2);
      appender.discard();
      appender.begin(3);
      appender.reference(ACTIVITY, "e");
      appender.commit();
      appender.begin(4);
      appender.reference(ACTIVITY, "e");
    }
    Portfolio portfolio = builder.build();
    List<Row> rows = portfolio.rows(Participation.TYPE).toList();
    assertEquals(1, rows.size());
    assertEquals(List.of(), rows.get(0).get(Participation.ORGANISATIONS));
    assertEquals(1L, rows.get(0).get(Participation.HEADS));
    assertEquals(day("2022-05-01"), rows.get(0).get(Participation.DATE));
    assertNull(rows.get(0).get(Participation.ORGANISATIONS_TEXT));
    assertEquals("attended", rows.get(0).get(Participation.STATUS));
    assertEquals("p.csv:3", portfolio.origin(Participation.TYPE, 0).toString());
  }

  @Test
  void theDayAfterTheLastOneReadsAsTheLastDay() {
    RecordType type = Activity.TYPE;
    PortfolioBuilder builder = withOperation();
    try (BatchAppender appender = builder.append(type, Batch.Provenance.of("a.csv"))) {
      appender.begin(2);
      appender.text(type.fields().indexOf(Activity.ID), "e");
      appender.day(type.fields().indexOf(Activity.END), (int) LocalDate.of(2022, 6, 1).toEpochDay());
      appender.commit();
    }
    assertEquals(day("2022-05-31"), builder.build().find(type, "e").orElseThrow().get(Activity.END));
  }

  @Test
  void aFieldOfManyKeepsOneElementItselfAndEachSetOnce() {
    PortfolioBuilder builder = withOperation().add(activity("e", "2022-05-01").build());
    for (String id : List.of("a", "b", "c")) {
      builder.add(organisation(id).build());
    }
    try (BatchAppender appender = participations(builder)) {
      for (List<String> organisations :
          List.of(List.of("a"), List.of("a", "a"), List.of("c", "b"), List.of("b", "c", "b"), List.<String>of())) {
        appender.begin(0);
        appender.reference(ACTIVITY, "e");
        organisations.forEach(id -> appender.reference(ORGANISATIONS, id));
        appender.commit();
      }
    }
    Column.Ints column = (Column.Ints) builder.build().table("participation").batches().get(0).column("organisations");
    int[] values = column.values();
    assertEquals(List.of(0, 0, -2, -2, -1), List.of(values[0], values[1], values[2], values[3], values[4]));
    assertEquals(1, column.sets().count());
    assertEquals(2, column.count(3));
    assertEquals(1, column.element(3, 0));
    assertEquals(2, column.element(3, 1));
  }

  @Test
  void aHundredThousandRecordsStandWhereTheyWerePut() {
    PortfolioBuilder builder = withOperation();
    for (int i = 0; i < 50; i++) {
      builder.add(organisation("o" + i).build()).add(activity("e" + i, "2022-05-01").build());
    }
    try (BatchAppender appender = participations(builder)) {
      for (int i = 0; i < 100_000; i++) {
        appender.begin(i + 2L);
        appender.reference(ACTIVITY, "e" + i % 50);
        appender.reference(ORGANISATIONS, "o" + i % 49);
        if (i % 3 == 0) {
          appender.reference(ORGANISATIONS, "o" + i % 47);
        }
        appender.number(HEADS, i);
        appender.commit();
      }
    }
    Portfolio portfolio = builder.build();
    Table table = portfolio.table("participation");
    assertEquals(100_000, table.size());
    for (int i = 0; i < 100_000; i += 997) {
      Row row = table.row(table.batches().get(0), i);
      assertEquals("e" + i % 50, row.get(Participation.ACTIVITY));
      assertEquals((long) i, row.get(Participation.HEADS));
      assertTrue(row.get(Participation.ORGANISATIONS).contains("o" + i % 49));
      assertEquals(i + 2L, portfolio.origin(Participation.TYPE, i).row());
    }
  }

  @Test
  void entitiesOfSeveralSourcesKeepTheirOrigins() {
    PortfolioBuilder builder = withOperation();
    for (String id : List.of("b", "a")) {
      try (BatchAppender appender = builder.append(Stakeholder.TYPE, Batch.Provenance.of(id + ".csv"))) {
        appender.begin(9);
        appender.text(0, id);
        appender.commit();
      }
    }
    Portfolio portfolio = builder.build();
    assertEquals("a.csv:9", portfolio.origin(Stakeholder.TYPE, 0).toString());
    assertEquals("b.csv:9", portfolio.origin(Stakeholder.TYPE, 1).toString());
    assertEquals(
        List.of("programme", "b.csv", "a.csv"), portfolio.sources().stream().map(Batch.Provenance::source).toList());
  }

  @Test
  void aTypeIsHeldOnceItIsNamed() {
    Portfolio portfolio = withOperation().holds(Network.TYPE).build();
    assertTrue(portfolio.holds(Network.TYPE));
    assertFalse(portfolio.holds(Stakeholder.TYPE));
    assertEquals(0, portfolio.table("network").size());
    assertEquals(1, portfolio.table("stakeholder").batches().size());
    PortfolioBuilder builder = withOperation();
    participations(builder).close();
    assertTrue(builder.build().holds(Participation.TYPE));
  }

  @Test
  void valuesOfAnotherKindAreMisuse() {
    BatchAppender appender = participations(withOperation());
    appender.begin(1);
    for (Runnable call :
        List.<Runnable>of(
            () -> appender.code(ACTIVITY, 0),
            () -> appender.code(STATUS, -1),
            () -> appender.reference(STATUS, "a"),
            () -> appender.number(DATE, 1),
            () -> appender.number(HEADS, Column.Longs.MISSING),
            () -> appender.day(HEADS, 1),
            () -> appender.day(DATE, Column.Days.MISSING),
            () -> appender.text(HEADS, "1"),
            () -> appender.begin(2))) {
      assertEquals(ErrorCode.MISUSE, assertThrows(SiruException.class, call::run).code());
    }
  }

  @Test
  void anOpenBatchOrASecondBuildIsMisuse() {
    PortfolioBuilder builder = withOperation();
    BatchAppender appender = participations(builder);
    assertEquals(ErrorCode.MISUSE, assertThrows(SiruException.class, () -> builder.build(new Findings())).code());
    appender.close();
    assertThrows(SiruException.class, () -> appender.begin(1));
    Optional<Portfolio> portfolio = builder.build(new Findings());
    assertTrue(portfolio.isPresent());
    assertThrows(SiruException.class, () -> builder.build(new Findings()));
    assertThrows(SiruException.class, () -> builder.add(organisation("late").build()));
  }
}
