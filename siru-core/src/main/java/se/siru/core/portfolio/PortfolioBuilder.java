package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;

/**
 * Gathers records and makes a checked portfolio of them. Records may come in any order, a reference before what it names. What is
 * wrong is found when the portfolio is built, all at once; a portfolio with any error is refused whole.
 *
 * <p>A builder builds once. Not thread-safe.
 */
public final class PortfolioBuilder {
  final Schema schema;
  final @Nullable Portfolio base;
  final List<BatchBuilder> batches = new ArrayList<>();
  final List<PlacedLink> links = new ArrayList<>();
  final TreeSet<String> held = new TreeSet<>();
  private final Map<String, IdDictionary> dictionaries = new LinkedHashMap<>();
  private final Map<String, RowAppender> rows = new LinkedHashMap<>();
  private final Findings early = new Findings();
  String name = "";
  String currency = "SEK";
  @Nullable LocalDate recordedAt;
  private boolean spent;

  PortfolioBuilder(Schema schema) {
    this.schema = Objects.requireNonNull(schema, "schema");
    this.base = null;
  }

  /** An identity link and where it was read. */
  record PlacedLink(IdentityLink link, Origin origin) {}

  /** What people call the portfolio. */
  public PortfolioBuilder name(String text) {
    this.name = Objects.requireNonNull(text, "text");
    return this;
  }

  /** The one currency of all amounts, ISO 4217; {@code SEK} where it is not set. Set it before records are added. */
  public PortfolioBuilder currency(String iso4217) {
    this.currency = Objects.requireNonNull(iso4217, "iso4217");
    return this;
  }

  /** The day on which the portfolio describes the world. */
  public PortfolioBuilder recordedAt(LocalDate day) {
    this.recordedAt = Objects.requireNonNull(day, "day");
    return this;
  }

  /** Says that the portfolio holds a type, even where no record of it follows. */
  public PortfolioBuilder holds(RecordType type) {
    held.add(schema.type(type.name()).name());
    return this;
  }

  /** Adds a record; records of one type that are added so are one batch, whose source is the plural of the type. */
  public PortfolioBuilder add(Row row) {
    requireUnspent();
    String type = row.type().name();
    RowAppender appender = rows.get(type);
    if (appender == null) {
      RecordType known = schema.type(type);
      appender = new RowAppender(schema, currency, start(known, Batch.Provenance.of(known.plural())), early);
      rows.put(type, appender);
    }
    appender.add(row);
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
    links.add(new PlacedLink(link, Objects.requireNonNull(origin, "origin")));
    return this;
  }

  /**
   * Starts a batch that is filled value by value, without an object per record. The type is then held. Values are expected to be
   * checked against their fields; what concerns several records is checked when the portfolio is built.
   */
  public Appender append(RecordType type, Batch.Provenance provenance) {
    requireUnspent();
    return start(schema.type(type.name()), provenance);
  }

  private BatchBuilder start(RecordType type, Batch.Provenance provenance) {
    BatchBuilder batch = new BatchBuilder(type, Objects.requireNonNull(provenance, "provenance"), this::dictionary);
    batches.add(batch);
    held.add(type.name());
    return batch;
  }

  IdDictionary dictionary(String type) {
    return dictionaries.computeIfAbsent(type, key -> new IdDictionary(null));
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
    for (BatchBuilder batch : batches) {
      if (!batch.isClosed()) {
        throw new SiruException(ErrorCode.MISUSE, "a batch of " + batch.type + " is still open");
      }
    }
    spent = true;
    findings.addAll(early);
    Portfolio portfolio = new Freezer(this, findings).freeze();
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
    return portfolio.orElseThrow(
        () -> new SiruException(ErrorCode.REFUSED_INPUT, "the portfolio has errors: " + findings.list().get(0), findings.list()));
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
  public sealed interface Appender extends AutoCloseable permits BatchBuilder {
    /** Begins a record; {@code sourceRow} is its one-based row in the source, or 0. */
    void begin(long sourceRow);

    /** A code, by its position in the field's code list. */
    void code(int field, int position);

    /** The id of a record, which may be added later. */
    void reference(int field, String id);

    /** A whole number, a decimal times ten to the power of the field's scale, or minor units of money. */
    void number(int field, long scaled);

    /** A day since 1970-01-01; for a field with the role {@code END} the day after the last one. */
    void day(int field, int epochDay);

    /** A text or the record's own id. */
    void text(int field, String text);

    /** Ends the record and keeps it. */
    void commit();

    /** Ends the record and drops it. */
    void discard();

    /** Ends the batch; a record under way is dropped. */
    @Override
    void close();
  }
}
