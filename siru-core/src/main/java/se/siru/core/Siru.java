package se.siru.core;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.containment.Containment;
import se.siru.core.disclosure.Audience;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Evaluation;
import se.siru.core.evaluation.Results;
import se.siru.core.evaluation.Validation;
import se.siru.core.export.ExportContext;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.export.LossReport;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionFiles;
import se.siru.core.indicator.RuleSet;
import se.siru.core.intake.Import;
import se.siru.core.intake.Mapping;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.intake.Readers;
import se.siru.core.intake.UnreadPortfolio;
import se.siru.core.model.Schema;
import se.siru.core.pack.Pack;
import se.siru.core.pack.SteeringGroup;
import se.siru.core.plugin.Isolation;
import se.siru.core.plugin.PluginRegistry;
import se.siru.core.plugin.PluginReport;
import se.siru.core.plugin.PluginSource;
import se.siru.core.portfolio.Portfolio;
import se.siru.core.portfolio.PortfolioBuilder;
import se.siru.core.stability.Experimental;
import se.siru.core.stability.Provided;
import se.siru.core.translation.Translations;

/**
 * The way from records to published results in one place: read, evaluate, publish, export. Each step is also to be
 * had without the others, in the package of its name.
 *
 * <p>Immutable and thread-safe; make one and keep it.
 */
@Provided(since = "0.1.0")
public final class Siru implements AutoCloseable {
  private final PluginRegistry plugins;
  private final Schema schema;
  private final Catalogue catalogue;
  private final Validation validation;
  private final @Nullable Translations words;
  private final ExportContext context;
  private final Duration pluginBudget;

  private Siru(
      PluginRegistry plugins,
      Schema schema,
      Catalogue catalogue,
      Validation validation,
      @Nullable Translations words,
      ExportContext context,
      Duration pluginBudget) {
    this.plugins = plugins;
    this.schema = schema;
    this.catalogue = catalogue;
    this.validation = validation;
    this.words = words;
    this.context = context;
    this.pluginBudget = pluginBudget;
  }

  /**
   * With the plugins beside this library; see {@link #plugins} for what was found.
   *
   * @throws SiruException with {@link ErrorCode#PLUGINS} where two plugins claim one name
   */
  public static Siru load() {
    return builder().build();
  }

  /** Says which plugins are at work, and in which language texts are written. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Lets go of the jars of a directory of plugins, see {@link PluginRegistry#close}; also for all that {@link #with} made of this one.
   * Without such a directory there is nothing to close.
   */
  @Override
  public void close() {
    plugins.close();
  }

  /** What became of every plugin that was found. */
  public PluginReport plugins() {
    return plugins.report();
  }

  /** The indicators and functions of plugins and definitions. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** The rule set that indicators are counted under. */
  public RuleSet rules() {
    return catalogue.rules();
  }

  /** The rule sets of plugins, in order of their ids; {@link Builder#rules(String)} puts one to work. */
  public List<RuleSet> ruleSets() {
    return plugins.ruleSets();
  }

  /** The record types and code lists, those of plugins included. */
  public Schema schema() {
    return schema;
  }

  /** The formats that results can be exported in, in order of their names. */
  public List<FormatDescriptor> formats() {
    return plugins.formats();
  }

  /**
   * With the indicators of a JSON file beside those of the plugins. This gives another {@link Siru} and leaves this one as it is.
   *
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where the file cannot be read,
   *     {@link ErrorCode#REFUSED_INPUT} and all findings where it has errors, names that are taken or not known among them
   */
  public Siru withDefinitions(Path file) {
    return withDefinitions(file, schema());
  }

  /**
   * As {@link #withDefinitions(Path)}, over the record types of a schema: {@link Portfolio#schema} where definitions
   * ask about extra fields that a portfolio declares.
   *
   * @throws SiruException as {@link #withDefinitions(Path)} does
   */
  public Siru withDefinitions(Path file, Schema schema) {
    return with(definitions(schema).read(file));
  }

  /**
   * As {@link #withDefinitions(Path)}, from a stream that stays open; {@code source} is what findings call it.
   *
   * @throws SiruException as {@link #withDefinitions(Path)} does
   */
  public Siru withDefinitions(InputStream in, String source) {
    return with(definitions(schema()).read(in, source));
  }

