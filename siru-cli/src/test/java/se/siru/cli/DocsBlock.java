package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A block of code on a page of the documentation.
 *
 * @param page     from the root of the project, with slashes
 * @param line     where its first line of code stands
 * @param language as stated behind the fence, perhaps empty
 */
record DocsBlock(String page, int line, String language, String text) {
  static final Path ROOT = Path.of("..");

  private static final String FENCE = "```";

  /** All blocks of README.md and of the pages below {@code docs}, but for the decisions, which tell what once was. */
  static List<DocsBlock> all() throws IOException {
    List<DocsBlock> blocks = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      List<Path> pages = files.filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.startsWith(ROOT.resolve(Path.of("docs", "decisions")))).sorted().toList();
      for (Path page : Stream.concat(Stream.of(ROOT.resolve("README.md")), pages.stream()).toList()) {
        blocks.addAll(in(ROOT.relativize(page).toString().replace('\\', '/'), Files.readString(page)));
      }
    }
    return blocks;
  }

  static List<DocsBlock> all(String language) throws IOException {
    return all().stream().filter(block -> block.language().equals(language)).toList();
  }

  private static List<DocsBlock> in(String page, String text) {
    List<DocsBlock> blocks = new ArrayList<>();
    String language = null;
    List<String> code = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (language == null && line.startsWith(FENCE)) {
        language = line.substring(FENCE.length());
        code.clear();
      } else if (language != null && line.equals(FENCE)) {
        blocks.add(new DocsBlock(page, number - code.size(), language, String.join("\n", code) + "\n"));
        language = null;
      } else {
        String at = page + ":" + number;
        assertEquals(-1, line.indexOf(FENCE), () -> at + " holds a fence that neither begins nor ends a block");
        code.add(line);
      }
    }
    assertEquals(null, language, page + " ends within a block");
    return blocks;
  }

  @Override
  public String toString() {
    return page + ":" + line;
  }
}
