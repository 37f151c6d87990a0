package se.siru.core.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.siru.core.law.Checklist;
import se.siru.core.law.LawData;
import se.siru.core.law.LeastShare;
import se.siru.core.law.LegalBasis;
import se.siru.core.law.Provision;
import se.siru.core.law.ValueLimit;
import se.siru.core.model.Agreement;
import se.siru.core.model.Field;
import se.siru.core.model.Schema;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/**
 * Holds an agreement to the law of its day: the day on which it was signed, or else its first. What does not concern an agreement is
 * not judged, and what is not known makes no verdict: a value is within the limit where it is within that of every law and category
 * that the agreement may be under, and beyond it where it is beyond all of them.
 *
 * <p>Immutable and thread-safe.
 */
final class AgreementLaw {
  /** Where the law data, and not the agreement, do not say enough. */
  static final String LAW_DATA = "law-data";

  private static final String DIRECT_AWARD = "direct-award";

  private final LawData data;
  private final String currency;
  private final Codelist bases;
  private final Codelist services;

  AgreementLaw(Schema schema, String currency) {
    this.data = schema.law();
    this.currency = currency;
    this.bases = schema.codelist(Agreement.LEGAL_BASIS);
    this.services = schema.codelist(Agreement.SERVICE_CATEGORY);
  }

  /** One judgement for each rule that concerns the agreement. */
  List<Judgement> judge(StatedAgreement agreement) {
    List<Judgement> judgements = new ArrayList<>();
    if (agreement.basis() != null) {
      basis(agreement, agreement.basis(), judgements);
    }
    if (agreement.partnership() != null) {
      checklists(Checklist.Kind.PARTNERSHIP, agreement.partnership())
          .filter(list -> holds(list.provision(), agreement.day()))
          .forEach(list -> judgements.add(criteria(agreement, list, "partnership")));
    }
    return judgements;
  }

  private void basis(StatedAgreement agreement, String code, List<Judgement> judgements) {
    List<LegalBasis> entries = data.legalBases().stream().filter(entry -> isWithin(bases, code, entry.code())).toList();
    LocalDate day = agreement.day();
    if (!entries.isEmpty()) {
      judgements.add(inForce(agreement, code, entries));
    }
    if (isWithin(bases, code, DIRECT_AWARD) && !data.directAwardLimits().isEmpty()) {
      judgements.add(directAward(agreement));
    }
    data.occupiedShares().stream()
        .filter(entry -> isWithin(bases, code, entry.basis()) && holds(entry.provision(), agreement.tendered()))
        .forEach(entry -> judgements.add(occupied(agreement, entry)));
    for (LegalBasis entry : entries) {
      if (holds(entry.provision(), day)) {
        if (!entry.services().isEmpty()) {
          judgements.add(service(agreement, entry));
        }
        if (entry.mostMonths() > 0) {
          judgements.add(length(agreement, entry));
        }
      }
    }
    checklists(Checklist.Kind.LEGAL_BASIS, code)
        .filter(list -> holds(list.provision(), day))
        .forEach(list -> judgements.add(criteria(agreement, list, "reservation-criteria")));
  }

  private Stream<Checklist> checklists(Checklist.Kind kind, String code) {
    return data.checklists().stream()
        .filter(list -> list.kind() == kind)
        .filter(list -> kind == Checklist.Kind.PARTNERSHIP ? list.code().equals(code) : isWithin(bases, code, list.code()));
  }

  /** What holds on every day holds on one that is not known. */
  private static boolean holds(Provision provision, @Nullable LocalDate day) {
    return day == null ? provision.from() == null && provision.until() == null : provision.holdsOn(day);
  }

  private static Judgement inForce(StatedAgreement agreement, String code, List<LegalBasis> entries) {
    String field = Agreement.LEGAL_BASIS.name();
    LocalDate day = agreement.day();
    if (day == null) {
      return Judgement.open("basis-in-force", Agreement.SIGNED.name());
    }
    return entries.stream().anyMatch(entry -> entry.provision().holdsOn(day))
        ? Judgement.kept("basis-in-force", field)
        : Judgement.broken(
            "basis-in-force", field, LawRules.BASIS_NOT_IN_FORCE,
            "value", code, "date", day.toString(), "source", sources(entries.stream().map(LegalBasis::provision)));
  }

  /** The limits under which a direct award may be; an empty one where the law data have none for a law or category. */
  private Set<Optional<ValueLimit>> limits(StatedAgreement agreement, LocalDate day) {
    Set<String> laws =
        agreement.law() != null
            ? Set.of(agreement.law())
            : data.directAwardLimits().stream().map(ValueLimit::law).collect(Collectors.toCollection(TreeSet::new));
    Set<String> categories =
        agreement.service() != null
            ? Set.of(agreement.service())
            : services.codes().stream()
                .filter(code -> code.parent() == null)
                .map(Code::code)
                .collect(Collectors.toCollection(TreeSet::new));
    return laws.stream()
        .flatMap(law -> categories.stream().map(category -> limit(law, category, day)))
        .collect(Collectors.toSet());
  }

