package se.siru.indicators.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.siru.core.Siru;
import se.siru.core.model.Activity;
import se.siru.core.model.Initiative;
import se.siru.core.model.Membership;
import se.siru.core.model.Network;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** New ties by pair of sectors, and each network by itself. */
class NewTiesTest {
  private static final TimePeriod YEAR = Periods.parse("2022").get(0);
  private static final List<String> SECTORS = List.of("public", "business", "civil-society", "");

  private static PortfolioBuilder organisations(String... idsAndSectors) {
    PortfolioBuilder builder = Portfolio.builder()
        .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build())
        .add(Network.TYPE.row("n").with(Network.NAME, "=Nätet").build())
        .add(Network.TYPE.row("m").build())
        .add(Network.TYPE.row("empty").build());
    for (int i = 0; i < idsAndSectors.length; i += 2) {
      var row = Stakeholder.TYPE.row(idsAndSectors[i]);
      builder.add(idsAndSectors[i + 1].isEmpty() ? row.build() : row.with(Stakeholder.SECTOR, idsAndSectors[i + 1]).build());
    }
    return builder;
  }

  private static Row member(String member, String network, String from, String end) {
    var row = Membership.TYPE.row().with(Membership.MEMBER, member).with(Membership.NETWORK, network)
        .with(Membership.START, LocalDate.parse(from));
    return end.isEmpty() ? row.build() : row.with(Membership.END, LocalDate.parse(end)).build();
  }

  private static PortfolioBuilder networks() {
    return organisations("a", "public", "b", "business", "c", "business", "d", "", "e", "public")
        .add(member("a", "n", "2021-01-01", ""))
        .add(member("b", "n", "2021-06-01", "2021-12-31")) // was there with a, and comes back
        .add(member("b", "n", "2022-03-01", ""))
        .add(member("c", "n", "2022-12-31", ""))
        .add(member("d", "n", "2022-01-01", "2022-01-01"))
        .add(member("e", "n", "2023-01-01", "")) // the day after the year
        .add(member("a", "m", "2022-05-01", ""))
        .add(member("b", "m", "2022-05-01", "")); // a and b have a tie from n
  }

  private static String text(NewTies ties) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ties.write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String text(SingleNetworks networks) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    networks.write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Ties of the year: ab ac ad bc bd cd; of the time before: ab. New: ac (public and business), bc (business), and three of d. */
  @Test
  void newTiesAreCountedByTheSectorsOfBothAndThoseOfUnknownSectorApart() throws IOException {
    NewTies ties = NewTies.of(networks().build(), TieRule.NETWORK, YEAR);
    assertEquals(
        "ties,period,sector,other-sector,new-ties\n"
            + "network,2022,public,business,1\n"
            + "network,2022,business,business,1\n"
            + "network,2022,unknown,,3\n",
        text(ties));
  }

  @Test
  void eachNetworkIsShownByItselfAndNewTiesThereAreNewToIt() throws IOException {
    assertEquals(
        "ties,period,network,name,organisations,pairs,new-ties,external,internal,e-i-index,unknown\n"
            + "network,2022,m,,2,1,1,1,0,1,0\n"
            + "network,2022,n,'=Nätet,4,6,5,2,1,0.333333,1\n",
        text(SingleNetworks.of(networks().build(), YEAR)));
  }

  @Test
  void withoutMembershipsThereIsNothing() throws IOException {
    Portfolio portfolio = organisations("a", "public").build();
    assertEquals("ties,period,sector,other-sector,new-ties\n", text(NewTies.of(portfolio, TieRule.INITIATIVE, YEAR)));
    assertEquals(List.of(), SingleNetworks.of(portfolio, YEAR).networks());
  }

  /** By every rule the pairs, with those of unknown sector, are the ties that SI-N09 counts. */
  @Property(tries = 30)
  void thePairsAddUpToAllNewTies(@ForAll Random random) {
    PortfolioBuilder builder = organisations();
    for (int i = 0; i < 12; i++) {
      String sector = SECTORS.get(random.nextInt(SECTORS.size()));
      var row = Stakeholder.TYPE.row("o" + i);
      builder.add(sector.isEmpty() ? row.build() : row.with(Stakeholder.SECTOR, sector).build());
    }
    for (int i = 0; i < 5; i++) {
      builder.add(Initiative.TYPE.row("i" + i).build());
      builder.add(Activity.TYPE.row("a" + i).with(Activity.KIND, "meeting").with(Activity.START, day(random)).build());
    }
    for (int i = 0; i < 40; i++) {
      String organisation = "o" + random.nextInt(12);
      boolean isOfNetwork = random.nextBoolean();
      builder.add(Membership.TYPE.row().with(Membership.MEMBER, organisation).with(Membership.START, day(random))
          .with(isOfNetwork ? Membership.NETWORK : Membership.INITIATIVE, isOfNetwork ? "n" : "i" + random.nextInt(5)).build());
      builder.add(Participation.TYPE.row().with(Participation.ACTIVITY, "a" + random.nextInt(5))
          .with(Participation.ORGANISATIONS, List.of(organisation)).build());
    }
    Portfolio portfolio = builder.build();
    Siru siru = Siru.load();
    for (TieRule rule : TieRule.values()) {
      String code = rule == TieRule.INITIATIVE ? "SI-N09" : "SI-N09." + rule.word();
      NewTies ties = NewTies.of(portfolio, rule, YEAR);
      long all = ties.unknown() + ties.pairs().stream().mapToLong(NewTies.Pair::ties).sum();
      var cell = siru.evaluate(portfolio).indicators(code).periods(List.of(YEAR)).run().cell(code, "2022");
      assertEquals(cell.number().map(number -> number.longValueExact()).orElse(0L), all, cell::toString);
    }
    assertTrue(SingleNetworks.of(portfolio, YEAR).networks().stream().allMatch(each -> each.ties() >= each.newTies()));
  }

  private static LocalDate day(Random random) {
    return LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1_000));
  }
}
