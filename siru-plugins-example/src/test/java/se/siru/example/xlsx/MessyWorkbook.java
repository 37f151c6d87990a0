package se.siru.example.xlsx;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * A workbook as agencies have them, made by chance from a number, and what each of its cells means. It is about advice: who got
 * how many hours and how much money, when.
 */
final class MessyWorkbook {
  /** What a cell means that a person could not read as a value either. */
  static final String NOTHING_SENSIBLE = "!";
  /** What a cell means that states nothing. */
  static final String UNKNOWN = "";
  static final String SHEET = "Råd & stöd";

  private static final List<String> RECIPIENTS =
      List.of("Vävstugan", "Ängens vänner", "Byggbolaget AB", "Café Örat ekonomisk förening", "Föreningen \"Hoppet\"", "Å; Ö & Co");
  private static final List<String> HEADER = List.of("Ärendenummer", "Mottagare", "Datum", "Timmar", "Belopp", "Anm.");
  /** Styles 1 to 5 are days, 6 to 8 numbers, 9 and 10 percent. */
  private static final String[] STYLES = {"14", "yyyy-mm-dd", "[$-41D]d\\ mmmm\\ yyyy;@", "\"den\" d/m", "mmm-yy", "#,##0.00\\ \"kr\"",
      "0.0,", "[Red][&gt;=100]0;0", "9", "0.0%"};
  private static final int FIRST_NUMBER_STYLE = 6;
  private static final int PERCENT = 9;

  /** By number: what the row's recipient, date, hours and amount mean. */
  final Map<String, List<String>> meaning = new LinkedHashMap<>();
  /** By number: the row of the sheet. */
  final Map<String, Integer> place = new LinkedHashMap<>();
  final TreeSet<String> shapes = new TreeSet<>();
  final int headerRow;
  final RawWorkbook workbook = new RawWorkbook();

  private final Random chance;
  private final boolean is1904;
  private final List<String> texts = new ArrayList<>();
  private int row;

  MessyWorkbook(int number) {
    chance = new Random(number * 7_919L + 29);
    is1904 = is("1904", 4);
    StringBuilder rows = new StringBuilder();
    StringBuilder merged = new StringBuilder();
    if (is("titles above", 3)) {
      rows.append(next("", text("A", "Rådgivning under året"))).append(next("", text("A", "Exempelkommunen")));
      merged.append("<mergeCell ref=\"A1:F1\"/>");
      row += chance.nextInt(3);
    }
    if (is("two header rows", 4)) {
      rows.append(next("", text("B", "Vem") + text("D", "Hur mycket")));
      merged.append("<mergeCell ref=\"D" + row + ":E" + row + "\"/>");
    }
    headerRow = row + 1;
    StringBuilder header = new StringBuilder();
    for (int i = 0; i < HEADER.size(); i++) {
      String name = HEADER.get(i);
      header.append(text(CellAddress.letters(i), i == 3 && is("line break in a header", 4) ? name + "\n" : i == 4 && is("blank behind a header", 4)
          ? "\u00a0" + name + " " : name));
    }
    rows.append(next("", header.toString()));
    int records = 3 + chance.nextInt(10);
    for (int i = 1; i <= records; i++) {
      row += is("rows that are not there", 12) ? 2 : 0;
      if (is("empty styled row", 12)) {
        rows.append(next("", "<c r=\"A@\" s=\"1\"/><c r=\"E@\" s=\"6\"/>"));
      }
      rows.append(record(i));
    }
    if (records > 3 && is("merged recipients", 6)) {
      merged.append("<mergeCell ref=\"B" + (row + 1) + ":B" + (row + 2) + "\"/>");
      rows.append(record(90));
      rows.append(next("", cell("A", "91") + day("C", "2022-05-05", 1) + cell("D", "1") + cell("E", "1")));
      meaning.put("91", List.of(UNKNOWN, "2022-05-05", "1", "1"));
      place.put("91", row);
    }
    if (is("totals", 2)) {
      rows.append(next("", text("A", pick("Summa", "Summa:", "SUMMA")) + "<c r=\"D@\"><f>SUM(D2:D@)</f><v>99999</v></c>"));
    }
    String after = merged.isEmpty() ? "" : "<mergeCells>" + merged + "</mergeCells>";
    if (is("hidden sheet", 4)) {
      workbook.sheet("Dold", "state=\"hidden\"", next("", text("A", "gammalt")), "");
    }
    if (is("empty sheet", 3)) {
      workbook.sheet("Blad2", "<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>");
    }
    workbook.sheet(SHEET.replace("&", "&amp;"), "", rows.toString(), after).styles(STYLES).texts(texts.toArray(String[]::new));
    if (is1904) {
      workbook.properties("<workbookPr date1904=\"1\"/>");
    }
  }

