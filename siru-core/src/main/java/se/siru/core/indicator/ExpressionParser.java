package se.siru.core.indicator;

import java.math.BigDecimal;

/**
 * Reads arithmetic from text: {@code + - * /} with standard precedence, from left to right, unary minus, brackets, decimals with a
 * full stop, {@code attainment(X)}, and indicators by code or id. A code of letters, digits and {@code _} stands as it is
 * ({@code RCO01}); any other name stands in square brackets: {@code [siru:activities-held]}, {@code [SI-P04]}.
 */
final class ExpressionParser {
  private static final int DEEPEST = 64;
  private static final int MOST_OPERANDS = 1_000;

  private final String text;
  private int at;
  private int depth;
  private int operands;

  private ExpressionParser(String text) {
    this.text = text;
  }

  /**
   * Reads one expression.
   *
   * @throws IllegalArgumentException where the text is none; the message names the position, counted from 1
   */
  static Expression parse(String text) {
    ExpressionParser parser = new ExpressionParser(text);
    Expression expression = parser.sum();
    if (parser.peek() != 0) {
      throw parser.error("unexpected '" + parser.peek() + "'");
    }
    return expression;
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
      if (++signs > DEEPEST) {
        throw error("more than " + DEEPEST + " signs");
      }
    }
    Expression operand = primary();
    for (int i = 0; i < signs; i++) {
      operand = new Expression.Negate(operand);
    }
    return operand;
  }

  private Expression primary() {
    char next = peek();
    if (++operands > MOST_OPERANDS) {
      throw error("more than " + MOST_OPERANDS + " operands");
    }
    if (next == '(') {
      at++;
      if (++depth > DEEPEST) {
        throw error("more than " + DEEPEST + " nested brackets");
      }
      Expression inner = sum();
      expect(')');
      depth--;
      return inner;
    }
    if (next == '[') {
      return new Expression.Reference(bracketed());
    }
    if (next >= '0' && next <= '9') {
      return number();
    }
    if (isNamePart(next)) {
      String name = name();
      if (name.equals("attainment") && peek() == '(') {
        at++;
        String indicator = peek() == '[' ? bracketed() : peek() == '*' ? star() : name();
        expect(')');
        return new Expression.Attainment(indicator);
      }
      return new Expression.Reference(name);
    }
    throw error(next == 0 ? "the expression ends too early" : "unexpected '" + next + "'");
  }

  private String star() {
    at++;
    return "*";
  }

  private String bracketed() {
    int end = text.indexOf(']', at);
    if (end < 0) {
      throw error("'[' without ']'");
    }
    String name = text.substring(at + 1, end).strip();
    if (name.isEmpty()) {
      throw error("empty name");
    }
    at = end + 1;
    return name;
  }

  private Expression number() {
    int start = at;
    while (at < text.length() && (Character.digit(text.charAt(at), 10) >= 0 || text.charAt(at) == '.')) {
      at++;
    }
    String digits = text.substring(start, at);
    if (digits.length() > 34 || !digits.matches("[0-9]+(\\.[0-9]+)?")) {
      at = start;
      throw error("not a number: '" + digits + "'");
    }
    return new Expression.Number(new BigDecimal(digits));
  }

  private String name() {
    peek();
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw error("a name is missing");
    }
    return text.substring(start, at);
  }

  private static boolean isNamePart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw error("'" + wanted + "' is missing");
    }
    at++;
  }

  /** The next character that is no blank, or 0 at the end. */
  private char peek() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n' || text.charAt(at) == '\t')) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private IllegalArgumentException error(String problem) {
    return new IllegalArgumentException("formula, position " + (at + 1) + ": " + problem);
  }
}
