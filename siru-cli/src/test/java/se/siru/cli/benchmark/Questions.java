package se.siru.cli.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forty questions: ten measures, each of all participations and of those at three kinds of activities. */
final class Questions {
  static final String ALL = "all";
  static final List<String> FILTERS = List.of(ALL, "process-workshop", "network-meeting", "dialogue-forum");

  private static final Map<String, String> ASKED = new LinkedHashMap<>();

  static {
    ASKED.put("rows", "\"aggregate\": \"count\"");
    ASKED.put("heads", "\"aggregate\": {\"sum\": \"heads\"}");
    ASKED.put("women", "\"aggregate\": {\"sum\": \"women\"}");
    ASKED.put("men", "\"aggregate\": {\"sum\": \"men\"}");
    ASKED.put("women-share", "\"formula\": \"[women] / ([women] + [men])\"");
    ASKED.put("organisations", "\"aggregate\": {\"distinct\": \"organisations\"}");
    ASKED.put("activities", "\"aggregate\": {\"distinct\": \"activity\"}");
    ASKED.put("organisers", "\"aggregate\": {\"distinct\": \"activity.organisers\"}");
    ASKED.put("mean-heads", "\"aggregate\": {\"mean\": \"heads\"}");
    ASKED.put("heads-per-organisation", "\"formula\": \"[heads] / [organisations]\"");
  }

  static final List<String> MEASURES = List.copyOf(ASKED.keySet());

  private Questions() {}

  static String id(String measure, String filter) {
    return "bench:" + measure + "-" + filter;
  }

  /** The questions as a file of definitions. An empty status means attended, an empty role participant. */
  static String definitions() {
    List<String> definitions = new ArrayList<>();
    for (String filter : FILTERS) {
      ASKED.forEach((measure, asked) -> definitions.add(definition(measure, filter, asked)));
    }
    return "{\"siru\": \"siru-definitions/1\", \"indicators\": [\n" + String.join(",\n", definitions) + "\n]}\n";
  }

  /** What the command line is asked; the definitions are in a file. */
  static List<String> arguments(Path folder, Path definitions, Path out) {
    return List.of(
        "evaluate",
        folder.toString(),
        "--definitions",
        definitions.toString(),
        "--indicators",
        "bench:*",
        "--periods",
        "2021..2023/quarter",
        "--by",
        "sector",
        "--by",
        "county",
        "--by",
        "municipality",
        "--format",
        "csv",
        "--out",
        out.toString(),
        "--quiet");
  }

  private static String definition(String measure, String filter, String asked) {
    String name = measure + ", " + filter;
    String named = "\"name\": {\"sv\": \"" + name + "\", \"en\": \"" + name + "\"}";
    String start = "  {\"id\": \"" + id(measure, filter) + "\", " + named + ",\n    ";
    if (asked.startsWith("\"formula\"")) {
      return start + asked.replace("[", "[bench:").replace("]", "-" + filter + "]") + "}";
    }
    String kind = filter.equals(ALL) ? "" : ", {\"activity.kind\": \"" + filter + "\"}";
    return start
        + "\"over\": \"participation\", \"where\": {\"all\": [\n"
        + "      {\"any\": [{\"status\": \"attended\"}, {\"status\": {\"known\": false}}]},\n"
        + "      {\"any\": [{\"role\": \"participant\"}, {\"role\": {\"known\": false}}]}"
        + kind
        + "]},\n    "
        + asked
        + "}";
  }
}
