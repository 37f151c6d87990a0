package se.siru.core.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;

class CodelistFormatTest {
  private final Findings findings = new Findings();

  private Optional<Codelist> read(String text) throws IOException {
    byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return CodelistFormat.read(new ByteArrayInputStream(bytes), "list.json", Vocabulary.standard(), findings);
  }

  private List<String> broken() {
    return findings.list().stream().map(f -> f.origin() + " " + f.rule().id()).toList();
  }

  static Stream<String> ids() throws IOException {
    return CodelistFile.index().stream();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyListOfTheLibraryHoldsWhatItsFileSays(String id) throws IOException {
    Codelist list = Vocabulary.standard().list(id);
    CodelistFile file = CodelistFile.read(id);
    assertEquals(file.codes().size(), list.size());
    for (int i = 0; i < list.size(); i++) {
      JsonNode written = file.codes().get(i);
      Code code = list.at(i);
      assertEquals(written.path("code").asText(), code.code());
      assertEquals(written.path("label").path("sv").asText(), code.label().in("sv"));
      assertEquals(written.path("label").path("en").asText(), code.label().in("en"));
      assertEquals(written.path("parent").asText(""), code.parent() == null ? "" : code.parent());
      assertEquals(written.path("level").asText(""), code.level() == null ? "" : code.level());
      assertEquals(CodelistFile.aliases(written), code.aliases());
    }
    assertSame(list, Vocabulary.standard().list(id));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void whatIsWrittenIsReadBack(String id) throws IOException {
    Codelist list = Vocabulary.standard().list(id);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CodelistFormat.write(list, out);
    Codelist again =
        CodelistFormat.read(new ByteArrayInputStream(out.toByteArray()), id, Vocabulary.standard(), findings).orElseThrow();
    assertEquals(list.codes(), again.codes());
    assertEquals(list.id() + list.version() + list.name() + list.doc(), again.id() + again.version() + again.name() + again.doc());
  }

  @Test
  void anExtensionAddsCodesAfterThoseOfTheListItExtends() throws IOException {
    Codelist base = Vocabulary.standard().list("sectors");
    Codelist list =
        read("{'extends':'sectors','version':'1.0+dsi','codes':[{'code':'dsi:makerspace','parent':'community'}]}")
            .orElseThrow();
    assertEquals(base.codes(), list.codes().subList(0, base.size()));
    assertEquals("sectors 1.0+dsi", list.toString());
    assertTrue(list.isWithin(list.position("dsi:makerspace"), list.position("community")));
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '~', delimiter = '|', value = {
      "{'extends':'sector','codes':[]} | list.json:1 codelist.unknown-base",
      "{'format':'siru-codelist/2'} | list.json:1 codelist.format",
      "{'id':'a','version':'1','codes':[{'code':'x'},{'code':'x'}]} | list.json:1:/codes/1 codelist.duplicate-code",
      "{'id':'a','version':'1','codes':[{'code':'x','parent':'y'}]} | list.json:1:/codes/0 codelist.unknown-parent",
      "{'id':'a','version':'1','codes':[{'code':'x','parent':'x'}]} | list.json:1 codelist.cycle",
      "{'id':'a','version':'1','codes':[{'code':'a;b'}]} | list.json:1:/codes/0 codelist.bad-code",
      "{'id':'a','version':'1','codes':[{'code':'unknown'}]} | list.json:1:/codes/0 codelist.bad-code",
      "{'id':'a','version':'1','codes':[{'code':'x','from':'2022-01-01','until':'2022-01-01'}]} "
          + "| list.json:1:/codes/0 codelist.reversed",
      "{'id':'a','version':'1','kodes':[],'codes':[]} | list.json:1:/kodes json.member-unknown",
      "{'id':'a','codes':[]} | list.json:1 json.member-missing",
      "{'id':'a','version':1,'codes':[]} | list.json:1:/version json.wrong-type",
      "[] | list.json:1 json.not-an-object"})
  void whatIsWrongIsSaidWithItsPlace(String text, String expected) throws IOException {
    assertEquals(Optional.empty(), read(text));
    assertEquals(List.of(expected), broken());
  }

  @Test
  void aHintOffersTheNameThatWasMeant() throws IOException {
    read("{'extends':'sektors','codes':[]}");
    read("{'id':'a','version':'1','codes':[],'nam':{}}");
    List<String> hints = findings.list().stream().map((Finding f) -> f.help("en")).toList();
    assertEquals(List.of("Was sectors meant?", "Did you mean name?"), hints);
  }
}
