package se.siru.example.xlsx;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import se.siru.core.finding.Origin;
import se.siru.core.intake.ReaderInput;

/**
 * The parts of a workbook, which is a ZIP archive. Only its directory is believed, and not more than it can show: names lead
 * nowhere else, a part that would grow out of proportion is refused before it is read, and one that grows beyond what is
 * stated while it is read.
 */
final class WorkbookPackage {
  /** The largest file. */
  static final int MOST_BYTES = 32 << 20;
  /** The most that one part may inflate to. */
  static final long MOST_OF_A_PART = 128L << 20;
  /** How many times as large a part may become, above what is small anyway. */
  static final long MOST_TIMES = 100;

  private static final int MOST_PARTS = 2_000;
  private static final long SMALL = 1 << 20;
  private static final int END = 0x06054b50;
  private static final int ENTRY = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int SIZE_OF_END = 22;
  private static final int SIZE_OF_ENTRY = 46;
  private static final int SIZE_OF_LOCAL = 30;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};

  private final Origin file;
  private final ByteBuffer bytes;
  private final Map<String, Entry> entries = new HashMap<>();

  /** One part, as the directory has it. */
  private record Entry(String name, int flags, int method, int packed, int unpacked, int at) {}

  private WorkbookPackage(Origin file, byte[] bytes) {
    this.file = file;
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Reads the directory of a workbook. */
  static WorkbookPackage read(ReaderInput input) throws IOException, BadWorkbook {
    Origin file = Origin.of(input.name());
    byte[] bytes;
    try (InputStream in = input.open()) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new BadWorkbook(XlsxRules.TOO_LARGE, file,
          "part", input.name(), "most", Integer.toString(MOST_BYTES >> 20), "unit", "MB");
    }
    if (Arrays.equals(OLD, Arrays.copyOf(bytes, OLD.length))) {
      boolean encrypted = contains(bytes, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE));
      throw new BadWorkbook(encrypted ? XlsxRules.ENCRYPTED : XlsxRules.OLD_FORMAT, file);
    }
    WorkbookPackage made = new WorkbookPackage(file, bytes);
    made.directory();
    return made;
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int at = 0; at + wanted.length <= bytes.length; at++) {
      if (bytes[at] == wanted[0] && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  private void directory() throws BadWorkbook {
    int end = end();
    int count = bytes.getShort(end + 10) & 0xFFFF;
    int at = bytes.getInt(end + 16);
    if (count > MOST_PARTS) {
      throw new BadWorkbook(XlsxRules.TOO_LARGE, file,
          "part", file.source(), "most", Integer.toString(MOST_PARTS), "unit", "parts");
    }
    for (int i = 0; i < count; i++) {
      if (at < 0 || at > end - SIZE_OF_ENTRY || bytes.getInt(at) != ENTRY) {
        throw damaged("ZIP", "directory entry " + (i + 1));
      }
      int nameLength = bytes.getShort(at + 28) & 0xFFFF;
      int rest = (bytes.getShort(at + 30) & 0xFFFF) + (bytes.getShort(at + 32) & 0xFFFF);
      if (nameLength + rest > end - at - SIZE_OF_ENTRY) {
        throw damaged("ZIP", "directory entry " + (i + 1));
      }
      String name = new String(bytes.array(), at + SIZE_OF_ENTRY, nameLength, StandardCharsets.UTF_8);
      Entry entry = new Entry(name, bytes.getShort(at + 8), bytes.getShort(at + 10), bytes.getInt(at + 20),
          bytes.getInt(at + 24), bytes.getInt(at + 42));
      add(entry);
      at += SIZE_OF_ENTRY + nameLength + rest;
    }
  }

  /** Parts differ in more than letter case. */
  private void add(Entry entry) throws BadWorkbook {
    String name = entry.name();
    boolean outside = name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf(':') >= 0 || name.indexOf(0) >= 0
        || Arrays.asList(name.split("/", -1)).contains("..");
    if (outside) {
      throw damaged(name, "the name leads outside");
    }
    if (entries.put(name.toLowerCase(Locale.ROOT), entry) != null) {
      throw damaged(name, "there twice");
    }
  }

  private int end() throws BadWorkbook {
    int last = bytes.capacity() - SIZE_OF_END;
    for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
      if (bytes.getInt(at) == END) {
        return at;
      }
    }
    boolean cut = bytes.capacity() > 3 && bytes.getInt(0) == LOCAL;
    throw cut
        ? damaged("ZIP", "no directory, the file is cut off")
        : new BadWorkbook(XlsxRules.NOT_A_WORKBOOK, file, "why", "no ZIP archive");
  }

  /** The file as a whole, for findings. */
  Origin file() {
    return file;
  }

  /** The names of all parts, sorted. */
  List<String> names() {
    return entries.values().stream().map(Entry::name).sorted().toList();
  }

  boolean has(String part) {
    return entries.containsKey(part.toLowerCase(Locale.ROOT));
  }

  /** The bytes of a part. What is wrong with it is an exception of the stream that {@link #failure} explains. */
  InputStream open(String part) throws BadWorkbook {
    Entry entry = entries.get(part.toLowerCase(Locale.ROOT));
    if (entry == null) {
      throw damaged(part, "missing");
    }
    if ((entry.flags() & 1) != 0) {
      throw new BadWorkbook(XlsxRules.ENCRYPTED, file);
    }
    int at = entry.at();
    int capacity = bytes.capacity();
    if (at < 0 || at > capacity - SIZE_OF_LOCAL || bytes.getInt(at) != LOCAL) {
      throw damaged(part, "its place in the ZIP archive");
    }
    long from = at + SIZE_OF_LOCAL + (bytes.getShort(at + 26) & 0xFFFFL) + (bytes.getShort(at + 28) & 0xFFFFL);
    if (entry.packed() < 0 || from + entry.packed() > capacity) {
      throw damaged(part, "its place in the ZIP archive");
    }
    long most = Math.min(MOST_OF_A_PART, SMALL + MOST_TIMES * entry.packed());
    long stated = entry.unpacked() & 0xFFFF_FFFFL;
    if (stated > most) {
      throw tooLarge(part, most);
    }
    InputStream packed = new ByteArrayInputStream(bytes.array(), (int) from, entry.packed());
    if (entry.method() == STORED) {
      return new Counted(packed, stated);
    }
    if (entry.method() != DEFLATED) {
      throw damaged(part, "compression method " + entry.method());
    }
    return new Counted(new Inflating(packed), stated);
  }

  private BadWorkbook tooLarge(String part, long most) {
    return new BadWorkbook(XlsxRules.TOO_LARGE, file,
        "part", part, "most", Long.toString(Math.max(1, most >> 20)), "unit", "MB");
  }

  BadWorkbook damaged(String part, String why) {
    return new BadWorkbook(XlsxRules.DAMAGED, file, "part", part, "why", why);
  }

  /** The reason behind an exception of a part's stream. */
  BadWorkbook failure(String part, IOException failure) {
    if (failure instanceof GuardedXml.Refused) {
      return damaged(part, String.valueOf(failure.getMessage()));
    }
    return damaged(part, failure instanceof CharacterCodingException ? "not UTF-8" : "compressed bytes");
  }

  /** Gives the memory of the inflater back. */
  private static final class Inflating extends InflaterInputStream {
    private static final int BUFFER = 1 << 14;

    Inflating(InputStream packed) {
      super(packed, new Inflater(true), BUFFER);
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }

  /** Lets no more be read than the directory states. */
  private static final class Counted extends FilterInputStream {
    private final long most;
    private long read;

    Counted(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      read += Math.max(0, count);
      if (read > most) {
        throw new ZipException("larger than stated");
      }
      return count;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
