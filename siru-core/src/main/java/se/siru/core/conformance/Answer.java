package se.siru.core.conformance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;

/**
 * One cell of an answer.
 *
 * @param period label of the period
 * @param codes attribute to code; none for the total
 * @param value the number; null where there is none
 * @param places how many decimals matter; null for all
 * @param absences words for why there is no number; of an expected cell with a number, what may stand in its place
 */
record Answer(
    String period, Map<String, String> codes, @Nullable BigDecimal value, @Nullable Integer places, List<String> absences) {
  private static final int MOST_PLACES = 15;
  private static final int MOST_DIGITS = 100; // a short text such as 1e999999999 would be a number that fills the memory

  static Answer read(JsonAccess object) {
    String period = object.requiredText("period").orElse("");
    Map<String, String> codes = new TreeMap<>(object.has("codes") ? object.textMap("codes") : Map.of());
    BigDecimal value = object.value("value").flatMap(Answer::number).orElse(null);
    Integer places = object.has("places") ? (int) object.integer("places", 0, MOST_PLACES).orElse(0) : null;
    Optional<String> absent = object.text(object.has("or") ? "or" : "absent");
    object.finish();
    return new Answer(period, codes, value, places, absent.stream().toList());
  }

  /** A number, or a text that is one: exact decimals are texts where a system reads numbers as binary fractions. */
  private static Optional<BigDecimal> number(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return Optional.of(number.value());
    }
    try {
      return value instanceof JsonText text && text.value().length() <= MOST_DIGITS
          ? Optional.of(new BigDecimal(text.value())).filter(number -> Math.abs((long) number.scale()) <= MOST_DIGITS)
          : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  boolean isAbout(Answer other) {
    return period.equals(other.period) && codes.equals(other.codes);
  }

  /** True where the other one is a right answer to this expected one. */
  boolean accepts(Answer other) {
    if (other.value == null || value == null) {
      return other.value == null && other.absences.stream().anyMatch(absences::contains);
    }
    return places == null
        ? value.compareTo(other.value) == 0
        : value.compareTo(other.value.setScale(places, RoundingMode.HALF_EVEN)) == 0;
  }

  JsonObject json() {
    JsonObject.Builder object = JsonObject.builder().put("period", period);
    if (!codes.isEmpty()) {
      JsonObject.Builder all = JsonObject.builder();
      codes.forEach(all::put);
      object.put("codes", all.build());
    }
    if (value != null) {
      object.put("value", value.toPlainString());
    }
    if (places != null) {
      object.put("places", places);
    }
    absences.forEach(word -> object.put(value == null ? "absent" : "or", word));
    return object.build();
  }

  @Override
  public String toString() {
    String number = value == null ? "" : value.toPlainString();
    String words = String.join(", ", absences);
    return period + (codes.isEmpty() ? " " : " " + codes + " ") + number + (number.isEmpty() || words.isEmpty() ? "" : " or ") + words;
  }
}
