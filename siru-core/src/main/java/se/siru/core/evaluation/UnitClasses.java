package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;
import se.siru.core.primitive.LongIndex;
import se.siru.core.primitive.TupleIndex;

/**
 * What the states of a frame mean to one margin of a distinct count. States that say the same (rows, periods, scope, filters) are
 * one class: there are far fewer of them, so that what is visited for every element stays in the processor's cache.
 */
final class UnitClasses {
  private final States states;
  private final Calendar calendar;
  private final Atoms atoms;
  private final long wanted;
  private final States.@Nullable Placement placement;
  private final SetPool sets;
  private final int[] @Nullable [] codesOfElement;
  private final int[] places;
  private final int[] encodings;
  private final int[] tuple;
  private final int[] one = new int[1];
  private final int ownParts;
  private final TupleIndex rows;
  private int[] classOfState;
  private final List<UnitClass> classes = new ArrayList<>();

  /**
   * One class.
   *
   * @param rows its rows, or null where they depend on the element
   * @param periods the positions of its periods
   * @param scope the number of its scope
   * @param filters one bit for every filter that asks for it
   * @param combo the combination of the record's codes, where {@code codes} are null
   * @param codes the record's codes, in the order of the frame's dimensions
   */
  record UnitClass(int @Nullable [] rows, int[] periods, int scope, long filters, int combo, int @Nullable [] codes) {}

  UnitClasses(
      Scan scan,
      Calendar calendar,
      Atoms atoms,
      States states,
      MeasurePlan.Distinct distinct,
      MeasurePlan plan,
      Margin margin) {
    this.states = states;
    this.calendar = calendar;
    this.sets = scan.paths().sets();
    int parts = margin.parts().size();
    this.codesOfElement = new int[parts][];
    this.places = new int[parts];
    this.encodings = new int[parts];
    this.tuple = new int[parts];
    int own = 0;
    for (int i = 0; i < parts; i++) {
      Dimension dimension = Objects.requireNonNull(plan.dimension(margin.parts().get(i)));
      if (MeasurePlan.isOfElement(dimension, distinct.path())) {
        codesOfElement[i] = codes(scan.paths(), dimension, distinct.path());
        own++;
      } else {
        places[i] = states.frame().combos().dimensions().indexOf(dimension);
      }
    }
    this.ownParts = own;
    this.classOfState = new int[states.size()];
    this.atoms = atoms;
    this.wanted = states.frame().met().get(distinct.met()).filters();
    this.placement = own == 0 ? states.placement(plan, margin) : null;
    this.rows = placement == null ? new TupleIndex(parts) : placement.expansion().rows();
  }

  /** For each element that may be counted, its codes in a dimension of its own. */
  static int[] codes(PathReader paths, Dimension dimension, @Nullable FieldPath path) {
    int skip = path == null ? 0 : path.fields().size();
    if (skip == dimension.path().fields().size()) {
      return paths.levels(dimension);
    }
    FieldPath rest = dimension.path();
    for (int i = 0; i < skip; i++) {
      rest = rest.rest();
    }
    return paths.codes(rest, dimension);
  }

  /** Puts the states into classes; has to happen first, and shares nothing that it changes. */
  void classify() {
    int[] maskOfAtom = new int[atoms.size()];
    LongIndex masks = new LongIndex();
    for (int atom = 0; atom < maskOfAtom.length; atom++) {
      maskOfAtom[atom] = masks.add(atoms.trueBits(atom) & wanted);
    }
    int[] alike = combosAlike();
    Expansion.Rows[] rowsOf = placement == null ? null : placement.ofCombo();
    LongIndex keys = new LongIndex();
    for (int s = 0; s < classOfState.length; s++) {
      int mask = states.periods(s).length == 0 ? maskOfAtom[0] : maskOfAtom[states.atom(s)];
      int combo = states.combo(s);
      int number = keys.add(states.frame().key(alike[combo], states.scope(s), states.timeKey(s), mask));
      if (number == classes.size()) {
        int[] ofCombo = rowsOf == null ? null : rowsOf[combo].numbers();
        classes.add(new UnitClass(ofCombo, states.periods(s), states.scope(s), masks.key(mask), combo, null));
      }
      classOfState[s] = number;
    }
  }

