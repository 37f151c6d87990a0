package se.siru.core.portfolio;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * @param units gives for each id number the ids that stand for its unit, day by day
   */
  Entities order(RecordType type, List<BatchBuilder> batches, Function<IdDictionary, LegalUnits> units) {
    IdDictionary ids = dictionaryOf.apply(type.name());
    EntityRows read = rows(batches, ids); // first, since a row without an id makes one
    LegalUnits unitOf = units.apply(ids);
    EntityRows rows = read.parted(unitOf).ordered(ids, unitOf);
    int[] unitOfRow = new int[rows.size()];
    int[] unitIds = new int[rows.size()];
    int count = 0;
    for (int i = 0; i < unitOfRow.length; i++) {
      int unit = unitOf.unit(rows.ordinals[i], rows.validFrom[i]);
      if (count == 0 || unit != unitIds[count - 1]) {
        unitIds[count++] = unit;
      }
      unitOfRow[i] = count - 1;
    }
    BatchBuilder merged =
        rows == read && batches.size() == 1
            ? batches.get(0)
            : BatchJoin.merge(type, batches, rows.batches, rows.rows, dictionaryOf);
    if (!unitOf.areConstant()) {
      merged.daysOf(merged.position(FieldRole.VALID_FROM)).set(rows.validFrom);
    }
    reportDuplicates(merged, rows.ordinals, rows.validFrom);
    return new Entities(
        merged,
        new EntityIndex(ids, rows.ordinals, rows.validFrom),
        new Units(unitOfRow, ids, Arrays.copyOf(unitIds, count)));
  }

  private EntityRows rows(List<BatchBuilder> batches, IdDictionary ids) {
    EntityRows rows = new EntityRows(batches.stream().mapToInt(BatchBuilder::size).sum());
    int at = 0;
    for (int b = 0; b < batches.size(); b++) {
      BatchBuilder batch = batches.get(b);
      int[] numbers = batch.idNumbers();
      int[] days = batch.days(FieldRole.VALID_FROM);
      for (int row = 0; row < batch.size(); row++) {
        int ordinal = numbers == null ? Column.Ints.MISSING : numbers[row];
        if (ordinal == Column.Ints.MISSING) {
          ordinal = ids.add("");
          report.add(
              PortfolioRules.REQUIRED, batch, row, "id", () -> new String[] {"type", batch.type.name(), "field", "id"});
        }
        rows.set(at++, b, row, ordinal, days == null ? Column.Days.MISSING : days[row]);
      }
    }
    return rows;
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
}
