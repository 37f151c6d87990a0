package se.siru.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.siru.core.Siru;
import se.siru.core.finding.Findings;
import se.siru.core.intake.Import;
import se.siru.core.intake.ImportReport;
import se.siru.core.intake.Mapping;
import se.siru.core.intake.PseudonymKey;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.text.Excerpt;

/** {@code import --mapping M.json SOURCE… --out DIR}. */
@Command(
    name = "import",
    description = {
      "Turn foreign tables, workbooks and JSON files into a portfolio, as a mapping says.",
      "Rows that cannot be taken are written to rejected.csv with the reasons; the rest is kept, and the exit code "
          + "is 1."
    })
final class ImportCommand extends CliCommand {
  /** More values than this are counted, not listed. */
  private static final int MOST_UNKNOWN = 20;

  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      description = "Files, or folders whose files the mapping picks from.")
  List<Path> sources = new ArrayList<>();

  @Option(names = "--mapping", required = true, paramLabel = "M.json", description = "The mapping.")
  Path mapping = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the portfolio. The portfolio of an earlier import in it is replaced.")
  Path folder = Path.of("");

  @Option(
      names = "--replace-hand-written",
      description = "Replace a portfolio in DIR that no import wrote, too. Without this option it refuses the import.")
  boolean replaceHandWritten;

  @Option(
      names = "--drop-sources",
      description = {
        "Let go of sources of the portfolio in DIR that are not among the files any more, and of their records.",
        "Without this option they refuse the import."
      })
  boolean dropSources;

  @Option(
      names = "--resolved",
      paramLabel = "FILE.csv",
      description = {
        "Answers about organisations: a filled-in unresolved.csv.",
        "Where absent, the unresolved.csv of an earlier import into DIR."
      })
  @Nullable Path resolved;

  @Option(names = "--strict", description = "Write nothing where any row is rejected.")
  boolean strict;

  @Option(
      names = "--pseudonym-key-file",
      paramLabel = "FILE",
      description = {
        "The secret key of the pseudonyms of persons: at least 32 random bytes; white space at its end is not part of it.",
        "Without this option the environment variable " + PseudonymKeySource.VARIABLE + " holds the key. There is no default."
      })
  @Nullable Path keyFile;

  @Override
  int run(Terminal terminal) throws IOException {
    Findings findings = new Findings();
    Siru siru = siru(terminal);
    Optional<Mapping> rules = siru.mapping(mapping, findings);
    findings(terminal).print(findings);
    if (rules.isEmpty()) {
      return ExitCode.FOUND;
    }
    Import work = siru.importing(rules.get(), sources).language(language());
    if (resolved != null) {
      work.resolved(resolved);
    }
    if (replaceHandWritten) {
      work.replacingHandWritten();
    }
    if (dropSources) {
      work.droppingSources();
    }
    Optional<PseudonymKey> key = PseudonymKeySource.key(keyFile);
    if (key.isEmpty() && rules.get().makesPseudonyms()) {
      throw new UsageException(say(
          "mappningen gör pseudonymer: ange nyckeln med --pseudonym-key-file FIL eller i " + PseudonymKeySource.VARIABLE,
          "the mapping makes pseudonyms: give the key with --pseudonym-key-file FILE or in " + PseudonymKeySource.VARIABLE));
    }
    key.ifPresent(work::pseudonymKey);
    ImportReport report =
        progress(terminal).during(say("läser in", "importing"), () -> (strict ? work.strict() : work).into(folder));
    findings(terminal).print(report.findings());
    if (!quiet && !report.filesIgnored().isEmpty()) {
      terminal.say(say("lästes inte: ", "not read: ") + Terminal.plain(String.join(", ", report.filesIgnored())));
    }
    boolean refused = !report.written() && report.rowsRejected() == 0;
    terminal.print(
        refused ? say("ingenting skrevs\n", "nothing was written\n") : summary(report, rules.get().schema()));
    if (report.written() && key.isPresent()) {
      terminal.print(say("pseudonymer gjorda med nyckeln ", "pseudonyms made with the key ") + key.get() + "\n");
    }
    terminal.out().flush();
    return report.hasErrors() ? ExitCode.FOUND : ExitCode.DONE;
  }

  private String summary(ImportReport report, Schema schema) {
    StringBuilder text = new StringBuilder();
    long read = report.rowsRead();
    text.append(read);
    text.append(say(read == 1 ? " rad läst · " : " rader lästa · ", read == 1 ? " row read · " : " rows read · "));
    text.append(counts(report.records(), schema)).append(" · ");
    long merged = total(report.merged());
    text.append(merged).append(say(merged == 1 ? " sammanslagen" : " sammanslagna", " merged"));
    text.append(report.merged().isEmpty() ? "" : " (" + counts(report.merged(), schema) + ")").append(" · ");
    long rejected = report.rowsRejected();
    text.append(rejected).append(say(rejected == 1 ? " avvisad\n" : " avvisade\n", " rejected\n"));
    if (!report.spellingsMerged().isEmpty()) {
      text.append(say("stavningar som betyder samma sak: ", "spellings that mean the same: "));
      text.append(counts(report.spellingsMerged(), schema)).append('\n');
    }
    unknown(report.unknownValues(), text);
    new IdentitySummary(this, folder).print(report, text);
    new ChangeSummary(this, schema).print(report, text);
    if (!report.written()) {
      text.append(say("ingenting skrevs\n", "nothing was written\n"));
    } else if (report.rowsRejected() > 0) {
      text.append(say("avvisade rader och skälen: ", "rejected rows and why: "));
      text.append(folder.resolve("rejected.csv")).append('\n');
    }
    return text.toString();
  }

  private void unknown(List<ImportReport.UnknownValue> values, StringBuilder text) {
    if (values.isEmpty()) {
      return;
    }
    long all = values.stream().mapToLong(ImportReport.UnknownValue::count).sum();
    String swedish = all == 1 ? " värde är okänt\n" : " värden är okända\n";
    text.append(all).append(say(swedish, all == 1 ? " value is unknown\n" : " values are unknown\n"));
    for (ImportReport.UnknownValue value : values.subList(0, Math.min(MOST_UNKNOWN, values.size()))) {
      text.append("  ").append(value.type()).append('.').append(value.field()).append(" '");
      text.append(Terminal.plain(Excerpt.of(value.value()))).append("' × ").append(value.count());
      text.append(value.declared() ? "" : say(" (kan inte läsas)", " (cannot be read)")).append('\n');
    }
    if (values.size() > MOST_UNKNOWN) {
      int more = values.size() - MOST_UNKNOWN;
      text.append(say("  … och " + more + " till\n", "  … and " + more + " more\n"));
    }
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many of which record type; what names no record type is a code list. */
  private String counts(Map<String, Long> counts, Schema schema) {
    List<String> parts = new ArrayList<>();
    counts.forEach((name, count) ->
        parts.add(schema.find(name).map(type -> count(type, count)).orElse(count + " " + name)));
    return String.join(", ", parts);
  }

  /** The label stands before the number, since records have no other name for several. */
  private String count(RecordType type, long count) {
    return type.label().in(language()).toLowerCase(Locale.ROOT) + ": " + count;
  }
}
