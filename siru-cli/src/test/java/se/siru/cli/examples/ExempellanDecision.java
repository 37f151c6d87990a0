package se.siru.cli.examples;

import java.time.LocalDate;
import java.util.List;

/**
 * What the fund decided and what the operation says of it: a decision and its amendment with targets and budget, reporting periods,
 * costs, reported values, comments and effects.
 */
final class ExempellanDecision {
  private static final String FIRST = "beslut-1";
  private static final String AMENDMENT = "beslut-2";
  private static final LocalDate AMENDED = LocalDate.of(2022, 6, 1);

  /** indicator | breakdown | baseline | targets of 2021, 2022, 2023 and in total, as first decided. */
  private static final String FIRST_TARGETS =
      """
      RCO01||0|10 18 28 28
      RCO01|sector=social-enterprise|0|5 9 12 12
      RCO02||0|3 6 9 9
      RCO04||0|8 16 25 25
      SI-P01||0|30 40 50 55
      SI-P03||0|500 900 1000 2400
      SI-P04||0|28 35 40 100
      SI-N08||0|1 1 1 3
      SI-Q05||1|2 3 4 4
      SI-E03||0|10000000 500000 500000 11000000
      """;

  /** The same as amended. */
  private static final String TARGETS =
      """
      RCO01||0|10 20 32 32
      RCO01|sector=social-enterprise|0|5 10 15 15
      RCO02||0|3 6 10 10
      RCO04||0|8 18 28 28
      SI-P01||0|30 45 55 62
      SI-P03||0|500 1100 1200 2800
      SI-P04||0|28 38 45 110
      SI-N08||0|1 1 1 3
      SI-Q05||1|2 4 5 5
      SI-E03||0|10000000 1000000 500000 12000000
      """;

  /** work package | partner | category | budget in thousands, first and amended | who co-finances, or empty | form, or empty. */
  private static final String BUDGET =
      """
      wp1|koopcentrum|staff|2300 2500||
      wp1|hogskolan-exempelkoping|staff|700 700|public|in-kind
      wp1|koopcentrum|external-services|300 350||
      wp2|koopcentrum|staff|2600 2800||
      wp2|koopcentrum|external-services|600 600|public|cash
      wp2|idekraft|staff|400 450||
      wp3|koopcentrum|staff|900 900||
      wp3|hogskolan-exempelkoping|staff|300 300|public|in-kind
      wp4|koopcentrum|staff|1100 1200|public|cash
      wp4|koopcentrum|external-services|250 250||
      wp5|koopcentrum|staff|700 750||
      wp5|koopcentrum|travel|120 120|private|cash
      wp5|koopcentrum|premises|90 90|private|in-kind
      wp5|koopcentrum|indirect|600 650||
      """;

  /** indicator | period | value, with ≥ before it where it is a lower bound | kind | day. */
  private static final String REPORTED =
      """
      SI-P04|2021|26|reported|2022-01-28
      SI-P04|2022|38|reported|2023-01-27
      SI-P03|2021|≥ 400|reported|2022-01-28
      SI-P01|P1..P6|58|reported|2024-01-26
      SI-N08|total|4|approved|2024-01-31
      """;

  /** indicator | breakdown | period | status | day | text. */
  private static final String COMMENTS =
      """
      RCO01||P6|final|2024-01-22|Fler företag än beslutat, tack vare gruppen för fördjupad affärsutveckling.
      RCO01|sector=social-enterprise|P6|final|2024-01-22|Sociala företag nåddes främst genom de reserverade upphandlingarna.
      SI-P01||P6|final|2024-01-22|Bredden har ökat sedan nätverket i Låtsasmåla startade.
      SI-Q05||P6|final|2024-01-23|Två partnerskap löper ut under våren och förhandlas om.
      SI-P04||P6|draft|2024-01-15|Kontrollera de inställda aktiviteterna innan detta lämnas.
      SI-P01||P5|final|2023-08-10|Sommaren var lugn.
      """;

  /** kind | degree | judge | consent | day | method | claim. */
  private static final String EFFECTS =
      """
      shared-view|partly|partners|yes|2023-11-20|interview|Vi har fått ett gemensamt språk om samhällsnytta, fast det når inte alla förvaltningar.
      competence|largely|participants|yes|2023-12-04|survey|Utan processen hade vi aldrig vågat lämna anbud.
      integration-in-processes|partly|evaluator|yes|2023-12-15|document-study|Sociala villkor finns i fler upphandlingar än före projektet.
      coordination|largely|participants|no|2023-12-04|survey|Det här citatet har ingen gått med på att visa.
      coordination|none|participants||2023-05-12|survey|Vi märkte ingen skillnad.
      integration-in-processes|largely|partners||2023-11-28|interview|Den regionala strategin har ett eget avsnitt om social innovation.
      integration-in-processes|none|operation||2023-12-11|workshop|Två kommuner arbetar som förut.
      support-system|partly|operation||2023-12-11|workshop|Stödaktörerna hänvisar till varandra.
      awareness|partly|participants||2023-12-04|survey|Företagen känner till sitt eget bidrag.
      """;

