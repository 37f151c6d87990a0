package se.siru.cli.benchmark.streams;

/** Somebody who takes part; {@code unit} is the legal unit that a branch belongs to. */
record Organisation(String unit, String sector, String county, String municipality) {
  static final String UNKNOWN = "unknown";
}
