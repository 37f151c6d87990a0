package se.siru.core.contract;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.siru.core.disclosure.Audience;
import se.siru.core.disclosure.Publication;
import se.siru.core.export.ExportContext;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.finding.SiruException;
import se.siru.core.model.ReportingPeriod;
import se.siru.core.pack.Pack;
import se.siru.core.pack.SteeringGroup;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.portfolio.Portfolio;

/**
 * A format of results or of packs on trial: the same publication or pack gives the same bytes every time, in every language and all
 * surroundings, an empty one too.
 *
 * <p>Not thread-safe.
 */
public final class FormatTrial {
  private static final List<String> LANGUAGES = List.of("en", "sv");

  private final String format;
  private final Findings findings = new Findings();

  private FormatTrial(String format) {
    this.format = Objects.requireNonNull(format, "format");
  }

  /**
   * What breaks the law, at most one finding.
   *
   * @param format the name of a format of the plugins
   * @param trial whose results are written, and the surroundings in which they are
   */
  public static List<Finding> check(PluginRegistry plugins, String format, Trial trial) {
    Objects.requireNonNull(plugins, "plugins");
    return check(format, trial, portfolios(trial).map(portfolio -> {
      Publication publication = Publication.of(trial.on(portfolio).run(), Audience.INTERNAL);
      return (language, out) -> plugins.export(publication, format, ExportContext.of(language), out);
    }));
  }

  /**
   * What breaks the law, at most one finding.
   *
   * @param format the name of a format of packs of the plugins
   * @param trial whose records and catalogue packs are made of, and the surroundings in which they are written
   */
  public static List<Finding> checkPack(PluginRegistry plugins, String format, Trial trial) {
    Objects.requireNonNull(plugins, "plugins");
    return check(format, trial, portfolios(trial).filter(FormatTrial::hasReportingPeriod).map(portfolio -> {
      SteeringGroup report = SteeringGroup.of(portfolio, trial.catalogue());
      Map<String, Pack> packs = LANGUAGES.stream().collect(Collectors.toMap(language -> language, report::pack));
      return (language, out) -> plugins.render(Objects.requireNonNull(packs.get(language), language), format, out);
    }));
  }

  private static Stream<Portfolio> portfolios(Trial trial) {
    return Stream.of(trial.portfolio(), trial.sample().held(), trial.sample().absent());
  }

  /** A pack is about one. */
  private static boolean hasReportingPeriod(Portfolio portfolio) {
    return portfolio.rows(ReportingPeriod.TYPE).findAny().isPresent();
  }

  /** Writes one thing in a language. */
  private interface Writing {
    void write(String language, OutputStream out);
  }

  private static List<Finding> check(String format, Trial trial, Stream<Writing> things) {
    FormatTrial own = new FormatTrial(format);
    things.allMatch(thing -> LANGUAGES.stream().allMatch(language -> own.isStable(thing, language, trial)));
    return own.findings.list();
  }

  private boolean isStable(Writing writing, String language, Trial trial) {
    try {
      byte[] first = written(writing, language);
      if (!Arrays.equals(first, written(writing, language))) {
        return breach("gives other bytes the second time, in " + language);
      }
      for (Surroundings other : trial.surroundings()) {
        byte[][] elsewhere = {first};
        other.during(() -> elsewhere[0] = written(writing, language));
        if (!Arrays.equals(first, elsewhere[0])) {
          return breach("gives other bytes in other surroundings, in " + language);
        }
      }
      return true;
    } catch (SiruException refused) {
      return breach("fails in " + language + ": " + refused.getMessage());
    }
  }

  private static byte[] written(Writing writing, String language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writing.write(language, out);
    return out.toByteArray();
  }

  /** Reports what is wrong; gives false, as nothing more is tried. */
  private boolean breach(String what) {
    findings.add(ContractRules.FORMAT, Origin.of(format), "format", format, "found", what);
    return false;
  }
}
