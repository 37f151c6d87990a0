package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.siru.core.portfolio.Records.day;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.law.LawData;
import se.siru.core.model.Agreement;
import se.siru.core.model.Money;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Schema;

/** Agreements held to the law of their day. */
class AgreementLawTest {
  private static final List<String> IOP =
      List.of("iop-initiative", "iop-programme", "iop-no-grant", "iop-no-market", "iop-both-contribute", "iop-not-detailed", "iop-long-term");

  private static RowBuilder agreement(String id, String basis, String signed) {
    return Agreement.TYPE.row(id).with(Agreement.LEGAL_BASIS, basis).with(Agreement.SIGNED, signed == null ? null : day(signed));
  }

  private static RowBuilder award(String id, String signed, String value) {
    return agreement(id, "direct-award", signed)
        .with(Agreement.LAW, "lou")
        .with(Agreement.SERVICE_CATEGORY, "ordinary")
        .with(Agreement.VALUE, value == null ? null : Money.of("SEK", new BigDecimal(value)));
  }

  private static RowBuilder sheltered(String share) {
    return agreement("a", "reserved-sheltered", "2021-05-01")
        .with(Agreement.OCCUPIED_SHARE, share == null ? null : new BigDecimal(share))
        .with(Agreement.CRITERIA_MET, List.of("sheltered-purpose", "sheltered-no-legal-form"));
  }

  private static RowBuilder iop() {
    return Agreement.TYPE.row("a").with(Agreement.PARTNERSHIP, "iop").with(Agreement.SIGNED, day("2021-05-01"));
  }

  private static Portfolio portfolio(Findings findings, RowBuilder... agreements) {
    PortfolioBuilder builder = Records.withOperation();
    for (RowBuilder agreement : agreements) {
      builder.add(agreement.build());
    }
    return builder.build(findings).orElseThrow();
  }

  /** What was told of an agreement, as {@code rule@field}. */
  private static List<String> told(RowBuilder... agreements) {
    Findings findings = new Findings();
    portfolio(findings, agreements);
    assertTrue(findings.list().stream().noneMatch(finding -> finding.severity() == Severity.ERROR));
    return findings.list().stream()
        .filter(finding -> finding.rule().id().startsWith("law."))
        .map(finding -> finding.rule().id().substring("law.".length()) + "@" + finding.origin().column())
        .toList();
  }

