package se.siru.core.conformance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonText;
import se.siru.core.json.JsonValue;
import se.siru.core.model.Field;
import se.siru.core.model.Observation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Schema;
import se.siru.core.model.Target;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/**
 * The records of a case as a portfolio: each is an observation with extra fields, {@code case:value} for its number and {@code
 * case:NAME} for each attribute, whose codes are a list of its own.
 */
final class CasePortfolio {
  static final String NAMESPACE = "case:";
  private static final int SCALE = 6;

  private final Schema schema;
  private final Portfolio portfolio;

  CasePortfolio(ConformanceCase asked) {
    List<Codelist> lists = new ArrayList<>();
    RecordType.Extra extra = RecordType.extra(Observation.TYPE.name());
    List<Field<?>> fields = new ArrayList<>();
    Field<BigDecimal> value = extra.decimal(NAMESPACE + "value", SCALE).labelled("Värde", "Value").add();
    fields.add(value);
    Map<String, Field<String>> single = new LinkedHashMap<>();
    Map<String, Field<List<String>>> several = new LinkedHashMap<>();
    List<JsonObject> records = objects(asked.member("records"));
    members(asked.member("attributes")).forEach((name, codes) -> {
      String id = NAMESPACE + name;
      lists.add(Codelist.of(id, "1", LocalizedText.of(name, name), codes(codes)));
      if (records.stream().anyMatch(each -> each.get(name) instanceof JsonArray)) {
        Field<List<String>> field = extra.codes(id, id).labelled(name, name).add();
        several.put(name, field);
        fields.add(field);
      } else {
        Field<String> field = extra.code(id, id).labelled(name, name).add();
        single.put(name, field);
        fields.add(field);
      }
    });
    this.schema = Schema.standard().withCodelists(lists).withFields(fields);
    PortfolioBuilder builder = Portfolio.builder(schema).add(ProgrammeNode.TYPE.row("p").with(ProgrammeNode.LEVEL, "operation").build());
    if (asked.member("records") != null) {
      builder.holds(Observation.TYPE);
    }
    RecordType type = schema.type(Observation.TYPE.name());
    for (JsonObject each : records) {
      RowBuilder row = observation(type);
      String number = text(each.get("value"));
      String date = text(each.get("date"));
      row.with(value, number == null ? null : new BigDecimal(number));
      row.with(Observation.DATE, date == null ? null : LocalDate.parse(date));
      single.forEach((name, field) -> row.with(field, text(each.get(name))));
      several.forEach((name, field) -> row.with(field, texts(each.get(name))));
      builder.add(row.build());
    }
    objects(asked.member("targets")).forEach(each -> builder.add(target(each).build()));
    this.portfolio = builder.build();
  }

  /** An observation with what it must state; no question asks about that. */
  private static RowBuilder observation(RecordType type) {
    return type.row()
        .with(Observation.INDICATOR, "case")
        .with(Observation.PERIOD, "total")
        .with(Observation.KIND, "measured")
        .with(Observation.VALUE, BigDecimal.ZERO);
  }

  private static RowBuilder target(JsonObject json) {
    RowBuilder row = Target.TYPE.row()
        .with(Target.INDICATOR, NAMESPACE + text(json.get("of")))
        .with(Target.PERIOD, text(json.get("period")));
    String value = text(json.get("value"));
    String baseline = text(json.get("baseline"));
    return row.with(Target.VALUE, value == null ? null : new BigDecimal(value))
        .with(Target.BASELINE, baseline == null ? null : new BigDecimal(baseline));
  }

  /** Codes as a list, or as an object from each code to the one above it, which is empty at the top. */
  private static List<Code> codes(JsonValue json) {
    Map<String, String> parents = new LinkedHashMap<>();
    if (json instanceof JsonObject object) {
      object.members().forEach((code, parent) -> parents.put(code, String.valueOf(text(parent))));
    } else {
      texts(json).forEach(code -> parents.put(code, ""));
    }
    List<Code> codes = new ArrayList<>();
    parents.forEach((code, parent) -> {
      Code made = Code.of(code, LocalizedText.of(code, code));
      codes.add(parent.isEmpty() ? made : made.below(parent));
    });
    return codes;
  }

  private static Map<String, JsonValue> members(@Nullable JsonValue json) {
    return json instanceof JsonObject object ? object.members() : new HashMap<>();
  }

  private static List<JsonObject> objects(@Nullable JsonValue json) {
    List<JsonObject> objects = new ArrayList<>();
    if (json instanceof JsonArray array) {
      array.forEach(each -> objects.add((JsonObject) each));
    }
    return objects;
  }

  static @Nullable String text(@Nullable JsonValue json) {
    return json instanceof JsonText text ? text.value() : null;
  }

  static List<String> texts(@Nullable JsonValue json) {
    List<String> texts = new ArrayList<>();
    if (json instanceof JsonArray array) {
      array.forEach(each -> texts.add(String.valueOf(text(each))));
    }
    return texts;
  }

  Schema schema() {
    return schema;
  }

  Portfolio portfolio() {
    return portfolio;
  }
}
