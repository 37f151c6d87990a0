package se.siru.indicators.sroi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever meets a finding on a line can look its rule up. */
class SroiRulesTest {
  @Test
  void everyRuleHasItsPlaceOnThePageOfErrors() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "errors.md"));
    assertEquals(
        "",
        SroiRules.ALL.stream()
            .map(rule -> "| <a id=\"" + rule.id() + "\"></a>`" + rule.id() + "` | " + rule.severity().name().toLowerCase(Locale.ROOT)
                + " | " + rule.message().in("en") + " | " + rule.help().in("en") + " |")
            .filter(row -> !page.contains(row))
            .collect(Collectors.joining("\n")),
        "rows to add to docs/errors.md");
  }
}
