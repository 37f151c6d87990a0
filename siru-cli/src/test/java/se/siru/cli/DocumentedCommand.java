package se.siru.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a page's code block that begins with {@code siru}.
 *
 * @param line without {@code siru}
 */
record DocumentedCommand(String line) {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
  private static final String PROMPT = "siru ";

  /** The commands of a page, in order. */
  static List<DocumentedCommand> in(Path page) throws IOException {
    List<DocumentedCommand> commands = new ArrayList<>();
    boolean code = false;
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("```")) {
        code = !code;
      } else if (code && line.startsWith(PROMPT)) {
        commands.add(new DocumentedCommand(line.substring(PROMPT.length())));
      }
    }
    return commands;
  }

  /** The arguments as a shell takes them from a line with single or double quotes. */
  String[] arguments() {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
    }
    return words.toArray(String[]::new);
  }
}
