package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.Siru;
import se.siru.core.contract.PluginTrial;
import se.siru.core.disclosure.Audience;
import se.siru.core.evaluation.Results;
import se.siru.core.export.ExportContext;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.intake.Import;
import se.siru.core.intake.ImportReport;
import se.siru.core.intake.Mapping;
import se.siru.core.model.Agreement;
import se.siru.core.model.Field;
import se.siru.core.model.Periods;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.RecordType;
import se.siru.core.model.RowBuilder;
import se.siru.core.model.Value;
import se.siru.core.pack.Pack;
import se.siru.core.pack.SmallProgramme;
import se.siru.core.pack.SteeringGroup;
import se.siru.core.portfolio.Portfolio;

/** A plugin that was compiled against version 1 of the contract, and has not been touched since, is at work in today's library. */
class FrozenPluginTest {
  @TempDir static Path shared;
  private static Path jar;

  @TempDir Path folder;

  @BeforeAll
  static void compileAgainstVersion1() throws IOException {
    jar = new FrozenContract(1, shared).jar();
  }

  private static Siru host(Path jar) {
    return Siru.builder().plugins(PluginSource.standard().and(PluginSource.ofJar(jar))).build();
  }

  private static PluginReport.Entry entry(Siru siru) {
    return siru.plugins().entries().stream().filter(each -> each.origin().equals("frozen.jar")).findFirst().orElseThrow();
  }

  /** Two red agreements, one of which ends with 2021, a blue one, and one without a colour. */
  @SuppressWarnings("unchecked") // the schema knows extra fields by their names
  private static Portfolio portfolio(Siru siru) {
    Field<String> colour =
        (Field<String>) siru.schema().extraFields().stream().filter(each -> each.name().equals("frozen:colour")).findFirst().orElseThrow();
    RecordType agreement = siru.schema().find("agreement").orElseThrow();
    return Portfolio.builder(siru.schema())
        .add(ProgrammeNode.TYPE.row("op").with(ProgrammeNode.LEVEL, "operation").build())
        .add(started(agreement, "a").with(colour, "red").build())
        .add(started(agreement, "b").with(colour, "red").with(Agreement.END, LocalDate.parse("2021-12-30")).build())
        .add(started(agreement, "c").with(colour, "blue").build())
        .add(started(agreement, "d").build())
        .build();
  }

  private static RowBuilder started(RecordType agreement, String id) {
    return agreement.row(id).with(Agreement.START, LocalDate.parse("2021-03-01"));
  }

  private static Results results(Siru siru) {
    return siru.evaluate(portfolio(siru)).indicators("frozen:*").periods(Periods.years(2021, 2022)).run();
  }

  @Test
  void itIsAdmittedWithEverythingThatItBrings() {
    try (Siru siru = host(jar)) {
      PluginReport.Entry entry = entry(siru);
      assertEquals("frozen 1.0.0 (frozen.jar)", entry.line("en"));
      assertEquals(
          List.of("indicator FROZEN-RED", "indicator FROZEN-WRITTEN", "indicator FROZEN-LETTERS", "indicator FROZEN-COLOURS",
              "indicator FROZEN-SHARE", "function frozen:colours-used", "format frozen-lines", "pack-format frozen-outline",
              "reader frozen-bars", "codelist frozen:colours", "field agreement.frozen:colour"),
          entry.provides().stream().map(Offering::toString).toList());
    }
  }

  @Test
  void itsIndicatorsFunctionAndAccumulatorCount() {
    try (Siru siru = host(jar)) {
      Results results = results(siru);
      assertEquals(Value.Quantity.of(1), results.cell("FROZEN-RED", "2021").value());
      assertEquals(Value.Quantity.of(2), results.cell("FROZEN-WRITTEN", "2021").value());
      assertEquals(Value.Quantity.of(1), results.cell("FROZEN-WRITTEN", "2022").value());
      assertEquals(Value.Quantity.of(10), results.cell("FROZEN-LETTERS", "2021").value());
      assertEquals(Value.Quantity.of(7), results.cell("FROZEN-LETTERS", "2022").value());
      assertEquals(Value.Quantity.of(2), results.cell("FROZEN-COLOURS", "2021").value());
      assertEquals(1, results.cell("FROZEN-COLOURS", "2021").unknown());
      assertEquals("0.5", results.cell("FROZEN-SHARE", "2021").number().orElseThrow().toPlainString());
    }
  }

