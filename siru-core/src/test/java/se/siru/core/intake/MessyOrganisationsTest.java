package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import se.siru.core.model.Participation;
import se.siru.core.model.Row;
import se.siru.core.portfolio.Portfolio;

/** An invented register and lists of attendance whose column {@code Avsedd} says which organisation was meant, if it may be found. */
class MessyOrganisationsTest {
  private static final String MAPPING = """
      { "files": "attendance.csv", "separator": ";", "records": [
        { "type": "participation", "fields": {
          "activity": { "constant": "forum" }, "date": "Datum", "organisations-text": "Avsedd",
          "organisations": { "resolve": { "name": "Organisation", "number": "Orgnr", "email": "E-post" } } } } ] },
      { "files": "activities.csv", "records": [ { "type": "activity", "fields": { "id": "id" } } ] },
      { "files": "register.csv", "separator": ";", "records": [
        { "type": "stakeholder", "known-as": { "name": ["Kortnamn"], "domain": ["Webb"] }, "fields": {
          "id": "Id", "name": "Namn", "organisation-number": "Orgnr", "sector": "Sektor" } } ] }""";

  private static String resource(String name) throws Exception {
    try (var in = Objects.requireNonNull(MessyOrganisationsTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ImportFixture fixture(Path temp, String attendance) throws Exception {
    return ImportFixture.sources(temp, MAPPING).file("activities.csv", "id\nforum\n")
        .file("register.csv", resource("organisations-register.csv")).file("attendance.csv", attendance);
  }

  private static Path temp() throws Exception {
    Path made = Files.createTempDirectory("organisations");
    made.toFile().deleteOnExit();
    return made;
  }

  @Test
  void whatIsFoundIsRightAndWhatIsNotFoundIsAskedAbout() throws Exception {
    ImportFixture fixture = fixture(temp(), resource("organisations-attendance.csv"));
    ImportReport report = fixture.run();
    assertEquals(List.of(), report.findings());
    Portfolio portfolio = fixture.portfolio();
    List<String> wrong = portfolio.rows(Participation.TYPE)
        .map(row -> meant(row) + " → " + found(row))
        .filter(line -> !line.startsWith(line.substring(line.indexOf("→ ") + 2) + " "))
        .toList();
    assertEquals(List.of(), wrong);
    IdentityReport identities = report.identities().orElseThrow();
    long all = portfolio.rows(Participation.TYPE).count();
    assertEquals(all, identities.byMethod().values().stream().mapToLong(Long::longValue).sum() + identities.unidentified());
    assertTrue(identities.byMethod().keySet().containsAll(List.of("number", "domain", "name")));
    assertTrue(identities.textsWithSuggestion() > identities.textsUnresolved() / 2);
    assertEquals(1, identities.numbersOfPersons());
  }

  private static String meant(Row row) {
    return Objects.requireNonNullElse(row.get(Participation.ORGANISATIONS_TEXT), "");
  }

  private static String found(Row row) {
    return String.join(",", Objects.requireNonNullElse(row.get(Participation.ORGANISATIONS), List.of()));
  }

  @Property(tries = 2)
  void theOrderOfTheRowsChangesNoCountAndTheSameFilesGiveTheSameBytes(@ForAll long seed) throws Exception {
    List<String> lines = new ArrayList<>(resource("organisations-attendance.csv").lines().toList());
    ImportFixture one = fixture(temp(), String.join("\n", lines) + "\n");
    ImportReport first = one.run();
    Map<String, String> bytes = OrganisationsTest.bytes(one.out());
    one.run();
    assertEquals(bytes, OrganisationsTest.bytes(one.out()));
    Collections.shuffle(lines.subList(1, lines.size()), new Random(seed));
    ImportFixture other = fixture(temp(), String.join("\n", lines) + "\n");
    ImportReport second = other.run();
    assertEquals(first.identities().orElseThrow().byMethod(), second.identities().orElseThrow().byMethod());
    assertEquals(texts(one), texts(other));
  }

  /** The texts asked about and how often they were met. */
  private static List<String> texts(ImportFixture fixture) throws Exception {
    return fixture.written("unresolved.csv").stream()
        .map(line -> line.toLowerCase(Locale.ROOT).split(";;;")).map(parts -> parts[0] + parts[parts.length > 1 ? 1 : 0].split(";")[0])
        .sorted().toList();
  }

  @Property(tries = 4)
  void anAnswerChangesOnlyTheCountsThatTheReportNames(@ForAll long seed) throws Exception {
    ImportFixture fixture = fixture(temp(), resource("organisations-attendance.csv"));
    fixture.run();
    PortfolioCounts before = PortfolioCounts.of(fixture.portfolio());
    List<String> open = fixture.written("unresolved.csv").stream().skip(1).map(line -> line.substring(0, line.indexOf(';'))).toList();
    String text = open.get(new Random(seed).nextInt(open.size()));
    fixture.answer(text, "if-1", "alias");
    ImportReport report = fixture.run();
    PortfolioCounts after = PortfolioCounts.of(fixture.portfolio());
    assertEquals(after.since(before), report.changes());
    assertTrue(report.changes().stream().allMatch(change -> change.of().equals("participation.organisations")
        && List.of("", "civil-society").contains(change.sector()) && change.after() - change.before() == 1), report.changes()::toString);
  }
}
