package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static se.siru.indicators.Evaluated.member;
import static se.siru.indicators.Evaluated.organisation;
import static se.siru.indicators.Evaluated.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.siru.core.evaluation.Cell;
import se.siru.core.model.Initiative;
import se.siru.core.model.Membership;
import se.siru.core.model.Network;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Value;
import se.siru.core.portfolio.PortfolioBuilder;

/** Who is a node, what is a tie, and when, each on the smallest portfolio that shows it. */
class TieRulesTest {
  private static Value ratio(long numerator, long denominator) {
    return new Value.Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
  }

  @Test
  void densityIsOverAllOrganisationsAndOverThoseInvolvedAndPersonsAreInNeither() {
    PortfolioBuilder members =
        programme()
            .add(organisation("a", "public"))
            .add(organisation("b", "business"))
            .add(organisation("c", "business"))
            .add(organisation("outside", "business"))
            .add(Stakeholder.TYPE.row("p").with(Stakeholder.KIND, "person").build())
            .add(Initiative.TYPE.row("i").build())
            .add(Initiative.TYPE.row("j").build())
            .add(member("a", "i"))
            .add(member("b", "i"))
            .add(member("c", "j"))
            .add(member("p", "i"));
    Evaluated all = Evaluated.of(members, "total");
    assertEquals(ratio(2, 12), all.results().cell("SI-N01", "total").value());
    assertEquals(ratio(2, 6), all.results().cell("SI-N01.members", "total").value());
    assertEquals(ratio(3, 6), all.results().cell("SI-N04.initiative", "total").value());
    all.gives("2", "SI-N01.tied", "total");
  }

  @Test
  void theSupportStructureIsWhoeverHasThatRoleInSomeMembership() {
    PortfolioBuilder chain = programme();
    for (String id : List.of("a", "b", "c", "d")) {
      chain.add(organisation(id, "public"));
    }
    for (String initiative : List.of("i", "j", "k")) {
      chain.add(Initiative.TYPE.row(initiative).build());
    }
    // a – b – c – d: b and c lie between two pairs each.
    chain.add(member("a", "i")).add(member("b", "i")).add(member("b", "j")).add(member("c", "j")).add(member("c", "k"))
        .add(member("d", "k"))
        .add(Membership.TYPE.row().with(Membership.MEMBER, "b").with(Membership.NODE, "op1").with(Membership.ROLE, "support-actor").build())
        .add(Membership.TYPE.row().with(Membership.MEMBER, "d").with(Membership.NODE, "op1").with(Membership.ROLE, "owner").build());
    Evaluated all = Evaluated.of(chain, "total");
    Cell brokerage = all.results().cell("SI-N06", "total");
    assertEquals(0, new BigDecimal("0.5").compareTo(brokerage.number().orElseThrow()), brokerage::toString);
    assertEquals(3, brokerage.unknown());
    assertEquals(ratio(6, 12), all.results().cell("SI-N01.members", "total").value());
  }

  @Test
  void tiesOfMembersLastAndBeginWithTheirMemberships() {
    PortfolioBuilder members =
        programme()
            .add(organisation("a", "public"))
            .add(organisation("b", "business"))
            .add(organisation("c", "business"))
            .add(Network.TYPE.row("n").build())
            .add(inNetwork("a", null, null))
            .add(inNetwork("b", "2021-02-01", "2022-06-30"))
            .add(inNetwork("c", "2022-03-01", null));
    Evaluated all = Evaluated.of(members, "2020..2023/year");
    Value none = all.results().cell("SI-N07.network", "2021").value();
    assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) none).reason());
    assertEquals(ratio(1, 3), all.results().cell("SI-N07.network", "2022").value());
    assertEquals(ratio(1, 3), all.results().cell("SI-N07.network", "2023").value());
    all.gives("0", "SI-N09.network", "2020");
    all.gives("1", "SI-N09.network", "2021");
    all.gives("2", "SI-N09.network", "2022");
    all.gives("0", "SI-N09.network", "2023");
  }

  private static Row inNetwork(String member, @Nullable String start, @Nullable String end) {
    return Membership.TYPE.row().with(Membership.MEMBER, member).with(Membership.NETWORK, "n")
        .with(Membership.START, start == null ? null : LocalDate.parse(start))
        .with(Membership.END, end == null ? null : LocalDate.parse(end)).build();
  }
}
