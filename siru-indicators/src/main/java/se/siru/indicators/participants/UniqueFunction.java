package se.siru.indicators.participants;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.model.Value;

/**
 * How many different things there were at least and at most, where some records name none. The fields are the thing, how many heads a
 * record is of, and then what tells occasions apart, so many fields as the parameter {@code occasion-fields} says; 0 where it is left out.
 * The definition must ask for each record.
 *
 * <p>With occasions, heads at one occasion are different from each other and from those named there, as persons in a room are; a record
 * that names one and is of more heads has the others with it. Without occasions nothing keeps them apart: the organisations of two
 * visitors may be the same, or one that others represent. Both bounds can be met, so that no narrower ones hold always.
 */
enum UniqueFunction implements IndicatorFunction {
  /** As few as there can have been. */
  LOW("siru:unique-low") {
    @Override
    long of(long named, Collection<Occasion> occasions, boolean areApart) {
      long most = occasions.stream().mapToLong(each -> areApart ? each.named.size() + each.unnamed : Math.min(each.unnamed, 1)).max()
          .orElse(0);
      return Math.max(named, most);
    }
  },

  /** As many as there can have been. */
  HIGH("siru:unique-high") {
    @Override
    long of(long named, Collection<Occasion> occasions, boolean areApart) {
      return named + UNNAMED.of(named, occasions, areApart);
    }
  },

  /** The heads that are not named, at all occasions. */
  UNNAMED("siru:unnamed-heads") {
    @Override
    long of(long named, Collection<Occasion> occasions, boolean areApart) {
      return occasions.stream().mapToLong(each -> each.unnamed).sum();
    }
  };

  private static final int THING = 0;
  private static final int HEADS = 1;
  private static final int OCCASION = 2;

  private final String id;

  UniqueFunction(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  /** The figure of a number of things named and of all occasions. */
  abstract long of(long named, Collection<Occasion> occasions, boolean areApart);

  /** Who was where. */
  private static final class Occasion {
    private final Set<Long> named = new HashSet<>();
    private long unnamed;
  }

  @Override
  public Outcome apply(Selection selection, Context context) {
    selection.requireEachRecord();
    int fields = Integer.parseInt(context.parameters().getOrDefault("occasion-fields", "0"));
    Set<Long> named = new HashSet<>();
    Map<List<Long>, Occasion> occasions = new HashMap<>();
    for (int row = 0; row < selection.size(); row++) {
      List<Long> key = new ArrayList<>(fields);
      for (int field = 0; field < fields; field++) {
        key.add(selection.value(row, OCCASION + field));
      }
      Occasion occasion = occasions.computeIfAbsent(key, k -> new Occasion());
      long thing = selection.value(row, THING);
      long heads = selection.value(row, HEADS) == Selection.UNKNOWN ? 1 : selection.value(row, HEADS);
      if (thing == Selection.UNKNOWN) {
        occasion.unnamed += heads;
      } else {
        named.add(thing);
        occasion.named.add(thing);
        occasion.unnamed += fields > 0 ? Math.max(heads - 1, 0) : 0;
      }
    }
    return new Outcome(Value.Quantity.of(of(named.size(), occasions.values(), fields > 0)), 0);
  }
}
