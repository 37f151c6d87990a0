package se.siru.cli.benchmark.streams;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is counted of the participations of one class in one quarter. Not thread-safe. */
final class Figures {
  private long rows;
  private long heads;
  private long women;
  private long men;
  private boolean genderStated;
  private final Set<String> organisations = new HashSet<>();
  private final Set<String> activities = new HashSet<>();
  private final Set<String> organisers = new HashSet<>();

  /** A participation, and those of the units it represents that belong to the class. */
  void add(Participation participation, Collection<String> units) {
    rows++;
    heads += participation.heads();
    if (participation.women() != null && participation.men() != null) {
      women += participation.women();
      men += participation.men();
      genderStated = true;
    }
    organisations.addAll(units);
    activities.add(participation.activity().id());
    organisers.addAll(participation.activity().organisers());
  }

  Figures plus(Figures other) {
    rows += other.rows;
    heads += other.heads;
    women += other.women;
    men += other.men;
    genderStated |= other.genderStated;
    organisations.addAll(other.organisations);
    activities.addAll(other.activities);
    organisers.addAll(other.organisers);
    return this;
  }

  boolean hasOrganisations() {
    return !organisations.isEmpty();
  }

  /** For each measure the cells value, numerator, denominator and status of its row in the result table. */
  Map<String, String> cells(boolean withOrganisations) {
    boolean known = rows == 0 || genderStated;
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("rows", number(rows));
    cells.put("heads", number(heads));
    cells.put("women", known ? number(women) : ",,,missing");
    cells.put("men", known ? number(men) : ",,,missing");
    cells.put("women-share", known ? ratio(women, women + men) : ",,,missing");
    if (withOrganisations) {
      cells.put("organisations", number(organisations.size()));
    }
    cells.put("activities", number(activities.size()));
    cells.put("organisers", number(organisers.size()));
    cells.put("mean-heads", ratio(heads, rows));
    cells.put("heads-per-organisation", ratio(heads, organisations.size()));
    return cells;
  }

  private static String number(long number) {
    return number + ",,,ok";
  }

  private static String ratio(long numerator, long denominator) {
    return denominator == 0
        ? ",,,undefined"
        : (double) numerator / denominator + "," + numerator + "," + denominator + ",ok";
  }
}
