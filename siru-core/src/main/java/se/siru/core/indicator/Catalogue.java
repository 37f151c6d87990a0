package se.siru.core.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;
import se.siru.core.text.Translation;

/**
 * The indicators and functions at hand, each with its provider. Ids and codes are unique: what claims one that is taken is refused
 * with both origins, never silently preferred.
 *
 * <p>Thread-safe; immutable, save for the {@linkplain #turn turns} that whoever runs code of plugins takes.
 */
@Provided(since = "0.1.0")
public final class Catalogue {
  private final Map<String, Indicator> byId;
  private final Map<String, Indicator> byCode;
  private final Map<String, Provider> providers;
  private final Map<String, IndicatorFunction> functions;
  private final RuleSet rules;
  private final boolean strict;
  private final Map<String, Lock> turns;

  private Catalogue(
      Map<String, Indicator> byId,
      Map<String, Indicator> byCode,
      Map<String, Provider> providers,
      Map<String, IndicatorFunction> functions,
      RuleSet rules,
      boolean strict,
      Map<String, Lock> turns) {
    this.byId = byId;
    this.byCode = byCode;
    this.providers = providers;
    this.functions = functions;
    this.rules = rules;
    this.strict = strict;
    this.turns = turns;
  }

  /** A catalogue of nothing. */
  public static Catalogue empty() {
    return under(RuleSet.defaults());
  }

