package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;

/**
 * A programme's records, checked and frozen: what indicators are computed from.
 *
 * <p>Immutable and thread-safe.
 */
public final class Portfolio {
  private final Schema schema;
  private final String name;
  private final String currency;
  private final @Nullable LocalDate recordedAt;
  private final Map<String, Table> tables;
  private final Map<String, Units> units;

  Portfolio(PortfolioBuilder from, Map<String, List<Batch>> batches, Map<String, Units> units) {
    this.schema = from.schema;
    this.name = from.name;
    this.currency = from.currency;
    this.recordedAt = from.recordedAt;
    Map<String, Table> made = new LinkedHashMap<>();
    batches.forEach((type, own) -> made.put(type, new Table(this, schema.type(type), own)));
    this.tables = made;
    this.units = Map.copyOf(units);
  }

  /** Starts a portfolio of the standard record types, in Swedish kronor. */
  public static PortfolioBuilder builder() {
    return builder(Schema.standard());
  }

  /** Starts a portfolio of given record types and code lists. */
  public static PortfolioBuilder builder(Schema schema) {
    return new PortfolioBuilder(schema);
  }

  /** The record types and code lists. */
  public Schema schema() {
    return schema;
  }

  /** What people call it; may be empty. */
  public String name() {
    return name;
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
    return tables.containsKey(type.name());
  }

  /** The records of a type; an empty table where the portfolio does not hold the type. */
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
    Units found = units.get(entityType);
    if (found == null) {
      throw new IllegalArgumentException("no entity type " + entityType);
    }
    return found;
  }

  /** The id of the entity of which a row is a version. */
  public String idOf(String type, int row) {
    return Objects.requireNonNull(
        ((Column.Texts) table(type).batches().get(0).column("id")).get(row), "id");
  }
}
