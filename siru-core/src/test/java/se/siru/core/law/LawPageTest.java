package se.siru.core.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.siru.core.vocabulary.Vocabulary;

/** The page about the law data says what they are. */
class LawPageTest {
  private static final Pattern EXAMPLE = Pattern.compile("```json\\n(\\{\\n {2}\"siru\": \"siru-law/1\".*?)```", Pattern.DOTALL);

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "reference", "procurement.md"));
  }

  private static String row(ValueLimit limit) {
    Provision holds = limit.provision();
    String amount = limit.least().compareTo(limit.most()) == 0 ? text(limit.most()) : text(limit.least()) + "–" + text(limit.most());
    return "| `" + limit.law() + "` | `" + limit.service() + "` | " + (holds.from() == null ? "" : holds.from()) + " | "
        + (holds.until() == null ? "" : holds.until()) + " | " + amount + " | " + (holds.confirmed() ? "confirmed" : "unconfirmed") + " |";
  }

  private static String text(BigDecimal number) {
    return number.toPlainString();
  }

  @Test
  void everyLimitIsInTheTableAndNoOther() throws IOException {
    List<String> rows = page().lines().filter(line -> line.matches("\\| `(lou|luf|luk|lufs|lov)` \\|.*")).toList();
    assertEquals(LawData.standard().directAwardLimits().stream().map(LawPageTest::row).toList(), rows);
  }

  @Test
  void theExampleIsReadAndStatesEverySection() throws IOException {
    Matcher example = EXAMPLE.matcher(page());
    assertTrue(example.find());
    byte[] text = example.group(1).getBytes(StandardCharsets.UTF_8);
    LawData read = LawFormat.read(new ByteArrayInputStream(text), "procurement.md", Vocabulary.standard());
    assertEquals(EnumSet.allOf(LawData.Section.class), read.sections());
  }

  @Test
  void everyRuleOfTheListIsExplained() throws IOException {
    String page = page();
    Vocabulary.standard().list("legal-rules").codes()
        .forEach(code -> assertTrue(page.contains("\n| `" + code.code() + "` |"), code.code()));
  }
}