  /**
   * With the indicators that a portfolio brings. Reading a portfolio adds nothing to a catalogue, so that what is at work is what somebody
   * put to work; results warn where they leave out indicators that their portfolio brings.
   *
   * @return this one where it brings none
   * @throws SiruException with {@link ErrorCode#REFUSED_INPUT} and all findings, names that are taken or not known among them
   */
  public Siru withDefinitions(Portfolio portfolio) {
    if (portfolio.definitions().isEmpty()) {
      return this;
    }
    DefinitionFiles files = definitions(portfolio.schema());
    portfolio.definitions().forEach(files::read);
    return with(files);
  }

  /** No files of definitions yet, to be read one by one beside this catalogue and given to {@link #with}. */
  public DefinitionFiles definitions(Schema schema) {
    return DefinitionFiles.beside(catalogue, schema);
  }

  /**
   * With the indicators of several files that may name each other's; {@link #definitions} begins them.
   *
   * @throws SiruException with {@link ErrorCode#REFUSED_INPUT} and the findings of all files where there are errors
   */
  public Siru with(DefinitionFiles files) {
    return new Siru(plugins, schema, files.catalogue(), validation, words, context, pluginBudget);
  }

  /** The readers of foreign files, those of plugins included. */
  public Readers readers() {
    return plugins.readers();
  }

  /**
   * Reads and checks portfolios, by the rules of plugins, too; gives findings also where all is well. Indicators that a portfolio brings
   * are held against the catalogue, and not added to it: see {@link #withDefinitions(Portfolio)}.
   */
  public PortfolioReader reader() {
    return PortfolioReader.of(schema()).heldTo(validation).beside(catalogue);
  }

  /** Starts a portfolio of the host's own records, which is held to the rules of plugins, too. */
  public PortfolioBuilder portfolio() {
    return Portfolio.builder(schema()).heldTo(validation);
  }

  /**
   * Reads a mapping, which may name the readers, fields and code lists of plugins.
   *
   * @param findings takes everything that is wrong with it
   * @return the mapping, or empty where anything was wrong with it
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where the file cannot be read
   */
  public Optional<Mapping> mapping(Path file, Findings findings) {
    return Mapping.read(file, schema(), readers(), findings);
  }

  /** Starts an import of files, or of all files in folders, whose records are held to the rules of plugins, too. */
  public Import importing(Mapping mapping, List<Path> filesOrFolders) {
    return Import.of(mapping, filesOrFolders).heldTo(validation);
  }

  /** The rules of plugins that portfolios are held to beside this library's own. */
  public Validation validation() {
    return validation;
  }

  /** The languages that texts are there in, at least in part: Swedish, English, and those of plugins and {@link Builder#translations}. */
  public SortedSet<String> languages() {
    SortedSet<String> all = new TreeSet<>(plugins.languages());
    all.addAll(List.of("en", "sv"));
    if (words != null) {
      all.add(words.language());
    }
    return all;
  }

  /** A finding with the words of further languages, those of plugins and of {@link Builder#translations}. */
  public Finding translated(Finding finding) {
    Finding known = finding.translated(plugins.translation());
    return words == null ? known : known.translated(words);
  }

  /**
   * Reads a portfolio.
   *
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where it cannot be read, {@link ErrorCode#REFUSED_INPUT}
   *     and all findings where it has errors
   */
  public Portfolio read(Path source) {
    return reader().read(source).orThrow();
  }

  /** Starts an evaluation of a portfolio by the indicators of the catalogue. */
  public Evaluation evaluate(Portfolio portfolio) {
    return Evaluation.of(portfolio, catalogue).pluginBudget(pluginBudget);
  }

  /**
   * Starts an evaluation by the indicators of the catalogue that reads what was not read of a portfolio, and keeps no records that are needed
   * once: see {@link Evaluation#of(UnreadPortfolio, Catalogue)}. {@code reader().open(path)} gives one.
   */
  @Experimental(since = "0.1.0")
  public Evaluation evaluate(UnreadPortfolio source) {
    return Evaluation.of(source, catalogue).pluginBudget(pluginBudget);
  }

  /**
   * What an audience may see of results.
   *
   * @throws SiruException with {@link ErrorCode#AUDIENCE_REFUSED} where it may see nothing yet
   */
  public Publication publish(Results results, Audience audience) {
    return Publication.of(results, audience);
  }

  /**
   * Writes a publication in a format, and flushes the stream without closing it.
   *
   * @return what the format could not hold
   * @throws SiruException see {@link PluginRegistry#export}
   */
  public LossReport export(Publication publication, String format, OutputStream out) {
    return export(publication, format, context, out);
  }

