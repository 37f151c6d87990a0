package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The one jar of the command line; runs after {@code package}, when the jar exists. */
class ShadedJarTest {
  private static final Path JAR = Path.of("target", "siru.jar");

  @Test
  void holdsEveryProviderOfEveryModule() throws IOException {
    Map<String, Set<String>> modules = new TreeMap<>();
    for (ModuleOnClassPath module : ModuleOnClassPath.ours()) {
      module.services().forEach((service, providers) ->
          modules.computeIfAbsent(service, any -> new TreeSet<>()).addAll(providers));
    }
    Map<String, Set<String>> merged = ModuleOnClassPath.servicesOfJar(JAR);
    merged.keySet().removeIf(service -> !service.startsWith("se.siru."));
    assertFalse(modules.isEmpty());
    assertEquals(modules, merged);
  }

  @Test
  void holdsNoModuleDescriptorAndNoSignatureOfASingleJar() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      List<String> left = jar.stream().map(ZipEntry::getName)
          .filter(name -> name.endsWith("module-info.class") || name.matches("META-INF/[^/]*\\.(SF|DSA|RSA)"))
          .toList();
      assertEquals(List.of(), left);
    }
  }

  @Test
  void isStartedByTheCommandLineAndReadsClassesByJavaVersion() throws IOException {
    try (var jar = new JarFile(JAR.toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertEquals("se.siru.cli.Main", manifest.getValue(Attributes.Name.MAIN_CLASS));
      assertEquals("true", manifest.getValue(Attributes.Name.MULTI_RELEASE));
    }
  }

  @Test
  void keepsTheApacheLicenceOnceAndTheLicencesOfItsParts() throws IOException {
    try (var jar = new JarFile(JAR.toFile()); var in = jar.getInputStream(jar.getEntry("META-INF/LICENSE"))) {
      String licences = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(2, licences.split("Version 2.0, January 2004", -1).length);
      assertTrue(licences.contains("MIT License"));
    }
  }
}
