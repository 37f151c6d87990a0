package se.siru.core.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * A table as agencies have them, made by chance from a number, and what each of its cells means. It is about advice: who
 * got how many hours and how much money, when.
 */
final class MessyTable {
  /** The column that tells rows apart. */
  static final String NUMBER = "Ärendenummer";
  static final List<String> HEADER = List.of(NUMBER, "Mottagare", "Stödform", "Datum", "Timmar", "Belopp", "E-post", "Namn");
  /** What a cell means that a person could not read as a value either. */
  static final String NOTHING_SENSIBLE = "!";
  /** What a cell means that states that its value is not known. */
  static final String UNKNOWN = "";
  /** Names of people who are not to be seen anywhere. */
  static final String CANARY = "Kanaria";

  private static final List<String> RECIPIENTS =
      List.of("Vävstugan", "Ängens vänner", "Byggbolaget AB", "Café Örat ekonomisk förening", "Föreningen \"Hoppet\"", "Å; Ö & Co");

  final String shapes;
  /** By number: what the row's date, hours and amount mean, in that order after the recipient; in the order of the file. */
  final Map<String, List<String>> meaning = new LinkedHashMap<>();
  /** By number: the row of the file. */
  final Map<String, Integer> place = new LinkedHashMap<>();
  final byte[] bytes;

  private final Random chance;
  private final TreeSet<String> met = new TreeSet<>();
  private final boolean swedish;
  private final String days;
  private final boolean mixedDays;
  private final boolean mixedNumbers;
  private final boolean earlyDays;
  private final boolean points;

  MessyTable(int number) {
    chance = new Random(number * 7_919L + 17);
    swedish = is("decimal comma", 2);
    days = pick("yyyy-MM-dd", "d/M yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy");
    mixedDays = is("mixed days", 5);
    mixedNumbers = is("mixed numbers", 8);
    earlyDays = is("days before the thirteenth", 3);
    points = is("points between thousands", 5);
    List<List<String>> rows = new ArrayList<>();
    if (is("titles above", 6)) {
      rows.add(List.of("Rådgivning under året"));
      rows.add(List.of("Exempelkommunen", "", ""));
    }
    List<String> header = new ArrayList<>(HEADER);
    if (is("blank behind a header", 8)) {
      header.set(4, "Timmar ");
    }
    if (is("line break in a header", 12)) {
      header.set(5, "Belopp\n");
    }
    if (is("empty columns", 6)) {
      header.addAll(List.of("", ""));
    }
    rows.add(header);
    if (is("units below the header", 10)) {
      rows.add(padded(List.of("", "", "", "dag", "tim", "kr"), header.size()));
    }
    int records = 1 + chance.nextInt(11);
    for (int i = 1; i <= records; i++) {
      if (is("blank rows", 40)) {
        rows.add(List.of(""));
      }
      rows.add(padded(record(i, rows.size() + 1), header.size()));
      if (is("row with too few cells", 60)) {
        rows.set(rows.size() - 1, rows.get(rows.size() - 1).subList(0, 5));
      } else if (is("row with too many cells", 60)) {
        List<String> longer = new ArrayList<>(rows.get(rows.size() - 1));
        longer.add(2, "Föreningen");
        rows.set(rows.size() - 1, longer);
      }
    }
    if (is("totals", 5)) {
      rows.add(padded(List.of(pick("Summa", "Totalt", "Summa:"), "", "", "", "99999", "99999"), header.size()));
    }
    bytes = encoded(written(rows));
    shapes = number + ": " + met;
  }

  private boolean is(String shape, int oneOf) {
    boolean is = chance.nextInt(oneOf) == 0;
    if (is) {
      met.add(shape);
    }
    return is;
  }

  private String pick(String... texts) {
    return texts[chance.nextInt(texts.length)];
  }

  private static List<String> padded(List<String> cells, int width) {
    List<String> padded = new ArrayList<>(cells);
    while (padded.size() < width) {
      padded.add("");
    }
    return padded;
  }

  private List<String> record(int number, int row) {
    String recipient = RECIPIENTS.get(chance.nextInt(RECIPIENTS.size()));
    String[] day = day();
    String[] hours = number(chance.nextInt(40));
    String[] amount = number(chance.nextInt(2_000_000));
    String id = Integer.toString(number);
    meaning.put(id, List.of(recipient, day[1], hours[1], amount[1]));
    place.put(id, row);
    return List.of(id, spelt(recipient), "Bidrag", day[0], hours[0], amount[0],
        CANARY.toLowerCase(Locale.ROOT) + number + "@exempel.se", CANARY + " Påhittad");
  }

  private String spelt(String name) {
    return switch (chance.nextInt(8)) {
      case 0 -> shaped("decomposed letters", Normalizer.normalize(name, Normalizer.Form.NFD));
      case 1 -> shaped("blanks around", "\u00a0" + name + "  ");
      default -> name;
    };
  }

