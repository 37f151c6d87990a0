package se.siru.core.portfolio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Participation;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;

/**
 * The records and identity links that a builder was given, batch by batch, and the star that facts are held against once the entities are
 * complete. What may come when is refused here; what the records say is judged when they are frozen. Not thread-safe.
 */
final class GatheredRecords {
  final Schema schema;
  private final @Nullable Portfolio base;
  private final List<Gathered> batches = new ArrayList<>();
  private final Set<Batch> left = new HashSet<>();
  private final Map<String, IdDictionary> dictionaries = new LinkedHashMap<>();
  private final Map<String, FactFinisher> finishers = new HashMap<>();
  final List<PlacedLink> links = new ArrayList<>();
  /** The facts that are frozen already, by type: of these there can be no more. */
  final Map<String, Freezer.Frozen> frozen = new HashMap<>();
  final Findings ofEntities = new Findings();
  private @Nullable SeenAttendance attendance;
  private @Nullable Star star;

  GatheredRecords(Schema schema, @Nullable Portfolio base) {
    this.schema = schema;
    this.base = base;
    this.star = base == null ? null : base.star();
  }

  /** One batch, in parts that were filled each on its own; of entities there is one part. */
  record Gathered(List<BatchBuilder> parts) {
    RecordType type() {
      return parts.get(0).type;
    }
  }

  boolean isEmpty() {
    return batches.isEmpty();
  }

  void add(PlacedLink link) {
    requireOpenStar("identity links");
    links.add(link);
  }

  void leaveOut(Batch batch) {
    boolean known =
        base != null
            && schema.types().stream()
                .filter(type -> !type.isEntity())
                .anyMatch(type -> base.table(type.name()).batches().contains(batch));
    if (!known) {
      throw new SiruException(ErrorCode.MISUSE, "no batch of facts to leave out: " + batch.provenance().source());
    }
    left.add(batch);
  }

  /** Starts a batch of its own. */
  BatchFiller start(RecordType type, Batch.Provenance provenance) {
    requireToCome(type);
    requireEntitiesAllowed(type);
    Objects.requireNonNull(provenance, "provenance");
    Star centre = star;
    BatchBuilder batch =
        centre == null
            ? new BatchBuilder(type, provenance, this::dictionary)
            : facts(type, provenance, BatchBuilder.FIRST_CAPACITY, centre);
    add(List.of(batch));
    return new BatchFiller(batch);
  }

  /** Starts a part of a batch that is only known once the parts are joined. */
  BatchFiller part(RecordType type, int capacity) {
    Batch.Provenance unknown = Batch.Provenance.of(type.plural());
    Star centre = star;
    if (centre != null && !type.isEntity()) {
      return new BatchFiller(facts(type, unknown, capacity, centre));
    }
    Map<String, IdDictionary> own = new HashMap<>();
    BatchBuilder part =
        new BatchBuilder(
            type,
            unknown,
            target -> own.computeIfAbsent(target, key -> new IdDictionary(dictionary(key))),
            PartRoom.of(type, capacity),
            null);
    return new BatchFiller(type.isEntity() ? part.listingIds() : part);
  }

  /** Facts that are finished when they are closed. */
  private BatchBuilder facts(RecordType type, Batch.Provenance provenance, int capacity, Star centre) {
    FactFinisher finisher = finisher(type, centre);
    Map<String, IdDictionary> own = new HashMap<>();
    return new BatchBuilder(
        type, provenance, target -> own.computeIfAbsent(target, finisher::dictionary), finisher.room(type, capacity), finisher);
  }

  FactFinisher finisher(RecordType type, Star centre) {
    return finishers.computeIfAbsent(type.name(), key -> new FactFinisher(schema, centre, null));
  }

  /** Makes one batch of parts. */
  void join(RecordType type, Batch.Provenance provenance, List<BatchBuilder> parts) {
    if (!parts.stream().allMatch(part -> part.isClosed() && part.type.name().equals(type.name()))) {
      throw new SiruException(ErrorCode.MISUSE, "a part is still open or not of " + type);
    }
    requireEntitiesAllowed(type);
    requireToCome(type);
    Objects.requireNonNull(provenance, "provenance");
    if (parts.isEmpty()) {
      start(type, provenance).close();
    } else if (parts.stream().allMatch(part -> part.finished() != null)) {
      boolean keeps = finisher(type, requireStar()).keeps();
      if (!parts.stream().allMatch(part -> Objects.requireNonNull(part.finished()).isKept() == keeps)) {
        throw new SiruException(ErrorCode.MISUSE, "a part of " + type + " was begun before anybody took the records");
      }
      parts.forEach(part -> part.partOf(provenance));
      add(parts);
    } else {
      add(List.of(BatchJoin.join(type, provenance, parts, this::dictionary)));
    }
  }

