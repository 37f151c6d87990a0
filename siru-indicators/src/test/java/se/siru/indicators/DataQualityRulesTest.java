package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Evidence;
import se.siru.core.model.Observation;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Value;
import se.siru.core.portfolio.IdentityLink;
import se.siru.core.portfolio.PortfolioBuilder;

/** How far records can be relied on. */
class DataQualityRulesTest {
  private static Value ratio(long numerator, long denominator) {
    return new Value.Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
  }

  @Test
  void completenessIsOfFieldsOverRecords() {
    PortfolioBuilder some =
        Evaluated.programme()
            .add(Stakeholder.TYPE.row("all").with(Stakeholder.SECTOR, "public").with(Stakeholder.SIZE, "large")
                .with(Stakeholder.LEGAL_FORM, "kommun").with(Stakeholder.ECONOMIC, "no").with(Stakeholder.REGION, "SE211").build())
            .add(Stakeholder.TYPE.row("two").with(Stakeholder.SECTOR, "business").with(Stakeholder.ECONOMIC, "yes").build())
            .add(Stakeholder.TYPE.row("none").build())
            .add(Stakeholder.TYPE.row("person").with(Stakeholder.KIND, "person").build());
    Evaluated all = Evaluated.of(some, "total,2022", "sector");
    assertEquals(ratio(7, 15), all.results().cell("SI-D01.stakeholder", "total").value());
    assertEquals(ratio(7, 15), all.results().cell("SI-D01.stakeholder", "2022").value());
    assertEquals(3, all.results().cell("SI-D01.stakeholder", "2022").records());
    assertEquals(ratio(5, 5), all.results().cell("SI-D01.stakeholder", "2022", "sector=public").value());
    assertEquals(ratio(0, 5), all.results().cell("SI-D01.stakeholder", "2022", "sector=unknown").value());
    assertEquals(Value.Reason.MISSING, ((Value.Absent) all.results().cell("SI-D01.agreement", "total").value()).reason());
  }

  @Test
  void noFieldThatEveryRecordMustStateFlattersTheFigure() {
    for (var indicator : new StandardIndicatorsPlugin().indicators()) {
      if (indicator instanceof Measure measure && measure.aggregate() instanceof Aggregate.Completeness completeness) {
        completeness.paths().forEach(path -> assertFalse(path.last().required(), indicator.code() + " " + path));
      }
    }
  }

  private static Row observation(@Nullable String id, String kind) {
    RowBuilder row = Observation.TYPE.row();
    return row.with(Observation.ID, id).with(Observation.INDICATOR, "SI-P04").with(Observation.PERIOD, "2021")
        .with(Observation.VALUE, BigDecimal.ONE).with(Observation.KIND, kind).with(Observation.DATE, LocalDate.parse("2022-01-28")).build();
  }

  private static RowBuilder evidence(String type, String subject) {
    return Evidence.TYPE.row().with(Evidence.SUBJECT_TYPE, type).with(Evidence.SUBJECT, subject).with(Evidence.KIND, "report");
  }

  @Test
  void evidenceCountsOnceAndOnlyWhereSomebodyCanLookItUp() {
    PortfolioBuilder some =
        Evaluated.programme()
            .add(observation("proved", "reported"))
            .add(observation("told", "reported"))
            .add(observation("two", "approved"))
            .add(observation(null, "measured"))
            .add(Stakeholder.TYPE.row("told").build())
            .add(evidence("observation", "proved").with(Evidence.DIARY_NUMBER, "D 2022-1").build())
            .add(evidence("observation", "proved").with(Evidence.URI, "https://example.org/1").build())
            .add(evidence("observation", "told").with(Evidence.NAME, "A folder somewhere").build())
            // The same id of another type of records proves nothing here.
            .add(evidence("stakeholder", "told").with(Evidence.DIARY_NUMBER, "D 2022-2").build())
            .add(evidence("observation", "two").with(Evidence.HASH, "0".repeat(64)).build());
    Evaluated all = Evaluated.of(some, "2022..2022/year", "observation-kind");
    assertEquals(ratio(2, 4), all.results().cell("SI-D02", "2022").value());
    assertEquals(ratio(1, 2), all.results().cell("SI-D02", "2022", "observation-kind=reported").value());
    assertEquals(ratio(0, 1), all.results().cell("SI-D02", "2022", "observation-kind=measured").value());
  }

  @Test
  void withoutAnyRecordOfEvidenceCoverageIsMissingAndNotNone() {
    PortfolioBuilder none = Evaluated.programme().add(observation("a", "reported"));
    Value value = Evaluated.of(none, "total").results().cell("SI-D02", "total").value();
    assertEquals(Value.Reason.MISSING, ((Value.Absent) value).reason());
    PortfolioBuilder empty = Evaluated.programme().add(observation("a", "reported")).holds(Evidence.TYPE);
    assertEquals(ratio(0, 1), Evaluated.of(empty, "total").results().cell("SI-D02", "total").value());
  }

  private static RowBuilder organisation(String id, @Nullable String number) {
    return Stakeholder.TYPE.row(id).with(Stakeholder.SECTOR, "business").with(Stakeholder.ORGANISATION_NUMBER, number);
  }

  @Test
  void anOrganisationIsResolvedByANumberThatIsValidAndItsOwn() {
    PortfolioBuilder some =
        Evaluated.programme()
            .add(organisation("valid", "556000-0001").build())
            .add(organisation("check-digit", "556000-0002").build())
            .add(organisation("none", null).build())
            .add(organisation("twin", null).build())
            .identity(new IdentityLink("twin", "valid", IdentityLink.Kind.ALIAS, null))
            .add(organisation("trader", null).with(Stakeholder.LEGAL_FORM, "enskild-firma").build())
            .add(organisation("abroad", null).with(Stakeholder.COUNTRY, "NOR").build())
            .add(organisation("here", null).with(Stakeholder.COUNTRY, "SWE").with(Stakeholder.LEGAL_FORM, "aktiebolag").build())
            .add(Stakeholder.TYPE.row("person").with(Stakeholder.KIND, "person").build());
    Evaluated all = Evaluated.of(some, "2022..2022/year", "sector");
    assertEquals(ratio(1, 4), all.results().cell("SI-D03", "2022").value());
    assertEquals(ratio(1, 4), all.results().cell("SI-D03", "2022", "sector=business").value());
  }

  @Test
  void theNumberOfAPersonIdentifiesNoOrganisation() {
    PortfolioBuilder some = Evaluated.programme().add(organisation("trader", "900101-0017").build());
    Evaluated.of(some, "total").gives("0", "SI-D03.n", "total");
  }
}
