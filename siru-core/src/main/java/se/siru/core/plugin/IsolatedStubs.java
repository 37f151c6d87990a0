package se.siru.core.plugin;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;
import java.util.function.Predicate;
import se.siru.core.indicator.Accumulator;
import se.siru.core.indicator.CodeSource;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.isolation.IsolatedCode;
import se.siru.core.isolation.IsolatedPlugin;
import se.siru.core.model.Row;
import se.siru.core.model.Value;

/** Stands for the code of a plugin that is isolated, in the definitions of its indicators. None of it can be called. */
record IsolatedStubs(IsolatedPlugin plugin) implements CodeSource {
  @Override
  public Predicate<Row> condition(String description) {
    return new Test(plugin, description);
  }

  @Override
  public Accumulator<?> accumulator(String name) {
    return new State(plugin, name);
  }

  /** A function of the plugin. */
  IndicatorFunction function(String id) {
    return new Function(plugin, id);
  }

  private static IllegalStateException elsewhere(IsolatedPlugin plugin) {
    return new IllegalStateException("code of " + plugin.id() + " runs in a process of its own");
  }

  private record Test(IsolatedPlugin plugin, String description) implements Predicate<Row>, IsolatedCode {
    @Override
    public boolean test(Row row) {
      throw elsewhere(plugin);
    }
  }

  private record Function(IsolatedPlugin plugin, String id) implements IndicatorFunction, IsolatedCode {
    @Override
    public Outcome apply(Selection selection, Context context) {
      throw elsewhere(plugin);
    }
  }

  private record State(IsolatedPlugin plugin, String name) implements Accumulator<Object>, IsolatedCode {
    @Override
    public Object create() {
      throw elsewhere(plugin);
    }

    @Override
    public void add(Object state, List<? extends Row> rows) {
      throw elsewhere(plugin);
    }

    @Override
    public Object merge(Object first, Object second) {
      throw elsewhere(plugin);
    }

    @Override
    public Value finish(Object state) {
      throw elsewhere(plugin);
    }

    @Override
    public void write(Object state, DataOutput out) {
      throw elsewhere(plugin);
    }

    @Override
    public Object read(DataInput in) {
      throw elsewhere(plugin);
    }
  }
}
