package se.siru.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.export.ExportContext;
import se.siru.core.model.Periods;
import se.siru.core.model.RecordType;
import se.siru.core.portfolio.Portfolio;

/** What the demo prints: a title, what the portfolio holds, and tables. */
final class DemoPage {
  static final int WIDTH = 98;
  private static final int COLUMNS = 3;

  private final Siru siru;
  private final Portfolio portfolio;
  private final String language;
  private final StringBuilder text = new StringBuilder();

  DemoPage(Siru siru, Portfolio portfolio, String language) {
    this.siru = siru;
    this.portfolio = portfolio;
    this.language = language;
  }

  /** The page, for the sections of an example. */
  String of(String title, String about, List<DemoSection> sections) {
    text.append(title).append('\n').append("═".repeat(title.length())).append('\n').append(about).append('\n');
    heading(say("Vad portföljen innehåller", "What the portfolio holds"));
    holdings();
    sections.forEach(this::section);
    return text.toString();
  }

  private String say(String swedish, String english) {
    return language.equals("sv") ? swedish : english;
  }

  private void heading(String title) {
    text.append("\n\n").append(title).append('\n').append("─".repeat(title.length())).append('\n');
  }

  /** Records by type, in columns to be read downwards. */
  private void holdings() {
    List<String> cells = new ArrayList<>();
    int width = (WIDTH + 2) / COLUMNS - 3;
    for (RecordType type : portfolio.schema().types()) {
      String label = type.label().in(language);
      String count =
          portfolio.holds(type)
              ? Integer.toString(portfolio.table(type.name()).size())
              : say("saknas", "missing");
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

  private void section(DemoSection section) {
    Evaluation evaluation =
        siru.evaluate(portfolio)
            .indicators(section.indicators().toArray(String[]::new))
            .periods(Periods.parse(section.periods()))
            .by(section.by().toArray(String[]::new));
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    siru.export(
        siru.publish(evaluation.run(), Audience.INTERNAL),
        "table",
        ExportContext.of(language).withWidth(WIDTH).withoutHeading(),
        table);
    heading(section.title().in(language));
    text.append(table.toString(StandardCharsets.UTF_8).strip()).append('\n');
  }
}