  /** A catalogue of nothing, whose indicators are made under a rule set. */
  public static Catalogue under(RuleSet rules) {
    return new Catalogue(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), rules, false, new ConcurrentHashMap<>());
  }

  /** The rule set that the indicators were made under. */
  public RuleSet rules() {
    return rules;
  }

  /**
   * The same catalogue, and strict: an evaluation by it fails as a whole where code behind an indicator failed, and gives no results
   * with cells that are {@code failed}.
   */
  public Catalogue strict() {
    return new Catalogue(byId, byCode, providers, functions, rules, true, turns);
  }

  /** Whether evaluations by it fail where code behind an indicator failed. */
  public boolean isStrict() {
    return strict;
  }

  /**
   * This catalogue and what a provider brings.
   *
   * @throws SiruException with {@link ErrorCode#PLUGINS} where an id or code is taken, or formulas refer to each other in a circle
   *     or to one that is {@code attainment(*)}
   */
  public Catalogue with(
      Provider provider, Collection<? extends Indicator> indicators, Collection<? extends IndicatorFunction> newFunctions) {
    Map<String, IndicatorFunction> byName = new LinkedHashMap<>();
    for (IndicatorFunction function : newFunctions) {
      String id = function.id();
      if (byName.putIfAbsent(id, function) != null) {
        throw taken(id, provider.described(), provider.described());
      }
    }
    return with(provider, indicators, byName);
  }

  /**
   * This catalogue and what a provider brings, with functions under ids that they were asked for before: code may say another one the
   * next time.
   *
   * @throws SiruException as {@link #with(Provider, Collection, Collection)} does
   */
  public Catalogue with(
      Provider provider, Collection<? extends Indicator> indicators, Map<String, ? extends IndicatorFunction> newFunctions) {
    if (indicators.isEmpty() && newFunctions.isEmpty()) {
      return this;
    }
    Catalogue more =
        new Catalogue(
            new TreeMap<>(byId), new TreeMap<>(byCode), new TreeMap<>(providers), new TreeMap<>(functions), rules, strict, turns);
    for (Indicator indicator : indicators) {
      more.claim(more.byId, indicator.id(), indicator, provider);
      more.claim(more.byCode, indicator.code(), indicator, provider);
      more.providers.put(indicator.id(), provider);
    }
    newFunctions.forEach((id, function) -> {
      more.claim(more.functions, id, function, provider);
      more.providers.put(id, provider);
    });
    more.refuseUncomputable();
    return more;
  }

  /** The same catalogue with the words of a further language for its indicators. */
  public Catalogue translated(Translation translation) {
    Map<String, Indicator> ids = new TreeMap<>();
    Map<String, Indicator> codes = new TreeMap<>();
    for (Indicator each : byId.values()) {
      Indicator translated = each.translated(translation);
      ids.put(translated.id(), translated);
      codes.put(translated.code(), translated);
    }
    return new Catalogue(new TreeMap<>(ids), new TreeMap<>(codes), providers, functions, rules, strict, turns);
  }

  private <T> void claim(Map<String, T> names, String name, T thing, Provider provider) {
    T before = names.putIfAbsent(name, Objects.requireNonNull(thing, "null indicator or function"));
    if (before != null) {
      Provider other = providers.get(before instanceof Indicator ? ((Indicator) before).id() : name);
      throw taken(name, other == null ? "" : other.described(), provider.described());
    }
  }

  private static SiruException taken(String name, String other, String provider) {
    return new SiruException(
        ErrorCode.PLUGINS,
        LocalizedText.of(
            "'" + name + "' används av " + (other.isEmpty() ? "samma leverantör" : other) + " och av " + provider
                + "; ge den ena ett annat id och en annan kod, eller utelämna den ena",
            "'" + name + "' is claimed by " + (other.isEmpty() ? "the same provider" : other) + " and by " + provider
                + "; give one of them another id and code, or leave one out"));
  }

  private void refuseUncomputable() {
    OperandOrder order = OperandOrder.of(byId.values(), this::find);
    if (!order.circles().isEmpty()) {
      String way = OperandOrder.chain(order.circles().get(0));
      throw new SiruException(
          ErrorCode.PLUGINS, LocalizedText.of("formler i cirkel: " + way, "formulas in a circle: " + way));
    }
    if (!order.ofMany().isEmpty()) {
      Map.Entry<String, String> first = order.ofMany().entrySet().iterator().next();
      throw new SiruException(
          ErrorCode.PLUGINS,
          LocalizedText.of(
              first.getKey() + " räknar med " + first.getValue() + ", som är attainment(*): många resultat och inte ett tal",
              first.getKey() + " computes with " + first.getValue() + ", which is attainment(*): many results and not one number"));
    }
  }

  /** The indicators that an expression refers to, as written, without {@code *}. */
  public static List<String> operands(Expression expression) {
    List<String> names = new ArrayList<>();
    ExpressionWalk.through(
        expression,
        (part, depth) -> {
          if (part instanceof Expression.Reference) {
            names.add(((Expression.Reference) part).indicator());
          } else if (part instanceof Expression.Attainment && !((Expression.Attainment) part).isOfAll()) {
            names.add(((Expression.Attainment) part).indicator());
          }
          return true;
        });
    return names;
  }

  /**
   * Indicators and all that they are made of, each once, operands before what is made of them. A name that is not known leads
   * nowhere.
   */
  public List<Indicator> withOperands(Collection<? extends Indicator> indicators) {
    return List.copyOf(OperandOrder.of(indicators, this::find).inOrder());
  }

  /**
   * What is wrong with the units of an indicator: operands that are added and not alike, or a unit that is not that of the number; empty
   * where nothing is. Definitions with such a problem are refused; of indicators that are built in Java, the contract kit asks.
   */
  public Optional<String> unitProblem(Indicator indicator) {
    return new Units(this::find).problem(indicator).map(problem -> problem.found() + " ≠ " + problem.other());
  }

  /** All indicators in order of their ids. */
  public Collection<Indicator> indicators() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /** The indicator with an id or a code, if there is one. */
  public Optional<Indicator> find(String idOrCode) {
    Indicator indicator = byId.get(idOrCode);
    return Optional.ofNullable(indicator != null ? indicator : byCode.get(idOrCode));
  }

  /**
   * What the values of an indicator lie within: its {@linkplain Indicator#range own range} and, of a formula, what follows from the
   * measures that it computes with. A quotient of counts is never negative, and the share of some records among the same records lies
   * from 0 to 1, in per cent to 100. Where what was declared contradicts that, what was declared holds.
   */
  public Range range(Indicator indicator) {
    if (!(indicator instanceof Formula formula)) {
      return indicator.range();
    }
    Range implied = ImpliedRange.of(formula, this);
    return formula.range().meets(implied) ? formula.range().and(implied) : formula.range();
  }

  /** The function with an id, if there is one. */
  public Optional<IndicatorFunction> function(String id) {
    return Optional.ofNullable(functions.get(id));
  }

  /** Who provides an indicator or function. */
  public Optional<Provider> provider(String id) {
    return Optional.ofNullable(providers.get(id));
  }

  /**
   * The turn of a plugin's code: whoever calls code of a plugin that does not say that it is thread-safe has it meanwhile. One for each
   * plugin, in this catalogue and all that were made of it.
   *
   * @param plugin its id
   */
  public Lock turn(String plugin) {
    return turns.computeIfAbsent(plugin, id -> new ReentrantLock(true));
  }

  /**
   * The indicators that patterns select: ids, codes, or globs of either in which {@code *} stands for any letters; in the order
   * of the patterns, then of the ids, each once.
   *
   * @throws SiruException with {@link ErrorCode#UNKNOWN_NAME} where a pattern selects nothing
   */
  public List<Indicator> select(Collection<String> patterns) {
    Map<String, Indicator> selected = new LinkedHashMap<>();
    for (String pattern : patterns) {
      List<Indicator> found = matching(pattern);
      if (found.isEmpty()) {
        throw new SiruException(ErrorCode.UNKNOWN_NAME, "no indicator '" + pattern + "'" + nearest(pattern));
      }
      found.forEach(indicator -> selected.putIfAbsent(indicator.id(), indicator));
    }
    return List.copyOf(selected.values());
  }

  /** The indicators that a pattern selects, in order of their ids; a name is looked up and not compared with all. */
  private List<Indicator> matching(String pattern) {
    if (pattern.indexOf('*') < 0) {
      return Stream.of(Optional.ofNullable(byId.get(pattern)), Optional.ofNullable(byCode.get(pattern)))
          .flatMap(Optional::stream)
          .distinct()
          .sorted(Comparator.comparing(Indicator::id))
          .toList();
    }
    return byId.values().stream()
        .filter(indicator -> Glob.matches(pattern, indicator.id()) || Glob.matches(pattern, indicator.code()))
        .toList();
  }

  private String nearest(String pattern) {
    String meant = NearestName.to(pattern, names());
    return meant == null ? "" : "; did you mean " + meant + "?";
  }

  /** All codes, then all ids. */
  List<String> names() {
    List<String> names = new ArrayList<>(byCode.keySet());
    names.addAll(byId.keySet());
    return names;
  }

  /** The ids of all functions. */
  Set<String> functions() {
    return Collections.unmodifiableSet(functions.keySet());
  }
}
