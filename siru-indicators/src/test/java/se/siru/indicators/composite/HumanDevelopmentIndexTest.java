package se.siru.indicators.composite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import se.siru.indicators.RealData;

/** The Human Development Index of 2021 by its published goalposts, against the published values. */
class HumanDevelopmentIndexTest {
  static final CompositeIndex HDI =
      CompositeIndex.of(
              Component.of(
                  "hdi",
                  Component.indicator("le").normalised(new Normalisation.Goalposts(20, 85, 1, false)),
                  Component.of(
                          "education",
                          Component.indicator("eys").normalised(new Normalisation.Goalposts(0, 18, 1, false)),
                          Component.indicator("mys").normalised(new Normalisation.Goalposts(0, 15, 1, false)))
                      .aggregated(new Aggregation.Arithmetic()),
                  Component.indicator("gnipc").normalised(new Normalisation.Goalposts(100, 75_000, 1, true))))
          .step(new Step.Normalise(new Normalisation.MinMax(0, 1)))
          .aggregated(new Aggregation.Geometric())
          .atLeast(1)
          .build();

  @Test
  void everyCountryHasThePublishedThirdDecimal() {
    List<Map<String, String>> rows = RealData.rows("hdi-2021", "hdi_2021.csv");
    UnitTable.Builder table = UnitTable.builder();
    for (Map<String, String> row : rows) {
      table.unit(row.get("iso3"));
      for (String variable : List.of("le", "eys", "mys", "gnipc")) {
        if (!row.get(variable + "_2021").isEmpty()) {
          table.value(row.get("iso3"), variable, Double.parseDouble(row.get(variable + "_2021")));
        }
      }
    }
    CompositeResult result = HDI.of(table.build());
    int compared = 0;
    for (Map<String, String> row : rows) {
      OptionalDouble score = result.score(row.get("iso3"), "hdi");
      assertEquals(row.get("hdi_2021").isEmpty(), score.isEmpty(), row.get("iso3"));
      if (score.isPresent()) {
        BigDecimal published = new BigDecimal(row.get("hdi_2021")).setScale(3);
        assertEquals(published, new BigDecimal(score.getAsDouble()).setScale(3, RoundingMode.HALF_EVEN), row.get("iso3"));
        compared++;
      }
    }
    assertTrue(compared > 185, "countries compared: " + compared);
  }
}
