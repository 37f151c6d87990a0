package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonReader;
import se.siru.core.json.JsonText;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;

/** Writes what an import made: the portfolio, the log of ids made of texts, and the rows that were rejected. */
final class ImportFolder {
  /** The rows that were rejected, with the reasons. */
  static final String REJECTED = "rejected.csv";
  /** Every spelling of which an id or code was made. */
  static final String IDENTITY_LOG = "identity-log.csv";

  private static final Set<FieldKind> TYPED =
      EnumSet.of(FieldKind.DATE, FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY);

  private ImportFolder() {}

  /** Writes the folder; a folder that holds no portfolio but other things is left alone. */
  static void write(
      Path folder,
      Mapping mapping,
      ImportPass pass,
      Rejections rejections,
      String language,
      @Nullable PseudonymKey key,
      IdentityAnswers answers,
      Unresolved unresolved) {
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
      writer.cells(schema.type(records.getKey()), cells(schema.type(records.getKey()), records.getValue()));
    }
    writer.beside(fresh -> identityLog(fresh.resolve(IDENTITY_LOG), pass.session()));
    writer.beside(fresh -> unresolved.questions(fresh.resolve(UnresolvedFile.NAME)));
    writer.beside(fresh -> unresolved.nearDuplicates(fresh.resolve(UnresolvedFile.NEAR_DUPLICATES)));
    writer.beside(fresh -> rejected(fresh.resolve(REJECTED), rejections, language));
    // Who is who is decided by people, by hand: a new import must not take it away.
    Path byHand = folder.resolve(IdentityFile.NAME);
    writer.beside(fresh -> IdentityLines.copy(byHand, answers.fresh(), fresh.resolve(IdentityFile.NAME)));
    writer.write(folder);
  }

  /** The warning that the folder holds pseudonyms of another key; empty where it does not. */
  static Optional<Finding> otherKey(Path folder, PseudonymKey key) throws IOException {
    Path descriptor = folder.resolve(DescriptorReader.FILE);
    if (!Files.isRegularFile(descriptor)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(descriptor)) {
      JsonObject earlier = JsonReader.readObject(in, DescriptorReader.FILE, JsonLimits.defaults());
      return earlier.get(DescriptorReader.PSEUDONYM_KEY) instanceof JsonText other && !other.value().equals(key.fingerprint())
          ? Optional.of(Finding.of(PrivacyRules.OTHER_KEY, Origin.of(DescriptorReader.FILE),
              "key", key.fingerprint(), "other", other.value()))
          : Optional.empty();
    } catch (JsonException notOurs) { // then writing the folder says what is wrong with it
      return Optional.empty();
    }
  }

  private static Iterable<List<String>> cells(RecordType type, List<MappedRecord> records) {
    boolean[] typed = new boolean[type.fields().size()];
    for (int i = 0; i < typed.length; i++) {
      Field<?> field = type.fields().get(i);
      typed[i] = TYPED.contains(field.kind());
    }
    return () -> {
      Iterator<MappedRecord> all = records.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return all.hasNext();
        }

        @Override
        public List<String> next() {
          List<String> cells = new ArrayList<>(all.next().texts());
          for (int i = 0; i < typed.length; i++) {
            if (!typed[i]) {
              cells.set(i, FormulaGuard.guard(cells.get(i)));
            }
          }
          return cells;
        }
      };
    };
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
