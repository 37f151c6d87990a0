package se.siru.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The cells of workbooks as whoever opens them sees them, read without anything of the library. */
final class SampleWorkbooks {
  private static final Pattern TEXT = Pattern.compile("<si>(.*?)</si>");
  private static final Pattern SHEET = Pattern.compile("<sheet name=\"([^\"]*)\" r:id=\"([^\"]*)\"");
  private static final Pattern TARGET = Pattern.compile("<Relationship Id=\"([^\"]*)\" Target=\"([^\"]*)\"");
  private static final Pattern CELL = Pattern.compile("<c r=\"([A-Z]+)(\\d+)\"([^>]*)><v>([^<]*)</v></c>");
  private static final Pattern REFERENCE = Pattern.compile("&#x([0-9a-fA-F]+);");

  private SampleWorkbooks() {}

  /** The rows of each sheet by number, each with its cells by letter of the column; numbers and dates as they are stored. */
  static Map<String, Map<Integer, Map<String, String>>> sheets(Path workbook) throws IOException {
    Map<String, String> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(workbook)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    List<String> texts = all(TEXT, parts.getOrDefault("xl/sharedStrings.xml", "")).stream()
        .map(found -> plain(found.group(1).replaceAll("<[^>]*>", ""))).toList();
    Map<String, String> targets = new HashMap<>();
    all(TARGET, parts.get("xl/_rels/workbook.xml.rels")).forEach(found -> targets.put(found.group(1), found.group(2)));
    Map<String, Map<Integer, Map<String, String>>> sheets = new TreeMap<>();
    for (MatchResult sheet : all(SHEET, parts.get("xl/workbook.xml"))) {
      Map<Integer, Map<String, String>> rows = new TreeMap<>();
      for (MatchResult cell : all(CELL, parts.get("xl/" + targets.get(sheet.group(2))))) {
        boolean isText = cell.group(3).contains("t=\"s\"");
        rows.computeIfAbsent(Integer.valueOf(cell.group(2)), key -> new TreeMap<>())
            .put(cell.group(1), isText ? texts.get(Integer.parseInt(cell.group(4))) : cell.group(4));
      }
      sheets.put(plain(sheet.group(1)), rows);
    }
    return sheets;
  }

  private static List<MatchResult> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  private static String plain(String text) {
    return REFERENCE.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))))
        .replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
  }
}
