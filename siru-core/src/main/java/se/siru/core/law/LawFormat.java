package se.siru.core.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonReader;
import se.siru.core.json.JsonWriter;
import se.siru.core.stability.Experimental;
import se.siru.core.vocabulary.Vocabulary;

/**
 * Law data as a JSON file, {@value #FORMAT}; {@code docs/reference/procurement.md} describes it. Reading is strict, and all mistakes
 * are told at once.
 */
@Experimental(since = "0.1.0")
public final class LawFormat {
  /** What a file says it is. */
  public static final String FORMAT = "siru-law/1";

  private LawFormat() {}

  /**
   * Reads a file.
   *
   * @param known the code lists that entries name codes of
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where it cannot be read, with {@link ErrorCode#REFUSED_INPUT} and all
   *     findings where it has errors
   */
  public static LawData read(Path file, Vocabulary known) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, String.valueOf(file.getFileName()), known);
    } catch (IOException e) {
      throw SiruException.unreadable(file, e);
    }
  }

  /**
   * Reads a document and leaves the stream open.
   *
   * @param source what findings call the document
   * @throws IOException where the stream cannot be read
   * @throws SiruException with {@link ErrorCode#REFUSED_INPUT} and all findings where it has errors
   */
  public static LawData read(InputStream in, String source, Vocabulary known) throws IOException {
    Findings findings = new Findings();
    return read(in, source, known, findings).orElseThrow(() -> refusal(findings.list()));
  }

  private static SiruException refusal(List<Finding> list) {
    return new SiruException(ErrorCode.REFUSED_INPUT, "the law data have errors: " + list.get(0), list);
  }

  /**
   * Reads a document and leaves the stream open.
   *
   * @param findings takes everything that is wrong
   * @return the data, or empty where anything was wrong with them
   * @throws IOException where the stream cannot be read
   */
  public static Optional<LawData> read(InputStream in, String source, Vocabulary known, Findings findings) throws IOException {
    Findings own = new Findings();
    Optional<LawData> data = Optional.empty();
    try {
      JsonAccess root =
          JsonAccess.of(JsonReader.readObject(in, source, JsonLimits.defaults()), JsonFindings.into(own, source));
      data = new LawDocument(source, known, own).read(root);
    } catch (JsonException refused) {
      own.add(JsonFindings.of(refused));
    }
    findings.addAll(own);
    return own.hasErrors() ? Optional.empty() : data;
  }

  /**
   * Writes data, so that reading them gives the same; leaves the stream open.
   *
   * @throws IOException where the stream cannot be written
   */
  public static void write(LawData data, OutputStream out) throws IOException {
    JsonWriter.indented(out).write(LawWriter.written(data)).finish();
  }
}
