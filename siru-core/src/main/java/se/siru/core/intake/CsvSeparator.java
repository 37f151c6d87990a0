package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;

/**
 * What separates the fields of a file: what the mapping says; else what the file says in a line {@code sep=;} as Excel
 * writes it; else the one character with which its header has the columns that are expected.
 */
record CsvSeparator(char character, boolean isNamedInFile) {
  /** Where there is none to be had. */
  static final CsvSeparator NONE = new CsvSeparator(',', false);

  private static final char USUAL = ',';
  private static final char NEVER = '\u001f';
  private static final String NAMING = "sep=";
  private static final int ROWS_COMPARED = 20;

  /** How a file looks when its fields are separated by one character. */
  private record Look(boolean hasColumns, int width, boolean isEven) {
    boolean isTable() {
      return width > 1 && isEven;
    }
  }

  static CsvSeparator of(ReaderInput input, ReaderOptions options, Charset charset, Findings findings)
      throws IOException {
    Origin file = Origin.of(input.name());
    String stated = options.text(CsvRowReader.SEPARATOR).orElse("");
    String named = named(input, charset);
    if (!named.isEmpty()) {
      boolean other = !stated.isEmpty() && !stated.equals(named);
      findings.add(other ? ReadingRules.SEPARATOR_STATED : ReadingRules.SEPARATOR_NAMED, Origin.of(input.name(), 1),
          "found", word(named.charAt(0)));
      return new CsvSeparator(stated.isEmpty() ? named.charAt(0) : stated.charAt(0), true);
    }
    Map<Character, Look> looks = new LinkedHashMap<>();
    for (char candidate : candidates(stated)) {
      looks.put(candidate, look(input, options, charset, candidate));
    }
    List<Character> fitting = looks.keySet().stream().filter(each -> looks.get(each).hasColumns()).toList();
    if (!stated.isEmpty()) {
      char character = stated.charAt(0);
      if (!fitting.isEmpty() && !fitting.contains(character)) {
        findings.add(MappingRules.WRONG_SEPARATOR, Origin.of(input.name(), options.headerRow()),
            "found", word(fitting.get(0)));
      }
      return new CsvSeparator(character, false);
    }
    return new CsvSeparator(found(looks, fitting, options, file, findings), false);
  }

  private static char found(
      Map<Character, Look> looks, List<Character> fitting, ReaderOptions options, Origin file, Findings findings) {
    boolean byColumns = !fitting.isEmpty() && !options.columns().isEmpty();
    List<Character> likely = byColumns ? fitting : new ArrayList<>(looks.keySet());
    List<Character> tables = likely.stream().filter(each -> looks.get(each).isTable()).toList();
    if (tables.isEmpty()) { // one column, or uneven rows, which are told row by row
      char first = likely.contains(USUAL) ? USUAL : likely.get(0);
      if (first != USUAL) {
        tell(first, byColumns, options, file, findings);
      }
      return first;
    }
    if (tables.size() > 1) {
      findings.add(ReadingRules.SEPARATOR_UNCLEAR, file,
          "found", tables.stream().map(CsvSeparator::word).collect(Collectors.joining(", ")));
    } else if (tables.get(0) != USUAL) {
      tell(tables.get(0), byColumns, options, file, findings);
    }
    return tables.get(0);
  }

  private static void tell(char found, boolean byColumns, ReaderOptions options, Origin file, Findings findings) {
    boolean byHeader = byColumns && options.headerRow() > 0;
    findings.add(byHeader ? ReadingRules.SEPARATOR_FOUND : ReadingRules.SEPARATOR_LIKELY, file,
        "found", word(found), "row", Integer.toString(options.headerRow()));
  }

  private static List<Character> candidates(String stated) {
    List<Character> candidates = new ArrayList<>(CsvHeader.SEPARATORS.keySet());
    if (!stated.isEmpty() && !candidates.contains(stated.charAt(0))) {
      candidates.add(stated.charAt(0));
    }
    return candidates;
  }

  /** The separator that the first line names, as a text; empty where it names none. */
  private static String named(ReaderInput input, Charset charset) throws IOException {
    StringBuilder first = new StringBuilder();
    try (InputStream in = input.open()) {
      CsvRowReader.scan(input.name(), NEVER, charset, new Findings()).read(in, row -> {
        first.append(row.number() == 1 ? row.text(0) : "");
        return false;
      });
    }
    String line = first.toString();
    return line.length() == NAMING.length() + 1 && line.startsWith(NAMING) ? line.substring(NAMING.length()) : "";
  }

  private static Look look(ReaderInput input, ReaderOptions options, Charset charset, char separator)
      throws IOException {
    List<Integer> widths = new ArrayList<>();
    List<TableHeader> headers = new ArrayList<>();
    Findings broken = new Findings();
    try (InputStream in = input.open()) {
      CsvRowReader.scan(input.name(), separator, charset, broken).read(in, row -> {
        if (row.number() >= options.headerRow()) {
          if (headers.isEmpty()) {
            headers.add(TableHeader.of(row.texts(), false));
          }
          widths.add(row.count());
        }
        return widths.size() < ROWS_COMPARED;
      });
    }
    if (headers.isEmpty()) {
      return new Look(false, 0, false);
    }
    TableHeader header = headers.get(0);
    boolean hasColumns =
        options.headerRow() > 0
            ? options.columns().stream().allMatch(column -> header.position(column) >= 0)
            : options.columns().size() == header.width();
    boolean isEven = !broken.hasErrors() && widths.stream().allMatch(width -> width == header.width());
    return new Look(hasColumns, header.width(), isEven);
  }

  private static String word(char separator) {
    return CsvHeader.SEPARATORS.getOrDefault(separator, "'" + separator + "'");
  }
}
