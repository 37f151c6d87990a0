package se.siru.core.pack;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.evaluation.Cell;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.BreakdownCodes;
import se.siru.core.model.Comment;
import se.siru.core.model.Field;
import se.siru.core.model.Row;
import se.siru.core.model.Target;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.SourcedRow;

/** Each decided target with what has come of it. */
final class TargetSheet {
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

  private final Setting setting;
  private final Wording words;
  private final ProgressRule rule;
  private final Map<Set<String>, Setting.@Nullable Seen> seen = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();

  TargetSheet(Setting setting, ProgressRule rule) {
    this.setting = setting;
    this.words = setting.words();
    this.rule = rule;
    setting.plan().targets().forEach(target -> lines.add(line(target)));
    evaluate();
  }

  /** A target; without a known indicator or period where it names what is not known. */
  private record Line(
      SourcedRow source, @Nullable Indicator indicator, @Nullable TimePeriod full, @Nullable TimePeriod soFar,
      SortedMap<String, String> codes) {

    Row target() {
      return source.row();
    }

    BigDecimal baseline() {
      return Optional.ofNullable(target().get(Target.BASELINE)).orElse(BigDecimal.ZERO);
    }

    BigDecimal value() {
      return Objects.requireNonNull(target().get(Target.VALUE));
    }
  }

  private Line line(SourcedRow target) {
    Row row = target.row();
    TimePeriod full = full(String.valueOf(row.get(Target.PERIOD)).strip());
    return new Line(
        target,
        setting.catalogue().find(String.valueOf(row.get(Target.INDICATOR)).strip()).orElse(null),
        full,
        full == null ? null : soFar(full),
        BreakdownCodes.parse(row.get(Target.BREAKDOWN)));
  }

  /** The days of a target's period; the whole plan where it is {@code total}. */
  private @Nullable TimePeriod full(String named) {
    return setting.plan().period(named).map(period -> period.isTotal() ? wholePlan() : period).orElse(null);
  }

  private TimePeriod wholePlan() {
    LocalDate last =
        setting.plan().periods().stream()
            .filter(period -> Objects.equals(period.from(), setting.soFar().from()))
            .map(period -> Objects.requireNonNull(period.until()))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return TimePeriod.of(Objects.requireNonNull(setting.soFar().from()), last);
  }

  /** What of a target's period has passed at the end of the reporting period; null where it has not begun. */
  private @Nullable TimePeriod soFar(TimePeriod full) {
    LocalDate from = Objects.requireNonNull(full.from());
    LocalDate until = Objects.requireNonNull(full.until());
    LocalDate end = Objects.requireNonNull(setting.soFar().until());
    return !from.isBefore(end) ? null : until.isAfter(end) ? TimePeriod.of(from, end) : full;
  }

  private void evaluate() {
    Map<Set<String>, List<Line>> byDimensions = new LinkedHashMap<>();
    for (Line line : lines) {
      if (line.indicator() != null && line.soFar() != null) {
        byDimensions.computeIfAbsent(line.codes().keySet(), key -> new ArrayList<>()).add(line);
      }
    }
    byDimensions.forEach((dimensions, alike) -> {
      Set<Indicator> indicators = new LinkedHashSet<>();
      Map<String, TimePeriod> periods = new LinkedHashMap<>();
      periods.put(setting.period().label(), setting.period());
      for (Line line : alike) {
        indicators.add(Objects.requireNonNull(line.indicator()));
        TimePeriod soFar = Objects.requireNonNull(line.soFar());
        periods.put(soFar.label(), soFar);
      }
      seen.put(
          dimensions,
          setting.evaluate(setting.catalogue(), List.copyOf(indicators), List.copyOf(periods.values()), dimensions));
    });
  }

