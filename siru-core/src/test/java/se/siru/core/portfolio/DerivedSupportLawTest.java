package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static se.siru.core.portfolio.Records.activity;
import static se.siru.core.portfolio.Records.day;
import static se.siru.core.portfolio.Records.node;
import static se.siru.core.portfolio.Records.organisation;
import static se.siru.core.portfolio.Records.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.model.Activity;
import se.siru.core.model.Field;
import se.siru.core.model.Participation;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.Support;
import se.siru.core.parallel.Workers;
import se.siru.core.vocabulary.Vocabulary;

/** Support follows from attendance whether that is kept or not, and whoever saw which part of it in which order. */
class DerivedSupportLawTest {
  private static final String KIND = Vocabulary.standard().list("support-kinds").at(0).code();
  private static final RecordType TYPE = Participation.TYPE;
  private static final LocalDate FIRST_DAY = day("2022-01-01");
  private static final List<String> ORGANISATIONS = List.of("a", "a-south", "b", "c");
  private static final List<String> STATUSES = List.of("attended", "no-show", "registered");

  /** One row of attendance, before it is appended. */
  private record Came(String activity, List<String> organisations, @Nullable Integer day, @Nullable String status, @Nullable String node) {}

  private static PortfolioBuilder entities(boolean supporting) {
    PortfolioBuilder builder =
        Portfolio.builder()
            .add(node("p", "fund-programme").build())
            .add(node("o1", "operation").build())
            .add(node("o2", "operation").build())
            .add(organisation("a").build())
            .add(organisation("a-south").build())
            .add(version("b", "", "public").build())
            .add(version("b", "2022-01-04", "business").build())
            .add(organisation("c").build())
            .identity(new IdentityLink("a-south", "a", IdentityLink.Kind.BRANCH, null));
    for (int i = 0; i < 5; i++) {
      builder.add(
          activity("e" + i, "2022-01-01")
              .with(Activity.SUPPORT_KIND, supporting && i < 4 ? KIND : null)
              .with(Activity.STATUS, i == 3 ? "cancelled" : null)
              .build());
    }
    return builder;
  }

  private static List<Came> attendance(Random random) {
    List<Came> all = new ArrayList<>();
    for (int i = random.nextInt(60); i > 0; i--) {
      List<String> organisations = new ArrayList<>(ORGANISATIONS);
      Collections.shuffle(organisations, random);
      all.add(
          new Came(
              "e" + random.nextInt(5),
              organisations.subList(0, random.nextInt(4)),
              random.nextInt(4) == 0 ? null : random.nextInt(7),
              random.nextInt(3) == 0 ? null : STATUSES.get(random.nextInt(3)),
              random.nextInt(3) == 0 ? null : "o" + (1 + random.nextInt(2))));
    }
    return all;
  }

