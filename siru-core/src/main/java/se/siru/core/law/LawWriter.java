package se.siru.core.law;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonNumber;
import se.siru.core.json.JsonObject;
import se.siru.core.text.LocalizedText;

/** Law data as JSON that {@link LawDocument} reads back to the same. */
final class LawWriter {
  private LawWriter() {}

  static JsonObject written(LawData data) {
    JsonObject.Builder root =
        JsonObject.builder().put("siru", LawFormat.FORMAT).put("id", data.id()).put("version", data.version());
    if (!data.name().isEmpty()) {
      root.put("name", texts(data.name()));
    }
    for (LawData.Section section : data.sections()) {
      switch (section) {
        case LEGAL_BASES:
          put(root, section, data.legalBases(), LawWriter::basis);
          break;
        case DIRECT_AWARD_LIMITS:
          put(root, section, data.directAwardLimits(), LawWriter::limit);
          break;
        case OCCUPIED_SHARES:
          put(root, section, data.occupiedShares(), LawWriter::share);
          break;
        case CHECKLISTS:
          put(root, section, data.checklists(), LawWriter::checklist);
          break;
        case DE_MINIMIS:
          put(root, section, data.deMinimis(), LawWriter::ceiling);
          break;
        default:
          put(root, section, data.exchangeRates(), LawWriter::rate);
          break;
      }
    }
    return root.build();
  }

  private static <T> void put(
      JsonObject.Builder root, LawData.Section section, List<T> entries, Function<T, JsonObject> written) {
    root.put(section.code(), JsonArray.copyOf(entries.stream().map(written).toList()));
  }

  private static JsonObject basis(LegalBasis entry) {
    JsonObject.Builder object = JsonObject.builder().put("legal-basis", entry.code());
    if (!entry.services().isEmpty()) {
      object.put("services", entry.services());
    }
    if (entry.mostMonths() > 0) {
      object.put("most-months", entry.mostMonths());
    }
    return provided(object, entry.provision());
  }

  private static JsonObject limit(ValueLimit entry) {
    JsonObject.Builder object =
        JsonObject.builder().put("law", entry.law()).put("service-category", entry.service());
    if (entry.least().compareTo(entry.most()) == 0) {
      object.put("amount", number(entry.most()));
    } else {
      object.put(
          "about",
          JsonObject.builder().put("at-least", number(entry.least())).put("at-most", number(entry.most())).build());
    }
    return provided(object.put("currency", entry.currency()), entry.provision());
  }

  private static JsonObject share(LeastShare entry) {
    return provided(
        JsonObject.builder().put("legal-basis", entry.basis()).put("at-least", number(entry.share())), entry.provision());
  }

  private static JsonObject checklist(Checklist entry) {
    String of = entry.kind() == Checklist.Kind.LEGAL_BASIS ? "legal-basis" : "partnership";
    JsonObject.Builder object = JsonObject.builder().put(of, entry.code()).put("criteria", entry.criteria());
    if (entry.noPayment()) {
      object.put("no-payment", true);
    }
    return provided(object, entry.provision());
  }

  private static JsonObject ceiling(AidCeiling entry) {
    JsonObject.Builder object =
        JsonObject.builder()
            .put("amount", number(entry.amount()))
            .put("currency", entry.currency())
            .put("years", entry.years())
            .put("window", entry.window().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    return provided(object, entry.provision());
  }

  private static JsonObject rate(ExchangeRate entry) {
    return provided(
        JsonObject.builder().put("of", entry.of()).put("in", entry.in()).put("rate", number(entry.rate())),
        entry.provision());
  }

  private static JsonObject provided(JsonObject.Builder object, Provision provision) {
    if (provision.from() != null) {
      object.put("from", provision.from().toString());
    }
    if (provision.until() != null) {
      object.put("until", provision.until().toString());
    }
    JsonObject source =
        JsonObject.builder()
            .put("text", provision.source())
            .put("evidence", provision.confirmed() ? "confirmed" : "unconfirmed")
            .build();
    return object.put("source", source).build();
  }

  private static JsonNumber number(BigDecimal number) {
    return JsonNumber.of(number);
  }

  private static JsonObject texts(LocalizedText text) {
    JsonObject.Builder object = JsonObject.builder();
    for (Map.Entry<String, String> wording : text.asMap().entrySet()) {
      object.put(wording.getKey(), wording.getValue());
    }
    return object.build();
  }
}
