package se.siru.core.plugin;

/** What becomes of plugins that cannot be admitted as they are. */
enum Strictness {
  /** Whatever is wrong is left out and told, plugins that claim one name among it. */
  LENIENT,
  /** What is broken is left out and told; a conflict that the host has not settled is refused. */
  DEFAULT,
  /** All is refused that the host did not ask to leave out. */
  STRICT
}
