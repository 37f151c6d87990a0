/** The standard indicator catalogue. */
module se.siru.indicators {
  requires static org.jspecify;

  requires transitive se.siru.core;
}
