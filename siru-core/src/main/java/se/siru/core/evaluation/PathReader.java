package se.siru.core.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Dimension;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldPath;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.IntSets;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Table;
import se.siru.core.vocabulary.Codelist;

/**
 * Makes paths cheap to follow: what lies behind a reference is worked out once for every entity, so that a record needs one
 * look-up. Used while a plan is made, by one thread.
 */
final class PathReader {
  private final Portfolio portfolio;
  private final SetPool sets = new SetPool();
  private final Map<FieldPath, int[]> ofEntities = new HashMap<>();
  private final Map<String, int[]> levels = new HashMap<>();
  private final Map<Rolled, int[]> rolled = new HashMap<>();

  PathReader(Portfolio portfolio) {
    this.portfolio = portfolio;
  }

  /** The codes behind a path at a level. */
  private record Rolled(FieldPath path, String level) {}

  SetPool sets() {
    return sets;
  }

  /** The elements at the end of a path that starts at an entity type, one encoding for each of its rows. */
  int[] elements(FieldPath path) {
    int[] known = ofEntities.get(path);
    if (known == null) {
      List<Batch> batches = portfolio.table(path.first().type()).batches();
      known = new int[batches.isEmpty() ? 0 : batches.get(0).size()];
      if (known.length > 0) {
        ElementReader reader = reader(batches.get(0), path, null);
        for (int row = 0; row < known.length; row++) {
          known[row] = reader.read(row);
        }
      }
      ofEntities.put(path, known);
    }
    return known;
  }

  /** Reads the elements at the end of a path for the rows of a batch. */
  ElementReader reader(Batch batch, FieldPath path) {
    return reader(batch, path, null);
  }

  /** Reads the codes of a dimension, at its level, for the rows of a batch. */
  ElementReader reader(Batch batch, Dimension dimension) {
    return reader(batch, dimension.path(), dimension.level());
  }

  private ElementReader reader(Batch batch, FieldPath path, @Nullable String level) {
    Column.Ints column = (Column.Ints) batch.column(path.first().name());
    int[] ofElement = ofElement(path, level);
    IntSets columnSets = column.sets();
    int[] ofSet = new int[columnSets.count()];
    for (int set = 0; set < ofSet.length; set++) {
      int[] encodings = new int[columnSets.size(set)];
      for (int i = 0; i < encodings.length; i++) {
        encodings[i] = ofElement[columnSets.element(set, i)];
      }
      ofSet[set] = sets.union(encodings);
    }
    return new ElementReader(column.values(), ofElement, ofSet);
  }

  /** What each possible element of a path's first field leads to. */
  private int[] ofElement(FieldPath path, @Nullable String level) {
    return path.fields().size() > 1 ? codes(path.rest(), level) : ofField(path.last(), level);
  }

  /** The codes at the end of a path that starts at an entity type, at a level, one encoding for each of its rows. */
  int[] codes(FieldPath path, @Nullable String level) {
    if (level == null) {
      return elements(path);
    }
    int[] known = rolled.get(new Rolled(path, level));
    if (known == null) {
      int[] levelOf = levelOf(portfolio.schema().codelist(path.last()), level);
      known = Arrays.stream(elements(path)).map(encoded -> atLevel(encoded, levelOf)).toArray();
      rolled.put(new Rolled(path, level), known);
    }
    return known;
  }

  /** For each element that the last field of a dimension may hold, the code at the dimension's level. */
  int[] levels(Dimension dimension) {
    return ofField(dimension.path().last(), dimension.level());
  }

  private int[] ofField(Field<?> field, @Nullable String level) {
    if (level != null) {
      return levelOf(portfolio.schema().codelist(field), level);
    }
    int[] same = new int[domain(field)];
    Arrays.setAll(same, element -> element);
    return same;
  }

  private int[] levelOf(Codelist list, String level) {
    return levels.computeIfAbsent(
        list.id() + "@" + level,
        key -> {
          int[] levelOf = new int[list.size()];
          Arrays.setAll(levelOf, position -> list.atLevel(position, level));
          return levelOf;
        });
  }

  private int atLevel(int encoded, int[] levelOf) {
    return encoded >= 0
        ? levelOf[encoded]
        : encoded == SetPool.UNKNOWN
            ? encoded
            : sets.encode(
                Arrays.stream(sets.elements(encoded))
                    .map(element -> element == CellTable.UNKNOWN ? element : levelOf[element])
                    .toArray());
  }

  /** How many different elements a code or reference field may hold. */
  int domain(Field<?> field) {
    return field.kind() == FieldKind.CODE
        ? portfolio.schema().codelist(field).size()
        : portfolio.table(Objects.requireNonNull(field.target())).size();
  }

  /** Numbers at the end of a path, for the rows of a batch. Several numbers behind one record are added up. */
  NumberReader numbers(Batch batch, FieldPath path) {
    if (path.fields().size() == 1) {
      long[] values = ((Column.Longs) batch.column(path.first().name())).values();
      return row -> values[row];
    }
    FieldPath rest = path.rest();
    Table table = portfolio.table(rest.first().type());
    long[] ofEntity = new long[table.size()];
    if (ofEntity.length > 0) {
      NumberReader reader = numbers(table.batches().get(0), rest);
      Arrays.setAll(ofEntity, reader::read);
    }
    Column.Ints column = (Column.Ints) batch.column(path.first().name());
    return row -> {
      long sum = Column.Longs.MISSING;
      for (int i = 0; i < column.count(row); i++) {
        long number = ofEntity[column.element(row, i)];
        if (number != Column.Longs.MISSING) {
          sum = sum == Column.Longs.MISSING ? number : Math.addExact(sum, number);
        }
      }
      return sum;
    };
  }

  /** A number for each row of a batch; {@link Column.Longs#MISSING} where there is none. */
  interface NumberReader {
    long read(int row);
  }
}
