package se.siru.indicators.network;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Direction;
import se.siru.core.indicator.Indicator.Evidence;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Range;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Stakeholder;
import se.siru.core.text.LocalizedText;

/** The definitions of the figures of one tie rule. The rule stands in the name, the definition and the parameters of each. */
final class TieFigures {
  private static final String ORGANISATIONS = "SI-N01.organisations";
  private static final String KRACKHARDT = "Krackhardt and Stern 1988; UCINET help, E-I index";
  private static final String NEWMAN = "networkx 3.6.1; Newman 2003, Mixing patterns in networks";
  private static final String FREEMAN = "networkx 3.6.1; Freeman 1978, Centrality in social networks";
  private static final String SIRU = "SIRU";

  /** Rules of our own, and the text that was read. Figures of the others agree with an independent library; the papers were not read. */
  private static final Set<String> READ = Set.of(SIRU, KRACKHARDT);

  private static final String UNKNOWN_SV = " Organisationer utan känd sektor ingår inte och redovisas som okända.";
  private static final String UNKNOWN_EN = " Organisations without a known sector are left out and shown as unknown.";

  private static final Shown INDEX = new Shown("index", Range.between(0, 1));
  private static final Shown FROM_MINUS_ONE = new Shown("index", Range.between(-1, 1));
  private static final Shown NO_UPPER_END = new Shown("index", Range.NOT_NEGATIVE);
  private static final Shown TIES = new Shown("ties", Range.NOT_NEGATIVE);
  private static final Shown ORGANISATIONS_COUNTED = new Shown("organisations", Range.NOT_NEGATIVE);
  private static final Shown COMPONENTS = new Shown("components", Range.NOT_NEGATIVE);
  private static final Shown SHARE = new Shown("percent", Range.between(0, 100));

  /** Newman's Q is at least −1/2, and below 1: Brandes and others 2008, On modularity clustering. */
  private static final Shown MODULARITY = new Shown("index", new Range(new BigDecimal("-0.5"), BigDecimal.ONE));

  private final TieRule rule;

  TieFigures(TieRule rule) {
    this.rule = rule;
  }

  /** What values are shown in, and what they lie within by the counting rule. */
  private record Shown(String unit, Range range) {
    <B extends Indicator.Builder<B>> B of(B figure) {
      return figure.unit(unit).range(range);
    }
  }

  /** The figures that are defined for every rule. */
  List<Indicator> chief() {
    List<Indicator> all = new ArrayList<>();
    all.add(
        figure("tie-count", "SI-N01.ties", NetworkFunction.TIES, TIES, "Relationer", "Ties", SIRU,
            "Par av organisationer som har en relation.", "Pairs of organisations that have a tie."));
    all.add(density());
    all.add(
        figure("member-density", "SI-N01.members", NetworkFunction.DENSITY, INDEX, "Täthet bland dem som är med",
            "Density among those involved", "networkx 3.6.1; Wasserman and Faust 1994, Social network analysis",
            "2m / n(n−1): relationer av alla par av organisationer som är med i något under perioden, även de utan relation.",
            "2m / n(n−1): ties out of all pairs of organisations that are part of something during the period, those without a "
                + "tie included."));
    all.addAll(mixing());
    all.add(
        attribute("sector-assortativity", "SI-N03", MixingFunction.ASSORTATIVITY, "Assortativitet efter sektor",
            "Assortativity by sector", NEWMAN,
            "Newmans r: 1 när alla relationer är inom sektorer, 0 när de faller som av en slump.",
            "Newman's r: 1 where all ties are within sectors, 0 where they fall as by chance."));
    all.add(twoModeDensity());
    all.add(
        figure("degree-centralisation", "SI-N05", NetworkFunction.DEGREE_CENTRALISATION, INDEX, "Centralisering",
            "Degree centralisation", FREEMAN,
            "Σ(största − antal relationer) / ((n−1)(n−2)) bland dem som är med: 1 när alla relationer går till en.",
            "Σ(greatest − number of ties) / ((n−1)(n−2)) among those involved: 1 where all ties go to one."));
    all.add(persistence());
    all.add(newTies());
    return all;
  }

