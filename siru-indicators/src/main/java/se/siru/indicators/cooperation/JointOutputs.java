package se.siru.indicators.cooperation;

import java.util.List;
import java.util.function.Function;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Indicator.Kind;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.RuleSet;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Condition;
import se.siru.core.model.Day;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Lag;
import se.siru.core.model.Output;
import se.siru.core.model.ProgrammeNode;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Uptake;
import se.siru.core.text.LocalizedText;

/** Strategies, pilots and solutions that several sectors developed together, and who took them up. */
final class JointOutputs {
  private static final String OPERATION = "operation";
  private static final Lag ONE_YEAR = Lag.ofMonths(12);
  private static final Condition IN_USE = Uptake.DEGREE.isAnyOf("used", "ordinary-operations");
  private static final Function<Field<?>, FieldPath> OWN = Field::path;
  private static final Function<Field<?>, FieldPath> TAKEN_UP = Uptake.OUTPUT::then;

  private JointOutputs() {}

  static List<Indicator> all(RuleSet rules) {
    Joint strategies = Joint.of(rules, "RCO83a");
    return List.of(strategies(strategies), pilots(Joint.of(rules, "RCO84a")), solutions(Joint.of(rules, "RCO116a")),
        strategiesTakenUp(strategies), solutionsTakenUp());
  }

  /** Said to be joint by whoever reports it, and developed by so many sectors. */
  private static Condition isJoint(Joint joint, Function<Field<?>, FieldPath> output) {
    return output.apply(Output.JOINT).is("yes")
        .and(joint.asks(least -> output.apply(Output.DEVELOPERS).then(Stakeholder.SECTOR).different(least)));
  }

  private static Condition isJointStrategy(Joint joint, Function<Field<?>, FieldPath> output) {
    return new Condition.AllOf(
        List.of(
            output.apply(Output.KIND).is("strategy"),
            output.apply(Output.STATUS).is("finalised"),
            isJoint(joint, output)));
  }

  private static LocalizedText developed(Joint joint) {
    return joint.bySectors("utvecklade av organisationer", "developed by organisations");
  }

  private static Measure.Builder outputs(String id, String code, String sv, String en) {
    return Joint.described(Indicator.measure(id), code, sv, en).over(Output.TYPE).when(TimeRule.cumulative());
  }

  private static Measure.Builder uptakes(String id, String code, String sv, String en) {
    return Joint.described(Indicator.measure(id), code, sv, en)
        .kind(Kind.RESULT)
        .over(Uptake.TYPE)
        .where(Uptake.OUTPUT.isKnown())
        .where(IN_USE)
        .when(TimeRule.cumulative())
        .distinct(Uptake.OUTPUT);
  }

  private static Indicator strategies(Joint joint) {
    return outputs(
            "siru:joint-strategies",
            "RCO83a",
            "Strategier och handlingsplaner som blivit färdiga till och med periodens slut, angivna som gemensamma och "
                + developed(joint).in("sv") + ".",
            "Strategies and action plans finalised up to the end of the period, stated to be joint and "
                + developed(joint).in("en") + ".")
        .named("sv", "Gemensamt utvecklade strategier och handlingsplaner")
        .named("en", "Strategies and action plans jointly developed")
        .unit("strategies and action plans")
        .parameter(joint.sectors())
        .where(isJointStrategy(joint, OWN))
        .count()
        .build();
  }

  private static Indicator pilots(Joint joint) {
    Day end = Output.NODE.then(ProgrammeNode.END).day().at(OPERATION);
    return outputs(
            "siru:joint-pilot-actions",
            "RCO84a",
            "Pilotinsatser som genomförts och blivit färdiga senast projektets sista dag, angivna som gemensamma och "
                + developed(joint).in("sv") + ". Delvis genomfört räknas inte.",
            "Pilot actions implemented and finalised by the operation's last day, stated to be joint and "
                + developed(joint).in("en") + ". There is no partial credit.")
        .named("sv", "Gemensamt utvecklade och genomförda pilotinsatser")
        .named("en", "Pilot actions developed jointly and implemented")
        .unit("pilot actions")
        .parameter(joint.sectors())
        .where(Output.KIND.is("pilot"))
        .where(Output.STATUS.is("implemented"))
        .where(isJoint(joint, OWN))
        .where(Output.DATE.day().isNotAfter(end))
        .count()
        .build();
  }

  private static Indicator solutions(Joint joint) {
    return outputs(
            "siru:joint-solutions",
            "RCO116a",
            "Lösningar som blivit färdiga till och med periodens slut, angivna som gemensamma och "
                + developed(joint).in("sv")
                + ", som anger vad som krävs för att ta dem i bruk och inte är rättsliga eller administrativa.",
            "Solutions finalised up to the end of the period, stated to be joint and "
                + developed(joint).in("en")
                + ", that state the actions needed to take them up and are neither legal nor administrative.")
        .named("sv", "Gemensamt utvecklade lösningar")
        .named("en", "Jointly developed solutions")
        .unit("solutions")
        .parameter(joint.sectors())
        .where(Output.KIND.is("solution"))
        .where(Output.STATUS.is("finalised"))
        .where(isJoint(joint, OWN))
        .where(Output.UPTAKE_PLAN.is("yes"))
        .where(Output.LEGAL_ADMINISTRATIVE.is("no"))
        .count()
        .build();
  }

  private static Indicator strategiesTakenUp(Joint joint) {
    return uptakes(
            "siru:joint-strategies-taken-up",
            "RCR79a",
            "Strategierna och handlingsplanerna i RCO83a som till och med periodens slut antagits och faktiskt börjat genomföras av minst "
                + "en organisation, inom eller utanför projektet, sedan de blivit färdiga. Att något prövats räcker inte.",
            "The strategies and action plans of RCO83a that up to the end of the period were adopted and effectively started by at least "
                + "one organisation, in or outside the operation, once they were finalised. A test does not suffice.")
        .named("sv", "Gemensamma strategier och handlingsplaner som antagits")
        .named("en", "Joint strategies and action plans taken up by organisations")
        .unit("strategies and action plans")
        .parameter(joint.sectors())
        .where(isJointStrategy(joint, TAKEN_UP))
        .where(Uptake.OUTPUT.then(Output.DATE).day().isNotAfter(Uptake.START.day()))
        .build();
  }

  private static Indicator solutionsTakenUp() {
    Day end = FieldPath.of(Uptake.OUTPUT, Output.NODE, ProgrammeNode.END).day().at(OPERATION);
    return uptakes(
            "siru:solutions-taken-up",
            "RCR104a",
            "Lösningar, inte rättsliga eller administrativa, som tagits i bruk eller skalats upp till och med periodens slut, under "
                + "projektet eller senast ett år efter dess sista dag, vilket användaren själv dokumenterat.",
            "Solutions, neither legal nor administrative, taken up or up-scaled up to the end of the period, during the operation or "
                + "within one year after its last day, as the adopter itself documented.")
        .named("sv", "Lösningar som tagits i bruk eller skalats upp")
        .named("en", "Solutions taken up or up-scaled by organisations")
        .unit("solutions")
        .where(Uptake.OUTPUT.then(Output.KIND).is("solution"))
        .where(Uptake.OUTPUT.then(Output.LEGAL_ADMINISTRATIVE).is("no"))
        .where(Uptake.DOCUMENTED.is("yes"))
        .where(Uptake.START.day().isNotAfter(end.plus(ONE_YEAR)))
        .build();
  }
}
