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
import se.siru.core.indicator.Aggregate;
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
      List<Grouping.Band> bands = bands(measures, name);
      LocalizedText label = LocalizedText.english(name);
      Optional<Dimension> meaning = bands.stream().flatMap(Labels::code).findFirst().or(() -> meaning(measures, schema, name));
      if (meaning.isPresent()) {
        codelists.put(dimension, results.portfolio().codelist(meaning.get().path().last()));
        label = name(meaning.get(), schema);
      }
      label = bands.stream().map(Grouping.Band::label).filter(each -> !each.isEmpty()).findFirst().orElse(label);
      codes.put(dimension, steps(bands));
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
        .orElse(LocalizedText.english(code));
  }

  /** The bands that make a dimension. */
  private static List<Grouping.Band> bands(List<Measure> measures, String name) {
    return measures.stream()
        .flatMap(measure -> measure.grouping().map(Grouping::band).stream())
        .filter(band -> band.dimension().equals(name))
        .toList();
  }

  private static Map<String, LocalizedText> steps(List<Grouping.Band> bands) {
    Map<String, LocalizedText> labels = new HashMap<>();
    bands.stream()
        .flatMap(band -> band.steps().stream())
        .filter(step -> !step.label().isEmpty())
        .forEach(step -> labels.putIfAbsent(step.code(), step.label()));
    return labels;
  }

  /** The way to the code that is the value of a group, where it is one. */
  private static Stream<Dimension> code(Grouping.Band band) {
    return band.inner().aggregate() instanceof Aggregate.Last && band.steps().isEmpty()
        ? Stream.of(Dimension.of(band.dimension(), ((Aggregate.Last) band.inner().aggregate()).path()))
        : Stream.empty();
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
      return field.label().isEmpty() ? LocalizedText.english(meaning.name()) : field.label();
    }
    LocalizedText known = LEVELS.get(level);
    return known != null
        ? known
        : schema.vocabulary().find("programme-levels").flatMap(levels -> levels.find(level)).map(Code::label)
            .orElse(LocalizedText.english(level));
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