  private List<Indicator> mixing() {
    return List.of(
        attribute("e-i-index-by-sector", "SI-N02", MixingFunction.E_I_INDEX, "E-I-index efter sektor", "E-I index by sector",
            KRACKHARDT, "(Externa − interna) / alla relationer; −1 är bara inom sektorer, 1 bara mellan.",
            "(External − internal) / all ties; −1 is within sectors only, 1 between them only."),
        attribute("e-i-expected-by-sector", "SI-N02.expected", MixingFunction.E_I_EXPECTED, "Förväntat E-I-index efter sektor",
            "Expected E-I index by sector", KRACKHARDT, "E-I-index om alla par med känd sektor hade en relation.",
            "The E-I index if every pair of known sector had a tie."),
        attribute("e-i-rescaled-by-sector", "SI-N02.rescaled", MixingFunction.E_I_RESCALED, "Omskalat E-I-index efter sektor",
            "Rescaled E-I index by sector", KRACKHARDT,
            "E-I-index på en skala vars ändar, −1 och 1, är vad så många relationer kan ge.",
            "The E-I index on a scale whose ends, −1 and 1, are what this many ties can give."),
        describe(
            SHARE.of(rule.measure(id("cross-sector-tie-share"), MixingFunction.CROSS_TIE_SHARE, Map.of(), Stakeholder.SECTOR)),
            "SI-N02.share", "Andel relationer mellan sektorer", "Share of ties between sectors", KRACKHARDT,
            "Externa / alla relationer." + UNKNOWN_SV, "External / all ties." + UNKNOWN_EN).build());
  }

  /** Figures of the form of the network beyond the chief ones. */
  List<Indicator> more() {
    return List.of(
        figure("tied-organisations", "SI-N01.tied", NetworkFunction.TIED_NODES, ORGANISATIONS_COUNTED, "Organisationer med relationer",
            "Organisations with ties", SIRU, "Organisationer som har minst en relation.",
            "Organisations that have at least one tie."),
        figure("components", "SI-N01.components", NetworkFunction.COMPONENTS, COMPONENTS, "Sammanhängande delar", "Components",
            "networkx 3.6.1",
            "Delar av minst två organisationer som hänger ihop genom relationer och inte med någon annan del.",
            "Sets of two or more organisations that ties link with each other and with no others."),
        figure("transitivity", "SI-N01.transitivity", NetworkFunction.TRANSITIVITY, INDEX, "Transitivitet", "Transitivity",
            "networkx 3.6.1; Wasserman and Faust 1994, Social network analysis",
            "3 · trianglar / par av relationer som möts i en organisation.",
            "3 · triangles / pairs of ties that meet in an organisation."),
        attribute("sector-modularity", "SI-N03.modularity", MixingFunction.MODULARITY, "Modularitet efter sektor",
            "Modularity by sector", NEWMAN,
            "Newmans Q för indelningen i sektorer: andelen relationer inom sektorer utöver vad slumpen ger.",
            "Newman's Q of the division into sectors: the share of ties within sectors beyond what chance gives."),
        figure("betweenness-centralisation", "SI-N05.betweenness", NetworkFunction.BETWEENNESS_CENTRALISATION, INDEX,
            "Centralisering av vägar", "Betweenness centralisation", FREEMAN,
            "Hur mycket de kortaste vägarna går genom en enda organisation; 1 när alla gör det.",
            "How much the shortest paths run through one organisation; 1 where all do."),
        figure("mean-constraint", "SI-N06.constraint", NetworkFunction.MEAN_CONSTRAINT, NO_UPPER_END, "Medelbegränsning",
            "Mean constraint", "networkx 3.6.1; Burt 1992, Structural holes",
            "Burts constraint i medeltal bland organisationer med relationer: hög när de man känner känner varandra.",
            "Burt's constraint, the mean among organisations with ties: high where those whom one knows know each other."));
  }

  /** Who lies between others; roles are stated by memberships. */
  List<Indicator> brokerage() {
    return List.of(
        describe(
            INDEX.of(rule.roles(id("support-brokerage"), new BrokerageFunction(), "support-actor")),
            "SI-N06", "Stödstrukturens mäklarroll", "Brokerage of the support structure",
            SIRU + "; Brandes 2001, A faster algorithm for betweenness centrality",
            "Mellanliggande (betweenness) hos organisationer som är stödaktörer i något medlemskap under perioden / hos alla. Vägar "
                + "räknas till sex decimaler. Organisationer utan angiven roll visas som okända; har ingen rollen är måttet "
                + "inte tillämpligt.",
            "Betweenness of organisations that are support actors in some membership during the period / of all. Paths are counted to "
                + "six decimals. Organisations without a stated role are shown as unknown; where none has the role, the figure does "
                + "not apply.")
            .build());
  }

  /** The organisations that could have ties. */
  static Indicator organisations() {
    return Indicator.measure("siru:organisations-of-the-portfolio")
        .code(ORGANISATIONS)
        .named("sv", "Organisationer i portföljen")
        .named("en", "Organisations of the portfolio")
        .defined(
            LocalizedText.of(
                "Organisationer (juridiska enheter) som portföljen känner under perioden, även de som inte är med i något.",
                "Organisations (legal units) that the portfolio knows during the period, those included that are part of nothing."))
        .unit("organisations")
        .kind(Kind.CONTEXT)
        .direction(Direction.NONE)
        .source(SIRU, Evidence.CONFIRMED)
        .over(Stakeholder.TYPE)
        .where(Stakeholder.KIND.is("organisation"))
        .when(TimeRule.during())
        .count()
        .build();
  }

