package se.siru.core.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.evaluation.Cell;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.TimePeriod;

/** Tables of indicators on one sheet, so far and in the reporting period, with what stands behind each number. */
final class FigureTables {
  /** The namespace of what only the pack counts. */
  static final String OF_PACK = "siru-pack:";

  private final Setting setting;
  private final Wording words;
  private final String sheet;

  FigureTables(Setting setting, String sheet) {
    this.setting = setting;
    this.words = setting.words();
    this.sheet = sheet;
  }

  private List<PackTable.Column> columns(String first) {
    List<PackTable.Column> columns = new ArrayList<>(List.of(PackTable.Column.text(first)));
    columns.add(PackTable.Column.number(setting.soFarName()));
    if (!isFirst()) {
      columns.add(PackTable.Column.number(setting.reportingPeriod()));
    }
    return columns;
  }

  /** In the first reporting period, what was reached in it is all that was reached so far. */
  private boolean isFirst() {
    return setting.soFar().equals(setting.period());
  }

  private List<TimePeriod> periods() {
    return isFirst() ? List.of(setting.soFar()) : List.of(setting.soFar(), setting.period());
  }

  /** Indicators one below the other; those that are not shown are parts of others. */
  PackTable table(
      String heading, String note, String first, List<Indicator> indicators, List<? extends Indicator> shown) {
    Catalogue catalogue = Catalogue.empty().with(new Provider("siru-pack", "1", "siru"), indicators, List.of());
    Setting.Seen seen = setting.evaluate(catalogue, indicators, periods(), Set.of());
    List<List<PackItem>> rows = new ArrayList<>();
    for (Indicator indicator : shown) {
      if (seen != null) {
        rows.add(row(heading, words.in(indicator.name()), indicator, Map.of(), seen));
      }
    }
    return new PackTable(heading, List.of(note), columns(first), rows);
  }

  /** An indicator of the catalogue by a dimension, with its total. */
  PackTable by(String code, String dimension, String heading, String note) {
    Indicator indicator = setting.catalogue().find(code).orElse(null);
    Setting.Seen seen =
        indicator == null
            ? null
            : setting.evaluate(
                setting.catalogue(), List.of(indicator), periods(), Set.of(dimension));
    if (indicator == null || seen == null) {
      String none = words.say("Indikatorn " + code + " finns inte.", "There is no indicator " + code + ".");
      return new PackTable(heading, List.of(none), columns(""), List.of());
    }
    List<List<PackItem>> rows = new ArrayList<>();
    seen.results().cells()
        .filter(cell -> cell.period().equals(setting.soFar()) && !cell.codes().isEmpty())
        .forEach(cell -> {
          String label = words.in(seen.publication().codeLabel(dimension, cell.codes().getOrDefault(dimension, "")));
          rows.add(row(heading, label, indicator, new TreeMap<>(cell.codes()), seen));
        });
    rows.add(row(heading, words.say("Totalt", "Total"), indicator, Map.of(), seen));
    String marks = words.marks(indicator);
    String marked = marks.isEmpty() ? note : note + " " + indicator.code() + marks + ".";
    return new PackTable(
        heading, List.of(marked), columns(words.in(seen.publication().dimensionLabel(dimension))), rows);
  }

  private List<PackItem> row(
      String heading, String label, Indicator indicator, Map<String, String> codes, Setting.Seen seen) {
    List<PackItem> row = new ArrayList<>(List.of(Wording.text(label)));
    row.add(item(heading, label, setting.soFarName(), setting.soFar(), indicator, codes, seen));
    if (!isFirst()) {
      row.add(item(heading, label, setting.reportingPeriod(), setting.period(), indicator, codes, seen));
    }
    return row;
  }

  private PackItem item(
      String heading, String label, String column, TimePeriod period, Indicator indicator, Map<String, String> codes,
      Setting.Seen seen) {
    @Nullable Cell cell = seen.cell(indicator, period, codes).orElse(null);
    if (cell == null) {
      return new PackItem.Absent(words.missing());
    }
    PackItem item = words.value(cell, setting.currency());
    if (item instanceof PackItem.Number number) {
      Behind.Place place = new Behind.Place(sheet, heading + ": " + label, column);
      if (indicator.id().startsWith(OF_PACK)) {
        setting.behind().cell(place, "participation.heads", label, cell, number.value(), seen.records());
      } else {
        setting.behind().cell(place, cell, number.value(), seen.records());
      }
    }
    return item;
  }
}
