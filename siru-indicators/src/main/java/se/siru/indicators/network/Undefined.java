package se.siru.indicators.network;

import se.siru.core.model.Value;

/** Why a figure of a network is undefined. */
final class Undefined {
  static final Value NO_TIES = of("inga relationer", "no ties");
  static final Value NO_PAIRS = of("inga par av aktörer", "no pairs of nodes");
  static final Value ONE_VALUE = of("bara ett värde är möjligt", "only one value is possible");
  static final Value ONE_SIDE = of("alla relationer har samma attribut i båda ändar", "all ties have the same attribute at both ends");
  static final Value NO_GROUPS = of("inga medlemskap", "no memberships");
  static final Value TOO_FEW = of("färre än tre aktörer", "fewer than three nodes");
  static final Value NO_TRIPLES = of("inga två relationer möts", "no two ties meet");
  static final Value NOBODY_BETWEEN = of("ingen aktör ligger mellan två andra", "no node lies between two others");
  static final Value NOTHING_BEFORE =
      of("inga relationer i perioden före", "no ties in the period before");
  static final Value NO_PERIOD_BEFORE =
      of("perioden har ingen period före sig", "the period has no period before it");
  static final Value NO_ROLES =
      Value.Absent.of(Value.Reason.MISSING, "inget medlemskap anger en roll", "no membership states a role");
  static final Value NOBODY_IN_ROLE =
      Value.Absent.of(Value.Reason.NOT_APPLICABLE, "ingen aktör har rollen", "no node has the role");
  static final Value TOO_LARGE =
      of(
          "nätverket är för stort för måttet: gränserna är " + TieGraph.MOST_TIES + " relationer, för vägar "
              + ShortestPaths.MOST_NODES + " aktörer med relationer och " + ShortestPaths.MOST_STEPS + " steg",
          "the network is too large for the figure: the limits are " + TieGraph.MOST_TIES + " ties, for paths "
              + ShortestPaths.MOST_NODES + " nodes with ties and " + ShortestPaths.MOST_STEPS + " steps");

  private Undefined() {}

  private static Value of(String swedish, String english) {
    return Value.Absent.of(Value.Reason.UNDEFINED, swedish, english);
  }
}
