package se.siru.core.indicator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.text.LocalizedText;
import se.siru.core.text.Translation;

/**
 * The definition of an indicator, as a value. Nothing about it is code, save what an author hands in as an opaque condition or an
 * {@link Accumulator}.
 *
 * <p>Immutable and thread-safe.
 */
public abstract sealed class Indicator permits Measure, Formula {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,31}:[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9ÅÄÖåäö][A-Za-z0-9ÅÄÖåäö:._/+-]{0,63}");
  private static final int LONGEST_ID = 96;

  private final String id;
  private final String code;
  private final String version;
  private final LocalizedText name;
  private final LocalizedText definition;
  private final String unit;
  private final Kind kind;
  private final Direction direction;
  private final String source;
  private final Evidence evidence;
  private final Range declaredRange;
  private final List<Parameter.Setting> parameters;

  Indicator(Builder<?> from) {
    this.id = from.id;
    this.code = from.code == null ? from.id : from.code;
    this.version = from.version;
    this.name = from.name;
    this.definition = from.definition;
    this.unit = from.unit;
    this.kind = from.kind;
    this.direction = from.direction;
    this.source = from.source;
    this.evidence = from.evidence;
    this.declaredRange = from.range;
    this.parameters = List.copyOf(from.parameters.values());
  }

  Indicator(Indicator same, Translation translation) {
    String key = "indicator:" + same.id;
    this.id = same.id;
    this.code = same.code;
    this.version = same.version;
    this.name = translation.of(key + ":name", same.name);
    this.definition = translation.of(key + ":definition", same.definition);
    this.unit = same.unit;
    this.kind = same.kind;
    this.direction = same.direction;
    this.source = same.source;
    this.evidence = same.evidence;
    this.declaredRange = same.declaredRange;
    this.parameters = same.parameters;
  }

  /**
   * The same indicator with the words of a further language; keys are {@code indicator:ID:name} and {@code indicator:ID:definition}. What it
   * counts does not change.
   */
  abstract Indicator translated(Translation translation);

  /** What an indicator tells about. */
  public enum Kind {
    /** What the programme does. */
    PROCESS,
    /** What it delivers. */
    OUTPUT,
    /** What changes. */
    RESULT,
    /** What surrounds it. */
    CONTEXT
  }

  /** Which way is good. */
  public enum Direction {
    /** More is better. */
    UP,
    /** Less is better. */
    DOWN,
    /** Neither; such an indicator gets no traffic light. */
    NONE
  }

  /** Whether the counting rule has been held against the text of its source. */
  public enum Evidence {
    /** The text of the source was read. */
    CONFIRMED,
    /** The rule is recalled, or its source was not at hand; results say so. */
    UNCONFIRMED
  }

  /** Starts a measure; its id is {@code namespace:kebab-name}. */
  public static Measure.Builder measure(String id) {
    return new Measure.Builder(id);
  }

  /** Starts a formula; its id is {@code namespace:kebab-name}. */
  public static Formula.Builder formula(String id) {
    return new Formula.Builder(id);
  }

  /** The id, {@code namespace:kebab-name}. */
  public String id() {
    return id;
  }

  /** The code by which people know it, for example {@code RCO01}; the id where it has none. */
  public String code() {
    return code;
  }

  /** The version of the definition. */
  public String version() {
    return version;
  }

  /** What people read. */
  public LocalizedText name() {
    return name;
  }

  /** How it is counted, in words; may be empty. */
  public LocalizedText definition() {
    return definition;
  }

  /** The unit; {@code percent} shows a ratio times 100, {@code currency} is the portfolio's currency. */
  public String unit() {
    return unit;
  }

  /** What it tells about. */
  public Kind kind() {
    return kind;
  }

  /** Which way is good. */
  public Direction direction() {
    return direction;
  }

  /** The source of the counting rule; may be empty. */
  public String source() {
    return source;
  }

  /** Whether the rule was held against its source. */
  public Evidence evidence() {
    return evidence;
  }

  /**
   * What its values lie within, in the unit in which they are shown: what its author declared, and what follows from how it is put
   * together. A count is never negative, and nobody need say so; a growth rate has no bounds. {@link Catalogue#range} tells of a
   * formula, too, what follows from its operands.
   */
  public Range range() {
    return declaredRange.and(impliedRange());
  }

  /** What its author declared. */
  Range declaredRange() {
    return declaredRange;
  }

  /** What its values lie within by how it is put together, whatever the records say. */
  abstract Range impliedRange();

  /** What varies by programme in how it is counted, each with the value that it is counted under, in the order declared. */
  public List<Parameter.Setting> parameters() {
    return parameters;
  }

  /** The parameter of a name with its value, if there is one. */
  public Optional<Parameter.Setting> setting(String parameter) {
    return parameters.stream().filter(each -> each.parameter().name().equals(parameter)).findFirst();
  }

  /** True where its rule and the values of all its parameters were held against the official texts. */
  public boolean isConfirmed() {
    return evidence == Evidence.CONFIRMED && parameters.stream().allMatch(each -> each.evidence() == Evidence.CONFIRMED);
  }

  /**
   * True where the source that it names, or the value of a parameter, has not been held against the official text: what readers of
   * its values are told. An indicator of one's own without a source has nothing to be held against.
   */
  public boolean needsConfirming() {
    return evidence == Evidence.UNCONFIRMED && !source.isEmpty()
        || parameters.stream().anyMatch(each -> each.evidence() == Evidence.UNCONFIRMED);
  }

  /** The code, and the id where they differ. */
  @Override
  public String toString() {
    return code.equals(id) ? id : code + " (" + id + ")";
  }

  /**
   * What measures and formulas have in common. Not thread-safe.
   *
   * @param <B> the builder itself
   */
  public abstract static sealed class Builder<B extends Builder<B>> permits Measure.Builder, Formula.Builder {
    private final String id;
    private @Nullable String code;
    private String version = "1";
    private LocalizedText name = LocalizedText.empty();
    private LocalizedText definition = LocalizedText.empty();
    private String unit = "";
    private Kind kind = Kind.OUTPUT;
    private Direction direction = Direction.UP;
    private String source = "";
    private Evidence evidence = Evidence.UNCONFIRMED;
    private Range range = Range.ANY;
    private final Map<String, Parameter.Setting> parameters = new LinkedHashMap<>();

    Builder(String id) {
      if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) { // the pattern may recurse over a long one
        throw new IllegalArgumentException("an indicator id is namespace:kebab-name, not '" + id + "'");
      }
      this.id = id;
    }

    abstract B self();

    /** The code by which people know it. */
    public B code(String newCode) {
      if (!CODE.matcher(newCode).matches()) {
        throw new IllegalArgumentException("not an indicator code: '" + newCode + "'");
      }
      this.code = newCode;
      return self();
    }

    /** The version of the definition. */
    public B version(String newVersion) {
      this.version = Objects.requireNonNull(newVersion, "version");
      return self();
    }

    /** What people read, in one language. */
    public B named(String language, String text) {
      this.name = name.with(language, text);
      return self();
    }

    /** What people read. */
    public B named(LocalizedText text) {
      this.name = text;
      return self();
    }

    /** How it is counted, in words. */
    public B defined(LocalizedText text) {
      this.definition = text;
      return self();
    }

    /** The unit. */
    public B unit(String newUnit) {
      this.unit = Objects.requireNonNull(newUnit, "unit");
      return self();
    }

    /** What it tells about. */
    public B kind(Kind newKind) {
      this.kind = newKind;
      return self();
    }

    /** Which way is good. */
    public B direction(Direction newDirection) {
      this.direction = newDirection;
      return self();
    }

    /** The source of the counting rule, and whether it was held against it. */
    public B source(String newSource, Evidence newEvidence) {
      this.source = newSource;
      this.evidence = newEvidence;
      return self();
    }

    /**
     * Declares the least and the greatest value that it can have, both inclusive, in the unit in which it is shown. A cell whose value
     * lies outside has failed, and says so.
     */
    public B range(Range newRange) {
      this.range = Objects.requireNonNull(newRange, "range");
      return self();
    }

    /**
     * Declares what varies by programme, with the value that is built in: {@link RuleSet#setting} gives it.
     *
     * @throws IllegalArgumentException where a parameter of that name is declared already
     */
    public B parameter(Parameter.Setting setting) {
      if (parameters.putIfAbsent(setting.parameter().name(), setting) != null) {
        throw new IllegalArgumentException("the parameter " + setting.parameter().name() + " is declared twice");
      }
      return self();
    }
  }
}
