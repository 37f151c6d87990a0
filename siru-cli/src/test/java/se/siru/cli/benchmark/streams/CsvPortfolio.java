package se.siru.cli.benchmark.streams;

import static java.util.stream.Collectors.toMap;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files of a portfolio into records. */
final class CsvPortfolio {
  private static final int FIRST_YEAR = 2021;
  private static final int QUARTERS = 12;

  private final Map<String, Organisation> organisations = new HashMap<>();
  private final Map<String, Activity> activities;
  private final List<Participation> participations;

  private CsvPortfolio(Path folder, Path regions) throws IOException {
    Map<String, NamedCsvRecord> places = read(regions, rows -> rows.collect(toMap(row -> row.getField("code"), r -> r)));
    Map<String, String> units =
        read(
            folder.resolve("identity.csv"),
            rows -> rows.collect(toMap(row -> row.getField("id"), row -> row.getField("target"))));
    read(
        folder.resolve("stakeholders.csv"),
        rows -> {
          rows.forEach(row -> organisations.put(row.getField("id"), organisation(row, units, places)));
          return organisations;
        });
    activities =
        read(
            folder.resolve("activities.csv"),
            rows -> rows.map(this::activity).collect(toMap(Activity::id, activity -> activity)));
    participations =
        read(
            folder.resolve("participations.csv"),
            rows -> rows.map(this::participation).filter(Objects::nonNull).toList());
  }

  /** Those who attended as participants in the years asked about. */
  static List<Participation> participations(Path folder, Path regions) throws IOException {
    return new CsvPortfolio(folder, regions).participations;
  }

  private static Organisation organisation(
      NamedCsvRecord row, Map<String, String> units, Map<String, NamedCsvRecord> places) {
    String id = row.getField("id");
    NamedCsvRecord place = places.get(row.getField("region"));
    return new Organisation(
        units.getOrDefault(id, id),
        orUnknown(row.getField("sector")),
        place == null ? Organisation.UNKNOWN : place.getField("county"),
        place == null ? Organisation.UNKNOWN : orUnknown(place.getField("municipality")));
  }

  private Activity activity(NamedCsvRecord row) {
    List<String> organisers = organisations(row.getField("organisers")).stream().map(Organisation::unit).toList();
    return new Activity(row.getField("id"), row.getField("kind"), row.getField("start"), organisers);
  }

  private @Nullable Participation participation(NamedCsvRecord row) {
    if (!isEmptyOr("attended", row.getField("status")) || !isEmptyOr("participant", row.getField("role"))) {
      return null;
    }
    Activity activity = activities.get(row.getField("activity"));
    String date = row.getField("date");
    int quarter = quarter(date.isEmpty() ? activity.start() : date);
    if (quarter < 0 || quarter >= QUARTERS) {
      return null;
    }
    return new Participation(
        activity,
        quarter,
        organisations(row.getField("organisations")),
        Integer.parseInt(row.getField("heads")),
        number(row.getField("women")),
        number(row.getField("men")));
  }

  private List<Organisation> organisations(String ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return ids.indexOf(';') < 0
        ? List.of(organisations.get(ids))
        : Arrays.stream(ids.split(";")).map(organisations::get).toList();
  }

  private static int quarter(String date) {
    int year = Integer.parseInt(date, 0, 4, 10);
    int month = Integer.parseInt(date, 5, 7, 10);
    return (year - FIRST_YEAR) * 4 + (month - 1) / 3;
  }

  private static @Nullable Integer number(String cell) {
    return cell.isEmpty() ? null : Integer.valueOf(cell);
  }

  private static boolean isEmptyOr(String wanted, String cell) {
    return cell.isEmpty() || cell.equals(wanted);
  }

  private static String orUnknown(String code) {
    return code.isEmpty() ? Organisation.UNKNOWN : code;
  }

  private static <T> T read(Path file, Function<Stream<NamedCsvRecord>, T> use) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return use.apply(reader.stream());
    }
  }
}
