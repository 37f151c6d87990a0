package se.siru.core.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Assessment;
import se.siru.core.model.Employment;
import se.siru.core.model.Enrolment;
import se.siru.core.model.Evidence;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Money;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Schema;
import se.siru.core.vocabulary.Code;

/**
 * Draws records from what a schema says of them: every type and every field, few ids and codes so that records meet, days that are
 * awkward. Some records break rules between fields; whoever builds a portfolio of them leaves those out.
 */
final class RandomRecords {
  private static final List<String> LEVELS =
      List.of("fund-programme", "objective", "objective", "operation", "operation", "operation", "work-package", "work-package");
  private static final List<String> AWKWARD =
      List.of("2023-12-31", "2024-01-01", "2024-02-28", "2024-02-29", "2024-03-01", "2024-12-30", "2024-12-31", "2023-03-26");
  private static final List<String> WORDS = List.of("a", "Å", "2023", "RCO01", "b");
  private static final int ENTITIES = 8;
  private static final int COMMON_CODES = 5;
  private static final int DAYS = 3 * 365;

  /** Wholes and scales of which other fields are parts: what they are must leave room. */
  private static final Map<Field<?>, Long> SET =
      Map.of(
          Participation.HEADS, 5L, Enrolment.HEADS, 5L, Employment.FTE, 5L, Assessment.LEAST, 0L, Assessment.GREATEST, 5L);

  private final Random random;
  private final Schema schema;
  private final int facts;
  private final Map<String, List<String>> ids = new LinkedHashMap<>();
  private final List<String> subjects = new ArrayList<>();

  RandomRecords(Schema schema, long seed, int facts) {
    this.random = new Random(seed);
    this.schema = schema;
    this.facts = facts;
    for (RecordType type : schema.types()) {
      if (type.field(FieldRole.ID).isPresent()) {
        subjects.add(type.name());
        List<String> own = new ArrayList<>();
        for (int i = 0; i < count(type); i++) {
          own.add(type.name() + "-" + i);
        }
        ids.put(type.name(), own);
      }
    }
  }

  private int count(RecordType type) {
    return type.name().equals(ProgrammeNode.TYPE.name()) ? LEVELS.size() : type.isEntity() ? ENTITIES : facts;
  }

  /** Records of all types; entities before facts. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (RecordType type : schema.types()) {
      for (int i = 0; i < count(type); i++) {
        rows.add(row(type, i, null));
        if (type.field(FieldRole.VALID_FROM).isPresent() && oneIn(4)) {
          rows.add(row(type, i, day()));
        }
      }
    }
    return rows;
  }

  private Row row(RecordType type, int number, @Nullable LocalDate validFrom) {
    RowBuilder row = type.row();
    LocalDate start = oneIn(6) ? null : day();
    String subject = subjects.get(random.nextInt(subjects.size()));
    for (Field<?> field : type.fields()) {
      switch (field.role()) {
        case ID -> set(row, field, type.isEntity() || field.required() || !oneIn(4) ? ids.get(type.name()).get(number) : null);
        case VALID_FROM -> set(row, field, validFrom);
        case START -> set(row, field, start == null && field.required() ? day() : start);
        case END -> set(row, field, oneIn(3) && !field.required() ? null : (start == null ? day() : start).plusDays(random.nextInt(400)));
        case SUBJECT_TYPE -> set(row, field, subject);
        case SUBJECT -> set(row, field, one(ids.get(subject)));
        default -> set(row, field, field.required() || !oneIn(3) ? value(type, field, number) : null);
      }
    }
    return row.build();
  }

  @SuppressWarnings("unchecked") // value() gives what the field's kind says
  private static <T> void set(RowBuilder row, Field<T> field, @Nullable Object value) {
    row.with(field, (T) value);
  }

  private @Nullable Object value(RecordType type, Field<?> field, int number) {
    if (field.equals(ProgrammeNode.LEVEL)) {
      return LEVELS.get(number);
    }
    if (field.equals(ProgrammeNode.PARENT)) {
      return parent(number);
    }
    return switch (field.kind()) {
      case CODE -> field.many() ? some(codes(field)) : one(codes(field));
      case REFERENCE -> reference(type, field, number);
      case DATE -> day();
      case INTEGER -> number(field).longValue();
      case DECIMAL -> number(field);
      case MONEY -> new Money("SEK", number(field).longValue() * 1_000_050);
      default -> field.equals(Evidence.HASH) ? "0aF9".repeat(16) : one(WORDS);
    };
  }

  /** A node of the level right above; objectives have the programme, operations an objective. */
  private @Nullable String parent(int number) {
    String level = LEVELS.get(number);
    int above = number - 1;
    while (above >= 0 && LEVELS.get(above).equals(level)) {
      above--;
    }
    if (above < 0) {
      return null;
    }
    int first = LEVELS.indexOf(LEVELS.get(above));
    return ids.get(ProgrammeNode.TYPE.name()).get(first + random.nextInt(above - first + 1));
  }

  /** Of its own type only an earlier one, so that no chain leads back. */
  private @Nullable Object reference(RecordType type, Field<?> field, int number) {
    List<String> targets = ids.get(field.target());
    List<String> allowed = type.name().equals(field.target()) ? targets.subList(0, number) : targets;
    if (allowed.isEmpty()) {
      return null;
    }
    return field.many() ? some(allowed) : one(allowed);
  }

  /** Mostly the first codes, at times any that is always valid. */
  private List<String> codes(Field<?> field) {
    List<String> all =
        schema.codelist(field).codes().stream().filter(code -> code.from() == null && code.until() == null).map(Code::code).toList();
    return oneIn(4) ? all : all.subList(0, Math.min(COMMON_CODES, all.size()));
  }

  private BigDecimal number(Field<?> field) {
    Long set = SET.get(field);
    if (set != null) {
      return BigDecimal.valueOf(set);
    }
    BigDecimal least = field.least() == null ? BigDecimal.ZERO : field.least();
    BigDecimal drawn = least.max(BigDecimal.valueOf(random.nextInt(4)));
    BigDecimal most = field.most();
    return most == null ? drawn : drawn.min(most);
  }

  private LocalDate day() {
    return oneIn(5) ? LocalDate.parse(one(AWKWARD)) : LocalDate.of(2022, 1, 1).plusDays(random.nextInt(DAYS));
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  private <T> T one(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private List<String> some(List<String> from) {
    TreeSet<String> some = new TreeSet<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      some.add(one(from));
    }
    return List.copyOf(some);
  }
}
