package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import se.siru.core.Siru;
import se.siru.core.evaluation.Results;
import se.siru.core.model.Periods;
import se.siru.core.portfolio.Portfolio;

/** What the Java of a page has at hand where it does not make it itself: a host, a portfolio, its results, and somewhere to write. */
public abstract class DocsFrame {
  protected final Siru siru = Siru.load();
  protected final Portfolio portfolio =
      siru.read(Path.of("src", "main", "resources", "se", "siru", "cli", "examples", "exempellan"));
  protected final Results results =
      siru.evaluate(portfolio).indicators("SI-P01", "SI-P04").periods(Periods.parse("2023")).by("county").run();
  protected final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Stands before {@code java.lang.System} on the page, so that what it prints is kept and not shown. */
  protected static final class System {
    public static PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    private System() {}
  }

  /** The blocks of the page, one after the other. */
  protected abstract void blocks() throws Exception;

  /** A value beside what the page says that it is. */
  protected static void isSaid(String said, Object value) {
    assertEquals(said, String.valueOf(value));
  }

  /** Runs the page; what it wrote. */
  final String run() throws Exception {
    System.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    blocks();
    return out.toString(StandardCharsets.UTF_8);
  }
}