  private Indicator density() {
    return describe(
        NO_UPPER_END.of(
            Indicator.formula(id("network-density"))
                .expression("2 * [" + code("SI-N01.ties") + "] / ([" + ORGANISATIONS + "] * ([" + ORGANISATIONS + "] - 1))")),
        "SI-N01", "Täthet", "Density", "networkx 3.6.1; Wasserman and Faust 1994, Social network analysis",
        "2m / n(n−1): relationer av alla par av organisationer i portföljen, även de som inte är med i något.",
        "2m / n(n−1): ties out of all pairs of organisations of the portfolio, those included that are part of nothing.").build();
  }

  private Indicator twoModeDensity() {
    String sv = rule == TieRule.INITIATIVE ? "initiativ" : rule == TieRule.NETWORK ? "nätverk" : "aktiviteter";
    String en = rule == TieRule.INITIATIVE ? "initiatives" : rule == TieRule.NETWORK ? "networks" : "activities";
    return described(
        INDEX.of(rule.twoMode(id("two-mode-density"), NetworkFunction.TWO_MODE_DENSITY)),
        code("SI-N04"), "Bipartit täthet, organisationer och " + sv, "Two-mode density, organisations and " + en,
        "networkx 3.6.1; Borgatti and Everett 1997, Network analysis of 2-mode data",
        "Par av organisation och " + sv + " där organisationen är med / alla sådana par av dem som är med och av " + sv
            + " med någon organisation. Aktiviteter är av alla slag.",
        "Pairs of an organisation and one of the " + en + " that it is part of / all such pairs of those involved and of " + en
            + " with an organisation. Activities are of all kinds.").build();
  }

  private Indicator persistence() {
    return describe(
        INDEX.of(rule.change(id("tie-persistence"), ChangeFunction.PERSISTENCE)),
        "SI-N07", "Bestående relationer", "Tie persistence", SIRU + ", Jaccard 1901",
        "Relationer i både perioden och den lika långa före / relationer i någon av dem. Odefinierat om perioden före saknar "
            + "relationer.",
        "Ties of both the period and the equally long one before / ties of either. Undefined where the period before has none.").build();
  }

  private Indicator newTies() {
    return describe(
        TIES.of(rule.change(id("new-ties"), ChangeFunction.NEW_TIES)),
        "SI-N09", "Nya relationer i nätverket", "New ties", SIRU,
        "Relationer i perioden som inte finns i tiden före den.", "Ties of the period that are not ties of the time before it.").build();
  }

  private Indicator figure(
      String name, String code, IndicatorFunction function, Shown shown, String sv, String en, String source,
      String definedSv, String definedEn) {
    return describe(
        shown.of(rule.measure(id(name), function, Map.of())), code, sv, en, source, definedSv, definedEn).build();
  }

  private Indicator attribute(
      String name, String code, MixingFunction function, String sv, String en, String source, String definedSv,
      String definedEn) {
    return describe(
        (function == MixingFunction.MODULARITY ? MODULARITY : FROM_MINUS_ONE).of(rule.measure(id(name), function, Map.of(), Stakeholder.SECTOR)),
        code, sv, en, source, definedSv + UNKNOWN_SV, definedEn + UNKNOWN_EN).build();
  }

  private <B extends Indicator.Builder<B>> B describe(
      B figure, String code, String sv, String en, String source, String definedSv, String definedEn) {
    return described(
        figure, code(code), sv + ", " + rule.label().in("sv"), en + ", " + rule.label().in("en"), source,
        definedSv + " Relation: " + rule.rule().in("sv") + ", utan riktning och räknad en gång.",
        definedEn + " Tie: " + rule.rule().in("en") + ", undirected and counted once.");
  }

  private static <B extends Indicator.Builder<B>> B described(
      B figure, String code, String sv, String en, String source, String definedSv, String definedEn) {
    return figure.code(code)
        .named("sv", sv)
        .named("en", en)
        .defined(LocalizedText.of(definedSv, definedEn))
        .kind(Kind.CONTEXT)
        .direction(Direction.NONE)
        .source(source, READ.contains(source) ? Evidence.CONFIRMED : Evidence.UNCONFIRMED);
  }

  /** The indicators of shared initiatives, and the two-mode density of activities, have the codes of the catalogue as they are. */
  private String code(String code) {
    TieRule usual = code.equals("SI-N04") ? TieRule.ATTENDANCE : TieRule.INITIATIVE;
    return rule == usual ? code : code + "." + rule.word();
  }

  private String id(String name) {
    return "siru:" + name + (rule == TieRule.INITIATIVE ? "" : "-by-" + rule.word());
  }
}
