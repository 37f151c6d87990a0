package se.siru.core.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Row;

/** Reads the lowest nodes of a programme tree, each with the nodes above it and the days on which it was under way. */
final class Branches {
  private static final Set<String> WORK = Set.of("operation", "work-package");

  /** Id to the newest version of a node. */
  private final Map<String, Row> nodes = new LinkedHashMap<>();

  Branches(Portfolio portfolio) {
    portfolio.rows(ProgrammeNode.TYPE).forEach(row -> {
      String id = text(row, ProgrammeNode.ID);
      portfolio.find(ProgrammeNode.TYPE, id).ifPresent(newest -> nodes.put(id, newest));
    });
  }

  /** All of them; objectives without an operation are none, unless the tree has no operation at all. */
  List<CoverageOfType.Branch> all() {
    Set<String> parents = new HashSet<>();
    nodes.values().forEach(row -> parents.add(text(row, ProgrammeNode.PARENT)));
    boolean operations = nodes.values().stream().anyMatch(Branches::isWork);
    List<CoverageOfType.Branch> branches = new ArrayList<>();
    nodes.forEach((id, row) -> {
      if (!parents.contains(id) && (isWork(row) || !operations)) {
        branches.add(branch(id));
      }
    });
    return branches;
  }

  private static boolean isWork(Row row) {
    return WORK.contains(text(row, ProgrammeNode.LEVEL));
  }

  /** Days that a node does not state are those of the node above. */
  private CoverageOfType.Branch branch(String id) {
    Set<String> ids = new HashSet<>();
    LocalDate from = null;
    LocalDate until = null;
    for (Row at = nodes.get(id); at != null && ids.add(text(at, ProgrammeNode.ID)); at = parent(at)) {
      from = from == null ? at.get(ProgrammeNode.START) : from;
      until = until == null ? end(at) : until;
    }
    return new CoverageOfType.Branch(ids, from, until);
  }

  private @Nullable Row parent(Row row) {
    return nodes.get(text(row, ProgrammeNode.PARENT));
  }

  private static @Nullable LocalDate end(Row row) {
    LocalDate last = row.get(ProgrammeNode.END);
    return last == null ? null : last.plusDays(1);
  }

  private static String text(Row row, Field<String> field) {
    String text = row.get(field);
    return text == null ? "" : text;
  }
}
