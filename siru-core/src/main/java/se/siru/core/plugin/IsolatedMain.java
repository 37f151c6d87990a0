package se.siru.core.plugin;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.siru.core.containment.Containment;
import se.siru.core.containment.OwnProcess;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.evaluation.Results;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionReader;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.Measure;
import se.siru.core.indicator.Provider;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.isolation.AnswerWriter;
import se.siru.core.isolation.EvaluationAnswer;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.Portfolio;

/**
 * What runs in the process of a plugin: a host of that plugin alone, beside this library's own. It does the task in its folder and writes
 * the answer there.
 */
final class IsolatedMain {
  /** The folder with the portfolio, in the folder of a process. */
  static final String PORTFOLIO = "portfolio";

  private final Path folder;
  private final IsolatedTask task;

  private IsolatedMain(Path folder, IsolatedTask task) {
    this.folder = folder;
    this.task = task;
  }

  /** Does the task in the folder that is the one argument. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    OwnProcess.doAndEnd(() -> new IsolatedMain(folder, IsolatedTask.read(folder)).run());
  }

  private void run() throws IOException {
    Containment containment = new Containment(task.budget());
    Discovery own = new Discovery(containment, Set.of(), false);
    PluginSource.ofThisLibrary().search(own);
    Discovery discovery = new Discovery(containment, task.excluded(), false);
    PluginDirectory.search(task.name(), task.jars(), discovery);
    if (task.evaluating() == null) {
      tell(discovery, schema(admitted(own)));
    } else {
      EvaluationAnswer answer = answer(task.evaluating(), admitted(discovery), admitted(own));
      answer(out -> AnswerWriter.write(answer, out));
    }
  }

  /** What is not admitted has been told when the jars were asked what they bring. */
  private List<Contribution> admitted(Discovery discovery) {
    List<Contribution> admitted = new ArrayList<>();
    for (Discovery.Found found : discovery.found()) {
      try {
        admitted.add(new Admission(found).admit(task.rules()));
      } catch (PluginRefusal refusal) {
        continue;
      }
    }
    return admitted;
  }

  private static Schema schema(List<Contribution> own) {
    Schema schema = Schema.standard();
    for (Contribution each : own) {
      schema = each.addedTo(schema);
    }
    return schema;
  }

  /** Writes an answer to a stream. */
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private void answer(Writing writing) throws IOException {
    Path part = folder.resolve(IsolatedJars.ANSWER + ".part");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
      writing.to(out);
    }
    Files.move(part, folder.resolve(IsolatedJars.ANSWER), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void tell(Discovery discovery, Schema known) throws IOException {
    ContributionWriter writer = new ContributionWriter(folder);
    for (Admission admission : discovery.found().stream().map(Admission::new).toList()) {
      try {
        writer.plugin(admission.admit(task.rules()), known);
      } catch (PluginRefusal refusal) {
        writer.problem(admission.refused(refusal));
      }
    }
    discovery.problems().forEach(writer::problem);
    answer(writer::write);
  }

  private EvaluationAnswer answer(IsolatedTask.Evaluating asked, List<Contribution> plugins, List<Contribution> own) {
    try {
      Optional<Contribution> found = plugins.stream().filter(each -> each.id().equals(asked.plugin())).findFirst();
      if (found.isEmpty()) {
        return EvaluationAnswer.failed("does not say the same of itself as before");
      }
      Contribution plugin = found.get();
      Portfolio portfolio = PortfolioReader.standard().withoutHashes().read(folder.resolve(PORTFOLIO)).orThrow();
      Catalogue catalogue = functions(own).with(plugin.provider(), measures(plugin), plugin.functions());
      List<Indicator> sent = sent(asked.definitions(), portfolio);
      catalogue = catalogue.with(Provider.definitions("task"), sent, List.of());
      List<String> ids = new ArrayList<>(asked.measures());
      sent.forEach(indicator -> ids.add(indicator.id()));
      Evaluation evaluation =
          Evaluation.of(portfolio, catalogue)
              .indicators(ids.toArray(String[]::new))
              .periods(asked.periods())
              .by(asked.breakdowns().toArray(String[]::new))
              .threads(asked.threads())
              .pluginBudget(task.budget());
      Results results = (asked.allCodes() ? evaluation.allCodes() : evaluation).run();
      return AnswerOf.results(results);
    } catch (SiruException failure) {
      return EvaluationAnswer.failed("could not be evaluated: " + PluginRefusal.oneLine(failure.getMessage()));
    }
  }

  /** The functions of the library, which measures of a plugin may name. */
  private Catalogue functions(List<Contribution> own) {
    Catalogue catalogue = Catalogue.under(task.rules());
    for (Contribution each : own) {
      catalogue = catalogue.with(each.provider(), List.of(), each.functions());
    }
    return catalogue;
  }

  private static List<Indicator> measures(Contribution plugin) {
    return plugin.indicators().stream().filter(Measure.class::isInstance).toList();
  }

  private static List<Indicator> sent(String definitions, Portfolio portfolio) {
    Findings findings = new Findings();
    return definitions.isEmpty()
        ? List.of()
        : DefinitionReader.over(portfolio.schema()).read(definitions, "task", findings);
  }
}
