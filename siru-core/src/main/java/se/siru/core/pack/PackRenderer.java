package se.siru.core.pack;

import java.io.IOException;
import java.io.OutputStream;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.stability.Experimental;

/**
 * Writes a pack in one format.
 *
 * <p>The same pack gives the same bytes on every machine: no clock, no locale, zone or charset of the surroundings. Texts of a
 * pack come from records and never become markup or formulas. Implementations are stateless and thread-safe.
 */
@Experimental(since = "0.1.0")
public interface PackRenderer {
  /** The format. Gives the same value at each call. */
  FormatDescriptor format();

  /**
   * Writes a pack.
   *
   * @param out is not closed, and not written to after this method has returned
   * @throws IOException where the stream cannot be written
   */
  void render(Pack pack, OutputStream out) throws IOException;
}
