/** The command line. */
module se.siru.cli {
  requires static org.jspecify;

  requires info.picocli;
  requires java.compiler;
  requires se.siru.core;
  requires se.siru.indicators;

  opens se.siru.cli to info.picocli;
}
