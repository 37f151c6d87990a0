package se.siru.core.portfolio;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Schema;

/**
 * The centre to which facts refer: the entities in their final order, their indexes and units, and the operations. Portfolios
 * that differ in facts alone share one, and its schema. Immutable.
 */
final class Star {
  private final Map<String, Batch> entities;
  private final Map<String, EntityIndex> indexes;
  private final Map<String, Units> units;
  private final Operations operations;
  private final Undertakings undertakings;
  private volatile @Nullable String hash;

  Star(
      Map<String, Batch> entities,
      Map<String, EntityIndex> indexes,
      Map<String, Units> units,
      Operations operations,
      Undertakings undertakings) {
    this.entities = Map.copyOf(entities);
    this.indexes = Map.copyOf(indexes);
    this.units = Map.copyOf(units);
    this.operations = operations;
    this.undertakings = undertakings;
  }

  /**
   * The nodes of the programme tree at the level of an operation.
   *
   * @param count how many ids there are
   * @param only the number of the id where there is one; otherwise -1
   */
  record Operations(int count, int only) {}

  Batch entities(String type) {
    return require(entities.get(type), type);
  }

  EntityIndex index(String type) {
    return require(indexes.get(type), type);
  }

  Units units(String type) {
    return require(units.get(type), type);
  }

  Operations operations() {
    return operations;
  }

  Undertakings undertakings() {
    return undertakings;
  }

  /** The hash of the entities and of the fields and codes of their schema. */
  String hash(Schema schema) {
    String known = hash;
    if (known == null) {
      known = ContentHash.of(schema, this);
      hash = known;
    }
    return known;
  }

  private static <T> T require(@Nullable T found, String type) {
    if (found == null) {
      throw new IllegalArgumentException("no entity type " + type);
    }
    return found;
  }
}