  @Test
  void itsFormatsWrite() {
    try (Siru siru = host(jar)) {
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      siru.export(siru.publish(results(siru), Audience.INTERNAL), "frozen-lines", ExportContext.of("sv"), lines);
      List<String> written = lines.toString(StandardCharsets.UTF_8).lines().toList();
      assertEquals("sv", written.get(0));
      assertTrue(written.contains("FROZEN-LETTERS 2022 {} 7"), written::toString);
      ByteArrayOutputStream outline = new ByteArrayOutputStream();
      Pack pack = SteeringGroup.of(SmallProgramme.portfolio(), SmallProgramme.catalogue()).pack("en");
      siru.render(pack, "frozen-outline", outline);
      List<String> headings = outline.toString(StandardCharsets.UTF_8).lines().toList();
      assertEquals(pack.title(), headings.get(0));
      assertTrue(headings.containsAll(pack.sheets().stream().map(sheet -> sheet.name()).toList()), headings::toString);
    }
  }

  @Test
  void itsReaderReads() throws IOException {
    String mapping =
        """
        {"siru": "siru-mapping/1", "portfolio": {"name": "x"},
         "literals": {"programme": [{"id": "op", "level": "operation"}]},
         "sources": [{"files": "*.bars", "records": [{"type": "stakeholder", "fields": {"id": "Nr", "name": "Namn"}}]}]}
        """;
    Path source = Files.writeString(folder.resolve("list.bars"), "Nr|Namn\na|Ängens vänner\n");
    try (Siru siru = host(jar)) {
      Findings findings = new Findings();
      Mapping read =
          Mapping.read(new ByteArrayInputStream(mapping.getBytes(StandardCharsets.UTF_8)), "m.json", siru.readers(), findings)
              .orElseThrow(() -> new AssertionError(findings.list()));
      ImportReport report = Import.of(read, List.of(source)).into(folder.resolve("out"));
      assertEquals(List.of(), report.findings());
      assertEquals(List.of("id,name,row", "a,Ängens vänner,2"), Files.readAllLines(folder.resolve("out").resolve("stakeholders.csv")));
    }
  }

  @Test
  void itKeepsTheContract() {
    PluginSource source = PluginSource.standard().and(PluginSource.ofJar(jar));
    try (PluginRegistry plugins = PluginRegistry.builder().source(source).build()) {
      PluginTrial trial = PluginTrial.of(plugins, "frozen", 1);
      assertEquals(5, trial.indicators().size());
      assertEquals(List.of(), trial.check());
    }
  }

  /** As if the library had once had a method, which a plugin calls and which is there no longer. */
  private FrozenContract withVanished(String call, String other) {
    return new FrozenContract(1, folder)
        .with(
            "public static LocalizedText of(String p0, String p1) {",
            "public static LocalizedText vanished(String p0, String p1) { return null; }\n  public static LocalizedText of(String p0, String p1) {")
        .with(call, other);
  }

  @Test
  void whereAMethodHasVanishedThatItsIndicatorsNeedItIsLeftOutWithBothVersions() throws IOException {
    try (Siru siru = host(withVanished("LocalizedText.of(\"Avtal.\"", "LocalizedText.vanished(\"Avtal.\"").jar())) {
      PluginReport.Entry entry = entry(siru);
      assertEquals(PluginReport.Reason.NOT_LINKED, entry.reason().orElseThrow());
      assertTrue(entry.message().contains("NoSuchMethodError") && entry.message().contains("vanished"), entry::message);
      assertTrue(entry.message().contains("compiled against version 1,") && entry.message().contains("serves versions 1 to " + Spi.VERSION), entry::message);
    }
  }

  @Test
  void whereAMethodHasVanishedThatAFormatNeedsOnlyThatFormatFails() throws IOException {
    try (Siru siru = host(withVanished("LocalizedText.of(\"Namnen", "LocalizedText.vanished(\"Namnen").jar())) {
      assertTrue(entry(siru).isLoaded());
      Results results = results(siru);
      assertEquals(Value.Quantity.of(2), results.cell("FROZEN-WRITTEN", "2021").value());
      SiruException failed =
          assertThrows(
              SiruException.class,
              () -> siru.export(siru.publish(results, Audience.INTERNAL), "frozen-lines", new ByteArrayOutputStream()));
      assertEquals(ErrorCode.PLUGINS, failed.code());
      assertTrue(failed.getMessage().contains("NoSuchMethodError") && failed.getMessage().contains("compiled against version 1,"), failed::getMessage);
    }
  }

  @Test
  void whereAMethodHasVanishedThatAnAccumulatorNeedsOnlyItsCellsFail() throws IOException {
    String call = "return Value.Quantity.of(state[0]);";
    String other = "se.siru.core.text.LocalizedText.vanished(\"\", \"\"); " + call;
    try (Siru siru = host(withVanished(call, other).jar())) {
      Results results = results(siru);
      Value value = results.cell("FROZEN-LETTERS", "2021").value();
      assertTrue(value instanceof Value.Absent absent && absent.reason() == Value.Reason.FAILED, value::toString);
      assertTrue(results.findings().stream().anyMatch(finding -> finding.message("en").contains("NoSuchMethodError")), () -> results.findings().toString());
      assertEquals(Value.Quantity.of(2), results.cell("FROZEN-COLOURS", "2021").value());
    }
  }
}
