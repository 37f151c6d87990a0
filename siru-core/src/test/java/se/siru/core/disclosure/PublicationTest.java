package se.siru.core.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.siru.core.evaluation.Results;
import se.siru.core.evaluation.SomeResults;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.format.Samples;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Agreement;
import se.siru.core.model.Periods;
import se.siru.core.text.LocalizedText;

class PublicationTest {
  private static Results results(String breakdown) {
    return new SomeResults(Samples.portfolio().build(), Periods.total())
        .by(breakdown)
        .cell(Samples.CONTRACTS, 0, SomeResults.number("1"), 1, 0)
        .build();
  }

  @ParameterizedTest
  @EnumSource(value = Audience.class, mode = EnumSource.Mode.EXCLUDE, names = "INTERNAL")
  void nobodyElseSeesCellsBeforeSmallOnesAreProtected(Audience audience) {
    SiruException refused = assertThrows(SiruException.class, () -> Publication.of(results("sector"), audience));
    assertEquals(ErrorCode.AUDIENCE_REFUSED, refused.code());
    assertTrue(refused.getMessage().contains("small cells are not yet protected"));
  }

  @ParameterizedTest
  @CsvSource({
    "sector, Sektor, social-enterprise, Socialt företagande",
    "county, Län, SE211, Jönköpings län",
    "county/split, Län (fördelat), SE211, Jönköpings län",
    "partnership, Partnerskap, unknown, Okänt",
    "sector, Sektor, not-in-the-list, not-in-the-list"
  })
  void dimensionsAndCodesHaveNames(String dimension, String name, String code, String label) {
    Publication publication = Publication.of(results(dimension), Audience.INTERNAL);
    assertEquals(name, publication.dimensionLabel(dimension).in("sv"));
    assertEquals(label, publication.codeLabel(dimension, code).in("sv"));
  }

  private static Indicator banded(Grouping.Band band) {
    return Indicator.measure("agency:banded").over(Agreement.TYPE).per(Agreement.SUPPLIER).band(band).count().build();
  }

  private static Publication of(Indicator indicator, String dimension) {
    Results results =
        new SomeResults(Samples.portfolio().build(), Periods.total())
            .by(dimension)
            .cell(indicator, 0, SomeResults.number("1"), 1, 0)
            .build();
    return Publication.of(results, Audience.INTERNAL);
  }

  @Test
  void aBandHasANameOfItsDimensionAndOfItsSteps() {
    Grouping.Band.Step one = new Grouping.Band.Step("1", LocalizedText.of("ett", "one"), BigDecimal.ONE);
    Grouping.Band.Step more = new Grouping.Band.Step("2+", LocalizedText.empty(), BigDecimal.TEN);
    Grouping.Band band = new Grouping.Band("how-many", Grouping.Inner.count(), List.of(one, more));
    Publication named = of(banded(band.labelled(LocalizedText.of("Antal avtal", "Agreements"))), "how-many");
    assertEquals(LocalizedText.of("Antal avtal", "Agreements"), named.dimensionLabel("how-many"));
    assertEquals("ett", named.codeLabel("how-many", "1").in("sv"));
    assertEquals("2+", named.codeLabel("how-many", "2+").in("sv"));
    assertEquals("how-many", of(banded(band), "how-many").dimensionLabel("how-many").in("sv"));
  }

  @Test
  void aBandThatIsACodeIsNamedAsTheField() {
    Grouping.Band band = new Grouping.Band("latest", Grouping.Inner.last(Agreement.PARTNERSHIP.path()), List.of());
    Publication publication = of(banded(band), "latest");
    assertEquals("Partnerskap", publication.dimensionLabel("latest").in("sv"));
    assertEquals("Idéburet offentligt partnerskap (IOP)", publication.codeLabel("latest", "iop").in("sv"));
  }

  @Test
  void aRecordTypeThatIsNotHeldHasNoSource() {
    assertEquals("[programme]", Publication.of(results("sector"), Audience.INTERNAL).sources().keySet().toString());
  }
}
