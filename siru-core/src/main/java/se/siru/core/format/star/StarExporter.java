package se.siru.core.format.star;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import se.siru.core.disclosure.Publication;
import se.siru.core.export.ExportContext;
import se.siru.core.export.Exporter;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.export.LossReport;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/**
 * Fact and dimension tables as one zip file of CSV files. Entries are stored and not deflated, in a fixed order and with a fixed
 * time, so that the same publication gives the same bytes whatever library compresses.
 */
final class StarExporter implements Exporter {
  private static final FormatDescriptor FORMAT = FormatDescriptor.of("star", "application/zip", "zip");
  /** The first minute that a zip entry can hold without a time zone is the one that stands for all earlier ones. */
  private static final LocalDateTime EARLY = LocalDateTime.of(1980, 2, 1, 0, 0);

  @Override
  public FormatDescriptor format() {
    return FORMAT;
  }

  @Override
  public LossReport export(Publication publication, ExportContext context, OutputStream out) throws IOException {
    List<StarTable> tables = new Star(publication).tables();
    ZipOutputStream zip = new ZipOutputStream(out);
    for (StarTable table : tables) {
      byte[] bytes = table.bytes();
      CRC32 checksum = new CRC32();
      checksum.update(bytes);
      ZipEntry entry = new ZipEntry(table.fileName());
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(bytes.length);
      entry.setCompressedSize(bytes.length);
      entry.setCrc(checksum.getValue());
      entry.setTimeLocal(EARLY);
      zip.putNextEntry(entry);
      zip.write(bytes);
      zip.closeEntry();
    }
    zip.finish();
    return losses(publication);
  }

  private static LossReport losses(Publication publication) {
    LossReport losses = LossReport.none();
    if (!publication.findings().isEmpty()) {
      losses =
          losses.and(
              "findings",
              LocalizedText.of(
                  "Anmärkningar har ingen tabell; formatet json har dem.",
                  "Findings have no table; the format json holds them."));
    }
    if (publication.cells().anyMatch(cell -> cell.value() instanceof Value.Interval)) {
      losses =
          losses.and(
              "intervals",
              LocalizedText.of(
                  "Ett intervall är inte ett värde; sådana rader har status interval och inget värde.",
                  "An interval is not one value; such rows have the status interval and no value."));
    }
    return losses;
  }
}
