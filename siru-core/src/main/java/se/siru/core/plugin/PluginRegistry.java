package se.siru.core.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import se.siru.core.containment.Containment;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Validation;
import se.siru.core.export.ExportContext;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.export.LossReport;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.RuleSet;
import se.siru.core.intake.Readers;
import se.siru.core.model.Schema;
import se.siru.core.pack.Pack;
import se.siru.core.stability.Experimental;
import se.siru.core.stability.Provided;
import se.siru.core.text.Translation;

/**
 * The plugins at work in one host, and all that they bring, in the order of their ids. A broken plugin is left out
 * and reported; two plugins that claim one name are refused.
 *
 * <p>Immutable and thread-safe.
 */
@Provided(since = "0.1.0")
public final class PluginRegistry implements AutoCloseable {
  private final Assembled assembled;
  private final List<PluginClassLoader> opened;

  private PluginRegistry(Assembled assembled, List<PluginClassLoader> opened) {
    this.assembled = assembled;
    this.opened = List.copyOf(opened);
  }

  /**
   * Closes the class loaders that were made for a {@linkplain PluginSource#ofDirectory directory of plugins}, so that its files can be
   * replaced; the plugins in it must not be used any more. Without such a directory, this does nothing.
   */
  @Override
  public void close() {
    close(opened);
  }

  private static void close(List<PluginClassLoader> loaders) {
    for (PluginClassLoader loader : loaders) {
      try {
        loader.close();
      } catch (IOException e) {
        LoggerFactory.getLogger(PluginRegistry.class).warn("the jars of plugin {} stay open: {}", loader.plugin(), e.toString());
      }
    }
  }

  /** Starts a registry of the plugins beside this library. */
  public static Builder builder() {
    return new Builder();
  }

  /** What became of every plugin that was found. */
  public PluginReport report() {
    return assembled.report();
  }

  /** The indicators and functions of all plugins. */
  public Catalogue catalogue() {
    return assembled.catalogue();
  }

  /** The rule sets of all plugins, in order of their ids. */
  public List<RuleSet> ruleSets() {
    return assembled.ruleSets();
  }

  /** The standard record types and code lists with those of all plugins. */
  public Schema schema() {
    return assembled.schema();
  }

  /** The formats of all plugins, in order of their names. */
  public List<FormatDescriptor> formats() {
    return assembled.formats().values().stream().map(Contribution.Format::descriptor).toList();
  }

  /** The readers of foreign files of all plugins. */
  public Readers readers() {
    return assembled.readers();
  }

  /** The validation rules of all plugins, for portfolios to be held to. */
  public Validation validation() {
    return assembled.validation();
  }

  /** The words of further languages of all plugins; record types, code lists, indicators and validation rules have them already. */
  public Translation translation() {
    return assembled.words();
  }

  /** The further languages that plugins bring words of, in alphabetical order. */
  public List<String> languages() {
    return assembled.words().languages();
  }

  /**
   * Writes a publication in a format, and flushes the stream without closing it.
   *
   * @return what the format could not hold
   * @throws SiruException with {@link ErrorCode#UNKNOWN_NAME} where no plugin has the format,
   *     {@link ErrorCode#UNWRITABLE} where the stream cannot be written, {@link ErrorCode#PLUGINS} where the plugin's
   *     code failed; what was written before then is of no use
   */
  public LossReport export(Publication publication, String format, ExportContext context, OutputStream out) {
    Contribution.Format known = assembled.formats().get(Objects.requireNonNull(format, "format"));
    if (known == null) {
      throw new SiruException(
          ErrorCode.UNKNOWN_NAME, "no format '" + format + "'; there are " + String.join(", ", assembled.formats().keySet()));
    }
    return write(known.calls(), "the exporter of " + format, out, lent -> known.exporter().export(publication, context, lent));
  }

  /** The formats of packs of all plugins, in order of their names. */
  @Experimental(since = "0.1.0")
  public List<FormatDescriptor> packFormats() {
    return assembled.packFormats().values().stream().map(Contribution.PackFormat::descriptor).toList();
  }

  /**
   * Writes a pack in a format, and flushes the stream without closing it.
   *
   * @throws SiruException as {@link #export} does
   */
  @Experimental(since = "0.1.0")
  public void render(Pack pack, String format, OutputStream out) {
    Contribution.PackFormat known = assembled.packFormats().get(Objects.requireNonNull(format, "format"));
    if (known == null) {
      throw new SiruException(
          ErrorCode.UNKNOWN_NAME,
          "no format of packs '" + format + "'; there are " + String.join(", ", assembled.packFormats().keySet()));
    }
    write(
        known.calls(),
        "the renderer of " + format,
        out,
        lent -> {
          known.renderer().render(pack, lent);
          return true;
        });
  }

  /** Writes by a plugin's code. */
  private interface Writing<T> {
    T to(OutputStream out) throws IOException;
  }

