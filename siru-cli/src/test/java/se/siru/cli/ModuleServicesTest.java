package se.siru.cli;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
}
