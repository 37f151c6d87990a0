package se.siru.core.intake;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;
import se.siru.core.json.Utf8Reader;

/**
 * Reads a CSV file row by row, strictly: RFC 4180 with any line end, no unclosed quote, nothing after a closing one, no byte that
 * is not of the encoding, no field above 1 MB, no row above 16 MB and no more rows than an {@code int} counts. Blank rows are skipped.
 * Whatever ends the reading becomes a finding.
 */
final class CsvScan {
  private static final int LARGEST_FIELD = 1 << 20;
  private static final int LARGEST_ROW = 1 << 24;

  private final String source;
  private final long mostRows;
  private final Findings findings;
  private char separator = ',';
  private Charset charset = StandardCharsets.UTF_8;

  /** A scan of a comma-separated file in UTF-8, of no more rows than so many, blank ones counted. */
  CsvScan(String source, Findings findings, long mostRows) {
    this.source = source;
    this.findings = findings;
    this.mostRows = mostRows;
  }

  /** Takes rows one by one. */
  @FunctionalInterface
  interface Rows {
    /** Takes a row, whose contents the next one overwrites; false ends the reading. */
    boolean row(CsvRow row) throws IOException;
  }

  /** A scan of a comma-separated file in UTF-8. */
  static CsvScan of(String source, Findings findings) {
    return new CsvScan(source, findings, Integer.MAX_VALUE);
  }

  /** Another separator. */
  CsvScan separatedBy(char character) {
    this.separator = character;
    return this;
  }

  /** Another encoding. */
  CsvScan encodedAs(Charset encoding) {
    this.charset = encoding;
    return this;
  }

  /**
   * Reads to the end, or to what is wrong; leaves the stream open.
   *
   * @throws IOException where the stream cannot be read
   */
  void read(InputStream in, Rows rows) throws IOException {
    Handler handler = new Handler(mostRows);
    try (CsvReader<CsvRow> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(LARGEST_FIELD)
            .build(handler, decoder(in))) {
      for (CsvRow row : reader) {
        if (!handler.blank && !rows.row(row)) {
          return;
        }
      }
    } catch (UncheckedIOException e) {
      notReadable(e.getCause(), Math.max(1, handler.number));
    } catch (CsvParseException e) {
      findings.add(rule(e), Origin.of(source, handler.number));
    }
  }

  /** What ended the parser; it wraps what a handler throws. */
  private static Rule rule(CsvParseException e) {
    if (e.getCause() instanceof TooLarge own) {
      return own.rule;
    }
    return e.getMessage().startsWith("Unclosed")
        ? CsvRules.UNCLOSED_QUOTE
        : e.getMessage().startsWith("Unexpected") ? CsvRules.AFTER_QUOTE : CsvRules.TOO_LARGE;
  }

  private Reader decoder(InputStream in) {
    return charset.equals(StandardCharsets.UTF_8)
        ? Utf8Reader.of(in)
        : new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private void notReadable(IOException cause, long row) throws IOException {
    if (cause instanceof Utf8Reader.Refused refused) {
      findings.add(CsvRules.NOT_UTF8, Origin.of(source, row),
          "offset", Long.toString(refused.offset()),
          "byte", String.format(Locale.ROOT, "0x%02X", refused.badByte()));
    } else if (cause instanceof CharacterCodingException) {
      findings.add(CsvRules.NOT_UTF8, Origin.of(source, row), "offset", "?", "byte", charset.name());
    } else {
      throw cause;
    }
  }

  /** A row, or a file, above the limit. */
  private static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rule rule;

    TooLarge(Rule rule) {
      super(rule.id(), null, false, false);
      this.rule = rule;
    }
  }

  /** Copies the fields of each row; the parser's own buffer moves. */
  private static final class Handler extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private final CsvRow row = new CsvRow();
    private final long mostRows;
    private long number;
    private boolean blank;

    Handler(long mostRows) {
      this.mostRows = mostRows;
    }

    @Override
    protected void handleBegin(long startingLine) {
      number++;
      blank = false;
      row.begin();
    }

    @Override
    protected void handleField(int index, char[] chars, int offset, int length, boolean quoted) {
      requireNumbered();
      if (!row.add(chars, offset, length, LARGEST_ROW)) {
        throw new TooLarge(CsvRules.TOO_LARGE);
      }
    }

    @Override
    protected void handleEmpty() {
      requireNumbered();
      blank = true;
    }

    /** Behind the last row, the parser begins another one, which has nothing. */
    private void requireNumbered() {
      if (number > mostRows) {
        throw new TooLarge(CsvRules.TOO_MANY_ROWS);
      }
    }

    @Override
    protected CsvRow buildRecord() {
      row.number(number);
      return row;
    }
  }
}
