package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Activity;
import se.siru.core.model.Field;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Portfolio;

/** Days compared with days, and values of groups put together, answered record by record from the records alone. */
class NaiveDaysTest {
  private static final List<TimePeriod> PERIODS = Periods.parse("2021..2023/half,total");

  private static Results run(Portfolio portfolio) {
    return Evaluation.of(portfolio, Samples.CATALOGUE).indicators("*").periods(PERIODS).run();
  }

  private static boolean in(TimePeriod period, @Nullable LocalDate day) {
    return day == null ? period.isTotal() : period.contains(day);
  }

  private static boolean upTo(TimePeriod period, @Nullable LocalDate day) {
    return day == null ? period.isTotal() : period.until() == null || day.isBefore(period.until());
  }

  /** Counts the records of a period that are true, and those that are unknown, against what results show. */
  private static void check(
      Results results, String indicator, List<Row> rows, Field<LocalDate> day, Function<Row, Optional<Boolean>> answer) {
    for (TimePeriod period : PERIODS) {
      List<Optional<Boolean>> answers = rows.stream().filter(row -> in(period, row.get(day))).map(answer).toList();
      Cell cell = results.cell(indicator, period.label());
      assertEquals(
          answers.stream().filter(each -> each.orElse(false)).count(),
          cell.number().orElseThrow().longValueExact(),
          indicator + " " + period.label());
      if (period.isTotal()) {
        assertEquals(answers.stream().filter(Optional::isEmpty).count(), cell.unknown(), indicator);
      }
    }
  }

  private static Optional<Boolean> both(@Nullable LocalDate first, @Nullable LocalDate second, Predicate<Integer> order) {
    return first == null || second == null ? Optional.empty() : Optional.of(order.test(first.compareTo(second)));
  }

  private static Map<String, Row> byId(Portfolio portfolio, RecordType type, Field<String> id) {
    return portfolio.rows(type).collect(Collectors.toMap(row -> Objects.requireNonNull(row.get(id)), Function.identity()));
  }

  private static @Nullable LocalDate plus(@Nullable LocalDate day, int months, int days) {
    return day == null ? null : day.plusMonths(months).plusDays(days);
  }

  @Property(tries = 80)
  void aDayAgainstADayBehindAReferenceSomeTimeLater(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Map<String, Row> activities = byId(portfolio, Activity.TYPE, Activity.ID);
    check(
        run(portfolio),
        "t:soon",
        portfolio.rows(Participation.TYPE).toList(),
        Participation.DATE,
        row -> both(
            row.get(Participation.DATE),
            plus(activities.get(row.get(Participation.ACTIVITY)).get(Activity.START), 0, 100),
            order -> order <= 0));
  }

  @Property(tries = 80)
  void aDayAgainstThoseOfTheOperationAboveANode(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Map<String, Row> nodes = byId(portfolio, ProgrammeNode.TYPE, ProgrammeNode.ID);
    check(
        run(portfolio),
        "t:within-operation",
        portfolio.rows(Support.TYPE).toList(),
        Support.DATE,
        row -> {
          Row operation = operation(nodes, row.get(Support.NODE));
          LocalDate day = row.get(Support.DATE);
          LocalDate start = operation == null ? null : operation.find(ProgrammeNode.START).orElse(LocalDate.MIN);
          LocalDate end = operation == null ? null : operation.get(ProgrammeNode.END);
          return and(both(start, day, order -> order <= 0), both(day, end, order -> order < 0));
        });
  }

  private static Optional<Boolean> and(Optional<Boolean> first, Optional<Boolean> second) {
    if (first.equals(Optional.of(false)) || second.equals(Optional.of(false))) {
      return Optional.of(false);
    }
    return first.isEmpty() ? first : second;
  }

  private static @Nullable Row operation(Map<String, Row> nodes, @Nullable String node) {
    Row at = node == null ? null : nodes.get(node);
    while (at != null && !"operation".equals(at.get(ProgrammeNode.LEVEL))) {
      String parent = at.get(ProgrammeNode.PARENT);
      at = parent == null ? null : nodes.get(parent);
    }
    return at;
  }

