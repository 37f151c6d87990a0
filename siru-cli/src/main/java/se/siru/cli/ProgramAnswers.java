package se.siru.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.conformance.ConformanceCase;
import se.siru.core.conformance.Verdict;

/** What another system answers to cases; started anew after each case that it left unanswered. */
final class ProgramAnswers implements AutoCloseable {
  private final List<String> command;
  private final long milliseconds;
  private final CliCommand words;
  private @Nullable AskedProgram program;
  private Optional<String> zone = Optional.empty();

  ProgramAnswers(List<String> command, long milliseconds, CliCommand words) {
    this.command = List.copyOf(command);
    this.milliseconds = milliseconds;
    this.words = words;
  }

  Verdict verdict(ConformanceCase asked) {
    String answer = program(asked.zone()).ask(asked.line(), milliseconds);
    if (answer == null) {
      close();
      return unanswered(words.say("inget svar i tid", "no answer in time"));
    }
    if (answer.isEmpty()) {
      close();
      return unanswered(words.say("programmet slutade eller svarade med en tom rad", "the program ended, or answered with an empty line"));
    }
    return asked.judge(answer);
  }

  private Verdict unanswered(String found) {
    return new Verdict(Verdict.Outcome.FAILED, words.say("ett svar", "an answer"), found);
  }

  private AskedProgram program(Optional<String> inZone) {
    if (program != null && !zone.equals(inZone)) {
      close();
    }
    if (program == null) {
      zone = inZone;
      try {
        program = AskedProgram.start(command, inZone.orElse(null));
      } catch (IOException e) {
        throw new UsageException("cannot start " + command.get(0) + "; is it there, and may it be run?");
      }
    }
    return program;
  }

  @Override
  public void close() {
    if (program != null) {
      program.close();
      program = null;
    }
  }
}
