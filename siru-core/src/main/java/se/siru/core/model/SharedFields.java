package se.siru.core.model;

import java.util.List;

/** Fields that several record types have alike: of persons counted, and of places. */
final class SharedFields {
  private static final int MOST_HEADS = 1_000_000;

  private SharedFields() {}

  /** Number of persons; empty means one. */
  static Field<Long> heads(RecordType.Builder description) {
    return description.integer("heads")
        .labelled("Antal personer", "Heads")
        .documented("Antal personer; tom betyder en.", "Number of persons; empty means one.")
        .least(0)
        .most(MOST_HEADS)
        .add();
  }

  /** How many of the heads are women; empty is unknown. */
  static Field<Long> women(RecordType.Builder description) {
    return description.integer("women")
        .labelled("Kvinnor", "Women")
        .documented("Antal kvinnor bland personerna; tomt är okänt.", "How many of the heads are women; empty is unknown.")
        .least(0)
        .most(MOST_HEADS)
        .add();
  }

  /** Men; the rest of the heads is unknown. */
  static Field<Long> men(RecordType.Builder description) {
    return description.integer("men")
        .labelled("Män", "Men")
        .documented("Män; resten av antalet är okänt.", "Men; the rest of the heads is unknown.")
        .least(0)
        .most(MOST_HEADS)
        .add();
  }

  /** Counties or municipalities that the record concerns. */
  static Field<List<String>> regions(RecordType.Builder description) {
    return description.codes("regions", "regions")
        .labelled("Områden", "Regions")
        .documented("Län eller kommuner som posten gäller.", "Counties or municipalities that the record concerns.")
        .add();
  }
}
