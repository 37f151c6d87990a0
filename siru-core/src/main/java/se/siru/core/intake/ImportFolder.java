package se.siru.core.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.RowSpan;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.model.FieldKind;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.Batch;

/** Writes what an import made: the portfolio, the log of ids made of texts, and the rows that were rejected. */
final class ImportFolder {
  /** The rows that were rejected, with the reasons. */
  static final String REJECTED = "rejected.csv";
  /** Every spelling of which an id or code was made. */
  static final String IDENTITY_LOG = "identity-log.csv";

  private static final Set<FieldKind> TYPED =
      EnumSet.of(FieldKind.DATE, FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY);

  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}(?=#|$)");

  private ImportFolder() {}

  /** Writes the folder, and tells what is to be known about it; a folder that holds no portfolio but other things is left alone. */
  static List<Finding> write(
      Path folder,
      Mapping mapping,
      ImportPass pass,
      Rejections rejections,
      String language,
      @Nullable PseudonymKey key,
      IdentityAnswers answers,
      Unresolved unresolved) throws IOException {
    Schema schema = mapping.schema().withCodelists(pass.session().collectedLists());
    Mapping.Header header = mapping.header();
    PortfolioWriter writer =
        PortfolioWriter.of(schema).name(header.name()).title(header.title()).currency(header.currency());
    if (header.recordedAt() != null) {
      writer.recordedAt(header.recordedAt());
    }
    if (key != null) {
      writer.pseudonymKey(key.fingerprint());
    }
    for (Map.Entry<String, List<MappedRecord>> records : pass.records().entrySet()) {
      files(schema.type(records.getKey()), records.getValue(), pass.read()).forEach(writer::records);
    }
    writer.madeBy(EarlierImport.describe(pass.read()));
    writer.beside(fresh -> identityLog(fresh.resolve(IDENTITY_LOG), pass.session()));
    writer.beside(fresh -> unresolved.questions(fresh.resolve(UnresolvedFile.NAME)));
    writer.beside(fresh -> unresolved.nearDuplicates(fresh.resolve(UnresolvedFile.NEAR_DUPLICATES)));
    writer.beside(fresh -> rejected(fresh.resolve(REJECTED), rejections, language));
    // Who is who is decided by people, by hand: a new import must not take it away.
    Path byHand = folder.resolve(IdentityFile.NAME);
    writer.beside(fresh -> IdentityLines.copy(byHand, answers.fresh(), fresh.resolve(IdentityFile.NAME)));
    return writer.write(folder);
  }

  /**
   * The files of a type. Facts are parted by the source that their first row is of, so that a source is a batch; entities, which
   * are often made of several sources, are one file.
   */
  private static List<PortfolioWriter.Records> files(RecordType type, List<MappedRecord> records, ImportedSources read)
      throws IOException {
    Map<String, List<MappedRecord>> parts = new LinkedHashMap<>();
    for (MappedRecord record : records) {
      parts.computeIfAbsent(type.isEntity() ? "" : first(record, read), source -> new ArrayList<>()).add(record);
    }
    if (parts.isEmpty()) {
      parts.put("", List.of());
    }
    Slugs slugs = new Slugs();
    List<PortfolioWriter.Records> files = new ArrayList<>();
    for (Map.Entry<String, List<MappedRecord>> part : parts.entrySet()) {
      String own = type.isEntity() ? common(part.getValue(), read) : part.getKey();
      Batch.Provenance madeOf = own.isEmpty() ? null : read.provenance(own);
      String named = own.isEmpty() ? "" : slugs.of(ENDING.matcher(own).replaceAll(""));
      files.add(new PortfolioWriter.Records(
          type, cells(type, part.getValue(), record -> SourceRowCell.write(spans(record, read), own)), named,
          new Batch.Provenance(type.plural(), "", null, madeOf)));
    }
    return files;
  }

  private static List<RowSpan> spans(MappedRecord record, ImportedSources read) {
    return record.origins().stream().map(read::span).toList();
  }

  private static String first(MappedRecord record, ImportedSources read) {
    return read.span(record.origins().get(0)).source();
  }

  /** The source that all rows of records are of; empty where there are several. */
  private static String common(List<MappedRecord> records, ImportedSources read) {
    Set<String> sources = new HashSet<>();
    records.forEach(record -> spans(record, read).forEach(span -> sources.add(span.source())));
    return sources.size() == 1 ? sources.iterator().next() : "";
  }

  private static Iterable<List<String>> cells(
      RecordType type, List<MappedRecord> records, Function<MappedRecord, String> sourceRows) {
    boolean[] typed = new boolean[type.fields().size()];
    for (int i = 0; i < typed.length; i++) {
      typed[i] = TYPED.contains(type.fields().get(i).kind());
    }
    return () -> records.stream()
        .map(record -> {
          List<String> cells = new ArrayList<>(record.texts());
          for (int i = 0; i < typed.length; i++) {
            if (!typed[i]) {
              cells.set(i, FormulaGuard.guard(cells.get(i)));
            }
          }
          cells.add(sourceRows.apply(record));
          return cells;
        })
        .iterator();
  }

  private static void identityLog(Path file, ImportSession session) throws IOException {
    List<Identities.Spelling> spellings = session.identities().all();
    Collection<Organisations.Resolved> resolved = session.organisations().resolved();
    if (spellings.isEmpty() && resolved.isEmpty()) {
      return;
    }
    try (CsvOutput out = CsvOutput.open(file)) {
      out.row(List.of("of", "id", "text", "count", "first-source", "first-row", "method"));
      for (Identities.Spelling spelling : spellings) {
        String text = RowPrivacy.ofNoRow().masked(spelling.text);
        out.row(guarded(List.of(spelling.space, spelling.id, text, Long.toString(spelling.count), spelling.source,
            Long.toString(spelling.row), "text")));
      }
      for (Organisations.Resolved one : resolved) {
        out.row(guarded(List.of(Stakeholder.TYPE.name(), one.id, one.text, Long.toString(one.count),
            one.first.source(), Long.toString(one.first.row()), one.method)));
      }
    }
  }

  /** One line a reason. Only columns that the mapping reads are copied: others may hold what must not spread. */
  private static void rejected(Path file, Rejections rejections, String language) throws IOException {
    if (rejections.isEmpty()) {
      return;
    }
    Set<String> columns = new LinkedHashSet<>();
    rejections.rows().forEach(row -> columns.addAll(row.cells().keySet()));
    List<String> own = List.of("source", "row", "rule", "column", "message");
    try (CsvOutput out = CsvOutput.open(file)) {
      Stream<String> copied = columns.stream().map(name -> own.contains(name) ? "source: " + name : name);
      out.row(guarded(Stream.concat(own.stream(), copied).toList()));
      for (Rejections.Row row : rejections.rows()) {
        for (Finding why : row.why()) {
          String column = why.origin().column();
          List<String> cells = new ArrayList<>(List.of(why.origin().source(), Long.toString(why.origin().row()),
              why.rule().id(), column == null ? "" : column, why.message(language)));
          columns.forEach(name -> cells.add(row.cells().getOrDefault(name, "")));
          out.row(guarded(cells));
        }
      }
    }
  }

  private static List<String> guarded(List<String> cells) {
    return cells.stream().map(FormulaGuard::guard).toList();
  }
}
