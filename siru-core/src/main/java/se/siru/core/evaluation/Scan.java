package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Guard;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Condition;
import se.siru.core.model.Dimension;
import se.siru.core.model.RecordType;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Table;

/**
 * One pass over the records of one type for at most {@value #MOST} filters and terms. Measures register what they need while the plan
 * is made; what several need is kept once.
 */
final class Scan {
  /** One bit each in a number. */
  private static final int MOST = Long.SIZE;

  private static final int BITS_OF_SCOPE = 12;

  private final Portfolio portfolio;
  private final Calendar calendar;
  private final Table table;
  private final @Nullable Versions versions;
  private final PathReader paths;
  private final ConditionBinder conditions;
  private final List<Filter> filters = new ArrayList<>();
  private final List<Filter.Term> terms = new ArrayList<>();
  private final List<String> termOwners = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private final List<Combos> combos = new ArrayList<>();
  private final List<List<Frame.Number>> numbers = new ArrayList<>();
  private final List<Frame.Distinct> distincts = new ArrayList<>();
  private final List<Combos> distinctCombos = new ArrayList<>();
  private final List<Long> distinctFilters = new ArrayList<>();
  private final List<Scope> scopes = new ArrayList<>();
  private final List<Grouped> grouped = new ArrayList<>();
  private final List<Selected> selected = new ArrayList<>();
  private final List<Custom> customs = new ArrayList<>();

  Scan(Portfolio portfolio, Calendar calendar, RecordType type, PathReader paths, ConditionBinder conditions) {
    this.portfolio = portfolio;
    this.calendar = calendar;
    this.table = portfolio.table(type.name());
    this.versions = Versions.of(table);
    this.paths = paths;
    this.conditions = conditions;
  }

  /** A grouped measure with the number of its filter, its combinations and its scope. */
  record Grouped(Groups groups, int filter, Combos combos, Scope scope) {}

  /** A measure by function with the number of its filter and its combinations. */
  record Selected(Selections selections, int filter, Combos combos) {}

  /** A measure by an author's accumulator. */
  record Custom(Measure measure, int filter, Frame frame, Combos combos) {}

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
    return filters.size() + newFilters <= MOST && terms.size() + newTerms <= MOST;
  }

  /** The number of a filter. */
  int filter(Filter filter, String owner) {
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

  /** The number of the counts of a frame. */
  int tally(Frame frame) {
    int known = frames.indexOf(frame);
    if (known >= 0) {
      return known;
    }
    frames.add(frame);
    combos.add(combos(frame, 0));
    numbers.add(new ArrayList<>());
    return frames.size() - 1;
  }

  private Combos combos(Frame frame, int reserved) {
    int budget = StateKey.bitsForCombos(calendar.timeKeys(frame.when().kind())) - reserved;
    return new Combos(frame.dimensions(), budget);
  }

  /** The place of a number among those of its frame's counts. */
  int number(Frame.Number number) {
    List<Frame.Number> known = numbers.get(tally(number.frame()));
    if (!known.contains(number)) {
      known.add(number);
    }
    return known.indexOf(number);
  }

  /** The number of a set of distinct elements. */
  int distinct(Frame.Distinct distinct, int filter) {
    int known = distincts.indexOf(distinct);
    if (known < 0) {
      known = distincts.size();
      distincts.add(distinct);
      distinctCombos.add(combos(distinct.frame(), BITS_OF_SCOPE));
      scopes.add(Scope.of(portfolio, distinct.scope(), 1 << BITS_OF_SCOPE));
      distinctFilters.add(0L);
    }
    distinctFilters.set(known, distinctFilters.get(known) | 1L << filter);
    return known;
  }

  int group(Measure measure, Frame frame, int filter) {
    Scope scope = Scope.of(portfolio, measure.scope().orElse(null), Integer.MAX_VALUE);
    grouped.add(new Grouped(new Groups(measure, frame), filter, combos(frame, 0), scope));
    return grouped.size() - 1;
  }

  int selection(Measure measure, Frame frame, int filter) {
    Aggregate.Function function = (Aggregate.Function) measure.aggregate();
    selected.add(new Selected(new Selections(measure, frame, function.fields()), filter, combos(frame, 0)));
    return selected.size() - 1;
  }

  int custom(Measure measure, Frame frame, int filter) {
    customs.add(new Custom(measure, filter, frame, combos(frame, 0)));
    return customs.size() - 1;
  }

  List<Filter> filters() {
    return filters;
  }

  /** The different terms of all filters. */
  List<Filter.Term> terms() {
    return terms;
  }

  /** On whose behalf a term is run, where it is written as code; empty for others. */
  String termOwner(int term) {
    Filter.Term asked = terms.get(term);
    return asked instanceof Filter.Holds && isCode(((Filter.Holds) asked).condition()) ? termOwners.get(term) : "";
  }

  /** The terms of a filter, as places among {@link #terms}. */
  int[] termsOf(int filter) {
    return filters.get(filter).terms().stream().mapToInt(terms::indexOf).toArray();
  }

  private static boolean isCode(Condition condition) {
    if (condition instanceof Condition.Opaque) {
      return true;
    }
    if (condition instanceof Condition.Not) {
      return isCode(((Condition.Not) condition).condition());
    }
    if (condition instanceof Condition.Related) {
      return isCode(((Condition.Related) condition).where());
    }
    if (condition instanceof Condition.AllOf) {
      return ((Condition.AllOf) condition).conditions().stream().anyMatch(Scan::isCode);
    }
    return condition instanceof Condition.AnyOf
        && ((Condition.AnyOf) condition).conditions().stream().anyMatch(Scan::isCode);
  }

  List<Frame> frames() {
    return frames;
  }

  Combos combosOfTally(int tally) {
    return combos.get(tally);
  }

  List<Frame.Number> numbersOfTally(int tally) {
    return numbers.get(tally);
  }

  List<Frame.Distinct> distincts() {
    return distincts;
  }

  Combos combosOfDistinct(int distinct) {
    return distinctCombos.get(distinct);
  }

  /** One bit for every filter whose records the distinct elements are needed of. */
  long filtersOfDistinct(int distinct) {
    return distinctFilters.get(distinct);
  }

  Scope scopeOfDistinct(int distinct) {
    return scopes.get(distinct);
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

  String customOwner(int custom) {
    return customs.get(custom).measure().id();
  }

  /** How many different elements a distinct count may meet. */
  int domain(Frame.Distinct distinct) {
    return distinct.path() == null ? table.size() : paths.domain(distinct.path().last());
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
    for (List<Frame.Number> each : numbers) {
      state.tallies.add(new Tally(each.stream().map(Frame.Number::fold).toList()));
    }
    for (int i = 0; i < distincts.size(); i++) {
      state.elements.add(new Elements(domain(distincts.get(i)), distinctCombos.get(i).isTrivial()));
    }
    grouped.forEach(each -> state.groups.add(each.groups().table()));
    selected.forEach(each -> state.tuples.add(each.selections().table()));
    customs.forEach(
        each -> state.customs.add(new CustomStates<>(((Aggregate.Custom) each.measure().aggregate()).accumulator())));
    return state;
  }

  /** Binds the scan to every batch of the table; done by one thread, before any records are read. */
  List<BoundScan> bind(Guard guard) {
    return table.batches().stream().map(batch -> new BoundScan(this, batch, guard)).toList();
  }

}
