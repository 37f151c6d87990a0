package se.siru.core.format.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.siru.core.disclosure.Publication;
import se.siru.core.evaluation.Cell;
import se.siru.core.export.ExportContext;
import se.siru.core.export.Exporter;
import se.siru.core.export.FormatDescriptor;
import se.siru.core.export.LossReport;
import se.siru.core.finding.Finding;
import se.siru.core.indicator.Indicator;
import se.siru.core.model.TimePeriod;
import se.siru.core.model.Value;
import se.siru.core.text.LocalizedText;

/**
 * One matrix of indicators and periods where nothing is broken down, else a block for each indicator with its codes
 * and periods. Plain text without control sequences.
 */
final class TextExporter implements Exporter {
  private static final FormatDescriptor FORMAT = FormatDescriptor.of("table", "text/plain", "txt").withoutSources();
  private static final String DAGGER = "\u00a0†";
  private static final String DOUBLE_DAGGER = "\u00a0‡";
  private static final int MOST_NOTES = 12;

  @Override
  public FormatDescriptor format() {
    return FORMAT;
  }

  @Override
  public LossReport export(Publication publication, ExportContext context, OutputStream out) throws IOException {
    out.write(new Page(publication, context).text().getBytes(StandardCharsets.UTF_8));
    return LossReport.none()
        .and(
            "digits",
            LocalizedText.of(
                "Tal är avrundade för läsning; formaten csv och json har dem exakt.",
                "Numbers are rounded for reading; the formats csv and json hold them exactly."))
        .and(
            "definitions",
            LocalizedText.of(
                "Definitioner ryms inte; formatet json har dem.",
                "Definitions have no place here; the format json holds them."));
  }

  /** One text in the making. */
  private static final class Page {
    private final Publication publication;
    private final Words words;
    private final int width;
    private final boolean heading;
    private final List<Block> blocks;
    private final Map<Block.Rows, Numbers> numbersByRows = new HashMap<>();
    private final StringBuilder out = new StringBuilder();
    private final Set<Value.Reason> reasons = new TreeSet<>();
    private final Set<String> notes = new TreeSet<>();
    private boolean dagger;
    private boolean doubleDagger;

    Page(Publication publication, ExportContext context) {
      this.publication = publication;
      this.words = new Words(context.language());
      this.width = context.width();
      this.heading = context.hasHeading();
      this.blocks = Block.of(publication);
    }

    String text() {
      if (heading) {
        head();
      }
      if (publication.breakdowns().isEmpty()) {
        matrix();
      } else {
        blocks.forEach(this::block);
      }
      legend();
      findings();
      return out.toString();
    }

    private void head() {
      String name = words.in(publication.title());
      List<String> facts = new ArrayList<>();
      publication.recordedAt().ifPresent(day -> facts.add(words.asOf(day.toString())));
      facts.add(publication.currency());
      facts.add(words.audience(publication.audience()));
      facts.add(words.rules(publication.rules().reference()));
      paragraph(name.isEmpty() ? words.untitled() : name, 0);
      paragraph(String.join(" · ", facts), 0);
    }

    private void matrix() {
      out.append('\n');
      int codeWidth = blocks.stream().mapToInt(block -> Grid.width(block.code())).max().orElse(0);
      Grid grid = new Grid(words.indicator(), headings());
      for (Block block : blocks) {
        String lead = block.code() + Grid.blanks(codeWidth - Grid.width(block.code()) + 2) + name(block);
        block.margins().flatMap(margin -> block.rows(margin).map(row -> cells(block, margin, row)))
            .forEach(cells -> grid.row(lead, codeWidth + 2, cells, block.unit(publication, words)));
      }
      grid.write(out, width);
      leftOut();
    }

    /** Blocks that leave out the same records share a row. */
    private void leftOut() {
      Map<List<String>, List<String>> codes = new LinkedHashMap<>();
      for (Block block : blocks) {
        List<String> counts = counts(block);
        boolean attainment = !block.code().equals(block.indicator().code());
        if (!attainment && counts.stream().anyMatch(count -> !count.equals("0"))) {
          codes.computeIfAbsent(counts, key -> new ArrayList<>()).add(block.code());
        }
      }
      if (!codes.isEmpty()) {
        out.append('\n');
        Grid grid = new Grid(words.leftOutLong(), headings());
        codes.forEach((counts, sharing) -> grid.row(String.join(", ", sharing), 0, counts, ""));
        grid.write(out, width);
      }
    }

    /** How many records the total of each period leaves out. */
    private List<String> counts(Block block) {
      List<String> counts = new ArrayList<>();
      for (TimePeriod period : publication.periods()) {
        Cell total = block.cell(List.of(), Map.of(), period.label());
        counts.add(Numbers.whole(total == null ? 0 : total.unknown()));
      }
      return counts;
    }

