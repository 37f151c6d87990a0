package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Severity;
import se.siru.core.finding.SiruException;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.stability.Experimental;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;

/**
 * Gathers records and makes a checked portfolio of them. Records may come in any order, a reference before what it names. What is
 * wrong is found when the portfolio is built, all at once; a portfolio with any error is refused whole.
 *
 * <p>A builder builds once. Not thread-safe.
 */
@Provided(since = "0.1.0")
public final class PortfolioBuilder {
  final Schema schema;
  final @Nullable Portfolio base;
  private final List<Gathered> batches = new ArrayList<>();
  private final Set<Batch> left = new HashSet<>();
  final List<PlacedLink> links = new ArrayList<>();
  final TreeSet<String> held = new TreeSet<>();
  final Map<String, List<CoveredPart>> covered = new LinkedHashMap<>();
  final List<PlacedPart> placedParts = new ArrayList<>();
  final List<DefinitionFile> definitions = new ArrayList<>();
  private final Map<String, IdDictionary> dictionaries = new LinkedHashMap<>();
  private final Map<String, RowAppender> rows = new LinkedHashMap<>();
  private final Map<String, FactFinisher> finishers = new HashMap<>();
  final Map<String, Freezer.Frozen> frozen = new HashMap<>();
  private final Findings early = new Findings();
  final Findings ofEntities = new Findings();
  String name = "";
  LocalizedText title = LocalizedText.empty();
  String currency = "SEK";
  @Nullable LocalDate recordedAt;
  PortfolioCheck check = PortfolioCheck.none();
  private @Nullable Star star;
  private boolean spent;

  PortfolioBuilder(Schema schema) {
    this.schema = Objects.requireNonNull(schema, "schema");
    this.base = null;
  }

  PortfolioBuilder(Portfolio base) {
    this.schema = base.schema();
    this.base = base;
    this.star = base.star();
    this.name = base.name();
    this.title = base.declaredTitle();
    this.currency = base.currency();
    this.recordedAt = base.recordedAt().orElse(null);
    this.check = base.check();
    this.held.addAll(base.held());
    this.definitions.addAll(base.definitions());
    base.covered().forEach((type, parts) -> covered.put(type, new ArrayList<>(parts)));
  }

  /** One batch, in parts that were filled each on its own; of entities there is one part. */
  record Gathered(List<BatchBuilder> parts) {
    RecordType type() {
      return parts.get(0).type;
    }
  }

  /** An identity link and where it was read. */
  record PlacedLink(IdentityLink link, Origin origin) {}

  /** A part that is covered and where that was read. */
  record PlacedPart(CoveredPart part, Origin origin) {}

  /** What people call the portfolio, by language. */
  public PortfolioBuilder title(LocalizedText text) {
    this.title = Objects.requireNonNull(text, "text");
    return this;
  }

  /** What people call the portfolio where nobody says in which language. */
  public PortfolioBuilder name(String text) {
    this.name = Objects.requireNonNull(text, "text");
    return this;
  }

  /**
   * The one currency of all amounts, ISO 4217; {@code SEK} where it is not set. Set it before records are added.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where there are amounts already
   */
  public PortfolioBuilder currency(String iso4217) {
    if (base != null || !batches.isEmpty()) {
      throw new SiruException(ErrorCode.MISUSE, "the currency is set before records are added");
    }
    this.currency = Objects.requireNonNull(iso4217, "iso4217");
    return this;
  }

  /** The day on which the portfolio describes the world. */
  public PortfolioBuilder recordedAt(LocalDate day) {
    this.recordedAt = Objects.requireNonNull(day, "day");
    return this;
  }

  /**
   * What the portfolio is held to beside this library's own rules; in place of what was said before. A portfolio that is made from it with
   * more facts is held to the same.
   */
  public PortfolioBuilder heldTo(PortfolioCheck further) {
    this.check = Objects.requireNonNull(further, "further");
    return this;
  }

