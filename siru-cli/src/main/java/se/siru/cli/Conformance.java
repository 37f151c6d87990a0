package se.siru.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import se.siru.core.conformance.ConformanceTopic;

/** The published cases, which travel with the command line. */
final class Conformance {
  /** The topics, in the order in which they are shown. */
  static final List<String> TOPICS =
      List.of("operator-grammar", "zero-or-missing", "stock-and-last-value", "averaging-averages", "parts-and-totals", "double-counting",
          "period-edges", "clock-and-zone", "progress-to-target", "offsets-and-nesting");

  private Conformance() {}

  static List<ConformanceTopic> topics() {
    return TOPICS.stream().map(Conformance::read).toList();
  }

  private static ConformanceTopic read(String topic) {
    String file = "conformance/" + topic + ".json";
    try (InputStream in = Objects.requireNonNull(Conformance.class.getResourceAsStream(file), file)) {
      return ConformanceTopic.read(in, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
