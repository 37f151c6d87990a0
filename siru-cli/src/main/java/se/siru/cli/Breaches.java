package se.siru.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.siru.core.finding.Finding;

/** What several samples break, each breach once: what a definition lacks, it lacks on every sample. */
final class Breaches {
  private final Map<String, Finding> byText = new LinkedHashMap<>();

  /** Adds what a sample breaks; true where any of it is new. */
  boolean add(Collection<Finding> more) {
    int before = byText.size();
    more.forEach(each -> byText.putIfAbsent(each.toString(), each));
    return byText.size() > before;
  }

  /** All of them, in the order in which they were found. */
  List<Finding> all() {
    return List.copyOf(byText.values());
  }

  int count() {
    return byText.size();
  }
}
