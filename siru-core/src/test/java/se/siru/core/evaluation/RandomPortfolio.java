package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.Funding;
import se.siru.core.model.Initiative;
import se.siru.core.model.Membership;
import se.siru.core.model.Money;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.StageChange;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.portfolio.Portfolio;

/** Small random portfolios with everything that is awkward: unknown attributes, several codes, versions, open and missing days. */
final class RandomPortfolio {
  private static final List<String> SECTORS = List.of("public", "academia", "business", "civil-society");
  private static final List<String> REGIONS = List.of("0680", "0682", "0780", "SE211", "SE21");
  private static final List<String> STAGES = List.of("idea", "ended");
  private static final List<String> NODES = List.of("o1", "o2", "o3", "w1");

  private final Random random;
  private final boolean supporting;
  private final List<Row> entities = new ArrayList<>();
  private final List<Row> facts = new ArrayList<>();
  private final List<String> stakeholders = new ArrayList<>();
  private final List<String> activities = new ArrayList<>();
  private final List<String> initiatives = new ArrayList<>();

  RandomPortfolio(long seed) {
    this(seed, true);
  }

  /** A portfolio, the same but for the support that follows from attendance where activities give none. */
  RandomPortfolio(long seed, boolean supporting) {
    this.random = new Random(seed);
    this.supporting = supporting;
    node("p", "fund-programme", null);
    node("g1", "objective", "p");
    node("g2", "objective", "p");
    node("o1", "operation", "g1");
    node("o2", "operation", "g2");
    node("o3", "operation", "g2");
    node("w1", "work-package", "o1");
    many(8, this::stakeholder);
    many(6, this::activity);
    many(5, this::initiative);
    many(40, this::participation);
    many(20, this::support);
    many(10, this::funding);
    many(15, this::membership);
    many(10, this::stageChange);
    many(10, this::agreement);
  }

