package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Initiative;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.StageChange;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;

/** The same questions answered record by record with sets and loops, from the records alone. */
class NaiveOracleTest {
  private static final List<TimePeriod> PERIODS = Periods.parse("2021..2023/half,2022-02-10/2022-07-03,total");

  private final Map<String, Row> nodes = new HashMap<>();

  private static Results run(Portfolio portfolio) {
    return Evaluation.of(portfolio, Samples.CATALOGUE).indicators("*").periods(PERIODS).by("sector").run();
  }

  private static boolean in(TimePeriod period, @Nullable LocalDate day) {
    return day == null ? period.isTotal() : period.contains(day);
  }

  private static boolean upTo(TimePeriod period, @Nullable LocalDate day) {
    return day == null ? period.isTotal() : period.until() == null || day.isBefore(period.until());
  }

  private static long shown(Results results, String indicator, TimePeriod period, String... codes) {
    return results
        .find(indicator, period.label(), codes)
        .map(Cell::value)
        .map(value -> value instanceof Value.Quantity ? ((Value.Quantity) value).number().longValueExact() : -1)
        .orElse(0L);
  }

  /** The version of a stakeholder on a day; the newest without one, the first before all. */
  private static Row version(Portfolio portfolio, String id, @Nullable LocalDate day) {
    TreeMap<LocalDate, Row> versions = new TreeMap<>();
    portfolio
        .rows(Stakeholder.TYPE)
        .filter(row -> id.equals(row.get(Stakeholder.ID)))
        .forEach(row -> versions.put(row.find(Stakeholder.VALID_FROM).orElse(LocalDate.MIN), row));
    if (day == null) {
      return versions.lastEntry().getValue();
    }
    Map.Entry<LocalDate, Row> valid = versions.floorEntry(day);
    return valid == null ? versions.firstEntry().getValue() : valid.getValue();
  }

  private static List<String> organisations(Row participation) {
    return Objects.requireNonNull(participation.get(Participation.ORGANISATIONS));
  }

  @Property(tries = 60)
  void countsAndDistinctCountsOfEvents(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results results = run(portfolio);
    for (TimePeriod period : PERIODS) {
      List<Row> rows =
          portfolio.rows(Participation.TYPE).filter(row -> in(period, row.get(Participation.DATE))).toList();
      assertEquals(rows.size(), shown(results, "t:rows", period));
      Set<String> all = new HashSet<>();
      Map<String, Set<String>> bySector = new HashMap<>();
      Map<String, Integer> rowsBySector = new HashMap<>();
      for (Row row : rows) {
        Set<String> sectors = new HashSet<>();
        for (String id : organisations(row)) {
          String sector = version(portfolio, id, row.get(Participation.DATE)).find(Stakeholder.SECTOR).orElse("unknown");
          all.add(id);
          bySector.computeIfAbsent(sector, s -> new HashSet<>()).add(id);
          sectors.add(sector);
        }
        (sectors.isEmpty() ? Set.of("unknown") : sectors).forEach(sector -> rowsBySector.merge(sector, 1, Integer::sum));
      }
      assertEquals(all.size(), shown(results, "t:organisations", period));
      for (String sector : List.of("public", "academia", "business", "civil-society", "unknown")) {
        assertEquals(
            bySector.getOrDefault(sector, Set.of()).size(),
            shown(results, "t:organisations", period, "sector=" + sector),
            sector + " " + period);
        assertEquals(
            rowsBySector.getOrDefault(sector, 0), (int) shown(results, "t:rows", period, "sector=" + sector));
      }
      assertEquals(
          portfolio
              .rows(Participation.TYPE)
              .filter(row -> upTo(period, row.get(Participation.DATE)))
              .map(row -> row.get(Participation.ACTIVITY))
              .distinct()
              .count(),
          shown(results, "t:activities", period));
    }
  }

