package se.siru.core.model;

import java.util.List;

/** The record types that every portfolio knows, entities before facts. A new type is its description and one word here. */
final class StandardTypes {
  static final List<RecordType> ALL =
      List.of(
          ProgrammeNode.TYPE,
          Stakeholder.TYPE,
          Initiative.TYPE,
          Activity.TYPE,
          Network.TYPE,
          Output.TYPE,
          Need.TYPE,
          Decision.TYPE,
          ReportingPeriod.TYPE,
          Participation.TYPE,
          Support.TYPE,
          Funding.TYPE,
          Membership.TYPE,
          StageChange.TYPE,
          Agreement.TYPE,
          Target.TYPE,
          CostLine.TYPE,
          Observation.TYPE,
          Comment.TYPE,
          Effect.TYPE,
          Uptake.TYPE,
          Enrolment.TYPE,
          Employment.TYPE,
          Assessment.TYPE,
          Practice.TYPE,
          Innovation.TYPE,
          Coverage.TYPE,
          SroiLine.TYPE,
          Contribution.TYPE,
          Evidence.TYPE);

  private StandardTypes() {}
}
