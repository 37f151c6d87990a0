package se.siru.indicators.composite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Findings;

/** Declarations as JSON. */
class CompositeReaderTest {
  private static CompositeIndex read(String json) {
    Findings findings = new Findings();
    Optional<CompositeIndex> index = CompositeReader.read(json, "index.json", findings);
    assertEquals(List.of(), findings.list());
    return index.orElseThrow();
  }

  private static List<String> mistakes(String json) {
    Findings findings = new Findings();
    assertTrue(CompositeReader.read(json.replace('\'', '"'), "index.json", findings).isEmpty());
    return findings.list().stream().map(finding -> finding.rule().id() + " " + finding.origin()).toList();
  }

  @Test
  void everyStepScaleAndMeanIsWrittenAndReadBack() {
    Component tree =
        Component.of(
            "index",
            Component.of(
                    "one",
                    Component.indicator("a").per("people").lessIsBetter().weight(0.25),
                    Component.indicator("b").normalised(new Normalisation.Goalposts(100, 75000, 1, true)),
                    Component.indicator("c").normalised(new Normalisation.DistanceToTarget(-3.5, true)))
                .aggregated(new Aggregation.Generalised(-0.5))
                .weight(2),
            Component.of(
                    "two",
                    Component.indicator("d").normalised(new Normalisation.DistanceToReference("u", false)),
                    Component.indicator("e").normalised(new Normalisation.DistanceToMax()),
                    Component.indicator("f").normalised(new Normalisation.FractionOfMax()),
                    Component.indicator("g").normalised(new Normalisation.PercentileRank()))
                .aggregated(new Aggregation.Copeland()),
            Component.of("three", Component.indicator("h").normalised(new Normalisation.Rank()))
                .aggregated(new Aggregation.Harmonic()),
            Component.of("four", Component.indicator("i").normalised(new Normalisation.Borda()))
                .aggregated(new Aggregation.Arithmetic()),
            Component.indicator("j").normalised(new Normalisation.ZScore(100, 10)).weight(0));
    CompositeIndex index =
        CompositeIndex.of(tree)
            .step(new Step.Screen(2 / 3.0))
            .step(new Step.Denominate())
            .step(new Step.Impute(Step.Impute.By.MEDIAN, Optional.empty()))
            .step(new Step.Impute(Step.Impute.By.MEAN, Optional.of("kind")))
            .step(new Step.Treat(1.5, 2.5, 3))
            .step(new Step.Normalise(new Normalisation.MinMax(1, 10)))
            .aggregated(new Aggregation.Geometric())
            .atLeast(0.5)
            .build();
    String written = CompositeWriter.text(index);
    CompositeIndex again = read(written);
    assertEquals(written, CompositeWriter.text(again));
    assertEquals(index.steps(), again.steps());
    assertEquals(index.aggregation(), again.aggregation());
    assertEquals(index.atLeast(), again.atLeast());
    assertEquals(index.effectiveWeights(), again.effectiveWeights());
    List<Component> before = index.root().all().toList();
    List<Component> after = again.root().all().toList();
    for (int i = 0; i < before.size(); i++) {
      assertEquals(before.get(i).normalisation(), after.get(i).normalisation());
      assertEquals(before.get(i).aggregation(), after.get(i).aggregation());
      assertEquals(before.get(i).denominator(), after.get(i).denominator());
      assertEquals(before.get(i).isLessBetter(), after.get(i).isLessBetter());
    }
  }

  @Test
  void whatIsLeftOutIsUsual() {
    CompositeIndex index =
        read("{\"siru\":\"siru-composite/1\",\"index\":{\"code\":\"x\",\"parts\":[{\"indicator\":\"a\"}]},"
            + "\"steps\":[{\"step\":\"treat\"},{\"step\":\"normalise\",\"method\":\"min-max\"}]}");
    assertEquals(List.of(Step.Treat.usual(), new Step.Normalise(new Normalisation.MinMax(0, 100))), index.steps());
    assertEquals(new Aggregation.Arithmetic(), index.aggregation());
    assertEquals(0, index.atLeast());
  }

  @Test
  void theExampleOfTheGuideIsOne() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "how-to", "composite-index.md"), StandardCharsets.UTF_8);
    int from = page.indexOf("```json") + "```json".length();
    CompositeIndex index = read(page.substring(from, page.indexOf("```", from)));
    assertEquals("participation", index.root().code());
    assertEquals(2, index.root().parts().size());
  }

  @Test
  void allMistakesAreToldAtOnceWithTheirPlaces() {
    assertEquals(
        List.of(
            "composite.format index.json:1",
            "json.not-a-choice index.json:2:/index/parts/0/direction",
            "composite.duplicate index.json:3:/index/parts/1",
            "composite.out-of-range index.json:3:/index/parts/1",
            "composite.without-parts index.json:4:/index/parts/2",
            "composite.out-of-range index.json:5:/steps/0",
            "json.not-a-choice index.json:6:/steps/1/step",
            "json.member-unknown index.json:7:/steps/2/too",
            "composite.out-of-range index.json:8:/aggregate",
            "json.wrong-type index.json:9:/at-least").toString(),
        mistakes(
            "{'siru':'siru-composite/2','index':{'code':'x','parts':[\n"
                + "{'indicator':'a','direction':'left'},\n"
                + "{'indicator':'a','weight':-1},\n"
                + "{'code':'y','parts':[]}]},'steps':[\n"
                + "{'step':'normalise','method':'min-max','from':5,'to':5},\n"
                + "{'step':'guess'},\n"
                + "{'step':'denominate','too':1}],\n"
                + "'aggregate':{'method':'generalised','power':0},\n"
                + "'at-least':'half'}").toString());
  }

  @Test
  void whatIsNoJsonIsAFinding() {
    assertEquals(1, mistakes("{'siru':").size());
    assertEquals(1, mistakes("[]").size());
  }

  @Test
  void noNumberStopsTheReading() {
    for (String scale : List.of("'method':'goalposts','low':0,'high':1,'logarithmic':true", "'method':'goalposts','low':9,'high':1",
        "'method':'z-score','deviation':0", "'method':'distance-to-target'", "'method':'distance-to-reference'",
        "'method':'min-max','from':1e300,'to':-1e300")) {
      String index = "{'siru':'siru-composite/1','index':{'code':'x','parts':[{'indicator':'a'}]},";
      assertEquals(1, mistakes(index + "'steps':[{'step':'normalise'," + scale + "}]}").size(), scale);
    }
  }
}
