package se.siru.core.intake;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.Findings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;
import se.siru.core.model.Field;
import se.siru.core.model.Funding;
import se.siru.core.model.Initiative;
import se.siru.core.model.Membership;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** The mappings of the two real sets give what was counted in the sources by other programs. */
class RealDataImportTest {
  private static final Path MAPPINGS = Path.of("..", "docs", "how-to", "mappings");

  @TempDir Path temp;

  private record Imported(ImportReport report, Portfolio portfolio, JsonObject expected) {
    long count(String... path) {
      Object at = expected;
      for (String step : path) {
        at = ((JsonObject) at).get(step);
      }
      return ((JsonNumber) at).value().longValueExact();
    }

    Map<String, Long> counts(String... path) {
      JsonObject at = expected;
      for (String step : path) {
        at = (JsonObject) at.get(step);
      }
      Map<String, Long> counts = new TreeMap<>();
      Objects.requireNonNull(at).members().forEach(
          (key, value) -> counts.put(key, ((JsonNumber) value).value().longValueExact()));
      return counts;
    }
  }

  private Imported imported(String name) throws Exception {
    String data = System.getenv("SIRU_DATA");
    assumeTrue(data != null && !data.isBlank(), "SIRU_DATA is not set, so the real data sets are not imported");
    Path source = Path.of(data, name);
    assumeTrue(Files.isDirectory(source), "SIRU_DATA has no " + name);
    Findings findings = new Findings();
    Mapping mapping = Mapping.read(MAPPINGS.resolve(name + ".json"), findings).orElseThrow(
        () -> new AssertionError(findings.list().toString()));
    ImportReport report = Import.of(mapping, List.of(source)).into(temp.resolve(name));
    assertTrue(report.written(), () -> report.findings().toString());
    assertEquals(List.of(), report.findings());
    PortfolioReader.Result result = PortfolioReader.standard().read(temp.resolve(name));
    assertEquals(List.of(), result.findings().list());
    return new Imported(report, result.orThrow(), json(source.resolve("EXPECTED.json")));
  }

  private static JsonObject json(Path file) throws Exception {
    try (InputStream in = Files.newInputStream(file)) {
      return JsonReader.readObject(in, file.toString(), JsonLimits.defaults());
    }
  }

  @SuppressWarnings("unchecked") // the fields asked for here hold codes
  private static String code(Row row, String field) {
    return row.get((Field<String>) row.type().field(field).orElseThrow());
  }

  /** How many rows have each code, under the name that the source gives it; the empty text stands for none. */
  private static Map<String, Long> by(Stream<Row> rows, Function<Row, String> code, Function<String, String> name) {
    return rows.collect(groupingBy(row -> {
      String found = code.apply(row);
      return found == null ? "" : name.apply(found);
    }, TreeMap::new, counting()));
  }

  private static String label(Portfolio portfolio, String list, String code) {
    return portfolio.schema().vocabulary().list(list).find(code).orElseThrow().label().in("en");
  }

  @Test
  void organisationsOfDsi4euAreCountedAsTheirSourceCountsThem() throws Exception {
    Imported set = imported("dsi4eu");
    Portfolio portfolio = set.portfolio();
    assertEquals(
        Map.of("programme", 1L, "stakeholder", set.count("expected", "organisations"),
            "initiative", set.count("expected", "initiatives"), "membership", set.count("expected", "links")),
        set.report().records());
    assertEquals(
        set.counts("expected", "organisations_by_type"),
        by(portfolio.rows(Stakeholder.TYPE), row -> code(row, "dsi4eu:organisation-type"),
            code -> label(portfolio, "dsi4eu:organisation-types", code)));
    assertEquals(
        set.counts("expected", "organisations_by_size"),
        by(portfolio.rows(Stakeholder.TYPE), row -> code(row, "dsi4eu:size-band"),
            code -> label(portfolio, "dsi4eu:size-bands", code)));
    assertEquals(
        new TreeSet<>(set.counts("expected", "organisations_by_type").values()),
        new TreeSet<>(by(portfolio.rows(Stakeholder.TYPE), row -> row.get(Stakeholder.SECTOR), code -> code).values()));
    Codelist countries = portfolio.schema().vocabulary().list("countries");
    Map<String, Long> byCountry = new TreeMap<>();
    set.counts("expected", "organisations_by_country").forEach((name, count) ->
        byCountry.merge(name.isEmpty() ? "" : countries.resolve(name).map(Code::code).orElse("?" + name), count, Long::sum));
    assertEquals(byCountry, by(portfolio.rows(Stakeholder.TYPE), row -> row.get(Stakeholder.COUNTRY), code -> code));
    assertEquals(List.of("EXPECTED.json", "SOURCE.md", "organisations.json", "projects.json"), set.report().filesIgnored());
  }

