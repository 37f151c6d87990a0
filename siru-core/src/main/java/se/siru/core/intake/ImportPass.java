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
import se.siru.core.finding.SiruException;
import se.siru.core.json.Closest;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.RecordType;
import se.siru.core.model.Stakeholder;

/**
 * One reading of all sources without the rows rejected so far. An import passes over its sources until nothing more is
 * rejected, so that a rejected row leaves no trace: no id, no code, no half of a merged record.
 */
final class ImportPass {
  private final Mapping mapping;
  private final Rejections rejections;
  private final @Nullable PseudonymKey key;
  private final Findings refusals = new Findings();
  private final ImportSession session;
  private final Map<String, List<MappedRecord>> records = new LinkedHashMap<>();
  private final Map<String, Map<String, MappedRecord>> byKey = new HashMap<>();
  private final Map<String, Counted> counted = new HashMap<>();
  private final Map<String, Long> merged = new LinkedHashMap<>();
  private final List<ImportReport.Source> sources = new ArrayList<>();
  private final ImportedSources read;
  private final IdentityAnswers answers;
  /** The headers of the tables read, by what findings call the table. */
  private final Map<String, TableHeader> headers = new HashMap<>();
  private long rowsRead;
  private long rowsRejected;

  ImportPass(
      Mapping mapping,
      Rejections rejections,
      @Nullable PseudonymKey key,
      Organisations organisations,
      IdentityAnswers answers) {
    this.mapping = mapping;
    this.key = key;
    this.read = new ImportedSources(mapping);
    this.rejections = rejections;
    this.answers = answers;
    this.session = new ImportSession(mapping.schema(), mapping.collected(), organisations);
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
  boolean run(SourceFiles files) {
    for (Mapping.Literal literal : mapping.literals()) {
      SourceRow row = new SourceRow.OfObject(read.literal(literal.line()), Cell.object(Map.of()));
      RowProblems problems = new RowProblems(row, RowPrivacy.ofNoRow());
      take(List.of(literal.record()), row, problems);
      problems.found().forEach(refusals::add);
    }
    for (SourceMapping source : mapping.readingOrder()) {
      List<SourceFiles.Found> found = files.of(source);
      for (int i = 0; i < found.size(); i++) {
        read(source, found.get(i), read.name(source, found.get(i), i + 1));
      }
    }
    makeNewOrganisations();
    checkAnswers();
    if (!refusals.hasErrors()) {
      rejectDangling();
    }
    return !refusals.hasErrors() && !rejections.hasNew();
  }

  private void read(SourceMapping source, SourceFiles.Found file, String name) {
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
        read.see(name, origin);
        RowPrivacy privacy = new RowPrivacy(source.personal, row, key);
        if (rejections.contains(origin)) {
          rowsRejected++;
          rejections.see(origin, privacy.cells(source.shown()));
          return;
        }
        RowProblems problems = new RowProblems(row, privacy);
        take(source.records, row, problems);
        if (!problems.found().isEmpty()) {
          if (problems.found().stream().anyMatch(why -> why.rule() == IdentityRules.NOT_IDENTIFIED)) {
            session.organisations().askOnly(origin);
          }
          rejections.add(origin, problems.found(), privacy.cells(source.shown()));
        }
      }

      @Override
      public void bad(Finding found, @Nullable SourceRow row) {
        rowsRead++;
        Finding why = RowPrivacy.masked(found);
        Origin origin = Origin.of(why.origin().source(), why.origin().row());
        read.see(name, origin);
        if (rejections.contains(origin)) {
          rowsRejected++;
        } else {
          // the cells may stand in the wrong columns, and so be personal in any
          boolean isHidden = row == null || !source.personal.isEmpty();
          Map<String, String> cells =
              isHidden ? Map.of() : new RowPrivacy(source.personal, row, key).cells(source.shown());
          rejections.add(origin, List.of(why), cells);
        }
      }
    };
    Findings ofFile = new Findings();
    Optional<Readers.Known> known = source.readerOf(file.name());
    if (known.isPresent()) {
      SourceReader reader =
          new SourceReader(source, ReaderInput.of(name, file.path()), known.get(), ofFile, table -> read.table(source, name, table));
      try {
        session.turnTo(reader.numberStyles());
        if (!ofFile.hasErrors()) {
          reader.read(rows);
        }
      } catch (IOException e) {
        throw SiruException.unreadable(file.path(), e);
      }
    } else {
      ofFile.add(ReadingRules.NO_READER, Origin.of(name), "readers", source.readers().toString(),
          "endings", String.join(", ", source.readers().endings()));
    }
    if (ofFile.hasErrors()) { // what is wrong with its rows follows from that
      rejections.forget(name);
    }
    ofFile.list().forEach(finding -> refusals.add(RowPrivacy.masked(finding)));
    sources.add(new ImportReport.Source(name, rowsRead, rowsRejected));
  }

  /** A row that counts once: what it states, and the record that it became part of. */
  private record Counted(List<String> texts, MappedRecord record) {}

  /** Makes the records of a row and keeps them where nothing is wrong with any of them. */
  private void take(List<RecordMapping> mappings, SourceRow row, RowProblems problems) {
    List<MappedRecord> made = new ArrayList<>();
    session.organisations().begin();
    for (RecordMapping record : mappings) {
      record.apply(row, problems, session, made);
    }
    if (!problems.found().isEmpty()) {
      return;
    }
    Map<String, MappedRecord> ofRow = new HashMap<>();
    for (MappedRecord record : made) {
      record.origins().add(problems.origin());
      Counted same = counted(record);
      if (same != null) {
        compare(record, same, problems);
        continue;
      }
      String key = record.mapping().key(record);
      if (key != null) {
        MappedRecord before = byKey.getOrDefault(record.type().name(), Map.of()).get(key);
        MappedRecord beside = ofRow.putIfAbsent(record.type().name() + "\n" + key, record);
        compare(record, before == null ? beside : before, problems);
      }
    }
    if (problems.found().isEmpty()) {
      made.forEach(this::keep);
      made.stream().filter(record -> mapping.resolves() && isStakeholder(record))
          .forEach(record -> session.organisations().know(record, row, problems.privacy()));
      session.organisations().commit(problems.origin());
    }
  }

  private static boolean isStakeholder(MappedRecord record) {
    return record.type().name().equals(Stakeholder.TYPE.name());
  }

  /** The organisations that answers make, as far as rows name them. */
  private void makeNewOrganisations() {
    session.organisations().made().forEach((id, name) -> {
      RecordMapping stated = new RecordMapping(mapping.schema().type(Stakeholder.TYPE.name()),
          List.of(constant(Stakeholder.ID, id), constant(Stakeholder.NAME, name)), null, null, RecordMapping.Merge.SAME);
      SourceRow row = new SourceRow.OfObject(Origin.of(IdentityFile.NAME), Cell.object(Map.of()));
      records.computeIfAbsent(Stakeholder.TYPE.name(), type -> new ArrayList<>());
      take(List.of(stated), row, new RowProblems(row, RowPrivacy.ofNoRow()));
    });
  }

  /** Answers lead to organisations that there are; new ones have an id that nobody has. */
  private void checkAnswers() {
    Organisations organisations = session.organisations();
    Set<String> ids = records.containsKey(Stakeholder.TYPE.name()) ? ids(records.get(Stakeholder.TYPE.name())) : Set.of();
    answers.all().forEach(given -> {
      IdentityAnswer answer = given.answer();
      boolean relevant = answers.fresh().contains(given) || organisations.used().contains(answer);
      boolean isNew = answer.kind() == IdentityAnswer.Kind.NEW;
      if (relevant && answer.kind().isLink() && !ids.contains(answers.follow(answer.id(), ids))) {
        refusals.add(RowPrivacy.masked(Finding.of(IdentityRules.UNKNOWN_ORGANISATION, given.origin().at(UnresolvedFile.ID),
            "text", answer.text(), "value", answer.id(), "suggestion", ids.isEmpty() ? "" : Closest.orAll(answer.id(), ids))));
      } else if (isNew && answers.fresh().contains(given) && organisations.knows(answer.id())
          && !organisations.made().containsKey(answer.id())) {
        refusals.add(RowPrivacy.masked(Finding.of(IdentityRules.ID_TAKEN, given.origin().at(UnresolvedFile.ID),
            "text", answer.text(), "value", answer.id())));
      }
    });
  }

  /** The answers given now about texts that no row has that is kept. */
  List<Finding> answersNotMet() {
    return answers.fresh().stream()
        .filter(given -> !session.organisations().used().contains(given.answer()))
        .map(given -> RowPrivacy.masked(
            Finding.of(IdentityRules.NOT_MET, given.origin(), "text", given.answer().text())))
        .toList();
  }

  private static FieldMapping constant(Field<?> field, String value) {
    return new FieldMapping(field, new From.Constant(List.of(Cell.text(value))));
  }

  private static void compare(MappedRecord record, @Nullable MappedRecord before, RowProblems problems) {
    if (before == null || record.mapping().merge == RecordMapping.Merge.FIRST) {
      return;
    }
    int index = record.conflict(before);
    if (index >= 0) {
      RecordType type = record.type();
      Field<?> field = record.mapping().allFields.get(index);
      Optional<Summed.Part> mine = record.contradicting(before, index);
      Optional<Summed.Part> theirs = before.contradicting(record, index);
      problems.add(MappingRules.CONFLICT, record.mapping().label(field.name()), "type", type.name(), "id", record.id(),
          "field", field.name(),
          "value", mine.map(part -> Summed.cell(part.number())).orElse(String.valueOf(record.cell(index))),
          "other", theirs.map(part -> Summed.cell(part.number())).orElse(String.valueOf(before.cell(index))),
          "place", theirs.map(Summed.Part::row).orElse(before.origins().get(0)).toString());
    }
  }

  private @Nullable Counted counted(MappedRecord record) {
    return record.rowKey() == null ? null : counted.get(record.type().name() + "\n" + record.rowKey());
  }

  /** What is counted once is stated alike wherever it stands. */
  private static void compare(MappedRecord record, Counted same, RowProblems problems) {
    List<String> texts = record.texts();
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).equals(same.texts.get(i))) {
        String field = record.mapping().allFields.get(i).name();
        problems.add(MappingRules.CONFLICT, record.mapping().label(field), "type", record.type().name(), "id", record.id(),
            "field", field, "value", texts.get(i), "other", same.texts.get(i),
            "place", same.record.origins().get(0).toString());
        return;
      }
    }
  }

  private void keep(MappedRecord record) {
    String type = record.type().name();
    Counted same = counted(record);
    if (same != null) {
      same.record.origins().addAll(record.origins());
      merged.merge(type, 1L, Long::sum);
      return;
    }
    List<String> texts = record.texts();
    String key = record.mapping().key(record);
    MappedRecord before =
        key == null ? null : byKey.computeIfAbsent(type, name -> new HashMap<>()).putIfAbsent(key, record);
    if (before == null) {
      records.get(type).add(record);
    } else {
      before.merge(record);
      merged.merge(type, 1L, Long::sum);
    }
    if (record.rowKey() != null) {
      counted.put(type + "\n" + record.rowKey(), new Counted(texts, before == null ? record : before));
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
      if (read.isLiteral(origin) || origin.row() == 0) { // no row that could be left out
        refusals.add(why.apply(origin));
      } else {
        rejections.add(origin, RowPrivacy.masked(why.apply(origin)));
      }
    }
  }

  /** The rows of a record, as people read them. */
  String rows(MappedRecord record) {
    return SourceRowCell.write(record.origins().stream().map(read::span).toList(), "");
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

  /** The files that were read, with their rows. */
  ImportedSources read() {
    return read;
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