  private final Dice dice;
  private int reported;
  private final CsvText decisions =
      new CsvText("id", "node", "funder", "diary-number", "version", "date", "supersedes");
  private final CsvText periods = new CsvText("id", "decision", "number", "start", "end", "due");
  private final CsvText targets = new CsvText("indicator", "period", "breakdown", "baseline", "value", "decision");
  private final CsvText costs =
      new CsvText("node", "decision", "partner", "category", "budget", "outcome", "period", "co-financing", "form", "date");
  private final CsvText observations = new CsvText("id", "indicator", "period", "value", "bound", "kind", "date", "node");
  private final CsvText comments = new CsvText("indicator", "period", "breakdown", "text", "status", "date", "node");
  private final CsvText effects = new CsvText("id", "claim", "kind", "degree", "judge", "method", "consent", "date", "node");

  ExempellanDecision(Dice dice) {
    this.dice = dice;
    decisions.row("id", FIRST, "node", "siex", "funder", "exempelfonden", "diary-number", "EXF 2021-0017", "version", 1,
        "date", LocalDate.of(2021, 1, 15));
    decisions.row("id", AMENDMENT, "node", "siex", "funder", "exempelfonden", "diary-number", "EXF 2022-0203", "version", 2,
        "date", AMENDED, "supersedes", FIRST);
    for (int half = 0; half < 6; half++) {
      LocalDate start = start(half);
      LocalDate end = start.plusMonths(6).minusDays(1);
      periods.row("id", "P" + (half + 1), "decision", FIRST, "number", half + 1, "start", start, "end", end,
          "due", end.plusDays(31));
    }
    FIRST_TARGETS.lines().forEach(line -> targets(FIRST, line.split("\\|", -1)));
    TARGETS.lines().forEach(line -> targets(AMENDMENT, line.split("\\|", -1)));
    BUDGET.lines().forEach(line -> budget(FIRST, 0, line.split("\\|", -1)));
    BUDGET.lines().forEach(line -> budget(AMENDMENT, 1, line.split("\\|", -1)));
    for (int half = 0; half < 6; half++) {
      for (String line : BUDGET.lines().toList()) {
        outcome(half, line.split("\\|", -1));
      }
    }
    REPORTED.lines().forEach(line -> reported(line.split("\\|", -1)));
    COMMENTS.lines().map(line -> line.split("\\|", -1)).forEach(cells ->
        comments.row("indicator", cells[0], "breakdown", cells[1], "period", cells[2], "status", cells[3], "date", cells[4],
            "text", cells[5], "node", "siex"));
    EFFECTS.lines().map(line -> line.split("\\|", -1)).forEach(cells ->
        effects.row("id", "eff-" + (effects.rows() + 1), "kind", cells[0], "degree", cells[1], "judge", cells[2],
            "consent", cells[3], "date", cells[4], "method", cells[5], "claim", cells[6], "node", "siex"));
  }

  private static LocalDate start(int half) {
    return LocalDate.of(2021 + half / 2, half % 2 == 0 ? 1 : 7, 1);
  }

  private void targets(String decision, String[] cells) {
    List<String> years = List.of("2021", "2022", "2023", "total");
    String[] values = cells[3].split(" ");
    for (int i = 0; i < values.length; i++) {
      targets.row("indicator", cells[0], "period", years.get(i), "breakdown", cells[1], "baseline", cells[2],
          "value", values[i], "decision", decision);
    }
  }

  private void budget(String decision, int version, String[] cells) {
    costs.row("node", cells[0], "decision", decision, "partner", cells[1], "category", cells[2],
        "budget", cells[3].split(" ")[version] + "000.00", "co-financing", cells[4], "form", cells[5]);
  }

  /** A sixth of the budget, more or less; the premises were paid for once, and nobody dated that. */
  private void outcome(int half, String[] cells) {
    int budget = Integer.parseInt(cells[3].split(" ")[half < 3 ? 0 : 1]) * 1000;
    boolean once = cells[2].equals("premises");
    if (once && half > 0) {
      return;
    }
    int amount = once ? 88_000 : budget / 6 * dice.between(80, 112) / 100;
    costs.row("node", cells[0], "partner", cells[1], "category", cells[2], "outcome", amount + "." + dice.between(10, 99),
        "period", once ? "" : "P" + (half + 1), "co-financing", cells[4], "form", cells[5],
        "date", once ? "" : start(half).plusMonths(6).minusDays(1));
  }

  private void reported(String[] cells) {
    boolean atLeast = cells[2].startsWith("≥");
    observations.row("id", "obs-" + (++reported), "indicator", cells[0], "period", cells[1], "value", atLeast ? cells[2].substring(2) : cells[2],
        "bound", atLeast ? "at-least" : "exact", "kind", cells[3], "date", cells[4], "node", "siex");
  }

  CsvText decisionsFile() {
    return decisions;
  }

  CsvText periodsFile() {
    return periods;
  }

  CsvText targetsFile() {
    return targets;
  }

  CsvText costsFile() {
    return costs;
  }

  CsvText observationsFile() {
    return observations;
  }

  CsvText commentsFile() {
    return comments;
  }

  CsvText effectsFile() {
    return effects;
  }
}
