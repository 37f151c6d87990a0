package se.siru.cli.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The forty questions answered with loops and hash sets, as slowly and plainly as it can be done.
 *
 * <p>A participation counts where the person attended as a participant, on its own date or else on the activity's first
 * day. It counts once in the total and once in each class that the organisations it represents have; without an
 * organisation, or where the organisation does not state it, in the class {@code unknown}. Units are counted in the
 * classes of the records by which they took part. A class of which no unit is known has no row of units. A sum that no
 * row states is missing, and 0 where there are no rows. A class that a question meets in any quarter has a row in all
 * of them.
 */
final class PlainAnswers {
  private static final String UNKNOWN = "unknown";

  private record Organisation(String unit, String sector, String county, String municipality) {}

  private record Activity(String kind, String start, List<String> organisers) {}

  private record Place(String sector, String county, String municipality) {}

  private static final Place TOTAL = new Place("", "", "");

  private static final class Tally {
    private long rows;
    private long heads;
    private long women;
    private long men;
    private boolean stated;
    private final Set<String> units = new HashSet<>();
    private final Set<String> activities = new HashSet<>();
    private final Set<String> organisers = new HashSet<>();
  }

  private final Map<String, Organisation> organisations = new HashMap<>();
  private final Map<String, Activity> activities = new HashMap<>();
  private final Map<String, Map<Place, Map<String, Tally>>> tallies = new TreeMap<>();

  private PlainAnswers() {}

  /** Answers about a portfolio in a folder, with the file of {@link BenchmarkPortfolio#writeRegions}. */
  static ResultTable of(Path folder, Path regions) throws IOException {
    PlainAnswers answers = new PlainAnswers();
    answers.readOrganisations(folder, regions);
    for (NamedCsvRecord row : rows(folder.resolve("activities.csv"))) {
      answers.activities.put(
          row.getField("id"),
          new Activity(row.getField("kind"), row.getField("start"), list(row.getField("organisers"))));
    }
    for (NamedCsvRecord row : rows(folder.resolve("participations.csv"))) {
      answers.count(row);
    }
    return answers.table();
  }

  private void readOrganisations(Path folder, Path regions) throws IOException {
    Map<String, NamedCsvRecord> places = new HashMap<>();
    rows(regions).forEach(row -> places.put(row.getField("code"), row));
    Map<String, String> units = new HashMap<>();
    if (Files.exists(folder.resolve("identity.csv"))) {
      rows(folder.resolve("identity.csv")).forEach(row -> units.put(row.getField("id"), row.getField("target")));
    }
    for (NamedCsvRecord row : rows(folder.resolve("stakeholders.csv"))) {
      NamedCsvRecord place = places.get(row.getField("region"));
      organisations.put(
          row.getField("id"),
          new Organisation(
              units.getOrDefault(row.getField("id"), row.getField("id")),
              orUnknown(row.getField("sector")),
              place == null ? UNKNOWN : place.getField("county"),
              place == null ? UNKNOWN : orUnknown(place.getField("municipality"))));
    }
  }

  private void count(NamedCsvRecord row) {
    Activity activity = activities.get(row.getField("activity"));
    String day = row.getField("date").isEmpty() ? activity.start() : row.getField("date");
    LocalDate date = LocalDate.parse(day);
    boolean attended = Set.of("", "attended").contains(row.getField("status"));
    boolean participant = Set.of("", "participant").contains(row.getField("role"));
    if (!attended || !participant || date.getYear() < 2021 || date.getYear() > 2023) {
      return;
    }
    String quarter = date.getYear() + "-Q" + (date.getMonthValue() + 2) / 3;
    List<Organisation> represented = list(row.getField("organisations")).stream().map(organisations::get).toList();
    Map<Place, Set<String>> unitsByClass = new HashMap<>();
    for (Place place : classes(null)) {
      unitsByClass.put(place, new HashSet<>());
    }
    if (represented.isEmpty()) {
      classes(new Organisation("", UNKNOWN, UNKNOWN, UNKNOWN)).forEach(c -> unitsByClass.put(c, new HashSet<>()));
    }
    for (Organisation organisation : represented) {
      for (Place place : classes(organisation)) {
        unitsByClass.computeIfAbsent(place, c -> new HashSet<>()).add(organisation.unit());
      }
    }
    for (String filter : Questions.FILTERS) {
      if (filter.equals(Questions.ALL) || filter.equals(activity.kind())) {
        unitsByClass.forEach((place, units) -> add(filter, place, quarter, row, activity, units));
      }
    }
  }

