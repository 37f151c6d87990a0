package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/** That a stakeholder belongs to an initiative, a network or a node of the programme, for a time and in a role. */
@Provided(since = "0.1.0")
public final class Membership {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.fact("membership", "memberships")
          .labelled("Medlemskap", "Membership")
          .documented(
              "Att en aktör hör till ett initiativ, ett nätverk eller en programnod, under en tid och i en roll.",
              "That a stakeholder belongs to an initiative, a network or a programme node, for a time and in a role.");

  /** Unique in its record type, where it is stated; other records may point to it. */
  public static final Field<String> ID = DESCRIPTION.optionalId().add();

  /** The stakeholder that takes part. */
  public static final Field<String> MEMBER =
      DESCRIPTION.reference("member", "stakeholder")
          .labelled("Medlem", "Member")
          .documented("Aktören som är med.", "The stakeholder that takes part.")
          .required()
          .add();

  /** The initiative that the stakeholder takes part in. */
  public static final Field<String> INITIATIVE =
      DESCRIPTION.reference("initiative", "initiative")
          .labelled("Initiativ", "Initiative")
          .documented("Initiativet som aktören är med i.", "The initiative that the stakeholder takes part in.")
          .add();

  /** The network that the stakeholder takes part in. */
  public static final Field<String> NETWORK =
      DESCRIPTION.reference("network", "network")
          .labelled("Nätverk", "Network")
          .documented("Nätverket som aktören är med i.", "The network that the stakeholder takes part in.")
          .add();

  /** The activity, or series of them, in whose planning group or circle the stakeholder is. */
  public static final Field<String> ACTIVITY =
      DESCRIPTION.reference("activity", "activity")
          .labelled("Aktivitet", "Activity")
          .documented(
              "Aktiviteten, eller serien av dem, som aktören är med och planerar eller ingår i.",
              "The activity, or series of them, in whose planning group or circle the stakeholder is.")
          .add();

  /** The stakeholder's part in it, for example owner, partner or funder. */
  public static final Field<String> ROLE =
      DESCRIPTION.code("role", "membership-roles")
          .labelled("Roll", "Role")
          .documented(
              "Aktörens roll där, till exempel ägare, partner eller finansiär.",
              "The stakeholder's part in it, for example owner, partner or funder.")
          .add();

  /** The target group that the member stands for or belongs to. */
  public static final Field<String> TARGET_GROUP =
      DESCRIPTION.code("target-group", "target-groups")
          .labelled("Målgrupp", "Target group")
          .documented(
              "Målgruppen som medlemmen företräder eller tillhör.",
              "The target group that the member stands for or belongs to.")
          .add();

  /** First day; empty is open. */
  public static final Field<LocalDate> START = DESCRIPTION.start().add();

  /** Last day, inclusive; empty is open. */
  public static final Field<LocalDate> END = DESCRIPTION.end().add();

  /** Deepest node of the programme tree; empty means the only operation. */
  public static final Field<String> NODE =
      DESCRIPTION.node()
          .add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("role", ROLE.path())
          .dimension("target-group", TARGET_GROUP.path())
          .dimension("sector", FieldPath.of(MEMBER, Stakeholder.SECTOR))
          .dimension("size", FieldPath.of(MEMBER, Stakeholder.SIZE))
          .dimension("country", FieldPath.of(MEMBER, Stakeholder.COUNTRY))
          .dimension("challenge", FieldPath.of(INITIATIVE, Initiative.CHALLENGES))
          .dimension("initiative-kind", FieldPath.of(INITIATIVE, Initiative.KIND))
          .regions(FieldPath.of(MEMBER, Stakeholder.REGION))
          .build();

  private Membership() {}
}
