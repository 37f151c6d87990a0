package se.siru.core.portfolio;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import se.siru.core.finding.Origin;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;

/** Brings the entities of one type into the order of (unit, id, valid from), numbers their units and indexes their versions. */
final class EntityTables {
  private final Report report;
  private final Function<String, IdDictionary> dictionaryOf;

  EntityTables(Report report, Function<String, IdDictionary> dictionaryOf) {
    this.report = report;
    this.dictionaryOf = dictionaryOf;
  }

  /** The entities of one type. */
  static final class Entities {
    final BatchBuilder batch;
    final EntityIndex index;
    final Units units;

    Entities(BatchBuilder batch, EntityIndex index, Units units) {
      this.batch = batch;
      this.index = index;
      this.units = units;
    }
  }

  /**
   * Orders the rows of all batches of a type.
   *
   * @param units gives for each id number the number of the id that stands for its unit
   */
  Entities order(RecordType type, List<BatchBuilder> batches, Function<IdDictionary, LegalUnits> units) {
    IdDictionary ids = dictionaryOf.apply(type.name());
    List<Entry> entries = entries(batches, ids);
    LegalUnits unitOf = units.apply(ids);
    part(entries, unitOf);
    for (Entry entry : entries) {
      entry.unit = ids.id(unitOf.unit(entry.ordinal, entry.validFrom));
      entry.id = ids.id(entry.ordinal);
    }
    Collections.sort(entries); // hardly any work where they are in order, as what is exported often is
    int rows = entries.size();
    int[] batchOf = new int[rows];
    int[] rowOf = new int[rows];
    int[] ordinals = new int[rows];
    int[] validFrom = new int[rows];
    int[] unitOfRow = new int[rows];
    List<String> unitIds = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Entry entry = entries.get(i);
      batchOf[i] = entry.batch;
      rowOf[i] = entry.row;
      ordinals[i] = entry.ordinal;
      validFrom[i] = entry.validFrom;
      if (i == 0 || !entry.unit.equals(entries.get(i - 1).unit)) {
        unitIds.add(entry.unit);
      }
      unitOfRow[i] = unitIds.size() - 1;
    }
    BatchBuilder merged = BatchBuilder.merge(type, batches, batchOf, rowOf, dictionaryOf);
    if (!unitOf.areConstant()) {
      merged.days(merged.position(FieldRole.VALID_FROM)).set(validFrom);
    }
    reportDuplicates(merged, ordinals, validFrom);
    return new Entities(merged, new EntityIndex(ids, ordinals, validFrom), new Units(unitOfRow, unitIds));
  }

  private List<Entry> entries(List<BatchBuilder> batches, IdDictionary ids) {
    List<Entry> entries = new ArrayList<>();
    for (int b = 0; b < batches.size(); b++) {
      BatchBuilder batch = batches.get(b);
      int[] days = batch.days(FieldRole.VALID_FROM);
      for (int row = 0; row < batch.size(); row++) {
        String id = batch.id(row);
        if (id == null) {
          report.add(
              PortfolioRules.REQUIRED, batch, row, "id", () -> new String[] {"type", batch.type.name(), "field", "id"});
        }
        int day = days == null ? Column.Days.MISSING : days[row];
        entries.add(new Entry(b, row, ids.add(id == null ? "" : id), day));
      }
    }
    return entries;
  }

  private void reportDuplicates(BatchBuilder merged, int[] ordinals, int[] validFrom) {
    for (int row = 1; row < ordinals.length; row++) {
      if (ordinals[row] == ordinals[row - 1] && validFrom[row] == validFrom[row - 1] && merged.id(row) != null) {
        int twice = row;
        report.add(
            PortfolioRules.DUPLICATE_ID,
            merged,
            row,
            "id",
            () ->
                new String[] {
                  "type", merged.type.name(),
                  "value", String.valueOf(merged.id(twice)),
                  "other", merged.origin(twice - 1).toString()
                });
      }
    }
  }

  /** Reports ids that a fact type has twice, in whatever batch; {@code before} are the batches that are already frozen. */
  void reportDuplicateFacts(List<Batch> before, List<BatchBuilder> batches) {
    Map<String, Long> seen = new HashMap<>();
    for (int b = 0; b < before.size(); b++) {
      Column.Texts ids = (Column.Texts) before.get(b).column("id");
      for (int row = 0; row < ids.size(); row++) {
        String id = ids.get(row);
        if (id != null) {
          seen.put(id, place(b, row));
        }
      }
    }
    for (int b = 0; b < batches.size(); b++) {
      BatchBuilder batch = batches.get(b);
      for (int row = 0; row < batch.size(); row++) {
        String id = batch.id(row);
        Long place = id == null ? null : seen.putIfAbsent(id, place(before.size() + b, row));
        if (place != null) {
          report.add(
              PortfolioRules.DUPLICATE_ID,
              batch,
              row,
              "id",
              () -> new String[] {
                "type", batch.type.name(), "value", id, "other", origin(before, batches, place).toString()
              });
        }
      }
    }
  }

  private static long place(int batch, int row) {
    return (long) batch << Integer.SIZE | row;
  }

  private static Origin origin(List<Batch> before, List<BatchBuilder> batches, long place) {
    int batch = (int) (place >>> Integer.SIZE);
    return batch < before.size()
        ? before.get(batch).origin((int) place)
        : batches.get(batch - before.size()).origin((int) place);
  }

  /** Begins a new version of an id on each day on which its unit changes, as the source would have, had it known of the link. */
  private static void part(List<Entry> entries, LegalUnits units) {
    if (units.areConstant()) {
      return;
    }
    Map<Integer, TreeMap<Integer, Entry>> versions = new TreeMap<>();
    for (Entry entry : entries) {
      if (units.days(entry.ordinal).length > 0) {
        versions.computeIfAbsent(entry.ordinal, key -> new TreeMap<>()).putIfAbsent(entry.validFrom, entry);
      }
    }
    versions.forEach((ordinal, byDay) -> {
      for (int day : units.days(ordinal)) {
        Map.Entry<Integer, Entry> valid = byDay.floorEntry(day);
        if (valid != null && valid.getKey() != day) {
          Entry part = new Entry(valid.getValue().batch, valid.getValue().row, ordinal, day);
          byDay.put(day, part);
          entries.add(part);
        }
      }
    });
  }

  private static final class Entry implements Comparable<Entry> {
    final int batch;
    final int row;
    final int ordinal;
    final int validFrom;
    String unit = "";
    String id = "";

    Entry(int batch, int row, int ordinal, int validFrom) {
      this.batch = batch;
      this.row = row;
      this.ordinal = ordinal;
      this.validFrom = validFrom;
    }

    @Override
    public int compareTo(Entry other) {
      int order = unit.compareTo(other.unit);
      order = order == 0 ? id.compareTo(other.id) : order;
      return order == 0 ? Integer.compare(validFrom, other.validFrom) : order;
    }
  }
}
