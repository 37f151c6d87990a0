package se.siru.core.evaluation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.text.LocalizedText;

/**
 * The state of some records as bytes: a mark and the version of the format; what was asked, of which entities, beside which related
 * records, each as a hash; of which records it is, where somebody said; whose code failed; the state; a hash of all that. Equal states
 * are equal bytes. Bytes of another question or of other entities are refused, and so are damaged ones.
 *
 * <p>Thread-safe.
 */
final class StateFormat {
  private static final byte[] MARK = "SIRU-STATE\n".getBytes(StandardCharsets.US_ASCII);

  /** Changes with the layout, and wherever the same records leave something else behind. */
  private static final int VERSION = 2;

  private static final int HASH = 32;

  private final Plans plans;
  private final byte[] question;
  private final byte[] entities;
  private final byte[] related;
  private final byte[] head;

  StateFormat(Plans plans) {
    this.plans = plans;
    Evaluator evaluator = plans.evaluator();
    Question asked = evaluator.question();
    this.question = hash(asked.text(evaluator.catalogue()));
    this.entities = hash(evaluator.portfolio().entitiesHash().getBytes(StandardCharsets.US_ASCII));
    StringBuilder others = new StringBuilder();
    for (String type : asked.relatedTypes()) {
      List<String> batches = batches(evaluator.portfolio(), type);
      others.append(type).append(' ').append(batches).append('\n');
    }
    this.related = hash(others.toString().getBytes(StandardCharsets.UTF_8));
    StateWriter out = new StateWriter();
    out.raw(MARK);
    out.number(VERSION);
    out.raw(question);
    out.raw(entities);
    out.raw(related);
    this.head = out.toBytes();
  }

  /** What every state begins with that is read here; not to be changed. */
  byte[] head() {
    return head;
  }

  /** True where bytes begin as states do, be it of another evaluation. */
  static boolean isState(byte[] bytes) {
    return bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
  }

  private static List<String> batches(Portfolio portfolio, String type) {
    return portfolio.table(type).batches().stream().map(Batch::contentHash).sorted().toList();
  }

  private static byte[] hash(byte[] bytes) {
    return sha256(bytes, bytes.length);
  }

  private static byte[] sha256(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  /**
   * The bytes of a state.
   *
   * @param of tells of which records it is; may be empty
   */
  byte[] write(Plans.State state, String of) {
    StateWriter written = new StateWriter();
    plans.write(state, written);
    StateWriter out = new StateWriter();
    out.raw(head);
    out.text(of);
    Map<String, LocalizedText> failures = new TreeMap<>(plans.guard().failures());
    out.number(failures.size());
    failures.forEach((measure, why) -> {
      out.text(measure);
      out.text(why.in("sv"));
      out.text(why.in("en"));
    });
    out.raw(written.toBytes());
    byte[] bytes = out.toBytes();
    out.raw(hash(bytes));
    return out.toBytes();
  }

  /**
   * Reads what {@link #write} wrote, also in another process.
   *
   * @param of what was told there of the records
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where the bytes are no state or damaged, with {@link ErrorCode#MISUSE} where
   *     they are of another evaluation, of other entities or of other records
   */
  Plans.State read(byte[] bytes, String of) {
    int end = bytes.length - HASH;
    if (end < MARK.length || !isState(bytes)) {
      throw new SiruException(ErrorCode.UNREADABLE, "these bytes are not the state of an evaluation");
    }
    if (!Arrays.equals(sha256(bytes, end), 0, HASH, bytes, end, bytes.length)) {
      throw StateReader.damaged();
    }
    StateReader in = new StateReader(bytes, MARK.length, end);
    long version = in.number();
    if (version != VERSION) {
      throw new SiruException(
          ErrorCode.UNREADABLE, "the state is of version " + version + " of its format, and this release reads version " + VERSION);
    }
    require(in, question, "another evaluation: other definitions, periods or breakdowns, or another day on which the portfolio is described");
    require(in, entities, "other entities or codes");
    require(in, related, "other records that conditions ask about beside those counted");
    if (!in.text().equals(of)) {
      throw new SiruException(ErrorCode.MISUSE, "the state is of other records");
    }
    try {
      int failures = in.count();
      for (int i = 0; i < failures; i++) {
        String measure = in.text();
        plans.guard().fail(measure, LocalizedText.of(in.text(), in.text()));
      }
      Plans.State state = plans.read(in);
      in.end();
      return state;
    } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException wrong) {
      throw StateReader.damaged();
    }
  }

  private static void require(StateReader in, byte[] own, String otherwise) {
    if (!Arrays.equals(in.raw(HASH), own)) {
      throw new SiruException(ErrorCode.MISUSE, "the state is of " + otherwise + "; evaluate the records again");
    }
  }
}
