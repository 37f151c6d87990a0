package se.siru.core.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.model.Field;
import se.siru.core.model.FieldRole;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.stability.Experimental;

/**
 * Records to try indicators on, and the portfolios that can be made of them: in another order, in several batches, with copies.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class Sample {
  private final Schema schema;
  private final long seed;
  private final List<Row> entities;
  private final List<Row> facts;

  private Sample(Schema schema, long seed, Collection<? extends Row> rows) {
    this.schema = schema;
    this.seed = seed;
    this.entities = rows.stream().filter(row -> row.type().isEntity()).map(Row.class::cast).toList();
    this.facts = rows.stream().filter(row -> !row.type().isEntity()).map(Row.class::cast).toList();
  }

  /**
   * Random records of every type of a schema, with every field of it, as their descriptions allow; what a portfolio refuses is left
   * out. The same seed gives the same records.
   *
   * @param facts how many records of each type of facts at most, and about how many
   */
  public static Sample random(Schema schema, long seed, int facts) {
    Map<String, Integer> taken = new TreeMap<>();
    List<Row> accepted = accepted(schema, new RandomRecords(schema, seed, 2 * facts).rows());
    accepted.removeIf(row -> !row.type().isEntity() && taken.merge(row.type().name(), 1, Integer::sum) > facts);
    return of(schema, seed, accepted);
  }

  /** Given records; those that a portfolio refuses are left out. */
  public static Sample of(Schema schema, long seed, List<? extends Row> rows) {
    return new Sample(schema, seed, accepted(schema, rows));
  }

  /** Leaves out what a portfolio refuses, and what thereby refers to nothing, until all is accepted. */
  private static List<Row> accepted(Schema schema, List<? extends Row> rows) {
    List<Row> left = new ArrayList<>(rows);
    while (true) {
      Findings findings = new Findings();
      if (Portfolio.builder(schema).addAll(left).build(findings).isPresent()) {
        return left;
      }
      Set<String> refused = new HashSet<>();
      findings.list().stream()
          .filter(finding -> finding.severity() == Severity.ERROR)
          .map(Finding::origin)
          .forEach(origin -> refused.add(origin.source() + " " + origin.row()));
      Map<String, Integer> numbers = new TreeMap<>();
      int before = left.size();
      left.removeIf(row -> refused.contains(row.type().plural() + " " + numbers.merge(row.type().plural(), 1, Integer::sum)));
      if (left.size() == before) {
        throw new IllegalArgumentException("records that no portfolio accepts: " + findings.list());
      }
    }
  }

  /** The records: entities, then facts. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>(entities);
    rows.addAll(facts);
    return rows;
  }

  /** The records as a portfolio. */
  public Portfolio portfolio() {
    return builder().addAll(facts).build();
  }

  /** Chance that is the same each time. */
  Random random() {
    return new Random(seed);
  }

  int longestBatch() {
    Map<RecordType, Integer> sizes = new LinkedHashMap<>();
    rows().forEach(row -> sizes.merge(row.type(), 1, Integer::sum));
    return Collections.max(sizes.values());
  }

  /** A portfolio with the entities and all types held, so that no arrangement of the facts changes which are. */
  private PortfolioBuilder builder() {
    PortfolioBuilder builder = Portfolio.builder(schema);
    schema.types().forEach(builder::holds);
    return builder.addAll(entities);
  }

  Portfolio shuffled() {
    Random random = random();
    List<Row> first = new ArrayList<>(facts);
    List<Row> second = new ArrayList<>(entities);
    Collections.shuffle(first, random);
    Collections.shuffle(second, random);
    PortfolioBuilder builder = Portfolio.builder(schema);
    schema.types().forEach(builder::holds);
    return builder.addAll(first).addAll(second).build();
  }

  /** The facts drawn into so many batches. */
  private List<List<Row>> batches(int count) {
    Random random = random();
    List<List<Row>> batches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      batches.add(new ArrayList<>());
    }
    facts.forEach(fact -> batches.get(random.nextInt(count)).add(fact));
    return batches;
  }

  Portfolio inBatches(int count) {
    return in(batches(count));
  }

  Portfolio inShuffledBatches() {
    List<List<Row>> batches = batches(4);
    Collections.shuffle(batches, random());
    return in(batches);
  }

  private Portfolio in(List<List<Row>> batches) {
    PortfolioBuilder builder = builder();
    for (int i = 0; i < batches.size(); i++) {
      builder.addBatch(Batch.Provenance.of("batch-" + i), batches.get(i));
    }
    return builder.build();
  }

  Portfolio withEmptyBatches() {
    PortfolioBuilder builder = builder().addAll(facts);
    schema.types().stream()
        .filter(type -> !type.isEntity())
        .forEach(type -> builder.append(type, Batch.Provenance.of("empty-" + type.plural())).close());
    return builder.build();
  }

  /** A portfolio that holds every type, and of it no record but the programme. */
  Portfolio held() {
    PortfolioBuilder builder = Portfolio.builder(schema);
    schema.types().forEach(builder::holds);
    return builder.addAll(programme()).build();
  }

  /** A portfolio that holds the programme and nothing else. */
  Portfolio absent() {
    return Portfolio.builder(schema).addAll(programme()).build();
  }

  private List<Row> programme() {
    return entities.stream().filter(row -> row.type().name().equals(ProgrammeNode.TYPE.name())).toList();
  }

  /** Each fact and so many more like it, under ids of their own; types of which a portfolio refuses copies have none. */
  Portfolio withCopies(int count) {
    Set<String> unique = new LinkedHashSet<>();
    while (true) {
      PortfolioBuilder builder = builder().addAll(facts);
      for (int copy = 1; copy <= count; copy++) {
        int number = copy;
        facts.stream().filter(fact -> !unique.contains(fact.type().plural())).forEach(fact -> builder.add(copy(fact, number)));
      }
      Findings findings = new Findings();
      var built = builder.build(findings);
      if (built.isPresent()) {
        return built.get();
      }
      boolean more = false;
      for (Finding finding : findings.list()) {
        more |= finding.severity() == Severity.ERROR && unique.add(finding.origin().source());
      }
      if (!more) {
        throw new IllegalStateException("copies that no portfolio accepts: " + findings.list());
      }
    }
  }

  private static Row copy(Row row, int number) {
    RowBuilder copy = row.type().row();
    for (Field<?> field : row.type().fields()) {
      copy(row, field, copy, number);
    }
    return copy.build();
  }

  @SuppressWarnings("unchecked") // an id is a text
  private static <T> void copy(Row row, Field<T> field, RowBuilder copy, int number) {
    T value = row.get(field);
    copy.with(field, field.role() == FieldRole.ID && value != null ? (T) (value + "~" + number) : value);
  }

  /** A short text that differs where any value of any record of a portfolio does. */
  static String digest(Portfolio portfolio) {
    StringBuilder all = new StringBuilder();
    for (RecordType type : portfolio.schema().types()) {
      portfolio.rows(type).forEach(row -> {
        all.append('\n').append(type.name());
        type.fields().forEach(field -> all.append('|').append(row.get(field)));
      });
    }
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
