package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link of the documentation to a file of this project, and to a heading of it, leads somewhere. */
class DocsLinksTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");

  @Test
  void everyLinkLeadsToAFileAndAHeadingThatThereAre() throws IOException {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (Path page : pages()) {
      for (String link : LINK.matcher(prose(page)).results().map(found -> found.group(1)).toList()) {
        if (link.contains("://")) {
          continue;
        }
        links++;
        int hash = link.indexOf('#');
        Path target = hash == 0 ? page : page.resolveSibling(hash < 0 ? link : link.substring(0, hash)).normalize();
        if (!Files.exists(target) || hash >= 0 && !places(target).contains(link.substring(hash + 1))) {
          dead.add(page + ": " + link);
        }
      }
    }
    assertEquals(List.of(), dead);
    assertTrue(links > 300, links + " links");
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(DocsBlock.ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(DocsBlock.ROOT.resolve("README.md")), files.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  private static String prose(Path page) throws IOException {
    return BLOCK.matcher(Files.readString(page)).replaceAll("");
  }

  /** The anchors of a page: those it states, and those that its headings have where it is shown. */
  private static Set<String> places(Path page) throws IOException {
    String prose = prose(page);
    Set<String> places = new HashSet<>(ANCHOR.matcher(prose).results().map(found -> found.group(1)).toList());
    HEADING.matcher(prose).results().map(found -> found.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-')).forEach(places::add);
    return places;
  }
}
