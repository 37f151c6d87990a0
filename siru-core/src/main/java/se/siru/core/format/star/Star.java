package se.siru.core.format.star;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import se.siru.core.disclosure.DecidedTarget;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Cell;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.BreakdownCodes;
import se.siru.core.model.Decision;
import se.siru.core.model.Row;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.SourcedRow;
import se.siru.core.text.LocalizedText;

/** The tables of one publication. Members of dimensions are those that facts name, so that every key is found. */
final class Star {
  private static final LocalizedText ALL = LocalizedText.of("Totalt", "Total");
  private static final LocalizedText ALL_TIME = LocalizedText.of("Hela tiden", "All time");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern HALF = Pattern.compile("\\d{4}-H[12]");
  private static final Pattern QUARTER = Pattern.compile("\\d{4}-Q[1-4]");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

  private final Publication publication;
  private final List<String> others;
  private final StarTable indicators = new StarTable("dim_indicator", StarSchema.INDICATOR);
  private final StarTable periods = new StarTable("dim_period", StarSchema.PERIOD);
  private final StarTable breakdowns = new StarTable("dim_breakdown", StarSchema.BREAKDOWN);
  private final StarTable decisions = new StarTable("dim_decision", StarSchema.DECISION);
  private final Map<String, StarTable> members = new LinkedHashMap<>();
  private final Map<String, Integer> sorts = new LinkedHashMap<>();
  private final StarTable results;
  private final StarTable targets;
  private int periodCount;

  Star(Publication publication) {
    this.publication = publication;
    this.others = publication.dimensions().stream().filter(each -> !StarSchema.STANDARD.containsKey(each)).toList();
    this.results = new StarTable("fact_result", StarSchema.result(others));
    this.targets = new StarTable("fact_target", StarSchema.target(others));
    StarSchema.STANDARD.keySet().forEach(this::table);
    others.forEach(this::table);
  }

  /** The tables, dimensions before facts. */
  List<StarTable> tables() {
    publication.periods().forEach(this::period);
    for (Iterator<Cell> cells = publication.cells().iterator(); cells.hasNext(); ) {
      result(cells.next());
    }
    for (SourcedRow decision : publication.decisions()) {
      decision(decision.row());
    }
    publication.targets().forEach(this::target);
    List<StarTable> all = new ArrayList<>(List.of(indicators, periods, breakdowns, decisions));
    all.addAll(members.values());
    all.add(results);
    all.add(targets);
    return all;
  }

  private StarTable table(String dimension) {
    String name = StarSchema.table(dimension);
    return members.computeIfAbsent(
        name,
        key -> {
          StarTable table = new StarTable(name, StarSchema.members(name));
          member(table, name, StarSchema.TOTAL, "", ALL, "");
          return table;
        });
  }

  private void member(StarTable table, String name, String key, String code, LocalizedText label, String level) {
    if (!table.isNew(key)) {
      return;
    }
    int sort = sorts.merge(name, 1, Integer::sum);
    List<Object> row = new ArrayList<>(List.of(key, code, label.in("sv"), label.in("en"), number(sort)));
    if (name.equals("dim_region")) {
      row.add(level);
    }
    table.row(row);
  }

  private static StarTable.Number number(long whole) {
    return new StarTable.Number(Long.toString(whole));
  }

