package se.siru.core.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.siru.core.finding.Finding;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;

/** Results of which a test says every cell. */
public final class SomeResults {
  private final Portfolio portfolio;
  private final List<TimePeriod> periods;
  private final List<Breakdown> breakdowns = new ArrayList<>();
  private final Map<String, Indicator> indicators = new LinkedHashMap<>();
  private final Map<String, Provider> providers = new HashMap<>();
  private final List<Series> series = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  public SomeResults(Portfolio portfolio, List<TimePeriod> periods) {
    this.portfolio = portfolio;
    this.periods = periods;
  }

  public SomeResults by(String breakdown) {
    breakdowns.add(Breakdown.parse(breakdown));
    return this;
  }

  public SomeResults finding(Finding finding) {
    findings.add(finding);
    return this;
  }

  /** A cell; {@code codes} alternates dimensions and codes. */
  public SomeResults cell(Indicator indicator, int period, Value value, long records, long unknown, String... codes) {
    Map<String, String> byDimension = new TreeMap<>();
    for (int i = 0; i < codes.length; i += 2) {
      byDimension.put(codes[i], codes[i + 1]);
    }
    indicators.put(indicator.id(), indicator);
    providers.put(indicator.id(), new Provider("agency", "2.1", "somewhere.jar"));
    Series one = new Series(indicator, indicator.code(), indicator.name(), List.of(periods.get(period)), value);
    MarginRow row = new MarginRow(List.copyOf(byDimension.values()), List.of(), byDimension);
    one.add(new Margin(List.of()), new MarginRow[] {row}).set(0, 0, value, records, unknown);
    series.add(one);
    return this;
  }

  public Results build() {
    return new Results(
        portfolio, periods, breakdowns, List.copyOf(indicators.values()), series, findings, providers, RuleSet.defaults());
  }

  public static Value number(String decimal) {
    return new Value.Quantity(new BigDecimal(decimal));
  }

  public static Value ratio(String numerator, String denominator) {
    return new Value.Ratio(new BigDecimal(numerator), new BigDecimal(denominator));
  }
}
