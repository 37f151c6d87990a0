package se.siru.core;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The shape of the library: what may use what, what users see, and what is never taken from the surroundings. */
class ArchitectureTest {
  private static final String ROOT = "se.siru.core";
  private static final Path CLASSES = Path.of("target", "classes");

  /** Each package may use itself and those before it; the empty name is the root package with the façade. */
  private static final List<String> ORDER = List.of("stability", "parallel", "containment", "primitive", "lexical", "identifier", "identity", "text",
      "finding", "json", "document", "vocabulary", "law", "model", "portfolio", "indicator", "translation", "intake", "isolation", "evaluation",
      "disclosure",
      "export", "pack", "plugin", "contract", "conformance", "format", "release", "");

  /** Replaceable libraries: their types stay inside. */
  private static final List<String> INSIDE = List.of("com.google.", "com.fasterxml.", "org.slf4j.", "de.siegmar.");

  private static final JavaClasses LIBRARY = new ClassFileImporter().importPath(CLASSES);

  @Test
  void aPackageUsesOnlyItselfAndThoseAboveIt() {
    assertEquals(Set.of(), CodeRules.againstTheOrder(LIBRARY, ROOT, ORDER));
  }

  @Test
  void theOrderIsCheckedFromClassToClass() {
    List<String> reversed = Stream.iterate(ORDER.size() - 1, i -> i >= 0, i -> i - 1).map(ORDER::get).toList();
    assertFalse(CodeRules.againstTheOrder(LIBRARY, ROOT, reversed).isEmpty());
  }

  @Test
  void exportedSignaturesShowNoTypeOfAReplaceableLibrary() throws IOException {
    Set<String> exported = exportedPackages();
    assertFalse(exported.isEmpty());
    assertEquals(Set.of(), CodeRules.foreignTypesInSignatures(LIBRARY, exported, INSIDE));
  }

  @Test
  void aLeakIsFoundInEveryPartOfASignature() {
    JavaClasses leaks = new ClassFileImporter().importClasses(LeakySignatures.class);
    Set<String> found = CodeRules.foreignTypesInSignatures(leaks, Set.of(ROOT), INSIDE);
    assertEquals(4, found.size(), found::toString);
  }

  @Test
  void nothingIsTakenFromTheSurroundings() {
    assertEquals(Set.of(), CodeRules.surroundings(LIBRARY, ROOT + ".containment"));
  }

  @TestFactory
  Stream<DynamicTest> eachTakingFromTheSurroundingsIsFound() {
    return Stream.of(Takers.Output.class, Takers.Exit.class, Takers.Clock.class, Takers.Zone.class,
        Takers.Format.class, Takers.LowerCase.class, Takers.Bytes.class, Takers.Loader.class)
        .map(taker -> DynamicTest.dynamicTest(taker.getSimpleName(), () -> {
          JavaClasses one = new ClassFileImporter().importClasses(taker);
          assertEquals(1, CodeRules.surroundings(one, ROOT + ".containment").size());
        }));
  }

  @Test
  void everyPackageSaysWhereNullIsAllowed() {
    assertEquals(Set.of(), CodeRules.unmarkedPackages(LIBRARY));
  }

  @Test
  void everyExportedPackageIsDocumented() throws IOException {
    for (String name : exportedPackages()) {
      Path source = Path.of("src", "main", "java").resolve(name.replace('.', '/')).resolve("package-info.java");
      assertTrue(Files.readString(source).startsWith("/**"), name);
    }
  }

  @Test
  void aNameSaysWhatTheThingIs() {
    assertEquals(Set.of(), CodeRules.emptyNames(LIBRARY));
  }

  @Test
  void noStaticInitialisersLeadToEachOther() {
    assertEquals(Set.of(), InitialisationCircles.of(LIBRARY, ROOT));
  }

  @Test
  void aCircleOfStaticInitialisersIsFoundSaveWithinOneClass() {
    JavaClasses circles = new ClassFileImporter().importClasses(Circles.Maker.class, Circles.Reader.class, Circles.Caller.class,
        Circles.Parent.class, Circles.Child.class, Circles.Alone.class, Circles.Alone.Inside.class);
    String each = Circles.class.getName() + "$";
    assertEquals(
        Set.of(
            each + "Child and " + each + "Parent",
            each + "Caller and " + each + "Maker",
            each + "Caller and " + each + "Reader",
            each + "Maker and " + each + "Reader"),
        InitialisationCircles.of(circles, ROOT));
  }

  @Test
  void anEqualityThatIsWrittenOutComparesAllComponents() {
    assertEquals(Set.of(), CodeRules.componentsNotCompared(LIBRARY));
  }

  @Test
  void aComponentThatIsNotComparedIsFound() {
    JavaClasses records = new ClassFileImporter().importClasses(Compared.Made.class, Compared.Whole.class, Compared.Half.class);
    assertEquals(Set.of(Compared.Half.class.getName() + ".second"), CodeRules.componentsNotCompared(records));
  }

  private static Set<String> exportedPackages() throws IOException {
    try (var in = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
      return ModuleDescriptor.read(in).exports().stream().map(ModuleDescriptor.Exports::source).collect(toSet());
    }
  }

  /** Each takes one thing from its surroundings. */
  private static final class Takers {
    static final class Output {
      static final Object TAKEN = System.out;
    }

    static final class Exit {
      void take() {
        System.exit(1);
      }
    }

    static final class Clock {
      static final Object TAKEN = LocalDate.now();
    }

    static final class Zone {
      static final Object TAKEN = java.time.ZoneId.systemDefault();
    }

    static final class Format {
      static final String TAKEN = String.format("%d", 1);
    }

    static final class LowerCase {
      static final Function<String, String> TAKEN = String::toLowerCase;
    }

    static final class Bytes {
      static final byte[] TAKEN = "å".getBytes();
    }

    static final class Loader {
      static final Object TAKEN = Thread.currentThread().getContextClassLoader();
    }
  }

  /** Three make, read and call each other in a circle, two are parent and child, and one has all of its circle inside. */
  private static final class Circles {
    static final class Maker {
      static final Object MADE = new Reader();
    }

    static final class Reader {
      static final Object READ = Caller.CALLED;
    }

    static final class Caller {
      static final Object CALLED = Caller.call(Maker.MADE);

      static Object call(Object object) {
        return object;
      }
    }

    static class Parent {
      static final Parent CHILD = new Child();
    }

    static final class Child extends Parent {}

    static class Alone {
      static final Alone INSIDE = new Inside();
      static final Alone UNNAMED = new Alone() {};

      private static final class Inside extends Alone {}
    }
  }

  /** Records whose equality Java makes, or looks at both components, or at one. */
  private static final class Compared {
    record Made(int first, int second) {}

    record Whole(int first, int second) {
      @Override
      public boolean equals(Object object) {
        return object instanceof Whole whole && first == whole.first && second == whole.second;
      }

      @Override
      public int hashCode() {
        return 31 * first + second;
      }
    }

    record Half(int first, int second) {
      @Override
      public boolean equals(Object object) {
        return object instanceof Half half && first == half.first;
      }

      @Override
      public int hashCode() {
        return first;
      }
    }
  }
}
