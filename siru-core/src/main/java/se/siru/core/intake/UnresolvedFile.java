package se.siru.core.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.json.Closest;
import se.siru.core.lexical.FormulaGuard;

/**
 * Reads the answers that somebody wrote into {@code unresolved.csv}, however a spreadsheet saved it: separated by semicolons,
 * commas or tabs, in UTF-8 or Windows-1252. Columns other than {@code text}, {@code id} and {@code kind} may be changed freely.
 */
final class UnresolvedFile {
  /** The texts that lead to no organisation. */
  static final String NAME = "unresolved.csv";
  /** Organisations of the register that may be one. */
  static final String NEAR_DUPLICATES = "near-duplicates.csv";
  static final String TEXT = "text";
  static final String ID = "id";
  static final String KIND = "kind";

  private static final Charset OF_SPREADSHEETS = Charset.forName("windows-1252");

  private final String source;
  private final IdentityAnswers into;
  private final Findings findings;
  private @Nullable Map<String, Integer> header;

  UnresolvedFile(String source, IdentityAnswers into, Findings findings) {
    this.source = source;
    this.into = into;
    this.findings = findings;
  }

  /** Reads the file; leaves the stream open. */
  void read(InputStream in) throws IOException {
    byte[] bytes = in.readAllBytes();
    Charset charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : OF_SPREADSHEETS;
    Findings own = new Findings();
    CsvScan.of(source, own).separatedBy(separator(bytes)).encodedAs(charset).read(new ByteArrayInputStream(bytes), this::row);
    if (header == null && !own.hasErrors() && !findings.hasErrors()) {
      own.add(CsvRules.EMPTY, Origin.of(source, 1));
    }
    findings.addAll(own);
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** The first of the known separators that stands in the header: its names hold none of them. */
  private static char separator(byte[] bytes) {
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    String first = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    return CsvHeader.SEPARATORS.keySet().stream().filter(c -> first.indexOf(c) >= 0).findFirst().orElse(',');
  }

  private boolean row(CsvRow row) {
    Map<String, Integer> columns = header;
    if (columns == null) {
      columns = new HashMap<>();
      List<String> names = row.texts();
      for (int i = 0; i < names.size(); i++) {
        columns.putIfAbsent(names.get(i).strip().toLowerCase(Locale.ROOT), i);
      }
      header = columns;
      boolean good = true;
      for (String needed : List.of(TEXT, ID, KIND)) {
        if (!columns.containsKey(needed)) {
          findings.add(MappingRules.NO_COLUMN, Origin.of(source, row.number()).at(needed), "column", needed,
              "suggestion", Closest.orAll(needed, names));
          good = false;
        }
      }
      return good;
    }
    String text = cell(row, columns, TEXT);
    String id = cell(row, columns, ID);
    String kind = cell(row, columns, KIND).toLowerCase(Locale.ROOT);
    if (!text.isEmpty() && !(id.isEmpty() && kind.isEmpty())) {
      answer(text, id, kind, Origin.of(source, row.number()));
    }
    return true;
  }

  private static String cell(CsvRow row, Map<String, Integer> columns, String name) {
    int at = columns.getOrDefault(name, row.count());
    return at >= row.count() ? "" : FormulaGuard.restore(row.text(at).strip());
  }

  /** An id alone says that the text is another name of the organisation. */
  private void answer(String text, String id, String code, Origin origin) {
    Optional<IdentityAnswer.Kind> kind = code.isEmpty() ? Optional.of(IdentityAnswer.Kind.ALIAS) : IdentityAnswer.Kind.of(code);
    if (kind.isEmpty()) {
      findings.add(IdentityRules.UNKNOWN_KIND, origin.at(KIND),
          "value", code, "text", text, "allowed", String.join(", ", IdentityAnswer.Kind.codes()));
    } else if (kind.get().isLink() && id.isEmpty()) {
      findings.add(IdentityRules.ID_MISSING, origin.at(ID), "kind", code, "text", text);
    } else if (!kind.get().names() && !id.isEmpty()) {
      findings.add(IdentityRules.ID_NOT_USED, origin.at(ID), "kind", code, "text", text, "value", id);
    } else if (!id.isEmpty() && !CellRules.isId(id, origin.at(ID), findings)) {
      return;
    } else if (IdentityAnswers.shown(text).isEmpty()) { // nothing but what is a person's
      findings.add(CellRules.NOT_AN_ID, origin.at(TEXT), "value", text);
    } else {
      String shown = IdentityAnswers.shown(text);
      boolean named = kind.get() == IdentityAnswer.Kind.NEW && id.isEmpty();
      String own = named ? new Slugs().of(IdentityRule.ALL.key(shown)) : id;
      into.add(new IdentityAnswer(shown, own, kind.get()), origin);
    }
  }
}
