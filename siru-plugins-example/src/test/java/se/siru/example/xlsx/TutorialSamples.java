package se.siru.example.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import se.siru.example.xlsx.WorkbookWriter.Sheet;
import se.siru.example.xlsx.WorkbookWriter.Value;

/**
 * The workbooks of the tutorial, as an agency might have them: titles above tables, sums below, organisations as people write
 * them. Organisations, numbers, amounts and persons are invented.
 */
final class TutorialSamples {
  /** Where they are kept. */
  static final Path FOLDER = Path.of("..", "docs", "tutorial", "samples");

  private TutorialSamples() {}

  /** Writes them anew. */
  public static void main(String[] args) throws IOException {
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      Files.write(FOLDER.resolve(file.getKey()), file.getValue());
    }
  }

  /** Their bytes by file name. */
  static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    files.put("beslut.xlsx", bytes(decision()));
    files.put("insats.xlsx", bytes(programme()));
    files.put("narvaro.xlsx", bytes(attendance()));
    files.put("register.xlsx", bytes(register()));
    files.put("tidrapport.xlsx", bytes(timeSheet()));
    return files;
  }

  private static byte[] bytes(WorkbookWriter workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    workbook.writeTo(out);
    return out.toByteArray();
  }

  private static WorkbookWriter programme() {
    WorkbookWriter workbook = new WorkbookWriter("Insats");
    Sheet programme = workbook.sheet("Insats").widths(8, 16, 32, 12, 12).header("Id", "Nivå", "Namn", "Start", "Slut");
    row(programme, "insats", "Insats", "Goda grannar i Exempelstad", day(1, 1), day(12, 31));
    row(programme, "AP1", "Arbetspaket", "Mötesplatser", day(1, 1), day(12, 31));
    row(programme, "AP2", "Arbetspaket", "Rådgivning", day(1, 1), day(12, 31));
    Sheet activities = workbook.sheet("Aktiviteter").widths(24, 12, 18, 12).title("Aktiviteter 2024")
        .header("Aktivitet", "Datum", "Typ", "Arbetspaket");
    row(activities, "Uppstartsforum", day(2, 14), "Dialogforum", "AP1");
    row(activities, "Nätverksträff", day(4, 18), "Nätverksträff", "AP1");
    row(activities, "Idéverkstad", day(5, 23), "Processverkstad", "AP1");
    return workbook;
  }

  private static WorkbookWriter register() {
    WorkbookWriter workbook = new WorkbookWriter("Register över organisationer");
    Sheet sheet = workbook.sheet("Register").widths(14, 32, 16, 20, 12, 10, 26)
        .header("Id", "Namn", "Orgnr", "Sektor", "Kommun", "Företag", "Webb");
    row(sheet, "exempelstad", "Exempelstads kommun", "212999-0004", "offentlig", "Habo", "nej", "exempelstad.example.org");
    row(sheet, "bryggan", "Bryggans Kafé AB", "559999-0008", "socialt företag", "Jönköping", "ja", "");
    row(sheet, "vavstugan", "Vävstugan AB", "559999-0016", "näringsliv", "Habo", "ja", "");
    row(sheet, "angen", "Ängens ideella förening", "802999-0002", "civilsamhälle", "Habo", "nej", "");
    row(sheet, "odlarna", "Odlarna ek. för.", "769999-0003", "socialt företag", "Habo", "ja", "");
    return workbook;
  }

  private static WorkbookWriter attendance() {
    WorkbookWriter workbook = new WorkbookWriter("Närvaro våren 2024");
    Sheet sheet = workbook.sheet("Närvaro").widths(18, 12, 26, 40, 8, 40, 12)
        .title("Goda grannar i Exempelstad")
        .title("Närvarolista våren 2024")
        .row(Value.text("Fylls i vid dörren. Påhittat exempel: ingen av personerna finns."))
        .row(Value.text("Ja = kom, Nej = uteblev"))
        .row(Value.blank())
        .header("Aktivitet", "Datum", "Namn", "E-post", "Kön", "Organisation", "Kom");
    String forum = "Uppstartsforum";
    row(sheet, forum, day(2, 14), "Kanarina Exempelsson", "kanarina.exempelsson@example.org", "Kvinna", "Bryggans kafé", "Ja");
    row(sheet, forum, day(2, 14), "Påhittad Svensk", "pahittad.svensk@exempelstad.example.org", "Man",
        "Socialförvaltningen", "Ja");
    row(sheet, forum, day(2, 14), "Testina Testberg", "testina.testberg@example.org", "Kvinna", "Ängens id. för.", "Ja");
    row(sheet, forum, day(2, 14), "Fiktor Fiktorsson", "", "Man", "Vävstugan", "Nej");
    String network = "Nätverksträff";
    row(sheet, network, day(4, 18), "Kanarina Exempelsson", "kanarina.exempelsson@example.org", "Kvinna", "Brygga kafé", "Ja");
    row(sheet, network, day(4, 18), "Fiktor Fiktorsson", "", "Man", "vävstugan ab", "Ja");
    row(sheet, network, day(4, 18), "Låtsas Låtsasdotter", "latsas@example.org", "Kvinna", "Lyktan", "Ja");
    row(sheet, network, day(4, 18), "Pensia Påhittberg", "", "Kvinna", "pensionär", "Ja");
    String workshop = "Idéverkstad";
    row(sheet, workshop, day(5, 23), "Kanarina Exempelsson", "kanarina.exempelsson@example.org", "Kvinna",
        "Kanarina Exempelsson, Bryggans kafé", "Ja");
    row(sheet, workshop, day(5, 23), "Låtsas Låtsasdotter", "latsas@example.org", "Kvinna", "Lyktan", "Ja");
    row(sheet, workshop, day(5, 23), "Testina Testberg", "testina.testberg@example.org", "Kvinna", "Ängens id. för.", "Ja");
    row(sheet, workshop, day(5, 23), "Exempla Odlarsson", "exempla@example.org", "Annat", "Exempelstads kn, kultur", "Ja");
    row(sheet, workshop, day(5, 23), "Hitta Påhittman", "hitta@example.org", "Man", "privat", "Ja");
    return workbook;
  }

  private static WorkbookWriter timeSheet() {
    WorkbookWriter workbook = new WorkbookWriter("Tidrapport");
    Sheet sheet = workbook.sheet("Timmar").widths(12, 26, 24, 12, 12, 40)
        .title("Tidrapport, rådgivning")
        .title("Januari–juni 2024")
        .header("Datum", "Rådgivare", "Klient", "Kundtimmar", "Egen tid", "Anteckning");
    String adviser = "Rådulf Rådgivarsson";
    row(sheet, day(2, 20), adviser, "Bryggans Kafé AB", number("2"), number("3.5"), "Träffade Kanarina Exempelsson");
    row(sheet, day(3, 12), adviser, "Odlarna ek. för.", number("1.5"), number("2"), "");
    row(sheet, day(4, 9), adviser, "Vävstugan AB", number("3"), number("4"), "");
    row(sheet, day(5, 14), adviser, "Bryggans Kafé AB", number("2.5"), number("2.5"), "");
    row(sheet, "Summa", "", "", number("9"), number("12"), "");
    return workbook;
  }

  private static WorkbookWriter decision() {
    WorkbookWriter workbook = new WorkbookWriter("Beslut");
    Sheet decision = workbook.sheet("Beslut").widths(8, 18, 12).header("Id", "Diarienummer", "Datum");
    row(decision, "B1", "EXF 2023-0001", LocalDate.of(2023, 12, 15));
    Sheet periods = workbook.sheet("Perioder").widths(8, 8, 12, 12, 12).header("Id", "Nummer", "Start", "Slut", "Senast");
    row(periods, "P1", number("1"), day(1, 1), day(3, 31), day(4, 30));
    row(periods, "P2", number("2"), day(4, 1), day(6, 30), day(7, 31));
    row(periods, "P3", number("3"), day(7, 1), day(9, 30), day(10, 31));
    row(periods, "P4", number("4"), day(10, 1), day(12, 31), LocalDate.of(2025, 1, 31));
    Sheet targets = workbook.sheet("Mål").widths(12, 32, 12, 14, 12).title("Mål för hela insatsen")
        .header("Indikator", "Vad", "Period", "Utgångsvärde", "Målvärde");
    row(targets, "RCO01", "Företag som fått stöd", "total", number("0"), number("5"));
    row(targets, "SI-P01", "Organisationer som nåtts", "total", number("0"), number("12"));
    row(targets, "SI-P03", "Deltaganden", "total", number("0"), number("20"));
    Sheet money = workbook.sheet("Ekonomi").widths(12, 26, 14, 14, 14, 10).title("Budget och utfall, kronor")
        .header("Arbetspaket", "Partner", "Kostnadsslag", "Budget", "Utfall", "Period");
    row(money, "AP1", "Exempelstads kommun", "Personal", number("400000"), "", "");
    row(money, "AP2", "Exempelstads kommun", "Personal", number("250000"), "", "");
    row(money, "AP1", "Exempelstads kommun", "Personal", "", number("91250.50"), "P1");
    row(money, "AP1", "Exempelstads kommun", "Personal", "", number("104300"), "P2");
    row(money, "AP2", "Exempelstads kommun", "Personal", "", number("61000"), "P2");
    row(money, "Summa", "", "", number("650000"), number("256550.50"), "");
    return workbook;
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2024, month, day);
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits);
  }

  private static void row(Sheet sheet, Object... values) {
    sheet.row(Arrays.stream(values).map(TutorialSamples::value).toList());
  }

  private static Value value(Object value) {
    if (value instanceof LocalDate day) {
      return Value.day(day);
    }
    return value instanceof BigDecimal number ? Value.number(number) : Value.text(value.toString());
  }
}
