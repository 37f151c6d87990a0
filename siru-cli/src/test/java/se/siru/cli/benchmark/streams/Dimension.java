package se.siru.cli.benchmark.streams;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** By what participations are told apart. */
enum Dimension {
  TOTAL(organisation -> "", "", ",,"),
  SECTOR(Organisation::sector, Organisation.UNKNOWN, "%s,,"),
  COUNTY(Organisation::county, Organisation.UNKNOWN, ",%s,"),
  MUNICIPALITY(Organisation::municipality, Organisation.UNKNOWN, ",,%s");

  /** Where a participation counts. */
  record Key(String code, int quarter) {}

  private record Share(Key key, Participation participation, Set<String> units) {}

  private final Function<Organisation, String> codeOf;
  private final String codeOfNobody;
  private final String columns;

  Dimension(Function<Organisation, String> codeOf, String codeOfNobody, String columns) {
    this.codeOf = codeOf;
    this.codeOfNobody = codeOfNobody;
    this.columns = columns;
  }

  /** The cells sector, county and municipality of a row. */
  String columns(String code) {
    return columns.formatted(code);
  }

  /** The figures of each class and quarter; a participation counts once in each class of those it represents. */
  Map<Key, Figures> figures(List<Participation> participations, String kind) {
    return participations.stream()
        .filter(participation -> kind.isEmpty() || participation.activity().kind().equals(kind))
        .<Share>mapMulti(
            (participation, shares) ->
                unitsByCode(participation.organisations())
                    .forEach(
                        (code, units) ->
                            shares.accept(new Share(new Key(code, participation.quarter()), participation, units))))
        .collect(
            Collectors.groupingBy(
                Share::key,
                Collector.of(
                    Figures::new,
                    (figures, share) -> figures.add(share.participation(), share.units()),
                    Figures::plus)));
  }

  private Map<String, Set<String>> unitsByCode(List<Organisation> organisations) {
    switch (organisations.size()) {
      case 0:
        return Map.of(codeOfNobody, Set.of());
      case 1:
        Organisation organisation = organisations.get(0);
        return Map.of(codeOf.apply(organisation), Set.of(organisation.unit()));
      default:
        return organisations.stream()
            .collect(Collectors.groupingBy(codeOf, Collectors.mapping(Organisation::unit, Collectors.toSet())));
    }
  }
}
