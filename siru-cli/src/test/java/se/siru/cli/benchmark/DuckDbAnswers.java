package se.siru.cli.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A program of its own that lets DuckDB answer the questions and write the result table. It needs the driver on its
 * class path at run time only.
 *
 * <p>Arguments: {@code tuned} or {@code straightforward}, the portfolio folder, the file of regions, the result file,
 * the number of threads.
 */
final class DuckDbAnswers {
  private static final String INTO_TABLE = "CREATE OR REPLACE TABLE answers AS ";

  private final String variant;
  private final Path folder;
  private final Path regions;
  private final int threads;

  DuckDbAnswers(String variant, Path folder, Path regions, int threads) {
    this.variant = variant;
    this.folder = folder;
    this.regions = regions;
    this.threads = threads;
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    new DuckDbAnswers(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[4]))
        .answer(Path.of(arguments[3]));
  }

  static Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:duckdb:");
  }

  /** From the files to a table of results. */
  void answer(Path out) throws IOException, SQLException {
    try (Connection connection = connect()) {
      execute(connection, statements(out));
    }
  }

  /** The statements that load the files; what follows begins with the comment {@code Questions}. */
  List<String> loading() throws IOException {
    List<String> statements = statements(folder);
    return statements.subList(0, firstQuestion(statements));
  }

  /** The questions of what is loaded, as often as one likes; the answers stay in a table. */
  List<String> questionsIntoTable() throws IOException {
    List<String> statements = statements(folder);
    return statements.subList(firstQuestion(statements), statements.size()).stream()
        .map(sql -> sql.replace("CREATE ", "CREATE OR REPLACE "))
        .map(sql -> sql.startsWith("COPY (") ? INTO_TABLE + sql.substring(6, sql.lastIndexOf(") TO '")) : sql)
        .toList();
  }

  String copyOfTable(Path out) {
    return "COPY answers TO '" + quoted(out) + "' (HEADER, DELIMITER ',')";
  }

  private static int firstQuestion(List<String> statements) {
    return IntStream.range(0, statements.size())
        .filter(i -> statements.get(i).stripLeading().startsWith("-- Questions"))
        .findFirst()
        .orElseThrow();
  }

  private List<String> statements(Path out) throws IOException {
    return Script.statements(variant).stream()
        .map(
            sql ->
                sql.replace("${folder}", quoted(folder))
                    .replace("${regions}", quoted(regions))
                    .replace("${out}", quoted(out))
                    .replace("${threads}", Integer.toString(threads)))
        .toList();
  }

  static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "''");
  }
}
