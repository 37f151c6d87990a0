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
import se.siru.core.model.Path;
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
  private final Map<Path, int[]> ofEntities = new HashMap<>();

  PathReader(Portfolio portfolio) {
    this.portfolio = portfolio;
  }

  SetPool sets() {
    return sets;
  }

  /** The elements at the end of a path that starts at an entity type, one encoding for each of its rows. */
  int[] elements(Path path) {
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
  ElementReader reader(Batch batch, Path path) {
    return reader(batch, path, null);
  }

  /** Reads the codes of a dimension, at its level, for the rows of a batch. */
  ElementReader reader(Batch batch, Dimension dimension) {
    return reader(batch, dimension.path(), dimension.level());
  }

  private ElementReader reader(Batch batch, Path path, @Nullable String level) {
    Column.Ints column = (Column.Ints) batch.column(path.first().name());
    int[] ofElement = ofElement(path, level, column, batch.size());
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
  private int[] ofElement(Path path, @Nullable String level, Column.Ints column, int rows) {
    int[] found;
    if (path.fields().size() > 1) {
      found = elements(path.rest());
    } else {
      found = new int[domain(path.last())];
      Arrays.setAll(found, element -> element);
    }
    return level == null ? found : atLevel(found, portfolio.schema().codelist(path.last()), level);
  }

  /** The codes of a dimension read on an entity: by row of the entity type where {@code path} starts, at the level. */
  int[] codes(Path path, @Nullable String level) {
    int[] found = elements(path);
    return level == null ? found : atLevel(found, portfolio.schema().codelist(path.last()), level);
  }

  /** For each position of a dimension's code list, the code at the dimension's level. */
  int[] levels(Dimension dimension) {
    int[] found = new int[domain(dimension.path().last())];
    Arrays.setAll(found, element -> element);
    String level = dimension.level();
    return level == null ? found : atLevel(found, portfolio.schema().codelist(dimension.path().last()), level);
  }

  private int[] atLevel(int[] encodings, Codelist list, String level) {
    int[] levelOf = new int[list.size()];
    Arrays.setAll(levelOf, position -> list.atLevel(position, level));
    int[] rolled = new int[encodings.length];
    for (int i = 0; i < rolled.length; i++) {
      int encoded = encodings[i];
      rolled[i] =
          encoded >= 0
              ? levelOf[encoded]
              : encoded == SetPool.UNKNOWN
                  ? encoded
                  : sets.encode(Arrays.stream(sets.elements(encoded)).map(e -> levelOf[e]).toArray());
    }
    return rolled;
  }

  /** How many different elements a code or reference field may hold. */
  int domain(Field<?> field) {
    return field.kind() == FieldKind.CODE
        ? portfolio.schema().codelist(field).size()
        : portfolio.table(Objects.requireNonNull(field.target())).size();
  }

  /** Numbers at the end of a path, for the rows of a batch. Several numbers behind one record are added up. */
  NumberReader numbers(Batch batch, Path path) {
    if (path.fields().size() == 1) {
      long[] values = ((Column.Longs) batch.column(path.first().name())).values();
      return row -> values[row];
    }
    Path rest = path.rest();
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
