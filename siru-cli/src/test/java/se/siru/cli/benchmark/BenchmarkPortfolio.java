package se.siru.cli.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Vocabulary;

/**
 * Writes an invented portfolio of a given number of participations; the same number always gives the same bytes.
 *
 * <p>Everything comes from one {@link SplittableRandom} with the seed {@value #SEED}; real are only the codes of
 * sectors, kinds, municipalities and counties. There is one organisation for five participations (at most 200,000),
 * every tenth of them a branch of another, and one activity for twenty (at most 50,000), spread over 2021–2023 and of
 * very unequal size. An activity draws seven in ten of its organisations from its own county, by a Zipf–Mandelbrot law.
 * One row in a hundred represents several organisations, one in two hundred none; codes, dates and counts are left
 * empty here and there.
 */
final class BenchmarkPortfolio {
  static final long SEED = 20_230_917L;

  private static final String[] SECTORS = {
    "public", "academia", "business", "social-enterprise", "civil-society", "community", ""
  };
  private static final double[] SECTOR_SHARES = {.30, .05, .30, .10, .21, .03, .01};
  private static final String[] SIZES = {"micro", "small", "medium", "large", ""};
  private static final double[] SIZE_SHARES = {.55, .22, .12, .09, .02};
  private static final String[] KINDS = {
    "process-workshop", "network-meeting", "dialogue-forum", "training", "advice-session", "knowledge-lunch", ""
  };
  private static final double[] KIND_SHARES = {.20, .25, .15, .16, .12, .10, .02};
  private static final String[] STATUSES = {"attended", "", "registered", "no-show"};
  private static final double[] STATUS_SHARES = {.86, .04, .05, .05};
  private static final String[] ROLES = {"participant", "", "speaker", "organiser", "staff"};
  private static final double[] ROLE_SHARES = {.84, .06, .04, .03, .03};
  private static final int FIRST_DAY = (int) LocalDate.of(2021, 1, 1).toEpochDay();
  private static final int DAYS = (int) LocalDate.of(2024, 1, 1).toEpochDay() - FIRST_DAY;

  private final int participations;
  private final int organisations;
  private final int activities;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<Code> municipalities = new ArrayList<>();
  private final List<Code> counties = new ArrayList<>();
  private final String[] days = new String[DAYS + 14];

  private BenchmarkPortfolio(int participations) {
    this.participations = participations;
    this.organisations = Math.min(200_000, Math.max(40, participations / 5));
    this.activities = Math.min(50_000, Math.max(20, participations / 20));
    for (Code code : Vocabulary.standard().list("regions").codes()) {
      if ("municipality".equals(code.level())) {
        municipalities.add(code);
      } else if ("county".equals(code.level())) {
        counties.add(code);
      }
    }
    Arrays.setAll(days, d -> LocalDate.ofEpochDay(FIRST_DAY + d).toString());
  }

  /** Writes the portfolio into a folder, which is made where it does not exist. */
  static void write(int participations, Path folder) throws IOException {
    writeFrame(folder);
    new BenchmarkPortfolio(participations).writeAll(folder);
  }

