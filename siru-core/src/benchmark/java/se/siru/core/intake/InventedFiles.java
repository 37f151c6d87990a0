package se.siru.core.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** A small invented portfolio in a folder, always the same; see {@code BenchmarkPortfolio} for one that is more like life. */
public final class InventedFiles {
  /** How many participations there are. */
  public static final int ROWS = 400_000;

  private static final int ORGANISATIONS = 40_000;
  private static final int ACTIVITIES = 20_000;
  private static final String[] SECTORS = {"public", "academia", "business", "civil-society", ""};
  private static final String[] KINDS = {"process-workshop", "network-meeting", "dialogue-forum", "training"};
  private static final String[] REGIONS = {"0180", "1480", "1280", "SE232", ""};
  private static final String DESCRIPTOR =
      """
      {"name": "parts", "siru": "siru-portfolio/1", "siru:currency": "SEK", "siru:recorded-at": "2024-02-01", "resources": [
        {"name": "programme", "path": "programme.csv", "siru:type": "programme"},
        {"name": "stakeholders", "path": "stakeholders.csv", "siru:type": "stakeholder"},
        {"name": "activities", "path": "activities.csv", "siru:type": "activity"},
        {"name": "participations", "path": "participations.csv", "siru:type": "participation"}]}
      """;

  private InventedFiles() {}

  /** Writes them anew. */
  public static Path write() throws IOException {
    Path folder = Path.of("target", "benchmark", "parts").toAbsolutePath();
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("datapackage.json"), DESCRIPTOR);
    Files.writeString(
        folder.resolve("programme.csv"), "id,level,name,start,end\nop-1,operation,Insats,2021-01-01,2023-12-31\n");
    SplittableRandom random = new SplittableRandom(20_230_917L);
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("stakeholders.csv"))) {
      out.write("id,name,sector,region\n");
      for (int i = 0; i < ORGANISATIONS; i++) {
        String name = i % 16 == 0 ? "\"Föreningen Älven " + i + ", avd. 2\"" : "Bolaget " + i;
        out.write(id("o-", i) + "," + name + "," + one(SECTORS, random) + "," + one(REGIONS, random) + "\n");
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("activities.csv"))) {
      out.write("id,name,kind,status,start,organisers\n");
      for (int i = 0; i < ACTIVITIES; i++) {
        String organiser = id("o-", random.nextInt(ORGANISATIONS));
        out.write(id("a-", i) + ",Träff " + i + "," + one(KINDS, random) + ",held," + day(i) + "," + organiser + "\n");
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("participations.csv"))) {
      out.write("activity,date,organisations,heads,women,men,status,role\n");
      for (int i = 0; i < ROWS; i++) {
        int activity = (int) ((long) i * ACTIVITIES / ROWS);
        int women = random.nextInt(3);
        int men = random.nextInt(3);
        out.write(id("a-", activity) + "," + day(activity) + "," + id("o-", random.nextInt(ORGANISATIONS)));
        out.write("," + Math.max(1, women + men) + "," + women + "," + men + ",attended,participant\n");
      }
    }
    return folder;
  }

  static String id(String prefix, int number) {
    return prefix + String.format("%07d", number);
  }

  private static LocalDate day(int activity) {
    return LocalDate.of(2021, 1, 1).plusDays(activity * 1_000L / ACTIVITIES);
  }

  private static String one(String[] values, SplittableRandom random) {
    return values[random.nextInt(values.length)];
  }
}
