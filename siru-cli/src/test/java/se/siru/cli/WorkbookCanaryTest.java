package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The invented person in every place of every sample workbook where a name, an address or a number can stand: cells of each kind,
 * names of sheets, comments, properties, defined names, links, and what is printed above and below. A plain name cannot be told from
 * other words, so it stands where the mapping says that persons do, and where nothing is read; addresses and numbers stand everywhere.
 */
class WorkbookCanaryTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern TEXT = Pattern.compile("<t(?: [^>]*)?>([^<]*)</t>");
  private static final Pattern SHARED_CELL = Pattern.compile("(<c r=\"[A-Z]+[0-9]+\"[^>]*?) t=\"s\"([^>]*)><v>([0-9]+)</v></c>");
  private static final List<String> FOUND_OUT = List.of(Canary.EMAIL, Canary.NUMBER, "tel " + Canary.PHONE + " " + Canary.EMAIL);

  @TempDir Path temp;

  /** A mapping, a folder with samples, and the one that is changed. */
  private record Sample(Path mapping, Path folder, Path workbook) {}

  private static List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    add(samples, DOCS.resolve("tutorial/mapping.json"), DOCS.resolve("tutorial/samples"));
    Path ready = DOCS.resolve("how-to/mappings/workbooks");
    for (String name : List.of("agreements-list", "event-attendance", "forms-survey", "target-plan", "time-sheet")) {
      add(samples, ready.resolve(name + ".json"), ready.resolve(name));
    }
    return samples;
  }

  private static void add(List<Sample> samples, Path mapping, Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      all.sorted().forEach(workbook -> samples.add(new Sample(mapping, folder, workbook)));
    }
  }

  @TestFactory
  Stream<DynamicTest> inEveryPlaceOfEverySample() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Sample sample : samples()) {
      String name = sample.workbook().getFileName().toString();
      for (String canary : FOUND_OUT) {
        tests.add(DynamicTest.dynamicTest(name + ", cells: " + canary, () -> check(sample, canary, true)));
      }
      tests.add(DynamicTest.dynamicTest(name + ", where nothing is read: " + Canary.NAME, () -> check(sample, Canary.NAME, false)));
    }
    assertTrue(tests.size() >= 60, tests.size() + " tests");
    return tests.stream();
  }

  private void check(Sample sample, String canary, boolean inCells) throws IOException {
    Path folder = Files.createTempDirectory(temp, "run");
    Path sources = Files.createDirectory(folder.resolve("sources"));
    String mapping = Files.readString(sample.mapping());
    try (Stream<Path> all = Files.list(sample.folder())) {
      for (Path file : all.toList()) {
        Map<String, byte[]> parts = parts(file);
        if (file.equals(sample.workbook())) {
          beside(parts, canary);
          if (inCells) {
            cells(parts, canary, mapping);
          }
        }
        write(sources.resolve(file.getFileName().toString()), parts);
      }
    }
    Path rules = Files.writeString(folder.resolve("mapping.json"), mapping);
    Path key = Files.writeString(folder.resolve("key"), "a secret that only this test knows, 123");
    Path out = folder.resolve("out");
    StringBuilder said = new StringBuilder();
    say(said, "import", "--mapping", rules.toString(), sources.toString(), "--out", out.toString(), "--verbose",
        "--lang", canary.length() % 2 == 0 ? "sv" : "en", "--pseudonym-key-file", key.toString());
    say(said, "map", sources.resolve(sample.workbook().getFileName().toString()).toString());
    if (Files.exists(out)) {
      say(said, "evaluate", out.toString(), "--by", "sector", "--format", "json");
      try (Stream<Path> all = Files.walk(out)) {
        for (Path path : all.toList()) {
          said.append(out.relativize(path)).append('\n').append(Files.isRegularFile(path) ? Files.readString(path) : "");
        }
      }
    }
    assertEquals(Set.of(), Canary.leaks(said.toString()), said.toString());
  }

  private static void say(StringBuilder said, String... arguments) {
    CliRun run = CliRun.of(arguments);
    assertTrue(run.code() != ExitCode.FAULT, run.err());
    said.append(run.out()).append('\n').append(run.err()).append('\n');
  }

  /** In the place of every text of a cell that the mapping does not name: shared, inline and of a formula by turns; and as a number. */
  private static void cells(Map<String, byte[]> parts, String canary, String mapping) {
    List<String> texts = new ArrayList<>();
    change(parts, "xl/sharedStrings.xml", xml -> {
      Matcher matcher = TEXT.matcher(xml);
      StringBuilder changed = new StringBuilder();
      while (matcher.find()) {
        boolean isKept = mapping.contains("\"" + matcher.group(1) + "\"");
        texts.add(isKept ? "" : canary);
        matcher.appendReplacement(changed, isKept ? Matcher.quoteReplacement(matcher.group()) : "<t>" + canary + "</t>");
      }
      return matcher.appendTail(changed).toString();
    });
    for (String sheet : sheets(parts)) {
      change(parts, sheet, xml -> {
        Matcher matcher = SHARED_CELL.matcher(xml);
        StringBuilder changed = new StringBuilder();
        for (int at = 0; matcher.find(); at++) {
          boolean isKept = texts.get(Integer.parseInt(matcher.group(3))).isEmpty();
          String opened = matcher.group(1) + matcher.group(2);
          String digits = canary.replaceAll("[^0-9]", "");
          String cell = switch (isKept ? 0 : at % 4) {
            case 1 -> opened + " t=\"inlineStr\"><is><r><t>" + canary.substring(0, 3) + "</t></r><r><t>" + canary.substring(3)
                + "</t></r></is></c>";
            case 2 -> opened + " t=\"str\"><f>\"" + canary + "\"</f><v>" + canary + "</v></c>";
            case 3 -> canary.equals(Canary.NUMBER) ? opened + "><v>" + digits + "</v></c>" : matcher.group();
            default -> matcher.group();
          };
          matcher.appendReplacement(changed, Matcher.quoteReplacement(cell));
        }
        return matcher.appendTail(changed).toString();
      });
    }
  }

  /** Where nothing is read: comments, properties, defined names, links, headers and footers, a sheet more; and hidden cells. */
  private static void beside(Map<String, byte[]> parts, String canary) {
    parts.put("xl/comments1.xml", ("<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors><author>" + canary
        + "</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text><t>" + canary + "</t></text></comment></commentList></comments>")
        .getBytes(StandardCharsets.UTF_8));
    parts.put("docProps/custom.xml", ("<Properties><property name=\"" + canary + "\">" + canary + "</property></Properties>")
        .getBytes(StandardCharsets.UTF_8));
    change(parts, "docProps/core.xml", xml -> xml.replace("</cp:coreProperties>",
        "<dc:creator>" + canary + "</dc:creator><cp:lastModifiedBy>" + canary + "</cp:lastModifiedBy></cp:coreProperties>"));
    change(parts, "xl/workbook.xml", xml -> xml.replace("</sheets>", "</sheets><definedNames><definedName name=\"_x\" comment=\"" + canary
        + "\">\"" + canary + "\"</definedName></definedNames>"));
    for (String sheet : sheets(parts)) {
      change(parts, sheet, xml -> xml.replace("</worksheet>",
          "<hyperlinks><hyperlink ref=\"A1\" display=\"" + canary + "\" tooltip=\"" + canary + "\" location=\"" + canary + "\"/></hyperlinks>"
              + "<headerFooter><oddHeader>" + canary + "</oddHeader><oddFooter>" + canary + "</oddFooter></headerFooter></worksheet>"));
    }
  }

  private static List<String> sheets(Map<String, byte[]> parts) {
    return parts.keySet().stream().filter(name -> name.startsWith("xl/worksheets/sheet")).toList();
  }

  private static void change(Map<String, byte[]> parts, String name, UnaryOperator<String> how) {
    parts.computeIfPresent(name, (part, bytes) ->
        how.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, byte[]> parts(Path file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private static void write(Path file, Map<String, byte[]> parts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
  }

  /** Sheets and files called by a name that tells whose they are: a mask for an address, a number where the mapping says so. */
  @TestFactory
  Stream<DynamicTest> inNamesOfSheetsAndFiles() throws IOException {
    Map<String, Sample> byName = new TreeMap<>();
    samples().forEach(sample -> byName.putIfAbsent(sample.workbook().getFileName().toString(), sample));
    Sample sheet = Objects.requireNonNull(byName.get("time-sheet-march.xlsx"));
    Sample survey = Objects.requireNonNull(byName.get("responses.xlsx"));
    return Stream.of(
        DynamicTest.dynamicTest("a name, called", () -> named(sheet, "time-sheet " + Canary.NAME + ".xlsx", Canary.NAME, "x")),
        DynamicTest.dynamicTest("an address", () -> named(survey, "responses " + Canary.EMAIL + ".xlsx", Canary.EMAIL, "x")),
        DynamicTest.dynamicTest("a number", () -> named(survey, "responses.xlsx", Canary.NUMBER, "x")),
        DynamicTest.dynamicTest("no sheet of that name", () -> named(sheet, "time-sheet.xlsx", Canary.NAME, "Blad9")),
        DynamicTest.dynamicTest("no sheet of that address", () -> named(survey, "responses.xlsx", Canary.EMAIL, "Blad9")));
  }

  private void named(Sample sample, String file, String sheet, String wanted) throws IOException {
    Path folder = Files.createTempDirectory(temp, "named");
    Path sources = Files.createDirectory(folder.resolve("sources"));
    try (Stream<Path> all = Files.list(sample.folder())) {
      for (Path other : all.filter(each -> !each.equals(sample.workbook())).toList()) {
        Files.copy(other, sources.resolve(other.getFileName().toString()));
      }
    }
    Map<String, byte[]> parts = parts(sample.workbook());
    change(parts, "xl/workbook.xml", xml -> xml.replaceFirst("<sheet name=\"[^\"]*\"", "<sheet name=\"" + sheet + "\""));
    write(sources.resolve(file), parts);
    String mapping = Files.readString(sample.mapping());
    String changed = wanted.equals("x") ? mapping : mapping.replace(".xlsx\", \"header-row\": 6", ".xlsx\", \"sheet\": \"" + wanted
        + "\", \"header-row\": 6").replace("responses*.xlsx\"", "responses*.xlsx\", \"sheet\": \"" + wanted + "\"");
    Path rules = Files.writeString(folder.resolve("mapping.json"), changed.replace("\"Kundtimmar\", \"number\"", "\"Datum\", \"number\""));
    Path key = Files.writeString(folder.resolve("key"), "a secret that only this test knows, 123");
    StringBuilder said = new StringBuilder();
    say(said, "import", "--mapping", rules.toString(), sources.toString(), "--out", folder.resolve("out").toString(), "--verbose",
        "--pseudonym-key-file", key.toString());
    if (Files.exists(folder.resolve("out"))) {
      try (Stream<Path> all = Files.walk(folder.resolve("out"))) {
        for (Path path : all.filter(Files::isRegularFile).toList()) {
          said.append(Files.readString(path));
        }
      }
    }
    assertEquals(Set.of(), Canary.leaks(said.toString()), said.toString());
  }
}
