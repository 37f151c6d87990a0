package se.siru.core.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.Agreement;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Support;

/** The steps from gathered records to a portfolio: entities in order, then facts, those that are not finished yet among them. */
final class Freezer {
  private final PortfolioBuilder from;
  private final GatheredRecords records;
  private final Findings findings;
  private final Report report;

  Freezer(PortfolioBuilder from, Findings findings) {
    this.from = from;
    this.records = from.records;
    this.findings = findings;
    this.report = new Report(findings);
  }

  Portfolio freeze() {
    Star star = records.star();
    findings.addAll(records.ofEntities);
    if (from.base == null && !findings.hasErrors() && star.entities(ProgrammeNode.TYPE.name()).size() == 0) {
      report.add(PortfolioRules.NO_PROGRAMME_NODE, Origin.of(programmeSource()));
    }
    Map<String, List<Batch>> batches = new LinkedHashMap<>();
    for (RecordType type : records.schema.types()) {
      if (type.isEntity()) {
        batches.put(type.name(), List.of(star.entities(type.name())));
      } else {
        Frozen facts = facts(type, star);
        findings.addAll(facts.found);
        batches.put(type.name(), facts.batches);
      }
    }
    checkCoveredNodes(star);
    DerivedSupport rule = new DerivedSupport(records.schema, star);
    if (!findings.hasErrors() && follows(rule)) {
      List<Batch> participations = batches.get(Participation.TYPE.name());
      List<Batch> support = batches.get(Support.TYPE.name());
      List<Batch> more = new ArrayList<>(support);
      rule.following(records.attendance(rule, participations), support, participations).ifPresent(more::add);
      batches.put(Support.TYPE.name(), more);
    }
    return portfolio(star, batches, rule);
  }

  /** True where support follows from attendance, should there be any. */
  private boolean follows(DerivedSupport rule) {
    return from.held.contains(Participation.TYPE.name()) && rule.applies();
  }

  private Portfolio portfolio(Star star, Map<String, List<Batch>> batches, DerivedSupport rule) {
    TreeSet<String> held = new TreeSet<>(from.held);
    Map<String, List<CoveredPart>> covered = new LinkedHashMap<>(from.covered);
    if (follows(rule)) {
      held.add(Support.TYPE.name());
      List<CoveredPart> attendance = covered.get(Participation.TYPE.name());
      if (attendance != null) {
        // What follows from attendance reaches no further than it.
        covered.putIfAbsent(Support.TYPE.name(), attendance);
      }
    }
    return new Portfolio(from, star, batches, held, covered);
  }

  /** What there is of a portfolio before records of some types come; of these, nobody can ask for any. */
  Optional<Portfolio> outline(Set<RecordType> toCome) {
    Star star = records.star();
    findings.addAll(records.ofEntities);
    Map<String, List<Batch>> batches = new LinkedHashMap<>();
    for (RecordType type : records.schema.types()) {
      if (type.isEntity()) {
        batches.put(type.name(), List.of(star.entities(type.name())));
      } else if (toCome.contains(type)) {
        batches.put(type.name(), List.of(Batch.released(Batch.Provenance.of(type.plural()), 0)));
      } else {
        Frozen facts = facts(type, star);
        findings.addAll(facts.found);
        batches.put(type.name(), facts.batches);
      }
    }
    return findings.hasErrors() ? Optional.empty() : Optional.of(portfolio(star, batches, new DerivedSupport(records.schema, star)));
  }

  /** The facts of one type and what was found about them. */
  record Frozen(List<Batch> batches, Findings found) {}

  private Frozen facts(RecordType type, Star star) {
    return records.frozen.computeIfAbsent(type.name(), key -> {
      Findings found = new Findings();
      return new Frozen(facts(type, star, new Report(found)), found);
    });
  }

  private void checkCoveredNodes(Star star) {
    EntityIndex nodes = star.index(ProgrammeNode.TYPE.name());
    for (PortfolioBuilder.PlacedPart placed : from.placedParts) {
      for (String id : new TreeSet<>(placed.part().nodes())) {
        int ordinal = nodes.ids().find(IdDictionary.nfc(id));
        if (ordinal < 0 || !nodes.holds(ordinal)) {
          report.add(
              PortfolioRules.UNKNOWN_NODE,
              placed.origin(),
              "value",
              id,
              "nearest",
              References.nearest(id, nodes));
        }
      }
    }
  }

  private String programmeSource() {
    List<BatchBuilder> read = records.batches(ProgrammeNode.TYPE);
    return read.isEmpty() ? ProgrammeNode.TYPE.plural() : read.get(0).provenance().source();
  }

  private List<Batch> facts(RecordType type, Star star, Report ofType) {
    List<Batch> before = records.kept(type);
    if (type.field(FieldRole.ID).isPresent()) {
      new EntityTables(ofType, records::dictionary).reportDuplicateFacts(before, records.batches(type));
    }
    List<Batch> all = new ArrayList<>(before);
    for (GatheredRecords.Gathered gathered : records.gathered(type)) {
      long withoutNode = 0;
      for (BatchBuilder part : gathered.parts()) {
        if (part.finished() == null) {
          part.finish(records.finisher(type, star));
        }
        FactFinisher.Finished finished = Objects.requireNonNull(part.finished());
        finished.found().into(ofType, part.provenance().source());
        withoutNode += finished.withoutNode();
      }
      noteNodes(gathered.parts().get(0).provenance(), withoutNode, star.operations(), ofType);
      Batch frozen = BatchBuilder.freeze(gathered.parts());
      all.add(type.name().equals(Agreement.TYPE.name()) ? new JudgedAgreements(records.schema, from.currency).judged(frozen) : frozen);
    }
    return all;
  }

  /** A note where facts of a batch name no node, and there are several operations. */
  private static void noteNodes(Batch.Provenance provenance, long without, Star.Operations operations, Report report) {
    if (operations.count() > 1 && without > 0) {
      report.add(
          PortfolioRules.NODE_NOT_STATED,
          Origin.of(provenance.source()),
          "count", Long.toString(without), "operations", Integer.toString(operations.count()));
    }
  }
}
