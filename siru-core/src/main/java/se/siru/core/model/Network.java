package se.siru.core.model;

import java.time.LocalDate;
import java.util.List;
import se.siru.core.stability.Provided;

/** A network of stakeholders that the programme started or developed. */
@Provided(since = "0.1.0")
public final class Network {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.entity("network", "networks")
          .labelled("Nätverk", "Network")
          .documented(
              "Ett nätverk av aktörer som programmet startade eller utvecklade.",
              "A network of stakeholders that the programme started or developed.");

  /** Unique in its record type. */
  public static final Field<String> ID = DESCRIPTION.id().add();

  /** First day on which this version of the record is valid; empty means from the beginning. */
  public static final Field<LocalDate> VALID_FROM = DESCRIPTION.validFrom().add();

  /** What people read. */
  public static final Field<String> NAME =
      DESCRIPTION.text("name")
          .labelled("Namn", "Name")
          .documented("Vad människor läser.", "What people read.")
          .add();

  /** Started, developed or both; empty where unknown. */
  public static final Field<String> ORIGIN =
      DESCRIPTION.code("origin", "network-origins")
          .labelled("Ursprung", "Origin")
          .documented(
              "Startat, utvecklat eller båda; tomt om okänt.",
              "Started, developed or both; empty where unknown.")
          .add();

  /** First day; empty is open. */
  public static final Field<LocalDate> START = DESCRIPTION.start().add();

  /** Last day, inclusive; empty is open. */
  public static final Field<LocalDate> END = DESCRIPTION.end().add();

  /** Counties or municipalities that the record concerns. */
  public static final Field<List<String>> REGIONS = SharedFields.regions(DESCRIPTION);

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE =
      DESCRIPTION.node()
          .add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("origin", ORIGIN.path())
          .regions(REGIONS.path())
          .build();

  private Network() {}
}
