package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.siru.indicators.Evaluated.organisation;
import static se.siru.indicators.Evaluated.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.evaluation.Cell;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.Agreement;
import se.siru.core.model.Coverage;
import se.siru.core.model.Money;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Value;
import se.siru.core.portfolio.IdentityLink;
import se.siru.core.portfolio.PortfolioBuilder;

/** The counting rules of agreements, each on the smallest portfolio that shows it. */
class ProcurementRulesTest {
  private int agreements;

  private static LocalDate day(String iso) {
    return iso.isEmpty() ? null : LocalDate.parse(iso);
  }

  private RowBuilder agreement(String buyer, String supplier, String basis, String signed) {
    return Agreement.TYPE.row("a" + ++agreements)
        .with(Agreement.BUYER, buyer)
        .with(Agreement.SUPPLIER, supplier)
        .with(Agreement.LEGAL_BASIS, basis)
        .with(Agreement.SIGNED, LocalDate.parse(signed));
  }

  private static Row register(String buyer, String complete, String start, String end) {
    return Coverage.TYPE.row()
        .with(Coverage.BUYER, buyer)
        .with(Coverage.COMPLETE, complete)
        .with(Coverage.START, day(start))
        .with(Coverage.END, day(end))
        .build();
  }

  private static PortfolioBuilder organisations() {
    return programme()
        .add(organisation("kommun", "public"))
        .add(organisation("region", "public"))
        .add(organisation("social", "social-enterprise"))
        .add(organisation("other-social", "social-enterprise"))
        .add(organisation("firm", "business"));
  }

  /** Kommun is complete for 2021 and 2022, region for 2022 alone. */
  private PortfolioBuilder procured() {
    return organisations()
        .add(register("kommun", "yes", "2021-01-01", "2022-12-31"))
        .add(register("region", "yes", "2022-01-01", "2022-12-31"))
        .add(agreement("kommun", "firm", "open-procedure", "2021-03-01").build())
        .add(agreement("kommun", "social", "reserved-sheltered", "2021-12-31")
            .with(Agreement.CLAUSES, List.of("labour-conditions", "accessibility")).build())
        .add(agreement("kommun", "social", "direct-award", "2022-01-01").with(Agreement.CLAUSES, List.of("accessibility")).build())
        .add(agreement("kommun", "social", "none", "2021-05-01").with(Agreement.PARTNERSHIP, "iop").build())
        .add(agreement("kommun", "firm", "procurement", "2021-05-01").with(Agreement.PARTNERSHIP, "iop").build())
        .add(agreement("kommun", "firm", "grant", "2021-05-01").build())
        .add(agreement("region", "firm", "open-procedure", "2021-06-01").with(Agreement.CLAUSES, List.of("accessibility")).build())
        .add(agreement("region", "firm", "open-procedure", "2022-06-01").with(Agreement.PARTNERSHIP, "none").build());
  }

  private static void ratio(Evaluated all, String numerator, String denominator, String indicator, String period, String... codes) {
    Value value = all.results().cell(indicator, period, codes).value();
    assertTrue(value instanceof Value.Ratio, () -> all.results().cell(indicator, period, codes).toString());
    Value.Ratio ratio = (Value.Ratio) value;
    assertEquals(0, new BigDecimal(numerator).compareTo(ratio.numerator()), value::toString);
    assertEquals(0, new BigDecimal(denominator).compareTo(ratio.denominator()), value::toString);
  }

  private static void missing(Evaluated all, String indicator, String period) {
    Value value = all.results().cell(indicator, period).value();
    assertTrue(value instanceof Value.Absent absent && absent.reason() == Value.Reason.MISSING, value::toString);
    assertTrue(((Value.Absent) value).note().in("en").contains("register"), value::toString);
  }

  @Test
  void sharesAreOfTheBuyersWhoseRegisterIsComplete() {
    Evaluated all = Evaluated.of(procured(), "2020..2023/year");
    missing(all, "SI-Q03", "2020");
    ratio(all, "1", "2", "SI-Q03", "2021");
    ratio(all, "1", "2", "SI-Q04", "2021");
    ratio(all, "1", "2", "SI-Q06", "2021");
    ratio(all, "1", "2", "SI-Q03", "2022");
    ratio(all, "0", "2", "SI-Q04", "2022");
    missing(all, "SI-Q06", "2023");
    assertEquals(1, all.results().cell("siru:procurements", "2021").unknown());
  }

