package se.siru.cli;

import java.util.Locale;

/** How a command shows what it found: for people, or as a tidy table. */
enum TableFormat {
  TABLE,
  CSV;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
