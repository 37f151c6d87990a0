package se.siru.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A run in a Java process of its own, in surroundings of one's choice.
 *
 * @param code the exit code
 * @param out standard output
 * @param err standard error
 */
record ChildRun(int code, String out, String err) {
  /** Runs Java with options and arguments; files for the two streams go into a folder. */
  static ChildRun java(Path folder, Map<String, String> environment, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    return new ChildRun(
        code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
  }

  /** Runs the command line from the classes of this test. */
  static ChildRun siru(Path folder, Map<String, String> environment, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    return java(folder, environment, all, arguments);
  }
}
