package se.siru.core.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import se.siru.core.disclosure.Publication;

/** What holds for every format. */
class FormatsTest {
  private static final List<String> FORMATS = List.of("csv", "json", "table");

  private static Stream<DynamicTest> forEach(Consumer<String> law) {
    return FORMATS.stream().map(format -> DynamicTest.dynamicTest(format, () -> law.accept(format)));
  }

  @TestFactory
  Stream<DynamicTest> theSamePublicationGivesTheSameTextInEveryLocaleAndZone() {
    return forEach(format -> {
      Publication publication = Samples.publication();
      String here = Samples.export(publication, format, "sv");
      for (String language : List.of("tr-TR", "ar-EG", "sv-SE", "hi-IN-u-nu-deva")) {
        assertEquals(
            here, Samples.abroad(language, () -> Samples.export(Samples.publication(), format, "sv")), language);
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> linesEndWithALineFeedAlone() {
    return forEach(format -> {
      String text = Samples.export(Samples.publication(), format, "sv");
      assertTrue(text.endsWith("\n"));
      assertFalse(text.contains("\r"));
    });
  }

  @TestFactory
  Stream<DynamicTest> formatsForMachinesDoNotDependOnTheLanguageAskedFor() {
    return Stream.of("csv", "json")
        .map(format -> DynamicTest.dynamicTest(format, () -> assertEquals(
            Samples.export(Samples.publication(), format, "sv"), Samples.export(Samples.publication(), format, "en"))));
  }
}
