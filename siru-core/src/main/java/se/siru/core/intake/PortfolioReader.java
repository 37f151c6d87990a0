package se.siru.core.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Severity;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioCheck;
import se.siru.core.stability.Experimental;
import se.siru.core.stability.Provided;

/**
 * Reads a portfolio and checks all of it in one go: from a folder with {@code datapackage.json} and CSV files, from one JSON
 * document ({@code .json}), or from JSON Lines ({@code .jsonl}) whose first line is the document without its records.
 *
 * <p>Thread-safe.
 */
@Provided(since = "0.1.0")
public final class PortfolioReader {
  private static final int MOST_THREADS = 4;

  private final Schema schema;
  private final FolderReader.Pace pace;
  private final boolean hashes;
  private final PortfolioCheck check;
  private final @Nullable Catalogue catalogue;

  private PortfolioReader(
      Schema schema, FolderReader.Pace pace, boolean hashes, PortfolioCheck check, @Nullable Catalogue catalogue) {
    this.schema = schema;
    this.pace = pace;
    this.hashes = hashes;
    this.check = check;
    this.catalogue = catalogue;
  }

  /**
   * A portfolio that was read, and what was found.
   *
   * @param portfolio the portfolio; empty where any finding is an error
   * @param findings everything that was found, also warnings about a portfolio that is good
   */
  @Provided(since = "0.1.0")
  public record Result(Optional<Portfolio> portfolio, Findings findings) {
    /**
     * The portfolio.
     *
     * @throws SiruException with {@link ErrorCode#REFUSED_INPUT} and all findings where it was refused
     */
    public Portfolio orThrow() {
      return portfolio.orElseThrow(() -> {
        String first =
            findings.list().stream().filter(f -> f.severity() == Severity.ERROR).findFirst().map(Finding::toString).orElse("");
        return new SiruException(
            ErrorCode.REFUSED_INPUT, findings.count(Severity.ERROR) + " errors, such as " + first, findings.list());
      });
    }
  }

  /** A reader that knows the standard record types. */
  public static PortfolioReader standard() {
    return of(Schema.standard());
  }

  /** A reader that knows given record types and code lists, which a portfolio may add to. */
  public static PortfolioReader of(Schema schema) {
    int processors = Runtime.getRuntime().availableProcessors();
    FolderReader.Pace pace = new FolderReader.Pace(Math.min(MOST_THREADS, processors), FolderReader.SEGMENT);
    return new PortfolioReader(requireNonNull(schema, "schema"), pace, true, PortfolioCheck.none(), null);
  }

  /**
   * A reader that uses so many threads for large files, the caller's among them; what it reads is the same with any number. One
   * for each processor, but no more than four, where it is not set.
   *
   * @throws IllegalArgumentException where the number is below 1
   */
  public PortfolioReader threads(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("threads " + number);
    }
    return new PortfolioReader(schema, new FolderReader.Pace(number, pace.segment()), hashes, check, catalogue);
  }

  /** A reader that takes about so many bytes of a large file at a time. */
  PortfolioReader segments(int length) {
    return new PortfolioReader(schema, new FolderReader.Pace(pace.threads(), length), hashes, check, catalogue);
  }

  /**
   * A reader that does not work out the SHA-256 of files whose description states none: for whoever does not tell or seal the
   * sources, since hashing is a good part of reading. A hash that is stated is checked all the same.
   */
  public PortfolioReader withoutHashes() {
    return new PortfolioReader(schema, pace, false, check, catalogue);
  }

  /**
   * A reader that holds portfolios to more than this library's own rules, where all cells could be read; in place of what was said before.
   */
  public PortfolioReader heldTo(PortfolioCheck further) {
    return new PortfolioReader(schema, pace, hashes, requireNonNull(further, "further"), catalogue);
  }

  /**
   * A reader that holds the indicators which a portfolio brings against a catalogue, too: names that are taken in it, or that neither it
   * nor the portfolio defines. Without one, they are read as they stand, and {@code Siru.withDefinitions(portfolio)} tells the rest.
   */
  public PortfolioReader beside(Catalogue indicators) {
    return new PortfolioReader(schema, pace, hashes, check, requireNonNull(indicators, "indicators"));
  }

  private BroughtDefinitions brought(Findings findings) {
    return new BroughtDefinitions(catalogue, findings);
  }

  FolderReader folder(Path source) {
    return new FolderReader(source, schema, pace, hashes, check, brought(new Findings()));
  }

  FolderReader.Pace pace() {
    return pace;
  }

  PortfolioCheck check() {
    return check;
  }

  /**
   * Reads what an evaluation has to know of a portfolio before it begins, and leaves what can be evaluated while it is read: see {@link
   * UnreadPortfolio}.
   *
   * @throws SiruException as {@link #read} does
   */
  @Experimental(since = "0.1.0")
  public UnreadPortfolio open(Path source) {
    return UnreadPortfolio.open(this, requireNonNull(source, "source"));
  }

  /**
   * Reads a portfolio.
   *
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where the source is not there or cannot be read
   */
  public Result read(Path source) {
    requireNonNull(source, "source");
    Findings findings = new Findings();
    try {
      if (Files.isDirectory(source)) {
        return folder(source).read();
      }
      String name = String.valueOf(source.getFileName());
      if (name.endsWith(".json")) {
        return new Result(new DocumentReader(source, schema, check, brought(findings)).readDocument(), findings);
      }
      if (name.endsWith(".jsonl")) {
        return new Result(new DocumentReader(source, schema, check, brought(findings)).readLines(), findings);
      }
      if (!Files.exists(source)) {
        List<Path> earlier = FolderRemains.earlier(source);
        if (!earlier.isEmpty()) {
          throw new SiruException(
              ErrorCode.UNREADABLE,
              "cannot read " + source + ": a writing was broken off while replacing it; " + earlier.get(0)
                  + " is what was there: rename it, or import again");
        }
        throw new NoSuchFileException(source.toString());
      }
    } catch (IOException e) {
      throw SiruException.unreadable(source, e);
    }
    throw new SiruException(ErrorCode.UNREADABLE, "cannot read " + source + ": it is no folder, .json or .jsonl file");
  }
}
