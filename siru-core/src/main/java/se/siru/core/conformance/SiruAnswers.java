package se.siru.core.conformance;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.siru.core.evaluation.Cell;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionFiles;
import se.siru.core.json.JsonArray;
import se.siru.core.json.JsonObject;
import se.siru.core.json.JsonValue;
import se.siru.core.json.JsonWriter;
import se.siru.core.model.Periods;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.stability.Experimental;

/** What SIRU answers to a case, in the form in which any system does. */
@Experimental(since = "0.1.0")
public final class SiruAnswers {
  private SiruAnswers() {}

  /**
   * Answers a case by the definitions that it gives for SIRU. Definitions that are refused are an answer: {@code refused} in every
   * period.
   */
  public static String answer(ConformanceCase asked) {
    CasePortfolio records = new CasePortfolio(asked);
    JsonObject siru = (JsonObject) asked.member("siru");
    List<TimePeriod> periods =
        asked.member("periods") == null ? Periods.total() : Periods.parse(String.join(",", CasePortfolio.texts(asked.member("periods"))));
    List<Answer> answers = new ArrayList<>();
    try {
      Catalogue catalogue = catalogue(siru.get("definitions"), records);
      String[] by = CasePortfolio.texts(asked.member("by")).stream().map(SiruAnswers::breakdown).toArray(String[]::new);
      Evaluation.of(records.portfolio(), catalogue)
          .indicators(String.valueOf(CasePortfolio.text(siru.get("indicator"))))
          .periods(periods)
          .by(by)
          .run()
          .cells()
          .forEach(cell -> answers.add(answer(cell)));
    } catch (SiruException refused) {
      if (refused.code() != ErrorCode.REFUSED_INPUT) {
        throw refused;
      }
      periods.forEach(period -> answers.add(new Answer(period.label(), Map.of(), null, null, List.of("refused"))));
    }
    return JsonWriter.text(
        JsonObject.builder().put("case", asked.id()).put("answers", JsonArray.copyOf(answers.stream().map(Answer::json).toList())).build());
  }

  /** One attribute, or several that are crossed. */
  private static String breakdown(String attributes) {
    return Arrays.stream(attributes.split(",", -1)).map(each -> CasePortfolio.NAMESPACE + each).collect(Collectors.joining(","));
  }

  private static Catalogue catalogue(JsonValue definitions, CasePortfolio records) {
    byte[] json = JsonWriter.text(definitions).getBytes(StandardCharsets.UTF_8);
    return DefinitionFiles.beside(Catalogue.empty(), records.schema()).read(new ByteArrayInputStream(json), "case").catalogue();
  }

  private static Answer answer(Cell cell) {
    Map<String, String> codes = new TreeMap<>();
    cell.codes().forEach((name, code) -> codes.put(name.substring(CasePortfolio.NAMESPACE.length()), code));
    BigDecimal number = cell.number().orElse(null);
    List<String> absences = cell.value() instanceof Value.Absent absent ? List.of(absent.reason().code()) : List.of();
    return new Answer(cell.period().label(), codes, number, null, absences);
  }
}
