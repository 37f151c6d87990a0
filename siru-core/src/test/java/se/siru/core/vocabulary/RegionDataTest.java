package se.siru.core.vocabulary;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Regions and countries against independent tables of the same facts. */
class RegionDataTest {
  private static final Map<String, String> LEVEL_ABOVE =
      Map.of("municipality", "county", "county", "nuts2", "nuts3", "nuts2", "nuts2", "nuts1", "nuts1", "country");

  /** The comparison table builds the genitive by rule; these municipalities do not write theirs so. */
  private static final Map<String, String> NOT_AS_THE_TABLE_SAYS =
      Map.of("2080", "Falu kommun", "2513", "Överkalix kommun", "2514", "Kalix kommun");

  private static List<NamedCsvRecord> shared(String file) throws IOException {
    String data = System.getenv("SIRU_DATA");
    assumeTrue(data != null && !data.isBlank(), "SIRU_DATA is not set, so there is no table to compare with");
    Path path = Path.of(data).resolve(file);
    assumeTrue(Files.isReadable(path), "SIRU_DATA has no " + file);
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path)) {
      return reader.stream().toList();
    }
  }

  private static Map<String, JsonNode> regions() throws IOException {
    return CodelistFile.read("regions").byCode();
  }

  private static Set<String> ofLevel(Map<String, JsonNode> regions, String level) {
    return regions.entrySet().stream()
        .filter(region -> level.equals(region.getValue().path("level").asText()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyRegionLiesInARegionOfTheLevelAbove() throws IOException {
    Map<String, JsonNode> regions = regions();
    regions.forEach(
        (code, region) -> {
          String parent = region.path("parent").asText(null);
          String above = parent == null ? null : regions.get(parent).path("level").asText();
          assertEquals(LEVEL_ABOVE.get(region.path("level").asText()), above, code);
        });
  }

  @Test
  void swedenHas21CountiesAnd290Municipalities() throws IOException {
    Map<String, JsonNode> regions = regions();
    assertEquals(21, ofLevel(regions, "county").size());
    assertEquals(290, ofLevel(regions, "municipality").size());
  }

  @Test
  void jonkopingCountyHoldsItsThirteenMunicipalities() throws IOException {
    Set<String> names =
        regions().values().stream()
            .filter(region -> region.path("parent").asText().equals("SE211"))
            .map(region -> region.path("label").path("sv").asText())
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(
            "Aneby", "Eksjö", "Gislaved", "Gnosjö", "Habo", "Jönköping", "Mullsjö", "Nässjö", "Sävsjö", "Tranås",
            "Vaggeryd", "Vetlanda", "Värnamo"),
        names);
  }

  @Test
  void municipalitiesHaveTheNumberNameAndCountyOfTheTable() throws IOException {
    List<NamedCsvRecord> table = shared("standards/geo/se-municipalities.csv");
    Map<String, String> counties =
        shared("standards/geo/se-lan-crosswalk.csv").stream()
            .collect(Collectors.toMap(row -> row.getField("lan_code"), row -> row.getField("nuts3_2024")));
    Map<String, JsonNode> regions = regions();
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> actual = new TreeMap<>();
    for (NamedCsvRecord row : table) {
      String code = row.getField("municipality_code");
      String longName = NOT_AS_THE_TABLE_SAYS.getOrDefault(code, row.getField("municipality_name"));
      expected.put(
          code, row.getField("municipality_name_short") + " in " + counties.get(row.getField("county_code")));
      assertTrue(CodelistFile.aliases(regions.get(code)).contains(longName), longName);
    }
    for (String code : ofLevel(regions, "municipality")) {
      JsonNode region = regions.get(code);
      actual.put(code, region.path("label").path("sv").asText() + " in " + region.path("parent").asText());
    }
    assertEquals(expected, actual);
  }

  @Test
  void countiesHaveTheNamesAndNumbersOfTheTable() throws IOException {
    Map<String, NamedCsvRecord> shortNames =
        shared("standards/geo/se-counties.csv").stream()
            .collect(Collectors.toMap(row -> row.getField("county_code"), row -> row));
    List<NamedCsvRecord> table = shared("standards/geo/se-lan-crosswalk.csv");
    Map<String, JsonNode> regions = regions();
    assertEquals(
        table.stream().map(row -> row.getField("nuts3_2024")).collect(Collectors.toCollection(TreeSet::new)),
        ofLevel(regions, "county"));
    for (NamedCsvRecord row : table) {
      String number = row.getField("lan_code");
      JsonNode county = regions.get(row.getField("nuts3_2024"));
      assertAll(
          () -> assertEquals(row.getField("lan_name"), county.path("label").path("sv").asText()),
          () ->
              assertEquals(
                  List.of(shortNames.get(number).getField("county_name_short"), number, row.getField("iso_3166_2")),
                  CodelistFile.aliases(county)));
    }
  }

  @Test
  void nutsCodesHaveTheParentsLevelsAndNamesOfTheTable() throws IOException {
    List<NamedCsvRecord> table = shared("standards/geo/nuts-2024.csv");
    Map<String, JsonNode> regions = regions();
    for (NamedCsvRecord row : table) {
      String code = row.getField("code");
      JsonNode region = regions.get(code);
      assertEquals(row.getField("parent"), region.path("parent").asText(), code);
      String level = region.path("level").asText();
      if (row.getField("level").equals("0")) {
        assertEquals("country", level, code);
        assertTrue(CodelistFile.spellings(region).contains(CodelistFile.fold(row.getField("name"))), code);
      } else {
        assertEquals("nuts" + row.getField("level"), level.equals("county") ? "nuts3" : level, code);
        assertEquals(row.getField("name_sv"), region.path("label").path("sv").asText());
      }
    }
    assertEquals(table.size(), regions.size() - ofLevel(regions, "municipality").size());
  }

  @Test
  void everyCountryNameOfTheOrganisationFileNamesOneCountry() throws IOException {
    List<NamedCsvRecord> table = shared("dsi4eu/organisations.csv");
    Map<String, Set<String>> owners = new HashMap<>();
    CodelistFile.read("countries")
        .byCode()
        .forEach(
            (code, country) ->
                CodelistFile.spellings(country)
                    .forEach(spelling -> owners.computeIfAbsent(spelling, key -> new TreeSet<>()).add(code)));
    Set<String> unresolved =
        table.stream()
            .map(row -> row.getField("country"))
            .filter(name -> !name.isBlank())
            .filter(name -> owners.getOrDefault(CodelistFile.fold(name), Set.of()).size() != 1)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(Set.of(), unresolved);
  }
}
