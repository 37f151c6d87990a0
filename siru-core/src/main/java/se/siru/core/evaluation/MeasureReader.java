package se.siru.core.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Rule;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.RecordType;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.primitive.TupleIndex;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Codelist;

/** Turns the state of all records into the series of each measure: rows with codes, and the reasons of absence. */
final class MeasureReader {
  private static final int MOST_ROWS = 1_000_000;
  private static final Value NOT_DUE = Value.Absent.of(Value.Reason.NOT_DUE);

  private final Plan plan;
  private final MeasureTables tables;
  private final Catalogue catalogue;
  private final boolean allCodes;
  private final Cover cover;
  private final KeptCells cells;
  private final MarginCodes codes;
  private final IsolatedSeries isolated;
  private final Map<Coded, RowIndex> rows = new HashMap<>();
  private final List<Caution> cautions = new ArrayList<>();

  private MeasureReader(
      Plan plan,
      List<ScanState> states,
      Catalogue catalogue,
      boolean allCodes,
      Cover cover,
      KeptCells cells,
      int threads,
      boolean backwards) {
    this.plan = plan;
    this.tables = new MeasureTables(plan, states, catalogue, cells, threads, backwards);
    this.catalogue = catalogue;
    this.allCodes = allCodes;
    this.cover = cover;
    this.cells = cells;
    this.codes = new MarginCodes(plan.portfolio());
    this.isolated = IsolatedSeries.of(plan, catalogue, codes, allCodes, threads);
    List<MeasurePlan> read = new ArrayList<>();
    plan.measures().stream().filter(this::isRead).forEach(measure -> read.addAll(measure.variants()));
    tables.count(read);
  }

  /**
   * A reader of the state of all records, which are counted at once, on up to so many threads.
   *
   * @param cells says which periods need not be counted, and keeps what was
   */
  static MeasureReader of(
      Plan plan, List<ScanState> states, Catalogue catalogue, boolean allCodes, Cover cover, KeptCells cells, int threads) {
    return new MeasureReader(plan, states, catalogue, allCodes, cover, cells, threads, false);
  }

  /** A reader that asks code for the cells of each margin from the last to the first. */
  static MeasureReader backwards(Plan plan, List<ScanState> states, Catalogue catalogue, boolean allCodes, Cover cover) {
    return new MeasureReader(plan, states, catalogue, allCodes, cover, KeptCells.none(), 1, true);
  }

  private boolean isRead(MeasurePlan measure) {
    return plan.portfolio().holds(measure.type()) && isHere(measure);
  }

  private boolean isHere(MeasurePlan measure) {
    return CodeHome.of(measure.measure(), catalogue).isHere();
  }

  /** What a function had to say of a cell that is shown; the cell as its period and codes. */
  record Caution(Rule rule, Measure measure, String cell) {}

  /** The cautions of all series read so far. */
  List<Caution> cautions() {
    return cautions;
  }

  /** What the rows of a margin depend on. */
  private record Coded(Margin margin, List<Object> codes) {
    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Coded coded && margin.equals(coded.margin) && codes.equals(coded.codes);
    }

