package se.siru.core.indicator;

import java.util.ArrayDeque;
import java.util.Deque;

/** Goes through a tree of arithmetic from left to right; how deep it is does not matter to the stack of the thread. */
final class ExpressionWalk {
  private ExpressionWalk() {}

  /** Sees every part of a tree. */
  interface Visitor {
    /**
     * Sees a part before its operands.
     *
     * @param depth how many parts it lies in
     * @return false to end the walk
     */
    boolean visit(Expression part, int depth);
  }

  private record At(Expression part, int depth) {}

  /** Shows all parts to a visitor; false where it ended the walk. */
  static boolean through(Expression root, Visitor visitor) {
    Deque<At> ahead = new ArrayDeque<>();
    ahead.push(new At(root, 0));
    while (!ahead.isEmpty()) {
      At at = ahead.pop();
      if (!visitor.visit(at.part, at.depth)) {
        return false;
      }
      if (at.part instanceof Expression.Negate) {
        ahead.push(new At(((Expression.Negate) at.part).operand(), at.depth + 1));
      } else if (at.part instanceof Expression.Shifted) {
        ahead.push(new At(((Expression.Shifted) at.part).operand(), at.depth + 1));
      } else if (at.part instanceof Expression.Binary) {
        Expression.Binary binary = (Expression.Binary) at.part;
        ahead.push(new At(binary.right(), at.depth + 1));
        ahead.push(new At(binary.left(), at.depth + 1));
      }
    }
    return true;
  }
}
