package se.siru.core.pack;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Origin;
import se.siru.core.model.CostLine;
import se.siru.core.model.Field;
import se.siru.core.model.Money;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.ReportingPeriod;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.SourcedRow;

/** Budget that applies beside outcome, and co-financing, by work package and by partner. */
final class MoneySheet {
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

  private final Setting setting;
  private final Wording words;
  private final List<SourcedRow> budget;
  private final List<SourcedRow> soFar = new ArrayList<>();
  private final List<SourcedRow> now = new ArrayList<>();
  private int undated;

  MoneySheet(Setting setting) {
    this.setting = setting;
    this.words = setting.words();
    this.budget = setting.plan().budget();
    SourcedRow.of(setting.portfolio(), CostLine.TYPE)
        .filter(line -> line.row().get(CostLine.OUTCOME) != null)
        .forEach(this::place);
  }

  private void place(SourcedRow line) {
    LocalDate day = day(line.row());
    if (day == null) {
      undated++;
    } else if (setting.soFar().contains(day)) {
      soFar.add(line);
      if (setting.period().contains(day)) {
        now.add(line);
      }
    }
  }

  /** The day of a cost: its own, else the last one of its reporting period. */
  private @Nullable LocalDate day(Row line) {
    LocalDate own = line.get(CostLine.DATE);
    String named = line.get(CostLine.PERIOD);
    if (own != null || named == null) {
      return own;
    }
    Optional<LocalDate> ofPlan =
        setting.plan().period(named).map(TimePeriod::until).map(until -> until.minusDays(1));
    return ofPlan
        .or(() -> setting.portfolio().find(ReportingPeriod.TYPE, named).map(period -> period.get(ReportingPeriod.END)))
        .orElse(null);
  }

  private String sheetName() {
    return words.say("Ekonomi", "Finance");
  }

  PackSheet sheet() {
    return new PackSheet(
        sheetName(),
        List.of(
            table(
                words.say("Per arbetspaket", "By work package"), words.say("Arbetspaket", "Work package"), "work-package",
                row -> row.get(CostLine.NODE), id -> name(ProgrammeNode.TYPE, ProgrammeNode.NAME, id)),
            table(
                words.say("Per partner", "By partner"), words.say("Partner", "Partner"), "partner",
                row -> row.get(CostLine.PARTNER), id -> name(Stakeholder.TYPE, Stakeholder.NAME, id))));
  }

  private String name(RecordType type, Field<String> field, String id) {
    return setting.portfolio().find(type, id).map(row -> row.get(field)).orElse(id);
  }

  private PackTable table(
      String heading,
      String first,
      String axis,
      Function<Row, @Nullable String> keyOf,
      Function<String, String> nameOf) {
    List<PackTable.Column> columns = new ArrayList<>();
    columns.add(PackTable.Column.text(first));
    figures().forEach(figure -> columns.add(PackTable.Column.number(figure.label)));
    List<String> notes = new ArrayList<>();
    List<List<PackItem>> rows = new ArrayList<>();
    if (!setting.portfolio().holds(CostLine.TYPE)) {
      notes.add(words.say("Portföljen har inga kostnadsrader.", "The portfolio holds no cost lines."));
      return new PackTable(heading, notes, columns, rows);
    }
    notes.add(
        words.say(
            "Budgeten är den senaste som ett beslut anger. Medfinansiering är utfall som någon annan än fonden betalar.",
            "The budget is the newest that a decision states. Co-financing is outcome that somebody else than the fund pays."));
    if (undated > 0) {
      notes.add(
          words.say(
              "Kostnadsrader utan datum och period, som inte ingår: " + undated + ".",
              "Cost lines without a date and period, which are left out: " + undated + "."));
    }
    for (String key : keys(keyOf)) {
      String label = key.isEmpty() ? words.say("Ej angivet", "Not stated") : nameOf.apply(key);
      rows.add(row(heading, label, axis + "=" + (key.isEmpty() ? "unknown" : key),
          line -> key.equals(Optional.ofNullable(keyOf.apply(line)).orElse(""))));
    }
    rows.add(row(heading, words.say("Totalt", "Total"), "", line -> true));
    return new PackTable(heading, notes, columns, rows);
  }

