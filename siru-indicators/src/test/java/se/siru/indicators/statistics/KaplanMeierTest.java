package se.siru.indicators.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
  /** The treated patients of Freireich et al. 1963, in weeks of remission; + was still in remission when last seen. */
  private static final String REMISSIONS =
      "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

  private static KaplanMeier curve(String times) {
    KaplanMeier.Builder curve = KaplanMeier.builder();
    for (String time : times.split(" ")) {
      if (time.endsWith("+")) {
        curve.followed(Long.parseLong(time.substring(0, time.length() - 1)));
      } else {
        curve.ended(Long.parseLong(time));
      }
    }
    return curve.build();
  }

  @Test
  void theTextbookExampleOfRemissions() {
    KaplanMeier curve = curve(REMISSIONS);
    String found = "";
    for (KaplanMeier.Step step : curve.steps()) {
      found +=
          String.format(
              Locale.ROOT, "%d %d %d %.3f %.4f%n", step.time(), step.atRisk(), step.ended(), step.survival(), step.error());
    }
    assertEquals(
        List.of(
            "6 21 3 0.857 0.0764", "7 17 1 0.807 0.0869", "10 15 1 0.753 0.0963", "13 12 1 0.690 0.1068", "16 11 1 0.627 0.1141",
            "22 7 1 0.538 0.1282", "23 6 1 0.448 0.1346"),
        found.lines().toList());
    assertEquals(0, BigDecimal.ONE.compareTo(curve.survival(5).orElseThrow()));
    assertEquals(curve.survival(23), curve.survival(35));
    assertTrue(curve.survival(36).isEmpty(), "nobody was followed for 36 weeks");
  }

  @Test
  void whereAllEndedNothingSurvivesForEver() {
    assertEquals(0, curve("3 5").survival(1000).orElseThrow().signum());
    assertEquals(0, new BigDecimal("0.5").compareTo(curve("3 5").survival(3).orElseThrow()));
    assertTrue(KaplanMeier.builder().build().survival(0).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> KaplanMeier.builder().ended(-1));
  }

  @Provide
  Arbitrary<List<Integer>> lives() {
    return Arbitraries.integers().between(-30, 30).list().ofMinSize(1).ofMaxSize(25);
  }

  /** Negative numbers were followed and did not end. */
  private static KaplanMeier curve(List<Integer> lives) {
    KaplanMeier.Builder curve = KaplanMeier.builder();
    lives.forEach(life -> {
      if (life < 0) {
        curve.followed(-life);
      } else {
        curve.ended(life);
      }
    });
    return curve.build();
  }

  @Property
  void whereAllAreFollowedToTheEndItIsTheShareThatIsLeft(@ForAll("lives") List<Integer> lives) {
    List<Integer> ends = lives.stream().map(Math::abs).toList();
    KaplanMeier curve = curve(ends);
    for (int time : new TreeSet<>(ends)) {
      double left = ends.stream().filter(end -> end > time).count() / (double) ends.size();
      assertEquals(left, curve.survival(time).orElseThrow().doubleValue(), 1e-15);
    }
  }

  /** Redistribution to the right (Efron 1967): whoever leaves sight hands its weight to those who are followed longer. */
  @Property
  void weightsHandedToTheRightGiveTheSameCurve(@ForAll("lives") List<Integer> lives) {
    List<Integer> sorted = new ArrayList<>(lives);
    sorted.sort((a, b) -> Math.abs(a) != Math.abs(b) ? Math.abs(a) - Math.abs(b) : Boolean.compare(a < 0, b < 0));
    double[] weights = new double[sorted.size()];
    Arrays.fill(weights, 1.0 / sorted.size());
    double left = 1;
    KaplanMeier curve = curve(lives);
    for (int i = 0; i < weights.length; i++) {
      if (sorted.get(i) >= 0) {
        left -= weights[i];
      } else {
        for (int later = i + 1; later < weights.length; later++) {
          weights[later] += weights[i] / (weights.length - i - 1);
        }
      }
      boolean isLastOfItsTime = i + 1 == weights.length || Math.abs(sorted.get(i + 1)) != Math.abs(sorted.get(i));
      if (isLastOfItsTime) {
        assertEquals(left, curve.survival(Math.abs(sorted.get(i))).orElseThrow().doubleValue(), 1e-12);
      }
    }
  }

  @Property
  void theCurveNeverRises(@ForAll("lives") List<Integer> lives) {
    BigDecimal last = BigDecimal.ONE;
    for (KaplanMeier.Step step : curve(lives).steps()) {
      assertTrue(step.survival().compareTo(last) < 0 && step.survival().signum() >= 0);
      last = step.survival();
    }
  }
}
