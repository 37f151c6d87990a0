package se.siru.cli.examples;

import java.time.LocalDate;
import java.util.List;

/** What is said of other records: goals they contribute to, evidence for them, registers they come from, their social return. */
final class ExempellanLinks {
  /** subject type | subject | SDG | criterion | strategy | form | reason. */
  private static final String CONTRIBUTIONS =
      """
      initiative|atersyn|8.5|||direct|Personer långt från arbetsmarknaden får avlönad handledning.
      initiative|atersyn|12.5|||direct|Varor används igen.
      initiative|sprakkoket|4.4|||direct|Språk och yrkeskunskap i samma kök.
      initiative|sprakkoket||non-discrimination||direct|
      initiative|byabussen|11.2|||direct|Resor för dem som inte kör bil.
      initiative|digital-dorr||accessibility||direct|
      initiative|gemensam-kraft|8|||indirect|
      initiative|odla-ihop||environment||direct|
      initiative|medskapardialog|16.7|||direct|Beslut bereds med dem som berörs.
      initiative|medskapardialog||gender-equality||direct|Lika många kvinnor och män i panelerna.
      output|strategi-si|||regional-development|direct|Antagen som del av den regionala utvecklingsstrategin.
      output|inkopsguide|||social-enterprise|direct|
      output|film-hallbarhet|12.8|||indirect|
      activity|a-006|||social-enterprise|indirect|
      network|omstallning-exempel|||climate|direct|
      programme|siex||gender-equality||direct|Könsfördelningen följs i varje rapport.
      agreement|c-20|8.5|||direct|
      """;

  /** subject type | subject | kind | diary number | address | hashed | day | keep until | name. */
  private static final String EVIDENCE =
      """
      decision|beslut-1|decision|EXF 2021-0017||yes|2021-01-15|2035-12-31|Beslut om stöd
      decision|beslut-2|decision|EXF 2022-0203||yes|2022-06-01|2035-12-31|Ändringsbeslut
      effect|eff-1|interview|||yes|2023-11-20|2028-12-31|Minnesanteckningar från intervju
      effect|eff-2|survey|||yes|2023-12-04|2028-12-31|Sammanställning av enkät
      effect|eff-3|report|SIEX 2023-44|||2023-12-15|2033-12-31|Utvärderingsrapport
      output|strategi-si|minutes|REX 2022-1180||yes|2022-12-08|2035-12-31|Protokoll från regionfullmäktige
      output|artikel-hallbarhet|web-page||https://exempellan.example/artiklar/tysta-exempel||2023-03-20||De tysta goda exemplen
      output|film-hallbarhet|film||https://exempellan.example/filmer/vaga-beratta||2023-04-04||Våga berätta
      uptake|u-03|decision|REX 2022-0791|||2022-08-25|2035-12-31|Beslut att använda verktygslådan
      uptake|u-13|minutes|SKI 2023-0212|||2023-04-17|2035-12-31|Nämndens beslut
      enrolment|e-01|certificate|||yes|2021-11-15|2028-12-31|Intyg
      support|s-001|certificate|EXS 2021-0003||yes|2021-11-02|2035-12-31|Intyg om stöd av mindre betydelse
      employment|j-01|register-extract|||yes|2021-04-15|2035-12-31|Utdrag om anställda
      activity|a-017|attendance-list|||yes|2021-09-06|2035-12-31|Deltagarlista
      network|bygdenatet|minutes|||yes|2022-08-22||Minnesanteckningar från första mötet
      need|partnerskap|minutes|REX 2023-0155|||2023-02-09||Beslut om ägarskap
      stakeholder|tuvan|register-extract|||||||
      observation|obs-1|report|EXF 2022-0041||yes|2022-01-28|2035-12-31|Lägesrapport
      observation|obs-2|report|EXF 2023-0038|||2023-01-27|2035-12-31|Lägesrapport
      observation|obs-3|attendance-list|||||2028-12-31|Listor i pärm
      observation|obs-5|decision|EXF 2024-0022||yes|2024-01-31|2035-12-31|Beslut om slutrapporten
      """;

  /** buyer | start | end | complete | register. */
  private static final String COVERAGES =
      """
      region-exempellan|2018-01-01|2023-12-31|yes|Avtalsdatabasen
      kommun-exempelkoping|2018-01-01|2023-12-31|yes|Avtalsdatabasen
      kommun-provinge|2020-01-01|2023-12-31|yes|Kommunens diarium
      kommun-mallosund|2021-01-01|2022-06-30|no|Svar på enkät till förvaltningarna
      kommun-mallosund|2022-07-01|2023-12-31|yes|Avtalsdatabasen
      kommun-skissboda|2021-01-01|2023-12-31|yes|Kommunens diarium
      kommun-utkastad|2021-01-01||no|Enstaka avtal som någon mindes
      """;

