package se.siru.cli.examples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The organisations of Exempellän, written by hand, and its persons, thrown by dice. None of them exists. */
final class ExempellanActors {
  /** The alias of {@code tuvan} in some attendance lists. */
  static final String ALIAS = "tuvan-arbetskooperativ";

  /** The unit of {@code kommun-provinge} that most of its people come from. */
  static final String BRANCH = "provinge-arbetsmarknadsenhet";

  /**
   * id | name | sector | size | legal form | economic | region | registered | target group | weight. The greater the weight,
   * the more often it takes part; 0 is never.
   */
  private static final String ORGANISATIONS =
      """
      region-exempellan|Region Exempellän|public||region|no|exempellan||public-sector|30
      lansstyrelsen-exempellan|Länsstyrelsen i Exempellän|public||statlig-myndighet|no|exempellan||public-sector|16
      kommun-exempelkoping|Exempelköpings kommun|public||kommun|no|exempelkoping||public-sector|40
      kommun-provinge|Provinge kommun|public||kommun|no|provinge||public-sector|22
      kommun-mallosund|Mallösunds kommun|public||kommun|no|mallosund||public-sector|14
      kommun-skissboda|Skissboda kommun|public||kommun|no|skissboda||public-sector|10
      kommun-utkastad|Utkastads kommun|public||kommun|no|utkastad||public-sector|8
      kommun-tankvik|Tänkviks kommun|public||kommun|no|tankvik||public-sector|7
      kommun-pahitteryd|Påhitteryds kommun|public||kommun|no|pahitteryd||public-sector|6
      kommun-sagolunda|Sagolunda kommun|public||kommun|no|sagolunda||public-sector|5
      kommun-latsasmala|Låtsasmåla kommun|public||kommun|no|latsasmala||public-sector|3
      samordningsforbundet|Samordningsförbundet Exempellän|public||kommunalforbund|no|exempellan|2008-01-01|support-structure|9
      exempelbostader|Exempelbostäder i Exempelköping AB|public|medium|aktiebolag|yes|exempelkoping|1994-03-01||8
      hogskolan-exempelkoping|Högskolan i Exempelköping|academia||universitet-hogskola|no|exempelkoping||academia|24
      institutet-framsyn|Forskningsinstitutet Framsyn i Exempellän|academia|small|stiftelse|unknown|exempelkoping|2004-09-15|academia|7
      lararkademin|Exempellens lärakademi|academia|micro|ideell-forening||mallosund|2012-05-02|academia|4
      koopcentrum|Koopcentrum Exempellän|civil-society|small|ekonomisk-forening|yes|exempelkoping|1998-02-10|support-structure|36
      idekraft|Idékraft Exempellän|civil-society|micro|ideell-forening|no|exempelkoping|2009-11-20|support-structure|20
      sagolunda-folkhogskola|Sagolunda påhittade folkhögskola|civil-society|small|ideell-forening|no|sagolunda|1987-08-01|civil-society|11
      stadsmission-exempelkoping|Exempelköpings vardagsmission|civil-society|medium|stiftelse|yes|exempelkoping|1991-06-01|civil-society|18
      provinge-sprakvanner|Provinge språkvänner|civil-society||ideell-forening|no|provinge|2016-03-09|civil-society|9
      mallosund-natvandrare|Mallösunds nattvandrare|civil-society||ideell-forening|no|mallosund|2011-10-01|civil-society|5
      tankvik-odlarforening|Tänkviks stadsodlare|civil-society||ideell-forening|unknown|tankvik|2018-04-22|civil-society|6
      funkis-exempellan|Funkis Exempellän|civil-society|micro|ideell-forening|no|exempellan|2002-01-15|civil-society|8
      ungdomens-hus-skissboda|Ungdomens hus i Skissboda|civil-society|micro|ideell-forening|no|skissboda|2014-09-01|civil-society|7
      seniorkraft|Seniorkraft Utkastad|civil-society||ideell-forening||utkastad||civil-society|4
      pahitteryd-idrott|Påhitteryds idrottsallians|civil-society||ideell-forening|no|pahitteryd|1979-05-05|civil-society|4
      kulturforeningen-strimma|Kulturföreningen Strimma i Provinge|civil-society||ideell-forening|no|provinge|2017-02-28|civil-society|5
      latsasmala-bygderad|Låtsasmåla bygderåd|community||ideell-forening|no|latsasmala|2006-06-06||7
      tankvik-byalag|Tänkviks skärgårds byalag|community||ideell-forening|no|tankvik|||4
      stadsdelsradet-norrlid|Stadsdelsrådet Norrlid i Exempelköping|community|||no|exempelkoping|||5
      exempelfonden|Exempelfonden (påhittad EU-fond)|public||other|no||||0
      tuvan|Arbetskooperativet Tuvan i Provinge|social-enterprise|micro|ekonomisk-forening|yes|provinge|2013-01-14|societal-entrepreneurs|26
      aterbruket-skissboda|Återbruket Skissboda arbetsintegrerande|social-enterprise|micro|ekonomisk-forening|yes|skissboda|2018-08-20|societal-entrepreneurs|17
      cafe-samklang|Café Samklang i Exempelköping|social-enterprise|micro|ekonomisk-forening|yes|exempelkoping|2019-05-13|societal-entrepreneurs|15
      cykelkoket-mallosund|Cykelköket Mallösund|social-enterprise|micro|ideell-forening|yes|mallosund|2020-03-02|societal-entrepreneurs|11
      lanthandeln-latsasmala|Byhandeln i Låtsasmåla ek. för.|social-enterprise|micro|ekonomisk-forening|yes|latsasmala|2015-11-11|societal-entrepreneurs|9
      omsorgskoop-solgarden|Omsorgskooperativet Solgläntan i Utkastad|social-enterprise|small|ekonomisk-forening|yes|utkastad|2007-02-01|societal-entrepreneurs|8
      syateljen-vav|Syateljén Väv & Vän|social-enterprise|micro|ekonomisk-forening|yes|exempelkoping|2019-09-16|societal-entrepreneurs|12
      digitalfikat|Digitalfikat i Exempellän AB (svb)|social-enterprise|micro|aktiebolag-svb|yes|exempelkoping|2021-02-18|societal-entrepreneurs|13
      tillsammansbygg|Tillsammansbygg Påhitteryd|social-enterprise|small|ekonomisk-forening|yes|pahitteryd|2010-10-10|societal-entrepreneurs|7
      gront-steg|Grönt Steg i Tänkvik|social-enterprise|micro|ekonomisk-forening|yes|tankvik|2021-06-01|societal-entrepreneurs|10
      halsotorget|Hälsotorget Sagolunda|social-enterprise||ideell-forening|unknown|sagolunda|2019-01-21|societal-entrepreneurs|6
      rattvist-kontor|Rättvist Kontor i Provinge AB (svb)|social-enterprise|micro|aktiebolag-svb|yes|provinge|2022-01-10|societal-entrepreneurs|8
      mobilteket|Mobilteket landsbygdsservice|social-enterprise|micro|ekonomisk-forening|yes|latsasmala|2022-04-04|societal-entrepreneurs|6
      spararna|Matspararna i Exempelköping|social-enterprise|micro|ideell-forening|yes|exempelkoping|2020-06-30|societal-entrepreneurs|9
      mallosund-byggatervinning|Mallösunds Byggåtervinning AB|business|small|aktiebolag|yes|mallosund|2005-04-12|committed-smes|12
      exempel-mekaniska|Exempelköpings Mekaniska Provverkstad AB|business|medium|aktiebolag|yes|exempelkoping|1988-12-01|committed-smes|9
      provinge-textil|Provinge Textil & Retur AB|business|micro|aktiebolag|yes|provinge|2014-06-17|committed-smes|10
      skissboda-tra|Skissboda Träform AB|business|small|aktiebolag|yes|skissboda|1996-09-09|committed-smes|6
      utkastad-livs|Utkastads Livs & Lager AB|business|small|aktiebolag|yes|utkastad|2001-03-23|committed-smes|0
      sagolunda-gard|Sagolunda Gårdsbageri HB|business|micro|handelsbolag|yes|sagolunda|2017-05-29|committed-smes|7
      konsult-tankenot|Tankenöt Processtöd AB|business|micro|aktiebolag|yes|exempelkoping|2016-08-08|support-structure|11
      reklam-penna|Pennvässa Kommunikation i Mallösund AB|business|micro|aktiebolag|yes|mallosund|2019-10-07|committed-smes|6
      energi-lank|Länk Energitjänster Exempellän AB|business|medium|aktiebolag|yes|exempelkoping|2003-01-07|committed-smes|5
      sparbank-exempel|Exempellens Provsparbank|business|medium|other|yes|exempelkoping|1990-01-02||6
      kodstugan|Kodstugan Provinge AB|business|micro|aktiebolag|yes|provinge|2021-09-06|committed-smes|7
      tankvik-batvarv|Tänkviks Båtvarv|business|micro|enskild-firma|yes|tankvik|||3
      bemanning-bro|Bro Bemanning Exempellän AB|business|large|aktiebolag|yes|exempelkoping|1999-09-01||4
      pahitteryd-plast|Påhitteryds Plaståtervinning|business||aktiebolag|yes|pahitteryd||committed-smes|0
      """;

