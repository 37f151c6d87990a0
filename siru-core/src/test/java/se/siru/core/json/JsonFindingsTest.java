package se.siru.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;

class JsonFindingsTest {

  private static JsonObject read(String json) throws Exception {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return JsonReader.readObject(new ByteArrayInputStream(bytes), "rules.json", JsonLimits.defaults());
  }

  @ParameterizedTest
  @EnumSource(JsonException.Reason.class)
  void everyReasonHasARuleInBothLanguages(JsonException.Reason reason) {
    Finding finding = JsonFindings.of(new JsonException(reason, JsonPosition.of(3, 5, "/a"), "x.json", "the detail"));
    assertEquals("the detail", finding.message("en"));
    assertFalse(finding.message("sv").contains("{") || finding.message("sv").isBlank());
    assertTrue(finding.help("sv").endsWith("vid 3:5"), finding.help("sv"));
    assertEquals("x.json:3:/a", finding.origin().toString());
    assertEquals(3, finding.origin().row());
  }

  @Test
  void everyRuleHasAnIdOfItsOwn() {
    Set<String> ids = new HashSet<>();
    for (Rule rule : JsonFindings.rules()) {
      assertTrue(rule.id().matches("json\\.[a-z0-9-]+") && ids.add(rule.id()), rule.id());
    }
    assertEquals(JsonException.Reason.values().length + 6, ids.size());
  }

  @Test
  void aRefusedDocumentIsAFindingAtItsPlace() {
    JsonException e = assertThrows(JsonException.class, () -> read("{\"a\":1,\n\"a\":2}"));
    assertEquals("rules.json:2:/a", JsonFindings.of(e).origin().toString());
    assertEquals("json.duplicate-key", JsonFindings.of(e).rule().id());
  }

  @Test
  void problemsOfMembersAreFindingsInBothLanguages() throws Exception {
    Findings findings = new Findings();
    JsonAccess access = JsonAccess.of(
        read("{\"conut\":1,\"zzzzzz\":1,\"d\":\"2022-02-30\",\"n\":\"3\",\"c\":\"x\",\"r\":9}"),
        JsonFindings.into(findings, "rules.json"));
    access.requiredText("count");
    access.date("d");
    access.integer("n");
    access.choice("c", Map.of("yes", 1));
    access.integer("r", 0, 5);
    access.finish();
    assertEquals(7, findings.list().size());
    List<String> english = findings.list().stream().map(f -> f.message("en") + ". " + f.help("en")).toList();
    assertTrue(english.contains("conut is unknown. Did you mean count?"), english::toString);
    assertTrue(english.contains("zzzzzz is unknown. Remove zzzzzz"), english::toString);
    assertTrue(english.contains("d is not a date: 2022-02-30. Write a date that exists, yyyy-MM-dd, from 1600-01-01"
        + " to 2100-12-31"), english::toString);
    for (Finding finding : findings.list()) {
      assertFalse((finding.message("sv") + finding.help("sv")).contains("{"), finding::toString);
    }
  }

  @Test
  void aRuleOfSomeoneElseIsNotTaken() throws Exception {
    JsonAccess access = JsonAccess.of(read("{}"), JsonFindings.into(new Findings(), "rules.json"));
    assertThrows(IllegalArgumentException.class, () -> access.problem("a", "model.other", Map.of()));
  }
}
