package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.siru.core.evaluation.Cell;
import se.siru.core.model.Output;
import se.siru.core.model.Practice;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Value;
import se.siru.core.portfolio.IdentityLink;
import se.siru.core.portfolio.PortfolioBuilder;

/** Green-hushing: the sets of what organisations do and what they tell of. */
class CommunicationRulesTest {
  private static final List<String> PRACTICES =
      List.of("energy-saving", "renewable-energy", "waste-reuse", "green-transport", "biodiversity", "inclusive-recruitment",
          "working-conditions", "accessibility", "community-engagement", "local-purchasing", "social-purchasing", "surplus-to-purpose");

  private static RowBuilder audited(
      String organisation, String practice, @Nullable String practised, @Nullable String communicated) {
    return Practice.TYPE.row()
        .with(Practice.ORGANISATION, organisation)
        .with(Practice.PRACTICE, practice)
        .with(Practice.PRACTISED, practised)
        .with(Practice.COMMUNICATED, communicated)
        .with(Practice.CHANNEL, "website")
        .with(Practice.DATE, LocalDate.parse("2022-11-15"));
  }

  private static Value ratio(long numerator, long denominator) {
    return new Value.Ratio(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
  }

  private static PortfolioBuilder small() {
    return Evaluated.programme()
        .add(Evaluated.enterprise("quiet", "micro"))
        .add(Evaluated.enterprise("loud", "small"))
        .add(Evaluated.enterprise("idle", "small"))
        // quiet does four things and tells of one of them
        .add(audited("quiet", "energy-saving", "yes", "yes").build())
        .add(audited("quiet", "waste-reuse", "yes", "no").build())
        .add(audited("quiet", "accessibility", "yes", "no").build())
        .add(audited("quiet", "local-purchasing", "yes", "no").build())
        .add(audited("quiet", "biodiversity", "no", "no").build())
        // loud does one and tells of three
        .add(audited("loud", "energy-saving", "yes", "yes").build())
        .add(audited("loud", "waste-reuse", "no", "yes").build())
        .add(audited("loud", "biodiversity", "no", "yes").build())
        // idle neither does nor tells of anything
        .add(audited("idle", "energy-saving", "no", "no").build());
  }

  @Test
  void thePooledRatioWeighsPracticesAndTheMeanWeighsOrganisations() {
    Evaluated all = Evaluated.of(small(), "2022..2022/year", "size");
    assertEquals(ratio(2, 5), all.results().cell("SI-G01", "2022").value());
    assertEquals(0, new BigDecimal("62.5").compareTo(all.results().cell("SI-G01.mean", "2022").number().orElseThrow()));
    assertEquals(ratio(3, 5), all.results().cell("SI-G02", "2022").value());
    assertEquals(ratio(2, 4), all.results().cell("SI-G03", "2022").value());
    // Told of and not done: 2. Done and not told of: 3. Either: 4 and 3.
    assertEquals(ratio(-1, 7), all.results().cell("SI-G04", "2022").value());
    assertEquals(ratio(1, 4), all.results().cell("SI-G01", "2022", "size=micro").value());
  }

  @Test
  void whoDoesNothingHasNoRatio() {
    PortfolioBuilder idle =
        Evaluated.programme().add(Evaluated.enterprise("idle", "small")).add(audited("idle", "energy-saving", "no", "no").build());
    Evaluated all = Evaluated.of(idle, "2022..2022/year");
    for (String code : List.of("SI-G01", "SI-G01.mean", "SI-G02", "SI-G03", "SI-G04")) {
      assertEquals(Value.Reason.UNDEFINED, ((Value.Absent) all.results().cell(code, "2022").value()).reason(), code);
    }
  }

  @Test
  void oneChannelThatTellsIsEnoughAndOneThatIsNotKnownLeavesItOpen() {
    PortfolioBuilder channels =
        Evaluated.programme()
            .add(Evaluated.enterprise("a", "small"))
            .add(audited("a", "energy-saving", "yes", "no").build())
            .add(audited("a", "energy-saving", "yes", "yes").with(Practice.CHANNEL, "social-media").build())
            .add(audited("a", "waste-reuse", "yes", "no").build())
            .add(audited("a", "waste-reuse", "yes", null).with(Practice.CHANNEL, "social-media").build())
            .add(audited("a", "biodiversity", null, "yes").build())
            .add(audited("a", "accessibility", null, "no").build());
    Evaluated all = Evaluated.of(channels, "2022..2022/year", "channel");
    assertEquals(ratio(1, 1), all.results().cell("SI-G01", "2022").value());
    assertEquals(3, all.results().cell("SI-G01", "2022").unknown());
    assertEquals(ratio(0, 1), all.results().cell("SI-G03", "2022").value());
    assertEquals(2, all.results().cell("SI-G03", "2022").unknown(), "waste-reuse may be told of, biodiversity may be done");
    assertEquals(ratio(0, 2), all.results().cell("SI-G01", "2022", "channel=website").value());
  }

  @Test
  void theLastAuditOfAnOrganisationHolds() {
    PortfolioBuilder twice =
        Evaluated.programme()
            .add(Evaluated.enterprise("a", "small"))
            .add(Evaluated.enterprise("b", "small"))
            .add(Output.TYPE.row("first").with(Output.KIND, "case-study").build())
            .add(Output.TYPE.row("second").with(Output.KIND, "case-study").build())
            .add(audited("a", "energy-saving", "yes", "no").with(Practice.STUDY, "first").build())
            .add(audited("b", "energy-saving", "yes", "no").with(Practice.STUDY, "first").build())
            .add(audited("a", "energy-saving", "yes", "yes").with(Practice.STUDY, "second")
                .with(Practice.DATE, LocalDate.parse("2023-11-15")).build());
    Evaluated all = Evaluated.of(twice, "2022..2023/year,total");
    assertEquals(ratio(0, 2), all.results().cell("SI-G01", "2022").value());
    assertEquals(ratio(1, 1), all.results().cell("SI-G01", "2023").value());
    assertEquals(ratio(1, 2), all.results().cell("SI-G01", "total").value());
  }

  @Test
  void aMergedOrganisationIsOne() {
    PortfolioBuilder merged =
        Evaluated.programme()
            .add(Evaluated.enterprise("a", "small"))
            .add(Evaluated.enterprise("a-again", "small"))
            .identity(new IdentityLink("a-again", "a", IdentityLink.Kind.ALIAS, null))
            .add(audited("a", "energy-saving", "yes", "no").build())
            .add(audited("a-again", "energy-saving", "yes", "yes").with(Practice.CHANNEL, "social-media").build());
    assertEquals(ratio(1, 1), Evaluated.of(merged, "2022..2022/year").results().cell("SI-G01", "2022").value());
  }

  /** Font and others found 31 firms that told of 30 % of what they did; the firms here are invented and reproduce the shares. */
  @Test
  void thirtyOneFirmsThatTellOfThirtyPercent() {
    PortfolioBuilder firms = Evaluated.programme();
    for (int firm = 0; firm < 31; firm++) {
      String id = "firm-" + firm;
      firms.add(Stakeholder.TYPE.row(id).with(Stakeholder.SIZE, "small").build());
      // Firms differ, in pairs by as much: 8 and 12 practices, of which 1 and 5 are told of, and the last 10 and 3.
      int does = firm == 30 ? 10 : firm % 2 == 0 ? 8 : 12;
      int tells = firm == 30 ? 3 : firm % 2 == 0 ? 1 : 5;
      for (int i = 0; i < PRACTICES.size(); i++) {
        firms.add(audited(id, PRACTICES.get(i), i < does ? "yes" : "no", i < tells ? "yes" : "no").build());
      }
    }
    Evaluated all = Evaluated.of(firms, "2022..2022/year");
    assertEquals(ratio(93, 310), all.results().cell("SI-G01", "2022").value());
    all.gives("30", "SI-G01", "2022");
    all.gives("70", "SI-G02", "2022");
    // The mean of firms is another figure: (15 × 1/8 + 15 × 5/12 + 3/10) / 31 = 8.425 / 31.
    all.gives("27.1774193548387", "SI-G01.mean", "2022");
  }

  @Property(tries = 60)
  void figuresAreThoseOfTheSetsAndKeepTheirBounds(@ForAll long seed) {
    Random random = new Random(seed);
    PortfolioBuilder portfolio = Evaluated.programme();
    Set<List<String>> practised = new HashSet<>();
    Set<List<String>> communicated = new HashSet<>();
    for (int firm = 0; firm < 4; firm++) {
      String id = "f" + firm;
      portfolio.add(Evaluated.enterprise(id, "micro"));
      for (String practice : PRACTICES.subList(0, random.nextInt(6))) {
        boolean does = random.nextBoolean();
        boolean tells = random.nextInt(3) == 0;
        portfolio.add(audited(id, practice, does ? "yes" : "no", tells ? "yes" : "no").build());
        if (does) {
          practised.add(List.of(id, practice));
        }
        if (tells) {
          communicated.add(List.of(id, practice));
        }
      }
    }
    Evaluated all = Evaluated.of(portfolio.holds(Practice.TYPE), "total");
    Set<List<String>> both = new HashSet<>(practised);
    both.retainAll(communicated);
    Set<List<String>> either = new HashSet<>(practised);
    either.addAll(communicated);
    check(all, "SI-G01", both.size(), practised.size());
    check(all, "SI-G02", practised.size() - both.size(), practised.size());
    check(all, "SI-G03", communicated.size() - both.size(), communicated.size());
    check(all, "SI-G04", communicated.size() - practised.size(), either.size());
    if (!practised.isEmpty()) {
      BigDecimal sum = number(all, "SI-G01").add(number(all, "SI-G02"));
      assertTrue(sum.subtract(BigDecimal.valueOf(100)).abs().compareTo(new BigDecimal("1e-10")) < 0, sum::toString);
    }
    if (!either.isEmpty()) {
      assertTrue(number(all, "SI-G04").abs().compareTo(BigDecimal.ONE) <= 0);
    }
  }

  private static BigDecimal number(Evaluated all, String code) {
    return all.results().cell(code, "total").number().orElseThrow();
  }

  private static void check(Evaluated all, String code, long numerator, long denominator) {
    Cell cell = all.results().cell(code, "total");
    if (denominator == 0) {
      assertTrue(cell.value() instanceof Value.Absent, cell::toString);
    } else {
      assertEquals(ratio(numerator, denominator), cell.value(), code);
    }
  }
}
