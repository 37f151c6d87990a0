package se.siru.cli.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.siru.cli.benchmark.streams.StreamsAnswers;

/**
 * Who takes part at a size. What takes many times as long as the others runs in fewer rounds: in at most three up to a million
 * participations, in one above; SQLite takes part up to a million, streams and straightforward SQL up to ten, above which
 * they take minutes and most of the memory.
 */
final class Contenders {
  private static final Path JAR = Path.of("target", "siru.jar");
  private static final Path LAUNCHER = Path.of("bin", "siru").toAbsolutePath();

  private final Path folder;
  private final int size;
  private final int rounds;
  private final List<Contender> contenders = new ArrayList<>();

  private Contenders(Path folder, int size) {
    this.folder = folder;
    this.size = size;
    this.rounds = Settings.rounds();
  }

  /** The first is the launcher of SIRU, to which all others are compared. */
  static List<Contender> of(Path folder, int size) throws IOException, ReflectiveOperationException, URISyntaxException {
    Contenders contenders = new Contenders(folder, size);
    contenders.addSiru();
    contenders.addDuckDb();
    contenders.addPlainJava();
    return contenders.contenders;
  }

  private void addSiru() {
    List<String> launcher = List.of(LAUNCHER.toString());
    siru("SIRU", "", launcher, Map.of());
    String memory = at("", "340 MiB", "450 MiB");
    siru("SIRU, -Xmx" + Settings.heap(), memory, launcher, Map.of("JDK_JAVA_OPTIONS", "-Xmx" + Settings.heap()));
    if (size <= 10 * Settings.MILLION) {
      List<String> java = new ArrayList<>(List.of(Settings.java()));
      java.addAll(Settings.javaOptions());
      java.addAll(List.of("-jar", JAR.toString()));
      siru("SIRU, java -jar", "", java, Map.of());
    }
  }

  private void addDuckDb() throws IOException, ReflectiveOperationException, URISyntaxException {
    Path jar = DuckDbDriver.jar();
    Path unpacked = Settings.WORK.resolve("duckdb");
    DuckDbDriver.unpack(jar, unpacked);
    List<String> fast = List.of("-Djava.library.path=" + unpacked, "-cp", path(classes(), unpacked));
    duckDb("DuckDB, tuned SQL", rounds, at("0.50 ×", "0.25 ×", "0.25 ×"), fast, "tuned");
    if (size <= Settings.MILLION) {
      List<String> asItComes = List.of("-cp", path(classes(), jar));
      duckDb("DuckDB, tuned SQL, library unpacked at each start", rounds, "", asItComes, "tuned");
    }
    if (size <= 10 * Settings.MILLION) {
      duckDb("DuckDB, straightforward SQL", fewRounds(), at("", "0.06 ×", ""), fast, "straightforward");
    }
  }

  private void addPlainJava() throws ReflectiveOperationException, URISyntaxException {
    Path csv = home("de.siegmar.fastcsv.reader.CsvReader");
    if (size <= 10 * Settings.MILLION) {
      List<String> command =
          List.of(Settings.java(), "-Xmx8g", "-cp", path(classes(), csv), StreamsAnswers.class.getName());
      add("Java Streams over records, FastCSV", fewRounds(), "", command, Map.of(), List.of());
    }
    if (size <= Settings.MILLION) {
      Path driver = home("org.sqlite.JDBC");
      List<String> command =
          List.of(Settings.java(), "-cp", path(classes(), csv, driver), SqliteAnswers.class.getName());
      List<String> threads = List.of(Integer.toString(Settings.processors()));
      add("SQLite in memory, FastCSV", fewRounds(), "", command, Map.of(), threads);
    }
  }

  private void siru(String name, String aim, List<String> start, Map<String, String> environment) {
    Path out = out();
    List<String> command = new ArrayList<>(start);
    command.addAll(Questions.arguments(folder, Settings.DEFINITIONS, out));
    contenders.add(new Contender(name, rounds, aim, command, environment, out));
  }

  private void duckDb(String name, int rounds, String aim, List<String> options, String variant) {
    List<String> command = new ArrayList<>(List.of(Settings.java()));
    command.addAll(options);
    command.addAll(List.of(DuckDbAnswers.class.getName(), variant));
    add(name, rounds, aim, command, Map.of(), List.of(Integer.toString(Settings.processors())));
  }

  /** A program that takes the portfolio, the regions, the result file and perhaps more. */
  private void add(
      String name, int rounds, String aim, List<String> start, Map<String, String> environment, List<String> more) {
    Path out = out();
    List<String> command = new ArrayList<>(start);
    command.addAll(List.of(folder.toString(), Settings.REGIONS.toString(), out.toString()));
    command.addAll(more);
    contenders.add(new Contender(name, rounds, aim, command, environment, out));
  }

  private Path out() {
    return Settings.WORK.resolve("answers-" + contenders.size() + ".csv");
  }

  private int fewRounds() {
    return size <= Settings.MILLION ? Math.min(rounds, 3) : Math.min(rounds, 1);
  }

  private String at(String million, String tenMillion, String thirtyMillion) {
    return switch (size) {
      case Settings.MILLION -> million;
      case 10 * Settings.MILLION -> tenMillion;
      case 30 * Settings.MILLION -> thirtyMillion;
      default -> "";
    };
  }

  private static Path classes() throws URISyntaxException {
    return home(Contenders.class);
  }

  private static Path home(String type) throws ReflectiveOperationException, URISyntaxException {
    return home(Class.forName(type));
  }

  private static Path home(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static String path(Path... places) {
    return Stream.of(places).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
