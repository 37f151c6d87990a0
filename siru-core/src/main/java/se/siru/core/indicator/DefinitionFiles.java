package se.siru.core.indicator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Severity;
import se.siru.core.finding.SiruException;
import se.siru.core.json.JsonFile;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.DefinitionFile;
import se.siru.core.stability.Provided;

/**
 * Files of definitions that are put beside a catalogue together. What one of them names may stand in another or in the catalogue;
 * all mistakes of all files are told at once.
 *
 * <p>Not thread-safe.
 */
@Provided(since = "0.1.0")
public final class DefinitionFiles {
  /** How many names are compared with those that nobody defines. */
  private static final long MOST_COMPARED = 1_000_000;

  private final Catalogue catalogue;
  private final DefinitionReader reader;
  private final TakenNames taken;
  private final Findings findings = new Findings();
  private final Map<Provider, List<Indicator>> indicators = new LinkedHashMap<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final Map<String, Origin> places = new HashMap<>();
  private final Map<String, Origin> units = new HashMap<>();
  private final Map<Expression, Origin> signs = new IdentityHashMap<>();

  private DefinitionFiles(Catalogue catalogue, Schema schema) {
    this.catalogue = catalogue;
    this.reader = DefinitionReader.over(schema).under(catalogue.rules());
    this.taken = TakenNames.beside(catalogue);
  }

  /** No files yet. */
  public static DefinitionFiles beside(Catalogue catalogue, Schema schema) {
    return new DefinitionFiles(catalogue, schema);
  }

  /**
   * Reads one more file.
   *
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where it cannot be read
   */
  public DefinitionFiles read(Path file) {
    return JsonFile.read(file, this::read);
  }

  /**
   * Reads one more document and leaves the stream open.
   *
   * @param source what findings call the document
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where the stream cannot be read
   */
  public DefinitionFiles read(InputStream in, String source) {
    return read(in, Provider.definitions(source), null);
  }

  /** Reads one more file that a portfolio brings. */
  public DefinitionFiles read(DefinitionFile file) {
    return read(new ByteArrayInputStream(file.json().getBytes(StandardCharsets.UTF_8)), Provider.portfolio(file.path()), null);
  }

  /**
   * Reads the definitions that a member of a JSON document holds, such as a portfolio that is one document; none where it has no such
   * member. The stream stays open.
   *
   * @param source what findings call the document
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where the stream cannot be read
   */
  public DefinitionFiles readMember(InputStream in, String source, String member) {
    return read(in, Provider.portfolio(source), member);
  }

  private DefinitionFiles read(InputStream in, Provider from, @Nullable String member) {
    try {
      return add(in, from, member);
    } catch (IOException e) {
      throw SiruException.of(ErrorCode.UNREADABLE, "cannot read " + from.origin(), e);
    }
  }

  private DefinitionFiles add(InputStream in, Provider from, @Nullable String member) throws IOException {
    DefinitionDocument document = reader.document(in, from.origin(), member, taken, findings);
    indicators.computeIfAbsent(from, p -> new ArrayList<>()).addAll(document.indicators());
    mentions.addAll(document.mentions());
    document.places().forEach(places::putIfAbsent);
    document.units().forEach(units::putIfAbsent);
    signs.putAll(document.signs());
    return this;
  }

  /** What is wrong with the files one by one, whatever catalogue they are put beside; names are not looked up. */
  public List<Finding> mistakes() {
    return findings.list();
  }

  /** All that is wrong with the files beside the catalogue, as {@link #catalogue} refuses it. */
  public List<Finding> problems() {
    Findings all = new Findings();
    all.addAll(findings);
    lookUp(all);
    Map<String, Indicator> own = byName();
    Function<String, Optional<Indicator>> find = name -> catalogue.find(name).or(() -> Optional.ofNullable(own.get(name)));
    findUncomputable(find, all);
    findUnits(find, all);
    findWrongKinds(own, all);
    return all.list();
  }

  /**
   * The catalogue with the definitions of all files.
   *
   * @throws SiruException with {@link ErrorCode#REFUSED_INPUT} and all findings where there are errors: what does not stand as it
   *     should, names that are taken, names that nobody defines, and formulas in a circle or that compute with {@code attainment(*)}
   */
  public Catalogue catalogue() {
    List<Finding> all = problems();
    all.stream().filter(finding -> finding.severity() == Severity.ERROR).findFirst().ifPresent(first -> {
      throw new SiruException(ErrorCode.REFUSED_INPUT, "the definitions have errors: " + first, all);
    });
    Catalogue more = catalogue;
    for (Map.Entry<Provider, List<Indicator>> file : indicators.entrySet()) {
      more = more.with(file.getKey(), file.getValue(), List.of());
    }
    return more;
  }

