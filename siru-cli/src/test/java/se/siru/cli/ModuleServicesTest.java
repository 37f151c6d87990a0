package se.siru.cli;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.siru.core.plugin.SiruPlugin;

/** The module path reads {@code provides}, the class path {@code META-INF/services}: they must agree. */
class ModuleServicesTest {
  @Test
  void allModulesOfTheProjectAreOnTheClassPath() throws IOException {
    assertEquals(Set.of("se.siru.core", "se.siru.indicators", "se.siru.example", "se.siru.cli"),
        ModuleOnClassPath.ours().stream().map(module -> module.descriptor().name()).collect(toSet()));
  }

  @Test
  void servicesFilesListWhatTheDescriptorsProvide() throws IOException {
    for (ModuleOnClassPath module : ModuleOnClassPath.ours()) {
      assertEquals(module.provided(), module.services(), module.descriptor().name());
    }
  }

  @Test
  void noPluginIsForgotten() throws IOException {
    for (ModuleOnClassPath module : ModuleOnClassPath.ours()) {
      Set<String> listed = module.provided().getOrDefault(SiruPlugin.class.getName(), Set.of());
      assertEquals(module.classesOf(SiruPlugin.class), listed, module.descriptor().name());
      assertEquals(module.descriptor().name().equals("se.siru.cli"), listed.isEmpty(), module.descriptor().name());
    }
  }
}
