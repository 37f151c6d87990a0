package se.siru.core.pack;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    figures().forEach(figure -> columns.add(PackTable.Column.number(figure.label())));
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

  /** A column. */
  private sealed interface Figure {
    String label();

    /** A sum of a field over some lines. */
    record Sum(String label, String id, String period, List<SourcedRow> lines, Field<Money> field, Choice which)
        implements Figure {}

    /** A share of two columns of sums, by their labels. */
    record Share(String label, String part, String whole) implements Figure {}
  }

  private List<Figure> figures() {
    String budgetId = CostLine.TYPE.name() + "." + CostLine.BUDGET.name();
    String outcomeId = CostLine.TYPE.name() + "." + CostLine.OUTCOME.name();
    String until = setting.soFar().label();
    String budgeted = words.say("Budget", "Budget");
    String spent = words.say("Utfall ", "Outcome ") + setting.soFarName();
    String spentNow = words.say("Utfall ", "Outcome ") + setting.reportingPeriod();
    String cofinanced = words.say("Medfinansiering", "Co-financing");
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure.Sum(budgeted, budgetId, "total", budget, CostLine.BUDGET, row -> true));
    figures.add(new Figure.Sum(spent, outcomeId, until, soFar, CostLine.OUTCOME, row -> true));
    if (!setting.soFar().equals(setting.period())) {
      figures.add(new Figure.Sum(spentNow, outcomeId, setting.period().label(), now, CostLine.OUTCOME, row -> true));
    }
    figures.add(new Figure.Share(words.say("Andel av budget", "Share of budget"), spent, budgeted));
    figures.add(
        new Figure.Sum(
            cofinanced, outcomeId + "[co-financing]", until, soFar, CostLine.OUTCOME, MoneySheet::isCofinanced));
    figures.add(
        new Figure.Sum(
            words.say("varav i annat än pengar", "of which in kind"), outcomeId + "[co-financing, in-kind]", until, soFar,
            CostLine.OUTCOME, row -> isCofinanced(row) && "in-kind".equals(row.get(CostLine.FORM))));
    figures.add(new Figure.Share(words.say("Medfinansieringsgrad", "Co-financing share"), cofinanced, spent));
    return figures;
  }

  private static boolean isCofinanced(Row line) {
    String source = line.get(CostLine.COFINANCING);
    return source != null && !source.equals("eu");
  }

  private List<PackItem> row(String heading, String label, String codes, Choice which) {
    List<PackItem> row = new ArrayList<>(List.of(Wording.text(label)));
    Map<String, BigDecimal> sums = new HashMap<>();
    for (Figure figure : figures()) {
      if (figure instanceof Figure.Share share) {
        row.add(
            share(
                sums.getOrDefault(share.part(), BigDecimal.ZERO), sums.getOrDefault(share.whole(), BigDecimal.ZERO)));
        continue;
      }
      Figure.Sum column = (Figure.Sum) figure;
      List<SourcedRow> lines =
          column.lines().stream().filter(line -> which.takes(line.row()) && column.which().takes(line.row())).toList();
      BigDecimal sum =
          lines.stream()
              .map(line -> Objects.requireNonNull(line.row().get(column.field())).amount())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      sums.put(column.label(), sum);
      row.add(Wording.number(sum, setting.currency()));
      setting.behind().sum(
          new Behind.Place(sheetName(), heading + ": " + label, column.label()),
          column.id(), column.period(), codes, sum, lines.stream().map(SourcedRow::lineage).toList());
    }
    return row;
  }

  private PackItem share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? new PackItem.Absent(words.in(Progress.UNDEFINED.label()))
        : Wording.number(part.movePointRight(2).divide(whole, SHOWN), "percent");
  }
}
