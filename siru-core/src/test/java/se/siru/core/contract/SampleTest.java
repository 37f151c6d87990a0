package se.siru.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.siru.core.model.Field;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Portfolio;

/** Random records are of every kind, and of them the same portfolio can be made in many ways. */
class SampleTest {
  private static final Schema SCHEMA = Schema.standard();
  private static final int SEEDS = 12;

  @Test
  void everyFieldOfEveryRecordTypeIsStatedSomewhereAndLeftOutSomewhere() {
    Set<String> never = new TreeSet<>();
    Set<String> always = new TreeSet<>();
    for (RecordType type : SCHEMA.types()) {
      for (Field<?> field : type.fields()) {
        never.add(field.toString());
        if (!field.required()) {
          always.add(field.toString());
        }
      }
    }
    for (int seed = 0; seed < SEEDS; seed++) {
      for (Row row : Sample.random(SCHEMA, seed, 20).rows()) {
        for (Field<?> field : row.type().fields()) {
          Object value = row.get(field);
          boolean isStated = value != null && !value.equals(List.of());
          (isStated ? never : always).remove(field.toString());
        }
      }
    }
    assertEquals(Set.of(), never);
    assertEquals(Set.of(), always);
  }

  @Test
  void oneSeedGivesTheSameRecordsAndAnotherOthers() {
    String one = Sample.digest(Sample.random(SCHEMA, 7, 20).portfolio());
    assertEquals(one, Sample.digest(Sample.random(SCHEMA, 7, 20).portfolio()));
    assertNotEquals(one, Sample.digest(Sample.random(SCHEMA, 8, 20).portfolio()));
  }

  @Test
  void recordsThatRefuseEachOtherAreLeftOutWithWhatRefersToThem() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Portfolio portfolio = Sample.random(SCHEMA, seed, 20).portfolio();
      for (RecordType type : SCHEMA.types()) {
        assertTrue(portfolio.table(type.name()).size() >= 1, () -> type + " has no record to try anything on");
      }
    }
  }

  @Test
  void copiesAddRecordsAndArrangementsDoNot() {
    Sample sample = Sample.random(SCHEMA, 3, 20);
    int once = sample.portfolio().table("support").size();
    assertTrue(sample.withCopies(1).table("support").size() > once);
    for (Portfolio same : List.of(sample.shuffled(), sample.inBatches(3), sample.inShuffledBatches(), sample.withEmptyBatches())) {
      assertEquals(once, same.table("support").size());
    }
    assertEquals(0, sample.held().table("stakeholder").size());
  }
}
