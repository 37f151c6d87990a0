package se.siru.core.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Rule;
import se.siru.core.json.Closest;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonValue;
import se.siru.core.text.LocalizedText;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Vocabulary;

/** The reading of one document of law data. A mistake in one entry hides no mistake in another. Not thread-safe. */
final class LawDocument {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.:-]{0,63}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final int MOST_YEARS = 100;
  private static final Map<String, Boolean> EVIDENCE = Map.of("confirmed", true, "unconfirmed", false);
  private static final Map<String, AidCeiling.Window> WINDOWS = new LinkedHashMap<>();

  static {
    WINDOWS.put("rolling", AidCeiling.Window.ROLLING);
    WINDOWS.put("calendar-years", AidCeiling.Window.CALENDAR_YEARS);
  }

  private final String source;
  private final Vocabulary known;
  private final Findings findings;

  LawDocument(String source, Vocabulary known, Findings findings) {
    this.source = source;
    this.known = known;
    this.findings = findings;
  }

  Optional<LawData> read(JsonAccess root) {
    Optional<String> format = root.requiredText("siru");
    if (format.isPresent() && !format.get().equals(LawFormat.FORMAT)) {
      report(LawDataRules.FORMAT, root, "siru", "found", format.get(), "accepted", LawFormat.FORMAT);
      return Optional.empty();
    }
    LawData.Builder builder = LawData.builder(name(root, "id"), name(root, "version"));
    builder.named(LocalizedText.of(root.textMap("name")));
    root.textMap("doc");
    section(root, LawData.Section.LEGAL_BASES, this::basis, builder::legalBases);
    section(root, LawData.Section.DIRECT_AWARD_LIMITS, this::limit, builder::directAwardLimits);
    section(root, LawData.Section.OCCUPIED_SHARES, this::share, builder::occupiedShares);
    section(root, LawData.Section.CHECKLISTS, this::checklist, builder::checklists);
    section(root, LawData.Section.DE_MINIMIS, this::ceiling, builder::deMinimis);
    section(root, LawData.Section.EXCHANGE_RATES, this::rate, builder::exchangeRates);
    root.finish();
    return findings.hasErrors() ? Optional.empty() : Optional.of(builder.build());
  }

  private String name(JsonAccess root, String member) {
    Optional<String> name = root.requiredText(member);
    if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
      report(LawDataRules.NAME, root, member, "name", name.get());
    }
    return name.orElse("");
  }

  private <T> void section(
      JsonAccess root, LawData.Section section, Function<JsonAccess, @Nullable T> entry, Consumer<List<T>> taker) {
    String name = section.code();
    if (!root.has(name)) {
      return;
    }
    List<T> entries = new ArrayList<>();
    for (JsonAccess each : root.objects(name)) {
      each.text("note"); // for people
      T read = entry.apply(each);
      each.finish();
      if (read != null) {
        entries.add(read);
      }
    }
    taker.accept(entries);
  }

  private @Nullable LegalBasis basis(JsonAccess entry) {
    String code = code(entry, "legal-basis", "legal-bases");
    List<String> services = codes(entry, "services", "service-categories");
    int months = (int) entry.integer("most-months", 1, 12L * MOST_YEARS).orElse(0);
    Provision provision = provision(entry);
    return code == null || provision == null ? null : new LegalBasis(code, services, months, provision);
  }

  private @Nullable ValueLimit limit(JsonAccess entry) {
    String law = code(entry, "law", "procurement-laws");
    String service = code(entry, "service-category", "service-categories");
    Optional<BigDecimal> amount = entry.decimal("amount");
    Optional<JsonAccess> about = entry.object("about");
    if (entry.has("amount") == entry.has("about")) {
      report(LawDataRules.EXACTLY_ONE, entry, "amount", "choices", "amount, about");
    }
    Optional<BigDecimal> least = about.isPresent() ? about.get().requiredDecimal("at-least") : amount;
    Optional<BigDecimal> most = about.isPresent() ? about.get().requiredDecimal("at-most") : amount;
    about.ifPresent(JsonAccess::finish);
    String currency = currency(entry, "currency");
    Provision provision = provision(entry);
    return law == null || service == null || least.isEmpty() || most.isEmpty() || currency == null || provision == null
        ? null
        : fit(entry, () -> new ValueLimit(law, service, least.get(), most.get(), currency, provision));
  }

  private @Nullable LeastShare share(JsonAccess entry) {
    String basis = code(entry, "legal-basis", "legal-bases");
    Optional<BigDecimal> share = entry.requiredDecimal("at-least");
    Provision provision = provision(entry);
    return basis == null || share.isEmpty() || provision == null
        ? null
        : fit(entry, () -> new LeastShare(basis, share.get(), provision));
  }

  private @Nullable Checklist checklist(JsonAccess entry) {
    boolean ofBasis = entry.has("legal-basis");
    if (ofBasis == entry.has("partnership")) {
      report(LawDataRules.EXACTLY_ONE, entry, "legal-basis", "choices", "legal-basis, partnership");
      entry.has("criteria");
      entry.has("no-payment");
      provision(entry);
      return null;
    }
    String code = ofBasis ? code(entry, "legal-basis", "legal-bases") : code(entry, "partnership", "partnerships");
    entry.requiredValue("criteria");
    List<String> criteria = codes(entry, "criteria", "agreement-criteria");
    boolean noPayment = entry.bool("no-payment").orElse(false);
    Provision provision = provision(entry);
    Checklist.Kind kind = ofBasis ? Checklist.Kind.LEGAL_BASIS : Checklist.Kind.PARTNERSHIP;
    return code == null || provision == null ? null : new Checklist(kind, code, criteria, noPayment, provision);
  }

  private @Nullable AidCeiling ceiling(JsonAccess entry) {
    Optional<BigDecimal> amount = entry.requiredDecimal("amount");
    String currency = currency(entry, "currency");
    int years = (int) entry.requiredInteger("years", 1, MOST_YEARS).orElse(1);
    Optional<AidCeiling.Window> window = entry.requiredChoice("window", WINDOWS);
    Provision provision = provision(entry);
    return amount.isEmpty() || currency == null || window.isEmpty() || provision == null
        ? null
        : fit(entry, () -> new AidCeiling(amount.get(), currency, years, window.get(), provision));
  }

  private @Nullable ExchangeRate rate(JsonAccess entry) {
    String of = currency(entry, "of");
    String in = currency(entry, "in");
    Optional<BigDecimal> rate = entry.requiredDecimal("rate");
    Provision provision = provision(entry);
    return of == null || in == null || rate.isEmpty() || provision == null
        ? null
        : fit(entry, () -> new ExchangeRate(of, in, rate.get(), provision));
  }

  private @Nullable Provision provision(JsonAccess entry) {
    LocalDate from = entry.date("from").orElse(null);
    LocalDate until = entry.date("until").orElse(null);
    Optional<JsonAccess> given = entry.requiredObject("source");
    String text = given.flatMap(object -> object.requiredText("text")).orElse("");
    boolean confirmed = given.flatMap(object -> object.requiredChoice("evidence", EVIDENCE)).orElse(false);
    given.ifPresent(JsonAccess::finish);
    return fit(entry, () -> new Provision(from, until, text, confirmed));
  }

  private <T> @Nullable T fit(JsonAccess entry, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException refused) {
      report(LawDataRules.DOES_NOT_FIT, entry, "", "problem", String.valueOf(refused.getMessage()));
      return null;
    }
  }

  private @Nullable String currency(JsonAccess entry, String member) {
    Optional<String> currency = entry.requiredText(member);
    boolean fits = currency.filter(text -> CURRENCY.matcher(text).matches()).isPresent();
    if (currency.isPresent() && !fits) {
      report(LawDataRules.CURRENCY, entry, member, "value", currency.get());
    }
    return fits ? currency.get() : null;
  }

  private @Nullable String code(JsonAccess entry, String member, String list) {
    Optional<String> code = entry.requiredText(member);
    return code.isPresent() && isKnown(entry, member, list, code.get()) ? code.get() : null;
  }

  private List<String> codes(JsonAccess entry, String member, String list) {
    return entry.texts(member).stream().filter(code -> isKnown(entry, member, list, code)).toList();
  }

  private boolean isKnown(JsonAccess entry, String member, String list, String code) {
    if (known.list(list).find(code).isPresent()) {
      return true;
    }
    String near = Closest.orAll(code, known.list(list).codes().stream().map(Code::code).toList());
    report(LawDataRules.UNKNOWN_CODE, entry, member, "list", list, "code", code, "known", near);
    return false;
  }

  private void report(Rule rule, JsonAccess entry, String member, String... namesAndValues) {
    JsonValue value = entry.json().get(member);
    findings.add(rule, JsonFindings.origin(source, value == null ? entry.position() : value.position()), namesAndValues);
  }
}
