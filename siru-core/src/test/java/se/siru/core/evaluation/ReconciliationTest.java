package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.intake.ReportedFile;
import se.siru.core.model.Activity;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.ReportingPeriod;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.portfolio.SourcedRow;

/** Reported values beside computed ones. */
class ReconciliationTest {
  private static final Catalogue CATALOGUE =
      Catalogue.empty()
          .with(
              Provider.application(),
              List.of(
                  Indicator.measure("t:held").code("T1").over(Activity.TYPE).where(Activity.STATUS.is("held")).count().build(),
                  Indicator.measure("t:all").code("T2").over(Activity.TYPE).count().build(),
                  Indicator.formula("t:share").code("T3").unit("percent").expression("[T1] / [T2]").build()),
              List.of());

  private static Portfolio portfolio() {
    PortfolioBuilder builder =
        Portfolio.builder().add(ProgrammeNode.TYPE.row("o").with(ProgrammeNode.LEVEL, "operation").build());
    String[] days = {"2021-02-01", "2021-03-01", "2021-08-01", "2022-02-01", "2022-03-01", "2022-04-01"};
    for (int i = 0; i < days.length; i++) {
      builder.add(
          Activity.TYPE.row("a" + i)
              .with(Activity.START, LocalDate.parse(days[i]))
              .with(Activity.STATUS, i == 5 ? "cancelled" : "held")
              .with(Activity.KIND, i < 2 ? "training" : "meeting")
              .build());
    }
    return builder
        .add(ReportingPeriod.TYPE.row("P1")
            .with(ReportingPeriod.NUMBER, 1L)
            .with(ReportingPeriod.START, LocalDate.parse("2021-01-01"))
            .with(ReportingPeriod.END, LocalDate.parse("2021-06-30"))
            .build())
        .add(ReportingPeriod.TYPE.row("P2")
            .with(ReportingPeriod.NUMBER, 2L)
            .with(ReportingPeriod.START, LocalDate.parse("2021-07-01"))
            .with(ReportingPeriod.END, LocalDate.parse("2021-12-31"))
            .build())
        .build();
  }

  private static Reconciliation reconcile(String csv) {
    Findings findings = new Findings();
    try {
      List<SourcedRow> stated =
          ReportedFile.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "r.csv", findings);
      assertEquals(List.of(), findings.list());
      return Reconciliation.of(portfolio(), CATALOGUE, stated, 2);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String csv(Reconciliation reconciliation) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    reconciliation.writeCsv(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void differencesNameTheRecordsBehindTheComputedValue() throws IOException {
    assertEquals(
        """
        indicator,period,activity-kind,kind,stated,bound,computed,status,difference,outcome,records,unknown,source,behind,rules,preview
        T1,2021,,reported,3,exact,3,ok,0,agrees,3,0,r.csv:2,,defaults/1,no
        T1,total,,approved,7,exact,5,ok,2,differs,5,0,r.csv:3,"activities: 1, 2 + 3",defaults/1,no
        T1,2021-01-01/2021-07-01,training,reported,1,exact,2,ok,-1,differs,2,0,r.csv:4,"activities: 1, 2",defaults/1,no
        T1,2021-01-01/2022-01-01,,reported,3,at-least,3,ok,0,agrees,3,0,r.csv:5,,defaults/1,no
        T1,2021-07-01/2022-01-01,,reported,2,at-least,1,ok,1,differs,1,0,r.csv:6,activities: 3,defaults/1,no
        """,
        csv(
            reconcile(
                """
                indicator,period,activity-kind,value,kind
                T1,2021,,3,reported
                t:held,total,,7,approved
                T1,P1,training,1,reported
                T1,P1..P2,,>= 3,reported
                T1,P2,,≥ 2,reported
                """)));
  }

  @Test
  void aShareAgreesWhereItRoundsToTheStatedDecimals() {
    assertEquals(
        List.of("agrees", "agrees", "differs", "agrees"),
        reconcile(
            """
            indicator,period,value,kind
            T3,total,83.3,reported
            T3,total,83,reported
            T3,total,83.4,reported
            T3,2021,100,reported
            """)
            .lines().stream().map(line -> line.outcome().code()).toList());
  }

  @Test
  void anotherCodeOfTheListIsComputedAsZeroAndAnUnknownOneIsFound() {
    Reconciliation reconciliation =
        reconcile(
            """
            indicator,period,activity-kind,value,kind
            T1,2021,conference,0,reported
            T1,2021,nonsense,0,reported
            """);
    assertEquals(List.of("agrees"), reconciliation.lines().stream().map(line -> line.outcome().code()).toList());
    assertEquals(
        List.of("r.csv:3 reconcile.no-cell"),
        reconciliation.findings().stream().map(each -> each.origin() + " " + each.rule()).toList());
  }

  @Test
  void whatIsNotKnownIsFoundAndTheRestIsCompared() {
    Reconciliation reconciliation =
        reconcile(
            """
            indicator,period,size,value,kind
            T9,2021,,1,reported
            T1,P7,,1,reported
            T1,2021,micro,1,reported
            T1,2022,,2,reported
            """);
    assertEquals(
        List.of(
            "r.csv:2:indicator reconcile.unknown-indicator", "r.csv:3:period reconcile.unknown-period",
            "r.csv:4 reconcile.no-cell"),
        reconciliation.findings().stream().map((Finding each) -> each.origin() + " " + each.rule()).toList());
    assertEquals(1, reconciliation.count(Reconciliation.Outcome.AGREES));
  }

  @Test
  void whereNothingIsComputedTheReasonStands() throws IOException {
    String line =
        csv(reconcile("indicator,period,value,kind\nT3,2030,50,reported\n")).lines().skip(1).findFirst().orElseThrow();
    assertEquals("T3,2030,reported,50,exact,,undefined,,not-computed,0,0,r.csv:2,T1:  | T2: ,defaults/1,no", line.replace("\"", ""));
  }
}
