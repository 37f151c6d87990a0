package se.siru.indicators.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import se.siru.core.model.Value;

class ScaleAnswersTest {
  private static Optional<Value.Ratio> ratio(long part, long whole) {
    return Optional.of(new Value.Ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(whole)));
  }

  @Test
  void theShareIsOfThoseWhoRatedAndTheRateOfThoseWhoWereAsked() {
    ScaleAnswers answers = ScaleAnswers.of(1, 5, Map.of(2, 1L, 4, 5L, 5, 2L), 2, OptionalLong.of(25));
    assertEquals(List.of(0L, 1L, 0L, 5L, 2L), List.copyOf(answers.distribution().values()));
    assertEquals(ratio(7, 8), answers.shareAtLeast(4));
    assertEquals(ratio(10, 25), answers.responseRate());
    assertEquals(ratio(8, 8), answers.shareAtLeast(1));
    assertEquals(2, answers.dontKnow());
  }

  @Test
  void nobodyIsNoShare() {
    ScaleAnswers none = ScaleAnswers.of(1, 5, Map.of(), 3, OptionalLong.empty());
    assertTrue(none.shareAtLeast(4).isEmpty());
    assertTrue(none.responseRate().isEmpty());
  }

  @Test
  void answersOffTheScaleAndMoreThanWereAskedAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> ScaleAnswers.of(1, 5, Map.of(6, 1L), 0, OptionalLong.empty()));
    assertThrows(IllegalArgumentException.class, () -> ScaleAnswers.of(1, 5, Map.of(5, -1L), 0, OptionalLong.empty()));
    assertThrows(IllegalArgumentException.class, () -> ScaleAnswers.of(1, 5, Map.of(5, 3L), 1, OptionalLong.of(3)));
  }
}
