package se.siru.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.siru.core.Siru;
import se.siru.core.intake.SchemaDocument;
import se.siru.core.translation.Translations;

/** {@code schema}. */
@Command(
    name = "schema",
    description = {
      "Describe the records that a portfolio holds: a data dictionary for people, or a JSON Schema for programs.",
      "With --mapping, --definitions or --rules: a JSON Schema of such files, by which editors complete and check them.",
      "With --format translations: a file of all texts, to be filled in for a further language."
    })
final class SchemaCommand extends CliCommand {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  Format format = Format.MARKDOWN;

  @Option(
      names = "--to",
      paramLabel = "LANG",
      description = "The language of a file of translations that is to be filled in. Default: ${DEFAULT-VALUE}.")
  String to = "xx";

  @Option(names = "--mapping", description = "The JSON Schema of mappings, with all readers at hand.")
  boolean mapping;

  @Option(names = "--definitions", description = "The JSON Schema of files of definitions.")
  boolean definitions;

  @Option(names = "--rules", description = "The JSON Schema of rule sets.")
  boolean rules;

  @Option(names = "--out", paramLabel = "FILE", description = "Write to a file. Default: standard output.")
  @Nullable Path out;

  /** How the schema is described. */
  enum Format {
    MARKDOWN("markdown"),
    JSON_SCHEMA("json-schema"),
    TRANSLATIONS("translations");

    private final String word;

    Format(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  @Override
  int run(Terminal terminal) throws IOException {
    Siru siru = siru(terminal);
    if (Stream.of(mapping, definitions, rules).filter(asked -> asked).count() > 1) {
      throw new UsageException("--mapping, --definitions and --rules are asked for one at a time");
    }
    String text = mapping ? SchemaDocument.mappingSchema(siru.schema(), siru.readers())
        : definitions ? SchemaDocument.definitionSchema(siru.schema())
        : rules ? SchemaDocument.ruleSetSchema()
        : ofPortfolio(siru);
    OutputFile.write(out, terminal, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    return ExitCode.DONE;
  }

  private String ofPortfolio(Siru siru) {
    switch (format) {
      case MARKDOWN:
        return SchemaDocument.markdown(siru.schema(), language());
      case TRANSLATIONS:
        return Translations.template(siru.schema(), siru.catalogue(), to);
      default:
        return SchemaDocument.jsonSchema(siru.schema());
    }
  }
}
