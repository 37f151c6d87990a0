package se.siru.indicators.composite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Findings;
import se.siru.core.intake.ReaderInput;

/** Tables of units from CSV. */
class UnitTableReaderTest {
  private static final CompositeIndex INDEX =
      CompositeIndex.of(Component.of("all", Component.indicator("a").per("people"), Component.indicator("b").lessIsBetter()))
          .step(new Step.Denominate())
          .step(new Step.Impute(Step.Impute.By.MEAN, Optional.of("group")))
          .step(new Step.Normalise(new Normalisation.MinMax(0, 100)))
          .build();

  private static Optional<UnitTable> read(Findings findings, String... lines) throws IOException {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return UnitTableReader.read(ReaderInput.of("table.csv", bytes), INDEX, findings);
  }

  private static List<String> rules(String... lines) throws IOException {
    Findings findings = new Findings();
    assertTrue(read(findings, lines).isEmpty());
    return findings.list().stream().map(finding -> finding.rule().id() + " " + finding.origin().row()).toList();
  }

  @Test
  void whatTheDeclarationNamesIsReadAndTheRestLeftAlone() throws IOException {
    Findings findings = new Findings();
    UnitTable table =
        read(findings, "county,b,note,people,a,group", "SE2,1.5,x,10,20,south", "SE1,\u22122,y,5,,north").orElseThrow();
    assertEquals(List.of("SE1", "SE2"), table.units());
    assertEquals(OptionalDouble.of(-2), table.value("SE1", "b"));
    assertEquals(OptionalDouble.empty(), table.value("SE1", "a"), "what is empty is missing and not 0");
    assertEquals(Optional.of("south"), table.group("SE2", "group"));
    assertTrue(!findings.hasErrors() && !table.variables().contains("note"));
  }

  @Test
  void whatIsWrongIsToldAllAtOnceWithItsPlace() throws IOException {
    assertEquals(
        List.of("composite.no-number 2", "composite.unit-twice 3", "composite.no-unit 4"),
        rules("unit,a,b,people,group", "x,1e5,2,3,g", "x,1,2,3,g", ",1,2,3,g"));
  }

  @Test
  void aTableWithoutTheColumnsOfTheIndexIsRefused() throws IOException {
    assertEquals(List.of("composite.no-column 1"), rules("unit,a,people", "x,1,2"));
  }
}
