package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Results;
import se.siru.core.model.Activity;
import se.siru.core.model.Field;
import se.siru.core.model.Initiative;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Portfolio;
import se.siru.indicators.network.TieNetwork;
import se.siru.indicators.network.TieRule;
import se.siru.indicators.statistics.Diversity;

/** A map of initiatives in GeoJSON and the women and events of Davis, imported and asked, against figures made elsewhere. */
class OpenSetsTest {
  @TempDir Path temp;

  private static void assertClose(double expected, Cell cell) {
    assertEquals(expected, cell.number().orElseThrow().doubleValue(), 1e-9 * Math.max(1, Math.abs(expected)), cell::toString);
  }

  @SuppressWarnings("unchecked") // the caller knows what the field holds
  private static <T> Field<T> field(Portfolio portfolio, String type, String name) {
    return (Field<T>) portfolio.schema().type(type).field(name).orElseThrow();
  }

  /** Without the real sets, on small invented ones of the same form. */
  @Test
  void theSamplesAreReadAsTheirSetsAre() throws IOException {
    RealSet map = RealSet.sample("susy-map", temp, List.of("initiatives.geojson:3 geojson.no-point"));
    Results onMap = map.of(new String[] {"susy:*"}, "total", "susy:type", "susy:country");
    assertEquals("4", RealSet.plain(onMap.cell("susy:initiatives", "total")));
    assertEquals("2", RealSet.plain(onMap.cell("susy:initiatives", "total", "susy:country=AUT")));
    assertEquals("2", RealSet.plain(onMap.cell("susy:initiatives", "total", "susy:type=other")));
    assertEquals("14.16", RealSet.plain(onMap.cell("susy:west", "total")));
    assertEquals("48.31", RealSet.plain(onMap.cell("susy:north", "total")));
    RealSet women = RealSet.sample("davis", temp, List.of());
    Results went = women.of(new String[] {"davis:*"}, "total,2001-03");
    assertEquals("4", RealSet.plain(went.cell("davis:women", "total")));
    assertEquals("3", RealSet.plain(went.cell("davis:women-ties", "total"))); // of three women at the first event
    assertEquals("4", RealSet.plain(went.cell("davis:women-tie-weight", "total"))); // two of them at the second, too
    assertEquals("1", RealSet.plain(went.cell("davis:events-ties", "total")));
    assertEquals("2", RealSet.plain(went.cell("davis:attendances", "2001-03"))); // 1 March, the 60th day
  }

  @Test
  void theMapHasAllInitiativesWithTypesCountriesAndPartners() throws IOException {
    RealSet set = RealSet.imported("susy-map", temp);
    Results results = set.of(new String[] {"susy:*"}, "total", "susy:type", "susy:partner", "susy:country");
    assertEquals(set.figure("initiatives"), RealSet.plain(results.cell("susy:initiatives", "total")));
    assertEquals(
        set.figure("distinct_ids"),
        Long.toString(set.portfolio().rows(Initiative.TYPE).map(row -> row.get(Initiative.ID)).distinct().count()));
    assertEquals(
        set.figure("distinct_names_strip_casefold"),
        Long.toString(set.portfolio().rows(Initiative.TYPE)
            .map(row -> Objects.requireNonNull(row.get(Initiative.NAME)).strip().toLowerCase(Locale.ROOT)).distinct().count()));
    assertEquals(
        set.figure("initiatives_without_type"), RealSet.plain(results.cell("susy:initiatives-without-type", "total")));
    assertEquals(set.figure("without_country"), RealSet.plain(results.cell("susy:initiatives-without-country", "total")));
  }

