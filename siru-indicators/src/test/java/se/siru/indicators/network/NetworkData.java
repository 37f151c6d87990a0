package se.siru.indicators.network;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Networks that others have computed figures of. They are no part of the project: the variable SIRU_DATA names their folder. */
final class NetworkData {
  /** A comma that an even number of quotation marks follows stands outside them. */
  private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  private NetworkData() {}

  /** The rows of a CSV file without its header; tests that need it are skipped where it is not at hand. */
  static List<String[]> lines(String name) throws IOException {
    String root = System.getenv("SIRU_DATA");
    assumeTrue(root != null && !root.isBlank(), "SIRU_DATA names no folder with real data");
    List<String> lines = Files.readAllLines(Path.of(root, name), StandardCharsets.UTF_8);
    return lines.subList(1, lines.size()).stream().map(COMMA::split).toList();
  }

  /** Zachary's karate club, each tie a group of two; the attribute is the club that a member stayed with. */
  static EdgeSelection zachary() throws IOException {
    int[] clubs = new int[34];
    for (String[] node : lines("networks/zachary_nodes.csv")) {
      clubs[Integer.parseInt(node[0])] = node[1].equals("Officer") ? 1 : 0;
    }
    List<int[]> edges = new ArrayList<>();
    for (String[] edge : lines("networks/zachary_edges.csv")) {
      edges.add(new int[] {Integer.parseInt(edge[0]), Integer.parseInt(edge[1])});
    }
    return EdgeSelection.ofEdges(edges, clubs);
  }

  /** Marriages between the families of Florence, each a group of two; {@code names} is told who is who. */
  static EdgeSelection padgett(Map<String, Integer> names) throws IOException {
    List<int[]> edges = new ArrayList<>();
    for (String[] edge : lines("networks/padgett_marriage_edges.csv")) {
      edges.add(new int[] {number(names, edge[0]), number(names, edge[1])});
    }
    return EdgeSelection.ofEdges(edges, new int[names.size()]);
  }

  /** The women and events of Davis; group and node are the events and the women, or the other way round. */
  static EdgeSelection davis(boolean womenAreNodes) throws IOException {
    Map<String, Integer> women = new HashMap<>();
    Map<String, Integer> events = new HashMap<>();
    List<int[]> rows = new ArrayList<>();
    for (String[] attendance : lines("davis/attendance.csv")) {
      int woman = number(women, attendance[0]);
      int event = number(events, attendance[1]);
      rows.add(womenAreNodes ? new int[] {event, woman, 0} : new int[] {woman, event, 0});
    }
    return EdgeSelection.of(rows);
  }

  private static int number(Map<String, Integer> names, String name) {
    return names.computeIfAbsent(name, key -> names.size());
  }
}
