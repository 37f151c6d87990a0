package se.siru.core.indicator;

/** Writes arithmetic so that {@link ExpressionParser} reads the same tree, with no more brackets than that needs. */
final class ExpressionWriter {
  private static final int UNARY = 3;

  private ExpressionWriter() {}

  /**
   * The text of an expression.
   *
   * @throws IllegalArgumentException where a number is too long or a name cannot stand in square brackets
   */
  static String text(Expression expression) {
    StringBuilder out = new StringBuilder();
    write(expression, 0, out);
    return out.toString();
  }

  private static void write(Expression expression, int atLeast, StringBuilder out) {
    boolean brackets = precedence(expression) < atLeast;
    if (brackets) {
      out.append('(');
    }
    if (expression instanceof Expression.Number) {
      out.append(number(((Expression.Number) expression)));
    } else if (expression instanceof Expression.Reference) {
      name(((Expression.Reference) expression).indicator(), out);
    } else if (expression instanceof Expression.Attainment) {
      out.append("attainment(");
      String indicator = ((Expression.Attainment) expression).indicator();
      if (indicator.equals("*")) {
        out.append('*');
      } else {
        name(indicator, out);
      }
      out.append(')');
    } else if (expression instanceof Expression.Shifted) {
      Expression.Shifted shifted = (Expression.Shifted) expression;
      out.append(shifted.shift().kind().code()).append('(');
      write(shifted.operand(), 0, out);
      out.append(shifted.shift().steps() == 1 ? ")" : ", " + shifted.shift().steps() + ")");
    } else if (expression instanceof Expression.Negate) {
      out.append('-');
      write(((Expression.Negate) expression).operand(), UNARY, out);
    } else if (expression instanceof Expression.Binary) {
      Expression.Binary binary = (Expression.Binary) expression;
      int precedence = binary.operator().precedence();
      write(binary.left(), precedence, out);
      out.append(' ').append(binary.operator().sign()).append(' ');
      // Read from left to right: what stands on the right of an operator of the same rank was in brackets.
      write(binary.right(), precedence + 1, out);
    }
    if (brackets) {
      out.append(')');
    }
  }

  private static int precedence(Expression expression) {
    return expression instanceof Expression.Binary ? ((Expression.Binary) expression).operator().precedence() : UNARY;
  }

  private static String number(Expression.Number number) {
    String text = number.value().toPlainString();
    if (text.length() > 34) {
      throw new IllegalArgumentException("the number " + text.substring(0, 20) + "… is too long");
    }
    return text;
  }

  private static void name(String name, StringBuilder out) {
    if (name.matches("[A-Za-z_][A-Za-z0-9_]*") && !ExpressionParser.isFunction(name)) {
      out.append(name);
    } else if (name.isBlank() || name.indexOf(']') >= 0 || !name.strip().equals(name)) {
      throw new IllegalArgumentException("'" + name + "' cannot stand in a formula");
    } else {
      out.append('[').append(name).append(']');
    }
  }
}
