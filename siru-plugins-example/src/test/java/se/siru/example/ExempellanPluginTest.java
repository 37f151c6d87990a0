package se.siru.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.siru.core.Siru;
import se.siru.core.disclosure.Audience;
import se.siru.core.evaluation.Results;
import se.siru.core.export.ExportContext;
import se.siru.core.model.Agreement;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RowBuilder;
import se.siru.core.plugin.Offering;
import se.siru.core.plugin.PluginReport;
import se.siru.core.plugin.PluginSource;
import se.siru.core.portfolio.Portfolio;

class ExempellanPluginTest {
  private static final Siru SIRU = Siru.load();

  /** One partnership over 2021 and 2022, one without an end, and a contract that is no partnership. */
  private static Portfolio portfolio() {
    return Portfolio.builder()
        .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build())
        .add(agreement("a").with(Agreement.PARTNERSHIP, "iop").build())
        .add(agreement("b").with(Agreement.PARTNERSHIP, "iop").with(Agreement.END, day("2022-12-30")).build())
        .add(agreement("c").build())
        .build();
  }

  private static RowBuilder agreement(String id) {
    return Agreement.TYPE.row(id).with(Agreement.START, day("2021-03-01"));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Results results() {
    return SIRU.evaluate(portfolio()).indicators("EX-01").periods(Periods.years(2020, 2022)).by("clause").run();
  }

  @Test
  void isFoundBesideTheLibraryAndLoadedWhole() {
    PluginReport.Entry entry =
        SIRU.plugins().loaded().stream().filter(each -> each.id().equals("exempellan")).findFirst().orElseThrow();
    assertEquals(List.of("EX-01"), entry.provides(Offering.Kind.INDICATOR));
    assertEquals(List.of("exempellan-markdown"), entry.provides(Offering.Kind.FORMAT));
    assertEquals("1.0.0", entry.version());
  }

  @Test
  void isLeftOutOnRequest() {
    PluginReport report = Siru.builder().plugins(PluginSource.standard()).exclude("exempellan").build().plugins();
    assertEquals(
        Optional.of(PluginReport.Reason.EXCLUDED),
        report.rejected().stream().filter(each -> each.id().equals("exempellan")).findFirst().orElseThrow().reason());
  }

  @Test
  void countsPartnershipsInForceOnTheLastDayOfThePeriod() {
    List<BigDecimal> numbers =
        List.of("2020", "2021", "2022").stream()
            .map(year -> results().cell("EX-01", year).number().orElseThrow())
            .toList();
    assertEquals(List.of(BigDecimal.ZERO, BigDecimal.valueOf(2), BigDecimal.ONE), numbers);
  }

  @Test
  void writesAMarkdownTableInTheLanguageAskedFor() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SIRU.export(
        SIRU.publish(results(), Audience.INTERNAL), "exempellan-markdown", ExportContext.of("sv"), out);
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals("| Indikator | Period | Sociala villkor | Värde |", lines.get(0));
    assertEquals("|---|---|---|---:|", lines.get(1));
    assertEquals("| EX-01 Aktiva IOP | 2020 | Totalt | 0 |", lines.get(2));
  }
}
