package se.siru.core.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import se.siru.core.containment.Containment;
import se.siru.core.containment.Fault;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.model.ValidationRule;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioCheck;
import se.siru.core.portfolio.Table;
import se.siru.core.stability.Provided;
import se.siru.core.text.Excerpt;
import se.siru.core.text.LocalizedText;
import se.siru.core.text.Translation;

/**
 * Holds the records of portfolios to the rules of plugins. Code in conditions of third parties runs contained, some thousand records a
 * call; a rule that cannot be applied is told as a warning, and the others stand, unless the host is {@link #strict}.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class Validation implements PortfolioCheck {
  private final List<Held> rules;
  private final Duration budget;
  private final Catalogue catalogue;
  private final boolean strict;

  private Validation(List<Held> rules, Duration budget, Catalogue catalogue, boolean strict) {
    this.rules = List.copyOf(rules);
    this.budget = budget;
    this.catalogue = catalogue;
    this.strict = strict;
  }

  /** A rule and who provides it. */
  private record Held(ValidationRule rule, Provider provider) {}

  /** No rules; code in those that come may take 10 seconds a call. */
  public static Validation none() {
    return new Validation(List.of(), Containment.BUDGET, Catalogue.empty(), false);
  }

  /** With the rules of a plugin. */
  public Validation with(Provider provider, List<ValidationRule> more) {
    List<Held> all = new ArrayList<>(rules);
    more.forEach(rule -> all.add(new Held(rule, provider)));
    return new Validation(all, budget, catalogue, strict);
  }

  /**
   * With another time for each call of a third party's code.
   *
   * @throws IllegalArgumentException where it is not positive
   */
  public Validation budget(Duration time) {
    return new Validation(rules, Containment.requirePositive(time), catalogue, strict);
  }

  /**
   * With code that takes the {@linkplain Catalogue#turn turns} of a catalogue: a plugin that does not say that it is thread-safe is not
   * called for a rule and for an indicator at the same time, nor for two portfolios.
   */
  public Validation inTurnsOf(Catalogue plugins) {
    return new Validation(rules, budget, Objects.requireNonNull(plugins, "plugins"), strict);
  }

  /** The same rules, where one that cannot be applied refuses the portfolio: nobody knows whether its records break it. */
  public Validation strict() {
    return new Validation(rules, budget, catalogue, true);
  }

  /** The same rules with the words of a further language. */
  public Validation translated(Translation translation) {
    return new Validation(
        rules.stream().map(each -> new Held(each.rule.translated(translation), each.provider)).toList(), budget, catalogue, strict);
  }

  /**
   * What a rule asks for that there is not, as words for a message: a field of the record type, or a code of a list; empty where all is
   * there.
   */
  public static Optional<LocalizedText> missing(ValidationRule rule, Schema schema) {
    AskedNames names = new AskedNames(schema);
    return names.missing(rule.where(), rule.over().name()).or(() -> names.missing(rule.must(), rule.over().name()));
  }

  /** What a measure asks of records and that there is not, as words for a message; empty where all is there. */
  public static Optional<LocalizedText> missing(Measure measure, Schema schema) {
    AskedNames names = new AskedNames(schema);
    return Nested.conditions(measure)
        .map(condition -> names.missing(condition, measure.over().name()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The rules, in the order in which they are applied. */
  public List<ValidationRule> rules() {
    return rules.stream().map(Held::rule).toList();
  }

  @Override
  public void check(Portfolio portfolio, Findings findings) {
    if (!rules.isEmpty()) {
      new Pass(portfolio, findings).run();
    }
  }

  @Override
  public boolean reads(RecordType type) {
    return rules.stream().anyMatch(held -> held.rule.over().name().equals(type.name()) || asksFor(held.rule, type));
  }

  private static boolean asksFor(ValidationRule rule, RecordType type) {
    return Stream.of(rule.where(), rule.must()).flatMap(Nested::in).anyMatch(condition -> Nested.relates(condition, type));
  }

  /** One portfolio under way. */
  private final class Pass {
    private final Portfolio portfolio;
    private final Findings findings;
    private final ConditionBinder conditions;
    private final AuthorCalls calls = new AuthorCalls(new Containment(budget), catalogue::turn);

    Pass(Portfolio portfolio, Findings findings) {
      this.portfolio = portfolio;
      this.findings = findings;
      this.conditions = new ConditionBinder(portfolio, new PathReader(portfolio));
    }

    void run() {
      for (Held held : rules) {
        Author author = Author.of(held.rule, held.provider);
        if (calls.isLate(author)) {
          failed(held, AuthorCalls.notCalled(author).in("en"));
          continue;
        }
        Findings own = new Findings();
        try {
          Table table = portfolio.table(held.rule.over().name());
          for (Batch batch : table.batches()) {
            check(held, author, table, batch, own);
          }
          findings.addAll(own);
        } catch (Fault fault) {
          failed(held, AuthorCalls.describe(author, fault));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError notApplicable) {
          failed(held, Fault.describe(notApplicable));
        }
      }
    }

    private void failed(Held held, String reason) {
      findings.add(
          strict ? EvaluationRules.RULE_FAILED_STRICTLY : EvaluationRules.RULE_FAILED,
          Origin.of(held.rule.over().plural()),
          "rule", held.rule.id(), "plugin", held.provider.id(), "reason", Excerpt.of(reason));
    }

    private void check(Held held, Author author, Table table, Batch batch, Findings own) throws Fault {
      Bound bound = calls.call(author, held.rule.id(), () -> bind(held.rule, table, batch));
      for (int from = 0; from < batch.size(); from += RecordBlock.SIZE) {
        int start = from;
        int until = Math.min(batch.size(), from + RecordBlock.SIZE);
        BitSet broken = calls.call(author, held.rule.id(), () -> bound.broken(start, until));
        for (int at = broken.nextSetBit(0); at >= 0; at = broken.nextSetBit(at + 1)) {
          tell(held.rule, table.row(batch, start + at), batch.origin(start + at), own);
        }
      }
    }

    /** What related records say is worked out when a condition is bound, which may run code, too. */
    private Bound bind(ValidationRule rule, Table table, Batch batch) {
      return new Bound(conditions.bind(rule.where(), table, batch), conditions.bind(rule.must(), table, batch));
    }
  }

  /** A rule bound to the rows of a batch. */
  private record Bound(Truth.Test where, Truth.Test must) {
    /** The rows that break it, counted from the first. */
    BitSet broken(int from, int until) {
      BitSet broken = new BitSet(until - from);
      for (int row = from; row < until; row++) {
        broken.set(row - from, where.of(row) == Truth.TRUE && must.of(row) == Truth.FALSE);
      }
      return broken;
    }
  }

  private static void tell(ValidationRule rule, Row row, Origin origin, Findings findings) {
    Origin place = rule.at().map(field -> origin.at(field.name())).orElse(origin);
    String value = rule.at().flatMap(row::find).map(String::valueOf).orElse("");
    findings.add(rule.rule(), place, "id", row.id().orElse(""), "value", value);
  }
}
