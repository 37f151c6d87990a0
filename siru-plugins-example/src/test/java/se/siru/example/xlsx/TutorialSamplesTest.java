package se.siru.example.xlsx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The workbooks beside the tutorial are those that {@link TutorialSamples} makes, byte for byte. */
class TutorialSamplesTest {
  @Test
  void theSamplesAreWhatIsGenerated() throws IOException {
    Map<String, byte[]> generated = TutorialSamples.files();
    try (Stream<Path> kept = Files.list(TutorialSamples.FOLDER)) {
      assertEquals(generated.keySet(),
          kept.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
    }
    for (Map.Entry<String, byte[]> file : generated.entrySet()) {
      assertArrayEquals(file.getValue(), Files.readAllBytes(TutorialSamples.FOLDER.resolve(file.getKey())), file.getKey());
    }
  }
}