  /** Says that the portfolio holds a type, even where no record of it follows. */
  public PortfolioBuilder holds(RecordType type) {
    held.add(schema.type(type.name()).name());
    return this;
  }

  /**
   * Says that the portfolio holds a type, and that its records are complete for a part of the world; called again, also for that
   * part. A type of which nothing is said covers everything.
   */
  public PortfolioBuilder covers(RecordType type, CoveredPart part) {
    return covers(type, part, Origin.of(type.plural()));
  }

  /** As {@link #covers(RecordType, CoveredPart)}, with the place where that was read. */
  public PortfolioBuilder covers(RecordType type, CoveredPart part, Origin origin) {
    holds(type);
    covered.computeIfAbsent(type.name(), key -> new ArrayList<>()).add(Objects.requireNonNull(part, "part"));
    placedParts.add(new PlacedPart(part, Objects.requireNonNull(origin, "origin")));
    return this;
  }

  /** Adds a file of definitions of indicators, which are read where they are put beside a catalogue. */
  public PortfolioBuilder definitions(DefinitionFile file) {
    definitions.add(Objects.requireNonNull(file, "file"));
    return this;
  }

  /** Adds a record; records of one type that are added so are one batch, whose source is the plural of the type. */
  public PortfolioBuilder add(Row row) {
    RecordType type = schema.type(row.type().name());
    rows.computeIfAbsent(type.name(), key -> rowAppender(type, Batch.Provenance.of(type.plural()))).add(row);
    return this;
  }

  private RowAppender rowAppender(RecordType type, Batch.Provenance provenance) {
    return new RowAppender(schema, currency, start(type, provenance), early);
  }

  /** Adds records as batches of their own, one for each type among them. */
  public PortfolioBuilder addBatch(Batch.Provenance provenance, Iterable<? extends Row> all) {
    Map<String, RowAppender> own = new LinkedHashMap<>();
    for (Row row : all) {
      RecordType type = schema.type(row.type().name());
      own.computeIfAbsent(type.name(), key -> rowAppender(type, provenance)).add(row);
    }
    own.values().forEach(RowAppender::close);
    return this;
  }

  /**
   * Leaves out a batch of facts of the portfolio that this builder started from, as a correction of it does.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where that portfolio holds no such batch of facts
   */
  public PortfolioBuilder without(Batch batch) {
    boolean known =
        base != null
            && schema.types().stream()
                .filter(type -> !type.isEntity())
                .anyMatch(type -> base.table(type.name()).batches().contains(batch));
    if (!known) {
      throw new SiruException(ErrorCode.MISUSE, "no batch of facts to leave out: " + batch.provenance().source());
    }
    left.add(batch);
    return this;
  }

  /** Adds records; see {@link #add}. */
  public PortfolioBuilder addAll(Iterable<? extends Row> all) {
    all.forEach(this::add);
    return this;
  }

  /** Says that two stakeholders are one, or one a part of the other. */
  public PortfolioBuilder identity(IdentityLink link) {
    return identity(link, Origin.of("identity", links.size() + 1L));
  }

  /** Says that two stakeholders are one, or one a part of the other, and where that was read. */
  public PortfolioBuilder identity(IdentityLink link, Origin origin) {
    requireUnspent();
    requireOpenStar("identity links");
    links.add(new PlacedLink(link, Objects.requireNonNull(origin, "origin")));
    return this;
  }

  /**
   * Starts a batch that is filled value by value, without an object per record. The type is then held. Values are expected to be
   * checked against their fields; what concerns several records is checked when the portfolio is built.
   */
  public Appender append(RecordType type, Batch.Provenance provenance) {
    return start(schema.type(type.name()), provenance);
  }

  private BatchBuilder start(RecordType type, Batch.Provenance provenance) {
    requireUnspent();
    requireToCome(type);
    requireEntitiesAllowed(type);
    Objects.requireNonNull(provenance, "provenance");
    Star centre = star;
    BatchBuilder batch =
        centre == null
            ? new BatchBuilder(type, provenance, this::dictionary)
            : facts(type, provenance, BatchBuilder.FIRST_CAPACITY, centre);
    add(List.of(batch));
    return batch;
  }

