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
  /** Runs Java with options and arguments, in an environment that is added to that of this process. */
  static ChildRun java(Map<String, String> environment, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of(arguments));
    return of(environment, command);
  }

  /** Runs any command, in an environment that is added to that of this process. */
  static ChildRun of(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
    Path err = Files.createTempFile("siru", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new ChildRun(process.waitFor(), out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }

  /** Runs the command line from the classes of this test. */
  static ChildRun siru(Map<String, String> environment, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    return java(environment, all, arguments);
  }
}
