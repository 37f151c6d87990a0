package se.siru.core.intake;

import com.google.common.base.CharMatcher;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;
import se.siru.core.finding.SiruException;
import se.siru.core.json.Closest;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.lexical.IllegalCharacters;
import se.siru.core.model.BreakdownCodes;
import se.siru.core.model.Observation;
import se.siru.core.model.RowBuilder;
import se.siru.core.portfolio.SourcedRow;
import se.siru.core.stability.Experimental;
import se.siru.core.vocabulary.Codelist;
import se.siru.core.vocabulary.Vocabulary;

/**
 * Reads values that were reported or approved elsewhere, as observations: CSV in UTF-8 with commas and the columns
 * {@code indicator}, {@code period}, {@code value}, {@code kind}, and one for each dimension, empty for the total. A value is a
 * plain decimal, with {@code ≥} or {@code >=} before it where it is a lower bound.
 */
@Experimental(since = "0.1.0")
public final class ReportedFile {
  private static final List<String> COLUMNS = List.of("indicator", "period", "value", "kind");
  /** Sign, digits without leading zeros, and decimals. */
  private static final Pattern NUMBER = Pattern.compile("([-\u2212]?)(?=[0-9])0*+([0-9]*+)(?:\\.([0-9]++))?");
  /** As in the files of a portfolio, where a number has at most 18 digits with its decimals. */
  private static final int MOST_DIGITS = 18 - Observation.VALUE.scale();

  private final String source;
  private final Findings findings;
  private final List<SourcedRow> rows = new ArrayList<>();
  private List<String> names = List.of();

  private ReportedFile(String source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  /**
   * Reads a file; where findings have errors, the observations of good rows only.
   *
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where it cannot be read
   */
  public static List<SourcedRow> read(Path file, Findings findings) {
    return InputFile.read(file, in -> read(in, InputFile.name(file), findings));
  }

  /**
   * As {@link #read(Path, Findings)}, from a stream that stays open; {@code source} is what findings call it.
   *
   * @throws IOException where the stream cannot be read
   */
  public static List<SourcedRow> read(InputStream in, String source, Findings findings) throws IOException {
    ReportedFile file = new ReportedFile(source, findings);
    Findings own = new Findings();
    CsvScan.of(source, own).read(in, file::row);
    if (file.names.isEmpty() && !own.hasErrors()) {
      own.add(CsvRules.EMPTY, Origin.of(source, 1));
    }
    findings.addAll(own);
    return List.copyOf(file.rows);
  }

  private boolean row(CsvRow row) {
    if (names.isEmpty()) {
      names = row.texts();
      Map<String, Integer> known = new LinkedHashMap<>();
      COLUMNS.forEach(column -> known.put(column, known.size()));
      if (CsvHeader.hasOtherSeparator(names, known, source, findings)) {
        return false;
      }
      // Whatever else stands in the header names a dimension.
      names.stream().filter(name -> !name.isBlank()).forEach(name -> known.putIfAbsent(name, known.size()));
      CsvHeader header = CsvHeader.of(names, known, new TreeSet<>(COLUMNS), "reported", source, findings);
      return !findings.hasErrors() && COLUMNS.stream().noneMatch(header::lacks);
    }
    Origin origin = Origin.of(source, row.number());
    if (row.count() != names.size()) {
      findings.add(CsvRules.FIELD_COUNT, origin,
          "found", Integer.toString(row.count()), "expected", Integer.toString(names.size()));
      return true;
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      cells.put(names.get(i), FormulaGuard.restore(row.text(i)).strip());
    }
    observation(cells, origin).ifPresent(built -> rows.add(new SourcedRow(built.build(), origin)));
    return true;
  }

  private Optional<RowBuilder> observation(Map<String, String> cells, Origin origin) {
    boolean good = true;
    for (Map.Entry<String, String> cell : cells.entrySet()) {
      int illegal = IllegalCharacters.first(cell.getValue(), false);
      if (illegal >= 0) {
        good = refuse(CellRules.CONTROL_CHARACTER, origin.at(cell.getKey()),
            "character", "U+" + Integer.toHexString(cell.getValue().charAt(illegal) | 0x10000).substring(1).toUpperCase(Locale.ROOT));
      } else if (cell.getValue().isEmpty() && COLUMNS.contains(cell.getKey())) {
        good = refuse(CellRules.REQUIRED, origin.at(cell.getKey()), "field", cell.getKey());
      }
    }
    if (!good) {
      return Optional.empty();
    }
    String kind = cells.getOrDefault("kind", "");
    Codelist kinds = Vocabulary.standard().list("observation-kinds");
    if (kinds.find(kind).isEmpty()) {
      Set<String> codes = new TreeSet<>();
      kinds.codes().forEach(code -> codes.add(code.code()));
      good = refuse(CellRules.UNKNOWN_CODE, origin.at("kind"),
          "value", kind, "list", kinds.id(), "suggestion", Closest.orAll(kind, codes));
    }
    String text = cells.getOrDefault("value", "");
    boolean atLeast = text.startsWith("≥") || text.startsWith(">=");
    String digits = atLeast ? text.substring(text.startsWith("≥") ? 1 : 2).strip() : text;
    BigDecimal value = number(digits, origin.at("value"));
    if (value == null || !good) {
      return Optional.empty();
    }
    Map<String, String> codes = new TreeMap<>(cells);
    COLUMNS.forEach(codes::remove);
    codes.values().removeIf(String::isEmpty);
    return Optional.of(
        Observation.TYPE.row()
            .with(Observation.INDICATOR, cells.get("indicator"))
            .with(Observation.PERIOD, cells.get("period"))
            .with(Observation.BREAKDOWN, codes.isEmpty() ? null : BreakdownCodes.text(codes))
            .with(Observation.VALUE, value)
            .with(Observation.BOUND, atLeast ? "at-least" : "exact")
            .with(Observation.KIND, kind));
  }

  /** The number; null, and a finding, where it is none that a portfolio could hold. */
  private @Nullable BigDecimal number(String text, Origin place) {
    Matcher number = NUMBER.matcher(text);
    if (!number.matches()) {
      refuse(CellRules.NOT_A_NUMBER, place, "value", text);
      return null;
    }
    String decimals = number.group(3) == null ? "" : CharMatcher.is('0').trimTrailingFrom(number.group(3));
    if (decimals.length() > Observation.VALUE.scale()) {
      refuse(CellRules.TOO_MANY_DECIMALS, place, "value", text, "scale", Integer.toString(Observation.VALUE.scale()));
      return null;
    }
    if (number.group(2).length() > MOST_DIGITS) {
      String most = "9".repeat(MOST_DIGITS) + "." + "9".repeat(Observation.VALUE.scale());
      refuse(CellRules.OUT_OF_RANGE, place, "value", text, "least", "-" + most, "most", most);
      return null;
    }
    BigDecimal value = new BigDecimal("0" + number.group(2) + (decimals.isEmpty() ? "" : "." + decimals));
    return number.group(1).isEmpty() ? value : value.negate();
  }

  private boolean refuse(Rule rule, Origin origin, String... namesAndValues) {
    findings.add(rule, origin, namesAndValues);
    return false;
  }
}
