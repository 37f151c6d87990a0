package se.siru.indicators.network;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.TimePeriod;

/** What functions may know beside the records. */
record AskedOf(Map<String, String> parameters, TimePeriod period, Optional<LocalDate> recordedAt)
    implements IndicatorFunction.Context {
  /** No parameters, all time, no day. */
  static final AskedOf NOTHING = new AskedOf(Map.of(), TimePeriod.TOTAL, Optional.empty());
}
