package se.siru.core.pack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.RecordsBehind;
import se.siru.core.finding.Lineage;
import se.siru.core.model.BreakdownCodes;

/** What stands behind the numbers of a pack: one row a number. Not thread-safe. */
final class Behind {
  /** How many records are named behind a number. */
  static final int MOST = 1_000;

  /** How long the sources of a measure may be: those of six fit into a cell of a workbook. */
  static final int LONGEST = 5_000;

  private final Wording words;
  private final List<List<PackItem>> rows = new ArrayList<>();

  Behind(Wording words) {
    this.words = words;
  }

  /** Where a number stands in the pack. */
  record Place(String sheet, String row, String column) {}

  /** A number that is the value of a cell. */
  void cell(Place place, Cell cell, BigDecimal shown, RecordsBehind records) {
    cell(place, cell.indicator().id(), BreakdownCodes.text(cell.codes()), cell, shown, records);
  }

  /** A number that is the value of a cell of an indicator that only the pack has, called what people know it by. */
  void cell(Place place, String id, String codes, Cell cell, BigDecimal shown, RecordsBehind records) {
    List<String> sources = new ArrayList<>();
    for (RecordsBehind.Trail trail : records.of(cell)) {
      if (trail.first().isEmpty()) {
        continue;
      }
      String called = trail.measure().name().isEmpty() ? trail.measure().code() : words.in(trail.measure().name());
      String which = trail.measure().code().equals(cell.code()) ? "" : called + ": ";
      String note =
          trail.tested() ? "" : words.say(" (före gruppernas prov)", " (before the groups were put to the test)");
      sources.add(which + sources(trail.first(), trail.records()) + note);
    }
    add(place, id, cell.period().label(), codes, shown, cell.records(),
        String.join("; ", sources));
  }

  /** A number that is a sum over records. */
  void sum(Place place, String id, String period, String codes, BigDecimal shown, List<Lineage> lines) {
    add(place, id, period, codes, shown, lines.size(),
        sources(lines.subList(0, Math.min(MOST, lines.size())), lines.size()));
  }

  /** As many records as there is room for; the rest is counted. */
  private static String sources(List<Lineage> first, long all) {
    String sources = RecordsBehind.sources(first, all);
    return sources.length() <= LONGEST ? sources : sources(first.subList(0, first.size() / 2), all);
  }

  private void add(
      Place place, String id, String period, String codes, BigDecimal shown, long records, String sources) {
    rows.add(
        List.of(
            Wording.text(place.sheet()),
            Wording.text(place.row()),
            Wording.text(place.column()),
            Wording.text(id),
            Wording.text(period),
            Wording.text(codes),
            Wording.number(shown, ""),
            Wording.number(BigDecimal.valueOf(records), ""),
            Wording.text(sources)));
  }

  PackSheet sheet() {
    List<PackTable.Column> columns =
        List.of(
            PackTable.Column.text(words.say("Blad", "Sheet")),
            PackTable.Column.text(words.say("Rad", "Row")),
            PackTable.Column.text(words.say("Kolumn", "Column")),
            PackTable.Column.text(words.say("Indikator", "Indicator")),
            PackTable.Column.text(words.say("Period", "Period")),
            PackTable.Column.text(words.say("Koder", "Codes")),
            PackTable.Column.number(words.say("Tal", "Number")),
            PackTable.Column.number(words.say("Poster", "Records")),
            PackTable.Column.text(words.say("Källor: fil, blad och rader", "Sources: file, sheet and rows")));
    String note =
        words.say(
            "Varje tal i paketet med sin indikator, sin period och de poster som det räknas ur; högst " + MOST
                + " poster namnges, och efter + står hur många fler de är.",
            "Every number of the pack with its indicator, its period and the records that it is made of; at most " + MOST
                + " records are named, and behind + stands how many more there are.");
    String name = words.say("Underlag", "Sources");
    return new PackSheet(name, List.of(new PackTable(name, List.of(note), columns, rows)));
  }
}
