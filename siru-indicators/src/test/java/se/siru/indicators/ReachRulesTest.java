package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.siru.indicators.Evaluated.activity;
import static se.siru.indicators.Evaluated.attended;
import static se.siru.indicators.Evaluated.organisation;
import static se.siru.indicators.Evaluated.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.siru.core.model.Initiative;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Value;
import se.siru.core.portfolio.PortfolioBuilder;

/** Who was reached, of whom, and between which numbers. */
class ReachRulesTest {
  private static RowBuilder came(String activity, @Nullable String person, long heads) {
    return Participation.TYPE.row().with(Participation.ACTIVITY, activity).with(Participation.PERSON, person)
        .with(Participation.HEADS, heads);
  }

  private static RowBuilder of(RowBuilder row, @Nullable Long women, @Nullable Long men) {
    return row.with(Participation.WOMEN, women).with(Participation.MEN, men);
  }

  private static PortfolioBuilder two() {
    return people(
        programme()
            .add(activity("first", "held", "2022-02-01").build())
            .add(activity("second", "held", "2022-03-01").build())
            .add(organisation("town", "public")).add(organisation("firm", "business")));
  }

  private static PortfolioBuilder people(PortfolioBuilder builder) {
    builder.add(person("ada", "women")).add(person("bo", "men")).add(person("cy", "non-binary")).add(person("di", null));
    return builder;
  }

  private static Row person(String id, @Nullable String gender) {
    return Stakeholder.TYPE.row(id).with(Stakeholder.KIND, "person").with(Stakeholder.GENDER, gender).build();
  }

  @Test
  void aPersonCountsOnceAndUnnamedHeadsLieBetweenNoNewPersonsAndAllNew() {
    PortfolioBuilder portfolio = two()
        .add(came("first", "ada", 1).build()).add(came("second", "ada", 1).build())
        .add(came("first", "bo", 1).build()).add(came("first", null, 5).build()).add(came("first", null, 5).build())
        .add(came("second", null, 4).build());
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    all.gives("2", "SI-P02", "2022");
    all.gives("14", "SI-P02.unidentified", "2022");
    all.gives("12", "SI-P02.low", "2022"); // ada, bo and ten others were in one room
    all.gives("16", "SI-P02.high", "2022");
  }

  @Test
  void whoIsNamedWithMoreHeadsHasTheOthersAlong() {
    Evaluated all = Evaluated.of(two().add(came("first", "ada", 3).build()), "2022..2022/year");
    all.gives("1", "SI-P02", "2022");
    all.gives("2", "SI-P02.unidentified", "2022");
    all.gives("3", "SI-P02.low", "2022");
    all.gives("3", "SI-P02.high", "2022");
  }

  @Test
  void headsOfTwoDaysOfOneActivityMayBeTheSamePersons() {
    PortfolioBuilder portfolio = two()
        .add(came("first", null, 5).build())
        .add(came("first", null, 6).with(Participation.DATE, LocalDate.parse("2022-02-02")).build());
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    all.gives("6", "SI-P02.low", "2022");
    all.gives("11", "SI-P02.high", "2022");
  }

  @Test
  void organisationsThatAreNotKnownMayBeThoseThatAre() {
    PortfolioBuilder portfolio = two()
        .add(attended("first", "town").with(Participation.HEADS, 3L).build())
        .add(attended("second", "town", "firm").build())
        .add(came("second", "ada", 1).build())
        .add(came("second", null, 4).build())
        .add(came("second", null, 4).with(Participation.REPRESENTS, "nobody").build());
    Evaluated all = Evaluated.of(portfolio, "2022..2022/month");
    all.gives("2", "SI-P01.low", "2022-03");
    all.gives("7", "SI-P01.high", "2022-03");
    all.gives("5", "SI-P01.unidentified", "2022-03");
    all.gives("1", "SI-P01.low", "2022-02");
    all.gives("1", "SI-P01.high", "2022-02");
    all.gives("0", "SI-P01.high", "2022-05");
  }

  @Test
  void someOrganisationWasThereWhereNoneIsKnown() {
    Evaluated all = Evaluated.of(two().add(came("first", null, 4).build()), "2022..2022/year");
    all.gives("1", "SI-P01.low", "2022");
    all.gives("4", "SI-P01.high", "2022");
  }

  @Test
  void membersOfInitiativesCountOnceByTheirKind() {
    PortfolioBuilder portfolio = two()
        .add(Initiative.TYPE.row("one").build()).add(Initiative.TYPE.row("other").build())
        .add(Stakeholder.TYPE.row("club").with(Stakeholder.KIND, "organisation").build())
        .add(member("club", "one")).add(member("club", "other")).add(member("ada", "one")).add(member("ada", "other"))
        .add(member("bo", "one"));
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    all.gives("1", "SI-P01.initiatives", "2022");
    all.gives("2", "SI-P02.initiatives", "2022");
  }

  private static Row member(String member, String initiative) {
    return Membership.TYPE.row().with(Membership.MEMBER, member).with(Membership.INITIATIVE, initiative)
        .with(Membership.START, LocalDate.parse("2022-01-01")).build();
  }

