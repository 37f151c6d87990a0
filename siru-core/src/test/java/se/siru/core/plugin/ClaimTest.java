package se.siru.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of claims, in which conflicts are told. */
class ClaimTest {
  @Test
  void kindsStandInTheOrderOfTheirEnglishWords() {
    List<String> words = Arrays.stream(Claim.Kind.values()).map(kind -> new Claim(kind, "").in("en")).toList();
    assertEquals(words.stream().sorted().toList(), words);
  }
}
