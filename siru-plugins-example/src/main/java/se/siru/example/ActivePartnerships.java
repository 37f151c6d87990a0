package se.siru.example;

import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.TimeRule;
import se.siru.core.model.Agreement;
import se.siru.core.text.LocalizedText;

/** Public–civil-society partnerships (IOP) that are in force when a period ends. */
final class ActivePartnerships {
  static final Indicator INDICATOR =
      Indicator.measure("exempellan:active-iop")
          .code("EX-01")
          .named("sv", "Aktiva IOP")
          .named("en", "Active public–civil-society partnerships")
          .defined(
              LocalizedText.of(
                  "Antal idéburet offentliga partnerskap som gäller periodens sista dag.",
                  "Partnerships between public bodies and civil society in force on the last day of the period."))
          .unit("agreements")
          .source("Exempellän's own rule", Indicator.Evidence.CONFIRMED)
          .over(Agreement.TYPE)
          .where(Agreement.PARTNERSHIP.is("iop"))
          .when(TimeRule.inForceAtPeriodEnd())
          .count()
          .build();

  private ActivePartnerships() {}
}
