package se.siru.core.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
import se.siru.core.stability.Provided;
import se.siru.core.stability.Stable;
import se.siru.core.text.LocalizedText;

/**
 * What a programme or funder fixes of how indicators are counted: values of {@linkplain Parameter parameters} by indicator, what
 * outputs and results are called, and whose values are previews of official figures. Results name the rule set they were counted
 * under. {@link RuleSetReader} reads one from a file.
 *
 * <p>Immutable and thread-safe.
 */
@Stable(since = "0.1.0")
public final class RuleSet {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{0,31}(-[a-z0-9]{1,31}){0,7}");
  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]{0,31}");
  private static final RuleSet DEFAULTS =
      builder("defaults", "1")
          .named(LocalizedText.of("Definitionernas förval", "The defaults of the definitions"))
          .build();

  private final String id;
  private final String version;
  private final LocalizedText name;
  private final String source;
  private final Indicator.Evidence evidence;
  private final List<Value> values;
  private final Map<String, Value> byName = new HashMap<>();
  private final Map<Value, Origin> places;
  private final Map<Indicator.Kind, LocalizedText> labels;
  private final Set<String> previews;

  private RuleSet(Builder from) {
    this.id = from.id;
    this.version = from.version;
    this.name = from.name;
    this.source = from.source;
    this.evidence = from.evidence;
    this.values = List.copyOf(from.values);
    this.places = Map.copyOf(from.places);
    this.labels = new EnumMap<>(from.labels);
    this.previews = new LinkedHashSet<>(from.previews);
    for (Value value : values) {
      for (String indicator : value.indicators()) {
        if (byName.putIfAbsent(key(indicator, value.parameter()), value) != null) {
          throw new IllegalArgumentException(id + " says twice what " + value.parameter() + " of " + indicator + " is");
        }
      }
    }
  }

  /**
   * A value for indicators.
   *
   * @param indicators their codes or ids
   * @param parameter the name of the parameter
   * @param value as text, as {@link Parameter#standard} is
   * @param evidence whether it was held against the official text
   * @param source where it stands; may be empty
   */
  @Provided(since = "0.1.0")
  public record Value(
      List<String> indicators, String parameter, String value, Indicator.Evidence evidence, String source) {
    /** Copies the list. */
    public Value {
      indicators = List.copyOf(indicators);
      Objects.requireNonNull(parameter, "parameter");
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(evidence, "evidence");
      Objects.requireNonNull(source, "source");
    }

    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Value other
          && indicators.equals(other.indicators)
          && parameter.equals(other.parameter)
          && value.equals(other.value)
          && evidence.equals(other.evidence)
          && source.equals(other.source);
    }

    @Override
    public int hashCode() {
      return Objects.hash(indicators, parameter, value, evidence, source);
    }
  }

  /** The rule set of nobody: every parameter has its standard value. */
  public static RuleSet defaults() {
    return DEFAULTS;
  }

  /**
   * Starts a rule set.
   *
   * @throws IllegalArgumentException where the id is not kebab-case, or the version is no short word
   */
  public static Builder builder(String id, String version) {
    return new Builder(id, version);
  }

  /** True where a text can be the id of a rule set. */
  static boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  /** True where a text can be the version of a rule set. */
  static boolean isVersion(String version) {
    return VERSION.matcher(version).matches();
  }

  /** The id, {@code tillvaxtverket-2127}. */
  public String id() {
    return id;
  }

  /** The version. */
  public String version() {
    return version;
  }

  /** Id and version, {@code tillvaxtverket-2127/0.1}: how results name it. */
  public String reference() {
    return id + "/" + version;
  }

  /** What people read. */
  public LocalizedText name() {
    return name;
  }

  /** The official text that it renders; may be empty. */
  public String source() {
    return source;
  }

  /** Whether the rule set as a whole was held against that text. */
  public Indicator.Evidence evidence() {
    return evidence;
  }

  /** The values that it gives, in the order written. */
  public List<Value> values() {
    return values;
  }

  /** True for {@link #defaults}. */
  public boolean isDefaults() {
    return this == DEFAULTS;
  }

  /** What the programme calls indicators of a kind, {@code aktivitetsindikator}; empty where it has no word of its own. */
  public LocalizedText label(Indicator.Kind kind) {
    return labels.getOrDefault(kind, LocalizedText.empty());
  }

  /** The indicators whose values are previews, by codes, ids or globs of either, in the order written. */
  public Set<String> previews() {
    return Collections.unmodifiableSet(previews);
  }

  /** True where values of an indicator are previews: the official figures come from elsewhere, for example from registers. */
  public boolean isPreview(Indicator indicator) {
    return isPreview(indicator.code()) || isPreview(indicator.id());
  }

  /** As {@link #isPreview(Indicator)}, by code or id. */
  public boolean isPreview(String codeOrId) {
    return previews.stream().anyMatch(glob -> Glob.matches(glob, codeOrId));
  }

  /**
   * The value of a parameter for an indicator. A value of another kind than the parameter's is not taken; {@link #check} tells.
   *
   * @param code the indicator's code, or its id where it has none
   */
  public Parameter.Setting setting(String code, Parameter parameter) {
    return setting(List.of(code), parameter);
  }

  Parameter.Setting setting(List<String> names, Parameter parameter) {
    for (String each : names) {
      Value value = byName.get(key(each, parameter.name()));
      if (value != null && parameter.accepts(value.value())) {
        return new Parameter.Setting(parameter, value.value(), reference(), value.evidence());
      }
    }
    return new Parameter.Setting(parameter, parameter.standard(), DEFAULTS.reference(), parameter.evidence());
  }

  /**
   * What does not fit between this rule set and a catalogue: values of another kind than the parameter's are errors; values that no
   * indicator at hand asks for are warnings.
   */
  public List<Finding> check(Catalogue catalogue) {
    List<Finding> findings = new ArrayList<>(wrongKinds(catalogue::find));
    for (Value value : values) {
      for (String name : value.indicators()) {
        Optional<Parameter.Setting> setting = catalogue.find(name).flatMap(indicator -> indicator.setting(value.parameter()));
        if (setting.isEmpty() || isTakenFromElsewhere(setting.get(), value)) {
          findings.add(
              Finding.of(RuleSetRules.UNUSED, place(value), "parameter", value.parameter(), "indicator", name));
        }
      }
    }
    return findings;
  }

  /** True where an indicator is counted by the parameter of another, so that what is given to itself says nothing. */
  private boolean isTakenFromElsewhere(Parameter.Setting setting, Value given) {
    return setting.parameter().accepts(given.value())
        && !(setting.rules().equals(reference()) && setting.value().equals(given.value()));
  }

  /** The values that are none of the parameter that they are given to. */
  List<Finding> wrongKinds(Function<String, Optional<Indicator>> find) {
    List<Finding> findings = new ArrayList<>();
    for (Value value : values) {
      for (String name : value.indicators()) {
        find.apply(name)
            .flatMap(indicator -> indicator.setting(value.parameter()))
            .filter(setting -> !setting.parameter().accepts(value.value()))
            .ifPresent(setting -> findings.add(
                Finding.of(RuleSetRules.WRONG_KIND, place(value),
                    "value", value.value(), "parameter", value.parameter(), "indicator", name,
                    "allowed-sv", setting.parameter().allowed("sv"), "allowed-en", setting.parameter().allowed("en"))));
      }
    }
    return findings;
  }

  /** Where a value stands in its file; of a value that no file gave, its rule set. */
  private Origin place(Value value) {
    return places.getOrDefault(value, Origin.of(reference()));
  }

  private static String key(String indicator, String parameter) {
    return indicator + "\n" + parameter;
  }

  /** As {@link #reference}. */
  @Override
  public String toString() {
    return reference();
  }

  /** Puts a rule set together. Not thread-safe. */
  @Stable(since = "0.1.0")
  public static final class Builder {
    private final String id;
    private final String version;
    private LocalizedText name = LocalizedText.empty();
    private String source = "";
    private Indicator.Evidence evidence = Indicator.Evidence.UNCONFIRMED;
    private final List<Value> values = new ArrayList<>();
    private final Map<Value, Origin> places = new HashMap<>();
    private final Map<Indicator.Kind, LocalizedText> labels = new EnumMap<>(Indicator.Kind.class);
    private final Set<String> previews = new LinkedHashSet<>();

    private Builder(String id, String version) {
      if (!isId(id) || !isVersion(version)) {
        throw new IllegalArgumentException("a rule set has an id in kebab-case and a version, not '" + id + "' '" + version + "'");
      }
      this.id = id;
      this.version = version;
    }

    /** What people read. */
    public Builder named(LocalizedText newName) {
      this.name = newName;
      return this;
    }

    /** The official text that it renders, and whether it was held against it as a whole. */
    public Builder source(String newSource, Indicator.Evidence newEvidence) {
      this.source = newSource;
      this.evidence = newEvidence;
      return this;
    }

    /** Gives a value. */
    public Builder value(Value value) {
      values.add(Objects.requireNonNull(value, "value"));
      return this;
    }

    /** A value with the place where it stands. */
    Builder value(Value value, Origin place) {
      places.putIfAbsent(value, place);
      return value(value);
    }

    /** What the programme calls indicators of a kind. */
    public Builder label(Indicator.Kind kind, LocalizedText label) {
      labels.put(kind, label);
      return this;
    }

    /** Marks indicators, by codes, ids or globs of either, as previews of official figures. */
    public Builder previews(Collection<String> globs) {
      previews.addAll(globs);
      return this;
    }

    /**
     * The finished rule set.
     *
     * @throws IllegalArgumentException where it gives one parameter of one indicator two values
     */
    public RuleSet build() {
      return new RuleSet(this);
    }
  }
}
