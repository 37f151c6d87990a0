package se.siru.example.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.siru.core.intake.Cell;
import se.siru.core.intake.ReaderOptions;

/** What cells of all kinds come to, and which sheet is read. */
class XlsxReaderTest {
  private static Cell only(RawWorkbook workbook) {
    Found found = Found.in(workbook);
    assertEquals(List.of(), found.rules());
    List<Cell> row = found.row(1);
    assertEquals(1, row.size(), row::toString);
    return row.get(0);
  }

  private static Cell styled(String value, String format) {
    return only(RawWorkbook.of("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>" + value + "</v></c></row>").styles(format));
  }

  @Test
  void textsAreSharedInlineOrOfFormulas() {
    Found found = Found.in(RawWorkbook.of("""
        <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>in &amp; ut</t></is></c>
        <c r="C1" t="str"><f>A1&amp;B1</f><v>båda</v></c><c r="D1" t="s"><v>0</v></c></row>""")
        .texts("<t>noll</t>", "<t xml:space=\"preserve\"> ett </t>"));
    assertEquals(List.of(Cell.text(" ett "), Cell.text("in & ut"), Cell.text("båda"), Cell.text("noll")), found.row(1));
  }

  @Test
  void runsOfRichTextAreOneTextAndHowItIsPronouncedIsLeftOut() {
    assertEquals(Cell.text("Änglar och 東京"), only(RawWorkbook.of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
        .texts("<r><rPr><b/></rPr><t>Änglar</t></r><r><t xml:space=\"preserve\"> och 東京</t></r>"
            + "<rPh sb=\"11\" eb=\"13\"><t>とうきょう</t></rPh><phoneticPr fontId=\"1\"/>")));
  }