  /** scenario | group | outcome | quantity | value per unit | source | deadweight | displacement | attribution | drop-off | years. */
  private static final String SROI =
      """
      low|societal-entrepreneurs|Deltagare i arbete ett år efter|6|48000.00|Schablon, försiktig|0.35|0.10|0.30|0.25|3
      base|societal-entrepreneurs|Deltagare i arbete ett år efter|8|52000.00|Schablon|0.25|0.10|0.25|0.20|3
      high|societal-entrepreneurs|Deltagare i arbete ett år efter|9|58000.00|Schablon, optimistisk|0.20|0.05|0.20|0.15|4
      low|public-sector|Minskat försörjningsstöd|6|31000.00|Kommunens bokslut|0.35|0|0.30|0.25|2
      base|public-sector|Minskat försörjningsstöd|8|31000.00|Kommunens bokslut|0.25|0|0.25|0.20|3
      high|public-sector|Minskat försörjningsstöd|9|31000.00|Kommunens bokslut|0.20|0|0.20|0.15|3
      base|civil-society|Volontärer som slutar|-5|1500.00|Intervjuer|0.05|0||0.05|2
      """;

  private static final LocalDate SROI_START = LocalDate.of(2021, 1, 1);

  private final Dice dice;
  private final CsvText contributions = new CsvText("subject-type", "subject", "sdg", "criterion", "strategy", "form",
      "reason", "date", "node");
  private final CsvText evidence = new CsvText("subject-type", "subject", "kind", "name", "diary-number", "uri", "hash",
      "date", "keep-until", "node");
  private final CsvText coverages = new CsvText("buyer", "start", "end", "complete", "source", "node");
  private final CsvText sroi = new CsvText("initiative", "scenario", "stakeholder-group", "outcome", "quantity",
      "proxy-value", "proxy-source", "deadweight", "displacement", "attribution", "drop-off", "duration", "input",
      "input-year", "date", "node");

  ExempellanLinks(Dice dice) {
    this.dice = dice;
    CONTRIBUTIONS.lines().map(line -> line.split("\\|", -1)).forEach(cells ->
        contributions.row("subject-type", cells[0], "subject", cells[1], "sdg", cells[2], "criterion", cells[3],
            "strategy", cells[4], "form", cells[5], "reason", cells[6], "date", "2023-10-20", "node", "siex"));
    EVIDENCE.lines().map(line -> line.split("\\|", -1)).forEach(cells ->
        evidence.row("subject-type", cells[0], "subject", cells[1], "kind", cells[2], "diary-number", cells[3],
            "uri", cells[4], "hash", cells[5].isEmpty() ? "" : hash(), "date", cells[6], "keep-until", cells[7],
            "name", cells[8], "node", "siex"));
    COVERAGES.lines().map(line -> line.split("\\|", -1)).forEach(cells ->
        coverages.row("buyer", cells[0], "start", cells[1], "end", cells[2], "complete", cells[3], "source", cells[4],
            "node", "wp4"));
    SROI.lines().map(line -> line.split("\\|", -1)).forEach(cells ->
        sroi.row("initiative", "atersyn", "scenario", cells[0], "stakeholder-group", cells[1], "outcome", cells[2],
            "quantity", cells[3], "proxy-value", cells[4], "proxy-source", cells[5], "deadweight", cells[6],
            "displacement", cells[7], "attribution", cells[8], "drop-off", cells[9], "duration", cells[10],
            "date", SROI_START, "node", "wp1"));
    for (String scenario : List.of("low", "base", "high")) {
      input(scenario, "public-sector", "Handledare", "380000.00", 0);
      input(scenario, "public-sector", "Handledare, andra året", "190000.00", 1);
      input(scenario, "civil-society", "Volontärers tid", "42000.00", 0);
    }
  }

  private void input(String scenario, String group, String what, String amount, int year) {
    sroi.row("initiative", "atersyn", "scenario", scenario, "stakeholder-group", group, "outcome", what, "input", amount,
        "input-year", year, "date", SROI_START, "node", "wp1");
  }

  /** Like a SHA-256, of nothing. */
  private String hash() {
    StringBuilder hash = new StringBuilder();
    for (int i = 0; i < 64; i++) {
      hash.append("0123456789abcdef".charAt(dice.below(16)));
    }
    return hash.toString();
  }

  CsvText contributionsFile() {
    return contributions;
  }

  CsvText evidenceFile() {
    return evidence;
  }

  CsvText coveragesFile() {
    return coverages;
  }

  CsvText sroiFile() {
    return sroi;
  }
}