  private boolean is(String shape, int oneOf) {
    boolean is = chance.nextInt(oneOf) == 0;
    if (is) {
      shapes.add(shape);
    }
    return is;
  }

  private String pick(String... all) {
    return all[chance.nextInt(all.length)];
  }

  /** A row below the one before; {@code @} in it stands for its number. */
  private String next(String attributes, String cells) {
    row++;
    return "<row r=\"" + row + "\"" + attributes + ">" + cells.replace("@", Integer.toString(row)) + "</row>";
  }

  private String record(int number) {
    String recipient = RECIPIENTS.get(chance.nextInt(RECIPIENTS.size()));
    String[] day = day("C");
    String[] hours = number("D", chance.nextInt(40));
    String[] amount = number("E", chance.nextInt(2_000_000));
    String id = Integer.toString(number);
    meaning.put(id, List.of(recipient, day[1], hours[1], amount[1]));
    String hidden = is("hidden rows", 12) ? " hidden=\"1\"" : "";
    String rest = is("empty styled cells behind", 5) ? "<c r=\"G@\" s=\"6\"/><c r=\"ZZ@\" s=\"1\"/>" : "";
    String made = next(hidden, (is("number as text", 3) ? text("A", id) : cell("A", id)) + text("B", spelt(recipient)) + day[0] + hours[0]
        + amount[0] + rest);
    place.put(id, row);
    return made;
  }

  private String spelt(String name) {
    return switch (chance.nextInt(6)) {
      case 0 -> shaped("decomposed letters", Normalizer.normalize(name, Normalizer.Form.NFD));
      case 1 -> shaped("blanks around", "\u00a0" + name + "\u2009 ");
      case 2 -> shaped("letter case", name.toUpperCase(Locale.ROOT));
      default -> name;
    };
  }

  private String shaped(String shape, String text) {
    shapes.add(shape);
    return text;
  }

  /** A day as stored in column {@code C}, and what it means. */
  private String[] day(String column) {
    LocalDate day = LocalDate.of(2021, 1, 1).plusDays(chance.nextInt(1_000));
    String means = day.toString();
    String[] odd = switch (chance.nextInt(26)) {
      case 0 -> new String[] {"", UNKNOWN};
      case 1 -> new String[] {error(column), NOTHING_SENSIBLE};
      case 2 -> new String[] {bool(column), NOTHING_SENSIBLE};
      case 3 -> new String[] {cell(column, "44620"), NOTHING_SENSIBLE};
      case 4 -> new String[] {text(column, pick("mars 2022", "v. 12", "i går", "2022-02-30", "0000-00-00", "44620")), NOTHING_SENSIBLE};
      case 5 -> new String[] {styled(column, pick("-1", "2958466", "1e9"), 1), NOTHING_SENSIBLE};
      case 6 -> new String[] {"<c r=\"" + column + "@\" t=\"d\"><v>" + means + "T00:00:00</v></c>", means};
      case 7 -> new String[] {text(column, means), means};
      case 8 -> new String[] {text(column, day.getDayOfMonth() + "/" + day.getMonthValue() + " " + day.getYear()), means};
      case 9 -> new String[] {text(column, "N.a."), UNKNOWN};
      case 10 -> new String[] {"<c r=\"" + column + "@\" s=\"1\"><f>TODAY()</f></c>", NOTHING_SENSIBLE};
      default -> new String[] {day(column, means, 1 + chance.nextInt(5)), means};
    };
    return odd;
  }

