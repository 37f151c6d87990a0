package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Condition;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Portfolio;

/** What one measure needs of a scan, and what its dimensions mean. */
final class MeasurePlan {
  private final Measure measure;
  private final Schema schema;
  private final List<Margin> margins;
  private final RecordType type;
  private final Map<String, Dimension> dimensions = new LinkedHashMap<>();
  private final @Nullable String band;
  private final List<FieldPath> stated = new ArrayList<>();
  private @Nullable Scan scan;
  private int filter;
  private int where;
  private int[] parts = {};
  private int frame;
  private int number = -1;
  private @Nullable Distinct distinct;
  private int group = -1;
  private int selection = -1;
  private int custom = -1;
  private int valued = -1;
  private final Filter.@Nullable Covered covered;
  private List<MeasurePlan> variants = List.of();

  MeasurePlan(Measure measure, Schema schema, List<Margin> margins) {
    this(measure, schema, margins, null);
  }

  /**
   * A plan that counts only records of units with complete registers.
   *
   * @param covered which these are; null where the measure does not ask
   */
  MeasurePlan(Measure measure, Schema schema, List<Margin> margins, Filter.@Nullable Covered covered) {
    this.covered = covered;
    this.measure = measure;
    this.schema = schema;
    this.margins = margins;
    this.type = schema.type(measure.over().name());
    Optional<Grouping> grouping = measure.grouping();
    Grouping.Band bands = grouping.map(Grouping::band).orElse(null);
    this.band = bands == null ? null : bands.dimension();
    for (Margin margin : margins) {
      for (Breakdown.Part part : margin.parts()) {
        Dimension own = measure.dimensions().get(part.dimension());
        Optional<Dimension> meaning =
            own != null ? Optional.of(own) : schema.dimension(type, part.dimension());
        if (!part.dimension().equals(band)) {
          meaning.ifPresent(dimension -> dimensions.put(part.dimension(), dimension));
        }
      }
    }
    grouping.ifPresent(g -> stated.addAll(g.keys()));
    if (grouping.isEmpty()) {
      FieldPath path = Groups.path(measure.aggregate());
      if (path != null) {
        stated.add(path);
      }
    }
  }

  Measure measure() {
    return measure;
  }

  RecordType type() {
    return type;
  }

  /** Says by which plan each period is counted, this one among them. */
  void setVariants(List<MeasurePlan> byPeriod) {
    this.variants = List.copyOf(byPeriod);
  }

  /** The plans by which the measure is counted, each once: others than this one where other registers are complete. */
  List<MeasurePlan> variants() {
    return variants.isEmpty() ? List.of(this) : variants.stream().distinct().toList();
  }

  /** The plan by which a period is counted. */
  MeasurePlan variant(int period) {
    return variants.isEmpty() ? this : variants.get(period);
  }

  /** False where the measure asks for complete registers and there are none. */
  boolean isCovered() {
    return covered == null || !covered.units().isEmpty();
  }

  /** The record types without which the measure says nothing: its own, and those that what it aggregates refers to. */
  Stream<RecordType> needs() {
    List<FieldPath> paths = new ArrayList<>(stated);
    if (measure.aggregate() instanceof Aggregate.Function) {
      paths.addAll(((Aggregate.Function) measure.aggregate()).fields());
    }
    Stream<RecordType> referred =
        paths.stream()
            .flatMap(path -> path.fields().stream())
            .filter(field -> field.target() != null)
            .map(field -> schema.type(Objects.requireNonNull(field.target())));
    return Stream.concat(Stream.of(type), referred);
  }

  /**
   * The record types that must be held, be it without records: those that the measure needs, and those of related records that it asks
   * about. Without them nobody knows whether some record exists.
   */
  Stream<RecordType> mustHold() {
    return Stream.concat(needs(), Nested.conditions(measure).flatMap(MeasurePlan::related).map(related -> schema.type(related.via().type())));
  }

  private static Stream<Condition.Related> related(Condition condition) {
    return Nested.in(condition).filter(Condition.Related.class::isInstance).map(Condition.Related.class::cast);
  }

  /** True where every part of a margin means something on this measure. */
  boolean has(Margin margin) {
    return margin.parts().stream()
        .allMatch(part -> !measure.wholeOver().contains(part.dimension()) && (isBand(part) || dimensions.containsKey(part.dimension())));
  }

  boolean isBand(Breakdown.Part part) {
    return part.dimension().equals(band);
  }

  @Nullable Dimension dimension(Breakdown.Part part) {
    return dimensions.get(part.dimension());
  }

  /** The filter of the condition alone, that of what is counted, and those of fields whose completeness is asked about. */
  List<Filter> filters() {
    List<Filter> filters =
        new ArrayList<>(
            List.of(Filter.of(measure.where(), List.of(), covered), Filter.of(measure.where(), stated, covered)));
    if (measure.aggregate() instanceof Aggregate.Completeness) {
      ((Aggregate.Completeness) measure.aggregate())
          .paths()
          .forEach(path -> filters.add(Filter.of(measure.where().and(path.isKnown()), List.of(), covered)));
    }
    return filters;
  }

