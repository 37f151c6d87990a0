package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Findings;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.DefinitionWriter;
import se.siru.core.indicator.Indicator;
import se.siru.core.intake.Mapping;
import se.siru.core.model.Field;
import se.siru.core.model.Membership;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.vocabulary.Codelist;
import se.siru.indicators.network.TieNetwork;
import se.siru.indicators.network.TieRule;
import se.siru.indicators.statistics.Diversity;

/** The questions asked of real sets, by the catalogue and by definitions beside their mappings, against counts made elsewhere. */
class RealSetQuestionsTest {
  @TempDir Path temp;

  private RealSet set(String name) throws IOException {
    return RealSet.imported(name, temp);
  }

  @Test
  void organisationsOfDsi4euByTypeSizeAndCountry() throws IOException {
    RealSet set = set("dsi4eu");
    Results results =
        set.of(
            new String[] {"dsi4eu:organisations"}, "total", "dsi4eu:organisation-type", "dsi4eu:size-band", "country",
            "sector");
    assertEquals(set.figure("organisations"), RealSet.plain(results.cell("dsi4eu:organisations", "total")));
    assertEquals(
        set.figures("organisations_by_type"),
        set.byLabel(results, "dsi4eu:organisations", "dsi4eu:organisation-type", "dsi4eu:organisation-types"));
    assertEquals(
        set.figures("organisations_by_size"),
        set.byLabel(results, "dsi4eu:organisations", "dsi4eu:size-band", "dsi4eu:size-bands"));
    // The source names some countries otherwise.
    Codelist countries = set.portfolio().schema().vocabulary().list("countries");
    Map<String, Integer> expected = new TreeMap<>();
    set.figures("organisations_by_country").forEach((name, number) -> expected.merge(
        name.isEmpty() ? "" : countries.resolve(name).map(RealSet::sourceName).orElse("?" + name),
        Integer.valueOf(number), Integer::sum));
    Map<String, Integer> found = new TreeMap<>();
    set.byLabel(results, "dsi4eu:organisations", "country", "countries")
        .forEach((name, number) -> found.put(name, Integer.valueOf(number)));
    assertEquals(expected, found);
    assertEquals("264", RealSet.plain(results.cell("dsi4eu:organisations", "total", "sector=business")));
  }

  @Test
  void initiativesOfDsi4euByNumberOfOrganisations() throws IOException {
    RealSet set = set("dsi4eu");
    Results results = set.of(new String[] {"dsi4eu:initiatives*"}, "total", "organisations");
    Map<String, String> expected = set.figures("initiatives_by_number_of_organisations");
    Map<String, String> found = new TreeMap<>();
    found.put("0", RealSet.plain(results.cell("dsi4eu:initiatives-without-organisations", "total")));
    results.cells().filter(cell -> cell.codes().containsKey("organisations"))
        .forEach(cell -> found.put(cell.codes().get("organisations").replace("16+", "16"), RealSet.plain(cell)));
    assertEquals(expected, found);
    assertEquals(set.figure("initiatives"), RealSet.plain(results.cell("dsi4eu:initiatives", "total")));
    assertEquals(
        set.figure("initiatives_with_2_or_more"), RealSet.plain(results.cell("dsi4eu:initiatives-with-two-organisations", "total")));
  }

  @Test
  void mixingOfDsi4euAcrossSectors() throws IOException {
    RealSet set = set("dsi4eu");
    Results results = set.of(new String[] {"SI-N02*", "dsi4eu:cross*", "dsi4eu:e-i*"}, "total");
    Cell share = results.cell("dsi4eu:cross-sector-share", "total");
    assertEquals("58/78", fraction(share));
    assertClose(100 * Double.parseDouble(set.figure("cross_sector_initiative_share")), share);
    assertClose(Double.parseDouble(set.figure("EI_index")), results.cell("SI-N02", "total"));
    assertClose(Double.parseDouble(set.figure("EI_index")), results.cell("dsi4eu:e-i-index-by-type", "total"));
    assertEquals("121/289", fraction(results.cell("SI-N02", "total")));
    assertClose(
        100 * Double.parseDouble(set.figure("cross_sector_edge_share")), results.cell("SI-N02.share", "total"));
  }

