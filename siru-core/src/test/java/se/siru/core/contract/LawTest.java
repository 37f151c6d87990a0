package se.siru.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.siru.core.evaluation.CountingRecords;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Accumulator;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.Range;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.model.Support;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** Indicators that are made wrongly are found, by the law that they break. */
class LawTest {
  private static final Sample SAMPLE = Sample.random(Schema.standard(), 1, 40);

  private static Measure.Builder count(String id) {
    return described(Indicator.measure(id).over(Support.TYPE).count());
  }

  private static Measure.Builder described(Measure.Builder builder) {
    return builder.named("sv", "Stöd").named("en", "Support").defined(LocalizedText.of("Antal stöd.", "How many."))
        .unit("supports").source("own", Indicator.Evidence.CONFIRMED);
  }

  private static Measure of(Accumulator<?> accumulator) {
    return described(Indicator.measure("t:own").over(Membership.TYPE).aggregate(new Aggregate.Custom(accumulator))).build();
  }

  private static Set<String> broken(Indicator indicator, IndicatorFunction... functions) {
    Catalogue catalogue = Catalogue.empty().with(Provider.application(), List.of(indicator), List.of(functions));
    Trial trial = Trial.of(catalogue, SAMPLE).in(Surroundings.of("tr-TR", "Europe/Istanbul")).build();
    Set<String> broken = new TreeSet<>();
    for (Finding finding : trial.check()) {
      assertEquals(indicator.code(), finding.origin().source());
      broken.add(finding.rule().id().substring("contract.".length()));
    }
    return broken;
  }

  private static void assertContains(Set<String> broken, String... laws) {
    assertTrue(broken.containsAll(Set.of(laws)), broken::toString);
  }

  @Test
  void aCountKeepsAllLaws() {
    assertEquals(Set.of(), broken(count("t:count").build()));
    assertEquals(Set.of(), broken(of(new CountingRecords())));
  }

  @Test
  void whatMergesBadlyBreaksTheLawsOfParts() {
    Accumulator<long[]> forgetful = new CountingRecords() {
      @Override
      public long[] merge(long[] first, long[] second) {
        return second;
      }
    };
    assertContains(broken(of(forgetful)), "merge", "identity");
    Accumulator<long[]> blank = new CountingRecords() {
      @Override
      public long[] merge(long[] first, long[] second) {
        return first;
      }
    };
    assertEquals(Set.of("identity"), broken(of(blank)));
  }

  @Test
  void whatDoesNotSurviveWritingBreaksTheLawOfIdentity() {
    Accumulator<long[]> lossy = new CountingRecords() {
      @Override
      public void write(long[] state, DataOutput out) throws IOException {
        out.writeLong(state[0] & 7);
      }
    };
    assertEquals(Set.of("identity"), broken(of(lossy)));
  }

  @Test
  void whatTakesTheRecordThatComesLastBreaksTheLawOfOrder() {
    Accumulator<long[]> latest = new CountingRecords() {
      @Override
      public void add(long[] state, List<? extends Row> rows) {
        rows.forEach(row -> state[0] = row.find(Membership.MEMBER).map(String::hashCode).orElse(0));
      }
    };
    assertContains(broken(of(latest)), "order");
  }

  @Test
  void whatCountsItsCallsBreaksTheLawOfDeterminism() {
    int[] calls = new int[1];
    Condition sometimes = Condition.of("now and then", row -> calls[0]++ % 3 == 0);
    assertTrue(broken(count("t:sometimes").where(sometimes).build()).contains("determinism"));
  }

  @Test
  void whatLooksAtTheLocaleBreaksTheLawOfSurroundings() {
    Condition lowerCase = Condition.of("the kind in lower case", row -> row.find(Support.KIND).map(kind -> kind.toUpperCase().contains("I")).orElse(false));
    assertEquals(Set.of("surroundings"), broken(count("t:upper").where(lowerCase).build()));
  }

