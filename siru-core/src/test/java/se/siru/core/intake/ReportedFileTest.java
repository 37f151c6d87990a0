package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Findings;
import se.siru.core.model.Observation;
import se.siru.core.portfolio.SourcedRow;

/** Files with values that were reported elsewhere. */
class ReportedFileTest {
  private final Findings findings = new Findings();

  private List<SourcedRow> read(String csv) throws IOException {
    return ReportedFile.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "r.csv", findings);
  }

  private List<String> rules() {
    return findings.list().stream().map(each -> each.origin() + " " + each.rule()).toList();
  }

  @Test
  void columnsMayStandInAnyOrderAndOthersAreDimensions() throws IOException {
    SourcedRow row =
        read("kind,county,value,indicator,sector,period\napproved,SE110,≥ 41.5,RCO01,public,P3\n").get(0);
    assertEquals("RCO01", row.row().get(Observation.INDICATOR));
    assertEquals("P3", row.row().get(Observation.PERIOD));
    assertEquals("county=SE110;sector=public", row.row().get(Observation.BREAKDOWN));
    assertEquals(new BigDecimal("41.5"), row.row().get(Observation.VALUE));
    assertEquals("at-least", row.row().get(Observation.BOUND));
    assertEquals("approved", row.row().get(Observation.KIND));
    assertEquals("r.csv:2", row.origin().toString());
    assertEquals(List.of(), rules());
  }

  @Test
  void everyProblemIsToldAtOnceAndGoodRowsAreKept() throws IOException {
    assertEquals(
        1,
        read(
            """
            indicator,period,value,kind
            RCO01,2021,many,reported
            RCO01,2021,1.234.5,reported
            RCO01,,1,reported
            RCO01,2021,1,rumoured
            RCO01,2021
            RCO01,2021,1,reported
            """).size());
    assertEquals(
        List.of(
            "r.csv:2:value cell.not-a-number", "r.csv:3:value cell.not-a-number", "r.csv:4:period cell.required",
            "r.csv:5:kind cell.unknown-code", "r.csv:6 csv.field-count"),
        rules());
  }

  @Test
  void aMissingColumnAndAnotherSeparatorAreTold() throws IOException {
    assertEquals(List.of(), read("indicator,period,value\nRCO01,2021,1\n"));
    assertEquals(List.of(), read("indicator;period;value;kind\nRCO01;2021;1;reported\n"));
    assertEquals(List.of("r.csv:1 csv.wrong-separator", "r.csv:1:kind csv.missing-column"), rules());
  }
}
