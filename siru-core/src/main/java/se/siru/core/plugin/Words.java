package se.siru.core.plugin;

import java.util.List;
import se.siru.core.text.LocalizedText;
import se.siru.core.text.Translation;
import se.siru.core.translation.Translations;

/** The words of further languages of all plugins; no text has words of two of them in one language. */
record Words(List<Translations> all) implements Translation {
  Words {
    all = List.copyOf(all);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<String> languages() {
    return all.stream().map(Translations::language).distinct().sorted().toList();
  }

  @Override
  public LocalizedText of(String key, LocalizedText text) {
    LocalizedText more = text;
    for (Translations words : all) {
      more = words.of(key, more);
    }
    return more;
  }
}
