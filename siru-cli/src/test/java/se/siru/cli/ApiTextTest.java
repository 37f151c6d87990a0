package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.siru.core.stability.Experimental;
import se.siru.core.stability.Provided;

/**
 * The API of each module as it was accepted lies beside its tests, so that whoever changes it sees that, and so does whoever reads the
 * change. {@code -Dsiru.api.accept=true} accepts what there is now.
 */
public class ApiTextTest { // public, as only members of public classes are seen
  private static final Map<String, Path> ACCEPTED = Map.of(
      "se.siru.core", Path.of("../siru-core/src/test/api/siru-core.api"),
      "se.siru.indicators", Path.of("../siru-indicators/src/test/api/siru-indicators.api"));

  @TestFactory
  Stream<DynamicTest> theApiIsWhatWasAccepted() throws IOException {
    return ModuleOnClassPath.ours().stream()
        .filter(module -> !module.exported().isEmpty())
        .map(module -> DynamicTest.dynamicTest(module.descriptor().name(), () -> {
          Path file = ACCEPTED.get(module.descriptor().name());
          String now = ApiText.of(module.exportedClasses());
          if (Boolean.getBoolean("siru.api.accept")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
          }
          assertEquals("", difference(Files.readString(file), now), () -> "the API differs from " + file.getFileName()
              + "; -Dsiru.api.accept=true accepts it, and docs/CHANGELOG.md says why");
        }));
  }

  /** Lines that are gone and lines that are new, each with the type that it belongs to. */
  private static String difference(String accepted, String now) {
    List<String> before = lines(accepted);
    List<String> after = lines(now);
    TreeSet<String> gone = new TreeSet<>(before);
    gone.removeAll(after);
    TreeSet<String> added = new TreeSet<>(after);
    added.removeAll(before);
    StringBuilder text = new StringBuilder();
    gone.forEach(line -> text.append("- ").append(line).append('\n'));
    added.forEach(line -> text.append("+ ").append(line).append('\n'));
    return text.toString();
  }

  private static List<String> lines(String api) {
    String[] type = {""};
    return api.lines().filter(line -> !line.isBlank()).map(line -> {
      if (!line.startsWith("  ")) {
        type[0] = line;
        return line;
      }
      return type[0] + ": " + line.strip();
    }).toList();
  }

  /** What the text of a type holds and what it leaves out. */
  @Provided(since = "0.1.0")
  public abstract static class Seen<T extends Comparable<T>> implements Comparable<T> {
    /** A constant. */
    public static final int ONE = 1;
    protected final List<? super T> many = List.of();
    int hidden;

    protected Seen(T first, int... rest) throws IOException {
      hidden = rest.length;
    }

    abstract void inside();

    /** A method with a variable of its own. */
    @Experimental(since = "0.1.0")
    public <E extends Exception> Map<String, E[]> typed(Class<E> type) throws E {
      throw new UnsupportedOperationException();
    }

    private static final class Unseen {}
  }

  @Test
  void theTextHoldsWhatUsersSeeAndNothingElse() {
    String name = "se.siru.cli.ApiTextTest$Seen";
    assertEquals(
        "public static abstract class " + name + "<T extends java.lang.Comparable<T>> implements java.lang.Comparable<T>\n"
            + "  @Experimental public <E extends java.lang.Exception> java.util.Map<java.lang.String, E[]> typed(java.lang.Class<E>) throws E\n"
            + "  @Provided\n"
            + "  protected final java.util.List<? super T> many\n"
            + "  protected new(T, int[]) throws java.io.IOException\n"
            + "  public static final int ONE\n",
        ApiText.of(Stream.of(Seen.class, Seen.Unseen.class)));
  }

  @Test
  void aDifferenceNamesTheTypeAndWhatIsGoneAndNew() {
    String difference = difference("public class A\n  public int a\n\npublic class B\n", "public class A\n  public long a\n\npublic class B\n");
    assertTrue(difference.startsWith("- public class A: public int a\n+ public class A: public long a"), difference);
  }
}
