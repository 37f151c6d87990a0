package se.siru.core.intake;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import se.siru.core.identifier.Identifier;
import se.siru.core.identifier.PersonalText;
import se.siru.core.identity.OrganisationWords;

/** What the values of a column look like. */
final class ColumnProfile {
  /** Letters that values of free text have on average. */
  private static final int LONG_TEXT = 60;
  private static final int MOST_DISTINCT = 2_000;

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]+");
  private static final Pattern THREE_AFTER_POINT = Pattern.compile("[-\u2212]?[0-9]{1,3}\\.[0-9]{3}");
  private static final Pattern PERCENT = Pattern.compile(".*[0-9]\\s*%");

  /** How days are written, those apart that may be taken for each other. */
  private static final List<String> DAYS =
      List.of("yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyyMMdd", "yyyy/MM/dd",
          "yyyy.MM.dd", "d.M.yyyy", "d/M yyyy");
  private static final List<String> DAY_FIRST = 
      List.of("d/M/yyyy", "d/M/yyyy HH:mm", "d/M/yyyy HH:mm:ss", "d-M-yyyy");
  private static final List<String> MONTH_FIRST = 
      List.of("M/d/yyyy", "M/d/yyyy HH:mm", "M/d/yyyy HH:mm:ss", "M-d-yyyy");
  private static final Map<String, DatePattern> PATTERNS = patterns();

  private static final OrganisationWords ORGANISATIONS = OrganisationWords.standard();

  final int position;
  private final String header;
  /** Values that are there and not known to be unknown. */
  int filled;
  private int days;
  private long letters;
  private int plain;
  private int swedish;
  private int numbers;
  private int doubtful;
  private int percent;
  private int personalNumbers;
  private int organisationNumbers;
  private int organisations;
  private final Set<PersonalText.Kind> personal = new TreeSet<>();
  private final Map<String, Integer> dayPatterns = new LinkedHashMap<>();
  /** The texts that stand for unknown values. */
  final Set<String> unknown = new LinkedHashSet<>();
  /** Values as they stand, each once, as far as there are not too many. */
  final Set<String> distinct = new LinkedHashSet<>();
  private final List<String> values = new ArrayList<>();

  ColumnProfile(int position, String header, List<RawTable.RawRow> rows, ColumnNames names) {
    this.position = position;
    this.header = BLANKS.matcher(Normalizer.normalize(header, Normalizer.Form.NFC)).replaceAll(" ").strip();
    for (RawTable.RawRow row : rows) {
      Cell cell = row.cell(position);
      if (cell.isNested() || cell.isBlank()) {
        continue;
      }
      String text = cell.text().strip();
      if (names.isUnknown(text)) {
        unknown.add(text);
      } else {
        see(cell, Normalizer.normalize(text, Normalizer.Form.NFC));
      }
    }
  }

  private static Map<String, DatePattern> patterns() {
    Map<String, DatePattern> patterns = new LinkedHashMap<>();
    List.of(DAYS, DAY_FIRST, MONTH_FIRST).forEach(group -> group.forEach(text -> patterns.put(text, DatePattern.of(text))));
    return patterns;
  }

  private void see(Cell cell, String text) {
    filled++;
    values.add(text);
    if (distinct.size() < MOST_DISTINCT) {
      distinct.add(text);
    }
    letters += text.length();
    boolean typed = cell.kind() == Cell.Kind.DAY || cell.kind() == Cell.Kind.NUMBER;
    days += cell.kind() == Cell.Kind.DAY || seeDay(text) ? 1 : 0;
    numbers += seeNumber(cell, text) ? 1 : 0;
    percent += PERCENT.matcher(text).matches() ? 1 : 0;
    if (!typed) {
      PersonalText.mask(text, personal::add);
    }
    Identifier.of(text).ifPresent(number -> {
      personalNumbers += number.isPersonal() ? 1 : 0;
      organisationNumbers += number.isPersonal() ? 0 : 1;
    });
    organisations += ORGANISATIONS.name(text).form().isEmpty() ? 0 : 1;
  }

  private boolean seeDay(String text) {
    boolean any = false;
    for (Map.Entry<String, DatePattern> pattern : PATTERNS.entrySet()) {
      if (pattern.getValue().parse(text) != null) {
        dayPatterns.merge(pattern.getKey(), 1, Integer::sum);
        any = true;
      }
    }
    return any;
  }

  private boolean seeNumber(Cell cell, String text) {
    if (cell.kind() == Cell.Kind.NUMBER) {
      return true;
    }
    BigDecimal asPlain = NumberStyle.PLAIN.parse(text);
    BigDecimal asSwedish = NumberStyle.SWEDISH.parse(text);
    plain += asPlain != null && asSwedish == null ? 1 : 0;
    swedish += asPlain == null && asSwedish != null ? 1 : 0;
    doubtful += THREE_AFTER_POINT.matcher(text).matches() ? 1 : 0;
    return asPlain != null || asSwedish != null;
  }

  /** True for a number or a day, however it is written. */
  static boolean isTyped(Cell cell) {
    String text = cell.text().strip();
    return cell.kind() == Cell.Kind.NUMBER
        || cell.kind() == Cell.Kind.DAY
        || NumberStyle.PLAIN.parse(text) != null
        || NumberStyle.SWEDISH.parse(text) != null
        || PERCENT.matcher(text).matches()
        || PATTERNS.values().stream().anyMatch(pattern -> pattern.parse(text) != null);
  }

  /** The header, as a mapping writes it. */
  String name() {
    return header;
  }

  int typed() {
    return Math.max(days, numbers);
  }

  double share(int count) {
    return filled == 0 ? 0 : (double) count / filled;
  }

  double days() {
    return share(days);
  }

  double numbers() {
    return share(numbers);
  }

  double percent() {
    return share(percent);
  }

  double organisations() {
    return share(organisations);
  }

  double organisationNumbers() {
    return share(organisationNumbers);
  }

  boolean hasPersonalNumbers() {
    return personalNumbers > 0;
  }

  /** True where values hold what looks like personal data; days and plain numbers do not. */
  boolean looksPersonal() {
    return personal.contains(PersonalText.Kind.EMAIL)
        || hasPersonalNumbers()
        || !personal.isEmpty() && days < filled && organisationNumbers < filled;
  }

  boolean isLongText() {
    return filled > 0 && letters / filled > LONG_TEXT;
  }

  /** True where each value is there once. */
  boolean isUnique() {
    return filled > 0 && distinct.size() == filled;
  }

  List<String> values() {
    return values;
  }

  /** True where numbers are written in two ways, or in one that can be read in two. */
  boolean hasUnclearNumbers() {
    return swedish > 0 && plain > 0 || swedish == 0 && doubtful > 0 && doubtful == plain;
  }

  /** True where numbers stand as texts, in a way that tells of a style. */
  boolean hasWrittenNumbers() {
    return swedish > 0 || plain > 0;
  }

  NumberStyle numberStyle() {
    return swedish > 0 ? NumberStyle.SWEDISH : NumberStyle.PLAIN;
  }

  /** True where 3/4 may be April or March, or both are there. */
  boolean hasUnclearDays() {
    int first = count(DAY_FIRST);
    int second = count(MONTH_FIRST);
    int either = (int) values.stream().filter(text -> fits(DAY_FIRST, text) || fits(MONTH_FIRST, text)).count();
    return either > 0 && (first == second || Math.max(first, second) != either);
  }

  private static boolean fits(List<String> patterns, String text) {
    return patterns.stream().anyMatch(pattern -> {
      DatePattern known = PATTERNS.get(pattern);
      return known != null && known.parse(text) != null;
    });
  }

  private int count(List<String> patterns) {
    return patterns.stream().mapToInt(pattern -> dayPatterns.getOrDefault(pattern, 0)).sum();
  }

  /** How days are written, most frequent first. */
  List<String> dayPatterns() {
    List<String> left = count(DAY_FIRST) >= count(MONTH_FIRST) ? MONTH_FIRST : DAY_FIRST;
    return dayPatterns.entrySet().stream()
        .filter(pattern -> !left.contains(pattern.getKey()))
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }
}
