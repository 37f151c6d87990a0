package se.siru.core.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.evaluation.Results;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Dimension;
import se.siru.core.model.Field;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** What people read for the dimensions and codes of results. Immutable and thread-safe. */
final class Labels {
  private static final String SPLIT = "/split";
  private static final LocalizedText UNKNOWN = LocalizedText.of("Okänt", "Unknown");
  private static final LocalizedText SHARED = LocalizedText.of(" (fördelat)", " (shared)");

  /** What a level adds to the name of a field that holds codes of several levels. */
  private static final Map<String, LocalizedText> LEVELS =
      Map.of(
          "country", LocalizedText.of("Land", "Country"),
          "nuts1", LocalizedText.of("Landsdel (Nuts 1)", "NUTS 1 region"),
          "nuts2", LocalizedText.of("Riksområde (Nuts 2)", "NUTS 2 region"),
          "nuts3", LocalizedText.of("Nuts 3-region", "NUTS 3 region"),
          "county", LocalizedText.of("Län", "County"),
          "municipality", LocalizedText.of("Kommun", "Municipality"));

  private final Map<String, LocalizedText> dimensions = new HashMap<>();
  private final Map<String, Map<String, LocalizedText>> codes = new HashMap<>();
  private final Map<String, Codelist> codelists = new HashMap<>();

  Labels(Results results) {
    Schema schema = results.portfolio().schema();
    List<Measure> measures = new ArrayList<>();
    for (Indicator indicator : results.indicators()) {
      if (indicator instanceof Measure) {
        measures.add((Measure) indicator);
      }
    }
    for (String dimension : results.dimensions()) {
      String name = withoutSplit(dimension);
      Map<String, LocalizedText> bands = bands(measures, name);
      LocalizedText label = LocalizedText.of(Map.of("en", name));
      Optional<Dimension> meaning = meaning(measures, schema, name);
      if (meaning.isPresent()) {
        codelists.put(dimension, schema.codelist(meaning.get().path().last()));
        label = name(meaning.get(), schema);
      }
      codes.put(dimension, bands);
      dimensions.put(dimension, dimension.equals(name) ? label : shared(label));
    }
  }

  LocalizedText dimension(String dimension) {
    return Objects.requireNonNull(dimensions.get(dimension), () -> "no dimension " + dimension);
  }

  LocalizedText code(String dimension, String code) {
    if (code.equals(Codelist.UNKNOWN)) {
      return UNKNOWN;
    }
    LocalizedText band = codes.getOrDefault(dimension, Map.of()).get(code);
    if (band != null) {
      return band;
    }
    @Nullable Codelist list = codelists.get(dimension);
    return Optional.ofNullable(list)
        .flatMap(known -> known.find(code))
        .map(Code::label)
        .filter(label -> !label.isEmpty())
        .orElse(LocalizedText.of(Map.of("en", code)));
  }

  private static Map<String, LocalizedText> bands(List<Measure> measures, String name) {
    Map<String, LocalizedText> bands = new HashMap<>();
    for (Measure measure : measures) {
      Optional<Grouping.Band> band =
          measure.grouping().map(Grouping::band).filter(each -> each.dimension().equals(name));
      band.stream()
          .flatMap(each -> each.steps().stream())
          .filter(step -> !step.label().isEmpty())
          .forEach(step -> bands.putIfAbsent(step.code(), step.label()));
    }
    return bands;
  }

  /** What a name means on the first indicator that has it, else on the first record type that does. */
  private static Optional<Dimension> meaning(List<Measure> measures, Schema schema, String name) {
    Stream<Optional<Dimension>> ofMeasures =
        measures.stream()
            .map(measure -> Optional.ofNullable(measure.dimensions().get(name))
                .or(() -> schema.dimension(measure.over(), name)));
    Stream<Optional<Dimension>> ofTypes =
        schema.types().stream().map((RecordType type) -> schema.dimension(type, name));
    return Stream.concat(ofMeasures, ofTypes).flatMap(Optional::stream).findFirst();
  }

  private static LocalizedText name(Dimension meaning, Schema schema) {
    String level = meaning.level();
    Field<?> field = meaning.path().last();
    if (level == null) {
      return field.label().isEmpty() ? LocalizedText.of(Map.of("en", meaning.name())) : field.label();
    }
    LocalizedText known = LEVELS.get(level);
    return known != null
        ? known
        : schema.vocabulary().find("programme-levels").flatMap(levels -> levels.find(level)).map(Code::label)
            .orElse(LocalizedText.of(Map.of("en", level)));
  }

  private static String withoutSplit(String dimension) {
    return dimension.endsWith(SPLIT) ? dimension.substring(0, dimension.length() - SPLIT.length()) : dimension;
  }

  private static LocalizedText shared(LocalizedText label) {
    LocalizedText both = LocalizedText.empty();
    for (Map.Entry<String, String> each : label.asMap().entrySet()) {
      both = both.with(each.getKey(), each.getValue() + SHARED.in(each.getKey()));
    }
    return both;
  }
}
