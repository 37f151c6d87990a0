package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The comparison with a release (profile {@code compatibility}) is of what the modules export and of nothing else. */
class CompatibilityProfileTest {
  private static final Pattern EXCLUDED = Pattern.compile("<exclude>(se\\.siru\\.[\\w.]+)</exclude>");

  @Test
  void everyPackageThatNobodyMayUseIsLeftOut() throws IOException {
    Set<String> excluded =
        EXCLUDED.matcher(Files.readString(Path.of("../pom.xml"))).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    Set<String> missed = new TreeSet<>();
    Set<String> inVain = new TreeSet<>(excluded);
    for (ModuleOnClassPath module : ModuleOnClassPath.ours()) {
      Set<String> exported = module.exported();
      if (exported.isEmpty()) {
        continue;
      }
      for (String name : module.classes()) {
        String inPackage = name.substring(0, name.lastIndexOf('.'));
        Set<String> by = excluded.stream().filter(each -> (inPackage + ".").startsWith(each + ".")).collect(Collectors.toSet());
        inVain.removeAll(by);
        if (by.isEmpty() != exported.contains(inPackage)) {
          missed.add(inPackage);
        }
      }
    }
    assertTrue(excluded.size() > 3);
    assertEquals(Set.of(), missed);
    assertEquals(Set.of(), inVain);
  }
}
