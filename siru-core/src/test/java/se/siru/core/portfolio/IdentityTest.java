package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static se.siru.core.portfolio.Records.finding;
import static se.siru.core.portfolio.Records.organisation;
import static se.siru.core.portfolio.Records.version;
import static se.siru.core.portfolio.Records.withOperation;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Origin;
import se.siru.core.model.Stakeholder;

class IdentityTest {

  private static PortfolioBuilder of(String... ids) {
    PortfolioBuilder builder = withOperation();
    for (String id : ids) {
      builder.add(organisation(id).build());
    }
    return builder;
  }

  private static IdentityLink link(String id, String target, IdentityLink.Kind kind) {
    return new IdentityLink(id, target, kind, null);
  }

  /** Each unit as {@code id=member,member}. */
  private static List<String> units(Portfolio portfolio) {
    Units units = portfolio.units("stakeholder");
    return IntStream.range(0, units.count())
        .mapToObj(
            unit ->
                units.id(unit) + "="
                    + IntStream.range(0, portfolio.table("stakeholder").size())
                        .filter(row -> units.unit(row) == unit)
                        .mapToObj(row -> portfolio.idOf("stakeholder", row))
                        .collect(Collectors.joining(",")))
        .toList();
  }

  @Test
  void aChainOfLinksLeadsToOneLegalUnit() {
    Portfolio portfolio =
        of("d", "c", "b", "a", "e")
            .identity(link("b", "c", IdentityLink.Kind.BRANCH))
            .identity(link("a", "b", IdentityLink.Kind.ALIAS))
            .identity(link("c", "e", IdentityLink.Kind.SUCCESSOR))
            .build();
    assertEquals(List.of("d=d", "e=a,b,c,e"), units(portfolio));
  }

  @Test
  void aGroupKeepsItsUnitsApart() {
    assertEquals(
        List.of("a=a", "b=b"), units(of("a", "b").identity(link("a", "b", IdentityLink.Kind.GROUP)).build()));
  }

  @Test
  void allVersionsOfAnIdGoWithItsLink() {
    Portfolio portfolio =
        of("b")
            .add(version("a", "", "public").build())
            .add(version("a", "2022-01-01", "business").build())
            .identity(link("a", "b", IdentityLink.Kind.SUCCESSOR))
            .build();
    assertEquals(List.of("b=a,a,b"), units(portfolio));
  }

  @Test
  void aLinkOfAnIdThatIsNotHereHasNoEffect() {
    assertEquals(
        List.of("a=a"), units(of("a").identity(link("elsewhere", "nowhere", IdentityLink.Kind.ALIAS)).build()));
  }

  @Test
  void aLinkToNothingIsFound() {
    assertEquals(
        "identity.csv:5:target: There is no stakeholder 'nowhere'.",
        finding(
            of("a").identity(link("a", "nowhere", IdentityLink.Kind.ALIAS), Origin.of("identity.csv", 5)),
            PortfolioRules.DANGLING_REFERENCE));
  }

  @Test
  void aChainOfLinksThatReturnsIsFoundOnce() {
    PortfolioBuilder builder =
        of("a", "b", "c", "d")
            .identity(link("d", "a", IdentityLink.Kind.ALIAS))
            .identity(link("a", "b", IdentityLink.Kind.ALIAS))
            .identity(link("b", "c", IdentityLink.Kind.ALIAS))
            .identity(link("c", "a", IdentityLink.Kind.ALIAS));
    assertEquals(
        "identity:2:target: The identities lead back to themselves: a → b → c → a.",
        finding(builder, PortfolioRules.IDENTITY_CYCLE));
  }

  @Test
  void anIdThatIsTwoUnitsIsFound() {
    PortfolioBuilder builder =
        of("a", "b", "c")
            .identity(link("a", "b", IdentityLink.Kind.ALIAS))
            .identity(link("a", "c", IdentityLink.Kind.SUCCESSOR));
    assertEquals(
        "identity:2:target: 'a' is both 'b' and 'c'.", finding(builder, PortfolioRules.IDENTITY_AMBIGUOUS));
  }

