package se.siru.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
  private static final int MOST = 3;
  private static final List<String> NAMES = List.of("Jönköpings kommun", "Region Jönköpings län", "Habo kommun",
      "Vävstugan Exempel AB", "Ängens vänner", "Odlarna ekonomisk förening", "Odlarna AB", "Kulturhuset Spira Exempel",
      "Studieförbundet Exempelskolan", "Coompanion Exempellän", "Mötesplats Exempel");

  private static Register register(List<String> names) {
    List<KnownOrganisation> all = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      all.add(new KnownOrganisation("o" + i, List.of(names.get(i)), List.of(), i == 2 ? List.of("habo.se") : List.of(), ""));
    }
    return new Register(all, OrganisationWords.standard(), MailDomains.standard());
  }

  private static Description text(String name) {
    return new Description(name, null, List.of(), "");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
      "Jkpg kommun, soc|o0|part",
      "Jönköpnigs kommun|o0|spelling",
      "Jonkopings kommun|o0|same-name",
      "RJL|o1|initials",
      "Vävstugan|o3|shorter",
      "Vävstugan Exempel HB|o3|same-name",
      "Studieforbundet exempelskolan i Habo|o8|part",
      "Spira kulturhus exempel|o7|similar",
      "qqq|-|-",
      "...|-|-"})
  void theBestSuggestionIsTheOneThatIsMeant(String text, String id, String why) {
    List<Suggestion> found = new Suggestions(register(NAMES)).of(text(text), List.of(), MOST);
    assertEquals(id == null ? "" : id + " " + why,
        found.isEmpty() ? "" : found.get(0).id() + " " + found.get(0).why().code());
  }

  @Test
  void aDomainAlonePointsAtItsOrganisation() {
    Suggestion found = new Suggestions(register(NAMES)).of(new Description("Fritids", null, List.of("edu.habo.se"), ""), List.of(), MOST).get(0);
    assertEquals("o2 domain", found.id() + " " + found.why().code());
  }

  @Property(tries = 200)
  void suggestionsComeBestFirstWithinBoundsAndDoNotDependOnTheOrderOfTheRegister(@ForAll long seed) {
    Random random = new Random(seed);
    String text = NAMES.get(random.nextInt(NAMES.size()));
    int at = random.nextInt(text.length());
    String misspelt = text.substring(0, at) + (char) ('a' + random.nextInt(26)) + text.substring(at);
    Suggestions suggestions = new Suggestions(register(NAMES));
    List<Suggestion> found = suggestions.of(text(misspelt), List.of(), MOST);
    assertTrue(found.size() <= MOST);
    for (int i = 0; i < found.size(); i++) {
      assertTrue(found.get(i).score() >= 50 && found.get(i).score() <= 99);
      assertTrue(i == 0 || found.get(i - 1).score() >= found.get(i).score());
    }
    assertEquals(found, suggestions.of(text(misspelt), List.of(), MOST));
    assertTrue(found.stream().anyMatch(one -> one.name().equals(text)), () -> misspelt + " " + found);
  }

  /** Names of few letters and many words, which have much in common, spelt alike, swapped, shortened and lengthened. */
  private static String name(Random random, List<String> words) {
    StringBuilder name = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      name.append(words.get(random.nextInt(words.size()))).append(i > 1 ? " " : "");
    }
    for (int edits = random.nextInt(4) - 1; edits > 0 && name.length() > 2; edits--) {
      int at = random.nextInt(name.length() - 1);
      switch (random.nextInt(4)) {
        case 0 -> name.insert(at, "ab å".charAt(random.nextInt(4)));
        case 1 -> name.deleteCharAt(at);
        case 2 -> name.setCharAt(at, "ab å".charAt(random.nextInt(4)));
        default -> name.insert(at, name.charAt(at + 1)).deleteCharAt(at + 2);
      }
    }
    return name + List.of("", " AB", " kommun", " ek. för.").get(random.nextInt(4));
  }

  private static final List<String> SHORT_WORDS =
      List.of("a", "b", "aa", "aaaaa", "aaaaaaaaaaaa", "ab", "aba", "abab", "bab", "vik", "viken", "ån", "odlarna", "odling", "x y z");
  private static final List<String> DOMAINS = List.of("a.example", "b.example", "edu.a.example");
  private static final List<String> REGIONS = List.of("", "SE0610", "SE0643");
  private static final List<String> NUMBERS = List.of("5569990001", "5569990019");

  private static <T> List<T> some(Random random, List<T> of) {
    return random.nextInt(4) == 0 ? List.of(of.get(random.nextInt(of.size()))) : List.of();
  }

  @Property(tries = 300)
  void theSuggestionsAreThoseOfComparingWithEveryName(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> words = random.nextBoolean() ? SHORT_WORDS : words(random, 25);
    List<KnownOrganisation> all = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      List<String> names = random.nextInt(5) == 0 ? List.of(name(random, words), name(random, words)) : List.of(name(random, words));
      all.add(new KnownOrganisation("o" + i, names, some(random, NUMBERS), some(random, DOMAINS),
          REGIONS.get(random.nextInt(REGIONS.size()))));
    }
    Register register = new Register(all, OrganisationWords.standard(), MailDomains.standard());
    Suggestions suggestions = new Suggestions(register);
    for (int i = 0; i < 40; i++) {
      String number = random.nextInt(4) == 0 ? NUMBERS.get(random.nextInt(2)) : null;
      Description row =
          new Description(name(random, words), number, some(random, DOMAINS), REGIONS.get(random.nextInt(REGIONS.size())));
      List<String> named = random.nextInt(6) == 0 ? List.of("o" + random.nextInt(80)) : List.of();
      assertEquals(PlainSuggestions.of(register, row, named, MOST), suggestions.of(row, named, MOST), row::toString);
    }
  }

  @Test
  void amongAThousandNamesNearlyEveryMisspeltOneIsFound() {
    Random random = new Random(1);
    List<String> first = words(random, 300);
    List<String> second = words(random, 300);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      names.add(first.get(random.nextInt(300)) + " " + second.get(random.nextInt(300)) + (i % 3 == 0 ? " AB" : i % 3 == 1 ? " kommun" : ""));
    }
    Suggestions suggestions = new Suggestions(register(names));
    long found = names.stream()
        .filter(name -> !suggestions.of(text(name.charAt(1) + name.substring(0, 1) + name.substring(2) + " avd"), List.of(), MOST).isEmpty())
        .count();
    assertTrue(found > 900, "only " + found);
  }

  private static List<String> words(Random random, int count) {
    List<String> words = new ArrayList<>();
    String[] syllables = {"an", "er", "ing", "sta", "vik", "berg", "lund", "ås", "ö", "na", "ma", "te", "ro", "ka", "li"};
    while (words.size() < count) {
      StringBuilder word = new StringBuilder();
      for (int i = 2 + random.nextInt(3); i > 0; i--) {
        word.append(syllables[random.nextInt(syllables.length)]);
      }
      words.add(word.toString());
    }
    return words;
  }
}
