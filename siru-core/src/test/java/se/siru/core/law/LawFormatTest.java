package se.siru.core.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.vocabulary.Vocabulary;

/** Law data in files, and the data that ship with the library. */
class LawFormatTest {
  private static final String SOURCE = "\"source\": {\"text\": \"§ 1\", \"evidence\": \"confirmed\"}";

  private static List<String> mistakes(String body) throws IOException {
    Findings findings = new Findings();
    String text = "{\"siru\": \"siru-law/1\", \"id\": \"my\", \"version\": \"1\"" + body + "}";
    LawFormat.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "law.json", Vocabulary.standard(), findings);
    return findings.list().stream().map(finding -> finding.rule().id()).sorted().toList();
  }

  private static LawData data(String body) {
    String text = "{\"siru\": \"siru-law/1\", \"id\": \"my\", \"version\": \"1\"" + body + "}";
    try {
      return LawFormat.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "law.json", Vocabulary.standard());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void allMistakesOfAFileAreToldAtOnce() throws IOException {
    assertEquals(
        List.of(
            "json.member-unknown", "json.not-a-choice", "law-data.currency", "law-data.does-not-fit", "law-data.exactly-one",
            "law-data.exactly-one", "law-data.unknown-code"),
        mistakes(
            ", \"legal-bases\": [{\"legal-basis\": \"direct-awards\", \"source\": {\"text\": \"\", \"evidence\": \"maybe\"}}]"
                + ", \"direct-award-limits\": ["
                + "{\"law\": \"lou\", \"service-category\": \"ordinary\", \"currency\": \"kr\", " + SOURCE + "},"
                + "{\"law\": \"lou\", \"service-category\": \"ordinary\", \"amount\": 1, \"currency\": \"SEK\","
                + " \"from\": \"2022-01-01\", \"until\": \"2022-01-01\", " + SOURCE + "}]"
                + ", \"checklists\": [{\"criteria\": [], " + SOURCE + "}]"
                + ", \"limits\": []"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "law-data.format        | {\"siru\": \"siru-law/2\"}",
      "law-data.name          | {\"siru\": \"siru-law/1\", \"id\": \"Å\", \"version\": \"1\"}",
      "json.member-missing    | {\"siru\": \"siru-law/1\", \"id\": \"my\"}",
      "json.syntax            | {"})
  void aFileThatIsNoneIsRefused(String rule, String text) {
    ByteArrayInputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    SiruException refused =
        assertThrows(SiruException.class, () -> LawFormat.read(in, "law.json", Vocabulary.standard()));
    assertTrue(
        refused.findings().stream().anyMatch(finding -> finding.rule().id().equals(rule) || rule.equals("json.syntax")),
        refused.findings()::toString);
  }

  @Test
  void aSectionThatIsStatedReplacesTheWholeSectionAndNoOther() {
    LawData own =
        data(", \"occupied-shares\": [{\"legal-basis\": \"reserved-sheltered\", \"at-least\": 0.5, " + SOURCE + "}]"
            + ", \"checklists\": []");
    LawData both = LawData.standard().with(own);
    assertEquals(List.of(new BigDecimal("0.5")), both.occupiedShares().stream().map(LeastShare::share).toList());
    assertEquals(List.of(), both.checklists());
    assertEquals(LawData.standard().directAwardLimits(), both.directAwardLimits());
    assertEquals("my/1", both.toString());
  }

  @Test
  void dataThatAreWrittenAreReadBackTheSame() throws IOException {
    LawData rates = data(", \"exchange-rates\": [{\"of\": \"EUR\", \"in\": \"SEK\", \"rate\": 11.25, " + SOURCE + "}], \"checklists\": []");
    for (LawData data : List.of(LawData.standard(), rates, LawData.standard().with(rates))) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      LawFormat.write(data, out);
      LawData read = LawFormat.read(new ByteArrayInputStream(out.toByteArray()), "law.json", Vocabulary.standard());
      assertEquals(data.toString(), read.toString());
      assertEquals(data.sections(), read.sections());
      assertEquals(data.name(), read.name());
      assertEquals(all(data), all(read));
    }
  }

  private static List<Object> all(LawData data) {
    return List.of(
        data.legalBases(), data.directAwardLimits(), data.occupiedShares(), data.checklists(), data.deMinimis(), data.exchangeRates());
  }

  @Test
  void theLibrarysOwnDataStateNoExchangeRate() {
    assertEquals(List.of(), LawData.standard().exchangeRates());
  }

  /** What the reference material confirms, day by day at the boundaries. */
  @ParameterizedTest
  @CsvSource({
      "lou,2014-06-30,", "lou,2014-07-01,505850", "lou,2015-12-31,505850", "lou,2016-01-01,534890", "lou,2017-12-31,534890",
      "lou,2018-01-01,586907", "lou,2019-12-31,586907", "lou,2020-01-01,615312", "lou,2022-01-31,615312",
      "lou,2022-02-01,700000", "luf,2022-01-31,", "luf,2022-02-01,1200000", "lufs,2022-02-01,1200000"})
  void theLimitOfOrdinaryDirectAwardsIsThatOfTheDay(String law, LocalDate day, BigDecimal most) {
    List<BigDecimal> limits =
        LawData.standard().directAwardLimits().stream()
            .filter(limit -> limit.law().equals(law) && limit.service().equals("ordinary") && limit.provision().holdsOn(day))
            .map(ValueLimit::most)
            .toList();
    assertEquals(most == null ? List.of() : List.of(most), limits);
  }

  /** What was read, what was not: nothing that is only recalled is said to be confirmed. */
  @Test
  void everyEntryNamesItsSourceAndWhatIsRecalledIsNotConfirmed() {
    LawData law = LawData.standard();
    List<Provision> all = new ArrayList<>();
    law.legalBases().forEach(entry -> all.add(entry.provision()));
    law.directAwardLimits().forEach(entry -> all.add(entry.provision()));
    law.occupiedShares().forEach(entry -> all.add(entry.provision()));
    law.checklists().forEach(entry -> all.add(entry.provision()));
    law.deMinimis().forEach(entry -> all.add(entry.provision()));
    all.forEach(provision -> assertFalse(provision.source().isBlank()));
    Stream<Provision> recalled =
        all.stream().filter(provision -> provision.source().matches("(?i).*(recalled|not read).*"));
    assertEquals(List.of(), recalled.filter(Provision::confirmed).toList());
    assertTrue(law.deMinimis().stream().noneMatch(ceiling -> ceiling.provision().confirmed()));
  }

  @ParameterizedTest
  @CsvSource({
      "2023-12-31,2021-01-01,200000", "2024-01-01,2021-01-02,300000", "2026-02-28,2023-03-01,300000", "2027-02-28,2024-02-29,300000"})
  void aCeilingLooksBackFromTheDayOfTheGrant(LocalDate granted, LocalDate first, BigDecimal amount) {
    AidCeiling ceiling =
        LawData.standard().deMinimis().stream().filter(each -> each.provision().holdsOn(granted)).findFirst().orElseThrow();
    assertEquals(first, ceiling.firstDay(granted));
    assertEquals(amount, ceiling.amount());
  }
}
