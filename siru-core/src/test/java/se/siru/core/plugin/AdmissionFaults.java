package se.siru.core.plugin;

import static se.siru.core.plugin.PluginFault.changed;
import static se.siru.core.plugin.PluginFault.of;
import static se.siru.core.plugin.PluginFault.plugin;
import static se.siru.core.plugin.PluginFault.refused;
import static se.siru.core.plugin.PluginFault.type;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.siru.core.plugin.PluginFault.Fixture;
import se.siru.core.plugin.PluginFault.Stage;
import se.siru.core.plugin.PluginReport.Reason;

/** What a plugin may do wrong before it is at work: how it is made, listed, packed, described and what it brings. */
final class AdmissionFaults {
  private static final String COUNT = PluginFolder.indicator("$ID:value", "$ID-1");
  private static final String LIST = "META-INF/services/se.siru.core.plugin.SiruPlugin";

  private AdmissionFaults() {}

  static final List<PluginFault> ALL =
      List.of(
          refused(1, "the constructor throws", Reason.FAILED, "threw java.lang.IllegalStateException: out of order",
              plugin("public $NAME() { throw new IllegalStateException(\"out of order\"); }")),
          refused(2, "the constructor recurses for ever", Reason.FAILED, "threw java.lang.StackOverflowError",
              plugin("public $NAME() { again(); } void again() { again(); again(); }")),
          refused(3, "the constructor never comes back and heeds no interrupt", Reason.TIMED_OUT, "gave no result within 2 s",
              plugin("public $NAME() { while (true) try { new java.util.concurrent.CountDownLatch(1).await(); }"
                  + " catch (InterruptedException e) { continue; } }"))
              .within(Duration.ofSeconds(2)),
          refused(4, "the constructor changes the default locale", Reason.FAILED, "changed the default locale, which was put back",
              plugin("public $NAME() { Locale.setDefault(Locale.forLanguageTag(\"tr\")); }")),
          refused(5, "the constructor changes the context class loader", Reason.FAILED,
              "changed the context class loader, which was put back",
              plugin("public $NAME() { Thread.currentThread().setContextClassLoader(null); }")),
          refused(6, "the static initialiser throws", Reason.FAILED, "threw java.lang.ArithmeticException: / by zero",
              plugin("static int zero = 0; static int broken = 1 / zero;")),
          refused(7, "a class whose static initialiser threw is used again", Reason.FAILED,
              "Exception java.lang.ArithmeticException: / by zero",
              type(
                  PluginFolder.plugin("$NAME", "$ID",
                      "public $NAME() { try { $NAMEBroken.use(); } catch (ExceptionInInitializerError e) { return; } }"
                          + " public List<Indicator> indicators() { $NAMEBroken.use(); return List.of(); }"),
                  "Broken", "package p; class $NAMEBroken { static int zero = 0; static int broken = 1 / zero; static void use() {} }")),
          refused(8, "the constructor is private", Reason.NOT_A_PLUGIN, "with a public constructor without arguments",
              plugin("private $NAME() {}")),
          refused(9, "no constructor is without arguments", Reason.NOT_A_PLUGIN, "with a public constructor without arguments",
              plugin("public $NAME(int size) {}")),
          refused(10, "the class is not public", Reason.NOT_A_PLUGIN, "a plugin is a public class",
              type(PluginFolder.plugin("$NAME", "$ID", "public $NAME() {}").replace("public class", "class"))),
          refused(11, "the class is abstract", Reason.NOT_A_PLUGIN, "not abstract",
              type(PluginFolder.plugin("$NAME", "$ID", "").replace("public class", "public abstract class"))),
          refused(12, "the listed class is absent", Reason.NOT_A_PLUGIN, "not found",
              changed(plugin(""), PluginFolder::without)),
          refused(13, "the listed class is no plugin", Reason.NOT_A_PLUGIN, "not a subtype",
              type("package p; public class $NAME {}")),
          refused(14, "a superclass is missing", Reason.NOT_LINKED, "a library of the plugin is missing",
              changed(
                  type(PluginFolder.plugin("$NAME", "$ID", "").replace("implements SiruPlugin", "extends $NAMEBase"),
                      "Base", "package p; public abstract class $NAMEBase implements se.siru.core.plugin.SiruPlugin {}"),
                  (classes, name) -> classes.without(name + "Base"))),
          refused(15, "it was compiled for a newer Java", Reason.NOT_LINKED, "run on a newer Java",
              changed(plugin(""), PluginFolder::ofTheFuture)),
          refused(16, "a line of the list is malformed: the whole list is lost", Reason.UNREADABLE_LIST,
              "no plugin listed in that file was loaded",
              changed(plugin(""), (classes, name) -> classes.listing("p." + name, "not a class name"))),
          refused(17, "the list begins with a byte order mark", Reason.UNREADABLE_LIST,
              "UTF-8 without byte order mark",
              changed(plugin(""), (classes, name) -> classes.listing("\ufeffp." + name))),
          refused(18, "the jar is no jar", Reason.UNREADABLE_JAR, "none of its classes can be used",
              (folder, name, id) -> List.of(Files.writeString(folder.resolve(id + ".jar"), "no jar"))),
          refused(19, "the jar is cut short", Reason.UNREADABLE_JAR, "none of its classes can be used", cutShort()),
          refused(20, "the list within the jar is damaged", Reason.UNREADABLE_LIST, "no plugin listed in that file was loaded",
              damagedList()),
          of(21, "the class is listed twice", Stage.NONE, "3",
              changed(plugin(COUNT), (classes, name) -> classes.listing("p." + name, "p." + name))),
          refused(22, "two plugins have one id", Reason.CONFLICT, "plugin id '$ID' is claimed by", quarrel("$ID", "$ID")),
          refused(23, "two plugins claim one code", Reason.CONFLICT, "indicator code 'ONE' is claimed by", quarrel("$ID", "$ID-too")),
          refused(24, "the id is null", Reason.FAILED, "threw java.lang.NullPointerException",
              type(PluginFolder.plugin("$NAME", "$ID", "").replace("\"$ID\"", "null"))),
          named(25, "the id is blank", "\" \""),
          named(26, "the id has 10,000 letters", "\"a\".repeat(10_000)"),
          named(27, "the id has a control character", "\"a\\u0007b\""),
          named(28, "the id has a letter that looks like another", "\"g\\u043e\\u043ed\""),
          named(29, "the id is a path", "\"../x\""),
          named(30, "the id has a capital letter", "\"Agency\""),
          refused(31, "the id belongs to the library", Reason.BAD_DESCRIPTOR, "belongs to this library",
              type(PluginFolder.plugin("$NAME", "siru-csv", ""))),
          refused(32, "it was compiled against a version of the contract that is not served", Reason.SPI_VERSION,
              "compiled against version 2, and this host serves versions 1 to 1 of the plugin contract",
              type(PluginFolder.plugin("$NAME", "$ID", "").replace("\"1\", 1)", "\"1\", 2)"))),
          refused(33, "it calls a method that is no longer there", Reason.NOT_LINKED,
              "compiled against version 1, and this host serves versions 1 to 1 of the plugin contract",
              older("public List<Indicator> indicators() { $NAMEOld.old(); return List.of(); }",
                  "public static void old() {}", "")),
          refused(34, "it lacks a method that was added since", Reason.NOT_LINKED,
              "compiled against version 1, and this host serves versions 1 to 1 of the plugin contract",
              older("public List<Indicator> indicators() { new $NAMEOld() {}.call(); return List.of(); }",
                  "public void call() {}", "public void call() { added(); } abstract void added();")),
          bringing(35, "a method throws", Reason.FAILED, "indicators() threw java.lang.IllegalStateException",
              "throw new IllegalStateException();"),
          bringing(36, "a method throws an AssertionError", Reason.FAILED, "indicators() threw java.lang.AssertionError",
              "throw new AssertionError();"),
          bringing(37, "a method throws a checked exception that it does not declare", Reason.FAILED,
              "indicators() threw java.io.IOException",
              "throw $NAME.<RuntimeException>sneak(new java.io.IOException());"),
          bringing(38, "a method gives null", Reason.BAD_CONTENT, "indicators() gave null", "return null;"),
          bringing(39, "a method gives a list with null in it", Reason.BAD_CONTENT, "indicators() gave a list with null in it",
              "return Arrays.asList((Indicator) null);"),
          refused(40, "a name lies in a namespace of others", Reason.BAD_CONTENT, "must be $ID:kebab-name",
              plugin(PluginFolder.indicator("good:value", "$ID-1"))),
          refused(41, "an indicator is computed with what nobody brings", Reason.BAD_CONTENT, "which no plugin at work brings",
              plugin("public List<Indicator> indicators() {"
                  + " return List.of(Indicator.formula(\"$ID:value\").code(\"$ID-1\").expression(\"[no-such]\").build()); }")),
          refused(42, "the name of a format is a path", Reason.FAILED, "Exporter.format() threw java.lang.IllegalArgumentException",
              plugin(CodeFaults.exporter("../../etc/x", "return LossReport.none();"))),
          of(43, "a list that was given is changed afterwards", Stage.NONE, "3",
              plugin("private final List<Indicator> given = new ArrayList<>();"
                  + " public List<Indicator> indicators() { given.add(Indicator.measure(\"$ID:value\").code(\"$ID-1\")"
                  + ".over(Agreement.TYPE).count().build()); return given; }"
                  + " public List<IndicatorFunction> functions() { given.clear(); return List.of(); }")),
          refused(44, "the class and the id pretend to be the library's", Reason.BAD_DESCRIPTOR, "belongs to this library",
              posing(PluginFolder.plugin("$NAME", "siru-$ID", ""))),
          refused(45, "the class pretends to be the library's, and its constructor changes the default locale", Reason.FAILED,
              "changed the default locale, which was put back",
              posing(PluginFolder.plugin("$NAME", "$ID", "public $NAME() { Locale.setDefault(Locale.forLanguageTag(\"tr\")); }"))),
          refused(46, "a method gives null instead of an Optional", Reason.BAD_CONTENT, "law() gave null",
              plugin("public Optional<se.siru.core.law.LawData> law() { return null; }")),
          bringing(47, "a condition is nested a thousand deep", Reason.FAILED,
              "conditions lie more than 64 deep in each other",
              "Condition deep = Condition.always(); for (int i = 0; i < 1_000; i++) { deep = new Condition.Not(deep); }"
                  + " return List.of(Indicator.measure(\"$ID:value\").code(\"$ID-1\").over(Agreement.TYPE).where(deep).count().build());"));

