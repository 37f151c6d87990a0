package se.siru.core.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.Rule;
import se.siru.core.isolation.EvaluationAnswer.Caution;
import se.siru.core.isolation.EvaluationAnswer.Cell;
import se.siru.core.isolation.EvaluationAnswer.OfMeasure;
import se.siru.core.isolation.EvaluationAnswer.Row;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** What the process of a plugin answers: written whole, and read with distrust. */
class AnswerTest {
  private static final Set<String> ASKED = Set.of("a:one", "a:two");
  private static final int PERIODS = 2;

  @TempDir Path folder;

  private static EvaluationAnswer read(byte[] document, Path folder) throws IOException {
    return AnswerReader.read(Files.write(folder.resolve("answer.json"), document), ASKED, PERIODS);
  }

  private static byte[] written(EvaluationAnswer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AnswerWriter.write(answer, out);
    return out.toByteArray();
  }

  /** Numbers of many sizes and scales, among them those that are written with trailing zeros. */
  private static BigDecimal number(Random random) {
    BigInteger digits = new BigInteger(1 + random.nextInt(300), random);
    return new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(40));
  }

  private static Value value(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Value.Quantity(number(random));
      case 1 -> new Value.Ratio(number(random), number(random).abs().add(BigDecimal.ONE));
      case 2 -> new Value.Interval(number(random), number(random));
      default -> new Value.Absent(
          Value.Reason.values()[random.nextInt(Value.Reason.values().length)],
          random.nextBoolean() ? LocalizedText.empty() : LocalizedText.of("för \"få\"", "too\\few"));
    };
  }

  private static OfMeasure measure(Random random) {
    List<Row> rows = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      Map<String, String> codes = i == 1 ? Map.of() : new TreeMap<>(Map.of("sector", "s" + i, "county/split", "unknown"));
      rows.add(new Row(codes, List.of(cell(random), cell(random))));
    }
    Rule rule = Rule.warning("a:few", LocalizedText.of("få {cell}", "few {cell}"), LocalizedText.of("se upp", "mind it"));
    List<Caution> cautions = random.nextBoolean() ? List.of() : List.of(new Caution(rule, "2021 sector=s2"));
    return new OfMeasure(random.nextInt(3) == 0 ? "threw something" : null, rows, cautions);
  }

  private static Cell cell(Random random) {
    return new Cell(value(random), random.nextInt(1_000), random.nextInt(3));
  }

  @Property(tries = 300)
  void whatIsWrittenIsReadBackToTheSame(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    EvaluationAnswer answer = new EvaluationAnswer(null, Map.of("a:one", measure(random), "a:two", measure(random)));
    Path own = Files.createTempDirectory("answer");
    EvaluationAnswer read = read(written(answer), own);
    Files.delete(own.resolve("answer.json"));
    Files.delete(own);
    assertNull(read.failure());
    for (String id : ASKED) {
      OfMeasure expected = answer.measures().get(id);
      OfMeasure found = read.measures().get(id);
      assertEquals(expected.failure(), found.failure());
      assertEquals(expected.rows(), found.rows());
      assertEquals(
          expected.cautions().stream().map(each -> each.rule().id() + each.rule().severity() + each.rule().message() + each.cell()).toList(),
          found.cautions().stream().map(each -> each.rule().id() + each.rule().severity() + each.rule().message() + each.cell()).toList());
    }
  }

  @Property(tries = 300)
  void noChangedByteIsReadAsSomethingWorse(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] document = written(new EvaluationAnswer(null, Map.of("a:one", measure(random), "a:two", measure(random))));
    document[random.nextInt(document.length)] = (byte) random.nextInt(256);
    Path own = Files.createTempDirectory("answer");
    EvaluationAnswer read = read(document, own);
    Files.delete(own.resolve("answer.json"));
    Files.delete(own);
    assertTrue(read.failure() != null || read.measures().keySet().equals(ASKED), () -> new String(document, StandardCharsets.ISO_8859_1));
    read.measures().values().forEach(measure -> measure.rows().forEach(row -> assertEquals(PERIODS, row.cells().size())));
  }

  @Test
  void aNumberThatNoneIsLongEnoughForFailsItsMeasureAlone() throws IOException {
    Cell cell = new Cell(new Value.Quantity(new BigDecimal("1e1000000")), 1, 0);
    OfMeasure long1 = new OfMeasure(null, List.of(new Row(Map.of(), List.of(cell, cell))), List.of());
    EvaluationAnswer read = read(written(new EvaluationAnswer(null, Map.of("a:one", long1, "a:two", measure(new Random(1))))), folder);
    assertNull(read.failure());
    assertEquals("gave a number of more than 1000 digits", read.measures().get("a:one").failure());
  }

  private record Bad(String name, String measures) {}

  @TestFactory
  Stream<DynamicTest> whatIsAmissRefusesTheWhole() {
    String two = "{\"id\":\"a:two\",\"rows\":[]}";
    String cell = "{\"value\":\"1\",\"records\":1,\"unknown\":0}";
    return Stream.of(
            new Bad("an indicator that was not asked for", "{\"id\":\"siru:one\",\"rows\":[]}," + two),
            new Bad("an indicator that is there twice", two + "," + two),
            new Bad("an indicator that is not there", two),
            new Bad("no rows", "{\"id\":\"a:one\"}," + two),
            new Bad("a member too many", "{\"id\":\"a:one\",\"rows\":[],\"row\":[]}," + two),
            new Bad("a cell too few", rows("{\"cells\":[" + cell + "]}") + two),
            new Bad("a row that is there twice",
                rows("{\"cells\":[" + cell + "," + cell + "]},{\"cells\":[" + cell + "," + cell + "]}") + two),
            new Bad("a number that is none", rows(cells("{\"value\":\"NaN\",\"records\":1,\"unknown\":0}")) + two),
            new Bad("a number with an exponent", rows(cells("{\"value\":\"1e9\",\"records\":1,\"unknown\":0}")) + two),
            new Bad("a number of digits of other scripts", rows(cells("{\"value\":\"١\",\"records\":1,\"unknown\":0}")) + two),
            new Bad("a number of 1,001 digits",
                rows(cells("{\"value\":\"" + "1".repeat(1_001) + "\",\"records\":1,\"unknown\":0}")) + two),
            new Bad("a ratio over 0", rows(cells("{\"numerator\":\"1\",\"denominator\":\"0.0\",\"records\":1,\"unknown\":0}")) + two),
            new Bad("a reason of its own", rows(cells("{\"absent\":\"hidden\",\"records\":1,\"unknown\":0}")) + two),
            new Bad("fewer records than none", rows(cells("{\"value\":\"1\",\"records\":-1,\"unknown\":0}")) + two),
            new Bad("two values", rows(cells("{\"value\":\"1\",\"least\":\"1\",\"records\":1,\"unknown\":0}")) + two),
            new Bad("text instead of an object", "\"a:one\"," + two))
        .map(bad -> DynamicTest.dynamicTest(bad.name, () -> {
          String document = "{\"siru\":\"siru-isolated-answer/1\",\"measures\":[" + bad.measures + "]}";
          EvaluationAnswer read = read(document.getBytes(StandardCharsets.UTF_8), folder);
          assertTrue(String.valueOf(read.failure()).startsWith("gave an answer that is refused: "), document);
          assertEquals(Map.of(), read.measures());
        }));
  }

  private static String rows(String rows) {
    return "{\"id\":\"a:one\",\"rows\":[" + rows + "]},";
  }

  private static String cells(String cell) {
    return "{\"cells\":[" + cell + "," + cell + "]}";
  }
}
