package se.siru.core.intake;

import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.intake.ReaderDescriptor.Layout;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonValue;
import se.siru.core.model.FieldKind;
import se.siru.core.model.Stakeholder;

/** Reads what a mapping says about the files of one source and how they are read. */
final class SourceMappingReader {
  /** What may be said about the rows of any table. */
  private static final List<String> OF_TABLES = List.of("header-row", "first-row", "columns", "skip-blank");
  private static final Pattern PLAIN_ENDING = Pattern.compile(".*\\.[A-Za-z0-9]+");
  private static final int LAST_HEADER_ROW = 1_000;
  private static final int LAST_ROW = 1 << 20;

  private final String source;
  private final Readers readers;
  private final RecordMappingReader records;
  private final Set<String> collected;
  private final Findings findings;

  /**
   * A reader.
   *
   * @param collected the ids of the code lists that are made of the values met
   */
  SourceMappingReader(
      String source, Readers readers, RecordMappingReader records, Set<String> collected, Findings findings) {
    this.collected = collected;
    this.source = source;
    this.readers = readers;
    this.records = records;
    this.findings = findings;
  }

  /** A source; empty, and a finding, where its files cannot be told. */
  Optional<SourceMapping> source(JsonAccess entry) {
    String pattern = entry.requiredText("files").orElse("");
    SourceMapping made;
    try {
      made = new SourceMapping(
          JsonFindings.origin(source, entry.position()), pattern,
          FileSystems.getDefault().getPathMatcher("glob:" + pattern), readers);
    } catch (PatternSyntaxException e) {
      add(MappingRules.UNUSABLE, entry, "member", "files", "found", pattern, "allowed", "*.csv, data/**.json");
      return Optional.empty();
    }
    reader(entry, made);
    Readers.@Nullable Known known =
        made.reader == null && PLAIN_ENDING.matcher(pattern).matches()
            ? readers.forFile(pattern).orElse(null)
            : made.reader;
    options(entry, made, known == null ? null : known.descriptor());
    made.optional = entry.bool("optional").orElse(false);
    made.stopAt = entry.object("stop-at").map(when -> records.condition(when, "stop-at")).orElse(null);
    made.skipWhere = entry.object("skip-where").map(when -> records.condition(when, "skip-where")).orElse(null);
    table(entry, made, known == null ? null : known.descriptor());
    records.begin(known == null || known.descriptor().layout() == Layout.OBJECTS, entry.texts("unknown"));
    List<RecordMapping> list = new ArrayList<>();
    entry.requiredArray("records");
    for (JsonAccess record : entry.objects("records")) {
      records.record(record).ifPresent(list::add);
    }
    made.records = List.copyOf(list);
    if (made.resolves() && list.stream().anyMatch(SourceMappingReader::addsToTheRegister)) {
      add(MappingRules.UNUSABLE, entry, "member", "records", "found", "organisations beside resolve",
          "allowed", "persons (kind constant person) beside resolve; organisations in a source of their own, which is read first");
    }
    made.called = entry.text("called").orElse(null);
    made.personal = personal(entry, made.records);
    entry.finish();
    return Optional.of(made);
  }

  /** True for records of organisations: those must all be known when the first row is asked which one it means. */
  private static boolean addsToTheRegister(RecordMapping record) {
    return record.type.name().equals(Stakeholder.TYPE.name())
        && record.fields.stream().noneMatch(field -> field.field.equals(Stakeholder.KIND) && isPerson(field.from));
  }

  private static boolean isPerson(From from) {
    return from instanceof From.Constant constant && constant.cells().equals(List.of(Cell.text("person")));
  }

  /** The columns with personal data, and that no field copies what is in them. */
  private PersonalColumns personal(JsonAccess entry, List<RecordMapping> records) {
    PersonalColumns personal = new PersonalColumns();
    entry.texts("personal").forEach(personal::add);
    records.forEach(record -> record.fields.stream()
        .filter(FieldMapping::isOfPersons).forEach(field -> personal.add(field, record.each)));
    for (RecordMapping record : records) {
      for (FieldMapping field : record.fields) {
        if (field.resolve != null) {
          personal.addAddresses(field.resolve, record.each);
        }
      }
    }
    for (RecordMapping record : records) {
      for (FieldMapping field : record.fields) {
        field.isPersonal = personal.isReadBy(field, record.each);
        if (field.isPersonal && !field.isOfPersons()) {
          if (field.field.kind() == FieldKind.CODE && !collected.contains(field.field.codelist())) {
            personal.addCoded(field);
          } else {
            add(PrivacyRules.COPIED, entry, "field", record.type.name() + "." + field.field.name());
          }
        }
      }
    }
    return personal;
  }

