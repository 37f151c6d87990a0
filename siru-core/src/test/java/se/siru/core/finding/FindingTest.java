package se.siru.core.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.siru.core.text.LocalizedText;

class FindingTest {
  private static final String LONG = "x".repeat(900_000);
  private static final Rule RULE =
      Rule.error("test.rule", LocalizedText.of("{value} saknas", "{value} is missing"),
          LocalizedText.of("Rätta. Menades {near}? Eller {other}.", "Correct it. Was {near} meant? Or {other}."));

  @Test
  void whateverIsQuotedIsShortenedAndItsLengthStated() {
    Finding finding = Finding.of(RULE, new Origin(LONG, 1, LONG), "value", LONG, "near", LONG, "other", LONG);
    for (String text : List.of(finding.toString(), finding.origin().toString(), finding.message("sv"), finding.help("en"))) {
      assertTrue(text.length() < 1_000 && text.contains("…[900000]"), text.substring(0, Math.min(1_000, text.length())));
    }
  }

  @Test
  void aSentenceOfTheHintThatWouldNameNothingIsLeftOut() {
    Origin place = Origin.of("a.csv", 2);
    assertEquals("Correct it. Or b.", Finding.of(RULE, place, "value", "v", "near", "", "other", "b").help("en"));
    assertEquals("Rätta. Menades a?", Finding.of(RULE, place, "value", "v", "near", "a", "other", "").help("sv"));
    assertEquals(" is missing", Finding.of(RULE, place, "value", "", "near", "a", "other", "b").message("en"));
  }

  @Test
  void whatAValueSaysIsNoTemplate() {
    Finding finding = Finding.of(RULE, Origin.of("a.csv"), "value", "{near} $1 \\", "near", "a", "other", "b");
    assertEquals("{near} $1 \\ is missing", finding.message("en"));
  }

  @Test
  void findingsStandInTheOrderOfTheirPlacesWithNumbersByTheirValue() {
    Findings findings = new Findings();
    for (String place : List.of("/10", "/9/x", "/2", "/10/1")) {
      findings.add(RULE, Origin.of("b-2.json", 3).at(place), "value", "v");
    }
    findings.add(RULE, Origin.of("b-10.json", 1), "value", "v");
    findings.add(RULE, Origin.of("b-2.json", 20), "value", "v");
    assertEquals(
        List.of("b-2.json:3:/2", "b-2.json:3:/9/x", "b-2.json:3:/10", "b-2.json:3:/10/1", "b-2.json:20", "b-10.json:1"),
        findings.list().stream().map(each -> each.origin().toString()).toList());
  }

  @Test
  void theMessageOfAFailureIsShortenedInEveryLanguage() {
    SiruException failure = new SiruException(ErrorCode.MISUSE, LocalizedText.of("nej " + LONG, "no " + LONG));
    assertEquals(980 + "…[900003]".length(), failure.text().in("en").length());
    assertTrue(failure.text().in("sv").endsWith("…[900004]"));
    assertTrue(new SiruException(ErrorCode.MISUSE, LONG).getMessage().endsWith("…[900000]"));
  }

  @Test
  void aFileThatCannotBeUsedIsNamedWithTheReasonAndWithoutWordsOfJava(@TempDir Path folder) {
    Path file = folder.resolve("a.csv");
    assertEquals(
        "cannot read " + file + ": there is no such file or folder",
        SiruException.unreadable(file, new NoSuchFileException(file.toString())).text().in("en"));
    assertEquals(
        "cannot write " + folder + ": it is a folder",
        SiruException.unwritable(folder, new IOException("Is a directory")).text().in("en"));
    assertEquals(
        "cannot read " + file + ": there is no such file or folder",
        SiruException.unreadable(folder, new NoSuchFileException(file.toString())).text().in("en"));
  }
}
