package se.siru.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import se.siru.core.Siru;
import se.siru.core.evaluation.Section;
import se.siru.core.evaluation.SectionReader;
import se.siru.core.model.Periods;

/** What the demo shows of each example: the parts of the programme, the same for all, then what only that example has. */
final class DemoSections {
  private DemoSections() {}

  /** The library with the indicators that only the demo has. */
  static Siru withDefinitions(Siru siru) throws IOException {
    try (InputStream in = open("definitions.json")) {
      return siru.withDefinitions(in, "definitions.json");
    }
  }

  /** The sections of an example. The brochure dates nothing, so that its records count in all time alone. */
  static List<Section> of(String example) throws IOException {
    List<Section> sections = new ArrayList<>();
    for (Section part : read("parts.json")) {
      sections.add(
          example.equals(Example.BROCHURE)
              ? new Section(part.title(), part.about(), part.indicators(), Periods.total(), part.by())
              : part);
    }
    sections.addAll(read(example + ".json"));
    return sections;
  }

  private static List<Section> read(String file) throws IOException {
    try (InputStream in = open(file)) {
      return SectionReader.read(in, file);
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = DemoSections.class.getResourceAsStream("demo/" + file);
    if (in == null) {
      throw new IOException("demo/" + file + " is not in the jar");
    }
    return in;
  }
}
