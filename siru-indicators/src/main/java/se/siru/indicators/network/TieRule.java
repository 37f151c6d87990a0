package se.siru.indicators.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.siru.core.indicator.Aggregate;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Activity;
import se.siru.core.model.Condition;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
import se.siru.core.model.Membership;
import se.siru.core.model.Participation;
import se.siru.core.model.RecordType;
import se.siru.core.model.Stakeholder;
import se.siru.core.stability.Experimental;
import se.siru.core.text.LocalizedText;

/** From what a tie between two organisations arises. Every figure of a network is of one rule, and its name and definition tell which. */
@Experimental(since = "0.1.0")
public enum TieRule {
  /** Both are members of one initiative. */
  INITIATIVE(
      "initiative",
      Membership.INITIATIVE,
      LocalizedText.of("gemensamt initiativ", "shared initiative"),
      LocalizedText.of(
          "gemensamt medlemskap i ett initiativ under perioden", "shared membership in an initiative during the period")),

  /** Both are members of one network. */
  NETWORK(
      "network",
      Membership.NETWORK,
      LocalizedText.of("gemensamt nätverk", "shared network"),
      LocalizedText.of("gemensamt medlemskap i ett nätverk under perioden", "shared membership in a network during the period")),

  /** Both took part in one activity whose participants meet each other, with at most {@value #MOST_AT_ACTIVITY} organisations. */
  ATTENDANCE(
      "attendance",
      Participation.ACTIVITY,
      LocalizedText.of("samma aktivitet", "same activity"),
      LocalizedText.of(
          "deltagande i samma interaktiva aktivitet under perioden, om högst " + TieRule.MOST_AT_ACTIVITY
              + " av de räknade organisationerna deltog",
          "participation in one interactive activity during the period, where at most " + TieRule.MOST_AT_ACTIVITY
              + " of the organisations counted took part"));

  /** At an activity of more organisations, those present need not have met. */
  static final int MOST_AT_ACTIVITY = 25;

  private final String word;
  private final Field<String> group;
  private final LocalizedText label;
  private final LocalizedText rule;

  TieRule(String word, Field<String> group, LocalizedText label, LocalizedText rule) {
    this.word = word;
    this.group = group;
    this.label = label;
    this.rule = rule;
  }

  /** The word for the rule in files and on the command line; definitions state it as the parameter {@code ties}. */
  public String word() {
    return word;
  }

  /** The rule in a few words. */
  public LocalizedText label() {
    return label;
  }

  /** The rule in full: what two organisations have in common. */
  public LocalizedText rule() {
    return rule;
  }

  private boolean isByMembership() {
    return this != ATTENDANCE;
  }

  private RecordType over() {
    return isByMembership() ? Membership.TYPE : Participation.TYPE;
  }

  private Field<?> node() {
    return isByMembership() ? Membership.MEMBER : Participation.ORGANISATIONS;
  }

  /** Organisations only: ties of persons are nobody's business. */
  private Condition where() {
    return isByMembership()
        ? group.isKnown().and(isOrganisation())
        : attended().and(Participation.ACTIVITY.then(Activity.KIND).is("interactive"));
  }

  private static Condition isOrganisation() {
    return Membership.MEMBER.then(Stakeholder.KIND).is("organisation");
  }

  private static Condition attended() {
    return Participation.STATUS.is("attended").and(Participation.ROLE.is("participant"));
  }

  /** A measure of the ties of a period; {@code more} follow what ties and the node among the function's fields. */
  Measure.Builder measure(String id, IndicatorFunction function, Map<String, String> parameters, Field<?>... more) {
    Map<String, String> all = parameters(parameters);
    return begin(id, where(), isByMembership() ? TimeRule.during() : TimeRule.event())
        .aggregate(new Aggregate.Function(function.id(), all, fields(more)));
  }

  /** A measure of the ties of a period and of who has a role, be it there or in a membership of something else. */
  Measure.Builder roles(String id, IndicatorFunction function, String role) {
    Condition hasRole = Membership.ROLE.isKnown().and(Membership.ROLE.is(role));
    return begin(id, group.isKnown().or(hasRole).and(isOrganisation()), TimeRule.during())
        .aggregate(new Aggregate.Function(function.id(), parameters(Map.of("role", role)), fields(Membership.ROLE)));
  }

  /** A measure of the memberships themselves, at activities of all kinds. */
  Measure.Builder twoMode(String id, IndicatorFunction function) {
    return begin(id, isByMembership() ? where() : attended(), isByMembership() ? TimeRule.during() : TimeRule.event())
        .aggregate(new Aggregate.Function(function.id(), Map.of("ties", word), fields()));
  }

  /** A measure of the ties of a period and of the time before it; {@code more} follow the days among the function's fields. */
  Measure.Builder change(String id, IndicatorFunction function, Field<?>... more) {
    Map<String, String> parameters = parameters(isByMembership() ? Map.of("days", "span") : Map.of());
    List<Field<?>> fields = new ArrayList<>(days());
    fields.addAll(List.of(more));
    return begin(id, where(), isByMembership() ? TimeRule.begun() : TimeRule.cumulative())
        .aggregate(new Aggregate.Function(function.id(), parameters, fields(fields.toArray(Field<?>[]::new))));
  }

  /** The days by which a measure of change tells the period from the time before. */
  List<Field<?>> days() {
    return isByMembership() ? List.of(Membership.START, Membership.END) : List.of(Participation.DATE);
  }

  private Measure.Builder begin(String id, Condition where, TimeRule when) {
    return Indicator.measure(id).over(over()).where(where).when(when);
  }

  private Map<String, String> parameters(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(more);
    all.put("ties", word);
    if (!isByMembership()) {
      all.put("largest-group", Integer.toString(MOST_AT_ACTIVITY));
    }
    return all;
  }

  private List<FieldPath> fields(Field<?>... more) {
    List<FieldPath> fields = new ArrayList<>(List.of(group.path(), node().path()));
    for (Field<?> field : more) {
      boolean isOfNode = field.type().equals(Stakeholder.TYPE.name());
      fields.add(isOfNode ? node().then(field) : field.path());
    }
    return fields;
  }
}
