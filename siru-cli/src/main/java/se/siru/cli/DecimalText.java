package se.siru.cli;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import se.siru.core.text.Excerpt;

/** Reads a plain decimal: neither exponents, which may stand for a number of any size, nor what only some languages call a number. */
final class DecimalText implements ITypeConverter<BigDecimal> {
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

  @Override
  public BigDecimal convert(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new TypeConversionException("'" + Excerpt.of(text) + "' is no number such as 0.9");
    }
    return new BigDecimal(text);
  }
}
