package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Agreement;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Portfolio;

/**
 * Whatever a plugin does wrong, what becomes of it is what {@link PluginFault} says, by default, in a lenient and in a strict host, on
 * the class path and in a folder of plugins; and the plugin that is found after it gives the same bytes as ever.
 */
class PluginFaultsTest {
  private static final Portfolio PORTFOLIO = portfolio();

  @TempDir static Path folder;
  private static Path good;
  private static String goodResults;

  private enum Mode {
    DEFAULT,
    LENIENT,
    STRICT
  }

  private enum Place {
    CLASS_PATH,
    FOLDER
  }

  private static Portfolio portfolio() {
    var portfolio = Portfolio.builder();
    portfolio.add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build());
    portfolio.add(Stakeholder.TYPE.row("s").build());
    for (int i = 0; i < 3; i++) {
      String basis = i == 0 ? "procurement" : "grant";
      portfolio.add(Agreement.TYPE.row("a" + i).with(Agreement.SUPPLIER, "s").with(Agreement.LEGAL_BASIS, basis).build());
    }
    return portfolio.build();
  }

  @BeforeAll
  static void aGoodPlugin() throws IOException {
    good = new PluginFolder(Files.createDirectory(folder.resolve("z-good")))
        .withPlugin("Good", "good", PluginFolder.indicator("good:contracts", "G1")).listing("p.Good")
        .jar(folder.resolve("z-good.jar"));
    try (Host host = new Host(Place.CLASS_PATH, List.of(), folder)) {
      goodResults = results(host.builder(Mode.STRICT).build());
    }
  }

  /** A place with plugins, the good one last, and hosts of it. */
  private static final class Host implements AutoCloseable {
    private final PluginSource source;
    private final URLClassLoader loader;

    Host(Place place, List<Path> jars, Path empty) {
      try {
        List<Path> all = new ArrayList<>(jars);
        all.add(good);
        List<URL> urls = new ArrayList<>();
        for (Path jar : all) {
          urls.add(jar.toUri().toURL());
        }
        this.loader = new URLClassLoader(urls.toArray(URL[]::new), SiruPlugin.class.getClassLoader());
        if (place == Place.CLASS_PATH) {
          this.source = PluginSource.ofClassLoader(loader);
        } else {
          Path plugins = Files.createTempDirectory(empty, "plugins");
          for (Path jar : all) {
            Files.copy(jar, plugins.resolve(jar.getFileName()));
          }
          this.source = PluginSource.standard().and(PluginSource.ofDirectory(plugins));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    Siru.Builder builder(Mode mode) {
      Siru.Builder builder = Siru.builder().plugins(source).pluginBudget(PluginFault.AMPLE);
      return mode == Mode.STRICT ? builder.strict() : mode == Mode.LENIENT ? builder.lenient() : builder;
    }

    @Override
    public void close() throws IOException {
      loader.close();
    }
  }

  /** What the good plugin gives, as bytes in a file. */
  private static String results(Siru siru) {
    Results results = siru.evaluate(PORTFOLIO).indicators("G1").run();
    assertEquals(Value.Quantity.of(3), results.cell("G1", "total").value());
    return exported(siru, results, "csv");
  }

  private static String exported(Siru siru, Results results, String format) {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            throw new IllegalStateException("closed by a plugin");
          }
        };
    siru.export(siru.publish(results, Audience.INTERNAL), format, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @TestFactory
  Stream<DynamicNode> everyFault() {
    return PluginFault.all().stream().map(fault -> dynamicContainer(fault.number() + " " + fault.what(), tries(fault)));
  }

  private static Stream<DynamicNode> tries(PluginFault fault) {
    Path own = folder.resolve("f" + fault.number());
    List<Path> jars = fault.jars(own, "Bad", "bad");
    List<DynamicNode> tries = new ArrayList<>();
    for (Place place : Place.values()) {
      for (Mode mode : Mode.values()) {
        tries.add(dynamicTest(place + " " + mode, () -> attempt(fault, place, mode, jars, own)));
      }
    }
    return tries.stream();
  }

  private static void attempt(PluginFault fault, Place place, Mode mode, List<Path> jars, Path own) throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    try (Host host = new Host(place, jars, own)) {
      Siru.Builder builder = host.builder(mode);
      switch (fault.stage()) {
        case ADMISSION -> admission(fault, mode, builder.pluginBudget(fault.budget()));
        case CONFLICT -> conflict(fault, mode, place, jars, own);
        case NONE -> none(fault, builder);
        case EVALUATION -> evaluation(fault, mode, builder);
        case EXPORT -> export(fault, builder);
        case MACHINE -> machine(fault, builder);
      }
    }
    assertEquals(locale, Locale.getDefault());
    assertEquals(zone, TimeZone.getDefault());
    assertSame(context, Thread.currentThread().getContextClassLoader());
  }

  private static String told(PluginFault fault) {
    return fault.told().replace("$ID", "bad").replace("$NAME", "Bad");
  }

  private static void assertTold(PluginFault fault, String message) {
    assertTrue(message.contains(told(fault)), message);
  }

  private static SiruException refused(Siru.Builder builder) {
    SiruException refused = assertThrows(SiruException.class, builder::build);
    assertEquals(ErrorCode.PLUGINS, refused.code());
    return refused;
  }

  private static void admission(PluginFault fault, Mode mode, Siru.Builder builder) {
    if (mode == Mode.STRICT) {
      String message = refused(builder).getMessage();
      assertEquals(2, message.lines().count(), message);
      assertTrue(message.contains(fault.reason().orElseThrow().code() + ": "), message);
      assertTold(fault, message);
      return;
    }
    try (Siru siru = builder.build()) {
      List<PluginReport.Entry> rejected = siru.plugins().rejected();
      assertEquals(1, rejected.size(), rejected::toString);
      assertEquals(fault.reason(), rejected.get(0).reason());
      assertTrue(rejected.get(0).line("en").contains("bad.jar"), rejected.get(0)::toString);
      assertTold(fault, rejected.get(0).message());
      assertEquals(goodResults, results(siru));
    }
  }

  /** Whichever comes first. */
  private static void conflict(PluginFault fault, Mode mode, Place place, List<Path> jars, Path own) throws IOException {
    Set<String> told = new HashSet<>();
    for (List<Path> order : List.of(jars, List.of(jars.get(1), jars.get(0)))) {
      try (Host host = new Host(place, order, own)) {
        told.add(conflict(fault, mode, host.builder(mode)));
      }
    }
    assertEquals(1, told.size(), told::toString);
  }

  private static String conflict(PluginFault fault, Mode mode, Siru.Builder builder) {
    if (mode != Mode.LENIENT) {
      String message = refused(builder).getMessage();
      assertTold(fault, message);
      for (String part : List.of("p.BadA (badA.jar)", "p.BadB (badB.jar)", "exclude(", "prefer(")) {
        assertTrue(message.contains(part), message);
      }
      return message;
    }
    try (Siru siru = builder.build()) {
      List<PluginReport.Entry> rejected = siru.plugins().rejected();
      assertEquals(List.of("badA.jar", "badB.jar"), rejected.stream().map(PluginReport.Entry::origin).toList());
      rejected.forEach(entry -> assertEquals(fault.reason(), entry.reason()));
      assertEquals(goodResults, results(siru));
      return rejected.toString();
    }
  }

  private static void none(PluginFault fault, Siru.Builder builder) {
    try (Siru siru = builder.build()) {
      assertEquals(List.of(), siru.plugins().rejected());
      assertEquals(1, siru.plugins().loaded().stream().filter(entry -> entry.id().equals("bad")).count());
      if (siru.catalogue().find("bad-1").isPresent()) {
        Results results = siru.evaluate(PORTFOLIO).indicators("bad-1").threads(8).run();
        assertEquals(Value.Quantity.of(Long.parseLong(fault.told())), results.cell("bad-1", "total").value());
      } else {
        assertEquals(fault.told(), exported(siru, siru.evaluate(PORTFOLIO).indicators("G1").run(), "bad-text"));
      }
      assertEquals(goodResults, results(siru));
    }
  }

  private static void evaluation(PluginFault fault, Mode mode, Siru.Builder builder) {
    try (Siru siru = builder.build()) {
      assertEquals(List.of(), siru.plugins().rejected());
      var evaluation = siru.evaluate(PORTFOLIO).indicators("bad-1", "G1").by("legal-basis").verifyDeterminism()
          .pluginBudget(fault.budget());
      if (mode == Mode.STRICT) {
        SiruException refused = assertThrows(SiruException.class, evaluation::run);
        assertEquals(ErrorCode.PLUGINS, refused.code());
        assertTold(fault, refused.getMessage());
        assertEquals(
            List.of("evaluation.failed-strictly bad-1 bad"),
            refused.findings().stream()
                .map(each -> each.rule() + " " + each.arguments().get("indicator") + " " + each.arguments().get("provider"))
                .toList());
      } else {
        Results results = evaluation.run();
        Value.Absent absent = (Value.Absent) results.cell("bad-1", "total").value();
        assertEquals(Value.Reason.FAILED, absent.reason());
        assertTold(fault, absent.note().in("en"));
        assertEquals(Value.Quantity.of(3), results.cell("G1", "total").value());
      }
      assertEquals(goodResults, results(siru));
    }
  }

  private static void export(PluginFault fault, Siru.Builder builder) {
    try (Siru siru = builder.build()) {
      Results results = siru.evaluate(PORTFOLIO).indicators("G1").run();
      SiruException refused = assertThrows(SiruException.class, () -> exported(siru, results, "bad-text"));
      assertEquals(ErrorCode.PLUGINS, refused.code());
      if (fault.number() == 76) {
        // The first export is only there to leave its stream behind.
        refused = assertThrows(SiruException.class, () -> exported(siru, results, "bad-text"));
      }
      assertTold(fault, refused.getMessage());
      assertEquals(goodResults, results(siru));
    }
  }

  private static void machine(PluginFault fault, Siru.Builder builder) {
    OutOfMemoryError error =
        assertThrows(
            OutOfMemoryError.class,
            () -> {
              try (Siru siru = builder.build()) {
                siru.evaluate(PORTFOLIO).indicators("bad-1").run();
              }
            });
    assertEquals("none left", error.getMessage());
    assertTold(fault, error.getSuppressed()[0].getMessage());
    try (Siru siru = builder.exclude("p.Bad").build()) {
      assertEquals(goodResults, results(siru));
    }
  }
}
