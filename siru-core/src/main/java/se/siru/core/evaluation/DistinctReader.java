package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Units;

/**
 * Reads distinct counts. Dimensions of what is counted are read on it, others on the record. One visit to what was met counts for all
 * filters and, where all dimensions are of one of the two kinds, for all margins. Visits share nothing that they change, so that what
 * was asked for beforehand is counted on several threads.
 */
final class DistinctReader {
  private static final int NOT_MET = -1;

  private final Scan scan;
  private final ScanState state;
  private final TallyReader records;
  private final Map<MeasurePlan.Distinct, Elements.Pairs> pairs = new HashMap<>();
  private final Map<MeasurePlan.Distinct, BitUnits> bitUnits = new HashMap<>();
  private final Map<MeasurePlan.Distinct, RowUnits> rowUnits = new HashMap<>();
  private final Map<Asked, UnitCounter> counters = new HashMap<>();

  DistinctReader(Scan scan, ScanState state, TallyReader records) {
    this.scan = scan;
    this.state = state;
    this.records = records;
  }

  /** What counts depend on, beside the filter. */
  private record Asked(MeasurePlan.Distinct distinct, List<Dimension> dimensions) {
    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Asked asked && distinct.equals(asked.distinct) && dimensions.equals(asked.dimensions);
    }

