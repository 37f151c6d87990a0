package se.siru.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAccessTest {

  private final List<String> problems = new ArrayList<>();

  private JsonAccess access(String json) throws Exception {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    JsonObject object = JsonReader.readObject(new ByteArrayInputStream(bytes), "doc", JsonLimits.defaults());
    return JsonAccess.of(object, (at, rule, args) -> problems.add(at.pointer() + " " + rule + " " + args));
  }

  @Test
  void wellTypedMembersAreGivenAndNothingIsReported() throws Exception {
    JsonAccess access = access("{\"t\":\"x\",\"i\":3,\"d\":2.50,\"b\":false,\"date\":\"2024-02-29\",\"o\":{\"z\":1},"
        + "\"a\":[1],\"os\":[{\"z\":1},{\"z\":2}],\"ts\":[\"x\",\"y\"],\"one\":\"x\",\"m\":{\"sv\":\"å\",\"en\":\"a\"},"
        + "\"c\":\"monday\",\"v\":null}");
    assertEquals(Optional.of("x"), access.requiredText("t"));
    assertEquals(OptionalLong.of(3), access.requiredInteger("i"));
    assertEquals(Optional.of(new BigDecimal("2.50")), access.requiredDecimal("d"));
    assertEquals(Optional.of(new BigDecimal("3")), access.decimal("i"));
    assertEquals(Optional.of(false), access.requiredBool("b"));
    assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), access.requiredDate("date"));
    assertEquals(OptionalLong.of(1), access.requiredObject("o").orElseThrow().integer("z"));
    assertEquals(1, access.requiredArray("a").orElseThrow().size());
    assertEquals(List.of(1L, 2L), access.objects("os").stream().map(o -> o.integer("z").orElseThrow()).toList());
    assertEquals(List.of("x", "y"), access.texts("ts"));
    assertEquals(List.of("x"), access.texts("one"));
    assertEquals(List.of("sv", "en"), new ArrayList<>(access.textMap("m").keySet()));
    assertEquals(Optional.of(DayOfWeek.MONDAY), access.requiredChoice("c", Map.of("monday", DayOfWeek.MONDAY)));
    assertEquals(Optional.of(JsonNull.of()), access.requiredValue("v"));
    access.finish();
    assertEquals(List.of(), problems);
  }

  @Test
  void absentOptionalMembersAreEmpty() throws Exception {
    JsonAccess access = access("{}");
    assertTrue(access.text("x").isEmpty() && access.integer("x").isEmpty() && access.decimal("x").isEmpty()
        && access.bool("x").isEmpty() && access.date("x").isEmpty() && access.object("x").isEmpty()
        && access.array("x").isEmpty() && access.objects("x").isEmpty() && access.texts("x").isEmpty()
        && access.textMap("x").isEmpty() && access.choice("x", Map.of()).isEmpty() && access.value("x").isEmpty());
    access.finish();
    assertEquals(List.of(), problems);
  }

  @Test
  void aMissingRequiredMemberIsReportedAtTheObjectAndNeverBecomesZero() throws Exception {
    JsonAccess access = access("{\"o\":{}}").requiredObject("o").orElseThrow();
    assertEquals(OptionalLong.empty(), access.requiredInteger("n"));
    assertEquals(Optional.empty(), access.requiredBool("b"));
    assertEquals(List.of("/o json.member-missing {member=n}", "/o json.member-missing {member=b}"), problems);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"3.9 | number", "3.0 | number", "3e0 | number",
      "\"3\" | text", "\"\" | text", "true | boolean", "null | null", "[3] | array", "{} | object"})
  void onlyAnIntegerIsAnInteger(String json, String found) throws Exception {
    assertEquals(OptionalLong.empty(), access("{\"n\":" + json + "}").integer("n"));
    assertEquals(List.of("/n json.wrong-type {member=n, expected=integer, found=" + found + "}"), problems);
  }

  @Test
  void anIntegerNeverWrapsAround() throws Exception {
    JsonAccess access = access("{\"a\":2147483648,\"b\":9223372036854775807,\"c\":9223372036854775808,\"d\":-1}");
    assertEquals(OptionalLong.of(2_147_483_648L), access.integer("a"));
    assertEquals(OptionalLong.of(Long.MAX_VALUE), access.integer("b"));
    assertEquals(OptionalLong.empty(), access.integer("c"));
    assertEquals(OptionalLong.empty(), access.integer("d", 0, 10));
    assertEquals(OptionalLong.empty(), access.requiredInteger("a", 0, Integer.MAX_VALUE));
    assertEquals(List.of(
        "/c json.out-of-range {member=c, min=-9223372036854775808, max=9223372036854775807, found=9223372036854775808}",
        "/d json.out-of-range {member=d, min=0, max=10, found=-1}",
        "/a json.out-of-range {member=a, min=0, max=2147483647, found=2147483648}"), problems);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "null", "[\"x\"]", "{}"})
  void onlyATextIsAText(String json) throws Exception {
    JsonAccess access = access("{\"t\":" + json + "}");
    assertTrue(access.requiredText("t").isEmpty());
    assertTrue(access.choice("t", Map.of("x", 1)).isEmpty());
    assertEquals(2, problems.size());
    assertTrue(problems.get(0).startsWith("/t json.wrong-type {member=t, expected=text"), problems.get(0));
  }

  @Test
  void otherKindsAreNotCoercedEither() throws Exception {
    JsonAccess access = access(
        "{\"n\":\"1\",\"zero\":0,\"list\":[\"a\",1,null],\"objects\":[{},[]],\"map\":{\"sv\":1}}");
    access.decimal("n");
    access.bool("zero");
    access.object("list");
    access.array("map");
    assertEquals(List.of("a"), access.texts("list"));
    assertEquals(List.of(), access.texts("zero"));
    assertEquals(1, access.objects("objects").size());
    assertEquals(Map.of(), access.textMap("map"));
    assertEquals(List.of(
        "/n json.wrong-type {member=n, expected=number, found=text}",
        "/zero json.wrong-type {member=zero, expected=boolean, found=number}",
        "/list json.wrong-type {member=list, expected=object, found=array}",
        "/map json.wrong-type {member=map, expected=array, found=object}",
        "/list/1 json.wrong-type {member=list, expected=text, found=number}",
        "/list/2 json.wrong-type {member=list, expected=text, found=null}",
        "/zero json.wrong-type {member=zero, expected=text or array, found=number}",
        "/objects/1 json.wrong-type {member=objects, expected=object, found=array}",
        "/map/sv json.wrong-type {member=sv, expected=text, found=number}"), problems);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[2022,2,3]", "19000", "{\"year\":2022}", "null"})
  void aDateIsATextAndNotAnArrayOrAnEpochNumber(String json) throws Exception {
    assertTrue(access("{\"d\":" + json + "}").date("d").isEmpty());
    assertTrue(problems.get(0).startsWith("/d json.wrong-type {member=d, expected=date"), problems.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022-02-30", "2023-02-29", "2022-13-01", "2022-00-10", "2022-01-00", "+12022-01-01",
      "12022-01-01", "0022-01-01", "1599-12-31", "2101-01-01", "2022-02-03T23:30:00Z", "2022-02-03Z", "2022-2-3",
      "20220203", "03/02/2022", "2022-02-03 ", "", "２０２２-02-03", "-022-01-01", "2022-01-1x"})
  void onlyARealDateOfTheAllowedYearsIsADate(String text) throws Exception {
    assertTrue(access("{\"d\":\"" + text + "\"}").requiredDate("d").isEmpty());
    assertEquals(List.of(
        "/d json.not-a-date {member=d, found=" + text + ", min=1600-01-01, max=2100-12-31}"), problems);
  }

  @Property
  void everyDateOfTheAllowedYearsIsReadBack(@ForAll @DateRange(min = "1600-01-01", max = "2100-12-31") LocalDate date)
      throws Exception {
    assertEquals(Optional.of(date), access("{\"d\":\"" + date + "\"}").date("d"));
  }

  @Test
  void aChoiceIsNeverAnOrdinalAndATypoGetsASuggestion() throws Exception {
    Map<String, Integer> choices = new LinkedHashMap<>();
    choices.put("count", 1);
    choices.put("sum", 2);
    JsonAccess access = access("{\"a\":0,\"b\":\"conut\",\"c\":\"SUM\"}");
    assertTrue(access.choice("a", choices).isEmpty());
    assertTrue(access.choice("b", choices).isEmpty());
    assertTrue(access.choice("c", choices).isEmpty());
    assertEquals(List.of(
        "/a json.wrong-type {member=a, expected=text, found=number}",
        "/b json.not-a-choice {member=b, found=conut, allowed=count, sum, suggestion=count}",
        "/c json.not-a-choice {member=c, found=SUM, allowed=count, sum}"), problems);
  }

  @Test
  void anUnknownMemberIsReportedWithTheNameThatWasProbablyMeant() throws Exception {
    JsonAccess access = access("{\"conut\":1,\"@class\":\"java.lang.Runtime\",\"over\":1,\"wher\":1,\"n\":2}");
    access.integer("count");
    access.integer("over");
    access.integer("where");
    access.has("id");
    access.finish();
    assertEquals(List.of(
        "/conut json.member-unknown {member=conut, suggestion=count}",
        "/@class json.member-unknown {member=@class}",
        "/wher json.member-unknown {member=wher, suggestion=where}",
        "/n json.member-unknown {member=n}"), problems);
  }

  @Test
  void theClosestNameIsSuggestedAndNoneThatIsTooFar() {
    List<String> known = List.of("name", "names", "aggregate");
    assertEquals("names", Closest.to("nmaes", known));
    assertEquals("name", Closest.to("nam", known));
    assertEquals("aggregate", Closest.to("agregat", known));
    assertEquals(null, Closest.to("agrega", known));
    assertEquals(null, Closest.to("x", List.of("id")));
    assertEquals("id", Closest.to("di", List.of("id")));
  }

  @Test
  void aLongTextIsShortenedInAProblem() throws Exception {
    access("{\"d\":\"" + "x".repeat(1_000) + "\"}").date("d");
    assertTrue(problems.get(0).contains("found=" + "x".repeat(80) + "…[1000],"), problems.get(0));
  }
}
