package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.Siru;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.evaluation.PassNeeds;
import se.siru.core.evaluation.Results;
import se.siru.core.indicator.Indicator;
import se.siru.core.intake.UnreadPortfolio;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.RecordType;
import se.siru.core.model.Support;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.WhyKept;

/** What is evaluated while it is read of the two examples, what is kept and why, and that it does not show. */
class DemosWhileReadingTest {
  private final Siru siru = DemoSections.withDefinitions(Siru.builder().exclude("se.siru.example.ExempellanPlugin").build());

  DemosWhileReadingTest() throws IOException {}

  private Set<WhyKept> why(RecordType type, Indicator indicator) {
    return PassNeeds.of(indicator, siru.catalogue(), siru.schema()).records().getOrDefault(type, Set.of());
  }

  /** The indicators for which attendance is kept, because of them alone. */
  private List<String> keeping() {
    return siru.catalogue().indicators().stream().filter(each -> !why(Participation.TYPE, each).isEmpty()).map(Indicator::code).toList();
  }

  private String[] others() {
    Set<String> keeping = new TreeSet<>(keeping());
    return siru.catalogue().indicators().stream()
        .filter(each -> !keeping.contains(each.code()) && !each.id().equals("siru:target-attainment"))
        .map(Indicator::id)
        .toArray(String[]::new);
  }

  /** The facts that an example holds, and why all indicators together have them kept. */
  private Map<String, Set<WhyKept>> facts(Portfolio portfolio) {
    Map<String, Set<WhyKept>> facts = new TreeMap<>();
    for (RecordType type : portfolio.schema().types()) {
      if (portfolio.holds(type) && !type.isEntity()) {
        Set<WhyKept> all = EnumSet.noneOf(WhyKept.class);
        all.addAll(WhyKept.ofType(type));
        siru.catalogue().indicators().forEach(each -> all.addAll(why(type, each)));
        facts.put(type.name(), all);
      }
    }
    return facts;
  }

  private static boolean isKept(Results results) {
    return results.portfolio().table(Participation.TYPE.name()).batches().stream().allMatch(Batch::isKept);
  }

  private static Evaluation asked(Evaluation evaluation, String... indicators) {
    return evaluation.indicators(indicators).periods(Periods.parse("2021..2023/year,total")).by("sector", "county").threads(2);
  }

  private static String told(Results results) {
    return results.cells().map(Object::toString).toList() + "\n" + results.findings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"exempellan", "siru-2.0"})
  void attendanceIsReleasedAndItDoesNotShow(String name) throws IOException {
    try (Example example = Example.unpack(name)) {
      Portfolio whole = siru.reader().read(example.folder()).orThrow();
      UnreadPortfolio unread = siru.reader().open(example.folder());
      assertEquals(Set.of(Participation.TYPE), unread.releasable());
      Results kept = asked(siru.evaluate(whole), others()).run();
      Results released = asked(siru.evaluate(unread), others()).run();
      assertEquals(told(kept), told(released));
      assertEquals(whole.table(Support.TYPE.name()).size(), released.portfolio().table(Support.TYPE.name()).size());
      assertEquals(whole.holds(Participation.TYPE), !isKept(released));
    }
  }

  @Test
  void whatIsKeptOfTheInventedRegion() throws IOException {
    try (Example example = Example.unpack("exempellan")) {
      UnreadPortfolio unread = siru.reader().open(example.folder());
      assertEquals(
          "{agreement=[ID, RELATED], assessment=[ID], comment=[LOOKED_UP], contribution=[ID, SUBJECT], cost-line=[ID], coverage=[ID],"
              + " effect=[ID], employment=[ID, RELATED, ASKS_FOR_SUPPORT], enrolment=[ID, RELATED], evidence=[SUBJECT, RELATED],"
              + " funding=[ID], innovation=[ID, COMPARED_DAYS, ASKS_FOR_SUPPORT], membership=[ID, RELATED, COMPARED_DAYS],"
              + " observation=[ID], participation=[RELATED], practice=[ID], sroi-line=[ID], stage-change=[ID], support=[ID, RELATED],"
              + " target=[LOOKED_UP], uptake=[ID]}",
          facts(unread.outline()).toString());
      assertEquals(List.of("SI-P09.n2", "SI-P09.n3", "SI-P09.n4", "SI-P09", "SI-P09.k3", "SI-P09.k4", "RCO81a"), keeping());
      assertTrue(isKept(asked(siru.evaluate(unread), "*").run()));
    }
  }

  @Test
  void whatIsKeptOfTheProgrammeOfTheBrochure() throws IOException {
    try (Example example = Example.unpack(Example.BROCHURE)) {
      assertEquals(
          "{effect=[ID], membership=[ID, RELATED, COMPARED_DAYS], uptake=[ID]}",
          facts(siru.reader().open(example.folder()).outline()).toString());
    }
  }
}
