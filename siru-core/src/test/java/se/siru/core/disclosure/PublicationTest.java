package se.siru.core.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.siru.core.evaluation.Results;
import se.siru.core.evaluation.SomeResults;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.format.Samples;
import se.siru.core.model.Periods;

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

  @Test
  void aRecordTypeThatIsNotHeldHasNoSource() {
    assertEquals("[programme]", Publication.of(results("sector"), Audience.INTERNAL).sources().keySet().toString());
  }
}