  @Test
  void theCoParticipationNetworkOfDsi4eu() throws IOException {
    RealSet set = set("dsi4eu");
    Results results = set.of(new String[] {"SI-N0*", "dsi4eu:*"}, "total");
    Map<String, String> network = set.part("co_participation_network");
    Map<String, String> byIndicator = new TreeMap<>();
    byIndicator.put("dsi4eu:organisations", "nodes");
    byIndicator.put("SI-N01.organisations", "nodes");
    byIndicator.put("SI-N01.ties", "edges");
    byIndicator.put("dsi4eu:shared-initiatives", "edge_weight_sum");
    byIndicator.put("SI-N01", "density");
    byIndicator.put("SI-N01.tied", "nodes_with_degree_ge_1");
    byIndicator.put("dsi4eu:isolates", "isolates");
    byIndicator.put("dsi4eu:density-without-isolates", "density_without_isolates");
    byIndicator.put("dsi4eu:mean-ties", "mean_degree");
    byIndicator.put("dsi4eu:most-ties", "max_degree");
    byIndicator.put("dsi4eu:components-with-isolates", "components_including_isolates");
    byIndicator.put("SI-N01.components", "components_size_ge_2");
    byIndicator.put("dsi4eu:largest-component", "largest_component_nodes");
    byIndicator.put("SI-N01.transitivity", "transitivity_global_clustering");
    byIndicator.put("dsi4eu:centralisation", "freeman_degree_centralization");
    byIndicator.put("dsi4eu:diameter", "largest_component_diameter");
    byIndicator.put("dsi4eu:mean-distance", "largest_component_mean_shortest_path");
    byIndicator.forEach((code, figure) -> assertClose(Double.parseDouble(network.get(figure)), results.cell(code, "total")));
    assertClose(
        100 * Double.parseDouble(network.get("largest_component_share_of_nodes")),
        results.cell("dsi4eu:largest-component-share", "total"));
    assertClose(
        100 * Double.parseDouble(set.figure("share_of_organisations_connected_to_at_least_one_other")),
        results.cell("dsi4eu:connected-share", "total"));
    assertClose(
        Double.parseDouble(set.figure("bipartite_components_total")), results.cell("dsi4eu:two-mode-components", "total"));
  }

  @Test
  void theOrganisationsAndTiesOfDsi4euOneByOne() throws IOException {
    RealSet set = set("dsi4eu");
    TieNetwork network = TieNetwork.of(set.portfolio(), TieRule.INITIATIVE, TimePeriod.TOTAL);
    Map<String, String> mixing = new TreeMap<>();
    List<Integer> shared = new ArrayList<>();
    Codelist types = set.portfolio().schema().vocabulary().list("dsi4eu:organisation-types");
    Field<?> type = set.portfolio().schema().type("stakeholder").field("dsi4eu:organisation-type").orElseThrow();
    network.eachTie(
        tie -> {
          shared.add(tie.shared());
          List<String> ends =
              Stream.of(tie.first(), tie.second())
                  .map(node -> set.portfolio().find(Stakeholder.TYPE, node.id()).orElseThrow().get(type))
                  .filter(Objects::nonNull)
                  .map(code -> types.find(code.toString()).orElseThrow().label().in("en"))
                  .sorted()
                  .toList();
          if (ends.size() == 2) {
            mixing.merge(String.join(" | ", ends), "1", (one, more) -> Integer.toString(Integer.parseInt(one) + 1));
          }
        });
    assertEquals(set.figures("mixing_edge_counts"), mixing);
    assertEquals(set.part("co_participation_network").get("max_edge_weight"), Collections.max(shared).toString());
    assertEquals(435, shared.size());
    assertEquals(sizes(set), componentSizes(network).subList(0, 10));
    List<TieNetwork.Node> brokers = new ArrayList<>(network.nodes());
    brokers.sort(Comparator.comparing((TieNetwork.Node node) -> Objects.requireNonNull(node.betweenness())).reversed());
    Matcher top = Pattern.compile("\\[\\s*\"(\\d+):([^\"]+)\",\\s*([0-9.]+)\\s*]")
        .matcher(set.expected().substring(set.expected().indexOf("betweenness_top5_raw")));
    for (TieNetwork.Node broker : brokers.subList(0, 5)) {
      assertTrue(top.find());
      assertEquals("o-" + top.group(1), broker.id());
      assertEquals(top.group(2), broker.name());
      assertEquals(Double.parseDouble(top.group(3)), Objects.requireNonNull(broker.betweenness()).doubleValue(), 1e-6);
    }
  }

