package se.siru.indicators.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.siru.core.model.Activity;
import se.siru.core.model.Initiative;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** The network behind the figures, as organisations and ties. */
class TieNetworkTest {
  private static Row member(String member, String initiative) {
    return Membership.TYPE.row().with(Membership.MEMBER, member).with(Membership.INITIATIVE, initiative).build();
  }

  private static PortfolioBuilder programme() {
    return Portfolio.builder().add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build());
  }

  private static PortfolioBuilder initiatives() {
    return programme()
        .add(Stakeholder.TYPE.row("b").with(Stakeholder.NAME, "=Bolaget, AB").with(Stakeholder.SECTOR, "business").build())
        .add(Stakeholder.TYPE.row("a").with(Stakeholder.NAME, "Alfa").build())
        .add(Stakeholder.TYPE.row("c").build())
        .add(Stakeholder.TYPE.row("alone").build())
        .add(Stakeholder.TYPE.row("outside").build())
        .add(Stakeholder.TYPE.row("p-canary").with(Stakeholder.KIND, "person").build())
        .add(Initiative.TYPE.row("i").build())
        .add(Initiative.TYPE.row("j").build())
        .add(Initiative.TYPE.row("k").build())
        .add(member("b", "i"))
        .add(member("a", "i"))
        .add(member("b", "j"))
        .add(member("a", "j"))
        .add(member("c", "j"))
        .add(member("alone", "k"))
        .add(member("p-canary", "i"))
        .add(member("p-canary", "k"));
  }

  private static String nodes(TieNetwork network) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    network.writeNodes(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String ties(TieNetwork network) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    network.writeTies(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void organisationsAreWrittenByIdAndNamesAreGuarded() throws IOException {
    assertEquals(
        String.join(
            "\n",
            "Id,Label,sector,groups,ties,component,betweenness,constraint",
            "a,Alfa,,2,2,1,0.000000,1.125000000",
            "alone,,,1,0,0,0.000000,",
            "b,\"'=Bolaget, AB\",business,2,2,1,0.000000,1.125000000",
            "c,,,1,2,1,0.000000,1.125000000",
            ""),
        nodes(TieNetwork.of(initiatives().build(), TieRule.INITIATIVE, TimePeriod.TOTAL)));
  }

  @Test
  void tiesAreWrittenOnceWithTheirWeightRuleAndPeriod() throws IOException {
    assertEquals(
        String.join(
            "\n",
            "Source,Target,Type,Weight,ties,period",
            "a,b,Undirected,2,initiative,total",
            "a,c,Undirected,1,initiative,total",
            "b,c,Undirected,1,initiative,total",
            ""),
        ties(TieNetwork.of(initiatives().build(), TieRule.INITIATIVE, TimePeriod.TOTAL)));
  }

  @Test
  void aPersonIsNeitherNodeNorTie() throws IOException {
    Portfolio attended =
        initiatives()
            .add(Activity.TYPE.row("x").with(Activity.KIND, "network-meeting").with(Activity.START, LocalDate.parse("2022-03-01")).build())
            .add(
                Participation.TYPE.row().with(Participation.ACTIVITY, "x").with(Participation.PERSON, "p-canary")
                    .with(Participation.ORGANISATIONS, List.of("a")).build())
            .add(
                Participation.TYPE.row().with(Participation.ACTIVITY, "x")
                    .with(Participation.ORGANISATIONS, List.of("b", "p-canary")).build())
            .build();
    for (TieRule rule : TieRule.values()) {
      TieNetwork network = TieNetwork.of(attended, rule, TimePeriod.TOTAL);
      assertFalse((nodes(network) + ties(network)).contains("canary"), rule.word());
    }
  }

  @Test
  void onlyInteractiveActivitiesOfThePeriodGiveTies() throws IOException {
    PortfolioBuilder attended = initiatives();
    for (String[] activity : new String[][] {{"x", "network-meeting", "2022-03-01"}, {"y", "conference", "2022-04-01"},
        {"z", "dialogue-forum", "2023-04-01"}}) {
      attended.add(
          Activity.TYPE.row(activity[0]).with(Activity.KIND, activity[1]).with(Activity.START, LocalDate.parse(activity[2])).build());
    }
    attended
        .add(Participation.TYPE.row().with(Participation.ACTIVITY, "x").with(Participation.ORGANISATIONS, List.of("a", "b")).build())
        .add(Participation.TYPE.row().with(Participation.ACTIVITY, "y").with(Participation.ORGANISATIONS, List.of("a", "c")).build())
        .add(Participation.TYPE.row().with(Participation.ACTIVITY, "z").with(Participation.ORGANISATIONS, List.of("b", "c")).build());
    TieNetwork network = TieNetwork.of(attended.build(), TieRule.ATTENDANCE, Periods.parse("2022").get(0));
    assertEquals("Source,Target,Type,Weight,ties,period\na,b,Undirected,1,attendance,2022\n", ties(network));
    assertEquals(List.of("a", "b"), network.nodes().stream().map(TieNetwork.Node::id).toList());
  }

  @Test
  void aPortfolioWithoutTheRecordsHasAnEmptyNetwork() throws IOException {
    TieNetwork network = TieNetwork.of(programme().build(), TieRule.NETWORK, TimePeriod.TOTAL);
    assertEquals(List.of(), network.nodes());
    assertTrue(ties(network).lines().count() == 1);
  }

  @Property(tries = 50)
  void orderAndRepetitionOfRecordsDoNotMatter(@ForAll long seed, @ForAll @IntRange(max = 30) int size) throws IOException {
    Random random = new Random(seed);
    List<Row> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      members.add(member("s" + random.nextInt(8), "i" + random.nextInt(5)));
    }
    List<Row> others = new ArrayList<>(members);
    others.addAll(members.subList(0, size / 2));
    Collections.shuffle(others, random);
    TieNetwork one = network(members, List.of(0, 1, 2, 3, 4, 5, 6, 7));
    TieNetwork other = network(others, List.of(5, 0, 7, 3, 1, 2, 6, 4));
    assertEquals(nodes(one), nodes(other));
    assertEquals(ties(one), ties(other));
  }

  private static TieNetwork network(List<Row> members, List<Integer> order) {
    PortfolioBuilder builder = programme();
    order.forEach(number -> builder.add(Stakeholder.TYPE.row("s" + number).build()));
    for (int i = 0; i < 5; i++) {
      builder.add(Initiative.TYPE.row("i" + i).build());
    }
    members.forEach(builder::add);
    return TieNetwork.of(builder.build(), TieRule.INITIATIVE, TimePeriod.TOTAL);
  }
}
