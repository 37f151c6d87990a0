package se.siru.core.format.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TableWriterTest {

  @Property
  void numbersOfAnyScaleArePlainWithoutTrailingZeros(
      @ForAll BigInteger digits, @ForAll long few, @ForAll @IntRange(min = -20, max = 40) int scale) throws IOException {
    check(new BigDecimal(digits, scale));
    check(BigDecimal.valueOf(few, scale));
    check(BigDecimal.valueOf(few % 1000, scale));
    check(BigDecimal.valueOf(few / 1_000_000_000 * 1_000_000_000, scale));
  }

  @Property
  void wholeNumbersAreWrittenAsJavaWritesThem(@ForAll long number) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableWriter writer = new TableWriter(out);
    writer.write(number);
    writer.finish();
    assertEquals(number + ",", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theLeastWholeNumberIsWritten() throws IOException {
    wholeNumbersAreWrittenAsJavaWritesThem(Long.MIN_VALUE);
  }

  /** A comment would begin with the sign in the first column alone. */
  @Test
  void textsAreQuotedWhereTheyMustBe() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableWriter writer = new TableWriter(out);
    writer.write(writer.first("#1"));
    for (String text : new String[] {"#1", "", "a,b", "\"å\"", "two\nlines", "=1"}) {
      writer.write(writer.field(text));
    }
    writer.endRow();
    writer.finish();
    assertEquals(
        "\"#1\",#1,,\"a,b\",\"\"\"å\"\"\",\"two\nlines\",\"'=1\"\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aTextLongerThanTheBufferIsWrittenWhole() throws IOException {
    String text = "x".repeat(200_000);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableWriter writer = new TableWriter(out);
    writer.write(writer.first("a"));
    writer.write(writer.field(text));
    writer.endRow();
    writer.finish();
    assertEquals("a," + text + "\n", out.toString(StandardCharsets.UTF_8));
  }

  private static void check(BigDecimal number) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableWriter writer = new TableWriter(out);
    writer.write(number);
    writer.finish();
    String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    assertEquals(plain + ",", out.toString(StandardCharsets.UTF_8));
  }
}
