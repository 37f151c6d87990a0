package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Results;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.Employment;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Initiative;
import se.siru.core.model.Innovation;
import se.siru.core.model.Membership;
import se.siru.core.model.Output;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.model.Uptake;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** What must hold between the indicators of enterprises and cooperation, whatever the records are. */
class EnterpriseInvariantsTest {
  private static final List<String> PERIODS = List.of("2021", "2022", "2023", "total");
  private static final String ASKED = "2021..2023/year,total";

  /** Counts of different things: a record more that says the same changes none of them. */
  private static final List<String> DISTINCT =
      List.of("RCO01", "RCO02", "RCO03", "RCO04", "RCO05", "RCO10", "RCO16", "RCO101", "RCR03", "RCR17", "CO01", "CO02", "CO03", "CO04",
          "CO05", "CO28", "CO29", "RCO87a", "RCR79a", "RCR84a", "RCR104a");

  /** Cumulative counts of what stays so; jobs may be lost, and a check may be passed later. */
  private static final List<String> RISING =
      List.of("RCO05", "RCO10", "RCO16", "RCO101", "RCR03", "RCR17", "RCR98", "CO02", "CO03", "CO04", "CO05", "CO28", "CO29", "RCO81a",
          "RCO83a", "RCO84a", "RCO85a", "RCO87a", "RCO115a", "RCO116a", "RCR79a", "RCR84a", "RCR104a");

