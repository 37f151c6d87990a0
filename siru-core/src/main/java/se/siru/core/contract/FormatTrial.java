package se.siru.core.contract;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import se.siru.core.disclosure.Audience;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Results;
import se.siru.core.export.ExportContext;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.stability.Experimental;

/**
 * A format of results on trial: the same publication gives the same bytes every time, in every language and all surroundings, an empty
 * one too.
 *
 * <p>Not thread-safe.
 */
@Experimental(since = "0.1.0")
public final class FormatTrial {
  private static final List<String> LANGUAGES = List.of("en", "sv");

  private final PluginRegistry plugins;
  private final String format;
  private final Findings findings = new Findings();

  private FormatTrial(PluginRegistry plugins, String format) {
    this.plugins = Objects.requireNonNull(plugins, "plugins");
    this.format = Objects.requireNonNull(format, "format");
  }

  /**
   * What breaks the law, at most one finding.
   *
   * @param format the name of a format of the plugins
   * @param trial whose results are written, and the surroundings in which they are
   */
  public static List<Finding> check(PluginRegistry plugins, String format, Trial trial) {
    FormatTrial own = new FormatTrial(plugins, format);
    own.check(trial);
    return own.findings.list();
  }

  private void check(Trial trial) {
    for (Results results : List.of(trial.whole(), trial.on(trial.sample().held()).run(), trial.on(trial.sample().absent()).run())) {
      Publication publication = Publication.of(results, Audience.INTERNAL);
      for (String language : LANGUAGES) {
        if (!isStable(publication, language, trial)) {
          return;
        }
      }
    }
  }

  private boolean isStable(Publication publication, String language, Trial trial) {
    try {
      byte[] first = written(publication, language);
      if (!Arrays.equals(first, written(publication, language))) {
        return breach("gives other bytes the second time, in " + language);
      }
      for (Surroundings other : trial.surroundings()) {
        byte[][] elsewhere = {first};
        other.during(() -> elsewhere[0] = written(publication, language));
        if (!Arrays.equals(first, elsewhere[0])) {
          return breach("gives other bytes in other surroundings, in " + language);
        }
      }
      return true;
    } catch (SiruException refused) {
      return breach("fails in " + language + ": " + refused.getMessage());
    }
  }

  private byte[] written(Publication publication, String language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    plugins.export(publication, format, ExportContext.of(language), out);
    return out.toByteArray();
  }

  /** Reports what is wrong; gives false, as nothing more is tried. */
  private boolean breach(String what) {
    findings.add(ContractRules.FORMAT, Origin.of(format), "format", format, "found", what);
    return false;
  }
}
