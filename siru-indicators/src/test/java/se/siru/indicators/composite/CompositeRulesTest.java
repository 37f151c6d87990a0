package se.siru.indicators.composite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Rule;

/** Whoever meets a finding on a declaration can look its rule up. */
class CompositeRulesTest {
  @Test
  void everyRuleHasItsPlaceOnThePageOfErrors() throws Exception {
    String page = Files.readString(Path.of("..", "docs", "errors.md"));
    assertEquals(
        "",
        CompositeRules.ALL.stream()
            .map(rule -> "| <a id=\"" + rule.id() + "\"></a>`" + rule.id() + "` | " + rule.severity().name().toLowerCase(Locale.ROOT)
                + " | " + rule.message().in("en") + " | " + rule.help().in("en") + " |")
            .filter(row -> !page.contains(row))
            .collect(Collectors.joining("\n")),
        "rows to add to docs/errors.md");
  }

  @Test
  void allRulesAreListed() {
    long constants =
        Arrays.stream(CompositeRules.class.getDeclaredFields())
            .filter(field -> field.getType() == Rule.class && Modifier.isStatic(field.getModifiers()))
            .count();
    assertEquals(constants, CompositeRules.ALL.size());
  }
}
