package se.siru.core.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonWriter;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.RecordType;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Codelist;
import se.siru.core.vocabulary.CodelistFormat;

/** Writes what an import made: the portfolio, the log of ids made of texts, and the rows that were rejected. */
final class ImportFolder {
  /** The rows that were rejected, with the reasons. */
  static final String REJECTED = "rejected.csv";
  /** Every spelling of which an id or code was made. */
  static final String IDENTITY_LOG = "identity-log.csv";

  private static final Set<FieldKind> TYPED =
      EnumSet.of(FieldKind.DATE, FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY);
  private static final String LISTS = "codelists";

  private final Path folder;
  private final Mapping mapping;
  private final ImportPass pass;
  private final List<Codelist> lists = new ArrayList<>();

  private ImportFolder(Path folder, Mapping mapping, ImportPass pass) {
    this.folder = folder;
    this.mapping = mapping;
    this.pass = pass;
    mapping.ownLists().stream().filter(list -> !mapping.collected().containsKey(list.id())).forEach(lists::add);
    lists.addAll(pass.session().collectedLists());
  }

  static void write(Path folder, Mapping mapping, ImportPass pass, Rejections rejections, String language) {
    try {
      ImportFolder target = new ImportFolder(folder, mapping, pass);
      target.prepare();
      target.records();
      target.lists();
      target.descriptor();
      target.identityLog();
      target.rejected(rejections, language);
    } catch (IOException e) {
      throw unwritable(folder, e);
    } catch (UncheckedIOException e) {
      throw unwritable(folder, e.getCause());
    }
  }

  private static SiruException unwritable(Path folder, IOException cause) {
    return new SiruException(ErrorCode.UNWRITABLE, folder + " cannot be written: " + cause, cause);
  }

  /** Makes the folder, or empties it of an earlier portfolio; a folder with other things in it is left alone. */
  private void prepare() throws IOException {
    Files.createDirectories(folder);
    boolean portfolio = Files.isRegularFile(folder.resolve(DescriptorReader.FILE));
    boolean empty;
    try (Stream<Path> files = Files.list(folder)) {
      empty = files.findAny().isEmpty();
    }
    if (!empty && !portfolio) {
      throw new SiruException(ErrorCode.UNWRITABLE, folder + " is not empty and holds no portfolio");
    }
    // What people add by hand, such as identity.csv, stays.
    List<Path> ours = new ArrayList<>(List.of(folder.resolve(REJECTED), folder.resolve(IDENTITY_LOG)));
    mapping.schema().types().forEach(type -> ours.add(folder.resolve(type.plural() + ".csv")));
    Path oldLists = folder.resolve(LISTS);
    if (Files.isDirectory(oldLists)) {
      try (Stream<Path> files = Files.list(oldLists)) {
        ours.addAll(files.filter(Files::isRegularFile).toList());
      }
    }
    for (Path file : ours) {
      Files.deleteIfExists(file);
    }
  }

  private void records() throws IOException {
    for (Map.Entry<String, List<MappedRecord>> records : pass.records().entrySet()) {
      RecordType type = mapping.schema().type(records.getKey());
      List<Integer> columns = columns(type, records.getValue());
      try (CsvFile file = CsvFile.create(folder.resolve(type.plural() + ".csv"))) {
        file.row(columns.stream().map(column -> type.fields().get(column).name()).toList());
        for (MappedRecord record : records.getValue()) {
          file.row(columns.stream().map(column -> cell(record, column)).toList());
        }
      }
    }
  }

  private static String cell(MappedRecord record, int column) {
    String cell = record.cell(column);
    if (cell == null) {
      return "";
    }
    return TYPED.contains(record.mapping().allFields.get(column).kind()) ? cell : CellReader.guarded(cell);
  }

