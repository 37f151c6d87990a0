package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java of every page is compiled and run, the blocks of a page one after the other in a {@link DocsFrame}. */
class DocsJavaTest {
  /** Pages whose blocks are members of a plugin and no statements, with the test that compares or compiles each of them. */
  private static final Map<String, String> MEMBERS = Map.of(
      "docs/how-to/write-a-plugin.md", "siru-plugins-example/src/test/java/se/siru/example/PluginPageTest.java",
      "docs/reference/spi.md", "siru-cli/src/test/java/se/siru/cli/SpiPageTest.java");

  /** What pages write that write something. That of the laws writes what they find, which is nothing. */
  private static final Map<String, Pattern> WRITTEN = Map.of(
      "README.md", Pattern.compile("(?s)\nSI-P01,2022-Q1,public,1,.*\nSI-P03,2022-Q1,,"),
      "docs/how-to/steering-group-pack.md", Pattern.compile("^# "));

  private static final Pattern NOTHING = Pattern.compile("^$");
  private static final Predicate<DocsBlock> IMPORTS = block -> block.text().startsWith("import ");

  /** A line {@code expression.value();  // what it is}. */
  private static final Pattern SAID = Pattern.compile("(?m)^(\\S.*\\.value\\(\\));\\s+// (.+)$");

  @TempDir Path classes;

  static List<String> pages() throws IOException {
    return DocsBlock.all("java").stream().map(DocsBlock::page).distinct().filter(page -> !MEMBERS.containsKey(page)).toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theBlocksOfAPageCompileAndRunInTheirOrderAndWriteWhatTheySay(String page) throws Exception {
    String written = run(page);
    assertTrue(WRITTEN.getOrDefault(page, NOTHING).matcher(written).find(), () -> page + " wrote\n" + written);
  }

  @Test
  void pagesOfMembersHaveATestOfTheirOwn() throws IOException {
    for (Map.Entry<String, String> each : MEMBERS.entrySet()) {
      assertFalse(DocsBlock.all("java").stream().filter(block -> block.page().equals(each.getKey())).toList().isEmpty(), each.getKey());
      String name = Path.of(each.getKey()).getFileName().toString();
      assertTrue(Files.readString(DocsBlock.ROOT.resolve(each.getValue())).contains('"' + name + '"'), each.getValue());
    }
  }

  private String run(String page) throws Exception {
    compile(page, source(DocsBlock.all("java").stream().filter(block -> block.page().equals(page)).toList()));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, DocsFrame.class.getClassLoader())) {
      return ((DocsFrame) loader.loadClass("org.example.Page").getConstructor().newInstance()).run();
    }
  }

  /** A page that states imports is held to them; for others, everything exported is imported. */
  private static String source(List<DocsBlock> blocks) throws IOException {
    String imports = blocks.stream().filter(IMPORTS).map(DocsBlock::text).collect(Collectors.joining());
    String statements = blocks.stream().filter(IMPORTS.negate()).map(DocsBlock::text).collect(Collectors.joining("\n"));
    return """
        package org.example;
        %s
        public final class Page extends se.siru.cli.DocsFrame {
          @Override
          protected void blocks() throws Exception {
        %s
          }
        }
        """.formatted(imports.isEmpty() ? everything() : imports, SAID.matcher(statements).replaceAll("isSaid(\"$2\", $1);"));
  }

  private static String everything() throws IOException {
    Stream<String> ours = ModuleOnClassPath.ours().stream()
        .filter(module -> List.of("se.siru.core", "se.siru.indicators").contains(module.descriptor().name()))
        .flatMap(module -> module.descriptor().exports().stream()).filter(export -> !export.isQualified())
        .map(export -> export.source());
    return Stream.concat(Stream.of("java.math", "java.time", "java.util"), ours)
        .map(name -> "import " + name + ".*;\n").collect(Collectors.joining());
  }

  private void compile(String page, String source) {
    JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///org/example/Page.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
    StringWriter told = new StringWriter();
    List<String> options = List.of("-classpath", System.getProperty("java.class.path"), "-d", classes.toString(), "-proc:none",
        "--release", "17", "-Xlint:deprecation,removal,unchecked,rawtypes", "-Werror");
    boolean compiled = ToolProvider.getSystemJavaCompiler().getTask(told, null, null, options, null, List.of(file)).call();
    assertTrue(compiled, () -> page + "\n" + told + source);
  }
}