  @Test
  void noShowsSpeakersAndStaffAreCountsOfTheirOwn() {
    PortfolioBuilder portfolio = two()
        .add(came("first", "ada", 1).build())
        .add(came("first", null, 7).with(Participation.STATUS, "no-show").build())
        .add(came("first", null, 2).with(Participation.STATUS, "registered").build())
        .add(came("first", "bo", 1).with(Participation.ROLE, "speaker").build())
        .add(came("first", "cy", 1).with(Participation.ROLE, "organiser").build())
        .add(came("first", null, 3).with(Participation.ROLE, "staff").build())
        .add(came("first", null, 9).with(Participation.ROLE, "staff").with(Participation.STATUS, "no-show").build());
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    all.gives("1", "SI-P03", "2022");
    all.gives("7", "SI-P03.no-shows", "2022");
    all.gives("2", "SI-P03.registered", "2022");
    all.gives("1", "SI-P03.speakers", "2022");
    all.gives("1", "SI-P03.organisers", "2022");
    all.gives("3", "SI-P03.staff", "2022");
    all.gives("1", "SI-P02", "2022");
    all.gives("1", "SI-P02.high", "2022");
  }

  @Test
  void theGenderBalanceIsOfHeadsAndUnknownIsPartOfIt() {
    PortfolioBuilder portfolio = two()
        .add(came("first", "ada", 1).build()).add(came("second", "ada", 1).build())
        .add(came("first", "bo", 1).build()).add(came("first", "cy", 1).build()).add(came("first", "di", 1).build())
        .add(of(came("first", null, 10), 6L, 2L).build())
        .add(of(came("second", null, 5), null, null).build())
        .add(of(came("second", null, 90), 90L, null).with(Participation.STATUS, "no-show").build());
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    assertEquals(new Value.Ratio(new BigDecimal(8), new BigDecimal(20)), all.results().cell("SI-P10", "2022").value());
    assertEquals(new Value.Ratio(new BigDecimal(3), new BigDecimal(20)), all.results().cell("SI-P10.men", "2022").value());
    assertEquals(new Value.Ratio(new BigDecimal(1), new BigDecimal(20)), all.results().cell("SI-P10.non-binary", "2022").value());
    assertEquals(new Value.Ratio(new BigDecimal(8), new BigDecimal(20)), all.results().cell("SI-P10.unknown", "2022").value());
    assertTrue(Evaluated.of(two().holds(Participation.TYPE), "2022..2022/year").results().cell("SI-P10", "2022").value()
        instanceof Value.Absent);
  }

  /** Some persons come to some activities; of each attendance somebody writes down who it was, or only that there was one more. */
  @Property(tries = 60)
  void theTruthLiesBetweenTheBounds(@ForAll long seed) {
    Random random = new Random(seed);
    PortfolioBuilder portfolio = programme().holds(Participation.TYPE);
    for (int person = 0; person < 8; person++) {
      portfolio.add(person("p" + person, null));
    }
    Set<Integer> truth = new TreeSet<>();
    for (int at = 0; at < 4; at++) {
      portfolio.add(activity("a" + at, "held", "2022-02-0" + (at + 1)).build());
      long unnamed = 0;
      for (int person = 0; person < 8; person++) {
        if (random.nextInt(3) == 0) {
          truth.add(person);
          boolean isNamed = random.nextInt(3) > 0;
          unnamed += isNamed ? 0 : 1;
          if (isNamed) {
            portfolio.add(came("a" + at, "p" + person, 1).build());
          }
        } else if (random.nextInt(4) == 0) {
          portfolio.add(came("a" + at, "p" + person, 1).with(Participation.STATUS, "no-show").build());
        }
      }
      if (unnamed > 0) {
        portfolio.add(came("a" + at, null, unnamed).build());
      }
    }
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    BigDecimal size = new BigDecimal(truth.size());
    assertTrue(number(all, "SI-P02.low").compareTo(size) <= 0, () -> "low " + number(all, "SI-P02.low") + " of " + truth);
    assertTrue(number(all, "SI-P02.high").compareTo(size) >= 0, () -> "high " + number(all, "SI-P02.high") + " of " + truth);
    assertTrue(number(all, "SI-P02").compareTo(number(all, "SI-P02.low")) <= 0);
    assertEquals(number(all, "SI-P02.high"), number(all, "SI-P02").add(number(all, "SI-P02.unidentified")));
  }

  private static BigDecimal number(Evaluated all, String code) {
    return all.results().cell(code, "2022").number().orElseThrow();
  }

  @Property(tries = 40)
  void womenMenNonBinaryAndUnknownAreAllHeads(@ForAll long seed) {
    Random random = new Random(seed);
    PortfolioBuilder portfolio = two();
    List<String> people = List.of("ada", "bo", "cy", "di");
    for (int i = 0; i < 12; i++) {
      long heads = random.nextInt(6);
      long women = random.nextInt((int) heads + 1);
      long men = random.nextInt((int) (heads - women) + 1);
      portfolio.add(
          of(came(random.nextBoolean() ? "first" : "second", random.nextBoolean() ? null : people.get(random.nextInt(4)), heads),
              random.nextBoolean() ? women : null, random.nextBoolean() ? men : null).build());
    }
    Evaluated all = Evaluated.of(portfolio, "2022..2022/year");
    BigDecimal sum = BigDecimal.ZERO;
    for (String code : List.of("SI-P10", "SI-P10.men", "SI-P10.non-binary", "SI-P10.unknown")) {
      if (all.results().cell(code, "2022").value() instanceof Value.Ratio ratio) {
        sum = sum.add(ratio.numerator());
        assertEquals(0, ratio.denominator().compareTo(number(all, "SI-P03")), code);
      }
    }
    assertEquals(0, sum.compareTo(number(all, "SI-P03")), () -> "parts of " + number(all, "SI-P03"));
  }
}
