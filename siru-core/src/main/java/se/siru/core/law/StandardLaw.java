package se.siru.core.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import se.siru.core.vocabulary.Vocabulary;

/** The data that ship with the library. */
final class StandardLaw {
  static final LawData DATA = read("law.json");

  private StandardLaw() {}

  private static LawData read(String name) {
    try (InputStream in = Objects.requireNonNull(StandardLaw.class.getResourceAsStream(name), name)) {
      return LawFormat.read(in, name, Vocabulary.standard());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
