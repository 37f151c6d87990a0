package se.siru.core.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;
import se.siru.core.indicator.Catalogue;
import se.siru.core.indicator.DefinitionFiles;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonValue;
import se.siru.core.json.JsonWriter;
import se.siru.core.model.Schema;
import se.siru.core.portfolio.DefinitionFile;
import se.siru.core.portfolio.PortfolioBuilder;

/**
 * The definitions of indicators that a portfolio brings: in a folder {@code definitions.json} and the files of {@code definitions}, in a
 * document its member {@code definitions}. They are checked with the records, over the record types, extra fields and code lists that the
 * portfolio declares, and kept as they are written.
 */
final class BroughtDefinitions {
  /** The member of a document that holds definitions. */
  static final String MEMBER = "definitions";

  private final @Nullable Catalogue catalogue;
  private final Findings findings;

  /**
   * Definitions to be read.
   *
   * @param catalogue what they are put beside; null where that is not known, and names are not looked up
   */
  BroughtDefinitions(@Nullable Catalogue catalogue, Findings findings) {
    this.catalogue = catalogue;
    this.findings = findings;
  }

  /** Takes all problems of the portfolio. */
  Findings findings() {
    return findings;
  }

  /** Reads those of a folder. */
  void read(Folder folder, Schema schema, PortfolioBuilder into) throws IOException {
    DefinitionFiles files = files(schema);
    for (String name : folder.definitionFiles()) {
      Optional<Path> file =
          folder.file(name, rule -> findings.add(rule, Origin.of(DescriptorReader.FILE), "path", name));
      if (file.isPresent()) {
        try (InputStream in = Files.newInputStream(file.get())) {
          int most = (int) Math.min(Integer.MAX_VALUE - 8L, JsonLimits.defaults().maxDocumentBytes() + 1);
          byte[] json = in.readNBytes(most);
          files.read(new ByteArrayInputStream(json), name);
          into.definitions(new DefinitionFile(name, new String(json, StandardCharsets.UTF_8)));
        }
      }
    }
    tell(files);
  }

  /**
   * Reads those of a document.
   *
   * @param in the document, or as much of it as holds the member
   * @param definitions the member as it was read
   */
  void read(InputStream in, String source, JsonValue definitions, Schema schema, PortfolioBuilder into) {
    DefinitionFiles files = files(schema).readMember(in, source, MEMBER);
    into.definitions(new DefinitionFile(DefinitionFile.NAME, JsonWriter.text(definitions)));
    tell(files);
  }

  private DefinitionFiles files(Schema schema) {
    return DefinitionFiles.beside(catalogue == null ? Catalogue.empty() : catalogue, schema);
  }

  private void tell(DefinitionFiles files) {
    (catalogue == null ? files.mistakes() : files.problems()).forEach(findings::add);
  }
}
