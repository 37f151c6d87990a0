package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInput;
import java.io.DataOutput;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.siru.core.indicator.Accumulator;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Grouping;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;

/**
 * On which threads code of a third party's plugin runs in an evaluation, and when it is not called again. What it may do wrong is in {@code
 * PluginFaultsTest}.
 */
class ContainedPluginsTest {
  private static final Provider AGENCY = new Provider("agency", "1", "agency.jar");
  private static final Provider SAFE = new Provider("safe", "1", "safe.jar", true);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Measure COUNT = Indicator.measure("t:count").over(Agreement.TYPE).count().build();

  private static Portfolio portfolio(int agreements) {
    var portfolio = Portfolio.builder();
    portfolio.add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build());
    portfolio.add(Stakeholder.TYPE.row("s").build());
    for (int i = 0; i < agreements; i++) {
      portfolio.add(Agreement.TYPE.row("a" + i).with(Agreement.SUPPLIER, "s").build());
    }
    return portfolio.build();
  }

  private record Function(String id, Supplier<IndicatorFunction.Outcome> code) implements IndicatorFunction {
    @Override
    public Outcome apply(Selection selection, Context context) {
      return code.get();
    }
  }

  private static IndicatorFunction.Outcome one() {
    return new IndicatorFunction.Outcome(Value.Quantity.of(1), 0);
  }

  private static Measure by(String id) {
    return Indicator.measure(id).over(Agreement.TYPE)
        .aggregate(new Aggregate.Function(id, Map.of(), List.of(Agreement.SUPPLIER.path()))).build();
  }

  private static Catalogue with(Provider provider, Function... functions) {
    List<Indicator> indicators = Stream.of(functions).map(function -> (Indicator) by(function.id())).toList();
    return Catalogue.empty().with(Provider.application(), List.of(COUNT), List.of()).with(provider, indicators, List.of(functions));
  }

  private static Results run(Catalogue catalogue) {
    Results results = Evaluation.of(portfolio(3), catalogue).pluginBudget(SHORT).threads(2).run();
    assertEquals(Value.Quantity.of(3), value(results, "t:count"));
    return results;
  }

  private static Value value(Results results, String id) {
    return results.cells().filter(cell -> cell.indicator().id().equals(id)).findFirst().orElseThrow().value();
  }

  private static String reason(Results results, String id) {
    Value.Absent absent = (Value.Absent) value(results, id);
    assertEquals(Value.Reason.FAILED, absent.reason());
    return absent.note().in("en");
  }

  @Test
  void aPluginThatDoesNotComeBackIsNotCalledAgain() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    Function late = new Function("agency:a", () -> {
      calls.incrementAndGet();
      try {
        never.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return one();
    });
    Function good = new Function("agency:b", () -> {
      calls.incrementAndGet();
      return one();
    });
    Results results = run(with(AGENCY, late, good));
    assertEquals("gave no result within 100 ms and was stopped", reason(results, "agency:a"));
    assertEquals("is not called: code of agency did not come back in time", reason(results, "agency:b"));
    assertEquals(1, calls.get());
  }

  @Test
  void theLibrarysAndTheApplicationsCodeRunsOnTheCallersThreads() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    for (Provider provider : List.of(Provider.application(), new Provider("siru", "1", "x"))) {
      Catalogue catalogue = with(provider, new Function("x:f", () -> {
        threads.add(Thread.currentThread());
        return one();
      }));
      Evaluation.of(portfolio(3), catalogue).run();
    }
    assertEquals(Set.of(Thread.currentThread()), threads);
  }

  /** Counts records, with how many threads were inside of it at once. */
  private static final class Counting implements Accumulator<long[]> {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private <T> T within(Supplier<T> code) {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      threads.add(Thread.currentThread());
      T result = code.get();
      inside.decrementAndGet();
      return result;
    }

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public long[] create() {
      return new long[1];
    }

    @Override
    public void add(long[] state, List<? extends Row> rows) {
      state[0] += within(rows::size);
    }

    @Override
    public long[] merge(long[] first, long[] second) {
      return within(() -> new long[] {first[0] + second[0]});
    }

    @Override
    public Value finish(long[] state) {
      return within(() -> Value.Quantity.of(state[0]));
    }

    @Override
    public void write(long[] state, DataOutput out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long[] read(DataInput in) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void codeThatDoesNotSayThatItIsThreadSafeIsConfinedToOneThread() {
    int many = 600_000;
    for (Provider provider : List.of(AGENCY, SAFE)) {
      Counting counting = new Counting();
      Measure measure = Indicator.measure("x:c").over(Agreement.TYPE).aggregate(new Aggregate.Custom(counting)).build();
      Catalogue catalogue = Catalogue.empty().with(provider, List.of(measure), List.of());
      Results results = Evaluation.of(portfolio(many), catalogue).threads(4).run();
      assertEquals(Value.Quantity.of(many), value(results, "x:c"));
      assertTrue(provider.threadSafe() || counting.threads.size() == 1 && counting.most.get() == 1, provider::toString);
    }
  }

  /** Adds one to a number that no lock guards. */
  private static final class Unguarded implements Supplier<IndicatorFunction.Outcome> {
    private final AtomicInteger inside = new AtomicInteger();
    private int calls;

    @Override
    public IndicatorFunction.Outcome get() {
      int others = inside.getAndIncrement();
      calls++;
      inside.decrementAndGet();
      return new IndicatorFunction.Outcome(Value.Quantity.of(others), 0);
    }
  }

  @Test
  void eightThreadsThatEvaluateAThousandTimesMeetNobodyInsideAPluginThatIsNotThreadSafe() throws Exception {
    Unguarded state = new Unguarded();
    Catalogue catalogue = with(AGENCY, new Function("agency:f", state));
    Portfolio portfolio = portfolio(3);
    List<FutureTask<Long>> tasks = Stream.generate(() -> new FutureTask<>(() -> IntStream.range(0, 125)
        .mapToObj(run -> value(Evaluation.of(portfolio, catalogue).run(), "agency:f"))
        .filter(Value.Quantity.of(0)::equals)
        .count())).limit(8).toList();
    tasks.forEach(task -> new Thread(task).start());
    long alone = 0;
    for (FutureTask<Long> task : tasks) {
      alone += task.get();
    }
    assertEquals(1000, alone);
    assertEquals(1000, state.calls);
  }

  @Test
  void aPluginThatCallsTheLibraryKeepsItsTurnWhenItIsCalledAgain() {
    AtomicReference<Catalogue> catalogue = new AtomicReference<>();
    AtomicInteger depth = new AtomicInteger();
    Function again = new Function("agency:f", () -> {
      if (depth.incrementAndGet() == 3) {
        return one();
      }
      return new IndicatorFunction.Outcome(value(Evaluation.of(portfolio(1), catalogue.get()).indicators("agency:f").run(), "agency:f"), 0);
    });
    catalogue.set(with(AGENCY, again));
    Results results = Evaluation.of(portfolio(1), catalogue.get()).indicators("agency:f").run();
    assertEquals(Value.Quantity.of(1), value(results, "agency:f"));
  }

  @Test
  void aConditionOfAPluginIsContainedAlsoBeforeAFunctionOfTheLibrary() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    Condition seen = Condition.of("is seen", row -> threads.add(Thread.currentThread()) || true);
    Function own = new Function("siru:f", ContainedPluginsTest::one);
    Measure measure = Indicator.measure("agency:m").over(Agreement.TYPE).where(seen)
        .aggregate(new Aggregate.Function("siru:f", Map.of(), List.of(Agreement.SUPPLIER.path()))).build();
    Catalogue catalogue = with(new Provider("siru", "1", "x"), own).with(AGENCY, List.of(measure), List.of());
    assertEquals(Value.Quantity.of(1), value(run(catalogue), "agency:m"));
    assertEquals(List.of("siru-plugin"), threads.stream().map(Thread::getName).toList());
  }

  @Test
  void aConditionWrittenAsCodeFailsTheMeasuresThatAskIt() {
    Condition broken = Condition.of("is broken", row -> { throw new IllegalStateException("x"); });
    Measure plain = Indicator.measure("agency:w").over(Agreement.TYPE).where(broken).count().build();
    Measure grouped = Indicator.measure("agency:g").over(Agreement.TYPE).per(Agreement.SUPPLIER)
        .having(Grouping.Inner.count().where(broken).atLeast("1")).count().build();
    Catalogue catalogue = Catalogue.empty()
        .with(Provider.application(), List.of(COUNT), List.of()).with(AGENCY, List.of(plain, grouped), List.of());
    Results results = run(catalogue);
    assertEquals("java.lang.IllegalStateException: x", reason(results, "agency:w"));
    assertEquals("java.lang.IllegalStateException: x", reason(results, "agency:g"));
  }
}
