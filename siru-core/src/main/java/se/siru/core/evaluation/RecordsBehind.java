package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.siru.core.containment.Containment;
import se.siru.core.finding.Lineage;
import se.siru.core.finding.RowSpan;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Batch;
import se.siru.core.stability.Experimental;

/**
 * Which records stand behind the cells of results: a second evaluation of the records, in halves and halves of halves until it
 * is known which of them count in which cell. The evaluation of the results keeps nothing for it.
 *
 * <p>Not thread-safe.
 */
@Experimental(since = "0.1.0")
public final class RecordsBehind {
  private final Results results;
  private final Catalogue catalogue;
  private final Guard guard;
  private final int most;
  private final Map<String, Map<String, List<Lineage>>> found = new HashMap<>();

  private RecordsBehind(Results results, Catalogue catalogue, int most) {
    this.results = results;
    this.catalogue = catalogue;
    this.guard = new Guard(catalogue, Containment.BUDGET);
    this.most = most;
  }

  /**
   * The records behind cells of results.
   *
   * @param catalogue the catalogue by which they were evaluated
   * @param most how many records are named for each cell and measure, the first in order of batches and rows; at least 0
   */
  public static RecordsBehind of(Results results, Catalogue catalogue, int most) {
    if (most < 0) {
      throw new IllegalArgumentException("most " + most);
    }
    return new RecordsBehind(results, catalogue, most);
  }

  /**
   * The records that one measure counts in one cell.
   *
   * @param measure the measure
   * @param records how many there are
   * @param first where the first of them stand, and what they were made of
   * @param tested false where {@code first} are records as they were taken, before they were grouped: some of their groups may
   *     have failed a test or be dated elsewhere, and a code may have been read at another record of the group
   */
  @Experimental(since = "0.1.0")
  public record Trail(Measure measure, long records, List<Lineage> first, boolean tested) {
    /** Copies the list. */
    public Trail {
      first = List.copyOf(first);
    }

    /** The records as {@link RecordsBehind#sources} writes them. */
    public String sources() {
      return RecordsBehind.sources(first, records);
    }
  }

  /** The records behind a cell of the results: of its measure, or of every measure that a formula comes down to. */
  public List<Trail> of(Cell cell) {
    List<Trail> trails = new ArrayList<>();
    for (Measure measure : measures(cell)) {
      List<Lineage> origins =
          found
              .computeIfAbsent(measure.id(), id -> search(measure))
              .getOrDefault(key(cell.period(), cell.codes()), List.of());
      boolean own = cell.code().equals(measure.code());
      long records = own ? cell.records() : records(measure, cell).orElse((long) origins.size());
      trails.add(new Trail(measure, records, origins, measure.grouping().filter(grouping -> sifts(grouping, cell)).isEmpty()));
    }
    return trails;
  }

