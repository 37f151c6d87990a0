package se.siru.core.intake;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.RecordType;

/** Describes CSV files to other tools, as Data Package's Table Schema. */
final class TableSchema {
  private TableSchema() {}

  /** The schema of a file with all fields of a type. */
  static JsonObject of(List<Field<?>> columns) {
    return of(columns, false);
  }

  /**
   * The schema of a file, in the order of its columns.
   *
   * @param sourceRows true where a column of source rows stands behind the fields
   */
  static JsonObject of(List<Field<?>> columns, boolean sourceRows) {
    List<JsonObject> fields = new ArrayList<>();
    for (Field<?> field : columns) {
      fields.add(field(field));
    }
    if (sourceRows) {
      fields.add(JsonObject.builder().put("name", RecordType.SOURCE_ROWS).put("type", "string").put("title", "Source rows")
          .put("description", "The rows of the source that the record was made of.").build());
    }
    return JsonObject.builder()
        .put("fields", JsonArray.copyOf(fields))
        .put("missingValues", List.of(""))
        .build();
  }

  private static JsonObject field(Field<?> field) {
    JsonObject.Builder entry = JsonObject.builder().put("name", field.name()).put("type", type(field));
    String title = field.label().in("en");
    String description = field.doc().in("en");
    if (!title.isEmpty()) {
      entry.put("title", title);
    }
    if (!description.isEmpty()) {
      entry.put("description", description);
    }
    JsonObject.Builder constraints = JsonObject.builder();
    if (field.required()) {
      constraints.put("required", true);
    }
    if (field.least() != null) {
      constraints.put("minimum", JsonNumber.of(field.least()));
    }
    if (field.most() != null) {
      constraints.put("maximum", JsonNumber.of(field.most()));
    }
    JsonObject stated = constraints.build();
    return (stated.size() == 0 ? entry : entry.put("constraints", stated)).build();
  }

  private static String type(Field<?> field) {
    if (field.kind() == FieldKind.DATE) {
      return "date";
    }
    if (field.kind() == FieldKind.INTEGER) {
      return "integer";
    }
    return field.kind() == FieldKind.DECIMAL || field.kind() == FieldKind.MONEY ? "number" : "string";
  }
}