  @Property(tries = 60)
  void groupsWithinAnObjectiveThatPassATestOverTheirFactsSoFar(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    portfolio.rows(ProgrammeNode.TYPE).forEach(row -> nodes.put(row.get(ProgrammeNode.ID), row));
    Results results = run(portfolio);
    for (TimePeriod period : PERIODS) {
      Predicate<Row> economic =
          row ->
              "yes"
                  .equals(
                      version(portfolio, Objects.requireNonNull(row.get(Support.RECIPIENT)), row.get(Support.DATE))
                          .get(Stakeholder.ECONOMIC));
      Map<List<String>, List<Row>> groups =
          portfolio
              .rows(Support.TYPE)
              .filter(row -> upTo(period, row.get(Support.DATE)))
              .filter(economic)
              .collect(
                  Collectors.groupingBy(
                      row -> List.of(objective(row.get(Support.NODE)), row.get(Support.RECIPIENT))));
      long passed =
          groups.values().stream()
              .filter(
                  rows ->
                      rows.stream().anyMatch(row -> "grant".equals(row.get(Support.KIND)))
                          || rows.stream()
                                  .map(row -> row.find(Support.HOURS).orElse(BigDecimal.ZERO))
                                  .reduce(BigDecimal.ZERO, BigDecimal::add)
                                  .compareTo(BigDecimal.valueOf(8))
                              >= 0)
              .count();
      assertEquals(passed, shown(results, "t:supported", period), period.label());
    }
  }

  @Property(tries = 60)
  void quantilesOfAllValuesInOrder(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results results = run(portfolio);
    for (TimePeriod period : PERIODS) {
      List<Long> inPeriod = women(portfolio, row -> in(period, row.get(Participation.DATE)));
      List<Long> soFar = women(portfolio, row -> upTo(period, row.get(Participation.DATE)));
      assertEquals(quantile(inPeriod, 1, 2), number(results, "t:median", period), period.label());
      assertEquals(quantile(soFar, 9, 10), number(results, "t:upper", period), period.label());
    }
  }

  @Property(tries = 60)
  void functionsOverEachRecordAreGivenEveryRecordHoweverAlikeRecordsAre(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results results = run(portfolio);
    for (TimePeriod period : PERIODS) {
      long records = portfolio.rows(Participation.TYPE).filter(row -> in(period, row.get(Participation.DATE))).count();
      long women = women(portfolio, row -> in(period, row.get(Participation.DATE))).stream().mapToLong(Long::longValue).sum();
      assertEquals(1_000 * records + women, shown(results, "t:counts", period), period.label());
    }
  }

  private static List<Long> women(Portfolio portfolio, Predicate<Row> which) {
    return portfolio.rows(Participation.TYPE).filter(which).flatMap(row -> row.find(Participation.WOMEN).stream()).sorted().toList();
  }

  /** x(⌊h⌋) + (h − ⌊h⌋)(x(⌈h⌉) − x(⌊h⌋)) with h = (n − 1) share, in whole numbers: times the divisor of the share. */
  private static @Nullable String quantile(List<Long> sorted, int share, int of) {
    if (sorted.isEmpty()) {
      return null;
    }
    int h = (sorted.size() - 1) * share;
    long lower = sorted.get(h / of);
    long upper = sorted.get((h + of - 1) / of);
    return new BigDecimal(lower * of + h % of * (upper - lower)).divide(new BigDecimal(of)).stripTrailingZeros().toPlainString();
  }

  private static @Nullable String number(Results results, String indicator, TimePeriod period) {
    return results.cell(indicator, period.label()).number().map(each -> each.stripTrailingZeros().toPlainString()).orElse(null);
  }