  /** Writes what the portfolio itself does not hold: for each Swedish region code its municipality and its county. */
  static void writeRegions(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("code,municipality,county\n");
      for (Code code : Vocabulary.standard().list("regions").codes()) {
        if ("municipality".equals(code.level())) {
          out.write(code.code() + "," + code.code() + "," + code.parent() + "\n");
        } else if ("county".equals(code.level())) {
          out.write(code.code() + ",," + code.code() + "\n");
        }
      }
    }
  }

  /** Writes the description and the one operation of a portfolio. */
  static void writeFrame(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("datapackage.json"), descriptor());
    Files.writeString(
        folder.resolve("programme.csv"),
        "id,level,name,start,end\nop-1,operation,Påhittad insats,2021-01-01,2023-12-31\n");
  }

  private void writeAll(Path folder) throws IOException {
    int[] placeOfOrganisation;
    try (BufferedWriter stakeholders = Files.newBufferedWriter(folder.resolve("stakeholders.csv"));
        BufferedWriter identity = Files.newBufferedWriter(folder.resolve("identity.csv"))) {
      placeOfOrganisation = writeOrganisations(stakeholders, identity);
    }
    Popularity popularity = new Popularity(placeOfOrganisation, counties.size() + 1, random.split());
    try (BufferedWriter activityRows = Files.newBufferedWriter(folder.resolve("activities.csv"));
        BufferedWriter rows = Files.newBufferedWriter(folder.resolve("participations.csv"))) {
      writeActivities(activityRows, rows, popularity);
    }
  }

  private static String descriptor() {
    return """
        {
          "name": "benchmark",
          "title": "Påhittad portfölj för mätning",
          "siru": "siru-portfolio/1",
          "siru:currency": "SEK",
          "siru:recorded-at": "2024-02-01",
          "resources": [
            {"name": "programme", "path": "programme.csv", "siru:type": "programme"},
            {"name": "stakeholders", "path": "stakeholders.csv", "siru:type": "stakeholder"},
            {"name": "activities", "path": "activities.csv", "siru:type": "activity"},
            {"name": "participations", "path": "participations.csv", "siru:type": "participation"}
          ]
        }
        """;
  }

  /** Writes organisations and branches; returns the county of each, the number of counties where it has none. */
  private int[] writeOrganisations(Writer stakeholders, Writer identity) throws IOException {
    stakeholders.write("id,name,sector,size,region\n");
    identity.write("id,target,kind,from\n");
    Weighted places = Weighted.zipf(municipalities.size(), 6, 0.9, random.split());
    String[] sectors = new String[organisations];
    int[] county = new int[organisations];
    for (int o = 0; o < organisations; o++) {
      boolean branch = o >= organisations - organisations / 10;
      int unit = branch ? random.nextInt(organisations - organisations / 10) : o;
      sectors[o] = branch ? sectors[unit] : pick(SECTORS, SECTOR_SHARES);
      Code municipality = municipalities.get(places.draw(random));
      county[o] = countyOf(municipality);
      String region = municipality.code();
      double luck = random.nextDouble();
      if (luck < .01) {
        region = "";
        county[o] = counties.size();
      } else if (luck < .03) {
        region = counties.get(county[o]).code();
      }
      stakeholders.write(organisation(o));
      stakeholders.write(o % 16 == 0 ? ",\"Föreningen Älven " + o + ", avd. " + o % 7 + "\"," : ",Bolaget " + o + ",");
      stakeholders.write(sectors[o] + "," + pick(SIZES, SIZE_SHARES) + "," + region + "\n");
      if (branch) {
        identity.write(organisation(o) + "," + organisation(unit) + ",branch,\n");
      }
    }
    return county;
  }

  private int countyOf(Code municipality) {
    for (int c = 0; c < counties.size(); c++) {
      if (counties.get(c).code().equals(municipality.parent())) {
        return c;
      }
    }
    throw new IllegalStateException("no county above " + municipality);
  }

  private void writeActivities(Writer activityRows, Writer rows, Popularity popularity) throws IOException {
    activityRows.write("id,name,kind,status,start,organisers,programme-part\n");
    rows.write("activity,date,organisations,heads,women,men,status,role\n");
    int[] starts = new int[activities];
    double[] until = new double[activities];
    double sum = 0;
    for (int a = 0; a < activities; a++) {
      starts[a] = random.nextInt(DAYS);
      sum += StrictMath.exp(1.2 * roughlyNormal());
      until[a] = sum;
    }
    Arrays.sort(starts);
    int written = 0;
    for (int a = 0; a < activities; a++) {
      int place = random.nextInt(counties.size());
      String id = padded("a-", a, 5);
      activityRows.write(id + ",Träff " + a + "," + pick(KINDS, KIND_SHARES) + ",held," + days[starts[a]] + ",");
      activityRows.write(organisation(popularity.draw(place, random)));
      if (random.nextInt(50) == 0) {
        activityRows.write(";" + organisation(popularity.draw(place, random)));
      }
      activityRows.write(random.nextBoolean() ? ",networks\n" : ",process-facilitation\n");
      int end = a == activities - 1 ? participations : (int) (participations * (until[a] / sum));
      for (; written < end; written++) {
        writeRow(rows, id, starts[a], place, popularity);
      }
    }
  }

  private void writeRow(Writer rows, String activity, int start, int place, Popularity popularity) throws IOException {
    rows.write(activity);
    rows.write(',');
    int luck = random.nextInt(100);
    if (luck > 0) {
      rows.write(days[luck < 10 ? start + random.nextInt(14) : start]);
    }
    rows.write(',');
    int represented = random.nextInt(200);
    int count = represented == 0 ? 0 : represented <= 2 ? 2 + random.nextInt(3) : 1;
    for (int i = 0; i < count; i++) {
      rows.write(i == 0 ? "" : ";");
      rows.write(organisation(popularity.draw(random.nextInt(10) < 7 ? place : -1, random)));
    }
    int heads = random.nextInt(8) == 0 ? 1 + random.nextInt(40) : 1;
    int women = random.nextInt(heads + 1);
    int men = random.nextInt(20) == 0 ? random.nextInt(heads - women + 1) : heads - women;
    String gender = random.nextInt(33) == 0 ? ",," : "," + women + "," + men;
    rows.write("," + heads + gender + "," + pick(STATUSES, STATUS_SHARES) + "," + pick(ROLES, ROLE_SHARES) + "\n");
  }

  private String pick(String[] values, double[] shares) {
    double left = random.nextDouble();
    int i = 0;
    while (i < shares.length - 1 && left >= shares[i]) {
      left -= shares[i++];
    }
    return values[i];
  }

  /** Twelve uniform numbers, so that no version of Java draws it differently. */
  private double roughlyNormal() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  private static String organisation(int number) {
    return padded("o-", number, 7);
  }

  private static String padded(String prefix, int number, int width) {
    String digits = Integer.toString(number);
    return prefix + "0".repeat(width - digits.length()) + digits;
  }

  /** Which organisation comes: anyone, or one of a county. */
  private static final class Popularity {
    private final Weighted everywhere;
    private final int[][] members;
    private final Weighted[] within;

    Popularity(int[] county, int counties, SplittableRandom random) {
      everywhere = Weighted.zipf(county.length, 20, 0.9, random);
      members = new int[counties][];
      within = new Weighted[counties];
      for (int c = 0; c < counties; c++) {
        int wanted = c;
        members[c] = IntStream.range(0, county.length).filter(o -> county[o] == wanted).toArray();
        within[c] = everywhere.only(members[c]);
      }
    }

    int draw(int county, SplittableRandom random) {
      return county < 0 || members[county].length == 0
          ? everywhere.draw(random)
          : members[county][within[county].draw(random)];
    }
  }
}
