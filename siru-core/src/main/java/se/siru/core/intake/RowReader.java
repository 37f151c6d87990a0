package se.siru.core.intake;

import java.io.IOException;
import se.siru.core.stability.Implementable;

/**
 * Reads the rows of files of one format, as they are: what the rows mean is for the mapping to say.
 *
 * <p>The same bytes and options give the same rows: no clock, locale, zone or charset of the surroundings. What is wrong
 * with a file becomes a finding, whatever its bytes are; an exception other than that of the stream itself is contained,
 * and refuses the file with the name of the reader. A reader keeps to limits of its own, so that no file can make it run
 * out of memory or time. Implementations are stateless and thread-safe.
 */
@Implementable(since = "0.1.0")
public interface RowReader {
  /** Which files it is for, and what can be said about them. Gives an equal value at each call. */
  ReaderDescriptor descriptor();

  /**
   * Reads a file, row by row, until its end or until the sink wants no more. An import reads a file several times.
   *
   * @param options only such as the descriptor names, with values that it allows
   * @throws IOException where the stream cannot be read
   */
  void read(ReaderInput input, ReaderOptions options, RowSink sink) throws IOException;
}