    private void block(Block block) {
      out.append('\n');
      String unit = block.unit(publication, words);
      String suffix = unit.isEmpty() ? "" : " (" + unit + ")";
      paragraph(block.code() + "  " + name(block) + suffix, Grid.width(block.code()) + 2);
      Grid grid = new Grid("", headings());
      block.margins().forEach(margin -> {
        if (!margin.isEmpty()) {
          List<String> names = margin.stream().map(each -> words.in(publication.dimensionLabel(each))).toList();
          grid.heading(String.join(" × ", names));
        }
        List<String> above = new ArrayList<>();
        block.rows(margin).forEach(codes -> row(grid, block, margin, codes, above));
      });
      List<String> counts = counts(block);
      if (counts.stream().anyMatch(count -> !count.equals("0"))) {
        grid.row(words.leftOut(), 2, counts, "");
      }
      grid.write(out, width);
    }

    /** A row under the codes that it shares with the row before, {@code above}. */
    private void row(Grid grid, Block block, List<String> margin, Map<String, String> codes, List<String> above) {
      List<String> labels =
          margin.stream()
              .map(each -> words.in(publication.codeLabel(each, codes.getOrDefault(each, ""))))
              .toList();
      for (int depth = 0; depth < labels.size() - 1; depth++) {
        if (above.size() <= depth || !above.get(depth).equals(labels.get(depth))) {
          grid.heading(Grid.blanks(2 * depth + 2) + labels.get(depth));
          above.subList(Math.min(depth, above.size()), above.size()).clear();
          above.add(labels.get(depth));
        }
      }
      int depth = labels.size();
      String lead = depth == 0 ? words.total() : Grid.blanks(2 * depth) + labels.get(depth - 1);
      grid.row(lead, 2 * depth + 2, cells(block, margin, codes), "");
    }

    private List<String> headings() {
      return publication.periods().stream()
          .map(period -> period.isTotal() ? words.allTime() : Words.plain(publication.periodName(period)))
          .toList();
    }

    private String name(Block block) {
      Indicator indicator = block.indicator();
      boolean open = indicator.needsConfirming();
      dagger |= open;
      doubleDagger |= block.isPreview();
      return block.name(words) + (open ? DAGGER : "") + (block.isPreview() ? DOUBLE_DAGGER : "");
    }

    private List<String> cells(Block block, List<String> margin, Map<String, String> codes) {
      Numbers numbers =
          numbersByRows.computeIfAbsent(
              block.rowsLike(margin), rows -> new Numbers(block.cells(rows), words.isSwedish()));
      List<String> texts = new ArrayList<>();
      for (TimePeriod period : publication.periods()) {
        texts.add(text(block.cell(margin, codes, period.label()), block, numbers));
      }
      return texts;
    }

    private String text(@Nullable Cell cell, Block block, Numbers numbers) {
      if (cell == null) {
        return "";
      }
      if (!(cell.value() instanceof Value.Absent)) {
        return numbers.text(cell);
      }
      Value.Absent absent = (Value.Absent) cell.value();
      reasons.add(absent.reason());
      if (!absent.note().isEmpty()) {
        notes.add(block.code() + " " + words.reason(absent.reason()) + ": " + words.in(absent.note()));
      }
      return words.reason(absent.reason());
    }

    /** The days of periods that are shown by a name of the decided plan. */
    private void periods() {
      List<String> days = new ArrayList<>();
      for (TimePeriod period : publication.periods()) {
        String name = publication.periodName(period);
        LocalDate until = period.until();
        if (!name.equals(period.label()) && until != null) {
          days.add(Words.plain(name) + ": " + period.from() + "–" + until.minusDays(1));
        }
      }
      if (!days.isEmpty()) {
        out.append('\n');
        paragraph(String.join("; ", days), 2);
      }
    }

    private void legend() {
      periods();
      if (dagger || doubleDagger || !reasons.isEmpty()) {
        out.append('\n');
      }
      if (dagger) {
        paragraph(DAGGER.substring(1) + " " + words.unconfirmed(), 2);
      }
      if (doubleDagger) {
        paragraph(DOUBLE_DAGGER.substring(1) + " " + words.preview(), 2);
      }
      reasons.forEach(reason -> paragraph(words.reason(reason) + ": " + words.meaning(reason), 2));
      notes.stream().limit(MOST_NOTES).forEach(note -> paragraph("  " + note, 4));
      if (notes.size() > MOST_NOTES) {
        paragraph("  " + words.more(notes.size() - MOST_NOTES), 4);
      }
    }

    private void findings() {
      if (publication.findings().isEmpty()) {
        return;
      }
      out.append('\n').append(words.findings()).append('\n');
      for (Finding finding : publication.findings()) {
        String message = Words.plain(finding.message(words.language()));
        String help = Words.plain(finding.help(words.language()));
        String stop = help.isEmpty() || message.endsWith(".") ? "" : ".";
        paragraph("  " + message + stop + " " + help, 4);
      }
    }

    private void paragraph(String text, int hang) {
      Grid.wrap(text, width, hang).forEach(line -> out.append(line).append('\n'));
    }
  }
}