  /** The keys in order of their ids; what is not stated last. */
  private List<String> keys(Function<Row, @Nullable String> keyOf) {
    Map<String, Boolean> keys = new TreeMap<>();
    List.of(budget, soFar).forEach(lines -> lines.forEach(
        line -> keys.put(Optional.ofNullable(keyOf.apply(line.row())).orElse(""), true)));
    List<String> ordered = new ArrayList<>(keys.keySet());
    if (ordered.remove("")) {
      ordered.add("");
    }
    return ordered;
  }

  private interface Choice {
    boolean takes(Row line);
  }

  /** A column: a sum of a field over some lines, or, without a field, a share of two sums. */
  private record Figure(
      String label, String id, String period, List<SourcedRow> lines, @Nullable Field<Money> field, Choice which) {}

  private List<Figure> figures() {
    String budgetId = CostLine.TYPE.name() + "." + CostLine.BUDGET.name();
    String outcomeId = CostLine.TYPE.name() + "." + CostLine.OUTCOME.name();
    String until = setting.soFar().label();
    return List.of(
        new Figure(words.say("Budget", "Budget"), budgetId, "total", budget, CostLine.BUDGET, row -> true),
        new Figure(
            words.say("Utfall ", "Outcome ") + setting.soFarName(), outcomeId, until, soFar, CostLine.OUTCOME,
            row -> true),
        new Figure(
            words.say("Utfall ", "Outcome ") + setting.reportingPeriod(), outcomeId, setting.period().label(), now,
            CostLine.OUTCOME, row -> true),
        new Figure(words.say("Andel av budget", "Share of budget"), "", until, soFar, null, row -> true),
        new Figure(
            words.say("Medfinansiering", "Co-financing"), outcomeId + "[co-financing]", until, soFar, CostLine.OUTCOME,
            MoneySheet::isCofinanced),
        new Figure(
            words.say("varav i annat än pengar", "of which in kind"), outcomeId + "[co-financing, in-kind]", until,
            soFar, CostLine.OUTCOME, row -> isCofinanced(row) && "in-kind".equals(row.get(CostLine.FORM))),
        new Figure(words.say("Medfinansieringsgrad", "Co-financing share"), "", until, soFar, null, row -> true));
  }

  private static boolean isCofinanced(Row line) {
    String source = line.get(CostLine.COFINANCING);
    return source != null && !source.equals("eu");
  }

  private List<PackItem> row(String heading, String label, String codes, Choice which) {
    List<PackItem> row = new ArrayList<>(List.of(Wording.text(label)));
    List<BigDecimal> sums = new ArrayList<>();
    List<Figure> figures = figures();
    for (Figure figure : figures) {
      Field<Money> field = figure.field();
      if (field == null) {
        // Outcome of budget, and co-financing of outcome: the sums that stand before it.
        boolean ofBudget = sums.size() == 3;
        row.add(ofBudget ? share(sums.get(1), sums.get(0)) : share(sums.get(3), sums.get(1)));
        continue;
      }
      List<SourcedRow> lines =
          figure.lines().stream().filter(line -> which.takes(line.row()) && figure.which().takes(line.row())).toList();
      BigDecimal sum =
          lines.stream()
              .map(line -> Objects.requireNonNull(line.row().get(field)).amount())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      sums.add(sum);
      row.add(Wording.number(sum, setting.currency()));
      List<Origin> origins = lines.stream().map(SourcedRow::origin).collect(Collectors.toList());
      setting.behind().sum(
          new Behind.Place(sheetName(), heading + ": " + label, figure.label()),
          figure.id(), figure.period(), codes, sum, origins);
    }
    return row;
  }

  private PackItem share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? new PackItem.Absent(words.in(Progress.UNDEFINED.label()))
        : Wording.number(part.movePointRight(2).divide(whole, SHOWN), "percent");
  }
}
