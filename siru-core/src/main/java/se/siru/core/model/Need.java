package se.siru.core.model;

import java.time.LocalDate;
import java.util.List;
import se.siru.core.stability.Provided;

/** A need that continues or was met, who owns it and where it stands. */
@Provided(since = "0.1.0")
public final class Need {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.entity("need", "needs")
          .labelled("Behov", "Need")
          .documented(
              "Ett behov som finns kvar eller har mötts, vem som äger det och hur det står till med det.",
              "A need that continues or was met, who owns it and where it stands.");

  /** Unique in its record type. */
  public static final Field<String> ID = DESCRIPTION.id().add();

  /** First day on which this version of the record is valid; empty means from the beginning. */
  public static final Field<LocalDate> VALID_FROM = DESCRIPTION.validFrom().add();

  /** What is needed, in words. */
  public static final Field<String> NAME =
      DESCRIPTION.text("name")
          .labelled("Behov", "Need")
          .documented("Vad som behövs, i ord.", "What is needed, in words.")
          .add();

  /** For example meeting places or a partnership with clear ownership. */
  public static final Field<String> KIND =
      DESCRIPTION.code("kind", "need-kinds")
          .labelled("Slag", "Kind")
          .documented(
              "Till exempel mötesplatser eller ett partnerskap med tydligt ägarskap.",
              "For example meeting places or a partnership with clear ownership.")
          .add();

  /** Continues, is in hand or was met. */
  public static final Field<String> STATUS =
      DESCRIPTION.code("status", "need-statuses")
          .labelled("Status", "Status")
          .documented("Kvarstår, är omhändertaget eller har mötts.", "Continues, is in hand or was met.")
          .add();

  /** The stakeholder that took the need on; empty where nobody has. */
  public static final Field<String> OWNER =
      DESCRIPTION.reference("owner", "stakeholder")
          .labelled("Ägare", "Owner")
          .documented(
              "Aktören som tagit på sig behovet; tom om ingen har det.",
              "The stakeholder that took the need on; empty where nobody has.")
          .add();

  /** Societal challenges that the need is about. */
  public static final Field<List<String>> CHALLENGES =
      DESCRIPTION.codes("challenges", "challenges")
          .labelled("Samhällsutmaningar", "Challenges")
          .documented("Samhällsutmaningar som behovet gäller.", "Societal challenges that the need is about.")
          .add();

  /** The first day on which the need was known; empty is open. */
  public static final Field<LocalDate> START =
      DESCRIPTION.start()
          .labelled("Upptäckt", "Found")
          .documented(
              "Första dagen som behovet var känt; tom är öppen.",
              "The first day on which the need was known; empty is open.")
          .add();

  /** The last day on which the need was there; empty means that it continues. */
  public static final Field<LocalDate> END =
      DESCRIPTION.end()
          .labelled("Upphörde", "Ended")
          .documented(
              "Sista dagen som behovet fanns; tom betyder att det finns kvar.",
              "The last day on which the need was there; empty means that it continues.")
          .add();

  /** The activity at which the need came up. */
  public static final Field<String> AROSE_FROM_ACTIVITY =
      DESCRIPTION.reference("arose-from-activity", "activity")
          .labelled("Kom fram vid aktivitet", "Arose from activity")
          .documented("Aktiviteten där behovet kom fram.", "The activity at which the need came up.")
          .add();

  /** Counties or municipalities that the record concerns. */
  public static final Field<List<String>> REGIONS = SharedFields.regions(DESCRIPTION);

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE = DESCRIPTION.node().add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("need-kind", KIND.path())
          .dimension("need-status", STATUS.path())
          .dimension("challenge", CHALLENGES.path())
          .dimension("owner-sector", FieldPath.of(OWNER, Stakeholder.SECTOR))
          .regions(REGIONS.path())
          .build();

  private Need() {}
}