  private String shaped(String shape, String text) {
    met.add(shape);
    return text;
  }

  /** A day as written, and what it means. */
  private String[] day() {
    int year = 2021 + chance.nextInt(3);
    int month = 1 + chance.nextInt(12);
    int day = 1 + chance.nextInt(earlyDays ? 12 : 28);
    String means = String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
    if (chance.nextInt(20) == 0) {
      String odd = pick("N.a.", "", "2022-02-30", "44620", "mars 2022", "2022", "v. 12", "i går", "0000-00-00");
      met.add("day " + odd);
      return new String[] {odd, odd.isEmpty() || odd.equals("N.a.") ? UNKNOWN : NOTHING_SENSIBLE};
    }
    String style = mixedDays && chance.nextBoolean() ? "yyyy-MM-dd" : days;
    met.add("days " + style);
    String written = switch (style) {
      case "d/M yyyy" -> day + "/" + month + " " + year;
      case "dd/MM/yyyy" -> String.format(Locale.ROOT, "%02d/%02d/%04d", day, month, year);
      case "MM/dd/yyyy" -> String.format(Locale.ROOT, "%02d/%02d/%04d", month, day, year);
      case "dd.MM.yyyy" -> String.format(Locale.ROOT, "%02d.%02d.%04d", day, month, year);
      default -> means;
    };
    return new String[] {written, means};
  }

  /** A number as written, and what it means: plain digits. */
  private String[] number(int whole) {
    if (chance.nextInt(16) == 0) {
      String odd = pick("N.a.", "", "40%", "-5", "1,234.50", "1.234,50", "12 st", "ca 3", "1e3", "1/2", "#REF!", "12,", "\uff11\uff12",
          "=1+1", "+7", "--5", "\ufeff12", "1\u200b2");
      met.add("number " + odd);
      String means = switch (odd) {
        case "", "N.a." -> UNKNOWN;
        case "-5" -> "-5";
        case "1,234.50", "1.234,50" -> "1234.50";
        case "+7" -> "7";
        case "\uff11\uff12", "\ufeff12", "1\u200b2" -> "12";
        default -> NOTHING_SENSIBLE;
      };
      return new String[] {odd, means};
    }
    boolean comma = mixedNumbers ? chance.nextBoolean() : swedish;
    int hundredths = points || chance.nextInt(3) == 0 ? 0 : 25 * chance.nextInt(4);
    String digits = Integer.toString(whole);
    String decimals = hundredths == 0 ? "" : (comma ? "," : ".") + String.format(Locale.ROOT, "%02d", hundredths);
    String group = comma && whole > 999 ? pick("", " ", "\u00a0", "\u202f") : "";
    String point = points && whole > 999 ? "." : group;
    String written = point.isEmpty() ? digits : digits.replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", point);
    return new String[] {written + decimals, hundredths == 0 ? digits : digits + String.format(Locale.ROOT, ".%02d", hundredths)};
  }

  private String written(List<List<String>> rows) {
    String separator = pick(";", ";", ",", "\t", "|");
    met.add("separator " + separator);
    boolean named = is("sep=", 10);
    String end = is("CRLF", 2) ? "\r\n" : "\n";
    boolean quoted = is("all quoted", 5);
    boolean broken = is("unclosed quote", 25);
    StringBuilder text = new StringBuilder(named ? "sep=" + separator + end : "");
    if (named) {
      place.replaceAll((id, row) -> row + 1);
    }
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (String cell : row) {
        boolean needed = cell.contains(separator) || cell.contains("\"") || cell.contains("\n");
        cells.add(needed || quoted && row.size() > 1 ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
      }
      if (broken && row == rows.get(rows.size() - 1)) {
        cells.set(0, "\"" + cells.get(0).replace("\"", ""));
      }
      text.append(String.join(separator, cells)).append(end);
    }
    return text.toString();
  }

  private byte[] encoded(String text) {
    String name = pick("UTF-8", "UTF-8", "UTF-8 with BOM", "windows-1252", "UTF-16LE with BOM", "UTF-16BE with BOM");
    met.add(name);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (name) {
      case "UTF-8 with BOM" -> out.writeBytes(("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
      case "windows-1252" -> out.writeBytes(Normalizer.normalize(text, Normalizer.Form.NFC).getBytes(Charset.forName("windows-1252")));
      case "UTF-16LE with BOM" -> out.writeBytes(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
      case "UTF-16BE with BOM" -> out.writeBytes(("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE));
      default -> out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
    byte[] all = out.toByteArray();
    boolean cut = is("half a letter at the end", 30);
    return cut ? Arrays.copyOf(all, all.length - 1) : all;
  }

  @Override
  public String toString() {
    return shapes;
  }
}
