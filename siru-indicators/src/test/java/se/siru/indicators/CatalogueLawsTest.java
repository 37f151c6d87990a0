package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.siru.core.contract.Law;
import se.siru.core.contract.Sample;
import se.siru.core.contract.Surroundings;
import se.siru.core.contract.Trial;
import se.siru.core.indicator.Catalogue;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.plugin.PluginSource;

/** Every indicator of the standard catalogue keeps every law, whichever families it has. */
class CatalogueLawsTest {
  private static final int FACTS = 25;
  private static final long[] SEEDS = {1, 2, 3};

  private static final PluginRegistry STANDARD =
      PluginRegistry.builder().source(PluginSource.ofPlugins(new StandardIndicatorsPlugin())).build();
  private static final List<Trial> TRIALS = Arrays.stream(SEEDS).mapToObj(CatalogueLawsTest::trial).toList();

  private static Trial trial(long seed) {
    Catalogue catalogue = STANDARD.catalogue();
    Trial.Builder trial = Trial.of(catalogue, Sample.random(STANDARD.schema(), seed, FACTS));
    Surroundings.awkward().forEach(trial::in);
    return trial.build();
  }

  static List<Law> laws() {
    return Law.all();
  }

  @ParameterizedTest
  @MethodSource("laws")
  void everyIndicatorKeeps(Law law) {
    for (Trial trial : TRIALS) {
      assertEquals(List.of(), law.check(trial), law::name);
    }
  }

  @Test
  void allIndicatorsAreOnTrial() {
    assertEquals(STANDARD.catalogue().indicators().size(), TRIALS.get(0).indicators().size());
    assertTrue(TRIALS.get(0).indicators().size() > 70);
  }
}