  private static String judged(RowBuilder agreement) {
    Portfolio portfolio = portfolio(new Findings(), agreement);
    return portfolio.rows(Agreement.TYPE)
        .map(row -> row.get(Agreement.RULES_ASSESSED) + " " + row.get(Agreement.RULES_FAILED))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource({
      "2022-01-31,615312,true", "2022-01-31,615312.01,false", "2022-01-31,700000,false",
      "2022-02-01,615312.01,true", "2022-02-01,700000,true", "2022-02-01,700000.01,false",
      "2019-12-31,586907,true", "2019-12-31,586907.01,false", "2020-01-01,586907.01,true", "2020-01-01,0,true"})
  void aDirectAwardIsHeldToTheLimitOfItsDayToTheLastOre(String signed, String value, boolean within) {
    assertEquals(within ? List.of() : List.of("direct-award-above-limit@value"), told(award("a", signed, value)));
    assertEquals(
        "[basis-in-force, direct-award-limit] " + (within ? "[]" : "[direct-award-limit]"), judged(award("a", signed, value)));
  }

  @ParameterizedTest
  @CsvSource({
      "505750,''", "505750.01,not-assessed@law-data", "505850,not-assessed@law-data", "505850.01,direct-award-above-limit@value"})
  void ofALimitThatIsKnownOnlyAboutTheRangeDecidesNothing(String value, String told) {
    assertEquals(told.isEmpty() ? List.of() : List.of(told), told(award("a", "2015-03-01", value)));
  }

  @Test
  void whatIsNotStatedIsToldApartAndIsNeitherKeptNorBroken() {
    assertEquals(List.of("not-assessed@value"), told(award("a", "2021-05-01", null)));
    assertEquals(List.of("not-assessed@signed", "not-assessed@signed"), told(award("a", null, "1")));
    assertEquals(List.of("not-assessed@occupied-share"), told(sheltered(null)));
    assertEquals("[basis-in-force, reservation-criteria] []", judged(sheltered(null)));
    assertEquals(List.of(), told(Agreement.TYPE.row("a")));
    assertEquals("[] []", judged(Agreement.TYPE.row("a")));
  }

  @Test
  void agreementsOfWhichNobodyCanTellAreCountedInOneLine() {
    Findings findings = new Findings();
    portfolio(findings, award("a", "2021-05-01", null), award("b", "2021-05-01", "1"), award("c", "2022-05-01", null));
    Finding finding = findings.list().stream().filter(each -> each.rule() == LawRules.NOT_ASSESSED).findFirst().orElseThrow();
    assertEquals("agreements:1:value", finding.origin().toString());
    assertEquals("2", finding.arguments().get("count"));
  }

  @Test
  void anUnknownLawOrCategoryDecidesOnlyWhereAllThatMayBeAgree() {
    RowBuilder unknownLaw = award("a", "2022-02-01", "1200000.01").with(Agreement.LAW, null);
    assertEquals(List.of("direct-award-above-limit@value"), told(unknownLaw));
    assertEquals(List.of("not-assessed@law"), told(award("a", "2022-02-01", "700000.01").with(Agreement.LAW, null)));
    assertEquals(List.of(), told(award("a", "2022-02-01", "700000").with(Agreement.LAW, null)));
    RowBuilder unknownCategory = award("a", "2022-02-01", "700000.01").with(Agreement.SERVICE_CATEGORY, null);
    assertEquals(List.of("not-assessed@service-category"), told(unknownCategory));
    assertEquals(List.of(), told(award("a", "2022-02-01", "7750000").with(Agreement.SERVICE_CATEGORY, "welfare")));
  }

  @ParameterizedTest
  @CsvSource({"0.3,true", "0.2999,false", "1,true", "0,false"})
  void thirtyPerCentAreEnough(String share, boolean enough) {
    assertEquals(enough ? List.of() : List.of("occupied-share@occupied-share"), told(sheltered(share)));
  }

  @Test
  void aReservationForNonProfitsExistsFromTwentyTwentyThreeOnForWelfareServices() {
    RowBuilder early =
        agreement("a", "reserved-non-profit", "2022-12-31").with(Agreement.SERVICE_CATEGORY, "welfare");
    assertEquals(List.of("basis-not-in-force@legal-basis"), told(early));
    List<String> met = List.of("non-profit-purpose", "non-profit-transfers", "non-profit-no-control");
    RowBuilder good =
        agreement("a", "reserved-non-profit", "2023-01-01")
            .with(Agreement.SERVICE_CATEGORY, "welfare")
            .with(Agreement.CRITERIA_MET, met);
    assertEquals(List.of(), told(good));
    assertEquals("[basis-in-force, reservation-criteria, reserved-service] []", judged(good));
    assertEquals(
        List.of("not-assessed@criteria-met", "reserved-service@service-category"),
        told(agreement("a", "reserved-non-profit", "2023-01-01").with(Agreement.SERVICE_CATEGORY, "ordinary")));
    assertEquals(
        List.of("not-assessed@criteria-met", "not-assessed@service-category"),
        told(agreement("a", "reserved-non-profit", "2023-01-01").with(Agreement.SERVICE_CATEGORY, "annex-2")));
    assertEquals(
        List.of("reservation-criteria@criteria-unmet"),
        told(good.with(Agreement.CRITERIA_MET, List.of()).with(Agreement.CRITERIA_UNMET, List.of("non-profit-no-control"))));
  }

  @ParameterizedTest
  @CsvSource({"2024-04-30,true", "2024-05-01,false"})
  void agreementsOnTheWelfareReservationLastThreeYears(String end, boolean within) {
    RowBuilder agreement =
        agreement("a", "reserved-welfare", "2021-04-01")
            .with(Agreement.SERVICE_CATEGORY, "welfare")
            .with(Agreement.START, day("2021-05-01"))
            .with(Agreement.END, day(end));
    assertEquals(within ? List.of() : List.of("contract-too-long@end"), told(agreement));
  }

  @Test
  void aPartnershipWithAnUnmetCriterionOrPaymentRisksBeingAContract() {
    assertEquals(List.of("procurement-risk@procurement-risk"), told(iop().with(Agreement.CRITERIA_MET, IOP).with(Agreement.PROCUREMENT_RISK, "yes")));
    assertEquals(
        List.of("procurement-risk@criteria-unmet"),
        told(iop().with(Agreement.CRITERIA_UNMET, List.of("iop-no-market")).with(Agreement.PROCUREMENT_RISK, "no")));
    assertEquals(List.of("not-assessed@criteria-met"), told(iop().with(Agreement.PROCUREMENT_RISK, "no")));
    assertEquals(List.of("not-assessed@procurement-risk"), told(iop().with(Agreement.CRITERIA_MET, IOP)));
    assertEquals("[partnership] []", judged(iop().with(Agreement.CRITERIA_MET, IOP).with(Agreement.PROCUREMENT_RISK, "no")));
  }

  @Test
  void aFindingNamesTheSourceAndThatItWasNotConfirmed() {
    Findings findings = new Findings();
    portfolio(findings, award("a", "2016-05-01", "534890.01"));
    String message = findings.list().get(0).message("en");
    assertTrue(message.contains("above the limit of 534890 on 2016-05-01") && message.contains("(unconfirmed)"), message);
  }

  @Test
  void otherLawDataJudgeOtherwise() {
    Schema schema = Schema.standard().withLaw(LawData.builder("none", "1").directAwardLimits(List.of()).build());
    PortfolioBuilder builder = Portfolio.builder(schema).add(Records.node("siru", "operation").build());
    Portfolio portfolio = builder.add(award("a", "2022-01-31", "9000000").build()).build();
    assertEquals(
        List.of(List.of("basis-in-force")), portfolio.rows(Agreement.TYPE).map(row -> row.get(Agreement.RULES_ASSESSED)).toList());
  }

  @Test
  void factsThatAreAddedLaterAreJudgedToo() {
    Portfolio first = portfolio(new Findings(), award("a", "2022-01-31", "700000"));
    Portfolio more = first.toBuilder().add(award("b", "2022-02-01", "700000").build()).build();
    assertEquals(
        List.of(List.of("direct-award-limit"), List.of()),
        more.rows(Agreement.TYPE).map(row -> row.get(Agreement.RULES_FAILED)).toList());
  }

  /** Whatever breaks the rule at one value breaks it at a greater one. */
  @Property(tries = 200)
  void theLimitIsMonotoneInTheValue(
      @ForAll @LongRange(min = 0, max = 900_000_000) long value, @ForAll @LongRange(min = 0, max = 900_000_000) long more, @ForAll int seed) {
    Random random = new Random(seed);
    StatedAgreement small = stated(random, BigDecimal.valueOf(value, 2));
    StatedAgreement great = withValue(small, BigDecimal.valueOf(value + more, 2));
    AgreementLaw law = new AgreementLaw(Schema.standard(), "SEK");
    assertTrue(rank(law, great) >= rank(law, small), () -> small + " and " + great);
  }

  /** Kept, open, broken. */
  private static int rank(AgreementLaw law, StatedAgreement agreement) {
    Judgement.Verdict verdict =
        law.judge(agreement).stream().filter(each -> each.rule().equals("direct-award-limit")).findFirst().orElseThrow().verdict();
    return List.of(Judgement.Verdict.KEPT, Judgement.Verdict.OPEN, Judgement.Verdict.BROKEN).indexOf(verdict);
  }

  private static StatedAgreement stated(Random random, BigDecimal value) {
    String law = pick(random, "lou", "luf", "lufs", "luk", null);
    String service = pick(random, "ordinary", "annex-2", "welfare", null);
    var date = day("2013-01-01").plusDays(random.nextInt(4_500));
    return new StatedAgreement(
        "direct-award", null, law, service, date, date, null, date, value, null, java.util.Set.of(), java.util.Set.of(), null);
  }

  private static StatedAgreement withValue(StatedAgreement other, BigDecimal value) {
    return new StatedAgreement(
        other.basis(), other.partnership(), other.law(), other.service(), other.day(), other.start(), other.until(), other.tendered(),
        value, other.occupiedShare(), other.met(), other.unmet(), other.procurementRisk());
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  @Property(tries = 30)
  void theOrderOfAgreementsChangesNoJudgement(@ForAll int seed) {
    Random random = new Random(seed);
    List<RowBuilder> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(award(String.format(Locale.ROOT, "a%02d", i), day("2021-06-01").plusDays(random.nextInt(600)).toString(),
          Integer.toString(550_000 + random.nextInt(300_000))));
    }
    List<String> before = byId(rows);
    Collections.shuffle(rows, random);
    assertEquals(before, byId(rows));
  }

  private static List<String> byId(List<RowBuilder> rows) {
    return portfolio(new Findings(), rows.toArray(RowBuilder[]::new)).rows(Agreement.TYPE)
        .map(row -> row.get(Agreement.ID) + " " + row.get(Agreement.RULES_ASSESSED) + row.get(Agreement.RULES_FAILED))
        .sorted()
        .toList();
  }
}
