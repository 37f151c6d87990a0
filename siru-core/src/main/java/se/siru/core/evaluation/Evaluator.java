package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Expression;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.model.RecordType;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.text.LocalizedText;

/** One run: which measures are needed, the pass over their records, then measures, formulas and findings in order. */
final class Evaluator {
  /** A hundred years of months. */
  private static final int MOST_PERIODS = 1_200;

  private final Portfolio portfolio;
  private final Catalogue catalogue;
  private final List<Indicator> selected;
  private final List<TimePeriod> periods;
  private final List<Breakdown> breakdowns;
  private final boolean allCodes;
  private final int threads;
  private final Guard guard;
  private final boolean verifies;
  private final int width;
  private final Targets targets;
  private final Map<String, Measure> measures = new LinkedHashMap<>();
  private final Map<String, Formula> formulas = new LinkedHashMap<>();
  private final Timeline timeline;

  Evaluator(
      Portfolio portfolio,
      Catalogue catalogue,
      List<String> patterns,
      List<TimePeriod> periods,
      List<Breakdown> breakdowns,
      boolean allCodes,
      int threads,
      Guard guard,
      boolean verifies,
      int width) {
    this.portfolio = portfolio;
    this.catalogue = catalogue;
    this.selected = patterns.isEmpty() ? List.copyOf(catalogue.indicators()) : catalogue.select(patterns);
    if (periods.isEmpty() || periods.size() > MOST_PERIODS) {
      throw new SiruException(
          ErrorCode.MISUSE, "from 1 to " + MOST_PERIODS + " periods at a time, not " + periods.size());
    }
    this.periods = periods;
    this.breakdowns = breakdowns;
    this.allCodes = allCodes;
    this.threads = threads;
    this.guard = guard;
    this.verifies = verifies;
    this.width = width;
    this.targets = new Targets(portfolio);
    List<Indicator> needed = new ArrayList<>(selected);
    if (selected.stream().anyMatch(Evaluator::isAttainmentOfAll)) {
      targets.indicators().forEach(name -> catalogue.find(name).ifPresent(needed::add));
    }
    catalogue.withOperands(needed).forEach(this::need);
    this.timeline = Timeline.of(periods, List.copyOf(formulas.values()), catalogue);
    if (timeline.size() > MOST_PERIODS) {
      throw new SiruException(
          ErrorCode.MISUSE,
          "shifted operands need " + timeline.size() + " periods, and there are at most " + MOST_PERIODS + " at a time");
    }
  }

  /** Operands have come before what is made of them. */
  private void need(Indicator indicator) {
    if (indicator instanceof Measure) {
      Measure measure = (Measure) indicator;
      if (measure.aggregate() instanceof Aggregate.Function) {
        String id = ((Aggregate.Function) measure.aggregate()).id();
        if (catalogue.function(id).isEmpty()) {
          throw new SiruException(ErrorCode.UNKNOWN_NAME, measure + " needs the function " + id + ", which is not known");
        }
      }
      measures.put(measure.id(), measure);
      return;
    }
    Formula formula = (Formula) indicator;
    for (String name : Catalogue.operands(formula.expression())) {
      if (catalogue.find(name).isEmpty()) {
        throw new SiruException(ErrorCode.UNKNOWN_NAME, formula + " refers to " + name + ", which is not known");
      }
    }
    formulas.put(formula.id(), formula);
  }

  private static boolean isAttainmentOfAll(Indicator indicator) {
    return indicator instanceof Formula && ((Formula) indicator).isAttainmentOfAll();
  }

  Results run() {
    Plans plans = new Plans(this);
    return plans.results(plans.all(List.of()));
  }

  /**
   * Those of some types of facts whose records are needed in one pass only, one by one: the measures over them run no code of others, and
   * nothing asks for them as related records. Of a type that no measure is over, that is true as well.
   */
  Set<RecordType> seenOnce(Set<RecordType> types) {
    if (verifies || measures.values().stream().anyMatch(measure -> !CodeHome.of(measure, catalogue).isHere())) {
      return Set.of();
    }
    Set<RecordType> once = new LinkedHashSet<>(types);
    for (Measure measure : measures.values()) {
      once.removeIf(type -> !PassNeeds.again(type, measure, catalogue).isEmpty());
    }
    return once;
  }

