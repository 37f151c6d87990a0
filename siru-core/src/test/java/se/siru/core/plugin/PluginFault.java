package se.siru.core.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.siru.core.plugin.PluginReport.Reason;

/**
 * One thing that a plugin may do, and what becomes of it. {@link PluginFaultsTest} tries each in every mode, found on the class path and in
 * a folder, and holds the page {@code docs/reference/plugin-faults.md} to this list.
 *
 * @param number ours; it stays with the fault
 * @param what the plugin does
 * @param stage when it does it, which decides what becomes of it
 * @param reason why the plugin is not at work, if it is not
 * @param told part of what is told; of a plugin that does no harm, its result
 * @param budget how long one call may take
 * @param fixture makes the plugin
 */
record PluginFault(
    int number, String what, Stage stage, Optional<Reason> reason, String told, Duration budget, Fixture fixture) {
  /** So long that no computer is too slow. */
  static final Duration AMPLE = Duration.ofMinutes(1);

  /** All faults in order of their numbers. */
  static List<PluginFault> all() {
    List<PluginFault> all = new ArrayList<>(AdmissionFaults.ALL);
    all.addAll(CodeFaults.ALL);
    return all;
  }

  /** When something goes wrong, and what becomes of it by default, in a lenient and in a strict host. */
  enum Stage {
    /** While the plugin is found and asked what it brings. */
    ADMISSION("found and asked", "left out and told; all others work", "left out and told; all others work", "no host"),
    /** Two plugins claim one name. */
    CONFLICT("put beside others", "no host", "both left out and told; all others work", "no host"),
    /** Nothing goes wrong. */
    NONE("never", "works", "works", "works"),
    /** While an indicator is evaluated. */
    EVALUATION("evaluated", "its cells are `failed`; all else stands", "its cells are `failed`; all else stands", "no results"),
    /** While results are written. */
    EXPORT("written with", "that export fails", "that export fails", "that export fails"),
    /** What no host survives by right. */
    MACHINE("memory runs out", "passed on, with the plugin named", "passed on, with the plugin named", "passed on, with the plugin named");

    private final String when;
    private final String byDefault;
    private final String lenient;
    private final String strict;

    Stage(String when, String byDefault, String lenient, String strict) {
      this.when = when;
      this.byDefault = byDefault;
      this.lenient = lenient;
      this.strict = strict;
    }

    /** The row of the page. */
    String row() {
      return "| " + when + " | " + byDefault + " | " + lenient + " | " + strict + " |";
    }
  }

  /** Makes the jars of one plugin, or of two that quarrel. */
  interface Fixture {
    /**
     * Makes them.
     *
     * @param folder an empty folder, which the classes and jars may lie in
     * @param name the class of the plugin, of the package {@code p}
     * @param id its id
     */
    List<Path> jars(Path folder, String name, String id) throws IOException;
  }

  static PluginFault refused(int number, String what, Reason reason, String told, Fixture fixture) {
    Stage stage = reason == Reason.CONFLICT ? Stage.CONFLICT : Stage.ADMISSION;
    return new PluginFault(number, what, stage, Optional.of(reason), told, AMPLE, fixture);
  }

  static PluginFault of(int number, String what, Stage stage, String told, Fixture fixture) {
    return new PluginFault(number, what, stage, Optional.empty(), told, AMPLE, fixture);
  }

  PluginFault within(Duration newBudget) {
    return new PluginFault(number, what, stage, reason, told, newBudget, fixture);
  }

  /** A plugin with some members, in which {@code $ID} and {@code $NAME} stand for its id and class. */
  static Fixture plugin(String members) {
    return type(PluginFolder.plugin("$NAME", "$ID", members));
  }

  /** A plugin of a class, with classes beside it by the end of their names. */
  static Fixture type(String source, String... endsAndSources) {
    return (folder, name, id) -> {
      PluginFolder classes = new PluginFolder(folder);
      for (int i = 0; i < endsAndSources.length; i += 2) {
        classes.with(name + endsAndSources[i], filled(endsAndSources[i + 1], name, id));
      }
      return List.of(
          classes.with(name, filled(source, name, id)).listing("p." + name).jar(folder.resolve(id + ".jar")));
    };
  }

  /** What another fixture makes, with its class files changed before they are packed again. */
  static Fixture changed(Fixture fixture, Change change) {
    return (folder, name, id) -> {
      fixture.jars(folder, name, id);
      Files.delete(folder.resolve(id + ".jar"));
      PluginFolder classes = new PluginFolder(folder);
      change.to(classes, name);
      return List.of(classes.jar(folder.resolve(id + ".jar")));
    };
  }

  /** Changes classes or the list of plugins. */
  interface Change {
    void to(PluginFolder classes, String name);
  }

  private static String filled(String source, String name, String id) {
    return source.replace("$NAME", name).replace("$ID", id);
  }

  /** The row of the page. */
  String row() {
    String why = reason.map(each -> "`" + each.code() + "`").orElse("");
    return "| " + number + " | " + what + " | " + stage.when + " | " + why + " | " + (stage == Stage.NONE ? "" : "… " + shown() + " …") + " |";
  }

  private String shown() {
    return "`" + told.replace("$ID", "ID").replace("p.$NAME", "CLASS") + "`";
  }

  /** The jars, in a folder that is made for them. */
  List<Path> jars(Path folder, String name, String id) {
    try {
      return fixture.jars(Files.createDirectories(folder), name, id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