  /** The source has "Other" once more beside "other"; a collected list takes the two for one code. */
  @Test
  void theMapsTypesAreCountedOncePerInitiative() throws IOException {
    RealSet set = RealSet.imported("susy-map", temp);
    Results results = set.of(new String[] {"susy:*"}, "total", "susy:type");
    Map<String, Long> types = new TreeMap<>();
    set.byLabel(results, "susy:initiatives", "susy:type", "susy:types").forEach((name, number) -> types.put(name, Long.valueOf(number)));
    assertEquals(set.figure("initiatives_without_type"), Objects.requireNonNull(types.remove("")).toString());
    List<String> spellings = spellings(set, "susy:types");
    assertEquals(set.figure("distinct_types"), Integer.toString(spellings.size()));
    assertEquals(spellings.size() - 1, types.size());
    assertTrue(spellings.contains("Other") && spellings.contains("other"));
    assertEquals(Integer.toString(types.size()), RealSet.plain(results.cell("susy:types", "total")));
    long other = Objects.requireNonNull(types.remove("other"));
    Map<String, Long> exact = new TreeMap<>(types);
    Matcher top = Pattern.compile("\\[\\s*\"([a-z_]+)\",\\s*(\\d+)\\s*]")
        .matcher(set.expected().substring(set.expected().indexOf("top10_types"), set.expected().indexOf("reporting_partner_exact")));
    long stated = 0;
    while (top.find()) {
      stated++;
      if (top.group(1).equals("other")) {
        exact.put("other", Long.valueOf(top.group(2)));
        exact.put("Other", other - Long.parseLong(top.group(2)));
      } else {
        assertEquals(Long.valueOf(top.group(2)), types.get(top.group(1)), top.group(1));
      }
    }
    assertEquals(10, stated);
    assertEquals(
        set.figure("type_assignments_distinct_per_initiative"),
        Long.toString(exact.values().stream().mapToLong(Long::longValue).sum()));
    assertEquals(
        Double.parseDouble(set.figure("type_shannon_nats")), Diversity.shannon(exact.values()).orElseThrow().number().doubleValue(),
        1e-9);
  }

  /** The texts of which codes of a list were made. */
  private static List<String> spellings(RealSet set, String list) throws IOException {
    return Files.readAllLines(set.folder().resolve("identity-log.csv")).stream()
        .filter(line -> line.startsWith(list + ","))
        .map(line -> line.replaceFirst("^[^,]*,[^,]*,(\"[^\"]*\"|[^,]*),.*", "$1").replace("\"", "").strip())
        .distinct()
        .toList();
  }

  @Test
  void theMapsPartnersAreThoseOfTheSourceWhateverTheirLetterCase() throws IOException {
    RealSet set = RealSet.imported("susy-map", temp);
    Results results = set.of(new String[] {"susy:initiatives"}, "total", "susy:partner");
    Map<String, Long> expected = new TreeMap<>();
    set.figures("reporting_partner_exact")
        .forEach((name, number) -> expected.merge(name.toLowerCase(Locale.ROOT), Long.valueOf(number), Long::sum));
    Map<String, Long> found = new TreeMap<>();
    set.byLabel(results, "susy:initiatives", "susy:partner", "susy:partners")
        .forEach((name, number) -> found.put(name.toLowerCase(Locale.ROOT), Long.valueOf(number)));
    assertEquals(expected, found);
    assertEquals(set.figures("reporting_partner_exact").size(), spellings(set, "susy:partners").size());
  }

  @Test
  void theMapsCountriesAreOneCodeInWhateverLanguageTheyAreWritten() throws IOException {
    RealSet set = RealSet.imported("susy-map", temp);
    Field<String> written = field(set.portfolio(), "initiative", "susy:country-as-written");
    Field<String> country = field(set.portfolio(), "initiative", "susy:country");
    Map<String, String> spellings = new TreeMap<>();
    Map<String, Long> byCountry = new TreeMap<>();
    set.portfolio().rows(Initiative.TYPE).filter(row -> row.get(written) != null).forEach(row -> {
      spellings.merge(row.get(written), "1", (one, more) -> Integer.toString(Integer.parseInt(one) + 1));
      byCountry.merge(String.valueOf(row.get(country)), 1L, Long::sum);
    });
    assertEquals(set.figures("country_spellings"), spellings);
    assertEquals(set.figure("distinct_country_spellings_strip"), Integer.toString(spellings.size()));
    // Added up by hand from the spellings: Österreich, ÖSterreich, Austria, AT; and so on.
    assertEquals(224 + 1 + 34 + 26, byCountry.get("AUT"));
    assertEquals(207 + 1 + 138 + 63 + 59 + 25 + 6 + 1, byCountry.get("GBR"));
    assertEquals(17 + 6, byCountry.get("SVK")); // SR is what its own partner calls the Slovak Republic, not Suriname
    assertEquals(85 + 67 + 36, byCountry.get("DEU"));
    assertEquals(74 + 6 + 1, byCountry.get("GRC"));
    assertEquals(26 + 20 + 7 + 2, byCountry.get("FRA"));
    Results results = set.of(new String[] {"susy:*"}, "total", "susy:country");
    assertEquals(Integer.toString(byCountry.size()), RealSet.plain(results.cell("susy:countries", "total")));
    assertEquals(Long.toString(byCountry.get("AUT")), RealSet.plain(results.cell("susy:initiatives", "total", "susy:country=AUT")));
  }

