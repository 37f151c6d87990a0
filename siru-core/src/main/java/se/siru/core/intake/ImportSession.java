package se.siru.core.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;
import se.siru.core.model.Field;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** What one pass over the sources learns beside the records: ids made of texts, codes collected, values not known. */
final class ImportSession {
  private static final int MOST_HINTS = 10_000;

  private final Schema schema;
  private final Map<String, String> collected;
  private final Map<Field<?>, Codelist> lists = new HashMap<>();
  private final Map<FieldMapping, Map<String, String>> hints = new HashMap<>();
  private final Identities identities = new Identities();
  private final Organisations organisations;
  private final Map<String, Map<String, UnknownValue>> unknown = new TreeMap<>();
  private final Map<String, Masked> masked = new TreeMap<>();
  /** How the file at hand writes numbers, where the mapping does not say it. */
  private Map<FieldMapping, NumberStyle> numberStyles = Map.of();

  /** One value of one field that was taken as unknown. */
  static final class UnknownValue {
    final Field<?> field;
    final String value;
    final boolean declared;
    long count;

    private UnknownValue(Field<?> field, String value, boolean declared) {
      this.field = field;
      this.value = value;
      this.declared = declared;
    }
  }

  /**
   * A session.
   *
   * @param collected the ids of the code lists that are made of the values met, with the language of their labels
   */
  ImportSession(Schema schema, Map<String, String> collected, Organisations organisations) {
    this.schema = schema;
    this.collected = collected;
    this.organisations = organisations;
  }

  /** Turns to a file that writes its numbers in these styles. */
  void turnTo(Map<FieldMapping, NumberStyle> styles) {
    this.numberStyles = styles;
  }

  /** How the numbers of a field are written: as the mapping says, else as the file at hand does, else plain. */
  NumberStyle numberStyle(FieldMapping mapping) {
    NumberStyle stated = mapping.number;
    return stated == null ? numberStyles.getOrDefault(mapping, NumberStyle.PLAIN) : stated;
  }

  Codelist codelist(Field<?> field) {
    return lists.computeIfAbsent(field, schema::codelist);
  }

  boolean collects(Field<?> field) {
    return collected.containsKey(field.codelist());
  }

  /** The id, or code, of a text. */
  String identify(String space, IdentityRule rule, String text, RowProblems problems) {
    Origin origin = problems.origin();
    return identities.id(space, rule, text, origin.source(), origin.row());
  }

  /**
   * The ids of the organisations that the names of a row mean. A number, an address and a place say something where there is
   * one name, or none: which of several they belong to is not known.
   */
  Set<String> organisations(
      FieldMapping mapping, ResolveColumns from, List<String> names, From.Scope scope, RowProblems problems) {
    boolean single = names.size() <= 1;
    String number = single ? ResolveColumns.text(from.number(), scope) : "";
    String email = single ? ResolveColumns.text(from.email(), scope) : "";
    String contact = single && email.isEmpty() ? ResolveColumns.text(from.contact(), scope) : "";
    String place = single ? ResolveColumns.text(from.municipality(), scope) : "";
    String region = place.isEmpty() ? ""
        : schema.codelist(Stakeholder.REGION).resolve(place, "municipality").map(Code::code).orElse("");
    Set<String> ids = new LinkedHashSet<>();
    for (String name : names.isEmpty() ? List.of("") : names) {
      String plain = scope.privacy().withoutPersons(name);
      boolean isMasked = plain.isEmpty() && !name.isBlank();
      String id = organisations.identify(plain, isMasked, number, email + contact, region);
      if (id != null) {
        ids.add(id);
      }
    }
    if (ids.isEmpty() && mapping.field.required()) {
      organisations.unidentified().forEach(text ->
          problems.add(IdentityRules.NOT_IDENTIFIED, from.name().label(), "text", text, "field", mapping.field.name()));
    }
    return ids;
  }

  Organisations organisations() {
    return organisations;
  }

  /** What a value may have meant; many rows have the same few values, so it is worked out once for each. */
  String hint(FieldMapping from, String value, Supplier<String> worked) {
    Map<String, String> known = hints.computeIfAbsent(from, key -> new HashMap<>());
    return known.size() < MOST_HINTS ? known.computeIfAbsent(value, key -> worked.get()) : worked.get();
  }

  /** Counts a value that is taken as unknown, because the mapping lists it as such or because it could not be read. */
  void unknown(Field<?> field, String value, boolean declared) {
    unknown
        .computeIfAbsent(field.toString(), name -> new TreeMap<>())
        .computeIfAbsent(value, text -> new UnknownValue(field, text, declared))
        .count++;
  }

  /** Counts a text of a source in which something personal was masked or replaced. */
  void masked(Rule rule, Origin row, FieldMapping field, Set<String> what) {
    Origin place = field.from.label().isEmpty() ? Origin.of(row.source()) : Origin.of(row.source()).at(field.from.label());
    masked.computeIfAbsent(rule.id() + "\n" + place + "\n" + field.field, key -> new Masked(rule, place, field.field)).add(what);
  }

  /** What was masked, one warning for each field and column. */
  List<Finding> warnings() {
    return masked.values().stream().map(Masked::finding).toList();
  }

  /** The texts of a column in which something was masked. */
  private static final class Masked {
    private final Rule rule;
    private final Origin place;
    private final Field<?> field;
    private final Set<String> what = new TreeSet<>();
    private long count;

    private Masked(Rule rule, Origin place, Field<?> field) {
      this.rule = rule;
      this.place = place;
      this.field = field;
    }

    private void add(Set<String> found) {
      what.addAll(found);
      count++;
    }

    private Finding finding() {
      return Finding.of(rule, place, "field", field.toString(), "count", Long.toString(count), "what", String.join(", ", what));
    }
  }

  Identities identities() {
    return identities;
  }

  /** By field and value. */
  List<UnknownValue> unknownValues() {
    return unknown.values().stream().map(Map::values).flatMap(Collection::stream).toList();
  }

  /** The collected lists, their codes in alphabetical order, so that the order of rows makes no difference. */
  List<Codelist> collectedLists() {
    List<Codelist> made = new ArrayList<>();
    collected.forEach((id, language) -> {
      Codelist empty = schema.vocabulary().list(id);
      List<Code> codes = new ArrayList<>();
      new TreeMap<>(identities.spellingsById(id))
          .forEach((code, spellings) -> codes.add(code(code, language, spellings)));
      made.add(Codelist.of(id, empty.version(), empty.name(), codes).documented(empty.doc()));
    });
    return made;
  }

  private static Code code(String code, String language, List<String> spellings) {
    Set<String> names = new LinkedHashSet<>();
    spellings.forEach(text -> names.add(Normalizer.normalize(text.strip(), Normalizer.Form.NFC)));
    List<String> ordered = List.copyOf(names);
    LocalizedText label = LocalizedText.empty().with(language, ordered.get(0));
    return new Code(code, label, null, null, null, null, ordered.subList(1, ordered.size()));
  }
}
