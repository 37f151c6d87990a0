package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
import se.siru.core.model.RecordType;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Table;
import se.siru.core.portfolio.Units;

/**
 * One pass over the records of one type for at most so many filters, and {@value #MOST_TERMS} terms. Measures register what they need while the plan
 * is made; what several need is kept once.
 */
final class Scan {
  /** One bit each in a number. */
  private static final int MOST_TERMS = Long.SIZE;

  private final Portfolio portfolio;
  private final Calendar calendar;
  private final Table table;
  private final @Nullable Versions versions;
  private final PathReader paths;
  private final ConditionBinder conditions;
  private final int width;
  private final List<Filter> filters = new ArrayList<>();
  private final List<Filter.Term> terms = new ArrayList<>();
  private final List<Measure> termOwners = new ArrayList<>();
  private final List<FramePlan> frames = new ArrayList<>();
  private final List<Grouped> grouped = new ArrayList<>();
  private final List<Selected> selected = new ArrayList<>();
  private final List<Custom> customs = new ArrayList<>();
  private final List<Valued> valued = new ArrayList<>();
  private @Nullable List<Optional<ElementAnswers>> answers;
  private @Nullable List<Signature> signatures;
  private final Map<Coded, ElementClasses> classes = new HashMap<>();
  private final Map<Field<?>, EntityDays> within = new HashMap<>();

  Scan(Portfolio portfolio, Calendar calendar, RecordType type, PathReader paths, ConditionBinder conditions, int width) {
    this.portfolio = portfolio;
    this.calendar = calendar;
    this.table = portfolio.table(type.name());
    this.versions = Versions.of(table);
    this.paths = paths;
    this.conditions = conditions;
    this.width = width;
  }

  /** A grouped measure with the number of its filter, its combinations and its scope. */
  record Grouped(Groups groups, int filter, Combos combos, Scope scope) {}

  /** A measure by function with the number of its filter. */
  record Selected(Selections selections, int filter) {}

  /** A measure by an author's accumulator. */
  record Custom(Measure measure, int filter, Frame frame, Combos combos) {}

  /** A number whose values are kept one by one, of the records of a filter. */
  record Valued(FieldPath path, int filter, Frame frame, Combos combos) {}

