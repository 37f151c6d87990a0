package se.siru.cli.examples;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import se.siru.cli.examples.ExempellanActors.Organisation;

/** What came out of the operation: outputs and who took them up, needs that continue, innovations, and an audit of practices. */
final class ExempellanResults {
  private static final String AUDIT = "studie-hallbarhet";
  private static final LocalDate AUDITED = LocalDate.of(2022, 11, 15);

  /** id | kind | status | date | developers | joint | legal | says how to take it up | challenges | initiatives | study | reach | node | name | finding. */
  private static final String OUTPUTS =
      """
      verktygslada|tool|finalised|2021-05-20|koopcentrum;hogskolan-exempelkoping|yes|no|yes|||||wp1|Processverktygslådan|
      affarsprogram|course|finalised|2021-08-30|koopcentrum;hogskolan-exempelkoping|yes|no|yes|||||wp2|Digitalt affärsutvecklingsprogram|
      inkopsguide|tool|finalised|2022-03-11|koopcentrum;kommun-exempelkoping|yes|no|yes|long-term-unemployment|gemensam-kraft|||wp4|Guide: sociala villkor i små inköp|
      strategi-si|strategy|finalised|2022-12-08|region-exempellan;koopcentrum;hogskolan-exempelkoping;idekraft|yes|no|yes|social-exclusion;democracy||||siex|Gemensam strategi för social innovation i Exempellän|
      plan-provinge|action-plan|finalised|2023-06-14|kommun-provinge;tuvan|yes|no|no|integration||||wp4|Handlingsplan för samverkan i Provinge|
      plan-utkastad|action-plan|in-progress||kommun-utkastad|no|no||ageing||||wp4|Handlingsplan för Utkastad|
      pilot-byabuss|pilot|implemented|2023-05-31|lanthandeln-latsasmala;kommun-latsasmala|yes|no|yes|rural-services|byabussen|||wp1|Pilot: beställningsbuss mellan byarna|
      pilot-nattoppet|pilot|discontinued||mallosund-natvandrare|no|no||youth-opportunities;safety|nattoppet|||wp1|Pilot: nattöppet för unga|
      losning-atersyn|solution|finalised|2023-03-15|aterbruket-skissboda;kommun-skissboda|yes|no|yes|circular-economy|atersyn|||wp1|Modell: arbetsträning genom återbruk|
      losning-reserverad|solution|finalised|2022-09-30|koopcentrum;region-exempellan|yes|yes|yes|long-term-unemployment||||wp4|Mall för reserverade upphandlingar|
      losning-sprak|solution|finalised|2023-10-02|cafe-samklang|no|no|no|integration|sprakkoket|||wp2|Språkköket som koncept|
      studie-hallbarhet|case-study|published|2023-02-10|hogskolan-exempelkoping|no|no|||||410|wp5|Fallstudie: det företag gör och det de berättar|Små företag gör mer för hållbarhet än de berättar om (green-hushing).
      artikel-hallbarhet|article|published|2023-03-20|hogskolan-exempelkoping|no|no||||studie-hallbarhet|1840|wp5|Artikel: De tysta goda exemplen|
      film-hallbarhet|film|published|2023-04-04|koopcentrum|no|no||||studie-hallbarhet|960|wp5|Film: Våga berätta|
      studie-atersyn|case-study|published|2022-06-15|institutet-framsyn|no|no||circular-economy|atersyn||275|wp5|Fallstudie: Återsyn i Skissboda|Arbetsträningen ger fler vägar vidare när handledarna är egna företagare.
      artikel-atersyn|article|published|2022-08-29|institutet-framsyn|no|no||circular-economy|atersyn|studie-atersyn|720|wp5|Artikel: Återsyn|
      film-atersyn|film|published|2022-10-03|koopcentrum|no|no||circular-economy|atersyn;matsvinnskedjan|studie-atersyn||wp5|Film: Saker får nytt liv|
      artikel-bygder|article|in-progress||koopcentrum|no|no||rural-services|byabussen;mobila-tjanster|||wp5|Artikel: Service där folk bor|
      """;

