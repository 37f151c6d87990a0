package se.siru.core.isolation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Rule;
import se.siru.core.model.Value;

/**
 * What the process of a plugin answered. Nothing in it can be relied on but its form.
 *
 * @param failure why there is no answer, in English and on one line; null where there is one
 * @param measures id of a measure to what was found
 */
public record EvaluationAnswer(@Nullable String failure, Map<String, OfMeasure> measures) {
  /** Copies the map. */
  public EvaluationAnswer {
    measures = Map.copyOf(measures);
  }

  /** No answer, and why. */
  public static EvaluationAnswer failed(String reason) {
    return new EvaluationAnswer(reason, Map.of());
  }

  /**
   * What was found for one measure.
   *
   * @param failure why its code failed, or null
   * @param rows its cells
   * @param cautions what readers of cells must be told
   */
  public record OfMeasure(@Nullable String failure, List<Row> rows, List<Caution> cautions) {
    /** Copies the lists. */
    public OfMeasure {
      rows = List.copyOf(rows);
      cautions = List.copyOf(cautions);
    }
  }

  /**
   * The cells of one combination of codes.
   *
   * @param codes dimension, as the breakdown writes it, to code; none for the total
   * @param cells one for each period of the request, in its order
   */
  public record Row(Map<String, String> codes, List<Cell> cells) {
    /** Copies both. */
    public Row {
      codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
      cells = List.copyOf(cells);
    }
  }

  /** A value, how many records stand behind it, and how many were left out because something is unknown. */
  public record Cell(Value value, long records, long unknown) {}

  /**
   * What a function had to say of a cell.
   *
   * @param cell its period and codes
   */
  public record Caution(Rule rule, String cell) {}
}
