package se.siru.example.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Rule;

/** Whoever meets a finding of the reader can look its rule up. */
class XlsxRulesTest {
  private static final Path PAGE = Path.of("..", "docs", "errors.md");

  @Test
  void everyRuleHasItsPlaceOnThePageOfErrors() throws Exception {
    String page = Files.readString(PAGE);
    assertEquals("",
        XlsxRules.ALL.stream()
            .filter(rule -> !page.contains("<a id=\"" + rule.id() + "\"></a>"))
            .map(rule -> "| <a id=\"" + rule.id() + "\"></a>`" + rule.id() + "` | "
                + rule.severity().name().toLowerCase(Locale.ROOT) + " | " + rule.message().in("en") + " | "
                + rule.help().in("en") + " |")
            .collect(Collectors.joining("\n")),
        "rows to add to docs/errors.md");
  }

  @Test
  void allRulesAreListed() {
    List<String> constants = Arrays.stream(XlsxRules.class.getDeclaredFields())
        .filter(field -> field.getType() == Rule.class && Modifier.isStatic(field.getModifiers()))
        .map(java.lang.reflect.Field::getName).toList();
    assertEquals(constants.size(), XlsxRules.ALL.size());
  }
}
