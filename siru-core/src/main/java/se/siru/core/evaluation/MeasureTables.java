package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;
import se.siru.core.parallel.Workers;
import se.siru.core.primitive.TupleIndex;

/**
 * The tables of cells of each measure and margin, made of the state of all records: by whom a measure is counted, and what several measures
 * are counted of together.
 */
final class MeasureTables {
  private final Plan plan;
  private final List<ScanState> states;
  private final Catalogue catalogue;
  private final KeptCells kept;
  private final int threads;
  private final boolean backwards;
  private final Map<Counted, TallyReader> tallies = new HashMap<>();
  private final Map<Counted, DistinctReader> distincts = new HashMap<>();
  private final Map<Counted, SelectionReader> selections = new HashMap<>();

  /**
   * Tables of no measure yet.
   *
   * @param kept says which periods need not be counted
   * @param backwards true where code is asked for the cells of each margin from the last to the first
   */
  MeasureTables(Plan plan, List<ScanState> states, Catalogue catalogue, KeptCells kept, int threads, boolean backwards) {
    this.plan = plan;
    this.states = states;
    this.catalogue = catalogue;
    this.kept = kept;
    this.threads = threads;
    this.backwards = backwards;
  }

  /** Counts for some measures whatever can be counted at once, on several threads, before the first table is asked for. */
  void count(List<MeasurePlan> measures) {
    List<Runnable> counters = new ArrayList<>();
    measures.forEach(measure -> ask(measure, counters));
    Workers.each(threads, counters.size(), at -> counters.get(at).run());
  }

  private void ask(MeasurePlan measure, List<Runnable> counters) {
    if (measure.selection() >= 0) {
      selections(measure).expect(measure);
    }
    for (Margin margin : plan.margins()) {
      if (measure.has(margin) && margin.parts().stream().noneMatch(measure::isBand)) {
        ask(measure, margin, counters);
      }
    }
  }

  private void ask(MeasurePlan measure, Margin margin, List<Runnable> counters) {
    tallies(measure).ask(measure, margin).ifPresent(counter -> counters.add(counter::run));
    MeasurePlan.Distinct distinct = measure.distinct();
    if (distinct != null) {
      counters.addAll(distincts(measure).ask(measure, distinct, margin));
    }
  }

  /** Of which scan, and in which periods, a measure is counted. */
  private record Counted(int scan, Calendar calendar) {
    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Counted counted && scan == counted.scan && calendar.equals(counted.calendar);
    }

    @Override
    public int hashCode() {
      return 31 * calendar.hashCode() + scan;
    }
  }

  private Counted place(MeasurePlan measure) {
    return new Counted(plan.scanOf(measure), kept.calendar(measure));
  }

  private TallyReader tallies(MeasurePlan measure) {
    return tallies.computeIfAbsent(
        place(measure), of -> new TallyReader(measure.scan(), states.get(of.scan()), of.calendar()));
  }

  private SelectionReader selections(MeasurePlan measure) {
    return selections.computeIfAbsent(
        place(measure),
        of -> new SelectionReader(measure.scan(), states.get(of.scan()), tallies(measure), plan.guard(), backwards, threads));
  }

  private DistinctReader distincts(MeasurePlan measure) {
    return distincts.computeIfAbsent(
        place(measure), of -> new DistinctReader(measure.scan(), states.get(of.scan()), tallies(measure)));
  }

  /**
   * The cells of a measure in a margin, without those of periods that are kept; the table is the caller's. Rows that only other measures
   * have, and cells of which code was not asked since it has no records there, have no value.
   */
  CellTable cells(MeasurePlan measure, Margin margin) {
    if (plan.guard().failure(measure.measure()).isPresent()) { // its code may still be running, and changing what it left behind
      return margin.parts().stream().anyMatch(measure::isBand)
          ? new CellTable(new TupleIndex(margin.parts().size()), plan.periods().size())
          : tallies(measure).records(measure, margin);
    }
    MeasurePlan.Distinct distinct = measure.distinct();
    if (distinct != null) {
      return distincts(measure).cells(measure, distinct, margin);
    }
    Scan scan = measure.scan();
    ScanState state = states.get(plan.scanOf(measure));
    TallyReader tally = tallies(measure);
    if (measure.group() >= 0) {
      return new GroupReader(scan, state, tally).cells(measure, margin);
    }
    if (measure.valued() >= 0) {
      return new QuantileReader(scan, state, tally).cells(measure, margin);
    }
    if (margin.isSplit() && asksCode(measure)) {
      return tally.records(measure, margin);
    }
    SelectionReader selections = selections(measure);
    if (measure.custom() >= 0) {
      return selections.custom(measure, margin);
    }
    if (measure.selection() >= 0) {
      return selections.cells(measure, margin, function(measure));
    }
    return tally.cells(measure, margin);
  }

  private IndicatorFunction function(MeasurePlan measure) {
    return catalogue.function(((Aggregate.Function) measure.measure().aggregate()).id()).orElseThrow();
  }

  /** True where code says what the value of a cell is, also of one without records. */
  static boolean asksCode(MeasurePlan measure) {
    return measure.custom() >= 0 || measure.selection() >= 0;
  }

  /** What the code of a measure gives where it has no records in a period; nothing where it fails. */
  Optional<Value> ofNothing(MeasurePlan measure, int period) {
    SelectionReader reader = selections(measure);
    return measure.custom() >= 0 ? reader.ofNothing(measure) : reader.ofNothing(measure, function(measure), period);
  }

  /** Lets go of the selections of a measure that no margin is asked for any more. */
  void release(MeasurePlan measure) {
    if (measure.selection() >= 0) {
      selections(measure).release(measure);
    }
  }
}
