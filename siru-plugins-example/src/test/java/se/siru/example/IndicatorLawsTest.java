package se.siru.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.Siru;
import se.siru.core.contract.Sample;
import se.siru.core.contract.Trial;

/** The agency's indicators keep the laws of indicators; copy this and name your own. */
class IndicatorLawsTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyIndicatorKeepsEveryLaw(long seed) {
    Siru siru = Siru.load();
    Trial trial = Trial.of(siru.catalogue(), Sample.random(siru.schema(), seed, 25)).indicators("exempellan:*").build();
    assertEquals(List.of(), trial.check());
  }
}
