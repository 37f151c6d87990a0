package se.siru.core.intake;

import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** What GeoJSON (RFC 7946) is held to. */
final class GeoJsonRules {
  /** A document that is no collection of features. */
  static final Rule NO_COLLECTION =
      Rule.error("geojson.no-collection",
          LocalizedText.of("Dokumentet är ingen FeatureCollection.", "The document is no FeatureCollection."),
          LocalizedText.of("Spara det som en FeatureCollection, eller skriv \"reader\": \"json\" om det är annan JSON.",
              "Save it as a FeatureCollection, or write \"reader\": \"json\" where it is other JSON."));

  /** Coordinates that are no longitudes and latitudes of WGS 84. */
  static final Rule OTHER_COORDINATES =
      Rule.error("geojson.other-coordinates",
          LocalizedText.of("Filen har ett annat koordinatsystem än longitud och latitud i WGS 84.",
              "The file has other coordinates than longitude and latitude of WGS 84."),
          LocalizedText.of("Exportera den i WGS 84 (EPSG:4326), som RFC 7946 säger.",
              "Export it in WGS 84 (EPSG:4326), as RFC 7946 says."));

  /** An element that is no feature. */
  static final Rule NO_FEATURE =
      Rule.error("geojson.no-feature",
          LocalizedText.of("Elementet är ingen Feature: {member} saknas eller är av fel slag.",
              "The element is no Feature: {member} is missing or of the wrong kind."),
          LocalizedText.of("En Feature har type, properties och geometry; de två sista får vara null.",
              "A Feature has type, properties and geometry; the last two may be null."));

  /** A point that is nowhere on earth. */
  static final Rule BAD_POSITION =
      Rule.error("geojson.bad-position",
          LocalizedText.of("Punkten har inte longitud (−180 till 180) och sedan latitud (−90 till 90).",
              "The point has not a longitude (−180 to 180) and then a latitude (−90 to 90)."),
          LocalizedText.of("I GeoJSON står longituden först; kanske är de omkastade.",
              "In GeoJSON the longitude stands first; maybe the two are swapped."));

  /** A property with the name of a column that the reader makes. */
  static final Rule TAKEN_NAME =
      Rule.error("geojson.taken-name",
          LocalizedText.of("En egenskap heter {name}, som läsaren kallar en kolumn som den gör.",
              "A property is called {name}, as the reader calls a column that it makes."),
          LocalizedText.of("Döp om egenskapen i källan.", "Rename the property in the source."));

  /** Features that are lines, areas or several points. */
  static final Rule NO_POINT =
      Rule.warning("geojson.no-point",
          LocalizedText.of("{count} objekt är inga punkter ({kinds}) och får ingen longitud och latitud; det här är det första.",
              "{count} features are no points ({kinds}) and get no longitude and latitude; this is the first."),
          LocalizedText.of("Deras egenskaper läses. Ska de inte med, skriv \"skip-where\" om geometry.type.",
              "Their properties are read. Where they should not be, write \"skip-where\" about geometry.type."));

  private GeoJsonRules() {}
}