    @Override
    public int hashCode() {
      return 31 * margin.hashCode() + codes.hashCode();
    }
  }

  Series series(MeasurePlan measure) {
    Series series = series(measure.measure());
    Optional<RecordType> notHeld = measure.mustHold().filter(type -> !plan.portfolio().holds(type)).findFirst();
    if (notHeld.isPresent()) {
      absent(series, Absences.notHeld(notHeld.get()));
      return series;
    }
    if (!isHere(measure)) {
      setNotDue(series, measure);
      cautions.addAll(isolated.into(series, measure));
    } else if (measure.measure().requiredCoverage().isPresent()) {
      CoveredSeries covered = new CoveredSeries(measure);
      measure.variants().forEach(variant -> covered.put(variant, counted(variant)));
      covered.into(series, plan.margins(), allCodes);
    } else {
      count(series, measure);
    }
    cover.leaveOut(series, measure);
    failure(measure).ifPresent(reason -> series.fill(Absences.failed(reason)));
    return series;
  }

  private Series counted(MeasurePlan measure) {
    Series series = series(measure.measure());
    count(series, measure);
    return series;
  }

  private void setNotDue(Series series, MeasurePlan measure) {
    for (int period = 0; period < plan.periods().size(); period++) {
      if (!isDue(measure.measure().when(), plan.periods().get(period))) {
        series.empty().set(period, NOT_DUE);
      }
    }
  }

  private void count(Series series, MeasurePlan measure) {
    setNotDue(series, measure);
    List<Margin> margins = plan.margins().stream().filter(measure::has).toList();
    for (Margin margin : margins) {
      CellTable table = tables.cells(measure, margin);
      cells.complete(measure, margin, table);
      if (margin.parts().isEmpty() && MeasureTables.asksCode(measure)) {
        askOfNothing(series, measure, table, margins.size() > 1);
      }
      read(series, measure, margin, table);
    }
    tables.release(measure);
  }

  /**
   * Asks code what a cell is that the measure has no records of: for each period once, so that all such cells are alike, whichever other
   * measures, periods or rows have records there; and only where there may be such cells.
   */
  private void askOfNothing(Series series, MeasurePlan measure, CellTable total, boolean hasRows) {
    for (int period = 0; period < plan.periods().size(); period++) {
      boolean isNeeded = hasRows || !total.values().isSet(total.cell(0, period));
      if (isNeeded && isDue(measure.measure().when(), plan.periods().get(period))) {
        int at = period;
        series.empty().set(period, cells.ofNothing(measure, at, () -> tables.ofNothing(measure, at).orElse(Absences.NO_RECORDS)));
      }
    }
  }

  /** Why the code behind a measure failed, if it did. */
  Optional<LocalizedText> failure(MeasurePlan measure) {
    Optional<LocalizedText> own = plan.guard().failure(measure.measure());
    if (own.isPresent() || !isRead(measure)) {
      return own;
    }
    Scan scan = measure.scan();
    return Arrays.stream(scan.termsOf(measure.filter()))
        .mapToObj(scan::termOwner)
        .filter(Objects::nonNull)
        .flatMap(owner -> plan.guard().failure(owner).stream())
        .findFirst();
  }

  /** A series without cells. */
  private Series series(Measure measure) {
    return new Series(measure, measure.code(), measure.name(), plan.periods(), empty(measure));
  }

  private static Value empty(Measure measure) {
    Aggregate aggregate = measure.aggregate();
    if (measure.grouping().isPresent()) {
      return GroupReader.emptyValue(aggregate);
    }
    return aggregate instanceof Aggregate.Count || aggregate instanceof Aggregate.Sum || aggregate instanceof Aggregate.Distinct
        ? Value.Quantity.of(0)
        : Absences.NO_RECORDS;
  }

  private void absent(Series series, Value.Absent value) {
    series.add(plan.margins().get(0), new MarginRow[] {MarginRow.TOTAL}).fill(value);
  }

  private void read(Series series, MeasurePlan measure, Margin margin, CellTable table) {
    if (allCodes && !margin.parts().isEmpty()) {
      addAllCodes(measure, margin, table);
    }
    RowIndex index =
        rows.computeIfAbsent(
            new Coded(margin, codes.sources(measure, margin)),
            coded -> new RowIndex(margin.parts().size(), tuple -> row(measure, margin, tuple)));
    ValueColumn empty = empty(series, measure, margin);
    int[] shown = index.sorted(table.rows(), row -> isShown(table, empty, margin, row));
    MarginRow[] named = index.rows(table.rows(), shown);
    Series.Block block = series.add(margin, new Series.Block(named, empty));
    for (int row = 0; row < shown.length; row++) {
      block.take(row, table, shown[row]);
    }
    int[] unseen = index.sorted(table.rows(), row -> table.hasUnknown(row) && !isShown(table, empty, margin, row));
    MarginRow[] namedUnseen = index.rows(table.rows(), unseen);
    for (int row = 0; row < unseen.length; row++) {
      block.setUnseen(namedUnseen[row], table, unseen[row]);
    }
    for (int period = 0; period < plan.periods().size(); period++) {
      boolean due = isDue(measure.measure().when(), plan.periods().get(period));
      for (int row = 0; row < shown.length; row++) {
        int cell = block.cell(row, period);
        if (!due || !block.values().isSet(cell)) {
          block.values().copy(cell, empty, period, 1);
        }
      }
      if (due && table.hasCautions()) {
        addCautions(measure, table, shown, named, period);
      }
    }
  }

  /** By period, what cells of a margin are in which the measure has no record. */
  private static ValueColumn empty(Series series, MeasurePlan measure, Margin margin) {
    if (!margin.isSplit() || TallyReader.canSplit(measure)) {
      return series.empty();
    }
    ValueColumn empty = new ValueColumn(series.periods().size());
    for (int period = 0; period < empty.size(); period++) {
      empty.set(period, series.empty().absent(period) == NOT_DUE ? NOT_DUE : Absences.NOT_SPLIT);
    }
    return empty;
  }

  private void addCautions(MeasurePlan measure, CellTable table, int[] shown, MarginRow[] named, int period) {
    for (int row = 0; row < shown.length; row++) {
      for (Rule rule : table.cautions(table.cell(shown[row], period))) {
        cautions.add(new Caution(rule, measure.measure(), place(period, named[row])));
      }
    }
  }

  private String place(int period, MarginRow row) {
    return row.place(plan.periods().get(period));
  }

  private boolean isShown(CellTable table, ValueColumn empty, Margin margin, int row) {
    return margin.parts().isEmpty() || table.isObserved(row, empty) || allCodes && isKnown(table.rows(), row);
  }

  private static boolean isKnown(TupleIndex rows, int row) {
    for (int part = 0; part < rows.width(); part++) {
      if (rows.value(row, part) == CellTable.UNKNOWN) {
        return false;
      }
    }
    return true;
  }

  /**
   * A period that begins after the day on which the portfolio describes the world has nothing to tell yet. Only what lasts is
   * known ahead: an operation says when it will end.
   */
  private boolean isDue(TimeRule rule, TimePeriod period) {
    LocalDate from = period.from();
    return from == null || rule.kind() == TimeRule.Kind.DURING || plan.portfolio().recordedAt().map(day -> !from.isAfter(day)).orElse(true);
  }

  private MarginRow row(MeasurePlan measure, Margin margin, int[] tuple) {
    List<String> own = new ArrayList<>(tuple.length);
    List<Integer> order = new ArrayList<>(tuple.length);
    for (int i = 0; i < tuple.length; i++) {
      own.add(tuple[i] == CellTable.UNKNOWN ? Codelist.UNKNOWN : codes.code(measure, margin.parts().get(i), tuple[i]));
      order.add(tuple[i]);
    }
    return MarginRow.of(margin, own, order);
  }

  private void addAllCodes(MeasurePlan measure, Margin margin, CellTable table) {
    List<List<Integer>> choices = new ArrayList<>();
    long count = 1;
    for (Breakdown.Part part : margin.parts()) {
      List<Integer> positions = codes.positions(measure, part);
      choices.add(positions);
      count *= positions.size();
    }
    if (count > MOST_ROWS) {
      throw new SiruException(
          ErrorCode.MISUSE, "all codes of " + margin.parts() + " are more than " + MOST_ROWS + " rows");
    }
    add(table, choices, new int[choices.size()], 0);
  }

  private static void add(CellTable table, List<List<Integer>> choices, int[] tuple, int part) {
    if (part == tuple.length) {
      table.row(tuple);
      return;
    }
    for (int code : choices.get(part)) {
      tuple[part] = code;
      add(table, choices, tuple, part + 1);
    }
  }
}
