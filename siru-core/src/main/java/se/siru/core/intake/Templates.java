package se.siru.core.intake;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.stability.Experimental;

/** Makes empty portfolios to start from. */
@Experimental(since = "0.1.0")
public final class Templates {
  private Templates() {}

  /**
   * Writes a portfolio folder with the header row of every record type and no record.
   *
   * @param name what people call the portfolio; may be empty
   * @throws SiruException with {@link ErrorCode#UNWRITABLE} where the folder cannot be written or holds anything already
   */
  public static void writeEmptyPortfolio(Path folder, String name, Schema schema) {
    requireNonNull(folder, "folder");
    if (FolderSwap.holdsAnything(folder)) {
      String why = Files.isDirectory(folder) ? ": the folder is not empty" : ": it is no folder";
      throw new SiruException(ErrorCode.UNWRITABLE, "cannot write " + folder + why);
    }
    PortfolioWriter writer = PortfolioWriter.of(schema).name(name);
    for (RecordType type : schema.types()) {
      writer.records(type, List.of());
    }
    writer.write(folder);
  }
}
