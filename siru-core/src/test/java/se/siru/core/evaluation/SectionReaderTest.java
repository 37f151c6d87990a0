package se.siru.core.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Periods;
import se.siru.core.text.LocalizedText;

/** The parts of a report as a file. */
class SectionReaderTest {
  private static final String GOOD = """
      { "siru": "siru-sections/1", "sections": [
        { "title": { "sv": "Möten", "en": "Meetings" }, "about": { "en": "Those held." },
          "indicators": ["SI-P04", "SI-P0*"], "periods": "2021..2022,total", "by": ["sector", "county,size"] },
        { "title": { "en": "All" }, "indicators": "siru:*" } ] }
      """;

  private static List<Section> read(String text) {
    return SectionReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "parts.json");
  }

  @Test
  void aSectionSaysWhatStandsUnderItsTitle() {
    assertEquals(
        List.of(
            new Section(
                LocalizedText.of("Möten", "Meetings"), LocalizedText.empty().with("en", "Those held."), List.of("SI-P04", "SI-P0*"),
                Periods.parse("2021..2022,total"), List.of("sector", "county,size")),
            new Section(
                LocalizedText.empty().with("en", "All"), LocalizedText.empty(), List.of("siru:*"), Periods.total(), List.of())),
        read(GOOD));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "siru-sections/1|siru-sections/2|sections.format",
      "2021..2022,total|2022..2021|sections.periods",
      "\"siru:*\"|[]|sections.nothing",
      "\"title\": { \"en\": \"All\" },|''|json.member-missing",
      "\"by\"|\"bye\"|json.member-unknown"})
  void aMistakeIsAFinding(String good, String bad, String rule) {
    SiruException refused = assertThrows(SiruException.class, () -> read(GOOD.replace(good, bad)));
    assertEquals(ErrorCode.REFUSED_INPUT, refused.code());
    assertEquals(List.of(rule), refused.findings().stream().map(finding -> finding.rule().id()).toList());
  }

  @Test
  void allMistakesAreToldAtOnce() {
    SiruException refused =
        assertThrows(SiruException.class, () -> read(GOOD.replace("2021..2022,total", "x").replace("\"siru:*\"", "[]")));
    assertEquals(2, refused.findings().size());
  }
}