  /** The limit of a category itself, or else of the nearest one above it. */
  private Optional<ValueLimit> limit(String law, String category, LocalDate day) {
    for (int at = services.position(category); at >= 0; at = services.parent(at)) {
      String service = services.at(at).code();
      Optional<ValueLimit> found =
          data.directAwardLimits().stream()
              .filter(limit -> limit.law().equals(law) && limit.service().equals(service))
              .filter(limit -> limit.currency().equals(currency) && limit.provision().holdsOn(day))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Judgement directAward(StatedAgreement agreement) {
    String rule = "direct-award-limit";
    LocalDate day = agreement.day();
    BigDecimal value = agreement.value();
    if (day == null || value == null) {
      return Judgement.open(rule, day == null ? Agreement.SIGNED.name() : Agreement.VALUE.name());
    }
    Set<Optional<ValueLimit>> limits = limits(agreement, day);
    if (limits.stream().allMatch(limit -> limit.isPresent() && value.compareTo(limit.get().least()) <= 0)) {
      return Judgement.kept(rule, Agreement.VALUE.name());
    }
    if (limits.stream().allMatch(limit -> limit.isPresent() && value.compareTo(limit.get().most()) > 0)) {
      ValueLimit highest =
          limits.stream().map(Optional::orElseThrow).max((one, other) -> one.most().compareTo(other.most())).orElseThrow();
      return Judgement.broken(
          rule, Agreement.VALUE.name(), LawRules.ABOVE_LIMIT,
          "value", value.toPlainString(), "limit", highest.most().toPlainString(), "date", day.toString(),
          "source", source(highest.provision()));
    }
    Field<?> unknown = agreement.law() == null ? Agreement.LAW : agreement.service() == null ? Agreement.SERVICE_CATEGORY : null;
    return Judgement.open(rule, unknown == null ? LAW_DATA : unknown.name());
  }

  private static Judgement occupied(StatedAgreement agreement, LeastShare least) {
    String field = Agreement.OCCUPIED_SHARE.name();
    BigDecimal share = agreement.occupiedShare();
    if (share == null) {
      return Judgement.open("occupied-share", field);
    }
    return share.compareTo(least.share()) >= 0
        ? Judgement.kept("occupied-share", field)
        : Judgement.broken(
            "occupied-share", field, LawRules.OCCUPIED_SHARE,
            "value", share.stripTrailingZeros().toPlainString(), "least", least.share().toPlainString(),
            "source", source(least.provision()));
  }

  private Judgement service(StatedAgreement agreement, LegalBasis entry) {
    String field = Agreement.SERVICE_CATEGORY.name();
    String stated = agreement.service();
    if (stated != null && entry.services().stream().anyMatch(allowed -> isWithin(services, stated, allowed))) {
      return Judgement.kept("reserved-service", field);
    }
    // What is stated may be less exact than what is asked: annex 2 holds welfare services and others.
    boolean mayBe = stated == null || entry.services().stream().anyMatch(allowed -> isWithin(services, allowed, stated));
    return mayBe
        ? Judgement.open("reserved-service", field)
        : Judgement.broken(
            "reserved-service", field, LawRules.NOT_FOR_THE_SERVICE,
            "value", stated, "basis", entry.code(), "services", String.join(", ", entry.services()),
            "source", source(entry.provision()));
  }

  private static Judgement length(StatedAgreement agreement, LegalBasis entry) {
    String field = Agreement.END.name();
    LocalDate start = agreement.start();
    LocalDate until = agreement.until();
    if (start == null || until == null) {
      return Judgement.open("contract-length", field);
    }
    return until.isAfter(start.plusMonths(entry.mostMonths()))
        ? Judgement.broken(
            "contract-length", field, LawRules.TOO_LONG,
            "start", start.toString(), "end", until.minusDays(1).toString(),
            "months", Integer.toString(entry.mostMonths()), "source", source(entry.provision()))
        : Judgement.kept("contract-length", field);
  }

  private static Judgement criteria(StatedAgreement agreement, Checklist list, String rule) {
    String unmet =
        list.criteria().stream().filter(agreement.unmet()::contains).collect(Collectors.joining(", "));
    boolean paid = list.noPayment() && "yes".equals(agreement.procurementRisk());
    if (!unmet.isEmpty() || paid) {
      String risk = paid ? Agreement.PROCUREMENT_RISK.name() + (unmet.isEmpty() ? "" : ", ") : "";
      boolean partnership = list.kind() == Checklist.Kind.PARTNERSHIP;
      return Judgement.broken(
          rule,
          unmet.isEmpty() ? Agreement.PROCUREMENT_RISK.name() : Agreement.CRITERIA_UNMET.name(),
          partnership ? LawRules.PROCUREMENT_RISK : LawRules.CRITERIA_UNMET,
          "value", list.code(), "criteria", risk + unmet, "source", source(list.provision()));
    }
    if (!agreement.met().containsAll(list.criteria())) {
      return Judgement.open(rule, Agreement.CRITERIA_MET.name());
    }
    return list.noPayment() && agreement.procurementRisk() == null
        ? Judgement.open(rule, Agreement.PROCUREMENT_RISK.name())
        : Judgement.kept(rule, Agreement.CRITERIA_MET.name());
  }

  private static boolean isWithin(Codelist list, String code, String above) {
    int ancestor = list.position(above);
    return ancestor >= 0 && list.isWithin(list.position(code), ancestor);
  }

  private static String sources(Stream<Provision> provisions) {
    return provisions.map(AgreementLaw::source).distinct().collect(Collectors.joining("; "));
  }

  /** The source of an entry; one that was not held against it says so. */
  static String source(Provision provision) {
    return provision.source() + (provision.confirmed() ? "" : " (unconfirmed)");
  }
}
