package se.siru.core.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Origin;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.CoveredPart;
import se.siru.core.text.LocalizedText;

/**
 * What a portfolio says about itself before its records.
 *
 * @param name what people call it, in the language in which it is stated
 * @param title the same by language; empty where it is not stated so
 * @param schema the record types with the portfolio's own fields and code lists
 * @param resources the record files, in the order stated
 * @param identity the paths of the identity files, in the order stated; empty where none is listed
 */
record Descriptor(
    String name,
    LocalizedText title,
    String currency,
    @Nullable LocalDate recordedAt,
    Schema schema,
    List<Resource> resources,
    List<String> identity) {

  /** What portfolios on disk say they are. */
  static final String FORMAT = "siru-portfolio/1";

  /** The currency of a portfolio that states none. */
  static final String DEFAULT_CURRENCY = "SEK";

  /**
   * The records of one type: one file a batch.
   *
   * @param complete false where a file of the resource is not there
   * @param covered what the records are complete for; none where everything is covered
   */
  record Resource(RecordType type, List<BatchFile> files, boolean complete, List<Covered> covered) {}

  /** A part that the records are complete for, and where that stands. */
  record Covered(CoveredPart part, Origin origin) {}

  /**
   * One file.
   *
   * @param hash the SHA-256 that it should have, in hexadecimal, or null
   * @param madeOf the source that an import made it of, or null
   */
  record BatchFile(
      String path, @Nullable LocalDate recordedAt, @Nullable String hash, Batch.@Nullable Provenance madeOf) {
    /** Where its records come from, with the hash that it has. */
    Batch.Provenance provenance(String itsHash) {
      return new Batch.Provenance(path, itsHash, recordedAt, madeOf);
    }
  }
}
