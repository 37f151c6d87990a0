package se.siru.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import se.siru.core.text.Excerpt;

/** Reads a whole number of at most nine digits. */
final class WholeNumberText implements ITypeConverter<Integer> {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

  @Override
  public Integer convert(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new TypeConversionException("'" + Excerpt.of(text) + "' is no whole number of at most nine digits");
    }
    return Integer.valueOf(text);
  }
}
