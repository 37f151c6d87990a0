package se.siru.cli.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.siru.core.Siru;
import se.siru.core.evaluation.Results;
import se.siru.core.model.Periods;

/** Who was reached and who took part in the invented example, counted from its files with sets and loops. */
class ExamplePeopleTest {
  private static final Path FOLDER = folder();
  private static final List<String> YEARS = List.of("2021", "2022", "2023");
  private static final Results RESULTS = results();

  private static Path folder() {
    try {
      return Path.of(ExamplePeopleTest.class.getResource("/se/siru/cli/examples/exempellan").toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Results results() {
    Siru siru = Siru.load();
    return siru.evaluate(siru.read(FOLDER)).indicators("EEC*", "SI-P02*", "SI-P03", "SI-P10*").periods(Periods.years(2021, 2023)).run();
  }

  /** The rows of a file of the example; none of its cells that are read here is in quotation marks. */
  private static List<Map<String, String>> rows(String file) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(file));
    String[] names = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.length && i < cells.length; i++) {
        row.put(names[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static void gives(long number, String code, String year) {
    assertEquals(number, RESULTS.cell(code, year).number().orElseThrow().longValueExact(), code + " " + year);
  }

  @Test
  void personsReachedLieBetweenWhoIsNamedAndAllHeads() throws IOException {
    Map<String, String> starts = new HashMap<>();
    rows("activities.csv").forEach(activity -> starts.put(activity.get("id"), activity.get("start")));
    List<Map<String, String>> all = new ArrayList<>();
    for (String year : YEARS) {
      all.addAll(rows("participations-" + year + ".csv"));
    }
    for (String year : YEARS) {
      Set<String> named = new HashSet<>();
      Map<String, Set<String>> namedAt = new HashMap<>();
      Map<String, Long> unnamedAt = new HashMap<>();
      for (Map<String, String> row : all) {
        String day = or(row.get("date"), starts.getOrDefault(row.get("activity"), ""));
        boolean isOne = or(row.get("status"), "attended").equals("attended") && or(row.get("role"), "participant").equals("participant");
        if (!isOne || !day.startsWith(year)) {
          continue;
        }
        String occasion = row.get("activity") + " " + day;
        long heads = Long.parseLong(or(row.get("heads"), "1"));
        if (!row.get("person").isEmpty()) {
          named.add(row.get("person"));
          namedAt.computeIfAbsent(occasion, at -> new HashSet<>()).add(row.get("person"));
          heads--;
        }
        unnamedAt.merge(occasion, heads, Long::sum);
      }
      long unnamed = unnamedAt.values().stream().mapToLong(Long::longValue).sum();
      long together =
          unnamedAt.entrySet().stream().mapToLong(at -> at.getValue() + namedAt.getOrDefault(at.getKey(), Set.of()).size()).max().orElse(0);
      gives(named.size(), "SI-P02", year);
      gives(unnamed, "SI-P02.unidentified", year);
      gives(Math.max(named.size(), together), "SI-P02.low", year);
      gives(named.size() + unnamed, "SI-P02.high", year);
      assertTrue(unnamed > 100, "the example has head counts");
    }
  }

  @Test
  void participantsCountOnceInTheOperationByWhatHeldAtTheFirstEntry() throws IOException {
    Map<String, String> genders = new HashMap<>();
    rows("persons.csv").forEach(person -> genders.put(person.get("id"), person.get("gender")));
    for (String year : YEARS) {
      Map<String, Map<String, String>> firsts = new LinkedHashMap<>();
      for (Map<String, String> row : rows("enrolments.csv")) {
        if (!row.get("outcome").equals("not-started") && row.get("start").compareTo(year + "-12-31") <= 0) {
          String who = or(row.get("person"), row.get("id"));
          firsts.merge(who, row, (one, other) -> one.get("start").compareTo(other.get("start")) <= 0 ? one : other);
        }
      }
      long[] counts = new long[4];
      for (Map.Entry<String, Map<String, String>> first : firsts.entrySet()) {
        boolean isNamed = !first.getValue().get("person").isEmpty();
        long heads = isNamed ? 1 : Long.parseLong(first.getValue().get("heads"));
        counts[0] += heads;
        counts[1] += isNamed ? (genders.get(first.getKey()).equals("women") ? 1 : 0) : Long.parseLong(or(first.getValue().get("women"), "0"));
        counts[2] += Set.of("employed", "self-employed").contains(first.getValue().get("labour-status")) ? heads : 0;
        counts[3] += first.getValue().get("age-class").equals("55-plus") ? heads : 0;
      }
      gives(counts[0], "EECO01", year);
      gives(counts[1], "EECO01.women", year);
      gives(counts[2], "EECO05", year);
      gives(counts[3], "EECO08", year);
    }
  }

  @Test
  void everyIndicatorOfParticipantsHasAValueAboveNoughtInSomeYear() {
    for (String code : List.of(
        "EECO01", "EECO05", "EECO06", "EECO07", "EECO08", "EECO12", "EECO15", "EECO18", "EECO19", "EECR03", "EECR05", "EECR05.followed",
        "EECO12.declined", "EECO12.not-asked", "SI-P10", "SI-P10.men", "SI-P10.unknown")) {
      assertTrue(RESULTS.cell(code, "2023").number().orElseThrow().signum() > 0, code);
    }
    assertTrue(
        RESULTS.cell("EECR05", "2023").number().orElseThrow().compareTo(RESULTS.cell("EECR05.followed", "2023").number().orElseThrow()) < 0);
  }
}
