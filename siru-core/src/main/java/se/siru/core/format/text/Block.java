package se.siru.core.format.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Cell;
import se.siru.core.indicator.Indicator;
import se.siru.core.text.LocalizedText;

/** The cells of one indicator, or of one attainment of an indicator: margins, in them rows, in them periods. */
final class Block {
  private final Indicator indicator;
  private final String code;
  private final LocalizedText name;
  private final boolean preview;
  private final Map<List<String>, Map<Map<String, String>, Map<String, Cell>>> margins = new LinkedHashMap<>();

  private Block(Cell first, boolean preview) {
    this.indicator = first.indicator();
    this.code = first.code();
    this.name = first.name();
    this.preview = preview;
  }

  /** The blocks of a publication, in its order. */
  static List<Block> of(Publication publication) {
    Map<String, Block> blocks = new LinkedHashMap<>();
    publication.cells().forEach(cell -> {
      Block block = blocks.computeIfAbsent(cell.code(), code -> new Block(cell, publication.isPreview(cell)));
      List<String> margin = publication.dimensions().stream().filter(cell.codes()::containsKey).toList();
      block.margins
          .computeIfAbsent(margin, key -> new LinkedHashMap<>())
          .computeIfAbsent(cell.codes(), key -> new LinkedHashMap<>())
          .put(cell.period().label(), cell);
    });
    return List.copyOf(blocks.values());
  }

  Indicator indicator() {
    return indicator;
  }

  String code() {
    return code;
  }

  /** True where the official figures come from elsewhere. */
  boolean isPreview() {
    return preview;
  }

  /**
   * Rows of one indicator whose numbers are of one kind: shares of records that were split have decimals where the counts beside
   * them have none.
   *
   * @param code the code of the block
   * @param split true for the rows of margins with a dimension that is split
   */
  record Rows(String code, boolean split) {
    boolean has(List<String> margin) {
      return split == isSplit(margin);
    }
  }

  private static boolean isSplit(List<String> margin) {
    return margin.stream().anyMatch(dimension -> dimension.endsWith("/split"));
  }

  Rows rowsLike(List<String> margin) {
    return new Rows(code, isSplit(margin));
  }

  List<Cell> cells(Rows rows) {
    List<Cell> chosen = new ArrayList<>();
    margins.forEach((margin, byCodes) -> {
      if (rows.has(margin)) {
        byCodes.values().forEach(byPeriod -> chosen.addAll(byPeriod.values()));
      }
    });
    return chosen;
  }

  /** The margins: the dimensions that are not summed over, none of them for the total. */
  Stream<List<String>> margins() {
    return margins.keySet().stream();
  }

  /** The codes of the rows of a margin. */
  Stream<Map<String, String>> rows(List<String> margin) {
    return margins.getOrDefault(margin, Map.of()).keySet().stream();
  }

  /** A cell; null where the results do not have it. */
  @Nullable Cell cell(List<String> margin, Map<String, String> codes, String period) {
    Map<String, Cell> row = margins.getOrDefault(margin, Map.of()).get(codes);
    return row == null ? null : row.get(period);
  }

  /** What people read. */
  String name(Words words) {
    String text = words.in(name);
    return text.isEmpty() ? indicator.id() : text;
  }

  /** The unit behind the numbers; a percent sign stands at each number instead. */
  String unit(Publication publication, Words words) {
    String unit = indicator.unit();
    return unit.equals("percent") ? "" : unit.equals("currency") ? publication.currency() : words.unit(unit);
  }
}
