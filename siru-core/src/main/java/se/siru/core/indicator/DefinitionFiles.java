package se.siru.core.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Severity;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Schema;
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

  private DefinitionFiles(Catalogue catalogue, Schema schema) {
    this.catalogue = catalogue;
    this.reader = DefinitionReader.over(schema).under(catalogue.rules());
    this.taken = new TakenNames(catalogue);
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
    try (InputStream in = Files.newInputStream(file)) {
      return add(in, String.valueOf(file.getFileName()));
    } catch (IOException e) {
      throw SiruException.unreadable(file, e);
    }
  }

  /**
   * Reads one more document and leaves the stream open.
   *
   * @param source what findings call the document
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where the stream cannot be read
   */
  public DefinitionFiles read(InputStream in, String source) {
    try {
      return add(in, source);
    } catch (IOException e) {
      throw SiruException.of(ErrorCode.UNREADABLE, "cannot read " + source, e);
    }
  }

  private DefinitionFiles add(InputStream in, String source) throws IOException {
    DefinitionDocument document = reader.document(in, source, taken, findings);
    indicators.computeIfAbsent(Provider.definitions(source), p -> new ArrayList<>()).addAll(document.indicators());
    mentions.addAll(document.mentions());
    document.places().forEach(places::putIfAbsent);
    return this;
  }

  /**
   * The catalogue with the definitions of all files.
   *
   * @throws SiruException with {@link ErrorCode#REFUSED_INPUT} and all findings where there are errors: what does not stand as it
   *     should, names that are taken, names that nobody defines, and formulas in a circle or that compute with {@code attainment(*)}
   */
  public Catalogue catalogue() {
    Findings all = new Findings();
    all.addAll(findings);
    lookUp(all);
    findUncomputable(all);
    findWrongKinds(all);
    if (all.hasErrors()) {
      List<Finding> list = all.list();
      throw new SiruException(ErrorCode.REFUSED_INPUT, "the definitions have errors: " + list.get(0), list);
    }
    Catalogue more = catalogue;
    for (Map.Entry<Provider, List<Indicator>> file : indicators.entrySet()) {
      more = more.with(file.getKey(), file.getValue(), List.of());
    }
    return more;
  }

  /** Values of the rule set that are none of the parameters that the files declare. */
  private void findWrongKinds(Findings all) {
    if (!catalogue.rules().values().isEmpty() && !all.hasErrors()) {
      List<Indicator> own = indicators.values().stream().flatMap(List::stream).toList();
      Map<String, Indicator> byName = new HashMap<>();
      own.forEach(indicator -> byName.putIfAbsent(indicator.id(), indicator));
      own.forEach(indicator -> byName.putIfAbsent(indicator.code(), indicator));
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
  private static String hint(Mention mention, Collection<String> known, Findings all) {
    boolean isWorthIt = (all.count(Severity.ERROR) + 1) * known.size() <= MOST_COMPARED;
    return known.isEmpty() || !isWorthIt ? "" : NearestName.orSeveral(mention.name(), known);
  }

  private void findUncomputable(Findings all) {
    Map<String, Indicator> own = new HashMap<>();
    List<Indicator> ordered = new ArrayList<>();
    indicators.values().forEach(ordered::addAll);
    ordered.forEach(indicator -> own.putIfAbsent(indicator.id(), indicator));
    ordered.forEach(indicator -> own.putIfAbsent(indicator.code(), indicator));
    OperandOrder order =
        OperandOrder.of(ordered, name -> catalogue.find(name).or(() -> Optional.ofNullable(own.get(name))));
    for (List<String> circle : order.circles()) {
      circle.stream().filter(places::containsKey).findFirst().ifPresent(
          id -> all.add(DefinitionRules.CIRCLE, places.get(id), "chain", OperandOrder.chain(circle)));
    }
    order.ofMany().forEach(
        (id, operand) ->
            all.add(DefinitionRules.OF_MANY, places.getOrDefault(id, Origin.of(id)), "name", id, "operand", operand));
  }
}