  @Test
  void charactersThatXmlCannotHoldAreWrittenAsNumbers() {
    assertEquals(Cell.text("a\rb_x000D_\u000b"), only(RawWorkbook.of(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a_x000D_b_x005F_x000D__x000B_</t></is></c></row>")));
  }

  @ParameterizedTest
  @CsvSource({"7,7", "-0.50,-0.5", "1.1000000000000001,1.1", "0.30000000000000004,0.3", "1E+20,100000000000000000000",
      "1.5E-5,0.000015", "12345678901234567,12345678901234600", "0,0", "-0,0", "100,100", "0.12,0.12"})
  void numbersAreReadWithTheFifteenDigitsThatPeopleSee(String stored, String seen) {
    assertEquals(Cell.number(seen), styled(stored, "0%"));
    assertEquals(Cell.number(seen), styled(stored, "General"));
  }

  @ParameterizedTest
  @CsvSource({"1,1900-01-01", "59,1900-02-28", "61,1900-03-01", "36526,2000-01-01", "44562.99,2022-01-01",
      "2958465,9999-12-31"})
  void daysAreCountedFrom1900WithALeapDayThatNeverWas(String serial, LocalDate day) {
    assertEquals(Cell.day(day), styled(serial, "yyyy-mm-dd"));
  }

  @ParameterizedTest
  @CsvSource({"60,1900-02-29", "0,1900-01-00", "0.5,1900-01-00", "-1,#####", "2958466,#####", "1E+300,#####"})
  void whatNoCalendarHasIsAnError(String serial, String shown) {
    assertEquals(Cell.error(shown), styled(serial, "14"));
  }

  @ParameterizedTest
  @CsvSource({"0,1904-01-01", "60,1904-03-01", "43100,2022-01-01", "2957003,9999-12-31"})
  void daysAreCountedFrom1904WhereTheWorkbookSaysSo(String serial, LocalDate day) {
    assertEquals(Cell.day(day), only(RawWorkbook.of("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>" + serial + "</v></c></row>")
        .styles("14").properties("<workbookPr date1904=\"1\"/>")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"14", "17", "22", "58", "yyyy-mm-dd", "d/m", "mmm", "[$-41D]d mmmm yyyy;@", "yyyy\\-mm\\-dd hh:mm",
      "[Red]YYYY", "\"den\" d mmmm", "mmmm", "[$-F800]dddd, mmmm dd, yyyy"})
  void formatsWithDayMonthOrYearShowDays(String format) {
    assertEquals(Cell.day(LocalDate.of(2022, 1, 1)), styled("44562", format));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "9", "10", "20", "21", "46", "h:mm", "[h]:mm", "[mm]:ss", "mm:ss.0", "h:mm AM/PM", "0.00E+00",
      "#,##0 \"dagar\"", "0\\d", "General", "0%", "[$kr-41D] #,##0", "@", "[>100]0;0", "0_d", "# ?/?", "0;yyyy"})
  void otherFormatsShowNumbers(String format) {
    assertEquals(Cell.number("44562"), styled("44562", format));
  }

  @Test
  void workbooksOfTheStrictKindHaveDaysAsTexts() {
    Found found = Found.in(RawWorkbook.of("""
        <row r="1"><c r="A1" t="d"><v>2022-02-28</v></c><c r="B1" t="d"><v>2022-02-28T12:30:00</v></c></row>
        <row r="2"><c r="A2" t="d"><v>2022-02-30</v></c></row>"""));
    assertEquals(List.of(Cell.day(LocalDate.of(2022, 2, 28)), Cell.day(LocalDate.of(2022, 2, 28))), found.row(1));
    assertEquals(List.of("a.xlsx#Blad1:2:A xlsx.bad-cell"), found.rules());
  }

  @Test
  void truthErrorsAndFormulasKeepWhatTheyAre() {
    Found found = Found.in(RawWorkbook.of("""
        <row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>
        <c r="D1"><f>1+1</f><v>2</v></c><c r="E1"><f>NOW()</f></c><c r="F1" t="e"><v>#N/A</v></c>
        <c r="G1"><f>1+1</f><v></v></c><c r="H1" t="str"><f>""</f><v></v></c><c r="I1"><v></v></c><c r="J1"><v>9</v></c></row>"""));
    assertEquals(List.of(Cell.bool(true), Cell.bool(false), Cell.error("#DIV/0!"), Cell.number("2"),
        Cell.error("#NOT-CALCULATED"), Cell.error("#N/A"), Cell.error("#NOT-CALCULATED"), Cell.BLANK, Cell.BLANK,
        Cell.number("9")), found.row(1));
  }

  @Test
  void cellsHaveTheirPlaceAndBlankRowsAreLeftOut() {
    Found found = Found.in(RawWorkbook.of("""
        <row r="2"><c r="C2"><v>1</v></c><c r="D2" s="0"/></row><row r="3"><c r="A3" s="0"/></row>
        <row r="5"><c><v>5</v></c><c><v>6</v></c></row><row><c><v>7</v></c></row>"""));
    assertEquals(Set.of("Blad1:2", "Blad1:5", "Blad1:6"), found.rows.keySet());
    assertEquals(List.of(Cell.BLANK, Cell.BLANK, Cell.number("1")), found.row(2));
    assertEquals(List.of(Cell.number("5"), Cell.number("6")), found.row(5));
  }

  @Test
  void aRowDoesNotKeepWhatAnEarlierOneHad() {
    Found found = Found.in(RawWorkbook.of("""
        <row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="CV1"><v>3</v></c></row>
        <row r="2"><c r="C2"><v>9</v></c></row><row r="3"><c r="CW3"><v>9</v></c></row>"""));
    assertEquals(List.of(Cell.BLANK, Cell.BLANK, Cell.number("9")), found.row(2));
    assertEquals(1, found.row(3).stream().filter(cell -> !cell.equals(Cell.BLANK)).count());
    assertEquals(101, found.row(3).size());
  }

  @Test
  void hiddenRowsAndMergedCellsBelowTheHeaderAreTold() {
    Found found = Found.in(new RawWorkbook().sheet("Blad1", "", """
        <row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="3" hidden="1"><c r="A3"><v>1</v></c></row>
        <row r="4" hidden="true"><c r="A4"><v>1</v></c></row><row r="5" hidden="1"/>""",
        "<mergeCells><mergeCell ref=\"A1:F1\"/><mergeCell ref=\"B3:B4\"/></mergeCells>").bytes(),
        ReaderOptions.none().expecting(2, List.of()));
    assertEquals(List.of("a.xlsx#Blad1 xlsx.hidden-rows", "a.xlsx#Blad1 xlsx.merged"), found.rules());
    assertEquals("2", found.findings.get(0).arguments().get("count"));
    assertEquals("3", found.findings.get(0).arguments().get("row"));
    assertEquals("B3:B4", found.findings.get(1).arguments().get("range"));
    assertEquals(3, found.rows.size());
  }

  private static RawWorkbook several() {
    String one = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    return new RawWorkbook().sheet("2022 Kv1", one).sheet("2022 Kv2", "state=\"hidden\"", one, "").sheet("Läs mig", one)
        .sheet("2022 Kv3", one).sheet("dold", "state=\"veryHidden\"", one, "").sheet("Tomt", "");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "läs mig,Läs mig:1,-", "2022*,2022 Kv1:1|2022 Kv3:1,a.xlsx#2022 Kv2 xlsx.hidden-skipped",
      "2022 Kv?,2022 Kv1:1|2022 Kv3:1,a.xlsx#2022 Kv2 xlsx.hidden-skipped",
      "DOLD,dold:1,a.xlsx#dold xlsx.hidden-read", "2023*,-,a.xlsx xlsx.no-sheet", "1,-,a.xlsx xlsx.no-sheet"})
  void aSheetIsNamedOrMatched(String sheet, String rows, String rule) {
    Found found = Found.in(several().bytes(), ReaderOptions.none().with("sheet", sheet));
    assertEquals(rows == null ? Set.of() : Set.of(rows.split("\\|")), found.rows.keySet());
    assertEquals(rule == null ? List.of() : List.of(rule), found.rules());
  }

  @Test
  void positionsCountTheSheetsThatPeopleSee() {
    assertEquals(Set.of("2022 Kv3:1"),
        Found.in(several().bytes(), ReaderOptions.none().with("sheet", 3)).rows.keySet());
    assertEquals(List.of("a.xlsx xlsx.no-sheet"),
        Found.in(several().bytes(), ReaderOptions.none().with("sheet", 5)).rules());
  }

  @Test
  void withoutANameTheOnlySheetWithContentIsReadAndElseAskedFor() {
    Found asked = Found.in(several());
    assertEquals(List.of("a.xlsx xlsx.which-sheet"), asked.rules());
    assertEquals("2022 Kv1, Läs mig, 2022 Kv3", asked.findings.get(0).arguments().get("sheets"));
    Found one = Found.in(new RawWorkbook().sheet("Blad1", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        .sheet("Blad2", "").sheet("Blad3", "<row r=\"1\"><c r=\"A1\" s=\"0\"/></row>"));
    assertEquals(List.of(), one.rules());
    assertEquals(Set.of("Blad1:1"), one.rows.keySet());
    assertEquals(List.of("a.xlsx xlsx.empty"), Found.in(new RawWorkbook().sheet("Blad1", "")).rules());
  }

  @Test
  void aByteOrderMarkBeginsNoText() {
    RawWorkbook marked = RawWorkbook.of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    marked.parts().forEach((name, bytes) ->
        marked.part(name, "\ufeff" + new String(bytes, StandardCharsets.UTF_8)));
    assertEquals(List.of(Cell.number("1")), Found.in(marked).row(1));
  }

  @Test
  void aWorkbookWithMacrosIsReadAndItsMacrosAreNot() {
    RawWorkbook macros = RawWorkbook.of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
        .contentType("application/vnd.ms-excel.sheet.macroEnabled.main+xml").part("xl/vbaProject.bin", "x");
    assertEquals(List.of(), Found.in(macros).rules());
    assertTrue(new XlsxReader().descriptor().endings().contains("xlsm"));
    assertFalse(new XlsxReader().descriptor().endings().contains("xls"));
  }

  @Test
  void theSameReaderReadsWorkbooksOfTheStrictKind() {
    RawWorkbook strict = RawWorkbook.of("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
    strict.parts().forEach((name, bytes) -> strict.part(name,
        new String(bytes, StandardCharsets.UTF_8)
            .replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
            .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                "http://purl.oclc.org/ooxml/officeDocument/relationships")));
    assertEquals(List.of(Cell.number("1")), Found.in(strict).row(1));
  }
}