  @Property(tries = 60)
  void whatLiesALagBeforeAPeriodAndWhatBeganInIt(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results results = run(portfolio);
    Map<String, List<Row>> byRecipient =
        portfolio.rows(Support.TYPE).filter(row -> row.get(Support.RECIPIENT) != null)
            .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.get(Support.RECIPIENT))));
    Set<String> ended =
        portfolio.rows(StageChange.TYPE).filter(row -> "ended".equals(row.get(StageChange.STAGE)))
            .map(row -> row.get(StageChange.INITIATIVE)).collect(Collectors.toSet());
    for (TimePeriod period : PERIODS) {
      assertEquals(
          portfolio.rows(Participation.TYPE).filter(row -> in(period, later(row.get(Participation.DATE), 6))).count(),
          shown(results, "t:half-a-year-later", period), period.label());
      assertEquals(
          portfolio.rows(Initiative.TYPE).filter(row -> in(period, row.get(Initiative.START)))
              .map(row -> row.get(Initiative.ID)).filter(ended::contains).distinct().count(),
          shown(results, "t:begun", period), period.label());
      assertEquals(
          byRecipient.values().stream().filter(rows -> in(period, later(first(rows), 12))).count(),
          shown(results, "t:supported-later", period), period.label());
      assertEquals(
          byRecipient.values().stream().filter(rows -> rows.size() >= 2 && in(period, first(rows))).count(),
          shown(results, "t:returned", period), period.label());
    }
  }

  @Property(tries = 60)
  void whatIsRecentAtTheEndOfAPeriodAndTheLatestOfEachUnit(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results results = run(portfolio);
    Map<String, List<Row>> byRecipient =
        portfolio.rows(Support.TYPE).filter(row -> row.get(Support.RECIPIENT) != null)
            .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.get(Support.RECIPIENT))));
    for (TimePeriod period : PERIODS) {
      assertEquals(
          portfolio.rows(Participation.TYPE)
              .filter(row -> recent(period, row.get(Participation.DATE), later(row.get(Participation.DATE), 3))).count(),
          shown(results, "t:recent", period), period.label());
      assertEquals(
          byRecipient.values().stream().filter(rows -> recent(period, first(rows), later(first(rows), 6))).count(),
          shown(results, "t:recently-new", period), period.label());
      BigDecimal stock = BigDecimal.ZERO;
      boolean isStated = false;
      for (List<Row> rows : byRecipient.values()) {
        Optional<Row> latest = rows.stream()
            .filter(row -> row.get(Support.HOURS) != null)
            .filter(row -> recent(period, row.get(Support.DATE), row.find(Support.DATE).map(day -> day.plusDays(200)).orElse(null)))
            .max(Comparator.<Row, LocalDate>comparing(row -> row.find(Support.DATE).orElse(LocalDate.MIN))
                .thenComparing(row -> Objects.requireNonNull(row.get(Support.HOURS))));
        isStated |= latest.isPresent();
        stock = stock.add(latest.map(row -> Objects.requireNonNull(row.get(Support.HOURS))).orElse(BigDecimal.ZERO));
      }
      if (isStated) {
        assertEquals(stock.stripTrailingZeros().toPlainString(), number(results, "t:stock", period), period.label());
      }
    }
  }

  /** Begun before the end, and not too old the day before it; without an end and a day of the portfolio, nothing is. */
  private static boolean recent(TimePeriod period, @Nullable LocalDate day, @Nullable LocalDate oldFrom) {
    if (day == null || oldFrom == null) {
      return period.isTotal();
    }
    return period.until() == null || day.isBefore(period.until()) && !oldFrom.isBefore(period.until());
  }

  private static @Nullable LocalDate later(@Nullable LocalDate day, int months) {
    return day == null ? null : day.plusMonths(months);
  }

  /** The first day; none where a record has none, because such a record comes before all. */
  private static @Nullable LocalDate first(List<Row> rows) {
    return rows.stream().anyMatch(row -> row.get(Support.DATE) == null)
        ? null
        : rows.stream().map(row -> Objects.requireNonNull(row.get(Support.DATE))).min(Comparator.naturalOrder()).orElseThrow();
  }

  private String objective(@Nullable String node) {
    for (String at = node; at != null; at = nodes.get(at).get(ProgrammeNode.PARENT)) {
      if ("objective".equals(nodes.get(at).get(ProgrammeNode.LEVEL))) {
        return at;
      }
    }
    return "";
  }

  @Property(tries = 60)
  void whatLastsAndWhatIsLatest(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results results =
        Evaluation.of(portfolio, Samples.CATALOGUE).indicators("*").periods(PERIODS).by("stage").run();
    Set<String> withPublic =
        portfolio
            .rows(Membership.TYPE)
            .filter(row -> row.get(Membership.INITIATIVE) != null)
            .filter(
                row ->
                    "public"
                        .equals(
                            version(portfolio, Objects.requireNonNull(row.get(Membership.MEMBER)), row.get(Membership.START))
                                .get(Stakeholder.SECTOR)))
            .map(row -> row.get(Membership.INITIATIVE))
            .collect(Collectors.toSet());
    for (TimePeriod period : PERIODS) {
      long during =
          portfolio
              .rows(Initiative.TYPE)
              .filter(row -> withPublic.contains(row.get(Initiative.ID)))
              .filter(
                  row -> {
                    LocalDate start = row.get(Initiative.START);
                    return start == null || period.until() == null || start.isBefore(period.until());
                  })
              .count();
      assertEquals(during, shown(results, "t:with-members", period), period.label());
      Map<String, List<Row>> changes =
          portfolio
              .rows(StageChange.TYPE)
              .filter(row -> upTo(period, row.get(StageChange.DATE)))
              .collect(Collectors.groupingBy(row -> row.get(StageChange.INITIATIVE)));
      for (String stage : List.of("idea", "ended")) {
        long inStage = changes.values().stream().filter(rows -> stage.equals(latest(portfolio, rows))).count();
        assertEquals(inStage, shown(results, "t:stages", period, "stage=" + stage), stage + " " + period);
      }
    }
  }

  @Property(tries = 60)
  void whatRecordsStateOfWhatTheyCould(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results results = run(portfolio);
    for (TimePeriod period : PERIODS) {
      List<Row> rows =
          portfolio.rows(Participation.TYPE)
              .filter(row -> "attended".equals(row.get(Participation.STATUS)) && in(period, row.get(Participation.DATE)))
              .toList();
      long stated =
          rows.stream()
              .mapToLong(
                  row ->
                      (row.get(Participation.WOMEN) == null ? 0 : 1)
                          + (organisations(row).isEmpty() ? 0 : 1)
                          + (row.get(Participation.DATE) == null ? 0 : 1))
              .sum();
      Value value = results.cell("t:stated", period.label()).value();
      if (rows.isEmpty()) {
        assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) value).reason(), period.label());
      } else {
        assertEquals(new Value.Ratio(BigDecimal.valueOf(stated), BigDecimal.valueOf(3L * rows.size())), value, period.label());
      }
    }
  }

  @Property(tries = 60)
  void membershipsForAsLongAsTheirInitiatives(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results results = run(portfolio);
    Map<String, LocalDate> began = new HashMap<>();
    portfolio.rows(Initiative.TYPE).forEach(row -> began.put(row.get(Initiative.ID), row.find(Initiative.START).orElse(LocalDate.MIN)));
    for (TimePeriod period : PERIODS) {
      long during =
          portfolio.rows(Membership.TYPE)
              .filter(row -> row.get(Membership.INITIATIVE) != null)
              .filter(row -> {
                LocalDate own = row.find(Membership.START).orElse(LocalDate.MIN);
                LocalDate initiative = began.get(row.get(Membership.INITIATIVE));
                LocalDate first = own.isAfter(initiative) ? own : initiative;
                LocalDate last = row.find(Membership.END).orElse(LocalDate.MAX);
                LocalDate from = period.from() == null ? LocalDate.MIN : period.from();
                LocalDate until = period.until() == null ? LocalDate.MAX : period.until();
                return !first.isAfter(last) && first.isBefore(until) && !last.isBefore(from);
              })
              .count();
      assertEquals(during, shown(results, "t:while-it-ran", period), period.label());
    }
  }

  private static @Nullable String latest(Portfolio portfolio, List<Row> rows) {
    return rows.stream()
        .max(
            Comparator.<Row, LocalDate>comparing(row -> row.get(StageChange.DATE))
                .thenComparing(
                    row -> portfolio.schema().codelist(StageChange.STAGE).position(Objects.requireNonNull(row.get(StageChange.STAGE)))))
        .map(row -> row.get(StageChange.STAGE))
        .orElse(null);
  }
}
