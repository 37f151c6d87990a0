package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Guard;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
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

  private final Portfolio portfolio;
  private final Calendar calendar;
  private final Table table;
  private final @Nullable Versions versions;
  private final PathReader paths;
  private final ConditionBinder conditions;
  private final List<Filter> filters = new ArrayList<>();
  private final List<Filter.Term> terms = new ArrayList<>();
  private final List<String> termOwners = new ArrayList<>();
  private final List<FramePlan> frames = new ArrayList<>();
  private final List<Grouped> grouped = new ArrayList<>();
  private final List<Selected> selected = new ArrayList<>();
  private final List<Custom> customs = new ArrayList<>();
  private final List<Valued> valued = new ArrayList<>();

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

  /** A number whose values are kept one by one, of the records of a filter. */
  record Valued(FieldPath path, int filter, Frame frame, Combos combos) {}

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
    List<FieldPath> fields = ((Aggregate.Function) measure.aggregate()).fields();
    for (int known = 0; known < selected.size(); known++) {
      Selections selections = selected.get(known).selections();
      if (selected.get(known).filter() == filter && selections.frame().equals(frame) && selections.fields().equals(fields)) {
        return known;
      }
    }
    selected.add(new Selected(new Selections(frame, fields), filter, combos(frame)));
    return selected.size() - 1;
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
    if (condition instanceof Condition.Several) {
      return isCode(((Condition.Several) condition).related().where());
    }
    if (condition instanceof Condition.AllOf) {
      return ((Condition.AllOf) condition).conditions().stream().anyMatch(Scan::isCode);
    }
    return condition instanceof Condition.AnyOf
        && ((Condition.AnyOf) condition).conditions().stream().anyMatch(Scan::isCode);
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

  /** Binds the scan to every batch of the table; done by one thread, before any records are read. */
  List<BoundScan> bind(Guard guard) {
    return table.batches().stream().map(batch -> new BoundScan(this, batch, guard)).toList();
  }
}
