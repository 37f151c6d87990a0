package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Lineage;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Field;
import se.siru.core.stability.Experimental;
import se.siru.core.stability.Provided;

/**
 * An immutable run of records of one type that arrived together: the unit of provenance, of knowledge time and of incremental
 * state.
 *
 * <p>Thread-safe.
 */
@Provided(since = "0.1.0")
public final class Batch {
  private final Provenance provenance;
  private final int size;
  private final Map<String, Column> columns;
  private final RowNumbers sourceRows;
  private final List<Provenance> sources;
  private final int @Nullable [] sourceOfRow;
  private final @Nullable MadeOf madeOf;
  private volatile boolean kept;
  private volatile @Nullable String contentHash;

  Batch(
      Provenance provenance,
      int size,
      Map<String, Column> columns,
      RowNumbers sourceRows,
      List<Provenance> sources,
      int @Nullable [] sourceOfRow,
      @Nullable MadeOf madeOf) {
    this(provenance, size, columns, sourceRows, sources, sourceOfRow, madeOf, true);
  }

  private Batch(
      Provenance provenance,
      int size,
      Map<String, Column> columns,
      RowNumbers sourceRows,
      List<Provenance> sources,
      int @Nullable [] sourceOfRow,
      @Nullable MadeOf madeOf,
      boolean kept) {
    this.kept = kept;
    this.provenance = provenance;
    this.size = size;
    this.columns = Map.copyOf(columns);
    this.sourceRows = sourceRows;
    this.sources = sources.isEmpty() ? List.of(provenance) : List.copyOf(sources);
    this.sourceOfRow = sourceOfRow;
    this.madeOf = madeOf;
  }

  /**
   * Where a batch came from.
   *
   * @param source file or other source
   * @param hash SHA-256 of the source's content in hexadecimal, or empty where it has none
   * @param recordedAt day on which it became known, or null where nobody said
   * @param madeOf the source of which an import made this one, or null where nobody said or there were several
   */
  @Provided(since = "0.1.0")
  public record Provenance(String source, String hash, @Nullable LocalDate recordedAt, @Nullable Provenance madeOf) {
    /** Checks the components. */
    public Provenance {
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(hash, "hash");
    }

    /** A source that was made of no other. */
    public Provenance(String source, String hash, @Nullable LocalDate recordedAt) {
      this(source, hash, recordedAt, null);
    }

    /** A source without hash and date. */
    public static Provenance of(String source) {
      return new Provenance(source, "", null);
    }
  }

  /** A batch whose records were released: where they came from and how many they were is all that is left. */
  static Batch released(Provenance provenance, int size) {
    return new Batch(provenance, size, Map.of(), RowNumbers.of(new int[0], 0), List.of(), null, null, false);
  }

  /** False where the records were {@linkplain PortfolioBuilder#release released} when they were read: then nobody can ask for them. */
  public boolean isKept() {
    return kept;
  }

  /** Has the batch refuse whoever asks for its records from now on. */
  void letGo() {
    kept = false;
  }

  /** Refuses whoever asks for records that were released. */
  void requireKept() {
    if (!kept) {
      throw new SiruException(
          ErrorCode.MISUSE,
          "the records of " + provenance.source() + " were evaluated while they were read, and not kept; read the portfolio to ask for them");
    }
  }

  /** This batch with columns of derived fields. */
  Batch with(List<? extends Field<?>> fields, List<? extends Column> derived) {
    Map<String, Column> all = new HashMap<>(columns);
    for (int i = 0; i < fields.size(); i++) {
      all.put(fields.get(i).name(), derived.get(i));
    }
    return new Batch(provenance, size, all, sourceRows, sources, sourceOfRow, madeOf);
  }

  /** Where the batch came from. */
  public Provenance provenance() {
    return provenance;
  }

  /** The sources one by one: several where entities of several sources lie in one batch. */
  public List<Provenance> sources() {
    return sources;
  }

  /** True where no source states the records because they follow from others: support from attendance. */
  public boolean isDerived() {
    return DerivedSupport.isDerived(this);
  }

  /** How many records it has. */
  public int size() {
    return size;
  }

  /**
   * The values of a field; every field of the type has a column, and so has every derived one.
   *
   * @throws SiruException with {@link ErrorCode#MISUSE} where the records are not {@linkplain #isKept kept}; so does whatever asks for them
   */
  public Column column(String field) {
    requireKept();
    Column column = columns.get(field);
    if (column == null) {
      throw new IllegalArgumentException("no column " + field);
    }
    return column;
  }

  /**
   * SHA-256, in hexadecimal, over what the records say, whatever source they came from. Batches of portfolios with equal {@linkplain
   * Portfolio#entitiesHash entities} hold the same records where their hashes are equal. Worked out when it is first asked for.
   */
  @Experimental(since = "0.1.0")
  public String contentHash() {
    String known = contentHash;
    if (known == null) {
      known = ContentHash.of(columns, size);
      contentHash = known;
    }
    return known;
  }

  /** Where a record stood in its source. */
  public Origin origin(int row) {
    requireKept();
    Provenance from = sourceOfRow == null ? provenance : sources.get(sourceOfRow[row]);
    return Origin.of(from.source(), sourceRows.at(Objects.checkIndex(row, size)));
  }

  /**
   * Where a record stood in its source, and the rows of other sources that an import made it of; for support that follows from
   * attendance, the attendance.
   */
  public Lineage lineage(int row) {
    Origin at = origin(row);
    return madeOf == null ? Lineage.of(at) : new Lineage(at, madeOf.row(row));
  }
}
