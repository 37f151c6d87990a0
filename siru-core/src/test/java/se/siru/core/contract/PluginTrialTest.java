package se.siru.core.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.SiruException;
import se.siru.core.model.Agreement;
import se.siru.core.model.Condition;
import se.siru.core.model.Row;
import se.siru.core.model.ValidationRule;
import se.siru.core.pack.Pack;
import se.siru.core.pack.PackRenderer;
import se.siru.core.plugin.PluginDescriptor;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.plugin.PluginSource;
import se.siru.core.plugin.SiruPlugin;
import se.siru.core.plugin.Spi;
import se.siru.core.text.LocalizedText;

/** A plugin on trial: all that it brings and nothing of others. */
class PluginTrialTest {
  private static SiruPlugin packs(PackRenderer... renderers) {
    return new SiruPlugin() {
      @Override
      public PluginDescriptor descriptor() {
        return PluginDescriptor.of("t", "t", "1", Spi.VERSION);
      }

      @Override
      public List<PackRenderer> packFormats() {
        return List.of(renderers);
      }
    };
  }

  /** Writes a number that depends on something. */
  private interface Number {
    int next(Pack pack);
  }

  private static PackRenderer renderer(Number number) {
    return new PackRenderer() {
      @Override
      public FormatDescriptor format() {
        return FormatDescriptor.of("own", "text/plain", "txt");
      }

      @Override
      public void render(Pack pack, OutputStream out) throws java.io.IOException {
        out.write(number.next(pack));
      }
    };
  }

  private static PluginTrial trial(SiruPlugin plugin) {
    PluginRegistry plugins = PluginRegistry.builder().source(PluginSource.ofPlugins(plugin)).build();
    return PluginTrial.of(plugins, "t", 1);
  }

  @Test
  void theFormatsOfPacksAreOnTrial() {
    PluginTrial sound = trial(packs(renderer(pack -> pack.sheets().size())));
    assertEquals(List.of("own"), sound.packFormats());
    assertEquals(List.of(), sound.indicators());
    assertEquals(List.of(), sound.check());
  }

  @Test
  void aFormatOfPacksThatGivesOtherBytesTheSecondTimeIsTold() {
    int[] calls = {0};
    List<Finding> breaches = trial(packs(renderer(pack -> calls[0]++))).check();
    assertEquals(List.of("contract.format"), breaches.stream().map(finding -> finding.rule().id()).toList());
  }

  @Test
  void aFormatOfPacksThatGoesByItsSurroundingsIsTold() {
    List<Finding> breaches = trial(packs(renderer(pack -> TimeZone.getDefault().getRawOffset() >> 20))).check();
    assertTrue(breaches.get(0).message("en").contains("other surroundings"), breaches::toString);
  }

  private static SiruPlugin rule(Predicate<Row> must) {
    return new SiruPlugin() {
      @Override
      public PluginDescriptor descriptor() {
        return PluginDescriptor.of("t", "t", "1", Spi.VERSION);
      }

      @Override
      public List<ValidationRule> validationRules() {
        LocalizedText text = LocalizedText.of("Fel", "Wrong");
        return List.of(ValidationRule.warning("t:own").over(Agreement.TYPE).must(Condition.of("own", must)).message(text).build());
      }
    };
  }

  @Test
  void validationRulesAreOnTrial() {
    PluginTrial sound = trial(rule(row -> row.id().orElse("").length() % 2 == 0));
    assertEquals(List.of("t:own"), sound.validationRules());
    assertEquals(List.of(), sound.check());
  }

  @Test
  void aRuleThatCannotBeAppliedOrGoesByChanceOrSurroundingsIsTold() {
    assertValidation("cannot be applied", row -> {
      throw new IllegalStateException("boom");
    });
    AtomicInteger calls = new AtomicInteger();
    assertValidation("the second time", row -> calls.incrementAndGet() > 1);
    assertValidation("other surroundings", row -> !Locale.getDefault().getLanguage().equals("tr"));
  }

  private static void assertValidation(String told, Predicate<Row> must) {
    List<Finding> breaches = trial(rule(must)).check();
    assertEquals(List.of("contract.validation"), breaches.stream().map(finding -> finding.rule().id()).toList());
    assertTrue(breaches.get(0).message("en").contains(told), breaches::toString);
  }

  @Test
  void aPluginThatIsNotAtWorkCannotBeTried() {
    PluginRegistry none = PluginRegistry.builder().source(PluginSource.ofPlugins()).build();
    assertEquals(ErrorCode.UNKNOWN_NAME, assertThrows(SiruException.class, () -> PluginTrial.of(none, "t", 1)).code());
  }

  @Test
  void theDefaultsOfTheProcessAreThereAgainAfterSurroundings() {
    Locale locale = Locale.getDefault();
    Locale format = Locale.getDefault(Locale.Category.FORMAT);
    TimeZone zone = TimeZone.getDefault();
    for (Surroundings other : Surroundings.awkward()) {
      assertThrows(IllegalStateException.class, () -> other.during(() -> {
        throw new IllegalStateException(Locale.getDefault() + " " + TimeZone.getDefault());
      }));
    }
    assertEquals(List.of(locale, format, zone), List.of(Locale.getDefault(), Locale.getDefault(Locale.Category.FORMAT), TimeZone.getDefault()));
  }
}
