package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.siru.core.contract.Law;
import se.siru.core.contract.Sample;
import se.siru.core.contract.Trial;
import se.siru.core.model.Row;
import se.siru.core.model.Schema;

/** Indicators of every shape that the algebra has keep every law but that of definitions: they are samples and have no words. */
class AlgebraLawsTest {
  private static final List<String> LOCALES = List.of("tr-TR", "ar-EG-u-nu-arab", "sv-SE");
  private static final List<String> ZONES = List.of("Pacific/Kiritimati", "America/Anchorage", "Europe/Stockholm");

  private static void check(Sample sample) {
    Trial trial = Trial.of(Samples.CATALOGUE, sample).in(AlgebraLawsTest::elsewhere).build();
    for (Law law : Law.all()) {
      if (!law.name().equals("definition")) {
        assertEquals(List.of(), law.check(trial), law::name);
      }
    }
  }

  private static Results elsewhere(Supplier<Results> work) {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Results results = work.get();
      for (int i = 0; i < LOCALES.size(); i++) {
        Locale.setDefault(Locale.forLanguageTag(LOCALES.get(i)));
        TimeZone.setDefault(TimeZone.getTimeZone(ZONES.get(i)));
        Results there = work.get();
        assertEquals(results.cells().map(Cell::toString).toList(), there.cells().map(Cell::toString).toList());
      }
      return work.get();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
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
