package se.siru.core.portfolio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.siru.core.model.Field;
import se.siru.core.model.RecordType;
import se.siru.core.model.Schema;
import se.siru.core.vocabulary.Code;
import se.siru.core.vocabulary.Codelist;

/**
 * SHA-256 over what records say, however many bytes they take in memory and whatever source they came from: equal records against equal
 * entities have equal hashes. Confined to one thread.
 */
final class ContentHash {
  private static final int ROOM = 1 << 16;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(ROOM);

  private ContentHash() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  /** The hash of the records of a batch. */
  static String of(Map<String, Column> columns, int size) {
    ContentHash hash = new ContentHash();
    hash.put(columns, size);
    return hash.finish();
  }

  /** The hash of all that facts may refer to: the fields and codes of a schema, entities, and which of these are one. */
  static String of(Schema schema, Star star) {
    ContentHash hash = new ContentHash();
    for (RecordType type : schema.types()) {
      hash.put(type.name());
      for (Field<?> field : type.fields()) {
        hash.put(field.toString());
        hash.put(field.kind().name());
        hash.put(field.target());
        hash.put(field.scale());
        hash.put(field.many() ? 1 : 0);
        hash.put(field.codelist());
        if (field.codelist() != null) {
          hash.put(schema.codelist(field));
        }
      }
      if (type.isEntity()) {
        Batch entities = star.entities(type.name());
        hash.put(entities.contentHash());
        Units units = star.units(type.name());
        for (int row = 0; row < entities.size(); row++) {
          hash.put(units.unit(row));
        }
      }
    }
    return hash.finish();
  }

  private void put(Codelist list) {
    put(list.version());
    put(list.size());
    for (Code code : list.codes()) {
      put(code.code());
      put(code.parent());
      put(code.level());
      put(String.valueOf(code.from()));
      put(String.valueOf(code.until()));
    }
  }

  private void put(Map<String, Column> columns, int size) {
    put(size);
    new TreeMap<>(columns).forEach((name, column) -> {
      put(name);
      if (column instanceof Column.Ints) {
        put((Column.Ints) column, size);
      } else if (column instanceof Column.Days) {
        int[] days = ((Column.Days) column).values();
        for (int row = 0; row < size; row++) {
          put(days[row]);
        }
      } else if (column instanceof Column.Longs) {
        long[] numbers = ((Column.Longs) column).values();
        for (int row = 0; row < size; row++) {
          put(numbers[row]);
        }
      } else {
        for (int row = 0; row < size; row++) {
          put(((Column.Texts) column).get(row));
        }
      }
    });
  }

  /** A set of several is told by its elements: its number depends on the sets before it. */
  private void put(Column.Ints column, int size) {
    int[] values = column.values();
    for (int row = 0; row < size; row++) {
      int value = values[row];
      if (value >= Column.Ints.MISSING) {
        put(value);
      } else {
        int count = column.count(row);
        put(-1 - count);
        for (int i = 0; i < count; i++) {
          put(column.element(row, i));
        }
      }
    }
  }

  private void put(@Nullable String text) {
    if (text == null) {
      put(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    put(bytes.length);
    if (bytes.length > buffer.remaining()) {
      flush();
    }
    if (bytes.length <= buffer.remaining()) {
      buffer.put(bytes);
    } else {
      digest.update(bytes);
    }
  }

  private void put(int number) {
    if (buffer.remaining() < Integer.BYTES) {
      flush();
    }
    buffer.putInt(number);
  }

  private void put(long number) {
    if (buffer.remaining() < Long.BYTES) {
      flush();
    }
    buffer.putLong(number);
  }

  private void flush() {
    digest.update(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  /** The hash in hexadecimal; nothing may be put afterwards. */
  private String finish() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }
}
