package se.siru.core.intake;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.RecordType;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Column;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Table;
import se.siru.core.portfolio.Units;
import se.siru.core.vocabulary.Codelist;

/** What is counted of a portfolio to tell what a new import changed: records by type, and legal units by sector. */
final class PortfolioCounts {
  private static final int SCALE_OF_MONEY = 2;
  /** How the names of fields end that hold hours. */
  private static final String HOURS = "hours";

  private final TreeMap<Key, Long> counts = new TreeMap<>();
  /** By record type and field. */
  private final TreeMap<Key, BigDecimal> sums = new TreeMap<>();
  private final Units units;
  private final int[] sectors;
  private final Codelist list;

  /** What is counted in which sector, or the type and field that are added up. */
  private record Key(String of, String sector) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int order = of.compareTo(other.of);
      return order == 0 ? sector.compareTo(other.sector) : order;
    }
  }

  private PortfolioCounts(Portfolio portfolio) {
    Table stakeholders = portfolio.table(Stakeholder.TYPE.name());
    this.units = portfolio.units(Stakeholder.TYPE.name());
    this.list = portfolio.schema().codelist(Stakeholder.SECTOR);
    this.sectors = stakeholders.size() == 0 ? new int[0]
        : ((Column.Ints) stakeholders.batches().get(0).column(Stakeholder.SECTOR.name())).values();
  }

  static PortfolioCounts of(Portfolio portfolio) {
    PortfolioCounts made = new PortfolioCounts(portfolio);
    Set<Integer> all = new HashSet<>();
    for (int row = 0; row < portfolio.table(Stakeholder.TYPE.name()).size(); row++) {
      all.add(row);
    }
    made.units(CountChange.UNITS, all);
    for (RecordType type : portfolio.schema().types()) {
      Table table = portfolio.table(type.name());
      long records = table.batches().stream().filter(batch -> !batch.isDerived()).mapToLong(Batch::size).sum();
      made.put(type.name(), "", records);
      for (Field<?> field : type.fields()) {
        if (field.kind() == FieldKind.REFERENCE && Stakeholder.TYPE.name().equals(field.target())) {
          made.units(field.toString(), named(table, field));
        } else if (field.kind() == FieldKind.MONEY || field.kind() == FieldKind.DECIMAL && field.name().endsWith(HOURS)) {
          made.sums.put(new Key(type.name(), field.name()), sum(table, field));
        }
      }
    }
    return made;
  }

  private static BigDecimal sum(Table table, Field<?> field) {
    BigInteger all = BigInteger.ZERO;
    for (Batch batch : table.batches()) {
      Column.Longs column = (Column.Longs) batch.column(field.name());
      for (int row = 0; !batch.isDerived() && row < batch.size(); row++) {
        long value = column.value(row);
        all = value == Column.Longs.MISSING ? all : all.add(BigInteger.valueOf(value));
      }
    }
    BigDecimal sum = new BigDecimal(all, field.kind() == FieldKind.MONEY ? SCALE_OF_MONEY : field.scale());
    return sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
  }

  private static Set<Integer> named(Table table, Field<?> field) {
    Set<Integer> rows = new HashSet<>();
    for (Batch batch : table.batches()) {
      Column.Ints column = (Column.Ints) batch.column(field.name());
      for (int row = 0; !batch.isDerived() && row < batch.size(); row++) {
        for (int i = 0; i < column.count(row); i++) {
          rows.add(column.element(row, i));
        }
      }
    }
    return rows;
  }

  /** Counts the units of some rows, together and in each sector that a row of them states. */
  private void units(String of, Set<Integer> rows) {
    Map<String, Set<Integer>> bySector = new TreeMap<>();
    for (int row : rows) {
      int unit = units.unit(row);
      bySector.computeIfAbsent("", key -> new HashSet<>()).add(unit);
      String sector = sectors[row] < 0 ? Codelist.UNKNOWN : list.codes().get(sectors[row]).code();
      bySector.computeIfAbsent(sector, key -> new HashSet<>()).add(unit);
    }
    bySector.forEach((sector, found) -> put(of, sector, found.size()));
  }

  private void put(String of, String sector, long count) {
    counts.put(new Key(of, sector), count);
  }

  /** The sums that differ from those before; a field that is new or gone had or has the sum 0. */
  List<SumChange> sumsSince(PortfolioCounts before) {
    TreeSet<Key> keys = new TreeSet<>(sums.keySet());
    List<SumChange> changes = new ArrayList<>();
    for (Key key : keys) {
      BigDecimal was = before.sums.getOrDefault(key, BigDecimal.ZERO);
      BigDecimal is = sums.getOrDefault(key, BigDecimal.ZERO);
      if (was.compareTo(is) != 0) {
        changes.add(new SumChange(key.of(), key.sector(), was, is));
      }
    }
    return changes;
  }

  /** What differs from the counts before. */
  List<CountChange> since(PortfolioCounts before) {
    TreeSet<Key> keys = new TreeSet<>(counts.keySet());
    keys.addAll(before.counts.keySet());
    List<CountChange> changes = new ArrayList<>();
    for (Key key : keys) {
      long was = before.counts.getOrDefault(key, 0L);
      long is = counts.getOrDefault(key, 0L);
      if (was != is) {
        changes.add(new CountChange(key.of(), key.sector(), was, is));
      }
    }
    return changes;
  }
}