  /**
   * Puts rows of bits beside what was met in states: every bit of the margin, in every class of rows, is one more state.
   *
   * @param sorted the rows in the order of what is counted
   * @param ofRecord the dimensions of the margin that are read on the record
   */
  Elements.Pairs with(Elements.Pairs pairs, ElementRows more, SortedRows sorted, MarginBits bits, List<Dimension> ofRecord) {
    long[] mask = bits.mask(ofRecord);
    int perClass = mask.length * Long.SIZE + 1;
    LongIndex further = new LongIndex();
    int before = classOfState.length;
    int domain = sorted.starts().length - 1;
    int[] elements = Arrays.copyOf(pairs.elements(), pairs.elements().length + sorted.rows().length);
    int[] met = Arrays.copyOf(pairs.states(), elements.length);
    int size = pairs.elements().length;
    for (int element = 0; element < domain; element++) {
      for (int at = sorted.starts()[element]; at < sorted.starts()[element + 1]; at++) {
        int number = sorted.numbers()[at];
        int bit = ofRecord.isEmpty() ? perClass - 1 : next(more, sorted.rows()[at], mask, 0);
        while (bit < perClass) {
          if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
            met = Arrays.copyOf(met, size * 2);
          }
          elements[size] = element;
          met[size++] = before + further.add((long) number * perClass + bit);
          bit = bit == perClass - 1 ? perClass : next(more, sorted.rows()[at], mask, bit + 1);
        }
      }
    }
    classOfState = Arrays.copyOf(classOfState, before + further.size());
    for (int i = 0; i < further.size(); i++) {
      int number = (int) (further.key(i) / perClass);
      classOfState[before + i] = classes.size();
      classes.add(ofBit(more, number, bits, ofRecord, (int) (further.key(i) % perClass)));
    }
    return Elements.Pairs.sorted(elements, met, size, domain);
  }

  /** The next bit of a row that a margin has, or one that no row has. */
  private static int next(ElementRows rows, int row, long[] mask, int from) {
    for (int bit = from; bit < mask.length * Long.SIZE; bit++) {
      if ((rows.bits()[row * mask.length + (bit >>> 6)] & mask[bit >>> 6] & 1L << bit) != 0) {
        return bit;
      }
    }
    return Integer.MAX_VALUE;
  }

  private UnitClass ofBit(ElementRows more, int number, MarginBits bits, List<Dimension> ofRecord, int bit) {
    int[] codes = new int[states.frame().combos().dimensions().size()];
    int[] row = new int[ofRecord.size()];
    for (int part = 0; part < row.length; part++) {
      row[part] = bits.code(bit, part);
      codes[states.frame().combos().dimensions().indexOf(ofRecord.get(part))] = row[part] == CellTable.UNKNOWN ? SetPool.UNKNOWN : row[part];
    }
    int[] rowsOfClass = ownParts == 0 ? new int[] {rows.add(row)} : null;
    return new UnitClass(rowsOfClass, periods(more.timeKey(number)), 0, more.filters(number), 0, codes);
  }

  private int[] periods(int timeKey) {
    return calendar.periodsOf(states.frame().frame().when().kind(), timeKey);
  }

  /** For each combination, a number that combinations share which mean the same rows. */
  private int[] combosAlike() {
    int[] alike = new int[states.combos()];
    LongIndex numbers = new LongIndex();
    Expansion.Rows[] rowsOf = placement == null ? null : placement.ofCombo();
    for (int combo = 0; combo < alike.length; combo++) {
      if (rowsOf == null) {
        alike[combo] = hasOwnRows() ? 0 : combo;
      } else {
        int[] ofCombo = rowsOf[combo].numbers();
        alike[combo] = numbers.add(ofCombo.length == 1 ? ofCombo[0] : ~combo);
      }
    }
    return alike;
  }

  /** True where rows depend on the element alone. */
  boolean hasOwnRows() {
    return ownParts == places.length;
  }

  /** The class of each state. */
  int[] ofStates() {
    return classOfState;
  }

  /** The classes. */
  UnitClass[] all() {
    return classes.toArray(UnitClass[]::new);
  }

  /** How many scopes there are. */
  int scopes() {
    return states.frame().scope().count();
  }

  /** The rows found so far. */
  TupleIndex rows() {
    return rows;
  }

  /**
   * The rows of an element in a class: some codes are its own, others those of the record's combination. The next call may reuse
   * the array.
   */
  int[] rows(int element, UnitClass of) {
    int[] codes = hasOwnRows() ? encodings : of.codes() != null ? of.codes() : states.codes(of.combo());
    int count = 1;
    for (int i = 0; i < encodings.length; i++) {
      int[] own = codesOfElement[i];
      encodings[i] = own != null ? own[element] : codes[places[i]];
      tuple[i] = encodings[i] == SetPool.UNKNOWN ? CellTable.UNKNOWN : encodings[i];
      count *= encodings[i] >= SetPool.UNKNOWN ? 1 : sets.elements(encodings[i]).length;
    }
    if (count == 1) {
      one[0] = rows.add(tuple);
      return one;
    }
    int[] found = new int[count];
    int[] next = {0};
    Expansion.forEach(sets, encodings, tuple, () -> found[next[0]++] = rows.add(tuple));
    return found;
  }
}
