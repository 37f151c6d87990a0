package se.siru.core.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.json.JsonObject;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.model.Field;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.CoveredPart;
import se.siru.core.portfolio.DefinitionFile;
import se.siru.core.portfolio.IdentityLink;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Table;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;

/**
 * Writes a portfolio folder: {@code datapackage.json}, one CSV file a batch of records, identities and the code lists that the
 * schema holds beside the standard ones. Reading it gives the same records. The folder appears whole or not at all; files that
 * somebody put beside an older portfolio of the same name are kept.
 *
 * <p>Not thread-safe.
 */
@Provided(since = "0.1.0")
public final class PortfolioWriter {
  private final Schema schema;
  private final Map<String, List<Records>> records = new LinkedHashMap<>();
  private final List<IdentityLink> identities = new ArrayList<>();
  private final List<DefinitionFile> definitions = new ArrayList<>();
  private boolean withDefinitions;
  private final List<FolderSwap.Contents> besides = new ArrayList<>();
  private FolderSwap.Disk disk = new FolderSwap.Disk();
  private final Map<String, List<CoveredPart>> covered = new LinkedHashMap<>();
  private LocalizedText title = LocalizedText.empty();
  private String name = "";
  private String currency = Descriptor.DEFAULT_CURRENCY;
  private @Nullable LocalDate recordedAt;
  private @Nullable String pseudonymKey;
  private @Nullable JsonObject madeBy;
  private boolean replace;

  private PortfolioWriter(Schema schema) {
    this.schema = schema;
  }

  /**
   * The records of one file.
   *
   * @param cells by record, its cells in the order of the type's fields, and behind them what {@link SourceRowCell} writes
   * @param named what tells the file from others of its type; empty where its number does
   * @param from when it became known, and the source that it was made of
   */
  record Records(RecordType type, Iterable<List<String>> cells, String named, Batch.Provenance from) {}

  /** A writer of records of a schema; a type that gets no records is not held. */
  public static PortfolioWriter of(Schema schema) {
    return new PortfolioWriter(requireNonNull(schema, "schema"));
  }

  /**
   * A writer of all records of a portfolio, one file a batch. What building the portfolio filled in, such as the number of heads,
   * is written out; support that follows from attendance is not, and follows again. Identity links are not part of it: add them.
   */
  public static PortfolioWriter of(Portfolio portfolio) {
    PortfolioWriter writer =
        of(portfolio.schema()).name(portfolio.name()).title(portfolio.title()).currency(portfolio.currency());
    portfolio.recordedAt().ifPresent(writer::recordedAt);
    for (RecordType type : portfolio.schema().types()) {
      if (portfolio.holds(type)) {
        writer.batches(portfolio, type);
        writer.covered.put(type.name(), portfolio.coverage(type).parts());
      }
    }
    return writer.definitions(portfolio.definitions());
  }

  private void batches(Portfolio portfolio, RecordType type) {
    Table table = portfolio.table(type.name());
    List<Batch> stated = table.batches().stream().filter(batch -> !batch.isDerived()).toList();
    if (stated.isEmpty()) {
      records(type, List.of());
      return;
    }
    List<Records> files = records.computeIfAbsent(type.name(), key -> new ArrayList<>());
    for (Batch batch : stated) {
      Batch.Provenance source = batch.provenance().madeOf();
      Iterable<List<String>> rows = () -> IntStream.range(0, batch.size())
          .mapToObj(row -> {
            List<String> cells = spelled(type, table.row(batch, row));
            cells.add(SourceRowCell.write(batch.lineage(row).madeOf(), source == null ? "" : source.source()));
            return cells;
          })
          .iterator();
      files.add(new Records(type, rows, "", batch.provenance()));
    }
  }

  /** What people call the portfolio. */
  public PortfolioWriter name(String text) {
    this.name = requireNonNull(text, "text");
    return this;
  }

  /** What people call the portfolio, by language; where it is empty, {@link #name} is the title. */
  public PortfolioWriter title(LocalizedText text) {
    this.title = requireNonNull(text, "text");
    return this;
  }

  /** What the import that makes the portfolio says about itself. */
  PortfolioWriter madeBy(JsonObject anImport) {
    this.madeBy = anImport;
    return this;
  }

  /** The fingerprint of the key with which the pseudonyms of persons were made. */
  PortfolioWriter pseudonymKey(String fingerprint) {
    this.pseudonymKey = fingerprint;
    return this;
  }

  /** Writes further files into the folder, which appears with them or not at all. */
  PortfolioWriter beside(FolderSwap.Contents files) {
    besides.add(files);
    return this;
  }

  /** The currency of all amounts, ISO 4217; {@code SEK} where it is not set. */
  public PortfolioWriter currency(String iso4217) {
    this.currency = requireNonNull(iso4217, "iso4217");
    return this;
  }

  /** The day on which the portfolio describes the world. */
  public PortfolioWriter recordedAt(LocalDate day) {
    this.recordedAt = requireNonNull(day, "day");
    return this;
  }

