package se.siru.core.plugin;

import java.io.IOException;
import se.siru.core.intake.ReaderDescriptor;
import se.siru.core.intake.ReaderInput;
import se.siru.core.intake.ReaderOptions;
import se.siru.core.intake.RowReader;
import se.siru.core.intake.RowSink;

/** A plugin's reader, contained: what it throws reaches the import as before, and nothing that the process shares stays changed. */
record ContainedReader(ReaderDescriptor descriptor, RowReader reader, PluginCalls calls) implements RowReader {
  @Override
  public void read(ReaderInput input, ReaderOptions options, RowSink sink) throws IOException {
    try {
      calls.work(
          "the reader " + descriptor.name(),
          () -> {
            reader.read(input, options, sink);
            return true;
          });
    } catch (PluginRefusal refusal) {
      if (refusal.getCause() instanceof IOException ofTheStream) {
        throw ofTheStream;
      }
      if (refusal.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      if (refusal.getCause() instanceof Error thrown) {
        throw thrown;
      }
      throw new IllegalStateException(refusal.message(), refusal);
    }
  }
}
