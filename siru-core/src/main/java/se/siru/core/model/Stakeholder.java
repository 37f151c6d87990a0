package se.siru.core.model;

import java.time.LocalDate;
import se.siru.core.stability.Provided;

/** An organisation, a person under a pseudonym, or a group. No field holds the name, e-mail or number of a person. */
@Provided(since = "0.1.0")
public final class Stakeholder {
  private static final RecordType.Builder DESCRIPTION =
      RecordType.entity("stakeholder", "stakeholders")
          .labelled("Aktör", "Stakeholder")
          .documented(
              "En organisation, en person under pseudonym eller en grupp. Inga personuppgifter i klartext.",
              "An organisation, a person under a pseudonym, or a group. No field names a person.");

  /** Unique in its record type. */
  public static final Field<String> ID = DESCRIPTION.id().add();

  /** First day on which this version of the record is valid; empty means from the beginning. */
  public static final Field<LocalDate> VALID_FROM = DESCRIPTION.validFrom().add();

  /** Organisation, person or group; empty means organisation. */
  public static final Field<String> KIND =
      DESCRIPTION.code("kind", "stakeholder-kinds")
          .labelled("Slag", "Kind")
          .documented(
              "Organisation, person eller grupp; tom betyder organisation.",
              "Organisation, person or group; empty means organisation.")
          .add();

  /** The name of the organisation or group; empty for persons. */
  public static final Field<String> NAME =
      DESCRIPTION.text("name")
          .labelled("Namn", "Name")
          .documented(
              "Organisationens eller gruppens namn; tomt för personer.",
              "The name of the organisation or group; empty for persons.")
          .add();

  /** Sector of society. Being a support actor is a role, not a sector. */
  public static final Field<String> SECTOR =
      DESCRIPTION.code("sector", "sectors")
          .labelled("Sektor", "Sector")
          .documented(
              "Samhällssektor. Att vara stödaktör är en roll, inte en sektor.",
              "Sector of society. Being a support actor is a role, not a sector.")
          .add();

  /** Size class by Recommendation 2003/361/EC. */
  public static final Field<String> SIZE =
      DESCRIPTION.code("size", "sizes")
          .labelled("Storlek", "Size")
          .documented(
              "Storleksklass enligt rekommendation 2003/361/EG.",
              "Size class by Recommendation 2003/361/EC.")
          .add();

  /** Legal form, for example non-profit association or limited company. */
  public static final Field<String> LEGAL_FORM =
      DESCRIPTION.code("legal-form", "legal-forms")
          .labelled("Juridisk form", "Legal form")
          .documented(
              "Juridisk form, till exempel ideell förening eller aktiebolag.",
              "Legal form, for example non-profit association or limited company.")
          .add();

  /** Whether the stakeholder carries on an economic activity and so counts as an enterprise; never inferred from the sector. */
  public static final Field<String> ECONOMIC =
      DESCRIPTION.code("economic", "yes-no")
          .labelled("Ekonomisk verksamhet", "Economic activity")
          .documented(
              "Om aktören bedriver ekonomisk verksamhet och därmed räknas som företag; härleds aldrig ur sektor.",
              "Whether the stakeholder carries on an economic activity and so counts as an enterprise; never inferred from the sector.")
          .add();

  /** Municipality or county where the stakeholder is. */
  public static final Field<String> REGION =
      DESCRIPTION.code("region", "regions")
          .labelled("Område", "Region")
          .documented("Kommun eller län där aktören finns.", "Municipality or county where the stakeholder is.")
          .add();

  /** Country by ISO 3166-1. */
  public static final Field<String> COUNTRY =
      DESCRIPTION.code("country", "countries")
          .labelled("Land", "Country")
          .documented("Land enligt ISO 3166-1.", "Country by ISO 3166-1.")
          .add();

  /** For persons only, optional. */
  public static final Field<String> GENDER =
      DESCRIPTION.code("gender", "genders")
          .labelled("Kön", "Gender")
          .documented("Endast för personer, frivilligt.", "For persons only, optional.")
          .add();

  /** For persons only, optional: the age class on the day that the source or mapping states. */
  public static final Field<String> AGE_CLASS =
      DESCRIPTION.code("age-class", "age-classes")
          .labelled("Åldersklass", "Age class")
          .documented(
              "Endast för personer, frivilligt: åldersklassen den dag som källan eller mappningen anger.",
              "For persons only, optional: the age class on the day that the source or mapping states.")
          .add();

  /** The day on which the legal unit was registered. */
  public static final Field<LocalDate> REGISTERED =
      DESCRIPTION.date("registered")
          .labelled("Registrerad", "Registered")
          .documented(
              "Dagen då den juridiska enheten registrerades.",
              "The day on which the legal unit was registered.")
          .add();

  /** For legal persons only; the number of a sole trader is personal data. */
  public static final Field<String> ORGANISATION_NUMBER =
      DESCRIPTION.text("organisation-number")
          .labelled("Organisationsnummer", "Organisation number")
          .documented(
              "Endast för juridiska personer; en enskild näringsidkares nummer är en personuppgift.",
              "For legal persons only; the number of a sole trader is personal data.")
          .add();

  /** The target group that the stakeholder stands for or belongs to. */
  public static final Field<String> TARGET_GROUP =
      DESCRIPTION.code("target-group", "target-groups")
          .labelled("Målgrupp", "Target group")
          .documented(
              "Målgruppen som aktören företräder eller tillhör.",
              "The target group that the stakeholder stands for or belongs to.")
          .add();

  /** The record type. */
  public static final RecordType TYPE =
      DESCRIPTION
          .dimension("stakeholder-kind", KIND.path())
          .dimension("sector", SECTOR.path())
          .dimension("size", SIZE.path())
          .dimension("legal-form", LEGAL_FORM.path())
          .dimension("economic", ECONOMIC.path())
          .regions(REGION.path())
          .dimension("country", COUNTRY.path())
          .dimension("gender", GENDER.path())
          .dimension("age-class", AGE_CLASS.path())
          .dimension("target-group", TARGET_GROUP.path())
          .build();

  private Stakeholder() {}
}