  /** What classes of elements depend on. Arrays of codes are kept by paths, and known by identity. */
  private record Coded(List<int[]> codes, int domain, @Nullable Units units) {
    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Coded coded
          && codes.equals(coded.codes)
          && domain == coded.domain
          && Objects.equals(units, coded.units);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * codes.hashCode() + domain) + Objects.hashCode(units);
    }
  }

  Table table() {
    return table;
  }

  @Nullable Versions versions() {
    return versions;
  }

  Portfolio portfolio() {
    return portfolio;
  }

  Calendar calendar() {
    return calendar;
  }

  PathReader paths() {
    return paths;
  }

  ConditionBinder conditions() {
    return conditions;
  }

  /** True where the filters of one more measure, and their terms, still fit. */
  boolean hasRoomFor(List<Filter> more) {
    long newFilters = more.stream().distinct().filter(filter -> !filters.contains(filter)).count();
    long newTerms =
        more.stream().flatMap(filter -> filter.terms().stream()).distinct().filter(term -> !terms.contains(term)).count();
    return filters.size() + newFilters <= width && terms.size() + newTerms <= MOST_TERMS;
  }

  /** The number of a filter. */
  int filter(Filter filter, Measure owner) {
    int known = filters.indexOf(filter);
    if (known >= 0) {
      return known;
    }
    filters.add(filter);
    for (Filter.Term term : filter.terms()) {
      if (!terms.contains(term)) {
        terms.add(term);
        termOwners.add(owner);
      }
    }
    return filters.size() - 1;
  }

  /** The number of a frame. */
  int frame(Frame frame) {
    for (int known = 0; known < frames.size(); known++) {
      if (frames.get(known).frame().equals(frame)) {
        return known;
      }
    }
    frames.add(new FramePlan(frame, portfolio, calendar));
    return frames.size() - 1;
  }

  /** Everything that is kept by frames. */
  List<FramePlan> frames() {
    return frames;
  }

  /** For each frame all time keys. */
  List<AskedKeys> allKeys() {
    return frames.stream().map(frame -> AskedKeys.all(frame.frame().when().kind(), calendar)).toList();
  }

  private Combos combos(Frame frame) {
    return new Combos(frame.dimensions(), StateKey.bitsForCombos(calendar.timeKeys(frame.when().kind())));
  }

  int group(Measure measure, Frame frame, int filter) {
    Scope scope = Scope.of(portfolio, measure.scope().orElse(null), Integer.MAX_VALUE);
    grouped.add(new Grouped(new Groups(measure, frame), filter, combos(frame), scope));
    return grouped.size() - 1;
  }

  /** The number of a selection: functions that ask the same of the same records share one. */
  int selection(Measure measure, Frame frame, int filter) {
    Aggregate.Function asked = (Aggregate.Function) measure.aggregate();
    Frame scoped = new Frame(frame.when(), frame.dimensions(), measure.scope().orElse(null));
    for (int known = 0; known < selected.size(); known++) {
      if (selected.get(known).filter() == filter && selected.get(known).selections().serves(scoped, asked)) {
        return known;
      }
    }
    Scope scope = Scope.of(portfolio, scoped.scope(), Integer.MAX_VALUE);
    Combos combos = combos(frame);
    int[] domains =
        asked.fields().stream().mapToInt(path -> SelectedField.isElement(path) ? paths.domain(path.last()) : 0).toArray();
    int timeKeys = calendar.timeKeys(frame.when().kind());
    TupleLayout layout = new TupleLayout(asked.fields(), domains, scope.count(), timeKeys, combos.bits());
    selected.add(new Selected(new Selections(scoped, asked, scope, combos, layout), filter));
    return selected.size() - 1;
  }

  /** The classes of elements by codes in some dimensions, worked out once. */
  synchronized ElementClasses classes(List<int[]> codes, int domain, @Nullable Units units) {
    return classes.computeIfAbsent(new Coded(codes, domain, units), key -> new ElementClasses(codes, domain, units));
  }

  /** The days of what a reference names, worked out once. */
  EntityDays within(Field<?> reference) {
    return within.computeIfAbsent(reference, key -> EntityDays.of(portfolio, key));
  }

  int custom(Measure measure, Frame frame, int filter) {
    customs.add(new Custom(measure, filter, frame, combos(frame)));
    return customs.size() - 1;
  }

  int valued(FieldPath path, Frame frame, int filter) {
    for (int known = 0; known < valued.size(); known++) {
      Valued each = valued.get(known);
      if (each.path().equals(path) && each.filter() == filter && each.frame().equals(frame)) {
        return known;
      }
    }
    valued.add(new Valued(path, filter, frame, combos(frame)));
    return valued.size() - 1;
  }

  List<Valued> valued() {
    return valued;
  }

  List<Filter> filters() {
    return filters;
  }

  /** The different terms of all filters. */
  List<Filter.Term> terms() {
    return terms;
  }

  /** What each term answers for every value of one field, where it looks at such a field alone; worked out once. */
  List<Optional<ElementAnswers>> answers() {
    if (answers == null) {
      answers = terms.stream().map(term -> term.answers(conditions, paths)).toList();
    }
    return answers;
  }

  /** The terms that look at one field alone, joined by field; worked out once. */
  List<Signature> signatures() {
    if (signatures == null) {
      signatures = BoundFilter.signatures(answers());
    }
    return signatures;
  }

  /** The measure on whose behalf a term is run, where it is written as code; null for others. */
  @Nullable Measure termOwner(int term) {
    boolean code = terms.get(term) instanceof Filter.Holds holds && Author.codeIn(holds.condition()).findAny().isPresent();
    return code ? termOwners.get(term) : null;
  }

  /** The terms of a filter, as places among {@link #terms}. */
  int[] termsOf(int filter) {
    return filters.get(filter).terms().stream().mapToInt(terms::indexOf).toArray();
  }

  List<Grouped> grouped() {
    return grouped;
  }

  List<Selected> selected() {
    return selected;
  }

  List<Custom> customs() {
    return customs;
  }

  /** How many time keys the states of an accumulator may have. */
  int timeKeys(Custom custom) {
    return calendar.timeKeys(custom.frame().when().kind());
  }

  Measure customOwner(int custom) {
    return customs.get(custom).measure();
  }

  /** How many different elements a field may hold, or how many records there are. */
  int domain(@Nullable Field<?> field) {
    return field == null ? table.size() : paths.domain(field);
  }

  /** A state of no records. */
  ScanState state() {
    long[] termsOfFilter = new long[filters.size()];
    for (int filter = 0; filter < termsOfFilter.length; filter++) {
      for (int term : termsOf(filter)) {
        termsOfFilter[filter] |= 1L << term;
      }
    }
    ScanState state = new ScanState(new Atoms(termsOfFilter));
    for (FramePlan frame : frames) {
      FrameState kept = new FrameState(new Tally(frame.numbers().stream().map(Frame.Number::fold).toList()));
      for (FramePlan.Met met : frame.met()) {
        kept.met.add(new Elements(domain(met.field()), frame.combos().isTrivial()));
      }
      state.frames.add(kept);
    }
    grouped.forEach(each -> state.groups.add(each.groups().table()));
    selected.forEach(each -> state.tuples.add(each.selections().table()));
    valued.forEach(each -> state.values.add(new ValueCounts()));
    customs.forEach(
        each -> state.customs.add(new CustomStates<>(((Aggregate.Custom) each.measure().aggregate()).accumulator())));
    return state;
  }

  /** Binds the scan to every batch of the table. */
  List<BoundScan> bind(Guard guard) {
    return table.batches().stream().map(batch -> bind(batch, guard)).toList();
  }

  /**
   * Binds the scan to a batch, which need not be one of the table. What depends on entities alone is worked out when the first is bound;
   * others cost little more than their own sets of several values. Thread-safe, also beside those that read bound batches; what is
   * numbered means the same in all batches.
   */
  BoundScan bind(Batch batch, Guard guard) {
    synchronized (paths) { // all scans of a plan have one
      return new BoundScan(this, batch, guard);
    }
  }
}
