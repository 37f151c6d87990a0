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
 * and keeps everything; so the findings are those of {@link PortfolioReader#read}. A document ({@code .json}, {@code .jsonl}) is read whole.
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
  private Findings findings = new Findings();

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
      FolderReader folder = Files.isDirectory(source) ? reader.folder(source) : null;
      if (folder != null && folder.begin()) {
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
      read();
    }
  }

  /**
   * Reads what was not read yet, and keeps it; the same as {@link PortfolioReader#read}.
   *
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where the source cannot be read
   */
  public PortfolioReader.Result read() {
    if (whole == null) {
      FolderReader folder = begun;
      begun = null;
      try {
        whole = folder == null ? reader.read(source) : folder.rest();
        findings = whole.findings();
      } catch (IOException e) {
        throw SiruException.unreadable(source, e);
      }
    }
    return whole;
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
   * @return the portfolio; empty where it has to be read whole, because something is wrong with it or the reference parser has to read
   *     a file: then whatever was handed over counts for nothing
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where the source cannot be read
   */
  public Optional<Portfolio> read(
      Set<RecordType> released, int threads, Function<? super Portfolio, ? extends BiConsumer<? super RecordType, ? super Batch>> taker) {
    FolderReader folder = begun();
    if (folder == null) {
      return Optional.empty();
    }
    begun = null;
    try {
      return read(folder, released, threads, taker);
    } catch (IOException e) {
      throw SiruException.unreadable(source, e);
    }
  }

  private Optional<Portfolio> read(
      FolderReader folder,
      Set<RecordType> released,
      int threads,
      Function<? super Portfolio, ? extends BiConsumer<? super RecordType, ? super Batch>> taker)
      throws IOException {
    folder.facts(reader.pace(), type -> !released.contains(type));
    if (folder.hasErrors()) {
      return Optional.empty();
    }
    PortfolioBuilder builder = folder.builder();
    Optional<Portfolio> known = builder.outline(released);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    BiConsumer<? super RecordType, ? super Batch> takes = taker.apply(known.get());
    released.forEach(type -> builder.release(type, batch -> takes.accept(type, batch)));
    if (!folder.facts(new FolderReader.Pace(threads, reader.pace().segment()), released::contains)) {
      return Optional.empty();
    }
    PortfolioReader.Result result = folder.finish();
    if (result.portfolio().isEmpty() || !areAllKept(result.findings())) {
      return Optional.empty();
    }
    findings = result.findings();
    return result.portfolio();
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
