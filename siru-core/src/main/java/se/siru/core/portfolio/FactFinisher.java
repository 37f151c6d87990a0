package se.siru.core.portfolio;

import org.jspecify.annotations.Nullable;
import se.siru.core.model.Assessment;
import se.siru.core.model.CostLine;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;

/**
 * What is done to the facts of one type once they are read and the star is known: defaults, checks, and rows in the place of ids. A part
 * needs nothing of other parts, so several threads may finish several parts at once; what was found is put together afterwards, in the
 * order of the parts.
 *
 * <p>Thread-safe.
 */
final class FactFinisher {
  private final Schema schema;
  private final Star star;
  private final References.NearestIds nearest = new References.NearestIds();

  FactFinisher(Schema schema, Star star) {
    this.schema = schema;
    this.star = star;
  }

  /**
   * What came of a part.
   *
   * @param found what is wrong with its records
   * @param withoutNode how many of them named no node of the programme
   */
  record Finished(PartReport found, int withoutNode) {}

  /** The ids of the star, and room for others that a part may name. */
  IdDictionary dictionary(String type) {
    return new IdDictionary(star.index(type).ids());
  }

  /** Finishes a closed part; its numbers are packed then. */
  Finished finish(BatchBuilder part) {
    PartReport found = new PartReport();
    Defaults defaults = new Defaults(schema, star.index(ProgrammeNode.TYPE.name()), star.operations());
    fill(part, defaults);
    int @Nullable [] days = Dates.ofRecords(part);
    new PortfolioChecks(schema, found).check(part, days);
    new References(found, star::index, nearest).resolve(part, days);
    int withoutNode = defaults.fillNodes(part, days);
    part.pack();
    return new Finished(found, withoutNode);
  }

  private void fill(BatchBuilder part, Defaults defaults) {
    RecordType type = part.type;
    if (type.name().equals(Participation.TYPE.name())) {
      defaults.fillParticipations(part, star);
    } else if (type.name().equals(CostLine.TYPE.name())) {
      Defaults.fillCostDates(part, star);
    } else if (type.name().equals(Enrolment.TYPE.name())) {
      Defaults.fillHeads(part, Enrolment.HEADS);
    } else if (type.name().equals(Assessment.TYPE.name())) {
      Defaults.fillAnswers(part);
    }
  }
}
