package se.siru.core.format.star;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.model.Periods;
import se.siru.core.pack.SmallProgramme;

/** Fact and dimension tables. */
class StarExporterTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "star.md");

  private static byte[] export(String... breakdowns) {
    Siru siru = Siru.load();
    Evaluation evaluation =
        Evaluation.of(SmallProgramme.portfolio(), SmallProgramme.catalogue())
            .indicators("T1", "SI-P01")
            .periods(Periods.parse("2021..2022,total"))
            .by(breakdowns);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    siru.export(siru.publish(evaluation.run(), Audience.INTERNAL), "star", out);
    return out.toByteArray();
  }

  /** The lines of each table, split at commas: nothing in the small programme is quoted. */
  private static Map<String, List<List<String>>> tables(byte[] zip) throws IOException {
    Map<String, List<List<String>>> tables = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertEquals('\uFEFF', text.charAt(0), entry.getName());
        tables.put(
            entry.getName(),
            text.substring(1).lines().map(line -> Arrays.asList(line.split(",", -1))).toList());
      }
    }
    return tables;
  }

  private static List<String> texts(List<List<String>> table) {
    return table.stream().map(row -> String.join(",", row)).toList();
  }

  @Test
  void factsHoldTheCellsAndTheTargetsOfEveryDecision() throws IOException {
    Map<String, List<List<String>>> tables = tables(export("sector"));
    List<String> results = texts(tables.get("fact_result.csv"));
    assertTrue(results.contains("T1,2021,total,_total,_total,_total,_total,_total,_total,2,,,,ok,2,0"), results::toString);
    assertTrue(
        results.contains("SI-P01,2022,sector,business,_total,_total,_total,_total,_total,1,,,,ok,1,0"), results::toString);
    assertEquals(
        List.of(
            "indicator_key,period_key,breakdown_key,sector_key,size_key,region_key,nuts2_key,county_key,municipality_key,"
                + "codes,baseline,target,decision_key,applies",
            "T1,total,total,_total,_total,_total,_total,_total,_total,,,99,d1,no",
            "T1,total,total,_total,_total,_total,_total,_total,_total,,1,7,d2,yes"),
        texts(tables.get("fact_target.csv")).subList(0, 3));
    assertEquals(
        List.of("decision_key,diary_number,version,date,funder,supersedes_key,in_effect", "d1,,1,2021-01-01,,,yes",
            "d2,,2,2022-02-01,,d1,yes"),
        texts(tables.get("dim_decision.csv")));
    assertEquals(
        List.of("sector_key,code,name_sv,name_en,sort", "_total,,Totalt,Total,1", "business,business,Näringsliv,Business,2"),
        texts(tables.get("dim_sector.csv")).subList(0, 3));
  }

  @Test
  void everyKeyOfAFactIsAMemberOfItsDimension() throws IOException {
    Map<String, List<List<String>>> tables = tables(export("sector", "county", "municipality,sector", "activity-kind"));
    for (String fact : List.of("fact_result.csv", "fact_target.csv")) {
      List<List<String>> rows = tables.get(fact);
      List<String> header = rows.get(0);
      for (int i = 0; i < header.size(); i++) {
        if (header.get(i).endsWith("_key")) {
          String role = header.get(i).substring(0, header.get(i).length() - "_key".length());
          String table =
              List.of("nuts2", "county", "municipality").contains(role) ? "dim_region.csv" : "dim_" + role + ".csv";
          Set<String> keys = new HashSet<>();
          tables.get(table).forEach(row -> assertTrue(keys.add(row.get(0)), table + " has " + row.get(0) + " twice"));
          for (List<String> row : rows.subList(1, rows.size())) {
            String key = row.get(i);
            assertTrue(keys.contains(key) || role.equals("decision") && key.isEmpty(), fact + ": " + role + " " + key);
          }
        }
      }
    }
  }

  /** Reports are built on these names: a change here breaks them. */
  @Test
  void tablesAndColumnsAreTheDocumentedOnesAndStayAsTheyAre() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    Matcher table = Pattern.compile("(?m)^## (dim_[a-z]+|fact_[a-z]+)\n(?:.*\n)*?```text\n(.*)\n```").matcher(Files.readString(PAGE));
    while (table.find()) {
      documented.put(table.group(1), table.group(2));
    }
    Map<String, String> written = new TreeMap<>();
    tables(export()).forEach(
        (name, rows) -> written.put(name.replace(".csv", ""), String.join(",", rows.get(0))));
    assertEquals(written, documented);
    assertEquals(
        "{dim_breakdown=breakdown_key,name_sv,name_en, "
            + "dim_decision=decision_key,diary_number,version,date,funder,supersedes_key,in_effect, "
            + "dim_indicator=indicator_key,id,code,version,name_sv,name_en,definition_sv,definition_en,unit,kind,direction,"
            + "source,provider,provider_version,rules,confirmed,preview, "
            + "dim_period=period_key,kind,first_day,last_day,name_sv,name_en,sort, "
            + "dim_region=region_key,code,name_sv,name_en,sort,level, "
            + "dim_sector=sector_key,code,name_sv,name_en,sort, "
            + "dim_size=size_key,code,name_sv,name_en,sort, "
            + "fact_result=indicator_key,period_key,breakdown_key,sector_key,size_key,region_key,nuts2_key,county_key,"
            + "municipality_key,value,numerator,denominator,unit,status,records,unknown, "
            + "fact_target=indicator_key,period_key,breakdown_key,sector_key,size_key,region_key,nuts2_key,county_key,"
            + "municipality_key,codes,baseline,target,decision_key,applies}",
        written.toString());
  }

  @Test
  void otherDimensionsHaveATableOfTheirOwnAndALastColumn() throws IOException {
    Map<String, List<List<String>>> tables = tables(export("activity-kind"));
    List<String> header = tables.get("fact_result.csv").get(0);
    assertEquals("activity_kind_key", header.get(header.size() - 1));
    assertEquals("activity_kind_key", tables.get("dim_activity_kind.csv").get(0).get(0));
  }

  @Test
  void theSamePublicationGivesTheSameBytesInEveryZone() {
    byte[] here = export("sector");
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertArrayEquals(here, export("sector"));
    } finally {
      TimeZone.setDefault(zone);
    }
  }
}
