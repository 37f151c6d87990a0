package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Origin;
import se.siru.core.model.Field;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.stability.Experimental;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Codelist;

/**
 * A programme's records, checked and frozen: what indicators are computed from.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class Portfolio {
  private final Schema schema;
  private final String name;
  private final LocalizedText title;
  private final String currency;
  private final @Nullable LocalDate recordedAt;
  private final Map<String, Table> tables;
  private final Set<String> held;
  private final Map<String, List<CoveredPart>> covered;
  private final List<DefinitionFile> definitions;
  private final Star star;
  private final PortfolioCheck check;
  private final List<IdentityLink> identities;
  private final Map<String, Codelist> ofEntities = new ConcurrentHashMap<>();

  Portfolio(
      PortfolioBuilder from,
      Star star,
      Map<String, List<Batch>> batches,
      Set<String> held,
      Map<String, List<CoveredPart>> covered) {
    this.schema = from.schema();
    this.name = from.name;
    this.title = from.title;
    this.currency = from.currency;
    this.recordedAt = from.recordedAt;
    this.star = star;
    this.check = from.check;
    Portfolio base = from.base;
    this.identities = base != null ? base.identities : from.records.links.stream().map(PlacedLink::link).toList();
    this.held = Set.copyOf(held);
    this.covered = Map.copyOf(covered);
    this.definitions = List.copyOf(from.definitions);
    Map<String, Table> made = new LinkedHashMap<>();
    batches.forEach((type, own) -> made.put(type, new Table(this, schema.type(type), own)));
    this.tables = made;
  }

  /** Starts a portfolio of the standard record types, in Swedish kronor. */
  public static PortfolioBuilder builder() {
    return builder(Schema.standard());
  }

  /** Starts a portfolio of given record types and code lists. */
  public static PortfolioBuilder builder(Schema schema) {
    return new PortfolioBuilder(schema);
  }

  /** What it was held to beside this library's own rules. */
  PortfolioCheck check() {
    return check;
  }

  /** The record types and code lists. */
  public Schema schema() {
    return schema;
  }

  /** What people call it where nobody says in which language; may be empty. See {@link #title}. */
  public String name() {
    return name;
  }

  /**
   * What people call it, by language; where it has no title, {@link #name} as {@code und}, the language that is not determined.
   * Empty where it has no name either.
   */
  public LocalizedText title() {
    return !title.isEmpty() || name.isEmpty() ? title : LocalizedText.undetermined(name);
  }

  /** The one currency of all amounts, ISO 4217. */
  public String currency() {
    return currency;
  }

  /** The day on which the portfolio describes the world, if somebody said. Periods that begin after it are not due. */
  public Optional<LocalDate> recordedAt() {
    return Optional.ofNullable(recordedAt);
  }

  /**
   * True where the portfolio holds records of a type, even none of them: then indicators over it are 0 and not missing.
   */
  public boolean holds(RecordType type) {
    return held.contains(type.name());
  }

  /** How far the records of a type reach; everything where the portfolio states no limit. */
  public CoverageOfType coverage(RecordType type) {
    List<CoveredPart> parts = covered.get(type.name());
    return parts == null ? new CoverageOfType(List.of(), List.of()) : new CoverageOfType(parts, new Branches(this).all());
  }

  /**
   * The records of a type; an empty table where the portfolio does not hold the type.
   *
   * @throws se.siru.core.finding.SiruException with {@code UNKNOWN_NAME} where the schema has no such type
   */
  public Table table(String type) {
    Table table = tables.get(type);
    return table != null ? table : new Table(this, schema.type(type), List.of());
  }

  /** The records of a type as views. */
  public Stream<Row> rows(RecordType type) {
    return table(type.name()).rows();
  }

  /**
   * The units of an entity type: versions of one id are one unit; stakeholders that identity links merge are, too.
   *
   * @throws IllegalArgumentException where the schema has no entity type of that name
   */
  public Units units(String entityType) {
    return star.units(entityType);
  }

  /** The links that say which stakeholders are one, or a part of another, as they were given. */
  public List<IdentityLink> identities() {
    return identities;
  }

  /** The newest version of an entity, if the portfolio has one of that id. */
  public Optional<Row> find(RecordType entityType, String id) {
    EntityIndex index = star.index(entityType.name());
    int ordinal = index.ids().find(IdDictionary.nfc(id));
    if (ordinal < 0 || !index.holds(ordinal)) {
      return Optional.empty();
    }
    Table table = table(entityType.name());
    return Optional.of(table.row(table.batches().get(0), index.row(ordinal, Column.Days.MISSING)));
  }

  /**
   * The codes that a field may hold, by which results are broken down: those of its code list; of a reference, the ids of the units that
   * it may name, in the order of {@link #units}, labelled by their names and, of the programme, below one another.
   *
   * @throws IllegalArgumentException where the field is neither a code nor a reference
   */
  public Codelist codelist(Field<?> field) {
    String target = field.target();
    return target == null ? schema.codelist(field) : ofEntities.computeIfAbsent(target, type -> EntityCodes.of(this, type));
  }

  /**
   * SHA-256, in hexadecimal, over all that facts may refer to: the fields and codes of the schema, the entities, and which of them are
   * one. Worked out when it is first asked for.
   */
  @Experimental(since = "0.1.0")
  public String entitiesHash() {
    return star.hash(schema);
  }

  /** True where another portfolio refers to the very same entities: one was made from the other by adding facts or leaving some out. */
  @Experimental(since = "0.1.0")
  public boolean sharesEntities(Portfolio other) {
    return star == other.star;
  }

  /** Where a record stood in its source; rows are counted over all batches of the type. */
  public Origin origin(RecordType type, int row) {
    int rest = Objects.checkIndex(row, table(type.name()).size());
    for (Batch batch : table(type.name()).batches()) {
      if (rest < batch.size()) {
        return batch.origin(rest);
      }
      rest -= batch.size();
    }
    throw new IndexOutOfBoundsException(row);
  }

  /**
   * The definitions of indicators that it brings, in order of their paths; mostly none. Nothing is counted by them before {@code
   * Siru.withDefinitions(portfolio)} puts them beside a catalogue.
   */
  public List<DefinitionFile> definitions() {
    return definitions;
  }

  /** The sources of all records that the portfolio holds, each once, in the order of types and batches. */
  public List<Batch.Provenance> sources() {
    return tables.values().stream()
        .flatMap(table -> table.batches().stream())
        .filter(batch -> batch.size() > 0)
        .flatMap(batch -> batch.sources().stream())
        .distinct()
        .toList();
  }

  /**
   * Starts a portfolio that adds batches of facts to this one, and may leave some out. The entities and the columns of facts that
   * stay are shared; support that follows from attendance is worked out again.
   */
  public PortfolioBuilder toBuilder() {
    return new PortfolioBuilder(this);
  }

  /** The title as it was given, empty where it was not. */
  LocalizedText declaredTitle() {
    return title;
  }

  Star star() {
    return star;
  }

  Map<String, List<CoveredPart>> covered() {
    return covered;
  }

  Set<String> held() {
    return held;
  }

  /** The id of the entity of which a row is a version. */
  public String idOf(String type, int row) {
    return Objects.requireNonNull(
        ((Column.Texts) table(type).batches().get(0).column("id")).get(row), "id");
  }
}
