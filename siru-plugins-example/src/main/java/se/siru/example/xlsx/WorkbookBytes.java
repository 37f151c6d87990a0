package se.siru.example.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.siru.core.intake.ReaderInput;

/**
 * The bytes of a workbook. The library that writes them notes when it does so; the archive is put together anew, without
 * any time, in a fixed order, and stored: what a machine's compressor makes of the same bytes differs.
 */
final class WorkbookBytes {
  private static final String FILLED = "DDE5EC";
  private static final String DAY = "yyyy-mm-dd";
  private static final String PROPERTIES = "docProps/core.xml";
  private static final String TYPES = "[Content_Types].xml";
  private static final Pattern CREATED = Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");
  /** The first moment that an archive can note is not it: Java adds the time zone of the machine to that one. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private WorkbookBytes() {}

  static void write(String title, List<WorkbookWriter.Sheet> sheets, OutputStream out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "SIRU", "1.0")) {
      workbook.properties().setTitle(escaped(title));
      for (WorkbookWriter.Sheet sheet : sheets) {
        fill(workbook.newWorksheet(sheet.name()), sheet);
      }
    }
    repack(bytes.toByteArray(), out);
    out.flush();
  }

  private static void fill(Worksheet to, WorkbookWriter.Sheet sheet) {
    int[] widths = sheet.widths();
    for (int i = 0; i < widths.length; i++) {
      to.width(i, widths[i]);
    }
    for (int row = 0; row < sheet.rows().size(); row++) {
      WorkbookWriter.Row values = sheet.rows().get(row);
      for (int column = 0; column < values.values().size(); column++) {
        cell(to, row, column, values.values().get(column), values.look());
      }
    }
    if (sheet.headerRows() > 0) {
      to.freezePane(0, sheet.headerRows());
      to.repeatRows(0, sheet.headerRows() - 1);
    }
    to.pageOrientation("landscape"); // printed, all columns stand on one page
    to.setFitToPage(true);
    to.fitToWidth((short) 1);
    to.fitToHeight((short) 0);
  }

  private static void cell(Worksheet to, int row, int column, WorkbookWriter.Value value, WorkbookWriter.Look look) {
    switch (value.kind()) {
      case TEXT -> to.value(row, column, escaped(value.text()));
      case NUMBER, MONEY, PERCENT -> {
        to.value(row, column, value.number());
        to.style(row, column).format(format(value)).set();
      }
      case DAY -> {
        to.value(row, column, value.day());
        to.style(row, column).format(DAY).set();
      }
      default -> { }
    }
    if (look == WorkbookWriter.Look.TITLE) {
      to.style(row, column).bold().fontSize(14).set();
    } else if (look == WorkbookWriter.Look.HEADER) {
      to.style(row, column).bold().wrapText(true).fillColor(FILLED).set();
    }
  }

  private static String format(WorkbookWriter.Value value) {
    return switch (value.kind()) {
      case PERCENT -> "0" + decimals(value.decimals()) + "%";
      case MONEY -> "#,##0" + decimals(value.decimals()) + " \"" + value.currency().replace("\"", "") + "\"";
      default -> "#,##0" + decimals(value.decimals());
    };
  }

  private static String decimals(int count) {
    return count == 0 ? "" : "." + "0".repeat(count);
  }

  /** Characters that XML cannot hold as {@code _x000B_}; what looks like that, with its underscore escaped. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
      if (isPair) {
        escaped.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        escaped.append('\ufffd');
      } else if (c < ' ' && c != '\t' && c != '\n' || c == '\ufffe' || c == '\uffff' || RichText.isEscape(text, i)) {
        escaped.append("_x").append(hex(c)).append('_');
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String hex(char c) {
    String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    return "0".repeat(4 - digits.length()) + digits;
  }

  /** The same archive for the same content, whenever it was made; read by its directory, since the streaming archive of the library has sizes nowhere else. */
  static void repack(byte[] archive, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    try {
      WorkbookPackage parts = WorkbookPackage.read(ReaderInput.of("workbook", archive));
      store(zip, TYPES, bytes(parts, TYPES)); // readers that stream expect it first
      for (String part : parts.names()) {
        if (part.equals(PROPERTIES)) {
          String properties = new String(bytes(parts, part), StandardCharsets.UTF_8);
          store(zip, part, CREATED.matcher(properties).replaceAll("").getBytes(StandardCharsets.UTF_8));
        } else if (!part.equals(TYPES)) {
          store(zip, part, bytes(parts, part));
        }
      }
    } catch (BadWorkbook tooLarge) {
      throw new IOException(tooLarge.finding().message("en"), tooLarge);
    }
    zip.finish();
  }

  private static byte[] bytes(WorkbookPackage parts, String name) throws IOException, BadWorkbook {
    try (InputStream in = parts.open(name)) {
      return in.readAllBytes();
    }
  }

  private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
