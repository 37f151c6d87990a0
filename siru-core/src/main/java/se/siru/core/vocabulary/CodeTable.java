package se.siru.core.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.text.LocalizedText;

/**
 * The codes of a list that ships with the library as a table: below a header, a line a code with code, parent, level, Swedish and
 * English label and aliases. Tabs are between the columns, and a bar between aliases; none of them stands within a text.
 */
final class CodeTable {
  private static final int COLUMNS = 6;

  private CodeTable() {}

  /** Reads the codes and closes the stream. */
  static List<Code> read(InputStream table) throws IOException {
    String text;
    try (table) {
      text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Code> codes = new ArrayList<>();
    String[] columns = new String[COLUMNS];
    int at = text.indexOf('\n') + 1;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      for (int column = 0; column < COLUMNS; column++) {
        int tab = column < COLUMNS - 1 ? text.indexOf('\t', at) : end;
        columns[column] = text.substring(at, tab);
        at = tab + 1;
      }
      codes.add(
          new Code(
              columns[0],
              LocalizedText.of(columns[3], columns[4]),
              orNull(columns[1]),
              orNull(columns[2]),
              null,
              null,
              columns[5].isEmpty() ? List.of() : List.of(columns[5].split("\\|"))));
    }
    return codes;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
