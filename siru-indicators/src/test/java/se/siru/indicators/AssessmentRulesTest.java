package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.siru.indicators.Evaluated.programme;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Severity;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Assessment;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Value;
import se.siru.core.portfolio.PortfolioBuilder;

/** Shares of answers and their change, through the whole catalogue. */
class AssessmentRulesTest {
  private static final String ITEM = "knows-social-innovation";

  private static PortfolioBuilder respondents() {
    PortfolioBuilder builder = programme();
    for (String id : List.of("r1", "r2", "r3", "r4", "r5", "r6")) {
      builder.add(Stakeholder.TYPE.row(id).with(Stakeholder.KIND, "person").build());
    }
    return builder;
  }

  private static RowBuilder row(String wave) {
    return Assessment.TYPE.row().with(Assessment.ITEM, ITEM).with(Assessment.WAVE, wave)
        .with(Assessment.DATE, LocalDate.parse(wave.equals("before") ? "2021-02-01" : "2023-02-01"));
  }

  private static RowBuilder answer(@Nullable String respondent, String wave, int value) {
    return row(wave).with(Assessment.RESPONDENT, respondent).with(Assessment.VALUE, BigDecimal.valueOf(value))
        .with(Assessment.LEAST, 1L).with(Assessment.GREATEST, 5L);
  }

  /** Those who stayed went up by one; the most content left, and who came is less content. */
  private static PortfolioBuilder contradiction() {
    return respondents()
        .add(answer("r1", "before", 2).build()).add(answer("r1", "after", 3).build())
        .add(answer("r2", "before", 2).build()).add(answer("r2", "after", 3).build())
        .add(answer("r3", "before", 5).build()).add(answer("r4", "before", 5).build())
        .add(answer("r5", "after", 1).build()).add(answer("r6", "after", 1).build());
  }

  @Test
  void whereTheMeansPointTheOtherWayBothFiguresAreShownWithAWarning() {
    Evaluated all = Evaluated.of(contradiction(), "2021..2023/year", "item");
    all.gives("1", "SI-A02", "2023");
    all.gives("-1.5", "SI-A03", "2023");
    all.gives("2", "SI-A02.n", "2023");
    all.gives("2", "SI-A02.only-before", "2023");
    all.gives("2", "SI-A02.only-after", "2023");
    all.gives("1", "SI-A02", "2023", "item=" + ITEM);
    assertTrue(all.results().cell("SI-A02", "2022").value() instanceof Value.Absent);
    List<Finding> warnings =
        all.results().findings().stream().filter(each -> each.rule().id().equals("change.opposite")).toList();
    assertEquals(
        List.of("SI-A02 2023 item=" + ITEM + ": ", "SI-A02 2023: ", "SI-A03 2023 item=" + ITEM + ": ", "SI-A03 2023: "),
        warnings.stream().map(each -> each.message("en").replaceAll("the means.*", "")).sorted().toList());
    assertTrue(warnings.stream().allMatch(each -> each.severity() == Severity.WARNING));
    assertTrue(warnings.get(0).message("sv").contains("går åt andra hållet"));
  }

  @Test
  void withoutAContradictionNothingIsWarnedOf() {
    PortfolioBuilder portfolio = respondents()
        .add(answer("r1", "before", 2).build()).add(answer("r1", "after", 3).build());
    assertTrue(Evaluated.of(portfolio, "2023..2023/year").results().findings().stream()
        .noneMatch(each -> each.rule().id().equals("change.opposite")));
  }

