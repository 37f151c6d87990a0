package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a compiler once wrote into plugins is still found by name, parameters and result, and nothing more is asked of plugins. */
class FrozenContractTest {
  @TempDir Path folder;

  private static String erased(Executable member) {
    return Arrays.stream(member.getParameterTypes()).map(Class::getName).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String text(Method method) {
    return (Modifier.isStatic(method.getModifiers()) ? "static " : "") + method.getReturnType().getName() + " " + method.getName()
        + erased(method);
  }

  private static String text(Field field) {
    return (Modifier.isStatic(field.getModifiers()) ? "static " : "") + field.getType().getName() + " " + field.getName();
  }

  /** The members that users of a class can name. */
  private static Set<String> members(Class<?> type, boolean inherited) {
    Method[] methods = inherited ? type.getMethods() : type.getDeclaredMethods();
    Constructor<?>[] constructors = type.getDeclaredConstructors();
    Field[] fields = inherited ? type.getFields() : type.getDeclaredFields();
    return Stream.of(
            Arrays.stream(methods).filter(method -> Modifier.isPublic(method.getModifiers())).map(FrozenContractTest::text),
            Arrays.stream(constructors).filter(each -> Modifier.isPublic(each.getModifiers())).map(each -> "new" + erased(each)),
            Arrays.stream(fields).filter(field -> Modifier.isPublic(field.getModifiers())).map(FrozenContractTest::text))
        .flatMap(members -> members)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Methods that whoever implements the type must have. */
  private static Set<String> asked(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .map(FrozenContractTest::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Class<?> today(String name) {
    try {
      return Class.forName(name, false, FrozenContractTest.class.getClassLoader());
    } catch (ClassNotFoundException gone) {
      return Void.class;
    }
  }

  private static URLClassLoader loader(Path classes, ClassLoader parent) throws IOException {
    return new URLClassLoader(new URL[] {classes.toUri().toURL()}, parent);
  }

  /** What of the classes in a folder is no longer so. */
  private static Set<String> gone(Path stubs) throws Exception {
    Set<String> gone = new TreeSet<>();
    try (URLClassLoader loader = loader(stubs, ClassLoader.getPlatformClassLoader())) {
      for (Path file : FrozenContract.files(stubs)) {
        String name = stubs.relativize(file).toString().replace('\\', '/').replace('/', '.').replaceFirst("\\.class$", "");
        Class<?> then = Class.forName(name, true, loader);
        Class<?> now = today(name);
        if (then.isInterface() != now.isInterface() || !Modifier.isPublic(now.getModifiers())) {
          gone.add(name + ": " + (then.isInterface() ? "interface" : "class"));
        }
        Set<String> members = members(then, false);
        members.removeAll(members(now, true));
        members.forEach(member -> gone.add(name + ": " + member));
        for (Field constant : then.getFields()) {
          boolean copied = constant.getType().isPrimitive() && !then.getName().equals(Spi.class.getName());
          if (copied && !constant.get(null).equals(now.getField(constant.getName()).get(null))) {
            gone.add(name + ": the value of " + constant.getName());
          }
        }
      }
    }
    return gone;
  }

  @Test
  void everyMemberOfVersionOneIsStillThere() throws Exception {
    assertEquals(Set.of(), gone(new FrozenContract(1, folder).stubs()));
  }

  @Test
  void aMemberThatIsThereNoLongerIsNamed() throws Exception {
    Path stubs =
        new FrozenContract(1, folder)
            .with("public String title() {", "public int title() { return 0; }\n  public void gone() {")
            .with("UNKNOWN = Long.MIN_VALUE", "UNKNOWN = 7")
            .with("public interface Row {", "public abstract class Row {")
            .with("  default <T> Optional<T> find(", "  public <T> Optional<T> find(")
            .with("  <T> T get(", "  public abstract <T> T get(")
            .stubs();
    assertEquals(
        Set.of(
            "se.siru.core.indicator.IndicatorFunction$Selection: the value of UNKNOWN",
            "se.siru.core.model.Row: class",
            "se.siru.core.pack.Pack: int title()",
            "se.siru.core.pack.Pack: void gone()"),
        gone(stubs).stream().filter(line -> !line.contains("Row: new")).collect(Collectors.toSet()));
  }

  @Test
  void nothingMoreIsAskedOfPlugins() throws Exception {
    Path stubs = new FrozenContract(1, folder).stubs();
    List<String> implemented =
        List.of("plugin.SiruPlugin", "indicator.Accumulator", "indicator.IndicatorFunction", "export.Exporter", "pack.PackRenderer",
            "intake.RowReader");
    try (URLClassLoader loader = loader(stubs, ClassLoader.getPlatformClassLoader())) {
      for (String each : implemented) {
        String name = "se.siru.core." + each;
        Set<String> now = asked(today(name));
        assertEquals(asked(Class.forName(name, false, loader)), now, name);
        assertTrue(now.size() > 0, name);
      }
    }
  }
}
