package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Findings;
import se.siru.core.model.Activity;
import se.siru.core.model.Field;
import se.siru.core.model.FieldKind;
import se.siru.core.model.FieldRole;
import se.siru.core.model.Participation;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.model.Stakeholder;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.BatchAppender;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;

/** Files read in segments of any size on any number of threads against the reference parser. */
class SegmentedRecordsTest {
  private static final List<RecordType> TYPES = List.of(Stakeholder.TYPE, Activity.TYPE, Participation.TYPE);
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] STRANGE = {'"', ',', '\n', '\r', ';', ' ', '\'', 0, (byte) 0xFF, (byte) 0xC3, (byte) 0xED};

  private static final Batch.Provenance PROVENANCE =
      new Batch.Provenance("f.csv", "", null, Batch.Provenance.of("own.xlsx#May"));
  private static final Function<RecordType, SegmentedRecords.Source> SOURCE =
      type -> new SegmentedRecords.Source(Schema.standard(), type, "SEK", "f.csv", true);

  /** What a file became: everything that anybody could notice. */
  private record Read(boolean complete, String findings, long omitted, List<String> rows) {}

  @Property(tries = 600)
  void aGoodFileIsReadAsTheReferenceParserReadsIt(
      @ForAll @IntRange(max = 2) int type,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 400) int length,
      @ForAll @IntRange(min = 1, max = 4) int threads)
      throws IOException {
    byte[] file = file(TYPES.get(type), new Random(seed));
    Read reference = byReference(TYPES.get(type), file);
    assertEquals(Optional.of(reference), bySegments(TYPES.get(type), file, threads, length));
    Statistics.label("portfolios with rows").collect(!reference.rows().isEmpty())
        .coverage(checker -> checker.check(true).percentage(percentage -> percentage > 25));
  }

  @Property(tries = 600)
  void aDamagedFileIsReadTheSameOrLeftToTheReferenceParser(
      @ForAll @IntRange(max = 2) int type,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 400) int length,
      @ForAll @IntRange(min = 1, max = 4) int threads)
      throws IOException {
    Random random = new Random(seed);
    byte[] file = file(TYPES.get(type), random);
    for (int i = random.nextInt(3); i >= 0; i--) {
      file[random.nextInt(file.length)] = STRANGE[random.nextInt(STRANGE.length)];
    }
    Optional<Read> read = bySegments(TYPES.get(type), file, threads, length);
    if (read.isPresent()) {
      assertEquals(byReference(TYPES.get(type), file), read.get());
    }
  }

  @Property(tries = 24)
  void aSegmentOfManyRowsIsReadAsTheReferenceParserReadsIt(@ForAll @IntRange(max = 2) int type, @ForAll long seed)
      throws IOException {
    byte[] file = file(TYPES.get(type), new Random(seed), 5_000);
    assertEquals(Optional.of(byReference(TYPES.get(type), file)), bySegments(TYPES.get(type), file, 2, 1 << 20));
  }

  @Test
  void whatIsNotWellFormedIsLeftToTheReferenceParser() throws IOException {
    String header = "id,name\n";
    for (String rest : List.of("a,\"b", "a,\"b\"c", "a,b\"c\n", "\"a\"\"", "a,\"", "a\"\n", "x".repeat(1 << 20))) {
      byte[] file = (header + rest).getBytes(StandardCharsets.UTF_8);
      assertTrue(bySegments(Stakeholder.TYPE, file, 1, 1 << 16).isEmpty(), rest);
    }
    for (byte[] bad : List.of(
        new byte[] {(byte) 0xC3}, new byte[] {(byte) 0xC0, (byte) 0x80}, new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        new byte[] {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}, new byte[] {(byte) 0x80})) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes(header.getBytes(StandardCharsets.UTF_8));
      file.writeBytes(bad);
      assertTrue(bySegments(Stakeholder.TYPE, file.toByteArray(), 1, 1 << 16).isEmpty());
    }
    assertTrue(bySegments(Stakeholder.TYPE, new byte[0], 1, 16).isEmpty());
  }

  @Test
  void thousandsOfFindingsAreTheSameFirstThousand() throws IOException {
    StringBuilder text = new StringBuilder("id,sector\n");
    for (int i = 0; i < 5_000; i++) {
      text.append(i).append(",none-").append(i).append('\n');
    }
    byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
    Read reference = byReference(Stakeholder.TYPE, file);
    assertEquals(4_000, reference.omitted());
    for (int threads = 1; threads <= 4; threads++) {
      assertEquals(Optional.of(reference), bySegments(Stakeholder.TYPE, file, threads, 777));
    }
  }

  @Test
  void aRowLongerThanASegmentIsReadWhole() throws IOException {
    byte[] file = ("id,name\nk,\"" + "x\n".repeat(50_000) + "\"\nl,short\n").getBytes(StandardCharsets.UTF_8);
    Optional<Read> read = bySegments(Stakeholder.TYPE, file, 2, 100);
    assertEquals(Optional.of(byReference(Stakeholder.TYPE, file)), read);
    assertFalse(read.orElseThrow().rows().isEmpty());
  }

  /** The line break is one within quotes, where no column may hold any: no cut of the file into rows is right that does not count quotes. */
  @Property(tries = 100)
  void aLineBreakWithinAFieldThatHoldsNoTextIsLeftToTheReferenceParser(
      @ForAll @IntRange(min = 1, max = 60) int length, @ForAll @IntRange(min = 1, max = 4) int threads) throws IOException {
    byte[] file = ("activity,heads\n" + "a,1\n".repeat(20) + "\"a\n\",\"1\n\"\n" + "a,1\n".repeat(20)).getBytes(StandardCharsets.UTF_8);
    Optional<Read> read = bySegments(Participation.TYPE, file, threads, length);
    read.ifPresent(told -> assertEquals(reference(Participation.TYPE, file), told));
    assertTrue(reference(Participation.TYPE, file).findings().contains("f.csv:22:"));
  }

  @Test
  void rowsBehindManySegmentsAreNumberedAsInTheFile() throws IOException {
    StringBuilder text = new StringBuilder("activity,heads,date\n");
    for (int row = 2; row < 30_000; row++) {
      text.append(row % 1_000 == 0 ? "a,x,2022-01-01\n" : row % 1_001 == 0 ? "\n" : row % 1_003 == 0 ? "a,1\n" : "a,1,2022-01-01\n");
    }
    byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
    Read reference = byReference(Participation.TYPE, file);
    assertTrue(reference.findings().contains("f.csv:29000:heads"), reference.findings());
    for (int length : new int[] {100, 5_000, 100_000, 1 << 20}) {
      assertEquals(Optional.of(reference), bySegments(Participation.TYPE, file, 2, length));
    }
  }

  @Test
  void aDayOfZerosAsADiskMayLeaveThemIsNoDay() throws IOException {
    byte[] file = ("id,start\nk," + "\0".repeat(10) + "\nl,2022-03-14\n").getBytes(StandardCharsets.UTF_8);
    Read reference = byReference(Activity.TYPE, file);
    assertTrue(reference.findings().contains("cell.not-a-date"), reference.findings());
    assertEquals(Optional.of(reference), bySegments(Activity.TYPE, file, 1, 1 << 16));
  }

  private static PortfolioBuilder builder() {
    return Portfolio.builder()
        .add(ProgrammeNode.TYPE.row("p").with(ProgrammeNode.LEVEL, "operation").build())
        .add(Stakeholder.TYPE.row("a").build())
        .add(Stakeholder.TYPE.row("åäö").build())
        .add(Stakeholder.TYPE.row("an-id-of-more-than-sixteen-bytes").build())
        .add(Activity.TYPE.row("a").build())
        .add(Activity.TYPE.row("åäö").build());
  }

  private static Read reference(RecordType type, byte[] file) {
    try {
      return byReference(type, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Read byReference(RecordType type, byte[] file) throws IOException {
    PortfolioBuilder builder = builder();
    Findings findings = new Findings();
    boolean complete;
    try (BatchAppender into = builder.append(type, PROVENANCE)) {
      complete = new RecordFile(SOURCE.apply(type), into, findings).read(new ByteArrayInputStream(file));
    }
    return read(type, builder, complete, findings);
  }

  private static Optional<Read> bySegments(RecordType type, byte[] file, int threads, int length) throws IOException {
    PortfolioBuilder builder = type.isEntity() ? builder() : builder().entitiesComplete();
    Optional<SegmentedRecords.Outcome> outcome =
        SegmentedRecords.read(
            SOURCE.apply(type), new ByteArrayInputStream(file), builder, threads, length);
    return outcome.map(made -> {
      builder.join(type, PROVENANCE, made.parts());
      return read(type, builder, made.complete(), made.findings());
    });
  }

  private static Read read(RecordType type, PortfolioBuilder builder, boolean complete, Findings findings) {
    Findings across = new Findings();
    List<String> rows = new ArrayList<>();
    builder.build(across).ifPresent(portfolio -> {
      for (Batch batch : portfolio.table(type.name()).batches()) {
        for (int row = 0; row < batch.size(); row++) {
          StringBuilder text = new StringBuilder(batch.lineage(row).toString());
          for (Field<?> field : type.fields()) {
            text.append('|').append(portfolio.table(type.name()).row(batch, row).get(field));
          }
          rows.add(text.toString());
        }
      }
    });
    String found = texts(findings) + texts(across);
    return new Read(complete, found, findings.omitted(), rows);
  }

  private static String texts(Findings findings) {
    StringBuilder text = new StringBuilder();
    findings.list().forEach(finding -> text.append(finding).append(finding.arguments()).append('\n'));
    return text.toString();
  }

  /** A well-formed file with values of which most are good. */
  private static byte[] file(RecordType type, Random random) {
    return file(type, random, random.nextInt(30));
  }

  private static byte[] file(RecordType type, Random random, int rows) {
    String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    boolean texts = random.nextBoolean();
    List<Field<?>> fields = new ArrayList<>(type.fields());
    fields.removeIf(field -> !texts && field.kind() == FieldKind.TEXT && !field.required());
    StringBuilder text = new StringBuilder(String.join(",", fields.stream().map(Field::name).toList()));
    boolean sourceRows = texts && random.nextBoolean();
    int seldom = random.nextBoolean() ? 6 : 100 * fields.size(); // quotes that need not be there
    int seldomBlank = random.nextBoolean() ? 8 : 200;
    text.append(sourceRows ? ",row" : "").append(end);
    int wrong = random.nextBoolean() ? 0 : 12;
    for (int row = rows; row > 0; row--) {
      if (random.nextInt(seldomBlank) == 0) {
        text.append(end);
      }
      List<String> cells = new ArrayList<>();
      for (Field<?> field : fields) {
        cells.add(quoted(value(field, row, wrong > 0 && random.nextInt(wrong * 4) == 0, random), seldom, random));
      }
      if (sourceRows) {
        boolean bad = wrong > 0 && random.nextInt(wrong) == 0;
        cells.add(quoted(bad ? one(random, "7..3", "x:y", ";", "-", "4;", "1234567890") : one(random, "", "14", "0", "999999999",
            "3..5", "14;15;31", "täd.xlsx#Maj:3", "'=b.xlsx:2..9;5", "a%3Bb.csv:1", "identity.csv"), seldom, random));
      }
      text.append(String.join(",", cells)).append(row == 1 && random.nextBoolean() ? "" : end);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    if (random.nextInt(4) == 0) {
      file.writeBytes(MARK);
    }
    file.writeBytes(bytes);
    return file.toByteArray();
  }

  private static String quoted(String value, int seldom, Random random) {
    boolean must = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return must || random.nextInt(seldom) == 0 ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }

  private static String value(Field<?> field, int row, boolean wrong, Random random) {
    if (field.role() == FieldRole.ID) {
      return wrong ? one(random, "", "a;b", " x", "a") : one(random, "s", "ö", "e\u0301", "an-id-of-more-than-sixteen-bytes-") + row;
    }
    if (!field.required() && random.nextInt(3) == 0) {
      return "";
    }
    switch (field.kind()) {
      case CODE:
        return wrong ? "no-such-code" : random.nextInt(6) == 0 ? "unknown" : Schema.standard().codelist(field).at(0).code();
      case REFERENCE:
        String id = field.target() == null || field.target().equals(ProgrammeNode.TYPE.name()) ? "p" : one(random, "a", "åäö");
        return wrong ? one(random, "nobody", " a", "a\u0301", "'=a") : field.many() ? id + one(random, "", ";", " ; a", ";åäö;a") : id;
      case DATE:
        if (wrong) {
          return one(random, "2022-02-30", "1985-01-01", "2022-1-1", "２022-01-01");
        }
        return field.role() == FieldRole.END ? "2022-12-31" : one(random, "2022-01-31", "2021-12-01");
      case TEXT:
        return wrong ? one(random, "a\u0000b", "\u0085") : one(random, "x", "Åsa, \"B\"", "l1\nl2", "'=1", "日本 \u200F", "\u00A0");
      default:
        if (wrong) {
          return one(random, "-1", "1.23456", "1e3", "99999999999999999999");
        }
        return field.equals(Participation.HEADS) ? one(random, "12", "007") : one(random, "1", "3.0", "0");
    }
  }

  private static String one(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }
}
