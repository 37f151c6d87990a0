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

  @Test
  void aFileWithoutAHeaderIsEmptyAndAHeaderAloneIsNot() throws IOException {
    assertEquals(List.of(), read(""));
    assertEquals(List.of("r.csv:1 csv.empty"), rules());
    assertEquals(List.of(), read("indicator,period,value,kind\n"));
    assertEquals(List.of("r.csv:1 csv.empty"), rules());
  }

  @Test
  void numbersAreJudgedAsInTheFilesOfAPortfolio() throws IOException {
    String huge = "9".repeat(100_000);
    List<SourcedRow> good =
        read(
            """
            indicator,period,value,kind
            RCO01,2021,999999999999.999999,reported
            RCO01,2021,-000000000000000000001.50000000000,reported
            RCO01,2021,1000000000000,reported
            RCO01,2021,%s,reported
            RCO01,2021,0.0000001,reported
            RCO01,2021,0.%s,reported
            RCO01,2021,1e9,reported
            RCO01,2021,NaN,reported
            RCO01,2021,≥,reported
            """.formatted(huge, huge));
    assertEquals(
        List.of(new BigDecimal("999999999999.999999"), new BigDecimal("-1.5")),
        good.stream().map(row -> row.row().get(Observation.VALUE)).toList());
    assertEquals(
        List.of(
            "r.csv:4:value cell.out-of-range", "r.csv:5:value cell.out-of-range", "r.csv:6:value cell.too-many-decimals",
            "r.csv:7:value cell.too-many-decimals", "r.csv:8:value cell.not-a-number", "r.csv:9:value cell.not-a-number",
            "r.csv:10:value cell.not-a-number"),
        rules());
  }
}
