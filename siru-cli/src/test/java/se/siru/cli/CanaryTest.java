package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * An invented person is put into every cell of sources, whole and broken ones, and is then looked for in all that an import and
 * what follows it write, print and name: as written, in other spellings, and as the hashes that anybody could compute.
 */
class CanaryTest {
  private static final String FIRST = Canary.FIRST;
  private static final String LAST = Canary.LAST;
  private static final String NAME = Canary.NAME;
  private static final String EMAIL = Canary.EMAIL;
  private static final String NUMBER = Canary.NUMBER;
  private static final String PHONE = Canary.PHONE;
  private static final List<String> HEADER = List.of("Nr", "Namn", "E-post", "Personnummer", "Organisation", "Orgnr", "Sektor",
      "Datum", "Antal", "Belopp", "Grupper", "Allergi");
  private static final List<String> PERSON = List.of("1", NAME, EMAIL, NUMBER, "Ängens odling", "556000-1122", "business",
      "2022-03-14", "1", "12.50", "a;b", "nötter");
  private static final List<String> OTHER = List.of("2", "Kaj Anka", "kaj@exempel.invalid", "900101-0017", "Bryggan", "", "public",
      "2022-03-15", "2", "7", "b", "");
  private static final String RECORDS = """
      "records": [
        { "type": "activity", "fields": { "id": { "compose": [ "Nr", "Datum" ] }, "start": "Datum", "kind": { "column": "Sektor",
            "map": { "business": "training", "public": "meeting" }, "otherwise": "unknown" } } },
        { "type": "stakeholder", "merge": "first", "fields": {
            "id": { "column": "Organisation", "identity": ["nfc", "blanks", "case"] }, "name": "Organisation", "organisation-number": "Orgnr", "sector": "Sektor", "t:group": "Grupper" } },
        { "type": "stakeholder", "merge": "first", "fields": { "id": { "pseudonym": [ ["Personnummer"], ["E-post"], ["Namn"] ] },
            "kind": { "constant": "person" },
            "age-class": { "column": "Personnummer", "age-on": "2022-12-31", "otherwise": "unknown" } } },
        { "type": "participation", "fields": { "activity": { "compose": [ "Nr", "Datum" ] }, "date": "Datum", "heads": "Antal",
            "person": { "pseudonym": [ ["Personnummer"], ["E-post"], ["Namn"] ] },
            "organisations-text": "Organisation",
            "organisations": { "column": "Organisation", "identity": ["nfc", "blanks", "case"] } } },
        { "type": "funding", "fields": { "id": "Nr", "partner": { "column": "Organisation", "identity": ["nfc", "blanks", "case"] },
            "status": { "constant": "decided" }, "amount": "Belopp", "date": "Datum" } } ]""";
  private static final String RESOLVING = """
      "records": [
        { "type": "activity", "fields": { "id": { "compose": [ "Nr", "Datum" ] }, "start": "Datum" } },
        { "type": "participation", "fields": { "activity": { "compose": [ "Nr", "Datum" ] }, "date": "Datum", "heads": "Antal",
            "organisations-text": "Organisation",
            "organisations": { "resolve": { "name": "Organisation", "number": "Orgnr", "email": "E-post", "contact": "Allergi",
                "municipality": "Sektor" } } } },
        { "type": "funding", "fields": { "id": "Nr", "partner": { "resolve": { "name": "Organisation", "number": "Orgnr" } },
            "status": { "constant": "decided" }, "amount": "Belopp", "date": "Datum" } } ]""";
  private static final String REGISTER = """
      { "files": "register.csv", "optional": true, "personal": [ "Namn" ], "records": [
          { "type": "stakeholder", "merge": "first", "known-as": { "name": [ "Grupper" ], "number": [ "Orgnr" ],
              "domain": [ "E-post", "Allergi" ] },
            "fields": { "id": { "column": "Organisation", "identity": ["nfc", "blanks", "case"] }, "name": "Organisation",
              "organisation-number": "Orgnr", "sector": { "column": "Sektor", "otherwise": "unknown" } } } ] }""";
  private static final String RESOLVING_MAPPING = """
      { "siru": "siru-mapping/1", "portfolio": { "name": "canary" },
        "literals": { "programme": [ { "id": "op", "level": "operation" } ] },
        "sources": [ %s,
          { "files": "list.csv", "optional": true, "personal": [ "Namn" ], %s },
          { "files": "list.json", "reader": "json", "optional": true, "personal": [ "Namn" ], %s } ] }"""
      .formatted(REGISTER, RESOLVING, RESOLVING);
  private static final String MAPPING = """
      { "siru": "siru-mapping/1", "portfolio": { "name": "canary" },
        "codelists": [ { "id": "t:groups", "name": { "sv": "Grupper" }, "collect": "sv" } ],
        "fields": [ { "type": "stakeholder", "name": "t:group", "kind": "code", "codelist": "t:groups" } ],
        "literals": { "programme": [ { "id": "op", "level": "operation" } ] },
        "sources": [
          { "files": "*.csv", "optional": true, "personal": [ "Namn" ], %s },
          { "files": "*.json", "reader": "json", "optional": true, "personal": [ "Namn" ], %s },
          { "files": "*.jsonl", "reader": "jsonl", "optional": true, "personal": [ "Namn" ], %s } ] }"""
      .formatted(RECORDS, RECORDS, RECORDS);

