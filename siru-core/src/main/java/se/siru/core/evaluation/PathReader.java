package se.siru.core.evaluation;

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
import se.siru.core.portfolio.Units;
import se.siru.core.vocabulary.Codelist;

/**
 * Makes paths cheap to follow: what lies behind a reference is worked out once for every entity, so that a record needs one
 * look-up. That depends on code lists and entities alone and is kept; of a batch, only its own sets are worked out. Used by one thread
 * at a time.
 */
final class PathReader {
  /** In place of a level: of what a reference names, the unit it is a version of. */
  private static final String UNIT = "";

  private static final int[] NO_SETS = {};

  private final Portfolio portfolio;
  private final SetPool sets = new SetPool();
  private final Map<FieldPath, int[]> ofEntities = new HashMap<>();
  private final Map<String, int[]> levels = new HashMap<>();
  private final Map<Rolled, int[]> rolled = new HashMap<>();
  private final Map<Integer, int[]> same = new HashMap<>();
  private final Map<Rolled, int[]> named = new HashMap<>();
  private final Map<FieldPath, long[]> numbers = new HashMap<>();
  private final Map<Rolled, ElementReader> readers = new HashMap<>();
  private @Nullable Batch read;

  PathReader(Portfolio portfolio) {
    this.portfolio = portfolio;
  }

  /** The codes behind a path, at a level where one is given. */
  private record Rolled(FieldPath path, @Nullable String level) {
    @Override // written out, as is hashCode: a short run would wait for what Java makes of it at run time
    public boolean equals(@Nullable Object object) {
      return object instanceof Rolled rolled && path.equals(rolled.path) && Objects.equals(level, rolled.level);
    }

    @Override
    public int hashCode() {
      return 31 * path.hashCode() + Objects.hashCode(level);
    }
  }

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

  /** The codes of a dimension, at its level, for each element that the first field of its path may hold; not to be changed. */
  int[] ofElement(Dimension dimension) {
    return ofElement(dimension.path(), level(dimension));
  }

  private static @Nullable String level(Dimension dimension) {
    boolean names = dimension.path().last().kind() == FieldKind.REFERENCE;
    return names && dimension.level() == null ? UNIT : dimension.level();
  }

  private ElementReader reader(Batch batch, FieldPath path, @Nullable String level) {
    int[] ofElement = ofElement(path, level);
    Column.Ints column = (Column.Ints) batch.column(path.first().name());
    if (column.sets().count() == 0) {
      return new ElementReader(column, ofElement, NO_SETS);
    }
    if (read != batch) { // readers are shared within a batch, and batches are not kept
      readers.clear();
      read = batch;
    }
    return readers.computeIfAbsent(new Rolled(path, level), key -> new ElementReader(column, ofElement, ofSets(column.sets(), ofElement)));
  }

  private int[] ofSets(IntSets columnSets, int[] ofElement) {
    int[] ofSet = new int[columnSets.count()];
    int[] encodings = new int[0];
    for (int set = 0; set < ofSet.length; set++) {
      int count = columnSets.size(set);
      encodings = encodings.length < count ? new int[count] : encodings;
      for (int i = 0; i < count; i++) {
        encodings[i] = ofElement[columnSets.element(set, i)];
      }
      ofSet[set] = sets.union(encodings, count);
    }
    return ofSet;
  }

  /** What the values of a path's first field lead to. */
  Behind behind(FieldPath path) {
    return new Behind(path, ofElement(path, null));
  }

  /** What each element of a path's first field leads to, in the encoding of {@link SetPool}. */
  final class Behind {
    private final FieldPath path;
    private final int[] ofElement;

    private Behind(FieldPath path, int[] ofElement) {
      this.path = path;
      this.ofElement = ofElement;
    }

    Field<?> field() {
      return path.first();
    }

    int[] ofElement() {
      return ofElement;
    }

    ElementReader reader(Batch batch) {
      return PathReader.this.reader(batch, path);
    }
  }

  /** What each possible element of a path's first field leads to. */
  private int[] ofElement(FieldPath path, @Nullable String level) {
    return path.fields().size() > 1 ? codes(path.rest(), level) : ofField(path.last(), level);
  }