  @Test
  void initiativesOfDsi4euHaveTheirOrganisationsAreasAndFocuses() throws Exception {
    Imported set = imported("dsi4eu");
    Portfolio portfolio = set.portfolio();
    Map<String, Long> sizes = portfolio.rows(Membership.TYPE).collect(groupingBy(row -> row.get(Membership.INITIATIVE), counting()));
    Map<String, Long> bySize =
        portfolio.rows(Initiative.TYPE)
            .collect(groupingBy(row -> Long.toString(sizes.getOrDefault(row.get(Initiative.ID), 0L)), TreeMap::new, counting()));
    assertEquals(set.counts("expected", "initiatives_by_number_of_organisations"), bySize);
    assertEquals(set.count("expected", "initiatives_with_start_date"),
        portfolio.rows(Initiative.TYPE).filter(row -> row.get(Initiative.START) != null).count());
    Map<String, Long> areas = byMany(portfolio, Initiative.TYPE, "dsi4eu:social-area");
    assertEquals(set.count("expected", "social_area_assignments_total"),
        areas.values().stream().mapToLong(Long::longValue).sum());
    Map<String, Long> ofPublisher = set.counts("expected", "initiatives_by_social_area_publisher_9");
    areas.keySet().retainAll(ofPublisher.keySet()); // the rest is free text, collected as it stands
    assertEquals(ofPublisher, areas);
    assertEquals(set.counts("expected", "initiatives_by_focus"), byMany(portfolio, Initiative.TYPE, "dsi4eu:focus"));
  }

  @SuppressWarnings("unchecked") // the fields asked for here hold several codes
  private static Map<String, Long> byMany(Portfolio portfolio, se.siru.core.model.RecordType type, String name) {
    Field<List<String>> field = (Field<List<String>>) portfolio.schema().type(type.name()).field(name).orElseThrow();
    String list = Objects.requireNonNull(field.codelist());
    return portfolio.rows(type).flatMap(row -> row.get(field).stream())
        .collect(groupingBy(code -> label(portfolio, list, code), TreeMap::new, counting()));
  }

  @Test
  void operationsOfTheSwedishFundKeepTheirMoneyCountiesAndAreas() throws Exception {
    Imported set = imported("sweden-erdf");
    Portfolio portfolio = set.portfolio();
    assertEquals(set.count("initiatives"),
        portfolio.rows(ProgrammeNode.TYPE).filter(row -> "operation".equals(row.get(ProgrammeNode.LEVEL))).count());
    assertEquals(set.count("beneficiaries_exact_name"), portfolio.rows(Stakeholder.TYPE).count());
    assertEquals(Map.of("stakeholder", set.count("initiatives") - set.count("beneficiaries_exact_name")), set.report().merged());
    assertEquals(set.count("granted_sek_total") * 100,
        portfolio.rows(Funding.TYPE).mapToLong(row -> Objects.requireNonNull(row.get(Funding.AMOUNT)).minorUnits()).sum());
    Codelist regions = portfolio.schema().vocabulary().list("regions");
    Map<String, Long> byCounty = new TreeMap<>();
    set.counts("initiatives_by_county").forEach((name, count) ->
        byCounty.put(regions.resolve(name, "county").orElseThrow().code(), count));
    assertEquals(byCounty,
        portfolio.rows(ProgrammeNode.TYPE).flatMap(row -> row.get(ProgrammeNode.REGIONS).stream())
            .collect(groupingBy(code -> code, TreeMap::new, counting())));
    assertEquals(set.count("county_assignments_total"), byCounty.values().stream().mapToLong(Long::longValue).sum());
    Map<String, Long> byArea = new TreeMap<>();
    ((JsonObject) Objects.requireNonNull(set.expected().get("by_programme_area"))).members().forEach((name, facts) ->
        byArea.put(name, ((JsonNumber) Objects.requireNonNull(((JsonObject) facts).get("initiatives"))).value().longValueExact()));
    assertEquals(byArea,
        by(portfolio.rows(ProgrammeNode.TYPE).filter(row -> "operation".equals(row.get(ProgrammeNode.LEVEL))),
            row -> code(row, "erdf:area"), code -> label(portfolio, "erdf:areas", code)));
    assertEquals(set.count("municipalities_named_distinct"), municipalities(portfolio));
    assertEquals(List.of(), set.report().unknownValues());
  }

  @SuppressWarnings("unchecked") // the field holds several codes
  private static long municipalities(Portfolio portfolio) {
    Field<List<String>> field =
        (Field<List<String>>) portfolio.schema().type("programme").field("erdf:municipalities").orElseThrow();
    return portfolio.rows(ProgrammeNode.TYPE).flatMap(row -> row.get(field).stream()).distinct().count();
  }
}