  private void many(int most, IntConsumer make) {
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      make.accept(i);
    }
  }

  /** The records in the order in which they were made. */
  Portfolio portfolio() {
    return Portfolio.builder().addAll(entities).addAll(facts).build();
  }

  /** The records. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>(entities);
    rows.addAll(facts);
    return rows;
  }

  private void node(String id, String level, @Nullable String parent) {
    entities.add(
        ProgrammeNode.TYPE
            .row(id)
            .with(ProgrammeNode.LEVEL, level)
            .with(ProgrammeNode.PARENT, parent)
            .with(ProgrammeNode.START, random.nextInt(3) == 0 ? null : LocalDate.of(2021, 1, 1).plusDays(random.nextInt(300)))
            .with(ProgrammeNode.END, random.nextInt(3) == 0 ? null : LocalDate.of(2022, 6, 1).plusDays(random.nextInt(500)))
            .with(ProgrammeNode.REGIONS, some(List.of("SE211", "SE212", "SE213"), 3))
            .build());
  }

  private void stakeholder(int i) {
    String id = "s" + i;
    stakeholders.add(id);
    entities.add(attributes(Stakeholder.TYPE.row(id)).build());
    if (random.nextInt(4) == 0) {
      entities.add(attributes(Stakeholder.TYPE.row(id)).with(Stakeholder.VALID_FROM, day()).build());
    }
  }

  private RowBuilder attributes(RowBuilder row) {
    return row.with(Stakeholder.SECTOR, one(SECTORS))
        .with(Stakeholder.SIZE, one(List.of("micro", "small")))
        .with(Stakeholder.REGION, one(REGIONS))
        .with(Stakeholder.REGISTERED, maybeDay())
        .with(Stakeholder.ECONOMIC, one(List.of("yes", "no")));
  }

  private void activity(int i) {
    String id = "a" + i;
    activities.add(id);
    entities.add(
        Activity.TYPE
            .row(id)
            .with(Activity.KIND, one(List.of("network-meeting", "dialogue-forum")))
            .with(Activity.STATUS, one(List.of("held", "planned")))
            .with(Activity.START, maybeDay())
            .with(Activity.DURATION_HOURS, random.nextInt(3) == 0 ? null : new BigDecimal(random.nextInt(8)))
            .with(Activity.SUPPORT_KIND, random.nextInt(3) == 0 && supporting ? "non-financial" : null)
            .with(Activity.ORGANISERS, some(stakeholders, 2))
            .with(Activity.NODE, one(NODES))
            .build());
  }

  private void initiative(int i) {
    String id = "i" + i;
    initiatives.add(id);
    entities.add(
        Initiative.TYPE
            .row(id)
            .with(Initiative.KIND, one(List.of("service", "product")))
            .with(Initiative.START, maybeDay())
            .build());
  }

  private void participation(int i) {
    long women = random.nextInt(4);
    facts.add(
        Participation.TYPE
            .row()
            .with(Participation.ACTIVITY, activities.get(random.nextInt(activities.size())))
            .with(Participation.DATE, maybeDay())
            .with(Participation.ORGANISATIONS, some(stakeholders, 3))
            .with(Participation.HEADS, women + random.nextInt(4))
            .with(Participation.WOMEN, random.nextInt(4) == 0 ? null : women)
            .with(Participation.STATUS, one(List.of("attended", "no-show")))
            .with(Participation.NODE, one(NODES))
            .build());
  }

  private void support(int i) {
    facts.add(
        Support.TYPE
            .row("u" + i)
            .with(Support.RECIPIENT, stakeholders.get(random.nextInt(stakeholders.size())))
            .with(Support.KIND, random.nextBoolean() ? "non-financial" : "grant")
            .with(Support.DATE, maybeDay())
            .with(Support.HOURS, random.nextInt(3) == 0 ? null : new BigDecimal(random.nextInt(10)))
            .with(Support.NODE, one(NODES))
            .build());
  }

  private void funding(int i) {
    facts.add(
        Funding.TYPE
            .row("f" + i)
            .with(Funding.NODE, NODES.get(random.nextInt(NODES.size())))
            .with(Funding.STATUS, random.nextBoolean() ? "decided" : "paid")
            .with(Funding.AMOUNT, new Money("SEK", random.nextInt(100_000)))
            .with(Funding.DATE, maybeDay())
            .build());
  }

  private void membership(int i) {
    LocalDate start = maybeDay();
    facts.add(
        Membership.TYPE
            .row()
            .with(Membership.MEMBER, stakeholders.get(random.nextInt(stakeholders.size())))
            .with(Membership.INITIATIVE, one(initiatives))
            .with(Membership.START, start)
            .with(Membership.END, start == null || random.nextBoolean() ? null : start.plusDays(random.nextInt(300)))
            .with(Membership.NODE, one(NODES))
            .build());
  }

  private void stageChange(int i) {
    facts.add(
        StageChange.TYPE
            .row()
            .with(StageChange.INITIATIVE, initiatives.get(random.nextInt(initiatives.size())))
            .with(StageChange.STAGE, STAGES.get(random.nextInt(2)))
            .with(StageChange.DATE, day())
            .build());
  }

  private void agreement(int i) {
    facts.add(
        Agreement.TYPE
            .row("g" + i)
            .with(Agreement.SIGNED, maybeDay())
            .with(Agreement.START, maybeDay())
            .with(Agreement.PARTNERSHIP, random.nextBoolean() ? "iop" : null)
            .with(Agreement.VALUE, random.nextInt(3) == 0 ? null : new Money("SEK", random.nextInt(1_000_000)))
            .with(Agreement.SUPPLIER, one(stakeholders))
            .build());
  }

  private @Nullable String one(List<String> values) {
    int index = random.nextInt(values.size() + 1);
    return index == values.size() ? null : values.get(index);
  }

  private List<String> some(List<String> values, int most) {
    TreeSet<String> chosen = new TreeSet<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      chosen.add(values.get(random.nextInt(values.size())));
    }
    return List.copyOf(chosen);
  }

  private LocalDate day() {
    return LocalDate.of(2021, 1, 1).plusDays(random.nextInt(3 * 365));
  }

  private @Nullable LocalDate maybeDay() {
    return random.nextInt(6) == 0 ? null : day();
  }
}
