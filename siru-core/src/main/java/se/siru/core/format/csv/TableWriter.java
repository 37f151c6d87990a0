package se.siru.core.format.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import se.siru.core.lexical.FormulaGuard;

/**
 * Rows of a table as CSV: comma, line feed, UTF-8. Texts repeat from row to row, so each is guarded, quoted and encoded once;
 * whole numbers are written digit by digit.
 */
final class TableWriter {
  private static final int BUFFER = 1 << 16;

  /** A sign, 19 digits, a point and a comma. */
  private static final int LONGEST_NUMBER = 22;

  /** As many digits always fit into a {@code long}. */
  private static final int SAFE_DIGITS = 18;

  private static final QuoteStrategy GUARDED_TEXT =
      new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
          return value.charAt(0) == '\'';
        }
      };

  private final OutputStream out;
  private final StringWriter record = new StringWriter();
  private final CsvWriter csv =
      CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).quoteStrategy(GUARDED_TEXT).build(record);
  private final Map<String, byte[]> spelled = new HashMap<>();
  private byte[] buffer = new byte[BUFFER];
  private int size;

  TableWriter(OutputStream out) {
    this.out = out;
  }

  /** A text as it stands in a field of the first column, where a comment would begin, with the comma behind it. */
  byte[] first(String text) {
    return record(0, FormulaGuard.guard(text), "");
  }

  /** A text as it stands in a field of another column, with the comma behind it. */
  byte[] field(String text) {
    byte[] known = spelled.get(text);
    if (known == null) {
      known = record(1, "", FormulaGuard.guard(text), "");
      spelled.put(text, known);
    }
    return known;
  }

  /** A record without its first characters and the line feed. */
  private byte[] record(int from, String... fields) {
    csv.writeRecord(fields);
    String line = record.getBuffer().substring(from, record.getBuffer().length() - 1);
    record.getBuffer().setLength(0);
    return line.getBytes(StandardCharsets.UTF_8);
  }

  /** Writes fields as {@link #first} and {@link #field} give them. */
  void write(byte[] fields) throws IOException {
    makeRoom(fields.length);
    System.arraycopy(fields, 0, buffer, size, fields.length);
    size += fields.length;
  }

  /** Writes a field without a value. */
  void writeEmpty() throws IOException {
    makeRoom(1);
    buffer[size++] = ',';
  }

  /** Writes a number as a field, the same digits for the same number, whatever way it was computed. */
  void write(BigDecimal number) throws IOException {
    int scale = number.scale();
    if (scale < 0 || scale > SAFE_DIGITS || number.precision() > SAFE_DIGITS) {
      String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
      write((plain + ",").getBytes(StandardCharsets.US_ASCII));
      return;
    }
    long digits = scale == 0 ? number.longValue() : number.unscaledValue().longValue();
    while (scale > 0 && digits % 10 == 0) {
      digits /= 10;
      scale--;
    }
    write(digits, scale);
  }

  /** Writes a whole number as a field. */
  void write(long number) throws IOException {
    write(number, 0);
  }

  /** Writes digits, {@code scale} of them behind a point, from the last to the first, and turns them round. */
  private void write(long digits, int scale) throws IOException {
    makeRoom(LONGEST_NUMBER);
    if (digits < 0) {
      buffer[size++] = '-';
    }
    int end = size;
    int written = 0;
    for (long rest = digits; rest != 0 || written <= scale; rest /= 10) {
      if (written == scale && scale > 0) {
        buffer[end++] = '.';
      }
      buffer[end++] = (byte) ('0' + Math.abs(rest % 10));
      written++;
    }
    for (int low = size, high = end - 1; low < high; low++, high--) {
      byte digit = buffer[low];
      buffer[low] = buffer[high];
      buffer[high] = digit;
    }
    buffer[end] = ',';
    size = end + 1;
  }

  /** Ends a row that has fields. */
  void endRow() {
    buffer[size - 1] = '\n';
  }

  private void makeRoom(int bytes) throws IOException {
    if (buffer.length - size < bytes) {
      out.write(buffer, 0, size);
      size = 0;
      buffer = bytes > buffer.length ? new byte[bytes] : buffer;
    }
  }

  /** Writes what is still kept. */
  void finish() throws IOException {
    out.write(buffer, 0, size);
    size = 0;
    out.flush();
  }
}
