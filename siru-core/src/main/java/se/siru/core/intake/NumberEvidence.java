package se.siru.core.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;

/**
 * Finds out how a file writes numbers, for fields of which the mapping does not say it: every number of a column must fit
 * one style, and what speaks for two refuses the file.
 */
final class NumberEvidence implements SourceReader.Rows {
  /** A point or comma before three digits parts thousands for some people and decimals for others. */
  private static final Pattern DOUBTFUL = Pattern.compile("[-\u2212]?[1-9][0-9]{0,2}[.,][0-9]{3}");
  /** So many cells of a column are told one by one; the rest are counted. */
  private static final int MOST_TOLD = 50;

  private static final Pattern DIGIT = Pattern.compile("[0-9]");

  private final Map<FieldMapping, Column> columns = new LinkedHashMap<>();

  /** A cell that can be read in two ways. */
  private record Doubtful(Origin cell, String example, boolean hasComma) {}

  /** What was met in one column. */
  private static final class Column {
    private final String name;
    private long swedish;
    private @Nullable Origin firstSwedish;
    private String exampleOfSwedish = "";
    private @Nullable Origin firstPlain;
    private String exampleOfPlain = "";
    private final List<Doubtful> doubtful = new ArrayList<>();
    private long doubtfulPoints;
    private long doubtfulCommas;

    Column(String name) {
      this.name = name;
    }

    void see(String text, SourceRow row) {
      boolean plain = NumberStyle.PLAIN.parse(text) != null;
      boolean comma = NumberStyle.SWEDISH.parse(text) != null;
      boolean isDoubtful = comma != plain && DOUBTFUL.matcher(text).matches();
      if (isDoubtful) {
        doubtfulPoints += plain ? 1 : 0;
        doubtfulCommas += comma ? 1 : 0;
        if (doubtful.size() < MOST_TOLD) {
          doubtful.add(new Doubtful(row.origin().at(row.place(name)), shape(text), comma));
        }
      }
      if (comma && !plain) {
        swedish++;
        if (firstSwedish == null) {
          firstSwedish = row.origin().at(row.place(name));
          exampleOfSwedish = shape(text);
        }
      } else if (plain && !comma) {
        if (!isDoubtful && firstPlain == null) {
          firstPlain = row.origin().at(row.place(name));
          exampleOfPlain = shape(text);
        }
      }
    }
  }

  /** How a number is written, without saying which. */
  private static String shape(String text) {
    return DIGIT.matcher(text).replaceAll("9");
  }

  NumberEvidence(SourceMapping mapping) {
    for (RecordMapping record : mapping.records) {
      for (FieldMapping field : record.fields) {
        if (field.field.kind().isNumber() && field.number == null && field.from instanceof From.Column column) {
          columns.put(field, new Column(column.name()));
        }
      }
    }
  }

  boolean isNeeded() {
    return !columns.isEmpty();
  }

  @Override
  public void header(String source, TableHeader header) {}

  @Override
  public void row(SourceRow row) {
    columns.forEach((field, column) -> {
      var values = row.column(column.name);
      if (values == null) {
        return;
      }
      for (Cell value : field.split(values)) {
        String text = Blanks.strip(value.text());
        if (value.kind() == Cell.Kind.TEXT && !field.map.containsKey(text) && !field.unknown.contains(text)) {
          column.see(text, row);
        }
      }
    });
  }

  @Override
  public void bad(Finding why, @Nullable SourceRow row) {}

  /** The style of each field; what it was taken from is told, and what does not fit together is an error. */
  Map<FieldMapping, NumberStyle> settle(String source, Findings findings) {
    Map<FieldMapping, NumberStyle> styles = new HashMap<>();
    Map<String, Boolean> told = new HashMap<>();
    boolean anySwedish = columns.values().stream().anyMatch(column -> column.swedish > 0);
    columns.forEach((field, column) -> {
      styles.put(field, column.swedish > 0 ? NumberStyle.SWEDISH : NumberStyle.PLAIN);
      if (told.put(column.name, true) == null) {
        tell(column, source, anySwedish, findings);
      }
    });
    return styles;
  }

  private static void tell(Column column, String source, boolean anySwedish, Findings findings) {
    Origin swedish = column.firstSwedish;
    Origin plain = column.firstPlain;
    if (swedish != null && plain != null) {
      findings.add(ReadingRules.NUMBERS_UNCLEAR, plain, "column", column.name, "one", column.exampleOfPlain,
          "other", column.exampleOfSwedish, "place", swedish.toString());
    } else if (swedish != null) {
      findings.add(ReadingRules.NUMBERS_SWEDISH, Origin.of(swedish.source()).at(column.name), "column", column.name,
          "count", Long.toString(column.swedish), "example", column.exampleOfSwedish);
      tellDoubtful(column, true, findings);
    } else if (column.doubtfulPoints > 0 && plain == null && anySwedish) {
      findings.add(ReadingRules.POINTS_UNCLEAR, column.doubtful.get(0).cell(),
          "column", column.name, "value", column.doubtful.get(0).example());
    } else {
      tellDoubtful(column, false, findings);
    }
  }

  /** Tells each cell that is read with three decimals and may be thousands: nobody sees it in the sum of a column. */
  private static void tellDoubtful(Column column, boolean hasComma, Findings findings) {
    Rule rule = hasComma ? ReadingRules.COMMAS_AS_DECIMALS : ReadingRules.POINTS_AS_DECIMALS;
    List<Doubtful> told = column.doubtful.stream().filter(cell -> cell.hasComma() == hasComma).toList();
    told.forEach(cell -> findings.add(rule, cell.cell(), "column", column.name, "value", cell.example()));
    long more = (hasComma ? column.doubtfulCommas : column.doubtfulPoints) - told.size();
    if (more > 0) {
      findings.add(rule, Origin.of(told.isEmpty() ? "" : told.get(0).cell().source()).at(column.name),
          "column", column.name, "value", "… × " + more);
    }
  }
}
