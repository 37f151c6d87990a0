package se.siru.core.format.json;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Breakdown;
import se.siru.core.evaluation.Cell;
import se.siru.core.export.ExportContext;
import se.siru.core.export.Exporter;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.export.LossReport;
import se.siru.core.finding.Finding;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.indicator.RuleSet;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonWriter;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.portfolio.Batch;
import se.siru.core.text.LocalizedText;

/**
 * The canonical result: one order of members, plain decimals, and nothing that depends on where or when it is written.
 */
final class JsonExporter implements Exporter {
  private static final FormatDescriptor FORMAT = FormatDescriptor.of("json", "application/json", "json");
  private static final String KIND = "siru-results/1";

  @Override
  public FormatDescriptor format() {
    return FORMAT;
  }

  @Override
  public LossReport export(Publication publication, ExportContext context, OutputStream out) throws IOException {
    JsonWriter json = JsonWriter.indented(out);
    json.beginObject();
    json.name("siru").value(KIND);
    json.name("audience").value(publication.audience().code());
    portfolio(publication, json);
    providers(publication, json);
    rules(publication.rules(), json);
    LossReport losses = indicators(publication, json);
    periods(publication, json);
    breakdowns(publication, json);
    dimensions(publication, json);
    cells(publication, json);
    findings(publication, json);
    json.end().finish();
    return losses;
  }

  private static void portfolio(Publication publication, JsonWriter json) throws IOException {
    json.name("portfolio").beginObject();
    json.name("name").value(publication.name());
    if (!publication.title().equals(LocalizedText.undetermined(publication.name()))) {
      texts(json, "title", publication.title());
    }
    json.name("currency").value(publication.currency());
    day(json, "recorded-at", publication.recordedAt().orElse(null));
    json.name("sources").beginArray();
    for (Map.Entry<String, List<Batch.Provenance>> type : publication.sources().entrySet()) {
      for (Batch.Provenance source : type.getValue()) {
        json.beginObject();
        json.name("type").value(type.getKey());
        json.name("source").value(source.source());
        if (!source.hash().isEmpty()) {
          json.name("hash").value(source.hash());
        }
        day(json, "recorded-at", source.recordedAt());
        json.end();
      }
    }
    json.end().end();
  }

  private static void texts(JsonWriter json, String name, LocalizedText text) throws IOException {
    if (!text.isEmpty()) {
      json.name(name).beginObject();
      for (Map.Entry<String, String> wording : text.asMap().entrySet()) {
        json.name(wording.getKey()).value(wording.getValue());
      }
      json.end();
    }
  }

  private static void day(JsonWriter json, String name, @Nullable LocalDate day) throws IOException {
    if (day != null) {
      json.name(name).value(day.toString());
    }
  }

  /** Who computed: where their code lay is of this machine and says nothing about the numbers. */
  private static void providers(Publication publication, JsonWriter json) throws IOException {
    Map<String, Provider> byId = new TreeMap<>();
    publication.providers().values().forEach(provider -> byId.put(provider.id(), provider));
    json.name("providers").beginArray();
    for (Provider provider : byId.values()) {
      json.beginObject();
      json.name("id").value(provider.id());
      json.name("version").value(provider.version());
      json.end();
    }
    json.end();
  }

  /** What was counted under; the values that it gave stand in the definitions. */
  private static void rules(RuleSet rules, JsonWriter json) throws IOException {
    json.name("rules").beginObject();
    json.name("id").value(rules.id());
    json.name("version").value(rules.version());
    texts(json, "name", rules.name());
    if (!rules.isDefaults()) {
      json.name("source").value(rules.source());
      json.name("evidence").value(rules.evidence().name().toLowerCase(Locale.ROOT));
    }
    json.end();
  }

  private static LossReport indicators(Publication publication, JsonWriter json) throws IOException {
    LossReport losses = LossReport.none();
    json.name("indicators").beginArray();
    for (Indicator indicator : publication.indicators()) {
      json.beginObject();
      Provider provider = publication.providers().get(indicator.id());
      if (provider != null) {
        json.name("provider").value(provider.id());
      }
      texts(json, "label", publication.rules().label(indicator.kind()));
      if (publication.rules().isPreview(indicator)) {
        json.name("preview").value(true);
      }
      Optional<JsonObject> whole = Definitions.whole(indicator);
      json.name("definition").write(whole.orElseGet(() -> Definitions.outline(indicator)));
      json.end();
      if (whole.isEmpty()) {
        losses =
            losses.and(
                "code",
                LocalizedText.of(
                    "Definitionen av " + indicator.code() + " är delvis kod, som en fil inte kan hålla.",
                    "The definition of " + indicator.code() + " is code in part, which no file can hold."));
      }
    }
    json.end();
    return losses;
  }

