package org.example.frozen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import se.siru.core.intake.Cell;
import se.siru.core.intake.ReaderDescriptor;
import se.siru.core.intake.ReaderInput;
import se.siru.core.intake.ReaderOptions;
import se.siru.core.intake.RowReader;
import se.siru.core.intake.RowSink;

/** Lines with bars between the cells. */
final class BarReader implements RowReader {
  @Override
  public ReaderDescriptor descriptor() {
    return ReaderDescriptor.of("frozen-bars", ReaderDescriptor.Layout.FIELDS, Set.of("bars"));
  }

  @Override
  public void read(ReaderInput input, ReaderOptions options, RowSink sink) throws IOException {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(input.open(), StandardCharsets.UTF_8))) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!sink.row(++number, Arrays.stream(line.split("\\|", -1)).map(Cell::text).toList())) {
          return;
        }
      }
    }
  }
}