  private final List<Row> entities = new ArrayList<>();
  private final List<Row> facts = new ArrayList<>();
  private Random random = new Random(0);

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextInt(5) == 0 ? null : value;
  }

  private LocalDate day() {
    return LocalDate.of(2020, 10, 1).plusDays(random.nextInt(1200));
  }

  private List<String> some(String kind, int many) {
    List<String> chosen = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String id = kind + random.nextInt(many);
      if (!chosen.contains(id)) {
        chosen.add(id);
      }
    }
    return chosen;
  }

  private String unit(int many) {
    return "r" + random.nextInt(many);
  }

  private String node() {
    return one(List.of("op1", "op2", "op3", "wp1"));
  }

  private static Row node(String id, String level, @Nullable String parent, @Nullable LocalDate start, @Nullable LocalDate end) {
    return ProgrammeNode.TYPE.row(id).with(ProgrammeNode.LEVEL, level).with(ProgrammeNode.PARENT, parent)
        .with(ProgrammeNode.START, start).with(ProgrammeNode.END, end).build();
  }

  private void generate(long seed) {
    random = new Random(seed);
    entities.clear();
    facts.clear();
    entities.add(node("fund", "fund-programme", null, null, null));
    entities.add(node("so1", "objective", "fund", null, null));
    entities.add(node("so2", "objective", "fund", null, null));
    for (String operation : List.of("op1", "op2", "op3")) {
      LocalDate start = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(200));
      entities.add(
          node(operation, "operation", operation.equals("op1") ? "so1" : "so2", maybe(start), maybe(start.plusDays(200 + random.nextInt(500)))));
    }
    entities.add(node("wp1", "work-package", "op1", null, null));
    for (int i = 0; i < 8; i++) {
      entities.add(
          Stakeholder.TYPE.row("r" + i).with(Stakeholder.ECONOMIC, maybe(i < 6 ? "yes" : "no"))
              .with(Stakeholder.SIZE, maybe(one(List.of("micro", "small", "medium", "large"))))
              .with(Stakeholder.SECTOR, maybe(one(List.of("business", "academia", "public", "civil-society"))))
              .with(Stakeholder.REGISTERED, maybe(LocalDate.of(2016, 1, 1).plusDays(random.nextInt(2500)))).build());
      entities.add(Stakeholder.TYPE.row("p" + i).with(Stakeholder.KIND, "person").build());
    }
    for (int i = 0; i < 5; i++) {
      entities.add(Initiative.TYPE.row("i" + i).build());
      entities.add(
          Activity.TYPE.row("a" + i).with(Activity.KIND, maybe(one(List.of("dialogue-forum", "training")))).with(Activity.START, maybe(day()))
              .with(Activity.STATUS, one(List.of("held", "planned"))).with(Activity.OPEN, maybe("yes"))
              .with(Activity.ORGANISERS, some("r", 8)).with(Activity.NODE, node()).build());
    }
    for (int i = 0; i < 10; i++) {
      entities.add(
          Output.TYPE.row("o" + i).with(Output.KIND, one(List.of("strategy", "action-plan", "pilot", "solution")))
              .with(Output.STATUS, maybe(one(List.of("finalised", "implemented", "in-progress")))).with(Output.DATE, maybe(day()))
              .with(Output.DEVELOPERS, some("r", 8)).with(Output.JOINT, maybe("yes")).with(Output.LEGAL_ADMINISTRATIVE, maybe("no"))
              .with(Output.UPTAKE_PLAN, maybe("yes")).with(Output.NODE, node()).build());
    }
    for (int i = random.nextInt(40); i > 0; i--) {
      facts.add(fact(i));
      facts.add(support(i));
    }
  }

  private Row support(int i) {
    return Support.TYPE.row("s" + i).with(Support.NODE, node()).with(Support.RECIPIENT, unit(8))
        .with(Support.KIND, one(List.of("grant", "loan", "equity", "guidance", "training"))).with(Support.DATE, maybe(day()))
        .with(Support.HOURS, maybe(BigDecimal.valueOf(random.nextInt(10)))).build();
  }

  private Row fact(int i) {
    LocalDate start = maybe(day());
    LocalDate end = start == null ? null : maybe(start.plusDays(random.nextInt(500)));
    return switch (random.nextInt(7)) {
      case 0 -> Employment.TYPE.row().with(Employment.NODE, node()).with(Employment.ORGANISATION, unit(8))
          .with(Employment.POINT, maybe(one(List.of("before", "at-end", "one-year-after")))).with(Employment.DATE, start)
          .with(Employment.FTE, maybe(BigDecimal.valueOf(random.nextInt(400), 2))).with(Employment.ACTIVE, maybe("yes")).build();
      case 1 -> Innovation.TYPE.row().with(Innovation.NODE, node()).with(Innovation.ENTERPRISE, unit(8))
          .with(Innovation.KIND, one(List.of("good", "process"))).with(Innovation.NOVELTY, maybe(one(List.of("new-to-firm", "new-to-market"))))
          .with(Innovation.DATE, start).build();
      case 2 -> Uptake.TYPE.row().with(Uptake.NODE, node()).with(Uptake.OUTPUT, "o" + random.nextInt(10)).with(Uptake.ADOPTER, unit(8))
          .with(Uptake.DEGREE, one(List.of("tested", "used", "ordinary-operations"))).with(Uptake.DOCUMENTED, maybe("yes"))
          .with(Uptake.START, start).build();
      case 3 -> Enrolment.TYPE.row().with(Enrolment.NODE, node()).with(Enrolment.ACTIVITY, "a" + random.nextInt(5))
          .with(Enrolment.PERSON, maybe("p" + random.nextInt(8))).with(Enrolment.ORGANISATION, unit(8)).with(Enrolment.START, start)
          .with(Enrolment.END, end).with(Enrolment.OUTCOME, maybe(one(List.of("completed", "left", "not-started")))).build();
      case 4 -> Membership.TYPE.row().with(Membership.NODE, node()).with(Membership.MEMBER, unit(8))
          .with(Membership.INITIATIVE, random.nextBoolean() ? null : "i" + random.nextInt(5))
          .with(Membership.ROLE, maybe(one(List.of("partner", "associated", "funder")))).with(Membership.START, start)
          .with(Membership.END, end).build();
      case 5 -> Agreement.TYPE.row("g" + i).with(Agreement.NODE, node())
          .with(Agreement.PARTNERSHIP, one(List.of("continuation-agreement", "collaboration-agreement"))).with(Agreement.SIGNED, maybe(day()))
          .with(Agreement.START, start).with(Agreement.END, end).with(Agreement.PARTIES, some("r", 8)).build();
      default -> Participation.TYPE.row().with(Participation.NODE, node()).with(Participation.ACTIVITY, "a" + random.nextInt(5))
          .with(Participation.PERSON, maybe("p" + random.nextInt(8))).with(Participation.ORGANISATIONS, some("r", 8))
          .with(Participation.DATE, start).build();
    };
  }

  private static PortfolioBuilder of(List<Row> rows) {
    PortfolioBuilder builder = Portfolio.builder(Schema.standard());
    for (var type : List.of(Support.TYPE, Employment.TYPE, Innovation.TYPE, Uptake.TYPE, Enrolment.TYPE, Membership.TYPE, Agreement.TYPE,
        Participation.TYPE)) {
      builder.holds(type);
    }
    return builder.addAll(rows);
  }

  private PortfolioBuilder portfolio() {
    return of(entities).addAll(facts);
  }

  private static long number(Results results, String indicator, String period) {
    return results.cell(indicator, period).number().orElseThrow().longValueExact();
  }

  private static RuleSet agency(String... indicatorParameterValue) {
    RuleSet.Builder rules = RuleSet.builder("agency", "1");
    for (int i = 0; i < indicatorParameterValue.length; i += 3) {
      rules.value(
          new RuleSet.Value(List.of(indicatorParameterValue[i]), indicatorParameterValue[i + 1], indicatorParameterValue[i + 2],
              Indicator.Evidence.CONFIRMED, "decision 1"));
    }
    return rules.build();
  }

  @Property(tries = 60)
  void partsAreNoMoreThanTheirWholes(@ForAll long seed) {
    generate(seed);
    RuleSet rules =
        agency(
            "RCO04", "min-support-hours", "" + random.nextInt(10),
            "RCO05", "new-reference", one(List.of("first-support", "operation-start")),
            "RCR17", "measurement-point", one(List.of("at-end", "one-year-after", "after")),
            "RCO83a", "joint-sectors", "" + random.nextInt(4));
    Results results = Evaluated.under(rules, portfolio(), ASKED).results();
    for (String period : PERIODS) {
      atMost(results, "RCO05", "RCO01", period);
      atMost(results, "RCR17", "RCO05", period);
      atMost(results, "RCR79a", "RCO83a", period);
      atMost(results, "CO02", "CO01", period);
      atMost(results, "CO03", "CO01", period);
      atMost(results, "CO04", "CO01", period);
      atMost(results, "CO05", "CO01", period);
      atMost(results, "CO01.neither", "CO01", period);
      atMost(results, "CO28", "CO29", period);
      assertTrue(
          number(results, "CO01", period)
              <= number(results, "CO04", period) + number(results, "CO05", period) + number(results, "CO01.neither", period));
    }
  }

  private static void atMost(Results results, String part, String whole, String period) {
    assertTrue(number(results, part, period) <= number(results, whole, period), part + " " + whole + " " + period);
  }

  @Property(tries = 60)
  void cumulativeCountsNeverFall(@ForAll long seed) {
    generate(seed);
    Results results = Evaluated.of(portfolio(), ASKED).results();
    for (String indicator : RISING) {
      long before = 0;
      for (String period : PERIODS) {
        long now = number(results, indicator, period);
        assertTrue(before <= now, indicator + " " + period);
        before = now;
      }
    }
  }

  @Property(tries = 40)
  void sizeClassesPartitionTheEnterprises(@ForAll long seed) {
    generate(seed);
    Results results = Evaluated.of(portfolio(), ASKED, "size").results();
    for (String indicator : List.of("RCO05", "RCO10", "RCO101", "RCR03", "RCR17", "CO02", "CO04", "CO05", "CO28")) {
      for (String period : PERIODS) {
        long parts =
            results.cells()
                .filter(cell -> cell.code().equals(indicator) && cell.period().label().equals(period) && cell.codes().containsKey("size"))
                .mapToLong(cell -> cell.number().orElseThrow().longValueExact())
                .sum();
        assertEquals(number(results, indicator, period), parts, indicator + " " + period);
      }
    }
  }

  @Property(tries = 40)
  void theOrderOfRecordsChangesNothing(@ForAll long seed) {
    generate(seed);
    Results results = Evaluated.of(portfolio(), ASKED, "size", "sector").results();
    List<Row> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, random);
    List<Row> shuffledEntities = new ArrayList<>(entities);
    Collections.shuffle(shuffledEntities, random);
    Results again = Evaluated.of(of(shuffled).addAll(shuffledEntities), ASKED, "size", "sector").results();
    assertEquals(values(results), values(again));
  }

  private static Map<String, String> values(Results results) {
    Map<String, String> values = new TreeMap<>();
    results.cells().forEach(
        cell -> values.put(
            cell.code() + " " + cell.period().label() + " " + cell.codes(), cell.value() + " " + cell.records() + " " + cell.unknown()));
    return values;
  }

  @Property(tries = 40)
  void recordsThatComeTwiceChangeNoCountOfDifferentThingsAndNoJobs(@ForAll long seed) {
    generate(seed);
    Results results = Evaluated.of(portfolio(), ASKED).results();
    List<Row> twice = new ArrayList<>(facts);
    for (Row row : facts) {
      twice.add(again(row));
    }
    Results again = Evaluated.of(of(entities).addAll(twice), ASKED).results();
    for (String period : PERIODS) {
      for (String indicator : DISTINCT) {
        assertEquals(number(results, indicator, period), number(again, indicator, period), indicator + " " + period);
      }
      for (String jobs : List.of("RCR01", "CO08")) {
        Cell first = results.cell(jobs, period);
        assertEquals(first.number(), again.cell(jobs, period).number(), jobs + " " + period);
      }
    }
  }

  /** The same record once more, under another id where it has one. */
  private static Row again(Row row) {
    if (row.type().equals(Support.TYPE)) {
      return copy(row, Support.TYPE.row(row.get(Support.ID) + "-again"));
    }
    return row.type().equals(Agreement.TYPE) ? copy(row, Agreement.TYPE.row(row.get(Agreement.ID) + "-again")) : row;
  }

  private static Row copy(Row row, RowBuilder builder) {
    row.type().fields().stream().filter(field -> field.role() != FieldRole.ID).forEach(field -> copy(row, field, builder));
    return builder.build();
  }

  private static <T> void copy(Row row, Field<T> field, RowBuilder builder) {
    builder.with(field, row.get(field));
  }
}
