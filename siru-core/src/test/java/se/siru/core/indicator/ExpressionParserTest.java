package se.siru.core.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {
  private static List<String> problems(String text) {
    return ExpressionParser.read(text).problems().stream()
        .map(each -> each.position() + each.rule().id().substring("definition.formula".length()) + " " + each.found())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "A + | 4-operand",
    "A + + B | 5-operand",
    "(A + B | 7-bracket )",
    "(A + | 5-operand , 5-bracket )",
    "((A | 4-bracket )",
    "[A + B | 1-bracket ]",
    "[] * A | 1-operand",
    "A B | 3 B",
    "A ? B | 3 ?",
    "A + ? + B | 5 ?",
    "A ) + ) B | 3 ) , 7-operand , 7 )",
    "1.2.3 * 4. | 1-number 1.2.3, 9-number 4.",
    "attainment() | 12-operand ",
    "attainment(* | 13-bracket )",
    "A + 😀 | 5 😀",
    "~~| 1 ~, 2 ~"})
  void everyMistakeIsToldWithItsPosition(String text, String expected) {
    String told = String.join(", ", problems(text.stripTrailing()));
    assertEquals(expected.replaceAll("\\s", ""), told.replaceAll("\\s", ""));
  }

  @Test
  void namesAreFoundOnBothSidesOfAMistake() {
    ExpressionParser.Parsed parsed = ExpressionParser.read("[a:b] ? C + attainment([d e]) ) F");
    assertEquals(
        List.of("a:b 1", "C 9", "d e 24", "F 33"),
        parsed.names().stream().map(name -> name.indicator() + " " + name.position()).toList());
  }

  @Test
  void theExceptionNamesEveryMistake() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> ExpressionParser.parse("(A + 2..5 ?"));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("Character 6") && message.contains("Character 11") && message.contains("')' is missing"), message);
  }

  @Test
  void beyondALimitReadingEndsWithOneProblem() {
    assertEquals(List.of("66-limit "), problems("(".repeat(10_000) + "A" + ")".repeat(10_000)));
    assertEquals(List.of("66-limit "), problems("-".repeat(10_000) + "A"));
    assertEquals(1, problems("A+".repeat(10_000) + "A").size());
    assertTrue(problems("?".repeat(100_000)).size() <= 100_000);
  }

  @Property
  void aSignThatDoesNotBelongIsToldWhereItStands(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 5) Integer> parts, @ForAll @IntRange(max = 200) int where) {
    StringBuilder text = new StringBuilder("A");
    List<String> more = List.of(" + 12.5", " - -B", "*(C - 1)", " / attainment(D)", " + previous( E , 3 )", "-\t7");
    parts.forEach(part -> text.append(more.get(part)));
    assertEquals(List.of(), problems(text.toString()));
    int at = where % (text.length() + 1);
    List<String> told = problems(text.insert(at, '?').toString());
    assertTrue(told.stream().anyMatch(problem -> problem.startsWith(at + 1 + " ") || problem.startsWith(at + 1 + "-")), () -> text + ": " + told);
  }

  @Property
  void anyTextIsEitherReadOrHasAMistakeInside(
      @ForAll @StringLength(max = 40) @Chars({'A', '1', '.', '+', '-', '*', '/', '(', ')', '[', ']', ' ', '?'})
          @CharRange(from = 'a', to = 'c') String text) {
    ExpressionParser.Parsed parsed = ExpressionParser.read(text);
    if (parsed.problems().isEmpty()) {
      assertNotNull(parsed.expression());
    } else {
      assertTrue(parsed.problems().stream().allMatch(each -> each.position() >= 1 && each.position() <= text.length() + 1));
      assertTrue(parsed.expression() == null);
    }
  }
}