  @Test
  void theMapLiesWhereTheSourceSaysAndWasEnteredWhenItSays() throws IOException {
    RealSet set = RealSet.imported("susy-map", temp);
    Results results = set.of(new String[] {"susy:*"}, "total");
    List<Double> box = numbers(set, "bounding_box_lon_lat");
    List<String> sides = List.of("susy:west", "susy:south", "susy:east", "susy:north");
    for (int i = 0; i < sides.size(); i++) {
      assertClose(box.get(i), results.cell(sides.get(i), "total"));
    }
    Field<Object> longitude = field(set.portfolio(), "initiative", "susy:longitude");
    Field<Object> latitude = field(set.portfolio(), "initiative", "susy:latitude");
    assertEquals(
        set.figure("points_at_0_0"),
        Long.toString(set.portfolio().rows(Initiative.TYPE)
            .filter(row -> "0".equals(String.valueOf(row.get(longitude))) && "0".equals(String.valueOf(row.get(latitude)))).count()));
    List<Double> entered = numbers(set, "created_ms_min_max");
    assertClose(entered.get(0), results.cell("susy:first-entered", "total"));
    assertClose(entered.get(1), results.cell("susy:last-entered", "total"));
    Field<LocalDate> day = field(set.portfolio(), "initiative", "susy:entered");
    List<LocalDate> days = set.portfolio().rows(Initiative.TYPE).map(row -> row.get(day)).sorted().toList();
    assertEquals(utc(entered.get(0)), days.get(0));
    assertEquals(utc(entered.get(1)), days.get(days.size() - 1));
  }