  /** The fields that the mapping names or any record states, by index. */
  private static List<Integer> columns(RecordType type, List<MappedRecord> records) {
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < type.fields().size(); i++) {
      int column = i;
      if (type.fields().get(i).required() || records.stream().anyMatch(record -> record.cell(column) != null)) {
        columns.add(i);
      }
    }
    return columns;
  }

  private void lists() throws IOException {
    if (!lists.isEmpty()) {
      Files.createDirectories(folder.resolve(LISTS));
    }
    for (Codelist list : lists) {
      try (OutputStream out = Files.newOutputStream(folder.resolve(path(list)))) {
        CodelistFormat.write(list, out);
      }
    }
  }

  private static String path(Codelist list) {
    return LISTS + "/" + list.id().replace(':', '.') + ".json";
  }

  private void descriptor() throws IOException {
    Mapping.Header header = mapping.header();
    JsonObject.Builder root = JsonObject.builder().put("name", header.name());
    if (!header.title().isEmpty()) {
      root.put("title", texts(header.title()));
    }
    root.put("siru", Descriptor.FORMAT).put("siru:currency", header.currency());
    if (header.recordedAt() != null) {
      root.put("siru:recorded-at", header.recordedAt().toString());
    }
    if (!lists.isEmpty()) {
      root.put("siru:codelists", lists.stream().map(ImportFolder::path).toList());
    }
    if (!mapping.schema().extraFields().isEmpty()) {
      root.put("siru:fields", JsonArray.copyOf(mapping.schema().extraFields().stream().map(ImportFolder::field).toList()));
    }
    List<JsonObject> resources = new ArrayList<>();
    for (String name : pass.records().keySet()) {
      RecordType type = mapping.schema().type(name);
      resources.add(
          JsonObject.builder()
              .put("name", type.plural())
              .put("path", type.plural() + ".csv")
              .put("siru:type", name)
              .build());
    }
    root.put("resources", JsonArray.copyOf(resources));
    try (OutputStream out = Files.newOutputStream(folder.resolve(DescriptorReader.FILE))) {
      JsonWriter.indented(out).write(root.build()).finish();
    }
  }

  private static JsonObject field(Field<?> field) {
    JsonObject.Builder entry =
        JsonObject.builder()
            .put("type", field.type())
            .put("name", field.name())
            .put("kind", field.kind().name().toLowerCase(java.util.Locale.ROOT));
    if (field.codelist() != null) {
      entry.put("codelist", field.codelist()).put("many", field.many());
    }
    if (field.kind() == FieldKind.DECIMAL) {
      entry.put("scale", field.scale());
    }
    if (field.required()) {
      entry.put("required", true);
    }
    if (field.least() != null) {
      entry.put("minimum", field.least());
    }
    if (field.most() != null) {
      entry.put("maximum", field.most());
    }
    return entry.put("label", texts(field.label())).put("doc", texts(field.doc())).build();
  }

  private static JsonObject texts(LocalizedText text) {
    JsonObject.Builder object = JsonObject.builder();
    text.asMap().forEach(object::put);
    return object.build();
  }

  private void identityLog() throws IOException {
    List<Identities.Spelling> spellings = pass.session().identities().all();
    if (spellings.isEmpty()) {
      return;
    }
    try (CsvFile file = CsvFile.create(folder.resolve(IDENTITY_LOG))) {
      file.row(List.of("of", "id", "text", "count", "first-source", "first-row"));
      for (Identities.Spelling spelling : spellings) {
        file.guarded(List.of(spelling.space, spelling.id, spelling.text, Long.toString(spelling.count),
            spelling.source, Long.toString(spelling.row)));
      }
    }
  }

  /** One line a reason. Only columns that the mapping reads are copied: others may hold what must not spread. */
  private void rejected(Rejections rejections, String language) throws IOException {
    if (rejections.isEmpty()) {
      return;
    }
    Set<String> columns = new LinkedHashSet<>();
    rejections.rows().forEach(row -> columns.addAll(row.cells().keySet()));
    List<String> own = List.of("source", "row", "rule", "column", "message");
    try (CsvFile file = CsvFile.create(folder.resolve(REJECTED))) {
      file.guarded(Stream.concat(own.stream(), columns.stream().map(name -> own.contains(name) ? "source: " + name : name))
          .toList());
      for (Rejections.Row row : rejections.rows()) {
        for (Finding why : row.why()) {
          List<String> cells = new ArrayList<>(List.of(why.origin().source(), Long.toString(why.origin().row()),
              why.rule().id(), why.origin().column() == null ? "" : why.origin().column(), why.message(language)));
          columns.forEach(name -> cells.add(row.cells().getOrDefault(name, "")));
          file.guarded(cells);
        }
      }
    }
  }
}
