package se.siru.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.siru.core.Siru;
import se.siru.core.finding.Findings;
import se.siru.core.intake.PortfolioReader;
import se.siru.core.portfolio.Portfolio;
import se.siru.indicators.sroi.SroiCalculation;

/** {@code sroi DIR}. */
@Command(
    name = "sroi",
    description =
        "Compute social return on investment (SI-S01 to SI-S03) by scenario, with how far it depends on each assumption.")
final class SroiCommand extends CliCommand {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT = 2;

  @Parameters(paramLabel = "DIR", description = "The folder of the portfolio, or a .json or .jsonl document with one.")
  Path folder = Path.of("");

  @Option(
      names = "--rate",
      paramLabel = "PERCENT",
      required = true,
      description = "The discount rate a year in percent, such as 3.5. There is no default.")
  BigDecimal rate = BigDecimal.ZERO;

  @Option(
      names = "--first-year-discounted",
      paramLabel = "YES|NO",
      required = true,
      description = "Whether what falls in year 1 is discounted by one year: yes or no. There is no default.")
  YesNo firstYearDiscounted = YesNo.NO;

  @Option(
      names = "--sensitivity",
      paramLabel = "PERCENT",
      description =
          "By how much of itself each assumption is lowered and raised; durations by one year. Default: ${DEFAULT-VALUE}.")
  BigDecimal sensitivity = BigDecimal.TEN;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  TableFormat format = TableFormat.TABLE;

  @Option(names = "--out", paramLabel = "FILE", description = "Write to a file. Default: standard output.")
  @Nullable Path out;

  /** An answer. */
  enum YesNo {
    YES,
    NO;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  int run(Terminal terminal) throws IOException {
    checkPercent("--rate", rate);
    checkPercent("--sensitivity", sensitivity);
    Siru siru = siru(terminal);
    PortfolioReader.Result read = siru.reader().read(folder);
    findings(terminal).print(read.findings());
    if (read.portfolio().isEmpty()) {
      return ExitCode.FOUND;
    }
    Portfolio portfolio = read.portfolio().get();
    Findings told = new Findings();
    List<SroiCalculation> calculations =
        SroiCalculation.of(portfolio, rate.movePointLeft(PERCENT), firstYearDiscounted == YesNo.YES, told);
    findings(terminal).print(told.list());
    if (told.hasErrors()) {
      return ExitCode.FOUND;
    }
    SroiTables tables = new SroiTables(portfolio, calculations, sensitivity.movePointLeft(PERCENT), language());
    OutputFile.write(
        out,
        terminal,
        stream -> {
          if (format == TableFormat.CSV) {
            tables.writeCsv(stream);
          } else {
            stream.write(tables.text().getBytes(StandardCharsets.UTF_8));
          }
        });
    return ExitCode.DONE;
  }

  private static void checkPercent(String option, BigDecimal value) {
    if (value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
      throw new UsageException(option + " is from 0 to 100, not " + value.toPlainString());
    }
  }
}
