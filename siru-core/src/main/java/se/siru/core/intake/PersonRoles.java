package se.siru.core.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a table that tell who persons are, or something about them. In doubt a column is one of them. */
final class PersonRoles {
  static final String NUMBER = "number";
  static final String EMAIL = "email";
  static final String NAME = "name";
  static final String GIVEN_NAME = "given-name";
  static final String SURNAME = "surname";
  static final String GENDER = "gender";
  static final String STAFF = "staff";
  static final String NOTE = "note";
  /** Of a column whose values, rather than its name, look personal. */
  static final String BY_VALUES = "values";

  private static final double MOSTLY = 0.5;

  private final Map<ColumnProfile, String> roles = new LinkedHashMap<>();

  PersonRoles(FoundTable table, ColumnNames names) {
    Map<ColumnProfile, String> byHeader = new LinkedHashMap<>();
    for (ColumnProfile column : table.columns) {
      names.person(column.name()).ifPresent(role -> byHeader.put(column, role));
    }
    boolean persons = byHeader.values().stream().anyMatch(List.of(NUMBER, EMAIL, GIVEN_NAME, SURNAME)::contains);
    boolean organisations =
        table.columns.stream().anyMatch(column -> column.organisationNumbers() > MOSTLY && !column.hasPersonalNumbers());
    for (ColumnProfile column : table.columns) {
      String role = byHeader.get(column);
      boolean counts = NAME.equals(role) && column.numbers() > MOSTLY;
      boolean ofOrganisations =
          NAME.equals(role) && !persons && (organisations || column.organisations() > MOSTLY);
      if (column.looksPersonal()) {
        roles.put(column, role == null ? BY_VALUES : role);
      } else if (role != null && !counts && !ofOrganisations) {
        roles.put(column, role);
      }
    }
  }

  boolean contains(ColumnProfile column) {
    return roles.containsKey(column);
  }

  Optional<String> of(ColumnProfile column) {
    return Optional.ofNullable(roles.get(column));
  }

  /** The first column of a role. */
  Optional<ColumnProfile> first(String role) {
    return roles.entrySet().stream().filter(each -> each.getValue().equals(role)).map(Map.Entry::getKey).findFirst();
  }

  /** All of them. */
  List<ColumnProfile> columns() {
    return List.copyOf(roles.keySet());
  }

  /** What tells one person from another, best first: columns that are needed together. Empty where nothing does. */
  List<List<ColumnProfile>> keys() {
    List<List<ColumnProfile>> keys = new ArrayList<>();
    first(NUMBER).ifPresent(column -> keys.add(List.of(column)));
    first(EMAIL).ifPresent(column -> keys.add(List.of(column)));
    Optional<ColumnProfile> given = first(GIVEN_NAME);
    Optional<ColumnProfile> surname = first(SURNAME);
    if (given.isPresent() && surname.isPresent()) {
      keys.add(List.of(given.get(), surname.get()));
    } else {
      first(NAME).ifPresent(column -> keys.add(List.of(column)));
    }
    return keys;
  }
}
