package se.siru.core.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.identity.MailDomains;
import se.siru.core.identity.OrganisationWords;
import se.siru.core.model.Schema;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;

/**
 * How foreign files become a portfolio, as a JSON file of the format {@value #FORMAT} says it: which columns become
 * which fields of which records, and how their texts are read. {@link Import} applies it.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class Mapping {
  /** What a mapping file says it is. */
  public static final String FORMAT = "siru-mapping/1";

  private final String source;
  private final String hash;
  private final Header header;
  private final Schema schema;
  private final TreeMap<String, String> collected;
  private final List<Literal> literals;
  private final List<SourceMapping> sources;
  private final Words words;

  /** What the words of organisations' names and the domains of addresses mean. */
  record Words(OrganisationWords names, MailDomains mail) {
    static final Words STANDARD = new Words(OrganisationWords.standard(), MailDomains.standard());
  }

  /** What the portfolio says about itself. */
  record Header(String name, LocalizedText title, String currency, @Nullable LocalDate recordedAt) {}

  /** A record that the mapping states itself, and its line in the mapping file. */
  record Literal(long line, RecordMapping record) {}

  /**
   * A mapping.
   *
   * @param hash the SHA-256 of the file in hexadecimal
   */
  Mapping(
      String source,
      String hash,
      Header header,
      Schema schema,
      Map<String, String> collected,
      List<Literal> literals,
      List<SourceMapping> sources,
      Words words) {
    this.source = source;
    this.hash = hash;
    this.header = header;
    this.schema = schema;
    this.collected = new TreeMap<>(collected);
    this.literals = List.copyOf(literals);
    this.sources = List.copyOf(sources);
    this.words = words;
  }

  /**
   * Reads a mapping and leaves the stream open.
   *
   * @param source what findings call the file
   * @param schema the record types and code lists that there are, to which it may add
   * @param readers the readers that it may name, and that its files are read by
   * @param findings takes everything that is wrong
   * @return the mapping, or empty where anything was wrong with it
   * @throws IOException where the stream cannot be read
   */
  public static Optional<Mapping> read(InputStream in, String source, Schema schema, Readers readers, Findings findings)
      throws IOException {
    requireNonNull(in, "in");
    requireNonNull(source, "source");
    requireNonNull(schema, "schema");
    requireNonNull(readers, "readers");
    requireNonNull(findings, "findings");
    return MappingReader.read(in, source, schema, readers, findings);
  }

  /** As {@link #read(InputStream, String, Schema, Readers, Findings)}, over the standard record types. */
  public static Optional<Mapping> read(InputStream in, String source, Readers readers, Findings findings)
      throws IOException {
    return read(in, source, Schema.standard(), readers, findings);
  }

  /** As {@link #read(InputStream, String, Readers, Findings)}, with the readers of this library alone. */
  public static Optional<Mapping> read(InputStream in, String source, Findings findings) throws IOException {
    return read(in, source, Readers.standard(), findings);
  }

  /**
   * Reads a mapping file.
   *
   * @param schema the record types and code lists that there are, to which it may add
   * @param readers the readers that it may name, and that its files are read by
   * @param findings takes everything that is wrong
   * @return the mapping, or empty where anything was wrong with it
   * @throws se.siru.core.finding.SiruException with {@link se.siru.core.finding.ErrorCode#UNREADABLE} where the file cannot be read
   */
  public static Optional<Mapping> read(Path file, Schema schema, Readers readers, Findings findings) {
    return InputFile.read(file, in -> read(in, InputFile.name(file), schema, readers, findings));
  }

  /** As {@link #read(Path, Schema, Readers, Findings)}, over the standard record types. */
  public static Optional<Mapping> read(Path file, Readers readers, Findings findings) {
    return read(file, Schema.standard(), readers, findings);
  }

  /** As {@link #read(Path, Readers, Findings)}, with the readers of this library alone. */
  public static Optional<Mapping> read(Path file, Findings findings) {
    return read(file, Readers.standard(), findings);
  }

  /** The record types and code lists of the portfolio that is made; a list that is collected has no codes yet. */
  public Schema schema() {
    return schema;
  }

  /** The name of the portfolio that is made. */
  public String name() {
    return header.name();
  }

  /** True where the mapping makes pseudonyms, so that an import needs a key. */
  public boolean makesPseudonyms() {
    return sources.stream()
        .flatMap(part -> part.records.stream())
        .flatMap(record -> record.fields.stream())
        .anyMatch(field -> field.from instanceof PseudonymOf);
  }

  String source() {
    return source;
  }

  /** The SHA-256 of the file in hexadecimal. */
  String hash() {
    return hash;
  }

  Header header() {
    return header;
  }

  /** The ids of the lists that are collected, with the language of their labels. */
  Map<String, String> collected() {
    return collected;
  }

  List<Literal> literals() {
    return literals;
  }

  List<SourceMapping> sources() {
    return sources;
  }

  /** The sources in the order in which they are read: those that find out organisations when all organisations are known. */
  List<SourceMapping> readingOrder() {
    return Stream.concat(
            sources.stream().filter(source -> !source.resolves()), sources.stream().filter(SourceMapping::resolves))
        .toList();
  }

  /** True where the import finds out organisations. */
  boolean resolves() {
    return sources.stream().anyMatch(SourceMapping::resolves);
  }

  Words words() {
    return words;
  }

  @Override
  public String toString() {
    return source;
  }
}
