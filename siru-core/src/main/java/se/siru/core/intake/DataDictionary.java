package se.siru.core.intake;

import java.util.LinkedHashSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** The record types and code lists of a schema as Markdown. */
final class DataDictionary {
  /** A longer list is told by its size alone. */
  private static final int LONGEST_LIST = 100;

  private static final LocalizedText TITLE = LocalizedText.of("Datalexikon", "Data dictionary");
  private static final LocalizedText SOURCE_ROWS =
      LocalizedText.of(
          "Varje fil får också ha kolumnen `" + RecordType.SOURCE_ROWS + "`: de källrader som posten är gjord av.",
          "Every file may also have the column `" + RecordType.SOURCE_ROWS + "`: the rows of sources that the record was made of.");
  private static final LocalizedText FILE = LocalizedText.of("Fil", "File");
  private static final LocalizedText HEADER =
      LocalizedText.of("fält | benämning | slag | krävs | betydelse", "field | label | kind | required | meaning");
  private static final LocalizedText LISTS = LocalizedText.of("Kodlistor", "Code lists");
  private static final LocalizedText CODES = LocalizedText.of("kod | benämning | överkod", "code | label | parent");
  private static final LocalizedText COUNT = LocalizedText.of("koder", "codes");
  private static final LocalizedText YES = LocalizedText.of("ja", "yes");
  private static final LocalizedText SEVERAL = LocalizedText.of("flera", "several");

  private final Schema schema;
  private final String language;
  private final StringBuilder out = new StringBuilder();

  DataDictionary(Schema schema, String language) {
    this.schema = schema;
    this.language = language;
  }

  String text() {
    line("# " + TITLE.in(language));
    line("");
    line(SOURCE_ROWS.in(language));
    Set<String> lists = new LinkedHashSet<>();
    for (RecordType type : schema.types()) {
      type(type, lists);
    }
    line("");
    line("## " + LISTS.in(language));
    lists.stream().sorted().forEach(list -> list(schema.vocabulary().list(list)));
    return out.toString();
  }

  private void type(RecordType type, Set<String> lists) {
    line("");
    line("## " + escaped(type.label().in(language)) + " (`" + type.name() + "`)");
    line("");
    if (!type.doc().isEmpty()) {
      line(escaped(type.doc().in(language)));
      line("");
    }
    line(FILE.in(language) + ": `" + type.plural() + ".csv`");
    line("");
    table(HEADER);
    List<Field<?>> fields = new ArrayList<>(type.fields());
    fields.addAll(type.derivedFields());
    for (Field<?> field : fields) {
      row(List.of(
          "`" + field.name() + "`", escaped(field.label().in(language)), kind(field, lists),
          field.required() ? YES.in(language) : "", escaped(field.doc().in(language))));
    }
  }

  private String kind(Field<?> field, Set<String> lists) {
    String kind = field.kind().name().toLowerCase(Locale.ROOT);
    if (field.codelist() != null) {
      lists.add(field.codelist());
      kind = "[" + kind + " " + field.codelist() + "](#" + anchor(field.codelist()) + ")";
    } else if (field.target() != null) {
      kind = kind + " `" + field.target() + "`";
    } else if (field.kind() == FieldKind.DECIMAL) {
      kind = kind + " (" + field.scale() + ")";
    }
    List<String> bounds = field.bounds();
    if (!String.join("", bounds).isEmpty()) {
      kind = kind + " " + bounds.get(0) + "–" + bounds.get(1);
    }
    return field.many() ? kind + ", " + SEVERAL.in(language) : kind;
  }

  private void list(Codelist list) {
    line("");
    line("### <a id=\"" + anchor(list.id()) + "\"></a>`" + list.id() + "` " + escaped(list.name().in(language)));
    line("");
    String doc = escaped(list.doc().in(language));
    line("Version " + escaped(list.version()) + ", " + list.size() + " " + COUNT.in(language) + ". " + doc);
    if (list.size() > LONGEST_LIST) {
      return;
    }
    line("");
    table(CODES);
    for (Code code : list.codes()) {
      row(List.of(
          "`" + code.code() + "`", escaped(code.label().in(language)), code.parent() == null ? "" : "`" + code.parent() + "`"));
    }
  }

  private static String anchor(String list) {
    return "codelist-" + list.replace(':', '-');
  }

  private void table(LocalizedText header) {
    String names = header.in(language);
    line("| " + names + " |");
    line("|" + "---|".repeat(names.split("\\|").length));
  }

  private void row(List<String> cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }

  /** Text as a cell of a table, without anything that Markdown would act on. */
  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 8);
    for (char c : text.toCharArray()) {
      if ("\\`*_[]<>|#".indexOf(c) >= 0) {
        safe.append('\\');
      }
      safe.append(c == '\n' || c == '\r' ? ' ' : c);
    }
    return safe.toString();
  }
}