  /** Values of the rule set that are none of the parameters that the files declare. */
  private void findWrongKinds(Map<String, Indicator> byName, Findings all) {
    if (!catalogue.rules().values().isEmpty() && !all.hasErrors()) {
      catalogue.rules().wrongKinds(name -> Optional.ofNullable(byName.get(name))).forEach(all::add);
    }
  }

  private void lookUp(Findings all) {
    List<String> known = taken.all();
    Set<String> functions = catalogue.functions();
    for (Mention mention : mentions) {
      if (mention.isFunction() && !functions.contains(mention.name())) {
        all.add(DefinitionRules.UNKNOWN_FUNCTION, mention.origin(),
            "name", mention.name(), "known", hint(mention, functions, all));
      } else if (!mention.isFunction() && !taken.isKnown(mention.name())) {
        all.add(DefinitionRules.UNKNOWN_INDICATOR, mention.origin(),
            "position", Integer.toString(mention.character()), "name", mention.name(), "known", hint(mention, known, all));
      }
    }
  }

  /** What was probably meant, for the first findings; for all of many, among many names, it would take hours. */
  private String hint(Mention mention, Collection<String> known, Findings all) {
    if (!mention.spelled().equals(mention.name()) && taken.isKnown(mention.spelled())) {
      return "[" + mention.spelled() + "]";
    }
    boolean isWorthIt = (all.count(Severity.ERROR) + 1) * known.size() <= MOST_COMPARED;
    return known.isEmpty() || !isWorthIt ? "" : NearestName.orSeveral(mention.name(), known);
  }

  private List<Indicator> own() {
    return indicators.values().stream().flatMap(List::stream).toList();
  }

  /** The indicators of the files by their ids and, where those are not taken, their codes. */
  private Map<String, Indicator> byName() {
    Map<String, Indicator> byName = new HashMap<>();
    own().forEach(indicator -> byName.putIfAbsent(indicator.id(), indicator));
    own().forEach(indicator -> byName.putIfAbsent(indicator.code(), indicator));
    return byName;
  }

  /** Sums of what is not alike, and units that are not those of the numbers. */
  private void findUnits(Function<String, Optional<Indicator>> find, Findings all) {
    Units check = new Units(find);
    for (Indicator indicator : own()) {
      check.problem(indicator).ifPresent(problem -> {
        Origin unit = units.getOrDefault(indicator.id(), Origin.of(indicator.id()));
        if (problem.at() == null) {
          all.add(DefinitionRules.UNIT, unit, "unit", problem.other(), "found", problem.found().toString());
        } else {
          all.add(
              DefinitionRules.UNITS,
              signs.getOrDefault(problem.at(), unit),
              "left",
              problem.found().toString(),
              "right",
              problem.other());
        }
      });
    }
  }

  private void findUncomputable(Function<String, Optional<Indicator>> find, Findings all) {
    OperandOrder order = OperandOrder.of(own(), find);
    for (List<String> circle : order.circles()) {
      circle.stream().filter(places::containsKey).findFirst().ifPresent(
          id ->
              all.add(DefinitionRules.CIRCLE, places.get(id), "chain", OperandOrder.chain(circle), "places", placesOf(circle)));
    }
    order.ofMany().forEach(
        (id, operand) ->
            all.add(DefinitionRules.OF_MANY, places.getOrDefault(id, Origin.of(id)), "name", id, "operand", operand));
  }

  /**
   * Where the formulas of a circle stand, in its order, each once; of an indicator of the catalogue, who provides it. A file is named
   * where it is another than that before, as a finding quotes no long text.
   */
  private String placesOf(List<String> circle) {
    List<String> all = new ArrayList<>();
    String before = "";
    for (String id : circle.subList(0, circle.size() - 1)) {
      Origin place = places.get(id);
      if (place == null) {
        all.add(catalogue.provider(id).map(Provider::described).orElse(id));
      } else {
        all.add((place.source().equals(before) ? "" : place.source() + ":") + place.row() + ":" + place.character());
        before = place.source();
      }
    }
    return OperandOrder.chain(all);
  }
}
