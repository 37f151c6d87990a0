package se.siru.core.intake;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonValue;
import se.siru.core.json.JsonWriter;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.stability.Experimental;

/**
 * A mapping of foreign files, drafted from their headers and values. It has what is sure; what is not is left out and
 * told in {@link #notes}, with what it might be and what to add to the mapping then. Columns that look personal are marked
 * as such, and their values are never shown.
 *
 * <p>The same files give the same draft. Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class MappingDraft {
  /** Record types that a table of an agency is not about: their records are stated, or come from other programs. */
  private static final List<String> NOT_IN_TABLES = List.of("programme");

  private final String mapping;
  private final List<DraftNotes> notes;
  private final List<Finding> findings;
  private final List<Finding> toDo;

  private MappingDraft(String mapping, List<DraftNotes> notes, List<Finding> findings, List<Finding> toDo) {
    this.mapping = mapping;
    this.notes = List.copyOf(notes);
    this.findings = List.copyOf(findings);
    this.toDo = List.copyOf(toDo);
  }

  /**
   * Drafts a mapping.
   *
   * @param files the files; the first rows of each table are looked at
   * @param readers the readers at hand
   * @param type the record type that the rows are; null to have it guessed for each table
   * @throws IllegalArgumentException where there is no such record type
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where a file cannot be read
   */
  public static MappingDraft of(List<Path> files, Readers readers, @Nullable String type) throws IOException {
    requireNonNull(readers, "readers");
    Schema schema = Schema.standard();
    if (type != null && schema.find(type).isEmpty()) {
      throw new IllegalArgumentException("no record type " + type);
    }
    ColumnNames names = ColumnNames.of(schema);
    Findings findings = new Findings();
    TableSampler sampler = new TableSampler(names, readers, findings);
    List<JsonValue> sources = new ArrayList<>();
    List<DraftNotes> notes = new ArrayList<>();
    for (Path file : files) {
      for (RawTable raw : tables(sampler, file)) {
        FoundTable table = FoundTable.in(raw, names);
        if (table == null) {
          notes.add(DraftNotes.ofNoTable(raw));
          continue;
        }
        List<TypeGuess> guesses = guesses(table, names, schema, type);
        TypeGuess best = guesses.get(0);
        String prefix = best.type.name() + "-" + (sources.size() + 1);
        DraftSource source = new DraftSource(table, best, names, schema, prefix);
        boolean any = !best.taken.isEmpty() || best.takesPersons();
        if (any) {
          sources.add(source.json());
        }
        notes.add(new DraftNotes(table, guesses, type != null, any, names, schema, source));
      }
    }
    byte[] json = json(sources);
    Findings toDo = new Findings();
    Mapping.read(new ByteArrayInputStream(json), "mapping.json", readers, toDo);
    return new MappingDraft(new String(json, StandardCharsets.UTF_8), notes, findings.list(), toDo.list());
  }

  private static List<RawTable> tables(TableSampler sampler, Path file) {
    try {
      if (!Files.exists(file)) {
        throw new NoSuchFileException(file.toString());
      }
      if (!Files.isRegularFile(file)) { // nor a pipe or device, for a draft reads it several times
        throw new IOException("it is no file");
      }
      return sampler.tables(ReaderInput.of(InputFile.name(file), file));
    } catch (IOException e) {
      throw SiruException.unreadable(file, e);
    }
  }

  private static List<TypeGuess> guesses(FoundTable table, ColumnNames names, Schema schema, @Nullable String type) {
    PersonRoles persons = new PersonRoles(table, names);
    List<TypeGuess> guesses = new ArrayList<>();
    for (RecordType each : schema.types()) {
      if (type == null ? !NOT_IN_TABLES.contains(each.name()) : each.name().equals(type)) {
        guesses.add(new TypeGuess(each, table, persons, names, schema));
      }
    }
    guesses.sort(Comparator.comparingDouble((TypeGuess guess) -> -guess.score())); // stable: by the order of types
    return guesses;
  }

  private static byte[] json(List<JsonValue> sources) throws IOException {
    JsonObject operation = JsonObject.builder().put("id", "operation").put("level", "operation").build();
    JsonObject mapping = JsonObject.builder()
        .put("siru", Mapping.FORMAT)
        .put("portfolio", JsonObject.builder().put("name", "draft").build())
        .put("literals", JsonObject.builder().put("programme", JsonArray.of(operation)).build())
        .put("sources", JsonArray.copyOf(sources))
        .build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonWriter.indented(bytes).write(mapping).finish();
    return bytes.toByteArray();
  }

  /** The mapping, as a file of the format {@value Mapping#FORMAT}. */
  public String mapping() {
    return mapping;
  }

  /** What was guessed and why, what is unsure and what is personal, as Markdown in a language. */
  public String notes(String language) {
    StringBuilder text = new StringBuilder();
    notes.forEach(note -> note.write(language, text));
    return text.toString();
  }

  /** True where an import accepts the mapping as it is, and no file was left out. */
  public boolean isComplete() {
    return findings.isEmpty() && toDo.isEmpty() && !notes.isEmpty() && notes.stream().allMatch(DraftNotes::isMapped);
  }

  /** Why files could not be read. */
  public List<Finding> findings() {
    return findings;
  }

  /** What an import would find wrong with the mapping as it is: what has to be stated first. */
  public List<Finding> toDo() {
    return toDo;
  }
}