  /** output | initiative | adopter | number of adopters | degree | documented by the adopter | from | to. */
  private static final String UPTAKES =
      """
      verktygslada||kommun-exempelkoping||tested|no|2021-06-10|2021-12-31
      verktygslada||kommun-exempelkoping||used|yes|2022-01-10|
      verktygslada||region-exempellan||ordinary-operations|yes|2022-09-01|
      verktygslada|||14|tested|no|2021-09-15|
      affarsprogram|||37|tested|no|2021-09-06|
      affarsprogram||koopcentrum||ordinary-operations|yes|2023-11-01|
      inkopsguide||kommun-provinge||used|yes|2022-05-02|
      inkopsguide||kommun-mallosund||tested||2022-10-20|
      inkopsguide||kommun-exempelkoping||ordinary-operations|yes|2023-02-01|
      strategi-si||region-exempellan||ordinary-operations|yes|2023-01-15|
      strategi-si||kommun-skissboda||used|no|2023-04-12|
      plan-provinge||kommun-provinge||used|yes|2023-09-01|
      losning-atersyn||kommun-skissboda||ordinary-operations|yes|2023-05-01|
      losning-atersyn||kommun-mallosund||tested|yes|2023-09-18|
      losning-reserverad||kommun-exempelkoping||used|yes|2022-11-07|
      losning-sprak||stadsmission-exempelkoping||used|no|2023-11-20|
      |odla-ihop|kommun-tankvik||ordinary-operations|yes|2023-03-01|
      |medskapardialog|kommun-provinge||used|yes|2022-10-01|2023-06-30
      |byabussen|kommun-latsasmala||used|yes|2023-06-01|
      """;

  /** id | kind | status | owner | challenges | start | end | name. */
  private static final String NEEDS =
      """
      motesplatser|meeting-places|continuing|||2021-06-01||Mötesplatser över sektorsgränserna
      partnerskap|partnership|in-hand|region-exempellan|democracy|2021-06-01||Ett regionalt partnerskap kring social innovation med tydligt ägarskap
      inkopskunskap|competence|met|kommun-exempelkoping|long-term-unemployment|2021-03-10|2023-02-01|Kunskap om sociala villkor i inköp
      startkapital|funding|continuing||social-exclusion|2022-02-15||Kapital för tidiga skeden
      landsbygdskontakt|coordination|dropped|kommun-latsasmala|rural-services|2021-10-04|2022-08-22|En samordnare för landsbygden
      """;

  /** enterprise | kind | novelty | initiative | day | name. */
  private static final String INNOVATIONS =
      """
      aterbruket-skissboda|service|new-to-market|atersyn|2022-04-01|Återbruksinredning med handledning
      provinge-textil|process|new-to-firm|textilslingan|2022-09-12|Sortering av textil för återvinning
      spararna|process|new-to-market|matsvinnskedjan|2022-02-21|Gemensam hämtning av överblivna varor
      digitalfikat|service|new-to-firm|digital-dorr|2022-03-28|Handledning på distans
      skissboda-tra|good|new-to-firm||2023-01-16|Möbler av spillvirke
      mallosund-byggatervinning|good|new-to-market||2023-05-08|Begagnade fönster med garanti
      sagolunda-gard|service|||2022-11-01|Prenumeration på bröd
      """;

  private static final List<String> PRACTICES =
      List.of("energy-saving", "renewable-energy", "waste-reuse", "green-transport", "inclusive-recruitment",
          "working-conditions", "accessibility", "community-engagement", "local-purchasing", "social-purchasing");

