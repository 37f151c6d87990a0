package se.siru.core.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.model.Activity;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Participation;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;

/** Writes what was guessed about a table as a source of a mapping. */
final class DraftSource {
  private static final List<String> IDENTITY = List.of("nfc", "blanks", "case");
  private static final String COLUMN = "column";

  private final FoundTable table;
  private final TypeGuess guess;
  private final ColumnNames names;
  private final ValueFit fit;
  /** Tells the records of this table from those of others. */
  private final String prefix;

  DraftSource(FoundTable table, TypeGuess guess, ColumnNames names, Schema schema, String prefix) {
    this.table = table;
    this.guess = guess;
    this.names = names;
    this.fit = new ValueFit(schema, names);
    this.prefix = prefix;
  }

  JsonObject json() {
    JsonObject.Builder source = JsonObject.builder().put("files", table.raw.file());
    putText(source, "sheet", table.raw.table());
    putText(source, "separator", table.raw.separator());
    if (!table.raw.named() && table.headerRow > 1) {
      source.put("header-row", table.headerRow);
    }
    if (table.firstRow > 0) {
      source.put("first-row", table.firstRow);
    }
    ColumnProfile totals = table.totalsColumn;
    if (totals != null) {
      source.put("skip-where", JsonObject.builder().put(COLUMN, table.reference(totals)).put("in", table.totals).build());
    }
    Set<String> unknown = new LinkedHashSet<>();
    guess.taken.forEach(match -> unknown.addAll(match.column().unknown));
    if (!unknown.isEmpty()) {
      source.put("unknown", unknown);
    }
    List<String> personal = guess.persons.columns().stream().filter(this::isNotTaken).map(table::reference).toList();
    if (!personal.isEmpty()) {
      source.put("personal", personal);
    }
    return source.put("records", JsonArray.copyOf(records())).build();
  }

  private boolean isNotTaken(ColumnProfile column) {
    return guess.taken.stream().noneMatch(match -> match.column() == column);
  }

  private static void putText(JsonObject.Builder into, String name, @Nullable String text) {
    if (text != null) {
      into.put(name, text);
    }
  }

  private List<JsonValue> records() {
    List<JsonValue> records = new ArrayList<>();
    for (ColumnMatch match : guess.taken) {
      if (match.via() == null && match.field().kind() == FieldKind.REFERENCE) {
        records.add(named(match));
      }
    }
    if (guess.takesPersons()) {
      records.add(person());
    }
    records.add(main());
    return records;
  }

  /** The record that a row names in passing. */
  JsonObject named(ColumnMatch match) {
    Field<?> reference = match.field();
    String target = String.valueOf(reference.target());
    String split = reference.many() ? ValueFit.nameSeparator(match.column()) : null;
    JsonObject.Builder record = JsonObject.builder().put("type", target);
    JsonObject.Builder fields = JsonObject.builder();
    if (split == null) {
      if (!reference.required()) {
        record.put("when", JsonObject.builder().put(COLUMN, table.reference(match.column())).put("present", true).build());
      }
      fields.put("id", referring(match)).put("name", table.reference(match.column()));
    } else {
      record.put("each", JsonObject.builder().put(COLUMN, table.reference(match.column())).put("split", split).build());
      fields.put("id", JsonObject.builder().put("each", true).put("identity", IDENTITY).build());
      fields.put("name", JsonObject.builder().put("each", true).build());
    }
    if (target.equals(Stakeholder.TYPE.name())) {
      record.put("merge", "first");
    }
    guess.taken.stream()
        .filter(other -> reference.equals(other.via()))
        .forEach(other -> fields.put(other.field().name(), value(other)));
    if (isDated(reference)) {
      guess.taken(Participation.DATE).ifPresent(day ->
          fields.put(Activity.START.name(), value(day)).put(Activity.END.name(), value(day)));
    }
    return record.put("fields", fields.build()).build();
  }

  /** An activity of one name on two days is two activities. */
  private boolean isDated(Field<?> reference) {
    return reference.equals(Participation.ACTIVITY) && guess.taken(Participation.DATE).isPresent();
  }

  private JsonObject referring(ColumnMatch match) {
    JsonObject.Builder id = JsonObject.builder();
    if (isDated(match.field())) {
      String day = guess.taken(Participation.DATE).map(date -> table.reference(date.column())).orElse("");
      id.put("compose", List.of(table.reference(match.column()), day));
    } else {
      id.put(COLUMN, table.reference(match.column()));
    }
    String split = match.field().many() ? ValueFit.nameSeparator(match.column()) : null;
    putText(id, "split", split);
    return id.put("identity", IDENTITY).build();
  }