  @Test
  void anonymousAnswersThatAreAlikeCountOneByOne() {
    PortfolioBuilder portfolio = respondents()
        .add(answer(null, "after", 5).build()).add(answer(null, "after", 5).build()).add(answer(null, "after", 5).build())
        .add(answer(null, "after", 2).with(Assessment.ANSWERS, 4L).build())
        .add(answer(null, "after", 2).with(Assessment.ANSWERS, 4L).build())
        .add(answer("r1", "after", 4).build())
        .add(row("after").with(Assessment.DONT_KNOW, "yes").build()).add(row("after").with(Assessment.DONT_KNOW, "yes").build())
        .add(row("after").with(Assessment.INVITED, 20L).build())
        .add(answer("r1", "before", 1).build());
    Evaluated all = Evaluated.of(portfolio, "2023..2023/year", "wave");
    assertEquals(new Value.Ratio(new BigDecimal(4), new BigDecimal(12)), all.results().cell("SI-A01", "2023").value());
    List<String> distribution = List.of("0", "8", "0", "1", "3");
    for (int step = 1; step <= 5; step++) {
      all.gives(distribution.get(step - 1), "SI-A01." + step, "2023");
    }
    all.gives("12", "SI-A01.n", "2023");
    all.gives("2", "SI-A01.dont-know", "2023");
    assertEquals(new Value.Ratio(new BigDecimal(14), new BigDecimal(20)), all.results().cell("SI-A01.response-rate", "2023").value());
    all.gives("12", "SI-A03.n-after", "2023");
    all.gives("1", "SI-A03.n-before", "2023");
    all.gives("1", "SI-A02.n", "2023");
    assertEquals(0, all.results().cell("SI-A03", "2023").unknown());
    assertEquals(11, all.results().cell("SI-A02", "2023").unknown());
  }

  @Test
  void answersAboutAnOrganisationArePairedByItAndNeverByWhoAnswered() {
    PortfolioBuilder portfolio = respondents()
        .add(Evaluated.organisation("firm", "business")).add(Evaluated.organisation("town", "public"))
        .add(of("firm", null, "before", 2)).add(of("firm", null, "after", 5))
        .add(of("town", null, "before", 2)).add(of("town", null, "after", 1)).add(of("town", null, "after", 4))
        .add(of("firm", "r1", "before", 4)).add(of("firm", "r1", "after", 5));
    Evaluated all = Evaluated.of(portfolio, "2023..2023/year");
    all.gives("3", "SI-A02.organisations", "2023");
    all.gives("1", "SI-A02.organisations-n", "2023");
    assertEquals(1, all.results().cell("SI-A02.organisations", "2023").unknown());
    all.gives("1", "SI-A02", "2023");
    all.gives("1", "SI-A02.n", "2023");
  }

  private static Row of(String organisation, @Nullable String respondent, String wave, int value) {
    return answer(respondent, wave, value).with(Assessment.ORGANISATION, organisation).build();
  }

  @Test
  void severalWavesOrItemsHaveNoShareTogether() {
    Evaluated all = Evaluated.of(contradiction(), "total", "wave");
    assertEquals(Value.Reason.NOT_APPLICABLE, ((Value.Absent) all.results().cell("SI-A01", "total").value()).reason());
    assertEquals(
        new Value.Ratio(new BigDecimal(2), new BigDecimal(4)), all.results().cell("SI-A01", "total", "wave=before").value());
  }

  @Test
  void theUnpairedFiguresAreAlwaysCalledUnpaired() {
    List<Indicator> unpaired =
        new StandardIndicatorsPlugin().indicators().stream().filter(each -> each.code().startsWith("SI-A03")).toList();
    assertEquals(5, unpaired.size());
    for (Indicator each : unpaired) {
      for (String text : List.of(each.name().in("sv"), each.definition().in("sv"))) {
        assertTrue(text.toLowerCase(Locale.ROOT).contains("oparad"), each.code());
      }
      for (String text : List.of(each.name().in("en"), each.definition().in("en"))) {
        assertTrue(text.toLowerCase(Locale.ROOT).contains("unpaired"), each.code());
      }
    }
  }

  @Test
  void theWarningHasItsPlaceOnThePageOfErrors() throws Exception {
    assertTrue(Files.readString(Path.of("..", "docs", "errors.md")).contains("<a id=\"change.opposite\"></a>"));
  }
}