  private static <T> T write(PluginCalls calls, String what, OutputStream out, Writing<T> writing) {
    LentStream lent = new LentStream(out);
    try {
      T result = calls.work(what, () -> writing.to(lent));
      lent.flush();
      return result;
    } catch (PluginRefusal refusal) {
      if (lent.failure() != null) {
        throw SiruException.unwritable(lent.failure());
      }
      throw new SiruException(ErrorCode.PLUGINS, refusal.message(), refusal.getCause());
    } catch (IOException e) {
      throw SiruException.unwritable(e);
    } finally {
      lent.giveBack();
    }
  }

  /** Says where to look and what to do about conflicts. Not thread-safe. */
  @Provided(since = "0.1.0")
  public static final class Builder {
    private @Nullable PluginSource source;
    private final Set<String> excluded = new TreeSet<>();
    private final Set<String> preferred = new TreeSet<>();
    private final Set<String> required = new TreeSet<>();
    private Strictness strictness = Strictness.DEFAULT;
    private RuleSet rules = RuleSet.defaults();
    private @Nullable String ruleSetId;
    private Duration budget = Containment.BUDGET;
    private @Nullable Isolation isolation;

    private Builder() {}

    /** The rule set that indicators are made under; without one, {@link RuleSet#defaults}. */
    public Builder rules(RuleSet newRules) {
      this.rules = Objects.requireNonNull(newRules, "rules");
      this.ruleSetId = null;
      return this;
    }

    /** The rule set of a plugin, by its id, that indicators are made under. */
    public Builder rules(String id) {
      this.ruleSetId = Objects.requireNonNull(id, "id");
      return this;
    }

    /** Where to look; called again, also there. Without it, {@link PluginSource#standard}. */
    public Builder source(PluginSource newSource) {
      this.source = source == null ? Objects.requireNonNull(newSource, "source") : source.and(newSource);
      return this;
    }

    /**
     * How long one call of a plugin may take while it is found and asked what it brings, 10 seconds where nobody says; a plugin that
     * takes longer is left out.
     *
     * @throws IllegalArgumentException where the time is not positive
     */
    public Builder budget(Duration newBudget) {
      this.budget = Containment.requirePositive(newBudget);
      return this;
    }

    /** Has plugins of folders and jars run in processes of their own; see {@link Isolation} for what that guarantees. */
    public Builder isolated(Isolation newIsolation) {
      this.isolation = Objects.requireNonNull(newIsolation, "isolation");
      return this;
    }

    /** Leaves out plugins, by id or class name; by its class, it is not even made. */
    public Builder exclude(String... idsOrClasses) {
      excluded.addAll(List.of(idsOrClasses));
      return this;
    }

    /** Keeps plugins, by id or class name, where others claim the same names; the others are left out whole. */
    public Builder prefer(String... idsOrClasses) {
      preferred.addAll(List.of(idsOrClasses));
      return this;
    }

    /** Makes {@link #build} fail where one of these plugins, by id, is not at work. */
    public Builder require(String... ids) {
      required.addAll(List.of(ids));
      return this;
    }

    /**
     * Leaves out all plugins that claim one name, instead of failing; against one of this library's own modules, only
     * the others. Of {@code lenient} and {@link #strict} the one called last holds.
     */
    public Builder lenient() {
      this.strictness = Strictness.LENIENT;
      return this;
    }

    /**
     * Makes {@link #build} fail where anything is wrong with any plugin, and tell all of it at once: what would be left out otherwise,
     * and the conflicts. What the host excludes, or leaves out because it prefers another, is not wrong. The {@link #catalogue} is
     * {@linkplain Catalogue#strict strict}, too, and so is the {@link #validation}. Of {@code strict} and {@link #lenient} the one called last holds; without either, what
     * is broken is left out and told, and plugins that claim one name are refused.
     */
    public Builder strict() {
      this.strictness = Strictness.STRICT;
      return this;
    }

    /**
     * Finds, checks and admits plugins, and logs what is left out, once, as a warning.
     *
     * @throws SiruException with {@link ErrorCode#PLUGINS} where several claim one name and the host has not settled
     *     it, a required plugin is not at work, or anything is wrong and the host is {@link #strict}, each of these on a line of its own;
     *     with {@link ErrorCode#UNKNOWN_NAME} where no plugin has the rule set; with {@link ErrorCode#REFUSED_INPUT} where the rule set
     *     gives a parameter what can be no value of it
     */
    public PluginRegistry build() {
      Discovery discovery = new Discovery(new Containment(budget), excluded, isolation != null);
      boolean built = false;
      try {
        (source == null ? PluginSource.standard() : source).search(discovery);
        Choices choices =
            new Choices(rules, ruleSetId, Set.copyOf(excluded), Set.copyOf(preferred), Set.copyOf(required), strictness, budget, isolation);
        PluginRegistry registry = new PluginRegistry(new Assembly(discovery, choices).assemble(), discovery.opened());
        built = true;
        return registry;
      } finally {
        if (!built) {
          close(discovery.opened());
        }
      }
    }
  }
}
