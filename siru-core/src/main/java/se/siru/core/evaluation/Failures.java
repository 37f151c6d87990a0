package se.siru.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.Formula;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Provider;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/** What makes a strict evaluation fail: the indicators with cells that are {@code failed}, all of them, each with its first reason. */
final class Failures {
  private final Catalogue catalogue;
  private final Map<String, Failure> byId = new TreeMap<>();

  Failures(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  private record Failure(Indicator indicator, LocalizedText why) {}

  void add(Indicator indicator, LocalizedText why) {
    byId.putIfAbsent(indicator.id(), new Failure(indicator, why));
  }

  /** Code may say itself that it failed, and a value may lie where its indicator has none. */
  void addCells(Series series) {
    for (Cell cell : series.cells()) {
      if (cell.value() instanceof Value.Absent absent && absent.reason() == Value.Reason.FAILED) {
        add(series.indicator(), absent.note());
        return;
      }
    }
  }

  /**
   * Ends the evaluation where anything failed. A formula is told where no measure failed: else it may only be what follows from it.
   *
   * @throws SiruException with {@link ErrorCode#PLUGINS}, all failures and a finding for each
   */
  void refuse() {
    boolean measures = byId.values().stream().anyMatch(each -> !(each.indicator() instanceof Formula));
    List<LocalizedText> lines = new ArrayList<>();
    Findings findings = new Findings();
    for (Failure each : byId.values()) {
      if (!measures || !(each.indicator() instanceof Formula)) {
        String code = each.indicator().code();
        String provider = catalogue.provider(each.indicator().id()).map(Provider::id).orElse("");
        String start = code + " (" + provider + "): ";
        lines.add(LocalizedText.of(start + each.why().in("sv"), start + each.why().in("en")));
        findings.add(
            EvaluationRules.FAILED_STRICTLY, Origin.of(each.indicator().id()), "indicator", code, "provider", provider,
            "reason", each.why().in("en"), "reason-sv", each.why().in("sv"));
      }
    }
    if (!lines.isEmpty()) {
      lines.add(
          0,
          LocalizedText.of(
              "Den strikta körningen ger inga resultat, för så många indikatorer misslyckades: " + lines.size(),
              "the strict run gives no results, since so many indicators failed: " + lines.size()));
      throw new SiruException(ErrorCode.PLUGINS, lines, findings.list());
    }
  }
}