  private static PluginFault named(int number, String what, String expression) {
    return refused(number, what, Reason.BAD_DESCRIPTOR, "the plugin id is not kebab-case",
        type(PluginFolder.plugin("$NAME", "$ID", "").replace("\"$ID\"", expression)));
  }

  private static PluginFault bringing(int number, String what, Reason reason, String told, String body) {
    return refused(number, what, reason, told,
        plugin("public List<Indicator> indicators() { " + body + " } " + CodeFaults.SNEAK));
  }

  /** A plugin with a class beside it that has changed since the plugin was compiled. */
  private static Fixture older(String members, String then, String now) {
    return (folder, name, id) -> {
      plugin("").jars(folder, name + "Old", id);
      Files.delete(folder.resolve(id + ".jar"));
      PluginFolder classes = new PluginFolder(folder);
      String old = "package p; public abstract class " + name + "Old { ";
      classes.with(name + "Old", old + then + " }");
      classes.withPlugin(name, id, members.replace("$NAME", name));
      classes.with(name + "Old", old + now + " }");
      return List.of(classes.listing("p." + name).jar(folder.resolve(id + ".jar")));
    };
  }

  /** A plugin in the package of the standard indicators. */
  private static Fixture posing(String source) {
    return (folder, name, id) -> {
      String type = source.replace("package p;", "package se.siru.indicators;").replace("$NAME", name).replace("$ID", id);
      PluginFolder classes = new PluginFolder(folder).with(name, type).listing("se.siru.indicators." + name);
      return List.of(classes.jar(folder.resolve(id + ".jar")));
    };
  }

