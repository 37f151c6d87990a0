package se.siru.core.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;

/**
 * Reads arithmetic from text: {@code + - * /} with standard precedence, from left to right, unary minus, brackets, decimals with a
 * full stop, {@code attainment(X)}, {@code previous(X)}, {@code previous(X, 4)}, {@code yearToDate(X)},
 * {@code samePeriodLastYear(X)}, and indicators by code or id. A code of letters, digits and {@code _} stands as it is
 * ({@code RCO01}); any other name stands in square brackets: {@code [siru:activities-held]}, {@code [SI-P04]}.
 *
 * <p>A mistake does not end the reading: something stands in for what is missing, what does not belong is skipped, and the rest is
 * read for further mistakes and for the names in it.
 */
final class ExpressionParser {
  /** The most levels of brackets and signs. */
  static final int DEEPEST = 64;

  /** The most digits of a number. */
  private static final int MOST_DIGITS = 34;

  /** The most names and numbers. */
  static final int MOST_OPERANDS = 1_000;

  private static final String ATTAINMENT = "attainment";

  private static final Expression STAND_IN = new Expression.Number(BigDecimal.ZERO);

  private final String text;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Name> names = new ArrayList<>();
  private int at;
  private int depth;
  private int operands;
  private boolean ended;

  private ExpressionParser(String text) {
    this.text = text;
  }

  /**
   * A mistake.
   *
   * @param rule what it offends against
   * @param position where, counted from 1
   * @param found what stands there, or what should
   */
  record Problem(Rule rule, int position, String found) {
    String[] arguments() {
      return new String[] {"position", Integer.toString(position), "found", found};
    }
  }

  /**
   * An indicator that the text names.
   *
   * @param indicator the id or code as written
   * @param position where, counted from 1
   */
  record Name(String indicator, int position) {}

  /**
   * What the text holds.
   *
   * @param expression the tree; null where there are problems
   * @param problems all mistakes in order
   * @param names all indicators named, in order, without {@code *}
   */
  record Parsed(@Nullable Expression expression, List<Problem> problems, List<Name> names) {}

  /**
   * Reads one expression.
   *
   * @throws IllegalArgumentException where the text is none; the message names every mistake and its position, counted from 1
   */
  static Expression parse(String text) {
    Parsed parsed = read(text);
    Expression expression = parsed.expression();
    if (expression == null) {
      Origin formula = Origin.of("formula");
      List<String> messages =
          parsed.problems().stream().map(each -> Finding.of(each.rule(), formula, each.arguments()).message("en")).toList();
      throw new IllegalArgumentException(String.join(" ", messages));
    }
    return expression;
  }

  /** Reads one expression with all mistakes in it. */
  static Parsed read(String text) {
    ExpressionParser parser = new ExpressionParser(text);
    Expression expression = parser.sum();
    while (parser.peek() != 0) {
      parser.unexpected();
      if (!isOperandStart(parser.peek())) {
        parser.skip();
      }
      boolean goesOn = "+-*/".indexOf(parser.peek()) >= 0;
      if (goesOn) {
        parser.skip();
      }
      if (goesOn || parser.peek() != 0) {
        parser.sum();
      }
    }
    boolean sound = parser.problems.isEmpty();
    return new Parsed(sound ? expression : null, List.copyOf(parser.problems), List.copyOf(parser.names));
  }

