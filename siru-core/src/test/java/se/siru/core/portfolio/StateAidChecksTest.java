package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.siru.core.portfolio.Records.day;
import static se.siru.core.portfolio.Records.organisation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.Findings;
import se.siru.core.law.ExchangeRate;
import se.siru.core.law.LawData;
import se.siru.core.law.Provision;
import se.siru.core.model.Money;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Schema;
import se.siru.core.model.Support;

/** De minimis aid against the ceilings of its day. */
class StateAidChecksTest {
  private static final Schema WITH_RATES =
      Schema.standard()
          .withLaw(
              LawData.builder("my", "1")
                  .exchangeRates(List.of(rate("10", null, "2024-01-01"), rate("11.25", "2024-01-01", null)))
                  .build());

  private static ExchangeRate rate(String rate, String from, String until) {
    return new ExchangeRate(
        "EUR", "SEK", new BigDecimal(rate),
        new Provision(from == null ? null : day(from), until == null ? null : day(until), "The agency", true));
  }

  private static RowBuilder grant(String id, String recipient, String date, String amount) {
    return Support.TYPE.row(id)
        .with(Support.RECIPIENT, recipient)
        .with(Support.KIND, "grant")
        .with(Support.DATE, date == null ? null : day(date))
        .with(Support.AID_BASIS, "de-minimis")
        .with(Support.CERTIFICATE_DATE, day("2021-01-01"))
        .with(Support.AMOUNT, amount == null ? null : Money.of("SEK", amount));
  }

  private static PortfolioBuilder builder(Schema schema) {
    return Portfolio.builder(schema)
        .add(Records.node("siru", "operation").build())
        .add(organisation("a").build())
        .add(organisation("b").build())
        .add(organisation("parent").build());
  }

  private static List<String> told(PortfolioBuilder builder) {
    Findings findings = new Findings();
    builder.build(findings).orElseThrow();
    return findings.list().stream()
        .filter(finding -> finding.rule().id().startsWith("law.de-minimis"))
        .map(finding -> finding.rule().id().substring("law.de-minimis-".length()) + " " + finding.origin())
        .toList();
  }

  private static List<String> told(Schema schema, RowBuilder... grants) {
    PortfolioBuilder builder = builder(schema);
    for (RowBuilder grant : grants) {
      builder.add(grant.build());
    }
    return told(builder);
  }

  @ParameterizedTest
  @CsvSource({
      "2023-12-31,2000000.00,false", "2023-12-31,2000000.01,true", "2024-01-01,2000000.01,false",
      "2024-01-01,3375000.00,false", "2024-01-01,3375000.01,true"})
  void theCeilingIsThatOfTheDayToTheLastOre(String date, String amount, boolean above) {
    assertEquals(above ? List.of("ceiling support:1") : List.of(), told(WITH_RATES, grant("s", "a", date, amount)));
  }

  @ParameterizedTest
  @CsvSource({"2024-03-01,2027-02-28,true", "2024-03-01,2027-03-01,false", "2021-01-01,2023-12-31,true", "2020-12-31,2023-12-31,false"})
  void onlyAidOfTheYearsLookedAtCounts(String first, String second, boolean above) {
    assertEquals(
        above ? List.of("ceiling support:2") : List.of(),
        told(WITH_RATES, grant("s", "a", first, "1900000"), grant("t", "a", second, "1900000")));
  }

  @Test
  void amountsOfDaysWithOtherRatesAreAddedInTheCurrencyOfTheCeiling() {
    // 100 000 € at 10 and 200 000 € at 11.25; in kronor at either rate alone the sum would be another.
    assertEquals(
        List.of(), told(WITH_RATES, grant("s", "a", "2023-06-01", "1000000"), grant("t", "a", "2024-06-01", "2250000")));
    assertEquals(
        List.of("ceiling support:2"),
        told(WITH_RATES, grant("s", "a", "2023-06-01", "1000000.01"), grant("t", "a", "2024-06-01", "2250000")));
  }

  @Test
  void aGroupIsOneUndertakingFromTheDayOnThatItIsOne() {
    for (String from : List.of("2024-06-01", "2024-06-02")) {
      PortfolioBuilder builder =
          builder(WITH_RATES)
              .identity(new IdentityLink("a", "parent", IdentityLink.Kind.GROUP, null))
              .identity(new IdentityLink("b", "parent", IdentityLink.Kind.GROUP, day(from)))
              .add(grant("s", "a", "2024-05-01", "3375000").build())
              .add(grant("t", "b", "2024-06-01", "1").build());
      assertEquals(from.equals("2024-06-01") ? List.of("ceiling support:2") : List.of(), told(builder));
    }
  }

