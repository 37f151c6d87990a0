package se.siru.core.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.disclosure.Audience;
import se.siru.core.evaluation.RecordsBehind;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Lineage;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.model.Decision;
import se.siru.core.model.ReportingPeriod;
import se.siru.core.model.Row;
import se.siru.core.model.TimePeriod;
import se.siru.core.portfolio.DecidedPlan;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.SourcedRow;
import se.siru.core.stability.Experimental;

/**
 * Makes the pack for a steering group: decided targets with actual values and status, budget beside outcome and co-financing,
 * who was reached, quoted effects, and what stands behind every number.
 *
 * <p>Not thread-safe; {@link #pack} may be called again.
 */
@Experimental(since = "0.1.0")
public final class SteeringGroup {
  private final Portfolio portfolio;
  private final Catalogue catalogue;
  private Audience audience = Audience.INTERNAL;
  private @Nullable ProgressRule rule;
  private @Nullable String reportingPeriod;

  private SteeringGroup(Portfolio portfolio, Catalogue catalogue) {
    this.portfolio = Objects.requireNonNull(portfolio, "portfolio");
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
  }

  /** The pack of a portfolio, by the indicators of a catalogue. */
  public static SteeringGroup of(Portfolio portfolio, Catalogue catalogue) {
    return new SteeringGroup(portfolio, catalogue);
  }

  /** For whom; by default for those who hold the records. */
  public SteeringGroup audience(Audience newAudience) {
    this.audience = Objects.requireNonNull(newAudience, "audience");
    return this;
  }

  /** How the status is judged; by default as {@linkplain ProgressRule#of(se.siru.core.indicator.RuleSet) the rule set} says. */
  public SteeringGroup rule(ProgressRule newRule) {
    this.rule = Objects.requireNonNull(newRule, "rule");
    return this;
  }

  /**
   * The reporting period, by its id. By default the last one that had ended on the portfolio's day, or the first one where none
   * had; the last one of all where nobody said the day.
   */
  public SteeringGroup reportingPeriod(String id) {
    this.reportingPeriod = Objects.requireNonNull(id, "reportingPeriod");
    return this;
  }

  /**
   * Makes the pack.
   *
   * @param language {@code sv} or {@code en}
   * @throws SiruException with {@link ErrorCode#UNKNOWN_NAME} where the portfolio has no reporting period, or none of that id;
   *     {@link ErrorCode#AUDIENCE_REFUSED} as for a publication; {@link ErrorCode#REFUSED_INPUT} where the rule set gives thresholds
   *     that make no {@link ProgressRule}
   */
  public Pack pack(String language) {
    ProgressRule light = rule == null ? ProgressRule.of(catalogue.rules()) : rule;
    Wording words = new Wording(language, catalogue.rules());
    DecidedPlan plan = DecidedPlan.of(portfolio);
    String id = reportingPeriod == null ? latest(plan) : reportingPeriod;
    TimePeriod period = plan.period(id).orElseThrow(() -> unknown(id, plan));
    TimePeriod soFar = plan.until(id).orElseThrow(() -> unknown(id, plan));
    Behind behind = new Behind(words);
    Setting setting = new Setting(portfolio, catalogue, audience, plan, id, period, soFar, words, behind);
    List<PackSheet> sheets = new ArrayList<>();
    sheets.add(new TargetSheet(setting, light).sheet());
    sheets.add(new MoneySheet(setting).sheet());
    sheets.add(new ReachSheet(setting).sheet());
    sheets.add(new EffectSheet(setting).sheet());
    sheets.add(behind.sheet());
    String name = portfolio.name();
    String title = words.say("Underlag till styrgruppen", "Pack for the steering group") + (name.isEmpty() ? "" : ": " + name);
    return new Pack(language, title, notes(setting), sheets);
  }

  private static SiruException unknown(String id, DecidedPlan plan) {
    List<String> ids = ids(plan);
    return new SiruException(
        ErrorCode.UNKNOWN_NAME,
        ids.isEmpty()
            ? "the decisions of the portfolio state no reporting periods"
            : "no reporting period '" + id + "'; there are " + String.join(", ", ids));
  }

  private static List<String> ids(DecidedPlan plan) {
    return plan.reportingPeriods().stream().flatMap(period -> period.row().id().stream()).toList();
  }

  private String latest(DecidedPlan plan) {
    Optional<LocalDate> today = portfolio.recordedAt();
    List<Row> periods = plan.reportingPeriods().stream().map(SourcedRow::row).toList();
    if (periods.isEmpty()) {
      throw unknown("", plan);
    }
    return periods.stream()
        .filter(period -> today.map(day -> !Objects.requireNonNull(period.get(ReportingPeriod.END)).isAfter(day)).orElse(true))
        .reduce((earlier, later) -> later)
        .orElse(periods.get(0))
        .id()
        .orElseThrow();
  }

  private List<String> notes(Setting setting) {
    Wording words = setting.words();
    List<String> notes = new ArrayList<>();
    notes.add(
        words.say("Rapporteringsperiod ", "Reporting period ") + setting.reportingPeriod() + ": " + days(setting.period())
            + ". " + words.say("Hittills: ", "So far: ") + days(setting.soFar()) + ". " + from(periods(setting), words));
    portfolio.recordedAt().ifPresent(
        day -> notes.add(words.say("Läget i uppgifterna: ", "The records as of: ") + day + "."));
    notes.add(words.rules());
    notes.add(words.marks());
    if (audience == Audience.INTERNAL) {
      notes.add(
          words.say(
              "Internt: små tal är inte skyddade för publicering.",
              "Internal: small numbers are not protected for publication."));
    }
    for (SourcedRow decision : setting.plan().decisions()) {
      notes.add(decision(decision.row(), words) + " " + from(List.of(decision), words));
    }
    return notes;
  }

  /** The reporting periods from the first to the one that the pack is about. */
  private static List<SourcedRow> periods(Setting setting) {
    return setting.plan().reportingPeriods().stream()
        .filter(period -> setting.soFar().contains(Objects.requireNonNull(period.row().get(ReportingPeriod.START))))
        .toList();
  }

  private static String from(List<SourcedRow> records, Wording words) {
    List<Lineage> lineages = records.stream().map(SourcedRow::lineage).toList();
    return words.say("Källa: ", "Source: ") + RecordsBehind.sources(lineages, lineages.size()) + ".";
  }

  private static String days(TimePeriod period) {
    return period.from() + "–" + Objects.requireNonNull(period.until()).minusDays(1);
  }

  private static String decision(Row decision, Wording words) {
    StringBuilder text = new StringBuilder(words.say("Beslut ", "Decision ")).append(decision.id().orElseThrow());
    decision.find(Decision.VERSION).ifPresent(version -> text.append(", version ").append(version));
    decision.find(Decision.DIARY_NUMBER).ifPresent(number -> text.append(", ").append(number));
    decision.find(Decision.DATE).ifPresent(date -> text.append(", ").append(date));
    decision.find(Decision.SUPERSEDES).ifPresent(
        other -> text.append(words.say(", ersätter ", ", supersedes ")).append(other));
    return text.append('.').toString();
  }
}
