package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.plugin.Spi;

/** {@code --plugins}: an agency's jar in a folder, without touching the class path. */
class PluginFolderTest {
  @TempDir Path folder;
  private Path plugins;

  @BeforeEach
  void aFolderWithAPlugin() throws IOException {
    plugins = Files.createDirectories(folder.resolve("plugins"));
    OwnPlugin.jar(OwnPlugin.SOUND, plugins.resolve("own/own.jar"));
  }

  @Test
  void itsIndicatorsAreListedBesideTheCatalogue() {
    CliRun run = CliRun.of("indicators", "OWN-1", "--plugins", plugins.toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.out().contains("All agreements"), run.out());
    assertEquals(ExitCode.USAGE, CliRun.of("indicators", "OWN-1").code());
  }

  @Test
  void theFolderMayStandBeforeTheCommandAndThePluginIsListed() {
    CliRun run = CliRun.of("--plugins", plugins.toString(), "plugins", "list");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.lines().contains("own 1.2.3  Own plugin"), run.out());
  }

  @Test
  void aDamagedJarIsToldAndTheRestGoesOn() throws IOException {
    Files.writeString(plugins.resolve("broken.jar"), "no jar");
    CliRun run = CliRun.of("indicators", "OWN-1", "--plugins", plugins.toString());
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertTrue(run.err().contains("plugin left out") && run.err().contains("broken.jar"), run.err());
  }

  @Test
  void aPluginCarriesTheVersionThatItWasCompiledAgainstAndNotTheOneThatItMeets() throws IOException {
    OwnPlugin.jarAgainst(Spi.VERSION + 1, plugins.resolve("own/own.jar"));
    CliRun run = CliRun.of("indicators", "OWN-1", "--plugins", plugins.toString());
    assertEquals(ExitCode.USAGE, run.code());
    String told = "own 1.2.3 (own.jar) spi-version: compiled against version " + (Spi.VERSION + 1) + ", and this host serves versions "
        + Spi.oldest() + " to " + Spi.VERSION + " of the plugin contract";
    assertTrue(run.err().contains(told), run.err());
    OwnPlugin.jarAgainst(Spi.oldest() - 1, plugins.resolve("own/own.jar"));
    assertTrue(CliRun.of("plugins", "list", "--plugins", plugins.toString()).out().contains("[spi-version: compiled against version 0"));
  }

  @Test
  void aFolderThatIsNotThereIsWrongUsage() {
    CliRun run = CliRun.of("indicators", "--plugins", folder.resolve("none").toString());
    assertEquals(ExitCode.USAGE, run.code());
    assertTrue(run.err().contains("folder of plugins"), run.err());
  }
}
