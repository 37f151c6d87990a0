package se.siru.cli.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.siru.core.Siru;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.RecordsBehind;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Lineage;
import se.siru.core.finding.RowSpan;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Assessment;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Periods;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.SourcedRow;

/**
 * A number of the bundled example that a reader can follow by hand: of all periods, the cell with few records behind it, and these
 * records. Not thread-safe.
 */
final class WorkedExample {
  /** Years first: of cells that are as easy to follow, the longest and earliest period is taken. */
  private static final String PERIODS = "total,2021..2023,2021..2023/half,2021..2023/quarter,2021..2023/month";

  /** So many records are easiest to follow. */
  private static final int HANDY = 5;

  private static final int MOST_SHOWN = 10;
  private static final int DECIMALS = 6;

  private final Siru siru;
  private final Portfolio portfolio;
  private final Results all;
  private final Map<String, Map<Lineage, List<SourcedRow>>> rows = new LinkedHashMap<>();

  WorkedExample(Siru siru, Portfolio portfolio) {
    this.siru = siru;
    this.portfolio = portfolio;
    String[] ids = siru.catalogue().indicators().stream().map(Indicator::id).toArray(String[]::new);
    this.all = siru.evaluate(portfolio).indicators(ids).periods(Periods.parse(PERIODS)).run();
  }

  /** The example of an indicator, as paragraphs of Markdown. */
  List<String> of(Indicator indicator) {
    return handy(all, indicator)
        .or(() -> handy(ofAnItem(indicator), indicator))
        .map(this::shown)
        .orElseGet(() -> absent(indicator));
  }

  private static Optional<Cell> handy(Results results, Indicator indicator) {
    return results.cells()
        .filter(cell -> cell.indicator().id().equals(indicator.id()) && cell.number().isPresent())
        .filter(cell -> cell.records() > 0)
        .min(Comparator.comparingLong(WorkedExample::trouble));
  }

  /** Answers mean something of one item alone, and their distribution in one wave. */
  private Results ofAnItem(Indicator indicator) {
    boolean isOfItems = indicator instanceof Measure measure && measure.over().equals(Assessment.TYPE);
    String[] by = isOfItems ? new String[] {"item,wave"} : new String[0];
    return siru.evaluate(portfolio).indicators(indicator.id()).periods(Periods.parse(PERIODS)).by(by).run();
  }

  /** How hard a cell is to follow; 0 says nothing, and one record says little. */
  private static long trouble(Cell cell) {
    boolean nothing = cell.number().orElse(BigDecimal.ZERO).signum() == 0;
    long records = cell.records();
    return (nothing ? 1_000 : 0) + (records == 1 ? MOST_SHOWN + 1 : Math.abs(records - HANDY) + (records > MOST_SHOWN ? HANDY : 0));
  }

  private List<String> absent(Indicator indicator) {
    String why =
        all.cells()
            .filter(cell -> cell.indicator().id().equals(indicator.id()) && cell.period().isTotal())
            .findFirst()
            .map(WorkedExample::reason)
            .orElse("it has no target there");
    return List.of("The bundled example `exempellan` gives no number for it: " + why + ".");
  }

  private static String reason(Cell cell) {
    if (!(cell.value() instanceof Value.Absent absent)) {
      return "no record counts, so that it is " + cell.number().map(WorkedExample::plain).orElse("an interval");
    }
    String note = absent.note().in("en");
    return "the value is *" + absent.reason().code() + "*" + (note.isEmpty() ? "" : " (" + note + ")");
  }

