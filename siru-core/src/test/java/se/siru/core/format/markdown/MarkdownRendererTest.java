package se.siru.core.format.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import se.siru.core.Siru;
import se.siru.core.pack.Pack;
import se.siru.core.pack.SmallProgramme;

/** A pack as Markdown. */
class MarkdownRendererTest {
  private static final Siru SIRU = Siru.load();

  private static String markdown(String language) {
    Pack pack = SIRU.steeringGroup(SmallProgramme.portfolio()).pack(language);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SIRU.render(pack, "markdown", out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void numbersAreWrittenAsTheLanguageDoes() {
    assertTrue(
        markdown("sv").contains(
            "| Totalt | 1\u202f500,00\u202fSEK | 600,50\u202fSEK | 300,00\u202fSEK | 40,0\u202f% | 300,00\u202fSEK |"),
        markdown("sv"));
    assertTrue(
        markdown("en").contains(
            "| Total | 1\u202f500.00\u202fSEK | 600.50\u202fSEK | 300.00\u202fSEK | 40.0% | 300.00\u202fSEK |"));
  }

  @Test
  void textOfRecordsNeverBecomesMarkup() {
    String text = markdown("sv");
    assertTrue(text.contains("Vi \\<b\\>vågar\\</b\\> mer."));
    assertFalse(text.contains("<b>"));
  }

  @Test
  void theSamePackGivesTheSameBytesWithLineFeedsAlone() {
    assertEquals(markdown("sv"), markdown("sv"));
    assertFalse(markdown("sv").contains("\r"));
  }
}
