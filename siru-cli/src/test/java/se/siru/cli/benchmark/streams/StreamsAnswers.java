package se.siru.cli.benchmark.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A program of its own that reads the portfolio into records and answers the questions with streams: one for each kind of
 * activity and dimension, as many at a time as there are processors. Arguments: the portfolio folder, the file of
 * regions, the result file.
 */
public final class StreamsAnswers {
  private static final Map<String, String> FILTERS = new LinkedHashMap<>();

  static {
    FILTERS.put("all", "");
    Stream.of("process-workshop", "network-meeting", "dialogue-forum").forEach(kind -> FILTERS.put(kind, kind));
  }

  private StreamsAnswers() {}

  public static void main(String[] arguments) throws IOException {
    answer(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
  }

  public static void answer(Path folder, Path regions, Path out) throws IOException {
    List<Participation> participations = CsvPortfolio.participations(folder, regions);
    List<String> tables =
        FILTERS.keySet().stream()
            .flatMap(filter -> Arrays.stream(Dimension.values()).map(dimension -> Map.entry(filter, dimension)))
            .parallel()
            .map(question -> rows(participations, question.getKey(), question.getValue()))
            .toList();
    Files.writeString(
        out,
        "indicator,period,sector,county,municipality,value,numerator,denominator,status\n" + String.join("", tables));
  }

  private static String rows(List<Participation> participations, String filter, Dimension dimension) {
    Map<Dimension.Key, Figures> figures = dimension.figures(participations, FILTERS.get(filter));
    Set<String> codes = figures.keySet().stream().map(Dimension.Key::code).collect(Collectors.toSet());
    Figures none = new Figures();
    StringBuilder rows = new StringBuilder();
    for (String code : codes) {
      List<Figures> quarters =
          IntStream.range(0, 12)
              .mapToObj(quarter -> figures.getOrDefault(new Dimension.Key(code, quarter), none))
              .toList();
      boolean withOrganisations =
          dimension == Dimension.TOTAL || quarters.stream().anyMatch(Figures::hasOrganisations);
      for (int quarter = 0; quarter < 12; quarter++) {
        String place = "-" + filter + "," + period(quarter) + "," + dimension.columns(code) + ",";
        quarters.get(quarter).cells(withOrganisations).forEach(
            (measure, cells) -> rows.append("bench:").append(measure).append(place).append(cells).append('\n'));
      }
    }
    return rows.toString();
  }

  private static String period(int quarter) {
    return 2021 + quarter / 4 + "-Q" + (quarter % 4 + 1);
  }
}