  @TempDir
  Path temp;

  private static String csv(List<String> cells) {
    return String.join(",", cells.stream().map(cell -> '"' + cell.replace("\"", "\"\"") + '"').toList()) + "\n";
  }

  private static String json(List<String> cells) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < HEADER.size(); i++) {
      members.add('"' + HEADER.get(i) + "\": \"" + cells.get(i) + '"');
    }
    return "{ " + String.join(", ", members) + " }";
  }

  private static List<String> with(int column, String text) {
    List<String> cells = new ArrayList<>(PERSON);
    cells.set(column, text);
    return cells;
  }

  @TestFactory
  Stream<DynamicTest> inEveryCell() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int column = 0; column < HEADER.size(); column++) {
      for (String canary : List.of(NAME, LAST + ", " + FIRST, "Hälsa " + NAME + "!", EMAIL, "<" + EMAIL + ">", NUMBER,
          NUMBER.replace("-", ""), "tel " + PHONE + " " + EMAIL)) {
        List<String> cells = with(column, canary);
        tests.add(DynamicTest.dynamicTest(HEADER.get(column) + " = " + canary, () -> {
          check("a.csv", csv(HEADER) + csv(cells) + csv(OTHER));
          check("a.json", "[" + json(cells) + ", " + json(OTHER) + "]");
          check("a.jsonl", json(cells) + "\n" + json(OTHER) + "\n");
        }));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> inEveryCellOfAListWhoseOrganisationsAreFoundOut() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int column = 0; column < HEADER.size(); column++) {
      for (String canary : List.of(NAME, LAST + ", " + FIRST, "Hälsa " + NAME + "!", EMAIL, "Odling <" + EMAIL + ">", NUMBER,
          NUMBER.replace("-", ""), "Firma " + NUMBER, "tel " + PHONE + " " + EMAIL)) {
        String rows = csv(HEADER) + csv(with(column, canary)) + csv(OTHER) + csv(with(4, "Bryggans")) + csv(with(4, "Brygga"));
        String json = "[" + json(with(column, canary)) + ", " + json(OTHER) + "]";
        String register = csv(HEADER) + csv(with(column, canary)) + csv(OTHER) + csv(with(4, "Bryggan AB"))
            + csv(with(4, "Bryggan i Ängen"));
        tests.add(DynamicTest.dynamicTest(HEADER.get(column) + " = " + canary, () -> {
          resolve(Map.of("list.csv", rows, "register.csv", csv(HEADER) + csv(OTHER)), canary);
          resolve(Map.of("list.json", json, "register.csv", csv(HEADER) + csv(OTHER)), canary);
          resolve(Map.of("list.csv", csv(HEADER) + csv(PERSON) + csv(with(4, "Bryggans")), "register.csv", register), canary);
        }));
      }
    }
    return tests.stream();
  }

  @Test
  void whatIsAskedAboutOrganisationsIsWrittenWithoutThePersons() throws Exception {
    String register = csv(HEADER) + csv(OTHER) + csv(with(4, "Ängens odling " + NUMBER)) + csv(with(4, "Ängens odling " + EMAIL));
    String rows = csv(HEADER) + csv(with(4, "Bryggans " + NUMBER)) + csv(with(4, NAME)) + csv(with(4, "Bryggan"));
    String written = resolve(Map.of("list.csv", rows, "register.csv", register), NAME);
    for (String file : List.of("identity-log.csv", "unresolved.csv", "near-duplicates.csv")) {
      assertTrue(written.contains(file), file + " is not in " + written);
    }
  }

  @TestFactory
  Stream<DynamicTest> inBrokenSources() {
    String row = csv(PERSON);
    return Stream.of(
        List.of("no header", "a.csv", row + csv(OTHER)),
        List.of("a field too many", "a.csv", csv(HEADER) + csv(OTHER) + row.replace("\n", "," + NAME + "\n")),
        List.of("a field too few", "a.csv", csv(HEADER) + NAME + "," + EMAIL + "\n" + csv(OTHER)),
        List.of("a quote not closed", "a.csv", csv(HEADER) + "1,\"" + NAME + "," + EMAIL + "\n"),
        List.of("text behind a quote", "a.csv", csv(HEADER) + "1,\"" + NAME + "\"" + EMAIL + "," + NUMBER + "\n"),
        List.of("another separator", "a.csv", (csv(HEADER) + row).replace("\",\"", "\";\"")),
        List.of("no column of that name", "a.csv", csv(HEADER).replace("E-post", NAME) + row),
        List.of("twice the same", "a.csv", csv(HEADER) + row + row),
        List.of("a control character", "a.csv", csv(HEADER) + row.replace("Ängens", "Äng\u0001ens")),
        List.of("no JSON", "a.json", "[" + json(PERSON) + ", " + NAME + " ]"),
        List.of("JSON cut off", "a.json", "[" + json(PERSON).substring(0, 60)),
        List.of("persons as names", "a.json", "[ { \"" + EMAIL + "\": { \"" + EMAIL + "\": " + NAME + " } } ]"),
        List.of("a name twice", "a.json", "[ { \"Namn\": \"" + NAME + "\", \"Namn\": \"" + EMAIL + "\" } ]"),
        List.of("an object as value", "a.json",
            "[" + json(PERSON).replace("\"Ängens odling\"", "{ \"vem\": \"" + NAME + "\" }") + "]"),
        List.of("a bad line", "a.jsonl", json(PERSON) + "\n{ \"Namn\": " + NAME + " }\n" + EMAIL + "\n"),
        List.of("an address as file name", EMAIL + ".csv", csv(HEADER) + row.replace("2022-03-14", "igår")),
        List.of("a file that is not read", EMAIL + ".txt", NAME),
        List.of("a number as file name", NUMBER + ".jsonl", json(with(7, "igår")) + "\n"))
        .map(one -> DynamicTest.dynamicTest(one.get(0), () -> check(one.get(1), one.get(2))));
  }

  @TestFactory
  Stream<DynamicTest> inNamesOfWorkbooksAndSheets() {
    List<String> broken = with(7, "igår");
    return Stream.of(EMAIL, NUMBER, "tel " + PHONE, NAME)
        .flatMap(canary -> Stream.of(PERSON, broken).map(row -> DynamicTest.dynamicTest(canary + " " + row.get(7), () -> {
          // no one can tell a name by its looks, so whoever has such files says what they are called
          String called = canary.equals(NAME) ? "\"called\": \"lista\", " : "";
          String mapping = MAPPING.replace("{ \"files\": \"*.csv\",", "{ \"files\": \"*.xlsx\", " + called);
          assertTrue(mapping.contains("*.xlsx"));
          String written = check(mapping, Map.of(canary + ".xlsx", SmallWorkbook.of(canary, HEADER, row, OTHER)));
          assertTrue(written.contains(canary.equals(NAME) ? "lista-1#1" : "file-1#"), written);
        })));
  }

  private String check(String rules, Map<String, byte[]> files) throws Exception {
    return check(rules, files, List.of());
  }

  private static Map<String, byte[]> bytes(Map<String, String> texts) {
    Map<String, byte[]> bytes = new TreeMap<>();
    texts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }

  @Test
  void theSearchFindsWhatItLooksFor() throws Exception {
    byte[] sha = MessageDigest.getInstance("SHA-256").digest(EMAIL.getBytes(StandardCharsets.UTF_8));
    for (String leak : List.of(NAME, "x " + EMAIL.toUpperCase(Locale.ROOT), "kanariefagel-pahittadsson", "19 00 01 01 00 16",
        HexFormat.of().formatHex(sha), Base64.getEncoder().encodeToString(sha), "id-" + HexFormat.of().formatHex(sha, 0, 4))) {
      assertTrue(!Canary.leaks(leak).isEmpty(), leak);
    }
    assertEquals(Set.of(), Canary.leaks("p-0123456789abcdef01234567 Ängens odling"));
  }

  private void check(String file, String text) throws Exception {
    check(MAPPING, bytes(Map.of(file, text)));
  }

  /**
   * Imports twice, the second time with an answer about the text. That of a name is none, since nothing asks about it and nothing
   * tells it from that of an organisation.
   */
  private String resolve(Map<String, String> files, String text) throws Exception {
    String answered = text.contains(LAST) ? EMAIL : text;
    String answers = "text;id;kind\n" + answered + ";;new\nBryggans;" + answered.replace(";", ",") + ";alias\n";
    Path file = Files.writeString(Files.createTempFile(temp, "answers", ".csv"), answers);
    String without = check(RESOLVING_MAPPING, bytes(files));
    check(RESOLVING_MAPPING, bytes(files), List.of("--resolved", file.toString()));
    return without;
  }

  /** All that was written and said. */
  private String check(String rules, Map<String, byte[]> files, List<String> options) throws Exception {
    Path folder = Files.createTempDirectory(temp, "run");
    Path sources = Files.createDirectories(folder.resolve("sources"));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(sources.resolve(file.getKey()), file.getValue());
    }
    Path mapping = Files.writeString(folder.resolve("mapping.json"), rules);
    Path key = Files.writeString(folder.resolve("key"), "a secret that only this test knows, 123");
    Path out = folder.resolve("out");
    StringBuilder said = new StringBuilder();
    // In one of the languages, by turns: what findings say is the same but for the words.
    String language = files.values().toString().length() % 2 == 0 ? "sv" : "en";
    List<String> arguments = new ArrayList<>(List.of("import", "--mapping", mapping.toString(), sources.toString(), "--out",
        out.toString(), "--verbose", "--lang", language, "--pseudonym-key-file", key.toString()));
    arguments.addAll(options);
    say(said, CliRun.of(arguments.toArray(String[]::new)));
    if (Files.exists(out)) {
      say(said, CliRun.of("validate", out.toString()));
      say(said, CliRun.of("evaluate", out.toString(), "--by", "sector", "--by", "age-class", "--format", "json"));
      try (Stream<Path> all = Files.walk(out)) {
        for (Path path : all.toList()) {
          said.append(out.relativize(path)).append('\n');
          said.append(Files.isRegularFile(path) ? new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1) : "");
          said.append(Files.isRegularFile(path) ? Files.readString(path) : "");
        }
      }
    }
    assertEquals(Set.of(), Canary.leaks(said.toString()), said.toString());
    return said.toString();
  }

  private static void say(StringBuilder said, CliRun run) {
    assertTrue(run.code() != ExitCode.FAULT, run.err());
    said.append(run.out()).append('\n').append(run.err()).append('\n');
  }
}