  @Test
  void aPeriodThatAnyDayOfIsMissingFromIsNotCovered() {
    Evaluated all = Evaluated.of(procured(), "2021-01-01/2023-01-01,2021-01-01/2023-01-02,total");
    ratio(all, "2", "3", "SI-Q03", "2021-01-01/2023-01-01");
    missing(all, "SI-Q03", "2021-01-01/2023-01-02");
    missing(all, "SI-Q03", "total");
  }

  @Test
  void withoutCoverageRecordsEverythingIsMissingAndThatIsNoZero() {
    Evaluated all =
        Evaluated.of(organisations().add(agreement("kommun", "firm", "open-procedure", "2021-03-01").build()), "2021..2021/year");
    for (String code : List.of("SI-Q03", "SI-Q04", "SI-Q06", "SI-Q07")) {
      missing(all, code, "2021");
    }
  }

  @Test
  void stretchesThatMeetAreOneAndAContradictedDayIsNotComplete() {
    PortfolioBuilder met =
        organisations()
            .add(register("kommun", "yes", "2021-07-01", ""))
            .add(register("kommun", "yes", "", "2021-06-30"))
            .add(agreement("kommun", "firm", "open-procedure", "2021-03-01").build());
    ratio(Evaluated.of(met, "2021..2021/year"), "0", "1", "SI-Q04", "2021");
    ratio(Evaluated.of(organisationsWith(register("kommun", "yes", "", "")), "total"), "0", "1", "SI-Q04", "total");
    missing(
        Evaluated.of(organisationsWith(register("kommun", "yes", "", ""), register("kommun", "no", "2021-12-31", "2021-12-31")), "2021..2021/year"),
        "SI-Q04", "2021");
    missing(
        Evaluated.of(
            organisationsWith(register("kommun", "yes", "", "2021-06-29"), register("kommun", "yes", "2021-07-01", "")), "2021..2021/year"),
        "SI-Q04", "2021");
  }

  private PortfolioBuilder organisationsWith(Row... registers) {
    PortfolioBuilder builder = organisations().add(agreement("kommun", "firm", "open-procedure", "2021-03-01").build());
    List.of(registers).forEach(builder::add);
    return builder;
  }

  @Test
  void daysThatHaveNotBeenYetNeedNoCover() {
    PortfolioBuilder half = organisationsWith(register("kommun", "yes", "2021-01-01", "2021-06-30"));
    half.recordedAt(LocalDate.parse("2021-06-30"));
    ratio(Evaluated.of(half, "2021..2021/year"), "0", "1", "SI-Q04", "2021");
    PortfolioBuilder more = organisationsWith(register("kommun", "yes", "2021-01-01", "2021-06-30"));
    more.recordedAt(LocalDate.parse("2021-07-01"));
    missing(Evaluated.of(more, "2021..2021/year"), "SI-Q04", "2021");
  }

  @Test
  void theRegisterOfALegalUnitIsThatOfItsIds() {
    PortfolioBuilder builder =
        organisationsWith(register("kommun-office", "yes", "2021-01-01", "2021-12-31"))
            .add(organisation("kommun-office", "public"))
            .identity(new IdentityLink("kommun-office", "kommun", IdentityLink.Kind.BRANCH, null));
    ratio(Evaluated.of(builder, "2021..2021/year"), "0", "1", "SI-Q04", "2021");
  }

