package se.siru.core.format.star;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables and their columns. They are a contract: reports built on them must go on working, so columns are added at the end and
 * never renamed, and the dimensions named here have their columns whether or not they were asked for.
 */
final class StarSchema {
  /** The member of a dimension that stands for no breakdown by it. */
  static final String TOTAL = "_total";

  /** Dimensions with a column in every fact, and the table that the column refers to. */
  static final Map<String, String> STANDARD = standard();

  static final List<String> INDICATOR =
      List.of("indicator_key", "id", "code", "version", "name_sv", "name_en", "definition_sv", "definition_en", "unit",
          "kind", "direction", "source", "provider", "provider_version", "rules", "confirmed", "preview");
  static final List<String> PERIOD =
      List.of("period_key", "kind", "first_day", "last_day", "name_sv", "name_en", "sort");
  static final List<String> BREAKDOWN = List.of("breakdown_key", "name_sv", "name_en");
  static final List<String> DECISION =
      List.of("decision_key", "diary_number", "version", "date", "funder", "supersedes_key", "in_effect");

  private static final List<String> MEMBER = List.of("code", "name_sv", "name_en", "sort");
  private static final List<String> RESULT_ENDS =
      List.of("value", "numerator", "denominator", "unit", "status", "records", "unknown");
  private static final List<String> TARGET_ENDS = List.of("codes", "baseline", "target", "decision_key", "applies");

  private StarSchema() {}

  private static Map<String, String> standard() {
    Map<String, String> tables = new LinkedHashMap<>();
    tables.put("sector", "dim_sector");
    tables.put("size", "dim_size");
    tables.put("region", "dim_region");
    tables.put("nuts2", "dim_region");
    tables.put("county", "dim_region");
    tables.put("municipality", "dim_region");
    return tables;
  }

  /** The table of the members of a dimension. */
  static String table(String dimension) {
    String known = STANDARD.get(dimension);
    return known != null ? known : "dim_" + identifier(dimension);
  }

  /** The column of a dimension in a fact. */
  static String column(String dimension) {
    return identifier(dimension) + "_key";
  }

  /** A name that every tool takes as a column: letters, digits and underscores. */
  private static String identifier(String dimension) {
    return dimension.replaceAll("[^A-Za-z0-9]+", "_");
  }

  /** The columns of a table of members; its key is called after the table. */
  static List<String> members(String table) {
    List<String> columns = new ArrayList<>(List.of(table.substring("dim_".length()) + "_key"));
    columns.addAll(MEMBER);
    if (table.equals("dim_region")) {
      columns.add("level");
    }
    return columns;
  }

  /** The columns of {@code fact_result}; those of dimensions beyond the standard ones stand last. */
  static List<String> result(List<String> others) {
    return fact(RESULT_ENDS, others);
  }

  /** The columns of {@code fact_target}. */
  static List<String> target(List<String> others) {
    return fact(TARGET_ENDS, others);
  }

  private static List<String> fact(List<String> ends, List<String> others) {
    List<String> columns = new ArrayList<>(List.of("indicator_key", "period_key", "breakdown_key"));
    STANDARD.keySet().forEach(dimension -> columns.add(column(dimension)));
    columns.addAll(ends);
    others.forEach(dimension -> columns.add(column(dimension)));
    return columns;
  }
}