  private static void periods(Publication publication, JsonWriter json) throws IOException {
    json.name("periods").beginArray();
    for (TimePeriod period : publication.periods()) {
      json.beginObject();
      json.name("label").value(period.label());
      day(json, "from", period.from());
      day(json, "until", period.until());
      json.end();
    }
    json.end();
  }

  private static void breakdowns(Publication publication, JsonWriter json) throws IOException {
    json.name("breakdowns").beginArray();
    for (Breakdown breakdown : publication.breakdowns()) {
      json.beginArray();
      for (Breakdown.Part part : breakdown.parts()) {
        json.value(part.toString());
      }
      json.end();
    }
    json.end();
  }

  /** What people read for the dimensions and for those of their codes that have cells, in the order of the cells. */
  private static void dimensions(Publication publication, JsonWriter json) throws IOException {
    Map<String, Set<String>> codes = new LinkedHashMap<>();
    publication.dimensions().forEach(dimension -> codes.put(dimension, new LinkedHashSet<>()));
    publication.cells().forEach(cell -> cell.codes().forEach((dimension, code) -> codes.get(dimension).add(code)));
    json.name("dimensions").beginArray();
    for (Map.Entry<String, Set<String>> dimension : codes.entrySet()) {
      json.beginObject();
      json.name("name").value(dimension.getKey());
      texts(json, "label", publication.dimensionLabel(dimension.getKey()));
      json.name("codes").beginObject();
      for (String code : dimension.getValue()) {
        texts(json, code, publication.codeLabel(dimension.getKey(), code));
      }
      json.end().end();
    }
    json.end();
  }

  private static void cells(Publication publication, JsonWriter json) throws IOException {
    json.name("cells").beginArray();
    for (Iterator<Cell> cells = publication.cells().iterator(); cells.hasNext(); ) {
      cell(cells.next(), publication.dimensions(), json);
    }
    json.end();
  }

  private static void cell(Cell cell, List<String> dimensions, JsonWriter json) throws IOException {
    json.beginObject();
    json.name("indicator").value(cell.code());
    json.name("period").value(cell.period().label());
    if (!cell.codes().isEmpty()) {
      json.name("codes").beginObject();
      for (String dimension : dimensions) {
        String code = cell.codes().get(dimension);
        if (code != null) {
          json.name(dimension).value(code);
        }
      }
      json.end();
    }
    Value value = cell.value();
    if (value instanceof Value.Absent) {
      Value.Absent absent = (Value.Absent) value;
      json.name("status").value(absent.reason().code());
      texts(json, "note", absent.note());
    } else {
      json.name("status").value("ok");
    }
    if (cell.number().isPresent()) {
      number(json, "value", cell.number().get());
    }
    if (value instanceof Value.Ratio) {
      number(json, "numerator", ((Value.Ratio) value).numerator());
      number(json, "denominator", ((Value.Ratio) value).denominator());
    } else if (value instanceof Value.Interval) {
      number(json, "least", ((Value.Interval) value).least());
      number(json, "most", ((Value.Interval) value).most());
    }
    json.name("records").value(cell.records());
    json.name("unknown").value(cell.unknown());
    json.end();
  }

  /** The same digits for the same number, whatever way it was computed. */
  private static void number(JsonWriter json, String name, BigDecimal number) throws IOException {
    json.name(name).value(number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
  }

  private static void findings(Publication publication, JsonWriter json) throws IOException {
    json.name("findings").beginArray();
    for (Finding finding : publication.findings()) {
      json.beginObject();
      json.name("rule").value(finding.rule().id());
      json.name("severity").value(finding.severity().name().toLowerCase(Locale.ROOT));
      json.name("source").value(finding.origin().source());
      if (finding.origin().row() > 0) {
        json.name("row").value(finding.origin().row());
      }
      if (finding.origin().character() > 0) {
        json.name("character").value(finding.origin().character());
      }
      String column = finding.origin().column();
      if (column != null) {
        json.name("column").value(column);
      }
      json.name("arguments").beginObject();
      for (Map.Entry<String, String> argument : finding.arguments().entrySet()) {
        json.name(argument.getKey()).value(argument.getValue());
      }
      json.end();
      json.end();
    }
    json.end();
  }
}