  @Test
  void whatGivesValuesThatItCannotHaveBreaksTheLawOfRange() {
    Measure few = count("t:few").range(Range.between(0, 3)).build();
    assertTrue(broken(few).contains("range"));
    assertEquals(Set.of(), broken(count("t:many").range(Range.between(0, 1_000_000)).build()));
  }

  @Test
  void whatDoesNotAddUpAsItDeclaresBreaksTheLawOfParts() {
    for (int tooMany = 0; tooMany < 2; tooMany++) {
      int more = tooMany;
      IndicatorFunction rows = new IndicatorFunction() {
        @Override
        public String id() {
          return "t:rows";
        }

        @Override
        public Outcome apply(Selection selection, Context context) {
          return new Outcome(Value.Quantity.of(selection.size() == 0 ? 0 : selection.size() + more), 0);
        }
      };
      Measure.Builder measure = described(
          Indicator.measure("t:own").over(Support.TYPE)
              .aggregate(new Aggregate.Function("t:rows", Map.of(), List.of(Support.RECIPIENT.path())).overEachRecord()));
      Support.TYPE.dimensions().keySet().forEach(measure::additiveOver);
      Set<String> broken = broken(measure.build(), rows);
      assertEquals(more > 0, broken.contains("parts"), broken::toString);
    }
  }

  @Test
  void whatFailsOnNoRecordsOrOnManyIsFound() {
    Accumulator<long[]> fragile = new CountingRecords() {
      @Override
      public Value finish(long[] state) {
        if (state[0] == 0) {
          throw new IllegalStateException("nothing");
        }
        return super.finish(state);
      }
    };
    assertTrue(broken(of(fragile)).contains("nothing"));
    Accumulator<long[]> small = new CountingRecords() {
      @Override
      public void add(long[] state, List<? extends Row> rows) {
        super.add(state, rows);
        if (rows.size() > 100) {
          throw new IllegalStateException("too many");
        }
      }
    };
    assertTrue(broken(of(small)).contains("many"));
  }

  @Test
  void aFunctionThatCountsItsCallsBreaksTheLawOfDuplicates() {
    int[] calls = new int[1];
    IndicatorFunction counting = new IndicatorFunction() {
      @Override
      public String id() {
        return "t:calls";
      }

      @Override
      public Outcome apply(Selection selection, Context context) {
        return new Outcome(Value.Quantity.of(calls[0]++), 0);
      }
    };
    Indicator indicator = described(Indicator.measure("t:function").over(Membership.TYPE)
        .aggregate(new Aggregate.Function("t:calls", Map.of(), List.of(Membership.MEMBER.path())))).build();
    assertTrue(broken(indicator, counting).containsAll(Set.of("duplicates", "many", "determinism")));
  }

  @Test
  void aCumulativeCountThatForgetsBreaksTheLawOfGrowth() {
    int[] calls = new int[1];
    Condition fading = Condition.of("seldom later", row -> calls[0]++ % 7 != 0);
    Set<String> broken = broken(count("t:fading").when(TimeRule.cumulative()).where(fading).build());
    assertTrue(broken.contains("determinism") && !broken.contains("growth"), broken::toString);
  }

  @Test
  void anIndicatorWithoutWordsUnitAndSourceBreaksTheLawOfDefinitions() {
    Indicator bare = Indicator.measure("t:bare").over(Participation.TYPE).count().build();
    Catalogue catalogue = Catalogue.empty().with(Provider.application(), List.of(bare), List.of());
    List<Finding> found = Law.of("definition").check(Trial.of(catalogue, SAMPLE).build());
    assertEquals(1, found.size());
    assertTrue(found.get(0).message("en").contains("name.sv, name.en, definition.sv, definition.en, unit, source"), found::toString);
  }

  @Test
  void everyLawSaysInBothLanguagesWhatHolds() {
    Set<String> names = new TreeSet<>();
    for (Law law : Law.all()) {
      assertEquals(Set.of("sv", "en"), law.statement().asMap().keySet());
      assertTrue(names.add(law.name()));
      assertEquals(law, Law.of(law.name()));
    }
    assertThrows(SiruException.class, () -> Law.of("gravity"));
  }
}
