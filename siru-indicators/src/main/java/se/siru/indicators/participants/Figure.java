package se.siru.indicators.participants;

import java.util.Arrays;
import java.util.function.ToLongFunction;
import se.siru.core.text.LocalizedText;

/** Which heads a figure is of: all, or those of one gender. The genders and those not known partition all. */
public enum Figure {
  /** Everybody. */
  ALL("all", "", LocalizedText.empty(), Heads::all),
  /** Women. */
  WOMEN("women", ".women", LocalizedText.of("kvinnor", "women"), Heads::women),
  /** Men. */
  MEN("men", ".men", LocalizedText.of("män", "men"), Heads::men),
  /** Non-binary persons; head counts do not tell them, so that they are among those not known there. */
  NON_BINARY("non-binary", ".non-binary", LocalizedText.of("icke-binära", "non-binary"), Heads::nonBinary),
  /** Those whose gender is not known. */
  UNKNOWN("unknown", ".unknown", LocalizedText.of("okänt kön", "gender unknown"), Heads::unknown);

  private final String word;
  private final String suffix;
  private final LocalizedText label;
  private final ToLongFunction<Heads> of;

  Figure(String word, String suffix, LocalizedText label, ToLongFunction<Heads> of) {
    this.word = word;
    this.suffix = suffix;
    this.label = label;
    this.of = of;
  }

  /** The word of the parameter {@code count}. */
  public String word() {
    return word;
  }

  /** What follows the code of the indicator; empty for all. */
  public String suffix() {
    return suffix;
  }

  /** What people read; empty for all. */
  public LocalizedText label() {
    return label;
  }

  long of(Heads heads) {
    return of.applyAsLong(heads);
  }

  /** The figure of a word. */
  static Figure of(String word) {
    return Arrays.stream(values())
        .filter(each -> each.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("count '" + word + "' is none of " + Arrays.toString(values())));
  }
}
