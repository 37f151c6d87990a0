package se.siru.core.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
  private final Setting setting;
  private final Wording words;
  private final ProgressRule rule;
  private final Map<Set<String>, Setting.@Nullable Seen> seen = new LinkedHashMap<>();
  private final List<TargetLine> lines = new ArrayList<>();

  TargetSheet(Setting setting, ProgressRule rule) {
    this.setting = setting;
    this.words = setting.words();
    this.rule = rule;
    setting.plan().targets().forEach(target -> lines.add(line(target)));
    evaluate();
  }

  private TargetLine line(SourcedRow target) {
    Row row = target.row();
    TimePeriod full = full(String.valueOf(row.get(Target.PERIOD)).strip());
    return new TargetLine(
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
    Map<Set<String>, List<TargetLine>> byDimensions = new LinkedHashMap<>();
    for (TargetLine line : lines) {
      if (line.indicator() != null && line.soFar() != null) {
        byDimensions.computeIfAbsent(line.codes().keySet(), key -> new ArrayList<>()).add(line);
      }
    }
    byDimensions.forEach((dimensions, alike) -> {
      Set<Indicator> indicators = new LinkedHashSet<>();
      Map<String, TimePeriod> periods = new LinkedHashMap<>();
      periods.put(setting.period().label(), setting.period());
      for (TargetLine line : alike) {
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
            PackTable.Column.number(words.say("Bör ha nåtts", "Due by now")),
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

  private boolean isWhole(TargetLine line) {
    return wholePlan().equals(line.full());
  }

  /** True where the target's period has days in common with the reporting period. */
  private boolean isNow(TargetLine line) {
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

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString();
  }

  private List<String> notes() {
    String onTrack = percent(rule.onTrack());
    String atRisk = percent(rule.atRisk());
    boolean milestones = rule.byMilestones();
    List<String> notes = new ArrayList<>();
    notes.add(
        words.say(
            "Bör ha nåtts: så stor del av vägen från utgångsvärde till målvärde som "
                + (milestones ? "planens delmål säger, i jämn takt mellan dem. " : "en jämn takt ger. ")
                + "I fas: minst " + onTrack + " procent av det. I riskzonen: minst " + atRisk + " procent. Efter plan: under det. "
                + "Ej påbörjat: kvar på utgångsvärdet. Odefinierat: målvärdet är lika med utgångsvärdet, eller ligger över det fast "
                + "mindre är bättre.",
            "Due by now: as much of the way from baseline to target as "
                + (milestones ? "the milestones of the plan say, at an even pace between them. " : "an even pace gives. ")
                + "On track: at least " + onTrack + " percent of it. At risk: at least " + atRisk + " percent. Behind: below that. "
                + "Not started: still at the baseline. Undefined: the target equals the baseline, or lies above it though less is "
                + "better."));
    notes.add(
        words.say(
            "En indikator som räknas kumulativt eller som ett läge visar läget vid periodens slut, också i kolumnen för perioden.",
            "An indicator that is cumulative or a state shows where it stood at the end, also in the column of the period."));
    if (lines.isEmpty()) {
      notes.add(words.say("Inget mål gäller.", "No target applies."));
    }
    return notes;
  }

  private List<PackItem> row(TargetLine line) {
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
    row.add(dueItem(line));
    row.add(Wording.text(words.in(progress(line, number).label())));
    row.add(Wording.text(isNow(line) ? comment(line) : ""));
    row.add(Wording.text(Optional.ofNullable(line.target().get(Target.DECISION)).orElse("")));
    return row;
  }

  /** What the target itself states; nothing where it states no baseline, which then counts as 0. */
  private PackItem decided(TargetLine line, Field<BigDecimal> field, String unit, Behind.Place place) {
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

  private static @Nullable Cell cell(TargetLine line, Setting.@Nullable Seen results, @Nullable TimePeriod period) {
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

  private String breakdown(TargetLine line, Setting.@Nullable Seen results) {
    Map<String, String> labels = new LinkedHashMap<>();
    line.codes().forEach((dimension, code) ->
        labels.put(
            results == null ? dimension : words.in(results.publication().dimensionLabel(dimension)),
            results == null ? code : words.in(results.publication().codeLabel(dimension, code))));
    return Wording.joined(labels);
  }

  private PackItem attainment(TargetLine line, @Nullable BigDecimal actual) {
    if (actual == null) {
      return new PackItem.Absent(words.missing());
    }
    return line.isUndefined()
        ? new PackItem.Absent(words.in(Progress.UNDEFINED.label()))
        : Wording.number(line.shareOfWay(actual.subtract(line.baseline()), BigDecimal.ONE), "percent");
  }

  private PackItem dueItem(TargetLine line) {
    Due due = due(line);
    if (due == null) {
      return Wording.text("");
    }
    BigDecimal all = BigDecimal.valueOf(due.all());
    BigDecimal come = due.timesAll().subtract(line.baseline().multiply(all));
    return Wording.number(line.shareOfWay(come, all), "percent");
  }

  /** What is due by the end of the reporting period; null for what is not judged by it. */
  private @Nullable Due due(TargetLine line) {
    Indicator indicator = line.indicator();
    TimePeriod full = line.full();
    TimePeriod soFar = line.soFar();
    if (indicator == null || full == null || soFar == null || line.isUndefined() || line.hasNoDirection()) {
      return null;
    }
    Milestones milestones = new Milestones(full, line.baseline(), line.value());
    if (rule.byMilestones()) {
      for (TargetLine other : lines) {
        if (indicator.equals(other.indicator()) && other.full() != null && other.codes().equals(line.codes())) {
          milestones.add(indicator, other.full(), other.value());
        }
      }
    }
    return milestones.at(Objects.requireNonNull(soFar.until()));
  }

  private Progress progress(TargetLine line, @Nullable BigDecimal actual) {
    if (line.indicator() == null || line.full() == null) {
      return Progress.MISSING;
    }
    if (line.hasNoDirection()) {
      return Progress.NOT_JUDGED;
    }
    if (line.soFar() == null) {
      return Progress.NOT_DUE;
    }
    Due due = due(line);
    return due == null ? Progress.UNDEFINED : rule.judge(actual, line.baseline(), line.value(), due);
  }

  /** The newest final comment on the indicator in the reporting period. */
  private String comment(TargetLine line) {
    return setting.portfolio().rows(Comment.TYPE)
        .filter(row -> "final".equals(row.get(Comment.STATUS)))
        .filter(row -> isAbout(row, line))
        .max(Comparator.comparing(row -> Optional.ofNullable(row.get(Comment.DATE)).orElse(LocalDate.MIN)))
        .map(row -> String.valueOf(row.get(Comment.TEXT)))
        .orElse("");
  }

  private boolean isAbout(Row comment, TargetLine line) {
    String named = String.valueOf(comment.get(Comment.INDICATOR)).strip();
    String period = String.valueOf(comment.get(Comment.PERIOD)).strip();
    Indicator indicator = line.indicator();
    return indicator != null
        && (named.equals(indicator.code()) || named.equals(indicator.id()))
        && (period.equals(setting.reportingPeriod()) || period.equals(setting.period().label()))
        && BreakdownCodes.parse(comment.get(Comment.BREAKDOWN)).equals(line.codes());
  }
}