  PackSheet sheet() {
    List<PackTable.Column> columns =
        List.of(
            PackTable.Column.text(words.say("Indikator", "Indicator")),
            PackTable.Column.text(words.say("Fördelning", "Breakdown")),
            PackTable.Column.text(words.say("Målets period", "Period of the target")),
            PackTable.Column.number(baselineColumn()),
            PackTable.Column.number(targetColumn()),
            PackTable.Column.number(soFarColumn()),
            PackTable.Column.number(periodColumn()),
            PackTable.Column.number(words.say("Måluppfyllelse", "Attainment")),
            PackTable.Column.text(words.say("Läge", "Status")),
            PackTable.Column.text(words.say("Kommentar", "Comment")),
            PackTable.Column.text(words.say("Beslut", "Decision")));
    List<List<PackItem>> whole = lines.stream().filter(this::isWhole).map(this::row).toList();
    List<List<PackItem>> parts = lines.stream().filter(line -> !isWhole(line)).map(this::row).toList();
    List<PackTable> tables = new ArrayList<>();
    tables.add(
        new PackTable(words.say("Mål för hela tiden", "Targets of the whole time"), notes(), columns, whole));
    if (!parts.isEmpty()) {
      tables.add(new PackTable(words.say("Delmål", "Targets of parts of the time"), List.of(), columns, parts));
    }
    return new PackSheet(sheetName(), tables);
  }

  private boolean isWhole(Line line) {
    return wholePlan().equals(line.full());
  }

  /** True where the target's period has days in common with the reporting period. */
  private boolean isNow(Line line) {
    TimePeriod soFar = line.soFar();
    return soFar != null
        && Objects.requireNonNull(soFar.until()).isAfter(Objects.requireNonNull(setting.period().from()));
  }

  private String sheetName() {
    return words.say("Mål", "Targets");
  }

  private String baselineColumn() {
    return words.say("Utgångsvärde", "Baseline");
  }

  private String targetColumn() {
    return words.say("Målvärde", "Target");
  }

  private String soFarColumn() {
    return words.say("Utfall hittills i målets period", "Actual so far in the target's period");
  }

  private String periodColumn() {
    return words.say("Utfall ", "Actual ") + setting.reportingPeriod();
  }

  private List<String> notes() {
    String percent = rule.tolerance().movePointRight(2).stripTrailingZeros().toPlainString();
    List<String> notes = new ArrayList<>();
    notes.add(
        words.say(
            "I fas: minst " + percent + " procent av en jämn takt från utgångsvärde till målvärde. Efter plan: under det. "
                + "Ej påbörjat: kvar på utgångsvärdet. Odefinierat: målvärdet är lika med utgångsvärdet.",
            "On track: at least " + percent + " percent of an even pace from baseline to target. Behind: below that. "
                + "Not started: still at the baseline. Undefined: the target equals the baseline."));
    notes.add(
        words.say(
            "En indikator som räknas kumulativt eller som ett läge visar läget vid periodens slut, också i kolumnen för perioden.",
            "An indicator that is cumulative or a state shows where it stood at the end, also in the column of the period."));
    if (lines.isEmpty()) {
      notes.add(words.say("Inget mål gäller.", "No target applies."));
    }
    return notes;
  }

  private List<PackItem> row(Line line) {
    Indicator indicator = line.indicator();
    String name = indicator == null ? String.valueOf(line.target().get(Target.INDICATOR)) : words.name(indicator);
    Setting.Seen results = seen.get(line.codes().keySet());
    String unit = indicator == null ? "" : shownUnit(indicator);
    Cell actual = cell(line, results, line.soFar());
    Cell now = cell(line, results, setting.period());
    String breakdown = breakdown(line, results);
    String label = (breakdown.isEmpty() ? name : name + ", " + breakdown) + ", " + line.target().get(Target.PERIOD);
    List<PackItem> row = new ArrayList<>();
    row.add(Wording.text(name));
    row.add(Wording.text(breakdown));
    row.add(Wording.text(String.valueOf(line.target().get(Target.PERIOD))));
    row.add(decided(line, Target.BASELINE, unit, new Behind.Place(sheetName(), label, baselineColumn())));
    row.add(decided(line, Target.VALUE, unit, new Behind.Place(sheetName(), label, targetColumn())));
    row.add(item(label, soFarColumn(), actual, results));
    row.add(isNow(line) ? item(label, periodColumn(), now, results) : Wording.text(""));
    BigDecimal number = actual == null ? null : actual.number().orElse(null);
    row.add(attainment(line, number));
    row.add(Wording.text(words.in(progress(line, number).label())));
    row.add(Wording.text(isNow(line) ? comment(line) : ""));
    row.add(Wording.text(Optional.ofNullable(line.target().get(Target.DECISION)).orElse("")));
    return row;
  }