  /** As {@link #export(Publication, String, OutputStream)}, with a language and width of its own. */
  public LossReport export(Publication publication, String format, ExportContext wishes, OutputStream out) {
    return plugins.export(publication, format, wishes, out);
  }

  /** Starts a pack for a steering group, of a portfolio by the indicators of the catalogue. */
  @Experimental(since = "0.1.0")
  public SteeringGroup steeringGroup(Portfolio portfolio) {
    return SteeringGroup.of(portfolio, catalogue);
  }

  /** The formats that packs can be written in, in order of their names. */
  @Experimental(since = "0.1.0")
  public List<FormatDescriptor> packFormats() {
    return plugins.packFormats();
  }

  /**
   * Writes a pack in a format, and flushes the stream without closing it.
   *
   * @throws SiruException see {@link PluginRegistry#render}
   */
  @Experimental(since = "0.1.0")
  public void render(Pack pack, String format, OutputStream out) {
    plugins.render(pack, format, out);
  }

  /** Puts a {@link Siru} together. Not thread-safe. */
  @Provided(since = "0.1.0")
  public static final class Builder {
    private final PluginRegistry.Builder registry = PluginRegistry.builder();
    private ExportContext context = ExportContext.of("en");
    private Duration pluginBudget = Containment.BUDGET;
    private @Nullable Translations translations;

    private Builder() {}

    /** Where to look for plugins; called again, also there. Without it, {@link PluginSource#standard}. */
    public Builder plugins(PluginSource source) {
      registry.source(source);
      return this;
    }

    /** See {@link PluginRegistry.Builder#exclude}. */
    public Builder exclude(String... idsOrClasses) {
      registry.exclude(idsOrClasses);
      return this;
    }

    /** See {@link PluginRegistry.Builder#prefer}. */
    public Builder prefer(String... idsOrClasses) {
      registry.prefer(idsOrClasses);
      return this;
    }

    /** See {@link PluginRegistry.Builder#require}. */
    public Builder require(String... ids) {
      registry.require(ids);
      return this;
    }

    /** See {@link PluginRegistry.Builder#lenient}. */
    public Builder lenient() {
      registry.lenient();
      return this;
    }

    /**
     * Refuses whatever is wrong with any plugin, see {@link PluginRegistry.Builder#strict}, and evaluations in which code of a plugin
     * fails: they give no results, and the exception has all failures.
     */
    public Builder strict() {
      registry.strict();
      return this;
    }

    /**
     * How long one call of a plugin's code may take, when it is found and in evaluations; 10 seconds where nobody says.
     *
     * @throws IllegalArgumentException where the time is not positive
     */
    public Builder pluginBudget(Duration budget) {
      registry.budget(budget);
      this.pluginBudget = budget;
      return this;
    }

    /** See {@link PluginRegistry.Builder#isolated}. */
    public Builder isolated(Isolation isolation) {
      registry.isolated(isolation);
      return this;
    }

    /** See {@link PluginRegistry.Builder#rules(String)}. */
    public Builder rules(String id) {
      registry.rules(id);
      return this;
    }

    /** See {@link PluginRegistry.Builder#rules(RuleSet)}; {@link se.siru.core.indicator.RuleSetReader} reads one. */
    public Builder rules(RuleSet rules) {
      registry.rules(rules);
      return this;
    }

    /** The language of texts in exports; by default English. */
    public Builder language(String language) {
      this.context = ExportContext.of(Objects.requireNonNull(language, "language"));
      return this;
    }

    /**
     * The words of a further language, for record types, fields, code lists and indicators, those of plugins included. Texts are written in it
     * where {@link #language} says so.
     */
    public Builder translations(Translations words) {
      this.translations = Objects.requireNonNull(words, "words");
      return this;
    }

    /**
     * Finds the plugins.
     *
     * @throws SiruException with {@link ErrorCode#PLUGINS} where several claim one name, a required one is not at
     *     work, or anything is wrong and the host is {@link #strict}; for the rule set, as {@link PluginRegistry.Builder#build} does
     */
    public Siru build() {
      PluginRegistry plugins = registry.build();
      Translations words = translations;
      return words == null
          ? new Siru(plugins, plugins.schema(), plugins.catalogue(), plugins.validation(), null, context, pluginBudget)
          : new Siru(
              plugins,
              plugins.schema().translated(words),
              plugins.catalogue().translated(words),
              plugins.validation().translated(words),
              words,
              context,
              pluginBudget);
    }
  }
}
