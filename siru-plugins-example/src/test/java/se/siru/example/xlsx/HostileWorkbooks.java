package se.siru.example.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.siru.core.finding.Finding;
import se.siru.core.intake.Cell;
import se.siru.core.intake.ReaderInput;
import se.siru.core.intake.ReaderOptions;
import se.siru.core.intake.RowSink;

/** Workbooks that no one should have to read. Run as a program, it reads them all and says what came of each. */
final class HostileWorkbooks {
  private static final String ONE = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
  private static final String HEAD = "<worksheet xmlns=\"" + RawWorkbook.MAIN + "\"><sheetData>";
  private static final String TAIL = "</sheetData></worksheet>";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private HostileWorkbooks() {}

  /** A name with the rule that must refuse it, and the bytes. */
  static Map<String, Callable<byte[]>> all() {
    Map<String, Callable<byte[]>> all = new LinkedHashMap<>();
    archives(all);
    references(all);
    markup(all);
    all.put("nothing not-a-workbook", () -> new byte[0]);
    all.put("text not-a-workbook", () -> "id;name\n1;x\n".getBytes(StandardCharsets.UTF_8));
    all.put("html-called-xls not-a-workbook", () -> "<html><table><tr><td>1</td></tr></table></html>".getBytes(StandardCharsets.UTF_8));
    all.put("zip-of-zip not-a-workbook", () -> RawWorkbook.zip(Map.of("inner.xlsx", RawWorkbook.of(ONE).bytes())));
    all.put("open-document not-a-workbook", () -> RawWorkbook.zip(Map.of("mimetype",
        "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8), "content.xml", new byte[1])));
    all.put("document not-a-workbook", () -> RawWorkbook.of(ONE)
        .contentType("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml").bytes());
    all.put("binary-workbook not-a-workbook", () -> RawWorkbook.of(ONE)
        .contentType("application/vnd.ms-excel.sheet.binary.macroEnabled.main").bytes());
    all.put("no-content-type not-a-workbook", () -> RawWorkbook.of(ONE).contentType("").bytes());
    all.put("old-excel old-format", () -> ole("Workbook"));
    all.put("password encrypted", () -> ole("EncryptedPackage"));
    all.put("huge-file too-large", () -> new byte[WorkbookPackage.MOST_BYTES + 1]);
    return all;
  }

  private static void archives(Map<String, Callable<byte[]>> all) {
    all.put("bomb-in-sheet too-large", () -> sheet(repeated("<row>" + "<c><v>1</v></c>".repeat(100) + "</row>", 200 << 20)));
    all.put("bomb-in-texts too-large", () -> texts(repeated("<si><t>x</t></si>", 40 << 20)));
    all.put("bomb-in-styles too-large", () -> with("xl/styles.xml", repeated("<x/>", 40 << 20)));
    all.put("bomb-of-blanks too-large", () -> sheet(repeated(" ", 40 << 20)));
    all.put("bomb-that-lies damaged", () -> lying(sheet(repeated("<row/>", 40 << 20))));
    all.put("huge-texts too-large", () -> texts(random("<si><t>", "</t></si>", 600, 30_000)));
    all.put("many-texts too-large", () -> texts(random("<si><t>", "</t></si>", 600_000, 4)));
    all.put("other-folder damaged", () -> with("../../x.xml", new Chunks()));
    all.put("absolute-name damaged", () -> with("/etc/x.xml", new Chunks()));
    all.put("back-slash damaged", () -> with("xl\\x.xml", new Chunks()));
    all.put("name-in-other-case damaged", () -> with("XL/Workbook.xml", new Chunks()));
    all.put("missing-sheet damaged", () -> without(SHEET));
    all.put("missing-texts damaged", () -> without("xl/sharedStrings.xml"));
    all.put("missing-relations damaged", () -> without("_rels/.rels"));
    all.put("missing-workbook not-a-workbook", () -> RawWorkbook.zip(Map.of("[Content_Types].xml",
        "<Types/>".getBytes(StandardCharsets.UTF_8), "_rels/.rels", "<Relationships/>".getBytes(StandardCharsets.UTF_8))));
    all.put("many-parts too-large", () -> {
      RawWorkbook workbook = RawWorkbook.of(ONE);
      for (int i = 0; i < 5_000; i++) {
        workbook.part("xl/media/" + i + ".png", "");
      }
      return workbook.bytes();
    });
    all.put("cut-off damaged", () -> Arrays.copyOf(RawWorkbook.of(ONE).bytes(), 900));
    all.put("encrypted-entry encrypted", () -> {
      byte[] bytes = RawWorkbook.of(ONE).bytes();
      for (int at = bytes.length - 46; at >= 0; at--) {
        if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 1 && bytes[at + 3] == 2) {
          bytes[at + 8] |= 1;
        }
      }
      return bytes;
    });
  }

  private static void references(Map<String, Callable<byte[]>> all) {
    for (String reference : new String[] {"XFD1048577", "ZZZ99999999", "ZZZZZZ9", "XFE1", "A0", "1", "A", "a1", "A1:B2", "A-1",
        "A1048577", "A99999999999999999999", ""}) {
      all.put("cell-" + reference.replace(':', '-') + " bad-reference",
          () -> RawWorkbook.of("<row><c r=\"" + reference + "\"><v>1</v></c></row>").bytes());
    }
    all.put("row-1048577 bad-reference", () -> RawWorkbook.of("<row r=\"1048577\"><c><v>1</v></c></row>").bytes());
    all.put("row-0 bad-reference", () -> RawWorkbook.of("<row r=\"0\"/>").bytes());
    all.put("row-99999999999 bad-reference", () -> RawWorkbook.of("<row r=\"99999999999\"/>").bytes());
    all.put("row-twice bad-reference", () -> RawWorkbook.of(ONE + ONE).bytes());
    all.put("cell-twice bad-reference",
        () -> RawWorkbook.of("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>").bytes());
    all.put("cell-of-other-row bad-reference", () -> RawWorkbook.of("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>").bytes());
    all.put("all-cells-far-right too-large",
        () -> sheet(numbered("<row r=\"#\"><c r=\"XFD#\"><v>#</v></c></row>", 20_000)));
    all.put("merged-nowhere bad-reference", () -> new RawWorkbook()
        .sheet("Blad1", "", ONE, "<mergeCells><mergeCell ref=\"A1:ZZZZ9\"/></mergeCells>").bytes());
    all.put("text-not-there bad-cell", () -> RawWorkbook.of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>").bytes());
    all.put("text-minus-one bad-cell", () -> RawWorkbook.of("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row>").bytes());
    all.put("number-1e999999999 bad-cell", () -> RawWorkbook.of("<row r=\"1\"><c r=\"A1\"><v>1e999999999</v></c></row>").bytes());
    all.put("number-of-letters bad-cell", () -> RawWorkbook.of("<row r=\"1\"><c r=\"A1\"><v>abc</v></c></row>").bytes());
    all.put("number-without-end bad-cell",
        () -> RawWorkbook.of("<row r=\"1\"><c r=\"A1\"><v>" + "9".repeat(30_000) + "</v></c></row>").bytes());
    all.put("text-without-end bad-cell", () -> RawWorkbook.of(
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "x".repeat(40_000) + "</t></is></c></row>").bytes());
    all.put("kind-unknown bad-cell", () -> RawWorkbook.of("<row r=\"1\"><c r=\"A1\" t=\"z\"><v>1</v></c></row>").bytes());
  }

  private static void markup(Map<String, Callable<byte[]>> all) {
    String outside = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
    all.put("external-entity damaged", () -> xml(outside + HEAD + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&x;</v></c></row>" + TAIL));
    all.put("external-subset damaged", () -> xml("<!DOCTYPE worksheet SYSTEM \"http://localhost:9/x.dtd\">" + HEAD + TAIL));
    all.put("laughs damaged", () -> xml("<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + HEAD + TAIL));
    all.put("unknown-entity damaged", () -> xml(HEAD + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&x;</v></c></row>" + TAIL));
    all.put("not-closed damaged", () -> xml(HEAD + "<row>"));
    all.put("not-nested damaged", () -> xml(HEAD + "<row></c></row>" + TAIL));
    all.put("no-markup damaged", () -> xml("x"));
    all.put("deep damaged", () -> unpacked(repeated("<a>", 8 << 20)));
    all.put("long-comment damaged", () -> unpacked(new Chunks().add("<!--").add("x", 8 << 20).add("-->")));
    all.put("long-attribute damaged", () -> unpacked(new Chunks().add("<row x=\"").add(">", 8 << 20).add("\"/>")));
    all.put("long-character-data damaged",
        () -> unpacked(new Chunks().add("<row><c><v><![CDATA[").add("1", 8 << 20).add("]]></v></c></row>")));
    all.put("long-instruction damaged", () -> unpacked(new Chunks().add("<?x ").add("y", 8 << 20).add("?>")));
    all.put("long-name damaged", () -> unpacked(new Chunks().add("<").add("x", 8 << 20).add("/>")));
    all.put("long-text damaged", () -> unpacked(new Chunks().add("<row><c><v>").add("&#49;", 8 << 20).add("</v></c></row>")));
    all.put("many-names damaged", () -> sheet(numbered("<n#/>", 300_000)));
    all.put("many-attributes damaged", () -> sheet(numbered("<row a#='1'/>", 100_000)));
    all.put("other-encoding damaged",
        () -> RawWorkbook.of(ONE).part(SHEET, (HEAD + ONE + TAIL).getBytes(StandardCharsets.UTF_16LE)).bytes());
    all.put("seven-bits damaged", () -> with("xl/workbook.xml",
        new Chunks().add("<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADw-workbook/+AD4-")));
    all.put("not-utf-8 damaged", () -> RawWorkbook.of(ONE).part(SHEET, new byte[] {'<', 'a', (byte) 0xE5, '/', '>'}).bytes());
  }

  /** Bytes that are many and not all held. */
  private static final class Chunks {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private byte[] unit = new byte[0];
    private int times;
    private String after = "";

    Chunks add(String text) {
      if (unit.length == 0) {
        bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
      } else {
        after += text;
      }
      return this;
    }

    Chunks add(String repeated, int length) {
      unit = repeated.getBytes(StandardCharsets.ISO_8859_1);
      times = length / unit.length;
      return this;
    }

    void writeTo(ZipOutputStream zip) throws IOException {
      bytes.writeTo(zip);
      byte[] block = new byte[unit.length * 1_024];
      for (int i = 0; i < block.length; i++) {
        block[i] = unit[i % unit.length];
      }
      for (int i = 0; i < times / 1_024; i++) {
        zip.write(block);
      }
      zip.write(block, 0, times % 1_024 * unit.length);
      zip.write(after.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static Chunks repeated(String unit, int length) {
    return new Chunks().add(unit, length);
  }

  /** A text many times, with the number of each in place of {@code #}. */
  private static Chunks numbered(String unit, int count) {
    Chunks chunks = new Chunks();
    for (int i = 1; i <= count; i++) {
      chunks.add(unit.replace("#", Integer.toString(i)));
    }
    return chunks;
  }

  /** Texts that hardly compress. */
  private static Chunks random(String before, String after, int count, int length) {
    Chunks chunks = new Chunks();
    long state = 42;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.setLength(0);
      for (int j = 0; j < length; j++) {
        state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        text.append((char) ('a' + (state >>> 60)));
      }
      chunks.add(before + text + after);
    }
    return chunks;
  }

  private static byte[] sheet(Chunks rows) throws IOException {
    return zip(SHEET, HEAD, rows, TAIL, Deflater.DEFAULT_COMPRESSION);
  }

  /** A sheet that is as large as it looks. */
  private static byte[] unpacked(Chunks rows) throws IOException {
    return zip(SHEET, HEAD, rows, TAIL, Deflater.NO_COMPRESSION);
  }

  private static byte[] texts(Chunks texts) throws IOException {
    return zip("xl/sharedStrings.xml", "<sst xmlns=\"" + RawWorkbook.MAIN + "\">", texts, "</sst>", Deflater.DEFAULT_COMPRESSION);
  }

  private static byte[] with(String part, Chunks content) throws IOException {
    boolean isStyles = part.equals("xl/styles.xml");
    return zip(part, isStyles ? "<styleSheet>" : "", content, isStyles ? "</styleSheet>" : "", Deflater.DEFAULT_COMPRESSION);
  }

  private static byte[] xml(String sheet) {
    return RawWorkbook.of(ONE).part(SHEET, sheet).bytes();
  }

  private static byte[] without(String part) {
    Map<String, byte[]> parts = RawWorkbook.of(ONE).parts();
    parts.remove(part);
    return RawWorkbook.zip(parts);
  }

  private static byte[] zip(String part, String before, Chunks content, String after, int level)
      throws IOException {
    Map<String, byte[]> parts = RawWorkbook.of(ONE).parts();
    parts.remove(part);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(level);
      for (Map.Entry<String, byte[]> each : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
      zip.putNextEntry(new ZipEntry(part));
      zip.write(before.getBytes(StandardCharsets.UTF_8));
      content.writeTo(zip);
      zip.write(after.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** The same archive, whose directory states that each part is small. */
  private static byte[] lying(byte[] bytes) {
    for (int at = bytes.length - 46; at >= 0; at--) {
      if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 1 && bytes[at + 3] == 2) {
        bytes[at + 26] = 0;
        bytes[at + 27] = 0;
      }
    }
    return bytes;
  }

  private static byte[] ole(String stream) {
    byte[] bytes = new byte[4_096];
    byte[] head = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    System.arraycopy(head, 0, bytes, 0, head.length);
    byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, bytes, 1_024, name.length);
    return bytes;
  }

  /** Takes rows as an import does: looks at each cell, keeps none. */
  private static final class Looking implements RowSink {
    private String rule = "nothing";

    @Override
    public void table(String name) {}

    @Override
    public boolean row(long number, List<Cell> cells) {
      return cells.stream().anyMatch(cell -> cell.kind() != Cell.Kind.BLANK);
    }

    @Override
    public boolean object(long number, Map<String, Cell> members) {
      return false;
    }

    @Override
    public void bad(Finding why) {}

    @Override
    public void found(Finding finding) {
      rule = finding.rule().id();
    }
  }

  /** Reads the files named, one line each: name, rule, milliseconds of the processor, which others at work do not lengthen. */
  public static void main(String[] files) throws IOException {
    for (String file : files) {
      Path path = Path.of(file);
      Looking looking = new Looking();
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      String result;
      try {
        new XlsxReader().read(ReaderInput.of("a.xlsx", path), ReaderOptions.none().with("sheet", 1), looking);
        result = looking.rule;
      } catch (RuntimeException | Error failure) {
        result = failure.toString();
      }
      long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      System.out.println(path.getFileName() + " " + result + " " + (end - start) / 1_000_000);
    }
  }
}