  /** What the target itself states; nothing where it states no baseline, which then counts as 0. */
  private PackItem decided(Line line, Field<BigDecimal> field, String unit, Behind.Place place) {
    BigDecimal stated = line.target().get(field);
    if (stated == null) {
      return Wording.text("");
    }
    setting.behind().sum(
        place, Target.TYPE.name() + "." + field.name(), String.valueOf(line.target().get(Target.PERIOD)),
        BreakdownCodes.text(line.codes()), stated, List.of(line.source().lineage()));
    return Wording.number(stated, unit);
  }

  private String shownUnit(Indicator indicator) {
    String unit = indicator.unit();
    return unit.equals("currency") ? setting.currency() : unit.equals("percent") ? unit : "";
  }

  private static @Nullable Cell cell(Line line, Setting.@Nullable Seen results, @Nullable TimePeriod period) {
    return results == null || period == null || line.indicator() == null
        ? null
        : results.cell(line.indicator(), period, line.codes()).orElse(null);
  }

  private PackItem item(String label, String column, @Nullable Cell cell, Setting.@Nullable Seen results) {
    if (cell == null || results == null) {
      return new PackItem.Absent(words.missing());
    }
    PackItem item = words.value(cell, setting.currency());
    if (item instanceof PackItem.Number number) {
      setting.behind().cell(
          new Behind.Place(sheetName(), label, column), cell, number.value(), results.records());
    }
    return item;
  }

  private String breakdown(Line line, Setting.@Nullable Seen results) {
    Map<String, String> labels = new LinkedHashMap<>();
    line.codes().forEach((dimension, code) ->
        labels.put(
            results == null ? dimension : words.in(results.publication().dimensionLabel(dimension)),
            results == null ? code : words.in(results.publication().codeLabel(dimension, code))));
    return Wording.joined(labels);
  }

  private PackItem attainment(Line line, @Nullable BigDecimal actual) {
    BigDecimal way = line.value().subtract(line.baseline());
    if (actual == null) {
      return new PackItem.Absent(words.missing());
    }
    if (way.signum() == 0) {
      return new PackItem.Absent(words.in(Progress.UNDEFINED.label()));
    }
    return Wording.number(actual.subtract(line.baseline()).movePointRight(2).divide(way, SHOWN), "percent");
  }

  private Progress progress(Line line, @Nullable BigDecimal actual) {
    TimePeriod full = line.full();
    TimePeriod soFar = line.soFar();
    if (line.indicator() == null || full == null) {
      return Progress.MISSING;
    }
    if (line.indicator().direction() == Indicator.Direction.NONE) {
      return Progress.NOT_JUDGED;
    }
    return soFar == null
        ? Progress.NOT_DUE
        : rule.judge(actual, line.baseline(), line.value(), days(soFar), days(full));
  }

  private static long days(TimePeriod period) {
    return ChronoUnit.DAYS.between(Objects.requireNonNull(period.from()), Objects.requireNonNull(period.until()));
  }

  /** The newest final comment on the indicator in the reporting period. */
  private String comment(Line line) {
    return setting.portfolio().rows(Comment.TYPE)
        .filter(row -> "final".equals(row.get(Comment.STATUS)))
        .filter(row -> isAbout(row, line))
        .max(Comparator.comparing(row -> Optional.ofNullable(row.get(Comment.DATE)).orElse(LocalDate.MIN)))
        .map(row -> String.valueOf(row.get(Comment.TEXT)))
        .orElse("");
  }

  private boolean isAbout(Row comment, Line line) {
    String named = String.valueOf(comment.get(Comment.INDICATOR)).strip();
    String period = String.valueOf(comment.get(Comment.PERIOD)).strip();
    Indicator indicator = line.indicator();
    return indicator != null
        && (named.equals(indicator.code()) || named.equals(indicator.id()))
        && (period.equals(setting.reportingPeriod()) || period.equals(setting.period().label()))
        && BreakdownCodes.parse(comment.get(Comment.BREAKDOWN)).equals(line.codes());
  }
}
