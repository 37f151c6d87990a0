package se.siru.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed depends on the arguments and the records alone. */
class SurroundingsTest {
  private static final List<String> TURKISH = List.of("-Duser.language=tr", "-Duser.country=TR");
  private static final Map<String, String> APIA = Map.of("LC_ALL", "C", "LANG", "C", "TZ", "Pacific/Apia");

  private static Example example;

  @TempDir
  Path folder;

  @BeforeAll
  static void unpack() throws IOException {
    example = Example.unpack("exempellan");
  }

  @AfterAll
  static void delete() throws IOException {
    example.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "table"})
  void resultsDoNotDependOnLocaleEncodingOrZone(String format) throws Exception {
    String[] asked = {
      "evaluate", example.folder().toString(), "--format", format, "--by", "sector", "--periods", "2021..2023/quarter",
      "--lang", "sv", "--quiet"
    };
    ChildRun elsewhere = ChildRun.siru(APIA, TURKISH, asked);
    assertEquals(ExitCode.DONE, elsewhere.code(), elsewhere.err());
    assertEquals(CliRun.of(asked).out(), elsewhere.out());
  }

  @Test
  void theDemoDoesNotDependOnLocaleEncodingOrZone() throws Exception {
    ChildRun elsewhere = ChildRun.siru(APIA, TURKISH, "demo", "--lang", "sv", "--quiet");
    assertTrue(elsewhere.out().contains("Exempellän"));
    assertEquals(CliRun.of("demo", "--lang", "sv", "--quiet").out(), elsewhere.out());
  }

  @Test
  void findingsAreUtf8Everywhere() throws Exception {
    Path bad = BadPortfolio.LATIN_1_BYTES.write(folder.resolve("bad"));
    String[] asked = {"validate", bad.toString(), "--lang", "sv", "--quiet"}; // no progress, which depends on the time taken
    assertEquals(CliRun.of(asked).err(), ChildRun.siru(APIA, TURKISH, asked).err());
  }

  /** In such surroundings Java cannot read the bytes of å, ä and ö in names of files. */
  @Test
  void sourcesAreCalledWhatTheyAreCalledElsewhereOrTheImportSaysWhyNot() throws Exception {
    Path mapping = Files.writeString(folder.resolve("m.json"), """
        { "siru": "siru-mapping/1", "portfolio": { "name": "x" },
          "literals": { "programme": [ { "id": "op", "level": "operation" } ] },
          "sources": [ { "files": "*.csv", "records": [ { "type": "stakeholder", "fields": { "id": "id" } } ] } ] }""");
    Path sources = Files.createDirectory(folder.resolve("sources"));
    Files.writeString(sources.resolve("närvaro.csv"), "id\na\n");
    String[] asked = {"import", "--mapping", mapping.toString(), sources.toString(), "--out", folder.resolve("out").toString(), "--quiet"};
    ChildRun run = ChildRun.siru(APIA, List.of(), asked);
    assertEquals(ExitCode.FOUND, run.code(), run.out() + run.err());
    assertTrue(run.err().contains("import.undecodable-name") && run.err().contains("LC_ALL=C.UTF-8"), run.err());
    assertFalse(Files.exists(folder.resolve("out")));
    ChildRun readable = ChildRun.siru(Map.of("LC_ALL", "C.UTF-8"), List.of(), asked);
    assertEquals(ExitCode.DONE, readable.code(), readable.err());
    assertTrue(Files.readString(folder.resolve("out").resolve("datapackage.json")).contains("närvaro.csv"));
  }

  @Test
  void aTurkishComputerReadsOptionsAsAnyOther() throws Exception {
    ChildRun run = ChildRun.siru(APIA, TURKISH, "demo", "--list", "--lang", "SV");
    assertEquals(ExitCode.DONE, run.code(), run.err());
    ChildRun audience =
        ChildRun.siru(APIA, TURKISH, "evaluate", example.folder().toString(), "--audience", "internal", "--quiet");
    assertEquals(ExitCode.DONE, audience.code(), audience.err());
  }
}
