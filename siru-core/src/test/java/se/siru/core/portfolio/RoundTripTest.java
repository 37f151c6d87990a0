package se.siru.core.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.siru.core.contract.Sample;
import se.siru.core.finding.Findings;
import se.siru.core.model.Activity;
import se.siru.core.model.Assessment;
import se.siru.core.model.CostLine;
import se.siru.core.model.Employment;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Evidence;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Money;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.ReportingPeriod;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.vocabulary.Codelist;

/** What goes in comes out: random records of every type, with what follows from the rest filled in. */
class RoundTripTest {
  private static final List<String> IDS = List.of("ä-0", "b-1", "c-2", "d-3");
  private static final List<String> SUBJECTS = List.of("stakeholder", "output", "initiative", "need", "decision");
  private static final List<String> LEVELS = List.of("fund-programme", "objective", "operation", "work-package");

  /** Wholes and their parts, which are stated together. */
  private static final Set<Field<?>> COUNTS =
      Set.of(
          Participation.HEADS, Participation.WOMEN, Participation.MEN, Enrolment.HEADS, Enrolment.WOMEN, Enrolment.MEN,
          Enrolment.DISABILITY, Enrolment.MINORITY, Employment.FTE, Employment.FTE_WOMEN, Employment.FTE_MEN);

  private static final Set<Field<?>> WHOLES = Set.of(Participation.HEADS, Enrolment.HEADS, Assessment.GREATEST);

  private final Schema schema = Schema.standard();

  @Property(tries = 200)
  void viewsGiveBackWhatWasPutIn(@ForAll long seed, @ForAll @IntRange(max = 30) int size) {
    Random random = new Random(seed);
    List<Row> drawn = new ArrayList<>();
    for (RecordType type : schema.types()) {
      for (int i = 0; i < (type.isEntity() ? IDS.size() : size); i++) {
        drawn.add(row(type, i, random));
      }
    }
    List<Row> rows = Sample.of(schema, seed, drawn).rows();
    Map<String, List<String>> expected = new TreeMap<>();
    for (Row row : rows) {
      expected.computeIfAbsent(row.type().name(), key -> new ArrayList<>()).add(text(completed(row, rows)));
    }
    Collections.shuffle(rows, random);
    Findings findings = new Findings();
    Portfolio portfolio = Portfolio.builder().addAll(rows).build(findings).orElseThrow(() -> new AssertionError(findings.list()));
    for (RecordType type : schema.types()) {
      List<String> found =
          portfolio.rows(type).filter(row -> !row.id().orElse("").startsWith("derived:")).map(RoundTripTest::text).toList();
      assertEquals(sorted(expected.getOrDefault(type.name(), List.of())), sorted(found));
      assertTrue(found.isEmpty() || portfolio.holds(type));
    }
  }

  @Property(tries = 50)
  void aPortfolioBuiltOfAnothersViewsIsTheSame(@ForAll long seed) {
    Portfolio one = Sample.random(schema, seed, IDS.size()).portfolio();
    PortfolioBuilder again = Portfolio.builder();
    schema.types().forEach(type -> one.rows(type).forEach(again::add));
    Portfolio other = again.build();
    for (RecordType type : schema.types()) {
      assertEquals(one.rows(type).map(RoundTripTest::text).toList(), other.rows(type).map(RoundTripTest::text).toList());
    }
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }

  private static String text(Row row) {
    Map<String, Object> values = new TreeMap<>();
    for (Field<?> field : row.type().fields()) {
      Object value = row.get(field);
      if (value != null) {
        values.put(field.name(), value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value);
      }
    }
    return row.type() + "" + values;
  }

  private Row row(RecordType type, int number, Random random) {
    RowBuilder row = type.row();
    boolean counted = random.nextBoolean();
    for (Field<?> field : type.fields()) {
      if (field.required() || (COUNTS.contains(field) ? counted : random.nextInt(3) > 0)) {
        put(row, field, number, random);
      }
    }
    return row.build();
  }

  @SuppressWarnings("unchecked") // the value drawn is of the field's kind
  private void put(RowBuilder row, Field<?> field, int number, Random random) {
    row.with((Field<Object>) field, value(field, number, random));
  }

