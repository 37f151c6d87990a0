package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.siru.core.stability.Experimental;
import se.siru.core.stability.Implementable;
import se.siru.core.stability.Provided;
import se.siru.core.stability.Stable;

/** Every public type says what it promises of later versions, and can keep it. */
public class StabilityTest { // public, as only members of public classes are seen
  @TestFactory
  Stream<DynamicTest> everyPublicTypeSaysWhatItPromisesAndCanKeepIt() throws IOException {
    return ModuleOnClassPath.ours().stream()
        .filter(module -> !module.exported().isEmpty())
        .map(module -> DynamicTest.dynamicTest(
            module.descriptor().name(), () -> assertEquals("", String.join("\n", StabilityRules.breaches(module.exportedClasses())))));
  }

  /** Each breaks one rule. */
  public interface Breaking {
    /** No mark. */
    final class Unmarked {}

    /** Two marks. */
    @Stable(since = "0.1.0")
    @Provided(since = "0.1.0")
    final class Twice {}

    /** No version. */
    @Stable(since = "soon")
    final class Undated {}

    /** A promise of an interface, by a class. */
    @Implementable(since = "0.1.0")
    final class NoInterface {}

    /** A value that others could implement. */
    @Stable(since = "0.1.0")
    interface OpenValue {}

    /** A class that others could extend. */
    @Provided(since = "0.1.0")
    class OpenClass {}

    /** It may go. */
    @Experimental(since = "0.1.0")
    final class Fleeting {
      /** It stays, within what may go. */
      @Stable(since = "0.1.0")
      public record Steady() {}
    }

    /** It promises what rests on what may go. */
    @Stable(since = "0.1.0")
    final class Resting {
      /** A generic mention. */
      public Map<String, ? extends List<Fleeting>> all() {
        return Map.of();
      }

      /** The same, told. */
      @Experimental(since = "0.1.0")
      public Fleeting told() {
        return new Fleeting();
      }
    }
  }

  @Test
  void eachBreachIsFound() {
    assertEquals(
        Set.of(
            "Fleeting$Steady promises more than the type around it",
            "NoInterface is no interface that others can implement",
            "OpenClass could be extended",
            "OpenValue is a value that others could implement or extend",
            "Twice has 2 marks of stability",
            "Undated is there since 'soon', which is no version",
            "Unmarked has 0 marks of stability",
            "public java.util.Map Resting.all() names Fleeting, which is experimental"),
        StabilityRules.breaches(Stream.concat(Stream.of(Breaking.class.getDeclaredClasses()), Stream.of(Breaking.Fleeting.Steady.class)))
            .stream().map(breach -> breach.replace(Breaking.class.getName() + "$", "")).collect(Collectors.toSet()));
  }
}
