package se.siru.cli.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A program of its own that loads the portfolio into SQLite, in memory and in one transaction, and lets it answer the
 * questions. SQLite reads no CSV through its driver, so FastCSV reads, and lists of ids become rows, as one would model
 * them. It needs the driver on its class path at run time only.
 *
 * <p>Arguments: the portfolio folder, the file of regions, the result file, the number of threads that may help to sort.
 */
final class SqliteAnswers {
  private static final int BATCH = 10_000;
  private static final List<String> TABLES =
      List.of(
          "region (code PRIMARY KEY, municipality, county)",
          "stakeholder (id PRIMARY KEY, sector, region)",
          "identity (id PRIMARY KEY, target)",
          "activity (id PRIMARY KEY, kind, start)",
          "organiser (activity, organisation)",
          "participation (number INTEGER, activity, date, organisation, heads INTEGER, women INTEGER, men INTEGER,"
              + " status, role)",
          "represented (participation INTEGER, organisation)");

  private final Connection connection;

  private SqliteAnswers(Connection connection) {
    this.connection = connection;
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    answer(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]));
  }

  static void answer(Path folder, Path regions, Path out, int threads) throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      SqliteAnswers answers = new SqliteAnswers(connection);
      answers.execute(
          List.of(
              "PRAGMA journal_mode = OFF",
              "PRAGMA synchronous = OFF",
              "PRAGMA locking_mode = EXCLUSIVE",
              "PRAGMA temp_store = MEMORY",
              "PRAGMA threads = " + threads));
      connection.setAutoCommit(false);
      answers.load(folder, regions);
      answers.execute(Script.statements("sqlite"));
      answers.write(out);
      connection.commit();
    }
  }

  private void load(Path folder, Path regions) throws IOException, SQLException {
    for (String table : TABLES) {
      execute(List.of("CREATE TABLE " + table + (table.contains("PRIMARY KEY") ? " WITHOUT ROWID" : "")));
    }
    insert(regions, "region", "code", "municipality", "county");
    insert(folder.resolve("stakeholders.csv"), "stakeholder", "id", "sector", "region");
    insert(folder.resolve("identity.csv"), "identity", "id", "target");
    insert(folder.resolve("activities.csv"), "activity", "id", "kind", "start");
    insertOrganisers(folder.resolve("activities.csv"));
    insertParticipations(folder.resolve("participations.csv"));
    execute(List.of("CREATE INDEX represented_by ON represented (participation)"));
  }

  private void insert(Path file, String table, String... columns) throws IOException, SQLException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file);
        Insert insert = new Insert(table, columns.length)) {
      for (NamedCsvRecord row : rows) {
        for (String column : columns) {
          insert.set(row.getField(column));
        }
        insert.add();
      }
    }
  }

  private void insertOrganisers(Path file) throws IOException, SQLException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file);
        Insert insert = new Insert("organiser", 2)) {
      for (NamedCsvRecord row : rows) {
        for (String organiser : row.getField("organisers").split(";")) {
          insert.set(row.getField("id")).set(organiser).add();
        }
      }
    }
  }

  private void insertParticipations(Path file) throws IOException, SQLException {
    String[] counts = {"heads", "women", "men", "status", "role"};
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file);
        Insert insert = new Insert("participation", 9);
        Insert represented = new Insert("represented", 2)) {
      int number = 0;
      for (NamedCsvRecord row : rows) {
        String organisations = row.getField("organisations");
        boolean several = organisations.indexOf(';') >= 0;
        String rowNumber = Integer.toString(number++);
        insert.set(rowNumber).set(row.getField("activity")).set(row.getField("date")).set(several ? "" : organisations);
        for (String count : counts) {
          insert.set(row.getField(count));
        }
        insert.add();
        if (several) {
          for (String organisation : organisations.split(";")) {
            represented.set(rowNumber).set(organisation).add();
          }
        }
      }
    }
  }

  private void execute(List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void write(Path out) throws IOException, SQLException {
    String select =
        "SELECT 'bench:' || measure || '-' || name, (2021 + period / 4) || '-Q' || (period % 4 + 1), sector, county,"
            + " municipality, CASE WHEN stated THEN CASE WHEN denominator IS NULL THEN numerator"
            + " WHEN denominator <> 0 THEN numerator * 1.0 / denominator END END,"
            + " CASE WHEN stated AND denominator <> 0 THEN numerator END,"
            + " CASE WHEN stated AND denominator <> 0 THEN denominator END,"
            + " CASE WHEN NOT stated THEN 'missing' WHEN denominator = 0 THEN 'undefined' ELSE 'ok' END"
            + " FROM measured JOIN class USING (class) JOIN filter USING (filter)";
    try (CsvWriter csv = CsvWriter.builder().build(out);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(select)) {
      csv.writeRecord(
          "indicator", "period", "sector", "county", "municipality", "value", "numerator", "denominator", "status");
      String[] cells = new String[9];
      while (rows.next()) {
        for (int i = 0; i < cells.length; i++) {
          cells[i] = rows.getString(i + 1);
        }
        csv.writeRecord(cells);
      }
    }
  }

  /** Rows on their way into a table, many at a time; an empty cell is null. */
  private final class Insert implements AutoCloseable {
    private final PreparedStatement statement;
    private int at;
    private int waiting;

    Insert(String table, int columns) throws SQLException {
      statement = connection.prepareStatement("INSERT INTO " + table + " VALUES (?" + ", ?".repeat(columns - 1) + ")");
    }

    Insert set(String cell) throws SQLException {
      statement.setString(++at, cell.isEmpty() ? null : cell);
      return this;
    }

    void add() throws SQLException {
      statement.addBatch();
      at = 0;
      if (++waiting == BATCH) {
        statement.executeBatch();
        waiting = 0;
      }
    }

    @Override
    public void close() throws SQLException {
      statement.executeBatch();
      statement.close();
    }
  }
}
