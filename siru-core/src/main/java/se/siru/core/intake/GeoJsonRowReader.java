package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Rule;
import se.siru.core.json.JsonArrayStream;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonNull;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;

/**
 * Reads the features of a GeoJSON document (RFC 7946), one at a time: each is a row of its properties and of the columns of {@link
 * GeoFeature}. A feature that is none is a bad row, and the others stay.
 */
final class GeoJsonRowReader implements RowReader {
  private static final ReaderDescriptor DESCRIPTOR =
      ReaderDescriptor.of("geojson", ReaderDescriptor.Layout.OBJECTS, Set.of("geojson"));

  private static final String TYPE = "type";
  private static final String CRS = "crs";
  /** Names, in GeoJSON of 2008, of what RFC 7946 makes the only system of coordinates. */
  private static final Set<String> WGS84 =
      Set.of(
          "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326",
          "OGC:CRS84");

  @Override
  public ReaderDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void read(ReaderInput input, ReaderOptions options, RowSink sink) throws IOException {
    try (InputStream in = input.open()) {
      JsonArrayStream stream =
          JsonArrayStream.open(in, input.name(), JsonLimits.defaults(), "/features", Set.of(TYPE, CRS));
      Others others = new Others();
      if (features(stream, input, sink, others)) {
        check(stream.beside(), input, sink);
        others.tell(input, sink);
      }
    } catch (JsonException e) {
      boolean isOther = e.reason() == JsonException.Reason.NOT_FOUND;
      sink.found(isOther ? finding(GeoJsonRules.NO_COLLECTION, input) : JsonFindings.of(e));
    }
  }

  private static Finding finding(Rule rule, ReaderInput input) {
    return Finding.of(rule, input.origin(""));
  }

  /** False where no more was wanted before the end. */
  private static boolean features(JsonArrayStream stream, ReaderInput input, RowSink sink, Others others)
      throws IOException, JsonException {
    long number = 0;
    for (JsonObject object = stream.next(); object != null; object = stream.next()) {
      GeoFeature feature = GeoFeature.of(object, input.origin("", ++number));
      if (feature.problem() != null) {
        sink.bad(feature.problem());
      } else {
        others.see(feature.kind(), number);
        if (!sink.object(number, feature.cells())) {
          return false;
        }
      }
    }
    return true;
  }

  /** What stands beside the features: that they are a collection, and in which coordinates. */
  private static void check(Map<String, JsonValue> beside, ReaderInput input, RowSink sink) {
    if (!"FeatureCollection".equals(text(beside.get(TYPE)))) {
      sink.found(finding(GeoJsonRules.NO_COLLECTION, input));
    }
    JsonValue crs = beside.get(CRS);
    if (crs != null && !(crs instanceof JsonNull) && !isWgs84(crs)) {
      sink.found(finding(GeoJsonRules.OTHER_COORDINATES, input));
    }
  }

  private static boolean isWgs84(JsonValue crs) {
    return crs instanceof JsonObject named
        && named.get("properties") instanceof JsonObject properties
        && WGS84.contains(text(properties.get("name")));
  }

  private static String text(@Nullable JsonValue value) {
    return value instanceof JsonText text ? text.value() : "";
  }

  /** The features that are somewhere, but at no one point. */
  private static final class Others {
    private final Map<String, Long> kinds = new TreeMap<>();
    private long first;

    void see(String kind, long number) {
      if (!kind.isEmpty() && !kind.equals(GeoFeature.POINT)) {
        first = first == 0 ? number : first;
        kinds.merge(kind, 1L, Long::sum);
      }
    }

    void tell(ReaderInput input, RowSink sink) {
      if (first > 0) {
        long count = kinds.values().stream().mapToLong(Long::longValue).sum();
        sink.found(Finding.of(
            GeoJsonRules.NO_POINT, input.origin("", first), "count", Long.toString(count),
            "kinds", String.join(", ", kinds.keySet())));
      }
    }
  }
}
