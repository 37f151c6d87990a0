package se.siru.indicators;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.evaluation.Results;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.Activity;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.plugin.PluginSource;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** Small portfolios and what the standard catalogue makes of them. */
final class Evaluated {
  private final Results results;

  private Evaluated(Results results) {
    this.results = results;
  }

  static Evaluated of(PortfolioBuilder portfolio, String periods, String... by) {
    return under(RuleSet.defaults(), portfolio, periods, by);
  }

  static Evaluated under(RuleSet rules, PortfolioBuilder builder, String periods, String... by) {
    Portfolio portfolio = builder.build();
    PluginRegistry registry =
        PluginRegistry.builder().source(PluginSource.ofPlugins(new StandardIndicatorsPlugin())).rules(rules).build();
    return new Evaluated(
        Evaluation.of(portfolio, registry.catalogue()).indicators("siru:*").periods(Periods.parse(periods)).by(by).run());
  }

  /** An agency's rule set that asks for hours of non-financial support. */
  static RuleSet hours(String hours) {
    return RuleSet.builder("agency", "1")
        .value(new RuleSet.Value(List.of("RCO04"), "min-support-hours", hours, Indicator.Evidence.CONFIRMED, "decision 1"))
        .build();
  }

  /** The number of a cell. */
  void gives(String number, String indicator, String period, String... codes) {
    BigDecimal found = results.cell(indicator, period, codes).number().orElseThrow();
    assertEquals(0, new BigDecimal(number).compareTo(found), () -> results.cell(indicator, period, codes).toString());
  }

  Results results() {
    return results;
  }

  /** A fund programme with two objectives, an operation below each. */
  static PortfolioBuilder programme() {
    return Portfolio.builder(Schema.standard())
        .add(node("fund", "fund-programme", null))
        .add(node("so1", "objective", "fund"))
        .add(node("so2", "objective", "fund"))
        .add(node("op1", "operation", "so1"))
        .add(node("op2", "operation", "so2"));
  }

  private static Row node(String id, String level, @Nullable String parent) {
    return ProgrammeNode.TYPE.row(id).with(ProgrammeNode.LEVEL, level).with(ProgrammeNode.PARENT, parent).build();
  }

  static Row enterprise(String id, String size) {
    return Stakeholder.TYPE.row(id).with(Stakeholder.ECONOMIC, "yes").with(Stakeholder.SIZE, size).build();
  }

  static Row organisation(String id, String sector) {
    return Stakeholder.TYPE.row(id).with(Stakeholder.SECTOR, sector).build();
  }

  static RowBuilder support(String id, String node, String recipient, String kind, String date) {
    return Support.TYPE.row(id)
        .with(Support.NODE, node)
        .with(Support.RECIPIENT, recipient)
        .with(Support.KIND, kind)
        .with(Support.DATE, LocalDate.parse(date));
  }

  static RowBuilder activity(String id, String status, String date) {
    return Activity.TYPE.row(id).with(Activity.STATUS, status).with(Activity.START, LocalDate.parse(date));
  }

  static RowBuilder attended(String activity, String... organisations) {
    return Participation.TYPE.row()
        .with(Participation.ACTIVITY, activity)
        .with(Participation.ORGANISATIONS, List.of(organisations));
  }

  static Row member(String member, String initiative) {
    return Membership.TYPE.row().with(Membership.MEMBER, member).with(Membership.INITIATIVE, initiative).build();
  }
}
