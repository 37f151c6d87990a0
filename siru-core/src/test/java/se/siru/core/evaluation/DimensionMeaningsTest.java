package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Severity;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Activity;
import se.siru.core.model.Agreement;
import se.siru.core.model.Dimension;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Participation;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.text.LocalizedText;

/** Formulas whose operands mean different things by one name. */
class DimensionMeaningsTest {
  private static final Indicator ACTIVITIES = Indicator.measure("t:activities").over(Activity.TYPE).count().build();
  private static final Indicator ATTENDANCES = Indicator.measure("t:attendances").over(Participation.TYPE).count().build();
  private static final Indicator SUPPORTS = Indicator.measure("t:supports").over(Support.TYPE).count().build();

  private static List<Finding> warnings(List<String> by, List<Indicator> indicators) {
    List<String> ids = new ArrayList<>();
    indicators.forEach(each -> ids.add(each.id()));
    Catalogue catalogue = Catalogue.empty().with(Provider.application(), indicators, List.of());
    return Evaluation.of(Portfolio.builder().build(), catalogue)
        .indicators(ids.get(ids.size() - 1))
        .by(by.toArray(String[]::new))
        .run()
        .findings()
        .stream()
        .filter(finding -> finding.severity() == Severity.WARNING)
        .toList();
  }

  private static Indicator formula(String id, String text) {
    return Indicator.formula(id).expression(text).build();
  }

  @Test
  void theMunicipalityOfTheOrganisationIsNotThatOfTheActivity() {
    List<Finding> found =
        warnings(
            List.of("municipality", "municipality,county"),
            List.of(ACTIVITIES, ATTENDANCES, formula("t:per-activity", "[t:attendances] / [t:activities]")));
    assertEquals(
        List.of(
            "evaluation.two-meanings: t:per-activity combines two kinds of county: "
                + "participation.organisations.region@county in t:attendances and activity.regions@county in t:activities",
            "evaluation.two-meanings: t:per-activity combines two kinds of municipality: "
                + "participation.organisations.region@municipality in t:attendances "
                + "and activity.regions@municipality in t:activities"),
        found.stream().map(each -> each.rule().id() + ": " + each.message("en")).toList());
    assertEquals("t:per-activity:county", found.get(0).origin().toString());
  }

  @Test
  void theDifferenceIsSeenThroughFormulasOfFormulas() {
    List<Finding> found =
        warnings(
            List.of("municipality"),
            List.of(
                ACTIVITIES,
                ATTENDANCES,
                formula("t:double", "[t:activities] * 2"),
                formula("t:z", "([t:double] + [t:double]) / [t:attendances]")));
    assertEquals(List.of("t:z:municipality"), found.stream().map(each -> each.origin().toString()).toList());
  }

  @Test
  void theSameAttributeOfTheSameKindOfThingIsOneMeaning() {
    assertEquals(
        List.of(),
        warnings(
            List.of("sector", "municipality"),
            List.of(SUPPORTS, ATTENDANCES, formula("t:z", "[t:attendances] / [t:supports]"))));
  }

  @Test
  void aDimensionThatTheFormulaDoesNotHaveIsNoMatter() {
    assertEquals(
        List.of(),
        warnings(
            List.of("sector"), List.of(ACTIVITIES, ATTENDANCES, formula("t:z", "[t:attendances] / [t:activities]"))));
  }

  @Test
  void buyersAndSuppliersOfOneKindOfRecordAreTwoMeanings() {
    Indicator byBuyer =
        Indicator.measure("t:by-buyer").over(Agreement.TYPE).count()
            .dimension("sector", Dimension.of("sector", FieldPath.of(Agreement.BUYER, Stakeholder.SECTOR))).build();
    Indicator bySupplier = Indicator.measure("t:by-supplier").over(Agreement.TYPE).count().build();
    List<Finding> found =
        warnings(List.of("sector"), List.of(byBuyer, bySupplier, formula("t:z", "[t:by-buyer] - [t:by-supplier]")));
    assertEquals(
        List.of("agreement.buyer.sector", "agreement.supplier.sector"),
        List.of(found.get(0).arguments().get("first"), found.get(0).arguments().get("second")));
  }

  @Test
  void whatADefinitionSaysMakesOperandsAgree() {
    Indicator byActivity =
        Indicator.measure("t:by-activity").over(Participation.TYPE).count()
            .dimension(
                "municipality",
                Dimension.of("municipality", FieldPath.of(Participation.ACTIVITY, Activity.REGIONS)).at("municipality"))
            .build();
    assertEquals(
        List.of(),
        warnings(
            List.of("municipality"),
            List.of(byActivity, ACTIVITIES, formula("t:z", "[t:by-activity] / [t:activities]"))));
  }

  @Test
  void bandsOfDifferentValuesAreTwoMeanings() {
    List<Finding> found =
        warnings(
            List.of("size-of-group"), List.of(banded("t:a", "2"), banded("t:b", "3"), formula("t:z", "[t:a] / [t:b]")));
    assertEquals(1, found.size());
    assertEquals(
        List.of(),
        warnings(
            List.of("size-of-group"), List.of(banded("t:a", "2"), banded("t:b", "2"), formula("t:z", "[t:a] / [t:b]"))));
  }

  private static Indicator banded(String id, String atLeast) {
    Grouping.Band band =
        new Grouping.Band(
            "size-of-group",
            Grouping.Inner.count(),
            List.of(new Grouping.Band.Step("many", LocalizedText.empty(), new BigDecimal(atLeast))));
    return Indicator.measure(id).over(Support.TYPE).per(Support.RECIPIENT).band(band).count().build();
  }
}
