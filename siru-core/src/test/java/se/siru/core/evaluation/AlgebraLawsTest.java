package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.siru.core.contract.Law;
import se.siru.core.contract.Sample;
import se.siru.core.contract.Surroundings;
import se.siru.core.contract.Trial;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;

/** Indicators of every shape that the algebra has keep every law but that of definitions: they are samples and have no words. */
class AlgebraLawsTest {
  private static void check(Sample sample) {
    Trial.Builder anywhere = Trial.of(Samples.CATALOGUE, sample);
    Surroundings.awkward().forEach(anywhere::in);
    Trial trial = anywhere.build();
    for (Law law : Law.all()) {
      if (!law.name().equals("definition")) {
        assertEquals(List.of(), law.check(trial), law::name);
      }
    }
  }

  @Property(tries = 5)
  void onRecordsOfEveryTypeAndField(@ForAll long seed) {
    check(Sample.random(Schema.standard(), seed, 20));
  }

  @Property(tries = 5)
  void onRecordsThatMeetOften(@ForAll long seed) {
    List<Row> rows = new RandomPortfolio(seed).rows();
    Sample sample = Sample.of(Schema.standard(), seed, rows);
    assertEquals(rows.size(), sample.rows().size());
    check(sample);
  }
}
