package se.siru.core.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.RecordType;

/**
 * One reading of all sources without the rows rejected so far. An import passes over its sources until nothing more is
 * rejected, so that a rejected row leaves no trace: no id, no code, no half of a merged record.
 */
final class ImportPass {
  private final Mapping mapping;
  /** What findings call the records that the mapping states itself; no file has that name. */
  private final String literals;
  private final Rejections rejections;
  private final Findings refusals = new Findings();
  private final ImportSession session;
  private final Map<String, List<MappedRecord>> records = new LinkedHashMap<>();
  private final Map<String, Map<String, MappedRecord>> byKey = new HashMap<>();
  private final Map<String, Long> merged = new LinkedHashMap<>();
  private final List<ImportReport.Source> sources = new ArrayList<>();
  /** The headers of the tables read, by what findings call the table. */
  private final Map<String, TableHeader> headers = new HashMap<>();
  private long rowsRead;
  private long rowsRejected;

  ImportPass(Mapping mapping, Rejections rejections) {
    this.mapping = mapping;
    this.literals = mapping.source() + "#/literals";
    this.rejections = rejections;
    this.session = new ImportSession(mapping.schema(), mapping.collected());
    for (RecordType type : mapping.schema().types()) {
      boolean stated =
          mapping.literals().stream().anyMatch(literal -> literal.record().type.name().equals(type.name()));
      boolean mapped =
          mapping.sources().stream()
              .flatMap(source -> source.records.stream())
              .anyMatch(record -> record.type.name().equals(type.name()));
      if (stated || mapped) {
        records.put(type.name(), new ArrayList<>());
      }
    }
  }

  /** Reads everything; false where a source or a literal record made that impossible, or where rows were rejected. */
  boolean run(SourceFiles files) throws IOException {
    for (Mapping.Literal literal : mapping.literals()) {
      SourceRow row = new SourceRow.OfObject(Origin.of(literals, literal.line()), Cell.object(Map.of()));
      RowProblems problems = new RowProblems(row);
      take(List.of(literal.record()), row, problems);
      problems.found().forEach(refusals::add);
    }
    for (SourceMapping source : mapping.sources()) {
      for (SourceFiles.Found file : files.of(source)) {
        read(source, file);
      }
    }
    if (!refusals.hasErrors()) {
      rejectDangling();
    }
    return !refusals.hasErrors() && !rejections.hasNew();
  }

  private void read(SourceMapping source, SourceFiles.Found file) throws IOException {
    rowsRead = 0;
    rowsRejected = 0;
    SourceReader.Rows rows = new SourceReader.Rows() {
      @Override
      public void header(String place, TableHeader header) {
        headers.put(place, header);
      }

      @Override
      public void row(SourceRow row) {
        rowsRead++;
        Origin origin = row.origin();
        if (rejections.contains(origin)) {
          rowsRejected++;
          rejections.see(origin, row.cells(source.wanted()));
          return;
        }
        RowProblems problems = new RowProblems(row);
        take(source.records, row, problems);
        if (!problems.found().isEmpty()) {
          rejections.add(origin, problems.found(), row.cells(source.wanted()));
        }
      }

      @Override
      public void bad(Finding why, @Nullable SourceRow row) {
        rowsRead++;
        Origin origin = Origin.of(why.origin().source(), why.origin().row());
        if (rejections.contains(origin)) {
          rowsRejected++;
        } else {
          rejections.add(origin, List.of(why), row == null ? Map.of() : row.cells(source.wanted()));
        }
      }
    };
    Findings ofFile = new Findings();
    Optional<Readers.Known> known = source.readerOf(file.name());
    if (known.isPresent()) {
      SourceReader reader =
          new SourceReader(source, ReaderInput.of(file.name(), file.path()), known.get(), ofFile);
      session.turnTo(reader.numberStyles());
      if (!ofFile.hasErrors()) {
        reader.read(rows);
      }
    } else {
      ofFile.add(ReadingRules.NO_READER, Origin.of(file.name()), "readers", source.readers().toString(),
          "endings", String.join(", ", source.readers().endings()));
    }
    if (ofFile.hasErrors()) { // what is wrong with its rows follows from that
      rejections.forget(file.name());
    }
    refusals.addAll(ofFile);
    sources.add(new ImportReport.Source(file.name(), rowsRead, rowsRejected));
  }