  private static LocalDate utc(double milliseconds) {
    return Instant.ofEpochMilli((long) milliseconds).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static List<Double> numbers(RealSet set, String name) {
    Matcher list = Pattern.compile("\"" + name + "\": \\[([^\\]]*)]").matcher(set.expected());
    assertTrue(list.find(), name);
    return Pattern.compile(",").splitAsStream(list.group(1)).map(String::strip).map(Double::valueOf).toList();
  }

  @Test
  void theWomenAndTheEventsTheyWentTo() throws IOException {
    RealSet set = RealSet.imported("davis", temp);
    Results results = set.of(new String[] {"davis:*", "SI-N04"}, "total");
    for (String figure : List.of("women", "events", "attendances")) {
      assertEquals(set.figure(figure), RealSet.plain(results.cell("davis:" + figure, "total")));
    }
    assertClose(Double.parseDouble(set.figure("two_mode_density")), results.cell("SI-N04", "total"));
    assertClose(Double.parseDouble(set.figure("gini_events_per_woman")), results.cell("davis:gini", "total"));
    assertClose(Double.parseDouble(set.part("computed_robins_alexander").get("value")), results.cell("davis:two-mode-clustering", "total"));
    assertEquals(
        Double.parseDouble(set.figure("robins_alexander_bipartite_clustering \\(networkx test_cluster.py\\)")),
        results.cell("davis:two-mode-clustering", "total").number().orElseThrow().doubleValue(), 0.0005);
    TieNetwork network = TieNetwork.of(set.portfolio(), TieRule.ATTENDANCE, TimePeriod.TOTAL);
    Map<String, String> events = new TreeMap<>();
    network.nodes().forEach(node -> events.put(node.name(), Integer.toString(node.groups())));
    assertEquals(set.figures("events_per_woman"), events);
    Map<String, String> published = set.part("two-mode degree centrality, women (x/14), Borgatti & Halgin via networkx tests/test_centrality.py");
    assertEquals(18, published.size());
    network.nodes().forEach(node ->
        assertEquals(Double.parseDouble(published.get(node.name())), node.groups() / 14.0, 0.005, node.name()));
  }

  @Test
  void aDayOfTheYearIsADay() throws IOException {
    RealSet set = RealSet.imported("davis", temp);
    Map<String, String> onDays = new TreeMap<>();
    set.portfolio().rows(Activity.TYPE).forEach(event -> {
      LocalDate day = Objects.requireNonNull(event.get(Activity.START));
      assertEquals(day.getMonthValue() + "/" + day.getDayOfMonth(), event.get(Activity.NAME));
      Results results = set.of(new String[] {"davis:attendances"}, day + "/" + day.plusDays(1));
      onDays.put(Objects.requireNonNull(event.get(Activity.NAME)), RealSet.plain(results.cells().findFirst().orElseThrow()));
    });
    assertEquals(set.figures("women_per_event"), onDays);
  }

  @Test
  void theNetworkOfTheWomenAndThatOfTheEvents() throws IOException {
    RealSet set = RealSet.imported("davis", temp);
    Results results = set.of(new String[] {"davis:*"}, "total");
    Map<String, String> figures = new TreeMap<>();
    figures.put("", "nodes");
    figures.put("-ties", "edges");
    figures.put("-tie-weight", "edge_weight_sum");
    figures.put("-density", "density");
    figures.put("-tied", "nodes_with_degree_ge_1");
    figures.put("-isolates", "isolates");
    figures.put("-mean-ties", "mean_degree");
    figures.put("-most-ties", "max_degree");
    figures.put("-components", "components_size_ge_2");
    figures.put("-largest-component", "largest_component_nodes");
    figures.put("-transitivity", "transitivity_global_clustering");
    figures.put("-centralisation", "freeman_degree_centralization");
    figures.put("-diameter", "largest_component_diameter");
    figures.put("-mean-distance", "largest_component_mean_shortest_path");
    for (String side : List.of("women", "event")) {
      Map<String, String> expected = scalars(set, side + "_projection");
      String prefix = "davis:" + (side.equals("event") ? "events" : side);
      figures.forEach((suffix, figure) ->
          assertClose(Double.parseDouble(Objects.requireNonNull(expected.get(figure), figure)), results.cell(prefix + suffix, "total")));
    }
  }

  /** The numbers of an object with lists among them. */
  private static Map<String, String> scalars(RealSet set, String name) {
    String text = set.expected().substring(set.expected().indexOf("\"" + name + "\": {"));
    Map<String, String> found = new TreeMap<>();
    Matcher number = Pattern.compile("\"([a-z0-9_]+)\": (-?[0-9.]+)").matcher(text.substring(0, text.indexOf("_cross_checked_with")));
    while (number.find()) {
      found.put(number.group(1), number.group(2));
    }
    return found;
  }

  @Test
  void theWomenInTheMiddleAndTheStrongestTies() throws IOException {
    RealSet set = RealSet.imported("davis", temp);
    TieNetwork network = TieNetwork.of(set.portfolio(), TieRule.ATTENDANCE, TimePeriod.TOTAL);
    String women = set.expected().substring(set.expected().indexOf("women_projection"), set.expected().indexOf("event_projection"));
    Map<String, Double> brokers = new TreeMap<>();
    Matcher top = Pattern.compile("\\[\\s*\"([A-Z][a-z]+)\",\\s*([0-9.]+)\\s*]").matcher(women);
    while (top.find()) {
      brokers.put(top.group(1), Double.valueOf(top.group(2)));
    }
    assertEquals(5, brokers.size());
    int most = Collections.max(network.nodes(), Comparator.comparing(TieNetwork.Node::ties)).ties();
    assertEquals( // seven have as many; the figures name the first five by name
        List.copyOf(brokers.keySet()),
        network.nodes().stream().filter(node -> node.ties() == most).map(TieNetwork.Node::name).sorted().limit(5).toList());
    network.nodes().stream().filter(node -> brokers.containsKey(node.name())).forEach(node ->
        assertEquals(brokers.get(node.name()), Objects.requireNonNull(node.betweenness()).doubleValue(), 1e-6, node.name()));
    List<String> strongest = new ArrayList<>();
    List<Integer> shared = new ArrayList<>();
    network.eachTie(tie -> {
      shared.add(tie.shared());
      if (tie.shared() >= 6) {
        strongest.add(tie.first().name() + " " + tie.second().name() + " " + tie.shared());
      }
    });
    assertEquals(scalars(set, "women_projection").get("max_edge_weight"), Collections.max(shared).toString());
    Matcher pair = Pattern.compile("\\[\\s*\"([A-Za-z]+)\",\\s*\"([A-Za-z]+)\",\\s*(\\d)\\s*]").matcher(set.expected());
    List<String> expected = new ArrayList<>();
    while (pair.find()) {
      expected.add(pair.group(1) + " " + pair.group(2) + " " + pair.group(3));
    }
    Collections.sort(expected);
    Collections.sort(strongest);
    assertEquals(expected, strongest);
  }
}