  private Object value(Field<?> field, int number, Random random) {
    if (field.equals(ProgrammeNode.LEVEL)) {
      return LEVELS.get(number);
    }
    if (field.role() == FieldRole.SUBJECT_TYPE) {
      return SUBJECTS.get(random.nextInt(SUBJECTS.size()));
    }
    switch (field.kind()) {
      case TEXT:
        if (field.role() == FieldRole.SUBJECT) {
          return IDS.get(random.nextInt(IDS.size()));
        }
        if (field.equals(Evidence.HASH)) {
          return "%064x".formatted(random.nextInt());
        }
        return field.role() != FieldRole.ID
            ? "text \u00e5 " + random.nextInt()
            : schema.type(field.type()).isEntity() ? IDS.get(number) : "id-" + number;
      case CODE:
        if (field.equals(Participation.REPRESENTS)) {
          return "organisations"; // nobody would contradict those that are named
        }
        Codelist list = schema.codelist(field);
        return field.many()
            ? random.ints(random.nextInt(4), 0, list.size()).mapToObj(i -> list.at(i).code()).toList()
            : list.at(random.nextInt(list.size())).code();
      case REFERENCE:
        return reference(field, number, random);
      case DATE:
        return field.role() == FieldRole.END
            ? LocalDate.of(2060 + random.nextInt(41), 12, 31)
            : LocalDate.of(1990, 1, 1).plusDays(random.nextInt(25_000));
      case INTEGER:
        return WHOLES.contains(field)
            ? 1_000L
            : field.equals(Assessment.LEAST) ? 0L : 1L + random.nextInt(9);
      case DECIMAL:
        return field.equals(Employment.FTE)
            ? BigDecimal.valueOf(2_000)
            : BigDecimal.valueOf(random.nextInt(1_000), BigDecimal.ONE.equals(field.most()) ? 3 : random.nextInt(field.scale() + 1));
      default:
        return new Money("SEK", field.least() == null ? random.nextLong() / 2 : random.nextInt(1_000_000));
    }
  }

  /** A reference of a type to itself goes to an earlier id, so that no chain returns. */
  private static Object reference(Field<?> field, int number, Random random) {
    boolean own = field.type().equals(field.target());
    if (own && number == 0) {
      return null;
    }
    int choices = own ? number : IDS.size();
    return field.many()
        ? random.ints(random.nextInt(4), 0, choices).mapToObj(IDS::get).toList()
        : IDS.get(random.nextInt(choices));
  }

  private static Row completed(Row row, List<Row> all) {
    RowBuilder full = row.type().row();
    for (Field<?> field : row.type().fields()) {
      copy(row, field, full);
      if (field.role() == FieldRole.NODE && row.get(field) == null) {
        setText(full, field, IDS.get(2));
      }
    }
    if (row.type().equals(Enrolment.TYPE) && row.get(Enrolment.HEADS) == null) {
      full.with(Enrolment.HEADS, 1L);
    }
    boolean answered = row.type().equals(Assessment.TYPE)
        && (row.get(Assessment.VALUE) != null || row.get(Assessment.DONT_KNOW) != null);
    if (answered && row.get(Assessment.ANSWERS) == null) {
      full.with(Assessment.ANSWERS, 1L);
    }
    if (row.type().equals(Stakeholder.TYPE)) {
      row.find(Stakeholder.KIND).ifPresentOrElse(kind -> {}, () -> full.with(Stakeholder.KIND, "organisation"));
    }
    if (row.type().equals(Participation.TYPE)) {
      row.find(Participation.STATUS).ifPresentOrElse(s -> {}, () -> full.with(Participation.STATUS, "attended"));
      row.find(Participation.ROLE).ifPresentOrElse(s -> {}, () -> full.with(Participation.ROLE, "participant"));
      row.find(Participation.HEADS).ifPresentOrElse(h -> {}, () -> full.with(Participation.HEADS, 1L));
      row.find(Participation.DATE)
          .ifPresentOrElse(
              d -> {},
              () -> full.with(Participation.DATE, named(all, Activity.TYPE, row.get(Participation.ACTIVITY)).get(Activity.START)));
    }
    if (row.type().equals(CostLine.TYPE) && row.get(CostLine.DATE) == null && row.get(CostLine.PERIOD) != null) {
      full.with(CostLine.DATE, named(all, ReportingPeriod.TYPE, row.get(CostLine.PERIOD)).get(ReportingPeriod.END));
    }
    return full.build();
  }

  private static Row named(List<Row> all, RecordType type, String id) {
    return all.stream()
        .filter(row -> row.type().equals(type) && row.id().equals(Optional.of(id)))
        .findFirst()
        .orElseThrow();
  }

  private static <T> void copy(Row from, Field<T> field, RowBuilder to) {
    to.with(field, from.get(field));
  }

  @SuppressWarnings("unchecked") // a node is referred to by its id
  private static void setText(RowBuilder row, Field<?> field, String id) {
    row.with((Field<String>) field, id);
  }
}
