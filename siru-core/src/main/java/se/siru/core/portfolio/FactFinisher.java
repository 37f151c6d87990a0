package se.siru.core.portfolio;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
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
  private final @Nullable Consumer<? super Batch> taker;
  private final Queue<PartRoom> rooms = new ConcurrentLinkedQueue<>();
  private final References.NearestIds nearest = new References.NearestIds();

  /**
   * A finisher of facts.
   *
   * @param taker takes the finished facts in the place of the portfolio; null where that keeps them
   */
  FactFinisher(Schema schema, Star star, @Nullable Consumer<? super Batch> taker) {
    this.schema = schema;
    this.star = star;
    this.taker = taker;
  }

  /**
   * What came of a part.
   *
   * @param found what is wrong with its records
   * @param withoutNode how many of them named no node of the programme
   * @param isKept false where somebody took the records, and nothing of them is left in the part
   */
  record Finished(PartReport found, int withoutNode, boolean isKept) {}

  /** True where nobody takes the records, so that they stay in their parts. */
  boolean keeps() {
    return taker == null;
  }

  /** The ids of the star, and room for others that a part may name. */
  IdDictionary dictionary(String type) {
    return new IdDictionary(star.index(type).ids());
  }

  /** Room for a part: that of an earlier one where its records were taken, and it is large enough. */
  PartRoom room(RecordType type, int capacity) {
    PartRoom used = rooms.poll();
    if (used != null && used.capacity() >= capacity) {
      return used;
    }
    return PartRoom.of(type, taker == null ? capacity : (int) Math.min(Integer.MAX_VALUE - 8L, capacity * 9L / 8));
  }

  /** Finishes a closed part; its numbers are packed then, or the records handed over. */
  Finished finish(BatchBuilder part) {
    PartReport found = new PartReport();
    Defaults defaults = new Defaults(schema, star.index(ProgrammeNode.TYPE.name()), star.operations());
    fill(part, defaults);
    int @Nullable [] days = Dates.ofRecords(part);
    new PortfolioChecks(schema, found).check(part, days);
    new References(found, star::index, nearest).resolve(part, days);
    int withoutNode = defaults.fillNodes(part, days);
    if (taker == null) {
      part.pack();
    } else {
      rooms.add(part.handOver(taker));
    }
    return new Finished(found, withoutNode, keeps());
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
