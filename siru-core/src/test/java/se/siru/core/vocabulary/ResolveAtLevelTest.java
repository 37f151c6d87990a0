package se.siru.core.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.siru.core.text.LocalizedText;

/** A name that several levels share. */
class ResolveAtLevelTest {
  private final Codelist regions =
      Codelist.of(
          "places",
          "1.0",
          LocalizedText.of("Platser", "Places"),
          List.of(
              code("SE211", "Jönköpings län", null, "county", "Jönköping", "06"),
              code("0680", "Jönköping", "SE211", "municipality", "Jönköpings kommun"),
              code("A1", "Berg", "SE211", "municipality"),
              code("A2", "Berg", "SE211", "municipality")));

  private static Code code(String code, String name, String parent, String level, String... aliases) {
    return new Code(code, LocalizedText.of(name, name), parent, level, null, null, List.of(aliases));
  }

  private Optional<String> at(String text, String level) {
    return regions.resolve(text, level).map(Code::code);
  }

  @Test
  void aSharedNameNamesNothingWithoutItsLevel() {
    assertEquals(Optional.empty(), regions.resolve("Jönköping"));
  }

  @Test
  void aSharedNameNamesOneCodeOfEachLevel() {
    assertEquals(Optional.of("SE211"), at("Jönköping", "county"));
    assertEquals(Optional.of("0680"), at(" JÖNKÖPING ", "municipality"));
  }

  @Test
  void aCodeOfAnotherLevelDoesNotCount() {
    assertEquals(Optional.empty(), at("0680", "county"));
    assertEquals(Optional.of("SE211"), at("06", "county"));
  }

  @Test
  void twoCodesOfOneLevelStayAmbiguous() {
    assertEquals(Optional.empty(), at("Berg", "municipality"));
  }
}