  @Test
  void idsOfOneLegalUnitAreOneUndertaking() {
    PortfolioBuilder builder =
        builder(WITH_RATES)
            .identity(new IdentityLink("b", "a", IdentityLink.Kind.ALIAS, null))
            .add(grant("s", "a", "2024-05-01", "3375000").build())
            .add(grant("t", "b", "2024-06-01", "1").build());
    assertEquals(List.of("ceiling support:2"), told(builder));
  }

  @Test
  void aidThatNobodyCanAddUpIsToldApart() {
    assertEquals(List.of("not-assessed support:1"), told(Schema.standard(), grant("s", "a", "2024-05-01", "9000000")));
    assertEquals(List.of("not-assessed support:1"), told(WITH_RATES, grant("s", "a", null, "9000000")));
    assertEquals(List.of("not-assessed support:1"), told(WITH_RATES, grant("s", "a", "2024-05-01", null)));
    RowBuilder loan = grant("s", "a", "2024-05-01", "9000000").with(Support.KIND, "financial-instrument");
    assertEquals(List.of("not-assessed support:1"), told(WITH_RATES, loan));
    assertEquals(
        List.of("ceiling support:1"), told(WITH_RATES, loan.with(Support.GROSS_GRANT_EQUIVALENT, Money.of("SEK", "3375000.01"))));
  }

  @Test
  void whatIsKnownMayBeTooMuchWhateverIsNot() {
    assertEquals(
        List.of("ceiling support:1", "ceiling support:2"),
        told(WITH_RATES, grant("s", "a", "2024-05-01", "3375000.01"), grant("t", "a", "2024-05-01", null)));
  }

  @Test
  void aCertificateIsAskedForAndOtherAidIsLeftInPeace() {
    assertEquals(
        List.of("certificate support:1:certificate-date"),
        told(WITH_RATES, grant("s", "a", "2024-05-01", "1").with(Support.CERTIFICATE_DATE, null)));
    assertEquals(
        List.of(),
        told(WITH_RATES, grant("s", "a", "2024-05-01", "9000000").with(Support.AID_BASIS, "gber").with(Support.CERTIFICATE_DATE, null)));
  }

  @Test
  void aPortfolioInTheCurrencyOfTheCeilingNeedsNoRate() {
    for (String amount : List.of("300000", "300000.01")) {
      PortfolioBuilder builder =
          Portfolio.builder(Schema.standard())
              .currency("EUR")
              .add(Records.node("siru", "operation").build())
              .add(organisation("a").build())
              .add(grant("s", "a", "2024-05-01", "1").with(Support.AMOUNT, Money.of("EUR", amount)).build());
      assertEquals(amount.endsWith("1") ? List.of("ceiling support:1") : List.of(), told(builder));
    }
  }

  @Test
  void sumsAreExactWhateverTheRates() {
    AidSum thirds = new AidSum();
    for (int i = 0; i < 3; i++) {
      thirds.add(BigDecimal.ONE, new BigDecimal("3"));
    }
    assertFalse(thirds.exceeds(BigDecimal.ONE));
    thirds.add(new BigDecimal("0.01"), new BigDecimal("1000000007"));
    assertTrue(thirds.exceeds(BigDecimal.ONE));
    assertEquals("1.00000000001", thirds.shown(BigDecimal.ONE));
    assertEquals("1.00", thirds.shown(new BigDecimal("2")));
  }

  /** How many supports are above does not depend on the order in which they stand. */
  @Property(tries = 30)
  void theOrderOfSupportsChangesNothing(@ForAll int seed) {
    Random random = new Random(seed);
    List<RowBuilder> grants = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      grants.add(grant("s" + i, random.nextBoolean() ? "a" : "b", day("2022-01-01").plusDays(random.nextInt(4) * 400L).toString(),
          Integer.toString(random.nextInt(2_000_000))));
    }
    int before = told(WITH_RATES, grants.toArray(RowBuilder[]::new)).size();
    Collections.shuffle(grants, random);
    assertEquals(before, told(WITH_RATES, grants.toArray(RowBuilder[]::new)).size());
  }
}
