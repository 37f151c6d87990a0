package se.siru.core.export;

import java.io.IOException;
import java.io.OutputStream;
import se.siru.core.disclosure.Publication;
import se.siru.core.stability.Implementable;

/**
 * Writes a publication in one format.
 *
 * <p>The same publication and context give the same bytes on every machine: no clock, no locale, zone or charset of the
 * surroundings; text is UTF-8 with line feeds unless the format says otherwise. What a publication does not show is
 * not to be had elsewhere. Implementations are stateless and thread-safe.
 */
@Implementable(since = "0.1.0")
public interface Exporter {
  /** The format. Gives the same value at each call. */
  FormatDescriptor format();

  /**
   * Writes a publication.
   *
   * @param out is not closed, and not written to after this method has returned
   * @return what the format could not hold
   * @throws IOException where the stream cannot be written
   */
  LossReport export(Publication publication, ExportContext context, OutputStream out) throws IOException;
}
