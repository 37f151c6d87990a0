package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.finding.Finding;
import se.siru.core.model.Stakeholder;

/** Features become rows of their properties and of where they are; what is no feature is told with its number. */
class GeoJsonTest {
  private static final String POINT = feature("{\"nr\": \"a\", \"tags\": [\"x\", \"y\"]}", "{\"type\": \"Point\", \"coordinates\": [14.16, 57.78]}");

  @TempDir Path temp;

  /** What a reader says about a file, in its order. */
  private static final class Told implements RowSink {
    final List<String> told = new ArrayList<>();
    private final int most;

    Told(int most) {
      this.most = most;
    }

    @Override
    public void table(String name) {
      told.add("table " + name);
    }

    @Override
    public boolean row(long number, List<Cell> cells) {
      throw new AssertionError("features have names");
    }

    @Override
    public boolean object(long number, Map<String, Cell> members) {
      told.add(number + " " + members.entrySet().stream()
          .filter(cell -> cell.getValue().kind() != Cell.Kind.BLANK)
          .map(cell -> cell.getKey() + "=" + cell.getValue() + ":" + cell.getValue().kind())
          .collect(Collectors.joining(" ")));
      return told.size() < most;
    }

    @Override
    public void bad(Finding why) {
      told.add("bad " + why.origin() + " " + why.rule().id());
    }

    @Override
    public void found(Finding finding) {
      told.add(finding.origin() + " " + finding.rule().id() + finding.arguments());
    }
  }

  private static String feature(String properties, String geometry) {
    return "{\"type\": \"Feature\", \"properties\": " + properties + ", \"geometry\": " + geometry + "}";
  }

  private static String collection(String... features) {
    return "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}";
  }

  private static List<String> read(String document) throws IOException {
    return read(document, Integer.MAX_VALUE);
  }

  private static List<String> read(String document, int most) throws IOException {
    Told told = new Told(most);
    Readers.geoJson().read(ReaderInput.of("a.geojson", document.getBytes(StandardCharsets.UTF_8)), ReaderOptions.none(), told);
    return told.told;
  }

  @Test
  void propertiesAndThePlaceOfAPointAreColumns() throws IOException {
    assertEquals(
        List.of("1 nr=a:TEXT tags=[x, y]:LIST geometry.type=Point:TEXT geometry.longitude=14.16:NUMBER"
            + " geometry.latitude=57.78:NUMBER"),
        read(collection(POINT)));
    assertEquals(
        List.of("1 feature.id=7:NUMBER geometry.type=Point:TEXT geometry.longitude=-180:NUMBER geometry.latitude=90:NUMBER"),
        read(collection("{\"id\": 7, \"type\": \"Feature\", \"properties\": null,"
            + " \"geometry\": {\"type\": \"Point\", \"coordinates\": [-180, 90, 12.5]}}")));
  }

