package se.siru.core.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Rule;
import se.siru.core.model.Activity;
import se.siru.core.model.Funding;
import se.siru.core.model.Schema;
import se.siru.core.model.Value;

/**
 * Every rule of definitions once: what is wrong is told at its very line and character, which « marks, with what was probably meant, in
 * Swedish and English.
 */
class DefinitionMistakesTest {
  private static final char MARK = '«';
  private static final Catalogue CATALOGUE =
      Catalogue.empty().with(
          new Provider("agency", "1.0.0", "agency.jar"),
          List.of(
              Indicator.measure("std:activities-held").code("SI-P04").unit("activities").over(Activity.TYPE).count().build(),
              Indicator.measure("std:paid").code("SI-E03").unit("currency").over(Funding.TYPE).sum(Funding.AMOUNT).build()),
          List.of(new Spread("std:spread")));

  /** A function that nobody calls. */
  private record Spread(String id) implements IndicatorFunction {
    @Override
    public Outcome apply(Selection selection, Context context) {
      return new Outcome(Value.Quantity.of(0), 0);
    }
  }

  /** A mistake: the rule, the document with its place marked, what the hint offers, and a piece of the message in each language. */
  private record Mistake(String rule, String json, String meant, String english, String swedish) {
    @Override
    public String toString() {
      return rule + " " + json;
    }

    String text() {
      return json.replace('`', '"');
    }
  }

  private static Mistake mistake(String rule, String json, String meant, String english, String swedish) {
    return new Mistake(rule, json, meant, english, swedish);
  }

  /** A measure with a member more, in which the mistake is. */
  private static Mistake in(String rule, String member, String meant, String english, String swedish) {
    return mistake(rule, "{`id`: `my:a`, `over`: `stakeholder`,\n  `aggregate`: `count`,\n  " + member + "}", meant, english, swedish);
  }

  /** A formula with the mistake within. */
  private static Mistake formula(String rule, String formula, String meant, String english, String swedish) {
    return mistake(rule, "[\n{`id`: `my:a`,\t`formula`: `" + formula + "`}\n]", meant, english, swedish);
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(
        mistake("definition.format", "{\n`siru`: «`siru-definitions/2`, `indicators`: []}", "siru-definitions/1", "The format is", "Formatet är"),
        mistake("definition.name", "{`id`: «`My Own`, `over`: `activity`, `aggregate`: `count`}", "kebab-name", "cannot name", "kan inte vara namn"),
        mistake("definition.duplicate", "[{`id`: `my:a`, `over`: `activity`, `aggregate`: `count`},\n {`id`: «`my:a`, `formula`: `[SI-P04]`}]",
            "an id and a code of its own", "'my:a' is taken by d.json:1:9", "är upptaget av d.json:1:9"),
        mistake("definition.duplicate", "{`id`: `my:a`, `code`: «`SI-P04`, `over`: `activity`, `aggregate`: `count`}",
            "an id and a code of its own", "taken by agency (agency.jar)", "upptaget av agency (agency.jar)"),
        mistake("definition.reserved", "{`id`: «`siru:held`, `over`: `activity`, `aggregate`: `count`}", "se-f:held", "standard catalogue", "standardkatalogen"),
        mistake("definition.unknown-record", "{`id`: `my:a`, `over`: «`activty`, `aggregate`: `count`}", "activity?", "no record type 'activty'", "ingen posttyp 'activty'"),
        in("definition.unknown-field", "`where`: {`sektor`: «`public`}", "sector?", "no field 'sektor'", "inget fält 'sektor'"),
        in("definition.unknown-code", "`where`: {`sector`: [`public`, «`akademi`]}", "academia?", "no code 'akademi'", "ingen kod 'akademi'"),
        in("definition.unknown-level", "`dimensions`: {`county`: «`region@muncipality`}", "municipality?", "no level 'muncipality'", "ingen nivå 'muncipality'"),
        in("definition.unknown-dimension", "`not-additive-over`: [`time`, «`sectr`]", "sector?", "no dimension 'sectr'", "ingen dimension 'sectr'"),
        in("definition.unknown-dimension", "`whole-over`: «`sektor`", "sector?", "no dimension 'sektor'", "ingen dimension 'sektor'"),
        in("definition.not-an-id", "`where`: {`id`: «`s1;s2`}", "no semicolon", "cannot be an id", "kan inte vara ett id"),
        in("definition.does-not-fit", "`where`: {`registered`: «`2021-01-01`}", "days with from and until", "does not fit", "går inte ihop"),
        in("definition.exactly-one", "`when`: «{`event`: `registered`, `cohort`: `registered`}", "Keep one", "Exactly one of", "precis en av"),
        mistake("definition.unknown-parameter", "{`id`: `my:a`, `parameters`: {`least`: {`default`: 2}}, `over`: `support`,\n"
            + "`where`: {`hours`: {`at-least`: {`parameter`: «`leats`}}}, `aggregate`: `count`}", "least?", "no parameter 'leats'", "ingen parameter 'leats'"),
        mistake("definition.unknown-function", "{`id`: `my:a`, `over`: `activity`,\n `aggregate`: {`function`: «`std:spred`, `fields`: [`kind`]}}",
            "std:spread?", "no function 'std:spred'", "ingen funktion 'std:spred'"),
        formula("definition.unknown-indicator", "2 * ([SI-P04] - «[SI-PO4])", "SI-P04?", "no indicator 'SI-PO4'", "ingen indikator 'SI-PO4'"),
        formula("definition.unknown-indicator", "\\u005bSI-P04] +\\t«attainmnt / 2", "", "no indicator 'attainmnt'", "ingen indikator 'attainmnt'"),
        mistake("definition.circle", "[{`id`: `my:a`, `formula`: `«[my:b]`},\n {`id`: `my:b`, `formula`: `[my:c] + 1`},\n {`id`: `my:c`, `formula`: `2 * [my:a]`}]",
            "They stand at d.json:1:29 → 2:29 → 3:29.", "my:a → my:b → my:c → my:a", "går i cirkel: my:a → my:b → my:c → my:a"),
        mistake("definition.of-many", "[{`id`: `my:all`, `formula`: `attainment(*)`},\n{`id`: `my:x`, `formula`: `«[my:all] * 2`}]", "attainment(X)", "many results", "många resultat"),
        formula("definition.units", "[SI-P04] «+ [SI-E03]", "Add like to like", "'activities' and 'currency'", "'activities' och 'currency'"),
        mistake("definition.unit", "{`id`: `my:a`, `formula`: `[SI-E03] / [SI-P04]`,\n `unit`: «`percent`}", "Correct the unit", "the number is 'currency / activities'", "talet är 'currency / activities'"),
        formula("definition.formula", "[SI-P04] «? 2", "names in square brackets", "'?' does not belong", "'?' hör inte hit"),
        formula("definition.formula-operand", "[SI-P04] + «* 2", "a name or a number", "is missing here", "här saknas"),
        formula("definition.formula-bracket", "([SI-P04] + 2«", "Close every bracket", "')' is missing", "')' saknas"),
        formula("definition.formula-number", "[SI-P04] / «2..5", "a full stop", "'2..5' is not a number", "'2..5' är inget tal"),
        formula("definition.formula-steps", "previous([SI-P04], «0)", "previous(X, 4)", "no number of periods", "inget antal perioder"),
        formula("definition.formula-limit", "(".repeat(64) + "(«[SI-P04]", "divide it", "reading ends here", "längre läses inte"),
        in("json.member-unknown", "`agregate`: «`count`", "aggregate?", "agregate is unknown", "agregate är okänt"),
        mistake("json.member-missing", "[\n  «{`id`: `my:a`, `over`: `activity`}]", "aggregate", "aggregate is missing", "aggregate saknas"),
        in("json.wrong-type", "`where`: {`any`: «{`sector`: `public`}}", "right form", "must be", "ska vara"),
        in("json.not-a-choice", "`when`: «`during-period`", "during", "cannot be", "kan inte vara"),
        in("json.not-a-date", "`where`: {`registered`: {`from`: «`2021-02-30`}}", "yyyy-MM-dd", "not a date", "inget datum"),
        in("json.out-of-range", "`where`: {`sector`: {`different`: «0}}", "Correct the number", "outside", "utanför"),
        mistake("json.duplicate-key", "{`id`: `my:a`,\n «`id`: `my:b`}", "2:2", "id", "två gånger"));
  }

