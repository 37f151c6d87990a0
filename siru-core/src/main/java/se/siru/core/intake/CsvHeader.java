package se.siru.core.intake;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.json.Closest;

/** Which known column each column of a file is. */
final class CsvHeader {
  /** The number of a column that nobody knows. */
  static final int NONE = -1;

  /** Characters that columns are separated by, as findings write them. */
  static final Map<Character, String> SEPARATORS = separators();


  private final int[] numbers;
  private final Set<String> missing;

  private static Map<Character, String> separators() {
    Map<Character, String> separators = new LinkedHashMap<>();
    separators.put(';', "';'");
    separators.put('\t', "tab");
    separators.put('|', "'|'");
    separators.put(',', "','");
    return Collections.unmodifiableMap(separators);
  }

  private CsvHeader(int[] numbers, Set<String> missing) {
    this.numbers = numbers;
    this.missing = missing;
  }

  /**
   * Reads the header row.
   *
   * @param names what the file calls its columns
   * @param known the columns that it may have, with the number of each
   * @param required those that it must have
   * @param what what the records are called, for findings
   */
  static CsvHeader of(
      List<String> names, Map<String, Integer> known, Set<String> required, String what, String source, Findings findings) {
    Origin origin = Origin.of(source, 1);
    int[] numbers = new int[names.size()];
    Arrays.fill(numbers, NONE);
    Set<String> missing = new HashSet<>(required);
    Set<String> there = new HashSet<>();
    for (int column = 0; column < numbers.length; column++) {
      String name = names.get(column);
      if (name.isBlank()) {
        findings.add(CsvRules.BLANK_HEADER, origin, "number", Integer.toString(column + 1));
      } else if (!known.containsKey(name)) {
        findings.add(CsvRules.UNKNOWN_COLUMN, origin.at(name),
            "column", name, "suggestion", Closest.orAll(name, known.keySet()));
      } else if (!there.add(name)) {
        findings.add(CsvRules.DUPLICATE_COLUMN, origin.at(name), "column", name);
      } else {
        numbers[column] = known.get(name);
        missing.remove(name);
      }
    }
    required.stream().filter(missing::contains).forEach(name ->
        findings.add(CsvRules.MISSING_COLUMN, origin.at(name), "column", name, "type", what));
    return new CsvHeader(numbers, missing);
  }

  /** True, and a finding, where the only column is a whole header with another separator. */
  static boolean hasOtherSeparator(List<String> names, Map<String, Integer> known, String source, Findings findings) {
    if (names.size() != 1 || known.containsKey(names.get(0))) {
      return false;
    }
    for (Map.Entry<Character, String> other : SEPARATORS.entrySet()) {
      if (names.get(0).indexOf(other.getKey()) >= 0) {
        findings.add(CsvRules.WRONG_SEPARATOR, Origin.of(source, 1), "found", other.getValue());
        return true;
      }
    }
    return false;
  }

  /** How many columns there are. */
  int size() {
    return numbers.length;
  }

  /** The number of a column, or {@link #NONE}. */
  int number(int column) {
    return numbers[column];
  }

  /** True where a required column is not there. */
  boolean lacks(String name) {
    return missing.contains(name);
  }
}
