package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.Findings;

/** Whatever the bytes, reading ends in findings and never in an exception. */
class HostileInputTest {
  private static final List<String> FILES =
      List.of("datapackage.json", "programme.csv", "stakeholders.csv", "activities.csv", "participations.csv", "identity.csv",
          "codelists/x.json");

  private static PortfolioFolder folder(Path root) {
    return new PortfolioFolder(root)
        .file("identity.csv", "id,target,kind,from", "s2,s1,alias,2020-01-01")
        .file("codelists/x.json", "{\"extends\":\"sectors\",\"codes\":[{\"code\":\"x\"}]}")
        .alsoMembers("'siru:codelists':['codelists/x.json']");
  }

  private static void readsWithoutException(Path root) {
    PortfolioReader.Result result = PortfolioReader.standard().read(root);
    assertEquals(result.findings().hasErrors(), result.portfolio().isEmpty());
  }

  @Property(tries = 300)
  void randomBytesInAnyFile(@ForAll @IntRange(max = 6) int file, @ForAll byte[] bytes) throws IOException {
    Path root = Files.createTempDirectory("hostile");
    folder(root).write();
    Files.write(root.resolve(FILES.get(file)), bytes);
    readsWithoutException(root);
  }

  @Property(tries = 400)
  void aGoodFileWithSomeBytesChanged(@ForAll @IntRange(max = 6) int file, @ForAll long seed) throws IOException {
    Path root = Files.createTempDirectory("hostile");
    folder(root).write();
    Path victim = root.resolve(FILES.get(file));
    byte[] bytes = Files.readAllBytes(victim);
    Random random = new Random(seed);
    byte[] hostile = "\",;\r\n\0'{}[]:\u00e5\u2212=0-".getBytes(StandardCharsets.UTF_8);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = hostile[random.nextInt(hostile.length)];
    }
    Files.write(victim, random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length)));
    readsWithoutException(root);
  }

  @Test
  void theResultDoesNotDependOnTheLocale(@TempDir Path root) throws IOException {
    folder(root).file("stakeholders.csv", "id,sector,registered", "s1,PUBLIC,2020-01-01", "s2,publıc,٢٠٢٠-٠١-٠١").write();
    List<String> expected = PortfolioFolder.found(PortfolioReader.standard().read(root));
    assertEquals(List.of("identity.csv:2:from portfolio.identity-from", "stakeholders.csv:2:sector cell.unknown-code",
        "stakeholders.csv:3:registered cell.not-a-date", "stakeholders.csv:3:sector cell.unknown-code"), expected);
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        PortfolioReader.Result result = PortfolioReader.standard().read(root);
        assertEquals(expected, PortfolioFolder.found(result), tag);
        assertEquals("public", result.findings().list().get(1).arguments().get("suggestion"), tag);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void oneEndlessLineIsRefusedAtTheLimit() throws IOException {
    InputStream endless = new InputStream() {
      private long left = 200L << 20;

      @Override
      public int read() {
        return left-- > 0 ? 'x' : -1;
      }

      @Override
      public int read(byte[] bytes, int from, int length) {
        int count = (int) Math.min(left, length);
        Arrays.fill(bytes, from, from + count, (byte) 'x');
        left -= count;
        return count == 0 ? -1 : count;
      }
    };
    assertEquals(List.of("big.csv:1 csv.too-large"), scan(endless, new ArrayList<>()));
    byte[] manyFields = ("a" + ",bbbbbbb".repeat(2_600_000)).getBytes(StandardCharsets.UTF_8);
    assertEquals(List.of("big.csv:1 csv.too-large"), scan(new ByteArrayInputStream(manyFields), new ArrayList<>()));
  }

  private static List<String> scan(InputStream in, List<List<String>> rows) throws IOException {
    Findings findings = new Findings();
    CsvScan.of("big.csv", findings).read(in, row -> rows.add(row.texts()));
    return findings.list().stream().map(f -> f.origin() + " " + f.rule().id()).toList();
  }

  @Test
  void theCsvSpectrumIsReadAsItsJsonSays() throws IOException {
    String data = System.getenv("SIRU_DATA");
    Assumptions.assumeTrue(data != null, "SIRU_DATA is not set");
    ObjectMapper mapper = new ObjectMapper();
    int equal = 0;
    try (Stream<Path> files = Files.list(Path.of(data, "messy", "csv-spectrum", "csvs"))) {
      for (Path file : files.sorted().toList()) {
        List<List<String>> rows = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
          assertEquals(List.of(), scan(in, rows), file::toString);
        }
        ArrayNode read = mapper.createArrayNode();
        for (List<String> row : rows.subList(1, rows.size())) {
          ObjectNode object = read.addObject();
          for (int i = 0; i < row.size(); i++) {
            object.put(rows.get(0).get(i), row.get(i));
          }
        }
        String name = file.getFileName().toString().replace(".csv", ".json");
        JsonNode expected = mapper.readTree(file.getParent().resolveSibling("json").resolve(name).toFile());
        assertEquals(expected, read, name);
        equal++;
      }
    }
    assertEquals(11, equal);
  }

  @Test
  void collidingIdsDoNotMakeReadingSlow() {
    Symbols symbols = new Symbols();
    for (int i = 0; i < 1 << 14; i++) {
      StringBuilder text = new StringBuilder();
      for (int bit = 0; bit < 14; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB"); // the same hash
      }
      char[] chars = text.toString().toCharArray();
      if (symbols.find(chars, 0, chars.length) == Symbols.UNSEEN) {
        symbols.keep(chars, 0, chars.length, i);
      }
      int number = symbols.find(chars, 0, chars.length);
      assertTrue(number == Symbols.UNSEEN || number == i);
    }
  }
}