  /** Registers with a scan over the measure's record type. */
  void register(Scan newScan, Portfolio portfolio) {
    this.scan = newScan;
    List<Filter> all = filters();
    this.where = newScan.filter(all.get(0), measure);
    this.filter = newScan.filter(all.get(1), measure);
    this.parts = all.stream().skip(2).mapToInt(part -> newScan.filter(part, measure)).toArray();
    Frame base = Frame.of(measure.when(), List.copyOf(dimensions.values()));
    this.frame = newScan.frame(base);
    switch (PassNeeds.State.of(measure)) {
      case GROUPS -> {
        Groups groups = new Groups(measure, base);
        List<Dimension> ofRecord = dimensions.values().stream().filter(d -> groups.through(d) == null).toList();
        this.group = newScan.group(measure, Frame.of(measure.when(), ofRecord), filter);
      }
      case ELEMENTS -> this.distinct = distinct(newScan, stated.get(0));
      case UNITS -> this.distinct = hasSeveralRowsPerUnit(portfolio) ? distinct(newScan, null) : null;
      case TUPLES -> this.selection = newScan.selection(measure, base, filter);
      case CODE -> this.custom = newScan.custom(measure, base, filter);
      case VALUES -> this.valued = newScan.valued(stated.get(0), base, filter);
      case NUMBERS ->
          this.number = newScan.frames().get(frame).number(new Frame.Number(stated.get(0), fold(measure.aggregate())));
      case COUNTS, OPERANDS -> {} // every frame counts
    }
  }

  /** Where several rows are one thing (versions, branches), a count of entities is a distinct count. */
  private boolean hasSeveralRowsPerUnit(Portfolio portfolio) {
    return portfolio.units(type.name()).count() < portfolio.table(type.name()).size();
  }

  /**
   * What a distinct count reads. Only what the record itself refers to is met; what lies behind that is looked up afterwards, so
   * that counts of activities and of their organisers share one list.
   *
   * @param frame the number of the frame in which the elements were met
   * @param met the place of the elements there
   * @param path what is counted, or null for the records themselves
   */
  record Distinct(int frame, int met, @Nullable FieldPath path) {
    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Distinct distinct
          && frame == distinct.frame
          && met == distinct.met
          && Objects.equals(path, distinct.path);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * frame + met) + Objects.hashCode(path);
    }
  }

  private Distinct distinct(Scan newScan, @Nullable FieldPath path) {
    List<Dimension> ofRecord = dimensions.values().stream().filter(d -> !isOfElement(d, path)).toList();
    int own = newScan.frame(new Frame(measure.when(), ofRecord, measure.scope().orElse(null)));
    List<List<Dimension>> ofRecords =
        margins.stream().filter(margin -> has(margin) && !margin.isSplit() && margin.parts().stream().noneMatch(this::isBand))
            .map(margin -> ofRecord(margin, path))
            .toList();
    int met = newScan.frames().get(own).met(path == null ? null : path.first(), filter, ofRecords);
    return new Distinct(own, met, path);
  }

  /** The dimensions of a margin that are read on the record and not on the element counted. */
  List<Dimension> ofRecord(Margin margin, @Nullable FieldPath path) {
    return margin.parts().stream()
        .map(part -> Objects.requireNonNull(dimension(part)))
        .filter(dimension -> !isOfElement(dimension, path))
        .toList();
  }

  /** True where a dimension is read on the element counted and not on the record. */
  static boolean isOfElement(Dimension dimension, @Nullable FieldPath path) {
    if (path == null) {
      return true;
    }
    List<?> fields = dimension.path().fields();
    int length = path.fields().size();
    return fields.size() >= length && fields.subList(0, length).equals(path.fields());
  }

  private static Frame.Fold fold(Aggregate aggregate) {
    if (aggregate instanceof Aggregate.Min) {
      return Frame.Fold.MIN;
    }
    if (aggregate instanceof Aggregate.Max) {
      return Frame.Fold.MAX;
    }
    if (aggregate instanceof Aggregate.First) {
      return Frame.Fold.FIRST;
    }
    return aggregate instanceof Aggregate.Last ? Frame.Fold.LAST : Frame.Fold.SUM;
  }

  Scan scan() {
    return Objects.requireNonNull(scan, "registered");
  }

  /** True where it is counted in a frame of a scan. */
  boolean isCountedIn(Scan some, int place) {
    return scan == some && (frame == place || distinct != null && distinct.frame() == place);
  }

  /** The number of the filter of what is counted. */
  int filter() {
    return filter;
  }

  /** The number of the filter of the condition alone, whether or not the record states what is aggregated. */
  int where() {
    return where;
  }

  /** The numbers of the filters of fields whose completeness is asked about; not to be changed. */
  int[] parts() {
    return parts;
  }

  /** The number of the frame of its counts. */
  int frame() {
    return frame;
  }

  int number() {
    return number;
  }

  @Nullable Distinct distinct() {
    return distinct;
  }

  int group() {
    return group;
  }

  int selection() {
    return selection;
  }

  int custom() {
    return custom;
  }

  /** The number of the values that are kept one by one; -1 where none are. */
  int valued() {
    return valued;
  }
}
