package se.siru.core.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Lineage;
import se.siru.core.finding.Origin;
import se.siru.core.finding.RowSpan;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.lexical.IdText;
import se.siru.core.lexical.IllegalCharacters;
import se.siru.core.model.RecordType;
import se.siru.core.portfolio.BatchAppender;

/**
 * The cells of the column {@value RecordType#SOURCE_ROWS}, in which a record names the rows that it was made of: {@code 14}, {@code
 * 14;15;31}, {@code 14..20}, {@code time.xlsx#May:3} where the source is not the batch's own, and the name of a file, which has an
 * ending, where it has no rows; {@code a:0} stands for a source without an ending. In names of sources, {@code %}, {@code ;} and {@code :} are written as {@code %25}, {@code %3B} and {@code %3A}.
 */
final class SourceRowCell {
  private static final String FILE = "[^:;]*[^:;.]\\.[A-Za-z][A-Za-z0-9]{0,7}(?:#[^:;]*)?";
  private static final Pattern ENTRY = Pattern.compile("(?:([^:;]+):)?(\\d{1,9})(?:\\.\\.(\\d{1,9}))?|(" + FILE + ")");
  private static final Pattern BARE = Pattern.compile(FILE);
  private static final Pattern ESCAPED = Pattern.compile("%(25|3B|3A)|%");
  private static final int LONGEST_NUMBER = 9;

  private final String file;
  private final boolean ownSource;
  private final BatchAppender into;
  private final Findings findings;

  /**
   * A reader of the column of one file.
   *
   * @param ownSource false where the file does not say which source its rows belong to, so that each entry must name one
   */
  SourceRowCell(String file, boolean ownSource, BatchAppender into, Findings findings) {
    this.file = file;
    this.ownSource = ownSource;
    this.into = into;
    this.findings = findings;
  }

  /** Reads a cell in well-formed UTF-8; nearly all are one number. */
  void cell(byte[] utf8, int from, int to, long row) {
    int number = 0;
    int at = from;
    while (at < to && to - from <= LONGEST_NUMBER && utf8[at] >= '0' && utf8[at] <= '9') {
      number = number * 10 + utf8[at++] - '0';
    }
    if (at == to && at > from && ownSource) {
      into.madeOf("", number, number);
    } else if (from < to) {
      cell(new String(utf8, from, to - from, StandardCharsets.UTF_8), row);
    }
  }

  /** Reads a cell. */
  void cell(String cell, long row) {
    String text = FormulaGuard.restore(cell);
    if (text.isEmpty()) {
      return;
    }
    List<RowSpan> spans = text.length() > CellReader.LONGEST_TEXT ? null : read(text);
    if (spans == null || !ownSource && spans.stream().anyMatch(span -> span.source().isEmpty())) {
      String shown = text.length() > IdText.LONGEST ? text.substring(0, IdText.LONGEST) + "…" : text;
      findings.add(CellRules.NO_SOURCE_ROWS, Origin.of(file, row).at(RecordType.SOURCE_ROWS), "value", shown);
    } else {
      spans.forEach(span -> into.madeOf(span.source(), span.first(), span.last()));
    }
  }

  /** The rows that a text names; null where it does not name rows. */
  private static @Nullable List<RowSpan> read(String text) {
    List<RowSpan> spans = new ArrayList<>();
    Matcher entry = ENTRY.matcher("");
    for (String part : text.split(";", -1)) {
      if (!entry.reset(part.strip()).matches() || IllegalCharacters.first(part, false) >= 0) {
        return null;
      }
      String source = entry.group(4) != null ? entry.group(4) : entry.group(1) == null ? "" : entry.group(1);
      long first = entry.group(2) == null ? 0 : Long.parseLong(entry.group(2));
      long last = entry.group(3) == null ? first : Long.parseLong(entry.group(3));
      if (last < first) {
        return null;
      }
      spans.add(new RowSpan(unescaped(source), first, last));
    }
    return spans;
  }

  /**
   * A cell that names rows, as {@link #cell} reads it; guarded.
   *
   * @param own the source that the file states as its own, or the empty text where it states none
   */
  static String write(List<RowSpan> rows, String own) {
    List<String> entries = new ArrayList<>();
    for (RowSpan span : Lineage.united(rows)) {
      String range = span.first() + (span.last() > span.first() ? ".." + span.last() : "");
      String source = escaped(span.source());
      entries.add(span.source().equals(own) && !own.isEmpty()
          ? range
          : span.last() > 0 || !BARE.matcher(source).matches() ? source + ":" + range : source);
    }
    return FormulaGuard.guard(String.join(";", entries));
  }

  private static String escaped(String source) {
    return source.replace("%", "%25").replace(";", "%3B").replace(":", "%3A");
  }

  private static String unescaped(String source) {
    return ESCAPED.matcher(source).replaceAll(found -> switch (found.group()) {
      case "%3B" -> ";";
      case "%3A" -> ":";
      default -> "%";
    });
  }
}
