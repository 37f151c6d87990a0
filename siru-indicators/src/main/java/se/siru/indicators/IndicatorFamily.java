package se.siru.indicators;

import java.util.List;
import java.util.function.Function;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.RuleSet;
import se.siru.core.stability.Provided;
import se.siru.core.text.LocalizedText;
import se.siru.indicators.assessment.AssessmentIndicators;
import se.siru.indicators.communication.CommunicationIndicators;
import se.siru.indicators.composite.CompositeIndicators;
import se.siru.indicators.cooperation.CooperationIndicators;
import se.siru.indicators.economy.EconomyIndicators;
import se.siru.indicators.innovation.InnovationIndicators;
import se.siru.indicators.network.NetworkIndicators;
import se.siru.indicators.participants.EsfIndicators;
import se.siru.indicators.participation.ParticipationIndicators;
import se.siru.indicators.procurement.ProcurementIndicators;
import se.siru.indicators.quality.QualityIndicators;
import se.siru.indicators.results.ResultIndicators;
import se.siru.indicators.support.SupportIndicators;

/**
 * The families of the standard catalogue: what is counted of the same records by kindred rules, and is read together. A family has
 * a package of definitions; it says nothing of how an indicator is counted, so that it is no part of a definition.
 */
@Provided(since = "0.1.0")
public enum IndicatorFamily {
  /** Enterprises supported. */
  SUPPORT(
      "support", "Stöd till företag", "Support to enterprises",
      "Vilka företag som har fått stöd, av vilket slag och hur mycket. Ett företag räknas en gång inom sitt mål, från sitt första stöd.",
      "Which enterprises have been supported, how, and how much. An enterprise counts once within its objective, from its first support "
          + "on.",
      SupportIndicators::all),
  /** What is made and done together. */
  COOPERATION(
      "cooperation", "Samverkan", "Cooperation",
      "Vad organisationer gör och tar fram tillsammans, och vad av det som tas upp efteråt. Räknereglerna är Interregs; koderna är "
          + "egna, eftersom Interregs koder kräver organisationer från minst två länder.",
      "What organisations do and make together, and what of it is taken up afterwards. The counting rules are those of Interreg; the "
          + "codes are our own, as Interreg's ask for organisations of two countries at least.",
      CooperationIndicators::all),
  /** Activities and who took part. */
  PARTICIPATION(
      "participation", "Aktiviteter och deltagande", "Activities and participation",
      "Vad programmet ordnar, vilka som nås och om de kommer från olika sektorer. Vad som räknas är den som deltog, inte den som "
          + "anmälde sig.",
      "What the programme arranges, who is reached, and whether they come from different sectors. What counts is who attended, not who "
          + "registered.",
      rules -> ParticipationIndicators.all()),
  /** Participants of ESF+. */
  PARTICIPANTS(
      "participants", "Deltagare i ESF+", "Participants in ESF+",
      "Vilka personer och organisationer som insatserna når direkt och hur det går för dem. En person räknas en gång inom sin insats.",
      "Which persons and organisations the operations reach directly, and how they fare. A person counts once within an operation.",
      EsfIndicators::all),
  /** Answers of participants. */
  ASSESSMENT(
      "assessment", "Bedömningar och förändring", "Assessments and change",
      "Vad deltagare svarar, och hur samma personers svar förändras. Oparade skillnader kallas alltid oparade.",
      "What participants answer, and how answers of the same persons change. Unpaired differences are always called unpaired.",
      rules -> AssessmentIndicators.all()),
  /** Networks and ties. */
  NETWORK(
      "network", "Nätverk och relationer", "Networks and ties",
      "Vilka organisationer som hänger ihop, genom initiativ, nätverk eller aktiviteter, och hur relationerna fördelar sig över sektorer. "
          + "Täthet och E-I-index beskriver; inget håll är bättre, så de bedöms aldrig.",
      "Which organisations are tied, by initiatives, networks or activities, and how the ties spread over sectors. Density and the E-I "
          + "index describe; neither way is better, so that they are never judged.",
      rules -> NetworkIndicators.all()),
  /** Agreements and partnerships. */
  PROCUREMENT(
      "procurement", "Upphandling och partnerskap", "Procurement and partnership",
      "Avtal med sociala leverantörer efter rättslig grund, värde och villkor, och idéburna offentliga partnerskap.",
      "Agreements with social suppliers by legal basis, value and clauses, and public–civil-society partnerships.",
      ProcurementIndicators::all),
  /** Initiatives. */
  INNOVATION(
      "innovation", "Sociala innovationer", "Social innovations",
      "Initiativ och hur långt de har kommit, från idé till spridning.",
      "Initiatives and how far they have come, from idea to scaling.",
      InnovationIndicators::all),
  /** Practices audited and communicated. */
  COMMUNICATION(
      "communication", "Kommunikation av hållbarhetsarbete", "Communication of sustainability work",
      "Hur mycket av det hållbarhetsarbete som en granskning fann att företagen bedriver som de också berättar om.",
      "How much of the sustainability work that an audit found enterprises to do they also tell about.",
      rules -> CommunicationIndicators.all()),
  /** The records themselves. */
  QUALITY(
      "quality", "Uppgifternas kvalitet", "Quality of the records",
      "Hur fullständiga uppgifterna är, vad de vilar på, och hur många organisationer som är säkert kända.",
      "How complete the records are, what they rest on, and how many organisations are known for certain.",
      rules -> QualityIndicators.all()),
  /** Money and jobs. */
  ECONOMY(
      "economy", "Ekonomi", "Economy",
      "Medel, kostnader och sysselsättning. Ett programs medel är inte stöd till företag och blandas aldrig med det.",
      "Money, costs and employment. Funding of an operation is no support to enterprises and is never mixed with it.",
      rules -> EconomyIndicators.all()),
  /** Effects. */
  RESULTS(
      "results", "Effekter", "Effects",
      "Effekter som de som bedömde dem ser dem. De räknas och citeras; inget medelvärde bildas.",
      "Effects as those who judged them see them. They are counted and quoted, never averaged.",
      ResultIndicators::all),
  /** Figures made of others. */
  COMPOSITE(
      "composite", "Sammansatta mått", "Composite figures",
      "Mått som räknas ur andra indikatorer, främst hur långt de har kommit mot sina mål.",
      "Figures that are computed from other indicators, chiefly how far these have come towards their targets.",
      CompositeIndicators::all);

  private final String id;
  private final LocalizedText title;
  private final LocalizedText about;
  private final Function<RuleSet, List<Indicator>> definitions;

  IndicatorFamily(
      String id, String titleSv, String titleEn, String aboutSv, String aboutEn, Function<RuleSet, List<Indicator>> definitions) {
    this.id = id;
    this.title = LocalizedText.of(titleSv, titleEn);
    this.about = LocalizedText.of(aboutSv, aboutEn);
    this.definitions = definitions;
  }

  /** A short word for the family, the last part of its package's name; names its page. */
  public String id() {
    return id;
  }

  /** What people read above the family. */
  public LocalizedText title() {
    return title;
  }

  /** What its indicators tell about, in a sentence or two. */
  public LocalizedText about() {
    return about;
  }

  /** Its indicators under a rule set, in the order in which they are best read. */
  public List<Indicator> indicators(RuleSet rules) {
    return definitions.apply(rules);
  }
}