  private void add(List<BatchBuilder> parts) {
    batches.add(new Gathered(parts));
  }

  /** Refuses to end the entities twice, or behind facts. */
  void requireEntitiesAlone() {
    requireOpenStar("entities");
    if (!batches.stream().allMatch(batch -> batch.type().isEntity())) {
      throw new SiruException(ErrorCode.MISUSE, "there are facts already, which come behind the entities");
    }
  }

  /** Has somebody take the records of a type of which there are none yet. */
  void release(RecordType type, Consumer<? super Batch> taker) {
    if (!gathered(type).isEmpty() || !kept(type).isEmpty()) {
      throw new SiruException(ErrorCode.MISUSE, "the records of " + type + " have to be kept");
    }
    requireToCome(type);
    Star centre = requireStar();
    DerivedSupport support = new DerivedSupport(schema, centre);
    Consumer<? super Batch> takes = taker;
    if (type.name().equals(Participation.TYPE.name()) && support.applies()) {
      SeenAttendance seen = new SeenAttendance(support);
      attendance = seen;
      takes = batch -> {
        seen.see(batch);
        taker.accept(batch);
      };
    }
    finishers.put(type.name(), new FactFinisher(schema, centre, takes));
  }

  /** All attendance: what was seen when it was released, or what is kept. */
  FirstAttendance attendance(DerivedSupport rule, List<Batch> participations) {
    if (attendance != null) {
      return attendance.all();
    }
    FirstAttendance all = new FirstAttendance();
    participations.forEach(batch -> rule.attended(batch, all));
    return all;
  }

  Star requireStar() {
    if (star == null) {
      throw new SiruException(ErrorCode.MISUSE, "the entities are not said to be complete");
    }
    return star;
  }

  /** The entities, made now where they were not: from then on they are what they are. */
  Star star() {
    Star known = star;
    if (known == null) {
      known = new EntityFreezer(this, new Report(ofEntities)).freeze();
      star = known;
    }
    return known;
  }

  IdDictionary dictionary(String type) {
    return dictionaries.computeIfAbsent(type, key -> new IdDictionary(null));
  }

  /** The batches of a type that were added here, in order. */
  List<Gathered> gathered(RecordType type) {
    return batches.stream().filter(batch -> batch.type().name().equals(type.name())).toList();
  }

  /** The parts of those batches, in order. */
  List<BatchBuilder> batches(RecordType type) {
    return gathered(type).stream().flatMap(batch -> batch.parts().stream()).toList();
  }

  /** The batches of a fact type that stay from the portfolio that this builder started from. */
  List<Batch> kept(RecordType type) {
    if (base == null) {
      return List.of();
    }
    return base.table(type.name()).batches().stream()
        .filter(batch -> !DerivedSupport.isDerived(batch) && !left.contains(batch))
        .toList();
  }

  void requireClosed() {
    for (Gathered batch : batches) {
      if (!batch.parts().stream().allMatch(BatchBuilder::isClosed)) {
        throw new SiruException(ErrorCode.MISUSE, "a batch of " + batch.type() + " is still open");
      }
    }
  }

  private void requireToCome(RecordType type) {
    if (frozen.containsKey(type.name())) {
      throw new SiruException(ErrorCode.MISUSE, "the records of " + type + " are complete; there can be no more");
    }
  }

  private void requireEntitiesAllowed(RecordType type) {
    if (type.isEntity()) {
      requireOpenStar(type.plural());
    }
  }

  private void requireOpenStar(String what) {
    if (base != null) {
      throw new SiruException(ErrorCode.MISUSE, "a portfolio with more facts keeps its entities; it takes no " + what);
    }
    if (star != null) {
      throw new SiruException(ErrorCode.MISUSE, "the entities are complete; there can be no more " + what);
    }
  }
}
