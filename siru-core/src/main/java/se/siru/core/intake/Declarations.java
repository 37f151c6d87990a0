package se.siru.core.intake;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.json.Closest;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonPosition;
import se.siru.core.json.JsonValue;
import se.siru.core.model.Field;
import se.siru.core.model.FieldBuilder;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldRole;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.CoveredPart;
import se.siru.core.portfolio.PortfolioRules;
import se.siru.core.text.LocalizedText;

/** Reads what a portfolio declares beside the standard: fields of its own, title and currency. */
final class Declarations {
  private static final Map<String, FieldKind> KINDS =
      Map.of(
          "text", FieldKind.TEXT,
          "code", FieldKind.CODE,
          "date", FieldKind.DATE,
          "integer", FieldKind.INTEGER,
          "decimal", FieldKind.DECIMAL,
          "money", FieldKind.MONEY);

  private final String source;
  private final Findings findings;

  Declarations(String source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  void add(Rule rule, JsonAccess at, String... namesAndValues) {
    report(rule, at.position(), namesAndValues);
  }

  private void report(Rule rule, JsonPosition at, String... namesAndValues) {
    findings.add(rule, JsonFindings.origin(source, at), namesAndValues);
  }

  /** True where a document says that it is a portfolio of the format that we read; a finding where it is not. */
  boolean isPortfolio(JsonAccess root) {
    Optional<String> format = root.requiredText("siru");
    boolean accepted = format.filter(Descriptor.FORMAT::equals).isPresent();
    if (format.isPresent() && !accepted) {
      add(FolderRules.FORMAT, root, "found", format.get(), "accepted", Descriptor.FORMAT);
    }
    return accepted;
  }

  /**
   * What people call the portfolio, by language; empty where it is not said so. A document may say it in its title, a package in
   * a member of ours, since the title of a package is one text.
   */
  static LocalizedText title(JsonAccess root, String member) {
    boolean localized = root.value(member).filter(value -> value instanceof JsonObject).isPresent();
    return localized ? LocalizedText.of(root.textMap(member)) : LocalizedText.empty();
  }

  /** What people call the portfolio in one language: its title, else its Swedish title, else its name. */
  static String name(JsonAccess root, LocalizedText title) {
    Optional<String> name = root.text("name");
    boolean plain = root.value("title").filter(value -> !(value instanceof JsonObject)).isPresent();
    String text = plain ? root.text("title").orElse("") : title.in("sv");
    return text.isEmpty() ? name.orElse("") : text;
  }

  String currency(JsonAccess root, String member) {
    String currency = root.text(member).orElse(Descriptor.DEFAULT_CURRENCY);
    if (currency.length() == 3 && currency.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      return currency;
    }
    add(FolderRules.CURRENCY, root, "value", currency);
    return Descriptor.DEFAULT_CURRENCY;
  }

  /**
   * What the records of a type are complete for: one part, or an array of them.
   *
   * @param type the name of the type; one that is not known is reported elsewhere
   */
  List<Descriptor.Covered> covered(JsonAccess holder, String member, String type, Schema schema) {
    JsonValue value = holder.value(member).orElse(null);
    if (value == null) {
      return List.of();
    }
    if (type.equals(DescriptorReader.IDENTITY) || type.equals(ProgrammeNode.TYPE.name())) {
      report(FolderRules.COVERS_MEANINGLESS, value.position(), "member", member, "type", type);
      return List.of();
    }
    if (!(value instanceof JsonObject) && !(value instanceof JsonArray)) {
      holder.problem(
          member, JsonAccess.RULE_TYPE, Map.of("member", member, "expected", "object or array", "found", value.kind()));
      return List.of();
    }
    List<JsonAccess> entries = value instanceof JsonObject ? holder.object(member).stream().toList() : holder.objects(member);
    if (value instanceof JsonArray && ((JsonArray) value).size() == 0) {
      report(FolderRules.COVERS_NOTHING, value.position());
    }
    boolean hasNodes = schema.find(type).flatMap(known -> known.field(FieldRole.NODE)).isPresent();
    List<Descriptor.Covered> covered = new ArrayList<>();
    for (JsonAccess entry : entries) {
      LocalDate from = entry.date("from").orElse(null);
      LocalDate end = entry.date("end").orElse(null);
      Set<String> nodes = nodes(entry);
      entry.finish();
      if (entry.json().size() == 0) {
        add(FolderRules.COVERS_NOTHING, entry);
      } else if (!hasNodes && entry.has("nodes")) {
        report(FolderRules.COVERS_MEANINGLESS, at(entry, "nodes"), "member", "nodes", "type", type);
      } else if (from != null && end != null && end.isBefore(from)) {
        add(PortfolioRules.REVERSED_PERIOD, entry, "start", from.toString(), "end", end.toString());
      } else if (from != null || end != null || !nodes.isEmpty()) { // else what it says has been refused
        LocalDate until = end == null ? null : end.plusDays(1);
        covered.add(
            new Descriptor.Covered(new CoveredPart(from, until, nodes), JsonFindings.origin(source, entry.position())));
      }
    }
    return covered;
  }

  /** The nodes that a part names, each once. */
  private Set<String> nodes(JsonAccess entry) {
    JsonArray array = entry.array("nodes").orElse(null);
    if (array == null) {
      return Set.of();
    }
    if (array.size() == 0) {
      report(FolderRules.COVERS_NOTHING, array.position());
    }
    Set<String> nodes = new LinkedHashSet<>();
    for (String node : entry.texts("nodes")) {
      if (!nodes.add(Normalizer.normalize(node, Normalizer.Form.NFC))) {
        report(FolderRules.COVERS_TWICE, array.position(), "value", node);
      }
    }
    return nodes;
  }

  private static JsonPosition at(JsonAccess access, String member) {
    JsonValue value = access.json().get(member);
    return value == null ? access.position() : value.position();
  }

  /** The record type of a name; empty, and a finding, where there is none. */
  Optional<RecordType> type(JsonAccess at, String name, Schema schema) {
    Optional<RecordType> type = schema.find(name);
    if (type.isEmpty()) {
      List<String> names = schema.types().stream().map(RecordType::name).toList();
      add(FolderRules.UNKNOWN_TYPE, at, "value", name, "suggestion", Closest.orAll(name, names));
    }
    return type;
  }

  /** The schema with the fields that entries declare; a field that is already there, the same, is no error. */
  Schema withFields(Schema schema, List<JsonAccess> entries) {
    Schema more = schema;
    for (JsonAccess entry : entries) {
      Optional<Field<?>> field = field(entry, more);
      if (field.isPresent()) {
        more = more.withFields(List.of(field.get()));
      }
    }
    return more;
  }

  private Optional<Field<?>> field(JsonAccess entry, Schema schema) {
    Optional<RecordType> type = entry.requiredText("type").flatMap(name -> type(entry, name, schema));
    String name = entry.requiredText("name").orElse("");
    Optional<FieldKind> kind = entry.requiredChoice("kind", KINDS);
    boolean many = entry.bool("many").orElse(false);
    Optional<String> codelist = entry.text("codelist");
    int scale = (int) entry.integer("scale", 0, 9).orElse(2);
    boolean required = entry.bool("required").orElse(false);
    OptionalLong least = entry.integer("minimum", -1_000_000_000_000L, 1_000_000_000_000L);
    OptionalLong most = entry.integer("maximum", -1_000_000_000_000L, 1_000_000_000_000L);
    LocalizedText label = LocalizedText.of(entry.textMap("label"));
    LocalizedText doc = LocalizedText.of(entry.textMap("doc"));
    entry.finish();
    if (type.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    boolean code = kind.get() == FieldKind.CODE;
    boolean listIsThere = codelist.isPresent() && schema.vocabulary().find(codelist.get()).isPresent();
    boolean isEmptyRange = least.isPresent() && most.isPresent() && least.getAsLong() > most.getAsLong();
    if (code != codelist.isPresent() || code && !listIsThere || many && !code || isEmptyRange) {
      return bad(entry, type.get(), name);
    }
    try {
      FieldBuilder<?> builder = start(RecordType.extra(type.get().name()), name, kind.get(), many, codelist.orElse(""), scale);
      least.ifPresent(builder::least);
      most.ifPresent(builder::most);
      builder.labelled(label).documented(doc.in("sv"), doc.in("en"));
      Field<?> field = (required ? builder.required() : builder).add();
      Optional<Field<?>> there = type.get().field(name);
      if (there.isPresent()) {
        return isSame(there.get(), field) ? Optional.empty() : bad(entry, type.get(), name);
      }
      return Optional.of(field);
    } catch (IllegalArgumentException notAName) {
      return bad(entry, type.get(), name);
    }
  }

  private Optional<Field<?>> bad(JsonAccess entry, RecordType type, String name) {
    add(FolderRules.BAD_FIELD, entry, "name", name, "type", type.name());
    return Optional.empty();
  }

  private static boolean isSame(Field<?> one, Field<?> other) {
    return one.kind() == other.kind()
        && one.many() == other.many()
        && one.scale() == other.scale()
        && String.valueOf(one.codelist()).equals(String.valueOf(other.codelist()));
  }

  private static FieldBuilder<?> start(
      RecordType.Extra extra, String name, FieldKind kind, boolean many, String codelist, int scale) {
    switch (kind) {
      case CODE:
        return many ? extra.codes(name, codelist) : extra.code(name, codelist);
      case DATE:
        return extra.date(name);
      case INTEGER:
        return extra.integer(name);
      case DECIMAL:
        return extra.decimal(name, scale);
      case MONEY:
        return extra.money(name);
      default:
        return extra.text(name);
    }
  }
}
