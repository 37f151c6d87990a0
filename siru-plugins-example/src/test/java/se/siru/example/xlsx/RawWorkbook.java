package se.siru.example.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook part by part, as Excel writes it, or as nobody should. */
final class RawWorkbook {
  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  static final String WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final List<String> sheets = new ArrayList<>();
  private final StringBuilder texts = new StringBuilder();
  private String workbookProperties = "";
  private String contentType = WORKBOOK_TYPE;

  /** A workbook with one sheet, {@code Blad1}. */
  static RawWorkbook of(String rows) {
    return new RawWorkbook().sheet("Blad1", rows);
  }

  RawWorkbook sheet(String name, String rows) {
    return sheet(name, "", rows, "");
  }

  /** A sheet with a state, its rows, and what follows them. */
  RawWorkbook sheet(String name, String state, String rows, String after) {
    sheets.add("<sheet name=\"" + name + "\" sheetId=\"" + (sheets.size() + 1) + "\" " + state
        + " r:id=\"rId" + (sheets.size() + 1) + "\"/>");
    return part("xl/worksheets/sheet" + sheets.size() + ".xml",
        HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData>" + after + "</worksheet>");
  }

  /** Shared texts, each the content of an {@code si}. */
  RawWorkbook texts(String... contents) {
    for (String content : contents) {
      texts.append("<si>").append(content).append("</si>");
    }
    return this;
  }

  /** Formats of cells: style 0 is plain, the others follow. */
  RawWorkbook styles(String... formats) {
    StringBuilder own = new StringBuilder();
    StringBuilder cells = new StringBuilder("<xf numFmtId=\"0\"/>");
    for (int i = 0; i < formats.length; i++) {
      boolean builtIn = formats[i].matches("[0-9]+");
      cells.append("<xf numFmtId=\"").append(builtIn ? formats[i] : Integer.toString(164 + i)).append("\"/>");
      if (!builtIn) {
        own.append("<numFmt numFmtId=\"").append(164 + i).append("\" formatCode=\"")
            .append(formats[i].replace("\"", "&quot;")).append("\"/>");
      }
    }
    return part("xl/styles.xml", HEAD + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts>" + own
        + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + cells + "</cellXfs></styleSheet>");
  }

  RawWorkbook properties(String xml) {
    this.workbookProperties = xml;
    return this;
  }

  RawWorkbook contentType(String type) {
    this.contentType = type;
    return this;
  }

  RawWorkbook part(String name, String content) {
    return part(name, content.getBytes(StandardCharsets.UTF_8));
  }

  RawWorkbook part(String name, byte[] content) {
    parts.put(name, content);
    return this;
  }

  Map<String, byte[]> parts() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    put(all, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + contentType + "\"/></Types>");
    put(all, "_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
    put(all, "xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">" + workbookProperties
        + "<sheets>" + String.join("", sheets) + "</sheets></workbook>");
    StringBuilder related = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      related.append(relation(i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    related.append(relation(101, "styles", "styles.xml")).append(relation(102, "sharedStrings", "sharedStrings.xml"));
    put(all, "xl/_rels/workbook.xml.rels", relations(related.toString()));
    put(all, "xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"/>");
    put(all, "xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">" + texts + "</sst>");
    all.putAll(parts);
    return all;
  }

  byte[] bytes() {
    return zip(parts());
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void put(Map<String, byte[]> parts, String name, String xml) {
    parts.put(name, (HEAD + xml).getBytes(StandardCharsets.UTF_8));
  }

  private static String relations(String relations) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
        + "</Relationships>";
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId" + id + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"" + target + "\"/>";
  }
}
