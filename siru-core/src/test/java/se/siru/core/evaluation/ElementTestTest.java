package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.siru.core.model.Condition;
import se.siru.core.model.Participation;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.Table;

/** Conditions on one column, joined beforehand, against each asked on its own. */
class ElementTestTest {
  private static final List<Condition> CONDITIONS =
      List.of(
          Participation.STATUS.is("attended"),
          Participation.STATUS.is("registered"),
          Participation.STATUS.isKnown(),
          Participation.STATUS.isKnown().not());

  @Property(tries = 50)
  void joinedConditionsAnswerAsTheyDoOneByOne(@ForAll long seed) {
    Portfolio portfolio = new RandomPortfolio(seed).portfolio();
    Table table = portfolio.table(Participation.TYPE.name());
    ConditionBinder binder = new ConditionBinder(portfolio, new PathReader(portfolio));
    for (Batch batch : table.batches()) {
      for (Condition first : CONDITIONS) {
        for (Condition second : CONDITIONS) {
          Truth.Test one = binder.bind(first, table, batch);
          Truth.Test other = binder.bind(second, table, batch);
          Truth.Test both = binder.bind(first.and(second), table, batch);
          Truth.Test either = binder.bind(first.or(second), table, batch);
          assertTrue(both instanceof ElementTest && either instanceof ElementTest, "one look-up");
          for (int row = 0; row < batch.size(); row++) {
            assertEquals(Math.min(one.of(row), other.of(row)), both.of(row));
            assertEquals(Math.max(one.of(row), other.of(row)), either.of(row));
          }
        }
      }
    }
  }
}
