package se.siru.core.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.intake.RecordMapping.Merge;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonValue;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;

/** Reads what a mapping says about the records of one source. */
final class RecordMappingReader {
  private final String source;
  private final Schema schema;
  private final Findings findings;
  private final FieldMappingReader fields;

  RecordMappingReader(String source, Schema schema, Findings findings) {
    this.source = source;
    this.schema = schema;
    this.findings = findings;
    this.fields = new FieldMappingReader(source, schema, findings);
  }

  /** Turns to the next source; its rows are those of a table unless they may nest. */
  void begin(boolean mayNest, List<String> unknownTokens) {
    fields.begin(mayNest, unknownTokens);
  }

  /** The record type of a name; empty, and a finding, where there is none. */
  Optional<RecordType> type(JsonAccess at, String name) {
    Optional<RecordType> type = schema.find(name);
    if (type.isEmpty()) {
      MappingReader.unknownName(
          findings, source, at, "record type", name, schema.types().stream().map(RecordType::name).toList());
    }
    return type;
  }

  /** A record whose fields are stated as they are. */
  RecordMapping literal(JsonAccess entry, RecordType type) {
    List<FieldMapping> constants = new ArrayList<>();
    for (String name : entry.json().members().keySet()) {
      Optional<Field<?>> field = field(entry, type, name);
      List<Cell> values = entry.value(name).map(JsonCells::cell).map(SourceRow::values).orElse(null);
      if (values == null) {
        add(MappingRules.NOT_A_VALUE, entry);
      } else if (field.isPresent()) {
        constants.add(new FieldMapping(field.get(), new From.Constant(values)));
      }
    }
    RecordMapping literal = new RecordMapping(type, constants, null, null, Merge.SAME);
    checkRequired(entry, literal);
    return literal;
  }

  /** How rows become records of a type. */
  Optional<RecordMapping> record(JsonAccess entry) {
    Optional<RecordType> type = entry.requiredText("type").flatMap(name -> type(entry, name));
    RecordMapping.When when = entry.object("when").map(stated -> condition(stated, "when")).orElse(null);
    RecordMapping.Each each = entry.object("each").map(this::each).orElse(null);
    Optional<Merge> merge = entry.choice("merge", RecordMapping.MERGES);
    Optional<JsonAccess> byName = entry.requiredObject("fields");
    Optional<JsonAccess> knownAs = entry.object("known-as");
    RowKey oncePer = fields.origins().oncePer(entry, each != null);
    entry.finish();
    if (type.isEmpty() || byName.isEmpty()) {
      return Optional.empty();
    }
    List<FieldMapping> mapped = new ArrayList<>();
    for (Map.Entry<String, JsonValue> member : byName.get().json().members().entrySet()) {
      field(byName.get(), type.get(), member.getKey())
          .map(field -> fields.field(byName.get(), field, each != null))
          .ifPresent(mapped::add);
    }
    boolean hasId = mapped.stream().anyMatch(field -> field.field.role() == FieldRole.ID);
    RecordMapping record =
        new RecordMapping(type.get(), mapped, when, each, merge.orElse(hasId ? Merge.SAME : Merge.NEVER), oncePer);
    knownAs.ifPresent(columns -> record.knownAs = knownAs(columns, type.get()));
    if (record.merge == Merge.SUM && !hasId) {
      add(MappingRules.UNUSABLE, entry, "member", "merge", "found", "sum", "allowed", "records with an id");
    }
    for (FieldMapping field : mapped) {
      if (field.oncePer != null && record.merge != Merge.SUM) {
        add(MappingRules.UNUSABLE, entry, "member", "once-per", "found", field.field.name(), "allowed", "\"merge\": \"sum\"");
      }
    }
    checkRequired(entry, record);
    return Optional.of(record);
  }

  private KnownAs knownAs(JsonAccess entry, RecordType type) {
    KnownAs columns = new KnownAs(entry.texts("name"), entry.texts("number"), entry.texts("domain"));
    entry.finish();
    if (!type.name().equals(Stakeholder.TYPE.name())) {
      add(MappingRules.UNUSABLE, entry, "member", "known-as", "found", type.name(), "allowed", Stakeholder.TYPE.name());
    }
    return columns;
  }

  private void checkRequired(JsonAccess entry, RecordMapping record) {
    for (Field<?> field : record.unmappedRequired()) {
      add(MappingRules.REQUIRED, entry, "field", field.name(), "type", record.type.name());
    }
  }

  private Optional<Field<?>> field(JsonAccess at, RecordType type, String name) {
    Optional<Field<?>> field = type.field(name);
    if (field.isEmpty()) {
      MappingReader.unknownName(
          findings, source, at, "field of " + type.name(), name, type.fields().stream().map(Field::name).toList());
    }
    return field;
  }

  /** A condition on one column; null, and a finding, where it is none. */
  RecordMapping.@Nullable When condition(JsonAccess entry, String member) {
    return fields.origins().when(entry, member);
  }

  private RecordMapping.Each each(JsonAccess entry) {
    RecordMapping.Each each = new RecordMapping.Each(OriginReader.column(entry), entry.text("split").orElse(null));
    if (each.split() != null && each.split().isEmpty()) {
      add(MappingRules.UNUSABLE, entry, "member", "split", "found", "", "allowed", ", ;");
    }
    entry.finish();
    return each;
  }

  private void add(Rule rule, JsonAccess at, String... namesAndValues) {
    findings.add(rule, JsonFindings.origin(source, at.position()), namesAndValues);
  }
}
