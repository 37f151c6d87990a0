package se.siru.core.model;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.siru.core.stability.Provided;

/** The codes that a record states of a breakdown, as text: {@code sector=public;county=SE110}. Empty is the total. */
@Provided(since = "0.1.0")
public final class BreakdownCodes {
  private BreakdownCodes() {}

  /** Dimension to code, in order of the dimensions; what is no {@code dimension=code} is left out. */
  public static SortedMap<String, String> parse(@Nullable String text) {
    SortedMap<String, String> codes = new TreeMap<>();
    for (String pair : (text == null ? "" : text).split("[;,]")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        codes.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      }
    }
    return codes;
  }

  /** The text that {@link #parse} reads. */
  public static String text(Map<String, String> codes) {
    return codes.entrySet().stream()
        .map(code -> code.getKey() + "=" + code.getValue())
        .collect(Collectors.joining(";"));
  }
}
