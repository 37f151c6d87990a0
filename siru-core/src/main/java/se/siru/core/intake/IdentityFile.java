package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.Rule;
import se.siru.core.lexical.FormulaGuard;
import se.siru.core.lexical.IdText;
import se.siru.core.lexical.IsoDay;
import se.siru.core.portfolio.IdentityLink;
import se.siru.core.portfolio.PortfolioBuilder;

/** Reads {@code identity.csv}: which stakeholders are the same or belong together, and what texts of sources mean. */
final class IdentityFile {
  /** The columns, in file order. */
  static final List<String> COLUMNS = List.of("id", "target", "kind", "from");

  /** The name that is read where it is not listed as a resource. */
  static final String NAME = "identity.csv";

  private static final Set<String> REQUIRED = new TreeSet<>(List.of("id", "target", "kind"));

  private final String source;
  private final Lines into;
  private final Findings findings;
  private final Map<String, Integer> known = new LinkedHashMap<>();
  private @Nullable CsvHeader header;

  /** Takes what the lines say. */
  interface Lines {
    /** Two ids, or a text and an id. */
    void link(IdentityLink link, Origin origin);

    /** A text that is no other name of an organisation, or that makes one: no link between ids. */
    void answer(IdentityAnswer answer, Origin origin);
  }

  /** Links for a portfolio, to which texts of sources are nothing. */
  static final class Gathered implements Lines {
    private final List<IdentityLink> links = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();

    @Override
    public void link(IdentityLink link, Origin origin) {
      links.add(link);
      origins.add(origin);
    }

    @Override
    public void answer(IdentityAnswer answer, Origin origin) {}

    /** Says all of them to a builder. */
    void into(PortfolioBuilder builder) {
      for (int i = 0; i < links.size(); i++) {
        builder.identity(links.get(i), origins.get(i));
      }
    }
  }

  IdentityFile(String source, Lines into, Findings findings) {
    this.source = source;
    this.into = into;
    this.findings = findings;
    COLUMNS.forEach(column -> known.put(column, known.size()));
  }

  /** Reads the file; leaves the stream open. */
  void read(InputStream in) throws IOException {
    Findings own = new Findings();
    CsvScan.of(source, own).read(in, this::row);
    findings.addAll(own);
  }

  private boolean row(CsvRow row) {
    CsvHeader columns = header;
    if (columns == null) {
      List<String> names = row.texts();
      if (CsvHeader.hasOtherSeparator(names, known, source, findings)) {
        return false;
      }
      header = CsvHeader.of(names, known, REQUIRED, DescriptorReader.IDENTITY, source, findings);
      return REQUIRED.stream().noneMatch(header::lacks);
    }
    if (row.count() != columns.size()) {
      findings.add(CsvRules.FIELD_COUNT, Origin.of(source, row.number()),
          "found", Integer.toString(row.count()), "expected", Integer.toString(columns.size()));
      return true;
    }
    String[] values = new String[COLUMNS.size()];
    Arrays.fill(values, "");
    for (int column = 0; column < columns.size(); column++) {
      if (columns.number(column) >= 0) {
        values[columns.number(column)] = FormulaGuard.restore(row.text(column));
      }
    }
    link(values, Origin.of(source, row.number()));
    return true;
  }

  /** Adds a link, or says what is wrong with it. */
  void link(String[] values, Origin origin) {
    boolean good = true;
    Optional<IdentityAnswer.Kind> ofText = IdentityAnswer.Kind.of(values[2]).filter(kind -> !kind.isLink());
    for (String column : REQUIRED) {
      boolean needless = column.equals("target") && ofText.isPresent() && !ofText.get().names();
      if (values[known.get(column)].isEmpty() && !needless) {
        good = refuse(CellRules.REQUIRED, origin.at(column), "field", column);
      }
    }
    for (int i = 0; i < 2; i++) {
      if (!values[i].isEmpty()) { // whose place is named where there is a fault, which is seldom
        good &= IdText.fault(values[i]) == null || CellRules.isId(values[i], origin.at(COLUMNS.get(i)), findings);
      }
    }
    Optional<IdentityLink.Kind> kind = IdentityLink.Kind.of(values[2]);
    if (kind.isEmpty() && ofText.isEmpty() && !values[2].isEmpty()) {
      good = refuse(FolderRules.IDENTITY_KIND, origin.at("kind"), "value", values[2], "allowed", String.join(", ", kinds()));
    }
    LocalDate from = null;
    if (!values[3].isEmpty()) {
      long day = IsoDay.epochDay(values[3].toCharArray(), 0, values[3].length());
      if (day == IsoDay.NONE) {
        good = refuse(CellRules.NOT_A_DATE, origin.at("from"), "value", values[3]);
      } else {
        from = LocalDate.ofEpochDay(day);
      }
    }
    if (good && kind.isPresent()) {
      into.link(new IdentityLink(values[0], values[1], kind.get(), from), origin);
    } else if (good && ofText.isPresent()) {
      into.answer(new IdentityAnswer(values[0], values[1], ofText.get()), origin);
    }
  }

  private static List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    Arrays.stream(IdentityLink.Kind.values()).map(IdentityLink.Kind::code).forEach(kinds::add);
    IdentityAnswer.Kind.codes().stream().filter(code -> !kinds.contains(code)).forEach(kinds::add);
    return kinds;
  }

  private boolean refuse(Rule rule, Origin origin, String... namesAndValues) {
    findings.add(rule, origin, namesAndValues);
    return false;
  }
}