  private static StarTable.Number number(BigDecimal number) {
    return new StarTable.Number(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
  }

  private void result(Cell cell) {
    indicator(cell.code(), cell.indicator(), cell.name(), publication.isPreview(cell));
    List<Object> row = new ArrayList<>(List.of(cell.code(), cell.period().label()));
    row.add(breakdown(cell.codes()));
    keys(row, StarSchema.STANDARD.keySet(), cell.codes());
    Value value = cell.value();
    row.add(cell.number().<Object>map(Star::number).orElse(""));
    row.add(value instanceof Value.Ratio ratio ? number(ratio.numerator()) : "");
    row.add(value instanceof Value.Ratio ratio ? number(ratio.denominator()) : "");
    row.add(unit(cell.indicator()));
    row.add(
        value instanceof Value.Absent absent ? absent.reason().code() : value instanceof Value.Interval ? "interval" : "ok");
    row.add(number(cell.records()));
    row.add(number(cell.unknown()));
    keys(row, others, cell.codes());
    results.row(row);
  }

  private void keys(List<Object> row, Iterable<String> dimensions, Map<String, String> codes) {
    for (String dimension : dimensions) {
      String code = codes.get(dimension);
      row.add(code == null ? StarSchema.TOTAL : key(dimension, code));
    }
  }

  private String key(String dimension, String code) {
    LocalizedText label =
        publication.dimensions().contains(dimension)
            ? publication.codeLabel(dimension, code)
            : LocalizedText.english(code);
    String level = code.equals("unknown") || dimension.equals("region") ? "" : dimension;
    member(table(dimension), StarSchema.table(dimension), code, code, label, level);
    return code;
  }

  private String unit(Indicator indicator) {
    return indicator.unit().equals("currency") ? publication.currency() : indicator.unit();
  }

  private void indicator(String key, Indicator indicator, LocalizedText name, boolean preview) {
    if (!indicators.isNew(key)) {
      return;
    }
    Provider provider = publication.providers().get(indicator.id());
    indicators.row(
        key, indicator.id(), indicator.code(), indicator.version(), name.in("sv"), name.in("en"),
        indicator.definition().in("sv"), indicator.definition().in("en"), unit(indicator), lower(indicator.kind()),
        lower(indicator.direction()), indicator.source(), provider == null ? "" : provider.id(),
        provider == null ? "" : provider.version(), publication.rules().reference(), yesOrNo(!indicator.needsConfirming()),
        yesOrNo(preview));
  }

  private static String yesOrNo(boolean is) {
    return is ? "yes" : "no";
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void period(TimePeriod period) {
    String label = period.label();
    if (!periods.isNew(label)) {
      return;
    }
    String name = publication.periodName(period);
    LocalizedText shown = period.isTotal() ? ALL_TIME : LocalizedText.of(name, name);
    LocalDate from = period.from();
    LocalDate until = period.until();
    periods.row(
        label, kind(label, name), from == null ? "" : from, until == null ? "" : until.minusDays(1), shown.in("sv"),
        shown.in("en"), number(++periodCount));
  }

  private static String kind(String label, String name) {
    if (!name.equals(label)) {
      return name.contains("..") ? "reporting-periods-so-far" : "reporting-period";
    }
    return label.equals("total")
        ? "total"
        : YEAR.matcher(label).matches()
            ? "year"
            : HALF.matcher(label).matches()
                ? "half"
                : QUARTER.matcher(label).matches() ? "quarter" : MONTH.matcher(label).matches() ? "month" : "days";
  }

  /** The set of dimensions that a fact is broken down by: facts of different breakdowns must never be added up. */
  private String breakdown(Map<String, String> codes) {
    List<String> names = new ArrayList<>(new TreeSet<>(codes.keySet()));
    String key = names.isEmpty() ? "total" : String.join(" x ", names);
    if (breakdowns.isNew(key)) {
      breakdowns.row(key, label(names, "sv"), label(names, "en"));
    }
    return key;
  }

  private String label(List<String> dimensions, String language) {
    Function<String, String> one =
        each -> publication.dimensions().contains(each) ? publication.dimensionLabel(each).in(language) : each;
    return dimensions.isEmpty() ? ALL.in(language) : String.join(" × ", dimensions.stream().map(one).toList());
  }

  private void decision(Row decision) {
    String id = decision.id().orElseThrow();
    decisions.isNew(id);
    decisions.row(
        id,
        Optional.ofNullable(decision.get(Decision.DIARY_NUMBER)).orElse(""),
        decision.find(Decision.VERSION).<Object>map(Star::number).orElse(""),
        decision.find(Decision.DATE).<Object>map(LocalDate::toString).orElse(""),
        Optional.ofNullable(decision.get(Decision.FUNDER)).orElse(""),
        Optional.ofNullable(decision.get(Decision.SUPERSEDES)).orElse(""),
        yesOrNo(publication.decisionsInEffect().contains(id)));
  }

  private void target(DecidedTarget target) {
    String key = target.indicator().map(Indicator::code).orElse(target.named());
    target.indicator().ifPresent(
        indicator -> indicator(key, indicator, indicator.name(), publication.rules().isPreview(indicator)));
    if (target.indicator().isEmpty() && indicators.isNew(key)) {
      List<Object> unknown = new ArrayList<>(List.of(key, "", key));
      while (unknown.size() < StarSchema.INDICATOR.size()) {
        unknown.add("");
      }
      indicators.row(unknown);
    }
    target.period().ifPresent(this::period);
    String period = target.period().map(TimePeriod::label).orElse(target.periodName());
    if (periods.isNew(period)) {
      periods.row(period, "other", "", "", period, period, number(++periodCount));
    }
    List<Object> row = new ArrayList<>(List.of(key, period, breakdown(target.codes())));
    keys(row, StarSchema.STANDARD.keySet(), target.codes());
    row.add(BreakdownCodes.text(target.codes()));
    row.add(target.baseline().<Object>map(Star::number).orElse(""));
    row.add(number(target.value()));
    row.add(target.decision().orElse(""));
    row.add(yesOrNo(target.applies()));
    keys(row, others, target.codes());
    targets.row(row);
  }
}
