package se.siru.core.isolation;

/**
 * A plugin in processes of its own.
 *
 * <p>Implementations are thread-safe.
 */
public interface IsolatedPlugin {
  /** The plugin's id. */
  String id();

  /** Has measures evaluated that run the plugin's code. Whatever happens to its process, there is an answer. */
  EvaluationAnswer evaluate(EvaluationRequest request);
}
