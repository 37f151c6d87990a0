package se.siru.cli;

import java.util.ArrayList;
import java.util.List;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.evaluation.Section;
import se.siru.core.export.ExportContext;
import se.siru.core.model.RecordType;
import se.siru.core.portfolio.Portfolio;

/** What the demo prints: a title, what the portfolio holds, and tables. */
final class DemoPage {
  static final int WIDTH = 98;
  private static final int COLUMNS = 3;

  private final Siru siru;
  private final Portfolio portfolio;
  private final Wording words;
  private final StringBuilder text = new StringBuilder();

  DemoPage(Siru siru, Portfolio portfolio, String language) {
    this.siru = siru;
    this.portfolio = portfolio;
    this.words = new Wording(language);
  }

  /** The page, for the sections of an example. */
  String of(String title, String about, List<Section> sections) {
    text.append(title).append('\n').append("═".repeat(title.length())).append('\n').append(about).append('\n')
        .append(words.say("Regeluppsättning: ", "Rule set: ")).append(siru.rules().reference()).append('\n')
        .append(whose());
    text.append(SectionsText.heading(words.say("Vad portföljen innehåller", "What the portfolio holds")));
    holdings();
    SectionsText tables = new SectionsText(siru, portfolio, Audience.INTERNAL, ExportContext.of(words.language()).withWidth(WIDTH));
    return text.append(tables.of(sections)).toString();
  }

  /** What an indicator under a part counts. */
  private String whose() {
    return words.say(
        """
        Katalogens indikatorer, med stora bokstäver, räknar hela programmet, också under rubriken för en
        del. De med små bokstäver är demonstrationens egna.
        """,
        """
        Indicators of the catalogue, in capitals, count the whole programme, also under the heading of a
        part. Those in small letters are this demonstration's own.
        """);
  }

  /** Records by type, in columns to be read downwards. */
  private void holdings() {
    List<String> cells = new ArrayList<>();
    int width = (WIDTH + 2) / COLUMNS - 3;
    for (RecordType type : portfolio.schema().types()) {
      String label = type.label().in(words.language());
      String count =
          portfolio.holds(type)
              ? Integer.toString(portfolio.table(type.name()).size())
              : words.say("saknas", "missing");
      cells.add(label + " " + ".".repeat(Math.max(2, width - label.length() - count.length() - 2)) + " " + count);
    }
    int rows = (cells.size() + COLUMNS - 1) / COLUMNS;
    for (int row = 0; row < rows; row++) {
      StringBuilder line = new StringBuilder();
      for (int at = row; at < cells.size(); at += rows) {
        line.append(at == row ? "" : "   ").append(cells.get(at));
      }
      text.append(line).append('\n');
    }
  }
}
