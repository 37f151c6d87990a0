package se.siru.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook with one sheet of texts, put together by hand, so that nothing but the jar under test knows the format. */
final class SmallWorkbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

  private SmallWorkbook() {}

  @SafeVarargs
  static void write(Path file, List<String>... rows) throws IOException {
    Files.write(file, of("Blad1", rows));
  }

  /** The bytes of a workbook whose sheet has a name. */
  @SafeVarargs
  static byte[] of(String sheet, List<String>... rows) throws IOException {
    StringBuilder cells = new StringBuilder();
    for (List<String> row : rows) {
      cells.append("<row>");
      row.forEach(text -> cells.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>"));
      cells.append("</row>");
    }
    Map<String, String> parts = new TreeMap<>();
    parts.put("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\"><Override PartName=\"/xl/workbook.xml\""
        + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
    parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
    parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "sheet.xml"));
    parts.put("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
        + "\"><sheets><sheet name=\"" + sheet + "\" sheetId=\"1\" r:id=\"r\"/></sheets></workbook>");
    parts.put("xl/sheet.xml", "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + cells + "</sheetData></worksheet>");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static String relation(String type, String target) {
    return "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r\" Type=\"" + OFFICE + "/" + type
        + "\" Target=\"" + target + "\"/></Relationships>";
  }
}
