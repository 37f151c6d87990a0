package se.siru.example.xlsx;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Origin;
import se.siru.core.intake.ReaderInput;

/** What a workbook is made of: its sheets in their order, its texts, its number formats, and where its calendar begins. */
final class WorkbookParts {
  private static final String TYPES = "[Content_Types].xml";
  private static final String TOP = "_rels/.rels";
  private static final String MAIN = "/officeDocument";
  private static final String WORKSHEET = "/worksheet";
  private static final int MOST_SHEETS = 1_000;

  private final WorkbookPackage workbook;
  private final List<Sheet> sheets = new ArrayList<>();
  private String sharedStrings = "";
  private String styles = "";
  private boolean is1904;

  /** A sheet with cells. */
  record Sheet(String name, String part, boolean isHidden) {}

  private record Relation(String type, String target, boolean isExternal) {}

  private WorkbookParts(WorkbookPackage workbook) {
    this.workbook = workbook;
  }

  static WorkbookParts read(ReaderInput input) throws IOException, BadWorkbook {
    WorkbookPackage workbook = WorkbookPackage.read(input);
    WorkbookParts made = new WorkbookParts(workbook);
    Origin file = Origin.of(input.name());
    if (!workbook.has(TYPES)) {
      throw new BadWorkbook(XlsxRules.NOT_A_WORKBOOK, file,
          "why", workbook.has("content.xml") ? "OpenDocument" : "no " + TYPES);
    }
    String main = "";
    for (Relation relation : made.relations(TOP, "").values()) {
      main = relation.type().endsWith(MAIN) && !relation.isExternal() ? relation.target() : main;
    }
    String type = made.contentType(main);
    if (!type.contains("spreadsheetml") && !type.contains("ms-excel") || !type.endsWith("main+xml")) {
      throw new BadWorkbook(XlsxRules.NOT_A_WORKBOOK, file, "why", type.isEmpty() ? "no content type" : type);
    }
    made.workbook(main);
    return made;
  }

  WorkbookPackage workbook() {
    return workbook;
  }

  /** The sheets with cells, in their order; sheets that are charts are left out. */
  List<Sheet> sheets() {
    return sheets;
  }

  /** The part with the texts; empty where there is none. */
  String sharedStrings() {
    return sharedStrings;
  }

  /** The part with the number formats; empty where there is none. */
  String styles() {
    return styles;
  }

  /** True where days are counted from 1904, as Excel once did on Macintosh. */
  boolean is1904() {
    return is1904;
  }

  private String contentType(String part) throws IOException, BadWorkbook {
    String byEnding = "";
    String ending = part.substring(part.lastIndexOf('.') + 1);
    try (Part types = Part.open(workbook, TYPES)) {
      while (types.nextElement()) {
        String type = orEmpty(types.attribute("ContentType"));
        if (types.element().equals("Override") && ("/" + part).equalsIgnoreCase(types.attribute("PartName"))) {
          return type;
        }
        if (types.element().equals("Default") && ending.equalsIgnoreCase(types.attribute("Extension"))) {
          byEnding = type;
        }
      }
    }
    return byEnding;
  }

  private void workbook(String main) throws IOException, BadWorkbook {
    int slash = main.lastIndexOf('/') + 1;
    String folder = main.substring(0, slash);
    Map<String, Relation> relations = relations(folder + "_rels/" + main.substring(slash) + ".rels", folder);
    for (Relation relation : relations.values()) {
      if (relation.type().endsWith("/sharedStrings") && !relation.isExternal()) {
        sharedStrings = relation.target();
      } else if (relation.type().endsWith("/styles") && !relation.isExternal()) {
        styles = relation.target();
      }
    }
    try (Part part = Part.open(workbook, main)) {
      while (part.nextElement()) {
        if (part.element().equals("workbookPr")) {
          is1904 = part.isSet("date1904");
        } else if (part.element().equals("sheet")) {
          sheet(part, relations);
        }
      }
    }
  }

  private void sheet(Part part, Map<String, Relation> relations) throws BadWorkbook {
    Relation relation = relations.get(orEmpty(part.prefixed("id")));
    String name = orEmpty(part.attribute("name"));
    if (relation == null || relation.isExternal() || name.isEmpty() || sheets.size() == MOST_SHEETS) {
      throw workbook.damaged(part.name(), "sheet " + (sheets.size() + 1));
    }
    if (relation.type().endsWith(WORKSHEET)) {
      String state = orEmpty(part.attribute("state"));
      sheets.add(new Sheet(name, relation.target(), state.equals("hidden") || state.equals("veryHidden")));
    }
  }

  private Map<String, Relation> relations(String part, String folder) throws IOException, BadWorkbook {
    Map<String, Relation> relations = new HashMap<>();
    try (Part entries = Part.open(workbook, part)) {
      while (entries.nextElement()) {
        if (entries.element().equals("Relationship")) {
          boolean external = "External".equals(entries.attribute("TargetMode"));
          String target = orEmpty(entries.attribute("Target"));
          relations.put(orEmpty(entries.attribute("Id")),
              new Relation(orEmpty(entries.attribute("Type")), external ? target : resolved(folder, target), external));
        }
      }
    }
    return relations;
  }

  /** The part that a relation leads to; it cannot lead out of the archive, whose parts have plain names. */
  private static String resolved(String folder, String target) {
    Deque<String> path = new ArrayDeque<>();
    for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
      if (step.equals("..")) {
        path.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.addLast(step);
      }
    }
    return String.join("/", path);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
