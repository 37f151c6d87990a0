package se.siru.core.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.siru.core.finding.Findings;
import se.siru.core.finding.Origin;

/**
 * How the characters of a file are written: what the mapping says; else what the file's first bytes say; else UTF-8 where
 * all of it is UTF-8; else UTF-16 where every other byte is zero, or Windows-1252 where its bytes make sense as that.
 */
record CsvEncoding(Charset charset) {
  /** The encodings that a mapping may name. */
  static final List<String> NAMES = List.of("utf-8", "windows-1252", "iso-8859-1", "utf-16");

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Map<String, Charset> BY_NAME =
      Map.of(
          "utf-8", StandardCharsets.UTF_8,
          "windows-1252", WINDOWS,
          "iso-8859-1", StandardCharsets.ISO_8859_1,
          "utf-16", StandardCharsets.UTF_16);
  private static final int CHUNK = 1 << 16;

  static CsvEncoding of(ReaderInput input, String stated, Findings findings) throws IOException {
    Origin file = Origin.of(input.name());
    String marked = marked(input);
    Charset byMapping = BY_NAME.get(stated);
    if (byMapping != null) {
      if (!marked.isEmpty() && !marked.equals(stated)) {
        findings.add(ReadingRules.ENCODING_STATED, file, "found", marked, "encoding", stated);
      }
      return new CsvEncoding(byMapping);
    }
    if (!marked.isEmpty()) {
      if (!marked.equals("utf-8")) {
        findings.add(ReadingRules.ENCODING_MARKED, file, "encoding", marked);
      }
      return new CsvEncoding(BY_NAME.getOrDefault(marked, StandardCharsets.UTF_8));
    }
    ByteEvidence evidence = new ByteEvidence();
    try (InputStream in = input.open()) {
      byte[] chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        evidence.see(chunk, read);
      }
    }
    evidence.finish();
    return new CsvEncoding(found(evidence, file, findings));
  }

  private static Charset found(ByteEvidence evidence, Origin file, Findings findings) {
    if (evidence.looksLikeUtf16()) {
      Charset charset = evidence.zeroIsSecond() ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
      findings.add(ReadingRules.ENCODING_UTF16, file,
          "encoding", charset.name().toLowerCase(Locale.ROOT), "count", Long.toString(evidence.zeros()));
      return charset;
    }
    if (evidence.isUtf8()) {
      return StandardCharsets.UTF_8;
    }
    String offset = Long.toString(evidence.firstBad());
    if (evidence.isPartlyUtf8()) {
      findings.add(ReadingRules.ENCODING_MIXED, file, "sequences", Long.toString(evidence.sequences()),
          "bad", Long.toString(evidence.bad()), "offset", offset, "byte", evidence.firstBadByte());
    } else {
      findings.add(evidence.makesSenseAsWindows() ? ReadingRules.ENCODING_WINDOWS : ReadingRules.ENCODING_UNKNOWN, file,
          "offset", offset, "byte", evidence.firstBadByte());
    }
    return WINDOWS;
  }

  /** The encoding of the byte order mark that a file begins with; empty where it has none. */
  private static String marked(ReaderInput input) throws IOException {
    byte[] start;
    try (InputStream in = input.open()) {
      start = in.readNBytes(3);
    }
    int first = start.length > 1 ? (start[0] & 0xFF) << 8 | start[1] & 0xFF : 0;
    if (first == 0xFEFF || first == 0xFFFE) {
      return "utf-16";
    }
    return first == 0xEFBB && start.length > 2 && (start[2] & 0xFF) == 0xBF ? "utf-8" : "";
  }
}
