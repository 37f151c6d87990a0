package se.siru.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.model.Activity;
import se.siru.core.model.Effect;
import se.siru.core.model.Network;
import se.siru.core.model.Output;
import se.siru.core.model.Participation;
import se.siru.core.model.RecordType;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Uptake;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Units;
import se.siru.core.vocabulary.Code;

/** The bundled examples as a reader of portfolios sees them. */
class ExamplesTest {
  private static Path folder(String example) throws URISyntaxException {
    return Path.of(ExamplesTest.class.getResource(example + "/datapackage.json").toURI()).getParent();
  }

  private static Portfolio read(String example) throws URISyntaxException {
    return PortfolioReader.standard().read(folder(example)).orThrow();
  }

  @Test
  void siruIsReadWithoutAnyFinding() throws URISyntaxException {
    assertEquals(List.of(), PortfolioReader.standard().read(folder("siru-2.0")).findings().list());
  }

  /** What it contradicts the law in is there to be seen, and its description says so. */
  @Test
  void exempellanIsReadWithTheWarningsThatItsDescriptionTellsOf() throws URISyntaxException {
    PortfolioReader.Result result = PortfolioReader.standard().read(folder("exempellan"));
    assertTrue(result.portfolio().isPresent());
    Map<String, Long> byRule =
        result.findings().list().stream()
            .collect(Collectors.groupingBy(finding -> finding.rule().id(), TreeMap::new, Collectors.counting()));
    assertEquals(
        Map.of("law.occupied-share", 1L, "law.procurement-risk", 5L, "law.not-assessed", 1L, "law.de-minimis-certificate", 6L), byRule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"siru-2.0", "exempellan"})
  void listEveryFileOfTheirFolder(String example) throws URISyntaxException, IOException {
    Path folder = folder(example);
    Set<String> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .filter(path -> !path.equals("files.txt"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
    assertEquals(List.copyOf(files), Files.readAllLines(folder.resolve("files.txt")));
  }

  @Test
  void siruHoldsOnlyWhatTheBrochureStates() throws URISyntaxException {
    Portfolio portfolio = read("siru-2.0");
    assertEquals(
        Set.of("programme", "stakeholder", "activity", "network", "membership", "output", "need", "uptake", "effect"),
        portfolio.schema().types().stream()
            .filter(portfolio::holds)
            .map(RecordType::name)
            .collect(Collectors.toSet()));
  }

  @Test
  void siruHeldSixNetworkMeetingsAndTwoDialogueForums() throws URISyntaxException {
    assertEquals(
        List.of("dialogue-forum", "dialogue-forum", "network-meeting", "network-meeting", "network-meeting",
            "network-meeting", "network-meeting", "network-meeting"),
        read("siru-2.0").rows(Activity.TYPE)
            .filter(row -> "held".equals(row.get(Activity.STATUS)))
            .map(row -> row.get(Activity.KIND))
            .sorted()
            .toList());
  }

  @Test
  void siruLeavesTheOriginOfItsThreeNetworksUnknown() throws URISyntaxException {
    assertEquals(3, read("siru-2.0").rows(Network.TYPE).filter(row -> row.get(Network.ORIGIN) == null).count());
  }

  @Test
  void siruGivesNoNumberForWhatTheBrochureDoesNotCount() throws URISyntaxException {
    Portfolio portfolio = read("siru-2.0");
    assertEquals(
        List.of("digital-business-programme"),
        portfolio.rows(Output.TYPE)
            .filter(row -> row.get(Output.STATUS) != null)
            .map(row -> row.get(Output.ID))
            .toList());
    assertEquals(
        List.of("tested societal-entrepreneurs null"),
        portfolio.rows(Uptake.TYPE)
            .map(row -> row.get(Uptake.DEGREE) + " " + row.get(Uptake.ADOPTER) + " " + row.get(Uptake.ADOPTERS))
            .toList());
    assertEquals(
        List.of("integration-in-processes"),
        portfolio.rows(Effect.TYPE)
            .filter(row -> row.get(Effect.DEGREE) != null)
            .map(row -> row.get(Effect.KIND))
            .toList());
  }

  @Test
  void exempellanHasRecordsOfEveryTypeAndOfEveryPartOfTheProgramme() throws URISyntaxException {
    Portfolio portfolio = read("exempellan");
    assertEquals(
        List.of(),
        portfolio.schema().types().stream()
            .filter(type -> portfolio.table(type.name()).size() == 0)
            .map(RecordType::name)
            .toList());
    Set<String> parts = new TreeSet<>();
    portfolio.rows(Activity.TYPE).forEach(row -> parts.add(row.get(Activity.PROGRAMME_PART)));
    assertEquals(
        portfolio.schema().vocabulary().list("programme-parts").codes().stream()
            .map(Code::code)
            .collect(Collectors.toCollection(TreeSet::new)),
        parts);
  }

  @Test
  void exempellanHasOneUnitForTwoSpellingsAndForABranch() throws URISyntaxException {
    Portfolio portfolio = read("exempellan");
    assertEquals(unit(portfolio, "tuvan"), unit(portfolio, ExempellanActors.ALIAS));
    assertEquals(unit(portfolio, "kommun-provinge"), unit(portfolio, ExempellanActors.BRANCH));
    assertNotEquals(unit(portfolio, "tuvan"), unit(portfolio, "kommun-provinge"));
  }

  private static int unit(Portfolio portfolio, String id) {
    Units units = portfolio.units(Stakeholder.TYPE.name());
    return IntStream.range(0, portfolio.table(Stakeholder.TYPE.name()).size())
        .filter(row -> portfolio.idOf(Stakeholder.TYPE.name(), row).equals(id))
        .map(units::unit)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void exempellanYieldsSupportFromAttendanceBesideWhatIsNoted() throws URISyntaxException, IOException {
    long noted = Files.readAllLines(folder("exempellan").resolve("support.csv")).size() - 1;
    assertTrue(read("exempellan").table("support").size() > noted);
  }

  @Test
  void exempellanLetsNoOrganisationTakePartBeforeItIsRegistered() throws URISyntaxException {
    Portfolio portfolio = read("exempellan");
    Map<String, LocalDate> registered = new HashMap<>();
    portfolio.rows(Stakeholder.TYPE)
        .filter(row -> row.get(Stakeholder.REGISTERED) != null)
        .forEach(row -> registered.put(row.get(Stakeholder.ID), row.get(Stakeholder.REGISTERED)));
    assertEquals(
        List.of(),
        portfolio.rows(Participation.TYPE)
            .filter(row -> row.get(Participation.DATE) != null && row.get(Participation.ORGANISATIONS) != null)
            .filter(row -> row.get(Participation.ORGANISATIONS).stream()
                .anyMatch(id -> registered.getOrDefault(id, LocalDate.MIN).isAfter(row.get(Participation.DATE))))
            .map(String::valueOf)
            .toList());
  }

  @Test
  void exempellanNamesNoPerson() throws URISyntaxException {
    List<String> names = read("exempellan").rows(Stakeholder.TYPE)
        .filter(row -> "person".equals(row.get(Stakeholder.KIND)))
        .map(row -> String.valueOf(row.get(Stakeholder.NAME)))
        .distinct()
        .toList();
    assertEquals(List.of("null"), names);
  }
}
