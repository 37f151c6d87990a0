package se.siru.core.format.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.SomeResults;
import se.siru.core.export.ExportContext;
import se.siru.core.format.Samples;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.Agreement;
import se.siru.core.model.Periods;
import se.siru.core.text.LocalizedText;

class TextExporterTest {

  private static String table(Publication publication, String language, int width) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new TextExporter().export(publication, ExportContext.of(language).withWidth(width), out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString(StandardCharsets.UTF_8).replace('\u202f', '_').replace('\u00a0', '_');
  }

  @Test
  void totalsAreOneMatrixOfIndicatorsAndPeriods() {
    assertEquals(
        """
        Provlän
        As of 2023-01-15 · SEK · internal: not protected for publication · rules defaults/1

        Indicator           2021    2022
        ────────────────────────────────────────────
        A1  Contracts          0  12_345  agreements
        A2  Share_†    undefined   33.3%

        Left out: an attribute or date that decides is unknown    2021    2022
        ──────────────────────────────────────────────────────────────────────
        A1                                                           3       0

        † The counting rule, or the value of a parameter, has not yet been held against its source.
        undefined: arithmetic gives no number, for example a division by zero
        """,
        table(Samples.totals(), "en", 100));
  }

  @Test
  void aBreakdownIsABlockForEachIndicator() {
    assertEquals(
        """
        Provlän
        Läget 2023-01-15 · SEK · internt: inte skyddat för publicering · regler defaults/1

        A1  Avtal (avtal)
                                              2021    2022
        ──────────────────────────────────────────────────
        Totalt                                   0  12_345
        Sektor
          Näringsliv                             0  12_340
          Okänt                                  0       5
        (utelämnade poster: uppgift okänd)       3       0

        A2  Andel_†
                       2021    2022
        ───────────────────────────
        Totalt  odefinierat  33,3_%

        A3  Belopp (SEK)
                  2021           2022
        ─────────────────────────────
        Totalt  saknas  −1_234_567,50

        † Räkneregeln, eller värdet på en parameter, är ännu inte avstämt mot sin källa.
        saknas: portföljen har inte posterna, eller ingen av dem anger värdet
        odefinierat: räkningen ger inget tal, till exempel vid division med noll
          A2 odefinierat: inga avtal

        Anmärkningar
          Något om x. Läs.
        """,
        table(Samples.publication(), "sv", 100));
  }

  @Test
  void crossedDimensionsStandUnderEachOther() {
    SomeResults results = new SomeResults(Samples.portfolio().build(), Periods.total()).by("sector,size");
    results
        .cell(Samples.CONTRACTS, 0, SomeResults.number("3"), 3, 0)
        .cell(Samples.CONTRACTS, 0, SomeResults.number("2"), 2, 0, "sector", "business", "size", "micro")
        .cell(Samples.CONTRACTS, 0, SomeResults.number("1"), 1, 0, "sector", "business", "size", "unknown")
        .cell(Samples.CONTRACTS, 0, SomeResults.number("0"), 0, 0, "sector", "unknown", "size", "micro");
    List<String> lines = table(Samples.publish(results), "en", 100).lines().toList();
    assertEquals(
        List.of("Total                        3", "Sector × Size", "  Business", "    Micro enterprise         2",
            "    Unknown                  1", "  Unknown", "    Micro enterprise         0"),
        lines.subList(6, 13));
  }

  @Test
  void sharesHaveDecimalsAndTheCountsBesideThemHaveNone() {
    SomeResults results =
        new SomeResults(Samples.portfolio().build(), Periods.total()).by("sector").by("sector/split,size").by("size");
    results
        .cell(Samples.CONTRACTS, 0, SomeResults.number("3"), 3, 0)
        .cell(Samples.CONTRACTS, 0, SomeResults.number("2"), 2, 0, "sector", "business")
        .cell(Samples.CONTRACTS, 0, SomeResults.number("1.5"), 2, 0, "sector/split", "business")
        .cell(Samples.CONTRACTS, 0, SomeResults.number("1"), 2, 0, "sector/split", "business", "size", "micro")
        .cell(Samples.CONTRACTS, 0, SomeResults.number("3"), 3, 0, "size", "micro");
    List<String> lines = table(Samples.publish(results), "en", 100).lines().toList();
    assertEquals(
        List.of("Total                          3", "Sector", "  Business                     2", "Sector (shared)",
            "  Business                  1.50", "Sector (shared) × Size", "  Business", "    Micro enterprise        1.00", "Size",
            "  Micro enterprise             3"),
        lines.subList(6, 16));
  }

  @Test
  void periodsThatDoNotFitGoBelow() {
    SomeResults results = new SomeResults(Samples.portfolio().build(), Periods.quarters(2020, 2022));
    for (int i = 0; i < 12; i++) {
      results.cell(Samples.CONTRACTS, i, SomeResults.number("1000000"), 1, 0);
    }
    String text = table(Samples.publish(results), "sv", 60);
    assertEquals(12, text.split("1_000_000", -1).length - 1);
    assertTrue(text.lines().allMatch(line -> line.length() <= 60), text);
  }

  @Test
  void theTitleIsInTheLanguageOfTheTable() {
    SomeResults results =
        new SomeResults(Samples.portfolio().title(LocalizedText.of("Prov", "Trial")).build(), Periods.total());
    results.cell(Samples.CONTRACTS, 0, SomeResults.number("1"), 1, 0);
    Publication publication = Samples.publish(results);
    assertEquals("Prov", table(publication, "sv", 100).lines().findFirst().orElseThrow());
    assertEquals("Trial", table(publication, "en", 100).lines().findFirst().orElseThrow());
  }

  @Test
  void namesOfOthersCannotSteerTheTerminal() {
    Indicator evil =
        Indicator.measure("agency:x").named("sv", "a\u001b[2Jb\u202ec\nd").over(Agreement.TYPE).count().build();
    SomeResults results = new SomeResults(Samples.portfolio().name("p\u0007q").build(), Periods.total());
    results.cell(evil, 0, SomeResults.number("1"), 1, 0);
    String text = table(Samples.publish(results), "sv", 100);
    assertTrue(text.startsWith("pq\n"), text);
    assertTrue(text.contains("a[2Jbc d"), text);
    assertFalse(text.chars().anyMatch(c -> c == 0x1b || c == 0x202e), text);
  }

  @Property(tries = 300)
  void wrappingKeepsEveryLetterInLinesThatFit(
      @ForAll @CharRange(from = 'a', to = 'e') @net.jqwik.api.constraints.Chars({' ', 'ö'}) String text,
      @ForAll @IntRange(min = 10, max = 40) int width,
      @ForAll @IntRange(min = 0, max = 30) int hang) {
    List<String> lines = Grid.wrap(text.strip(), width, hang);
    assertTrue(lines.stream().allMatch(line -> line.length() <= width), lines::toString);
    assertEquals(text.replace(" ", ""), String.join("", lines).replace(" ", ""));
  }
}