  /** Makes the records of a row and keeps them where nothing is wrong with any of them. */
  private void take(List<RecordMapping> mappings, SourceRow row, RowProblems problems) {
    List<MappedRecord> made = new ArrayList<>();
    for (RecordMapping record : mappings) {
      record.apply(row, problems, session, made);
    }
    if (!problems.found().isEmpty()) {
      return;
    }
    Map<String, MappedRecord> ofRow = new HashMap<>();
    for (MappedRecord record : made) {
      record.origins().add(problems.origin());
      String key = record.mapping().key(record);
      if (key != null) {
        MappedRecord before = byKey.getOrDefault(record.type().name(), Map.of()).get(key);
        MappedRecord beside = ofRow.putIfAbsent(record.type().name() + "\n" + key, record);
        compare(record, before == null ? beside : before, problems);
      }
    }
    if (problems.found().isEmpty()) {
      made.forEach(this::keep);
    }
  }

  private static void compare(MappedRecord record, @Nullable MappedRecord before, RowProblems problems) {
    if (before == null || record.mapping().merge == RecordMapping.Merge.FIRST) {
      return;
    }
    int index = record.conflict(before);
    if (index >= 0) {
      RecordType type = record.type();
      Field<?> field = record.mapping().allFields.get(index);
      problems.add(MappingRules.CONFLICT, record.mapping().label(field.name()), "type", type.name(), "id", record.id(),
          "field", field.name(), "value", String.valueOf(record.cell(index)),
          "other", String.valueOf(before.cell(index)), "place", before.origins().get(0).toString());
    }
  }

  private void keep(MappedRecord record) {
    String type = record.type().name();
    String key = record.mapping().key(record);
    MappedRecord before =
        key == null ? null : byKey.computeIfAbsent(type, name -> new HashMap<>()).putIfAbsent(key, record);
    if (before == null) {
      records.get(type).add(record);
    } else {
      before.merge(record);
      merged.merge(type, 1L, Long::sum);
    }
  }

  private void rejectDangling() {
    Map<String, Set<String>> ids = new HashMap<>();
    records.forEach((type, made) -> ids.put(type, ids(made)));
    for (List<MappedRecord> made : records.values()) {
      for (MappedRecord record : made) {
        List<Field<?>> fields = record.mapping().allFields;
        for (int i = 0; i < fields.size(); i++) {
          if (fields.get(i).kind() == FieldKind.REFERENCE) {
            rejectDangling(record, i, ids.getOrDefault(fields.get(i).target(), Set.of()));
          }
        }
      }
    }
  }

  private static Set<String> ids(List<MappedRecord> made) {
    Set<String> ids = new HashSet<>();
    made.forEach(record -> ids.add(record.id()));
    return ids;
  }

  private void rejectDangling(MappedRecord record, int index, Set<String> ids) {
    Field<?> field = record.mapping().allFields.get(index);
    for (String id : record.values(index)) {
      if (!ids.contains(id)) {
        String label = record.mapping().label(field.name());
        reject(record, origin -> Finding.of(MappingRules.NO_SUCH_RECORD, at(origin, label),
            "type", String.valueOf(field.target()), "value", id));
      }
    }
  }

  /** Rejects all rows that state a record; each gets its own finding. */
  void reject(MappedRecord record, Function<Origin, Finding> why) {
    for (Origin origin : record.origins()) {
      if (origin.source().equals(literals)) {
        refusals.add(why.apply(origin));
      } else {
        rejections.add(origin, why.apply(origin));
      }
    }
  }

  /** A column of a row, called what people know it by. */
  Origin at(Origin row, String label) {
    TableHeader header = headers.get(row.source());
    return row.at(header == null ? label : header.place(label));
  }

  /** What makes the import as a whole impossible. */
  Findings refusals() {
    return refusals;
  }

  ImportSession session() {
    return session;
  }

  List<ImportReport.Source> sources() {
    return sources;
  }

  /** The records made, by type, in the order of the schema. */
  Map<String, List<MappedRecord>> records() {
    return records;
  }

  Map<String, Long> recordsMade() {
    Map<String, Long> counts = new LinkedHashMap<>();
    records.forEach((type, made) -> counts.put(type, (long) made.size()));
    return Collections.unmodifiableMap(counts);
  }

  Map<String, Long> merged() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(merged));
  }
}
