package se.siru.cli;

import java.util.ArrayList;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.siru.core.intake.CountChange;
import se.siru.core.intake.ImportReport;
import se.siru.core.intake.SourceChange;
import se.siru.core.intake.SumChange;
import se.siru.core.model.Schema;

/** What an import says about its sources, and which counts it changed. */
final class ChangeSummary {
  /** More than this are counted, not listed. */
  private static final int MOST = 30;

  private final CliCommand words;
  private final Schema schema;

  ChangeSummary(CliCommand words, Schema schema) {
    this.words = words;
    this.schema = schema;
  }

  /** Appends the lines; none where nothing was written. */
  void print(ImportReport report, StringBuilder text) {
    List<SourceChange> sources = report.sourceChanges();
    if (!sources.isEmpty()) {
      Map<SourceChange.Kind, Integer> counts = new EnumMap<>(SourceChange.Kind.class);
      sources.forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
      List<String> parts = new ArrayList<>();
      counts.forEach((kind, count) -> parts.add(word(kind) + " " + count));
      text.append(words.say("källor: ", "sources: ")).append(String.join(", ", parts)).append('\n');
      list(sources.stream().filter(change -> change.kind() != SourceChange.Kind.UNCHANGED).toList(), this::line, text);
    }
    if (report.mappingChanged()) {
      text.append(words.say("mappningen är en annan än förut\n", "the mapping is another than before\n"));
    }
    if (!report.changes().isEmpty()) {
      text.append(words.say("ändrade antal mot den tidigare portföljen:\n", "counts changed from the earlier portfolio:\n"));
      list(report.changes(), this::line, text);
    }
    if (!report.sumChanges().isEmpty()) {
      text.append(words.say("ändrade summor mot den tidigare portföljen:\n", "sums changed from the earlier portfolio:\n"));
      list(report.sumChanges(), this::line, text);
    }
  }

  private String line(SumChange change) {
    return change.label(schema).in(words.language()) + ": " + plain(change.before()) + " → " + plain(change.after());
  }

  private String plain(BigDecimal number) {
    String digits = number.toPlainString();
    return words.say(digits.replace('.', ','), digits);
  }

  private <T> void list(List<T> changes, Function<T, String> line, StringBuilder text) {
    changes.stream().limit(MOST).forEach(change -> text.append("  ").append(Terminal.plain(line.apply(change))).append('\n'));
    if (changes.size() > MOST) {
      int more = changes.size() - MOST;
      text.append(words.say("  … och " + more + " till\n", "  … and " + more + " more\n"));
    }
  }

  private String word(SourceChange.Kind kind) {
    return switch (kind) {
      case ADDED -> words.say("tillagda", "added");
      case REPLACED -> words.say("ersatta", "replaced");
      case UNCHANGED -> words.say("oförändrade", "unchanged");
      case GONE -> words.say("borttagna", "gone");
    };
  }

  private String line(SourceChange change) {
    String rows = words.say(" rader", " rows");
    return change.source() + switch (change.kind()) {
      case ADDED -> words.say(": tillagd, ", ": added, ") + change.after() + rows;
      case REPLACED -> words.say(": ersatt, ", ": replaced, ") + change.before() + " → " + change.after() + rows;
      case UNCHANGED -> words.say(": oförändrad", ": unchanged");
      case GONE -> words.say(": borttagen, ", ": gone, ") + change.before() + rows;
    };
  }

  private String line(CountChange change) {
    String sector = change.sectorLabel(schema).in(words.language());
    return change.label(schema).in(words.language()) + (sector.isEmpty() ? "" : " [" + sector + "]") + ": "
        + change.before() + " → " + change.after();
  }
}