  @Property(tries = 80)
  void aDayAgainstTheEarliestThatAnyVersionStates(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Map<String, LocalDate> registered = new TreeMap<>();
    portfolio.rows(Stakeholder.TYPE).forEach(
        row -> row.find(Stakeholder.REGISTERED).ifPresent(
            day -> registered.merge(Objects.requireNonNull(row.get(Stakeholder.ID)), day, (a, b) -> a.isBefore(b) ? a : b)));
    check(
        run(portfolio),
        "t:newcomers",
        portfolio.rows(Support.TYPE).toList(),
        Support.DATE,
        row -> both(row.get(Support.DATE), plus(registered.get(row.get(Support.RECIPIENT)), 12, 0), order -> order < 0));
  }

  @Property(tries = 80)
  void someRelatedRecordOfADayBeforeThatOfTheRecordAtHand(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    List<Row> memberships =
        portfolio.rows(Membership.TYPE).filter(row -> row.get(Membership.INITIATIVE) != null).toList();
    check(
        run(portfolio),
        "t:members-first",
        portfolio.rows(Support.TYPE).toList(),
        Support.DATE,
        row -> {
          List<Row> own = memberships.stream().filter(each -> each.get(Membership.MEMBER).equals(row.get(Support.RECIPIENT))).toList();
          LocalDate day = row.get(Support.DATE);
          if (day == null) {
            return own.isEmpty() ? Optional.of(false) : Optional.empty();
          }
          return Optional.of(
              own.stream().flatMap(each -> each.find(Membership.START).stream()).anyMatch(start -> !start.isAfter(day)));
        });
  }

  @Property(tries = 80)
  void aRuleOfTimeAboutALastDayAsksAboutThatDay(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    check(run(portfolio), "t:ended", portfolio.rows(Membership.TYPE).toList(), Membership.END, row -> Optional.of(true));
  }

  @Property(tries = 80)
  void whoSharesAnInitiativeWithASector(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results results = run(portfolio);
    Map<String, List<Row>> stakeholders =
        portfolio.rows(Stakeholder.TYPE).collect(Collectors.groupingBy(row -> row.get(Stakeholder.ID)));
    List<Row> memberships = portfolio.rows(Membership.TYPE).toList();
    Set<String> initiatives = new HashSet<>();
    memberships.stream()
        .filter(row -> row.get(Membership.INITIATIVE) != null)
        .filter(row -> "public".equals(sector(stakeholders.get(row.get(Membership.MEMBER)), row.get(Membership.START))))
        .forEach(row -> initiatives.add(row.get(Membership.INITIATIVE)));
    long members =
        memberships.stream().filter(row -> initiatives.contains(row.get(Membership.INITIATIVE)))
            .map(row -> row.get(Membership.MEMBER)).distinct().count();
    Cell cell = results.cell("t:beside-the-public", "total");
    assertEquals(members, cell.number().orElseThrow().longValueExact());
    assertEquals(memberships.stream().filter(row -> row.get(Membership.INITIATIVE) == null).count(), cell.unknown());
  }

  private static @Nullable String sector(List<Row> versions, @Nullable LocalDate day) {
    TreeMap<LocalDate, Row> byDay = new TreeMap<>();
    versions.forEach(row -> byDay.put(row.find(Stakeholder.VALID_FROM).orElse(LocalDate.MIN), row));
    Map.Entry<LocalDate, Row> valid = day == null ? byDay.lastEntry() : byDay.floorEntry(day);
    return (valid == null ? byDay.firstEntry() : valid).getValue().get(Stakeholder.SECTOR);
  }

  @Property(tries = 80)
  void howManyDifferentOnesARecordLeadsTo(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results results = run(portfolio);
    Map<String, List<Row>> stakeholders =
        portfolio.rows(Stakeholder.TYPE).collect(Collectors.groupingBy(row -> row.get(Stakeholder.ID)));
    List<Row> rows = portfolio.rows(Participation.TYPE).toList();
    check(results, "t:several-organisations", rows, Participation.DATE, row -> different(row.get(Participation.ORGANISATIONS).stream()));
    check(
        results,
        "t:several-sectors",
        rows,
        Participation.DATE,
        row -> different(
            row.get(Participation.ORGANISATIONS).stream()
                .map(id -> Optional.ofNullable(sector(stakeholders.get(id), row.get(Participation.DATE))).orElse("?"))));
  }