  @Test
  void aDayOnALinkThatMergesIsWarnedAbout() {
    PortfolioBuilder builder =
        of("a", "b").identity(new IdentityLink("a", "b", IdentityLink.Kind.ALIAS, Records.day("2022-01-01")));
    assertEquals(
        "identity:1:from: 'a' and 'b' count as one unit also before 2022-01-01.",
        finding(builder, PortfolioRules.IDENTITY_FROM));
  }

  private static IdentityLink from(String id, String target, IdentityLink.Kind kind, String day) {
    return new IdentityLink(id, target, kind, Records.day(day));
  }

  @Test
  void aMergerPartsTheVersionsOfItsIdOnItsDay() {
    Portfolio portfolio = of("a", "b", "c").identity(from("a", "c", IdentityLink.Kind.MERGER, "2022-01-01")).build();
    assertEquals(List.of("a=a", "b=b", "c=a,c"), units(portfolio));
    assertEquals(
        List.of("a null", "b null", "a 2022-01-01", "c null"),
        portfolio.rows(Stakeholder.TYPE).map(row -> row.get(Stakeholder.ID) + " " + row.get(Stakeholder.VALID_FROM)).toList());
  }

  @Test
  void aBranchMayBelongToOneUnitAfterTheOther() {
    Portfolio portfolio =
        of("a", "b", "c")
            .identity(from("a", "c", IdentityLink.Kind.BRANCH, "2022-01-01"))
            .identity(from("a", "b", IdentityLink.Kind.BRANCH, "2020-01-01"))
            .build();
    assertEquals(List.of("a=a", "b=a,b", "c=a,c"), units(portfolio));
  }

  @Test
  void aSplitLeavesAllUnitsApart() {
    assertEquals(
        List.of("a=a", "b=b", "c=c"),
        units(
            of("a", "b", "c")
                .identity(from("a", "b", IdentityLink.Kind.SPLIT, "2022-01-01"))
                .identity(from("a", "c", IdentityLink.Kind.SPLIT, "2022-01-01"))
                .build()));
  }

  @Test
  void oneConversionIsNoReasonForAWarningButSeveralIntoOneAre() {
    PortfolioBuilder one = of("a", "b", "c").identity(from("a", "c", IdentityLink.Kind.SUCCESSOR, "2022-01-01"));
    assertEquals(List.of(), Records.findings(one, PortfolioRules.IDENTITY_FROM));
    PortfolioBuilder two =
        of("a", "b", "c")
            .identity(from("a", "c", IdentityLink.Kind.SUCCESSOR, "2022-01-01"))
            .identity(from("b", "c", IdentityLink.Kind.SUCCESSOR, "2022-01-01"));
    assertEquals(2, Records.findings(two, PortfolioRules.IDENTITY_FROM).size());
  }

  @Test
  void twoUnitsFromOneDayOnAreFoundAndSoAreCyclesOnThatDay() {
    assertEquals(
        "identity:2:target: 'a' is both 'b' and 'c'.",
        finding(
            of("a", "b", "c")
                .identity(from("a", "b", IdentityLink.Kind.MERGER, "2022-01-01"))
                .identity(from("a", "c", IdentityLink.Kind.BRANCH, "2022-01-01")),
            PortfolioRules.IDENTITY_AMBIGUOUS));
    assertEquals(
        "identity:1:target: The identities lead back to themselves: a → b → a.",
        finding(
            of("a", "b")
                .identity(from("a", "b", IdentityLink.Kind.MERGER, "2022-01-01"))
                .identity(link("b", "a", IdentityLink.Kind.ALIAS)),
            PortfolioRules.IDENTITY_CYCLE));
  }

  @Test
  void aDayOfAnotherCenturyIsFoundAtTheLink() {
    IdentityLink never = new IdentityLink("a", "b", IdentityLink.Kind.MERGER, java.time.LocalDate.MAX);
    assertEquals(
        "identity:1:from: +999999999-12-31 is outside 1600-01-01–2100-12-31.",
        finding(of("a", "b").identity(never), PortfolioRules.DATE_OUT_OF_RANGE));
  }
}
