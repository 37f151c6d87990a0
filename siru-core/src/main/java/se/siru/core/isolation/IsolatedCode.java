package se.siru.core.isolation;

/**
 * Stands for a condition, accumulator or function of a plugin that is isolated. It cannot be called: the process of its plugin evaluates
 * what holds it.
 */
public interface IsolatedCode {
  /** Where the code is. */
  IsolatedPlugin plugin();
}
