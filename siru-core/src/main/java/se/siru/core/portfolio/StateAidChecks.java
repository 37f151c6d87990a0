package se.siru.core.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.law.AidCeiling;
import se.siru.core.law.ExchangeRate;
import se.siru.core.model.Field;
import se.siru.core.model.Stakeholder;
import se.siru.core.model.Support;
import se.siru.core.vocabulary.Codelist;

/**
 * Adds up de minimis aid by undertaking, a legal unit with its group, over the years that the ceiling of the day looks at. All aid of
 * a day counts together, in whatever order it stands.
 */
final class StateAidChecks {
  private static final int SCALE_OF_MONEY = 2;
  private static final String EXCHANGE_RATES = "exchange-rates";

  private final Portfolio portfolio;
  private final Findings findings;
  private final Units units;
  private final Map<Integer, List<Grant>> byUnit = new HashMap<>();
  private final List<Grant> grants = new ArrayList<>();
  private final Map<String, Integer> openCounts = new TreeMap<>();
  private final Map<String, Origin> openFirst = new HashMap<>();

  StateAidChecks(Portfolio portfolio, Findings findings) {
    this.portfolio = portfolio;
    this.findings = findings;
    this.units = portfolio.units(Stakeholder.TYPE.name());
  }

  /** De minimis aid that was granted; null of day or amount is not known. */
  private record Grant(int unit, @Nullable LocalDate day, @Nullable BigDecimal amount, Origin origin) {}

  void check() {
    boolean[] deMinimis = within(Support.AID_BASIS, "de-minimis");
    for (Batch batch : portfolio.table(Support.TYPE.name()).batches()) {
      if (!batch.isDerived()) {
        collect(batch, deMinimis);
      }
    }
    if (!portfolio.schema().law().deMinimis().isEmpty()) {
      grants.forEach(this::hold);
    }
    openCounts.forEach(
        (field, count) ->
            findings.add(
                LawRules.AID_NOT_ASSESSED, openFirst.get(field), "count", Integer.toString(count), "field", field));
  }

  private void collect(Batch batch, boolean[] deMinimis) {
    int[] bases = ((Column.Ints) batch.column(Support.AID_BASIS.name())).values();
    int[] kinds = ((Column.Ints) batch.column(Support.KIND.name())).values();
    int[] recipients = ((Column.Ints) batch.column(Support.RECIPIENT.name())).values();
    int[] days = ((Column.Days) batch.column(Support.DATE.name())).values();
    int[] certificates = ((Column.Days) batch.column(Support.CERTIFICATE_DATE.name())).values();
    long[] amounts = ((Column.Longs) batch.column(Support.AMOUNT.name())).values();
    long[] equivalents = ((Column.Longs) batch.column(Support.GROSS_GRANT_EQUIVALENT.name())).values();
    boolean[] grant = within(Support.KIND, "grant");
    for (int row = 0; row < batch.size(); row++) {
      if (bases[row] >= 0 && deMinimis[bases[row]]) {
        if (certificates[row] == Column.Days.MISSING) {
          findings.add(LawRules.NO_CERTIFICATE, batch.origin(row).at(Support.CERTIFICATE_DATE.name()));
        }
        if (recipients[row] < 0) {
          continue; // its cell could not be read, which is told; nobody's ceiling is held against it
        }
        // A grant is its own equivalent; what a loan or advice is worth, only its equivalent says.
        boolean isGrant = kinds[row] >= 0 && grant[kinds[row]];
        long amount = equivalents[row] == Column.Longs.MISSING && isGrant ? amounts[row] : equivalents[row];
        add(new Grant(
            units.unit(recipients[row]),
            days[row] == Column.Days.MISSING ? null : LocalDate.ofEpochDay(days[row]),
            amount == Column.Longs.MISSING ? null : BigDecimal.valueOf(amount, SCALE_OF_MONEY),
            batch.origin(row)));
      }
    }
  }

  private void add(Grant grant) {
    grants.add(grant);
    byUnit.computeIfAbsent(grant.unit(), key -> new ArrayList<>()).add(grant);
  }

  private void hold(Grant grant) {
    LocalDate day = grant.day();
    if (day == null) {
      open(grant, Support.DATE.name());
      return;
    }
    Optional<AidCeiling> ceiling =
        portfolio.schema().law().deMinimis().stream().filter(each -> each.provision().holdsOn(day)).findFirst();
    if (ceiling.isEmpty()) {
      open(grant, AgreementLaw.LAW_DATA);
      return;
    }
    hold(grant, day, ceiling.get());
  }

  private void hold(Grant granted, LocalDate day, AidCeiling ceiling) {
    LocalDate first = ceiling.firstDay(day);
    AidSum sum = new AidSum();
    String unknown = null;
    for (int unit : portfolio.star().undertakings().members(granted.unit(), day)) {
      for (Grant grant : byUnit.getOrDefault(unit, List.of())) {
        LocalDate own = grant.day();
        if (own == null || own.isBefore(first) || own.isAfter(day)) {
          continue;
        }
        Optional<BigDecimal> rate = rate(ceiling.currency(), own);
        BigDecimal amount = grant.amount();
        if (amount == null) {
          unknown = Support.GROSS_GRANT_EQUIVALENT.name();
        } else if (rate.isEmpty()) {
          unknown = unknown == null ? EXCHANGE_RATES : unknown;
        } else {
          sum.add(amount, rate.get());
        }
      }
    }
    if (sum.exceeds(ceiling.amount())) {
      findings.add(
          LawRules.ABOVE_CEILING, granted.origin(),
          "undertaking", units.id(granted.unit()), "total", sum.shown(ceiling.amount()), "currency", ceiling.currency(),
          "from", first.toString(), "date", day.toString(), "ceiling", ceiling.amount().toPlainString(),
          "source", AgreementLaw.source(ceiling.provision()));
    } else if (unknown != null) {
      open(granted, unknown);
    }
  }

  /** How much of the portfolio's currency one unit of another is on a day. */
  private Optional<BigDecimal> rate(String currency, LocalDate day) {
    if (currency.equals(portfolio.currency())) {
      return Optional.of(BigDecimal.ONE);
    }
    return portfolio.schema().law().exchangeRates().stream()
        .filter(rate -> rate.of().equals(currency) && rate.in().equals(portfolio.currency()) && rate.provision().holdsOn(day))
        .map(ExchangeRate::rate)
        .findFirst();
  }

  private void open(Grant grant, String field) {
    openCounts.merge(field, 1, Integer::sum);
    openFirst.putIfAbsent(field, grant.origin());
  }

  private boolean[] within(Field<String> field, String code) {
    Codelist list = portfolio.schema().codelist(field);
    int asked = list.position(code);
    boolean[] within = new boolean[list.size()];
    for (int position = 0; position < within.length; position++) {
      within[position] = asked >= 0 && list.isWithin(position, asked);
    }
    return within;
  }
}