  @Property(tries = 80)
  void howManyDifferentOnesRelatedRecordsLeadTo(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Map<String, List<Row>> stakeholders =
        portfolio.rows(Stakeholder.TYPE).collect(Collectors.groupingBy(row -> row.get(Stakeholder.ID)));
    List<Row> rows = portfolio.rows(Participation.TYPE).toList();
    Map<String, Set<String>> sectors = new TreeMap<>();
    for (Row row : rows) {
      if ("attended".equals(row.get(Participation.STATUS))) {
        Set<String> own = sectors.computeIfAbsent(row.get(Participation.ACTIVITY), each -> new HashSet<>());
        row.get(Participation.ORGANISATIONS).forEach(
            id -> Optional.ofNullable(sector(stakeholders.get(id), row.get(Participation.DATE))).ifPresent(own::add));
      }
    }
    check(
        run(portfolio),
        "t:at-meetings-of-several",
        rows,
        Participation.DATE,
        row -> Optional.of(sectors.getOrDefault(row.get(Participation.ACTIVITY), Set.of()).size() >= 2));
  }

  private static Optional<Boolean> different(Stream<String> values) {
    Set<String> all = values.collect(Collectors.toSet());
    boolean isKnown = !all.isEmpty() && !all.contains("?");
    all.remove("?");
    return all.size() >= 2 ? Optional.of(true) : isKnown ? Optional.of(false) : Optional.empty();
  }

  @Property(tries = 80)
  void aGroupsLastValueLessItsFirstAndNothingWhereItLacksOne(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results results = run(portfolio);
    for (TimePeriod period : PERIODS) {
      Map<String, List<Row>> byRecipient =
          portfolio.rows(Support.TYPE).filter(row -> upTo(period, row.get(Support.DATE)))
              .collect(Collectors.groupingBy(row -> row.get(Support.RECIPIENT)));
      BigDecimal sum = BigDecimal.ZERO;
      long withBoth = 0;
      long left = 0;
      for (List<Row> rows : byRecipient.values()) {
        Optional<BigDecimal> last = hours(rows, "non-financial").max(BY_DAY).map(row -> row.get(Support.HOURS));
        Optional<BigDecimal> first = hours(rows, "grant").min(BY_DAY).map(row -> row.get(Support.HOURS));
        if (last.isPresent() && first.isPresent()) {
          sum = sum.add(last.get()).subtract(first.get());
          withBoth++;
        } else {
          left += rows.size();
        }
      }
      Cell cell = results.cell("t:gain", period.label());
      Optional<BigDecimal> expected = withBoth > 0 || byRecipient.isEmpty() ? Optional.of(sum.stripTrailingZeros()) : Optional.empty();
      assertEquals(expected, cell.number().map(BigDecimal::stripTrailingZeros), period.label());
      if (period.isTotal()) {
        assertEquals(left, cell.unknown());
      }
    }
  }

  /** By day, those without one first, and by hours on one day. */
  private static final Comparator<Row> BY_DAY =
      Comparator.<Row, LocalDate>comparing(row -> row.find(Support.DATE).orElse(LocalDate.MIN))
          .thenComparing(row -> row.get(Support.HOURS));

  private static Stream<Row> hours(List<Row> rows, String kind) {
    return rows.stream().filter(row -> kind.equals(row.get(Support.KIND)) && row.get(Support.HOURS) != null);
  }

  @Property(tries = 80)
  void twoValuesOfAGroupTogether(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Results results = run(portfolio);
    for (TimePeriod period : PERIODS) {
      Map<String, List<Row>> byActivity =
          portfolio.rows(Participation.TYPE).filter(row -> in(period, row.get(Participation.DATE)))
              .collect(Collectors.groupingBy(row -> row.get(Participation.ACTIVITY)));
      long sum = 0;
      for (List<Row> rows : byActivity.values()) {
        sum += rows.stream().flatMap(row -> row.get(Participation.ORGANISATIONS).stream()).distinct().count();
        sum += rows.stream().filter(row -> "attended".equals(row.get(Participation.STATUS)))
            .mapToLong(row -> row.find(Participation.WOMEN).orElse(0L)).sum();
      }
      assertEquals(sum, results.cell("t:organisations-and-women", period.label()).number().orElseThrow().longValueExact());
    }
  }
}