  /** Refuses measures whose code lies in other processes. */
  void requireCodeHere() {
    measures.values().stream().filter(measure -> !CodeHome.of(measure, catalogue).isHere()).findFirst().ifPresent(measure -> {
      throw new SiruException(ErrorCode.MISUSE, measure + " runs code that is isolated, and cannot be evaluated in parts");
    });
  }

  /** The measures that shifted operands come down to. */
  private List<Measure> shifted() {
    return measures.values().stream().filter(timeline::needsOthers).toList();
  }

  /** What is asked of records, as far as it does not lie in them: equal questions have the same plans of the same entities. */
  Question question() {
    return new Question(
        List.copyOf(measures.values()),
        shifted(),
        periods,
        timeline.others(),
        Margin.of(breakdowns),
        portfolio.schema().types().stream().filter(portfolio::holds).map(RecordType::name).toList(),
        portfolio.recordedAt(),
        width);
  }

  Portfolio portfolio() {
    return portfolio;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Guard guard() {
    return guard;
  }

  int threads() {
    return threads;
  }

  /**
   * The results of the state of all records.
   *
   * @param states one list for each of the plans
   * @param kept says which cells are as they were
   */
  Results finish(List<Plan> plans, List<List<ScanState>> states, KeptCells kept) {
    Plan plan = plans.get(0);
    List<ScanState> state = states.get(0);
    Findings findings = new Findings();
    EvaluationNotes notes = new EvaluationNotes(portfolio, catalogue, findings);
    notes.checkDimensions(breakdowns, plan.measures());
    DimensionMeanings meanings = new DimensionMeanings(catalogue, plan.measures(), breakdowns);
    meanings.check(formulas.values(), findings);
    Cover cover = new Cover(portfolio, periods);
    notes.noteCover(plan, cover);
    notes.noteRules(selected);
    notes.noteLeftOut();
    MeasureReader reader = MeasureReader.of(plan, state, catalogue, allCodes, cover, kept, threads);
    RangeCheck ranges = new RangeCheck(catalogue, findings);
    Map<String, Series> byName = new HashMap<>();
    read(plan, reader, ranges, findings).forEach(series -> put(byName, series));
    for (MeasurePlan measure : plan.measures()) {
      reader
          .failure(measure)
          .ifPresent(
              reason ->
                  findings.add(
                      EvaluationRules.AUTHOR_FAILED,
                      Origin.of(measure.measure().id()),
                      "indicator",
                      measure.measure().code(),
                      "reason",
                      reason.in("en"),
                      "reason-sv",
                      reason.in("sv")));
    }
    for (MeasureReader.Caution caution : reader.cautions()) {
      Origin at = Origin.of(caution.measure().id()).at(caution.cell());
      findings.add(caution.rule(), at, "indicator", caution.measure().code(), "cell", caution.cell());
    }
    Map<String, Series> shifted =
        plans.size() == 1 ? new HashMap<>() : shiftedMeasures(plans.get(1), states.get(1), kept, ranges, findings);
    FormulaReader formulaReader = new FormulaReader(byName, shifted, timeline, plan.margins(), targets, ranges);
    for (Formula formula : formulas.values()) {
      if (!isAttainmentOfAll(formula)) {
        put(byName, ranges.hold(formulaReader.series(formula, formula.code(), formula.name(), formula.expression())));
        if (timeline.needsOthers(formula)) {
          put(shifted, ranges.hold(formulaReader.shifted(formula)));
        }
      }
    }
    if (catalogue.isStrict()) {
      Failures failures = new Failures(catalogue);
      plan.measures().forEach(measure -> reader.failure(measure).ifPresent(why -> failures.add(measure.measure(), why)));
      byName.values().forEach(failures::addCells);
      shifted.values().forEach(failures::addCells);
      failures.refuse();
    }
    List<Series> shown = new ArrayList<>();
    for (Indicator indicator : selected) {
      if (isAttainmentOfAll(indicator)) {
        shown.addAll(attainments((Formula) indicator, formulaReader, byName, findings));
      } else {
        shown.add(Objects.requireNonNull(byName.get(indicator.id())));
      }
    }
    Map<String, Provider> providers = new HashMap<>();
    selected.forEach(each -> catalogue.provider(each.id()).ifPresent(provider -> providers.put(each.id(), provider)));
    return new Results(portfolio, periods, breakdowns, selected, shown, findings.list(), providers, catalogue.rules());
  }

  /** The series of all measures of a plan. What code computed is compared with itself, then with its parts, then with its range. */
  private List<Series> read(Plan plan, MeasureReader reader, RangeCheck ranges, Findings findings) {
    Map<MeasurePlan, Series> read = new LinkedHashMap<>();
    plan.measures().forEach(measure -> read.put(measure, reader.series(measure)));
    DeterminismCheck determinism = new DeterminismCheck(verifies ? again(plan) : Map.of(), plan.margins(), findings);
    AdditivityCheck additivity = new AdditivityCheck(portfolio, plan.margins(), findings);
    List<Series> held = new ArrayList<>();
    read.forEach((measure, series) -> held.add(ranges.hold(additivity.hold(measure, determinism.hold(series)))));
    return held;
  }

  /** The series of measures with code that is not this library's, computed a second time of the same records. */
  private Map<String, Series> again(Plan first) {
    Map<String, Series> byId = new HashMap<>();
    List<Measure> ofOthers = first.measures().stream().map(MeasurePlan::measure).filter(guard::maySayAgain).toList();
    if (!ofOthers.isEmpty()) {
      Plan plan = new Plan(portfolio, ofOthers, first.periods(), first.margins(), guard.again(), width);
      Cover cover = new Cover(portfolio, first.periods());
      MeasureReader reader = MeasureReader.backwards(plan, plan.accumulateBackwards(), catalogue, allCodes, cover);
      plan.measures().forEach(measure -> byId.put(measure.measure().id(), reader.series(measure)));
    }
    return byId;
  }

  private static void put(Map<String, Series> byName, Series series) {
    byName.put(series.indicator().id(), series);
    byName.put(series.indicator().code(), series);
  }

  /** The measures that shifted operands come down to, in the periods that were not asked for. */
  private Map<String, Series> shiftedMeasures(
      Plan plan, List<ScanState> state, KeptCells kept, RangeCheck ranges, Findings findings) {
    Map<String, Series> byName = new HashMap<>();
    Cover cover = new Cover(portfolio, timeline.others());
    MeasureReader reader = MeasureReader.of(plan, state, catalogue, allCodes, cover, kept, threads);
    read(plan, reader, ranges, findings).forEach(series -> put(byName, series));
    return byName;
  }

  private List<Series> attainments(
      Formula formula, FormulaReader reader, Map<String, Series> byName, Findings findings) {
    List<Series> attainments = new ArrayList<>();
    Set<String> done = new LinkedHashSet<>();
    for (String name : targets.indicators()) {
      Series of = byName.get(name);
      if (of == null) {
        findings.add(EvaluationRules.TARGET_OF_NOTHING, Origin.of("targets"), "indicator", name);
      } else if (done.add(of.code())) {
        String code = formula.code() + "(" + of.code() + ")";
        attainments.add(reader.series(formula, code, nameOf(formula, of), new Expression.Attainment(name)));
      }
    }
    return attainments;
  }

  /** The name of the formula and, after a colon, that of the indicator it is taken of, in every language that either has. */
  private static LocalizedText nameOf(Formula formula, Series of) {
    Set<String> languages = new TreeSet<>(formula.name().asMap().keySet());
    languages.addAll(of.name().asMap().keySet());
    LocalizedText name = LocalizedText.empty();
    for (String language : languages) {
      name = name.with(language, formula.name().in(language) + ": " + of.name().in(language));
    }
    return name;
  }
}