  /**
   * Starts a part of a batch. Each part may be filled and closed by a thread of its own; meanwhile nothing else may be added to the
   * builder, and none of its methods called from two threads at once. {@link #join} makes a batch of parts; a part that is never joined
   * leaves nothing behind.
   *
   * @param rows how many records are expected; more may come
   */
  public Appender part(RecordType type, int rows) {
    requireUnspent();
    RecordType known = schema.type(type.name());
    Batch.Provenance unknown = Batch.Provenance.of(known.plural());
    int capacity = Math.addExact(rows, 1);
    Star centre = star;
    if (centre != null && !known.isEntity()) {
      return facts(known, unknown, capacity, centre);
    }
    Map<String, IdDictionary> own = new HashMap<>();
    BatchBuilder part =
        new BatchBuilder(
            known,
            unknown,
            target -> own.computeIfAbsent(target, key -> new IdDictionary(dictionary(key))),
            PartRoom.of(known, capacity),
            null);
    return known.isEntity() ? part.listingIds() : part;
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

  /**
   * Makes one batch of the records of parts in the order of the parts, the same as if all had been appended to it one after the
   * other. The type is then held; the parts cannot be used any more.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where a part is still open or of another type
   */
  public PortfolioBuilder join(RecordType type, Batch.Provenance provenance, List<? extends Appender> parts) {
    requireUnspent();
    List<BatchBuilder> own = parts.stream().map(BatchBuilder.class::cast).toList();
    if (!own.stream().allMatch(part -> part.isClosed() && part.type.name().equals(type.name()))) {
      throw new SiruException(ErrorCode.MISUSE, "a part is still open or not of " + type);
    }
    RecordType known = schema.type(type.name());
    requireEntitiesAllowed(known);
    requireToCome(known);
    Objects.requireNonNull(provenance, "provenance");
    if (own.isEmpty()) {
      start(known, provenance).close();
    } else if (own.stream().allMatch(part -> part.finished() != null)) {
      own.forEach(part -> part.partOf(provenance));
      add(own);
    } else {
      add(List.of(BatchJoin.join(known, provenance, own, this::dictionary)));
    }
    return this;
  }

  private void add(List<BatchBuilder> parts) {
    batches.add(new Gathered(parts));
    held.add(parts.get(0).type.name());
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

  /**
   * Says that all entities and identity links were added, and no fact yet. Facts are then filled, checked and held against the entities
   * where they are closed: parts by the threads that fill them. Without it, all that is done when the portfolio is built, with the same
   * outcome.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where there are facts, a batch is still open, or that was said before
   */
  public PortfolioBuilder entitiesComplete() {
    requireUnspent();
    requireOpenStar("entities");
    if (!batches.stream().allMatch(batch -> batch.type().isEntity())) {
      throw new SiruException(ErrorCode.MISUSE, "there are facts already, which come behind the entities");
    }
    rows.values().forEach(RowAppender::close);
    requireClosed();
    star();
    return this;
  }

  /**
   * The types of facts whose records may be {@linkplain #release released}: no rule, of this library or of {@link #heldTo}, looks at two
   * of their records beside each other, no other record follows from them or names them, and no table of results is made of them later.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where the entities are not {@linkplain #entitiesComplete complete}
   */
  @Experimental(since = "0.1.0")
  public Set<RecordType> releasable() {
    return Releasable.of(schema, requireStar(), check);
  }

  /**
   * Says that somebody takes the records of a type of facts, so that the portfolio does not keep them. Each part and each batch is handed
   * over when it is closed, checked and with rows in the place of ids, by the thread that closes it: several may be handed over at once, and
   * in any order. Records that are wrong are handed over as well; whether any was is only known when the portfolio is built. A batch may
   * be read until the taker returns; then other records take its place, and it refuses whoever asks for one.
   *
   * <p>The portfolio knows how many records there were and where they came from, and refuses whoever asks for one.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where the type is not {@linkplain #releasable releasable} or has records already
   */
  @Experimental(since = "0.1.0")
  public PortfolioBuilder release(RecordType type, Consumer<? super Batch> taker) {
    requireUnspent();
    if (!releasable().contains(type) || !gathered(type).isEmpty() || !kept(type).isEmpty()) {
      throw new SiruException(ErrorCode.MISUSE, "the records of " + type + " have to be kept");
    }
    requireToCome(type);
    finishers.put(type.name(), new FactFinisher(schema, requireStar(), Objects.requireNonNull(taker, "taker")));
    return this;
  }

  /**
   * The portfolio as far as it is known before the records of some types come: for whoever prepares to take them. It has not been checked
   * as a whole; of the types to come, it refuses whoever asks for a record. Of other types, no further record can be added.
   *
   * @return empty where an error is known already, which {@link #build} tells
   * @throws SiruException with {@link ErrorCode#MISUSE} where the entities are not {@linkplain #entitiesComplete complete}, or a batch is
   *     still open
   */
  @Experimental(since = "0.1.0")
  public Optional<Portfolio> outline(Set<RecordType> toCome) {
    requireUnspent();
    requireStar();
    rows.values().forEach(RowAppender::close);
    requireClosed();
    return early.hasErrors() ? Optional.empty() : new Freezer(this, new Findings()).outline(toCome);
  }

  private void requireToCome(RecordType type) {
    if (frozen.containsKey(type.name())) {
      throw new SiruException(ErrorCode.MISUSE, "the records of " + type + " are complete; there can be no more");
    }
  }

  private Star requireStar() {
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

  /**
   * Checks the records and makes the portfolio; empty where any check found an error, also where {@code findings} had errors
   * before.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where a batch is still open or the builder was used before
   */
  public Optional<Portfolio> build(Findings findings) {
    requireUnspent();
    rows.values().forEach(RowAppender::close);
    requireClosed();
    spent = true;
    findings.addAll(early);
    Portfolio portfolio = new Freezer(this, findings).freeze();
    if (findings.hasErrors()) {
      return Optional.empty();
    }
    new DecisionChecks(portfolio, findings).check();
    RecordChecks.check(portfolio, findings);
    if (!findings.hasErrors()) {
      check.check(portfolio, findings);
    }
    return findings.hasErrors() ? Optional.empty() : Optional.of(portfolio);
  }

  /**
   * Checks the records and makes the portfolio.
   *
   * @throws SiruException with {@link ErrorCode#REFUSED_INPUT} and all findings where any of them is an error
   */
  public Portfolio build() {
    Findings findings = new Findings();
    Optional<Portfolio> portfolio = build(findings);
    return portfolio.orElseThrow(() -> refusal(findings));
  }

  private static SiruException refusal(Findings findings) {
    List<Finding> all = findings.list();
    String first =
        all.stream().filter(f -> f.severity() == Severity.ERROR).findFirst().map(Finding::toString).orElse("");
    String errors = "the portfolio is refused; errors: " + findings.count(Severity.ERROR) + ", the first: " + first;
    return new SiruException(ErrorCode.REFUSED_INPUT, errors, all);
  }

  private void requireClosed() {
    for (Gathered batch : batches) {
      if (!batch.parts().stream().allMatch(BatchBuilder::isClosed)) {
        throw new SiruException(ErrorCode.MISUSE, "a batch of " + batch.type() + " is still open");
      }
    }
  }

  private void requireUnspent() {
    if (spent) {
      throw new SiruException(ErrorCode.MISUSE, "a portfolio builder builds once");
    }
  }

  /**
   * Fills one batch, record by record in the order of its source. A field is named by its index in {@link RecordType#fields} of
   * the schema's type. What is not set is missing; where a field may hold several values, each further call adds one. A call that
   * does not fit the field's kind is a {@link SiruException} with {@link ErrorCode#MISUSE}.
   *
   * <p>Not thread-safe.
   */
  @Provided(since = "0.1.0")
  public sealed interface Appender extends AutoCloseable permits BatchBuilder {
    /** Begins a record; {@code sourceRow} is its one-based row in the source, or 0. */
    void begin(long sourceRow);

    /**
     * Begins many records at once, which are filled field by field: values go where {@link #elements}, {@link #days}, {@link
     * #numbers} and {@link #texts} lead, and what needs more than writing a value goes through the other methods after {@link
     * #goTo}. {@link #commit} ends them all.
     *
     * @param sourceRows the one-based row of each in the source, or 0
     * @return the place of the first of them in those arrays; the others follow
     */
    int begin(int[] sourceRows, int count);

    /** Has the methods for one record concern one of those that were begun at once, which go from 0 on and only forwards. */
    void goTo(int record);

    /** One element of a field for each record: a code or what {@link #referenceTo} takes, or {@link Column.Ints#MISSING}. */
    int[] elements(int field);

    /** The days of a field; see {@link #day}, and {@link Column.Days#MISSING}. */
    int[] days(int field);

    /** The numbers of a field; see {@link #number}, and {@link Column.Longs#MISSING}. */
    long[] numbers(int field);

    /** The texts of a field, which must be in NFC, or null; not for the ids of entities. */
    @Nullable String[] texts(int field);

    /**
     * Looks up the ids that a field of the records that were begun at once refers to, and fills {@link #elements} with what was
     * found. What was not need not be unknown: {@link #known} looks further.
     *
     * @param utf8 holds the ids in UTF-8
     * @param words the same, eight bytes a word, the first the lowest; two more than that fills
     * @param from where each cell begins, those of the field from {@code cell} on each so many {@code cells}
     * @param to where it ends; there is no id where it begins there, too
     */
    void references(int field, byte[] utf8, long[] words, int[] from, int[] to, int cell, int cells);

    /** A code, by its position in the field's code list. */
    void code(int field, int position);

    /** The id of a record, which may be added later. */
    void reference(int field, String id);

    /** The number of an id that a field refers to, with which {@link #referenceTo} adds it without a look-up. */
    int ordinal(int field, String id);

    /**
     * The number of an id that is known already, or -1. An id that is known as these bytes is one: it needs no further check.
     *
     * @param utf8 holds the id in UTF-8, from {@code from} inclusive to {@code to} exclusive
     */
    int known(int field, byte[] utf8, int from, int to);

    /** The record's own id in UTF-8, which must be well-formed and in NFC; the bytes are copied. */
    void id(int field, byte[] utf8, int from, int to);

    /**
     * The own ids of the entities that were begun at once; each as {@link #id} wants it.
     *
     * @param utf8 holds the ids in UTF-8
     * @param from where each cell begins, those of the field from {@code cell} on each so many {@code cells}
     * @param to where it ends
     */
    void ids(int field, byte[] utf8, int[] from, int[] to, int cell, int cells);

    /** The record whose number {@link #ordinal} gave for the same field of this appender. */
    void referenceTo(int field, int ordinal);

    /** A whole number, a decimal times ten to the power of the field's scale, or minor units of money. */
    void number(int field, long scaled);

    /** A day since 1970-01-01; for a field with the role {@code END} the day after the last one. */
    void day(int field, int epochDay);

    /** A text or the record's own id. */
    void text(int field, String text);

    /**
     * Rows of a source that the record was made of before it stood where it is read now; each further call adds some.
     *
     * @param source the empty name is the source that the batch's {@link Batch.Provenance#madeOf} names
     * @param first the first row, one-based; 0 where the source has none
     * @param last the last row
     */
    void madeOf(String source, long first, long last);

    /** Ends the record, or all that were begun at once, and keeps it. */
    void commit();

    /** Ends the record, or all that were begun at once, and drops it. */
    void discard();

    /** Ends the batch; a record under way is dropped. */
    @Override
    void close();
  }
}
