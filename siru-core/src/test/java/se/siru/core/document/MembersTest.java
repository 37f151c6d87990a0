package se.siru.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.text.LocalizedText;

/** Declarations are read strictly, all mistakes at once, and what is written is read back. */
class MembersTest {
  private static final Rule OWN =
      Rule.error("test.own", LocalizedText.of("Fel: {what}.", "Wrong: {what}."), LocalizedText.of("Rätta.", "Mend it."));

  @Test
  void everyMistakeIsToldWithItsPlaceAndReadingGoesOn() {
    Findings findings = new Findings();
    Members members =
        Members.read(
                """
                { "name": 3, "sizes": [ { "least": "x" }, { "least": 2, "most": 1 } ],
                  "colour": "grey", "more": true }
                """,
                "test.json", findings)
            .orElseThrow();
    assertEquals(Optional.empty(), members.requiredText("name"));
    assertEquals(Optional.empty(), members.requiredWord("colour", List.of("red", "blue")));
    List<Members> sizes = members.objects("sizes");
    assertEquals(Optional.empty(), sizes.get(0).requiredDecimal("least"));
    assertEquals(OptionalLong.of(2), sizes.get(1).whole("least", 0, 9));
    sizes.get(1).problem(OWN, "what", "order");
    sizes.forEach(Members::finish);
    members.finish();
    assertEquals(
        List.of(
            "json.wrong-type 1 /name", "json.wrong-type 1 /sizes/0/least", "test.own 1 /sizes/1",
            "json.member-unknown 1 /sizes/1/most", "json.not-a-choice 2 /colour", "json.member-unknown 2 /more"),
        findings.list().stream().map(each -> each.rule().id() + " " + each.origin().row() + " " + each.origin().column()).toList());
  }

  @Test
  void whatIsNoObjectIsRefused() {
    for (String json : List.of("[]", "", "{\"a\": 1, \"a\": 2}", "{\"a\": 1} x")) {
      Findings findings = new Findings();
      assertTrue(Members.read(json, "test.json", findings).isEmpty(), json);
      assertEquals(1, findings.list().size(), json);
    }
  }

  @Test
  void whatIsWrittenIsReadBack() {
    String text =
        new Declaration()
            .put("text", "\"å\"\n")
            .put("number", new BigDecimal("0.10"))
            .put("whole", 7)
            .put("yes", true)
            .put("one", new Declaration().put("code", "a"))
            .put("many", List.of(new Declaration().put("code", "b"), new Declaration()))
            .text();
    Findings findings = new Findings();
    Members members = Members.read(text, "test.json", findings).orElseThrow();
    assertEquals("\"å\"\n", members.requiredText("text").orElseThrow());
    assertEquals(0, new BigDecimal("0.1").compareTo(members.requiredDecimal("number").orElseThrow()));
    assertEquals(7, members.whole("whole", 0, 10).orElseThrow());
    assertTrue(members.bool("yes").orElseThrow());
    assertEquals("a", members.requiredObject("one").flatMap(one -> one.text("code")).orElseThrow());
    assertEquals(2, members.objects("many").size());
    members.finish();
    assertEquals(List.of(), findings.list());
    assertThrows(IllegalArgumentException.class, () -> new Declaration().put("a", 1).put("a", 2));
  }
}