  private JsonObject person() {
    JsonObject.Builder fields = JsonObject.builder()
        .put("id", pseudonym())
        .put("kind", JsonObject.builder().put("constant", "person").build());
    guess.persons.first(PersonRoles.GENDER).ifPresent(column -> {
      JsonObject.Builder map = JsonObject.builder();
      names.spellings(Stakeholder.GENDER.codelist()).forEach(map::put);
      fields.put(Stakeholder.GENDER.name(), JsonObject.builder()
          .put(COLUMN, table.reference(column)).put("map", map.build()).put("otherwise", "unknown").build());
    });
    return JsonObject.builder()
        .put("type", Stakeholder.TYPE.name()).put("merge", "first").put("fields", fields.build()).build();
  }

  private JsonObject pseudonym() {
    List<JsonValue> keys = new ArrayList<>();
    Optional<ColumnMatch> organisation = guess.taken(Participation.ORGANISATIONS);
    for (List<ColumnProfile> columns : guess.persons.keys()) {
      List<JsonValue> parts = new ArrayList<>();
      columns.forEach(column -> parts.add(JsonText.of(table.reference(column))));
      boolean names = columns.stream().anyMatch(column -> !guess.persons.of(column)
          .filter(role -> role.equals(PersonRoles.NUMBER) || role.equals(PersonRoles.EMAIL)).isPresent());
      if (names && organisation.isPresent()) { // names alone are shared by many
        parts.add(JsonObject.builder()
            .put(COLUMN, table.reference(organisation.get().column())).put("personal", false).build());
      }
      keys.add(JsonArray.copyOf(parts));
    }
    return JsonObject.builder().put("pseudonym", JsonArray.copyOf(keys)).build();
  }

  private JsonObject main() {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    for (Field<?> field : guess.type.fields()) {
      Optional<ColumnMatch> match = guess.taken(field).filter(taken -> taken.via() == null);
      if (match.isPresent()) {
        fields.put(field.name(), value(match.get()));
      } else if (field.role() == FieldRole.ID) {
        fields.put(field.name(), madeId());
      } else if (field.equals(Participation.PERSON) && guess.takesPersons()) {
        fields.put(field.name(), pseudonym());
      }
    }
    JsonObject.Builder record = JsonObject.builder().put("type", guess.type.name());
    JsonObject.Builder made = JsonObject.builder();
    fields.forEach(made::put);
    return record.put("fields", made.build()).build();
  }

  /** The id of records that have none: their name, or their row. */
  private JsonObject madeId() {
    Optional<ColumnMatch> name = guess.taken.stream()
        .filter(match -> match.via() == null && match.field().name().equals("name") && guess.type.isEntity())
        .findFirst();
    if (name.isEmpty()) {
      return JsonObject.builder()
          .put("compose", JsonArray.of(
              JsonObject.builder().put("constant", prefix).build(), JsonObject.builder().put("row", true).build()))
          .build();
    }
    Optional<ColumnMatch> start = guess.taken(Activity.START);
    JsonObject.Builder id = JsonObject.builder();
    if (start.isPresent()) {
      id.put("compose", List.of(table.reference(name.get().column()), table.reference(start.get().column())));
    } else {
      id.put(COLUMN, table.reference(name.get().column()));
    }
    return id.put("identity", IDENTITY).build();
  }

  /** How a field is read: the name of its column, where that says it all. */
  JsonValue value(ColumnMatch match) {
    return match.field().kind() == FieldKind.REFERENCE ? referring(match) : stated(match);
  }

  private JsonValue stated(ColumnMatch match) {
    ColumnProfile column = match.column();
    Field<?> field = match.field();
    JsonObject.Builder made = JsonObject.builder().put(COLUMN, table.reference(column));
    switch (field.kind()) {
      case DATE -> {
        List<String> patterns = column.dayPatterns();
        if (!patterns.isEmpty() && !patterns.equals(List.of("yyyy-MM-dd"))) {
          made.put("date", patterns);
        }
      }
      case INTEGER, DECIMAL, MONEY -> {
        if (column.hasWrittenNumbers()) {
          made.put("number", column.numberStyle() == NumberStyle.SWEDISH ? "sv" : "plain");
        }
        names.scale(column.name()).filter(scale -> !scale.equals("1"))
            .ifPresent(scale -> made.put("times", Long.parseLong(scale)));
      }
      case CODE -> {
        ValueFit.Codes codes = fit.codes(column, field);
        putText(made, "split", codes.split());
        putText(made, "level", codes.level());
        if (!codes.map().isEmpty()) {
          JsonObject.Builder map = JsonObject.builder();
          codes.map().forEach(map::put);
          made.put("map", map.build());
        }
      }
      case TEXT, REFERENCE -> {}
    }
    JsonObject stated = made.build();
    return stated.size() == 1 ? JsonText.of(table.reference(column)) : stated;
  }
}