  @Test
  void whatIsNowhereHasNoPlaceAndOtherShapesAreToldOnce() throws IOException {
    List<String> told = read(collection(
        POINT,
        feature("{\"nr\": 2}", "null"),
        feature("{\"nr\": 3}", "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}"),
        feature("{\"nr\": 4}", "{\"type\": \"GeometryCollection\", \"geometries\": []}"),
        feature("{\"nr\": 5}", "{\"type\": \"Point\", \"coordinates\": []}"),
        feature("{\"nr\": 6}", "{\"type\": \"Polygon\", \"coordinates\": []}")));
    assertEquals(
        List.of("2 nr=2:NUMBER", "3 nr=3:NUMBER geometry.type=Polygon:TEXT",
            "4 nr=4:NUMBER geometry.type=GeometryCollection:TEXT", "5 nr=5:NUMBER geometry.type=Point:TEXT",
            "6 nr=6:NUMBER geometry.type=Polygon:TEXT",
            "a.geojson:3 geojson.no-point{count=3, kinds=GeometryCollection, Polygon}"),
        told.subList(1, told.size()));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "{\"type\": \"feature\", \"properties\": {}, \"geometry\": null}|type geojson.no-feature",
    "{\"properties\": {}, \"geometry\": null}|type geojson.no-feature",
    "{\"type\": \"Feature\", \"geometry\": null}|properties geojson.no-feature",
    "{\"type\": \"Feature\", \"properties\": [], \"geometry\": null}|properties geojson.no-feature",
    "{\"type\": \"Feature\", \"properties\": {}}|geometry geojson.no-feature",
    "{\"type\": \"Feature\", \"id\": {}, \"properties\": {}, \"geometry\": null}|id geojson.no-feature",
    "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Pt\", \"coordinates\": [1, 2]}}|geometry geojson.no-feature",
    "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Point\"}}|geometry geojson.no-feature",
    "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [59, 181]}}"
        + "|geometry geojson.bad-position",
    "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [59, 91]}}"
        + "|geometry geojson.bad-position",
    "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [1]}}"
        + "|geometry geojson.bad-position",
    "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [1, 2, 3, 4]}}"
        + "|geometry geojson.bad-position",
    "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [\"1\", \"2\"]}}"
        + "|geometry geojson.bad-position",
    "{\"type\": \"Feature\", \"properties\": {\"geometry.type\": 1}, \"geometry\": null}|geometry.type geojson.taken-name"})
  void whatIsNoFeatureIsABadRowAndTheOthersStay(String featureAndTold) throws IOException {
    String[] both = featureAndTold.split("\\|");
    List<String> told = read(collection(POINT, both[0], POINT));
    assertEquals(3, told.size(), told.toString());
    assertEquals("bad a.geojson:2:" + both[1], told.get(1));
    assertTrue(told.get(2).startsWith("3 nr=a"), told.get(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "{\"type\": \"Feature\", \"properties\": {}, \"geometry\": null}| geojson.no-collection{}",
    "[]|/? json.not-an-object",
    "{\"type\": \"FeatureCollection\", \"features\": {}}|/features json.not-an-array",
    "{\"type\": \"FeatureCollection\", \"features\": [1]}|/features/0 json.not-an-object",
    "{\"features\": []}| geojson.no-collection{}",
    "{\"features\": [], \"type\": \"Topology\"}| geojson.no-collection{}",
    "{\"type\": \"FeatureCollection\", \"features\": [], \"features\": []}|/features json.duplicate-key",
    "{\"type\": \"FeatureCollection\", \"features\": []}x|? json.trailing-content",
    "{\"type\": \"FeatureCollection\", \"features\": [|/features json.truncated",
    "{\"type\": \"FeatureCollection\", \"features\": [], \"crs\": {\"type\": \"name\", \"properties\":"
        + " {\"name\": \"urn:ogc:def:crs:EPSG::3006\"}}}| geojson.other-coordinates{}",
    "{\"crs\": \"SWEREF 99 TM\", \"type\": \"FeatureCollection\", \"features\": []}| geojson.other-coordinates{}"})
  void aDocumentThatIsNoCollectionOfFeaturesIsRefused(String documentAndTold) throws IOException {
    String[] both = documentAndTold.split("\\|");
    List<String> told = read(both[0]);
    assertEquals(1, told.size(), told.toString());
    String rule = both[1].substring(both[1].indexOf(' ') + 1);
    assertTrue(told.get(0).contains(" " + rule), told.get(0));
  }

  @Test
  void theCoordinatesOfTheStandardMayBeNamed() throws IOException {
    for (String crs : List.of("null", "{\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:OGC:1.3:CRS84\"}}")) {
      assertEquals(1, read("{\"crs\": " + crs + ", \"features\": [" + POINT + "], \"type\": \"FeatureCollection\"}").size());
    }
  }

  @Test
  void aSinkThatWantsNoMoreGetsNoMore() throws IOException {
    assertEquals(2, read(collection(POINT, POINT, POINT), 2).size());
  }

  @Test
  void anImportRejectsWhatIsNoFeatureAndKeepsTheRest() throws IOException {
    ImportFixture fixture = ImportFixture.sources(temp, """
        { "files": "*.geojson", "records": [ { "type": "stakeholder", "fields": { "id": "nr",
          "name": { "compose": [ "geometry.longitude", "geometry.latitude" ], "separator": " " } } } ] }""")
        .file("a.geojson", collection(POINT, feature("{\"nr\": \"b\"}", "{\"type\": \"Point\", \"coordinates\": [57.78, 114.16]}")));
    ImportReport report = fixture.run();
    assertEquals(List.of("a.geojson:2:geometry geojson.bad-position"),
        report.findings().stream().map(finding -> finding.origin() + " " + finding.rule().id()).toList());
    assertEquals(List.of("14.16 57.78"), PortfolioReader.standard().read(fixture.out()).orThrow().rows(Stakeholder.TYPE)
        .map(row -> row.get(Stakeholder.NAME)).toList());
    assertTrue(fixture.written("rejected.csv").get(1).startsWith("a.geojson,2,geojson.bad-position,geometry,"));
  }

  @Test
  void aDraftKnowsTheFeaturesOfAFile() throws IOException {
    Path file = temp.resolve("places.geojson");
    List<String> features = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      features.add(feature(
          "{\"name\": \"Föreningen " + i + "\", \"country\": \"SE\", \"organisation\": \"o" + i + "\"}",
          "{\"type\": \"Point\", \"coordinates\": [14." + i + ", 57." + i + "]}"));
    }
    Files.writeString(file, collection(features.toArray(String[]::new)));
    MappingDraft draft = MappingDraft.of(List.of(file), Readers.standard(), "stakeholder");
    assertEquals(List.of(), draft.findings());
    assertTrue(draft.mapping().contains("\"files\" : \"places.geojson\"") || draft.mapping().contains("\"files\": \"places.geojson\""),
        draft.mapping());
    assertTrue(draft.mapping().contains("\"country\""), draft.mapping());
  }
}
