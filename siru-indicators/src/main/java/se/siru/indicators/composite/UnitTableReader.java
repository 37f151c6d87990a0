package se.siru.indicators.composite;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;
import se.siru.core.intake.Cell;
import se.siru.core.intake.ReaderInput;
import se.siru.core.intake.ReaderOptions;
import se.siru.core.intake.Readers;
import se.siru.core.intake.RowSink;
import se.siru.core.stability.Experimental;

/**
 * Reads the table of an index from CSV: a row for each unit, its id in the first column, and columns with the names of the variables and
 * groups that the declaration asks for. Other columns are left alone. An empty cell is missing, which is never 0.
 *
 * <p>Stateless and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class UnitTableReader {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
  private static final String MINUS = "\u2212";

  private UnitTableReader() {}

  /**
   * Reads a table.
   *
   * @param findings takes all problems with their rows and columns
   * @return the table; empty where there are errors
   * @throws IOException where the file cannot be read
   */
  public static Optional<UnitTable> read(ReaderInput input, CompositeIndex index, Findings findings) throws IOException {
    Rows rows = new Rows(input.name(), index);
    Readers.csv().read(input, ReaderOptions.none(), rows);
    findings.addAll(rows.findings);
    return rows.findings.hasErrors() ? Optional.empty() : Optional.of(rows.table.build());
  }

  private static final class Rows implements RowSink {
    private final String source;
    private final CompositeIndex index;
    private final Findings findings = new Findings();
    private final UnitTable.Builder table = UnitTable.builder();
    private final Map<String, Integer> columns = new TreeMap<>();
    private final Set<String> units = new HashSet<>();
    private boolean hasHeader;

    Rows(String source, CompositeIndex index) {
      this.source = source;
      this.index = index;
    }

    @Override
    public void table(String name) {
      throw new IllegalStateException("CSV holds one table");
    }

    @Override
    public boolean object(long number, Map<String, Cell> members) {
      throw new IllegalStateException("CSV holds no named values");
    }

    @Override
    public void bad(Finding why) {
      findings.add(why);
    }

    @Override
    public void found(Finding finding) {
      findings.add(finding);
    }

    @Override
    public boolean row(long number, List<Cell> cells) {
      List<String> texts = cells.stream().map(cell -> cell.text().strip()).toList();
      Origin origin = Origin.of(source, number);
      if (hasHeader) {
        unit(texts, origin);
      } else {
        hasHeader = true;
        header(texts, origin);
      }
      return !(findings.hasErrors() && columns.isEmpty());
    }

    private void header(List<String> names, Origin origin) {
      for (int i = 1; i < names.size(); i++) {
        columns.putIfAbsent(names.get(i), i);
      }
      List<String> missing = new ArrayList<>(index.variables());
      missing.addAll(index.groupings());
      missing.removeAll(columns.keySet());
      if (!missing.isEmpty()) {
        findings.add(CompositeRules.NO_COLUMN, origin, "names", String.join(", ", missing));
        columns.clear();
      }
      index.variables().forEach(table::variable);
    }

    private void unit(List<String> cells, Origin origin) {
      String unit = cells.isEmpty() ? "" : cells.get(0);
      if (unit.isEmpty() || !units.add(unit)) {
        Rule rule = unit.isEmpty() ? CompositeRules.NO_UNIT : CompositeRules.UNIT_TWICE;
        findings.add(rule, origin, "unit", unit);
        return;
      }
      table.unit(unit);
      for (String variable : index.variables()) {
        String text = cell(cells, variable).replace(MINUS, "-");
        if (NUMBER.matcher(text).matches()) {
          table.value(unit, variable, new BigDecimal(text).doubleValue());
        } else if (!text.isEmpty()) {
          findings.add(CompositeRules.NO_NUMBER, origin.at(variable), "value", text);
        }
      }
      for (String grouping : index.groupings()) {
        String group = cell(cells, grouping);
        if (!group.isEmpty()) {
          table.group(unit, grouping, group);
        }
      }
    }

    private String cell(List<String> cells, String column) {
      int at = columns.getOrDefault(column, 0);
      return at > 0 && at < cells.size() ? cells.get(at) : "";
    }
  }
}
