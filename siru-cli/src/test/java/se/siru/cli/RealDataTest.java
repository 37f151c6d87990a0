package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.Siru;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** Two real sets from their files to result tables by the command line, against figures that others computed. */
class RealDataTest {
  private static final Path MAPPINGS = Path.of("..", "docs", "how-to", "mappings");
  private static final double CLOSE = 1e-9;
  private static final BigDecimal HALF_AN_ORE = new BigDecimal("0.005");

  @TempDir
  Path folder;

  private Path data;

  @BeforeEach
  void find() {
    String set = System.getenv("SIRU_DATA");
    assumeTrue(set != null && !set.isBlank(), "SIRU_DATA is not set, so the real data sets are not evaluated");
    data = Path.of(set);
    assumeTrue(Files.isDirectory(data.resolve("dsi4eu")), "SIRU_DATA has no dsi4eu");
    assumeTrue(Files.isDirectory(data.resolve("sweden-erdf")), "SIRU_DATA has no sweden-erdf");
  }

  /** Imports a set and gives the folder of the portfolio. */
  private Path imported(String name) {
    Path out = folder.resolve(name);
    CliRun run =
        CliRun.of(
            "import", "--mapping", MAPPINGS.resolve(name + ".json").toString(), data.resolve(name).toString(), "--out",
            out.toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.lines().get(0).endsWith(" 0 rejected"), run.out());
    return out;
  }

  private JsonNode expected(String name) throws IOException {
    return new ObjectMapper().readTree(Files.readString(data.resolve(name).resolve("EXPECTED.json")));
  }