  /** The reader that is named. */
  private void reader(JsonAccess entry, SourceMapping made) {
    entry.text("reader").ifPresent(wanted -> {
      made.reader = readers.find(wanted).orElse(null);
      if (made.reader == null) {
        MappingReader.unknownName(findings, source, entry, "reader", wanted,
            readers.descriptors().stream().map(ReaderDescriptor::name).toList());
      }
    });
  }

  /** Options of the reader; where it is not known yet, of any reader. */
  private void options(JsonAccess entry, SourceMapping made, @Nullable ReaderDescriptor known) {
    Set<String> seen = new TreeSet<>();
    for (ReaderDescriptor each : readers.descriptors()) {
      boolean isIts = known == null || known.name().equals(each.name());
      for (ReaderOption option : each.options()) {
        if (isIts && seen.add(option.name())) {
          option(entry, option, made);
        }
      }
    }
    for (ReaderDescriptor each : readers.descriptors()) {
      for (ReaderOption option : each.options()) {
        if (!seen.contains(option.name()) && entry.has(option.name())) {
          seen.add(option.name());
          withoutEffect(entry, option.name(), known, String.join(", ", seen));
        }
      }
    }
  }

  private void withoutEffect(JsonAccess entry, String option, @Nullable ReaderDescriptor known, String allowed) {
    add(ReadingRules.OPTION_WITHOUT_EFFECT, entry, "option", option,
        "reader", known == null ? "" : known.name(), "allowed", allowed);
  }

  private void option(JsonAccess entry, ReaderOption option, SourceMapping made) {
    Optional<JsonValue> value = option.takesPosition() ? entry.value(option.name()) : Optional.empty();
    if (value.isPresent() && value.get() instanceof JsonNumber number) {
      boolean isPosition = number.writtenAsInteger() && number.value().signum() > 0 && number.value().precision() < 7;
      if (isPosition) {
        made.options = made.options.with(option.name(), number.value().intValueExact());
      } else {
        add(MappingRules.UNUSABLE, entry, "member", option.name(), "found", number.toString(), "allowed", "1, 2, 3 …");
      }
      return;
    }
    entry.text(option.name()).ifPresent(text -> {
      if (option.allows(text)) {
        made.options = made.options.with(option.name(), text);
      } else {
        add(MappingRules.UNUSABLE, entry, "member", option.name(), "found", text, "allowed", option.allowed());
      }
    });
  }

  private void table(JsonAccess entry, SourceMapping made, @Nullable ReaderDescriptor known) {
    made.headerRow = (int) entry.integer("header-row", 0, LAST_HEADER_ROW).orElse(1);
    made.firstRow = (int) entry.integer("first-row", 1, LAST_ROW).orElse(0);
    made.skipBlank = entry.bool("skip-blank").orElse(true);
    if (entry.has("columns")) {
      made.columns = entry.texts("columns");
    }
    boolean isBelow = made.columns != null || made.firstRow == 0 || made.firstRow > made.headerRow;
    if (!isBelow) {
      add(MappingRules.UNUSABLE, entry, "member", "first-row", "found", Integer.toString(made.firstRow),
          "allowed", "> " + made.headerRow);
    }
    if (known != null && known.layout() == Layout.OBJECTS) {
      for (String member : OF_TABLES) {
        if (entry.has(member)) {
          List<String> its = known.options().stream().map(ReaderOption::name).toList();
          withoutEffect(entry, member, known, String.join(", ", its));
        }
      }
    }
  }

  private void add(Rule rule, JsonAccess at, String... namesAndValues) {
    findings.add(rule, JsonFindings.origin(source, at.position()), namesAndValues);
  }
}
