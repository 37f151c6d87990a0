package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Provider;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.Money;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.ValidationRule;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.text.LocalizedText;

/** Records are held to the rules of plugins, whose code cannot harm the reading of a portfolio. */
class ValidationTest {
  private static final Provider AGENCY = new Provider("agency", "1", "agency.jar");
  private static final LocalizedText MESSAGE =
      LocalizedText.of("Avtalet {id} anger inget värde.", "The agreement {id} states no value.");
  private static final ValidationRule STATES_VALUE = statesValue(ValidationRule.warning("agency:iop-states-value"));

  private static ValidationRule statesValue(ValidationRule.Builder rule) {
    return rule.over(Agreement.TYPE)
        .where(Agreement.PARTNERSHIP.is("iop"))
        .must(Agreement.VALUE.isKnown())
        .at(Agreement.VALUE)
        .message(MESSAGE)
        .help(LocalizedText.of("Ange värdet.", "State the value."))
        .build();
  }

  private static ValidationRule coded(String id, Predicate<Row> test) {
    return ValidationRule.warning(id).over(Agreement.TYPE).must(Condition.of("as coded", test)).message(MESSAGE).build();
  }

  private static Validation of(ValidationRule... rules) {
    return Validation.none().with(AGENCY, List.of(rules)).budget(Duration.ofMillis(200));
  }

