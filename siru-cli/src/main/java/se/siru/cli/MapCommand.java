package se.siru.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.siru.core.Siru;
import se.siru.core.intake.MappingDraft;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;

/** {@code map FILE…}. */
@Command(
    name = "map",
    description = {
      "Draft a mapping of foreign files from their headers and values.",
      "What is unsure is left out and told on standard error; the exit code is 1 where something has to be stated before "
          + "an import accepts the mapping."
    })
final class MapCommand extends CliCommand {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.")
  List<Path> files = new ArrayList<>();

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "The record type that the rows are, such as participation. Default: guessed for each table.")
  @Nullable String type;

  @Option(names = "--notes", paramLabel = "FILE.md", description = "Also write what was guessed, and why, to a file.")
  @Nullable Path notes;

  @Option(names = "--out", paramLabel = "FILE.json", description = "Write the mapping to a file. Default: standard output.")
  @Nullable Path out;

  @Override
  int run(Terminal terminal) throws IOException {
    Siru siru = siru(terminal);
    checkType();
    MappingDraft draft = MappingDraft.of(files, siru.readers(), type);
    String told = draft.notes(language());
    if (!quiet) {
      terminal.say(told);
    }
    findings(terminal).print(draft.findings());
    findings(terminal).print(draft.toDo());
    if (notes != null) {
      OutputFile.write(notes, terminal, stream -> stream.write(told.getBytes(StandardCharsets.UTF_8)));
    }
    OutputFile.write(out, terminal, stream -> stream.write(draft.mapping().getBytes(StandardCharsets.UTF_8)));
    return draft.isComplete() ? ExitCode.DONE : ExitCode.FOUND;
  }

  private void checkType() {
    String wanted = type;
    if (wanted != null && Schema.standard().find(wanted).isEmpty()) {
      List<String> known = Schema.standard().types().stream().map(RecordType::name).toList();
      throw new UsageException(say("posttypen finns inte: ", "no such record type: ") + wanted
          + say(" (finns: ", " (there are: ") + String.join(", ", known) + ")");
    }
  }
}