  /** The codes of a dimension at the end of a path that starts at an entity type, one encoding for each of its rows. */
  int[] codes(FieldPath path, Dimension dimension) {
    return codes(path, level(dimension));
  }

  private int[] codes(FieldPath path, @Nullable String level) {
    if (level == null) {
      return elements(path);
    }
    int[] known = rolled.get(new Rolled(path, level));
    if (known == null) {
      int[] levelOf = ofField(path.last(), level);
      int[] elements = elements(path);
      known = new int[elements.length];
      for (int row = 0; row < known.length; row++) {
        known[row] = atLevel(elements[row], levelOf);
      }
      rolled.put(new Rolled(path, level), known);
    }
    return known;
  }

  /** For each element that the last field of a dimension may hold, the code at the dimension's level. */
  int[] levels(Dimension dimension) {
    return ofField(dimension.path().last(), level(dimension));
  }

  private int[] ofField(Field<?> field, @Nullable String level) {
    if (level != null && field.kind() == FieldKind.REFERENCE) {
      return named.computeIfAbsent(new Rolled(FieldPath.of(field), level), key -> named(field, level));
    }
    if (level != null) {
      return levelOf(portfolio.codelist(field), level);
    }
    return same.computeIfAbsent(domain(field), PathReader::same);
  }

  private static int[] same(int domain) {
    int[] numbers = new int[domain];
    for (int element = 0; element < domain; element++) {
      numbers[element] = element;
    }
    return numbers;
  }

  /** For each row that a reference may name, its unit as a code, or the one above it at a level. */
  private int[] named(Field<?> reference, String level) {
    String target = Objects.requireNonNull(reference.target());
    Units units = portfolio.units(target);
    int @Nullable [] levelOf = level.equals(UNIT) ? null : levelOf(portfolio.codelist(reference), level);
    int[] ofRow = new int[portfolio.table(target).size()];
    for (int row = 0; row < ofRow.length; row++) {
      int unit = units.unit(row);
      ofRow[row] = levelOf == null ? unit : levelOf[unit];
    }
    return ofRow;
  }

  private int[] levelOf(Codelist list, String level) {
    return levels.computeIfAbsent(
        list.id() + "@" + level,
        key -> {
          int[] levelOf = new int[list.size()];
          for (int position = 0; position < levelOf.length; position++) {
            levelOf[position] = list.atLevel(position, level);
          }
          return levelOf;
        });
  }

  private int atLevel(int encoded, int[] levelOf) {
    if (encoded >= SetPool.UNKNOWN) {
      return encoded == SetPool.UNKNOWN ? encoded : levelOf[encoded];
    }
    int[] elements = sets.elements(encoded).clone();
    for (int i = 0; i < elements.length; i++) {
      elements[i] = elements[i] == CellTable.UNKNOWN ? elements[i] : levelOf[elements[i]];
    }
    return sets.encode(elements);
  }

  /** How many different elements a code or reference field may hold. */
  int domain(Field<?> field) {
    return field.kind() == FieldKind.CODE
        ? portfolio.schema().codelist(field).size()
        : portfolio.table(Objects.requireNonNull(field.target())).size();
  }

  /** The units of the entities that a reference points at. */
  Units units(Field<?> reference) {
    return portfolio.units(Objects.requireNonNull(reference.target()));
  }

  /** Numbers at the end of a path, for the rows of a batch. Several numbers behind one record are added up. */
  NumberReader numbers(Batch batch, FieldPath path) {
    Column column = batch.column(path.first().name());
    if (path.fields().size() == 1) {
      return NumberReader.of((Column.Longs) column);
    }
    return NumberReader.behind((Column.Ints) column, numbers(path.rest()));
  }

  /** The numbers at the end of a path that starts at an entity type, one for each of its rows. */
  private long[] numbers(FieldPath path) {
    long[] known = numbers.get(path);
    if (known == null) {
      Table table = portfolio.table(path.first().type());
      known = new long[table.size()];
      if (known.length > 0) {
        NumberReader reader = numbers(table.batches().get(0), path);
        for (int row = 0; row < known.length; row++) {
          known[row] = reader.read(row);
        }
      }
      numbers.put(path, known);
    }
    return known;
  }
}
