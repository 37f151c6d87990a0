package se.siru.core.portfolio;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Stakeholder;
import se.siru.core.vocabulary.Codelist;

/** The steps from gathered entities to the centre of the star. */
final class EntityFreezer {
  private final GatheredRecords from;
  private final Report report;
  private final Map<String, EntityTables.Entities> ordered = new LinkedHashMap<>();

  EntityFreezer(GatheredRecords from, Report report) {
    this.from = from;
    this.report = report;
  }

  Star freeze() {
    EntityTables tables = new EntityTables(report, from::dictionary);
    IdentityResolver identities = new IdentityResolver(report, from.links);
    for (RecordType type : from.schema.types()) {
      if (type.isEntity()) {
        Function<IdDictionary, LegalUnits> units =
            type.name().equals(Stakeholder.TYPE.name()) ? identities::units : LegalUnits::apart;
        ordered.put(type.name(), tables.order(type, from.batches(type), units));
      }
    }
    Map<String, EntityIndex> indexes = new HashMap<>();
    Map<String, Units> units = new HashMap<>();
    Map<String, Batch> frozen = new HashMap<>();
    ordered.forEach(
        (type, entities) -> {
          indexes.put(type, entities.index);
          units.put(type, entities.units);
        });
    Star.Operations operations = operations(ordered.get(ProgrammeNode.TYPE.name()));
    Defaults defaults = new Defaults(from.schema, index(indexes, ProgrammeNode.TYPE.name()), operations);
    PortfolioChecks checks = new PortfolioChecks(from.schema, report);
    References references = new References(report, type -> index(indexes, type), new References.NearestIds());
    for (EntityTables.Entities entities : ordered.values()) {
      BatchBuilder batch = entities.batch;
      if (batch.type.name().equals(Stakeholder.TYPE.name())) {
        defaults.fillStakeholders(batch);
      }
      int[] days = Dates.ofRecords(batch);
      checks.check(batch, days);
      references.resolve(batch, days);
      defaults.fillNodes(batch, days);
      checks.checkChains(batch);
      if (batch.type.name().equals(ProgrammeNode.TYPE.name())) {
        checks.checkLevels(batch);
      }
      frozen.put(batch.type.name(), batch.freeze());
    }
    indexes.values().forEach(index -> index.ids().settle());
    String stakeholders = Stakeholder.TYPE.name();
    Undertakings undertakings = Undertakings.of(from.links, index(indexes, stakeholders), units.get(stakeholders));
    return new Star(frozen, indexes, units, operations, undertakings);
  }

  private EntityIndex index(Map<String, EntityIndex> indexes, String type) {
    EntityIndex found = indexes.get(type);
    return found != null ? found : new EntityIndex(from.dictionary(type), new int[0], new int[0]);
  }

  private Star.Operations operations(EntityTables.@Nullable Entities programme) {
    int[] levels = programme == null ? null : programme.batch.ints(programme.batch.position(ProgrammeNode.LEVEL)).values;
    if (programme == null || levels == null) {
      return new Star.Operations(0, -1);
    }
    Codelist list = from.schema.codelist(ProgrammeNode.LEVEL);
    int operation = list.position("operation");
    TreeSet<String> ids = new TreeSet<>();
    for (int row = 0; row < programme.batch.size(); row++) {
      String id = programme.batch.id(row);
      if (id != null && levels[row] >= 0 && list.isWithin(levels[row], operation)) {
        ids.add(id);
      }
    }
    return new Star.Operations(ids.size(), ids.size() == 1 ? programme.index.ids().find(ids.first()) : -1);
  }
}