  private final Dice dice;
  private final ExempellanActors actors;
  private final CsvText outputs = new CsvText("id", "name", "kind", "status", "date", "developers", "joint",
      "legal-administrative", "uptake-plan", "challenges", "initiatives", "study", "finding", "reach", "programme-part",
      "node");
  private final CsvText uptakes = new CsvText("id", "output", "initiative", "adopter", "adopters", "degree", "documented",
      "start", "end", "node");
  private final CsvText needs = new CsvText("id", "name", "kind", "status", "owner", "challenges", "start", "end",
      "regions", "node");
  private final CsvText innovations = new CsvText("id", "enterprise", "name", "kind", "novelty", "initiative", "date",
      "node");
  private final CsvText practices = new CsvText("organisation", "practice", "practised", "channel", "communicated",
      "study", "date", "node");

  ExempellanResults(Dice dice, ExempellanActors actors) {
    this.dice = dice;
    this.actors = actors;
    OUTPUTS.lines().map(line -> line.split("\\|", -1)).forEach(this::output);
    UPTAKES.lines().map(line -> line.split("\\|", -1)).forEach(cells ->
        uptakes.row("id", String.format(Locale.ROOT, "u-%02d", uptakes.rows() + 1), "output", cells[0],
            "initiative", cells[1], "adopter", cells[2], "adopters", cells[3], "degree", cells[4],
            "documented", cells[5], "start", cells[6], "end", cells[7], "node", "siex"));
    NEEDS.lines().map(line -> line.split("\\|", -1)).forEach(cells ->
        needs.row("id", cells[0], "kind", cells[1], "status", cells[2], "owner", cells[3], "challenges", cells[4],
            "start", cells[5], "end", cells[6], "name", cells[7], "regions", "exempellan", "node", "siex"));
    INNOVATIONS.lines().map(line -> line.split("\\|", -1)).forEach(cells ->
        innovations.row("id", "n-" + (innovations.rows() + 1), "enterprise", cells[0], "kind", cells[1],
            "novelty", cells[2], "initiative", cells[3], "date", cells[4], "name", cells[5], "node", "wp2"));
    audit();
  }

  private void output(String[] cells) {
    String node = cells[12];
    String part = List.of("case-study", "article", "film").contains(cells[1]) ? "case-studies" : switch (node) {
      case "wp1" -> "process-facilitation";
      case "wp2" -> "strengthening-entrepreneurs";
      case "wp4" -> "public-sector-learning";
      default -> "continuation";
    };
    outputs.row("id", cells[0], "kind", cells[1], "status", cells[2], "date", cells[3], "developers", cells[4],
        "joint", cells[5], "legal-administrative", cells[6], "uptake-plan", cells[7], "challenges", cells[8],
        "initiatives", cells[9], "study", cells[10], "reach", cells[11], "programme-part", part, "node", node,
        "name", cells[13], "finding", cells[14]);
  }

  /** Small firms do much and tell of little; a few tell of what they do not do. */
  private void audit() {
    List<Organisation> firms = actors.organisations().stream()
        .filter(o -> o.isFor("committed-smes", "societal-entrepreneurs") && !o.registered().isAfter(AUDITED))
        .toList();
    for (Organisation firm : dice.sample(firms, 14)) {
      for (String practice : PRACTICES) {
        String practised = dice.chance(4) ? "" : dice.chance(55) ? "yes" : "no";
        for (String channel : List.of("website", "social-media")) {
          int tells = practised.equals("yes") ? 32 : 6;
          String told = dice.chance(3) ? "" : dice.chance(tells) ? "yes" : "no";
          practices.row("organisation", firm.id(), "practice", practice, "practised", practised, "channel", channel,
              "communicated", told, "study", AUDIT, "date", AUDITED, "node", "wp5");
        }
      }
    }
  }

  CsvText outputsFile() {
    return outputs;
  }

  CsvText uptakesFile() {
    return uptakes;
  }

  CsvText needsFile() {
    return needs;
  }

  CsvText innovationsFile() {
    return innovations;
  }

  CsvText practicesFile() {
    return practices;
  }
}