  @Test
  void sharesByClauseAndBasisAreOfAllProcurements() {
    Evaluated byClause = Evaluated.of(procured(), "2021-01-01/2023-01-01", "clause");
    ratio(byClause, "2", "3", "SI-Q03", "2021-01-01/2023-01-01", "clause=accessibility");
    ratio(byClause, "1", "3", "SI-Q03", "2021-01-01/2023-01-01", "clause=labour-conditions");
    Evaluated byBasis = Evaluated.of(procured(), "2021-01-01/2023-01-01", "legal-basis");
    ratio(byBasis, "1", "3", "SI-Q04", "2021-01-01/2023-01-01", "legal-basis=reserved-sheltered");
    ratio(byBasis, "1", "1", "SI-Q03", "2021-01-01/2023-01-01", "legal-basis=direct-award");
    assertTrue(
        byClause.results().findings().stream().noneMatch(finding -> finding.rule().id().equals("evaluation.two-meanings")),
        byClause.results().findings()::toString);
  }

  @Test
  void aPairIsNewWhereItsFirstAgreementEverLiesInThePeriod() {
    PortfolioBuilder builder =
        organisations()
            .add(register("kommun", "yes", "2019-01-01", "2022-12-31"))
            .add(agreement("kommun", "social", "direct-award", "2016-01-01").build())
            .add(agreement("kommun", "social", "direct-award", "2022-05-01").build())
            .add(agreement("kommun", "other-social", "none", "2022-05-01").with(Agreement.PARTNERSHIP, "iop").build())
            .add(agreement("kommun", "other-social", "direct-award", "2022-06-01").build())
            .add(agreement("kommun", "firm", "direct-award", "2022-06-01").build())
            .add(agreement("region", "social", "direct-award", "2022-06-01").build())
            .add(agreement("firm", "social", "direct-award", "2022-06-01").build());
    Evaluated all = Evaluated.of(builder, "2021..2022/year");
    all.gives("1", "SI-Q07", "2022");
    missing(all, "SI-Q07", "2021");
  }

  @ParameterizedTest
  @CsvSource({"2019-01-01,36,1", "2019-01-02,36,", "2019-01-02,35,1", "2022-01-01,0,1"})
  void theLookBackMustBeCoveredToTheDay(String start, String months, String pairs) {
    PortfolioBuilder builder =
        organisations()
            .add(register("kommun", "yes", start, "2022-12-31"))
            .add(agreement("kommun", "social", "direct-award", "2022-05-01").build());
    RuleSet rules =
        RuleSet.builder("agency", "1")
            .value(new RuleSet.Value(List.of("SI-Q07"), "look-back-months", months, Indicator.Evidence.CONFIRMED, ""))
            .build();
    Evaluated all = Evaluated.under(rules, builder, "2022..2022/year");
    if (pairs == null) {
      missing(all, "SI-Q07", "2022");
    } else {
      all.gives(pairs, "SI-Q07", "2022");
    }
  }

  private PortfolioBuilder judged() {
    return organisations()
        .add(award("2022-01-31", "615312.01").build()) // above the limit of its day
        .add(award("2022-02-01", "615312.01").build())
        .add(award("2022-03-01", "700000").build())
        .add(agreement("kommun", "social", "reserved-sheltered", "2022-03-01")
            .with(Agreement.OCCUPIED_SHARE, new BigDecimal("0.29"))
            .with(Agreement.CRITERIA_UNMET, List.of("sheltered-purpose")).build())
        .add(agreement("kommun", "firm", "open-procedure", "2022-03-01").build()) // no rule concerns it
        .add(agreement("kommun", "social", "none", "2022-03-01").with(Agreement.PARTNERSHIP, "iop").build()); // nobody can tell
  }

  private RowBuilder award(String signed, String value) {
    return agreement("kommun", "social", "direct-award", signed)
        .with(Agreement.LAW, "lou")
        .with(Agreement.SERVICE_CATEGORY, "ordinary")
        .with(Agreement.VALUE, Money.of("SEK", value));
  }

  @Test
  void consistencyIsOfThoseThatCouldBeAssessedAndOfEachRuleOfThoseHeldToIt() {
    Evaluated all = Evaluated.of(judged(), "2022..2022/year", "rule");
    ratio(all, "2", "4", "SI-Q08", "2022");
    ratio(all, "4", "4", "SI-Q08", "2022", "rule=basis-in-force");
    ratio(all, "2", "3", "SI-Q08", "2022", "rule=direct-award-limit");
    ratio(all, "0", "1", "SI-Q08", "2022", "rule=occupied-share");
    ratio(all, "0", "1", "SI-Q08", "2022", "rule=reservation-criteria");
    assertEquals(List.of(), all.results().findings().stream().filter(f -> f.rule().id().equals("evaluation.two-meanings")).toList());
  }