  private Expression sum() {
    Expression left = product();
    while (peek() == '+' || peek() == '-') {
      Expression.Operator operator = text.charAt(at++) == '+' ? Expression.Operator.PLUS : Expression.Operator.MINUS;
      left = new Expression.Binary(operator, left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = unary();
    while (peek() == '*' || peek() == '/') {
      Expression.Operator operator = text.charAt(at++) == '*' ? Expression.Operator.TIMES : Expression.Operator.DIVIDE;
      left = new Expression.Binary(operator, left, unary());
    }
    return left;
  }

  private Expression unary() {
    int signs = 0;
    while (peek() == '-') {
      at++;
      signs++;
      if (++depth > DEEPEST) {
        return giveUp();
      }
    }
    Expression operand = primary();
    depth -= signs;
    for (int i = 0; i < signs; i++) {
      operand = new Expression.Negate(operand);
    }
    return operand;
  }

  private Expression primary() {
    if (++operands > MOST_OPERANDS) {
      return giveUp();
    }
    char next = peek();
    if (next == '(') {
      return brackets();
    }
    if (next == '[') {
      return reference(bracketed());
    }
    if (next >= '0' && next <= '9') {
      return number();
    }
    if (isNamePart(next)) {
      Name name = name();
      return peek() == '(' && isFunction(name.indicator()) ? function(name.indicator()) : reference(name);
    }
    if (next == 0 || "+*/),".indexOf(next) >= 0) {
      problem(DefinitionRules.FORMULA_OPERAND, "");
      return STAND_IN;
    }
    unexpected();
    skip();
    return isOperandStart(peek()) ? primary() : STAND_IN;
  }

  private Expression brackets() {
    at++;
    if (++depth > DEEPEST) {
      return giveUp();
    }
    Expression inner = sum();
    close();
    depth--;
    return inner;
  }

  private Expression reference(@Nullable Name name) {
    if (name == null) {
      return STAND_IN;
    }
    names.add(name);
    return new Expression.Reference(name.indicator());
  }

  /** True for a word that stands for a function where a bracket follows. */
  static boolean isFunction(String word) {
    return word.equals(ATTAINMENT) || Shift.Kind.of(word).isPresent();
  }

  private Expression function(String word) {
    return word.equals(ATTAINMENT) ? attainment() : shifted(Shift.Kind.of(word).orElseThrow());
  }

  private Expression shifted(Shift.Kind kind) {
    at++;
    if (++depth > DEEPEST) {
      return giveUp();
    }
    Expression operand = sum();
    int steps = 1;
    if (kind == Shift.Kind.PREVIOUS && peek() == ',') {
      at++;
      steps = steps();
    }
    close();
    depth--;
    return new Expression.Shifted(new Shift(kind, steps), operand);
  }

  /** How many periods back; 1 stands in for what is none. */
  private int steps() {
    char next = peek();
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    String digits = text.substring(start, at);
    if (digits.matches("[1-9][0-9]{0,3}") && Integer.parseInt(digits) <= Shift.MOST_STEPS) {
      return Integer.parseInt(digits);
    }
    if (digits.isEmpty() && next == 0) {
      problem(DefinitionRules.FORMULA_OPERAND, "");
    } else {
      problems.add(new Problem(DefinitionRules.FORMULA_STEPS, start + 1, digits));
    }
    return 1;
  }

  private Expression attainment() {
    at++;
    Expression attainment = STAND_IN;
    if (peek() == '*') {
      at++;
      attainment = new Expression.Attainment("*");
    } else if (peek() == '[' || isNamePart(peek())) {
      Name name = peek() == '[' ? bracketed() : name();
      if (name != null) {
        names.add(name);
        attainment = new Expression.Attainment(name.indicator());
      }
    } else {
      problem(DefinitionRules.FORMULA_OPERAND, "");
    }
    close();
    return attainment;
  }

  private @Nullable Name bracketed() {
    int start = at;
    int end = text.indexOf(']', at);
    if (end < 0) {
      problem(DefinitionRules.FORMULA_BRACKET, "]");
      at = text.length();
      return null;
    }
    String name = text.substring(at + 1, end).strip();
    if (name.isEmpty()) {
      problem(DefinitionRules.FORMULA_OPERAND, "");
    }
    at = end + 1;
    return name.isEmpty() ? null : new Name(name, start + 1);
  }

  private Expression number() {
    int start = at;
    while (at < text.length() && (Character.digit(text.charAt(at), 10) >= 0 || text.charAt(at) == '.')) {
      at++;
    }
    String digits = text.substring(start, at);
    if (digits.length() > MOST_DIGITS || !digits.matches("[0-9]+(\\.[0-9]+)?")) {
      problems.add(new Problem(DefinitionRules.FORMULA_NUMBER, start + 1, digits));
      return STAND_IN;
    }
    return new Expression.Number(new BigDecimal(digits));
  }

  /** True where a number, written plainly, is not longer than one that is read; asked without writing it. */
  static boolean isShort(BigDecimal number) {
    return number.scale() <= MOST_DIGITS && (long) number.precision() - number.scale() <= MOST_DIGITS;
  }

  /** Refuses a number with more digits than a definition may have: one that is written out would never end. */
  static void requireShort(BigDecimal number) {
    if (!isShort(number)) {
      throw new IllegalArgumentException("a number of a definition has at most " + MOST_DIGITS + " digits, and as many decimals");
    }
  }

  private Name name() {
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    return new Name(text.substring(start, at), start + 1);
  }

  private static boolean isNamePart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  private static boolean isOperandStart(char c) {
    return c == '(' || c == '[' || isNamePart(c);
  }

  private void close() {
    if (peek() == ')') {
      at++;
    } else if (!ended) {
      problem(DefinitionRules.FORMULA_BRACKET, ")");
    }
  }

  /** The next character that is no blank, or 0 at the end. */
  private char peek() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n' || text.charAt(at) == '\t')) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void skip() {
    at += Character.charCount(text.codePointAt(at));
  }

  private void unexpected() {
    problem(DefinitionRules.FORMULA, Character.toString(text.codePointAt(at)));
  }

  private void problem(Rule rule, String found) {
    Problem problem = new Problem(rule, at + 1, found);
    if (problems.isEmpty() || !problems.get(problems.size() - 1).equals(problem)) { // each open bracket misses the same one
      problems.add(problem);
    }
  }

  /** Beyond a limit nothing more is read, and what is missing for that reason is not told. */
  private Expression giveUp() {
    if (!ended) {
      problem(DefinitionRules.FORMULA_LIMIT, "");
    }
    at = text.length();
    ended = true;
    return STAND_IN;
  }
}
