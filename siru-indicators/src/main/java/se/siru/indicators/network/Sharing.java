package se.siru.indicators.network;

import java.util.function.IntConsumer;

/** Does pieces of work, perhaps on several threads: {@link se.siru.core.indicator.IndicatorFunction.Context#each}. */
@FunctionalInterface
interface Sharing {
  /** One piece after another. */
  Sharing ALONE = (count, work) -> {
    for (int at = 0; at < count; at++) {
      work.accept(at);
    }
  };

  /** Does each of so many pieces once; they are done when this returns. */
  void each(int count, IntConsumer work);
}