  /** id | valid from | the field that changes | its new value. Everything else stays as it was. */
  private static final String CHANGES =
      """
      tuvan|2022-07-01|size|small
      mallosund-byggatervinning|2023-01-01|size|medium
      cykelkoket-mallosund|2022-01-01|legal-form|ekonomisk-forening
      provinge-textil|2022-03-15|sector|social-enterprise
      tankvik-odlarforening|2022-05-01|economic|yes
      kulturforeningen-strimma|2023-02-01|sector|social-enterprise
      cafe-samklang|2023-04-01|size|small
      """;

  static final List<String> FIELDS =
      List.of("id", "name", "sector", "size", "legal-form", "economic", "region", "registered", "target-group");

  private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);

  /** One organisation as it first was; it takes part in activities from the day {@code since}. */
  record Organisation(
      String id, String sector, String region, int weight, LocalDate registered, LocalDate since, List<String> cells) {
    boolean is(String... sectors) {
      return List.of(sectors).contains(sector);
    }

    boolean isFor(String... targetGroups) {
      return List.of(targetGroups).contains(cells.get(FIELDS.indexOf("target-group")));
    }
  }

  /** A person, who takes part from the day {@code since}; the greater the weight, the more often. */
  record Person(String id, String gender, List<Organisation> homes, LocalDate since, int weight) {}

  private final List<Organisation> organisations = new ArrayList<>();
  private final List<Person> persons = new ArrayList<>();

  ExempellanActors(Dice dice) {
    for (String line : ORGANISATIONS.lines().toList()) {
      List<String> cells = new ArrayList<>(List.of(line.split("\\|", -1)));
      int weight = Integer.parseInt(cells.remove(cells.size() - 1));
      // "unknown" in the table shows that nobody asked; in a file that is an empty cell.
      cells.replaceAll(cell -> cell.equals("unknown") ? "" : cell);
      String date = cells.get(FIELDS.indexOf("registered"));
      LocalDate registered = date.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(date);
      LocalDate met = weight > 15 ? FIRST_DAY : FIRST_DAY.plusDays(dice.below(1000));
      organisations.add(new Organisation(cells.get(0), cells.get(2), cells.get(6), weight, registered,
          later(registered, met), List.copyOf(cells)));
    }
    List<Integer> ranks = new ArrayList<>();
    for (int rank = 0; rank < 380; rank++) {
      ranks.add(rank);
    }
    ranks = dice.sample(ranks, ranks.size());
    List<Integer> weights = organisations.stream().map(Organisation::weight).toList();
    for (int rank : ranks) {
      int homes = List.of(0, 1, 2).get(dice.weighted(List.of(9, 83, 8)));
      persons.add(
          new Person(
              String.format(Locale.ROOT, "p-%04d", persons.size() + 1),
              List.of("women", "men", "non-binary", "").get(dice.weighted(List.of(56, 39, 1, 4))),
              dice.sample(organisations, weights, homes),
              dice.chance(50) ? FIRST_DAY : FIRST_DAY.plusDays(dice.below(1000)),
              10_000 / (rank + 16)));
    }
  }

  /** The later of two days. */
  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  List<Organisation> organisations() {
    return Collections.unmodifiableList(organisations);
  }

  List<Person> persons() {
    return Collections.unmodifiableList(persons);
  }

  /** The organisations of some sectors. */
  List<Organisation> of(String... sectors) {
    return organisations.stream().filter(o -> o.is(sectors)).toList();
  }

  CsvText stakeholdersFile() {
    CsvText file = new CsvText("id", "valid-from", "kind", "name", "sector", "size", "legal-form", "economic", "region",
        "country", "registered", "target-group");
    for (Organisation organisation : organisations) {
      List<String> cells = new ArrayList<>(organisation.cells());
      write(file, "", cells);
      for (String line : CHANGES.lines().toList()) {
        String[] change = line.split("\\|", -1);
        if (change[0].equals(organisation.id())) {
          cells.set(FIELDS.indexOf(change[2]), change[3]);
          write(file, change[1], cells);
        }
      }
    }
    write(file, "", List.of(ALIAS, "Tuvan arbetskooperativ", "", "", "", "", "provinge", "", ""));
    write(file, "", List.of(BRANCH, "Arbetsmarknadsenheten, Provinge kommun", "public", "", "", "", "provinge", "",
        "public-sector"));
    return file;
  }

  private static void write(CsvText file, String validFrom, List<String> cells) {
    Object[] row = new Object[2 * FIELDS.size() + 6];
    int at = 0;
    for (String pair : List.of("kind", "organisation", "country", "SWE", "valid-from", validFrom)) {
      row[at++] = pair;
    }
    for (int i = 0; i < FIELDS.size(); i++) {
      row[at++] = FIELDS.get(i);
      row[at++] = cells.get(i);
    }
    file.row(row);
  }

  CsvText personsFile() {
    CsvText file = new CsvText("id", "kind", "gender");
    persons.forEach(p -> file.row("id", p.id(), "kind", "person", "gender", p.gender()));
    return file;
  }

  CsvText identityFile() {
    return new CsvText("id", "target", "kind", "from")
        .row("id", ALIAS, "target", "tuvan", "kind", "alias")
        .row("id", BRANCH, "target", "kommun-provinge", "kind", "branch");
  }
}
