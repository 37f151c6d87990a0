/** What a third party writes: a plugin to copy. */
module se.siru.example {
  requires static org.jspecify;

  requires se.siru.core;
}
