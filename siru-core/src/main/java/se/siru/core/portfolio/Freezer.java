package se.siru.core.portfolio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import se.siru.core.finding.Findings;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Participation;
import se.siru.core.model.RecordType;
import se.siru.core.model.Stakeholder;

/** The steps from gathered records to a portfolio: entities in order, defaults, references, checks, derived support. */
final class Freezer {
  private final PortfolioBuilder from;
  private final Report report;
  private final Map<String, EntityTables.Entities> entities = new HashMap<>();
  private final Map<String, List<BatchBuilder>> facts = new LinkedHashMap<>();

  Freezer(PortfolioBuilder from, Findings findings) {
    this.from = from;
    this.report = new Report(findings);
  }

  Portfolio freeze() {
    EntityTables tables = new EntityTables(report, from::dictionary);
    IdentityResolver identities = new IdentityResolver(report, from.links);
    for (RecordType type : from.schema.types()) {
      List<BatchBuilder> batches = from.batches.stream().filter(b -> b.type.name().equals(type.name())).toList();
      if (type.isEntity()) {
        Function<IdDictionary, int[]> units =
            type.name().equals(Stakeholder.TYPE.name()) ? identities::units : EntityTables::apart;
        entities.put(type.name(), tables.order(type, batches, units));
      } else {
        facts.put(type.name(), batches);
        if (type.field(FieldRole.ID).isPresent()) {
          tables.reportDuplicateFacts(List.of(), batches);
        }
      }
    }
    Defaults defaults = new Defaults(from.schema, report, entities);
    PortfolioChecks checks = new PortfolioChecks(from.schema, report);
    References references = new References(report, this::index);
    entities.values().forEach(found -> complete(found.batch, defaults, checks, references));
    facts.values().forEach(batches -> batches.forEach(batch -> complete(batch, defaults, checks, references)));
    entities.values().forEach(found -> checks.checkChains(found.batch));
    checks.checkLevels(programme().batch);
    return portfolio();
  }

  private void complete(BatchBuilder batch, Defaults defaults, PortfolioChecks checks, References references) {
    if (batch.type.name().equals(Participation.TYPE.name())) {
      defaults.fillParticipations(batch);
    }
    if (batch.type.name().equals(Stakeholder.TYPE.name())) {
      defaults.fillStakeholders(batch);
    }
    int[] days = Dates.ofRecords(batch);
    checks.check(batch, days);
    references.resolve(batch, days);
    defaults.fillNodes(batch, days);
  }

  private EntityTables.Entities programme() {
    return Objects.requireNonNull(entities.get("programme"));
  }

  private EntityIndex index(String type) {
    EntityTables.Entities found = entities.get(type);
    return found == null ? new EntityIndex(from.dictionary(type), new int[0], new int[0]) : found.index;
  }

  private Portfolio portfolio() {
    Map<String, List<Batch>> frozen = new LinkedHashMap<>();
    Map<String, Units> units = new HashMap<>();
    for (RecordType type : from.schema.types()) {
      EntityTables.Entities found = entities.get(type.name());
      if (found != null) {
        units.put(type.name(), found.units);
      }
      if (from.held.contains(type.name())) {
        List<BatchBuilder> own = found != null ? List.of(found.batch) : facts.getOrDefault(type.name(), List.of());
        List<Batch> batches = new ArrayList<>();
        own.forEach(batch -> batches.add(batch.freeze()));
        frozen.put(type.name(), batches);
      }
    }
    return new Portfolio(from, frozen, units);
  }
}
