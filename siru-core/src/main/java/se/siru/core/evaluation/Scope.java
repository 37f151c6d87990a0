package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Table;
import se.siru.core.portfolio.Units;

/**
 * Within which node of the programme tree a record's things are distinct: the node at a level above the record's own, as a number;
 * 0 for the whole agency, and for records that lie below no node of that level.
 */
final class Scope {
  private final int count;
  private final int @Nullable [] ofNode;

  private Scope(int count, int @Nullable [] ofNode) {
    this.count = count;
    this.ofNode = ofNode;
  }

  static Scope of(Portfolio portfolio, @Nullable String level, int most) {
    if (level == null) {
      return new Scope(1, null);
    }
    Units units = portfolio.units(ProgrammeNode.TYPE.name());
    if (units.count() + 1 > most) {
      throw new SiruException(ErrorCode.MISUSE, "more than " + (most - 1) + " nodes in the programme tree");
    }
    int[] ofNode = Arrays.stream(nodesAt(portfolio, level)).map(row -> row < 0 ? 0 : units.unit(row) + 1).toArray();
    return new Scope(units.count() + 1, ofNode);
  }

  /** For each row of the programme tree the row at a level: itself, or the first above it; -1 where there is none. */
  static int[] nodesAt(Portfolio portfolio, String level) {
    Table nodes = portfolio.table(ProgrammeNode.TYPE.name());
    int[] atLevel = new int[nodes.size()];
    if (atLevel.length > 0) {
      Batch batch = nodes.batches().get(0);
      int wanted = portfolio.schema().codelist(ProgrammeNode.LEVEL).position(level);
      int[] levels = ((Column.Ints) batch.column(ProgrammeNode.LEVEL.name())).values();
      int[] parents = ((Column.Ints) batch.column(ProgrammeNode.PARENT.name())).values();
      Arrays.setAll(atLevel, row -> ancestor(row, wanted, levels, parents));
    }
    return atLevel;
  }

  private static int ancestor(int row, int wanted, int[] levels, int[] parents) {
    int at = row;
    while (at >= 0 && levels[at] != wanted) {
      at = parents[at];
    }
    return Math.max(at, -1);
  }

  /** How many different numbers there may be. */
  int count() {
    return count;
  }

  /** Reads the scope of the rows of a batch. */
  Reader bind(Table table, Batch batch) {
    Optional<Field<?>> node = table.type().field(FieldRole.NODE);
    int[] scopes = ofNode;
    if (scopes == null || node.isEmpty()) {
      return row -> 0;
    }
    Column.Ints nodes = (Column.Ints) batch.column(node.get().name());
    return row -> nodes.value(row) < 0 ? 0 : scopes[nodes.value(row)];
  }

  /** The scope of each row of a batch. */
  interface Reader {
    int read(int row);
  }
}