  @Test
  void howDsi4euSpreadsOverTypesCountriesAndOrganisations() throws IOException {
    RealSet set = set("dsi4eu");
    Results results =
        set.of(
            new String[] {"dsi4eu:organisations", "dsi4eu:initiatives", "dsi4eu:gini*", "dsi4eu:*organisations*", "dsi4eu:*countr*"},
            "total", "dsi4eu:organisation-type", "country");
    assertClose(
        Double.parseDouble(set.figure("gini_initiatives_per_organisation_excluding_zeros")),
        results.cell("dsi4eu:gini-of-those-with-initiatives", "total"));
    assertClose(
        Double.parseDouble(set.figure("gini_initiatives_per_organisation_including_zeros")), results.cell("dsi4eu:gini", "total"));
    assertClose(
        Double.parseDouble(set.figure("mean_organisations_per_initiative_all")),
        results.cell("dsi4eu:organisations-per-initiative", "total"));
    assertEquals(
        Integer.parseInt(set.figure("organisations")) - Integer.parseInt(set.figure("organisations_with_no_initiative")),
        Integer.parseInt(RealSet.plain(results.cell("dsi4eu:organisations-with-initiatives", "total"))));
    Matcher countries = Pattern.compile("\"cross_country_initiatives_of_known\": \\[\\s*(\\d+),\\s*(\\d+)").matcher(set.expected());
    assertTrue(countries.find());
    assertEquals(countries.group(1), RealSet.plain(results.cell("dsi4eu:cross-country-initiatives", "total")));
    assertEquals(countries.group(2), RealSet.plain(results.cell("dsi4eu:initiatives-with-two-known-countries", "total")));
    Map<String, Long> types = counts(set, results, "dsi4eu:organisation-type", "dsi4eu:organisation-types");
    assertRatio(set.figure("blau_type_with_unknown_as_category"), Diversity.blau(types.values()));
    types.remove("");
    assertRatio(set.figure("blau_type_known_only"), Diversity.blau(types.values()));
    assertRatio(set.figure("iqv_type_known_only"), Diversity.iqv(types.values(), 5));
    assertEquals(
        Double.parseDouble(set.figure("shannon_type_known_only_nats")),
        Diversity.shannon(types.values()).orElseThrow().number().doubleValue(), 1e-12);
    Map<String, Long> known = counts(set, results, "country", "countries");
    known.remove("");
    assertRatio(set.figure("blau_country_known_only"), Diversity.blau(known.values()));
  }

  private static Map<String, Long> counts(RealSet set, Results results, String dimension, String list) {
    Map<String, Long> counts = new TreeMap<>();
    set.byLabel(results, "dsi4eu:organisations", dimension, list).forEach((name, number) -> counts.put(name, Long.valueOf(number)));
    return counts;
  }

  private static void assertRatio(String expected, Optional<Value.Ratio> found) {
    Value.Ratio ratio = found.orElseThrow();
    assertEquals(
        Double.parseDouble(expected), ratio.numerator().doubleValue() / ratio.denominator().doubleValue(), 1e-12, ratio::toString);
  }

  @Test
  void whoOfDsi4euIsInTheMiddle() throws IOException {
    RealSet set = set("dsi4eu");
    TieNetwork network = TieNetwork.of(set.portfolio(), TieRule.INITIATIVE, TimePeriod.TOTAL);
    TieNetwork.Node most = Collections.max(network.nodes(), Comparator.comparing(TieNetwork.Node::groups));
    assertEquals(set.figure("max_initiatives_of_one_organisation"), Integer.toString(most.groups()));
    assertEquals("Waag Society", most.name());
    TieNetwork.Node tied = Collections.max(network.nodes(), Comparator.comparing(TieNetwork.Node::ties));
    assertEquals(set.part("co_participation_network").get("max_degree"), Integer.toString(tied.ties()));
    assertEquals("Waag Society", tied.name());
    Set<String> largest = network.nodes().stream().filter(node -> node.component() == 1).map(TieNetwork.Node::id)
        .collect(Collectors.toSet());
    Map<String, String> twoMode = set.part("bipartite_largest_component");
    assertEquals(twoMode.get("organisations"), Integer.toString(largest.size()));
    assertEquals(
        twoMode.get("initiatives"),
        Long.toString(set.portfolio().rows(Membership.TYPE).filter(row -> largest.contains(row.get(Membership.MEMBER)))
            .map(row -> row.get(Membership.INITIATIVE)).distinct().count()));
  }

  private static List<Integer> sizes(RealSet set) {
    Matcher sizes = Pattern.compile("\"component_sizes_top10\": \\[([^\\]]*)]").matcher(set.expected());
    assertTrue(sizes.find());
    return Pattern.compile(",").splitAsStream(sizes.group(1)).map(String::strip).map(Integer::valueOf).toList();
  }

  /** The sizes of components of two or more, in the order of their numbers. */
  private static List<Integer> componentSizes(TieNetwork network) {
    Map<Integer, Integer> sizes = new TreeMap<>();
    network.nodes().stream().filter(node -> node.component() > 0)
        .forEach(node -> sizes.merge(node.component(), 1, Integer::sum));
    return List.copyOf(sizes.values());
  }

  private static String fraction(Cell cell) {
    Value.Ratio ratio = (Value.Ratio) cell.value();
    return ratio.numerator().toPlainString() + "/" + ratio.denominator().toPlainString();
  }

