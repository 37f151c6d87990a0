package se.siru.cli.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * A program of its own that lets DuckDB answer the questions and write the result table. It needs the driver on its
 * class path at run time only.
 *
 * <p>Arguments: {@code tuned} or {@code straightforward}, the portfolio folder, the file of regions, the result file,
 * the number of threads.
 */
final class DuckDbAnswers {
  private DuckDbAnswers() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    String script =
        script(arguments[0])
            .replace("${folder}", quoted(arguments[1]))
            .replace("${regions}", quoted(arguments[2]))
            .replace("${out}", quoted(arguments[3]))
            .replace("${threads}", arguments[4]);
    run(script);
  }

  static void answer(String variant, Path folder, Path regions, Path out) throws IOException, SQLException {
    main(new String[] {variant, folder.toString(), regions.toString(), out.toString(), "2"});
  }

  private static void run(String script) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String sql : script.split(";\\R")) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }

  private static String script(String variant) throws IOException {
    try (InputStream in = DuckDbAnswers.class.getResourceAsStream(variant + ".sql")) {
      return new String(Objects.requireNonNull(in, variant).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String quoted(String path) {
    return path.replace("'", "''");
  }
}
