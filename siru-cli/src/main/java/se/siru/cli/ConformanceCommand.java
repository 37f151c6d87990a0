package se.siru.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.siru.core.conformance.ConformanceCase;
import se.siru.core.conformance.ConformanceTopic;
import se.siru.core.conformance.SiruAnswers;
import se.siru.core.conformance.Verdict;

/** {@code conformance}. */
@Command(
    name = "conformance",
    description = {
      "Ask the questions that indicator systems have answered wrongly: SIRU, or another program.",
      "A program gets one case a line as JSON, and answers each with a line; docs/conformance describes both."
    })
final class ConformanceCommand extends CliCommand {
  private static final long MILLISECONDS_OF_A_SECOND = 1_000;

  @Option(names = "--command", paramLabel = "PROGRAM", description = "Ask this program, started without a shell. Default: SIRU itself.")
  @Nullable String program;

  @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "Arguments of the program; write -- before those that begin with -.")
  List<String> arguments = new ArrayList<>();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long the program may take to answer a case. Default: ${DEFAULT-VALUE}.")
  int timeout = 10;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the report to a file. Default: standard output.")
  @Nullable Path out;

  @Override
  int run(Terminal terminal) throws IOException {
    if (program == null && !arguments.isEmpty()) {
      throw new UsageException("'" + arguments.get(0) + "' would be an argument of a program; name it with --command");
    }
    if (timeout < 1) {
      throw new UsageException("--timeout " + timeout + " is below 1");
    }
    Map<Verdict.Outcome, Integer> counts = new EnumMap<>(Verdict.Outcome.class);
    String report = report(counts);
    OutputFile.write(out, terminal, stream -> stream.write(report.getBytes(StandardCharsets.UTF_8)));
    return counts.containsKey(Verdict.Outcome.FAILED) ? ExitCode.FOUND : ExitCode.DONE;
  }

  private String report(Map<Verdict.Outcome, Integer> counts) {
    StringBuilder report = new StringBuilder();
    try (ProgramAnswers asked = program == null ? null : new ProgramAnswers(command(program), timeout * MILLISECONDS_OF_A_SECOND, this)) {
      for (ConformanceTopic topic : Conformance.topics()) {
        report.append(Terminal.plain(topic.title().in(language()))).append('\n');
        for (ConformanceCase each : topic.cases()) {
          Verdict verdict = asked == null ? each.judge(SiruAnswers.answer(each)) : asked.verdict(each);
          counts.merge(verdict.outcome(), 1, Integer::sum);
          report.append(line(each, verdict));
        }
      }
    }
    String sum =
        say("godkända", "passed") + " " + counts.getOrDefault(Verdict.Outcome.PASSED, 0)
            + " · " + say("underkända", "failed") + " " + counts.getOrDefault(Verdict.Outcome.FAILED, 0)
            + " · " + say("stöds inte", "not supported") + " " + counts.getOrDefault(Verdict.Outcome.NOT_SUPPORTED, 0);
    return report.append('\n').append(sum).append('\n').toString();
  }

  private List<String> command(String named) {
    List<String> command = new ArrayList<>(List.of(named));
    command.addAll(arguments);
    return command;
  }

  private String line(ConformanceCase asked, Verdict verdict) {
    switch (verdict.outcome()) {
      case PASSED:
        return "  " + say("godkänt", "passed") + "  " + asked.id() + "\n";
      case NOT_SUPPORTED:
        return "  " + say("stöds inte", "not supported") + "  " + asked.id() + "\n";
      default:
        String what = say("väntat ", "expected ") + verdict.expected() + say(", svaret är ", ", answered ") + verdict.found();
        String why = asked.why().isEmpty() ? "" : "    " + asked.why() + "\n";
        return Terminal.plain("  " + say("UNDERKÄNT", "FAILED") + "  " + asked.id() + ": " + what) + "\n" + why;
    }
  }
}
