package se.siru.core.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.Agreement;
import se.siru.core.model.Assessment;
import se.siru.core.model.CostLine;
import se.siru.core.model.Enrolment;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Support;

/** The steps from gathered records to a portfolio: entities in order, then facts with their defaults, checks and references. */
final class Freezer {
  private final PortfolioBuilder from;
  private final Findings findings;
  private final Report report;

  Freezer(PortfolioBuilder from, Findings findings) {
    this.from = from;
    this.findings = findings;
    this.report = new Report(findings);
  }

  Portfolio freeze() {
    Portfolio base = from.base;
    Star star = base == null ? new EntityFreezer(from, report).freeze() : base.star();
    if (base == null && !findings.hasErrors() && star.entities(ProgrammeNode.TYPE.name()).size() == 0) {
      report.add(PortfolioRules.NO_PROGRAMME_NODE, Origin.of(programmeSource()));
    }
    Map<String, List<Batch>> batches = new LinkedHashMap<>();
    for (RecordType type : from.schema.types()) {
      batches.put(type.name(), type.isEntity() ? List.of(star.entities(type.name())) : facts(type, star));
    }
    TreeSet<String> held = new TreeSet<>(from.held);
    Map<String, List<CoveredPart>> covered = new LinkedHashMap<>(from.covered);
    checkCoveredNodes(star);
    if (!findings.hasErrors() && held.contains(Participation.TYPE.name())) {
      DerivedSupport derived = new DerivedSupport(from.schema, star);
      if (derived.applies()) {
        held.add(Support.TYPE.name());
        List<Batch> support = batches.get(Support.TYPE.name());
        batches.put(Support.TYPE.name(), derived.after(support, batches.get(Participation.TYPE.name())));
        List<CoveredPart> attendance = covered.get(Participation.TYPE.name());
        if (attendance != null) {
          // What follows from attendance reaches no further than it.
          covered.putIfAbsent(Support.TYPE.name(), attendance);
        }
      }
    }
    return new Portfolio(from, star, batches, held, covered);
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
    List<BatchBuilder> read = from.batches(ProgrammeNode.TYPE);
    return read.isEmpty() ? ProgrammeNode.TYPE.plural() : read.get(0).provenance().source();
  }

  private List<Batch> facts(RecordType type, Star star) {
    List<Batch> before = from.kept(type);
    if (type.field(FieldRole.ID).isPresent()) {
      new EntityTables(report, from::dictionary).reportDuplicateFacts(before, from.batches(type));
    }
    Defaults defaults = new Defaults(from.schema, report, star.index(ProgrammeNode.TYPE.name()), star.operations());
    PortfolioChecks checks = new PortfolioChecks(from.schema, report);
    References references = new References(report, star::index);
    List<Batch> all = new ArrayList<>(before);
    for (PortfolioBuilder.Gathered gathered : from.gathered(type)) {
      long withoutNode = 0;
      for (BatchBuilder part : gathered.parts()) { // only the one at hand is in arrays, as checks want it
        part.unpack();
        fillFacts(part, defaults, star);
        int[] days = Dates.ofRecords(part);
        checks.check(part, days);
        references.resolve(part, days);
        withoutNode += defaults.fillNodes(part, days);
        part.pack();
      }
      defaults.noteNodes(gathered.parts().get(0).provenance(), withoutNode);
      Batch frozen = BatchBuilder.freeze(gathered.parts());
      all.add(type.name().equals(Agreement.TYPE.name()) ? new JudgedAgreements(from.schema, from.currency).judged(frozen) : frozen);
    }
    return all;
  }

  private static void fillFacts(BatchBuilder batch, Defaults defaults, Star star) {
    if (batch.type.name().equals(Participation.TYPE.name())) {
      defaults.fillParticipations(batch, star);
    } else if (batch.type.name().equals(CostLine.TYPE.name())) {
      Defaults.fillCostDates(batch, star);
    } else if (batch.type.name().equals(Enrolment.TYPE.name())) {
      Defaults.fillHeads(batch, Enrolment.HEADS);
    } else if (batch.type.name().equals(Assessment.TYPE.name())) {
      Defaults.fillAnswers(batch);
    }
  }
}
