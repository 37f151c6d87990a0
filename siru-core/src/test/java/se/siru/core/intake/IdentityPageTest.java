package se.siru.core.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.identity.Suggestion;
import se.siru.core.portfolio.IdentityLink;

/** The page about identities shows a mapping and an identity.csv that are good, and names all kinds and reasons. */
class IdentityPageTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "identity.md");

  @TempDir Path temp;

  private static String block(String language) throws Exception {
    Matcher matcher = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertTrue(matcher.find());
    return matcher.group(1);
  }

  @Test
  void theMappingOfThePageIsReadWithoutAFinding() throws Exception {
    assertEquals(List.of(), ImportFixture.sources(temp, block("json")).mappingFindings());
  }

  @Test
  void theLinksOfThePageAreRead() throws Exception {
    List<String> read = new ArrayList<>();
    Findings findings = new Findings();
    IdentityFile.Lines lines = new IdentityFile.Lines() {
      @Override
      public void link(IdentityLink link, Origin origin) {
        read.add(link.kind().code());
      }

      @Override
      public void answer(IdentityAnswer answer, Origin origin) {
        read.add(answer.kind().code());
      }
    };
    new IdentityFile("identity.csv", lines, findings)
        .read(new ByteArrayInputStream(block("csv").getBytes(StandardCharsets.UTF_8)));
    assertEquals(List.of(), findings.list());
    assertEquals(List.of("branch", "successor", "merger", "merger"), read);
  }

  @Test
  void thePageNamesEveryKindAndEveryReason() throws Exception {
    String page = Files.readString(PAGE);
    List<String> words = new ArrayList<>(IdentityAnswer.Kind.codes());
    for (IdentityLink.Kind kind : IdentityLink.Kind.values()) {
      words.add(kind.code());
    }
    for (Suggestion.Why why : Suggestion.Why.values()) {
      words.add(why.code());
    }
    assertEquals(List.of(), words.stream().filter(word -> !page.contains("`" + word + "`")).toList());
  }
}