  /** Adds a file of records, which are iterated twice when the folder is written. No record at all still holds the type. */
  public PortfolioWriter records(RecordType type, Iterable<? extends Row> rows) {
    RecordType known = schema.type(type.name());
    requireNonNull(rows, "rows");
    Iterable<List<String>> cells = () -> {
      Iterator<? extends Row> all = rows.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return all.hasNext();
        }

        @Override
        public List<String> next() {
          List<String> of = spelled(known, all.next());
          of.add("");
          return of;
        }
      };
    };
    return records(new Records(known, cells, "", Batch.Provenance.of(known.plural())));
  }

  /** Adds a file of records whose cells are spelled as {@link CellWriter} does. */
  PortfolioWriter records(Records file) {
    records.computeIfAbsent(file.type().name(), key -> new ArrayList<>()).add(file);
    return this;
  }

  private static List<String> spelled(RecordType type, Row row) {
    List<String> cells = new ArrayList<>(type.fields().size() + 1);
    for (Field<?> field : type.fields()) {
      cells.add(CellWriter.cell(row, field));
    }
    return cells;
  }

  /** Adds identity links. */
  public PortfolioWriter identities(Iterable<IdentityLink> links) {
    links.forEach(identities::add);
    return this;
  }

  /**
   * The definitions of indicators that the portfolio brings, instead of those that lie in a folder which it replaces. Where nothing is
   * said, those stay, as all that somebody put beside the records does.
   */
  public PortfolioWriter definitions(List<DefinitionFile> files) {
    definitions.clear();
    definitions.addAll(files);
    withDefinitions = true;
    return this;
  }

  /** Has folders moved and removed by something else. */
  PortfolioWriter on(FolderSwap.Disk other) {
    this.disk = other;
    return this;
  }

  /** Lets the folder replace one that is neither empty nor a portfolio. */
  public PortfolioWriter replacingAnything() {
    this.replace = true;
    return this;
  }

  /**
   * Writes the folder.
   *
   * @return a warning where the folder was written, and the one that it replaced could not be removed and stays beside it
   * @throws SiruException with {@link ErrorCode#UNWRITABLE} where it cannot be written, or where the target is neither empty nor a
   *     portfolio
   */
  public List<Finding> write(Path folder) {
    requireNonNull(folder, "folder");
    try {
      return FolderSwap.write(folder, replace, new Contents(), disk).map(FolderRemains::leftBehind).stream().toList();
    } catch (IOException e) {
      throw SiruException.of(ErrorCode.UNWRITABLE, folder + " cannot be written", e);
    }
  }

  /** What is written into the folder. */
  private final class Contents implements FolderSwap.Contents {
    @Override
    public void writeTo(Path folder) throws IOException {
      writeInto(folder);
    }

    @Override
    public boolean replaces(String path) {
      return withDefinitions && DefinitionFile.isOne(path);
    }
  }

  private void writeInto(Path folder) throws IOException {
    DescriptorWriter descriptor = new DescriptorWriter(schema, name, currency, recordedAt)
        .title(title).pseudonymKey(pseudonymKey).madeBy(madeBy);
    for (RecordType type : schema.types()) {
      List<Records> files = records.get(type.name());
      if (files != null) {
        descriptor.covers(type, covered.getOrDefault(type.name(), List.of()));
        for (int i = 0; i < files.size(); i++) {
          String named = files.get(i).named();
          String which = files.size() == 1 ? "" : "-" + (named.isEmpty() ? Integer.toString(i + 1) : named);
          String path = type.plural() + which + ".csv";
          descriptor.file(type, path, file(folder.resolve(path), files.get(i)), files.get(i).from());
        }
      }
    }
    if (!identities.isEmpty()) {
      identity(folder.resolve(IdentityFile.NAME));
      descriptor.identity();
    }
    descriptor.codelists(folder);
    descriptor.law(folder);
    for (DefinitionFile file : definitions) {
      Path path = folder.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.json());
    }
    for (FolderSwap.Contents files : besides) {
      files.writeTo(folder);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve(DescriptorReader.FILE))) {
      descriptor.write(out);
    }
  }

  /** Writes a file with the columns that some record states or that every file must have; all fields where no record is. */
  private static RecordColumns file(Path path, Records records) throws IOException {
    List<Field<?>> fields = records.type().fields();
    boolean[] written = new boolean[fields.size() + 1];
    boolean any = false;
    for (List<String> cells : records.cells()) {
      any = true;
      for (int i = 0; i < written.length; i++) {
        written[i] |= !cells.get(i).isEmpty();
      }
    }
    List<Field<?>> columns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      written[i] |= !any || fields.get(i).required();
      if (written[i]) {
        columns.add(fields.get(i));
        names.add(fields.get(i).name());
      }
    }
    boolean sourceRows = written[fields.size()];
    if (sourceRows) {
      names.add(RecordType.SOURCE_ROWS);
    }
    try (CsvOutput out = CsvOutput.open(path)) {
      out.row(names);
      for (List<String> cells : records.cells()) {
        List<String> row = new ArrayList<>(names.size());
        for (int i = 0; i < written.length; i++) {
          if (written[i]) {
            row.add(cells.get(i));
          }
        }
        out.row(row);
      }
    }
    return new RecordColumns(columns, sourceRows);
  }

  private void identity(Path path) throws IOException {
    try (CsvOutput out = CsvOutput.open(path)) {
      out.row(IdentityFile.COLUMNS);
      for (IdentityLink link : identities) {
        LocalDate from = link.from();
        out.row(List.of(
            FormulaGuard.guard(link.id()), FormulaGuard.guard(link.target()), link.kind().code(),
            from == null ? "" : from.toString()));
      }
    }
  }
}