  private String day(String column, String means, int style) {
    LocalDate first = is1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    String serial = Long.toString(ChronoUnit.DAYS.between(first, LocalDate.parse(means)));
    shapes.add("day shown as " + STYLES[style - 1]);
    return styled(column, serial + (is("time of day", 4) ? ".99998842592592595" : ""), style);
  }

  /** A number as stored, and what it means. */
  private String[] number(String column, int whole) {
    String plain = whole + pick("", "", ".5", ".25");
    String swedish = plain.replace('.', ',');
    String grouped = Integer.toString(whole).replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", "\u00a0");
    return switch (chance.nextInt(24)) {
      case 0 -> new String[] {"<c r=\"" + column + "@\" s=\"6\"/>", UNKNOWN};
      case 1 -> new String[] {error(column), NOTHING_SENSIBLE};
      case 2 -> new String[] {bool(column), NOTHING_SENSIBLE};
      case 3 -> new String[] {text(column, swedish), plain};
      case 4 -> new String[] {text(column, grouped), Integer.toString(whole)};
      case 5 -> new String[] {text(column, "\u00a0" + swedish + " "), plain};
      case 6 -> new String[] {text(column, pick("40%", "12 st", "ca 3", "1e3", "1/2", "=1+1", "--5", "1.234.5", "\uff11\uff12x")), NOTHING_SENSIBLE};
      case 7 -> new String[] {"<c r=\"" + column + "@\"><f>D1*2</f><v>" + plain + "</v></c>", plain};
      case 8 -> new String[] {"<c r=\"" + column + "@\" t=\"str\"><f>TEXT(D1,0)</f><v>" + swedish + "</v></c>", plain};
      case 9 -> new String[] {"<c r=\"" + column + "@\"><f>D1*2</f></c>", NOTHING_SENSIBLE};
      case 10 -> new String[] {styled(column, pick("0.4", "0.40000000000000002"), PERCENT + chance.nextInt(2)), "0.4"};
      case 11 -> new String[] {cell(column, whole + ".10000000000000001"), whole + ".1"};
      case 12 -> new String[] {cell(column, "1.5E3"), "1500"};
      case 13 -> new String[] {text(column, "N.a."), UNKNOWN};
      case 14 -> new String[] {styled(column, "44620", 2), NOTHING_SENSIBLE};
      default -> new String[] {styled(column, plain, FIRST_NUMBER_STYLE + chance.nextInt(3)), plain};
    };
  }

  private String error(String column) {
    String code = pick("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?");
    return "<c r=\"" + column + "@\" t=\"e\"" + (chance.nextBoolean() ? " s=\"1\"><f>X1</f>" : ">") + "<v>" + shaped("error " + code, code) + "</v></c>";
  }

  private String bool(String column) {
    return "<c r=\"" + column + "@\" t=\"b\"><v>" + pick("0", "1") + "</v></c>";
  }

  private static String cell(String column, String value) {
    return styled(column, value, 0);
  }

  private static String styled(String column, String value, int style) {
    return "<c r=\"" + column + "@\" s=\"" + style + "\"><v>" + value + "</v></c>";
  }

  /** A text: inline, shared, in parts with a reading aid, or as a formula gives it. */
  private String text(String column, String text) {
    String xml = text.replace("&", "&amp;").replace("<", "&lt;");
    switch (chance.nextInt(4)) {
      case 0:
        return "<c r=\"" + column + "@\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + xml + "</t></is></c>";
      case 1:
        return "<c r=\"" + column + "@\" t=\"str\"><f>A1</f><v>" + xml + "</v></c>";
      case 2:
        texts.add("<r><rPr><b/></rPr><t xml:space=\"preserve\">" + xml + "</t></r><r><t></t></r><rPh sb=\"0\" eb=\"1\"><t>LÄST</t></rPh>");
        return "<c r=\"" + column + "@\" t=\"s\"><v>" + (texts.size() - 1) + "</v></c>";
      default:
        texts.add("<t xml:space=\"preserve\">" + xml + "</t>");
        return "<c r=\"" + column + "@\" t=\"s\"><v>" + (texts.size() - 1) + "</v></c>";
    }
  }

  @Override
  public String toString() {
    return shapes.toString();
  }
}
