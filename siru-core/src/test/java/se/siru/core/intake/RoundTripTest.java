package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.lexical.IllegalCharacters;
import se.siru.core.law.LawData;
import se.siru.core.model.Field;
import se.siru.core.model.Initiative;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.CoveredPart;
import se.siru.core.portfolio.IdentityLink;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

class RoundTripTest {
  /** A standard schema with a list, child codes and fields of somebody's own. */
  static Schema extendedSchema() {
    Codelist bands =
        Codelist.of("dsi:bands", "2", LocalizedText.of("Band", "Bands"),
            List.of(Code.of("-10", LocalizedText.empty()), Code.of("+10", LocalizedText.of("fler", "more"))));
    Codelist sectors =
        Schema.standard().vocabulary().list("sectors").plus(List.of(Code.of("dsi:lab", LocalizedText.empty()).below("academia")));
    RecordType.Extra extra = RecordType.extra("stakeholder");
    LawData law = LawData.builder("dsi", "1").occupiedShares(List.of()).build();
    return Schema.standard()
        .withLaw(law)
        .withCodelists(List.of(bands, sectors))
        .withFields(List.of(
            extra.codes("dsi:bands", "dsi:bands").labelled("Band", "Bands").documented("Dokumentation", "Documentation").add(),
            extra.decimal("dsi:rate", 3).least(0).most(2_000).add(),
            extra.money("dsi:turnover").add(),
            extra.date("dsi:seen").add(),
            RecordType.extra("participation").integer("dsi:children").least(0).add(),
            RecordType.extra("participation").text("dsi:note").add()));
  }

  static List<String> texts(Portfolio portfolio, RecordType type) {
    List<String> texts = new ArrayList<>();
    portfolio.table(type.name()).rows().forEach(row -> {
      Map<String, Object> values = new TreeMap<>();
      for (Field<?> field : row.type().fields()) {
        Object value = row.get(field);
        if (value != null) {
          values.put(field.name(), value);
        }
      }
      texts.add(values.toString());
    });
    texts.sort(null);
    return texts;
  }

  static void assertSame(Portfolio expected, Portfolio actual) {
    for (RecordType type : expected.schema().types()) {
      assertEquals(expected.holds(type), actual.holds(type), type.name());
      assertEquals(expected.coverage(type).parts(), actual.coverage(type).parts(), type.name());
      assertEquals(texts(expected, type), texts(actual, type), type.name());
    }
    assertEquals(expected.schema().law().toString(), actual.schema().law().toString());
    assertEquals(expected.schema().law().occupiedShares(), actual.schema().law().occupiedShares());
    assertEquals(expected.name() + expected.title() + expected.currency() + expected.recordedAt(),
        actual.name() + actual.title() + actual.currency() + actual.recordedAt());
  }

  static Portfolio built(Map<RecordType, List<Row>> rows, Schema schema) {
    PortfolioBuilder builder = Portfolio.builder(schema).name("Åå = \"x\"").recordedAt(LocalDate.of(2024, 1, 31));
    rows.forEach((type, some) -> builder.holds(type).addAll(some));
    Findings findings = new Findings();
    return builder.build(findings).orElseThrow(() -> new AssertionError(findings.list()));
  }

  @Property(tries = 60)
  void readingWhatWasWrittenGivesTheSameRecords(@ForAll long seed) throws IOException {
    Schema schema = extendedSchema();
    Map<RecordType, List<Row>> rows = new RandomRows(seed, schema).all();
    Portfolio portfolio = built(rows, schema);
    Path folder = Files.createTempDirectory("round-trip");
    PortfolioWriter.of(portfolio).write(folder);
    PortfolioReader.Result result = PortfolioReader.standard().read(folder);
    assertFalse(result.findings().hasErrors(), () -> PortfolioFolder.found(result).toString());
    assertSame(portfolio, result.orThrow());
    PortfolioWriter raw = PortfolioWriter.of(schema).name(portfolio.name()).recordedAt(portfolio.recordedAt().get());
    rows.forEach(raw::records);
    raw.write(folder);
    assertSame(portfolio, PortfolioReader.of(schema).read(folder).orThrow());
    try (Stream<Path> files = Files.list(folder.getParent())) {
      assertFalse(files.anyMatch(file -> file.getFileName().toString().startsWith("." + folder.getFileName())));
    }
  }