  private static List<Row> stated(Random random) {
    List<Row> stated = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      stated.add(
          Support.TYPE.row("s" + i)
              .with(Support.KIND, KIND)
              .with(Support.RECIPIENT, ORGANISATIONS.get(random.nextInt(4)))
              .with(Support.ACTIVITY, random.nextInt(4) == 0 ? null : "e" + random.nextInt(5))
              .build());
    }
    return stated;
  }

  @Property(tries = 300)
  void itIsTheSameWhetherAttendanceIsKeptOrNot(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int threads, @ForAll @IntRange(min = 1, max = 9) int rows) {
    Random random = new Random(seed);
    boolean supporting = random.nextInt(4) > 0;
    List<Came> attendance = attendance(random);
    List<Row> stated = stated(random);

    Portfolio kept = filled(entities(supporting).addAll(stated), attendance, 1, Integer.MAX_VALUE);
    AtomicInteger taken = new AtomicInteger();
    PortfolioBuilder releasing = entities(supporting).entitiesComplete().release(TYPE, batch -> taken.addAndGet(batch.size()));
    Portfolio released = filled(releasing.addAll(stated), attendance, threads, rows);

    assertEquals(told(kept), told(released));
    assertEquals(kept.holds(Support.TYPE), released.holds(Support.TYPE));
    assertEquals(attendance.size(), taken.get());
    assertTrue(released.table(TYPE.name()).batches().stream().noneMatch(Batch::isKept));
    Map<String, String> naive = supporting ? naive(attendance, stated) : Map.of();
    Map<String, String> derived = new TreeMap<>();
    kept.rows(Support.TYPE)
        .filter(row -> row.id().orElse("").startsWith("derived:"))
        .forEach(row -> derived.put(row.id().orElse(""), row.get(Support.DATE) + " " + row.get(Support.RECIPIENT)));
    assertEquals(naive, derived);
    Statistics.label("support follows").collect(!derived.isEmpty())
        .coverage(checker -> checker.check(true).percentage(percentage -> percentage > 30));
  }

  /** By the rule as it is told, row by row: ids of what follows, and the day and the recipient of the first attendance. */
  private static Map<String, String> naive(List<Came> attendance, List<Row> stated) {
    List<String> named = stated.stream().map(row -> row.get(Support.ACTIVITY) + "/" + unit(String.valueOf(row.get(Support.RECIPIENT)))).toList();
    Map<String, Map<String, String>> first = new LinkedHashMap<>();
    for (Came came : attendance) {
      boolean gives = !came.activity.equals("e3") && !came.activity.equals("e4");
      if (gives && (came.status == null || came.status.equals("attended"))) {
        for (String organisation : came.organisations) {
          String pair = came.activity + "/" + unit(organisation);
          if (!named.contains(pair)) {
            LocalDate day = FIRST_DAY.plusDays(came.day == null ? 0 : came.day); // the day of the activity where none is stated
            first.computeIfAbsent(pair, key -> new TreeMap<>()).put(day + " " + organisation, "");
          }
        }
      }
    }
    Map<String, String> following = new TreeMap<>();
    first.forEach((pair, days) -> following.put("derived:" + pair, days.keySet().iterator().next()));
    return following;
  }

  private static String unit(String organisation) {
    return organisation.equals("a-south") ? "a" : organisation;
  }

  private static Portfolio filled(PortfolioBuilder builder, List<Came> attendance, int threads, int rows) {
    List<BatchAppender> parts = new ArrayList<>();
    List<List<Came>> split = new ArrayList<>();
    for (int from = 0; from < attendance.size(); from += Math.min(rows, attendance.size() - from)) {
      split.add(attendance.subList(from, from + Math.min(rows, attendance.size() - from)));
      parts.add(builder.part(TYPE, rows == Integer.MAX_VALUE ? 16 : rows));
    }
    Workers.each(threads, parts.size(), at -> fill(parts.get(at), split.get(at)));
    Findings findings = new Findings();
    return builder.join(TYPE, Batch.Provenance.of("p.csv"), parts).build(findings).orElseThrow(() -> new AssertionError(findings.list()));
  }

  private static void fill(BatchAppender into, List<Came> attendance) {
    for (Came came : attendance) {
      into.begin(1);
      into.reference(field(Participation.ACTIVITY), came.activity);
      came.organisations.forEach(each -> into.reference(field(Participation.ORGANISATIONS), each));
      if (came.day != null) {
        into.day(field(Participation.DATE), Math.toIntExact(FIRST_DAY.toEpochDay()) + came.day);
      }
      if (came.status != null) {
        into.code(field(Participation.STATUS), Vocabulary.standard().list(String.valueOf(Participation.STATUS.codelist())).position(came.status));
      }
      if (came.node != null) {
        into.reference(field(Participation.NODE), came.node);
      }
      into.commit();
    }
    into.close();
  }

  private static int field(Field<?> field) {
    return TYPE.fields().indexOf(field);
  }

  /** The support, batch by batch. */
  private static String told(Portfolio portfolio) {
    StringBuilder text = new StringBuilder();
    Table table = portfolio.table(Support.TYPE.name());
    for (Batch batch : table.batches()) {
      text.append(batch.provenance()).append(' ').append(batch.isDerived()).append('\n');
      for (int row = 0; row < batch.size(); row++) {
        text.append(batch.origin(row));
        for (Field<?> field : table.type().fields()) {
          text.append('|').append(table.row(batch, row).get(field));
        }
        text.append('\n');
      }
    }
    return text.toString();
  }
}
