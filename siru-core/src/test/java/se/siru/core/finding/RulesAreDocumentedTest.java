package se.siru.core.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whoever meets a finding can look its rule up. */
class RulesAreDocumentedTest {
  private static final Path PAGE = Path.of("..", "docs", "errors.md");

  /** Every constant of type Rule, and every Rule in a constant map, of this library's classes. */
  private static Map<String, Rule> rules() throws ReflectiveOperationException {
    Map<String, Rule> rules = new TreeMap<>();
    for (JavaClass type : new ClassFileImporter().importPath(Path.of("target", "classes"))) {
      boolean holdsRules =
          type.getFields().stream()
              .anyMatch(f -> f.getRawType().isEquivalentTo(Rule.class) || f.getRawType().isEquivalentTo(Map.class));
      if (!holdsRules || type.isEquivalentTo(Finding.class)) {
        continue;
      }
      for (Field field : Class.forName(type.getName()).getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          Object value = field.get(null);
          List<Object> found = new ArrayList<>(List.of(value));
          if (value instanceof Map<?, ?> map) {
            found.addAll(map.values());
          }
          found.stream().filter(Rule.class::isInstance).map(Rule.class::cast).forEach(r -> rules.putIfAbsent(r.id(), r));
        }
      }
    }
    return rules;
  }

  private static String row(Rule rule) {
    return "| <a id=\"" + rule.id() + "\"></a>`" + rule.id() + "` | " + rule.severity().name().toLowerCase(Locale.ROOT)
        + " | " + rule.message().in("en") + " | " + rule.help().in("en") + " |";
  }

  @Test
  void everyRuleHasItsPlaceOnThePageOfErrors() throws Exception {
    Map<String, Rule> rules = rules();
    assertFalse(rules.isEmpty());
    String page = Files.readString(PAGE);
    List<String> missing =
        rules.values().stream()
            .filter(rule -> !page.contains("<a id=\"" + rule.id() + "\"></a>"))
            .map(RulesAreDocumentedTest::row)
            .toList();
    assertEquals("", String.join("\n", missing), "rows to add to docs/errors.md");
  }

  @Test
  void everyErrorCodeHasItsPlaceOnThePageOfErrors() throws Exception {
    String page = Files.readString(PAGE);
    for (ErrorCode code : ErrorCode.values()) {
      assertTrue(page.contains("<a id=\"" + code.id() + "\"></a>"), code.id());
    }
  }

  @Test
  void everyRuleSpeaksSwedishAndEnglish() throws Exception {
    for (Rule rule : rules().values()) {
      assertEquals(Set.of("en", "sv"), rule.message().asMap().keySet(), rule.id());
      assertEquals(Set.of("en", "sv"), rule.help().asMap().keySet(), rule.id());
    }
  }
}
