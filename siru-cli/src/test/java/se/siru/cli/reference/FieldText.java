package se.siru.cli.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.siru.core.model.Field;
import se.siru.core.model.FieldPath;
import se.siru.core.model.FieldRole;
import se.siru.core.model.RecordType;
import se.siru.core.model.Row;
import se.siru.core.portfolio.Portfolio;

/** What stands in a field of a record, or of what it refers to, as in the files of a portfolio. */
final class FieldText {
  private final Portfolio portfolio;
  private final Row row;

  FieldText(Portfolio portfolio, Row row) {
    this.portfolio = portfolio;
    this.row = row;
  }

  /** The values along a path; empty where none is stated. */
  String of(FieldPath path) {
    return values(row, path.fields()).distinct().collect(Collectors.joining("; ")).replace("|", "\\|");
  }

  private Stream<String> values(Row from, List<Field<?>> fields) {
    Object value = from.get(fields.get(0));
    Stream<?> stated = value == null ? Stream.empty() : value instanceof List<?> many ? many.stream() : Stream.of(value);
    if (fields.size() == 1) {
      return stated.map(String::valueOf);
    }
    RecordType target = portfolio.schema().type(String.valueOf(fields.get(0).target()));
    return stated
        .flatMap(id -> version(target, String.valueOf(id)).stream())
        .flatMap(each -> values(each, fields.subList(1, fields.size())));
  }

  /** The version of an entity that is valid on the record's day; the first where none is. */
  private Optional<Row> version(RecordType type, String id) {
    LocalDate day =
        Stream.of(FieldRole.DATE, FieldRole.START)
            .flatMap(role -> row.type().field(role).stream())
            .flatMap(field -> Stream.ofNullable((LocalDate) row.get(field)))
            .findFirst()
            .orElse(LocalDate.MAX);
    List<Row> versions =
        portfolio.rows(type)
            .filter(each -> each.id().filter(id::equals).isPresent())
            .sorted(Comparator.comparing(FieldText::validFrom))
            .toList();
    return versions.stream()
        .filter(each -> !validFrom(each).isAfter(day))
        .reduce((earlier, later) -> later)
        .or(() -> versions.stream().findFirst());
  }

  private static LocalDate validFrom(Row row) {
    return row.type().field(FieldRole.VALID_FROM)
        .flatMap(field -> Optional.ofNullable((LocalDate) row.get(field)))
        .orElse(LocalDate.MIN);
  }
}
