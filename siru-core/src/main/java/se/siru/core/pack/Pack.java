package se.siru.core.pack;

import java.util.List;
import java.util.Objects;
import se.siru.core.stability.Experimental;

/**
 * A report as tables, in one language, the same for every format.
 *
 * <p>Immutable and thread-safe.
 */
@Experimental(since = "0.1.0")
public final class Pack {
  private final String language;
  private final String title;
  private final List<String> notes;
  private final List<PackSheet> sheets;

  Pack(String language, String title, List<String> notes, List<PackSheet> sheets) {
    this.language = Objects.requireNonNull(language, "language");
    this.title = Objects.requireNonNull(title, "title");
    this.notes = List.copyOf(notes);
    this.sheets = List.copyOf(sheets);
  }

  /** The language of all texts: {@code sv}, {@code en}. */
  public String language() {
    return language;
  }

  /** What stands first. */
  public String title() {
    return title;
  }

  /** What holds for the whole pack: the period, the day, the audience, the decision, how the status is judged. */
  public List<String> notes() {
    return notes;
  }

  /** The sheets, in order; the last one tells what stands behind the numbers. */
  public List<PackSheet> sheets() {
    return sheets;
  }
}
