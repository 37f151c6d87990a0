package se.siru.core.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.siru.core.finding.SiruException;

/** SIRU answers every case of the published suite rightly, and a wrong answer is told apart from a right one. */
class ConformanceTest {
  private static final Path SUITE = Path.of("..", "docs", "conformance");

  private static List<ConformanceTopic> topics() {
    try (Stream<Path> files = Files.list(SUITE)) {
      return files.filter(file -> file.toString().endsWith(".json") && !file.endsWith("conformance.schema.json")).sorted()
          .map(ConformanceTest::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConformanceTopic read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return ConformanceTopic.read(in, file.getFileName().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCaseIsAnsweredRightly() {
    return topics().stream().flatMap(topic -> topic.cases().stream()).map(each -> DynamicTest.dynamicTest(each.id(), () -> {
      TimeZone before = TimeZone.getDefault();
      try {
        each.zone().ifPresent(zone -> TimeZone.setDefault(TimeZone.getTimeZone(zone)));
        assertEquals(Verdict.passed(), each.judge(SiruAnswers.answer(each)), () -> SiruAnswers.answer(each));
      } finally {
        TimeZone.setDefault(before);
      }
    }));
  }

  @Test
  void theTenTrapsHaveATopicEachThatSaysWhyAndWhere() {
    List<ConformanceTopic> topics = topics();
    assertEquals(10, topics.size());
    for (ConformanceTopic topic : topics) {
      assertEquals(Set.of("sv", "en"), topic.title().asMap().keySet());
      assertFalse(topic.why().isBlank() || topic.sources().isEmpty(), topic.id());
      assertTrue(topic.cases().size() >= 3, topic.id());
      topic.cases().forEach(each -> assertEquals(topic.id(), each.topic()));
    }
  }

  @Test
  void whatASystemIsAskedHoldsNeitherTheAnswerNorWhatOnlySiruReads() {
    for (ConformanceTopic topic : topics()) {
      for (ConformanceCase each : topic.cases()) {
        assertFalse(each.line().contains("\"expected\"") || each.line().contains("\"siru\""), each.line());
        assertFalse(each.line().contains("\n"));
      }
    }
  }

  private static ConformanceCase named(String id) {
    return topics().stream().flatMap(topic -> topic.cases().stream()).filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  private static Verdict.Outcome judged(ConformanceCase asked, String answer) {
    return asked.judge(answer).outcome();
  }

  @Test
  void aWrongNumberAMissingCellAndAnotherAbsenceFail() {
    ConformanceCase minus = named("operator-grammar.minus-plus");
    String form = "{\"case\":\"operator-grammar.minus-plus\",\"answers\":[{\"period\":\"total\",%s}]}";
    assertEquals(Verdict.Outcome.PASSED, judged(minus, form.replace("%s", "\"value\":9.0")));
    assertEquals(Verdict.Outcome.PASSED, judged(minus, form.replace("%s", "\"value\":\"9\"")));
    Verdict wrong = minus.judge(form.replace("%s", "\"value\":5"));
    assertEquals(new Verdict(Verdict.Outcome.FAILED, "total 9", "total 5"), wrong);
    assertEquals(Verdict.Outcome.FAILED, judged(minus, form.replace("%s", "\"absent\":\"missing\"")));
    assertEquals(Verdict.Outcome.FAILED, judged(minus, "{\"case\":\"operator-grammar.minus-plus\",\"answers\":[]}"));
    assertEquals(Verdict.Outcome.NOT_SUPPORTED, judged(minus, "{\"case\":\"operator-grammar.minus-plus\",\"supported\":false}"));
  }

  @Test
  void anAnswerThatIsNoneFails() {
    ConformanceCase minus = named("operator-grammar.minus-plus");
    for (String answer : List.of("", "9", "[]", "{", "{}", "{\"case\":\"other\",\"supported\":false}", "{\"case\":\"other\",\"answers\":[]}",
        "{\"case\":\"operator-grammar.minus-plus\",\"answers\":[{\"value\":9}]}")) {
      assertEquals(Verdict.Outcome.FAILED, judged(minus, answer), answer);
    }
  }

  @Test
  void aNumberThatWouldFillTheMemoryIsNoAnswer() {
    ConformanceCase minus = named("operator-grammar.minus-plus");
    for (String huge : List.of("1e999999999", "1e-999999999", "9".repeat(101))) {
      String answer = "{\"case\":\"operator-grammar.minus-plus\",\"answers\":[{\"period\":\"total\",\"value\":\"" + huge + "\"}]}";
      assertEquals(Verdict.Outcome.FAILED, judged(minus, answer), huge);
    }
  }

  @Test
  void aRefusalStandsForAnAnswerOnlyWhereTheCaseAllowsIt() {
    String refused = "\",\"answers\":[{\"period\":\"total\",\"absent\":\"refused\"}]}";
    assertEquals(Verdict.Outcome.PASSED, judged(named("operator-grammar.root"), "{\"case\":\"operator-grammar.root" + refused));
    assertEquals(Verdict.Outcome.FAILED, judged(named("operator-grammar.sign"), "{\"case\":\"operator-grammar.sign" + refused));
    assertEquals(Verdict.Outcome.PASSED,
        judged(named("operator-grammar.broken-exponent"),
            "{\"case\":\"operator-grammar.broken-exponent\",\"answers\":[{\"period\":\"total\",\"value\":" + Math.pow(9, 1.9) + "}]}"));
  }

  @Test
  void aTopicIsReadStrictly() {
    Set<String> refused = new TreeSet<>();
    for (String text : List.of("[]", "{\"siru\":\"siru-conformance/2\"}", "{\"siru\":\"siru-conformance/1\",\"id\":\"a\",\"why\":\"\",\"cases\":[{}]}")) {
      SiruException wrong =
          assertThrows(SiruException.class,
              () -> ConformanceTopic.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.json"));
      wrong.findings().forEach(finding -> refused.add(finding.rule().id()));
    }
    assertTrue(refused.containsAll(Set.of("json.not-an-object", "json.member-missing", "json.not-a-choice")), refused::toString);
  }
}
