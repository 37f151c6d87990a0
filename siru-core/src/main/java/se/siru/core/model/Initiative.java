package se.siru.core.model;

import java.time.LocalDate;
import java.util.List;
import se.siru.core.stability.Provided;

/** A social innovation: a service, product, process, collaboration or method that answers a societal challenge. */
@Provided(since = "0.1.0")
public final class Initiative {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.entity("initiative", "initiatives")
          .labelled("Initiativ", "Initiative")
          .documented(
              "En social innovation: tjänst, produkt, process, samverkan eller metod som möter en samhällsutmaning.",
              "A social innovation: a service, product, process, collaboration or method that answers a societal challenge.");

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

  /** Service, product, process, collaboration or method. */
  public static final Field<String> KIND =
      DESCRIPTION.code("kind", "initiative-kinds")
          .labelled("Slag", "Kind")
          .documented(
              "Tjänst, produkt, process, samverkan eller metod.",
              "Service, product, process, collaboration or method.")
          .add();

  /** Societal challenges that the initiative answers. */
  public static final Field<List<String>> CHALLENGES =
      DESCRIPTION.codes("challenges", "challenges")
          .labelled("Samhällsutmaningar", "Challenges")
          .documented("Samhällsutmaningar som initiativet möter.", "Societal challenges that the initiative answers.")
          .add();

  /** Sustainable Development Goals (Agenda 2030) that the initiative contributes to. */
  public static final Field<List<String>> SDGS =
      DESCRIPTION.codes("sdgs", "sdgs")
          .labelled("Globala mål", "SDGs")
          .documented(
              "Globala mål (Agenda 2030) som initiativet bidrar till.",
              "Sustainable Development Goals (Agenda 2030) that the initiative contributes to.")
          .add();

  /** First day; empty is open. */
  public static final Field<LocalDate> START = DESCRIPTION.start().add();

  /** Last day, inclusive; empty is open. */
  public static final Field<LocalDate> END = DESCRIPTION.end().add();

  /** Counties or municipalities that the record concerns. */
  public static final Field<List<String>> REGIONS = SharedFields.regions(DESCRIPTION);

  /** The activity that gave rise to the initiative. */
  public static final Field<String> AROSE_FROM_ACTIVITY =
      DESCRIPTION.reference("arose-from-activity", "activity")
          .labelled("Uppstod ur aktivitet", "Arose from activity")
          .documented("Aktiviteten som gav upphov till initiativet.", "The activity that gave rise to the initiative.")
          .add();

  /** The initiative that gave rise to this one. */
  public static final Field<String> AROSE_FROM_INITIATIVE =
      DESCRIPTION.reference("arose-from-initiative", "initiative")
          .labelled("Uppstod ur initiativ", "Arose from initiative")
          .documented("Initiativet som gav upphov till det här.", "The initiative that gave rise to this one.")
          .add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE =
      DESCRIPTION.node()
          .add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("initiative-kind", KIND.path())
          .dimension("challenge", CHALLENGES.path())
          .dimension("sdg", SDGS.path(), "goal")
          .regions(REGIONS.path())
          .build();

  private Initiative() {}
}