  @Test
  void aTitleInSeveralLanguagesIsWrittenBesideThatOfThePackage(@TempDir Path folder) throws IOException {
    Portfolio portfolio = Portfolio.builder().title(LocalizedText.of("Ett", "One")).add(programme()).build();
    PortfolioWriter.of(portfolio).write(folder);
    String descriptor = Files.readString(folder.resolve("datapackage.json")).replaceAll("\\s+", "");
    assertTrue(descriptor.contains("\"title\":\"Ett\"") && descriptor.contains("\"siru:title\":{\"en\":\"One\",\"sv\":\"Ett\"}"),
        descriptor);
    assertEquals(portfolio.title(), PortfolioReader.standard().read(folder).orThrow().title());
  }

  @Test
  void whatRecordsAreCompleteForIsWrittenAndReadBack(@TempDir Path folder) throws IOException {
    CoveredPart days = new CoveredPart(LocalDate.of(2021, 1, 1), LocalDate.of(2022, 1, 1), Set.of());
    CoveredPart node = new CoveredPart(null, null, Set.of("p"));
    Portfolio portfolio =
        Portfolio.builder().covers(Initiative.TYPE, days).covers(Initiative.TYPE, node).add(programme()).build();
    PortfolioWriter.of(portfolio).write(folder);
    Portfolio read = PortfolioReader.standard().read(folder).orThrow();
    assertEquals(List.of(days, node), read.coverage(Initiative.TYPE).parts());
    assertEquals(List.of(), read.coverage(ProgrammeNode.TYPE).parts());
  }

  @Test
  void aPartThatIsEverythingIsWrittenAsNoLimit(@TempDir Path folder) throws IOException {
    CoveredPart everything = new CoveredPart(null, null, Set.of());
    PortfolioWriter.of(Portfolio.builder().covers(Initiative.TYPE, everything).add(programme()).build()).write(folder);
    assertEquals(List.of(), PortfolioReader.standard().read(folder).orThrow().coverage(Initiative.TYPE).parts());
  }

  private static Row programme() {
    return ProgrammeNode.TYPE.row("p").with(ProgrammeNode.LEVEL, "operation").build();
  }

  private static Portfolio withName(String name) {
    return Portfolio.builder().add(programme()).add(Initiative.TYPE.row("i").with(Initiative.NAME, name).build()).build();
  }

  @Test
  void aTextThatSpreadsheetsWouldRunIsGuardedAndQuoted(@TempDir Path folder) throws IOException {
    PortfolioWriter.of(withName("=1+2\";=1+2")).write(folder);
    assertEquals("id,name,node\ni,\"'=1+2\"\";=1+2\",p\n", Files.readString(folder.resolve("initiatives.csv")));
    PortfolioWriter.of(withName("@x")).write(folder);
    assertEquals("id,name,node\ni,\"'@x\",p\n", Files.readString(folder.resolve("initiatives.csv")));
  }

  @Test
  void naughtyStringsSurviveOrAreRefusedByName(@TempDir Path folder) throws IOException {
    String data = System.getenv("SIRU_DATA");
    Assumptions.assumeTrue(data != null, "SIRU_DATA is not set");
    JsonNode strings = new ObjectMapper().readTree(Path.of(data, "messy", "blns", "blns-half.json").toFile());
    int refused = 0;
    for (JsonNode string : strings) {
      String name = string.asText();
      PortfolioWriter.of(withName(name)).write(folder);
      PortfolioReader.Result result = PortfolioReader.standard().read(folder);
      boolean forbidden = IllegalCharacters.first(name, true) >= 0;
      if (forbidden) {
        refused++;
        assertEquals(List.of("initiatives.csv:2:name cell.control-character"), PortfolioFolder.found(result));
      } else {
        String read = result.orThrow().rows(Initiative.TYPE).findFirst().orElseThrow().get(Initiative.NAME);
        assertEquals(name, read == null ? "" : read);
      }
    }
    assertTrue(refused < strings.size() / 2);
  }

