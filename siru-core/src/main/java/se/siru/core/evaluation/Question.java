package se.siru.core.evaluation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionWriter;
import se.siru.core.indicator.Measure;
import se.siru.core.model.Condition;
import se.siru.core.model.Coverage;
import se.siru.core.model.TimePeriod;

/**
 * What is asked of records, as far as it does not lie in them.
 *
 * @param measures the measures asked for
 * @param shifted those that are also needed in other periods
 * @param held the record types that the portfolio holds
 * @param recordedAt the day on which it describes the world
 * @param width how many filters a scan takes, which states go by
 */
record Question(
    List<Measure> measures,
    List<Measure> shifted,
    List<TimePeriod> periods,
    List<TimePeriod> others,
    List<Margin> margins,
    List<String> held,
    Optional<LocalDate> recordedAt,
    int width) {

  /** The record types that conditions ask about beside the records at hand, and those that say whose registers are complete. */
  List<String> relatedTypes() {
    TreeSet<String> types = new TreeSet<>();
    for (Measure measure : measures) {
      Nested.conditions(measure)
          .flatMap(Nested::in)
          .filter(Condition.Related.class::isInstance)
          .forEach(related -> types.add(((Condition.Related) related).via().type()));
      if (measure.requiredCoverage().isPresent()) {
        types.add(Coverage.TYPE.name());
      }
    }
    return List.copyOf(types);
  }

  /** The question in words that two processes can compare: definitions, and who provides their code in which version. */
  byte[] text(Catalogue catalogue) {
    StringBuilder text = new StringBuilder();
    for (List<Measure> each : List.of(measures, shifted)) {
      for (Measure measure : each) {
        text.append(DefinitionWriter.textWithCode(measure)).append('\n');
        names(measure).forEach(name -> catalogue.provider(name).ifPresent(
            provider -> text.append(name).append(' ').append(provider.id()).append(' ').append(provider.version()).append('\n')));
      }
      text.append('\n');
    }
    for (List<TimePeriod> each : List.of(periods, others)) {
      each.forEach(period -> text.append(period.from()).append('/').append(period.until()).append('\n'));
      text.append('\n');
    }
    margins.forEach(margin -> text.append(margin.parts()).append('\n'));
    text.append(held).append('\n').append(recordedAt.map(LocalDate::toString).orElse("")).append('\n');
    if (width != ScanWidth.WIDEST) {
      text.append(width).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The measure, and the function that it asks. */
  private static Stream<String> names(Measure measure) {
    Aggregate aggregate = measure.aggregate();
    return aggregate instanceof Aggregate.Function
        ? Stream.of(measure.id(), ((Aggregate.Function) aggregate).id())
        : Stream.of(measure.id());
  }
}
