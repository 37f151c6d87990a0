package se.siru.core.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import se.siru.core.contract.Sample;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Money;
import se.siru.core.model.Participation;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Schema;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/** Rows of every record type of a schema that a portfolio accepts, with texts and ids that are hard to write. */
final class RandomRows {
  private static final String[] PIECES = {
    "a", "Å", "é", "=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\r\n", "\n", " ", "1", "unknown", "\uD83C\uDF0D", "|", "\\", "{}",
    "</script>", "\u202E", "NULL"
  };

  private static final Set<String> WHOLES = Set.of("heads", "fte", "greatest");

  private final long seed;
  private final Random random;
  private final Schema schema;
  private final Map<String, List<String>> ids = new LinkedHashMap<>();

  RandomRows(long seed, Schema schema) {
    this.seed = seed;
    this.random = new Random(seed);
    this.schema = schema;
    for (RecordType type : schema.types()) {
      if (type.field(FieldRole.ID).isPresent()) {
        TreeSet<String> some = new TreeSet<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
          some.add(id());
        }
        ids.put(type.name(), List.copyOf(some));
      }
    }
  }

  private String id() {
    String id = text().replace(";", "").replaceAll("[\\r\\n\\t\u202E]", "").strip();
    return id.isEmpty() ? "x" : id;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(5);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  /** Rows of all types that a portfolio accepts; the programme is one operation, so that there is one tree. */
  Map<RecordType, List<Row>> all() {
    List<Row> drawn = new ArrayList<>();
    Map<RecordType, List<Row>> rows = new LinkedHashMap<>();
    for (RecordType type : schema.types()) {
      List<String> own = ids.get(type.name());
      int count = own != null ? own.size() : random.nextInt(6);
      for (int i = 0; i < count; i++) {
        drawn.add(row(type, own == null ? null : own.get(i)));
      }
      rows.put(type, new ArrayList<>());
    }
    Sample.of(schema, seed, drawn).rows().forEach(row -> rows.get(row.type()).add(row));
    return rows;
  }

  private Row row(RecordType type, String id) {
    RowBuilder row = type.row();
    LocalDate start = LocalDate.of(1995, 1, 1).plusDays(random.nextInt(10_000));
    String subject = null;
    for (Field<?> field : type.fields()) {
      boolean inside = field.target() != null && field.target().equals(type.name()); // a chain could lead back
      boolean programme = type.name().equals("programme") && field.role() == FieldRole.VALUE && field.name().equals("level");
      if (field.role() == FieldRole.ID) {
        set(row, field, id);
      } else if (programme) {
        set(row, field, "operation");
      } else if (field.role() == FieldRole.START) {
        set(row, field, start);
      } else if (field.role() == FieldRole.END) {
        set(row, field, start.plusDays(random.nextInt(100)));
      } else if (field.role() == FieldRole.SUBJECT_TYPE) {
        subject = one(codes(field).stream().filter(ids::containsKey).toList());
        set(row, field, subject);
      } else if (field.role() == FieldRole.SUBJECT) {
        set(row, field, one(ids.get(subject)));
      } else if (field.name().equals("hash")) {
        set(row, field, "0aF9".repeat(16));
      } else if (!inside && field.role() != FieldRole.VALID_FROM && (field.required() || WHOLES.contains(field.name()) || random.nextInt(3) > 0)) {
        set(row, field, value(field));
      }
    }
    return row.build();
  }

  @SuppressWarnings("unchecked")
  private static <T> void set(RowBuilder row, Field<T> field, Object value) {
    row.with(field, (T) value);
  }

  private Object value(Field<?> field) {
    switch (field.kind()) {
      case CODE:
        if (field.equals(Participation.REPRESENTS)) {
          return "organisations"; // nobody would contradict those that are named
        }
        return field.many() ? some(codes(field)) : one(codes(field));
      case REFERENCE:
        return field.many() ? some(ids.get(field.target())) : one(ids.get(field.target()));
      case DATE:
        return LocalDate.of(2005, 1, 1).plusDays(random.nextInt(9_000));
      case INTEGER:
        return bounded(field).longValue();
      case DECIMAL:
        return bounded(field).add(BigDecimal.valueOf(random.nextInt(10_000), 4)).setScale(field.scale(), RoundingMode.DOWN);
      case MONEY:
        long minor = random.nextLong() % 100_000_000_000L;
        return new Money("SEK", field.least() == null ? minor : Math.abs(minor));
      default:
        return text();
    }
  }

  private List<String> codes(Field<?> field) {
    Codelist list = schema.codelist(field);
    return list.codes().stream().filter(c -> c.from() == null && c.until() == null).map(Code::code).toList();
  }

  private BigDecimal bounded(Field<?> field) {
    if (WHOLES.contains(field.name())) {
      return BigDecimal.valueOf(1_000_000);
    }
    long least = field.least() == null || field.name().equals("least") ? 0 : field.least().longValueExact();
    long room = field.most() == null ? 1_000 : Math.min(1_000, field.most().longValueExact() - least);
    return BigDecimal.valueOf(field.name().equals("least") ? 0 : least + random.nextInt((int) room));
  }

  private <T> T one(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private List<String> some(List<String> from) {
    TreeSet<String> some = new TreeSet<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      some.add(one(from));
    }
    return List.copyOf(some);
  }
}
