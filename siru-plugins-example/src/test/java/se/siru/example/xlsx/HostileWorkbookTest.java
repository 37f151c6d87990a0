package se.siru.example.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.intake.ReaderOptions;

/** Whatever a file holds, it is read or refused with a finding, quickly and in little memory. */
class HostileWorkbookTest {
  private static final long MOST_MILLISECONDS = 2_000;

  @Test
  void eachIsRefusedByItsRuleWithinTwoSecondsAnd256Megabytes(@TempDir Path folder) throws Exception {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m", "-cp", System.getProperty("java.class.path"), HostileWorkbooks.class.getName()));
    List<String> expected = new ArrayList<>();
    for (Map.Entry<String, Callable<byte[]>> each : HostileWorkbooks.all().entrySet()) {
      String[] nameAndRule = each.getKey().split(" ");
      Path file = folder.resolve(nameAndRule[0]);
      Files.write(file, each.getValue().call());
      command.add(file.toString());
      expected.add(nameAndRule[0] + " xlsx." + nameAndRule[1]);
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toList());
    assertEquals(0, process.waitFor(), lines::toString);
    assertEquals(String.join("\n", expected),
        lines.stream().map(line -> line.substring(0, line.lastIndexOf(' '))).collect(Collectors.joining("\n")));
    for (String line : lines) {
      assertTrue(Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)) < MOST_MILLISECONDS, line);
    }
  }

  private static byte[] good() {
    return RawWorkbook.of("""
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>
        <row r="2" hidden="1"><c r="A2" s="1"><v>44562</v></c><c r="B2" t="e"><v>#N/A</v></c></row>""")
        .texts("<t>a</t>").styles("14").bytes();
  }

  @Property(tries = 1_000)
  void aGoodWorkbookWithSomeBytesChangedIsReadOrRefused(@ForAll long seed) {
    byte[] bytes = good();
    Random random = new Random(seed);
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    Found.in(random.nextInt(4) > 0 ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length)), ReaderOptions.none());
  }

  @Property(tries = 1_000)
  void aPartWithSomeCharactersChangedIsReadOrRefused(@ForAll long seed) {
    Random random = new Random(seed);
    RawWorkbook workbook = RawWorkbook.of("""
        <row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" s="1"><v>44562.5</v></c></row>""")
        .texts("<t>a</t>").styles("yyyy-mm-dd");
    List<Map.Entry<String, byte[]>> parts = List.copyOf(workbook.parts().entrySet());
    Map.Entry<String, byte[]> victim = parts.get(random.nextInt(parts.size()));
    byte[] bytes = victim.getValue().clone();
    byte[] hostile = "<>/\"'&;=![]-?x1A\u00e5".getBytes(StandardCharsets.UTF_8);
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = hostile[random.nextInt(hostile.length)];
    }
    Found.in(workbook.part(victim.getKey(), bytes));
  }

  @Property(tries = 300)
  void anyBytesAreRefused(@ForAll byte[] bytes) {
    Found found = Found.in(bytes, ReaderOptions.none());
    assertEquals(List.of("a.xlsx xlsx.not-a-workbook"), found.rules());
  }
}
