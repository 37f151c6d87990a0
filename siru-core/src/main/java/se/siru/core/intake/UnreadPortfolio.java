package se.siru.core.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.finding.SiruException;
import se.siru.core.model.RecordType;
import se.siru.core.portfolio.Batch;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.stability.Experimental;

/**
 * A portfolio in files of which some records are not read yet: those of types of facts that can be evaluated while they are read, and need
 * not be kept for it. {@code Siru.evaluate} takes one, which needs memory for what it counts and not for the records.
 *
 * <p>Where anything is wrong with the records, or a file has to be read by the parser that is slow and knows what to say, reading begins anew
 * and keeps everything; so the findings are those of {@link PortfolioReader#read}. A document ({@code .json}, {@code .jsonl}) is read whole:
 * in it, entities may stand behind the facts that name them. {@link WhyWhole} tells the cases apart.
 *
 * <p>Not thread-safe.
 */
@Experimental(since = "0.1.0")
public final class UnreadPortfolio {
  private final PortfolioReader reader;
  private final Path source;
  private @Nullable FolderReader begun;
  private @Nullable Portfolio outline;
  private PortfolioReader.@Nullable Result whole;
  private WhyWhole whyWhole = WhyWhole.ASKED_FOR;
  private Findings findings = new Findings();

  /** Why a portfolio is read whole, and all of its records are kept. Constants may be added. */
  @Experimental(since = "0.1.0")
  public enum WhyWhole {
    /** It is one document, in which entities may stand behind the facts that name them. */
    DOCUMENT,
    /** Something is wrong with it: what, is told in the order of reading it whole. */
    WRONG,
    /** A file is no plain CSV: the reference parser reads it, or tells what is wrong. */
    NOT_PLAIN,
    /** There are more findings than are kept; which of them are goes by the order in which they are found. */
    MANY_FINDINGS,
    /** {@link #read()} asked for it. */
    ASKED_FOR
  }

  /**
   * What came of reading a portfolio without keeping all records.
   *
   * @param portfolio the portfolio; empty where it has to be read whole, and then whatever was handed over counts for nothing
   * @param whyWhole why it has to be read whole; empty where there is a portfolio
   */
  @Experimental(since = "0.1.0")
  public record Outcome(Optional<Portfolio> portfolio, Optional<WhyWhole> whyWhole) {
    private static Outcome whole(WhyWhole why) {
      return new Outcome(Optional.empty(), Optional.of(why));
    }
  }

  private UnreadPortfolio(PortfolioReader reader, Path source) {
    this.reader = reader;
    this.source = source;
  }

  static UnreadPortfolio open(PortfolioReader reader, Path source) {
    UnreadPortfolio opened = new UnreadPortfolio(reader, source);
    opened.begin();
    return opened;
  }

  private void begin() {
    try {
      if (!Files.isDirectory(source)) {
        read(WhyWhole.DOCUMENT);
        return;
      }
      FolderReader folder = reader.folder(source);
      if (folder.begin()) {
        PortfolioBuilder builder = folder.builder().heldTo(reader.check());
        Set<RecordType> toCome = builder.releasable();
        folder.facts(reader.pace(), type -> !toCome.contains(type));
        outline = folder.hasErrors() ? null : builder.outline(toCome).orElse(null);
        begun = outline == null ? null : folder;
      }
    } catch (IOException e) {
      throw SiruException.unreadable(source, e);
    }
    if (begun == null) {
      read(WhyWhole.WRONG);
    }
  }

  /**
   * Reads what was not read yet, and keeps it; the same as {@link PortfolioReader#read}.
   *
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where the source cannot be read
   */
  public PortfolioReader.Result read() {
    return whole == null ? read(WhyWhole.ASKED_FOR) : whole;
  }

  private PortfolioReader.Result read(WhyWhole why) {
    FolderReader folder = begun;
    begun = null;
    try {
      PortfolioReader.Result read = folder == null ? reader.read(source) : folder.rest();
      whole = read;
      whyWhole = why;
      findings = read.findings();
      return read;
    } catch (IOException e) {
      throw SiruException.unreadable(source, e);
    }
  }

  /** True where everything was read and the portfolio was refused; {@link #findings} tell why. */
  public boolean isRefused() {
    return whole != null && whole.portfolio().isEmpty();
  }

  /** What was found when everything was read, as a whole or by the last evaluation; nothing before. */
  public Findings findings() {
    return findings;
  }

  /**
   * The portfolio as far as it was read, for whoever prepares an evaluation; it refuses whoever asks for records that are to come.
   *
   * @throws SiruException with {@link ErrorCode#REFUSED_INPUT} where it was refused
   */
  public Portfolio outline() {
    return begun() == null ? read().orThrow() : Objects.requireNonNull(outline);
  }

  /** What has begun to be read, anew where it was used up; null where everything was read and kept. */
  private @Nullable FolderReader begun() {
    if (begun == null && whole == null) {
      begin();
    }
    return begun;
  }

  /** The types of facts whose records are to come, and may be handed over instead of being kept. */
  public Set<RecordType> releasable() {
    FolderReader folder = begun();
    return folder == null ? Set.of() : folder.builder().releasable();
  }

  /**
   * Reads what was not read yet, and hands over the records of some types instead of keeping them.
   *
   * @param released some of {@link #releasable}
   * @param threads how many threads share a file of records that are handed over
   * @param taker called once, with all that is known before these records; what it gives takes them batch by batch with their type,
   *     checked and with rows in the place of ids, from several threads at once and in any order
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where the source cannot be read; whatever the taker throws
   */
  public Outcome read(
      Set<RecordType> released, int threads, Function<? super Portfolio, ? extends BiConsumer<? super RecordType, ? super Batch>> taker) {
    FolderReader folder = begun();
    if (folder == null) {
      return Outcome.whole(whyWhole);
    }
    begun = null;
    try {
      return read(folder, released, threads, taker);
    } catch (IOException e) {
      throw SiruException.unreadable(source, e);
    }
  }

  private Outcome read(
      FolderReader folder,
      Set<RecordType> released,
      int threads,
      Function<? super Portfolio, ? extends BiConsumer<? super RecordType, ? super Batch>> taker)
      throws IOException {
    folder.facts(reader.pace(), type -> !released.contains(type));
    if (folder.hasErrors()) {
      return Outcome.whole(WhyWhole.WRONG);
    }
    PortfolioBuilder builder = folder.builder();
    Optional<Portfolio> known = builder.outline(released);
    if (known.isEmpty()) {
      return Outcome.whole(WhyWhole.WRONG);
    }
    BiConsumer<? super RecordType, ? super Batch> takes = taker.apply(known.get());
    released.forEach(type -> builder.release(type, batch -> takes.accept(type, batch)));
    if (!folder.facts(new FolderReader.Pace(threads, reader.pace().segment()), released::contains)) {
      return Outcome.whole(WhyWhole.NOT_PLAIN);
    }
    PortfolioReader.Result result = folder.finish();
    if (result.portfolio().isEmpty()) {
      return Outcome.whole(WhyWhole.WRONG);
    }
    if (!areAllKept(result.findings())) {
      return Outcome.whole(WhyWhole.MANY_FINDINGS);
    }
    findings = result.findings();
    return new Outcome(result.portfolio(), Optional.empty());
  }

  /** Which of many findings are kept goes by the order in which they were found, which is another one here. */
  private static boolean areAllKept(Findings findings) {
    for (Severity severity : Severity.values()) {
      if (findings.count(severity) > Findings.MOST_PER_SEVERITY) {
        return false;
      }
    }
    return true;
  }
}
