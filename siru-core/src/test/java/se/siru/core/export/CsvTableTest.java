package se.siru.core.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  @Test
  void textsAreGuardedAndQuotedAndNumbersAreNot() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvTable table = new CsvTable(out, List.of("Id", "Label", "weight"));
    table.row("å", "=1+1", -2);
    table.row("b", "x, \"y\"\nz", new BigDecimal("-0.50"));
    table.row("", "", "");
    table.flush();
    assertEquals(
        "Id,Label,weight\nå,'=1+1,-2\nb,\"x, \"\"y\"\"\nz\",-0.50\n,,\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aRowHasAsManyCellsAsThereAreColumns() throws IOException {
    CsvTable table = new CsvTable(OutputStream.nullOutputStream(), List.of("a", "b"));
    assertThrows(IllegalArgumentException.class, () -> table.row("a"));
  }

  @Test
  void aStreamThatFailsIsTold() throws IOException {
    OutputStream full = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("full");
      }
    };
    CsvTable table = new CsvTable(full, List.of("a"));
    assertThrows(IOException.class, table::flush);
  }
}
