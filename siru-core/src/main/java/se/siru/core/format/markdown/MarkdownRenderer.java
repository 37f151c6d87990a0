package se.siru.core.format.markdown;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.pack.Pack;
import se.siru.core.pack.PackItem;
import se.siru.core.pack.PackRenderer;
import se.siru.core.pack.PackSheet;
import se.siru.core.pack.PackTable;

/** A pack as Markdown with tables, for people: numbers with a space between thousands, rounded half even. Every space is
 * a plain one, so that what people search for is found and programs that read tables trip over none. */
final class MarkdownRenderer implements PackRenderer {
  private static final FormatDescriptor FORMAT = FormatDescriptor.of("markdown", "text/markdown", "md");
  private static final String SPECIAL = "\\`*_{}[]<>()#+!|~&";
  private static final char SPACE = ' ';
  private static final char MINUS = '\u2212';

  @Override
  public FormatDescriptor format() {
    return FORMAT;
  }

  @Override
  public void render(Pack pack, OutputStream out) throws IOException {
    boolean swedish = pack.language().equals("sv");
    StringBuilder text = new StringBuilder("# ").append(escape(pack.title())).append("\n\n");
    pack.notes().forEach(note -> text.append("- ").append(escape(note)).append('\n'));
    for (PackSheet sheet : pack.sheets()) {
      text.append("\n## ").append(escape(sheet.name())).append('\n');
      sheet.tables().forEach(table -> table(text, sheet, table, swedish));
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void table(StringBuilder text, PackSheet sheet, PackTable table, boolean swedish) {
    if (!table.heading().equals(sheet.name())) {
      text.append("\n### ").append(escape(table.heading())).append('\n');
    }
    table.notes().forEach(note -> text.append('\n').append(escape(note)).append('\n'));
    if (table.rows().isEmpty()) {
      return;
    }
    text.append("\n|");
    table.columns().forEach(column -> text.append(' ').append(escape(column.label())).append(" |"));
    text.append("\n|");
    table.columns().forEach(column -> text.append(column.isNumber() ? "---:|" : "---|"));
    for (var row : table.rows()) {
      text.append("\n|");
      row.forEach(item -> text.append(' ').append(escape(text(item, swedish))).append(" |"));
    }
    text.append('\n');
  }

  private static String text(PackItem item, boolean swedish) {
    if (item instanceof PackItem.Text words) {
      return words.text();
    }
    if (item instanceof PackItem.Absent absent) {
      return absent.reason();
    }
    if (item instanceof PackItem.Day date) {
      return date.day().toString();
    }
    PackItem.Number number = (PackItem.Number) item;
    String digits = digits(number.value(), number.decimals(), swedish ? ',' : '.');
    boolean percent = number.unit().equals("percent");
    return digits + (number.unit().isEmpty() ? "" : percent && !swedish ? "%" : SPACE + (percent ? "%" : number.unit()));
  }

  private static String digits(BigDecimal number, int decimals, char point) {
    BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_EVEN);
    String plain = rounded.abs().toPlainString();
    int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    StringBuilder text = new StringBuilder(rounded.signum() < 0 ? String.valueOf(MINUS) : "");
    for (int i = 0; i < end; i++) {
      text.append(i > 0 && (end - i) % 3 == 0 ? String.valueOf(SPACE) : "").append(plain.charAt(i));
    }
    return end < plain.length() ? text.append(point).append(plain, end + 1, plain.length()).toString() : text.toString();
  }

  /** Text of others never becomes Markdown of ours. */
  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .map(point -> Character.isISOControl(point) || Character.isSpaceChar(point) ? SPACE : point)
        .forEach(point -> {
          if (SPECIAL.indexOf(point) >= 0) {
            escaped.append('\\');
          }
          escaped.appendCodePoint(point);
        });
    return escaped.toString();
  }
}
