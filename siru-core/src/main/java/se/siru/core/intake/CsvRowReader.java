package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.text.LocalizedText;

/**
 * Reads tables of separated fields. What the mapping does not say about separator and encoding is found out from the file,
 * and told.
 */
final class CsvRowReader implements RowReader {
  /** One character that separates fields. */
  static final String SEPARATOR = "separator";
  /** How characters are written. */
  static final String ENCODING = "encoding";

  private static final ReaderDescriptor DESCRIPTOR =
      ReaderDescriptor.of("csv", ReaderDescriptor.Layout.FIELDS, Set.of("csv", "tsv", "tab", "txt"),
          ReaderOption.ofText(SEPARATOR,
              LocalizedText.of("tecknet som skiljer fälten åt", "the character that separates fields"),
              "[^\"\r\n]", ", ; | \\t"),
          ReaderOption.ofChoice(ENCODING,
              LocalizedText.of("teckenkodningen", "how characters are written"), CsvEncoding.NAMES));

  @Override
  public ReaderDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void read(ReaderInput input, ReaderOptions options, RowSink sink) throws IOException {
    Origin file = Origin.of(input.name());
    Findings own = new Findings();
    CsvEncoding encoding = CsvEncoding.of(input, options.text(ENCODING).orElse(""), own);
    CsvSeparator separator = own.hasErrors() ? CsvSeparator.NONE : CsvSeparator.of(input, options, encoding.charset(), own);
    if (!own.hasErrors()) {
      Rows rows = new Rows(separator, sink);
      try (InputStream in = input.open()) {
        scan(input.name(), separator.character(), encoding.charset(), own).read(in, rows::row);
      }
      if (!rows.any && !own.hasErrors() && options.headerRow() > 0) {
        own.add(CsvRules.EMPTY, Origin.of(file.source(), 1));
      }
    }
    for (Finding finding : own.list()) {
      sink.found(
          finding.rule() == CsvRules.NOT_UTF8
              ? Finding.of(MappingRules.UNREADABLE, finding.origin(), "encoding", encoding.charset().name())
              : finding);
    }
  }

  static CsvScan scan(String name, char separator, Charset charset, Findings findings) {
    return CsvScan.of(name, findings).separatedBy(separator).encodedAs(charset);
  }

  /** Hands rows on, but not the line that only names the separator. */
  private static final class Rows {
    private final CsvSeparator separator;
    private final RowSink sink;
    private boolean any;

    Rows(CsvSeparator separator, RowSink sink) {
      this.separator = separator;
      this.sink = sink;
    }

    boolean row(CsvRow row) {
      if (row.number() == 1 && separator.isNamedInFile()) {
        return true;
      }
      any = true;
      List<Cell> cells = new ArrayList<>(row.count());
      for (int i = 0; i < row.count(); i++) {
        cells.add(Cell.text(row.text(i)));
      }
      return sink.row(row.number(), cells);
    }
  }
}
