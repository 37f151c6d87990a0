package se.siru.indicators.sroi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.model.Field;
import se.siru.core.model.Initiative;
import se.siru.core.model.Money;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.SroiLine;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.SourcedRow;
import se.siru.core.stability.Experimental;

/**
 * A calculation of social return that a portfolio holds: the lines of one initiative, or of a node of the programme where they name no
 * initiative, in one scenario.
 *
 * @param subject the id of the initiative or node; empty where lines name neither
 * @param name what people call it; the id where it has no name
 * @param scenario a code of the list {@code sroi-scenarios}
 * @param model the lines under a discount rate
 */
@Experimental(since = "0.1.0")
public record SroiCalculation(String subject, String name, String scenario, SroiModel model) {
  private static final String BASE = "base";
  private static final Map<SroiParameter, Field<?>> FIELDS = fields();

  /** Checks the components. */
  public SroiCalculation {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(scenario, "scenario");
    Objects.requireNonNull(model, "model");
  }

  /**
   * The calculations of a portfolio, by subject and in order of scenarios.
   *
   * @param discountRate a year; 0.035 is 3.5 %
   * @param firstYearDiscounted whether what falls in year 1 is discounted by one year, or not at all
   * @param findings takes a warning for each line that does not state what it assumes, and errors for inputs below 0 and where no line
   *     is left
   * @throws IllegalArgumentException where the discount rate is not from 0 to 1
   */
  public static List<SroiCalculation> of(
      Portfolio portfolio, BigDecimal discountRate, boolean firstYearDiscounted, Findings findings) {
    SroiParameter.DISCOUNT_RATE.check(discountRate);
    Map<Key, Lines> lines = new TreeMap<>(
        Comparator.comparing(Key::subject)
            .thenComparingInt(key -> portfolio.schema().codelist(SroiLine.SCENARIO).position(key.scenario())));
    SourcedRow.of(portfolio, SroiLine.TYPE)
        .forEach(line -> lines.computeIfAbsent(Key.of(line.row()), key -> new Lines()).add(line, findings));
    List<SroiCalculation> all = new ArrayList<>();
    lines.forEach((key, own) -> {
      if (!own.outcomes.isEmpty() || !own.inputs.isEmpty()) {
        SroiModel model = own.model(discountRate, firstYearDiscounted);
        all.add(new SroiCalculation(key.subject(), name(portfolio, key.subject()), key.scenario(), model));
      }
    });
    if (all.isEmpty()) {
      findings.add(SroiRules.NO_LINES, Origin.of(SroiLine.TYPE.plural()));
    }
    return List.copyOf(all);
  }

  private static String name(Portfolio portfolio, String id) {
    Optional<String> initiative = portfolio.find(Initiative.TYPE, id).map(row -> row.get(Initiative.NAME));
    return initiative.or(() -> portfolio.find(ProgrammeNode.TYPE, id).map(row -> row.get(ProgrammeNode.NAME))).orElse(id);
  }

  private static Map<SroiParameter, Field<?>> fields() {
    Map<SroiParameter, Field<?>> fields = new LinkedHashMap<>();
    fields.put(SroiParameter.QUANTITY, SroiLine.QUANTITY);
    fields.put(SroiParameter.PROXY, SroiLine.PROXY_VALUE);
    fields.put(SroiParameter.DEADWEIGHT, SroiLine.DEADWEIGHT);
    fields.put(SroiParameter.DISPLACEMENT, SroiLine.DISPLACEMENT);
    fields.put(SroiParameter.ATTRIBUTION, SroiLine.ATTRIBUTION);
    fields.put(SroiParameter.DROP_OFF, SroiLine.DROP_OFF);
    fields.put(SroiParameter.DURATION, SroiLine.DURATION);
    return fields;
  }

  private static @Nullable BigDecimal number(Row line, SroiParameter parameter) {
    Object value = line.get(Objects.requireNonNull(FIELDS.get(parameter)));
    if (value instanceof Money money) {
      return money.amount();
    }
    return value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
  }

  private record Key(String subject, String scenario) {
    static Key of(Row line) {
      String subject = line.find(SroiLine.INITIATIVE).or(() -> line.find(SroiLine.NODE)).orElse("");
      return new Key(subject, line.find(SroiLine.SCENARIO).orElse(BASE));
    }
  }

  /** The lines of one calculation. */
  private static final class Lines {
    final List<ValuedOutcome> outcomes = new ArrayList<>();
    final List<SroiModel.Input> inputs = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    void add(SourcedRow line, Findings findings) {
      Row row = line.row();
      String called = row.find(SroiLine.OUTCOME).orElse("");
      Money input = row.get(SroiLine.INPUT);
      if (input != null && input.amount().signum() < 0) {
        findings.add(
            SroiRules.NEGATIVE_INPUT, line.origin().at(SroiLine.INPUT.name()), "value", input.amount().toPlainString());
        return;
      }
      if (input != null) {
        inputs.add(new SroiModel.Input(called, input.amount(), row.find(SroiLine.INPUT_YEAR).orElse(0L).intValue()));
        return;
      }
      StatedOutcome stated = new StatedOutcome(parameter -> number(row, parameter));
      List<SroiParameter> missing = stated.missing();
      if (missing.isEmpty()) {
        outcomes.add(stated.named(unique(called)).orElseThrow());
      } else {
        String fields = missing.stream().map(each -> String.valueOf(FIELDS.get(each).name())).collect(Collectors.joining(", "));
        findings.add(SroiRules.INCOMPLETE, line.origin(), "fields", fields);
      }
    }

    private String unique(String called) {
      String name = called;
      for (int more = 2; !names.add(name); more++) {
        name = (called + " (" + more + ")").strip();
      }
      return name;
    }

    SroiModel model(BigDecimal discountRate, boolean firstYearDiscounted) {
      SroiModel.Builder model = SroiModel.builder(discountRate, firstYearDiscounted);
      outcomes.forEach(model::outcome);
      inputs.forEach(model::input);
      return model.build();
    }
  }
}