  /** The total, and the classes of an organisation. */
  private static Set<Place> classes(@Nullable Organisation organisation) {
    Set<Place> classes = new LinkedHashSet<>();
    classes.add(TOTAL);
    if (organisation != null) {
      classes.add(new Place(organisation.sector(), "", ""));
      classes.add(new Place("", organisation.county(), ""));
      classes.add(new Place("", "", organisation.municipality()));
    }
    return classes;
  }

  private void add(
      String filter, Place place, String quarter, NamedCsvRecord row, Activity activity, Set<String> units) {
    Tally tally =
        tallies
            .computeIfAbsent(filter, f -> new HashMap<>())
            .computeIfAbsent(place, p -> new HashMap<>())
            .computeIfAbsent(quarter, q -> new Tally());
    tally.rows++;
    tally.heads += Long.parseLong(row.getField("heads"));
    tally.women += row.getField("women").isEmpty() ? 0 : Long.parseLong(row.getField("women"));
    tally.men += row.getField("men").isEmpty() ? 0 : Long.parseLong(row.getField("men"));
    tally.stated |= !row.getField("women").isEmpty();
    tally.units.addAll(units);
    tally.activities.add(row.getField("activity"));
    activity.organisers().forEach(id -> tally.organisers.add(organisations.get(id).unit()));
  }

  private ResultTable table() {
    ResultTable table = new ResultTable();
    tallies.forEach(
        (filter, places) ->
            places.forEach(
                (place, quarters) -> {
                  boolean anyUnit = quarters.values().stream().anyMatch(tally -> !tally.units.isEmpty());
                  for (int quarter = 0; quarter < 12; quarter++) {
                    String period = 2021 + quarter / 4 + "-Q" + (quarter % 4 + 1);
                    boolean units = anyUnit || place.equals(TOTAL);
                    put(table, filter, place, period, quarters.getOrDefault(period, new Tally()), units);
                  }
                }));
    return table;
  }

  private static void put(
      ResultTable table, String filter, Place place, String period, Tally tally, boolean withUnits) {
    Map<String, String> values = new HashMap<>();
    values.put("rows", Long.toString(tally.rows));
    values.put("heads", Long.toString(tally.heads));
    boolean known = tally.rows == 0 || tally.stated;
    values.put("women", known ? Long.toString(tally.women) : "missing");
    values.put("men", known ? Long.toString(tally.men) : "missing");
    values.put("women-share", known ? ratio(tally.women, tally.women + tally.men) : "missing");
    values.put("organisations", Integer.toString(tally.units.size()));
    values.put("activities", Integer.toString(tally.activities.size()));
    values.put("organisers", Integer.toString(tally.organisers.size()));
    values.put("mean-heads", ratio(tally.heads, tally.rows));
    values.put("heads-per-organisation", ratio(tally.heads, tally.units.size()));
    for (String measure : Questions.MEASURES) {
      String indicator = Questions.id(measure, filter);
      String cell = ResultTable.cell(indicator, period, place.sector(), place.county(), place.municipality());
      if (withUnits || !measure.equals("organisations")) {
        table.put(cell, values.get(measure));
      }
    }
  }

  private static String ratio(long numerator, long denominator) {
    return denominator == 0 ? "undefined" : numerator + "/" + denominator;
  }

  private static String orUnknown(String code) {
    return code.isEmpty() ? UNKNOWN : code;
  }

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(";"));
  }

  private static List<NamedCsvRecord> rows(Path file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      List<NamedCsvRecord> rows = new ArrayList<>();
      reader.forEach(rows::add);
      return rows;
    }
  }
}