  private static Fixture quarrel(String id, String other) {
    return (folder, name, own) -> {
      List<Path> jars = new ArrayList<>();
      for (String each : List.of("A", "B")) {
        String its = (each.equals("A") ? id : other).replace("$ID", own);
        String members = PluginFolder.indicator(its + ":value", "ONE");
        PluginFolder classes = new PluginFolder(Files.createDirectory(folder.resolve(each)));
        jars.add(classes.withPlugin(name + each, its, members).listing("p." + name + each).jar(folder.resolve(own + each + ".jar")));
      }
      return jars;
    };
  }

  private static Fixture cutShort() {
    return (folder, name, id) -> {
      Path jar = plugin(COUNT).jars(folder, name, id).get(0);
      byte[] bytes = Files.readAllBytes(jar);
      Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
      return List.of(jar);
    };
  }

  /** The directory of the jar is whole, what it says of the list is not what lies there. */
  private static Fixture damagedList() {
    return (folder, name, id) -> {
      Path jar = plugin(COUNT).jars(folder, name, id).get(0);
      byte[] bytes = Files.readAllBytes(jar);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      int start = text.indexOf(LIST) + LIST.length();
      Arrays.fill(bytes, start, start + 8, (byte) 0xff);
      Files.write(jar, bytes);
      return List.of(jar);
    };
  }
}
