package se.siru.cli.benchmark;

import java.util.List;

/** The forty questions: ten measures, each of all participations and of those at three kinds of activities. */
final class Questions {
  static final String ALL = "all";
  static final List<String> FILTERS = List.of(ALL, "process-workshop", "network-meeting", "dialogue-forum");
  static final List<String> MEASURES =
      List.of(
          "rows",
          "heads",
          "women",
          "men",
          "women-share",
          "organisations",
          "activities",
          "organisers",
          "mean-heads",
          "heads-per-organisation");

  private Questions() {}

  static String id(String measure, String filter) {
    return "bench:" + measure + "-" + filter;
  }
}