    @Override
    public int hashCode() {
      return 31 * distinct.hashCode() + dimensions.hashCode();
    }
  }

  private static Asked asked(MeasurePlan plan, MeasurePlan.Distinct distinct, Margin margin) {
    return new Asked(distinct, margin.parts().stream().map(part -> Objects.requireNonNull(plan.dimension(part))).toList());
  }

  /** Prepares to count for a margin; what has to run before cells are read, when all margins were asked for, or nothing where an earlier one is enough. */
  List<Runnable> ask(MeasurePlan plan, MeasurePlan.Distinct distinct, Margin margin) {
    Asked asked = asked(plan, distinct, margin);
    if (margin.isSplit()) {
      return List.of();
    }
    if (isByBits(distinct)) {
      boolean isNew = !bitUnits.containsKey(distinct);
      BitUnits units = bitUnits.computeIfAbsent(distinct, this::bitUnits);
      units.ask(asked, asked.dimensions().stream().map(each -> UnitClasses.codes(scan.paths(), each, distinct.path())).toList());
      return isNew ? units.tasks() : List.of();
    }
    if (isByRows(asked)) {
      boolean isNew = !rowUnits.containsKey(distinct);
      RowUnits units = rowUnits.computeIfAbsent(distinct, this::rowUnits);
      return isNew ? List.of(units::run) : List.of();
    }
    if (counters.containsKey(asked)) {
      return List.of();
    }
    UnitCounter counter = counter(plan, distinct, margin);
    counters.put(asked, counter);
    return List.of(counter::run);
  }

  private FramePlan frame(MeasurePlan.Distinct distinct) {
    return scan.frames().get(distinct.frame());
  }

  private Elements met(MeasurePlan.Distinct distinct) {
    return state.frames.get(distinct.frame()).met.get(distinct.met());
  }

  /** True where elements were met as bits over all elements, and all dimensions are theirs. */
  private boolean isByBits(MeasurePlan.Distinct distinct) {
    return frame(distinct).combos().isTrivial() && frame(distinct).scope().count() == 1;
  }

  /** True where all elements were met in rows of bits, and all dimensions are those of records. */
  private boolean isByRows(Asked asked) {
    MeasurePlan.Distinct distinct = asked.distinct();
    return frame(distinct).met().get(distinct.met()).bits() != null
        && named(distinct) != null
        && met(distinct).isEmpty()
        && asked.dimensions().stream().noneMatch(dimension -> MeasurePlan.isOfElement(dimension, distinct.path()));
  }

  private BitUnits bitUnits(MeasurePlan.Distinct distinct) {
    @Nullable long[][] bits = met(distinct).bits();
    FieldPath path = distinct.path();
    if (path != null && path.fields().size() > 1) {
      bits = behind(bits, scan.paths().elements(path.rest()), scan.domain(path.last()));
    }
    Units units = units(path);
    return new BitUnits(
        records.states(distinct.frame()),
        state.atoms,
        bits,
        units,
        scan.paths().sets(),
        records.calendar(),
        frame(distinct).met().get(distinct.met()).filters(),
        codes -> scan.classes(codes, domain(path), units));
  }

  /** What lies behind the elements that the records name. */
  private @Nullable long[][] behind(@Nullable long[][] named, int[] ofElement, int domain) {
    SetPool sets = scan.paths().sets();
    @Nullable long[][] found = new long[named.length][];
    for (int at = 0; at < named.length; at++) {
      long[] own = named[at];
      if (own != null) {
        long[] behind = new long[(domain >>> 6) + 1];
        for (int element = 0; element < ofElement.length; element++) {
          if ((own[element >>> 6] >>> element & 1) != 0) {
            for (int e = 0; e < sets.count(ofElement[element]); e++) {
              int each = sets.element(ofElement[element], e);
              behind[each >>> 6] |= 1L << each;
            }
          }
        }
        found[at] = behind;
      }
    }
    return found;
  }

  private RowUnits rowUnits(MeasurePlan.Distinct distinct) {
    ElementRows met = Objects.requireNonNull(named(distinct));
    int[][] periods = periods(distinct, met);
    return new RowUnits(met, () -> sorted(distinct, met, periods), units(distinct.path()), periods, records.calendar().periods().size());
  }

  /** For each class of rows the positions of its periods. */
  private int[][] periods(MeasurePlan.Distinct distinct, ElementRows met) {
    TimeRule.Kind kind = frame(distinct).frame().when().kind();
    int[][] periods = new int[met.classes()][];
    Arrays.setAll(periods, number -> records.calendar().periodsOf(kind, met.timeKey(number)));
    return periods;
  }

  /** The rows of bits of the elements that records name; null where there are none. */
  private @Nullable ElementRows named(MeasurePlan.Distinct distinct) {
    return state.frames.get(distinct.frame()).rows(distinct.met());
  }

  /** Rows in the order of what is counted, those left out that no period holds. */
  private SortedRows sorted(MeasurePlan.Distinct distinct, ElementRows met, int[][] periods) {
    boolean[] isHeld = new boolean[periods.length];
    for (int number = 0; number < isHeld.length; number++) {
      isHeld[number] = periods[number].length > 0;
    }
    FieldPath path = distinct.path();
    return path == null || path.fields().size() == 1
        ? SortedRows.of(met, isHeld)
        : SortedRows.behind(met, isHeld, scan.paths().elements(path.rest()), scan.paths().sets(), scan.domain(path.last()));
  }

  private int domain(@Nullable FieldPath path) {
    return scan.domain(path == null ? null : path.last());
  }

  /** A counter that takes elements from wherever they were met, for dimensions of whatever kind. */
  private UnitCounter counter(MeasurePlan plan, MeasurePlan.Distinct distinct, Margin margin) {
    UnitClasses classes = new UnitClasses(scan, records.calendar(), state.atoms, records.states(distinct.frame()), distinct, plan, margin);
    ElementRows inRows = named(distinct);
    MarginBits bits = frame(distinct).met().get(distinct.met()).bits();
    List<Dimension> ofRecord = plan.ofRecord(margin, distinct.path());
    UnaryOperator<Elements.Pairs> more =
        inRows == null || bits == null
            ? found -> found
            : found -> classes.with(found, inRows, sorted(distinct, inRows, periods(distinct, inRows)), bits, ofRecord);
    return new UnitCounter(classes, pairs(distinct), more, units(distinct.path()), records.calendar().periods().size());
  }

  private UnitCounts counts(MeasurePlan plan, MeasurePlan.Distinct distinct, Margin margin) {
    Asked asked = asked(plan, distinct, margin);
    BitUnits byBits = bitUnits.get(distinct);
    RowUnits byRows = rowUnits.get(distinct);
    MarginBits bits = frame(distinct).met().get(distinct.met()).bits();
    if (byBits != null) {
      return byBits.counts(asked);
    }
    return byRows != null && bits != null && isByRows(asked)
        ? byRows.of(bits, asked.dimensions())
        : Objects.requireNonNull(counters.get(asked));
  }

  /** The cells of a margin that was asked for. */
  CellTable cells(MeasurePlan plan, MeasurePlan.Distinct distinct, Margin margin) {
    CellTable table = records.records(plan, margin);
    int periods = records.calendar().periods().size();
    if (margin.isSplit()) {
      setAll(table, periods, Absences.NOT_SPLIT);
      return table;
    }
    UnitCounts counts = counts(plan, distinct, margin);
    int[] tuple = new int[margin.parts().size()];
    long[] found = counts.counts(plan.filter());
    int known = found == null ? 0 : Math.min(counts.rows().size(), found.length / periods);
    int[] rowOf = new int[known];
    for (int row = 0; row < known; row++) {
      rowOf[row] = NOT_MET;
      for (int cell = row * periods; cell < (row + 1) * periods && rowOf[row] == NOT_MET; cell++) {
        if (found[cell] > 0) {
          counts.rows().copy(row, tuple);
          rowOf[row] = table.row(tuple);
        }
      }
    }
    setAll(table, periods, Value.Quantity.of(0));
    for (int row = 0; row < known; row++) {
      for (int period = 0; period < periods && rowOf[row] != NOT_MET; period++) {
        long count = found[row * periods + period];
        if (count > 0) {
          table.values().set(table.cell(rowOf[row], period), count);
        }
      }
    }
    return table;
  }

  private static void setAll(CellTable table, int periods, Value value) {
    for (int row = 0; row < table.rows().size(); row++) {
      for (int period = 0; period < periods; period++) {
        table.setValue(table.cell(row, period), value);
      }
    }
  }

  /** What was met in which state, in the order of what is counted. */
  private Elements.Pairs pairs(MeasurePlan.Distinct distinct) {
    Elements.Pairs found = pairs.get(distinct);
    if (found == null) {
      FieldPath path = distinct.path();
      found =
          path == null || path.fields().size() == 1
              ? met(distinct).pairs()
              : behind(
                  pairs(new MeasurePlan.Distinct(distinct.frame(), distinct.met(), FieldPath.of(path.first()))),
                  scan.paths().elements(path.rest()),
                  scan.domain(path.last()));
      pairs.put(distinct, found);
    }
    return found;
  }

  /** What lies behind the elements that the records name. */
  private Elements.Pairs behind(Elements.Pairs named, int[] ofElement, int domain) {
    SetPool sets = scan.paths().sets();
    int count = 0;
    for (int element : named.elements()) {
      count += sets.count(ofElement[element]);
    }
    int[] elements = new int[count];
    int[] states = new int[count];
    int at = 0;
    for (int i = 0; i < named.elements().length; i++) {
      int encoded = ofElement[named.elements()[i]];
      for (int e = 0; e < sets.count(encoded); e++) {
        elements[at] = sets.element(encoded, e);
        states[at++] = named.states()[i];
      }
    }
    return Elements.Pairs.sorted(elements, states, count, domain);
  }

  /** The units of what is counted, or null where elements are codes. */
  private @Nullable Units units(@Nullable FieldPath path) {
    return path == null
        ? scan.portfolio().units(scan.table().type().name())
        : Groups.units(scan.portfolio(), path);
  }
}
