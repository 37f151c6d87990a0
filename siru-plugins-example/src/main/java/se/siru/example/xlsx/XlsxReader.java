package se.siru.example.xlsx;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;
import se.siru.core.intake.ReaderDescriptor;
import se.siru.core.intake.ReaderInput;
import se.siru.core.intake.ReaderOption;
import se.siru.core.intake.ReaderOptions;
import se.siru.core.intake.RowReader;
import se.siru.core.intake.RowSink;
import se.siru.core.text.LocalizedText;

/**
 * Reads workbooks of Excel, {@code .xlsx} and {@code .xlsm}, in bounded memory and time whatever they hold. Macros,
 * links and embedded files are never looked at.
 */
final class XlsxReader implements RowReader {
  /** Which sheet. */
  static final String SHEET = "sheet";

  private static final ReaderDescriptor DESCRIPTOR =
      ReaderDescriptor.of("xlsx", ReaderDescriptor.Layout.GRID, Set.of("xlsx", "xlsm"),
          ReaderOption.ofNameOrPosition(SHEET,
              LocalizedText.of("bladet: dess namn, ett mönster för flera blad, eller dess plats bland de synliga, från 1",
                  "the sheet: its name, a pattern for several sheets, or its position among the visible ones, from 1")));

  @Override
  public ReaderDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void read(ReaderInput input, ReaderOptions options, RowSink sink) throws IOException {
    try {
      WorkbookParts parts = WorkbookParts.read(input);
      List<WorkbookParts.Sheet> wanted = sheets(parts, input, options, sink);
      SharedStrings texts = SharedStrings.read(parts.workbook(), parts.sharedStrings());
      NumberFormats formats = NumberFormats.read(parts.workbook(), parts.styles());
      for (WorkbookParts.Sheet sheet : wanted) {
        sink.table(sheet.name());
        new SheetReader(parts, texts, formats, input.origin(sheet.name()), options.headerRow(), sink).read(sheet.part());
      }
    } catch (BadWorkbook bad) {
      sink.found(bad.finding());
    }
  }

  private static List<WorkbookParts.Sheet> sheets(
      WorkbookParts parts, ReaderInput input, ReaderOptions options, RowSink sink) throws IOException, BadWorkbook {
    List<WorkbookParts.Sheet> visible = parts.sheets().stream().filter(sheet -> !sheet.isHidden()).toList();
    OptionalInt position = options.position(SHEET);
    String stated = options.text(SHEET).orElse(position.isPresent() ? Integer.toString(position.getAsInt()) : "");
    List<WorkbookParts.Sheet> found = new ArrayList<>();
    if (position.isPresent()) {
      found.addAll(position.getAsInt() > visible.size() ? List.of() : List.of(visible.get(position.getAsInt() - 1)));
    } else if (stated.isEmpty()) {
      return onlyOne(parts, visible, input);
    } else {
      Pattern pattern = pattern(stated);
      for (WorkbookParts.Sheet sheet : parts.sheets()) {
        boolean isNamed = plain(sheet.name()).equalsIgnoreCase(plain(stated));
        if (isNamed || pattern.matcher(plain(sheet.name())).matches()) {
          if (isNamed || !sheet.isHidden()) {
            found.add(sheet);
          }
          if (sheet.isHidden()) {
            Rule told = isNamed ? XlsxRules.HIDDEN_READ : XlsxRules.HIDDEN_SKIPPED;
            sink.found(Finding.of(told, input.origin(sheet.name())));
          }
        }
      }
    }
    if (found.isEmpty()) {
      throw new BadWorkbook(XlsxRules.NO_SHEET, Origin.of(input.name()), "sheet", stated, "sheets", names(parts.sheets()));
    }
    return found;
  }

  /** The only visible sheet with content: workbooks often have empty ones beside it. */
  private static List<WorkbookParts.Sheet> onlyOne(
      WorkbookParts parts, List<WorkbookParts.Sheet> visible, ReaderInput input) throws IOException, BadWorkbook {
    List<WorkbookParts.Sheet> filled = new ArrayList<>();
    for (WorkbookParts.Sheet sheet : visible) {
      if (SheetReader.hasContent(parts, sheet.part())) {
        filled.add(sheet);
      }
    }
    if (filled.size() != 1) {
      throw new BadWorkbook(filled.isEmpty() ? XlsxRules.EMPTY : XlsxRules.WHICH_SHEET, Origin.of(input.name()),
          "sheets", names(filled));
    }
    return filled;
  }

  private static String names(List<WorkbookParts.Sheet> sheets) {
    return String.join(", ", sheets.stream().map(WorkbookParts.Sheet::name).toList());
  }

  private static String plain(String name) {
    return Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
  }

  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    plain(glob).codePoints().forEach(c ->
        regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c))));
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }
}
