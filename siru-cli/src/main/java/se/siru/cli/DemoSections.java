package se.siru.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.siru.core.Siru;
import se.siru.core.evaluation.Section;
import se.siru.core.evaluation.SectionReader;
import se.siru.core.model.Periods;

/** What the demo shows of each example: the parts of the programme, the same for all, then what only that example has. */
final class DemoSections {
  /**
   * What the brochure says that there is, but not how many: case studies, talks arranged together, tools taken up, processes. A count
   * over the one record that stands for them would be a number that nobody has stated, and a 0 would be wrong.
   */
  private static final Set<String> NOT_COUNTED =
      Set.of("RCO83a", "RCO84a", "RCO115a", "RCR104a", "SI-I07", "SI-I07.reach", "SI-R01");

  /** Figures of ties within networks, whose members the brochure does not name. */
  private static final String OF_NETWORKS = ".network";

  private DemoSections() {}

  /** The library with the indicators that only the demo has. */
  static Siru withDefinitions(Siru siru) throws IOException {
    try (InputStream in = open("definitions.json")) {
      return siru.withDefinitions(in, "definitions.json");
    }
  }

  /** The sections of an example. */
  static List<Section> of(String example) throws IOException {
    List<Section> sections = new ArrayList<>();
    for (Section part : read("parts.json")) {
      sections.add(example.equals(Example.BROCHURE) ? stated(part) : part);
    }
    sections.addAll(read(example + ".json"));
    return sections;
  }

  /** What the brochure can tell of a part. It dates nothing, so that its records count in all time alone. */
  private static Section stated(Section part) {
    List<String> indicators =
        part.indicators().stream().filter(code -> !NOT_COUNTED.contains(code) && !code.endsWith(OF_NETWORKS)).toList();
    return new Section(part.title(), part.about(), indicators, Periods.total(), part.by());
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
