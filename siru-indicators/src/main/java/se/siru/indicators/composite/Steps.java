package se.siru.indicators.composite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies steps to a table and writes down what they do to which value. */
final class Steps {
  private final List<Component> indicators;
  private final List<Change> log;

  Steps(List<Component> indicators, List<Change> log) {
    this.indicators = indicators;
    this.log = log;
  }

  UnitTable apply(Step step, UnitTable table) {
    if (step instanceof Step.Screen screen) {
      return screen(screen, table);
    }
    Map<String, double[]> changed = new LinkedHashMap<>();
    for (Component indicator : indicators) {
      double[] column = table.column(indicator.code());
      if (step instanceof Step.Denominate) {
        indicator.denominator()
            .ifPresent(by -> changed.put(indicator.code(), denominated(step, table, indicator.code(), table.column(by))));
      } else if (step instanceof Step.Impute impute) {
        changed.put(indicator.code(), imputed(impute, table, indicator.code()));
      } else if (step instanceof Step.Treat treat) {
        Treatment treated = Treatment.of(column, treat);
        changed.put(indicator.code(), treated.values());
        note(step, table, indicator.code(), treated.values(), treated.reason());
      } else if (step instanceof Step.Normalise normalise) {
        changed.put(indicator.code(), normalised(normalise, table, indicator));
      }
    }
    return table.with(changed);
  }

  private double[] denominated(Step step, UnitTable table, String indicator, double[] denominators) {
    double[] result = table.column(indicator).clone();
    for (int unit = 0; unit < result.length; unit++) {
      double before = result[unit];
      double by = denominators[unit];
      boolean isDefined = !Double.isNaN(by) && by != 0;
      result[unit] = isDefined ? before / by : Double.NaN;
      if (!Double.isNaN(before)) {
        Change.Reason reason = isDefined ? Change.Reason.DENOMINATED : Change.Reason.NO_DENOMINATOR;
        log.add(Change.of(step.code(), table.units().get(unit), indicator, before, result[unit], reason));
      }
    }
    return result;
  }

  private double[] imputed(Step.Impute step, UnitTable table, String indicator) {
    double[] known = table.column(indicator);
    double[] result = known.clone();
    for (int unit = 0; unit < result.length; unit++) {
      if (Double.isNaN(result[unit])) {
        double[] peers = peers(step, table, known, table.units().get(unit));
        result[unit] = step.by() == Step.Impute.By.MEAN ? Moments.mean(peers) : Moments.median(peers);
        Change.Reason reason = Double.isNaN(result[unit]) ? Change.Reason.NOT_IMPUTED : Change.Reason.IMPUTED;
        log.add(Change.of(step.code(), table.units().get(unit), indicator, Double.NaN, result[unit], reason));
      }
    }
    return result;
  }

  /** The numbers of the units of the same group, others as missing. A unit without a group has no peers. */
  private static double[] peers(Step.Impute step, UnitTable table, double[] known, String unit) {
    if (step.grouping().isEmpty()) {
      return known;
    }
    String grouping = step.grouping().get();
    Optional<String> group = table.group(unit, grouping);
    double[] peers = known.clone();
    for (int other = 0; other < peers.length; other++) {
      if (group.isEmpty() || !group.equals(table.group(table.units().get(other), grouping))) {
        peers[other] = Double.NaN;
      }
    }
    return peers;
  }

  private UnitTable screen(Step.Screen step, UnitTable table) {
    boolean[] kept = new boolean[table.units().size()];
    for (int unit = 0; unit < kept.length; unit++) {
      int at = unit;
      long known = indicators.stream().filter(each -> !Double.isNaN(table.column(each.code())[at])).count();
      kept[unit] = known >= step.available() * indicators.size() * (1 - 1e-12); // a share such as 2/3 is itself rounded
      if (!kept[unit]) {
        log.add(
            Change.of(step.code(), table.units().get(unit), "", Double.NaN, Double.NaN, Change.Reason.SCREENED_OUT));
      }
    }
    return table.only(kept);
  }

  private double[] normalised(Step.Normalise step, UnitTable table, Component indicator) {
    Normalisation how = indicator.normalisation().orElse(step.unlessOwn());
    double[] before = table.column(indicator.code());
    double[] after = new Normaliser(table.units(), indicator.isLessBetter()).normalise(before, how);
    for (int unit = 0; unit < after.length; unit++) {
      if (!Double.isNaN(before[unit])) {
        Change.Reason reason = Double.isNaN(after[unit]) ? Change.Reason.NO_SCALE : Change.Reason.NORMALISED;
        log.add(Change.of(step.code(), table.units().get(unit), indicator.code(), before[unit], after[unit], reason));
      }
    }
    return after;
  }

  private void note(Step step, UnitTable table, String indicator, double[] after, Change.Reason reason) {
    double[] before = table.column(indicator);
    for (int unit = 0; unit < after.length; unit++) {
      if (Double.compare(before[unit], after[unit]) != 0) {
        log.add(Change.of(step.code(), table.units().get(unit), indicator, before[unit], after[unit], reason));
      }
    }
  }
}