  private List<String> shown(Cell cell) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(value(cell));
    if (cell.indicator() instanceof Formula) {
      List<String> operands = operands(cell);
      if (!operands.isEmpty()) {
        paragraphs.add("It is made of " + Prose.list(operands, "and") + ".");
      }
      return paragraphs;
    }
    Measure measure = (Measure) cell.indicator();
    String[] by = cell.codes().isEmpty() ? new String[0] : new String[] {String.join(",", cell.codes().keySet())};
    Results own = siru.evaluate(portfolio).indicators(measure.id()).periods(List.of(cell.period())).by(by).run();
    RecordsBehind behind = RecordsBehind.of(own, siru.catalogue(), MOST_SHOWN);
    for (RecordsBehind.Trail trail : behind.of(own.cell(measure.id(), cell.period().label(), dimensionsAndCodes(cell)))) {
      paragraphs.add(table(trail));
      String more = trail.records() > trail.first().size() ? " " + (trail.records() - trail.first().size()) + " more not shown." : "";
      String sifted = trail.tested() ? "" : " Shown are records as they were taken, before their groups were put to the test or dated.";
      if (!(more + sifted).isEmpty()) {
        paragraphs.add((more + sifted).strip());
      }
    }
    return paragraphs;
  }

  private static String[] dimensionsAndCodes(Cell cell) {
    return cell.codes().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toArray(String[]::new);
  }

  private String value(Cell cell) {
    String unit = unit(cell.indicator());
    String number = cell.number().map(WorkedExample::plain).orElse("");
    String parts =
        cell.value() instanceof Value.Ratio ratio
            ? plain(ratio.numerator()) + " / " + plain(ratio.denominator()) + (unit.equals("%") ? " × 100" : "") + " = "
            : "";
    String code = cell.code().equals(cell.indicator().code()) ? "" : "`" + cell.code() + "` is ";
    String unknown = cell.unknown() == 0 ? "" : ", and " + cell.unknown() + " left out because what decides is not stated";
    String of = cell.codes().entrySet().stream().map(each -> ", `" + each.getKey() + "` `" + each.getValue() + "`").collect(Collectors.joining());
    return "In the bundled example `exempellan`, " + period(cell.period()) + of + ": " + code + parts + "**" + number + "** " + unit + "; "
        + cell.records() + (cell.records() == 1 ? " record" : " records") + " behind it" + unknown + ".";
  }

  private String unit(Indicator indicator) {
    return indicator.unit().equals("percent") ? "%" : indicator.unit().equals("currency") ? portfolio.currency() : indicator.unit();
  }

  private static String period(TimePeriod period) {
    return period.isTotal()
        ? "all time"
        : "`" + period.label() + "` (" + period.from() + " to " + Objects.requireNonNull(period.until()).minusDays(1) + ")";
  }

  private static String plain(BigDecimal number) {
    BigDecimal rounded = number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_EVEN) : number;
    String text = (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
    return (rounded.compareTo(number) == 0 ? "" : "≈ ") + text;
  }

  /** The values that a formula computes with, in the same period. */
  private List<String> operands(Cell cell) {
    List<String> operands = new ArrayList<>();
    String own = cell.code();
    if (!own.equals(cell.indicator().code()) && cell.value() instanceof Value.Ratio ratio) {
      String of = own.substring(own.indexOf('(') + 1, own.length() - 1);
      all.find(of, cell.period().label()).ifPresent(actual -> actual.number().ifPresent(number -> {
        BigDecimal baseline = number.subtract(ratio.numerator());
        operands.add(IndicatorPages.link(actual.indicator()) + " = " + plain(number));
        operands.add("the baseline " + plain(baseline));
        operands.add("the target " + plain(baseline.add(ratio.denominator())));
      }));
    }
    for (String name : new LinkedHashSet<>(Catalogue.operands(((Formula) cell.indicator()).expression()))) {
      all.find(name, cell.period().label())
          .ifPresent(operand -> operands.add(
              IndicatorPages.link(operand.indicator())
                  + " = " + operand.number().map(WorkedExample::plain).orElseGet(() -> reason(operand))));
    }
    return operands;
  }

  /** The records with the fields that decide, those of one group one below the other. */
  private String table(RecordsBehind.Trail trail) {
    Measure measure = trail.measure();
    List<FieldPath> columns = new ArrayList<>(DecidingFields.of(measure));
    List<List<String>> lines = new ArrayList<>();
    for (Lineage lineage : trail.first()) {
      List<String> line = new ArrayList<>();
      line.add("`" + lineage.roots().stream().map(WorkedExample::place).collect(Collectors.joining(", ")) + "`");
      SourcedRow row = row(measure, lineage);
      columns.forEach(path -> line.add(row == null ? "" : new FieldText(portfolio, row.row()).of(path)));
      lines.add(line);
    }
    int keys = (int) measure.grouping().map(Grouping::keys).map(List::size).orElse(0);
    if (keys > 0) {
      lines.sort(Comparator.comparing((List<String> line) -> String.join("\n", line.subList(1, 1 + keys))));
    }
    StringBuilder text = new StringBuilder("| record |");
    columns.forEach(path -> text.append(" ").append(path).append(" |"));
    text.append("\n|---|").append("---|".repeat(columns.size()));
    lines.forEach(line -> text.append("\n| ").append(String.join(" | ", line)).append(" |"));
    return text.toString();
  }

  private static String place(RowSpan span) {
    return span.source() + (span.first() == 0 ? "" : ":" + span.first());
  }

  /** The record at a place; null where several were made there. */
  private @Nullable SourcedRow row(Measure measure, Lineage lineage) {
    List<SourcedRow> found =
        rows.computeIfAbsent(
                measure.over().name(),
                type -> SourcedRow.of(portfolio, measure.over()).collect(Collectors.groupingBy(SourcedRow::lineage)))
            .getOrDefault(lineage, List.of());
    return found.size() == 1 ? found.get(0) : null;
  }
}
