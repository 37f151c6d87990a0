package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.evaluation.Validation;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.ValidationRule;
import se.siru.core.text.LocalizedText;

/** An import holds records to the rules of plugins, as to those of the library. */
class RulesOfPluginsImportTest {
  private static final String FIELDS = "\"id\": \"org\", \"sector\": \"sector\"";
  private static final String FILE = "org,sector\na,public\nb,\nc,public\n";

  @TempDir Path temp;

  private static Validation of(ValidationRule.Builder rule) {
    return Validation.none().with(
        new Provider("agency", "1", "agency.jar"),
        List.of(rule.over(Stakeholder.TYPE).must(Stakeholder.SECTOR.isKnown()).at(Stakeholder.SECTOR)
            .message(LocalizedText.of("{id} har ingen sektor.", "{id} has no sector.")).build()));
  }

  @Test
  void aRowWhoseRecordBreaksARuleOfSeverityErrorIsRejectedWithTheReason() throws IOException {
    ImportFixture fixture = ImportFixture.stakeholders(temp, FIELDS).file("a.csv", FILE)
        .asking(run -> run.heldTo(of(ValidationRule.error("agency:sector-known"))));
    ImportReport report = fixture.run();
    assertTrue(report.written(), report.findings()::toString);
    assertEquals(1, report.rowsRejected());
    assertEquals(
        List.of("a.csv:3:sector agency:sector-known b has no sector."),
        report.findings().stream().map(found -> found.origin() + " " + found.rule().id() + " " + found.message("en")).toList());
    assertTrue(fixture.written("rejected.csv").get(1).contains("agency:sector-known"));
    assertEquals(2, PortfolioReader.standard().read(fixture.out()).orThrow().rows(Stakeholder.TYPE).count());
  }

  @Test
  void aWarningKeepsTheRow() throws IOException {
    ImportFixture fixture = ImportFixture.stakeholders(temp, FIELDS).file("a.csv", FILE)
        .asking(run -> run.heldTo(of(ValidationRule.warning("agency:sector-known"))));
    assertEquals(3, fixture.portfolio().rows(Stakeholder.TYPE).count());
  }
}