  /** The values of a result table by {@code indicator|period|codes}, an empty code being a total. */
  private static Map<String, BigDecimal> evaluate(Path portfolio, String name, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "evaluate", portfolio.toString(), "--definitions",
                MAPPINGS.resolve(name + "-definitions.json").toString(), "--format", "csv"));
    args.addAll(List.of(more));
    CliRun run = CliRun.of(args.toArray(String[]::new));
    assertEquals(ExitCode.DONE, run.code(), run.err());
    int dimensions = List.of(run.lines().get(0).split(",")).indexOf("value") - 2;
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    for (String line : run.lines().subList(1, run.lines().size())) {
      String[] cells = line.split(",", -1);
      if (!cells[2 + dimensions].isEmpty()) {
        values.put(String.join("|", List.of(cells).subList(0, 2 + dimensions)), new BigDecimal(cells[2 + dimensions]));
      }
    }
    return values;
  }

  /** The values of one indicator by the code of the only dimension. */
  private static Map<String, BigDecimal> byCode(Map<String, BigDecimal> values, String indicator) {
    Map<String, BigDecimal> found = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          String[] parts = key.split("\\|", -1);
          if (parts[0].equals(indicator) && !parts[2].isEmpty()) {
            found.put(parts[2], value.stripTrailingZeros());
          }
        });
    return found;
  }

  /** Figures by what the source calls a code, as figures by code; what the source leaves empty is unknown. */
  private static Map<String, BigDecimal> figures(JsonNode object, Codelist codes) {
    Map<String, BigDecimal> figures = new TreeMap<>();
    object.properties().forEach(
        figure -> {
          String name = figure.getKey();
          String code =
              name.isEmpty()
                  ? Codelist.UNKNOWN
                  : codes.resolve(name).map(Code::code).orElse("no code: " + name);
          BigDecimal number = new BigDecimal(figure.getValue().asText());
          figures.merge(code, number, BigDecimal::add);
        });
    figures.replaceAll((code, number) -> number.stripTrailingZeros());
    return figures;
  }

  private static Codelist codelist(Path portfolio, String id) {
    return Siru.load().read(portfolio).schema().vocabulary().list(id);
  }

  private static void assertNumber(JsonNode expected, BigDecimal found) {
    assertEquals(0, new BigDecimal(expected.asText()).compareTo(found), expected + " and " + found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dsi4eu", "sweden-erdf", "susy-map", "davis"})
  void thePageOnASetRunsAsItIsWritten(String name) throws IOException {
    Path page = MAPPINGS.resolveSibling("import-" + name + ".md");
    List<DocumentedCommand> commands = DocumentedCommand.in(page);
    assertTrue(commands.size() >= 2, page + " has " + commands.size() + " commands");
    for (DocumentedCommand command : commands) {
      String[] args = command.arguments();
      for (int i = 0; i < args.length; i++) {
        args[i] =
            args[i].equals("portfolio") || args[i].endsWith(".csv")
                ? folder.resolve(args[i]).toString()
                : args[i].equals(name + "/")
                    ? data.resolve(name).toString()
                    : args[i].startsWith("docs/") ? Path.of("..").resolve(args[i]).toString() : args[i];
      }
      CliRun run = CliRun.of(args);
      assertEquals(ExitCode.DONE, run.code(), command.line() + "\n" + run.err());
      assertTrue(run.lines().size() > 0, command.line());
    }
  }

  @Test
  void organisationsOfDsi4euByTypeSizeAndCountry() throws IOException {
    Path portfolio = imported("dsi4eu");
    JsonNode expected = expected("dsi4eu").get("expected");
    String organisations = "dsi4eu:organisations";
    Map<String, String> dimensions =
        Map.of(
            "dsi4eu:organisation-type", "organisations_by_type", "dsi4eu:size-band", "organisations_by_size",
            "country", "organisations_by_country");
    Map<String, String> lists =
        Map.of(
            "dsi4eu:organisation-type", "dsi4eu:organisation-types", "dsi4eu:size-band", "dsi4eu:size-bands",
            "country", "countries");
    for (Map.Entry<String, String> dimension : dimensions.entrySet()) {
      Map<String, BigDecimal> found =
          evaluate(portfolio, "dsi4eu", "--indicators", organisations, "--by", dimension.getKey());
      Codelist codes = codelist(portfolio, lists.get(dimension.getKey()));
      assertEquals(
          figures(expected.get(dimension.getValue()), codes), byCode(found, organisations), dimension.getValue());
      assertNumber(expected.get("organisations"), found.get(organisations + "|total|"));
    }
  }

  @Test
  void initiativesOfDsi4euByNumberOfOrganisations() throws IOException {
    JsonNode expected = expected("dsi4eu").get("expected");
    Map<String, BigDecimal> values =
        evaluate(imported("dsi4eu"), "dsi4eu", "--indicators", "dsi4eu:initiatives*", "--by", "organisations");
    Map<String, BigDecimal> found = byCode(values, "dsi4eu:initiatives-by-organisations");
    found.put("0", values.get("dsi4eu:initiatives-without-organisations|total|"));
    expected.get("initiatives_by_number_of_organisations").properties().forEach(
        figure -> assertNumber(figure.getValue(), found.remove(figure.getKey().replace("16", "16+"))));
    assertEquals(Map.of(), found);
    assertNumber(expected.get("initiatives"), values.get("dsi4eu:initiatives|total|"));
  }

  @Test
  void crossSectorShareAndEIndexOfDsi4eu() throws IOException {
    JsonNode expected = expected("dsi4eu").get("expected");
    JsonNode mixing = expected.get("sector_mixing_on_co_participation_edges");
    Map<String, BigDecimal> values =
        evaluate(imported("dsi4eu"), "dsi4eu", "--indicators", "SI-N02*,dsi4eu:cross*,dsi4eu:e-i*");
    double index = mixing.get("EI_index").doubleValue();
    assertEquals(index, values.get("SI-N02|total").doubleValue(), CLOSE);
    assertEquals(index, values.get("dsi4eu:e-i-index-by-type|total").doubleValue(), CLOSE);
    assertEquals(
        100 * mixing.get("cross_sector_edge_share").doubleValue(), values.get("SI-N02.share|total").doubleValue(),
        100 * CLOSE);
    assertEquals(
        100 * expected.findValue("cross_sector_initiative_share").doubleValue(),
        values.get("dsi4eu:cross-sector-share|total").doubleValue(), 100 * CLOSE);
  }

  @Test
  void operationsAndAmountsOfSwedenErdfInTotalByAreaAndByYear() throws IOException {
    Path portfolio = imported("sweden-erdf");
    JsonNode expected = expected("sweden-erdf");
    Map<String, BigDecimal> values =
        evaluate(portfolio, "sweden-erdf", "--indicators", "SI-O01,SI-E03,erdf:granted", "--by", "erdf:area");
    assertNumber(expected.get("initiatives"), values.get("SI-O01|total|"));
    assertNumber(expected.get("granted_sek_total"), values.get("SI-E03|total|"));
    Codelist areas = codelist(portfolio, "erdf:areas");
    for (Map.Entry<String, JsonNode> area : expected.get("by_programme_area").properties()) {
      String code = areas.resolve(area.getKey()).orElseThrow().code();
      assertNumber(area.getValue().get("initiatives"), values.get("SI-O01|total|" + code));
      assertNumber(area.getValue().get("granted_sek"), values.get("erdf:granted|total|" + code));
    }
    Map<String, BigDecimal> years =
        evaluate(portfolio, "sweden-erdf", "--indicators", "SI-O01", "--periods", "2014..2023/year");
    assertEquals(expected.get("active_in_year").size(), years.size());
    for (Map.Entry<String, JsonNode> year : expected.get("active_in_year").properties()) {
      assertNumber(year.getValue(), years.get("SI-O01|" + year.getKey()));
    }
  }

  @Test
  void operationsAndAmountsOfSwedenErdfByCountyInFullAndSplit() throws IOException {
    Path portfolio = imported("sweden-erdf");
    JsonNode expected = expected("sweden-erdf");
    Codelist regions = codelist(portfolio, "regions");
    Map<String, BigDecimal> full =
        evaluate(portfolio, "sweden-erdf", "--indicators", "SI-O01,SI-E03", "--by", "county");
    assertEquals(counties(expected.get("initiatives_by_county"), regions), byCode(full, "SI-O01"));
    assertEquals(counties(expected.get("granted_sek_by_county_full"), regions), byCode(full, "SI-E03"));
    Map<String, BigDecimal> split =
        byCode(evaluate(portfolio, "sweden-erdf", "--indicators", "SI-E03", "--by", "county/split"), "SI-E03");
    Map<String, BigDecimal> shares = counties(expected.get("granted_sek_by_county_split"), regions);
    assertEquals(shares.keySet(), split.keySet());
    shares.forEach(
        (county, share) ->
            assertTrue(share.subtract(split.get(county)).abs().compareTo(HALF_AN_ORE) <= 0, county + " " + share));
  }

  private static Map<String, BigDecimal> counties(JsonNode object, Codelist regions) {
    Map<String, BigDecimal> figures = new TreeMap<>();
    object.properties().forEach(
        figure ->
            figures.put(
                regions.resolve(figure.getKey(), "county").orElseThrow().code(),
                new BigDecimal(figure.getValue().asText()).stripTrailingZeros()));
    return figures;
  }
}
