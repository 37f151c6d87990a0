package se.siru.cli.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import se.siru.core.Siru;
import se.siru.core.evaluation.PassNeeds;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.RecordType;
import se.siru.core.portfolio.WhyKept;

/** What the pages say of how indicators are computed in the pass over the records, and what that costs. */
final class PassText {
  private final Siru siru;

  PassText(Siru siru) {
    this.siru = siru;
  }

  private PassNeeds needs(Indicator indicator) {
    return PassNeeds.of(indicator, siru.catalogue(), siru.schema());
  }

  /** What is kept of the records. */
  String state(Indicator indicator) {
    return switch (needs(indicator).state()) {
      case COUNTS -> "A count for each combination of codes, time and answers to conditions: it grows with these, not with records.";
      case NUMBERS ->
          "A count and a number for each combination of codes, time and answers to conditions: it grows with these, not with records.";
      case UNITS ->
          "A count for each combination of codes, time and answers to conditions; where several rows are one thing (versions, branches), "
              + "bits for each row instead, to count it once.";
      case ELEMENTS -> "Bits for each element met, one for each row of the table that it counts in: it grows with different elements.";
      case GROUPS -> "An entry for each group: it grows with groups.";
      case VALUES -> "A count for each different value: it grows with these.";
      case TUPLES -> "A selection of tuples for a registered function: it grows with different rows.";
      case CODE -> "What its author's code keeps.";
      case OPERANDS -> "Nothing beyond what its operands keep.";
    };
  }

  /** Which records can be let go of, and why others cannot. */
  String records(Indicator indicator) {
    Map<RecordType, Set<WhyKept>> records = needs(indicator).records();
    if (records.isEmpty()) {
      return "Those of the indicators that have targets.";
    }
    List<String> said = new ArrayList<>();
    records.forEach((type, why) -> said.add("`" + type.plural() + "` " + records(why) + "."));
    return String.join(" ", said);
  }

  private static String records(Set<WhyKept> why) {
    if (why.isEmpty()) {
      return "are evaluated while they are read, and not kept";
    }
    return "are kept: " + reasons(why);
  }

  private static String reasons(Iterable<WhyKept> why) {
    Set<WhyKept> inOrder = new TreeSet<>();
    why.forEach(inOrder::add);
    return Prose.list(inOrder.stream().map(PassText::reason).toList(), "and");
  }

  private static String reason(WhyKept why) {
    return switch (why) {
      case ENTITY -> "facts refer to them";
      case ID -> "their ids must be unique";
      case SUBJECT -> "what they are about must be there";
      case LOOKED_UP -> "they are looked up when results are made";
      case RELATED -> "they are asked about as related records";
      case COMPARED_DAYS -> "their days are compared with those of related records";
      case ASKS_FOR_SUPPORT -> "they are asked about together with support, of which some may follow from attendance";
      case CODE_OF_OTHERS -> "code of others counts them";
    };
  }

  /** The tables of the index: indicators by what they keep, and by the records that they read. */
  String overview(List<Indicator> indicators) {
    StringBuilder text = new StringBuilder("\n## What the indicators cost\n\n");
    text.append(
        """
        All that is asked for is computed in one pass over the records ([how it works](../../explanation/architecture.md)). What an
        indicator keeps of them, its *state*, decides about memory; so does whether records can be evaluated while they are read and let
        go of ([decision 44](../../decisions/0044-facts-are-finished-where-they-are-read.md)). The page of each indicator says both,
        by the rule that the engine goes by (`PassNeeds`). One run keeps the records of a type where one of its indicators needs them, where
        a rule of a plugin reads them, or where determinism is verified, code is isolated, or the portfolio is one document; packs
        and sections keep all.

        | state | på svenska | grows with | indicators | of them without keeping records |
        |---|---|---|---:|---:|
        """);
    Map<PassNeeds.State, List<PassNeeds>> byState = new TreeMap<>();
    for (PassNeeds.State state : PassNeeds.State.values()) {
      byState.put(state, new ArrayList<>());
    }
    indicators.forEach(each -> byState.get(needs(each).state()).add(needs(each)));
    byState.forEach((state, all) ->
        text.append("| ").append(row(state)).append(" | ").append(all.size()).append(" | ")
            .append(all.stream().filter(PassNeeds::keepsNoRecords).count()).append(" |\n"));
    text.append(
        """

        The records that they count or ask about, formulas through their operands:

        | records | indicators | of them without keeping these | they are kept where |
        |---|---:|---:|---|
        """);
    Map<RecordType, List<Set<WhyKept>>> byType = new LinkedHashMap<>();
    siru.schema().types().forEach(type -> byType.put(type, new ArrayList<>()));
    indicators.forEach(each -> needs(each).records().forEach((type, why) -> byType.get(type).add(why)));
    byType.forEach((type, all) -> {
      if (!all.isEmpty()) {
        long free = all.stream().filter(Set::isEmpty).count();
        text.append("| `").append(type.plural()).append("` | ").append(all.size()).append(" | ").append(free).append(" | ")
            .append(reasons(all.stream().flatMap(Set::stream).toList())).append(" |\n");
      }
    });
    return text.toString();
  }

  private static String row(PassNeeds.State state) {
    return switch (state) {
      case COUNTS -> "counts | antal | combinations of codes";
      case NUMBERS -> "counts and numbers | antal och tal (summor, minsta och största värden) | combinations of codes";
      case UNITS -> "counts of things with versions | antal poster som kan ha versioner | combinations of codes, else things";
      case ELEMENTS -> "bits for elements | bitar för varje mött element | different elements";
      case GROUPS -> "entries for groups | en post per grupp | groups";
      case VALUES -> "counts of values | antal per värde | different values";
      case TUPLES -> "tuples for functions | tupler för funktioner | different rows";
      case CODE -> "state of an author's code | vad upphovspersonens kod sparar | what that code does";
      case OPERANDS -> "nothing of its own (formulas) | inget eget (formler) | nothing";
    };
  }
}
