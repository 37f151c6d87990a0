package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
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
  final GatheredRecords records;
  final @Nullable Portfolio base;
  final TreeSet<String> held = new TreeSet<>();
  final Map<String, List<CoveredPart>> covered = new LinkedHashMap<>();
  final List<PlacedPart> placedParts = new ArrayList<>();
  final List<DefinitionFile> definitions = new ArrayList<>();
  private final Map<String, RowAppender> rows = new LinkedHashMap<>();
  private final Findings early = new Findings();
  String name = "";
  LocalizedText title = LocalizedText.empty();
  String currency = "SEK";
  @Nullable LocalDate recordedAt;
  PortfolioCheck check = PortfolioCheck.none();
  private boolean spent;

  PortfolioBuilder(Schema schema) {
    this.records = new GatheredRecords(Objects.requireNonNull(schema, "schema"), null);
    this.base = null;
  }

  PortfolioBuilder(Portfolio base) {
    this.records = new GatheredRecords(base.schema(), base);
    this.base = base;
    this.name = base.name();
    this.title = base.declaredTitle();
    this.currency = base.currency();
    this.recordedAt = base.recordedAt().orElse(null);
    this.check = base.check();
    this.held.addAll(base.held());
    this.definitions.addAll(base.definitions());
    base.covered().forEach((type, parts) -> covered.put(type, new ArrayList<>(parts)));
  }

  /** The record types and code lists. */
  Schema schema() {
    return records.schema;
  }

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
    if (base != null || !records.isEmpty()) {
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
    held.add(known(type).name());
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
    RecordType type = known(row.type());
    rows.computeIfAbsent(type.name(), key -> rowAppender(type, Batch.Provenance.of(type.plural()))).add(row);
    return this;
  }

  /** The type as the schema has it, with all its fields. */
  private RecordType known(RecordType type) {
    return schema().type(type.name());
  }

  private RowAppender rowAppender(RecordType type, Batch.Provenance provenance) {
    return new RowAppender(schema(), currency, start(type, provenance), early);
  }

  /** Adds records as batches of their own, one for each type among them. */
  public PortfolioBuilder addBatch(Batch.Provenance provenance, Iterable<? extends Row> all) {
    Map<String, RowAppender> own = new LinkedHashMap<>();
    for (Row row : all) {
      RecordType type = known(row.type());
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
    records.leaveOut(batch);
    return this;
  }

  /** Adds records; see {@link #add}. */
  public PortfolioBuilder addAll(Iterable<? extends Row> all) {
    all.forEach(this::add);
    return this;
  }

  /** Says that two stakeholders are one, or one a part of the other. */
  public PortfolioBuilder identity(IdentityLink link) {
    return identity(link, Origin.of("identity", records.links.size() + 1L));
  }

  /** Says that two stakeholders are one, or one a part of the other, and where that was read. */
  public PortfolioBuilder identity(IdentityLink link, Origin origin) {
    requireUnspent();
    records.add(new PlacedLink(link, Objects.requireNonNull(origin, "origin")));
    return this;
  }

  /**
   * Starts a batch that is filled value by value, without an object per record. The type is then held. Values are expected to be
   * checked against their fields; what concerns several records is checked when the portfolio is built.
   */
  public BatchAppender append(RecordType type, Batch.Provenance provenance) {
    return start(known(type), provenance);
  }

  private BatchFiller start(RecordType type, Batch.Provenance provenance) {
    requireUnspent();
    BatchFiller batch = records.start(type, provenance);
    held.add(type.name());
    return batch;
  }

  /**
   * Starts a part of a batch. Each part may be filled and closed by a thread of its own; meanwhile nothing else may be added to the
   * builder, and none of its methods called from two threads at once. {@link #join} makes a batch of parts; a part that is never joined
   * leaves nothing behind.
   *
   * @param rows how many records are expected; more may come
   */
  public BatchAppender part(RecordType type, int rows) {
    requireUnspent();
    return records.part(known(type), Math.addExact(rows, 1));
  }

  /**
   * Makes one batch of the records of parts in the order of the parts, the same as if all had been appended to it one after the
   * other. The type is then held; the parts cannot be used any more.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where a part is still open or of another type
   */
  public PortfolioBuilder join(RecordType type, Batch.Provenance provenance, List<? extends BatchAppender> parts) {
    requireUnspent();
    records.join(known(type), provenance, parts.stream().map(part -> ((BatchFiller) part).batch()).toList());
    held.add(type.name());
    return this;
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
    records.requireEntitiesAlone();
    close();
    records.star();
    return this;
  }

  /**
   * The types of facts whose records may be {@linkplain #release released}: no rule, of this library or of {@link #heldTo}, looks at two
   * of their records beside each other, no other record names them, and no table of results is made of them later. Support that follows
   * from attendance is made whether that is kept or not.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where the entities are not {@linkplain #entitiesComplete complete}
   */
  @Experimental(since = "0.1.0")
  public Set<RecordType> releasable() {
    return Releasable.of(schema(), records.requireStar(), check);
  }

  /**
   * Says that somebody takes the records of a type of facts, so that the portfolio does not keep them. Each part and each batch is handed
   * over when it is closed, checked and with rows in the place of ids, by the thread that closes it: several may be handed over at once, and
   * in any order. Records that are wrong are handed over as well; whether any was is only known when the portfolio is built. A batch may
   * be read until the taker returns; then other records take its place, and it refuses whoever asks for one.
   *
   * <p>The portfolio knows how many records there were and where they came from, and refuses whoever asks for one, or for the attendance
   * that support was made of.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where the type is not {@linkplain #releasable releasable} or has records already
   */
  @Experimental(since = "0.1.0")
  public PortfolioBuilder release(RecordType type, Consumer<? super Batch> taker) {
    requireUnspent();
    Objects.requireNonNull(taker, "taker");
    if (!releasable().contains(type)) {
      throw new SiruException(ErrorCode.MISUSE, "the records of " + type + " have to be kept");
    }
    records.release(type, taker);
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
    records.requireStar();
    close();
    return early.hasErrors() ? Optional.empty() : new Freezer(this, new Findings()).outline(toCome);
  }

  /** Ends the batches of records that were added one by one; all others must have ended. */
  private void close() {
    rows.values().forEach(RowAppender::close);
    records.requireClosed();
  }

  /**
   * Checks the records and makes the portfolio; empty where any check found an error, also where {@code findings} had errors
   * before.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where a batch is still open or the builder was used before
   */
  public Optional<Portfolio> build(Findings findings) {
    requireUnspent();
    close();
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

  private void requireUnspent() {
    if (spent) {
      throw new SiruException(ErrorCode.MISUSE, "a portfolio builder builds once");
    }
  }
}
