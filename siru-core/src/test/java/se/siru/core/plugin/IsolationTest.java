package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.containment.ChildJvm;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.RuleSet;
import se.siru.core.isolation.EvaluationAnswer;
import se.siru.core.isolation.EvaluationRequest;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Value;
import se.siru.core.plugin.PluginReport.Reason;
import se.siru.core.portfolio.Portfolio;

/** What cannot be stopped within a process: plugins in processes of their own, and a host that goes on with everybody else's numbers. */
class IsolationTest {
  /** With time enough for a machine that has much else to do. */
  private static final Isolation SMALL = Isolation.standard().megabytes(64).time(Duration.ofMinutes(5));

  private static final String SPIN = "while (true) { Thread.onSpinWait(); }";

  @TempDir Path sources;
  @TempDir Path plugins;
  private int folders;

  private void plugin(String id, String members) throws IOException {
    PluginFolder folder = new PluginFolder(Files.createDirectory(sources.resolve("f" + folders++)));
    folder.withPlugin("P", id, members).listing("p.P").jar(plugins.resolve(id + ".jar"));
  }

  private static Portfolio portfolio() {
    var portfolio = Portfolio.builder();
    portfolio.add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build());
    portfolio.add(Stakeholder.TYPE.row("s").build());
    for (int i = 0; i < 6; i++) {
      portfolio.add(
          Agreement.TYPE.row("a" + i).with(Agreement.SUPPLIER, "s").with(Agreement.PARTNERSHIP, i % 2 == 0 ? "iop" : "none").build());
    }
    return portfolio.build();
  }

  /** Members of a plugin with an indicator whose condition is code. */
  private static String counting(String id, String code) {
    return "static boolean test(se.siru.core.model.Row row) { try { " + code + " }"
        + " catch (java.io.IOException | InterruptedException e) { throw new IllegalStateException(e); } }"
        + " static void never() throws java.io.IOException, InterruptedException {}"
        + " public java.util.List<se.siru.core.indicator.Indicator> indicators() { return java.util.List.of("
        + " se.siru.core.indicator.Indicator.measure(\"" + id + ":contracts\").code(\"" + id.toUpperCase(java.util.Locale.ROOT) + "\")"
        + ".over(se.siru.core.model.Agreement.TYPE)"
        + ".where(se.siru.core.model.Condition.of(\"as the code says\", P::test)).count().build()); }";
  }

  @BeforeEach
  void aGoodPlugin() throws IOException {
    plugin("good", counting("good", "never(); return \"iop\".equals(row.get(se.siru.core.model.Agreement.PARTNERSHIP));"));
  }

  /** A plugin of the application, which stays in its process. */
  private static final class HostPlugin implements SiruPlugin {
    @Override
    public PluginDescriptor descriptor() {
      return PluginDescriptor.of("host", "Host", "1", Spi.VERSION);
    }

    @Override
    public List<Indicator> indicators() {
      return List.of(
          Indicator.measure("host:all").code("HOST").over(Agreement.TYPE).where(Condition.of("all", row -> true)).count().build());
    }
  }

  private Siru.Builder siru(Isolation isolation) {
    return Siru.builder().plugins(PluginSource.ofPlugins(new HostPlugin()).and(PluginSource.ofDirectory(plugins))).isolated(isolation);
  }

  private static Results evaluate(Siru siru) {
    return siru.evaluate(portfolio()).indicators("HOST", "GOOD", "BAD").run();
  }

  private static void assertGoodStands(Results results) {
    assertEquals(Value.Quantity.of(3), results.cell("GOOD", "total").value());
    assertEquals(Value.Quantity.of(6), results.cell("HOST", "total").value());
  }

  private static boolean isFailed(Cell cell) {
    return cell.value() instanceof Value.Absent absent && absent.reason() == Value.Reason.FAILED;
  }

  /** What became of the indicator of a plugin; the numbers of others stand. */
  private static String failure(Results results, String code) {
    assertGoodStands(results);
    assertTrue(isFailed(results.cell(code, "total")), () -> results.cell(code, "total").toString());
    String note = ((Value.Absent) results.cell(code, "total").value()).note().in("en");
    List<Finding> failed =
        results.findings().stream()
            .filter(finding -> finding.rule().id().equals("evaluation.code-failed") && finding.arguments().containsValue(code))
            .toList();
    assertEquals(1, failed.size(), failed::toString);
    String told = String.valueOf(failed.get(0).arguments().get("reason"));
    assertTrue(note.startsWith(told.substring(0, Math.min(told.length(), 60))), told);
    return note;
  }

  private String failure(Siru.Builder builder) {
    try (Siru siru = builder.build()) {
      assertEquals(List.of(), siru.plugins().rejected());
      return failure(evaluate(siru), "BAD");
    }
  }

  @Test
  void aFolderMayBeNamedRelativeToTheHostsOwn() throws IOException {
    Path relative = Path.of("").toAbsolutePath().relativize(plugins.toAbsolutePath());
    try (Siru siru = Siru.builder().plugins(PluginSource.ofDirectory(relative)).isolated(SMALL).build()) {
      assertEquals(List.of(), siru.plugins().rejected());
      assertEquals(Value.Quantity.of(3), siru.evaluate(portfolio()).indicators("GOOD").run().cell("GOOD", "total").value());
    }
  }

  private record Fault(String name, String code, String becomes) {}

  @TestFactory
  Stream<DynamicTest> whatACallDoesToItsProcessIsAFailureOfThatPluginAlone() throws IOException {
    List<Fault> faults = faults();
    for (int i = 0; i < faults.size(); i++) {
      plugin("bad" + i, counting("bad" + i, faults.get(i).code));
    }
    try (Siru siru = siru(SMALL).pluginBudget(Duration.ofMinutes(2)).build()) {
      assertEquals(List.of(), siru.plugins().rejected());
      Results results = siru.evaluate(portfolio()).indicators("HOST", "GOOD", "BAD*").threads(2).run();
      return IntStream.range(0, faults.size()).mapToObj(i -> DynamicTest.dynamicTest(faults.get(i).name, () -> {
        String failure = failure(results, "BAD" + i);
        assertTrue(failure.startsWith(faults.get(i).becomes), failure);
      }));
    }
  }

  private static List<Fault> faults() {
    String answer = "java.nio.file.Path.of(System.getProperty(\"java.io.tmpdir\")).resolve(\"answer.json\")";
    return List.of(
            new Fault("System.exit", "never(); System.exit(3); return true;", "ended its process with exit code 3"),
            new Fault("System.exit with success", "never(); System.exit(0); return true;", "ended its process with exit code 0"),
            new Fault("Runtime.halt", "never(); Runtime.getRuntime().halt(9); return true;", "ended its process with exit code 9"),
            new Fault("it says why before", "never(); System.out.println(\"so\\nlong\"); System.exit(1); return true;",
                "ended its process with exit code 1; it printed: so long"),
            new Fault("it floods the output",
                "never(); for (int i = 0; i < 20_000; i++) { System.out.println(\"x\".repeat(1_000)); } System.exit(1); return true;",
                "ended its process with exit code 1; it printed: xxx"),
            new Fault("memory", "never(); java.util.List<long[]> all = new java.util.ArrayList<>(); while (true) { all.add(new long[1 << 20]); }",
                "used up its memory of 64 MB"),
            new Fault("it dies while it answers", "java.nio.file.Files.writeString(" + answer + ", \"{\\\"siru\\\":\"); never();"
                + " Runtime.getRuntime().halt(86); return true;", "gave an answer that is refused: "),
            new Fault("it answers garbage", "java.nio.file.Files.write(" + answer + ", new byte[] {1, 2, 3}); never();"
                + " Runtime.getRuntime().halt(86); return true;", "gave an answer that is refused: "),
            new Fault("it answers for others", "java.nio.file.Files.writeString(" + answer
                + ", \"{\\\"siru\\\":\\\"siru-isolated-answer/1\\\",\\\"measures\\\":[{\\\"id\\\":\\\"siru:support\\\",\\\"rows\\\":[]}]}\");"
                + " never(); Runtime.getRuntime().halt(86); return true;",
                "gave an answer that is refused: it tells of 'siru:support', which was not asked for"),
            new Fault("it answers with nothing", "java.nio.file.Files.writeString(" + answer
                + ", \"{\\\"siru\\\":\\\"siru-isolated-answer/1\\\",\\\"measures\\\":[]}\"); never(); Runtime.getRuntime().halt(86);"
                + " return true;", "gave an answer that is refused: it tells of 0 indicators, and 1 were asked for"),
            new Fault("it removes its task", "java.nio.file.Files.delete(" + answer + ".resolveSibling(\"task.json\")); never();"
                + " Runtime.getRuntime().halt(86); return true;", "ended without an answer"),
            new Fault("a crash of the machine",
                "try { Class<?> unsafe = Class.forName(\"sun.misc.Unsafe\"); java.lang.reflect.Field field = unsafe.getDeclaredField(\"theUnsafe\");"
                    + " field.setAccessible(true); unsafe.getMethod(\"putLong\", long.class, long.class).invoke(field.get(null), 8L, 1L); }"
                    + " catch (ReflectiveOperationException e) { throw new IllegalStateException(e); } never(); return true;",
                "ended its process with exit code 1; it printed: "),
            new Fault("it throws, as in the host's process", "never(); throw new IllegalStateException(\"on purpose\");",
                "java.lang.IllegalStateException: on purpose"));
  }

  @Test
  void aFolderIsFoundFromWhereTheHostRunsAndNotFromWhereItsProcessDoes() {
    Path relative = Path.of("").toAbsolutePath().relativize(plugins.toAbsolutePath());
    PluginSource source = PluginSource.ofPlugins(new HostPlugin()).and(PluginSource.ofDirectory(relative));
    try (Siru siru = Siru.builder().plugins(source).isolated(SMALL).build()) {
      assertEquals(List.of(), siru.plugins().rejected());
      assertGoodStands(siru.evaluate(portfolio()).indicators("HOST", "GOOD").run());
    }
  }

  @Test
  void aLoopThatHeedsNothingEndsWithItsBudgetAndItsThreadWithItsProcess() throws IOException {
    plugin("bad", counting("bad", "never(); " + SPIN));
    long before = ProcessHandle.current().descendants().count();
    String failure = failure(siru(SMALL).pluginBudget(Duration.ofSeconds(2)));
    assertEquals("gave no result within 2 s and was left running, since it does not heed interrupts", failure);
    assertEquals(before, ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count());
  }

  @Test
  void aProcessThatTakesTooLongIsStopped() throws IOException {
    Files.delete(plugins.resolve("good.jar"));
    plugin("bad", "public P() { if (System.nanoTime() != 0) " + SPIN + " }");
    try (Siru siru = siru(SMALL.time(Duration.ofSeconds(3))).pluginBudget(Duration.ofHours(1)).build()) {
      PluginReport.Entry entry = siru.plugins().rejected().get(0);
      assertEquals(Optional.of(Reason.TIMED_OUT), entry.reason());
      assertEquals("asked what it brings, the plugin was stopped after 3 s", entry.message());
      assertEquals(Value.Quantity.of(6), siru.evaluate(portfolio()).indicators("HOST").run().cell("HOST", "total").value());
    }
  }

  private record Discovered(String name, String members, Reason reason, String becomes) {}

  private static List<Discovered> discovered() {
    return List.of(
            new Discovered("exit in the constructor", "public P() { System.exit(3); }", Reason.FAILED,
                "asked what it brings, the plugin ended its process with exit code 3"),
            new Discovered("exit in a static initialiser", "static { Runtime.getRuntime().halt(4); }", Reason.FAILED,
                "asked what it brings, the plugin ended its process with exit code 4"),
            new Discovered("memory in the constructor", "public P() { long[][] all = new long[1 << 10][]; for (int i = 0;; i++) all[i] = new long[1 << 20]; }",
                Reason.FAILED, "asked what it brings, the plugin used up its memory of 64 MB"),
            new Discovered("it throws", "public P() { throw new IllegalStateException(\"on purpose\"); }", Reason.FAILED,
                "the constructor threw java.lang.IllegalStateException: on purpose"),
            new Discovered("names of others", PluginFolder.indicator("siru:contracts", "B1"), Reason.BAD_CONTENT,
                "the indicator 'siru:contracts' must be bad4:kebab-name"));
  }

  @TestFactory
  Stream<DynamicTest> whatItDoesWhenItIsAskedWhatItBringsLeavesItOut() throws IOException {
    List<Discovered> all = discovered();
    for (int i = 0; i < all.size(); i++) {
      plugin("bad" + i, all.get(i).members);
    }
    try (Siru siru = siru(SMALL).build()) {
      assertEquals(all.size(), siru.plugins().rejected().size(), () -> siru.plugins().rejected().toString());
      assertGoodStands(siru.evaluate(portfolio()).indicators("HOST", "GOOD").run());
      return IntStream.range(0, all.size()).mapToObj(i -> DynamicTest.dynamicTest(all.get(i).name, () -> {
        PluginReport.Entry entry =
            siru.plugins().rejected().stream().filter(each -> each.origin().equals("bad" + i + ".jar")).findFirst().orElseThrow();
        assertEquals(Optional.of(all.get(i).reason), entry.reason(), entry::toString);
        assertTrue(entry.message().startsWith(all.get(i).becomes), entry::message);
      }));
    }
  }

  @Test
  void aConstructorThatNeverReturnsIsLeftOutInTime() throws IOException {
    plugin("bad", "public P() { " + SPIN.replace("}", "if (Thread.currentThread() == null) break; }") + " }");
    try (Siru siru = siru(SMALL).pluginBudget(Duration.ofSeconds(5)).build()) {
      PluginReport.Entry entry = siru.plugins().rejected().get(0);
      assertEquals(Optional.of(Reason.TIMED_OUT), entry.reason());
      assertTrue(siru.catalogue().find("GOOD").isPresent());
    }
  }

  /** However long the process takes to start, it is stopped, and without the loop it would answer. */
  @Test
  void aProcessThatTakesTooLongToEvaluateIsStopped() throws IOException {
    plugin("bad", counting("bad", "never(); " + SPIN));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ChildJvm process = new ChildJvm(java, LibraryPath.with(List.of()), 64, Duration.ofSeconds(3));
    IsolatedJars jars =
        new IsolatedJars(
            new Discovery.NamedJars("bad.jar", List.of(plugins.resolve("bad.jar"))), process, Duration.ofHours(1), Set.of());
    Measure measure = Indicator.measure("bad:contracts").over(Agreement.TYPE).count().build();
    EvaluationAnswer answer =
        jars.plugin("bad", RuleSet.defaults())
            .evaluate(
                new EvaluationRequest(portfolio(), List.of(measure), Periods.parse("total"), List.of(), false, 1, Duration.ofHours(1)));
    assertEquals("was stopped after 3 s", answer.failure());
  }

  @Test
  void aPluginThatIsExcludedByItsClassIsNotEvenMade() throws IOException {
    Path seen = sources.resolve("seen");
    String constructor =
        "public Bad() { try { java.nio.file.Files.createFile(java.nio.file.Path.of(\"" + seen + "\")); }"
            + " catch (java.io.IOException e) { throw new IllegalStateException(e); } System.exit(3); }";
    new PluginFolder(Files.createDirectory(sources.resolve("excluded")))
        .withPlugin("Bad", "bad", constructor).listing("p.Bad").jar(plugins.resolve("bad.jar"));
    try (Siru siru = siru(SMALL).strict().exclude("p.Bad").build()) {
      PluginReport.Entry entry = siru.plugins().rejected().get(0);
      assertEquals(Optional.of(Reason.EXCLUDED), entry.reason());
      assertEquals("p.Bad", entry.className());
      assertEquals("värden utelämnar det", entry.message("sv"));
      assertGoodStands(siru.evaluate(portfolio()).indicators("HOST", "GOOD").run());
    }
    assertFalse(Files.exists(seen));
  }

  @Test
  void aValueOutsideTheRangeIsRefusedWhoeverWroteTheAnswer() throws IOException {
    String answer = "java.nio.file.Path.of(System.getProperty(\"java.io.tmpdir\")).resolve(\"answer.json\")";
    String forged =
        "{\\\"siru\\\":\\\"siru-isolated-answer/1\\\",\\\"measures\\\":[{\\\"id\\\":\\\"bad:contracts\\\",\\\"rows\\\":[{\\\"codes\\\":{},"
            + "\\\"cells\\\":[{\\\"value\\\":\\\"-5\\\",\\\"records\\\":1,\\\"unknown\\\":0}]}],\\\"cautions\\\":[]}]}";
    plugin("bad", counting("bad", "java.nio.file.Files.writeString(" + answer + ", \"" + forged + "\"); never();"
        + " Runtime.getRuntime().halt(86); return true;"));
    try (Siru siru = siru(SMALL).build()) {
      Results results = evaluate(siru);
      assertGoodStands(results);
      Value.Absent absent = (Value.Absent) results.cell("BAD", "total").value();
      assertEquals(Value.Reason.FAILED, absent.reason());
      assertEquals("-5 lies outside the declared range, at least 0", absent.note().in("en"));
      assertTrue(results.findings().stream().anyMatch(finding -> finding.rule().id().equals("evaluation.out-of-range")));
    }
  }

  @Test
  void aStrictRunFailsWithTheProcessOfAPlugin() throws IOException {
    plugin("bad", counting("bad", "never(); System.exit(3); return true;"));
    try (Siru siru = siru(SMALL).strict().build()) {
      SiruException refused = assertThrows(SiruException.class, () -> evaluate(siru));
      assertEquals(ErrorCode.PLUGINS, refused.code());
      assertTrue(refused.getMessage().contains("BAD (bad): ended its process with exit code 3"), refused::getMessage);
      assertEquals(List.of("evaluation.failed-strictly"), refused.findings().stream().map(each -> each.rule().id()).toList());
      assertEquals(Value.Quantity.of(3), siru.evaluate(portfolio()).indicators("GOOD").run().cell("GOOD", "total").value());
    }
  }

  @Test
  void aPluginIsAskedTwiceInTwoProcessesWhereDeterminismIsVerified() throws IOException {
    Path seen = sources.resolve("seen");
    String file = "java.nio.file.Path.of(\"" + seen + "\")";
    plugin("bad", "static Boolean first; " + counting("bad", "if (first == null) { first = java.nio.file.Files.notExists(" + file + ");"
        + " if (first) { java.nio.file.Files.createFile(" + file + "); } } never(); return first;"));
    try (Siru siru = siru(SMALL).build()) {
      Results results = siru.evaluate(portfolio()).indicators("HOST", "GOOD", "BAD").verifyDeterminism().threads(1).run();
      assertGoodStands(results);
      Value.Absent absent = (Value.Absent) results.cell("BAD", "total").value();
      assertEquals(Value.Reason.FAILED, absent.reason());
      assertTrue(absent.note().in("en").startsWith("not deterministic: "), () -> absent.note().in("en"));
    }
  }

  @Test
  void noClassOfAnIsolatedPluginIsLoadedInTheHost() throws IOException {
    Path seen = sources.resolve("seen");
    plugin("bad", "static { try { java.nio.file.Files.writeString(java.nio.file.Path.of(\"" + seen + "\"),"
        + " Long.toString(ProcessHandle.current().pid())); } catch (java.io.IOException e) { throw new IllegalStateException(e); } }"
        + PluginFolder.indicator("bad:contracts", "BAD"));
    try (Siru siru = siru(SMALL).build()) {
      assertEquals(Value.Quantity.of(6), evaluate(siru).cell("BAD", "total").value());
      assertFalse(Files.readString(seen).equals(Long.toString(ProcessHandle.current().pid())));
    }
  }

  @Test
  void itsProcessKnowsNextToNothingOfTheHost() throws IOException {
    String secrets = "never(); return System.getenv().keySet().stream().allMatch(java.util.Set.of(\"LC_ALL\", \"LC_CTYPE\", \"LANG\")::contains)"
        + " && System.in.read() < 0 && java.util.Locale.getDefault().equals(java.util.Locale.ENGLISH)"
        + " && java.util.TimeZone.getDefault().getID().equals(\"UTC\")"
        + " && !System.getProperty(\"java.class.path\").contains(\"junit\");";
    plugin("bad", counting("bad", secrets));
    try (Siru siru = siru(SMALL).build()) {
      assertEquals(Value.Quantity.of(6), evaluate(siru).cell("BAD", "total").value());
    }
  }

  @Test
  void nothingIsLeftInTheTemporaryFolder() throws IOException {
    plugin("bad", counting("bad", "java.nio.file.Files.createTempFile(\"siru-plugin-\", \".left\"); never(); return true;"));
    try (Siru siru = siru(SMALL).build()) {
      evaluate(siru);
    }
    try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertTrue(left.noneMatch(each -> each.getFileName().toString().endsWith(".left")));
    }
  }
}
