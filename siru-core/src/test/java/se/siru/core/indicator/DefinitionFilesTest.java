package se.siru.core.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Activity;
import se.siru.core.model.Schema;
import se.siru.core.model.Support;

class DefinitionFilesTest {
  private static final Catalogue CATALOGUE =
      Catalogue.empty().with(
          new Provider("agency", "1.0.0", "agency.jar"),
          List.of(
              Indicator.measure("std:activities-held").code("SI-P04").over(Activity.TYPE).count().build(),
              Indicator.measure("std:hours").code("SI-P07").over(Support.TYPE).count().build()),
          List.of());

  private static DefinitionFiles files(String... documents) {
    DefinitionFiles files = DefinitionFiles.beside(CATALOGUE, Schema.standard());
    int number = 0;
    for (String document : documents) {
      files.read(
          new ByteArrayInputStream(document.replace('`', '"').getBytes(StandardCharsets.UTF_8)), "d" + ++number + ".json");
    }
    return files;
  }

  private static List<Finding> findings(String... documents) {
    SiruException refused = assertThrows(SiruException.class, files(documents)::catalogue);
    assertEquals(ErrorCode.REFUSED_INPUT, refused.code());
    return refused.findings();
  }

  private static List<String> places(List<Finding> findings) {
    return findings.stream().map(each -> each.origin() + " " + each.rule().id()).toList();
  }