  /**
   * Where records come from, by source, and how many more there are: {@code time.xlsx#May: 4, 7–9; funding.csv: 2 + 12}. Named are
   * the farthest places known: rows of the workbooks that a portfolio was imported from, else rows of its own files.
   *
   * @param first the records that are named
   * @param all how many there are
   */
  public static String sources(List<Lineage> first, long all) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (RowSpan span : Lineage.roots(first)) {
      rows.computeIfAbsent(span.source(), source -> new ArrayList<>()).addAll(rows(span));
    }
    List<String> files = new ArrayList<>();
    rows.forEach((source, own) -> files.add(source + (own.isEmpty() ? "" : ": " + String.join(", ", own))));
    long more = all - first.size();
    return (String.join("; ", files) + (more > 0 ? " + " + more : "")).strip();
  }

  private static List<String> rows(RowSpan span) {
    if (span.last() == 0) {
      return List.of();
    }
    String from = Long.toString(span.first());
    String to = Long.toString(span.last());
    return span.last() - span.first() > 1 ? List.of(from + "–" + to) : from.equals(to) ? List.of(from) : List.of(from, to);
  }

  private Optional<Long> records(Measure measure, Cell cell) {
    String[] codes =
        cell.codes().entrySet().stream().map(code -> code.getKey() + "=" + code.getValue()).toArray(String[]::new);
    return results.find(measure.id(), cell.period().label(), codes).map(Cell::records);
  }

  private static boolean sifts(Grouping grouping, Cell cell) {
    return grouping.having() != null || grouping.dating() != null || !cell.codes().isEmpty();
  }

  private static String key(TimePeriod period, Map<String, String> codes) {
    return period.label() + "\n" + new TreeMap<>(codes);
  }

  private List<Measure> measures(Cell cell) {
    String code = cell.code();
    int bracket = code.indexOf('(');
    Optional<Indicator> of =
        bracket > 0 && !code.equals(cell.indicator().code())
            ? catalogue.find(code.substring(bracket + 1, code.length() - 1))
            : Optional.of(cell.indicator());
    return catalogue.withOperands(of.stream().toList()).stream()
        .filter(Measure.class::isInstance)
        .map(Measure.class::cast)
        .toList();
  }

  /** The first records of every cell of a measure. */
  private Map<String, List<Lineage>> search(Measure measure) {
    if (most == 0 || !results.portfolio().holds(measure.over()) || !CodeHome.of(measure, catalogue).isHere()) {
      return Map.of();
    }
    return new Search(counting(measure)).run();
  }

  /** The count of the records that a measure takes. */
  private static Measure counting(Measure measure) {
    Measure.Builder count = Indicator.measure(measure.id()).code(measure.code()).over(measure.over());
    count.where(measure.where()).when(measure.when());
    List<FieldPath> stated = new ArrayList<>(measure.grouping().map(Grouping::keys).orElse(List.of()));
    FieldPath path = measure.grouping().isPresent() ? null : Groups.path(measure.aggregate());
    if (path != null) {
      stated.add(path);
    }
    stated.forEach(each -> count.where(each.isKnown()));
    measure.requiredCoverage().ifPresent(required -> count.requiresCoverage(required.of(), required.monthsBefore()));
    for (Map.Entry<String, Dimension> dimension : measure.dimensions().entrySet()) {
      count.dimension(dimension.getKey(), dimension.getValue());
    }
    return count.count().build();
  }

  /** One search through the records of a type. */
  private final class Search {
    private final Plan plan;
    private final MeasurePlan measure;
    private final Cover cover;
    private final Map<String, List<Lineage>> cells = new HashMap<>();

    Search(Measure counting) {
      this.plan =
          new Plan(results.portfolio(), List.of(counting), results.periods(), Margin.of(results.breakdowns()), guard, ScanWidth.WIDEST);
      this.measure = plan.measure(counting.id()).orElseThrow();
      this.cover = new Cover(results.portfolio(), results.periods());
    }

    Map<String, List<Lineage>> run() {
      List<Batch> batches = measure.scan().table().batches();
      List<List<BoundScan>> bound = new ArrayList<>();
      for (int scan = 0; scan < plan.scanCount(); scan++) {
        bound.add(plan.scan(scan).bind(plan.guard()));
      }
      for (int i = 0; i < batches.size(); i++) {
        int batch = i;
        within(batches.get(i), bound.stream().map(scan -> scan.get(batch)).toList(), 0, batches.get(i).size());
      }
      cells.replaceAll((key, origins) -> Collections.unmodifiableList(origins));
      return cells;
    }

    private void within(Batch batch, List<BoundScan> bound, int from, int until) {
      if (from == until) {
        return;
      }
      List<ScanState> state = plan.state();
      for (int scan = 0; scan < bound.size(); scan++) {
        bound.get(scan).accumulate(state.get(scan), from, until);
      }
      List<String> open = new ArrayList<>();
      Series series = MeasureReader.of(plan, state, catalogue, false, cover, KeptCells.none(), 1).series(measure);
      for (Cell cell : series.cells()) {
        String key = key(cell.period(), cell.codes());
        List<Lineage> known = cells.get(key);
        if (cell.records() > 0 && (known == null || known.size() < most)) {
          open.add(key);
        }
      }
      if (open.isEmpty()) {
        return;
      }
      if (until - from == 1) {
        open.forEach(key -> cells.computeIfAbsent(key, k -> new ArrayList<>()).add(batch.lineage(from)));
        return;
      }
      int middle = (from + until) >>> 1;
      within(batch, bound, from, middle);
      within(batch, bound, middle, until);
    }
  }
}
