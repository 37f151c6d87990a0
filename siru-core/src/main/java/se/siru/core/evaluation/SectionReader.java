package se.siru.core.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.Finding;
import se.siru.core.finding.Findings;
import se.siru.core.finding.SiruException;
import se.siru.core.json.JsonAccess;
import se.siru.core.json.JsonException;
import se.siru.core.json.JsonFile;
import se.siru.core.json.JsonFindings;
import se.siru.core.json.JsonLimits;
import se.siru.core.json.JsonReader;
import se.siru.core.model.Periods;
import se.siru.core.model.TimePeriod;
import se.siru.core.stability.Experimental;
import se.siru.core.text.LocalizedText;

/**
 * Reads the sections of a report from a file, {@code siru-sections/1}; the format is described in
 * {@code docs/reference/command-line.md}. Reading is strict, and all mistakes are told at once. Whether there are such indicators
 * and dimensions is seen when they are evaluated.
 */
@Experimental(since = "0.1.0")
public final class SectionReader {
  /** The format that is read. */
  public static final String FORMAT = "siru-sections/1";

  private static final String TOTAL = "total";

  private final String source;
  private final Findings findings;

  private SectionReader(String source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  /**
   * Reads a file.
   *
   * @throws SiruException with {@link ErrorCode#UNREADABLE} where it cannot be read, with {@link ErrorCode#REFUSED_INPUT} and all
   *     findings where it has errors
   */
  public static List<Section> read(Path file) {
    return JsonFile.read(file, SectionReader::read);
  }

  /**
   * Reads a document and leaves the stream open.
   *
   * @param source what findings call the document
   * @throws SiruException as {@link #read(Path)} does
   */
  public static List<Section> read(InputStream in, String source) {
    Findings findings = new Findings();
    List<Section> sections = List.of();
    try {
      sections =
          new SectionReader(source, findings)
              .document(JsonAccess.of(JsonReader.readObject(in, source, JsonLimits.defaults()), JsonFindings.into(findings, source)));
    } catch (JsonException refused) {
      findings.add(JsonFindings.of(refused));
    } catch (IOException e) {
      throw SiruException.of(ErrorCode.UNREADABLE, "cannot read " + source, e);
    }
    if (findings.hasErrors()) {
      List<Finding> list = findings.list();
      throw new SiruException(ErrorCode.REFUSED_INPUT, "the sections have errors: " + list.get(0), list);
    }
    return sections;
  }

  private List<Section> document(JsonAccess access) {
    Optional<String> format = access.requiredText("siru");
    if (format.isPresent() && !format.get().equals(FORMAT)) {
      findings.add(
          SectionRules.FORMAT, JsonFindings.origin(source, access.position()), "found", format.get(), "accepted", FORMAT);
      return List.of();
    }
    access.requiredArray("sections");
    List<Section> sections = new ArrayList<>();
    access.objects("sections").forEach(each -> section(each).ifPresent(sections::add));
    access.has("$schema");
    access.finish();
    return List.copyOf(sections);
  }

  private Optional<Section> section(JsonAccess access) {
    access.requiredValue("title");
    LocalizedText title = LocalizedText.of(access.textMap("title"));
    LocalizedText about = LocalizedText.of(access.textMap("about"));
    boolean named = access.requiredValue("indicators").isPresent();
    List<String> indicators = access.texts("indicators").stream().map(String::strip).toList();
    List<TimePeriod> periods = periods(access);
    List<String> by = access.texts("by");
    access.finish();
    if (named && indicators.isEmpty()) {
      findings.add(SectionRules.NOTHING, JsonFindings.origin(source, access.position()));
    }
    return indicators.isEmpty() || periods.isEmpty()
        ? Optional.empty()
        : Optional.of(new Section(title, about, indicators, periods, by));
  }

  private List<TimePeriod> periods(JsonAccess access) {
    String text = access.text("periods").orElse(TOTAL);
    try {
      return Periods.parse(text);
    } catch (SiruException noPeriods) {
      findings.add(
          SectionRules.PERIODS, JsonFindings.origin(source, access.position()), "value", text, "reason",
          String.valueOf(noPeriods.getMessage()));
      return List.of();
    }
  }
}
