package se.siru.cli;

import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import se.siru.core.text.Excerpt;

/** Reads one of a few words, in letters of either case, and names them as they are written where it is none. */
final class OneOf<E extends Enum<E>> implements ITypeConverter<E> {
  private final List<E> choices;
  private final Function<E, String> word;

  OneOf(E[] choices, Function<E, String> word) {
    this.choices = List.of(choices);
    this.word = word;
  }

  @Override
  public E convert(String text) {
    return choices.stream()
        .filter(choice -> word.apply(choice).equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("expected one of " + words() + " but was '" + Excerpt.of(text) + "'"));
  }

  private String words() {
    return String.join(", ", choices.stream().map(word).toList());
  }
}