  private static void assertClose(double expected, Cell cell) {
    assertEquals(expected, cell.number().orElseThrow().doubleValue(), 1e-9 * Math.max(1, Math.abs(expected)), cell::toString);
  }

  @Test
  void operationsAndAmountsOfSwedenErdfInTotalAndByArea() throws IOException {
    RealSet set = set("sweden-erdf");
    Results results = set.of(new String[] {"SI-O01", "SI-E03", "erdf:*"}, "total", "erdf:area");
    assertEquals(set.figure("initiatives"), RealSet.plain(results.cell("SI-O01", "total")));
    assertEquals(set.figure("granted_sek_total"), RealSet.plain(results.cell("SI-E03", "total")));
    assertEquals(set.figure("granted_sek_min"), RealSet.plain(results.cell("erdf:least-grant", "total")));
    assertEquals(set.figure("granted_sek_max"), RealSet.plain(results.cell("erdf:greatest-grant", "total")));
    assertEquals(set.figure("beneficiaries_exact_name"), RealSet.plain(results.cell("erdf:beneficiaries", "total")));
    assertEquals("10", RealSet.plain(results.cell("erdf:beneficiaries-with-five-operations", "total")));
    assertClose(Double.parseDouble(set.figure("granted_sek_mean")), results.cell("erdf:mean-grant", "total"));
    Map<String, String> operations = set.byLabel(results, "SI-O01", "erdf:area", "erdf:areas");
    Map<String, String> granted = set.byLabel(results, "erdf:granted", "erdf:area", "erdf:areas");
    Matcher area = Pattern.compile("\"([^\"]+)\": \\{\\s*\"initiatives\": (\\d+),\\s*\"granted_sek\": (\\d+)")
        .matcher(set.expected().substring(set.expected().indexOf("by_programme_area")));
    for (int i = 0; i < 9; i++) {
      assertTrue(area.find());
      assertEquals(area.group(2), operations.get(area.group(1)), area.group(1));
      assertEquals(new BigDecimal(area.group(3)).stripTrailingZeros().toPlainString(), granted.get(area.group(1)));
    }
    assertEquals(9, granted.size());
  }

  @Test
  void operationsAndAmountsOfSwedenErdfByCountyFullAndSplit() throws IOException {
    RealSet set = set("sweden-erdf");
    Results results = set.of(new String[] {"SI-O01", "SI-E03"}, "total", "county", "county/split");
    assertEquals(set.figures("initiatives_by_county"), set.byLabel(results, "SI-O01", "county", "regions"));
    Map<String, BigDecimal> full = rounded(set.figures("granted_sek_by_county_full"));
    assertEquals(full, rounded(set.byLabel(results, "SI-E03", "county", "regions")));
    Map<String, BigDecimal> split = rounded(set.figures("granted_sek_by_county_split"));
    assertEquals(split, rounded(set.byLabel(results, "SI-E03", "county/split", "regions")));
  }

  /** The expected shares are given to hundredths; ours are exact until they are shown. */
  private static Map<String, BigDecimal> rounded(Map<String, String> numbers) {
    Map<String, BigDecimal> rounded = new TreeMap<>();
    numbers.forEach((name, number) -> rounded.put(name, new BigDecimal(number).setScale(2, RoundingMode.HALF_EVEN)));
    return rounded;
  }

  @Test
  void operationsOfSwedenErdfRunningEachYear() throws IOException {
    RealSet set = set("sweden-erdf");
    Results results = set.of(new String[] {"SI-O01"}, "2014..2023/year");
    Map<String, String> found = new TreeMap<>();
    results.cells().forEach(cell -> found.put(cell.period().label(), RealSet.plain(cell)));
    assertEquals(set.figures("active_in_year"), found);
  }

  @Test
  void theDefinitionsAreReadAndWrittenBackToTheSame() throws IOException {
    for (String name : List.of("dsi4eu", "sweden-erdf", "susy-map", "davis")) {
      Mapping mapping = Mapping.read(RealSet.MAPPINGS.resolve(name + ".json"), new Findings()).orElseThrow();
      DefinitionReader reader = DefinitionReader.over(mapping.schema());
      Findings findings = new Findings();
      String file = Files.readString(RealSet.MAPPINGS.resolve(name + "-definitions.json"));
      List<Indicator> read = reader.read(file, name, findings);
      assertEquals(List.of(), findings.list());
      assertEquals(Pattern.compile("\"id\":").matcher(file).results().count(), read.size());
      for (Indicator indicator : read) {
        String written = DefinitionWriter.text(indicator);
        assertEquals(written, DefinitionWriter.text(reader.read(written, name, findings).get(0)));
        assertEquals(Set.of("en", "sv"), new TreeSet<>(indicator.name().asMap().keySet()), indicator.id());
      }
    }
  }
}
