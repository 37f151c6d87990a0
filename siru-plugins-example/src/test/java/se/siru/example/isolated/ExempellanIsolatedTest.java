package se.siru.example.isolated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.contract.Sample;
import se.siru.core.disclosure.Audience;
import se.siru.core.evaluation.Results;
import se.siru.core.model.Periods;
import se.siru.core.plugin.Isolation;
import se.siru.core.plugin.Offering;
import se.siru.core.plugin.PluginReport;
import se.siru.core.plugin.PluginSource;
import se.siru.core.plugin.SiruPlugin;
import se.siru.core.portfolio.Portfolio;
import se.siru.example.ExempellanPlugin;

/** The plugin as a jar, in a process of its own and in the host's: the same results to the byte. */
class ExempellanIsolatedTest {
  @TempDir Path folder;

  private Path jar() throws IOException, URISyntaxException {
    Path classes = Path.of(ExempellanPlugin.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jar = folder.resolve("exempellan.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> own = Files.list(classes.resolve("se/siru/example"))) {
      for (Path each : own.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry("se/siru/example/" + each.getFileName()));
        Files.copy(each, out);
      }
      out.putNextEntry(new JarEntry("META-INF/services/" + SiruPlugin.class.getName()));
      out.write(ExempellanPlugin.class.getName().getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static String exported(Siru host, Results results, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    host.export(host.publish(results, Audience.INTERNAL), format, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void givesTheSameBytesInAProcessOfItsOwn() throws IOException, URISyntaxException {
    PluginSource jar = PluginSource.ofJar(jar());
    Isolation isolation = Isolation.standard().megabytes(64).time(Duration.ofMinutes(5));
    try (Siru host = Siru.load();
        Siru here = Siru.builder().plugins(jar).build();
        Siru apart = Siru.builder().plugins(jar).isolated(isolation).build()) {
      PluginReport.Entry entry = apart.plugins().loaded().get(0);
      assertEquals(List.of(new Offering(Offering.Kind.INDICATOR, "EX-01")), entry.provides());
      assertEquals("runs in a process of its own; therefore without format exempellan-markdown", entry.message());
      for (long seed = 1; seed <= 5; seed++) {
        Portfolio portfolio = Sample.random(host.schema(), seed, 40).portfolio();
        List<Results> results =
            Stream.of(here, apart)
                .map(siru ->
                    siru.evaluate(portfolio).indicators("EX-01").periods(Periods.parse("2018..2024/year,total"))
                        .by("clause", "sector,county").run())
                .toList();
        assertTrue(results.get(0).cells().anyMatch(cell -> cell.number().filter(number -> number.signum() > 0).isPresent()));
        for (String format : List.of("json", "csv", "table", "star", "exempellan-markdown")) {
          assertEquals(exported(host, results.get(0), format), exported(host, results.get(1), format), format);
        }
      }
    }
  }
}
