package se.siru.core.intake;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonNull;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;

/**
 * One feature of a GeoJSON document as a row: its properties by their names, then {@value #ID}, {@value #KIND}, {@value #LONGITUDE} and
 * {@value #LATITUDE} in degrees of WGS 84. Only a point has the last two; what is no feature has a problem instead of cells.
 *
 * @param kind the kind of the geometry; empty where the feature is nowhere
 */
record GeoFeature(Map<String, Cell> cells, String kind, @Nullable Finding problem) {
  static final String POINT = "Point";
  static final String ID = "feature.id";
  static final String KIND = "geometry.type";
  static final String LONGITUDE = "geometry.longitude";
  static final String LATITUDE = "geometry.latitude";

  private static final String COLLECTION = "GeometryCollection";
  private static final Set<String> KINDS =
      Set.of(POINT, "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", COLLECTION);
  private static final BigDecimal MOST_EAST = BigDecimal.valueOf(180);
  private static final BigDecimal MOST_NORTH = BigDecimal.valueOf(90);
  /** Longitude, latitude and, maybe, altitude. */
  private static final int MOST_NUMBERS = 3;

  /** Reads a feature. */
  static GeoFeature of(JsonObject object, Origin origin) {
    if (!(object.get("type") instanceof JsonText type && type.value().equals("Feature"))) {
      return bad(origin, "type");
    }
    JsonValue properties = object.get("properties");
    JsonValue geometry = object.get("geometry");
    JsonValue id = object.get("id");
    boolean isNamed = id == null || id instanceof JsonText || id instanceof JsonNumber;
    if (!(properties instanceof JsonObject || properties instanceof JsonNull) || !isNamed) {
      return bad(origin, isNamed ? "properties" : "id");
    }
    Map<String, Cell> cells = new LinkedHashMap<>();
    if (properties instanceof JsonObject named) {
      cells.putAll(JsonCells.members(named));
    }
    for (String own : List.of(ID, KIND, LONGITUDE, LATITUDE)) {
      if (cells.putIfAbsent(own, Cell.BLANK) != null) {
        return new GeoFeature(Map.of(), "", Finding.of(GeoJsonRules.TAKEN_NAME, origin.at(own), "name", own));
      }
    }
    if (id != null) {
      cells.put(ID, JsonCells.cell(id));
    }
    if (geometry instanceof JsonNull) {
      return new GeoFeature(cells, "", null);
    }
    return geometry instanceof JsonObject shape ? located(cells, shape, origin) : bad(origin, "geometry");
  }

  private static GeoFeature located(Map<String, Cell> cells, JsonObject shape, Origin origin) {
    String kind = shape.get("type") instanceof JsonText type ? type.value() : "";
    JsonValue places = shape.get(kind.equals(COLLECTION) ? "geometries" : "coordinates");
    if (!KINDS.contains(kind) || !(places instanceof JsonArray position)) {
      return bad(origin, "geometry");
    }
    cells.put(KIND, Cell.text(kind));
    if (kind.equals(POINT) && position.size() > 0) { // an empty position is that of no place
      if (!isPosition(position)) {
        return new GeoFeature(Map.of(), kind, Finding.of(GeoJsonRules.BAD_POSITION, origin.at("geometry")));
      }
      cells.put(LONGITUDE, JsonCells.cell(position.values().get(0)));
      cells.put(LATITUDE, JsonCells.cell(position.values().get(1)));
    }
    return new GeoFeature(cells, kind, null);
  }

  private static boolean isPosition(JsonArray position) {
    for (JsonValue number : position) {
      if (!(number instanceof JsonNumber)) {
        return false;
      }
    }
    return position.size() > 1
        && position.size() <= MOST_NUMBERS
        && isWithin(position.values().get(0), MOST_EAST)
        && isWithin(position.values().get(1), MOST_NORTH);
  }

  private static boolean isWithin(JsonValue degrees, BigDecimal most) {
    return ((JsonNumber) degrees).value().abs().compareTo(most) <= 0;
  }

  private static GeoFeature bad(Origin origin, String member) {
    return new GeoFeature(Map.of(), "", Finding.of(GeoJsonRules.NO_FEATURE, origin.at(member), "member", member));
  }
}