  @Test
  void whatIsWrittenDoesNotDependOnTheLocale(@TempDir Path one, @TempDir Path other) throws IOException {
    Portfolio portfolio = built(new RandomRows(7, extendedSchema()).all(), extendedSchema());
    PortfolioWriter.of(portfolio).write(one);
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "sv-SE")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        PortfolioWriter.of(portfolio).write(other);
        for (String name : List.of("datapackage.json", "stakeholders.csv", "participations.csv", "funding.csv")) {
          assertEquals(Files.readString(one.resolve(name)), Files.readString(other.resolve(name)), tag + " " + name);
        }
        assertSame(portfolio, PortfolioReader.standard().read(other).orThrow());
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void supportThatFollowsFromAttendanceIsNotWritten(@TempDir Path folder) throws IOException {
    new PortfolioFolder(folder.resolve("a"))
        .file("activities.csv", "id,start,support-kind,duration-hours", "a1,2022-03-01,guidance,2", "a2,2022-03-02,,1")
        .write();
    Portfolio portfolio = PortfolioReader.standard().read(folder.resolve("a")).orThrow();
    assertEquals(2, portfolio.table("support").size());
    PortfolioWriter.of(portfolio).write(folder.resolve("b"));
    assertEquals(1, Files.readAllLines(folder.resolve("b").resolve("support.csv")).size());
    assertSame(portfolio, PortfolioReader.standard().read(folder.resolve("b")).orThrow());
  }

  @Test
  void identitiesAreWritten(@TempDir Path folder) throws IOException {
    PortfolioWriter.of(Schema.standard())
        .records(ProgrammeNode.TYPE, List.of(programme()))
        .records(Stakeholder.TYPE, List.of(Stakeholder.TYPE.row("-a").build(), Stakeholder.TYPE.row("b").build()))
        .identities(List.of(new IdentityLink("-a", "b", IdentityLink.Kind.BRANCH, null)))
        .write(folder);
    assertEquals("id,target,kind,from\n\"'-a\",b,branch,\n", Files.readString(folder.resolve("identity.csv")));
    assertEquals(1, PortfolioReader.standard().read(folder).orThrow().units("stakeholder").count());
  }

  @Test
  void aFolderOfSomethingElseIsNotOverwritten(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("thesis.txt"), "x");
    PortfolioWriter writer = PortfolioWriter.of(withName("x"));
    SiruException refused = assertThrows(SiruException.class, () -> writer.write(folder));
    assertEquals(ErrorCode.UNWRITABLE, refused.code());
    assertEquals("x", Files.readString(folder.resolve("thesis.txt")));
    writer.replacingAnything().write(folder);
    assertFalse(Files.exists(folder.resolve("thesis.txt")));
  }

  @Test
  void filesBesideAnOlderPortfolioAreKeptAndItsOwnAreNot(@TempDir Path folder) throws IOException {
    Path target = folder.resolve("portfolio");
    Templates.writeEmptyPortfolio(target, "x", Schema.standard());
    Files.writeString(target.resolve("README.md"), "mine");
    PortfolioWriter.of(withName("x")).write(target);
    assertEquals("mine", Files.readString(target.resolve("README.md")));
    assertFalse(Files.exists(target.resolve("participations.csv")));
  }

  @Test
  void whatFailsLeavesTheOldOne(@TempDir Path folder) throws IOException {
    PortfolioWriter.of(withName("old")).write(folder);
    PortfolioWriter bad =
        PortfolioWriter.of(Schema.standard())
            .records(Stakeholder.TYPE, List.of(Stakeholder.TYPE.row("a;b").build()));
    assertThrows(SiruException.class, () -> bad.write(folder));
    assertEquals("old", PortfolioReader.standard().read(folder).orThrow()
        .rows(Initiative.TYPE).findFirst().orElseThrow().get(Initiative.NAME));
  }

  @Test
  void anEmptyPortfolioHasTheHeaderOfEveryFile(@TempDir Path folder) throws IOException {
    Templates.writeEmptyPortfolio(folder, "Nytt projekt", extendedSchema());
    for (RecordType type : extendedSchema().types()) {
      String header = String.join(",", type.fields().stream().map(Field::name).toList());
      assertEquals(header + "\n", Files.readString(folder.resolve(type.plural() + ".csv")));
    }
    PortfolioReader.Result result = PortfolioReader.standard().read(folder);
    assertEquals(List.of("programme.csv portfolio.no-programme-node"), PortfolioFolder.found(result));
    assertThrows(SiruException.class, () -> Templates.writeEmptyPortfolio(folder, "again", Schema.standard()));
  }
}
