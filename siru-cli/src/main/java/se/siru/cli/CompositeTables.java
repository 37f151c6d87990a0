package se.siru.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.siru.core.export.CsvTable;
import se.siru.indicators.composite.Component;
import se.siru.indicators.composite.CompositeResult;
import se.siru.indicators.composite.Robustness;

/** Scores of an index for people and as a tidy table: never a rank without how far it depends on the weights. */
final class CompositeTables {
  private static final String SCORE = "SI-C02";
  private static final String ROBUSTNESS = "SI-C03";

  private final CompositeResult result;
  private final Robustness.Perturbation perturbation;
  private final Wording words;
  private final String root;

  CompositeTables(CompositeResult result, Robustness.Perturbation perturbation, String language) {
    this.result = result;
    this.perturbation = perturbation;
    this.words = new Wording(language);
    this.root = result.index().root().code();
  }

  /** The aggregates from the index downwards. */
  private List<String> aggregates() {
    List<String> codes = new ArrayList<>();
    collect(result.index().root(), codes);
    return codes;
  }

  private static void collect(Component part, List<String> codes) {
    if (!part.isIndicator()) {
      codes.add(part.code());
      part.parts().forEach(each -> collect(each, codes));
    }
  }

  void writeCsv(OutputStream out) throws IOException {
    CsvTable csv = new CsvTable(out, List.of("indicator", "part", "unit", "figure", "value"));
    for (String part : aggregates()) {
      for (CompositeResult.Place place : result.ranking(part)) {
        csv.row(SCORE, part, place.unit(), "score", number(place.score()));
        csv.row(SCORE, part, place.unit(), "rank", place.rank());
      }
    }
    for (Robustness.RankRange range : perturbation.units()) {
      csv.row(ROBUSTNESS, root, range.unit(), "best-rank", range.best());
      csv.row(ROBUSTNESS, root, range.unit(), "rank-5-percent", range.low());
      csv.row(ROBUSTNESS, root, range.unit(), "median-rank", range.median());
      csv.row(ROBUSTNESS, root, range.unit(), "rank-95-percent", range.high());
      csv.row(ROBUSTNESS, root, range.unit(), "worst-rank", range.worst());
    }
    for (Map.Entry<String, Double> removed : Robustness.rankShiftsByRemoval(result).entrySet()) {
      csv.row(ROBUSTNESS, removed.getKey(), "", "mean-rank-shift-without", number(removed.getValue()));
    }
    csv.row(ROBUSTNESS, root, "", "mean-rank-shift-weights", number(perturbation.meanShift()));
    csv.flush();
  }

  private static BigDecimal number(double value) {
    return TidyNumber.of(new BigDecimal(value));
  }

  String text() {
    List<String> parts = aggregates();
    Map<String, Robustness.RankRange> ranges =
        perturbation.units().stream().collect(Collectors.toMap(Robustness.RankRange::unit, Function.identity()));
    TextColumns table = new TextColumns();
    List<String> header = new ArrayList<>(List.of(words.say("Enhet", "Unit"), words.say("plats", "rank"), words.say("platser", "ranks")));
    header.addAll(parts);
    table.row(header);
    for (CompositeResult.Place place : result.ranking(root)) {
      Robustness.RankRange range = ranges.get(place.unit());
      List<String> row =
          new ArrayList<>(
              List.of(place.unit(), Integer.toString(place.rank()), range == null ? "–" : range.low() + "–" + range.high()));
      parts.forEach(part -> row.add(score(result.score(place.unit(), part))));
      table.row(row);
    }
    StringBuilder text = new StringBuilder(table.text()).append('\n').append(choices()).append('\n');
    Map<String, Double> shifts = Robustness.rankShiftsByRemoval(result);
    if (!shifts.isEmpty()) {
      TextColumns removed =
          new TextColumns()
              .row(
                  List.of(
                      words.say("Utan delen", "Without the part"), words.say("flyttas i medel (SI-C03)", "mean rank shift (SI-C03)")));
      shifts.forEach((part, shift) -> removed.row(List.of("  " + part, score(OptionalDouble.of(shift)))));
      text.append('\n').append(removed.text());
    }
    return text.toString();
  }

  private String choices() {
    String percent = BigDecimal.valueOf(perturbation.spread()).movePointRight(2).stripTrailingZeros().toPlainString();
    return words.say(
        "Platser: det spann som 90 % av " + perturbation.runs() + " omgångar ger när varje vikt ändras upp till ±" + words.decimal(percent)
            + " % (frö " + perturbation.seed() + "). Där grannars spann möts avgör vikterna ordningen.",
        "Ranks: the range that 90% of " + perturbation.runs() + " runs give where each weight is changed by up to ±" + percent
            + "% (seed " + perturbation.seed() + "). Where ranges of neighbours meet, weights decide their order.");
  }

  private String score(OptionalDouble score) {
    return score.isEmpty()
        ? "–"
        : words.decimal(new BigDecimal(score.getAsDouble()).setScale(2, RoundingMode.HALF_EVEN).toPlainString());
  }
}
