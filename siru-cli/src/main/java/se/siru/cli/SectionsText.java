package se.siru.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.evaluation.Section;
import se.siru.core.export.ExportContext;
import se.siru.core.portfolio.Portfolio;

/** Sections one below the other, each with its title, what is said of it, and a table. */
final class SectionsText {
  private final Siru siru;
  private final Portfolio portfolio;
  private final Audience audience;
  private final ExportContext wishes;

  SectionsText(Siru siru, Portfolio portfolio, Audience audience, ExportContext wishes) {
    this.siru = siru;
    this.portfolio = portfolio;
    this.audience = audience;
    this.wishes = wishes.withoutHeading();
  }

  String of(List<Section> sections) {
    return sections.stream().map(this::section).collect(Collectors.joining());
  }

  /** A title underlined. */
  static String heading(String title) {
    return "\n\n" + title + "\n" + "─".repeat(title.length()) + "\n";
  }

  private String section(Section section) {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    siru.export(
        siru.publish(section.of(portfolio, siru.catalogue()).run(), audience), ResultOptions.TABLE, wishes, table);
    String about = Terminal.plain(section.about().in(wishes.language()));
    return heading(Terminal.plain(section.title().in(wishes.language())))
        + (about.isEmpty() ? "" : wrapped(about) + "\n\n")
        + table.toString(StandardCharsets.UTF_8).strip() + "\n";
  }

  private String wrapped(String text) {
    StringBuilder lines = new StringBuilder();
    int length = 0;
    for (String word : Arrays.asList(text.split(" ", -1))) {
      boolean isFirst = lines.length() == 0;
      boolean fits = length + 1 + word.length() <= wishes.width();
      lines.append(isFirst ? "" : fits ? " " : "\n").append(word);
      length = isFirst || !fits ? word.length() : length + 1 + word.length();
    }
    return lines.toString();
  }
}
