package se.siru.core.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.siru.core.containment.ChildJvm;
import se.siru.core.indicator.RuleSet;
import se.siru.core.model.Schema;
import se.siru.core.parallel.Workers;

/** The plugins of a host that run in processes of their own. */
final class IsolatedPlugins {
  private static final int MOST_AT_ONCE = 4;

  private final List<IsolatedJars> jars;

  private IsolatedPlugins(List<IsolatedJars> jars) {
    this.jars = jars;
  }

  static IsolatedPlugins none() {
    return new IsolatedPlugins(List.of());
  }

  /** The jars that were found and not looked into. */
  static IsolatedPlugins of(Discovery discovery, Isolation isolation, Duration budget) {
    if (discovery.apart().isEmpty()) {
      return none();
    }
    List<Class<?>> own = new ArrayList<>();
    for (Discovery.Found found : discovery.found()) {
      if (found.isOwn()) {
        own.add(found.plugin().getClass());
      }
    }
    List<Path> classPath = isolation.classPath().isEmpty() ? LibraryPath.with(own) : isolation.classPath();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ChildJvm process = new ChildJvm(java, classPath, isolation.megabytes(), isolation.time());
    return new IsolatedPlugins(
        discovery.apart().stream().map(each -> new IsolatedJars(each, process, budget, discovery.excluded())).toList());
  }

  /** The rule sets that they bring. */
  List<RuleSet> ruleSets() {
    return told(RuleSet.defaults(), Schema.standard()).stream()
        .flatMap(told -> told.plugins().stream())
        .flatMap(plugin -> plugin.ruleSets().stream())
        .toList();
  }

  /**
   * Admits the plugins, whose indicators are made under a rule set.
   *
   * @param admitted those of this process, of which the library's own add to what fields and code lists there are
   * @param excluded ids and class names of those to leave out
   * @param entries takes what became of those that are not admitted
   */
  List<Contribution> admit(
      RuleSet rules, List<Contribution> admitted, Set<String> excluded, List<PluginReport.Entry> entries) {
    Schema known = Schema.standard();
    for (Contribution each : admitted) {
      if (each.own()) {
        known = each.addedTo(known);
      }
    }
    List<Contribution> apart = new ArrayList<>();
    for (IsolatedJars.Told told : told(rules, known)) {
      entries.addAll(told.problems());
      for (Contribution plugin : told.plugins()) {
        if (excluded.contains(plugin.id()) || excluded.contains(plugin.className())) {
          entries.add(Discovery.excluded(plugin));
        } else {
          apart.add(plugin);
        }
      }
    }
    return apart;
  }

  private List<IsolatedJars.Told> told(RuleSet rules, Schema known) {
    IsolatedJars.Told[] told = new IsolatedJars.Told[jars.size()];
    int atOnce = Math.min(MOST_AT_ONCE, Runtime.getRuntime().availableProcessors());
    Workers.each(atOnce, told.length, at -> told[at] = jars.get(at).tell(rules, known));
    return List.of(told);
  }
}
