package se.siru.core.plugin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.siru.core.containment.ChildEnd;
import se.siru.core.containment.ChildJvm;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.DefinitionWriter;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.RuleSet;
import se.siru.core.intake.PortfolioWriter;
import se.siru.core.isolation.AnswerReader;
import se.siru.core.isolation.EvaluationAnswer;
import se.siru.core.isolation.EvaluationRequest;
import se.siru.core.isolation.IsolatedPlugin;
import se.siru.core.model.Schema;
import se.siru.core.text.LocalizedText;

/**
 * The jars of one plugin whose code runs in processes of their own: one to tell what it brings, and one for each evaluation.
 *
 * <p>Immutable and thread-safe.
 */
final class IsolatedJars {
  /** The file in which a process answers; it appears whole or not at all. */
  static final String ANSWER = "answer.json";

  private static final String NOT_STARTED = "could not be given a process of its own: ";

  private final Discovery.NamedJars jars;
  private final ChildJvm process;
  private final Duration budget;
  private final Set<String> excluded;

  /**
   * Jars.
   *
   * @param excluded classes of plugins that are not even made
   */
  IsolatedJars(Discovery.NamedJars jars, ChildJvm process, Duration budget, Set<String> excluded) {
    // A process works in a folder of its own, where a path relative to this one's leads nowhere.
    this.jars = new Discovery.NamedJars(jars.name(), jars.jars().stream().map(Path::toAbsolutePath).toList());
    this.process = process;
    this.budget = budget;
    this.excluded = Set.copyOf(excluded);
  }

  /** What jars bring, and what became of the rest of them. */
  record Told(List<Contribution> plugins, List<PluginReport.Entry> problems) {}

  /**
   * Asks what the jars bring.
   *
   * @param rules the rule set that indicators are made under
   * @param known the standard schema with what the library's own plugins add
   */
  Told tell(RuleSet rules, Schema known) {
    List<PluginReport.Entry> problems = new ArrayList<>();
    try (WorkFolder work = WorkFolder.create()) {
      new IsolatedTask(jars.name(), jars.jars(), excluded, rules, budget, null).write(work.path());
      Run run = run(work);
      if (!run.hasAnswer()) {
        boolean late = run.end.kind() == ChildEnd.Kind.TIMED_OUT;
        problems.add(entry(
            late ? PluginReport.Reason.TIMED_OUT : PluginReport.Reason.FAILED,
            "asked what it brings, the plugin " + message(run.end)));
        return new Told(List.of(), problems);
      }
      ContributionReader reader = new ContributionReader(work.path(), known, excluded, id -> plugin(id, rules));
      try (InputStream in = new BufferedInputStream(Files.newInputStream(run.answer))) {
        reader.read(in);
      }
      return new Told(reader.plugins(), reader.problems());
    } catch (PluginRefusal refusal) {
      problems.add(entry(refusal.reason(), refusal.message()));
    } catch (IOException failure) {
      problems.add(entry(PluginReport.Reason.FAILED, NOT_STARTED + PluginRefusal.describe(failure)));
    }
    return new Told(List.of(), problems);
  }

  /** How a process ended, and where its answer lies if it gave one. */
  private record Run(ChildEnd end, Path answer) {
    boolean hasAnswer() {
      return end.kind() == ChildEnd.Kind.DONE && Files.isRegularFile(answer, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private Run run(WorkFolder work) throws IOException {
    return new Run(process.run(IsolatedMain.class.getName(), work.path()), work.path().resolve(ANSWER));
  }

  /** A plugin of the jars, whose indicators were made under a rule set. */
  IsolatedPlugin plugin(String id, RuleSet rules) {
    return new Handle(id, this, rules);
  }

  private PluginReport.Entry entry(PluginReport.Reason reason, String message) {
    return new PluginReport.Entry(null, "", jars.name(), reason, LocalizedText.english(message), List.of());
  }

  private static String message(ChildEnd end) {
    String printed = PluginRefusal.oneLine(end.printed());
    return end.message() + (printed.isEmpty() || end.kind() == ChildEnd.Kind.OUT_OF_MEMORY ? "" : "; it printed: " + printed);
  }

  private record Handle(String id, IsolatedJars jars, RuleSet rules) implements IsolatedPlugin {
    @Override
    public EvaluationAnswer evaluate(EvaluationRequest request) {
      return jars.evaluate(this, request);
    }
  }

  private EvaluationAnswer evaluate(Handle plugin, EvaluationRequest request) {
    Set<String> asked = request.measures().stream().map(Measure::id).collect(Collectors.toCollection(TreeSet::new));
    EvaluationAnswer answer;
    try (WorkFolder work = WorkFolder.create()) {
      new IsolatedTask(jars.name(), jars.jars(), excluded, plugin.rules(), request.budget(), evaluating(plugin.id(), request))
          .write(work.path());
      PortfolioWriter.of(request.portfolio())
          .identities(request.portfolio().identities())
          .write(work.path().resolve(IsolatedMain.PORTFOLIO));
      Run run = run(work);
      answer =
          run.hasAnswer()
              ? AnswerReader.read(run.answer, asked, request.periods().size())
              : EvaluationAnswer.failed(message(run.end));
    } catch (IOException | SiruException failure) {
      answer = EvaluationAnswer.failed(NOT_STARTED + PluginRefusal.describe(failure));
    }
    if (answer.failure() != null) {
      Logger logger = LoggerFactory.getLogger(IsolatedJars.class);
      logger.warn("the plugin {} gave no results: it {}", plugin.id(), answer.failure());
    }
    return answer;
  }

  /** Measures of the plugin are known to its process by their ids; those of others are sent, since they are data. */
  private static IsolatedTask.Evaluating evaluating(String plugin, EvaluationRequest request) {
    List<Measure> own = new ArrayList<>(request.measures());
    List<Measure> others = new ArrayList<>(request.measures());
    own.removeIf(measure -> !measure.id().startsWith(plugin + ":"));
    others.removeAll(own);
    String definitions = others.isEmpty() ? "" : document(others);
    return new IsolatedTask.Evaluating(
        plugin,
        own.stream().map(Measure::id).toList(),
        definitions,
        request.periods(),
        request.breakdowns(),
        request.allCodes(),
        request.threads());
  }

  private static String document(List<Measure> measures) {
    return "{\"siru\":\"" + DefinitionReader.FORMAT + "\",\"indicators\":["
        + measures.stream().map(DefinitionWriter::text).collect(Collectors.joining(",")) + "]}";
  }
}
