package se.siru.core.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.siru.core.disclosure.Audience;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.Activity;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Target;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.text.LocalizedText;

/** The numbers of a pack, worked out by hand from a small programme. */
class SteeringGroupTest {
  private static SteeringGroup group() {
    return SteeringGroup.of(SmallProgramme.portfolio(), SmallProgramme.CATALOGUE);
  }

  private static String text(PackItem item) {
    if (item instanceof PackItem.Number number) {
      return number.value().setScale(number.decimals(), RoundingMode.HALF_EVEN).toPlainString();
    }
    return item instanceof PackItem.Text text ? text.text() : "(" + ((PackItem.Absent) item).reason() + ")";
  }

  private static List<String> rows(PackTable table) {
    return table.rows().stream()
        .map(row -> row.stream().map(SteeringGroupTest::text).collect(Collectors.joining("|")))
        .toList();
  }

  private static PackTable table(Pack pack, String heading) {
    return pack.sheets().stream()
        .flatMap(sheet -> sheet.tables().stream())
        .filter(table -> table.heading().equals(heading))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void targetsStandBesideWhatCameOfThemInTheLastPeriodThatHasEnded() {
    Pack pack = group().pack("en");
    // Two of three years have passed. 3 of the way from 1 to 7 is a third; an even pace would be two thirds.
    assertEquals(
        List.of(
            "T1 Activities||total|1|7|3|1|33.3|66.7|Behind|Går | bra|d2",
            "T2 No direction||total||3|3|1|100.0||Not judged||d2",
            "UNKNOWN||total||1|(missing)|(missing)|(missing)||Missing||d2"),
        rows(table(pack, "Targets of the whole time")));
    assertEquals(
        List.of(
            "T1 Activities||P2||2|1|1|50.0|100.0|Behind|Går | bra|d2",
            "T1 Activities||P3||2|(missing)||(missing)||Not due||d2",
            "SI-P01 Reached||P1..P2|2|2|2|2|(Undefined)||Undefined||d2"),
        rows(table(pack, "Targets of parts of the time")));
  }

  @Test
  void theStatusFollowsTheRuleThatIsAskedFor() {
    ProgressRule half = ProgressRule.of(new BigDecimal("0.5"), BigDecimal.ZERO);
    assertEquals("I fas", text(table(group().rule(half).pack("sv"), "Mål för hela tiden").rows().get(0).get(9)));
  }

  @Test
  void theRuleSetOfTheCatalogueGivesTheThresholdsAndIsNamed() {
    RuleSet rules =
        RuleSet.builder("agency", "2")
            .named(LocalizedText.of("Våra regler", "Our rules"))
            .value(new RuleSet.Value(List.of("SI-C01"), "on-track", "0.6", Evidence.CONFIRMED, ""))
            .value(new RuleSet.Value(List.of("SI-C01"), "at-risk", "0.5", Evidence.CONFIRMED, ""))
            .previews(List.of("T1"))
            .build();
    Catalogue catalogue = Catalogue.under(rules).with(Provider.application(), SmallProgramme.CATALOGUE.indicators(), List.of());
    Pack pack = SteeringGroup.of(SmallProgramme.portfolio(), catalogue).pack("sv");
    // A third of the way has been come, and two thirds are due: half of what is due.
    PackTable targets = table(pack, "Mål för hela tiden");
    assertEquals("I riskzonen", text(targets.rows().get(0).get(9)));
    assertEquals("T1 Aktiviteter ‡", text(targets.rows().get(0).get(0)));
    assertTrue(targets.notes().get(0).contains("minst 60 procent") && targets.notes().get(0).contains("minst 50 procent"));
    assertTrue(pack.notes().contains("Regeluppsättning: agency/2, Våra regler (ännu inte avstämd mot sin källa)."), pack.notes()::toString);
  }

  /** By the end of 2022, the plan wants 3 of 7; without milestones it would be two thirds of the way from 1. */
  @Test
  void milestonesOfThePlanSayWhatIsDue() {
    Portfolio portfolio =
        SmallProgramme.portfolio().toBuilder()
            .add(Target.TYPE.row().with(Target.INDICATOR, "T1").with(Target.PERIOD, "P1..P2").with(Target.VALUE, new BigDecimal("3"))
                .with(Target.DECISION, "d2").build())
            .build();
    Pack pack = SteeringGroup.of(portfolio, SmallProgramme.CATALOGUE).pack("en");
    assertEquals("T1 Activities||total|1|7|3|1|33.3|33.3|On track|Går | bra|d2", rows(table(pack, "Targets of the whole time")).get(0));
    assertTrue(
        rows(table(pack, "Targets of parts of the time")).contains("T1 Activities||P1..P2||3|3|1|100.0|100.0|On track|Går | bra|d2"),
        rows(table(pack, "Targets of parts of the time"))::toString);
  }

  @Test
  void aTargetAboveItsBaselineOfWhichLessIsBetterIsNotPraised() {
    Catalogue catalogue =
        Catalogue.empty().with(
            Provider.application(),
            List.of(
                Indicator.measure("t:complaints").code("T1").direction(Indicator.Direction.DOWN).over(Activity.TYPE).count().build()),
            List.of());
    Pack pack = SteeringGroup.of(SmallProgramme.portfolio(), catalogue).pack("en");
    assertEquals("T1||total|1|7|3|1|(Undefined)||Undefined|Går | bra|d2", rows(table(pack, "Targets of the whole time")).get(0));
  }

  @Test
  void budgetThatAppliesStandsBesideOutcomeAndCofinancing() {
    Pack pack = group().pack("en");
    assertEquals(
        List.of(
            "Ett|1000.00|500.50|200.00|50.0|200.00|200.00|40.0",
            "Två|500.00|100.00|100.00|20.0|100.00|0.00|100.0",
            "Total|1500.00|600.50|300.00|40.0|300.00|200.00|50.0"),
        rows(table(pack, "By work package")));
    assertEquals(
        List.of(
            "A-bolaget|1000.00|500.50|200.00|50.0|200.00|200.00|40.0",
            "B-föreningen|500.00|100.00|100.00|20.0|100.00|0.00|100.0",
            "Total|1500.00|600.50|300.00|40.0|300.00|200.00|50.0"),
        rows(table(pack, "By partner")));
    assertTrue(table(pack, "By partner").notes().get(1).endsWith("left out: 1."));
  }

  @Test
  void reachIsByGenderSectorAndMunicipality() {
    Pack pack = group().pack("en");
    assertEquals(
        List.of("Women|5|4", "Men|5|5", "Non-binary|0|0", "Unknown|2|2", "Total|12|11"),
        rows(table(pack, "Participations by gender")));
    assertEquals(
        List.of("Business|1|1", "Civil society|1|1", "Total|2|2"), rows(table(pack, "Organisations by sector")));
    assertEquals(List.of("Jönköping|2|2", "Total|2|2"), rows(table(pack, "Organisations by municipality")));
  }

  @Test
  void onlyEffectsWithConsentAreQuoted() {
    for (String language : List.of("sv", "en")) {
      Pack pack = group().pack(language);
      String all =
          pack.sheets().stream()
              .flatMap(sheet -> sheet.tables().stream())
              .flatMap(table -> rows(table).stream())
              .collect(Collectors.joining());
      assertTrue(all.contains("vågar"));
      assertFalse(all.contains("Hemligt"));
    }
    assertTrue(table(group().pack("en"), "Quoted effects").notes().get(0).endsWith("is missing: 2."));
  }

  /** Shares apart, which are made of two numbers that stand in the same row. */
  @Test
  void everyNumberIsTracedToRecords() {
    Pack pack = group().pack("en");
    List<String> numbers = new ArrayList<>();
    for (PackSheet sheet : pack.sheets().subList(0, 4)) {
      for (PackTable table : sheet.tables()) {
        for (List<PackItem> row : table.rows()) {
          for (int i = 0; i < row.size(); i++) {
            if (row.get(i) instanceof PackItem.Number number && !number.unit().equals("percent")) {
              numbers.add(sheet.name() + " " + table.columns().get(i).label() + " " + number.value().stripTrailingZeros());
            }
          }
        }
      }
    }
    List<String> traced =
        table(pack, "Sources").rows().stream()
            .map(row -> text(row.get(0)) + " " + text(row.get(2)) + " "
                + ((PackItem.Number) row.get(6)).value().stripTrailingZeros())
            .toList();
    assertEquals(numbers.stream().sorted().toList(), traced.stream().sorted().toList());
    assertTrue(
        rows(table(pack, "Sources")).contains(
            "Targets|T1 Activities, total|Target|target.value|total||7|1|targets: 2"));
    assertTrue(
        rows(table(pack, "Sources")).contains(
            "Finance|By work package: Ett|Outcome P1..P2|cost-line.outcome|2021-01-01/2023-01-01|work-package=w1|500.5|2|"
                + "cost-lines: 4, 5"));
    assertTrue(
        rows(table(pack, "Sources")).contains(
            "Targets|T1 Activities, total|Actual so far in the target's period|t:held|2021-01-01/2023-01-01||3|3|"
                + "activities: 1–3"),
        () -> String.join("\n", rows(table(pack, "Sources"))));
  }

  @Test
  void anEarlierPeriodLeavesOutWhatCameLater() {
    Pack pack = group().reportingPeriod("P1").pack("en");
    assertEquals(
        "T1 Activities||total|1|7|2|2|16.7|33.3|Behind||d2", rows(table(pack, "Targets of the whole time")).get(0));
    assertEquals(
        "Total|1500.00|300.50|20.0|0.00|0.00|0.0", rows(table(pack, "By work package")).get(2));
    assertEquals(List.of("Business|1", "Total|1"), rows(table(pack, "Organisations by sector")));
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertEquals(
        "SIRU-M002 no reporting period 'P9'; there are P1, P2, P3",
        assertThrows(SiruException.class, () -> group().reportingPeriod("P9").pack("sv")).getMessage());
    Portfolio bare =
        Portfolio.builder().add(ProgrammeNode.TYPE.row("o").with(ProgrammeNode.LEVEL, "operation").build()).build();
    assertEquals(
        ErrorCode.UNKNOWN_NAME,
        assertThrows(SiruException.class, () -> SteeringGroup.of(bare, SmallProgramme.CATALOGUE).pack("sv")).code());
    assertEquals(
        ErrorCode.AUDIENCE_REFUSED,
        assertThrows(SiruException.class, () -> group().audience(Audience.PUBLIC).pack("sv")).code());
  }

  @Test
  void bothLanguagesHaveTheSameTables() {
    assertEquals(shape(group().pack("sv")), shape(group().pack("en")));
  }

  private static List<String> shape(Pack pack) {
    return pack.sheets().stream()
        .flatMap(sheet -> Stream.concat(
            Stream.of("sheet"),
            sheet.tables().stream().map(table -> table.columns().size() + "x" + table.rows().size())))
        .toList();
  }
}