  @Test
  void aFormulaNamesIndicatorsOfTheCatalogueOfItsFileAndOfOtherFiles() {
    Catalogue catalogue =
        files(
                "{`id`: `my:a`, `formula`: `[my:b] + [my:c] / [SI-P04] - attainment([std:hours])`}",
                "[{`id`: `my:b`, `code`: `B1`, `formula`: `[SI-P07] * 2`}, {`id`: `my:c`, `formula`: `B1`}]")
            .catalogue();
    assertEquals(
        List.of("my:a", "my:b", "my:c", "std:activities-held", "std:hours"),
        catalogue.indicators().stream().map(Indicator::id).toList());
    assertEquals("d2.json", catalogue.provider("my:c").orElseThrow().origin());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "1 + [SI-PO4] | 5 | SI-PO4 | SI-P04",
    "[si-p04] | 1 | si-p04 | SI-P04",
    "[std:activities] / 2 | 1 | std:activities | std:activities-held",
    "attainment( Nothing) | 13 | Nothing | SI-P04, SI-P07",
    "[SI-P04] / [SI-P07] + [my:x2] | 23 | my:x2 | my:x"})
  void anUnknownNameIsToldWithItsPlaceAndTheNearestName(String formula, String character, String name, String meant) {
    List<Finding> findings = findings("[\n{`id`: `my:x`,\n`formula`: `" + formula + "`}]");
    assertEquals(List.of("d1.json:3:/0/formula definition.unknown-indicator"), places(findings));
    Finding finding = findings.get(0);
    assertEquals(character, finding.arguments().get("position"));
    assertEquals(name, finding.arguments().get("name"));
    assertTrue(finding.help("en").contains(meant), finding.help("en"));
    assertTrue(finding.message("sv").contains("det finns ingen indikator '" + name + "'"), finding.message("sv"));
  }

  @Test
  void aDefinitionWithErrorsIsNoUnknownName() {
    List<Finding> findings =
        findings("[{`id`: `my:a`, `formula`: `[my:b]`},\n{`id`: `my:b`, `over`: `nothing`, `aggregate`: `count`}]");
    assertEquals(List.of("d1.json:2:/1/over definition.unknown-record"), places(findings));
  }

  @Test
  void formulasInACircleAreToldOncePerCircleWithTheWholeWay() {
    List<Finding> findings =
        findings(
            "[{`id`: `my:a`, `formula`: `[my:b] + [my:b]`},\n{`id`: `my:b`, `formula`: `[my:c]`}]",
            "[{`id`: `my:c`, `formula`: `[my:a]`},\n{`id`: `my:d`, `formula`: `[my:d] + 1`}]");
    assertEquals(List.of("d1.json:1:/0/formula definition.circle", "d2.json:2:/1/formula definition.circle"), places(findings));
    assertTrue(findings.get(0).message("en").contains("my:a → my:b → my:c → my:a"), findings.get(0).message("en"));
    assertTrue(findings.get(1).message("en").contains("my:d → my:d"), findings.get(1).message("en"));
  }

  @Test
  void aNameOfTheCatalogueIsTakenAndItsProviderNamed() {
    List<Finding> findings =
        findings(
            "{`id`: `my:a`, `code`: `SI-P04`, `over`: `activity`, `aggregate`: `count`}",
            "{`id`: `my:a`, `over`: `activity`, `aggregate`: `count`}");
    assertEquals(List.of("d1.json:1:/code definition.duplicate", "d2.json:1:/id definition.duplicate"), places(findings));
    assertTrue(findings.get(0).message("en").contains("agency"), findings.get(0).message("en"));
    assertTrue(findings.get(1).message("en").contains("d1.json"), findings.get(1).message("en"));
  }

  @Test
  void aFunctionThatNobodyBringsIsTold() {
    List<Finding> findings =
        findings("{`id`: `my:a`, `over`: `activity`, `aggregate`: {`function`: `my:median`, `fields`: [`kinds`]}}");
    assertEquals(
        List.of("d1.json:1:/aggregate/fields/0 definition.unknown-field", "d1.json:1:/aggregate/function definition.unknown-function"),
        places(findings));
  }

  @Test
  void everyMistakeOfOneDefinitionIsToldAtOnce() {
    String all = "{`id`: `A B`, `code`: `two words`, `unitt`: `x`, `kind`: `odd`,\n"
        + "`formula`: `[SI-P4] + + (2..5 ? RCO1`}";
    assertEquals(
        List.of("1:/code definition.name", "1:/id definition.name", "1:/kind json.not-a-choice", "1:/unitt json.member-unknown",
            "2:/formula definition.unknown-indicator", "2:/formula definition.formula-operand", "2:/formula definition.formula-number",
            "2:/formula definition.formula", "2:/formula definition.formula-bracket", "2:/formula definition.unknown-indicator"),
        places(findings(all)).stream().map(place -> place.substring("d1.json:".length())).toList());
  }

  @Test
  void anUnknownRecordTypeHidesNoMisspeltMember() {
    List<Finding> findings =
        findings("{`id`: `my:a`, `over`: `activty`, `agregate`: `count`, `where`: {`where-any`: {`record`: `x`, `wher`: {}}}}",
            "{`over`: `activity`, `where`: {`where-any`: {`record`: `x`, `via`: `y`, `wher`: {}}}, `aggregate`: `count`}");
    assertEquals(
        List.of("d1.json:1 json.member-missing", "d1.json:1:/agregate json.member-unknown", "d1.json:1:/over definition.unknown-record",
            "d2.json:1 json.member-missing", "d2.json:1:/where/where-any/record definition.unknown-record",
            "d2.json:1:/where/where-any/wher json.member-unknown"),
        places(findings));
  }

  @Test
  void whatCannotBeReadInOneFileHidesNothingInTheNext() {
    List<Finding> findings = findings("{", "{`id`: `my:a`, `formula`: `1 + 2`}", "{`id`: `my:b`, `formula`: `[x]`}");
    assertEquals(
        List.of("d1.json:1 json.truncated", "d2.json:1:/formula definition.does-not-fit", "d3.json:1:/formula definition.unknown-indicator"),
        places(findings));
  }

  @Test
  void manyFormulasThatShareOperandsAreFollowedOnceEach() {
    StringBuilder json = new StringBuilder("[{`id`: `my:f0`, `formula`: `[SI-P04]`}");
    for (int i = 1; i < 5_000; i++) {
      json.append(",{`id`: `my:f").append(i).append("`, `formula`: `[my:f").append(i - 1).append("] + [my:f")
          .append(Math.max(0, i - 2)).append("]`}");
    }
    assertEquals(5_002, files(json.append("]").toString()).catalogue().indicators().size());
  }

  @Test
  void aChainOfAHundredThousandFormulasIsReadAndOneThatBitesItsTailIsToldShortly() {
    StringBuilder json = new StringBuilder();
    for (int i = 1; i < 100_000; i++) {
      json.append(",{`id`: `my:f").append(i).append("`, `formula`: `[my:f").append(i - 1).append("] + 1`}");
    }
    String first = "[{`id`: `my:f0`, `formula`: `[";
    assertEquals(100_002, files(first + "SI-P04]`}" + json + "]").catalogue().indicators().size());
    List<Finding> findings = findings(first + "my:f99999]`}" + json + "]");
    assertEquals(List.of("d1.json:1:/0/formula definition.circle"), places(findings));
    assertEquals(
        "my:f0 → my:f99999 → my:f99998 → … → my:f2 → my:f1 → my:f0", findings.get(0).arguments().get("chain"));
  }

  @Test
  void aCodeThatWasCutAtItsHyphenIsToldWithItsBrackets() {
    List<Finding> findings = findings("[\n{`id`: `my:x`,\n`formula`: `2 * SI-P04 / [SI-P07]`}]");
    assertEquals(List.of("SI", "P04"), findings.stream().map(each -> each.arguments().get("name")).toList());
    findings.forEach(each -> assertTrue(each.help("en").contains("[SI-P04]"), each.help("en")));
  }

  @Test
  void aHundredThousandUnknownNamesAreSoonTold() {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < 100_000; i++) {
      json.append(i == 0 ? "" : ",").append("{`id`: `my:f").append(i).append("`, `formula`: `[my:g").append(i).append("]`}");
    }
    List<Finding> findings =
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> findings(json.append("]").toString()));
    assertEquals("definition.unknown-indicator", findings.get(0).rule().id());
    assertEquals("my:f0", findings.get(0).arguments().get("known"));
  }

  @Test
  void aFormulaThatComputesWithTheAttainmentOfAllIsToldWithItsPlace() {
    assertEquals(
        List.of("d1.json:1:/1/formula definition.of-many"),
        places(findings("[{`id`: `my:all`, `formula`: `attainment(*)`}, {`id`: `my:x`, `formula`: `[my:all] * 2`}]")));
  }

  @ParameterizedTest
  @CsvSource({"'(', ')', 10_000", "'-', '', 10_000", "'-(', ')', 40", "'(-', ')', 100_000"})
  void manyBracketsAndSignsAreRefusedAtALimit(String open, String close, String times) {
    int count = Integer.parseInt(times.replace("_", ""));
    List<Finding> findings =
        findings("{`id`: `my:x`, `formula`: `" + open.repeat(count) + "[SI-P04]" + close.repeat(count) + "`}");
    assertEquals(List.of("d1.json:1:/formula definition.formula-limit"), places(findings));
  }

  @Test
  void aHundredThousandTermsAreRefusedAtALimitAndAThousandAreRead() {
    assertEquals(
        List.of("d1.json:1:/formula definition.formula-limit"),
        places(findings("{`id`: `my:x`, `formula`: `[SI-P04]" + " + 1".repeat(100_000) + "`}")));
    assertEquals(3, files("{`id`: `my:x`, `formula`: `[SI-P04]" + " + 1".repeat(999) + "`}").catalogue().indicators().size());
  }

  @Test
  void aLongIdALongPathAndDeepConditionsAreRefusedWithAFinding() {
    assertEquals(
        List.of("d1.json:1:/id definition.name"),
        places(findings("{`id`: `a:" + "a-".repeat(100_000) + "a`, `formula`: `[SI-P04]`}")));
    String path = "parent.".repeat(1_000) + "level";
    assertEquals(
        List.of("d1.json:1:/per definition.does-not-fit"),
        places(findings("{`id`: `my:a`, `over`: `programme`, `per`: `" + path + "`, `aggregate`: `count`}")));
    assertEquals(
        List.of("d1.json:1 json.too-deep"),
        places(findings("{`id`: `my:a`, `over`: `programme`, `aggregate`: `count`, `where`: "
            + "{`not`: ".repeat(10_000) + "{}" + "}".repeat(10_000) + "}")).stream().map(each -> each.replaceAll(":/[^ ]*", "")).toList());
  }

  @Test
  void aFileThatIsNotThereIsUnreadable() {
    SiruException refused = assertThrows(SiruException.class, () -> files().read(Path.of("no-such-file.json")));
    assertEquals(ErrorCode.UNREADABLE, refused.code());
  }
}
