package se.siru.indicators.composite;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import se.siru.core.document.Members;
import se.siru.core.finding.Findings;
import se.siru.core.stability.Experimental;

/**
 * Reads the declaration of a composite index from JSON, strictly. The format is described in {@code docs/how-to/composite-index.md}.
 *
 * <p>Stateless and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class CompositeReader {
  /** The format that is read and written. */
  public static final String FORMAT = "siru-composite/1";

  private CompositeReader() {}

  /**
   * Reads a document and leaves the stream open.
   *
   * @param source what findings call the document
   * @param findings takes all problems, each with its line as row and its JSON pointer as column
   * @return the declaration; empty where there are errors
   * @throws IOException where the stream cannot be read
   */
  public static Optional<CompositeIndex> read(InputStream in, String source, Findings findings) throws IOException {
    Findings own = new Findings();
    Optional<Members> members = Members.read(in, source, own);
    return index(members, own, findings);
  }

  /** As {@link #read(InputStream, String, Findings)}, from text. */
  public static Optional<CompositeIndex> read(String json, String source, Findings findings) {
    Findings own = new Findings();
    Optional<Members> members = Members.read(json, source, own);
    return index(members, own, findings);
  }

  /** The index of a document of which {@code own} holds what has been found so far. */
  private static Optional<CompositeIndex> index(Optional<Members> members, Findings own, Findings findings) {
    Optional<CompositeIndex> index = members.flatMap(document -> new CompositeDocument(own).read(document));
    findings.addAll(own);
    return index;
  }
}
