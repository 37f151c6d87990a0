package se.siru.cli.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ten participations and what the questions must answer about them, worked out by hand. */
final class TinyPortfolio {
  private static final String STAKEHOLDERS =
      """
      id,name,sector,size,region
      a,A,public,large,0114
      b,B,business,small,0114
      c,C,business,small,1480
      d,B i Göteborg,business,small,1480
      e,E,,micro,SE232
      f,F,public,large,
      """;
  private static final String ACTIVITIES =
      """
      id,name,kind,status,start,organisers,programme-part
      A,A,network-meeting,held,2021-01-10,a,networks
      B,B,process-workshop,held,2021-02-01,a;c,networks
      C,C,,held,2022-05-05,d,networks
      """;
  // Rows 8 (no-show), 9 (speaker) and 10 (after 2023) count nowhere.
  private static final String PARTICIPATIONS =
      """
      activity,date,organisations,heads,women,men,status,role
      A,2021-01-10,a,1,1,0,attended,participant
      A,,b,3,1,1,,
      A,2021-01-10,b;d,2,1,1,attended,participant
      B,2021-02-01,a;c,5,2,3,attended,participant
      B,2021-02-01,,4,,,attended,participant
      B,2021-02-01,e,1,0,0,attended,participant
      C,2022-05-05,f,2,2,0,attended,participant
      A,2021-01-10,c,1,0,1,no-show,participant
      A,2021-01-10,c,1,0,1,attended,speaker
      B,2024-01-02,c,1,0,1,attended,participant
      """;

  private TinyPortfolio() {}

  static void write(Path folder) throws IOException {
    BenchmarkPortfolio.writeFrame(folder);
    Files.writeString(folder.resolve("stakeholders.csv"), STAKEHOLDERS);
    Files.writeString(folder.resolve("identity.csv"), "id,target,kind,from\nd,b,branch,\n");
    Files.writeString(folder.resolve("activities.csv"), ACTIVITIES);
    Files.writeString(folder.resolve("participations.csv"), PARTICIPATIONS);
  }

  /** Some cells and their values; {@code no row} where there must be none. */
  static Map<String, String> expected() {
    Map<String, String> cells = new LinkedHashMap<>();
    // First quarter: rows 1 to 6. The units are a, b (also as its branch d), c and e; A is arranged by a, B by a and c.
    expect(cells, "all 2021-Q1", "", "", "", "6 16 5 5 5/10 4 2 2 16/6 16/4");
    // Business: rows 2, 3 (b and its branch d, counted once) and 4 (c); public: rows 1 and 4; unknown: row 5, of
    // nobody, and e.
    expect(cells, "all 2021-Q1", "business", "", "", "3 10 4 5 4/9 2 2 2 10/3 10/2");
    expect(cells, "all 2021-Q1", "public", "", "", "2 6 3 3 3/6 1 2 2 6/2 6/1");
    expect(cells, "all 2021-Q1", "unknown", "", "", "2 5 0 0 undefined 1 1 2 5/2 5/1");
    // Västra Götaland: row 3 by d, row 4 by c, row 6 by e, which states no municipality; of row 5 nothing is known.
    expect(cells, "all 2021-Q1", "", "SE232", "", "3 8 3 4 3/7 3 2 2 8/3 8/3");
    expect(cells, "all 2021-Q1", "", "unknown", "", "1 4 missing missing missing 0 1 2 4/1 undefined");
    expect(cells, "all 2021-Q1", "", "", "1480", "2 7 3 4 3/7 2 2 2 7/2 7/2");
    expect(cells, "all 2021-Q1", "", "", "unknown", "2 5 0 0 undefined 1 1 2 5/2 5/1");
    // A quiet quarter, and one with row 7 alone, arranged by the branch d of b.
    expect(cells, "all 2021-Q2", "", "", "", "0 0 0 0 undefined 0 0 0 undefined undefined");
    expect(cells, "all 2022-Q2", "", "unknown", "", "1 2 2 0 2/2 1 1 1 2/1 2/1");
    // Network meetings: rows 1, 2 and 3. Nobody of unknown municipality ever came to one.
    expect(cells, "network-meeting 2021-Q1", "", "", "", "3 6 3 2 3/5 2 1 1 6/3 6/2");
    expect(cells, "network-meeting 2021-Q1", "", "", "1480", "1 2 1 1 1/2 1 1 1 2/1 2/1");
    cells.put(ResultTable.cell(Questions.id("rows", "network-meeting"), "2021-Q1", "", "", "unknown"), "no row");
    return cells;
  }

  private static void expect(
      Map<String, String> cells,
      String filterAndPeriod,
      String sector,
      String county,
      String municipality,
      String values) {
    String[] question = filterAndPeriod.split(" ");
    String[] each = values.split(" ");
    for (int m = 0; m < each.length; m++) {
      String indicator = Questions.id(Questions.MEASURES.get(m), question[0]);
      cells.put(ResultTable.cell(indicator, question[1], sector, county, municipality), each[m]);
    }
  }
}