  @Test
  void partnershipsWithProcurementRiskAreThoseThatFailTheirChecklist() {
    PortfolioBuilder builder =
        organisations()
            .add(iop("2021-01-01", "2022-12-31").with(Agreement.PROCUREMENT_RISK, "yes").build())
            .add(iop("2021-01-01", "2022-12-31").with(Agreement.CRITERIA_UNMET, List.of("iop-no-market")).build())
            .add(iop("2021-01-01", "2022-12-30").with(Agreement.PROCUREMENT_RISK, "yes").build())
            .add(iop("2021-01-01", "").with(Agreement.PROCUREMENT_RISK, "no").build());
    Evaluated all = Evaluated.of(builder, "2021..2022/year");
    all.gives("3", "siru:iop-with-procurement-risk", "2021");
    all.gives("2", "siru:iop-with-procurement-risk", "2022");
    all.gives("3", "SI-Q05", "2022");
  }

  private RowBuilder iop(String start, String end) {
    return agreement("kommun", "social", "none", start)
        .with(Agreement.PARTNERSHIP, "iop")
        .with(Agreement.START, day(start))
        .with(Agreement.END, day(end));
  }

  /** Against loops over the records alone: shares where registers of three buyers are complete for random years. */
  @Property(tries = 40)
  void aShareIsThatOfTheAgreementsOfCoveredBuyers(@ForAll int seed) {
    java.util.Random random = new java.util.Random(seed);
    List<String> buyers = List.of("kommun", "region", "firm");
    boolean[][] complete = new boolean[3][3];
    long[][] all = new long[3][3];
    long[][] reserved = new long[3][3];
    PortfolioBuilder builder = organisations();
    for (int buyer = 0; buyer < 3; buyer++) {
      for (int year = 0; year < 3; year++) {
        complete[buyer][year] = random.nextBoolean();
        if (complete[buyer][year]) {
          builder.add(register(buyers.get(buyer), "yes", (2020 + year) + "-01-01", (2020 + year) + "-12-31"));
        }
      }
    }
    for (int i = 0; i < 25; i++) {
      int buyer = random.nextInt(3);
      int year = random.nextInt(3);
      boolean isReserved = random.nextInt(3) == 0;
      all[buyer][year]++;
      reserved[buyer][year] += isReserved ? 1 : 0;
      builder.add(
          agreement(buyers.get(buyer), "social", isReserved ? "reserved" : "open-procedure", (2020 + year) + "-0" + (1 + random.nextInt(9)) + "-15")
              .build());
    }
    Evaluated results = Evaluated.of(builder, "2020..2022/year,2020-01-01/2022-01-01");
    for (int from = 0; from < 3; from++) {
      check(results, Integer.toString(2020 + from), from, from + 1, complete, all, reserved);
    }
    check(results, "2020-01-01/2022-01-01", 0, 2, complete, all, reserved);
  }

  private static void check(
      Evaluated results, String period, int from, int until, boolean[][] complete, long[][] all, long[][] reserved) {
    long denominator = 0;
    long numerator = 0;
    long left = 0;
    boolean any = false;
    for (int buyer = 0; buyer < 3; buyer++) {
      boolean covered = true;
      long own = 0;
      long ownReserved = 0;
      for (int year = from; year < until; year++) {
        covered &= complete[buyer][year];
        own += all[buyer][year];
        ownReserved += reserved[buyer][year];
      }
      any |= covered;
      denominator += covered ? own : 0;
      numerator += covered ? ownReserved : 0;
      left += covered ? 0 : own;
    }
    if (!any) {
      missing(results, "SI-Q04", period);
      return;
    }
    Cell cell = results.results().cell("siru:procurements", period);
    assertEquals(denominator, cell.records());
    assertEquals(left, cell.unknown());
    if (denominator > 0) {
      ratio(results, Long.toString(numerator), Long.toString(denominator), "SI-Q04", period);
    }
  }
}
