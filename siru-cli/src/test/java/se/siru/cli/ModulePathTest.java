package se.siru.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All other tests run on the class path; this one shows that the module descriptors are enough to run. */
class ModulePathTest {
  @Test
  void theCommandLineRunsOnTheModulePath() throws Exception {
    String modules = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes"))
        .collect(joining(File.pathSeparator));
    List<String> options = List.of("-p", modules, "-m", "se.siru.cli/se.siru.cli.Main");
    ChildRun run = ChildRun.java(Map.of(), options, "demo", "--quiet");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    assertEquals(CliRun.of("demo", "--quiet").out(), run.out());
  }
}