  /** The document without its marks, and where they stood: line, then character. */
  private static String withoutMarks(String text, List<String> places) {
    StringBuilder bare = new StringBuilder();
    int line = 1;
    int character = 1;
    for (char c : text.toCharArray()) {
      if (c == MARK) {
        places.add(line + ":" + character);
        continue;
      }
      bare.append(c);
      character = c == '\n' ? 1 : character + 1;
      line += c == '\n' ? 1 : 0;
    }
    return bare.toString();
  }

  private static List<Finding> problems(String json) {
    return DefinitionFiles.beside(CATALOGUE, Schema.standard())
        .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "d.json")
        .problems();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isToldAtItsCharacterWithWhatWasMeantInBothLanguages(Mistake mistake) {
    List<String> places = new ArrayList<>();
    List<Finding> found = problems(withoutMarks(mistake.text(), places));
    assertEquals(1, found.size(), found::toString);
    Finding finding = found.get(0);
    assertEquals(mistake.rule(), finding.rule().id());
    String place = finding.origin().row() + ":" + finding.origin().character();
    assertEquals(places.get(0), place);
    assertTrue(finding.origin().place().startsWith("d.json:" + place), finding.origin()::place);
    assertTrue(finding.help("en").contains(mistake.meant()), finding.help("en"));
    assertTrue(finding.message("en").contains(mistake.english()), finding.message("en"));
    assertTrue(finding.message("sv").contains(mistake.swedish()), finding.message("sv"));
    assertEquals(finding.help("en").isBlank(), finding.help("sv").isBlank(), finding::toString);
  }

  @Test
  void everyRuleOfDefinitionsIsAmongThem() throws IllegalAccessException {
    Set<String> told = new HashSet<>();
    mistakes().forEach(each -> told.add(each.rule()));
    for (Field field : DefinitionRules.class.getDeclaredFields()) {
      if (field.getType() == Rule.class) {
        String rule = ((Rule) field.get(null)).id();
        assertTrue(told.contains(rule), rule + " is not among the mistakes");
      }
    }
  }

  @Test
  void allMistakesOfOneFileAreToldTogether() {
    List<String> places = new ArrayList<>();
    String json = withoutMarks("""
        {"siru": "siru-definitions/1", "namespace": "my", "indicators": [
          {"id": "a", "over": "stakeholder", "where": {"sector": «"publik", "sise": «"small"}, "aggregate": {"distinct": «"idd"}},
          {"id": "b", "over": «"activty", "aggregate": "count"},
          {"id": "c", "unit": "activities", "formula": "[SI-P04] + 2 *«* [SI-P04] - «[my:q] / «[my:z9]"},
          {"id": "d", "formula": "«[my:e]"}, {"id": "e", "formula": "[my:d] * 2"},
          {"id": "f", "kind": «"outcome", "formula": "[SI-P04] - previous([SI-P04], «x)"} ] }
        """, places);
    List<String> found = problems(json).stream().map(each -> each.origin().row() + ":" + each.origin().character()).sorted().toList();
    assertEquals(places.stream().sorted().toList(), found);
  }
}
