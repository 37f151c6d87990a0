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

  /** As many digits a {@code long} has at most. */
  private static final int MOST_DIGITS = 19;

  private static final int THOUSAND = 1_000;

  /** The numbers below a thousand, as three digits each. */
  private static final byte[] THREES = threes();

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

  private static byte[] threes() {
    byte[] digits = new byte[3 * THOUSAND];
    for (int number = 0; number < THOUSAND; number++) {
      digits[3 * number] = (byte) ('0' + number / 100);
      digits[3 * number + 1] = (byte) ('0' + number / 10 % 10);
      digits[3 * number + 2] = (byte) ('0' + number % 10);
    }
    return digits;
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

  /** Writes digits, {@code scale} of them behind a point: three at a time from a table, since dividing is what takes time here. */
  private void write(long digits, int scale) throws IOException {
    makeRoom(LONGEST_NUMBER);
    if (digits < 0) {
      buffer[size++] = '-';
    }
    long rest = digits < 0 ? digits : -digits; // below zero, where the least number has a place, too
    int end = size + Math.max(length(rest), scale + 1);
    int at = end;
    while (rest <= -THOUSAND) {
      long above = rest / THOUSAND;
      int three = 3 * (int) (above * THOUSAND - rest);
      buffer[--at] = THREES[three + 2];
      buffer[--at] = THREES[three + 1];
      buffer[--at] = THREES[three];
      rest = above;
    }
    for (int from = 3 * (int) -rest + 2, first = from - 2; at > size; from--) {
      buffer[--at] = from < first ? (byte) '0' : THREES[from];
    }
    if (scale > 0) {
      System.arraycopy(buffer, end - scale, buffer, end - scale + 1, scale);
      buffer[end++ - scale] = '.';
    }
    buffer[end] = ',';
    size = end + 1;
  }

  /** How many digits a number that is not above zero has. */
  private static int length(long number) {
    int length = 1;
    for (long limit = -10; length < MOST_DIGITS && number <= limit; limit *= 10) {
      length++;
    }
    return length;
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