  /** One agreement that is an IOP without a value, one of which that is not known, one with a value, and one of another kind. */
  private static PortfolioBuilder agreements() {
    return Portfolio.builder()
        .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build())
        .add(Stakeholder.TYPE.row("s").build())
        .add(agreement("bare", "iop", null))
        .add(agreement("silent", null, null))
        .add(agreement("stated", "iop", 1_000L))
        .add(agreement("other", "none", null));
  }

  private static Row agreement(String id, String partnership, Long value) {
    return Agreement.TYPE.row(id)
        .with(Agreement.SUPPLIER, "s")
        .with(Agreement.PARTNERSHIP, partnership)
        .with(Agreement.VALUE, value == null ? null : Money.of("SEK", BigDecimal.valueOf(value)))
        .build();
  }

  private static List<Finding> found(Validation validation, PortfolioBuilder builder) {
    Findings findings = new Findings();
    builder.heldTo(validation).build(findings);
    return ofPlugins(findings);
  }

  /** Without what the library itself has to say of such agreements. */
  private static List<Finding> ofPlugins(Findings findings) {
    return findings.list().stream().filter(finding -> !finding.rule().id().startsWith("law.")).toList();
  }

  private static List<String> lines(List<Finding> findings) {
    return findings.stream().map(finding -> finding.origin() + " " + finding.rule().id()).toList();
  }

  @Test
  void aRecordBreaksARuleWhereItCertainlyIsOneThatTheRuleIsAboutAndWhatMustHoldCertainlyDoesNot() {
    List<Finding> findings = found(of(STATES_VALUE), agreements());
    assertEquals(List.of("agreements:1:value agency:iop-states-value"), lines(findings));
    assertEquals("The agreement bare states no value.", findings.get(0).message("en"));
    assertEquals("Avtalet bare anger inget värde.", findings.get(0).message("sv"));
    assertEquals("State the value.", findings.get(0).help("en"));
  }

  @Test
  void whatIsUnknownBreaksNoRule() {
    ValidationRule iops = ValidationRule.warning("agency:iops").over(Agreement.TYPE).must(Agreement.PARTNERSHIP.is("iop"))
        .at(Agreement.PARTNERSHIP).message(LocalizedText.of("{value}", "not {value}")).build();
    List<Finding> findings = found(of(iops), agreements());
    assertEquals(List.of("agreements:4:partnership agency:iops"), lines(findings));
    assertEquals("not none", findings.get(0).message("en"));
  }

  @Test
  void relatedRecordsAreAskedAsInIndicators() {
    ValidationRule supplies = ValidationRule.info("agency:supplies").over(Stakeholder.TYPE)
        .must(Condition.whereAny(Agreement.SUPPLIER, Agreement.PARTNERSHIP.is("iop"))).message(MESSAGE).build();
    PortfolioBuilder two = agreements().add(Stakeholder.TYPE.row("t").build());
    assertEquals(List.of("stakeholders:2 agency:supplies"), lines(found(of(supplies), two)));
  }

  @Test
  void anErrorRefusesThePortfolioAndAWarningDoesNot() {
    Findings findings = new Findings();
    assertEquals(
        Optional.empty(),
        agreements().heldTo(of(statesValue(ValidationRule.error("agency:iop-states-value")))).build(findings));
    assertEquals(1, findings.count(Severity.ERROR));
    assertTrue(agreements().heldTo(of(STATES_VALUE)).build(new Findings()).isPresent());
  }

  @Test
  void whereTheLibrarysOwnRulesFindErrorsNoneOfAPluginIsApplied() {
    PortfolioBuilder dangling = agreements().add(agreement("bad", "iop", null)).add(
        Agreement.TYPE.row("lost").with(Agreement.SUPPLIER, "nobody").build());
    assertTrue(found(of(STATES_VALUE), dangling).stream().noneMatch(finding -> finding.rule() == STATES_VALUE.rule()));
  }

  @Test
  void moreFactsAreHeldToTheSameRules() {
    Findings findings = new Findings();
    Portfolio first = agreements().heldTo(of(STATES_VALUE)).build(new Findings()).orElseThrow();
    first.toBuilder().addBatch(Batch.Provenance.of("later"), List.of(agreement("late", "iop", null))).build(findings);
    assertEquals(List.of("agreements:1:value agency:iop-states-value", "later:1:value agency:iop-states-value"), lines(ofPlugins(findings)));
  }

  @Test
  void codeOfAPluginIsAskedAboutManyRecordsAtOnceOffTheCallersThread() {
    Thread here = Thread.currentThread();
    Findings findings = new Findings();
    ValidationRule apart = coded("agency:apart", row -> Thread.currentThread() != here && !row.id().equals(Optional.of("other")));
    agreements().heldTo(of(apart)).build(findings);
    assertEquals(List.of("agreements:4 agency:apart"), lines(ofPlugins(findings)));
  }

  @Test
  void codeOfAPluginThatIsNotThreadSafeHasItsTurnAmongTheIndicatorsOfItsHost() {
    Catalogue catalogue = Catalogue.empty();
    ReentrantLock turn = (ReentrantLock) catalogue.turn(AGENCY.id());
    ValidationRule inTurn = coded("agency:in-turn", row -> turn.isLocked());
    Validation ofAnyone = Validation.none().with(AGENCY, List.of(inTurn));
    assertEquals(4, found(ofAnyone, agreements()).size());
    assertEquals(List.of(), found(ofAnyone.inTurnsOf(catalogue), agreements()));
    Provider threadSafe = new Provider("agency", "1", "agency.jar", true);
    assertEquals(4, found(Validation.none().inTurnsOf(catalogue).with(threadSafe, List.of(inTurn)), agreements()).size());
    assertFalse(turn.isLocked());
  }

  @Test
  void aRuleThatFailsIsToldAndTheOthersStand() {
    CountDownLatch never = new CountDownLatch(1);
    Locale before = Locale.getDefault();
    ValidationRule throwing = coded("agency:throwing", row -> {
      throw new IllegalStateException("boom");
    });
    ValidationRule hanging = coded("agency:hanging", row -> {
      try {
        never.await();
        return true;
      } catch (InterruptedException stopped) {
        return false;
      }
    });
    ValidationRule late = coded("agency:late", row -> true);
    ValidationRule changing = coded("agency:changing", row -> {
      Locale.setDefault(Locale.ITALIAN);
      return true;
    });
    ValidationRule unknownCode = ValidationRule.error("agency:unknown-code").over(Agreement.TYPE)
        .must(Agreement.PARTNERSHIP.is("no-such-code")).message(MESSAGE).build();
    List<Finding> findings = found(of(throwing, changing, hanging, late, unknownCode, STATES_VALUE), agreements());
    List<String> failed = findings.stream().filter(finding -> finding.rule() == EvaluationRules.RULE_FAILED)
        .map(finding -> finding.message("en")).toList();
    assertEquals(5, failed.size(), failed::toString);
    assertTrue(failed.get(0).contains("agency:throwing") && failed.get(0).contains("boom"), failed::toString);
    assertTrue(failed.get(1).contains("default locale"), failed::toString);
    assertTrue(failed.get(2).contains("no result within 200 ms"), failed::toString);
    assertTrue(failed.get(3).contains("is not called: code of agency did not come back in time"), failed::toString);
    assertTrue(failed.get(4).contains("no-such-code"), failed::toString);
    assertTrue(lines(findings).contains("agreements:1:value agency:iop-states-value"), findings::toString);
    assertEquals(before, Locale.getDefault());
  }

  @Test
  void aRuleThatFailsRefusesThePortfolioWhereTheHostIsStrict() {
    ValidationRule throwing = coded("agency:throwing", row -> {
      throw new IllegalStateException("boom");
    });
    Findings findings = new Findings();
    agreements().heldTo(of(throwing).strict().budget(Duration.ofMinutes(5))).build(findings);
    List<Finding> errors = findings.list().stream().filter(each -> each.severity() == Severity.ERROR).toList();
    assertEquals(List.of(EvaluationRules.RULE_FAILED_STRICTLY), errors.stream().map(Finding::rule).toList());
    assertTrue(errors.get(0).message("en").contains("agency:throwing") && errors.get(0).message("sv").contains("boom"), errors::toString);
  }

  @Test
  void findingsAreCappedAsThoseOfTheLibraryAre() {
    PortfolioBuilder many = agreements();
    for (int i = 0; i < 5_000; i++) {
      many.add(agreement("a" + i, "iop", null));
    }
    Findings findings = new Findings();
    many.heldTo(of(STATES_VALUE)).build(findings);
    assertEquals(5_001, findings.count(Severity.WARNING));
    assertEquals(Findings.MOST_PER_SEVERITY, ofPlugins(findings).size());
  }

  @Test
  void aPortfolioThatIsReadIsHeldToThemUnlessACellCouldNotBeRead(@TempDir Path folder) throws Exception {
    PortfolioReader reader = PortfolioReader.of(Schema.standard()).heldTo(of(STATES_VALUE));
    Path file = folder.resolve("p.json");
    String text = """
        {"siru": "siru-portfolio/1", "name": "p", "records": {
          "programme": [{"id": "op", "level": "operation"}],
          "agreement": [{"id": "a", "partnership": "iop"%s}]}}
        """;
    Files.writeString(file, text.formatted(""));
    PortfolioReader.Result read = reader.read(file);
    assertEquals(List.of("agency:iop-states-value"), ofPlugins(read.findings()).stream().map(each -> each.rule().id()).toList());
    assertTrue(read.portfolio().isPresent());
    Files.writeString(file, text.formatted(", \"value\": \"much\""));
    assertFalse(reader.read(file).findings().list().stream().anyMatch(each -> each.rule() == STATES_VALUE.rule()));
  }

  @Test
  void aRuleSaysWhatMustHoldForWhichRecordsAndWhatItSaysInBothLanguages() {
    assertThrows(IllegalArgumentException.class, () -> ValidationRule.error("no-namespace"));
    assertThrows(IllegalArgumentException.class, () -> ValidationRule.error("agency:" + "a".repeat(300)));
    assertThrows(IllegalStateException.class, () -> ValidationRule.error("a:b").over(Agreement.TYPE).message(MESSAGE).build());
    assertThrows(
        IllegalStateException.class, () -> ValidationRule.error("a:b").must(Condition.always()).message(MESSAGE).build());
    assertThrows(
        IllegalStateException.class,
        () -> ValidationRule.error("a:b").over(Agreement.TYPE).must(Condition.always())
            .message(LocalizedText.empty().with("en", "only")).build());
    Field<LocalDate> elsewhere = Activity.START;
    assertThrows(
        IllegalStateException.class,
        () -> ValidationRule.error("a:b").over(Agreement.TYPE).must(Condition.always()).at(elsewhere).message(MESSAGE).build());
    assertThrows(IllegalArgumentException.class, () -> Validation.none().budget(Duration.ZERO));
  }
}
